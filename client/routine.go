package client

import (
	"cmp"
	"slices"

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
	// Predictable is how well somebody who watched for some weeks could know when and where. Where only
	// the pattern is known it is a coarse band: the same start on several days is high, one window each
	// is moderate, an announced place and time is at least high. Unknown where there is no pattern.
	Predictable rapport.Level `json:"predictable"`
}

// activities scores the activities that are not over.
func (r *reading) activities() []ActivityScore {
	list := []ActivityScore{}
	for _, a := range r.profile.Activities {
		if a.Over(r.at) {
			continue
		}
		kind, _ := r.Activity(a.Kind)
		list = append(list, ActivityScore{
			Activity:    a.ID,
			Setting:     r.SettingOf(a),
			Exposure:    r.exposure(a, kind),
			Predictable: r.predictable(a, kind),
		})
	}
	slices.SortFunc(list, func(a, b ActivityScore) int { return cmp.Compare(a.Activity, b.Activity) })
	return list
}

func (r *reading) exposure(a Activity, kind ActivityEntry) rapport.Level {
	r.because(CodeExposureUsual, activityPath(a), 2, kind.EN.Name, kind.Exposure.String())
	level := kind.Exposure
	raise := func(applies bool, code rapport.Code) {
		if applies {
			level = level.Raised(1)
			r.because(code, activityPath(a), 2)
		}
	}
	raise(a.Announced == rapport.AnswerYes && !kind.Announced, CodeExposureAnnounced)
	raise(a.Media == rapport.AnswerYes && !kind.Media, CodeExposureMedia)
	raise(a.Crowd.AtLeast(rapport.LevelHigh) == rapport.AnswerYes, CodeExposureCrowd)
	return level
}

func (r *reading) predictable(a Activity, kind ActivityEntry) rapport.Level {
	level := rapport.LevelUnknown
	if start, repeated := repeatedStart(a.Weekly); repeated {
		level = rapport.LevelHigh
		r.because(CodeRoutineFixed, activityPath(a), 3, start.String())
	} else if len(a.Weekly) > 0 {
		level = rapport.LevelModerate
		r.because(CodeRoutineWeekly, activityPath(a), 2)
	}
	if announced(a, kind) {
		level = level.Higher(rapport.LevelHigh)
		r.because(CodeRoutineAnnounced, activityPath(a), 3)
	}
	return level
}

// announced reports whether place and time are public; where nobody has said, as usual for the kind.
func announced(a Activity, kind ActivityEntry) bool {
	return a.Announced == rapport.AnswerYes || a.Announced == rapport.AnswerUnsaid && kind.Announced
}

// repeatedStart returns the earliest time of day at which a routine begins on several days of the week.
func repeatedStart(weekly []rapport.Hours) (rapport.Clock, bool) {
	days := map[rapport.Clock]map[rapport.Day]bool{}
	for _, h := range weekly {
		if days[h.From] == nil {
			days[h.From] = map[rapport.Day]bool{}
		}
		for i := range 7 {
			day := rapport.DayMon + rapport.Day(i)
			if len(h.Days) == 0 || slices.Contains(h.Days, day) {
				days[h.From][day] = true
			}
		}
	}
	var earliest rapport.Clock
	for start, on := range days {
		if len(on) > 1 && (earliest.IsZero() || compareClocks(start, earliest) < 0) {
			earliest = start
		}
	}
	return earliest, !earliest.IsZero()
}

func activityPath(a Activity) rapport.Path {
	return rapport.Path("/activities").Element(string(a.ID))
}
