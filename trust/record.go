package trust

import (
	"slices"
	"time"

	"github.com/rapport-go/rapport"
)

// Gather counts signals into a ledger. Their order means nothing, late ones are as good as others, those of
// days to come too (a standing leaves them out), and one that stands there twice, letter for letter, counts
// once. Every problem is reported at its place ("/signals/3/kind"), among them two signals with one ID that
// say different things.
func (t Tracker) Gather(id rapport.ID, signals []Signal) (Ledger, error) {
	var f rapport.Faults
	f.ID("/id", id)
	l := t.gather(&f, signals, true)
	if err := f.Err(); err != nil {
		return Ledger{}, err
	}
	l.Schema, l.ID = LedgerSchema, id
	return l, nil
}

// gather counts signals; what is read once and thrown away need not remember what it has seen.
func (t Tracker) gather(f *rapport.Faults, signals []Signal, remember bool) Ledger {
	entries := make([]*KindEntry, len(signals))
	back := 0
	for i := range signals {
		if entries[i] = t.inOrder(&signals[i]); entries[i] == nil {
			entries[i] = t.checkSignal(f, rapport.Pointer("/signals").Index(i), &signals[i])
		}
		if i > 0 && signals[i].At.Before(signals[i-1].At) {
			back++
		}
	}
	for i, first := range repeats(signals) {
		if first >= 0 && !sameSignal(&signals[i], &signals[first]) {
			f.Coded(rapport.Pointer("/signals").Index(i).Child("id"), codeEntry(CodeOtherContent))
		} else if first >= 0 {
			entries[i] = nil
		}
	}
	l := Ledger{}
	if f.Err() != nil {
		return l
	}
	l.Tallies = make([]Tally, 0, len(signals))
	for _, i := range inOrderOfTime(signals, back) {
		if entries[i] != nil {
			l.add(&signals[i], entries[i], remember)
		}
	}
	return l
}

// inOrderOfTime returns the places of signals in the order of their moments, so that each is added near
// the end; where few stand out of turn, as they are.
func inOrderOfTime(signals []Signal, back int) []int {
	order := make([]int, len(signals))
	for i := range order {
		order[i] = i
	}
	if back > len(signals)/8 {
		slices.SortFunc(order, func(a, b int) int { return compareSignals(signals[a], signals[b]) })
	}
	return order
}

// Record counts one signal into the ledger, known at a moment. It is the one verb that changes what it is
// handed; on an error the ledger stays as it is. A signal that was counted is not counted again; one that
// was kept under the same ID with another content is an error, so is one dated after the moment or in the
// folded past.
func (t Tracker) Record(l *Ledger, s Signal, at time.Time) error {
	var f rapport.Faults
	if l == nil {
		f.Required("")
		return f.Err()
	}
	entry := t.checkSignal(&f, "", &s)
	if at.IsZero() {
		f.At("", at)
	} else if s.At.After(at) {
		f.AfterMoment("/at")
	}
	for i := range l.Opening {
		if l.Opening[i].Audience == s.Audience && dayAt(s.At) <= dayOf(l.Opening[i].Through) {
			f.Coded("/at", codeEntry(CodeBeforeOpening))
		}
	}
	for i := range l.Kept {
		if l.Kept[i].ID == s.ID {
			if sameSignal(&l.Kept[i], &s) {
				return f.Err()
			}
			f.Coded("/id", codeEntry(CodeOtherContent))
		}
	}
	if err := f.Err(); err != nil {
		return err
	}
	l.add(&s, entry, true)
	return nil
}

// add puts a checked signal where it belongs. What was counted before stays.
func (l *Ledger) add(s *Signal, entry *KindEntry, remember bool) {
	if s.Item != "" || entry.heldSingly() {
		kept := *s
		kept.At, kept.Due, kept.Extensions = s.At.UTC(), s.Due.UTC(), s.Extensions.Clone()
		i, _ := slices.BinarySearchFunc(l.Kept, kept, compareSignals)
		l.Kept = slices.Insert(l.Kept, i, kept)
		return
	}
	on := rapport.DateOf(s.At.UTC())
	if remember {
		seen := Seen{On: on, Audience: s.Audience, Mark: markOf(s.ID)}
		i, found := place(l.Seen, seen, compareSeen)
		if found {
			return
		}
		l.Seen = slices.Insert(l.Seen, i, seen)
	}
	tally := Tally{On: on, Audience: s.Audience, Kind: s.Kind, Source: countsAs(s, entry), Count: 1}
	i, found := place(l.Tallies, tally, compareTallies)
	if found {
		l.Tallies[i].Count = min(l.Tallies[i].Count+1, maxCount)
		return
	}
	l.Tallies = slices.Insert(l.Tallies, i, tally)
}

// place finds where an element stands or would stand in a sorted list; most come near the end.
func place[T any](list []T, element T, compare func(a, b T) int) (int, bool) {
	for i := len(list); i > 0 && i > len(list)-8; i-- {
		if c := compare(list[i-1], element); c <= 0 {
			if c == 0 {
				return i - 1, true
			}
			return i, false
		}
	}
	return slices.BinarySearchFunc(list, element, compare)
}

// countsAs returns the source by which a signal is weighed.
func countsAs(s *Signal, entry *KindEntry) Source {
	if s.Source == SourceOfficer && s.Evidence != "" && entry.Grade == GradeHard {
		return SourceRecord
	}
	return s.Source
}

// markOf makes 53 bits of an ID (FNV-1a), which every reader of JSON can carry.
func markOf(id rapport.ID) uint64 {
	hash := uint64(14695981039346656037)
	for i := range len(id) {
		hash = (hash ^ uint64(id[i])) * 1099511628211
	}
	return (hash ^ hash>>53) & (1<<53 - 1)
}

// repeats returns for each signal the place of the first one with the same ID, and -1 where it is itself
// the first.
func repeats(signals []Signal) []int {
	size := 4
	for size < 2*len(signals) {
		size *= 2
	}
	slots := make([]int32, size)
	first := make([]int, len(signals))
	for i := range signals {
		first[i] = -1
		slot := int(markOf(signals[i].ID)) & (size - 1)
		for slots[slot] != 0 && signals[slots[slot]-1].ID != signals[i].ID {
			slot = (slot + 1) & (size - 1)
		}
		if slots[slot] == 0 {
			slots[slot] = int32(i + 1)
		} else {
			first[i] = int(slots[slot] - 1)
		}
	}
	return first
}

// sameSignal reports whether two signals say the same.
func sameSignal(a, b *Signal) bool {
	if a.ID != b.ID || a.Kind != b.Kind || a.Audience != b.Audience || a.Source != b.Source || a.Item != b.Item ||
		a.Evidence != b.Evidence || a.Severity != b.Severity || !a.At.Equal(b.At) || !a.Due.Equal(b.Due) || len(a.Extensions) != len(b.Extensions) {
		return false
	}
	for key, value := range a.Extensions {
		if string(b.Extensions[key]) != string(value) {
			return false
		}
	}
	return true
}
