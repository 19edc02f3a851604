package plan_test

import (
	"encoding/json"
	"fmt"
	"slices"
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
	for _, p := range []plan.Plan{compose(t, armed(), day(14)), compose(t, agreedBy(), day(14)), compose(t, plan.Brief{}, day(0))} {
		data, err = json.Marshal(p)
		require.NoError(t, err)
		back = plan.Plan{}
		require.NoError(t, rapport.Decode(data, &back))
		assert.Equal(t, p, back, "no list of a plan is nil")
	}

	newer := []byte(`{"schema":"rapport/plan/2"}`)
	assertProblem(t, rapport.Decode(newer, &back), "/schema", rapport.CodeSchemaNewer)
}

func TestABriefComesBackAsItWas(t *testing.T) {
	b := fill.Of[plan.Brief]()
	for i := range b.People {
		b.People[i].Schema = client.ProfileSchema
		b.People[i].Priorities = [][]client.Need{{client.NeedPrivacy, client.NeedAutonomy}, {client.NeedComfort}}
	}
	b.Refusals[0].Kind, b.Refusals[0].Threat = plan.RowKindUnknown, "" // the one of a measure, the other of a demand
	b.Refusals[1].Measure = ""
	roomtest.ComesBack(t, b)
	assert.Equal(t, compose(t, crowded(), day(14)), compose(t, copied(t, crowded()), day(14)), "a brief that was stored gives the same plan")
}

func TestWhatIsSaidOfPlansComesBackAsItWas(t *testing.T) {
	roomtest.ComesBack(t, fill.Of[plan.Difference]())
	roomtest.ComesBack(t, fill.Of[plan.InformedChoice]())
	roomtest.ComesBack(t, fill.Of[[]plan.Flip]())
	contrasted, compared := fill.Of[plan.Contrast](), fill.Of[plan.Comparison]()
	contrasted.Before.Schema, contrasted.After.Schema = plan.Schema, plan.Schema
	for i := range compared.Offers {
		compared.Offers[i].Plan.Schema = plan.Schema
	}
	roomtest.ComesBack(t, contrasted)
	roomtest.ComesBack(t, compared)
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
	roomtest.KeepsItsWords(t, "unknown", plan.ModeBoth)
	roomtest.KeepsItsWords(t, "unknown", plan.ExtentFully)
	roomtest.KeepsItsWords(t, "unknown", plan.VerdictShort)
	roomtest.KeepsItsWords(t, "unknown", plan.TrendWorse)
	roomtest.KeepsItsWords(t, "unknown", plan.DriverKnowledge)
	roomtest.KeepsItsWords(t, "unknown", plan.TierFuller)
}

// TestEveryReasonIsListedAndSaid collects what is said on briefs that bring every reason about.
func TestEveryReasonIsListedAndSaid(t *testing.T) {
	said := map[rapport.Code]bool{}
	hear := func(reasons []rapport.Reason) {
		for _, r := range reasons {
			said[r.Code] = true
			assert.True(t, listed(r.Code), "%s", r.Code)
			assert.NotContains(t, r.Text, "{", "%s", r.Code)
		}
	}
	listen := func(b plan.Brief, n int) { hear(reasonsOf(compose(t, b, day(n)))) }
	listen(plan.Brief{}, 0)
	for _, n := range []int{0, 3, 14} {
		listen(stalkedActor(n), n)
	}
	for _, b := range telling() {
		listen(b, 14)
	}
	for seed := range 30 {
		hurried := anyBrief(seed)
		hurried.Nodes = 1
		listen(hurried, 0)
	}
	for _, w := range tellingWatches() {
		hear(programmeReasons(programme(t, w, day(0))))
	}
	stays := stalkedActor(3)
	for i := range stays.People[0].Activities {
		stays.People[0].Activities[i].Stays = rapport.AnswerYes
	}
	listen(stays, 3)
	var alike []plan.MeasureEntry
	for i := range 22 {
		alike = append(alike, tool(fmt.Sprint("alike-", i), rapport.BandStrong))
	}
	hear(reasonsOf(composeWith(t, lab(t, tools(alike...)), swimmer(rapport.LevelModerate), day(0))))
	even := tools(tool("bends", rapport.BandStrong, taking(plan.Intrusion{Movement: rapport.LevelModerate})), tool("gentle", rapport.BandStrong, taking(plan.Intrusion{Privacy: rapport.LevelModerate})))
	hear(reasonsOf(composeWith(t, lab(t, even), swimmer(rapport.LevelModerate), day(0))))
	walk := diplomat(13) // both go along, and one of them minds it
	walk.People[1].Wishes = append(walk.People[1].Wishes, wished("w-near", client.WishNotFollowed, "", client.StrengthStrong, 0))
	listen(walk, 13)
	both := walk
	both.InForce = compose(t, walk, day(13)).InForce(walk.InForce)
	listen(both, 14)
	every := tools(tool("one", rapport.BandStrong))
	every.Expected = []plan.ExpectedEntry{{ID: "lab.example/any", Measure: "lab.example/one", From: rapport.LevelLow}}
	hear(reasonsOf(composeWith(t, lab(t, every), swimmer(rapport.LevelModerate), day(0))))
	for _, made := range inTheLab(t) {
		hear(reasonsOf(made))
	}
	for _, list := range betweenPlans(t) {
		hear(list)
	}
	for _, c := range plan.Codes() {
		if c.Kind == "reason" {
			assert.True(t, said[c.ID], "%s is never said", c.ID)
		}
	}
}

// inTheLab lists plans against menace in which something is refused, gentler, stale or last.
func inTheLab(t *testing.T) []plan.Plan {
	bends := tool("bends", rapport.BandStrong, taking(plan.Intrusion{Movement: rapport.LevelModerate}))
	heavy := taking(plan.Intrusion{Privacy: rapport.LevelSevere})
	supported := tools(bends, tool("gentle", rapport.BandStrong, func(m *plan.MeasureEntry) { m.Requires = named("support") }), tool("support", rapport.BandSlight, heavy))
	yearly := tools(tool("course", rapport.BandStrong, func(m *plan.MeasureEntry) { m.LastsDays = 365 }))
	reactive := tools(tool("one", rapport.BandStrong, working(plan.ModeReactive, "week-small")))
	late := tools(tool("one", rapport.BandGood, working(plan.ModeReactive, "week-large")), tool("two", rapport.BandGood))
	var many []plan.MeasureEntry // of which each alone does
	for i := range 30 {
		many = append(many, tool("many-"+string(rune('a'+i/26))+string(rune('a'+i%26)), rapport.BandStrong))
	}

	lapsed := swimmer(rapport.LevelModerate)
	lapsed.InForce = []plan.InForce{{ID: "i", Measure: "lab.example/course", Since: day(-400)}}
	capped := swimmer(rapport.LevelModerate)
	capped.InForce = []plan.InForce{{ID: "i", Measure: "lab.example/bends"}}
	capped.Ceilings = []plan.Ceiling{{Person: "p", Most: plan.Intrusion{Movement: rapport.LevelLow}}}
	refused := swimmer(rapport.LevelModerate)
	refused.InForce = capped.InForce
	for i, x := range []struct {
		by       rapport.ID
		on, till int
	}{{"p", 0, 30}, {"q", 0, 30}, {"p", 20, 30}, {"p", 0, 2}} {
		r := without("lab.example/bends", x.by)
		r.ID, r.On, r.Until = rapport.ID("no-"+string(rune('a'+i))), on(x.on), on(x.till)
		refused.Refusals = append(refused.Refusals, r)
	}
	given := swimmer(rapport.LevelModerate)
	given.Refusals = []plan.Refusal{giving(plan.RowKindCover, "p")}
	known := swimmer(rapport.LevelModerate)
	known.Liaisons = []plan.Liaison{metOn("l", client.RoleReceptionist, on(0)), metOn("m", client.RoleConcierge, on(-200)), metOn("n", client.RoleNeighbour, rapport.Date{})}
	exposed := swimmer(rapport.LevelModerate)
	exposed.People[0].Activities[0].Announced, exposed.People[0].Activities[0].Stays = rapport.AnswerYes, rapport.AnswerYes
	exposed.Threats[0].Contacts = []client.Contact{{ID: "k", Kind: client.ContactSighting, At: day(-3), Setting: client.SettingUniversity, Activity: "swim"}}

	var made []plan.Plan
	for _, x := range []struct {
		catalogue plan.Catalogue
		brief     plan.Brief
	}{
		{supported, swimmer(rapport.LevelModerate)}, {tools(bends, tool("gentle", rapport.BandStrong, heavy)), swimmer(rapport.LevelModerate)},
		{tools(bends, tool("gentle", rapport.BandGood, heavy)), swimmer(rapport.LevelModerate)}, {tools(bends), swimmer(rapport.LevelModerate)},
		{yearly, lapsed}, {tools(bends), capped}, {tools(bends), refused}, {tools(bends), given}, {reactive, swimmer(rapport.LevelModerate)},
		{late, swimmer(rapport.LevelModerate)}, {tools(staying(rapport.BandStrong)), swimmer(rapport.LevelModerate)}, {asking(), swimmer(rapport.LevelModerate)},
		{tools(tool("desk", rapport.BandStrong, leaning(client.RoleReceptionist, client.RoleConcierge, client.RoleNeighbour, client.RolePublicist))), known},
		{tools(bends), exposed}, {tools(many...), swimmer(rapport.LevelModerate)},
	} {
		made = append(made, composeWith(t, lab(t, x.catalogue), x.brief, day(5)))
	}
	return append(made, compose(t, armed(), day(14)))
}

// betweenPlans lists what is said of two plans, and of what a plan hangs on.
func betweenPlans(t *testing.T) [][]rapport.Reason {
	p := lab(t, tools(tool("one", rapport.BandStrong, taking(plan.Intrusion{Time: rapport.LevelLow})), tool("two", rapport.BandGood), tool("three", rapport.BandFair)))
	refused := swimmer(rapport.LevelModerate)
	refused.Refusals = []plan.Refusal{without("lab.example/one", "p")}
	narrowed := swimmer(rapport.LevelLow)
	narrowed.Refusals = []plan.Refusal{giving(plan.RowKindCover, "q")}
	narrowed.Refusals[0].Threat = "t"
	briefs := []plan.Brief{{People: swimmer(rapport.LevelLow).People}, swimmer(rapport.LevelModerate), swimmer(rapport.LevelLow), refused, swimmer(rapport.LevelModerate), narrowed}
	var list [][]rapport.Reason
	add := func(d plan.Difference) {
		for _, e := range append(d.Came, d.Went...) {
			list = append(list, e.Reasons)
		}
	}
	for i, before := range briefs {
		for _, after := range briefs[i:] {
			c := contrast(t, p, before, after, 5)
			add(c.Difference)
			add(c.Before.Difference(c.After))
			for _, x := range c.Causes {
				list = append(list, x.Reasons)
			}
		}
	}
	add(plan.Plan{}.Difference(plan.Plan{Entries: []plan.Entry{{ID: "a", Name: "A"}}}))
	for _, f := range sensitivity(t, p, swimmer(rapport.LevelModerate), 5) {
		list = append(list, f.Reasons)
	}
	return list
}

func TestEveryErrorIsSaid(t *testing.T) {
	circle := dog()
	circle.Measures[0].Requires = []plan.MeasureID{circle.Measures[0].ID}
	circle.Floors[0].Points = 1
	_, packs := plan.NewPlanner(plan.Config{Packs: []plan.Catalogue{circle}})
	_, large := plan.Compose(plan.Brief{Threats: make([]client.Threat, plan.MaxThreats+1)}, day(0))
	_, other := plan.Planner{}.Programme(misplacedWatch(), day(0))
	_, watching := plan.NewPlanner(plan.Config{Packs: []plan.Catalogue{loosePack()}})
	both := plan.Refusal{Measure: plan.MeasureFollowCar, Kind: plan.RowKindCover}.Validate()
	for _, c := range plan.Codes() {
		if c.Kind == "error" {
			said := slices.ContainsFunc([]error{packs, large, other, watching, both}, func(err error) bool { return rapport.HasCode(err, c.ID) })
			assert.True(t, said, "%s is never said", c.ID)
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

	worried := plan.Brief{People: []client.Profile{{ID: "p", Concerns: []client.Concern{{ID: "c", Kind: client.ConcernBurglary, Emotion: rapport.LevelHigh}},
		Wishes: []client.Wish{{ID: "w", Kind: client.WishNoUniformAt, Setting: client.SettingHotel, Strength: client.StrengthWish, On: on(1)}}}}}
	return []plan.Brief{ended, bounded, excluded, needed, unassessed, liked, worried}
}
