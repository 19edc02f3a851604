package plan

import (
	"cmp"
	"slices"
	"time"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
)

// entries lists what was chosen. Columns of one measure in one scope are one entry.
func (c *composition) entries() []Entry {
	list := []Entry{}
	for _, k := range c.columns {
		if k.chosen && !slices.ContainsFunc(list, func(e Entry) bool { return e.ID == k.entryID() }) {
			e := c.entry(k)
			c.justify(&e, k)
			list = append(list, e)
		}
	}
	slices.SortFunc(list, func(a, b Entry) int { return cmp.Compare(a.ID, b.ID) })
	return list
}

func (c *composition) entry(k *column) Entry {
	m := k.measure.clone()
	e := Entry{
		ID: k.entryID(), Measure: m.ID, Scope: m.Scope, Setting: k.place, People: idsOf(k.subjects),
		Name: m.EN.Name, Done: m.EN.Done, Limits: m.EN.Limits, Why: m.EN.Why, Ends: m.EN.Ends, Visibility: m.Visibility,
		Decides: []rapport.ID{}, OpenLaw: c.openLaw(k), Roles: sorted(m.Roles), Mode: m.Mode, Intrusion: m.Intrusion,
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
	if m.LastResort || m.OptionOnly {
		e.Decides = c.deciders(k)
	}
	if m.LastResort {
		e.From, e.To = c.resortSpan(k)
	}
	return e
}

// longestResort is for how long a last resort stands at most before it is decided anew. House judgement.
const longestResort = 7 * 24 * time.Hour

// resortSpan is from when to when a last resort stands: from now, from its beginning where it is in force and
// its days are not over, or from its activity; to the end of the activity, and seven days at the latest.
func (c *composition) resortSpan(k *column) (from, to time.Time) {
	from = c.at
	for _, x := range k.inForce {
		if !x.Since.IsZero() && x.Since.Before(from) && x.Since.Add(longestResort).After(c.at) {
			from = x.Since
		}
	}
	on := k.cells[0].activity.On
	dated := k.measure.Scope == ScopeActivity && k.cells[0].once()
	if dated && on.From.After(from) {
		from = on.From
	}
	to = from.Add(longestResort)
	if dated && !on.To.IsZero() && on.To.Before(to) {
		to = on.To
	}
	return from.UTC(), to.UTC()
}

// deciders lists who has to agree to a measure for those it touches.
func (c *composition) deciders(k *column) []rapport.ID {
	var list []rapport.ID
	for _, s := range k.subjects {
		list = append(list, c.brief.Mandate.Decides(client.MatterMeasures, s.profile).By...)
	}
	return sorted(list)
}

// options lists what the library never chooses and somebody asked for, where it is lawful and would count.
func (c *composition) options() []Entry {
	list := []Entry{}
	for _, m := range c.table().measures {
		if !m.OptionOnly {
			continue
		}
		for _, cells := range c.scopes(m) {
			asked := keepEach(cells, func(x *cell) bool { return c.conditionsHold(m.OnlyIf, x, nil) })
			if len(asked) == 0 {
				continue
			}
			if k := c.newColumn(m, asked); c.askedFor(k) {
				list = append(list, c.option(k))
			}
		}
	}
	slices.SortFunc(list, func(a, b Entry) int { return cmp.Compare(a.ID, b.ID) })
	return list
}

// askedFor says whether a column that is an option may be shown: its conditions hold somewhere, and nothing
// that a person has decided stands against it.
func (c *composition) askedFor(k *column) bool {
	k.minds = c.mindsOf(k)
	holds := slices.ContainsFunc(k.cells, func(x *cell) bool { return c.conditionsHold(k.measure.OnlyIf, x, nil) })
	return holds && !k.lined() && len(c.refusing(k))+len(c.ceilingsOf(k)) == 0 && c.boundOf(k) == rapport.VisibilityUnknown
}

func (c *composition) option(k *column) Entry {
	e := c.entry(k)
	for _, r := range c.rows {
		if r.gives(k) > 0 {
			e.Serves = append(e.Serves, r.ID)
		}
	}
	e.WhyNow = sentence(textOptionNow)
	e.Reasons = append(e.Reasons, because(CodeOptionOnly, k.path(), 3, e.Name))
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
	if k.measure.LastResort {
		e.Reasons = append(e.Reasons, because(CodeLastResort, k.path(), 3, e.Name))
	}
	for _, l := range e.OpenLaw {
		question, _ := c.table().law(l)
		e.Reasons = append(e.Reasons, because(CodeLawOpen, "/law", -1, question.EN))
	}
	c.sayWhyNow(e, k)
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
