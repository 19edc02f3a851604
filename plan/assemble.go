package plan

import (
	"cmp"
	"slices"
	"strings"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
)

// plan turns what was chosen into the plan, counting every row anew.
func (c *composition) plan() Plan {
	for _, r := range c.rows {
		c.fill(r)
	}
	looks := c.looks()
	p := Plan{
		Schema: Schema, At: c.at.UTC(), Entries: c.entries(), Looks: looks, Changes: c.changes(),
		Residuals: c.residuals(), Concerns: c.concerns(), Wishes: c.wishes(),
		Rows: []Row{}, Burden: int(c.cost), Bound: int(c.bound), Proven: rapport.AnswerOf(c.proven),
		MadeWith: c.editions(looks),
	}
	for _, r := range c.rows {
		p.Rows = append(p.Rows, r.Row)
	}
	reasons := []rapport.Reason{because(CodeProven, "/entries", 1)}
	if !c.proven {
		reasons = []rapport.Reason{because(CodeUnproven, "/entries", -1, itoa(p.Burden-p.Bound))}
	}
	if len(p.Rows) == 0 {
		reasons = append(reasons, because(CodeNothingToDo, "/threats", 3))
	}
	p.Reasons = rapport.SortReasons(reasons)
	return p
}

func isChosen(k *column) bool { return k.chosen }

// fill counts a row and says how it stands.
func (c *composition) fill(r *row) {
	r.Got = r.count(isChosen)
	r.Met = rapport.AnswerOf(r.Got >= r.Need)
	r.By, r.LeansOn = []rapport.ID{}, []client.Role{}
	for _, g := range r.counting() {
		r.By = append(r.By, g.from.entryID())
		r.LeansOn = append(r.LeansOn, g.from.measure.LeansOn...)
	}
	r.By, r.LeansOn = sorted(r.By), sorted(r.LeansOn)
	subject := r.path()
	if len(r.LeansOn) > 0 {
		r.Reasons = append(r.Reasons, because(CodeLeansOn, subject, -1, c.roleNames(r.LeansOn)))
	}
	if r.Met == rapport.AnswerYes {
		r.Reasons = append(r.Reasons, because(CodeRowMet, subject, 1))
	} else {
		c.fillGap(r, subject)
	}
	r.Reasons = rapport.SortReasons(r.Reasons)
}

// path names what a row is about: the activity, or the person.
func (r *row) path() rapport.Path {
	if r.cell == nil {
		return r.subject.path()
	}
	return r.cell.path()
}

// path names an activity or post; everyday life is the person's own path.
func (x *cell) path() rapport.Path {
	switch {
	case x.implied:
		return x.subject.path()
	case x.subject.site:
		return x.subject.path().Child("posts").Element(string(x.activity.ID))
	}
	return x.subject.path().Child("activities").Element(string(x.activity.ID))
}

// fillGap says what a row lacks, which bound or line stands in the way, and who decides.
func (c *composition) fillGap(r *row, subject rapport.Path) {
	r.Missing = missingWords[r.Kind]
	if r.Measure != "" {
		m, _ := c.table().measure(r.Measure)
		r.Missing = m.EN.Name
	}
	r.Reasons = append(r.Reasons, because(CodeRowUnmet, subject, -3, r.Missing))
	for _, g := range r.gifts {
		r.Reasons = append(r.Reasons, g.from.mindReasons(-2, mind.forbids)...)
		if upper := c.boundOf(g.from); upper != rapport.VisibilityUnknown {
			r.Reasons = append(r.Reasons, because(CodeBoundStands, subject, -2, g.from.measure.EN.Name, upper.String()))
		}
	}
	if decider := c.brief.Mandate.Decides(client.MatterBelowFloor, r.subject.profile); len(decider.By) > 0 {
		r.Decides = decider.By[0]
	} else {
		r.Reasons = append(r.Reasons, because(CodeNoDecider, "/mandate/rights", -1))
	}
}

// missingWords says what a kind of row lacks where it is not met.
var missingWords = [...]string{
	RowKindCover:      "cover up to the floor",
	RowKindPlace:      "cover that works at the place itself",
	RowKindPerson:     "a person at the place who can act",
	RowKindKnownPlace: "a person there who knows the face, or a changed pattern",
	RowKindPattern:    "another time, door or place for the routine",
	RowKindAnnounced:  "a visit beforehand, or an officer beside the person",
	RowKindDetect:     "somebody or something that notices",
	RowKindRespond:    "somebody or something that acts",
	RowKindReassure:   "something that reassures",
	RowKindWish:       "what was wished",
}

// entries lists what was chosen. Columns of one measure in one scope are one entry.
func (c *composition) entries() []Entry {
	list := []Entry{}
	for _, k := range c.columns {
		if k.chosen && !slices.ContainsFunc(list, func(e Entry) bool { return e.ID == k.entryID() }) {
			list = append(list, c.entry(k))
		}
	}
	slices.SortFunc(list, func(a, b Entry) int { return cmp.Compare(a.ID, b.ID) })
	return list
}

func (c *composition) entry(k *column) Entry {
	m := k.measure.clone()
	e := Entry{
		ID: k.entryID(), Measure: m.ID, Scope: m.Scope, Setting: k.place, People: idsOf(k.subjects),
		Name: m.EN.Name, Done: m.EN.Done, Limits: m.EN.Limits, Why: m.EN.Why, Visibility: m.Visibility,
		Shows: sorted(m.Shows), Functions: sorted(m.Functions), Layer: m.Layer, Hours: k.hours(),
		LeansOn: sorted(m.LeansOn), Knows: sorted(m.Knows), Extensions: m.Extensions.Clone(), Serves: []rapport.ID{}, Loses: []rapport.ID{},
	}
	switch x := k.cells[0]; m.Scope {
	case ScopeActivity:
		e.Person, e.Activity = x.subject.id, x.id()
		if len(x.activity.Weekly) == 0 {
			e.From, e.To = x.activity.On.From.UTC(), x.activity.On.To.UTC()
		}
	case ScopePerson:
		e.Person = x.subject.id
	default:
		e.Person = x.subject.household()
	}
	c.justify(&e, k)
	return e
}

// justify says which rows an entry serves, which fall without it, and why it is there.
func (c *composition) justify(e *Entry, k *column) {
	without := c.without(k)
	for _, r := range c.rows {
		if !slices.Contains(r.By, e.ID) {
			continue
		}
		e.Serves = append(e.Serves, r.ID)
		e.Reasons = append(e.Reasons, because(CodeServes, r.path(), 1, c.rowName(r)))
	}
	for _, r := range c.rows {
		if r.Met == rapport.AnswerYes && r.count(func(o *column) bool { return o.chosen && !slices.Contains(without, o) }) < r.Need {
			e.Loses = append(e.Loses, r.ID)
			e.Reasons = append(e.Reasons, because(CodeCarriesRow, r.path(), 2, c.rowName(r)))
		}
	}
	for _, o := range c.columns {
		if o.chosen && slices.Contains(o.needs, k) {
			e.Reasons = append(e.Reasons, because(CodeRequiredBy, o.path(), 2, o.measure.EN.Name))
		}
	}
	e.Reasons = append(e.Reasons, k.mindReasons(-1, func(mind) bool { return true })...)
	if len(k.measure.LeansOn) > 0 {
		e.Reasons = append(e.Reasons, because(CodeLeansOn, "/entries", -1, c.roleNames(e.LeansOn)))
	}
	e.Reasons = rapport.SortReasons(e.Reasons)
}

// path names whom a column is for: the person, or the plan where it stands for several.
func (k *column) path() rapport.Path {
	if len(k.subjects) == 1 {
		return k.subjects[0].path()
	}
	return "/entries"
}

// without lists what goes with a column: the others of its entry, and what requires it.
func (c *composition) without(k *column) []*column {
	gone := []*column{}
	for _, o := range c.columns {
		if o.chosen && o.entryID() == k.entryID() {
			gone = append(gone, o)
		}
	}
	for i := 0; i < len(gone); i++ {
		for _, o := range c.columns {
			if o.chosen && slices.Contains(o.needs, gone[i]) && !slices.Contains(gone, o) {
				gone = append(gone, o)
			}
		}
	}
	return gone
}

// rowName calls a row by kind, threat and place.
func (c *composition) rowName(r *row) string {
	name := r.Kind.Means()
	if r.Measure != "" {
		m, _ := c.table().measure(r.Measure)
		name += " (" + m.EN.Name + ")"
	}
	for _, t := range c.threats {
		if t.ID == r.Threat {
			name += ", " + t.name()
		}
	}
	if r.cell != nil {
		name += ", " + strings.ToLower(c.placeName(r.Setting))
	}
	return name
}

func (c *composition) roleNames(roles []client.Role) string {
	names := make([]string, len(roles))
	for i, r := range roles {
		entry, _ := c.client.Role(r)
		names[i] = strings.ToLower(entry.EN.Name)
	}
	return strings.Join(names, ", ")
}

// sorted returns a sorted copy without repeats; never nil.
func sorted[T cmp.Ordered](list []T) []T {
	list = append([]T{}, list...)
	slices.Sort(list)
	return slices.Compact(list)
}
