package plan

import (
	"cmp"
	"slices"
	"time"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
)

// Flip is one judgement that, changed by one step, changes what is chosen: the level of a threat, or how
// much a measure does against a kind of threat. Bands are guesses; a plan that hangs on one of them should
// say so.
type Flip struct {
	// Threat is the threat whose level changes; empty where a band does.
	Threat rapport.ID `json:"threat,omitzero"`
	// Level is the level as it stands.
	Level rapport.Level `json:"level,omitzero"`
	// ToLevel is the level a step away.
	ToLevel rapport.Level `json:"to_level,omitzero"`
	// Measure is the measure whose band changes; empty where a level does.
	Measure MeasureID `json:"measure,omitzero"`
	// Kind is the kind of threat it does something against.
	Kind client.ThreatKind `json:"kind,omitzero"`
	// Band is the band as it stands.
	Band rapport.Band `json:"band,omitzero"`
	// ToBand is the band a step away.
	ToBand rapport.Band `json:"to_band,omitzero"`
	// Came lists the entries that would come, sorted.
	Came []rapport.ID `json:"came"`
	// Went lists the entries that would go, sorted.
	Went []rapport.ID `json:"went"`
	// Unmet is how many rows would not be reached.
	Unmet int `json:"unmet"`
	// Burden is what the plan would take.
	Burden int `json:"burden"`
	// Reasons say what changes, in order.
	Reasons []rapport.Reason `json:"reasons"`
}

// Sensitivity finds every level and every band that, changed by one step, changes the set of entries or what
// is reached: levels first, by threat, then bands, by measure and kind, the step down before the step up. It
// makes one plan for each level tried, and solves once for each band that could matter: its cost grows with
// the number of measures that fit times that of a plan.
func (p Planner) Sensitivity(b Brief, at time.Time) ([]Flip, error) {
	c, err := p.composed(b, at, 0)
	if err != nil {
		return nil, err
	}
	list := []Flip{}
	for i, t := range b.Threats {
		for _, step := range []int{-1, 1} {
			to := t.Level.Raised(step)
			if t.Level == rapport.LevelUnknown || to == t.Level {
				continue
			}
			changed := b
			changed.Threats = slices.Clone(b.Threats)
			changed.Threats[i].Level = to
			other, err := p.composed(changed, at, 0)
			if err != nil {
				return nil, err
			}
			f := Flip{Threat: t.ID, Level: t.Level, ToLevel: to}
			f.Reasons = []rapport.Reason{because(CodeFlipsWithLevel, rapport.Path("/threats").Element(string(t.ID)), 2, t.Level.String(), to.String())}
			list = c.flips(list, f, other)
		}
	}
	slices.SortStableFunc(list, func(x, y Flip) int { return cmp.Or(cmp.Compare(x.Threat, y.Threat), x.ToLevel.Compare(y.ToLevel)) })
	return c.bandFlips(list)
}

// bandFlips tries each band of each measure that fits somewhere, against the kinds of threats in the brief.
func (c *composition) bandFlips(list []Flip) ([]Flip, error) {
	for _, m := range c.table().measures {
		for i, e := range m.Effects {
			if m.OptionOnly || !c.bears(m, e.Threat) {
				continue
			}
			for _, step := range []int{-1, 1} {
				to := nextBand(e.Band, step)
				if to == rapport.BandUnknown || step < 0 && !c.loses(m, e.Threat, pointsOf(to)) {
					continue
				}
				other, err := c.withBand(m, i, to)
				if err != nil {
					return nil, err
				}
				f := Flip{Measure: m.ID, Kind: e.Threat, Band: e.Band, ToBand: to}
				f.Reasons = []rapport.Reason{because(CodeFlipsWithBand, "/entries", 1, m.EN.Name, c.kindName(e.Threat), e.Band.String(), to.String())}
				list = c.flips(list, f, other)
			}
		}
	}
	return list, nil
}

func (c *composition) kindName(kind client.ThreatKind) string {
	entry, _ := c.client.Threat(kind)
	return untitle(entry.EN.Name)
}

// bandOrder are the bands that a step leads to, from the least.
var bandOrder = []rapport.Band{rapport.BandNone, rapport.BandSlight, rapport.BandFair, rapport.BandGood, rapport.BandStrong}

// nextBand is the band a step away; unknown beyond the ends.
func nextBand(b rapport.Band, step int) rapport.Band {
	i := slices.Index(bandOrder, b) + step
	if i < 0 || i >= len(bandOrder) {
		return rapport.BandUnknown
	}
	return bandOrder[i]
}

// bears says whether a measure may do something against a kind of threat somewhere, a last resort too.
func (c *composition) bears(m MeasureEntry, kind client.ThreatKind) bool {
	return slices.ContainsFunc(c.cells, func(x *cell) bool {
		bites := slices.ContainsFunc(x.bites, func(b *bite) bool { return b.threat.Kind == kind && c.conditionsHold(m.OnlyIf, x, b.threat) })
		return bites && c.fits(m, x)
	})
}

// loses says whether a row could fall where a measure gives fewer points against a kind of threat. Where the
// chosen set still reaches all it reached, a smaller effect elsewhere changes nothing: fewer sets are left,
// and the least is still among them. What does nothing any more is not kept for being in force either, and
// reassures nobody of the threat.
func (c *composition) loses(m MeasureEntry, kind client.ThreatKind, points int) bool {
	inForce := slices.ContainsFunc(c.brief.InForce, func(x InForce) bool { return x.Measure == m.ID })
	if points == 0 && (inForce || slices.Contains(m.Functions, FunctionReassure)) {
		return true
	}
	word := m.ID
	return slices.ContainsFunc(c.rows, func(r *row) bool {
		if r.bite == nil || r.bite.threat.Kind != kind {
			return false
		}
		touches := slices.ContainsFunc(r.gifts, func(g gift) bool { return g.from.measure.ID == word })
		if !touches {
			return false
		}
		if r.count(isChosen) < r.demanded() {
			return true
		}
		short := *r
		short.gifts = slices.Clone(r.gifts)
		for i, g := range short.gifts {
			switch {
			case g.from.measure.ID != word:
			case r.grouped && r.Kind != RowKindAnnounced:
				short.gifts[i].points = min(g.points, points)
			default:
				short.gifts[i].points = 0
			}
		}
		return short.count(isChosen) < r.demanded()
	})
}

// withBand chooses anew with one band changed.
func (c *composition) withBand(m MeasureEntry, effect int, to rapport.Band) (*composition, error) {
	m = m.clone()
	m.Effects[effect].Band = to
	table := *c.table()
	table.measures = slices.Clone(table.measures)
	table.measures[slices.IndexFunc(table.measures, func(x MeasureEntry) bool { return x.ID == m.ID })] = m
	other := *c
	other.words, other.resort, other.nodes = &table, false, 0
	if err := other.choose(); err != nil {
		return nil, err
	}
	return &other, nil
}

// flips adds a flip where another choice differs.
func (c *composition) flips(list []Flip, f Flip, other *composition) []Flip {
	now, then := c.set(), other.set()
	unmet := func(c *composition) int {
		return len(keepEach(c.rows, func(r *row) bool { return r.count(isChosen) < r.demanded() }))
	}
	f.Came = keepEach(then, func(id rapport.ID) bool { return !slices.Contains(now, id) })
	f.Went = keepEach(now, func(id rapport.ID) bool { return !slices.Contains(then, id) })
	f.Unmet, f.Burden = unmet(other), int(other.cost)
	if len(f.Came)+len(f.Went) == 0 && f.Unmet == unmet(c) {
		return list
	}
	return append(list, f)
}

// set lists the chosen entries, sorted.
func (c *composition) set() []rapport.ID {
	var list []rapport.ID
	for _, k := range c.columns {
		if k.chosen {
			list = append(list, k.entryID())
		}
	}
	return sorted(list)
}
