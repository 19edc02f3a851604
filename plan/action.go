package plan

import (
	"slices"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
	"github.com/rapport-go/rapport/internal/pack"
)

// Action is one thing to be done: by whom, how soon, and why.
type Action struct {
	// ID is made of what the action is about; it is the same in every programme.
	ID rapport.ID `json:"id"`
	// Kind says what asks for it.
	Kind ActionKind `json:"kind"`
	// For is the person or site it concerns; empty means the household together, or everybody.
	For rapport.ID `json:"for,omitzero"`
	// Urgency is how soon it is to be done. Where By is nearer, By decides.
	Urgency rapport.Urgency `json:"urgency"`
	// By is the day by which it was or is to be done.
	By rapport.Date `json:"by"`
	// Late is yes where that day has passed.
	Late rapport.Answer `json:"late"`
	// Sign is the early warning; empty for a work and a finding.
	Sign Sign `json:"sign,omitzero"`
	// Work is the work, or the one that made the finding; empty for a sign.
	Work Work `json:"work,omitzero"`
	// Finding is the finding; empty for the other kinds.
	Finding rapport.ID `json:"finding,omitzero"`
	// Observations lists the reports of a sign that it answers, sorted.
	Observations []rapport.ID `json:"observations"`
	// Owner is who does it, by name; empty where nobody is named.
	Owner rapport.ID `json:"owner,omitzero"`
	// Role is who does it, by role; empty where somebody is named and no role.
	Role client.Role `json:"role,omitzero"`
	// With lists who else has a part in it, sorted.
	With []client.Role `json:"with"`
	// To is who is told what came of a report; empty for the other kinds.
	To rapport.ID `json:"to,omitzero"`
	// Name is what a person reads.
	Name string `json:"name"`
	// Do lists what is done, a sentence each, in order.
	Do []string `json:"do"`
	// Measures lists the measures to look at in the plan, sorted.
	Measures []MeasureID `json:"measures"`
	// Reasons say why, in order.
	Reasons []rapport.Reason `json:"reasons"`
}

// finish says whether an action is late, and makes its lists ready to leave.
func (a *Action) finish(today rapport.Date) {
	a.Late = rapport.AnswerOf(a.By.Compare(today) < 0)
	a.Observations, a.With = append([]rapport.ID{}, a.Observations...), append([]client.Role{}, a.With...)
	a.Do, a.Measures = append([]string{}, a.Do...), append([]MeasureID{}, a.Measures...)
	slices.Sort(a.Observations)
	a.Reasons = rapport.SortReasons(a.Reasons)
}

// hastened is an urgency that is known, some steps more urgent, at most now.
func hastened(u rapport.Urgency, steps int) rapport.Urgency {
	return rapport.Urgency(max(int(u)-steps, int(rapport.UrgencyNow)))
}

// daysOf is how many days an urgency leaves.
func daysOf(u rapport.Urgency) int {
	switch u {
	case rapport.UrgencyThreeDays:
		return 3
	case rapport.UrgencySevenDays:
		return 7
	case rapport.UrgencyThirtyDays, rapport.UrgencyNextReview:
		return 30
	default: // now, today, and where nobody has said
		return 0
	}
}

// urgencyIn is the urgency of what has to be done in some days.
func urgencyIn(days int) rapport.Urgency {
	for _, u := range [...]rapport.Urgency{rapport.UrgencyToday, rapport.UrgencyThreeDays, rapport.UrgencySevenDays, rapport.UrgencyThirtyDays} {
		if days <= daysOf(u) {
			return u
		}
	}
	return rapport.UrgencyNextReview
}

// threatSteps is by how many steps a threat makes more urgent what belongs to it. House judgement.
func threatSteps(level rapport.Level) int {
	switch {
	case level.AtLeast(rapport.LevelSevere) == rapport.AnswerYes:
		return 2
	case level.AtLeast(rapport.LevelHigh) == rapport.AnswerYes:
		return 1
	}
	return 0
}

// hastens is by how many steps the threats of some kinds that reach somebody make something more urgent, and
// which of them do.
func (w *watching) hastens(kinds []client.ThreatKind, of target) (int, []rapport.Reason) {
	steps := 0
	var reasons []rapport.Reason
	for _, t := range w.reaching(kinds, of) {
		level := w.levelOf(t)
		if n := threatSteps(level); n > 0 {
			steps = max(steps, n)
			reasons = append(reasons, because(CodeThreatHastens, t.path(), -2, title(t.name()), level.String()))
		}
	}
	return steps, reasons
}

// sooner is the earlier of two days; one that is not given does not count.
func sooner(a, b rapport.Date) rapport.Date {
	if a.IsZero() || !b.IsZero() && b.Compare(a) < 0 {
		return b
	}
	return a
}

// later is the later of two days; one that is not given does not count.
func later(a, b rapport.Date) rapport.Date {
	if a.Compare(b) < 0 {
		return b
	}
	return a
}

// actionText is a sentence of the catalogue about what is done, its blanks filled.
func actionText(id string, args ...string) string {
	entry, _ := pack.Find(standardActions, id, func(e textEntry) string { return e.ID })
	return rapport.Fill(entry.EN, args...)
}
