package client

import (
	"cmp"
	"math/bits"
	"slices"
	"strconv"

	"github.com/rapport-go/rapport"
)

// ActivityScore is how an activity leaves a person before any threat is looked at. It says nothing about
// whether anybody waits.
type ActivityScore struct {
	// Activity is the activity's ID.
	Activity rapport.ID `json:"activity"`
	// Setting is where, as given or as usual for the kind.
	Setting Setting `json:"setting"`
	// Exposure is as usual for the kind, one step higher for each of: place and time public, press
	// expected (where the kind does not have that anyway), a crowd that is at least high.
	Exposure rapport.Level `json:"exposure"`
	// Predictable is how well somebody who watched for some weeks could know when and where. Where it was
	// counted, it puts the chance into a word: below 0.1 low, to 0.3 moderate, to 0.6 high, above severe.
	// Where only the pattern is known it is a coarse band: the same start on several days is high, one
	// window each is moderate, other patterns as their entry says. An announced place and time is at least
	// high. Unknown where there is no pattern.
	Predictable rapport.Level `json:"predictable"`
	// Counted is what the counts say; its chance is unknown where fewer than six visits were counted.
	Counted Predictability `json:"counted"`
	// Overridden lists the overrides that stand in for exposure or predictability, sorted.
	Overridden []rapport.ID `json:"overridden"`
}

// activities scores the activities that are not over.
func (r *reading) activities() []ActivityScore {
	list := make([]ActivityScore, 0, len(r.profile.Activities))
	for _, a := range r.profile.Activities {
		if a.Over(r.at) {
			continue
		}
		kind := r.table().activities.at(a.Kind)
		subject := activityPath(a)
		score := ActivityScore{Activity: a.ID, Setting: r.SettingOf(a), Exposure: r.exposure(subject, a, kind), Overridden: []rapport.ID{}}
		r.predict(&score, subject, a, kind)
		r.overrule(&score, subject, tailExposure, &score.Exposure)
		r.overrule(&score, subject, tailPredictable, &score.Predictable)
		list = append(list, score)
	}
	slices.SortFunc(list, func(a, b ActivityScore) int { return cmp.Compare(a.Activity, b.Activity) })
	return list
}

// overrule puts a person's judgement in place of a level.
func (r *reading) overrule(score *ActivityScore, subject rapport.Path, tail string, level *rapport.Level) {
	if len(r.profile.Overrides) == 0 {
		return
	}
	if o, found := r.overrideOf(subject.Child(tail)); found {
		*level = o.Level
		score.Overridden = append(score.Overridden, o.ID)
		slices.Sort(score.Overridden)
	}
}

func (r *reading) exposure(subject rapport.Path, a Activity, kind *ActivityEntry) rapport.Level {
	r.because(CodeExposureUsual, subject, 2, kind.EN.Name, kind.Exposure.String())
	level := kind.Exposure
	raise := func(applies bool, code rapport.Code) {
		if applies {
			level = level.Raised(1)
			r.because(code, subject, 2)
		}
	}
	raise(a.Announced == rapport.AnswerYes && !kind.Announced, CodeExposureAnnounced)
	raise(a.Media == rapport.AnswerYes && !kind.Media, CodeExposureMedia)
	raise(a.Crowd.AtLeast(rapport.LevelHigh) == rapport.AnswerYes, CodeExposureCrowd)
	return level
}

// predict says how well the activity can be waited for: by its counts where there are enough, by its
// pattern otherwise.
func (r *reading) predict(score *ActivityScore, subject rapport.Path, a Activity, kind *ActivityEntry) {
	if counted, chance, enough := r.predictability(a); enough {
		score.Counted, score.Predictable = counted, chanceBand(chance)
		first := counted.Levers[0]
		r.because(CodeRoutineCounted, subject, 3, waits(chance), score.Predictable.String())
		r.because(CodeRoutineLever, subject, 2, first.Lever.String(), waits(microOf(first.Chance)))
	} else {
		score.Counted.Levers = []LeverScore{}
		score.Predictable = r.byPattern(subject, a)
		if !a.Routine.IsZero() {
			r.because(CodeRoutineFew, subject, -1, strconv.Itoa(a.Routine.Kept))
		}
	}
	if announced(a, kind) {
		score.Predictable = score.Predictable.Higher(rapport.LevelHigh)
		r.because(CodeRoutineAnnounced, subject, 3)
	}
}

// waits says in words how many of so many waits would meet the person.
func waits(chance micro) string {
	switch {
	case chance >= one*9/10:
		return "nearly every wait"
	case chance < one/50:
		return "hardly any wait"
	case chance > one/2:
		misses := one - chance
		of := max(int((one+misses/2)/misses), 2)
		return strconv.Itoa(of-1) + " of " + strconv.Itoa(of) + " waits"
	}
	return "one wait in " + strconv.Itoa(int((one+chance/2)/chance))
}

// byPattern is the coarse band where nothing was counted.
func (r *reading) byPattern(subject rapport.Path, a Activity) rapport.Level {
	level := rapport.LevelUnknown
	if start, repeated := repeatedStart(a.Weekly); repeated {
		level = rapport.LevelHigh
		r.because(CodeRoutineFixed, subject, 3, start.String())
	} else if len(a.Weekly) > 0 {
		level = rapport.LevelModerate
		r.because(CodeRoutineWeekly, subject, 2)
	}
	if a.Pattern != "" {
		pattern := r.table().patterns.at(a.Pattern)
		level = pattern.Predictable
		r.because(CodeRoutinePattern, subject, 3, pattern.EN.Name, level.String())
	}
	return level
}

// announced reports whether place and time are public; where nobody has said, as usual for the kind.
func announced(a Activity, kind *ActivityEntry) bool {
	return a.Announced == rapport.AnswerYes || a.Announced == rapport.AnswerUnsaid && kind.Announced
}

// repeatedStart returns the earliest time of day at which a routine begins on several days of the week.
func repeatedStart(weekly []rapport.Hours) (rapport.Clock, bool) {
	var earliest rapport.Clock
	for i, h := range weekly {
		days := uint8(0)
		for _, other := range weekly[i:] {
			if other.From == h.From {
				days |= daysOf(other)
			}
		}
		if bits.OnesCount8(days) > 1 && (earliest.IsZero() || h.From.Compare(earliest) < 0) {
			earliest = h.From
		}
	}
	return earliest, !earliest.IsZero()
}

// daysOf is the set of days on which a window begins.
func daysOf(h rapport.Hours) uint8 {
	if len(h.Days) == 0 {
		return 1<<7 - 1
	}
	set := uint8(0)
	for _, day := range h.Days {
		set |= 1 << (day - rapport.DayMon)
	}
	return set
}

func activityPath(a Activity) rapport.Path {
	return rapport.Path("/activities").Element(string(a.ID))
}
