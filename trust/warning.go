package trust

import (
	"cmp"
	"slices"

	"github.com/rapport-go/rapport"
)

// Warning is something a professional would speak up about. It lowers no value by itself.
type Warning struct {
	// Kind is the word.
	Kind WarningKind `json:"kind"`
	// Urgency says how soon something is to be done.
	Urgency rapport.Urgency `json:"urgency"`
	// Subject is what caused it, by its ID; empty where it is the relationship as a whole.
	Subject rapport.Path `json:"subject,omitzero"`
	// Args fill the blanks of the text, in order.
	Args []string `json:"args,omitzero"`
	// Text is what is the matter.
	Text string `json:"text"`
	// Next is what to do about it.
	Next string `json:"next"`
}

// warn words a warning.
func (t Tracker) warn(kind WarningKind, subject rapport.Path, args ...string) Warning {
	entry, _ := t.table().warnings.find(kind)
	return Warning{Kind: kind, Urgency: entry.Urgency, Subject: subject, Args: args, Text: rapport.Fill(entry.EN.Says, args...), Next: entry.EN.Next}
}

// sortWarnings puts the most urgent first, then goes by word and subject; the list is never nil.
func sortWarnings(list []Warning) []Warning {
	if len(list) == 0 {
		return []Warning{}
	}
	slices.SortFunc(list, func(a, b Warning) int {
		return cmp.Or(cmp.Compare(a.Urgency, b.Urgency), cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Subject, b.Subject))
	})
	return list
}

// rules is a set of warnings being collected.
type rules struct {
	*conclusion
	list []Warning
}

func (r *rules) when(holds bool, kind WarningKind, args ...string) {
	if holds {
		r.list = append(r.list, r.tracker.warn(kind, "", args...))
	}
}

func (r *rules) about(item rapport.ID, kind WarningKind, args ...string) {
	r.list = append(r.list, r.tracker.warn(kind, rapport.Path("/items").Element(string(item)), args...))
}

// warnings asks all rules; none stops another.
func (c *conclusion) warnings() []Warning {
	if c.since == never {
		return []Warning{}
	}
	r := rules{conclusion: c}
	r.ofContact()
	r.ofEvidence()
	r.ofManner()
	r.ofContinuity()
	r.ofPromises()
	r.ofBreaches()
	r.ofCourse()
	r.ofOthers()
	return sortWarnings(r.list)
}
