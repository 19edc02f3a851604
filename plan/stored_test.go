package plan_test

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
	"github.com/rapport-go/rapport/internal/fill"
	"github.com/rapport-go/rapport/internal/roomtest"
	"github.com/rapport-go/rapport/plan"
	"github.com/rapport-go/rapport/privacy"
)

func TestAPlanComesBackAsItWas(t *testing.T) {
	v := fill.Of[plan.Plan]()
	v.Schema = plan.Schema
	data, err := json.Marshal(v)
	require.NoError(t, err)
	var back plan.Plan
	require.NoError(t, rapport.Decode(data, &back))
	assert.Equal(t, v, back)

	p := compose(t, stalkedActor(14), day(14))
	data, err = json.Marshal(p)
	require.NoError(t, err)
	back = plan.Plan{}
	require.NoError(t, rapport.Decode(data, &back))
	assert.Equal(t, p, back)

	newer := []byte(`{"schema":"rapport/plan/2"}`)
	assertProblem(t, rapport.Decode(newer, &back), "/schema", rapport.CodeSchemaNewer)
}

func TestABriefComesBackAsItWas(t *testing.T) {
	b := fill.Of[plan.Brief]()
	for i := range b.People {
		b.People[i].Schema = client.ProfileSchema
		b.People[i].Priorities = [][]client.Need{{client.NeedPrivacy, client.NeedAutonomy}, {client.NeedComfort}}
	}
	roomtest.ComesBack(t, b)
	assert.Equal(t, compose(t, crowded(), day(14)), compose(t, copied(t, crowded()), day(14)), "a brief that was stored gives the same plan")
}

func TestAPackComesBackAsItWas(t *testing.T) {
	roomtest.ComesBack(t, fill.Of[plan.Catalogue]())
	roomtest.ComesBack(t, dog())
}

func TestScalesKeepTheirWords(t *testing.T) {
	roomtest.KeepsItsWords(t, "unknown", plan.FunctionReassure)
	roomtest.KeepsItsWords(t, "unknown", plan.LayerPlace)
	roomtest.KeepsItsWords(t, "unknown", plan.ScopeActivity)
	roomtest.KeepsItsWords(t, "unknown", plan.CadenceUse)
	roomtest.KeepsItsWords(t, "unknown", plan.RowKindWish)
	roomtest.KeepsItsWords(t, "unknown", plan.ChangeKindDropped)
	roomtest.KeepsItsWords(t, "unknown", plan.WhomSite)
	roomtest.KeepsItsWords(t, "unknown", plan.SeverityTonight)
	roomtest.KeepsItsWords(t, "unknown", plan.DueStateOverdue)
	roomtest.KeepsItsWords(t, "unknown", plan.ActionKindAnswer)
}

// TestEveryReasonIsListedAndSaid collects what Compose says on briefs that bring every reason about.
func TestEveryReasonIsListedAndSaid(t *testing.T) {
	said := map[rapport.Code]bool{}
	listen := func(b plan.Brief, n int) {
		for _, r := range reasonsOf(compose(t, b, day(n))) {
			said[r.Code] = true
			assert.NotContains(t, r.Text, "{", "%s", r.Code)
		}
	}
	listen(plan.Brief{}, 0)
	for _, n := range []int{0, 3, 14} {
		listen(stalkedActor(n), n)
	}
	for _, b := range telling() {
		listen(b, 14)
	}
	for seed := range 150 {
		hurried := anyBrief(seed)
		hurried.Nodes = 1
		listen(hurried, 0)
	}
	for _, w := range tellingWatches() {
		for _, r := range programmeReasons(programme(t, w, day(0))) {
			said[r.Code] = true
			assert.NotContains(t, r.Text, "{", "%s", r.Code)
		}
	}
	for _, c := range plan.Codes() {
		if c.Kind == "reason" {
			assert.True(t, said[c.ID], "%s is never said", c.ID)
		}
	}
}

func TestEveryErrorIsSaid(t *testing.T) {
	circle := dog()
	circle.Measures[0].Requires = []plan.MeasureID{circle.Measures[0].ID}
	circle.Floors[0].Points = 1
	_, packs := plan.NewPlanner(plan.Config{Packs: []plan.Catalogue{circle}})
	_, large := plan.Compose(plan.Brief{Threats: make([]client.Threat, plan.MaxThreats+1)}, day(0))
	_, other := plan.Planner{}.Programme(misplacedWatch(), day(0))
	_, watching := plan.NewPlanner(plan.Config{Packs: []plan.Catalogue{loosePack()}})
	for _, c := range plan.Codes() {
		if c.Kind == "error" {
			assert.True(t, rapport.HasCode(other, c.ID) || rapport.HasCode(watching, c.ID) || rapport.HasCode(packs, c.ID) || rapport.HasCode(large, c.ID), "%s is never said", c.ID)
		}
	}
}

// telling lists briefs in which something goes against something.
func telling() []plan.Brief {
	ended := stalkedActor(14)
	ended.InForce = append(ended.InForce, plan.InForce{ID: "old", Measure: plan.MeasureTravelPreparation})

	bounded := stalkedActor(14)
	bounded.Rules = []privacy.Rule{{ID: "law", By: privacy.AuthorityLaw, Where: privacy.WhereBoth, Upper: rapport.VisibilityCovert}}
	bounded.CovertAgreed, bounded.Mandate = nil, client.Mandate{}

	excluded := stalkedActor(14)
	excluded.InForce = []plan.InForce{
		{ID: "companion", Measure: plan.MeasureCompanionOfficer, Person: "ms-a", Activity: "shoot"},
		{ID: "overt", Measure: plan.MeasureCloseOfficerOvert, Person: "ms-a", Activity: "shoot"},
	}

	// By law whoever stands at a home can be recognised; without a desk only the door post can.
	needed := stalkedActor(14)
	needed.Facts = nil
	needed.Rules = []privacy.Rule{{ID: "law", By: privacy.AuthorityLaw, Setting: client.SettingHome, Where: privacy.WherePlace, Lower: rapport.VisibilityOrdinary}}

	unassessed := stalkedActor(0)
	unassessed.Threats[0].Level = rapport.LevelUnknown

	liked := stalkedActor(14)
	liked.People[0].Reactions = append(liked.People[0].Reactions, client.Reaction{ID: "r-near", Element: client.ElementCloseOfficerDistanceNear, Setting: client.SettingGym, Feeling: mustFeel(3), On: on(5)})

	worried := plan.Brief{People: []client.Profile{{ID: "p", Concerns: []client.Concern{{ID: "c", Kind: client.ConcernBurglary, Emotion: rapport.LevelHigh}}}}}
	return []plan.Brief{ended, bounded, excluded, needed, unassessed, liked, worried}
}
