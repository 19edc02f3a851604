package privacy

import (
	"cmp"
	"slices"
	"time"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
)

// Where the net push moves the choice, and how long a recent choice is kept. House judgement.
const (
	clearPush   = 2
	strongPush  = 4
	settledTime = 48 * time.Hour
)

// covers reports whether what is said for w counts on the ladder.
func (w Where) covers(ladder Where) bool { return w == WhereBoth || w == ladder }

// bounded is a bound that holds, with what set it.
type bounded struct {
	code    rapport.Code
	subject rapport.Path
	rung    rapport.Visibility
	id, why string
}

// ladder bounds and orders the rungs near the person or at the place.
func (sc *scene) ladder(where Where) (Ladder, []rapport.Reason) {
	lowers, uppers := sc.bounds(where)
	result := Ladder{Lower: rapport.VisibilityCovert, Upper: rapport.VisibilityOvert, Order: []rapport.Visibility{}}
	for _, b := range lowers {
		result.Lower = moreVisible(result.Lower, b.rung)
	}
	for _, b := range uppers {
		result.Upper = lessVisible(result.Upper, b.rung)
	}
	var reasons []rapport.Reason
	for _, b := range lowers {
		reasons = append(reasons, b.reason(where, result.Lower, 1))
	}
	for _, b := range uppers {
		reasons = append(reasons, b.reason(where, result.Upper, -1))
	}
	if result.Lower.Compare(result.Upper) > 0 {
		return result, append(reasons, because(CodeBoundsContradict, "/activity", -3,
			where.String(), result.Lower.String(), result.Upper.String()))
	}
	preferred, why := sc.preferred(where, result)
	for n := range distance(result.Lower, result.Upper) + 1 {
		result.Order = append(result.Order, result.Lower.Stepped(n))
	}
	slices.SortStableFunc(result.Order, func(a, b rapport.Visibility) int {
		return cmp.Compare(distance(a, preferred), distance(b, preferred))
	})
	return result, append(reasons, why...)
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

// reason weighs 3 where the bound is the one that counts, 2 where another one goes further.
func (b bounded) reason(where Where, final rapport.Visibility, sign int) rapport.Reason {
	weight := 2 * sign
	if b.rung == final {
		weight = 3 * sign
	}
	if b.code == CodeCovertNotAgreed {
		return because(b.code, b.subject, weight)
	}
	return because(b.code, b.subject, weight, b.rung.String(), where.String(), b.id, b.why)
}

// bounds collects the lower and the upper bounds of a ladder.
func (sc *scene) bounds(where Where) (lowers, uppers []bounded) {
	add := func(subject rapport.Path, lower, upper rapport.Visibility, id, why string) {
		if lower != rapport.VisibilityUnknown {
			lowers = append(lowers, bounded{CodeBoundLower, subject, lower, id, why})
		}
		if upper != rapport.VisibilityUnknown {
			uppers = append(uppers, bounded{CodeBoundUpper, subject, upper, id, why})
		}
	}
	for _, entry := range sc.selector.words.orStandard().bounds {
		if entry.Where.covers(where) {
			for _, subject := range sc.causes(entry.When, sight{facts: sc.facts}, isBinding) {
				add(subject, entry.Lower, entry.Upper, string(entry.ID), entry.EN.Why)
			}
		}
	}
	for _, r := range sc.choice.Rules {
		if r.Where.covers(where) && (r.Setting == "" || sc.selector.client.Lies(sc.setting, r.Setting)) {
			subject := rapport.Path("/rules").Element(string(r.ID))
			add(subject, r.Lower, r.Upper, string(r.ID), "this is a rule of the "+r.By.String())
		}
	}
	if sc.choice.CovertAgreed != rapport.AnswerYes {
		lowers = append(lowers, bounded{code: CodeCovertNotAgreed, subject: "/covert_agreed", rung: rapport.VisibilityLowProfile})
	}
	return lowers, uppers
}

func isBinding(s client.Strength) bool { return s == client.StrengthStrong || s == client.StrengthLine }
func isMild(s client.Strength) bool    { return s == client.StrengthWish }

// preferred finds the rung to begin with inside the bounds: the rung that deterrence calls for, moved by
// the net push.
func (sc *scene) preferred(where Where, in Ladder) (rapport.Visibility, []rapport.Reason) {
	start, reasons := sc.start(where, in.Lower)
	net, pushes := sc.push(where, start)
	reasons = append(reasons, pushes...)
	calm, calming := sc.reassured(start)
	clamp := func(rung rapport.Visibility) rapport.Visibility {
		return lessVisible(moreVisible(rung, in.Lower), in.Upper)
	}
	rung := clamp(moved(start, net, where, calm))
	if free := clamp(moved(start, net, where, false)); free.Compare(rung) < 0 {
		reasons = append(reasons, because(CodeReassured, calming, 2, rung.String(), where.String()))
	}
	if start == rapport.VisibilityLowProfile && rung == start && in.Lower.Compare(start) < 0 {
		reasons = append(reasons, because(CodeLeastVisible, "/threats", 1, where.String()))
	}
	last := sc.choice.Last
	before := last.Near
	if where == WherePlace {
		before = last.Place
	}
	recent := !last.Since.IsZero() && sc.at.Sub(last.Since) < settledTime
	if recent && before != rung && before != rapport.VisibilityUnknown && clamp(before) == before &&
		(clamp(moved(start, net-1, where, calm)) == before || clamp(moved(start, net+1, where, calm)) == before) {
		rung = before
		reasons = append(reasons, because(CodeKeptLast, "/last", 1, before.String(), where.String()))
	}
	return rung, reasons
}

// start is the higher of the lower bound, what deterrence calls for, and low-profile.
func (sc *scene) start(where Where, lower rapport.Visibility) (rapport.Visibility, []rapport.Reason) {
	start := moreVisible(lower, rapport.VisibilityLowProfile)
	var reasons []rapport.Reason
	for _, entry := range sc.selector.words.orStandard().drivers {
		wanted := entry.WantsNear
		if where == WherePlace {
			wanted = entry.WantsPlace
		}
		if wanted == rapport.VisibilityUnknown {
			continue
		}
		for _, subject := range sc.causes(entry.When, sight{facts: sc.facts}, isMild) {
			start = moreVisible(start, wanted)
			reasons = append(reasons, because(CodeWantsDeterrence, subject, 2, wanted.String(), where.String(), string(entry.ID), entry.EN.Why))
		}
	}
	return start, reasons
}

// push adds up what pushes on a ladder. Each driver counts once.
func (sc *scene) push(where Where, start rapport.Visibility) (int, []rapport.Reason) {
	felt := sc.feel(start)
	net := 0
	var reasons []rapport.Reason
	for _, entry := range sc.selector.words.orStandard().drivers {
		strength, code := entry.Near, CodePushesMoreVisible
		if where == WherePlace {
			strength = entry.Place
		}
		if strength < 0 {
			code = CodePushesLessVisible
		}
		causes := sc.causes(entry.When, felt, isMild)
		if strength == 0 || len(causes) == 0 {
			continue
		}
		net += strength
		for _, subject := range causes {
			reasons = append(reasons, because(code, subject, min(max(strength, -2), 2), where.String(), string(entry.ID), entry.EN.Why))
		}
	}
	return net, reasons
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
