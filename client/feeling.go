package client

import (
	"cmp"
	"time"

	"github.com/rapport-go/rapport"
)

// Feeling returns the newest feeling about an element in a setting, and the reaction it comes from. What
// is not known there is borrowed from the nearest setting it lies in, never from "anywhere" and never
// between siblings; the reaction's setting tells which. Reactions after on, and those too old to count
// on that day, are left out. Of several on one day the most uncomfortable counts.
func (s Scorer) Feeling(p Profile, element Element, at Setting, on time.Time) (rapport.Feeling, Reaction, bool) {
	shelf, _ := s.table().evidence.find(EvidenceObservedReaction)
	day := rapport.DateOf(on)
	for entry, found := s.Setting(at); found; entry, found = s.Setting(entry.Parent) {
		if entry.ID == anywhere && at != anywhere {
			break
		}
		var newest Reaction
		for _, r := range p.Reactions {
			if r.Element != element || r.Setting != entry.ID || r.On.Compare(day) > 0 || shelf.age(r.On, day) == 0 {
				continue
			}
			if newest.ID == "" || newer(r, newest) < 0 {
				newest = r
			}
		}
		if newest.ID != "" {
			return newest.Feeling, newest, true
		}
	}
	return rapport.FeelingNotAsked, Reaction{}, false
}

// newer orders reactions: the newest first, of one day the most uncomfortable first.
func newer(a, b Reaction) int {
	return cmp.Or(b.On.Compare(a.On), cmp.Compare(a.Feeling, b.Feeling), cmp.Compare(a.ID, b.ID))
}
