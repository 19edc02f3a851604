package trust

import (
	"cmp"
	"slices"
	"time"

	"github.com/rapport-go/rapport"
)

// Fold joins what is older than [KeepDays] days into balances, quarter by quarter, as far as there was
// contact since. A standing at or after the moment is the same to the last bit, before and after folding.
// What is kept one by one stays. Signals of the folded past can no longer be recorded.
func (t Tracker) Fold(l Ledger, at time.Time) (Ledger, error) {
	var f rapport.Faults
	f.At("", at)
	t.checkLedger(&f, "", l)
	if err := f.Err(); err != nil {
		return Ledger{}, err
	}
	folded := l.clone()
	for _, audience := range audiences {
		t.foldAudience(&folded, audience, t.foldable(&folded, audience, dayAt(at)))
	}
	return folded, nil
}

// foldable returns the last day that may be folded, as seen from a day: the end of a period that is old
// enough and before the last contact.
func (t Tracker) foldable(l *Ledger, audience rapport.Audience, day int) int {
	last, old := never, len(l.Opening) > 0
	if len(l.Tallies) > 0 {
		old = old || dayOf(l.Tallies[0].On) <= day-KeepDays
	}
	if !old {
		return never
	}
	for i := range l.Tallies {
		if own := &l.Tallies[i]; own.Audience == audience && isContact(t.table().kind(own.Kind)) {
			if on := dayOf(own.On); on <= day {
				last = max(last, on)
			}
		}
	}
	for i := range l.Kept {
		if own := &l.Kept[i]; own.Audience == audience && dayAt(own.At) <= day && isContact(t.table().kind(own.Kind)) {
			last = max(last, dayAt(own.At))
		}
	}
	for _, o := range l.Opening {
		if o.Audience == audience && !o.Contact.IsZero() {
			last = max(last, dayOf(o.Contact))
		}
	}
	if last == never {
		return never
	}
	return lastPeriodEnd(min(day-KeepDays, last))
}

// foldAudience folds the tallies of an audience up to a day, the end of a period.
func (t Tracker) foldAudience(l *Ledger, audience rapport.Audience, through int) {
	if through == never {
		return
	}
	o, rest := t.opening(l, audience, through)
	if o == nil {
		return
	}
	l.Tallies = rest
	l.Seen = slices.DeleteFunc(l.Seen, func(s Seen) bool { return s.Audience == audience && s.On.Compare(o.Through) <= 0 })
	i, found := slices.BinarySearchFunc(l.Opening, *o, compareOpenings)
	if found {
		l.Opening[i] = *o
	} else {
		l.Opening = slices.Insert(l.Opening, i, *o)
	}
}

// opening returns the folded past of an audience with its tallies up to a day added, and all other
// tallies; nil where there is nothing to fold.
func (t Tracker) opening(l *Ledger, audience rapport.Audience, through int) (*Opening, []Tally) {
	var o *Opening
	for i := range l.Opening {
		if l.Opening[i].Audience == audience {
			own := l.Opening[i]
			own.First, own.Balances = slices.Clone(own.First), slices.Clone(own.Balances)
			o, through = &own, max(through, dayOf(own.Through))
		}
	}
	folds := func(tally *Tally) bool { return tally.Audience == audience && dayOf(tally.On) <= through }
	first := 0
	for first < len(l.Tallies) && !folds(&l.Tallies[first]) {
		if dayOf(l.Tallies[first].On) > through {
			first = len(l.Tallies)
			break
		}
		first++
	}
	if first == len(l.Tallies) && o == nil {
		return nil, l.Tallies
	}
	if o == nil {
		o = &Opening{Audience: audience}
	}
	o.Through = dateOf(through)
	rest := slices.Clone(l.Tallies[:first])
	left := map[Balance]int64{}
	for i := first; i < len(l.Tallies); i++ {
		tally := &l.Tallies[i]
		if folds(tally) {
			t.foldTally(o, tally, left)
		} else {
			rest = append(rest, *tally)
		}
	}
	balances := make([]Balance, 0, len(left))
	for b, amount := range left {
		b.Left = amount
		balances = append(balances, b)
	}
	slices.SortFunc(balances, compareBalances)
	o.Balances = added(o.Balances, balances, compareBalances, func(a *Balance, b Balance) { a.Left = min(a.Left+b.Left, maxCount*unit) })
	o.First = firstDays(o.First)
	return o, rest
}

// foldTally adds one tally to a folded past; left collects the balances by what they are of.
func (t Tracker) foldTally(o *Opening, tally *Tally, left map[Balance]int64) {
	day, entry := dayOf(tally.On), t.table().kind(tally.Kind)
	o.First = append(o.First, tally.On)
	if len(o.First) > 8*enoughDays {
		o.First = firstDays(o.First)
	}
	if isContact(entry) {
		o.Contact = later(o.Contact, tally.On)
		if entry.has(MarkMeaningful) {
			o.Meaningful = later(o.Meaningful, tally.On)
		}
	}
	if entry.weighs() {
		end := periodEnd(day)
		share := kept((end - day) * stepsPerDay(entry.HalfLife, audienceOf(tally.Audience).Memory))
		key := Balance{On: dateOf(end), Kind: tally.Kind, Source: tally.Source}
		left[key] = min(left[key]+tally.Count*int64(share), maxCount*unit)
	}
}

func compareOpenings(a, b Opening) int { return cmp.Compare(a.Audience, b.Audience) }
