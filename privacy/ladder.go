package privacy

import (
	"cmp"
	"slices"
	"time"

	"github.com/rapport-go/rapport"
)

// Where the net push moves the choice, and how long a recent choice is kept. House judgement.
const (
	clearPush   = 2
	strongPush  = 4
	settledTime = 48 * time.Hour
)

// covers reports whether what is said for w counts on the ladder.
func (w Where) covers(ladder Where) bool { return w == WhereBoth || w == ladder }

// verdict is what a scene comes to on one ladder, without a word about why.
type verdict struct {
	lower, upper rapport.Visibility
	// start is the higher of the lower bound, what deterrence calls for, and low-profile.
	start rapport.Visibility
	// felt is how what would be seen from start feels; net adds up what pushes.
	felt sight
	net  int
	// calm tells that something reassures, and calming which reaction says so.
	calm    bool
	calming rapport.Path
	// rung comes first; unknown where the bounds contradict each other. kept tells that it is the last
	// choice, where the moment alone would have stepped down.
	rung rapport.Visibility
	kept bool
}

// judge finds the bounds of a ladder and the rung to begin with inside them.
func (sc *scene) judge(where Where) verdict {
	var v verdict
	v.lower, v.upper = sc.within(where, nil)
	v.start = moreVisible(v.lower, rapport.VisibilityLowProfile)
	v.felt = sc.feel(where, v.start)
	if v.lower.Compare(v.upper) > 0 {
		return v
	}
	for _, e := range sc.drivers {
		if wanted := e.wants(where); wanted.Compare(v.start) > 0 && sc.holds(e.When, sight{facts: sc.facts}, isMild, nil) {
			v.start = wanted
		}
	}
	v.felt = sc.feel(where, v.start)
	for _, e := range sc.drivers {
		if push := e.push(where); push != 0 && sc.holds(e.When, v.felt, isMild, nil) {
			v.net += push
		}
	}
	if sc.danger() {
		v.net = max(v.net, 0)
	}
	v.calm, v.calming = sc.reassured(where, v.start)
	v.rung = v.clamp(moved(v.start, v.net, where, v.calm))
	last, known := sc.last(where)
	if known && last.Compare(v.rung) > 0 && v.clamp(last) == last && v.clamp(moved(v.start, v.net+1, where, v.calm)) == last {
		v.rung, v.kept = last, true
	}
	return v
}

// clamp keeps a rung inside the bounds.
func (v verdict) clamp(rung rapport.Visibility) rapport.Visibility {
	return lessVisible(moreVisible(rung, v.lower), v.upper)
}

// last is what was chosen before on a ladder, where that is recent enough to hold back a step down.
func (sc *scene) last(where Where) (rapport.Visibility, bool) {
	last, rung := sc.choice.Last, sc.choice.Last.Near
	if where == WherePlace {
		rung = last.Place
	}
	recent := !last.Since.IsZero() && sc.at.Sub(last.Since) < settledTime
	return rung, recent && rung != rapport.VisibilityUnknown
}

// moved applies the net push. A clear push moves one rung; a strong one moves two rungs up at the place,
// where a cordon disturbs nobody's company, and is needed to go below low-profile, which gives up the
// quickness of somebody known to be near. Reassurance stops the step down.
func moved(start rapport.Visibility, net int, where Where, reassured bool) rapport.Visibility {
	switch {
	case net <= -strongPush && !reassured, net <= -clearPush && start.Compare(rapport.VisibilityLowProfile) > 0 && !reassured:
		return start.Stepped(-1)
	case net >= strongPush && where == WherePlace:
		return start.Stepped(2)
	case net >= clearPush:
		return start.Stepped(1)
	}
	return start
}

// bounded is a bound that holds, with what set it. Yields tells that it gives way while danger lasts.
type bounded struct {
	lower, upper rapport.Visibility
	code         rapport.Code
	subject      rapport.Path
	id, why      string
	yields       bool
}

// within finds the bounds of a ladder. Where list is given, every bound that holds is appended there, once
// for each cause. While danger lasts, upper bounds yield, but not those of the law.
func (sc *scene) within(where Where, list *[]bounded) (lower, upper rapport.Visibility) {
	lower, upper = rapport.VisibilityCovert, rapport.VisibilityOvert
	count := func(b bounded, causes ...rapport.Path) {
		lower = moreVisible(lower, b.lower)
		if b.upper != rapport.VisibilityUnknown && !b.yields {
			upper = lessVisible(upper, b.upper)
		}
		if list == nil {
			return
		}
		for _, b.subject = range causes {
			*list = append(*list, b)
		}
	}
	for _, e := range sc.bounds {
		var causes []rapport.Path
		into := &causes
		if list == nil {
			into = nil
		}
		if e.Where.covers(where) && sc.holds(e.When, sight{facts: sc.facts}, isBinding, into) {
			count(bounded{lower: e.Lower, upper: e.Upper, id: string(e.ID), why: e.EN.Why, yields: sc.danger()}, causes...)
		}
	}
	for _, r := range sc.rules {
		if r.Where.covers(where) {
			count(bounded{
				lower: r.Lower, upper: r.Upper, id: string(r.ID), why: "this is a rule of the " + r.By.String(),
				yields: sc.danger() && r.By != AuthorityLaw,
			}, r.subject)
		}
	}
	if sc.choice.CovertAgreed != rapport.AnswerYes {
		count(bounded{lower: rapport.VisibilityLowProfile, code: CodeCovertNotAgreed}, "/covert_agreed")
	}
	return lower, upper
}

// reasons say what a bound asks for: at 3 where it is the one that counts, at 2 where another goes further.
func (b bounded) reasons(where Where, v verdict) []rapport.Reason {
	weight := func(rung, final rapport.Visibility, sign int) int {
		if rung == final {
			return 3 * sign
		}
		return 2 * sign
	}
	if b.code != "" {
		return []rapport.Reason{because(b.code, b.subject, weight(b.lower, v.lower, 1))}
	}
	var list []rapport.Reason
	if b.lower != rapport.VisibilityUnknown {
		list = append(list, because(CodeBoundLower, b.subject, weight(b.lower, v.lower, 1), b.lower.String(), where.String(), b.id, b.why))
	}
	switch {
	case b.upper == rapport.VisibilityUnknown:
	case b.yields:
		list = append(list, because(CodeBoundYields, b.subject, -1, b.upper.String(), where.String(), b.id, b.why))
	default:
		list = append(list, because(CodeBoundUpper, b.subject, weight(b.upper, v.upper, -1), b.upper.String(), where.String(), b.id, b.why))
	}
	return list
}

// ladder bounds and orders the rungs near the person or at the place.
func (sc *scene) ladder(where Where, v verdict) (Ladder, []rapport.Reason) {
	result := Ladder{
		Lower: v.lower, Upper: v.upper, Order: []rapport.Visibility{}, Effects: []Effect{}, RunnersUp: []RunnerUp{},
	}
	var bounds []bounded
	sc.within(where, &bounds)
	var reasons []rapport.Reason
	for _, b := range bounds {
		reasons = append(reasons, b.reasons(where, v)...)
	}
	if v.rung == rapport.VisibilityUnknown {
		return result, append(reasons, because(CodeBoundsContradict, "/activity", -3,
			where.String(), v.lower.String(), v.upper.String()))
	}
	for n := range distance(v.lower, v.upper) + 1 {
		result.Order = append(result.Order, v.lower.Stepped(n))
	}
	slices.SortStableFunc(result.Order, func(a, b rapport.Visibility) int {
		return cmp.Compare(distance(a, v.rung), distance(b, v.rung))
	})
	seen := func(rung rapport.Visibility) string {
		known, _ := sc.selector.words.orStandard().rungs.find(RungID(rung.String()))
		return known.EN.Seen
	}
	result.Seen, result.Effects = seen(v.rung), sc.effects(where, v.rung)
	pulls := sc.pulls(where, v)
	for _, rung := range result.Order[1:] {
		result.RunnersUp = append(result.RunnersUp, RunnerUp{rung, seen(rung), sc.costs(where, v.rung, rung, pulls)})
	}
	return result, append(reasons, sc.whyPreferred(where, v, pulls)...)
}

// distance is the number of rungs from one to the other; both are known.
func distance(a, b rapport.Visibility) int {
	from, _ := a.Steps()
	to, _ := b.Steps()
	return max(from-to, to-from)
}

func moreVisible(a, b rapport.Visibility) rapport.Visibility {
	if b.Compare(a) > 0 {
		return b
	}
	return a
}

func lessVisible(a, b rapport.Visibility) rapport.Visibility {
	if b.Compare(a) < 0 {
		return b
	}
	return a
}
