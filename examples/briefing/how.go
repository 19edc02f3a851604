package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/plan"
	"github.com/rapport-go/rapport/privacy"
)

// printHow prints how what is seen at an activity is carried out: how near, what to wear, drive, carry and
// say, what another look would cost, what would change it, and what the person is told.
func (b briefing) printHow(name string, out, errs io.Writer) int {
	if !b.readsFile() {
		fmt.Fprintln(errs, "briefing: how it is done is for the file; it is printed for a team lead who may have all of it")
		return 2
	}
	var sections []section
	for _, look := range b.plan.Looks {
		called := b.named(look.Person, look.Activity)
		if !strings.EqualFold(called, name) && !strings.EqualFold(string(look.Activity), name) {
			continue
		}
		how, err := b.how(look)
		if err != nil {
			return problems(err, errs)
		}
		sections = append(sections, how...)
	}
	if len(sections) == 0 {
		fmt.Fprintln(errs, "briefing: no activity of this briefing is called so")
		return 2
	}
	fmt.Fprint(out, page(sections, true))
	return 0
}

// how tells of one activity, part by part.
func (b briefing) how(look plan.Look) ([]section, error) {
	var selector privacy.Selector
	manner := privacy.Manner{Choice: b.choice(look), Near: look.Near, Place: look.Place}
	tactics, err := selector.CarryOut(manner, b.at)
	if err != nil {
		return nil, err
	}
	off, err := selector.KeepDistance(privacy.Distance{Choice: manner.Choice}, b.at)
	if err != nil {
		return nil, err
	}
	kept, err := selector.HowKept(privacy.Question{Manner: manner, Assurance: privacy.Policy{}.Assurance()}, b.at)
	if err != nil {
		return nil, err
	}
	head := section{title: strings.ToUpper(b.named(look.Person, look.Activity))}
	head.add("Seen as %s near, %s at the place; the team is %s.", look.Near, look.Place, look.Discretion.Vigilance)
	head.add("Keep %s. %s", off.Text, off.Note)
	if off.Text != off.WishText {
		head.add("The wish is %s; a threat here needs somebody nearer, until it is assessed anew%s.", off.WishText, by(off.Until))
	}
	sections := []section{head}
	for _, group := range tactics.Groups {
		part := section{title: strings.ToUpper(group.Kind.String())}
		for i, tactic := range group.Tactics {
			same := func(other privacy.Tactic) bool { return other.ID == tactic.ID }
			where := tactic.Where
			switch {
			case slices.ContainsFunc(group.Tactics[:i], same):
				continue
			case slices.ContainsFunc(group.Tactics[i+1:], same):
				where = privacy.WhereBoth
			}
			part.add("%-5s  %s", where, tactic.Do)
		}
		sections = append(sections, part)
	}
	return append(sections, costs(look), flips(look), said(kept)), nil
}

// by says until which day; nothing where no day is known.
func by(day rapport.Date) string {
	if day.IsZero() {
		return ""
	}
	return " by " + day.String()
}

// choice is the question whose answer the look was taken from.
func (b briefing) choice(look plan.Look) privacy.Choice {
	c := privacy.Choice{Threats: b.state.Brief.Threats, Rules: b.state.Brief.Rules}
	for _, p := range b.state.Brief.People {
		if p.ID == look.Person {
			c.Profile = p
		}
	}
	c.Activity, _ = b.activity(look.Person, look.Activity)
	c.Activity.Setting = look.Setting
	c.CovertAgreed = rapport.AnswerOf(slices.Contains(b.state.Brief.CovertAgreed, look.Person))
	return c
}

// costs says what another look near the person would cost.
func costs(look plan.Look) section {
	s := section{title: "ANOTHER LOOK NEAR WOULD COST"}
	for _, other := range look.Discretion.Near.RunnersUp {
		for _, cost := range other.Costs {
			s.add("%-11s  %s", other.Rung, cost.Text)
		}
	}
	if len(s.lines) == 0 {
		s.add("No other is allowed there.")
	}
	return s
}

// flips says which single change would bring another look.
func flips(look plan.Look) section {
	s := section{title: "WHAT WOULD CHANGE IT"}
	for _, f := range look.Discretion.Flips {
		s.add("%s", f.If.Text)
	}
	if len(s.lines) == 0 {
		s.add("No single thing would.")
	}
	return s
}

// said is what the person hears who asks how privacy is kept there.
func said(kept privacy.Kept) section {
	s := section{title: "WHO ASKS HOW PRIVACY IS KEPT HEARS"}
	for _, sentence := range kept.Sentences {
		s.add("%s", sentence.Text)
	}
	return s
}
