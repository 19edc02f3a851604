package privacy

import (
	"slices"
	"time"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
	"github.com/rapport-go/rapport/internal/scale"
)

// Item is a word for a kind of record that is kept: of a category as a whole, under the category's own
// word, or of a part of it, as a copy of a passport.
type Item string

// Anchor is the day that a term counts from. The zero value is unknown.
type Anchor uint8

// The members of Anchor, in order.
const (
	// AnchorUnknown means not said.
	AnchorUnknown Anchor = iota
	// AnchorItem is the day of the record itself: when it was made, replaced, or last added to.
	AnchorItem
	// AnchorActivityEnd is the day on which the activity ended.
	AnchorActivityEnd
	// AnchorServiceEnd is the day on which the service ended.
	AnchorServiceEnd
)

var anchorWords = []string{"unknown", "item", "activity-end", "service-end"}

// String returns the word; for a value that is no member, Anchor(n).
func (a Anchor) String() string { return scale.String("Anchor", anchorWords, uint8(a)) }

// MarshalText returns the word, or an error for a value that is no member.
func (a Anchor) MarshalText() ([]byte, error) { return scale.Marshal("Anchor", anchorWords, uint8(a)) }

// UnmarshalText accepts a word of the scale, letter for letter.
func (a *Anchor) UnmarshalText(text []byte) error {
	member, err := scale.Parse("Anchor", anchorWords, text)
	if err == nil {
		*a = Anchor(member)
	}
	return err
}

// Term is a length of calendar time from an anchor.
type Term struct {
	// After is the day it counts from.
	After Anchor `json:"after"`
	// Years are added first, with the months.
	Years int `json:"years,omitzero"`
	// Months are added with the years. Where the day does not exist in the month, a term for keeping ends
	// on the first day of the next, a term for erasing on the last day of this.
	Months int `json:"months,omitzero"`
	// Days are added last.
	Days int `json:"days,omitzero"`
}

// on returns the day on which the term ends, and false where its anchor is not on record.
func (t Term) on(r Record, late bool) (rapport.Date, bool) {
	start := r.day(t.After)
	if start.IsZero() {
		return rapport.Date{}, false
	}
	begin := start.Start(time.UTC)
	first := time.Date(begin.Year()+t.Years, begin.Month()+time.Month(t.Months), 1, 0, 0, 0, 0, time.UTC)
	last := first.AddDate(0, 1, -1).Day()
	day := rapport.DateOf(first)
	switch {
	case begin.Day() <= last:
		day = day.AddDays(begin.Day() - 1)
	case late:
		day = day.AddDays(last)
	default:
		day = day.AddDays(last - 1)
	}
	return day.AddDays(t.Days), true
}

// TermEntry says how long a kind of record is kept. All maxima are house judgement.
type TermEntry struct {
	// ID is the word.
	ID Item `json:"id"`
	// Category is the category of the record.
	Category client.Category `json:"category"`
	// Min lists what has to pass before it may be erased; the latest counts.
	Min []Term `json:"min,omitzero"`
	// Max lists when it has to be erased; the earliest counts.
	Max []Term `json:"max,omitzero"`
	// ByLaw is true where the law of the place says how long; a term says so or the house decides.
	ByLaw bool `json:"by_law,omitzero"`
	// EN is the English wording.
	EN Because `json:"en"`
}

// Record is something kept, about which is asked how long. Days are of the contract's place.
type Record struct {
	// Item is the kind of record.
	Item Item `json:"item"`
	// On is the day it counts from itself: made, replaced, last added to.
	On rapport.Date `json:"on,omitzero"`
	// ActivityEnd is the day on which the activity ended; zero means not known.
	ActivityEnd rapport.Date `json:"activity_end,omitzero"`
	// ServiceEnd is the day on which the service ended; zero means not known.
	ServiceEnd rapport.Date `json:"service_end,omitzero"`
	// OpenUntil is the day until which an order, a case or a claim runs that needs the record. It prolongs
	// the time for keeping, not the time for erasing.
	OpenUntil rapport.Date `json:"open_until,omitzero"`
	// LawUntil is the day until which the law of the place wants it kept, where a term leaves it to the law.
	LawUntil rapport.Date `json:"law_until,omitzero"`
	// Held says whether a hold names this very record: an incident, a claim, an order.
	Held rapport.Answer `json:"held,omitzero"`
}

// Validate reports problems of shape.
func (r Record) Validate() error {
	var f rapport.Faults
	rapport.FaultWord(&f, "/item", r.Item)
	outOfScale(&f, "/held", r.Held)
	return f.Err()
}

func (r Record) day(a Anchor) rapport.Date {
	switch a {
	case AnchorItem:
		return r.On
	case AnchorActivityEnd:
		return r.ActivityEnd
	case AnchorServiceEnd:
		return r.ServiceEnd
	case AnchorUnknown:
	}
	return rapport.Date{}
}

// Keeping says what may be done with a record. The zero value is unknown.
type Keeping uint8

// The members of Keeping, in order.
const (
	// KeepingUnknown means not decided; no answer carries it.
	KeepingUnknown Keeping = iota
	// KeepingKeep means that it may not be erased yet.
	KeepingKeep
	// KeepingMayErase means that it may be erased and need not be.
	KeepingMayErase
	// KeepingErase means that it has to be erased: the last day is here or has passed.
	KeepingErase
	// KeepingUndecided means that the law decides and its day is not on record; keep it and ask.
	KeepingUndecided
)

var keepingWords = []string{"unknown", "keep", "may-erase", "erase", "undecided"}

// String returns the word; for a value that is no member, Keeping(n).
func (k Keeping) String() string { return scale.String("Keeping", keepingWords, uint8(k)) }

// MarshalText returns the word, or an error for a value that is no member.
func (k Keeping) MarshalText() ([]byte, error) {
	return scale.Marshal("Keeping", keepingWords, uint8(k))
}

// UnmarshalText accepts a word of the scale, letter for letter.
func (k *Keeping) UnmarshalText(text []byte) error {
	member, err := scale.Parse("Keeping", keepingWords, text)
	if err == nil {
		*k = Keeping(member)
	}
	return err
}

// Retention says how long a record is kept.
type Retention struct {
	// Keeping is what may be done at the moment that was asked about.
	Keeping Keeping `json:"keeping"`
	// NotBefore is the first day on which it may be erased; zero means at once, or not known yet.
	NotBefore rapport.Date `json:"not_before,omitzero"`
	// Due is the last day on which it may still be there; zero means not known yet.
	Due rapport.Date `json:"due,omitzero"`
	// Reasons say what set the days, in order.
	Reasons []rapport.Reason `json:"reasons"`
	// MadeWith lists the catalogues used, sorted.
	MadeWith []rapport.Edition `json:"made_with"`
}

// Retention says how long a record is kept, and what may be done with it on the day of a moment in its
// location. Keeping outweighs erasing where both are asked for. It fails only on invalid input.
func (p Policy) Retention(r Record, at time.Time) (Retention, error) {
	var f rapport.Faults
	f.At("", at)
	f.Join("", r.Validate())
	entry, _ := p.words.orStandard().terms.find(r.Item)
	checkWord(&f, "/item", r.Item, p.words.orStandard().terms.find)
	if err := f.Err(); err != nil {
		return Retention{}, err
	}
	out, today := Retention{MadeWith: editions(p.words, p.client)}, rapport.DateOf(at)
	var reasons []rapport.Reason
	unknown := func(t Term) {
		reasons = append(reasons, because(CodeEndNotKnown, rapport.Path("/record"), -1, t.After.String()))
	}
	open := false
	for _, t := range entry.Min {
		if day, known := t.on(r, true); !known {
			open = true
			unknown(t)
		} else if day.Compare(out.NotBefore) > 0 {
			out.NotBefore = day
		}
	}
	for _, day := range []rapport.Date{r.OpenUntil, r.LawUntil} {
		if day.Compare(out.NotBefore) > 0 {
			out.NotBefore = day
		}
	}
	for _, t := range entry.Max {
		if day, known := t.on(r, false); !known {
			unknown(t)
		} else if out.Due.IsZero() || day.Compare(out.Due) < 0 {
			out.Due = day
		}
	}
	if !out.NotBefore.IsZero() {
		reasons = append(reasons, because(CodeKeptUntil, "/record", 1, out.NotBefore.String()))
	}
	if !out.Due.IsZero() {
		reasons = append(reasons, because(CodeErasedBy, "/record", 1, out.Due.String(), entry.EN.Why))
	}
	lawless := entry.ByLaw && r.LawUntil.IsZero()
	if lawless {
		reasons = append(reasons, because(CodeLawDecides, "/record", -3))
	}
	if r.Held == rapport.AnswerYes {
		reasons = append(reasons, because(CodeOnHold, "/record/held", 3))
	}
	early := !out.NotBefore.IsZero() && today.Compare(out.NotBefore) < 0
	switch {
	case r.Held == rapport.AnswerYes || open || early:
		out.Keeping = KeepingKeep
	case lawless:
		out.Keeping = KeepingUndecided
	case !out.Due.IsZero() && today.Compare(out.Due) >= 0:
		out.Keeping = KeepingErase
	default:
		out.Keeping = KeepingMayErase
	}
	out.Reasons = slices.Clip(rapport.SortReasons(reasons))
	return out, nil
}
