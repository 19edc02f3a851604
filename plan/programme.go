package plan

import (
	"cmp"
	"slices"
	"time"

	"github.com/rapport-go/rapport"
)

// Programme is what is to be done before something happens: the actions, most urgent first, and how every
// work and finding stands. It is the firm's own list, not a client's view. In its reasons a weight below
// zero speaks of what is not in order, one above of what is. The zero value is no programme.
type Programme struct {
	// At is the moment it was made for, in UTC.
	At time.Time `json:"at"`
	// Actions are what is to be done, by urgency, then day, then ID.
	Actions []Action `json:"actions"`
	// Works say how the works of the programme stand, for each for whom they are done: by day, those without
	// one last, then by work and for whom.
	Works []WorkState `json:"works"`
	// Findings say how the findings stand, closed ones too: by day, then ID.
	Findings []FindingState `json:"findings"`
	// Reasons are those for the programme as a whole, in order.
	Reasons []rapport.Reason `json:"reasons"`
	// MadeWith lists the catalogues used, sorted.
	MadeWith []rapport.Edition `json:"made_with"`
}

// Programme says what is to be done before something happens: which works of the standing programme are
// due, for whom and why; which findings are open past their day; what each early warning calls for, how
// soon and by whom; and who is still to be told what came of a report. Days are read in the location of the
// moment. It fails only on invalid input and reports every problem at once.
//
// A work of which nobody has said that it was done is due: missing is not "no", and it is not "yes" either.
// A serious threat brings works round sooner and makes signs and findings more urgent; none makes them less
// so. A sign that was dealt with, a finding that was closed and a work that was done leave the list.
func (p Planner) Programme(w Watch, at time.Time) (Programme, error) {
	r, err := p.readWatch(w, at)
	if err != nil {
		return Programme{}, err
	}
	r.works()
	r.findings()
	r.signs()
	slices.SortFunc(r.actions, func(a, b Action) int {
		return cmp.Or(cmp.Compare(a.Urgency, b.Urgency), a.By.Compare(b.By), cmp.Compare(a.ID, b.ID))
	})
	for i := range r.actions {
		r.actions[i].finish(r.today)
	}
	return Programme{
		At: at.UTC(), Actions: append([]Action{}, r.actions...), Works: append([]WorkState{}, r.workStates...),
		Findings: append([]FindingState{}, r.findingStates...), Reasons: r.summary(), MadeWith: p.editions(nil),
	}, nil
}

// Sign returns the entry of an early warning, and false for a word that is not known. The entry is the
// caller's own.
func (p Planner) Sign(word Sign) (SignEntry, bool) {
	entry, found := p.table().sign(word)
	return entry.clone(), found
}

// Work returns the entry of a work, and false for a word that is not known. The entry is the caller's own.
func (p Planner) Work(word Work) (WorkEntry, bool) {
	entry, found := p.table().work(word)
	return entry.clone(), found
}

// summary is what is to be said of the programme as a whole.
func (w *watching) summary() []rapport.Reason {
	var reasons []rapport.Reason
	if len(w.watch.People)+len(w.watch.Sites) == 0 {
		reasons = append(reasons, because(CodeNothingWatched, "", 1))
	} else if len(w.actions) == 0 {
		reasons = append(reasons, because(CodeNothingDue, "", 3))
	}
	late, settled := 0, 0
	for _, a := range w.actions {
		if a.Late == rapport.AnswerYes {
			late++
		}
	}
	for _, o := range w.watch.Signs {
		if o.settled() {
			settled++
		}
	}
	if late > 0 {
		reasons = append(reasons, because(CodePastTheirDay, "", -3, itoa(late)))
	}
	if settled > 0 {
		reasons = append(reasons, because(CodeSignsSettled, "/signs", 2, itoa(settled)))
	}
	if len(w.watch.Signs) == 0 && len(w.watch.People)+len(w.watch.Sites) > 0 {
		reasons = append(reasons, because(CodeNoSigns, "/signs", -1))
	}
	return rapport.SortReasons(reasons)
}
