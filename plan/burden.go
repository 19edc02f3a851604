package plan

import (
	"slices"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
)

// Burden is an integer; everything about it is house judgement. For each person a measure touches:
//
//	intrusion = movement·2A + social·(A+C) + time·2C + (privacy+footprint)·2P
//
// where movement, social, time and privacy are 0 (none) to 4 (severe), footprint is how many rungs the
// measure is more visible than package privacy would have it, or less visible where it puts somebody near
// the person (the most of all activities), and A, C, P are 4 plus sixteen times the weight of autonomy, comfort, privacy, rounded. How
// the person feels about what it shows multiplies and adds:
//
//	feeling     -3   -2   -1    0   +1   +2   +3
//	quarters    16   12    8    4    3    2    0
//	added      120   60   20    0    0    0    0     a plain wish against it 20, a strong one 120
//
// The worst feeling counts; where nobody minds it, the best. What is added is added for each activity at which
// the measure is minded. To this come half of the firm's weekly
// hours, once, and one step of change for what is new. What is in force and not minded costs nothing to
// keep and one step of change to take away.
const (
	baseWeight  = 4
	scaleWeight = 16
	changeStep  = 8
	resortStep  = 1 << 16 // more than all else together: a last resort is never chosen to spare something
	weeksOfOnce = 26
)

// weights are those of the needs that measures touch.
type weights struct{ autonomy, comfort, privacy int }

// evenWeights are those of somebody who ranked nothing.
var evenWeights = weights{baseWeight + scaleWeight/4, baseWeight + scaleWeight/4, baseWeight + scaleWeight/4}

func weightsOf(scores client.Scores) weights {
	scaled := func(need client.Need) int {
		return baseWeight + int(float64(scores.Weight(need)*scaleWeight)+0.5)
	}
	return weights{scaled(client.NeedAutonomy), scaled(client.NeedComfort), scaled(client.NeedPrivacy)}
}

// burden is what choosing a column costs.
func (k *column) burden() int64 {
	if k.settled() {
		return 0
	}
	total := (k.hours() + 1) / 2
	if len(k.inForce) == 0 {
		total += changeStep
	}
	for _, s := range k.subjects {
		total += k.intrusionOn(s)
	}
	if k.measure.LastResort {
		total += resortStep
	}
	return int64(total)
}

func (k *column) intrusionOn(s *subject) int {
	comfort, privacy := k.takes(s)
	return k.feltAs(s, comfort+privacy)
}

// takes is what the measure takes from a person before their feelings: of comfort, and of privacy.
func (k *column) takes(s *subject) (comfort, privacy int) {
	steps := func(l rapport.Level) int {
		n, _ := l.Steps()
		return n
	}
	i, w := k.measure.Intrusion, s.weights
	comfort = steps(i.Movement)*2*w.autonomy + steps(i.Social)*(w.autonomy+w.comfort) + steps(i.Time)*2*w.comfort
	return comfort, (steps(i.Privacy) + k.footprintOn(s)) * 2 * w.privacy
}

// feltAs is what a person's feelings and wishes make of it.
func (k *column) feltAs(s *subject, taken int) int {
	quarters, added := k.felt(s)
	return taken*quarters/4 + added
}

// footprintOn is how far the measure is from the first choice of visibility.
func (k *column) footprintOn(s *subject) int {
	most := 0
	for _, x := range k.cells {
		if x.subject != s || k.measure.Layer != LayerPlace {
			continue
		}
		above := k.measure.Visibility.Compare(k.ladder(x).up[0])
		if above < 0 && !(k.group.Near && k.group.People) {
			above = 0
		}
		most = max(most, above, -above)
	}
	return most
}

// felt returns what one person's feelings and wishes make of the intrusion.
func (k *column) felt(s *subject) (quarters, added int) {
	worst, best, wished, places := 0, 0, 0, 1
	for _, m := range k.minds {
		if m.subject != s {
			continue
		}
		worst, best = min(worst, m.feeling), max(best, m.feeling)
		switch m.wish {
		case client.StrengthWish:
			wished = max(wished, 20)
		case client.StrengthStrong, client.StrengthLine:
			wished = 120
		default: // a reaction
		}
		if m.feeling < 0 || m.wish != client.StrengthUnknown {
			places = max(places, m.places)
		}
	}
	if worst < 0 {
		best = worst
	}
	quarters = [...]int{16, 12, 8, 4, 3, 2, 0}[best+3]
	added = [...]int{120, 60, 20, 0, 0, 0, 0}[best+3]
	return quarters, (added + wished) * places
}

// hours are the firm's staff hours a week, rounded up. What is spent each time is spent once a week for
// what stands. Whoever is there for one activity is there while it lasts, and an hour each time for before
// and after.
func (k *column) hours() int {
	effort, _ := effortOf(k.measure.Effort)
	if x := k.cells[0]; k.measure.Scope == ScopeActivity && k.group.People && effort.Cadence == CadenceWeek {
		switch lasts := x.hours(); {
		case !slices.ContainsFunc(k.cells, func(y *cell) bool { return !y.arrival }): // at the kerb only
			return min(effort.Hours, x.uses())
		case lasts > 0:
			return min(effort.Hours, lasts+x.uses())
		}
	}
	switch effort.Cadence {
	case CadenceOnce:
		return (effort.Hours + weeksOfOnce - 1) / weeksOfOnce
	case CadenceUse:
		if k.measure.Scope == ScopeActivity {
			return effort.Hours * k.cells[0].uses()
		}
		return effort.Hours
	default:
		return effort.Hours
	}
}
