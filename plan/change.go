package plan

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/rapport-go/rapport"
)

func itoa(n int) string { return strconv.Itoa(n) }

// changes says what became of each measure in force, and what is new.
func (c *composition) changes() []Change {
	list := []Change{}
	for _, x := range c.brief.InForce {
		list = append(list, c.changesOf(x)...)
	}
	seen := map[rapport.ID]bool{}
	for _, k := range c.columns {
		if !k.chosen || len(k.inForce) > 0 || seen[k.entryID()] {
			continue
		}
		seen[k.entryID()] = true
		list = append(list, Change{
			Kind: ChangeKindNew, Measure: k.measure.ID, Entry: k.entryID(), People: idsOf(k.subjects), ReplacedBy: []rapport.ID{},
			Reasons: []rapport.Reason{because(CodeNewMeasure, "/entries", 1, k.measure.EN.Name)},
		})
	}
	slices.SortFunc(list, func(a, b Change) int {
		return cmp.Or(cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.InForce, b.InForce), cmp.Compare(a.Entry, b.Entry))
	})
	return list
}

// changesOf says what became of one measure in force: one change for each scope in which it stays, and one
// for where it goes.
func (c *composition) changesOf(x InForce) []Change {
	var list []Change
	var gone []*column
	for _, k := range c.columns {
		switch {
		case !slices.ContainsFunc(k.inForce, func(i InForce) bool { return i.ID == x.ID }):
		case !c.stands(k):
			gone = append(gone, k)
		case !slices.ContainsFunc(list, func(ch Change) bool { return ch.Entry == k.entryID() }):
			list = append(list, kept(x, k))
		}
	}
	if len(gone) > 0 || len(list) == 0 {
		list = append(list, c.goes(x, gone))
	}
	return list
}

// stands says whether a column, or another one of the same entry, was chosen.
func (c *composition) stands(k *column) bool {
	return slices.ContainsFunc(c.columns, func(o *column) bool { return o.chosen && o.entryID() == k.entryID() })
}

func (x InForce) path() rapport.Path { return rapport.Path("/in_force").Element(string(x.ID)) }

func kept(x InForce, k *column) Change {
	reasons := []rapport.Reason{because(CodeInForce, x.path(), 3)}
	if k.objected() {
		reasons = k.mindReasons(-2, mind.objects)
		for _, m := range k.minds {
			if m.objects() {
				reasons = append(reasons, because(CodeNeededAllTheSame, m.subject.path(), 3))
			}
		}
		if len(k.subjects) > 1 {
			reasons = append(reasons, because(CodeNeededForSeveral, x.path(), 2))
		}
	}
	if k.measure.LastResort {
		reasons = append(reasons, because(CodeLastResort, x.path(), 3, k.measure.EN.Name))
	}
	if k.lapsed {
		reasons = append(reasons, because(CodeToRenew, x.path(), 2, itoa(k.measure.LastsDays)))
	}
	return Change{
		Kind: ChangeKindKept, InForce: x.ID, Measure: x.Measure, Entry: k.entryID(), People: idsOf(k.subjects), ReplacedBy: []rapport.ID{},
		Reasons: compactReasons(rapport.SortReasons(reasons)),
	}
}

// goes says why a measure in force goes where it does, and what does its work.
func (c *composition) goes(x InForce, gone []*column) Change {
	ch := Change{Kind: ChangeKindDropped, InForce: x.ID, Measure: x.Measure, Reasons: c.barred(x)}
	for _, k := range gone {
		ch.People = append(ch.People, idsOf(k.subjects)...)
		ch.ReplacedBy = append(ch.ReplacedBy, c.successors(k)...)
		ch.Reasons = append(ch.Reasons, c.grounds(k)...)
	}
	if len(gone) == 0 { // it works nowhere any more
		ch.People = c.meant(x)
	}
	ch.People = sorted(ch.People)
	if ch.ReplacedBy = sorted(ch.ReplacedBy); len(ch.ReplacedBy) > 0 {
		ch.Kind = ChangeKindReplaced
		ch.Reasons = append(ch.Reasons, because(CodeCoveredBy, x.path(), 2, c.names(ch.ReplacedBy)))
	}
	if slices.ContainsFunc(gone, func(k *column) bool { return len(k.subjects) > 1 && len(k.refused)+len(k.ceilings) > 0 }) {
		ch.Reasons = append(ch.Reasons, because(CodeNotTogether, x.path(), 2))
	}
	if len(ch.Reasons) == 0 {
		ch.Reasons = append(ch.Reasons, because(CodeGroundEnded, x.path(), 3))
	}
	ch.Reasons = rapport.SortReasons(ch.Reasons)
	return ch
}

// barred says what keeps a measure in force from being chosen where it is meant for, whatever is needed
// there: it is only ever an option, or a question of law was answered with no.
func (c *composition) barred(x InForce) []rapport.Reason {
	m, _ := c.table().measure(x.Measure)
	if m.OptionOnly {
		return []rapport.Reason{because(CodeOptionInForce, x.path(), -2, m.EN.Name)}
	}
	var list []rapport.Reason
	for _, y := range c.cells {
		if c.meantFor(x, y) {
			list = append(list, c.lawAgainst(m, y)...)
		}
	}
	return compactReasons(rapport.SortReasons(list))
}

// meant lists whom the brief says a measure in force is for: a person or site, or everybody.
func (c *composition) meant(x InForce) []rapport.ID {
	if x.Person != "" {
		return []rapport.ID{x.Person}
	}
	return idsOf(c.subjects)
}

// idsOf lists people and sites, sorted; never nil.
func idsOf(subjects []*subject) []rapport.ID {
	list := make([]rapport.ID, len(subjects))
	for i, s := range subjects {
		list[i] = s.id
	}
	return sorted(list)
}

// grounds says why something in force was not chosen.
func (c *composition) grounds(k *column) []rapport.Reason {
	list := k.mindReasons(-3, mind.objects)
	for _, x := range k.refused {
		list = append(list, because(CodeRefusedMeasure, x.path(), -3))
	}
	for _, id := range k.ceilings {
		list = append(list, because(CodeOverCeiling, rapport.Path("/ceilings").Element(string(id)), -3))
	}
	if upper := c.boundOf(k); upper != rapport.VisibilityUnknown {
		list = append(list, because(CodeBoundForbids, k.cells[0].path(), -3, upper.String()))
	}
	if len(list) > 0 || !k.carries {
		return list
	}
	for _, o := range c.columns {
		if o.chosen && clash(k, o) {
			list = append(list, because(CodeExcluded, k.cells[0].path(), -3, o.measure.EN.Name))
		}
	}
	return list
}

// clash says whether two columns do not go together.
func clash(a, b *column) bool {
	excludes := slices.Contains(a.measure.Excludes, b.measure.ID) || slices.Contains(b.measure.Excludes, a.measure.ID)
	return excludes && slices.ContainsFunc(a.cells, b.works)
}

// successors lists the entries that count where the column would: in the rows that say who or what is at
// the place, or, where it is in none of them, in every row.
func (c *composition) successors(k *column) []rapport.ID {
	var there, anywhere []rapport.ID
	for _, r := range c.rows {
		if r.of(k) == 0 {
			continue
		}
		anywhere = append(anywhere, r.By...)
		if r.whereabouts() {
			there = append(there, r.By...)
		}
	}
	if len(there) > 0 {
		return there
	}
	return anywhere
}

// names lists entries by name, in the order of the IDs.
func (c *composition) names(ids []rapport.ID) string {
	var list []string
	for _, id := range ids {
		i := slices.IndexFunc(c.columns, func(k *column) bool { return k.chosen && k.entryID() == id })
		list = append(list, c.columns[i].measure.EN.Name)
	}
	return joinNames(list)
}

// joinNames puts names behind each other.
func joinNames(names []string) string { return strings.Join(names, "; ") }
