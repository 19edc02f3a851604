package plan

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
	"github.com/rapport-go/rapport/privacy"
)

// column is one measure in one scope: what the solver says yes or no to.
type column struct {
	entry    rapport.ID
	measure  MeasureEntry
	group    GroupEntry
	subjects []*subject // whom it touches
	cells    []*cell    // where it works
	place    client.Setting
	beside   *column // the people measure it continues, for a measure that adds no body
	inForce  []InForce
	minds    []mind
	needs    []*column
	refused  []*refusal   // what keeps it away
	ceilings []rapport.ID // whose ceilings it goes over
	lapsed   bool         // what is in force of it has to be done again
	usable   bool         // requirements resolved, inside the bounds; no line, refusal or ceiling against it
	carries  bool         // some row gets something from it
	chosen   bool
}

// works says whether the column works at a cell.
func (k *column) works(x *cell) bool { return slices.Contains(k.cells, x) }

// does says whether the measure has a function.
func (k *column) does(f Function) bool { return slices.Contains(k.measure.Functions, f) }

// points returns what the column gives against a threat at a cell.
func (c *composition) points(k *column, b *bite) int {
	if !k.works(b.cell) {
		return 0
	}
	i := slices.IndexFunc(k.measure.Effects, func(e Effect) bool { return e.Threat == b.threat.Kind })
	if i < 0 || !c.conditionsHold(k.measure.OnlyIf, b.cell, b.threat) {
		return 0
	}
	return pointsOf(k.measure.Effects[i].Band)
}

func (c *composition) conditionsHold(words []Condition, x *cell, t *threat) bool {
	return !slices.ContainsFunc(words, func(w Condition) bool { return !c.holds(w, x, t) })
}

// offer builds every column: each measure in each scope where it works for somebody.
func (c *composition) offer() {
	for _, m := range c.table().measures {
		if m.OptionOnly || m.LastResort && !c.resort {
			continue
		}
		for _, cells := range c.scopes(m) {
			c.columns = append(c.columns, c.newColumn(m, cells))
		}
	}
	c.continuity()
	for _, k := range c.columns {
		c.findInForce(k)
		k.minds, k.refused, k.ceilings = c.mindsOf(k), c.refusing(k), c.ceilingsOf(k)
	}
	for _, k := range c.columns {
		k.usable = c.resolve(k) && !k.lined() && len(k.refused)+len(k.ceilings) == 0 && c.boundOf(k) == rapport.VisibilityUnknown
	}
}

func (c *composition) newColumn(m MeasureEntry, cells []*cell) *column {
	group, _ := c.table().group(m.Group)
	k := &column{measure: m, group: group, cells: cells}
	for _, x := range cells {
		if !slices.Contains(k.subjects, x.subject) {
			k.subjects = append(k.subjects, x.subject)
		}
	}
	if m.Scope == ScopePlace || m.Scope == ScopeActivity {
		k.place = cells[0].setting
	}
	if m.Scope == ScopePlace {
		k.place = c.root(k.place)
	}
	k.entry = k.scopeID()
	return k
}

// scopes splits the cells where a measure works into what one choice of it reaches, in a stated order.
func (c *composition) scopes(m MeasureEntry) [][]*cell {
	var list [][]*cell
	index := map[string]int{}
	for _, x := range c.cells {
		if !c.fits(m, x) {
			continue
		}
		key := string(x.subject.household())
		switch m.Scope {
		case ScopePlace:
			key += "\x00" + string(c.root(x.setting))
		case ScopePerson:
			key = string(x.subject.id)
		case ScopeActivity:
			first := c.together(x)
			if c.decidedAgainst(m, first) != c.decidedAgainst(m, x) { // one of them has decided against it: the others have it alone
				first = x
			}
			key = string(first.subject.id) + "\x00" + first.name()
		default: // the household
		}
		i, seen := index[key]
		if !seen {
			i = len(list)
			index[key] = i
			list = append(list, nil)
		}
		list[i] = append(list[i], x)
	}
	if group, _ := c.table().group(m.Group); m.Scope == ScopePerson && (group.People || group.Near) {
		list = c.shared(m, list)
	}
	return list
}

// decidedAgainst says whether the person of a cell has decided against a measure there: by a refusal, a
// ceiling or a line.
func (c *composition) decidedAgainst(m MeasureEntry, x *cell) bool {
	k := &column{measure: m, cells: []*cell{x}, subjects: []*subject{x.subject}}
	lined := slices.ContainsFunc(m.Shows, func(e client.Element) bool { return slices.ContainsFunc(c.mindsAt(x, e), mind.forbids) })
	return lined || len(c.refusing(k))+len(c.ceilingsOf(k)) > 0
}

// shared joins the cells of people who do together all that a measure would be there for: one driver drives
// them both.
func (c *composition) shared(m MeasureEntry, list [][]*cell) [][]*cell {
	var joined [][]*cell
	for _, cells := range list {
		with := c.together(cells[0]).subject
		i := slices.IndexFunc(joined, func(other []*cell) bool { return other[0].subject == with })
		apart := func(x *cell) bool { return c.together(x).subject != with }
		if i >= 0 && with != cells[0].subject && !slices.ContainsFunc(cells, apart) && c.decidedAgainst(m, cells[0]) == c.decidedAgainst(m, joined[i][0]) {
			joined[i] = append(slices.Clone(joined[i]), cells...)
			continue
		}
		joined = append(joined, cells)
	}
	return joined
}

// together returns the first of the cells that a cell is the same activity as: people of one household who
// list an activity under one ID, of one kind, at one place and time, do it together, and who is there is
// there for all of them. A kerb goes with its activity, whoever is threatened there.
func (c *composition) together(x *cell) *cell {
	i := slices.IndexFunc(c.cells, func(y *cell) bool { return y == x || !y.arrival && c.same(x, y) })
	return c.cells[i]
}

// same says whether a cell is another one's activity, or its kerb, of the same or another person.
func (c *composition) same(x, y *cell) bool {
	a, b := x.activity, y.activity
	return !x.implied && !y.implied && !x.subject.site && !y.subject.site && a.ID == b.ID && a.Kind == b.Kind && c.feltAt(x) == c.feltAt(y) &&
		a.On.From.Equal(b.On.From) && a.On.To.Equal(b.On.To) && slices.Equal(windows(a.Weekly), windows(b.Weekly))
}

// windows lists the windows of a week in an order of their own.
func windows(weekly []rapport.Hours) []string {
	var list []string
	for _, h := range weekly {
		days := slices.Clone(h.Days)
		slices.Sort(days)
		list = append(list, fmt.Sprint(slices.Compact(days), h.From, h.To))
	}
	slices.Sort(list)
	return list
}

// fits says whether a measure works at a cell: in its setting and activity, for a person or a site as the
// measure is meant; with the person's agreement where it puts somebody covert there, and with that of the
// host where it stands at a place that is not the person's home; where the law has not said no.
func (c *composition) fits(m MeasureEntry, x *cell) bool {
	return c.permitted(m, x) && c.fitsButForLaw(m, x)
}

func (c *composition) fitsButForLaw(m MeasureEntry, x *cell) bool {
	if m.Protects == client.ProtectsPerson && x.subject.site || m.Protects == client.ProtectsPlace && !x.subject.site {
		return false
	}
	group, _ := c.table().group(m.Group)
	if group.People && (m.Visibility == rapport.VisibilityCovert && !x.subject.covert || c.ruledOut(m, group, x)) {
		return false
	}
	if m.Scope == ScopePlace && !c.client.Lies(x.setting, client.SettingHome) && !c.holds(ConditionSiteAgrees, x, nil) {
		return false
	}
	done := len(m.Activities) == 0 || slices.ContainsFunc(m.Activities, func(a client.ActivityKind) bool {
		return c.client.ActivityIs(x.activity.Kind, a) || x.arrival && m.Scope == ScopePerson && c.client.ActivityIs(client.ActivityOnTheWay, a)
	})
	if m.NamedDays && !x.onNamedDays() || !m.NamedDays && len(m.Varies) > 0 && x.once() || !x.lets(m.Varies) {
		return false
	}
	return done && slices.ContainsFunc(m.Settings, func(s client.Setting) bool { return c.client.Lies(x.setting, s) })
}

// ruledOut says whether law, venue, host or insurer ask that whoever is there can be seen better. What the
// threat asks of visibility is weighed by the burden instead.
func (c *composition) ruledOut(m MeasureEntry, group GroupEntry, x *cell) bool {
	where := privacy.WherePlace
	if group.Near {
		where = privacy.WhereNear
	}
	return slices.ContainsFunc(c.brief.Rules, func(r privacy.Rule) bool {
		return (r.Where == where || r.Where == privacy.WhereBoth) && above(r.Lower, m.Visibility) && (r.Setting == "" || c.client.Lies(x.setting, r.Setting))
	})
}

// root is the kind of place a setting belongs to: its home, its workplace.
func (c *composition) root(s client.Setting) client.Setting {
	path := c.client.SettingPath(s)
	return path[max(0, len(path)-2)]
}

// continuity replaces measures that add no body by one column for each measure that puts somebody of ours
// at the same activities: chosen, it requires that one.
func (c *composition) continuity() {
	var list []*column
	for _, k := range c.columns {
		if !slices.Contains(k.measure.OnlyIf, ConditionPeopleInPlan) {
			list = append(list, k)
			continue
		}
		for _, body := range c.columns {
			shared := keepEach(k.cells, body.works)
			if body.group.People && len(body.measure.LeansOn) == 0 && len(shared) > 0 {
				copied := c.newColumn(k.measure, shared)
				copied.beside = body
				list = append(list, copied)
			}
		}
	}
	c.columns = list
}

// resolve finds the columns that a column requires, and says whether there are any for each requirement.
func (c *composition) resolve(k *column) bool {
	if k.beside != nil {
		k.needs = append(k.needs, k.beside)
	}
	for _, word := range k.measure.Requires {
		found := false
		for _, other := range c.columns {
			if other.measure.ID == word && reaches(k, other) {
				k.needs, found = append(k.needs, other), true
			}
		}
		if !found {
			return false
		}
	}
	return true
}

// reaches says whether other stands where k needs it: it shares a cell with k, or stands for somebody
// whom k touches.
func reaches(k, other *column) bool {
	if other.measure.Scope == ScopeActivity || other.measure.Scope == ScopePlace {
		return slices.ContainsFunc(other.cells, k.works)
	}
	return slices.ContainsFunc(other.subjects, func(s *subject) bool { return slices.Contains(k.subjects, s) })
}

// findInForce notes what of the brief is this column.
func (c *composition) findInForce(k *column) {
	for _, x := range c.brief.InForce {
		// What comes from an earlier plan under an entry's ID is that entry and no other.
		entry := slices.ContainsFunc(c.columns, func(o *column) bool { return o.entry == x.ID })
		touches := x.Measure == k.measure.ID && (!entry || x.ID == k.entry) && slices.ContainsFunc(k.cells, func(y *cell) bool { return c.meantFor(x, y) })
		if touches {
			k.inForce = append(k.inForce, x)
		}
	}
	slices.SortFunc(k.inForce, func(a, b InForce) int { return cmp.Compare(a.ID, b.ID) })
	k.lapsed = len(k.inForce) > 0 && !slices.ContainsFunc(k.inForce, func(x InForce) bool { return !c.over(x, k.measure) })
}

// meantFor says whether the brief says that a measure in force is for a cell.
func (c *composition) meantFor(x InForce, y *cell) bool {
	return (x.Person == "" || x.Person == y.subject.id) && (x.Activity == "" || x.Activity == y.id()) &&
		(x.Setting == "" || c.client.Lies(y.setting, x.Setting))
}

// over says whether what was done has to be done again: its days are over. Of what nobody said when it was
// done, nothing is known.
func (c *composition) over(x InForce, m MeasureEntry) bool {
	return m.LastsDays > 0 && !x.Since.IsZero() && !x.Since.In(c.at.Location()).AddDate(0, 0, m.LastsDays).After(c.at)
}

// seenNear says on which ladder the measure is seen; one that works before and elsewhere is not seen.
func (k *column) seenNear() bool { return k.group.Near }

// boundOf returns the hard bound that the column is above at one of its cells; unknown where it is above
// none.
func (c *composition) boundOf(k *column) rapport.Visibility {
	for _, x := range k.cells {
		if upper := k.ladder(x).upper(); k.measure.Layer == LayerPlace && above(k.measure.Visibility, upper) {
			return upper
		}
	}
	return rapport.VisibilityUnknown
}

func (k *column) ladder(x *cell) rungs {
	if k.seenNear() {
		return x.near
	}
	return x.place
}

// available says whether the column may be chosen as the rungs stand, with all it requires: nothing is
// above its rung, except what is in force and not minded, and what stands where another cell lets it.
func (k *column) available() bool {
	if !k.usable || slices.ContainsFunc(k.needs, func(n *column) bool { return !n.available() }) {
		return false
	}
	if k.measure.Layer != LayerPlace || k.settled() {
		return true
	}
	return slices.ContainsFunc(k.cells, func(x *cell) bool { return !above(k.measure.Visibility, k.ladder(x).now()) })
}

// settled says whether the column is in force, in date, and nobody minds it: it is paid for. A last resort
// never is.
func (k *column) settled() bool {
	return len(k.inForce) > 0 && !k.lapsed && !k.objected() && !k.measure.LastResort
}
