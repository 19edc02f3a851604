package strict

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

type faultKey struct{ pointer, code string }

// list collects faults up to a limit, each pointer and code once.
type list struct {
	limit  int
	faults []Fault
	seen   map[faultKey]bool
	more   bool
}

func (l *list) add(f Fault) {
	key := faultKey{f.Pointer, f.Code}
	switch {
	case l.seen[key]:
	case len(l.faults) == l.limit:
		l.more = true
	default:
		if l.seen == nil {
			l.seen = map[faultKey]bool{}
		}
		l.seen[key] = true
		l.faults = append(l.faults, f)
	}
}

// merge joins the faults of form with those of validators that still stand, sorted and cut at the limit.
func merge(form, judged *list) []Fault {
	all := list{limit: form.limit, more: form.more || judged.more}
	above := placesAbove(form.faults)
	for _, f := range form.faults {
		all.add(f)
	}
	slices.SortStableFunc(judged.faults, compare)
	for _, f := range judged.faults {
		if !above[f.Pointer] {
			all.add(f)
		}
	}
	if all.more {
		all.faults = append(all.faults, plainFault(CodeTooManyFaults))
	}
	slices.SortFunc(all.faults, compare)
	return all.faults
}

// placesAbove holds the pointer of every fault and of all that contains it.
func placesAbove(faults []Fault) map[string]bool {
	above := map[string]bool{}
	for _, f := range faults {
		for p := f.Pointer; !above[p]; p = p[:max(strings.LastIndexByte(p, '/'), 0)] {
			above[p] = true
		}
	}
	return above
}

func compare(a, b Fault) int {
	return cmp.Or(comparePointers(a.Pointer, b.Pointer), cmp.Compare(a.Code, b.Code), cmp.Compare(a.Text, b.Text))
}

// comparePointers compares segment by segment; an index stands before a name, and indices compare as
// numbers.
func comparePointers(a, b string) int {
	return slices.CompareFunc(strings.Split(a, "/"), strings.Split(b, "/"), func(x, y string) int {
		m, errM := strconv.Atoi(x)
		n, errN := strconv.Atoi(y)
		switch {
		case errM == nil && errN == nil:
			return cmp.Or(cmp.Compare(m, n), cmp.Compare(x, y))
		case errM == nil:
			return -1
		case errN == nil:
			return 1
		}
		return cmp.Compare(x, y)
	})
}
