package privacy

import (
	"cmp"
	"slices"
	"strings"

	"github.com/rapport-go/rapport"
)

// change is one thing in a scene that could be otherwise: where, of what kind, in what words, and how.
type change struct {
	subject rapport.Path
	kind    string
	to      string
	make    func(*scene)
}

// flips tries every single change and keeps those that bring another rung to the front. Of one threat, one
// step up or down the levels is tried before two, and the nearest one is kept.
func (sc *scene) flips(near, place verdict) []Flip {
	list := []Flip{}
	type one struct {
		where   Where
		subject rapport.Path
		kind    string
		less    bool
	}
	kept := map[one]bool{}
	try := func(where Where, other *scene, c change, now rapport.Visibility) {
		then := other.judge(where).rung
		of := one{where, c.subject, c.kind, then.Compare(now) < 0}
		if then == now || then == rapport.VisibilityUnknown || kept[of] {
			return
		}
		kept[of] = true
		list = append(list, Flip{where, then, because(CodeWouldBe, c.subject, 0, then.String(), where.String(), c.to)})
	}
	for _, c := range sc.changes() {
		other := *sc
		c.make(&other)
		try(WhereNear, &other, c, near.rung)
		try(WherePlace, &other, c, place.rung)
	}
	slices.SortFunc(list, func(a, b Flip) int {
		return cmp.Or(cmp.Compare(a.Where, b.Where), cmp.Compare(a.If.Subject, b.If.Subject),
			a.Rung.Compare(b.Rung), strings.Compare(a.If.Text, b.If.Text))
	})
	return list
}

// changes lists what could be otherwise, the nearest of each kind first.
func (sc *scene) changes() []change {
	list := sc.changedOccasion()
	for i, t := range sc.threats {
		list = append(list, sc.changedThreat(i, t)...)
	}
	for i, f := range sc.feelings {
		list = append(list, sc.changedFeeling(i, f)...)
	}
	for i, r := range sc.rules {
		list = append(list, change{r.subject, "rule", "the rule of the " + r.By.String() + " did not hold", func(o *scene) {
			o.rules = slices.Delete(slices.Clone(o.rules), i, i+1)
		}})
	}
	for i, w := range sc.wishes {
		entry, _ := sc.selector.client.Wish(w.kind)
		list = append(list, change{w.subject, "wish", "the person did not wish this: " + entry.EN.Name, func(o *scene) {
			o.wishes = slices.Delete(slices.Clone(o.wishes), i, i+1)
		}})
	}
	if sc.choice.CovertAgreed != rapport.AnswerYes {
		list = append(list, change{"/covert_agreed", "covert", "the person agreed and knew the sign that help is there", func(o *scene) {
			o.choice.CovertAgreed = rapport.AnswerYes
		}})
	}
	if sc.danger() {
		list = append(list, change{"/danger", "danger", "the danger were over", func(o *scene) { o.choice.Danger = rapport.AnswerNo }})
	}
	return list
}

// changedOccasion turns each fact of the occasion and the place, and the rank of privacy.
func (sc *scene) changedOccasion() []change {
	var list []change
	for _, turn := range []struct {
		fact    Fact
		on, off string
	}{
		{FactChildren, "children were there", "no children were there"},
		{FactMedia, "press were there", "no press were there"},
		{FactAnnounced, "place and time were public", "place and time were not public"},
		{FactCrowdDense, "the crowd were dense", "there were no dense crowd"},
		{FactDark, "it were dark or empty there", "it were light and lively there"},
		{FactHostMinds, "the host asked for little to be seen", "the host did not mind"},
		{FactFeltUnsafe, "the person felt unsafe there", "the person did not feel unsafe there"},
		{FactRankShown, "an escort showed rank there", "an escort did not show rank there"},
		{FactAlarms, "security alarmed people there", "security did not alarm people there"},
		{FactOneSex, "the room were for one sex only", "the room were not for one sex only"},
		{FactSensitive, "it cost the person much that others see", "it cost the person little that others see"},
	} {
		if ranked := sc.facts.has(FactPrivacyFirst) || sc.facts.has(FactPrivacySecondOrThird); ranked && turn.fact == FactSensitive {
			continue // the rank says it already
		}
		holds := sc.facts.has(turn.fact)
		to := turn.on
		if holds {
			to = turn.off
		}
		subject := sight{}.subject(Condition{Facts: []Fact{turn.fact}})
		list = append(list, change{subject, turn.fact.String(), to, func(o *scene) {
			o.facts.set(turn.fact, !holds)
			if turn.fact == FactFeltUnsafe {
				o.facts.set(FactFeltSafe, false)
			}
		}})
	}
	if !sc.facts.has(FactPrivacyFirst) {
		list = append(list, change{"/profile/priorities", "rank", "the person ranked privacy first", func(o *scene) { o.rankPrivacy(1) }})
	}
	return append(list, change{"/profile/priorities", "rank", "the person did not rank privacy high", func(o *scene) { o.rankPrivacy(0) }})
}

// changedThreat moves the level of a threat up and down, and turns whether its source came lately.
func (sc *scene) changedThreat(i int, t localThreat) []change {
	levels := []rapport.Level{rapport.LevelNone, rapport.LevelLow, rapport.LevelModerate, rapport.LevelHigh, rapport.LevelSevere}
	alter := func(do func(*localThreat)) func(*scene) {
		return func(o *scene) {
			o.threats = slices.Clone(o.threats)
			do(&o.threats[i])
		}
	}
	var list []change
	entry, _ := sc.selector.client.Threat(t.kind)
	called := " (" + entry.EN.Name + ")"
	planned := func(level rapport.Level) {
		list = append(list, change{t.subject, "level", "the threat were " + level.String() + called, alter(func(l *localThreat) { l.plannedAs(level) })})
	}
	for _, level := range levels {
		if level.Compare(t.level) > 0 {
			planned(level)
		}
	}
	for _, level := range slices.Backward(levels) {
		if level.Compare(t.level) < 0 {
			planned(level)
		}
	}
	to := "its source had come here lately"
	if t.facts.has(FactApproached) {
		to = "its source had not come here lately"
	}
	return append(list, change{t.subject, "approach", to + called, alter(func(l *localThreat) {
		l.facts.set(FactApproached, !l.facts.has(FactApproached))
	})})
}

// changedFeeling turns a dislike into no feeling and into a liking, and a liking into a dislike.
func (sc *scene) changedFeeling(i int, f feeling) []change {
	entry, _ := sc.selector.client.Element(f.element)
	felt := func(value int, to string) change {
		return change{f.subject, "feeling", to + ": " + entry.EN.Name, func(o *scene) {
			o.feelings = slices.Clone(o.feelings)
			o.feelings[i].value = value
		}}
	}
	if f.value < 0 {
		return []change{felt(0, "this did not disturb the person"), felt(2, "this reassured the person")}
	}
	return []change{felt(-2, "this disturbed the person")}
}
