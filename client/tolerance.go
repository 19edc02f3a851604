package client

import "github.com/rapport-go/rapport"

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
	rung  rapport.Visibility
	piece piece
}

// spot is where reactions speak of the same: one rung in one setting.
type spot struct {
	setting Setting
	rung    rapport.Visibility
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
	for steps, lender := range r.path(setting) {
		if lender == anywhere && steps > 0 {
			break
		}
		e, found := weigh(piecesOf(live, spot{lender, rung}))
		if !found {
			continue
		}
		t := Tolerance{Setting: setting, Visibility: rung, Estimate: e.lent(steps).out()}
		if steps > 0 {
			t.BorrowedFrom = lender
			for _, f := range live {
				if (spot{f.Setting, f.rung}) == (spot{lender, rung}) {
					r.because(CodeReactionBorrowed, reactionPath(f.Reaction), 1, r.settingName(setting), r.settingName(lender))
				}
			}
		}
		return t, true
	}
	return Tolerance{}, false
}

// liveReactions returns the reactions that are not too old to what outsiders notice too, each with its
// weight by age, and notes those that are too old. One that a later day's reaction to the same element in
// the same setting has followed counts half.
func (r *reading) liveReactions() []felt {
	newest := r.newestReactions()
	live := []felt{}
	for _, reaction := range r.profile.Reactions {
		element := r.table().elements.at(reaction.Element)
		shelf := r.shelf(reaction)
		age := shelf.age(reaction.On, r.day)
		switch {
		case age == 0:
			r.lacks(BlocksChoice, r.asksAt(reaction.Setting), CodeReactionTooOld, reactionPath(reaction), reaction.On.String())
		case element.Visibility != rapport.VisibilityUnknown:
			mass := part(shelf.Weight, 100).times(age)
			if newest[sight{reaction.Setting, reaction.Element}].Compare(reaction.On) > 0 {
				mass = mass.halved(1)
			}
			live = append(live, felt{reaction, element.Visibility, piece{ofFeeling(reaction.Feeling), mass}})
		}
	}
	r.reactionReasons(live)
	return live
}

// sight is an element in a setting.
type sight struct {
	setting Setting
	element Element
}

// newestReactions returns the day of the newest reaction to each element in each setting.
func (r *reading) newestReactions() map[sight]rapport.Date {
	newest := map[sight]rapport.Date{}
	for _, reaction := range r.profile.Reactions {
		at := sight{reaction.Setting, reaction.Element}
		if reaction.On.Compare(newest[at]) > 0 {
			newest[at] = reaction.On
		}
	}
	return newest
}

// reactionReasons names each reaction that counts. Beside others to the same rung in the same setting
// none decides alone.
func (r *reading) reactionReasons(live []felt) {
	beside := map[spot]int{}
	for _, f := range live {
		beside[spot{f.Setting, f.rung}]++
	}
	for _, f := range live {
		value, _ := f.Feeling.Value()
		if beside[spot{f.Setting, f.rung}] > 1 {
			value = min(max(value, -2), 2)
		}
		element := r.table().elements.at(f.Element)
		r.because(CodeReactionCounts, reactionPath(f.Reaction), int8(value),
			f.Feeling.String(), element.EN.Name, r.settingName(f.Setting), f.On.String())
	}
}

// piecesOf are the pieces of the reactions that speak of one rung in one setting.
func piecesOf(live []felt, at spot) []piece {
	var pieces []piece
	for _, f := range live {
		if f.Setting == at.setting && f.rung == at.rung {
			pieces = append(pieces, f.piece)
		}
	}
	return pieces
}

func reactionPath(r Reaction) rapport.Path {
	return rapport.Path("/reactions").Element(string(r.ID))
}

func (s Scorer) settingName(word Setting) string {
	return s.table().settings.at(word).EN.Name
}
