package plan_test

import (
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
	"github.com/rapport-go/rapport/plan"
	"github.com/rapport-go/rapport/privacy"
)

// dinnerFor is a dinner that two people have together, with a threat at high aimed at one of them.
func dinnerFor(aimed rapport.ID) plan.Brief {
	dinner := client.Activity{ID: "dinner", Kind: client.ActivityFormalDinner, Setting: client.SettingFormalEvent, On: rapport.Span{From: day(5), To: day(5).Add(3 * time.Hour)}}
	t := aThreat("t", client.ThreatStalking, rapport.LevelHigh, client.SettingFormalEvent, client.SettingArrivalPoint)
	t.Aimed = []rapport.ID{aimed}
	return plan.Brief{
		People:  []client.Profile{{ID: "a", Minor: rapport.AnswerNo, Activities: []client.Activity{dinner}}, {ID: "b", Minor: rapport.AnswerNo, Activities: []client.Activity{dinner}}},
		Threats: []client.Threat{t},
	}
}

func TestWhoeverOfTwoIsThreatenedTheSameOfficerGoesFromDoorToDoor(t *testing.T) {
	first, second := compose(t, dinnerFor("a"), day(0)), compose(t, dinnerFor("b"), day(0))
	assert.Equal(t, first.Burden, second.Burden)
	for _, p := range []plan.Plan{first, second} {
		require.Len(t, bodies(p, "dinner"), 1)
		assert.Equal(t, []rapport.ID{"a", "b"}, bodies(p, "dinner")[0].People)
	}
}

func TestOneWhoRefusesTakesNothingFromTheOther(t *testing.T) {
	b := dinnerFor("b")
	officer := bodies(compose(t, b, day(0)), "dinner")[0].Measure
	b.Refusals = []plan.Refusal{{ID: "r", Person: "a", Measure: officer, By: []rapport.ID{"a"}, On: on(0), Until: on(30)}}
	p := compose(t, b, day(0))
	for _, r := range p.Rows {
		assert.Equal(t, rapport.AnswerYes, r.Met, "%s %s", r.Person, r.Kind)
	}
	require.NotEmpty(t, bodies(p, "dinner"))
	for _, e := range bodies(p, "dinner") {
		if e.Measure == officer {
			assert.Equal(t, []rapport.ID{"b"}, e.People)
		}
	}
}

func TestTheOrderOfTheWindowsOfAWeekSaysNothing(t *testing.T) {
	b := dinnerFor("b")
	for i := range b.People {
		a := &b.People[i].Activities[0]
		a.On, a.Weekly = rapport.Span{}, append(window("18:00", "20:00", rapport.DayTue, rapport.DayThu), window("12:00", "13:00", rapport.DaySat)...)
	}
	one := compose(t, b, day(0))
	slices.Reverse(b.People[1].Activities[0].Weekly)
	slices.Reverse(b.People[1].Activities[0].Weekly[1].Days)
	assert.Equal(t, one, compose(t, b, day(0)))
}

func TestARuleAboutKerbsBindsAtTheKerb(t *testing.T) {
	b := dinnerFor("a")
	for _, at := range []client.Setting{client.SettingArrivalPoint, ""} {
		b.Rules = []privacy.Rule{{ID: "law", By: privacy.AuthorityLaw, Setting: at, Where: privacy.WhereBoth, Upper: rapport.VisibilityCovert}}
		for _, e := range bodies(compose(t, b, day(0)), "dinner") {
			assert.Equal(t, rapport.VisibilityCovert, e.Visibility, "%s", e.Measure)
		}
	}
}

func TestWhatAHouseholdHasInForceIsNotInForceAtASite(t *testing.T) {
	b := stalkedActor(3)
	b.InForce = compose(t, b, day(3)).InForce(b.InForce)
	b.Sites = []client.Site{{ID: "shop", Setting: client.SettingRetailSite}}
	theft := aThreat("t-theft", client.ThreatSiteTheft, rapport.LevelModerate)
	theft.Aimed = []rapport.ID{"shop"}
	b.Threats = append(b.Threats, theft)
	for _, c := range compose(t, b, day(3)).Changes {
		if slices.Contains(c.People, "shop") {
			assert.Equal(t, plan.ChangeKindNew, c.Kind, "%s", c.Measure)
		}
	}
}

func TestWhatEachCaseHasInForceStaysAndIsPaidFor(t *testing.T) {
	for name, c := range map[string]struct {
		brief plan.Brief
		n     int
	}{"actor": {stalkedActor(14), 14}, "family": {rich(), 0}, "diplomat": {diplomat(13), 13}} {
		first := compose(t, c.brief, day(c.n))
		c.brief.InForce = first.InForce(c.brief.InForce)
		second := compose(t, c.brief, day(c.n))
		assert.Zero(t, second.Burden, "%s", name)
		d := second.Difference(first)
		assert.Empty(t, slices.Concat(d.Came, d.Went), "%s", name)
	}
}

func TestALastResortInForceEndsSevenDaysAfterItBegan(t *testing.T) {
	p, b := lab(t, tools(staying(rapport.BandStrong))), swimmer(rapport.LevelModerate)
	first := composeWith(t, p, b, day(0))
	b.InForce = first.InForce(nil)
	later := composeWith(t, p, b, day(3))
	e := theEntry(t, later, "lab.example/stay-away")
	assert.Equal(t, day(0).UTC(), e.From)
	assert.Equal(t, day(7).UTC(), e.To)
	for _, c := range later.Changes {
		assert.True(t, c.Kind != plan.ChangeKindKept || hasCode(c.Reasons, plan.CodeLastResort), "it is said again that it is one")
	}
}
