package plan

import (
	"slices"
	"strings"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
)

// demandExpected asks for what any professional would be faulted for leaving out: once for a measure
// that stands, at each activity for one that is chosen for an activity.
func (c *composition) demandExpected(s *subject) {
	for _, e := range c.table().expected {
		m, _ := c.table().measure(e.Measure)
		done := map[string]bool{}
		for _, x := range s.cells {
			for _, b := range x.bites {
				due := (e.Threat == "" || b.threat.Kind == e.Threat) && b.asks.AtLeast(e.From) == rapport.AnswerYes && c.fits(m, x) &&
					c.conditionsHold(e.OnlyIf, x, b.threat) && c.conditionsHold(m.OnlyIf, x, b.threat)
				where := x
				if m.Scope != ScopeActivity {
					where = nil
				}
				key := string(b.threat.ID)
				if e.Threat == "" {
					key = ""
				}
				if where != nil {
					key += "\x00" + x.key()
				}
				if !due || done[key] {
					continue
				}
				done[key] = true
				c.expect(s, where, b.threat, e, m)
			}
		}
	}
}

// expect adds the row of an expected measure; where is nil for one that stands.
func (c *composition) expect(s *subject, where *cell, t *threat, e ExpectedEntry, m MeasureEntry) {
	asks := t.ID
	if e.Threat == "" { // whatever the threat is
		asks = ""
	}
	r := c.add(&row{Row: Row{Kind: RowKindExpected, Threat: asks, Measure: m.ID, Need: 1}, subject: s, cell: where, priority: priorityDuty,
		gives: func(k *column) int {
			return one(k.measure.ID == m.ID && slices.Contains(k.subjects, s) && (where == nil || k.works(where)))
		}})
	if e.Threat == "" && len(e.OnlyIf) == 0 {
		r.Reasons = append(r.Reasons, because(CodeExpectedAlways, r.path(), 2, m.EN.Name))
		return
	}
	if e.Threat == "" {
		var facts []string
		for _, word := range e.OnlyIf {
			condition, _ := c.table().condition(word)
			facts = append(facts, condition.EN)
		}
		r.Reasons = append(r.Reasons, because(CodeExpectedAnyway, r.path(), 2, m.EN.Name, strings.Join(facts, " ")))
		return
	}
	r.Reasons = append(r.Reasons, because(CodeExpectedMeasure, t.path(), 2, m.EN.Name, t.name(), e.From.String()))
}

// demandReassurance asks for something that reassures where a worry is felt: with an assessed threat
// behind it also what guards may do, without one never a guard.
func (c *composition) demandReassurance(s *subject) {
	for _, concern := range s.profile.Concerns {
		entry, _ := c.client.Concern(concern.Kind)
		if len(entry.Checks) == 0 || concern.Emotion.AtLeast(rapport.LevelModerate) != rapport.AnswerYes {
			continue
		}
		threats := c.behind(concern, s)
		r := c.add(&row{Row: Row{Kind: RowKindReassure, Cause: concern.ID, Level: concern.Emotion, Need: 1}, subject: s, priority: priorityNeed,
			gives: func(k *column) int {
				return one(k.does(FunctionReassure) && slices.Contains(k.subjects, s) && (k.group.Reassurance || c.answers(k, s, threats)))
			}})
		path := s.path().Child("concerns").Element(string(concern.ID))
		r.Reasons = append(r.Reasons, because(CodeWorryFelt, path, 2, concern.Emotion.String()))
	}
}

// behind lists the threats aimed at a subject that a worry is to be checked against, by ID.
func (c *composition) behind(concern client.Concern, s *subject) []*threat {
	entry, _ := c.client.Concern(concern.Kind)
	var list []*threat
	for _, t := range c.threats {
		if slices.Contains(entry.Checks, t.Kind) && c.aimed(t, s) {
			list = append(list, t)
		}
	}
	return list
}

// answers says whether a column does something against one of the threats somewhere for a subject.
func (c *composition) answers(k *column, s *subject, threats []*threat) bool {
	return slices.ContainsFunc(s.cells, func(x *cell) bool {
		return slices.ContainsFunc(x.bites, func(b *bite) bool { return slices.Contains(threats, b.threat) && c.points(k, b) > 0 })
	})
}

// demandFelt asks, where worry is raised and something bites, for a word at an agreed hour: at the hard
// hours people want to hear who is there, whatever stands outside. Cover that cannot be seen reassures
// nobody.
func (c *composition) demandFelt(x *cell) {
	if len(x.bites) == 0 {
		return
	}
	i := slices.IndexFunc(x.subject.scores.Dimensions, func(d client.DimensionScore) bool {
		return d.Dimension == client.DimensionAnxiety && c.client.Lies(x.setting, d.Setting) && d.Band.AtLeast(rapport.LevelHigh) == rapport.AnswerYes &&
			(d.Hours.IsZero() || x.during(d.Hours))
	})
	if i < 0 {
		return
	}
	r := c.add(&row{Row: Row{Kind: RowKindReassure, Cause: "anxiety", Need: 1}, subject: x.subject, cell: x, priority: priorityNeed,
		gives: func(k *column) int {
			return one(k.group.Reassurance && k.does(FunctionReassure) && k.works(x) && c.conditionsHold(k.measure.OnlyIf, x, nil))
		}})
	path := x.subject.path().Child("dimensions").Element(string(client.DimensionAnxiety))
	r.Reasons = append(r.Reasons, because(CodeUnseenAndAnxious, path, 2))
}

// during says whether an activity may fall into a time of day; one without times may.
func (x *cell) during(h rapport.Hours) bool {
	overlaps := func(a, b rapport.Hours) bool {
		return a.From == a.To || b.From == b.To || within(a.From, b) || within(b.From, a)
	}
	if len(x.activity.Weekly) == 0 {
		return true
	}
	return slices.ContainsFunc(x.activity.Weekly, func(w rapport.Hours) bool { return overlaps(w, h) })
}

// within says whether a time of day lies in a window that may cross midnight.
func within(at rapport.Clock, h rapport.Hours) bool {
	t, from, to := at.String(), h.From.String(), h.To.String()
	if from < to {
		return from <= t && t < to
	}
	return from <= t || t < to
}

// demandWished asks for structured contact where somebody wishes strongly to meet people and appears
// where they are announced.
func (c *composition) demandWished(s *subject) {
	for _, w := range s.profile.Wishes {
		if w.Kind != client.WishFansGreeted || w.Strength == client.StrengthWish {
			continue
		}
		m, _ := c.table().measure(MeasureStructuredFanContact)
		for _, x := range s.cells {
			if x.activity.Announced != rapport.AnswerYes || !c.fits(m, x) {
				continue
			}
			r := c.add(&row{Row: Row{Kind: RowKindWish, Cause: w.ID, Measure: m.ID, Need: 1}, subject: s, cell: x, priority: priorityNeed,
				gives: func(k *column) int { return one(k.measure.ID == m.ID && k.works(x)) }})
			r.Reasons = append(r.Reasons, because(CodeWishAsks, s.path().Child("wishes").Element(string(w.ID)), 2, m.EN.Name))
		}
	}
}
