package client

import (
	"github.com/rapport-go/rapport"
)

// Tolerance is how a rung of visibility feels in a setting: 0 disturbs strongly, 1 reassures strongly.
// It is kept by setting and rung, since a friendly face in plain clothes says nothing about a uniform,
// and a uniform at a stadium nothing about one at the door.
type Tolerance struct {
	// Setting is where.
	Setting Setting `json:"setting"`
	// Visibility is the rung.
	Visibility rapport.Visibility `json:"visibility"`
	// Estimate is the tolerance; it is known.
	Estimate rapport.Estimate `json:"estimate"`
	// BorrowedFrom is the setting it was taken from, where nothing is known here; the confidence is halved
	// for each step. Nothing is borrowed from "anywhere".
	BorrowedFrom Setting `json:"borrowed_from,omitzero"`
}

// felt is a reaction to something that outsiders notice too, on a rung.
type felt struct {
	Reaction
	rung rapport.Visibility
}

// tolerances weighs the reactions that still count, by setting and rung.
func (r *reading) tolerances() []Tolerance {
	live := r.liveReactions()
	settings := []Setting{}
	for _, reaction := range live {
		settings = append(settings, reaction.Setting)
	}
	list := []Tolerance{}
	for _, setting := range r.places(settings) {
		for _, rung := range rungs() {
			if t, found := r.tolerance(live, setting, rung); found {
				list = append(list, t)
			}
		}
	}
	return list
}

func rungs() []rapport.Visibility {
	return []rapport.Visibility{rapport.VisibilityCovert, rapport.VisibilityLowProfile, rapport.VisibilityOrdinary, rapport.VisibilityOvert}
}

// tolerance finds the nearest setting, from this one up to and without "anywhere", that knows the rung.
func (r *reading) tolerance(live []felt, setting Setting, rung rapport.Visibility) (Tolerance, bool) {
	for steps, lender := range r.SettingPath(setting) {
		if lender == anywhere && steps > 0 {
			break
		}
		carriers := carriersOf(live, lender, rung)
		e, found := weigh(r.reactionPieces(carriers))
		if !found {
			continue
		}
		t := Tolerance{Setting: setting, Visibility: rung, Estimate: e.lent(steps).out()}
		if steps > 0 {
			t.BorrowedFrom = lender
			for _, c := range carriers {
				r.because(CodeReactionBorrowed, reactionPath(c.Reaction), 1, r.settingName(setting), r.settingName(lender))
			}
		}
		return t, true
	}
	return Tolerance{}, false
}

// liveReactions returns the reactions that are not too old to what outsiders notice too, and notes those
// that are too old.
func (r *reading) liveReactions() []felt {
	shelf, _ := r.EvidenceKind(EvidenceObservedReaction)
	live := []felt{}
	for _, reaction := range r.profile.Reactions {
		element, _ := r.Element(reaction.Element)
		switch {
		case shelf.age(reaction.On, r.day) == 0:
			r.lacks(BlocksChoice, CodeReactionTooOld, reactionPath(reaction), reaction.On.String())
		case element.Visibility != rapport.VisibilityUnknown:
			live = append(live, felt{reaction, element.Visibility})
			value, _ := reaction.Feeling.Value()
			r.because(CodeReactionCounts, reactionPath(reaction), int8(value),
				reaction.Feeling.String(), element.EN.Name, r.settingName(reaction.Setting), reaction.On.String())
		}
	}
	return live
}

// carriersOf are the reactions in a setting on a rung.
func carriersOf(live []felt, setting Setting, rung rapport.Visibility) []felt {
	var list []felt
	for _, f := range live {
		if f.Setting == setting && f.rung == rung {
			list = append(list, f)
		}
	}
	return list
}

// reactionPieces gives each reaction its weight by age; one that a later day's reaction to the same
// element has followed counts half.
func (r *reading) reactionPieces(reactions []felt) []piece {
	shelf, _ := r.EvidenceKind(EvidenceObservedReaction)
	pieces := make([]piece, len(reactions))
	for i, reaction := range reactions {
		mass := part(shelf.Weight, 100).times(shelf.age(reaction.On, r.day))
		for _, other := range reactions {
			if other.Element == reaction.Element && other.On.Compare(reaction.On) > 0 {
				mass = mass.halved(1)
				break
			}
		}
		pieces[i] = piece{value: ofFeeling(reaction.Feeling), mass: mass}
	}
	return pieces
}

func reactionPath(r Reaction) rapport.Path {
	return rapport.Path("/reactions").Element(string(r.ID))
}

func (s Scorer) settingName(word Setting) string {
	entry, _ := s.Setting(word)
	return entry.EN.Name
}
