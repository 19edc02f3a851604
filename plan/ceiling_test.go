package plan_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
	"github.com/rapport-go/rapport/plan"
)

func TestWhatTakesMoreThanACeilingIsNotOffered(t *testing.T) {
	for name, c := range map[string]struct {
		takes, most plan.Intrusion
		offered     bool
	}{
		"no ceiling said":                       {plan.Intrusion{Movement: rapport.LevelSevere}, plan.Intrusion{}, true},
		"as much as the ceiling":                {plan.Intrusion{Movement: rapport.LevelModerate}, plan.Intrusion{Movement: rapport.LevelModerate}, true},
		"one step over, movement":               {plan.Intrusion{Movement: rapport.LevelHigh}, plan.Intrusion{Movement: rapport.LevelModerate}, false},
		"one step over, social":                 {plan.Intrusion{Social: rapport.LevelHigh}, plan.Intrusion{Social: rapport.LevelModerate}, false},
		"one step over, time":                   {plan.Intrusion{Time: rapport.LevelHigh}, plan.Intrusion{Time: rapport.LevelModerate}, false},
		"one step over, privacy":                {plan.Intrusion{Privacy: rapport.LevelHigh}, plan.Intrusion{Privacy: rapport.LevelModerate}, false},
		"over in one, below in the others":      {plan.Intrusion{Movement: rapport.LevelLow, Privacy: rapport.LevelHigh}, plan.Intrusion{Movement: rapport.LevelSevere, Privacy: rapport.LevelLow}, false},
		"a ceiling on something else":           {plan.Intrusion{Movement: rapport.LevelSevere}, plan.Intrusion{Privacy: rapport.LevelLow}, true},
		"nothing may be taken and a little is":  {plan.Intrusion{Time: rapport.LevelLow}, plan.Intrusion{Time: rapport.LevelNone}, false},
		"nothing may be taken and nothing is":   {plan.Intrusion{Time: rapport.LevelNone}, plan.Intrusion{Time: rapport.LevelNone}, true},
		"nothing may be taken, nothing is said": {plan.Intrusion{}, plan.Intrusion{Time: rapport.LevelNone}, true},
	} {
		t.Run(name, func(t *testing.T) {
			p := lab(t, tools(tool("only", rapport.BandStrong, func(m *plan.MeasureEntry) { m.Intrusion = c.takes })))
			b := swimmer(rapport.LevelModerate)
			b.Ceilings = []plan.Ceiling{{Person: "p", Most: c.most}}
			made := composeWith(t, p, b, day(0))
			row := theRow(t, made, plan.RowKindCover)
			assert.Equal(t, c.offered, len(made.Entries) == 1)
			assert.Equal(t, rapport.AnswerOf(c.offered), row.Met)
			assert.Equal(t, !c.offered, hasCode(row.Reasons, plan.CodeCeilingStands))
			if !c.offered {
				assert.Contains(t, codesAt(row.Reasons, "/ceilings/p"), plan.CodeCeilingStands)
			}
		})
	}
}

func TestWhatIsInForceAndOverACeilingGoes(t *testing.T) {
	heavy := func(m *plan.MeasureEntry) { m.Intrusion.Movement = rapport.LevelHigh }
	p := lab(t, tools(tool("heavy", rapport.BandStrong, heavy), tool("light", rapport.BandStrong)))
	b := swimmer(rapport.LevelModerate)
	b.InForce = []plan.InForce{{ID: "old", Measure: "lab.example/heavy"}}
	assert.Equal(t, plan.ChangeKindKept, changeOf(t, composeWith(t, p, b, day(0)), "old").Kind)

	b.Ceilings = []plan.Ceiling{{Person: "p", Most: plan.Intrusion{Movement: rapport.LevelModerate}}}
	change := changeOf(t, composeWith(t, p, b, day(0)), "old")
	assert.Equal(t, plan.ChangeKindReplaced, change.Kind)
	assert.Len(t, change.ReplacedBy, 1)
	assert.Contains(t, codesAt(change.Reasons, "/ceilings/p"), plan.CodeOverCeiling)
}

func TestACeilingKeepsWhatIsSharedAwayFromTheOthersToo(t *testing.T) {
	shared := func(m *plan.MeasureEntry) { m.Scope, m.Intrusion.Privacy = plan.ScopeHousehold, rapport.LevelModerate }
	own := func(m *plan.MeasureEntry) {
		m.Intrusion = plan.Intrusion{Privacy: rapport.LevelModerate, Time: rapport.LevelSevere}
	}
	p := lab(t, tools(tool("shared", rapport.BandStrong, shared), tool("own", rapport.BandStrong, own)))
	b := swimmer(rapport.LevelModerate)
	b.People = append(b.People, client.Profile{ID: "q", Activities: b.People[0].Activities})
	assert.Equal(t, named("shared"), measuresOf(composeWith(t, p, b, day(0))))

	b.Ceilings = []plan.Ceiling{{Person: "q", Most: plan.Intrusion{Privacy: rapport.LevelLow}}}
	made := composeWith(t, p, b, day(0))
	require.Len(t, made.Entries, 1)
	assert.Equal(t, []rapport.ID{"p"}, made.Entries[0].People, "what is hers alone is not over his ceiling")
	assert.Equal(t, plan.MeasureID("lab.example/own"), made.Entries[0].Measure)
	assert.Equal(t, rapport.AnswerNo, made.For("q").Rows[0].Met)
}

func TestWhatGoesOverTheCeilingsOfTwoSaysSoToBoth(t *testing.T) {
	shared := func(m *plan.MeasureEntry) { m.Scope, m.Intrusion.Privacy = plan.ScopeHousehold, rapport.LevelModerate }
	p, b := lab(t, tools(tool("shared", rapport.BandStrong, shared))), swimmer(rapport.LevelModerate)
	b.People = append(b.People, client.Profile{ID: "q", Minor: rapport.AnswerNo, Activities: b.People[0].Activities})
	b.Mandate.Rights = nil
	b.Ceilings = []plan.Ceiling{{Person: "q", Most: plan.Intrusion{Privacy: rapport.LevelLow}}, {Person: "p", Most: plan.Intrusion{Privacy: rapport.LevelNone}}}
	made := composeWith(t, p, b, day(5))
	for _, person := range []rapport.ID{"p", "q"} {
		assert.Contains(t, codesAt(made.For(person).Rows[0].Reasons, rapport.Path("/ceilings").Element(string(person))), plan.CodeCeilingStands)
	}

	b.Ceilings, b.Refusals = nil, []plan.Refusal{without("lab.example/shared", "p"), without("lab.example/shared", "q")}
	b.Refusals[1].ID, b.Refusals[1].Person = "not-me", "q"
	made = composeWith(t, p, b, day(5))
	for person, refusal := range map[rapport.ID]rapport.ID{"p": "no", "q": "not-me"} {
		view := made.For(person)
		assert.Contains(t, codesAt(view.Rows[0].Reasons, rapport.Path("/refusals").Element(string(refusal))), plan.CodeRefusalStands)
		assert.Equal(t, []rapport.ID{view.Rows[0].ID}, answerTo(t, view, refusal).Rows)
	}
}
