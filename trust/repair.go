package trust

import (
	"slices"

	"github.com/rapport-go/rapport"
)

// Repair is the way back after a failing. It never contains the denial of what happened.
type Repair struct {
	// Item is the failing.
	Item rapport.ID `json:"item"`
	// Kind is what it was.
	Kind Kind `json:"kind"`
	// Playbook says how such a failing is mended.
	Playbook Playbook `json:"playbook"`
	// Breach says whether it is a breach of trust, which holds the value down until the way back is walked.
	Breach rapport.Answer `json:"breach"`
	// Since is the day on which the other side learned of it.
	Since rapport.Date `json:"since"`
	// Until is the first day on which a breach can be over, given contact after it; zero where it is none.
	Until rapport.Date `json:"until,omitzero"`
	// Recheck is when it is next checked whether the change holds; zero where all dates have passed.
	Recheck rapport.Date `json:"recheck,omitzero"`
	// Done are the steps taken, in order.
	Done []RepairStep `json:"done"`
	// Missing are the steps not taken, in order; the first is the next one.
	Missing []RepairStep `json:"missing"`
	// First is what to do and say first, in order.
	First []string `json:"first"`
	// Show is what to show in the weeks after, in order.
	Show []string `json:"show"`
	// Again says when and how it is checked whether it holds.
	Again string `json:"again"`
	// Never is what is never done about it.
	Never []string `json:"never"`
	// Reasons say why it stands here and what was done, in order.
	Reasons []rapport.Reason `json:"reasons"`
}

// repairs lists the failings that are to be mended on the view's day, breaches first, then by day and item.
func (v *view) repairs(m *moment) []Repair {
	open, other := []Repair{}, []Repair{}
	for i := range v.breaches {
		b := &v.breaches[i]
		switch phase := b.phase(v.day, m.contact); {
		case phase == breachIsOpen || phase == breachMends:
			open = append(open, v.repair(b, rapport.AnswerYes))
		case b.window == 0 && v.day-b.day <= failingCounts:
			if r := v.repair(b, rapport.AnswerNo); len(r.Missing) > 0 {
				other = append(other, r)
			}
		case b.window > 0 && phase == breachIsNone && b.cleared == never && !b.counts(v.day):
			open = append(open, v.repair(b, rapport.AnswerUnsaid))
		}
	}
	return append(open, other...)
}

func (v *view) repair(b *breach, isBreach rapport.Answer) Repair {
	playbook, _ := v.tracker.Playbook(b.kind.Playbook)
	done, from := b.done(v.day)
	r := Repair{
		Item: b.subject, Kind: b.kind.ID, Playbook: playbook.ID, Breach: isBreach, Since: dateOf(b.day),
		Done: []RepairStep{}, Missing: []RepairStep{}, First: playbook.EN.First, Show: playbook.EN.Show, Again: playbook.EN.Recheck, Never: playbook.EN.Never,
	}
	if b.window > 0 {
		r.Until = dateOf(from + b.window)
	}
	for _, days := range playbook.Rechecks {
		if from+days > v.day && r.Recheck.IsZero() {
			r.Recheck = dateOf(from + days)
		}
	}
	at := rapport.Path("/repairs").Element(string(b.subject))
	why := func(code rapport.Code, weight int8, args ...string) {
		r.Reasons = append(r.Reasons, codeEntry(code).Reason(at, weight, args...))
	}
	why(CodeRepairOf, -2, b.kind.EN.Name, r.Since.String())
	for _, step := range b.needed() {
		if done[step] != never {
			r.Done = append(r.Done, step)
			why(CodeRepairDone, 1, step.String(), dateOf(done[step]).String())
		} else {
			r.Missing = append(r.Missing, step)
			why(CodeRepairMissing, -1, step.String())
		}
	}
	if slices.ContainsFunc(b.steps, func(s repairDay) bool { return s.step == RepairStepTold && s.late }) {
		why(CodeRepairToldLate, -1)
	}
	if from != b.day {
		why(CodeRepairBegunAnew, -2, dateOf(from).String())
	}
	if b.window > b.kind.Window {
		why(CodeRepairLonger, -1)
	}
	r.Reasons = rapport.SortReasons(r.Reasons)
	return r
}
