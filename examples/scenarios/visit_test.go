package scenarios_test

import (
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
	"github.com/rapport-go/rapport/examples/scenarios"
	"github.com/rapport-go/rapport/plan"
	"github.com/rapport-go/rapport/privacy"
)

func TestVisit_RunsThroughItsWholeTimeline(t *testing.T) {
	c := named(t, "o7")
	for _, n := range []int{0, 13, 14, 15} {
		assert.NotEmpty(t, last(t, c, n).Plan.Entries, "day %d", n)
	}
	last(t, c, 16)
	last(t, c, 24)
}

func TestVisit_ADoubledMarchIsPlannedHigherWhereItBites(t *testing.T) {
	c := named(t, "o7")
	before, after := clock(c, 13, 11, 0), clock(c, 13, 13, 0)
	assert.Equal(t, rapport.LevelModerate, levelAt(t, c, "t-march", client.SettingFormalEvent, before))
	assert.Equal(t, rapport.LevelHigh, levelAt(t, c, "t-march", client.SettingFormalEvent, after))
	assert.Equal(t, rapport.LevelModerate, levelAt(t, c, "t-street", client.SettingFormalEvent, after), "the other threat stays where it was")
	needs := func(c scenarios.Case) (sum int) {
		for _, r := range last(t, c, 13).Plan.Rows {
			if r.Threat == "t-march" {
				sum += r.Need
			}
		}
		return sum
	}
	assert.Greater(t, needs(c), needs(without(c, "e-double")))
}

func TestVisit_AVenueThatMovesIsTheActivityAsItNowIs(t *testing.T) {
	c := named(t, "o7")
	talks := func(at time.Time) client.Activity {
		list := c.At(at).Brief.People[0].Activities
		i := slices.IndexFunc(list, func(a client.Activity) bool { return a.ID == "talks" })
		require.GreaterOrEqual(t, i, 0)
		return list[i]
	}
	before, after := talks(c.Now.Add(-time.Hour)), talks(c.Now)
	assert.Equal(t, client.SettingOfficeFloor, before.Setting)
	assert.Equal(t, client.SettingUniversity, after.Setting)
	assert.Equal(t, before.On, after.On, "the hour stays")
	assert.Equal(t, 6*time.Hour, after.On.From.Sub(time.Date(2027, time.May, 12, 8, 0, 0, 0, time.UTC)), "six hours' notice")
	note := func(at time.Time, id rapport.ID) string {
		list := c.At(at).Notes
		return list[slices.IndexFunc(list, func(n scenarios.Note) bool { return n.ID == id })].Text
	}
	for _, id := range []rapport.ID{"n-leg-talks", "n-item-talks", "n-police-place", "n-way-talks", "n-way-walk"} {
		assert.NotEqual(t, note(c.Now.Add(-time.Hour), id), note(c.Now, id), "whoever needs the place has the new one: %s", id)
	}
	assert.Equal(t, note(c.Now.Add(-time.Hour), "n-hotel"), note(c.Now, "n-hotel"))
}

func TestVisit_WithoutTheSpouseNothingIsPlannedAbroadForHim(t *testing.T) {
	c := named(t, "o7")
	away := func(b plan.Brief) (ids []rapport.ID) {
		for _, a := range b.People[1].Activities {
			ids = append(ids, a.ID)
		}
		return ids
	}
	stays := named(t, "o7")
	for _, a := range c.People[1].Activities {
		stays.Events = append(stays.Events, scenarios.Event{ID: "e-off-" + a.ID, At: c.Start.Add(time.Hour), Text: "he stays at home", CalledOff: &scenarios.CalledOffEvent{Person: "spouse-j", Activity: a.ID}})
	}
	at := day(c, 15)
	assert.NotEmpty(t, away(c.At(at).Brief))
	assert.Empty(t, away(stays.At(at).Brief))
	assert.Equal(t, c.At(at).Brief.People[0], stays.At(at).Brief.People[0], "the other's programme does not move")
	with, none := last(t, c, 14), last(t, stays, 14)
	hisOwn := func(s scenarios.Step) (list []plan.Entry) {
		for _, e := range s.Plan.Entries {
			if e.Person == "spouse-j" && e.Activity != "" {
				list = append(list, e)
			}
		}
		return list
	}
	assert.NotEmpty(t, hisOwn(with))
	assert.Empty(t, hisOwn(none))
	for _, r := range none.Plan.Rows {
		assert.False(t, r.Person == "spouse-j" && r.Activity != "", "%s", r.ID)
	}
}

func TestVisit_WhenTheMarchIsCancelledNothingStaysBelowItsFloor(t *testing.T) {
	c := named(t, "o7")
	c.Events = append(without(c, "e-double").Events, scenarios.Event{ID: "e-none", At: day(c, 12), Text: "the march is cancelled", Assessment: &scenarios.AssessmentEvent{Threat: "t-march", Level: rapport.LevelNone, Assessor: client.AssessorAuthority}})
	met := map[rapport.ID]rapport.Answer{}
	for _, r := range last(t, named(t, "o7"), 14).Plan.Rows {
		met[r.ID] = r.Met
	}
	for _, r := range last(t, c, 14).Plan.Rows {
		assert.NotEqual(t, rapport.ID("t-march"), r.Threat)
		if met[r.ID] == rapport.AnswerYes {
			assert.Equal(t, rapport.AnswerYes, r.Met, r.ID)
		}
	}
}

// decisions are the verdicts on the asks of one person, by category and activity.
func decisions(t *testing.T, c scenarios.Case, asker rapport.ID, at time.Time) map[string]privacy.Decision {
	t.Helper()
	answers, err := c.Answers(scenarios.Engines{}, at)
	require.NoError(t, err)
	found := map[string]privacy.Decision{}
	for _, a := range answers {
		if a.Ask.Asker == asker && a.Ask.Principal == "ambassador-j" {
			found[string(a.Ask.Category)+" "+string(a.Ask.Activity)] = a.Decision
		}
	}
	return found
}

func TestVisit_EachKnowsTheirPartAndNoProgramme(t *testing.T) {
	c := named(t, "o7")
	at := c.Now
	hotel := decisions(t, c, "hotel-m", at)
	assert.ElementsMatch(t, []privacy.Grain{privacy.GrainWindow, privacy.GrainContact}, hotel["itinerary "].Grains)
	assert.Empty(t, hotel["protection-plan "].Grains)
	interpreter := decisions(t, c, "interpreter-y", at)
	assert.Equal(t, []privacy.Grain{privacy.GrainItem}, interpreter["itinerary talks"].Grains)
	assert.Empty(t, interpreter["itinerary dinner"].Grains)
	assert.Empty(t, interpreter["threat-file "].Grains)
	press := decisions(t, c, "press-o", at)
	assert.Equal(t, []privacy.Grain{privacy.GrainPublic}, press["itinerary "].Grains)
	assert.Empty(t, press["movement "].Grains)
	assert.Equal(t, []privacy.Grain{privacy.GrainTicket}, decisions(t, c, "airline-a", at)["itinerary "].Grains)
	assert.Equal(t, privacy.VerdictFull, decisions(t, c, "insp-k", at)["movement "].Verdict)
	assert.Equal(t, privacy.VerdictFull, decisions(t, c, "protocol-p", at)["itinerary "].Verdict)
	for _, d := range decisions(t, c, "reporter", at) {
		assert.Empty(t, d.Grains)
	}
	driver := decisions(t, c, "driver-z", at.Add(3*time.Hour))
	assert.Equal(t, []privacy.Grain{privacy.GrainLeg}, driver["movement drive-talks"].Grains)
	assert.Empty(t, driver["movement drive-out"].Grains, "one leg and no more")
}

func TestVisit_AfterItsReviewNobodyKnowsAnything(t *testing.T) {
	c := named(t, "o7")
	assert.Equal(t, "2027-05-21", c.At(c.Now.AddDate(0, 0, 2)).Brief.Threats[0].ReviewOn.String())
	assert.Equal(t, 24, c.Day(time.Date(2027, time.May, 21, 8, 0, 0, 0, c.Now.Location())))
	assert.NotEmpty(t, decisions(t, c, "lead-w", c.Start.AddDate(0, 0, 24))["itinerary "].Grains, "the review needs what was")
	for _, asker := range []rapport.ID{"lead-w", "officer-e", "driver-z", "hotel-m", "airline-a", "interpreter-y", "press-o", "insp-k"} {
		for what, d := range decisions(t, c, asker, c.Start.AddDate(0, 0, 26)) {
			assert.Empty(t, d.Grains, "%s %s", asker, what)
		}
	}
}
