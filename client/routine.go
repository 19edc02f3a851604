package client

import (
	"cmp"
	"slices"
	"time"

	"github.com/rapport-go/rapport"
)

// Routine is how regularly an activity was kept, counted over some weeks. It holds counts only, no day and
// no place, so that a profile never becomes a log of where somebody was; [RoutineOf] counts. The zero
// value means not counted.
type Routine struct {
	// Planned is how often the pattern would have had it.
	Planned int `json:"planned"`
	// Kept is how often it happened then.
	Kept int `json:"kept"`
	// Within is how many minutes hold four of five arrivals.
	Within int `json:"within"`
	// Place is how often it happened at the place used most.
	Place int `json:"place"`
	// Way is how often the door or the last stretch was the one used most.
	Way int `json:"way"`
	// Until is the last day that was counted.
	Until rapport.Date `json:"until"`
}

// IsZero reports whether nothing was counted.
func (r Routine) IsZero() bool { return r == Routine{} }

// Validate reports counts that do not fit one another.
func (r Routine) Validate() error {
	var f rapport.Faults
	if r.IsZero() {
		return nil
	}
	inRange(&f, "/planned", r.Planned >= 1 && r.Planned <= maxOccasions)
	inRange(&f, "/kept", r.Kept >= 0 && r.Kept <= r.Planned)
	inRange(&f, "/within", r.Within >= 0 && r.Within <= dayMinutes)
	inRange(&f, "/place", r.Place >= 0 && r.Place <= r.Kept)
	inRange(&f, "/way", r.Way >= 0 && r.Way <= r.Kept)
	required(&f, "/until", r.Until.IsZero())
	return f.Err()
}

// Visit is one time that an activity happened.
type Visit struct {
	// At is when the person arrived.
	At time.Time `json:"at"`
	// Place is which place it was; empty means the usual one.
	Place rapport.ID `json:"place,omitzero"`
	// Way is which door or last stretch was used; empty means the usual one.
	Way rapport.ID `json:"way,omitzero"`
}

const (
	// maxOccasions bounds what is counted: ten years of days.
	maxOccasions = 3660
	// fewVisits is below how many visits a count says too little.
	fewVisits = 6
)

// RoutineOf counts visits against the weekly windows of an activity, from the day of the first visit to the
// day of at, in the location of at. Several visits in one window count as one; a visit on a day without a
// window is left out of what was kept, not of the hours and doors. An error lists an activity without
// weekly windows, visits after at, and too many of them. Visits may be in any order.
func RoutineOf(a Activity, visits []Visit, at time.Time) (Routine, error) {
	var f rapport.Faults
	f.At("", at)
	f.Join("/activity", a.Validate())
	required(&f, "/activity/weekly", len(a.Weekly) == 0)
	required(&f, "/visits", len(visits) == 0)
	bounded(&f, "/visits", len(visits), maxOccasions)
	for i, v := range visits {
		at1 := rapport.Pointer("/visits").Index(i)
		switch {
		case v.At.IsZero():
			f.Required(at1.Child("at"))
		case v.At.After(at):
			f.AfterMoment(at1.Child("at"))
		case rapport.DateOf(v.At).DaysUntil(rapport.DateOf(at)) > maxOccasions:
			f.OutOfRange(at1.Child("at"))
		}
		f.OptionalID(at1.Child("place"), v.Place)
		f.OptionalID(at1.Child("way"), v.Way)
	}
	if err := f.Err(); err != nil {
		return Routine{}, err
	}
	zone := at.Location()
	planned := map[rapport.Date]bool{}
	first := rapport.DateOf(slices.MinFunc(visits, func(a, b Visit) int { return a.At.Compare(b.At) }).At.In(zone))
	for _, span := range a.Between(first.Start(zone), at) {
		if day := rapport.DateOf(span.From); day.Compare(first) >= 0 {
			planned[day] = true
		}
	}
	kept := keptOf(visits, planned, zone)
	return Routine{
		Planned: max(len(planned), 1), Kept: len(kept), Within: withinOf(kept, zone),
		Place: most(kept, func(v Visit) rapport.ID { return v.Place }),
		Way:   most(kept, func(v Visit) rapport.ID { return v.Way }),
		Until: rapport.DateOf(at),
	}, nil
}

// keptOf returns the first visit of each planned day.
func keptOf(visits []Visit, planned map[rapport.Date]bool, zone *time.Location) []Visit {
	visits = slices.Clone(visits)
	slices.SortFunc(visits, func(a, b Visit) int {
		return cmp.Or(a.At.Compare(b.At), cmp.Compare(a.Place, b.Place), cmp.Compare(a.Way, b.Way))
	})
	seen := map[rapport.Date]bool{}
	return slices.DeleteFunc(visits, func(v Visit) bool {
		day := rapport.DateOf(v.At.In(zone))
		drop := !planned[day] || seen[day]
		seen[day] = true
		return drop
	})
}

// withinOf is the shortest stretch of the day, in minutes, that holds four of five arrivals; it may cross
// midnight.
func withinOf(visits []Visit, zone *time.Location) int {
	minutes := make([]int, len(visits))
	for i, v := range visits {
		at := v.At.In(zone)
		minutes[i] = at.Hour()*60 + at.Minute()
	}
	if len(minutes) == 0 {
		return 0
	}
	slices.Sort(minutes)
	needed := (len(minutes)*4 + 4) / 5
	least := dayMinutes
	for i := range minutes {
		j := i + needed - 1
		end := minutes[j%len(minutes)]
		if j >= len(minutes) {
			end += dayMinutes
		}
		least = min(least, end-minutes[i])
	}
	return least
}

// most counts the visits that share the most frequent key.
func most(visits []Visit, key func(Visit) rapport.ID) int {
	counts := map[rapport.ID]int{}
	top := 0
	for _, v := range visits {
		counts[key(v)]++
		top = max(top, counts[key(v)])
	}
	return top
}

// Predictability is the chance that somebody who watched for some weeks and then waits twenty minutes, at
// the best spot, at the best time, on a usual day, meets the person: day x time x place x way. Twenty
// minutes is how long one can wait without being noticed. House judgement. It says nothing about whether
// anybody waits, and is no threat.
type Predictability struct {
	// Chance is from 0 to 1; its confidence grows with the occasions that were counted.
	Chance rapport.Estimate `json:"chance"`
	// Day is how many of the planned occasions were kept, from 0 to 1.
	Day float64 `json:"day"`
	// Time is twenty minutes over the minutes that hold four of five arrivals, 1 at most.
	Time float64 `json:"time"`
	// Place is the share of the place used most.
	Place float64 `json:"place"`
	// Way is the share of the door or last stretch used most.
	Way float64 `json:"way"`
	// Levers say what varying one thing alone would leave, the least first; a lever that the person is not
	// ready to pull stands behind those they are.
	Levers []LeverScore `json:"levers"`
}

// LeverScore is what is left of the chance where one thing is varied.
type LeverScore struct {
	// Lever is what is varied: arrivals spread over ninety minutes, another place two times of five, two
	// doors by turns, free days instead of fixed ones.
	Lever Lever `json:"lever"`
	// Chance is what is left, from 0 to 1.
	Chance float64 `json:"chance"`
	// Ready says whether the person is ready to vary it; unsaid where nobody has asked.
	Ready rapport.Answer `json:"ready"`
}

// What a lever leaves of its factor. House judgement.
const (
	waitMinutes   = 20
	spreadMinutes = 90
	placeLeaves   = one * 6 / 10
	wayLeaves     = one / 2
	dayLeaves     = one * 4 / 7
)

// factors are the four of a chance.
type factors struct{ day, time, place, way micro }

func (x factors) chance() micro { return x.day.times(x.time).times(x.place).times(x.way) }

func (r Routine) factors() factors {
	return factors{
		day:   part(r.Kept, r.Planned),
		time:  part(waitMinutes, max(waitMinutes, r.Within)),
		place: part(r.Place, r.Kept),
		way:   part(r.Way, r.Kept),
	}
}

// varied returns the factors with one thing varied.
func (x factors) varied(l Lever) factors {
	switch l {
	case LeverDay:
		x.day = min(x.day, dayLeaves)
	case LeverTime:
		x.time = min(x.time, part(waitMinutes, spreadMinutes))
	case LeverPlace:
		x.place = x.place.times(placeLeaves)
	default:
		x.way = min(x.way, wayLeaves)
	}
	return x
}

// predictability reads the counts of an activity; ok is false where there are too few.
func (r *reading) predictability(a Activity) (Predictability, micro, bool) {
	if a.Routine.Kept < fewVisits {
		return Predictability{}, 0, false
	}
	x := a.Routine.factors()
	chance := x.chance()
	p := Predictability{
		Chance: estimate{chance, part(a.Routine.Kept, a.Routine.Kept+fewVisits)}.out(),
		Day:    x.day.float(), Time: x.time.float(), Place: x.place.float(), Way: x.way.float(),
		Levers: make([]LeverScore, 0, 4),
	}
	for _, l := range [...]Lever{LeverDay, LeverTime, LeverPlace, LeverWay} {
		p.Levers = append(p.Levers, LeverScore{Lever: l, Chance: x.varied(l).chance().float(), Ready: a.ready(l)})
	}
	slices.SortFunc(p.Levers, func(a, b LeverScore) int {
		return cmp.Or(cmp.Compare(readiness(a.Ready), readiness(b.Ready)), cmp.Compare(a.Chance, b.Chance), cmp.Compare(a.Lever, b.Lever))
	})
	return p, chance, true
}

// ready says whether the person would vary it.
func (a Activity) ready(l Lever) rapport.Answer {
	switch {
	case slices.Contains(a.Levers, l):
		return rapport.AnswerYes
	case a.Stays == rapport.AnswerYes || len(a.Levers) > 0:
		return rapport.AnswerNo
	}
	return rapport.AnswerUnsaid
}

// readiness puts those not ready last.
func readiness(a rapport.Answer) int {
	if a == rapport.AnswerNo {
		return 1
	}
	return 0
}

// chanceBand puts a chance into a word.
func chanceBand(chance micro) rapport.Level {
	switch {
	case chance < one/10:
		return rapport.LevelLow
	case chance < one*3/10:
		return rapport.LevelModerate
	case chance <= one*6/10:
		return rapport.LevelHigh
	}
	return rapport.LevelSevere
}
