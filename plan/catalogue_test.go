package plan_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
	"github.com/rapport-go/rapport/internal/pack"
	"github.com/rapport-go/rapport/internal/roomtest"
	"github.com/rapport-go/rapport/internal/wording"
	"github.com/rapport-go/rapport/plan"
)

// exposed is a brief with one threat at one setting, to a person or a site as the kind asks, with every
// condition asserted.
func exposed(kind client.ThreatEntry, at client.Setting, level rapport.Level) plan.Brief {
	activity := client.Activity{ID: "a", Kind: client.ActivityWork, Setting: at}
	b := plan.Brief{Threats: []client.Threat{aThreat("t", kind.ID, level, at)}}
	if kind.Protects == client.ProtectsPlace {
		b.Sites = []client.Site{{ID: "s", Setting: at, Posts: []client.Activity{activity}}}
	} else {
		b.People = []client.Profile{{ID: "p", Activities: []client.Activity{activity}}}
		b.CovertAgreed = []rapport.ID{"p"}
	}
	for _, c := range plan.Standard().Conditions {
		b.Facts = append(b.Facts, plan.Fact{Condition: c.ID})
	}
	return b
}

func TestEveryKindOfThreatCanBeAnsweredInItsMainSettings(t *testing.T) {
	serious := []client.ThreatKind{
		client.ThreatStalking, client.ThreatMediaIntrusion, client.ThreatHarassment, client.ThreatStreetCrime, client.ThreatIntrusion,
		client.ThreatCrowdPressure, client.ThreatTargetedViolence, client.ThreatKidnap, client.ThreatProtest,
	}
	for _, kind := range client.Standard().Threats {
		for _, at := range kind.Bites {
			for _, level := range []rapport.Level{rapport.LevelModerate, rapport.LevelHigh} {
				if level == rapport.LevelHigh && !slices.Contains(serious, kind.ID) {
					continue
				}
				p := compose(t, exposed(kind, at, level), day(0))
				require.NotEmpty(t, p.Rows)
				for _, r := range p.Rows {
					assert.Equal(t, rapport.AnswerYes, r.Met, "%s at %s, %s: %s %d of %d, %s", kind.ID, at, level, r.Kind, r.Got, r.Need, r.Missing)
				}
			}
		}
	}
}

func TestNoStandardMeasureIsAnOptionOnly(t *testing.T) {
	for _, m := range plan.Standard().Measures {
		assert.False(t, m.OptionOnly, "%s", m.ID)
	}
}

func TestWhatAPlanSaysPromisesNothing(t *testing.T) {
	for _, n := range []int{0, 3, 14} {
		for _, r := range compose(t, stalkedActor(n), day(n)).Residuals {
			assert.Empty(t, wording.Check(r.Text), "%s", r.Text)
			assert.NotContains(t, r.Text, "{")
		}
	}
}

func TestEveryWordOfTheCatalogueHasAnOwner(t *testing.T) {
	var s client.Scorer
	c := plan.Standard()
	groups, conditions := map[plan.Group]bool{}, map[plan.Condition]bool{}
	for _, g := range c.Groups {
		groups[g.ID] = true
	}
	for _, x := range c.Conditions {
		conditions[x.ID] = true
	}
	var p plan.Planner
	for _, m := range c.Measures {
		assert.True(t, groups[m.Group], "%s", m.ID)
		for _, e := range m.Effects {
			_, known := s.Threat(e.Threat)
			assert.True(t, known, "%s %s", m.ID, e.Threat)
		}
		for _, x := range m.Settings {
			_, known := s.Setting(x)
			assert.True(t, known, "%s %s", m.ID, x)
		}
		for _, x := range m.Shows {
			_, known := s.Element(x)
			assert.True(t, known, "%s %s", m.ID, x)
		}
		for _, x := range m.LeansOn {
			role, known := s.Role(x)
			assert.True(t, known, "%s %s", m.ID, x)
			assert.NotEqual(t, client.SideFirm, role.Side, "%s leans on its own firm", m.ID)
		}
		for _, x := range m.Knows {
			_, known := s.Category(x)
			assert.True(t, known, "%s %s", m.ID, x)
		}
		for _, x := range slices.Concat(m.Requires, m.Excludes) {
			_, known := p.Measure(x)
			assert.True(t, known, "%s %s", m.ID, x)
		}
		for _, x := range m.OnlyIf {
			assert.True(t, conditions[x], "%s %s", m.ID, x)
		}
		assert.NotZero(t, m.Scope)
		assert.NotZero(t, m.Layer)
		assert.NotZero(t, m.Protects)
		assert.NotZero(t, m.Visibility)
	}
	for _, e := range c.Expected {
		_, known := p.Measure(e.Measure)
		assert.True(t, known, "%s", e.ID)
		_, known = s.Threat(e.Threat)
		assert.True(t, known, "%s", e.ID)
		for _, x := range e.OnlyIf {
			assert.True(t, conditions[x], "%s %s", e.ID, x)
		}
		assert.Equal(t, string(e.Threat)+"-"+string(e.Measure), e.ID)
	}
}

func TestFloorsRiseWithTheLevel(t *testing.T) {
	points := map[rapport.Level][2]int{}
	for _, f := range plan.Standard().Floors {
		points[f.ID] = [2]int{f.Points, f.Place}
	}
	assert.Equal(t, map[rapport.Level][2]int{
		rapport.LevelLow: {10, 0}, rapport.LevelModerate: {20, 10}, rapport.LevelHigh: {35, 20}, rapport.LevelSevere: {50, 30},
	}, points)
}

func TestTheEditionNamesTheContentsOfTheStandardCatalogue(t *testing.T) {
	digest, err := pack.Digest(plan.Standard())
	require.NoError(t, err)
	assert.Contains(t, compose(t, plan.Brief{}, day(0)).MadeWith, rapport.Edition{Name: "plan", Version: plan.Standard().Version, Digest: digest})
}

func TestStandardIsACopy(t *testing.T) {
	first := plan.Standard()
	first.Measures[0].EN.Name, first.Measures[0].Effects[0].Band, first.Measures[0].Settings[0] = "changed", rapport.BandNone, "changed"
	first.Expected[0].Measure, first.Floors[0].Points, first.Groups[0].EN = "changed", 0, "changed"
	assert.NotEqual(t, first, plan.Standard())
	second := plan.Standard()
	assert.NotEqual(t, rapport.BandNone, second.Measures[0].Effects[0].Band)
	assert.NotEqual(t, client.Setting("changed"), second.Measures[0].Settings[0])
}

func TestCodesAreSortedWellFormedAndWorded(t *testing.T) {
	roomtest.Codes(t, plan.Codes())
}
