package plan

import (
	"cmp"
	"slices"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
)

// row is a demand being planned: the row as it will stand in the plan, and how columns give to it.
type row struct {
	Row
	subject  *subject
	cell     *cell // nil where no activity in particular is meant
	bite     *bite // nil where no threat asks
	refusal  *refusal
	priority int
	remote   int  // 1 for what happens online
	grouped  bool // of a group only the best counts
	gives    func(*column) int
	gifts    []gift // what each column gives that gives anything, in the order of the columns
}

// gift is what one column gives to a row.
type gift struct {
	from   *column
	points int
}

// of returns what a column gives to the row.
func (r *row) of(k *column) int {
	for _, g := range r.gifts {
		if g.from == k {
			return g.points
		}
	}
	return 0
}

// The priorities of rows where not all can be met together. House judgement.
const (
	priorityNeed  = 1 // worries, wishes
	priorityDuty  = 2 // expected measures
	priorityWhere = 3 // who is where
	priorityFloor = 4
)

// demand builds every row.
func (c *composition) demand() {
	for _, x := range c.cells {
		for _, b := range x.bites {
			b.asks = b.level.Raised(c.shift)
			c.demandCover(b)
			c.demandPresence(b)
		}
		c.demandFelt(x)
	}
	for _, s := range c.subjects {
		c.demandExpected(s)
		c.demandReassurance(s)
		c.demandWished(s)
	}
	for _, r := range c.rows {
		for _, k := range c.columns {
			points := r.gives(k)
			if k.leavesOut(r) {
				points = r.Need
			}
			if points > 0 {
				r.gifts, k.carries = append(r.gifts, gift{k, points}), true
			}
		}
	}
	for _, r := range c.rows {
		r.refusal = c.givenUp(r)
	}
	slices.SortFunc(c.rows, func(a, b *row) int {
		return cmp.Or(cmp.Compare(a.Person, b.Person), cmp.Compare(a.Activity, b.Activity), cmp.Compare(a.Setting, b.Setting),
			cmp.Compare(a.Threat, b.Threat), cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Cause, b.Cause), cmp.Compare(a.Measure, b.Measure))
	})
}

// demanded is what the row asks of the plan: nothing where somebody with the right to it gave it up.
func (r *row) demanded() int {
	if r.refusal != nil {
		return 0
	}
	return r.Need
}

// short says whether a row about safety lacks something that it asks for.
func (r *row) short() bool { return r.priority >= priorityWhere && r.count(isChosen) < r.demanded() }

// leavesOut says whether the column means that what the row is about does not take place, so that nothing
// is asked of it.
func (k *column) leavesOut(r *row) bool {
	return k.group.Absent && r.priority >= priorityWhere && r.cell != nil && k.works(r.cell)
}

func (c *composition) add(r *row) *row {
	r.Person = r.subject.id
	if r.cell != nil {
		r.Activity, r.Setting = r.cell.id(), r.cell.setting
		r.remote = one(c.client.Lies(r.Setting, client.SettingOnline))
	}
	if r.bite != nil {
		r.Threat, r.Level = r.bite.threat.ID, r.bite.level
	}
	r.ID = contentID(r.Kind.String(), string(r.Person), r.key(), string(r.Threat), string(r.Cause), string(r.Measure))
	c.rows = append(c.rows, r)
	return r
}

// key tells the activities of one subject apart.
func (r *row) key() string {
	if r.cell == nil {
		return ""
	}
	return r.cell.key()
}

// askFor adds a row that one threat asks for at one activity; nil where nothing is needed.
func (c *composition) askFor(b *bite, kind RowKind, code rapport.Code, need, priority int, gives func(*column) int) *row {
	if need <= 0 {
		return nil
	}
	r := c.add(&row{Row: Row{Kind: kind, Need: need}, subject: b.cell.subject, cell: b.cell, bite: b, priority: priority,
		grouped: kind == RowKindCover || kind == RowKindPlace || kind == RowKindAnnounced, gives: gives})
	r.Reasons = append(r.Reasons, because(code, b.threat.path(), 2, b.threat.name(), b.level.String()))
	return r
}

// demandCover asks for the floor, and for the part of it that works at the place.
func (c *composition) demandCover(b *bite) {
	floor := c.table().floor(b.asks)
	if r := c.askFor(b, RowKindCover, CodeFloor, floor.Points, priorityFloor, func(k *column) int { return c.points(k, b) }); r != nil {
		for _, reason := range b.threat.picture.Reasons {
			reason.Subject = reason.Subject.Under(b.threat.path())
			r.Reasons = append(r.Reasons, reason)
		}
		if b.threat.Level == rapport.LevelUnknown {
			r.Reasons = append(r.Reasons, because(CodeLevelUnassessed, b.threat.path(), 1))
		}
	}
	if c.handsOn(b) {
		c.askFor(b, RowKindPlace, CodeFloorAtPlace, floor.Place, priorityFloor, func(k *column) int {
			if k.measure.Layer != LayerPlace {
				return 0
			}
			return c.points(k, b)
		})
	}
}

// demandPresence asks who is where: a person, a face known, an advance, eyes, an answer.
func (c *composition) demandPresence(b *bite) {
	atLeast := func(k *column, band rapport.Band, fits bool) int {
		return one(fits && c.points(k, b) >= pointsOf(band))
	}
	if b.serious() {
		c.askFor(b, RowKindDetect, CodeHasToBeNoticed, 1, priorityWhere, func(k *column) int { return atLeast(k, rapport.BandFair, k.does(FunctionDetect)) })
		c.askFor(b, RowKindRespond, CodeHasToBeAnswered, 1, priorityWhere, func(k *column) int { return atLeast(k, rapport.BandFair, k.does(FunctionRespond)) })
		if c.handsOn(b) {
			c.askFor(b, RowKindPerson, CodeSeriousAndNear, 1, priorityWhere, func(k *column) int {
				return atLeast(k, rapport.BandFair, k.measure.Layer == LayerPlace && k.does(FunctionRespond) && (k.group.People || attended(k, b)))
			})
		}
	}
	if b.known && !c.client.Lies(b.cell.setting, client.SettingOnline) {
		c.askFor(b, RowKindKnownPlace, CodePlaceKnown, 1, priorityWhere, func(k *column) int {
			return atLeast(k, rapport.BandGood, k.measure.Layer == LayerPlace && (k.group.KnowsFace || k.group.Pattern))
		})
	}
	if b.hour {
		c.askFor(b, RowKindPattern, CodeHourKnown, 1, priorityWhere, func(k *column) int { return atLeast(k, rapport.BandGood, k.measure.Group == GroupPattern) })
	}
	if b.cell.activity.Announced == rapport.AnswerYes && !b.cell.arrival && !b.cell.subject.site && c.handsOn(b) && b.asks.AtLeast(rapport.LevelModerate) == rapport.AnswerYes {
		c.askFor(b, RowKindAnnounced, CodeAppearanceAnnounced, 2, priorityWhere, func(k *column) int {
			return one(k.works(b.cell) && (k.group.Beside || k.group.Advance) && c.conditionsHold(k.measure.OnlyIf, b.cell, b.threat))
		})
	}
}

// whereabouts says whether a row asks who or what is at the place.
func (r *row) whereabouts() bool {
	switch r.Kind {
	case RowKindPlace, RowKindPerson, RowKindKnownPlace, RowKindPattern, RowKindAnnounced:
		return true
	default:
		return false
	}
}

// attended says whether an alarm with an agreed attendance counts as the person who comes: against
// somebody who breaks in, and at sites.
func attended(k *column, b *bite) bool {
	return k.measure.Group == GroupPremisesElectronic && k.does(FunctionRespond) &&
		(b.threat.Kind == client.ThreatIntrusion || b.threat.entry.Protects == client.ProtectsPlace)
}

func one(yes bool) int {
	if yes {
		return 1
	}
	return 0
}
