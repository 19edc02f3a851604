package trust

import (
	"cmp"
	"slices"

	"github.com/rapport-go/rapport"
)

// LedgerSchema is the schema word of a stored [Ledger].
const LedgerSchema = "rapport/ledger/1"

// KeepDays is how many days back a ledger tells its days apart; [Tracker.Fold] joins what is older. It
// bounds how far back [Tracker.Course] looks.
const KeepDays = 400

// Ledger is what was recorded about one relationship, counted by UTC day. A year of daily service, about a
// thousand signals, takes about 55 kB in memory while its days are told apart and about 2 kB once they are
// folded, beside what is kept one by one (some 40 signals, each about 140 bytes and what they point to). The order of everything in it is fixed, so that ledgers of the
// same signals are equal whatever the order of recording. Change it by the verbs of a [Tracker] only. The
// zero value is empty and lacks its ID.
type Ledger struct {
	// Schema is [LedgerSchema] or empty, which means the same.
	Schema string `json:"schema,omitzero"`
	// ID is the app's key of the relationship.
	ID rapport.ID `json:"id"`
	// Opening holds what is folded, by audience.
	Opening []Opening `json:"opening,omitzero"`
	// Tallies count the other signals, by day, audience, kind and source.
	Tallies []Tally `json:"tallies,omitzero"`
	// Seen tells which signals were counted, by day, audience and mark, so that none counts twice.
	Seen []Seen `json:"seen,omitzero"`
	// Kept are the signals that are kept one by one, by moment, then ID: those with an item, failings and
	// steps of repair, matters raised and their steps, changes of person, orders, outside events.
	Kept []Signal `json:"kept,omitzero"`
	// Extensions carries vendor data.
	Extensions rapport.Extensions `json:"extensions,omitzero"`
}

// Tally counts signals of one kind from one source on one day.
type Tally struct {
	// On is the UTC day.
	On rapport.Date `json:"on"`
	// Audience is whose trust they bear on.
	Audience rapport.Audience `json:"audience"`
	// Kind is what was observed.
	Kind Kind `json:"kind"`
	// Source is who reported them.
	Source Source `json:"source"`
	// Count is how many, at least 1.
	Count int64 `json:"count"`
}

// Seen is the trace of one counted signal.
type Seen struct {
	// On is the UTC day.
	On rapport.Date `json:"on"`
	// Audience is whose trust it bears on.
	Audience rapport.Audience `json:"audience"`
	// Mark is a number of 53 bits made of the signal's ID; two IDs of one day share it by chance once in
	// about ten thousand million million pairs.
	Mark uint64 `json:"mark"`
}

// Opening is the folded past of one audience.
type Opening struct {
	// Audience is whose trust it bears on.
	Audience rapport.Audience `json:"audience"`
	// Through is the last day that is folded.
	Through rapport.Date `json:"through"`
	// First are the first days with signals, five at most, ascending.
	First []rapport.Date `json:"first"`
	// Contact is the last day of contact; zero where there was none.
	Contact rapport.Date `json:"contact,omitzero"`
	// Meaningful is the last day of a talk of substance; zero where there was none.
	Meaningful rapport.Date `json:"meaningful,omitzero"`
	// Balances hold the evidence, by day, kind and source.
	Balances []Balance `json:"balances,omitzero"`
}

// Balance is what is left, on the last day of a period of 91 days, of the signals of one kind from one
// source in it. Sums of balances are exact, so that folding and merging may come in any order.
type Balance struct {
	// On is the last UTC day of the period.
	On rapport.Date `json:"on"`
	// Kind is what was observed.
	Kind Kind `json:"kind"`
	// Source is who reported them.
	Source Source `json:"source"`
	// Left is the number of signals, each aged to that day, in 1/2^31.
	Left int64 `json:"left"`
}

// Validate reports problems of shape, and lists out of their order, as a hand may leave them.
func (l Ledger) Validate() error {
	var f rapport.Faults
	f.Schema("/schema", l.Schema, LedgerSchema)
	f.ID("/id", l.ID)
	for i, o := range l.Opening {
		o.validate(&f, rapport.Pointer("/opening").Index(i))
	}
	for i := range l.Tallies {
		t := &l.Tallies[i]
		if t.inOrder() {
			continue
		}
		at := rapport.Pointer("/tallies").Index(i)
		memberGiven(&f, at.Child("audience"), t.Audience == rapport.AudienceUnknown, t.Audience)
		validateCount(&f, at, t.On, t.Kind, t.Source)
		inRange(&f, at.Child("count"), t.Count >= 1 && t.Count <= maxCount)
	}
	for i := range l.Kept {
		if !rapport.IsWord(l.Kept[i].Kind) || l.Kept[i].Audience == rapport.AudienceUnknown || audienceOf(l.Kept[i].Audience) == nil || !wellFormed(&l.Kept[i]) {
			f.Join(rapport.Pointer("/kept").Index(i), l.Kept[i].Validate())
		}
	}
	ordered(&f, "/opening", l.Opening, func(a, b Opening) int { return cmp.Compare(a.Audience, b.Audience) })
	ordered(&f, "/tallies", l.Tallies, compareTallies)
	ordered(&f, "/seen", l.Seen, compareSeen)
	ordered(&f, "/kept", l.Kept, compareSignals)
	f.Join("/extensions", l.Extensions.Validate())
	return f.Err()
}

// inOrder is validation without its list, for the common case.
func (t *Tally) inOrder() bool {
	return !t.On.IsZero() && audienceOf(t.Audience) != nil && t.Source != SourceUnknown && int(t.Source) < len(sourceWords) &&
		t.Count >= 1 && t.Count <= maxCount && rapport.IsWord(t.Kind)
}

// maxCount bounds counts so that no sum overflows.
const maxCount = 1 << 20

func (o Opening) validate(f *rapport.Faults, at rapport.Pointer) {
	memberGiven(f, at.Child("audience"), o.Audience == rapport.AudienceUnknown, o.Audience)
	inRange(f, at.Child("through"), !o.Through.IsZero() && isPeriodEnd(dayOf(o.Through)))
	inRange(f, at.Child("first"), len(o.First) >= 1 && len(o.First) <= enoughDays)
	for i, day := range o.First {
		inRange(f, at.Child("first").Index(i), !day.IsZero() && day.Compare(o.Through) <= 0)
	}
	ordered(f, at.Child("first"), o.First, rapport.Date.Compare)
	inRange(f, at.Child("contact"), o.Contact.Compare(o.Through) <= 0)
	inRange(f, at.Child("meaningful"), o.Meaningful.Compare(o.Through) <= 0)
	for i, b := range o.Balances {
		at := at.Child("balances").Index(i)
		validateCount(f, at, b.On, b.Kind, b.Source)
		inRange(f, at.Child("on"), b.On.Compare(o.Through) <= 0)
		inRange(f, at.Child("left"), b.Left >= 1 && b.Left <= maxCount*unit)
	}
	ordered(f, at.Child("balances"), o.Balances, compareBalances)
}

func validateCount(f *rapport.Faults, at rapport.Pointer, on rapport.Date, kind Kind, source Source) {
	if on.IsZero() {
		f.Required(at.Child("on"))
	}
	rapport.FaultWord(f, at.Child("kind"), kind)
	memberGiven(f, at.Child("source"), source == SourceUnknown, source)
}

// ordered notes an element that does not stand after the one before it.
func ordered[T any](f *rapport.Faults, at rapport.Pointer, list []T, compare func(a, b T) int) {
	for i := 1; i < len(list); i++ {
		if compare(list[i-1], list[i]) >= 0 {
			f.Coded(at.Index(i), codeEntry(CodeOutOfOrder))
		}
	}
}

func compareTallies(a, b Tally) int {
	if c := a.On.Compare(b.On); c != 0 {
		return c
	}
	return cmp.Or(cmp.Compare(a.Audience, b.Audience), cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Source, b.Source))
}

func compareSeen(a, b Seen) int {
	if c := a.On.Compare(b.On); c != 0 {
		return c
	}
	return cmp.Or(cmp.Compare(a.Audience, b.Audience), cmp.Compare(a.Mark, b.Mark))
}

func compareSignals(a, b Signal) int { return cmp.Or(a.At.Compare(b.At), cmp.Compare(a.ID, b.ID)) }

func compareBalances(a, b Balance) int {
	return cmp.Or(a.On.Compare(b.On), cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Source, b.Source))
}

// clone returns a copy that shares no memory with l.
func (l Ledger) clone() Ledger {
	l.Opening, l.Tallies, l.Seen, l.Kept = slices.Clone(l.Opening), slices.Clone(l.Tallies), slices.Clone(l.Seen), slices.Clone(l.Kept)
	for i := range l.Opening {
		l.Opening[i].First, l.Opening[i].Balances = slices.Clone(l.Opening[i].First), slices.Clone(l.Opening[i].Balances)
	}
	for i := range l.Kept {
		l.Kept[i].Extensions = l.Kept[i].Extensions.Clone()
	}
	l.Extensions = l.Extensions.Clone()
	return l
}
