package trust

import (
	"time"

	"github.com/rapport-go/rapport"
)

// Assess reads signals with the standard tracker; see [Tracker.Assess].
func Assess(signals []Signal, audience rapport.Audience, at time.Time) (Standing, error) {
	return Tracker{}.Assess(signals, audience, at)
}

// Assess says how the relationship stands with an audience as of a moment, given all signals. The moment
// stands for its UTC day. Signals of later days are left out, and the reasons say so: the same list
// answers for any day in the past. It equals [Tracker.Gather] and [Tracker.Standing] to the last bit. An
// error lists every signal that is out of shape, unknown, or does not bear on the relationship.
func (t Tracker) Assess(signals []Signal, audience rapport.Audience, at time.Time) (Standing, error) {
	var f rapport.Faults
	f.At("/at", at)
	memberGiven(&f, "/audience", audience == rapport.AudienceUnknown, audience)
	l := t.gather(&f, signals, false)
	if err := f.Err(); err != nil {
		return Standing{}, err
	}
	return t.standing(&l, audience, at), nil
}

// Standing says how the relationship stands with an audience as of a moment. The moment stands for its
// UTC day; what was recorded for later days is left out, and the reasons say so. A moment before what is
// folded is an error, for what was is no longer told apart.
func (t Tracker) Standing(l Ledger, audience rapport.Audience, at time.Time) (Standing, error) {
	var f rapport.Faults
	t.checkQuery(&f, &l, audience, at)
	if err := f.Err(); err != nil {
		return Standing{}, err
	}
	return t.standing(&l, audience, at), nil
}

// checkQuery notes what keeps a ledger from answering for an audience at a moment.
func (t Tracker) checkQuery(f *rapport.Faults, l *Ledger, audience rapport.Audience, at time.Time) {
	f.At("/at", at)
	memberGiven(f, "/audience", audience == rapport.AudienceUnknown, audience)
	t.checkLedger(f, "/ledger", *l)
	if f.Err() != nil {
		return
	}
	for _, o := range l.Opening {
		if o.Audience == audience && t.foldable(l, audience, dayAt(at)) < dayOf(o.Through) {
			f.Coded("/at", codeEntry(CodeBeforeOpening))
		}
	}
}

// checkLedger notes problems of shape and words that this tracker does not know.
func (t Tracker) checkLedger(f *rapport.Faults, at rapport.Pointer, l Ledger) {
	f.Join(at, l.Validate())
	known := func(at rapport.Pointer, word Kind) {
		if rapport.IsWord(word) && t.table().kind(word) == nil {
			f.UnknownWord(at.Child("kind"))
		}
	}
	for i, o := range l.Opening {
		for j, b := range o.Balances {
			known(at.Child("opening").Index(i).Child("balances").Index(j), b.Kind)
		}
	}
	for i, tally := range l.Tallies {
		if t.table().kind(tally.Kind) == nil {
			known(at.Child("tallies").Index(i), tally.Kind)
		}
	}
	for i := range l.Kept {
		if t.table().kind(l.Kept[i].Kind) == nil {
			known(at.Child("kept").Index(i), l.Kept[i].Kind)
		}
	}
}
