package plan

import (
	"cmp"
	"slices"
	"strings"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
)

// Disruption is one routine or event that one measure bends, with the gentler way that was considered.
type Disruption struct {
	// Person is whose.
	Person rapport.ID `json:"person"`
	// Activity is the activity.
	Activity rapport.ID `json:"activity"`
	// Setting is where.
	Setting client.Setting `json:"setting"`
	// Entry is what bends it.
	Entry rapport.ID `json:"entry"`
	// Times is how often a week.
	Times int `json:"times"`
	// Movement is how much of the freedom to move it takes.
	Movement rapport.Level `json:"movement,omitzero"`
	// Time is how much time and attention it takes.
	Time rapport.Level `json:"time,omitzero"`
	// Alternative is the gentler measure that comes closest in its place; empty where there is none.
	Alternative MeasureID `json:"alternative,omitzero"`
	// Reasons say why it was not taken, in order.
	Reasons []rapport.Reason `json:"reasons"`
}

// disruptions lists what the chosen columns bend: of each person's activities those in whose place the
// measure takes movement or time.
func (c *composition) disruptions() []Disruption {
	list := []Disruption{}
	for _, x := range c.cells {
		if x.implied || x.subject.site {
			continue
		}
		for _, k := range distinct(c.columns, func(k *column) bool { return k.chosen && k.works(x) && k.bends() }, x.subject) {
			d := Disruption{
				Person: x.subject.id, Activity: x.id(), Setting: x.setting, Entry: k.entryID(), Times: x.uses(),
				Movement: k.measure.Intrusion.Movement, Time: k.measure.Intrusion.Time,
			}
			same := func(o Disruption) bool { return o.Person == d.Person && o.Activity == d.Activity && o.Entry == d.Entry }
			if slices.ContainsFunc(list, same) { // at its kerb too
				continue
			}
			c.considered(&d, k, x.subject)
			list = append(list, d)
		}
	}
	slices.SortStableFunc(list, func(a, b Disruption) int {
		return cmp.Or(cmp.Compare(a.Person, b.Person), cmp.Compare(a.Activity, b.Activity), cmp.Compare(a.Setting, b.Setting), cmp.Compare(a.Entry, b.Entry))
	})
	return list
}

// bends says whether a measure bends what is done: it works at the place of what is done and takes some
// freedom to move, or it is chosen for the activity and takes some time.
func (k *column) bends() bool {
	takes := func(l rapport.Level) bool { return l.AtLeast(rapport.LevelLow) == rapport.AnswerYes }
	i := k.measure.Intrusion
	return takes(i.Movement) || k.measure.Scope == ScopeActivity && takes(i.Time)
}

// gentleness is how much a measure bends.
func (k *column) gentleness() int {
	return DriverMovement.weighs(k, nil) + DriverTime.weighs(k, nil)
}

// considered finds the gentler column that loses the fewest rows in the place of another, then the lightest,
// and says what speaks against it.
func (c *composition) considered(d *Disruption, k *column, s *subject) {
	gone := c.without(k)
	bends, burden := bendsTogether([]*column{k})
	falls := keepEach(c.rows, func(r *row) bool { return r.subject == s && c.falls(r, gone) })
	var best *column
	var short []*row
	var more int64
	for _, o := range c.columns {
		if o.chosen || !o.givesTo(falls) || slices.ContainsFunc(o.needs, func(n *column) bool { return slices.Contains(gone, n) }) || !o.available() && len(c.standsAgainst(o, 2)) == 0 {
			continue
		}
		added := withNeeds(o)
		less, takes := bendsTogether(added)
		if less >= bends {
			continue
		}
		lost := lostWith(falls, added, gone)
		better := best == nil || cmp.Or(cmp.Compare(len(lost), len(short)), cmp.Compare(takes, more), cmp.Compare(o.entryID(), best.entryID())) < 0
		if better {
			best, short, more = o, lost, takes
		}
	}
	path := rapport.Path("/entries").Element(string(d.Entry))
	if best == nil {
		d.Reasons = []rapport.Reason{because(CodeNothingGentler, path, 2)}
		return
	}
	name := best.measure.EN.Name
	d.Alternative = best.measure.ID
	if stands := c.standsAgainst(best, 2); len(stands) > 0 {
		d.Reasons = rapport.SortReasons(stands)
		return
	}
	switch {
	case len(short) > 0:
		var names []string
		for _, r := range short {
			if name := c.rowName(r); !slices.Contains(names, name) && len(names) < 2 {
				names = append(names, name)
			}
		}
		d.Reasons = []rapport.Reason{because(CodeGentlerShort, path, 2, name, strings.Join(names, "; "))}
	case more > burden:
		d.Reasons = []rapport.Reason{because(CodeGentlerHeavier, path, 2, name)}
	default:
		d.Reasons = []rapport.Reason{because(CodeGentlerElsewhere, path, 1, name)}
	}
}

// givesTo says whether a column gives to one of the rows.
func (k *column) givesTo(rows []*row) bool {
	return slices.ContainsFunc(rows, func(r *row) bool { return r.of(k) > 0 })
}

// falls says whether a row that is met is not without some columns.
func (c *composition) falls(r *row, gone []*column) bool {
	return r.Met == rapport.AnswerYes && r.count(func(k *column) bool { return k.chosen && !slices.Contains(gone, k) }) < r.demanded()
}

// withNeeds lists a column and what it requires that is not chosen yet, however far.
func withNeeds(o *column) []*column {
	added := []*column{o}
	for i := 0; i < len(added); i++ {
		for _, n := range added[i].needs {
			if !n.chosen && !slices.Contains(added, n) {
				added = append(added, n)
			}
		}
	}
	return added
}

// bendsTogether adds up how much columns bend, and what they take.
func bendsTogether(columns []*column) (bends int, burden int64) {
	for _, k := range columns {
		bends, burden = bends+k.gentleness(), burden+k.burden()
	}
	return bends, burden
}

// lostWith lists, of the rows that fall without some columns, those that fall as well where others stand in
// their place.
func lostWith(falls []*row, added, gone []*column) []*row {
	return keepEach(falls, func(r *row) bool {
		return r.count(func(k *column) bool {
			return k.chosen && !slices.Contains(gone, k) || slices.Contains(added, k)
		}) < r.demanded()
	})
}
