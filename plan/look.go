package plan

import (
	"slices"

	"github.com/rapport-go/rapport"
)

// looks says how visible protection is at each activity from door to door: the rungs the plan was made at, or
// higher where something chosen stands above them.
func (c *composition) looks() []Look {
	list := []Look{}
	for i, x := range c.cells {
		if x.arrival { // it stands behind its activity and is seen with it
			continue
		}
		parts := []*cell{x}
		if i+1 < len(c.cells) && c.cells[i+1].arrival {
			parts = append(parts, c.cells[i+1])
		}
		list = append(list, c.look(parts))
	}
	return list
}

// look is what is seen at an activity, the first of the cells, and at its kerb.
func (c *composition) look(parts []*cell) Look {
	x := parts[0]
	l := Look{
		Person: x.subject.id, Activity: x.id(), Setting: x.setting, Near: x.near.now(), Place: x.place.now(),
		To: x.activity.On.To.UTC(), Discretion: x.discretion,
	}
	l.Discretion.Activity = x.id()
	for _, y := range parts {
		if y.near.step+y.place.step > 0 {
			rung := y.near.now()
			if y.place.step > 0 {
				rung = y.place.now()
			}
			l.Reasons = append(l.Reasons, because(CodeRungUp, x.path(), 2, rung.String()))
		}
		l.Near, l.Place = higher(l.Near, y.near.now()), higher(l.Place, y.place.now())
		for _, k := range c.columns {
			c.raise(&l, y, k)
		}
	}
	if len(l.Reasons) == 0 {
		l.Reasons = append(l.Reasons, because(CodeRungChosen, x.path(), 1, l.Near.String(), l.Place.String()))
	}
	l.Reasons = compactReasons(rapport.SortReasons(l.Reasons))
	return l
}

// higher is the more visible of two rungs.
func higher(a, b rapport.Visibility) rapport.Visibility {
	if above(b, a) {
		return b
	}
	return a
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
