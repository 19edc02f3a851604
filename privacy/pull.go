package privacy

import (
	"github.com/rapport-go/rapport"
)

// wants is the rung of deterrence that the entry wants on a ladder; unknown means none.
func (e DriverEntry) wants(where Where) rapport.Visibility {
	if where == WherePlace {
		return e.WantsPlace
	}
	return e.WantsNear
}

// push is how strongly the entry pushes on a ladder.
func (e DriverEntry) push(where Where) int {
	if where == WherePlace {
		return e.Place
	}
	return e.Near
}

// pull is a driver that holds, with one of its causes.
type pull struct {
	entry   *DriverEntry
	subject rapport.Path
	// wants is a rung of deterrence; push is the strength of a push. One of them is given.
	wants rapport.Visibility
	push  int
}

// pulls lists the drivers that hold on a ladder, once for each cause.
func (sc *scene) pulls(where Where, v verdict) []pull {
	var list []pull
	for _, e := range sc.drivers {
		if wanted := e.wants(where); wanted != rapport.VisibilityUnknown {
			for _, subject := range sc.causes(e.When, sight{facts: sc.facts}, isMild) {
				list = append(list, pull{entry: e, subject: subject, wants: wanted})
			}
		}
		if push := e.push(where); push != 0 {
			for _, subject := range sc.causes(e.When, v.felt, isMild) {
				list = append(list, pull{entry: e, subject: subject, push: push})
			}
		}
	}
	return list
}

// reason says what a driver asks for.
func (p pull) reason(where Where) rapport.Reason {
	id, why := string(p.entry.ID), p.entry.EN.Why
	switch {
	case p.wants != rapport.VisibilityUnknown:
		return because(CodeWantsDeterrence, p.subject, 2, p.wants.String(), where.String(), id, why)
	case p.push > 0:
		return because(CodePushesMoreVisible, p.subject, min(p.push, 2), where.String(), id, why)
	}
	return because(CodePushesLessVisible, p.subject, max(p.push, -2), where.String(), id, why)
}

// whyPreferred says why the rung to begin with is the one it is.
func (sc *scene) whyPreferred(where Where, v verdict, pulls []pull) []rapport.Reason {
	var reasons []rapport.Reason
	for _, p := range pulls {
		reasons = append(reasons, p.reason(where))
	}
	if free := v.clamp(moved(v.start, v.net, where, false)); !v.kept && free.Compare(v.rung) < 0 {
		reasons = append(reasons, because(CodeReassured, v.calming, 2, v.rung.String(), where.String()))
	}
	if v.start == rapport.VisibilityLowProfile && v.rung == v.start && v.lower.Compare(v.start) < 0 {
		reasons = append(reasons, because(CodeLeastVisible, "/threats", 1, where.String()))
	}
	if v.kept {
		reasons = append(reasons, because(CodeKeptLast, "/last", 1, v.rung.String(), where.String()))
	}
	if sc.danger() {
		reasons = append(reasons, because(CodeDangerOverrides, "/danger", 3, where.String()))
	}
	return reasons
}

// costs says what a rung would cost in the place of the preferred one. A more visible one goes against
// what pushes down. A less visible one goes against what pushes up, may miss the deterrence that is called
// for, and leaves work that has to be done by other means.
func (sc *scene) costs(where Where, preferred, rung rapport.Visibility, pulls []pull) []rapport.Reason {
	reasons := []rapport.Reason{}
	up := rung.Compare(preferred) > 0
	for _, p := range pulls {
		id, why := string(p.entry.ID), p.entry.EN.Why
		switch {
		case p.wants != rapport.VisibilityUnknown:
			if p.wants.Compare(rung) > 0 {
				reasons = append(reasons, because(CodeCostDeterrence, p.subject, -2, p.wants.String(), where.String(), id, why))
			}
		case up == (p.push < 0):
			reasons = append(reasons, because(CodeCostAgainst, p.subject, -min(max(p.push, -p.push), 2), where.String(), id, why))
		}
	}
	if known, _ := sc.selector.words.orStandard().rungs.find(RungID(rung.String())); known.EN.Costs != "" {
		reasons = append(reasons, because(CodeCostRung, "/activity", -1, rung.String(), known.EN.Costs))
	}
	if !up {
		for _, r := range sc.replacements(where, preferred, rung) {
			reasons = append(reasons, because(CodeCostOtherMeans, "/activity/setting", -1, r.Function, r.By))
		}
	}
	for _, e := range sc.effects(where, rung) {
		if e.Impact.strains() {
			reasons = append(reasons, because(CodeCostEffect, e.Subject, -1, string(e.ID), e.Text))
		}
	}
	return rapport.SortReasons(reasons)
}
