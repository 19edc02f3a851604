package client

import (
	"cmp"
	"slices"

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
	return cmp.Or(a.From.Compare(b.From), a.To.Compare(b.To), slices.Compare(a.Days, b.Days))
}

// week is canonical weekly hours in minutes, read once to be compared often. The zero value is any time.
type week struct {
	days         [7]bool
	from, length int
}

func weekOf(h rapport.Hours) week {
	var w week
	if h.IsZero() {
		return w
	}
	for i := range w.days {
		w.days[i] = len(h.Days) == 0 || slices.Contains(h.Days, rapport.DayMon+rapport.Day(i))
	}
	to, _ := h.To.Minutes()
	w.from, _ = h.From.Minutes()
	w.length = to - w.from
	if w.length <= 0 {
		w.length += dayMinutes
	}
	return w
}

const dayMinutes = 24 * 60

// covers reports whether every window of inner lies within a window of w, of the same day or of the day
// before. No hours are any time.
func (w week) covers(inner week) bool {
	if w.length == 0 || inner.length == 0 {
		return w.length == 0
	}
	late := inner.from - w.from
	sameDay := late >= 0 && late+inner.length <= w.length
	dayBefore := late+dayMinutes+inner.length <= w.length
	for day, begins := range inner.days {
		if begins && !(sameDay && w.days[day]) && !(dayBefore && w.days[(day+6)%7]) {
			return false
		}
	}
	return true
}
