package client

import (
	"cmp"
	"time"

	"github.com/rapport-go/rapport"
)

// Reaction is how the person felt about something they could notice of protection, at a place and on a
// day. Reactions are kept by element and setting: the same uniform reassures in one place and disturbs
// in another (van de Veer et al. 2012; Doyle et al. 2015).
type Reaction struct {
	// ID is unique in the profile's reactions.
	ID rapport.ID `json:"id"`
	// Element is what could be noticed.
	Element Element `json:"element"`
	// Setting is where.
	Setting Setting `json:"setting"`
	// Feeling is how it felt.
	Feeling rapport.Feeling `json:"feeling"`
	// On is the day.
	On rapport.Date `json:"on"`
	// Source says how it is known; empty means that it was seen or said at the place itself, and
	// [EvidenceAnsweredQuestion] that it is an answer to "how would that feel?".
	Source EvidenceKind `json:"source,omitzero"`
	// Until is the day from which what was noticed is no longer there; zero means that it still is.
	Until rapport.Date `json:"until,omitzero"`
	// Words are the person's own, without names.
	Words string `json:"words,omitzero"`
}

// Validate reports problems of shape.
func (r Reaction) Validate() error {
	var f rapport.Faults
	f.ID("/id", r.ID)
	rapport.FaultWord(&f, "/element", r.Element)
	rapport.FaultWord(&f, "/setting", r.Setting)
	required(&f, "/feeling", r.Feeling == rapport.FeelingNotAsked)
	member(&f, "/feeling", r.Feeling)
	required(&f, "/on", r.On.IsZero())
	rapport.FaultOptionalWord(&f, "/source", r.Source)
	inRange(&f, "/until", r.Until.IsZero() || r.Until.Compare(r.On) >= 0)
	ownWords(&f, "/words", r.Words)
	return f.Err()
}

// Feeling returns the newest feeling about an element in a setting, and the reaction it comes from. What
// is not known there is borrowed from the nearest setting it lies in, never from "anywhere" and never
// between siblings; the reaction's setting tells which. Reactions after on, and those too old to count
// on that day, are left out, and so are guesses. The person's own feelings come before what others say of
// them; of several on one day the most uncomfortable counts.
func (s Scorer) Feeling(p Profile, element Element, at Setting, on time.Time) (rapport.Feeling, Reaction, bool) {
	day := rapport.DateOf(on)
	for entry, found := s.Setting(at); found; entry, found = s.Setting(entry.Parent) {
		if entry.ID == anywhere && at != anywhere {
			break
		}
		var newest Reaction
		for _, r := range p.Reactions {
			if r.Element != element || r.Setting != entry.ID || r.On.Compare(day) > 0 || s.shelf(r).age(r.On, day) == 0 {
				continue
			}
			if s.shelf(r).BesideOnly {
				continue
			}
			if newest.ID == "" || s.newer(r, newest) < 0 {
				newest = r
			}
		}
		if newest.ID != "" {
			return newest.Feeling, newest, true
		}
	}
	return rapport.FeelingNotAsked, Reaction{}, false
}

// shelf is the evidence that a reaction is: seen or said at the place unless it says otherwise.
func (s Scorer) shelf(r Reaction) *EvidenceEntry {
	if r.Source == "" {
		return s.table().evidence.at(EvidenceObservedReaction)
	}
	return s.table().evidence.at(r.Source)
}

// hearsay is what somebody else said or guessed of a feeling.
func (s Scorer) hearsay(r Reaction) int {
	if s.shelf(r).Weight < ownWeight {
		return 1
	}
	return 0
}

// newer orders reactions: the person's own before what others say, then the newest first, of one day the most
// uncomfortable first.
func (s Scorer) newer(a, b Reaction) int {
	return cmp.Or(cmp.Compare(s.hearsay(a), s.hearsay(b)), b.On.Compare(a.On), cmp.Compare(a.Feeling, b.Feeling), cmp.Compare(a.ID, b.ID))
}
