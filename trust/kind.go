package trust

import (
	"slices"

	"github.com/rapport-go/rapport"
)

// Kind is a word for what was observed.
type Kind string

// KindEntry is a kind of signal. One kind bears on one dimension; an event that touches two, as an
// incident and the way it was told, is two signals with one item. All numbers are house judgement, to be
// calibrated by the firm that uses them.
type KindEntry struct {
	// ID is the word.
	ID Kind `json:"id"`
	// Dimension is the side of the service that it bears on; unknown where it weighs nothing for any.
	Dimension Dimension `json:"dimension,omitzero"`
	// Direction says whether it speaks for trust, against it, or is kept without weight.
	Direction Direction `json:"direction"`
	// Weight is how much one such signal counts, before its source; unknown where it weighs nothing.
	Weight Weight `json:"weight,omitzero"`
	// HalfLife is after how many days half of it is forgotten: 30, 60, 120, 240 or 540. Staff and public,
	// whose faces change, forget in half the time.
	HalfLife int `json:"half_life,omitzero"`
	// Ceiling is what repeats of it can add up to, in hundredths of a point: 60, 200 or 400. What lowers
	// has none.
	Ceiling int `json:"ceiling,omitzero"`
	// Grade says how far the word of each source counts.
	Grade Grade `json:"grade,omitzero"`
	// Audiences lists whose trust it can bear on.
	Audiences []rapport.Audience `json:"audiences,omitzero"`
	// Marks lists what rules of this package look for.
	Marks []Mark `json:"marks,omitzero"`
	// Loop is the step of a feedback loop that it takes.
	Loop Step `json:"loop,omitzero"`
	// Repair is the step of the way back that it takes.
	Repair RepairStep `json:"repair,omitzero"`
	// Playbook says how this failing is mended; empty where nothing has to be.
	Playbook Playbook `json:"playbook,omitzero"`
	// Window is how many days a breach of trust stays open at least: 1 to 3,650. 0 means that it is no
	// breach.
	Window int `json:"window,omitzero"`
	// EN is the English wording.
	EN KindWords `json:"en"`
}

// KindWords is the English wording of a kind of signal.
type KindWords struct {
	// Name is what a person reads in a list.
	Name string `json:"name"`
	// Means says in one sentence what is observed; for what is refused, it stands in the error.
	Means string `json:"means"`
	// Example is one case as somebody would note it.
	Example string `json:"example,omitzero"`
}

func (e *KindEntry) has(m Mark) bool { return slices.Contains(e.Marks, m) }

// weighs reports whether a signal of the kind counts for or against.
func (e *KindEntry) weighs() bool {
	return e.Direction == DirectionRaises || e.Direction == DirectionLowers
}

// heldSingly reports whether signals of the kind are kept one by one in a ledger, also without an item.
func (e *KindEntry) heldSingly() bool {
	return e.Direction == DirectionExternal || e.Loop != StepUnknown || e.Repair != RepairStepUnknown ||
		e.Playbook != "" || slices.ContainsFunc(e.Marks, func(m Mark) bool {
		switch m {
		case MarkLeaving, MarkHandedOver, MarkPolicy, MarkPolicyLifted, MarkOverPromise, MarkPromiseCorrected,
			MarkWatch, MarkWatchCleared, MarkWatchConfirmed, MarkNewContact:
			return true
		default:
			return false
		}
	})
}

func (e KindEntry) clone() KindEntry {
	e.Audiences, e.Marks = slices.Clone(e.Audiences), slices.Clone(e.Marks)
	return e
}
