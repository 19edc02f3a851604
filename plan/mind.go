package plan

import (
	"cmp"
	"slices"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
)

// mind is how one person minds or likes something that a column shows.
type mind struct {
	subject *subject
	at      string // the activity
	path    rapport.Path
	feeling int             // of a reaction
	wish    client.Strength // of a wish
	text    string          // the person's own words
	places  int             // at how many activities
}

// objects says whether it is a ground to take away what is in force: a reaction of -2 or worse, a strong
// wish, a line.
func (m mind) objects() bool {
	return m.feeling <= -2 || m.wish == client.StrengthStrong || m.forbids()
}

// forbids says whether it is a line, which only the person with the right moves.
func (m mind) forbids() bool { return m.wish == client.StrengthLine }

func (k *column) objected() bool { return slices.ContainsFunc(k.minds, mind.objects) }

// lined says whether a line of somebody's speaks against the column.
func (k *column) lined() bool { return slices.ContainsFunc(k.minds, mind.forbids) }

// mindsOf finds the newest reactions to what a column shows where it works, and the wishes against it.
func (c *composition) mindsOf(k *column) []mind {
	var list []mind
	for _, x := range k.cells {
		for _, element := range k.measure.Shows {
			list = append(list, c.mindsAt(x, element)...)
		}
	}
	slices.SortStableFunc(list, func(a, b mind) int { return cmp.Compare(a.path, b.path) })
	var found []mind
	for _, m := range list {
		if last := len(found) - 1; last >= 0 && found[last].path == m.path {
			if found[last].at != m.at {
				found[last].at, found[last].places = m.at, found[last].places+1
			}
			continue
		}
		m.places = 1
		found = append(found, m)
	}
	return found
}

func (c *composition) mindsAt(x *cell, element client.Element) []mind {
	var list []mind
	profile, root := x.subject.profile, x.subject.path()
	felt, reaction, found := c.client.Feeling(profile, element, c.feltAt(x), c.at)
	value, asked := felt.Value()
	if found && asked && value != 0 {
		path := root.Child("reactions").Element(string(reaction.ID))
		list = append(list, mind{subject: x.subject, at: x.name(), path: path, feeling: value, text: reaction.Words})
	}
	for _, w := range profile.Wishes {
		if !c.goesAgainst(w, x, element) {
			continue
		}
		// Who has come to like it has moved on from an older plain wish against it.
		if w.Strength == client.StrengthWish && value >= 1 && reaction.On.Compare(w.On) > 0 {
			continue
		}
		list = append(list, mind{subject: x.subject, at: x.name(), path: root.Child("wishes").Element(string(w.ID)), wish: w.Strength, text: w.Words})
	}
	return list
}

// goesAgainst says whether an element goes against a wish at a cell.
func (c *composition) goesAgainst(w client.Wish, x *cell, element client.Element) bool {
	return slices.Contains(x.subject.against[w.ID], element) && (w.Setting == "" || c.samePlace(c.feltAt(x), w.Setting))
}

// mindReasons says how a column is minded, with the paths of reactions and wishes.
func (k *column) mindReasons(weight int8, when func(mind) bool) []rapport.Reason {
	var list []rapport.Reason
	for _, m := range k.minds {
		switch {
		case !when(m):
		case m.wish != client.StrengthUnknown:
			list = append(list, because(CodeWishAgainst, m.path, weight, m.text))
		case m.feeling < 0:
			list = append(list, because(CodeReactionAgainst, m.path, weight, m.text))
		default:
			list = append(list, because(CodeReactionFor, m.path, -weight, m.text))
		}
	}
	return list
}
