package trust

import (
	"slices"

	"github.com/rapport-go/rapport"
)

// Merge returns the sum of ledgers of one relationship, kept by several devices. Their order means
// nothing, and sums of sums are the same sum. Ledgers of different relationships, and ledgers that counted
// the same signal, are an error at the later one's place ("/1"). What one of them has folded is folded in
// the sum; of two folded pasts it cannot be seen whether they overlap. Of
// vendor data under one key the one that is smaller as bytes stays.
func (t Tracker) Merge(ledgers ...Ledger) (Ledger, error) {
	var f rapport.Faults
	for i, l := range ledgers {
		at := rapport.Pointer("").Index(i)
		t.checkLedger(&f, at, l)
		if l.ID != ledgers[0].ID {
			f.Coded(at.Child("id"), codeEntry(CodeOtherRelationship))
		}
	}
	if len(ledgers) == 0 {
		f.Required("")
	}
	if err := f.Err(); err != nil {
		return Ledger{}, err
	}
	sum := ledgers[0].clone()
	sum.Schema = LedgerSchema
	for i, l := range ledgers[1:] {
		if sum.overlaps(l) {
			f.Coded(rapport.Pointer("").Index(i+1), codeEntry(CodeOverlap))
			continue
		}
		t.addLedger(&sum, l.clone())
	}
	if err := f.Err(); err != nil {
		return Ledger{}, err
	}
	return sum, nil
}

// overlaps reports whether the two have a signal in common.
func (l Ledger) overlaps(other Ledger) bool {
	ids := make(map[rapport.ID]bool, len(l.Kept))
	for _, s := range l.Kept {
		ids[s.ID] = true
	}
	return slices.ContainsFunc(other.Kept, func(s Signal) bool { return ids[s.ID] }) ||
		slices.ContainsFunc(other.Seen, func(s Seen) bool {
			_, found := slices.BinarySearchFunc(l.Seen, s, compareSeen)
			return found
		})
}

// addLedger adds other, which is the sum's own from then on.
func (t Tracker) addLedger(sum *Ledger, other Ledger) {
	sum.Kept = append(sum.Kept, other.Kept...)
	slices.SortFunc(sum.Kept, compareSignals)
	sum.Seen = append(sum.Seen, other.Seen...)
	slices.SortFunc(sum.Seen, compareSeen)
	sum.Tallies = added(sum.Tallies, other.Tallies, compareTallies, func(a *Tally, b Tally) { a.Count = min(a.Count+b.Count, maxCount) })
	for key, value := range other.Extensions {
		if sum.Extensions == nil {
			sum.Extensions = rapport.Extensions{}
		}
		if old, found := sum.Extensions[key]; !found || string(value) < string(old) {
			sum.Extensions[key] = value
		}
	}
	for _, o := range other.Opening {
		i := slices.IndexFunc(sum.Opening, func(own Opening) bool { return own.Audience == o.Audience })
		if i < 0 {
			sum.Opening = append(sum.Opening, o)
			continue
		}
		sum.Opening[i].add(o)
	}
	slices.SortFunc(sum.Opening, compareOpenings)
	for _, o := range slices.Clone(sum.Opening) {
		t.foldAudience(sum, o.Audience, dayOf(o.Through))
	}
}

// added joins two sorted lists; elements that compare equal are joined by into.
func added[T any](a, b []T, compare func(a, b T) int, into func(a *T, b T)) []T {
	all := append(a, b...)
	slices.SortFunc(all, compare)
	joined := all[:0]
	for _, element := range all {
		if n := len(joined); n > 0 && compare(joined[n-1], element) == 0 {
			into(&joined[n-1], element)
		} else {
			joined = append(joined, element)
		}
	}
	return joined
}

// add adds another folded past of the same audience.
func (o *Opening) add(other Opening) {
	o.Through = later(o.Through, other.Through)
	o.Contact, o.Meaningful = later(o.Contact, other.Contact), later(o.Meaningful, other.Meaningful)
	o.First = firstDays(append(o.First, other.First...))
	o.Balances = added(o.Balances, other.Balances, compareBalances, func(a *Balance, b Balance) { a.Left = min(a.Left+b.Left, maxCount*unit) })
}

func later(a, b rapport.Date) rapport.Date {
	if a.Compare(b) < 0 {
		return b
	}
	return a
}

// enoughDays is on how many days there have to be signals before anything is claimed.
const enoughDays = 5

// firstDays returns the first days, ascending, each once.
func firstDays(days []rapport.Date) []rapport.Date {
	slices.SortFunc(days, rapport.Date.Compare)
	days = slices.Compact(days)
	return days[:min(len(days), enoughDays)]
}
