package client

import (
	"bytes"
	"cmp"
	"slices"
	"time"

	"github.com/rapport-go/rapport"
)

// canonical returns a copy of weekly hours with the days in order, each once.
func canonical(h rapport.Hours) rapport.Hours {
	h.Days = slices.Clone(h.Days)
	slices.Sort(h.Days)
	h.Days = slices.Compact(h.Days)
	if len(h.Days) == 7 {
		h.Days = nil
	}
	return h
}

// compareHours orders canonical weekly hours; none stands first.
func compareHours(a, b rapport.Hours) int {
	return cmp.Or(compareClocks(a.From, b.From), compareClocks(a.To, b.To), slices.Compare(a.Days, b.Days))
}

// compareClocks orders times of day; none, whose text is empty, stands first.
func compareClocks(a, b rapport.Clock) int {
	textA, _ := a.MarshalText()
	textB, _ := b.MarshalText()
	return bytes.Compare(textA, textB)
}

// covers reports whether every window of inner lies within a window of outer. No hours are any time.
func covers(outer, inner rapport.Hours) bool {
	if outer.IsZero() || compareHours(outer, inner) == 0 {
		return true
	}
	if inner.IsZero() {
		return false
	}
	monday := time.Date(2024, time.January, 1, 0, 0, 0, 0, time.UTC)
	windows := outer.Between(monday, monday.AddDate(0, 0, 9))
	return !slices.ContainsFunc(inner.Between(monday.AddDate(0, 0, 1), monday.AddDate(0, 0, 8)), func(in rapport.Span) bool {
		return !slices.ContainsFunc(windows, func(out rapport.Span) bool {
			return !in.From.Before(out.From) && !in.To.After(out.To)
		})
	})
}
