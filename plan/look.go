package plan

import (
	"slices"

	"github.com/rapport-go/rapport"
)

// looks says how visible protection is at each activity: the rungs the plan was made at, or higher where
// something chosen stands above them.
func (c *composition) looks() []Look {
	list := []Look{}
	for _, x := range c.cells {
		l := Look{
			Person: x.subject.id, Activity: x.id(), Setting: x.setting, Near: x.near.now(), Place: x.place.now(),
			To: x.activity.On.To.UTC(), Discretion: x.discretion,
		}
		l.Discretion.Activity = x.id()
		if x.near.step+x.place.step > 0 {
			rung := l.Near
			if x.place.step > 0 {
				rung = l.Place
			}
			l.Reasons = append(l.Reasons, because(CodeRungUp, x.path(), 2, rung.String()))
		}
		for _, k := range c.columns {
			c.raise(&l, x, k)
		}
		if len(l.Reasons) == 0 {
			l.Reasons = append(l.Reasons, because(CodeRungChosen, x.path(), 1, l.Near.String(), l.Place.String()))
		}
		l.Reasons = rapport.SortReasons(l.Reasons)
		list = append(list, l)
	}
	return list
}

// raise lifts a look to what a chosen column shows there, and says so.
func (c *composition) raise(l *Look, x *cell, k *column) {
	if !k.chosen || !k.works(x) || k.measure.Layer != LayerPlace {
		return
	}
	rung := &l.Place
	if k.seenNear() {
		rung = &l.Near
	}
	if !above(k.measure.Visibility, *rung) {
		return
	}
	*rung = k.measure.Visibility
	if k.settled() {
		i := k.inForce[0].ID
		l.Reasons = append(l.Reasons, because(CodeRungInForce, rapport.Path("/in_force").Element(string(i)), 2, k.measure.EN.Name))
		return
	}
	l.Reasons = append(l.Reasons, because(CodeRungUp, x.path(), 2, rung.String()))
}

// rowsFor lists the rows of a subject of some kinds.
func (c *composition) rowsFor(s *subject, of func(*row) bool) []*row {
	return slices.DeleteFunc(slices.Clone(c.rows), func(r *row) bool { return r.subject != s || !of(r) })
}
