package plan_test

import (
	"encoding/json"
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
	"github.com/rapport-go/rapport/internal/fill"
	"github.com/rapport-go/rapport/internal/roomtest"
	"github.com/rapport-go/rapport/plan"
)

func TestAnEmptyWatchGivesAnEmptyProgramme(t *testing.T) {
	p := programme(t, plan.Watch{}, day(0))
	assert.Equal(t, []plan.Action{}, p.Actions)
	assert.Equal(t, []plan.WorkState{}, p.Works)
	assert.Equal(t, []plan.FindingState{}, p.Findings)
	assert.True(t, hasCode(p.Reasons, plan.CodeNothingWatched))
	assert.Equal(t, time.UTC, p.At.Location())
	assert.Len(t, p.MadeWith, 2)
}

func TestWhatIsInOrderIsSaidToo(t *testing.T) {
	p := programme(t, upToDate(), day(0))
	assert.Empty(t, p.Actions)
	assert.True(t, hasCode(p.Reasons, plan.CodeNothingDue))
	assert.True(t, hasCode(p.Reasons, plan.CodeNoSigns), "nobody reporting anything is not calm")
	for _, s := range p.Works {
		assert.NotEmpty(t, s.Reasons, "%s", s.Work)
		assert.True(t, s.State == plan.DueStateAhead || s.State == plan.DueStateDone, "%s", s.Work)
	}
	assert.True(t, hasCode(workOf(t, p, plan.WorkHomeSurvey, "").Reasons, plan.CodeDoneInTime))
	assert.True(t, hasCode(workOf(t, p, plan.WorkCoverTest, "").Reasons, plan.CodeDoneAfter))
}

func TestEveryWorkComesOutUntilItIsDone(t *testing.T) {
	for _, e := range plan.Standard().Works {
		w := lacking(upToDate(), e.ID)
		if e.EveryDays == 0 {
			w.Happened = []plan.Happened{{ID: "h", What: e.After[0].What, On: on(0)}}
		}
		due := actionsOf(programme(t, w, day(0)), plan.ActionKindWork)
		require.NotEmpty(t, due, "%s", e.ID)
		for _, a := range due {
			if a.Work == e.ID {
				assert.True(t, hasCode(a.Reasons, plan.CodeDoneUnsaid), "%s", e.ID)
				assert.Equal(t, e.Role, a.Role)
				assert.NotEmpty(t, a.Do)
				assert.False(t, a.By.IsZero())
			}
		}
		w.Done = append(w.Done, plan.Done{Work: e.ID, On: on(0)})
		for _, a := range programme(t, w, day(0)).Actions {
			assert.NotEqual(t, e.ID, a.Work, "it was done")
		}
	}
}

func TestWhatNobodySaidWasDoneIsDueAndNotOverdue(t *testing.T) {
	p := programme(t, lacking(upToDate(), plan.WorkFootprintCheck), day(0))
	s := workOf(t, p, plan.WorkFootprintCheck, "ms-a")
	assert.Equal(t, plan.DueStateDue, s.State)
	assert.Equal(t, on(0), s.Due)
	assert.True(t, s.Last.IsZero())
	assert.Len(t, actionsOf(p, plan.ActionKindWork), 2, "for each person on their own")
}

func TestAWorkComesRound(t *testing.T) {
	cases := map[string]struct {
		work    plan.Work
		last    int
		state   plan.DueState
		code    rapport.Code
		urgency rapport.Urgency
	}{
		"done in time":             {plan.WorkVehicleCheck, -6, plan.DueStateAhead, plan.CodeDoneInTime, rapport.UrgencyUnknown},
		"due today":                {plan.WorkVehicleCheck, -7, plan.DueStateDue, plan.CodeWorkDue, rapport.UrgencySevenDays},
		"overdue":                  {plan.WorkVehicleCheck, -8, plan.DueStateOverdue, plan.CodeWorkOverdue, rapport.UrgencyThreeDays},
		"too old to count":         {plan.WorkStakeholderRound, -91, plan.DueStateOverdue, plan.CodeWorkStale, rapport.UrgencyToday},
		"late and not yet too old": {plan.WorkStakeholderRound, -90, plan.DueStateOverdue, plan.CodeWorkOverdue, rapport.UrgencyThreeDays},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			p := programme(t, doneOn(upToDate(), c.work, c.last), day(0))
			s := workOf(t, p, c.work, "")
			assert.Equal(t, c.state, s.State)
			assert.True(t, hasCode(s.Reasons, c.code))
			if c.urgency == rapport.UrgencyUnknown {
				assert.Empty(t, p.Actions)
				return
			}
			require.NotEmpty(t, p.Actions)
			assert.Equal(t, c.urgency, p.Actions[0].Urgency)
			assert.Equal(t, c.state == plan.DueStateOverdue, p.Actions[0].Late == rapport.AnswerYes)
		})
	}
}

func TestAThreatBringsAWorkRoundSooner(t *testing.T) {
	threat := func(kind client.ThreatKind, level rapport.Level, aimed ...rapport.ID) []client.Threat {
		x := aThreat("t", kind, level)
		x.Aimed = aimed
		return []client.Threat{x}
	}
	cases := map[string]struct {
		threats []client.Threat
		every   int
	}{
		"no threat":                {nil, 7},
		"a threat below":           {threat(client.ThreatStalking, rapport.LevelModerate), 7},
		"a threat at high":         {threat(client.ThreatStalking, rapport.LevelHigh), 1},
		"and at severe":            {threat(client.ThreatStalking, rapport.LevelSevere), 1},
		"aimed at one of them":     {threat(client.ThreatStalking, rapport.LevelHigh, "mr-b"), 1},
		"aimed at the shop":        {threat(client.ThreatStalking, rapport.LevelHigh, "shop"), 7},
		"of a kind it is not for":  {threat(client.ThreatTraffic, rapport.LevelHigh), 7},
		"that nobody has assessed": {threat(client.ThreatStalking, rapport.LevelUnknown), 7},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			w := doneOn(upToDate(), plan.WorkPublicSourceWatch, -1)
			w.Threats = c.threats
			for i := range w.Threats {
				if w.Threats[i].Level == rapport.LevelUnknown {
					w.Threats[i].AssessedAt = time.Time{}
				}
			}
			s := workOf(t, programme(t, w, day(0)), plan.WorkPublicSourceWatch, "")
			assert.Equal(t, c.every, s.EveryDays)
			assert.Equal(t, c.every == 1, hasCode(s.Reasons, plan.CodeSoonerForThreat))
			assert.Equal(t, c.every == 1, s.State == plan.DueStateDue)
		})
	}
}

func TestAPlaceWithManyVisitorsIsAssessedTwiceAYear(t *testing.T) {
	w := upToDate()
	w.Sites = append(w.Sites, client.Site{ID: "plant", Setting: client.SettingIndustrialSite})
	p := programme(t, w, day(0))
	shop, plant := workOf(t, p, plan.WorkSiteRiskAssessment, "shop"), workOf(t, p, plan.WorkSiteRiskAssessment, "plant")
	assert.Equal(t, 182, shop.EveryDays)
	assert.True(t, hasCode(shop.Reasons, plan.CodeSoonerForPlace))
	assert.Equal(t, 365, plant.EveryDays)
}

func TestWhatHappenedBringsAWorkForward(t *testing.T) {
	happened := func(what plan.Happening, id rapport.ID, n int) plan.Watch {
		w := doneOn(upToDate(), plan.WorkAccessList, -10)
		w = doneOn(w, plan.WorkStaffTraining, -10)
		w = doneOn(w, plan.WorkAfterActionReview, -10)
		w.Happened = []plan.Happened{{ID: "h", What: what, For: id, On: on(n)}}
		return w
	}
	moved := doneOn(upToDate(), plan.WorkHomeSurvey, -10)
	moved.People[0].Changes = []client.LifeChange{{ID: "home", Kind: client.ChangeNewHome, On: on(-2)}}
	ahead := doneOn(upToDate(), plan.WorkHomeSurvey, -10)
	ahead.People[0].Changes = []client.LifeChange{{ID: "home", Kind: client.ChangeNewHome, On: on(2)}}
	premiere := doneOn(upToDate(), plan.WorkAfterActionReview, -10)
	premiere.People[0].Activities = []client.Activity{{ID: "premiere", Kind: client.ActivityPremiereOrAward, On: rapport.Span{From: day(-2), To: day(-1)}}}
	cases := map[string]struct {
		watch   plan.Watch
		work    plan.Work
		id      rapport.ID
		due     rapport.Date
		urgency rapport.Urgency
		cause   rapport.Path
	}{
		"a leaver, on the same day":           {happened(plan.HappeningLeaver, "shop", 0), plan.WorkAccessList, "shop", on(0), rapport.UrgencyToday, "/happened/h"},
		"a joiner, within thirty days":        {happened(plan.HappeningJoiner, "shop", 0), plan.WorkStaffTraining, "shop", on(30), rapport.UrgencyThirtyDays, "/happened/h"},
		"an incident to one of the household": {happened(plan.HappeningIncident, "mr-b", -1), plan.WorkAfterActionReview, "", on(2), rapport.UrgencyThreeDays, "/happened/h"},
		"a move, as the profile has it":       {moved, plan.WorkHomeSurvey, "", on(5), rapport.UrgencySevenDays, "/people/ms-a/changes/home"},
		"an event that ended":                 {premiere, plan.WorkAfterActionReview, "", on(6), rapport.UrgencySevenDays, "/people/ms-a/activities/premiere"},
		"what was done since":                 {happened(plan.HappeningLeaver, "shop", -10), plan.WorkAccessList, "shop", rapport.Date{}, rapport.UrgencyUnknown, ""},
		"what happened to somebody else":      {happened(plan.HappeningLeaver, "ms-a", 0), plan.WorkAccessList, "shop", rapport.Date{}, rapport.UrgencyUnknown, ""},
		"a move that lies ahead":              {ahead, plan.WorkHomeSurvey, "", rapport.Date{}, rapport.UrgencyUnknown, ""},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			p := programme(t, c.watch, day(0))
			i := slices.IndexFunc(p.Actions, func(a plan.Action) bool { return a.Work == c.work && a.For == c.id })
			if c.due.IsZero() {
				assert.Negative(t, i)
				return
			}
			require.GreaterOrEqual(t, i, 0)
			assert.Equal(t, c.due, p.Actions[i].By)
			assert.Equal(t, c.urgency, p.Actions[i].Urgency)
			assert.Contains(t, codesAt(p.Actions[i].Reasons, c.cause), plan.CodeWorkAfter)
		})
	}
}

func TestWhatHappenedHalfAYearAgoCountsNoMore(t *testing.T) {
	for days, listed := range map[int]bool{-180: true, -181: false} {
		w := lacking(upToDate(), plan.WorkCoverTest)
		w.Happened = []plan.Happened{{ID: "h", What: plan.HappeningReview, For: "shop", On: on(days)}}
		p := programme(t, w, day(0))
		assert.Equal(t, listed, slices.ContainsFunc(p.Works, func(s plan.WorkState) bool { return s.Work == plan.WorkCoverTest }), "%d", days)
	}
}

func TestAWaivedWorkComesBackAfterItsDay(t *testing.T) {
	w := lacking(upToDate(), plan.WorkVehicleCheck)
	w.Waived = []plan.Waived{{Work: plan.WorkVehicleCheck, Accepted: plan.Acceptance{By: "lead", Until: on(3)}}}
	p := programme(t, w, day(3))
	assert.Equal(t, plan.DueStateAccepted, workOf(t, p, plan.WorkVehicleCheck, "").State)
	assert.Equal(t, on(3), workOf(t, p, plan.WorkVehicleCheck, "").Due)
	assert.True(t, hasCode(workOf(t, p, plan.WorkVehicleCheck, "").Reasons, plan.CodeAcceptanceStands))
	back := workOf(t, programme(t, w, day(4)), plan.WorkVehicleCheck, "")
	assert.Equal(t, plan.DueStateDue, back.State)
	assert.True(t, hasCode(back.Reasons, plan.CodeAcceptanceEnded))

	w.Waived = append(w.Waived, plan.Waived{Work: plan.WorkVehicleCheck, For: "ms-a", Accepted: plan.Acceptance{By: "lead", Until: on(9)}})
	assert.Equal(t, on(9), workOf(t, programme(t, w, day(3)), plan.WorkVehicleCheck, "").Due, "the later of two")
	w.Mandate = client.Mandate{Rights: []client.Right{{Matter: client.MatterBelowFloor, By: "board"}}}
	assert.Equal(t, plan.DueStateDue, workOf(t, programme(t, w, day(3)), plan.WorkVehicleCheck, "").State, "not theirs to decide")
}

func TestActionsStandInOrderOfUrgencyDayAndID(t *testing.T) {
	for _, w := range tellingWatches() {
		list := programme(t, w, day(0)).Actions
		ids := map[rapport.ID]bool{}
		for i, a := range list {
			assert.False(t, ids[a.ID], "%s stands twice", a.ID)
			ids[a.ID] = true
			assert.NotEqual(t, rapport.UrgencyUnknown, a.Urgency)
			assert.False(t, a.By.IsZero())
			assert.True(t, a.Owner != "" || a.Role != "", "every action has an owner")
			assert.NotEmpty(t, a.Name)
			assert.NotEmpty(t, a.Do)
			assert.NotEmpty(t, a.Reasons)
			if i > 0 {
				before := list[i-1]
				assert.True(t, before.Urgency.Sooner(a.Urgency) == before.Urgency)
				if before.Urgency == a.Urgency {
					assert.LessOrEqual(t, before.By.Compare(a.By), 0)
				}
			}
		}
	}
}

func TestTheOrderOfTheWatchSaysNothing(t *testing.T) {
	for _, w := range tellingWatches() {
		expected := programme(t, w, day(0))
		for seed := range 20 {
			d := dice(seed)
			turned := w
			turned.People, turned.Sites, turned.Threats = shuffle(&d, w.People), shuffle(&d, w.Sites), shuffle(&d, w.Threats)
			turned.Done, turned.Happened, turned.Findings = shuffle(&d, w.Done), shuffle(&d, w.Happened), shuffle(&d, w.Findings)
			turned.Signs = shuffle(&d, w.Signs)
			require.Equal(t, expected, programme(t, turned, day(0)))
		}
	}
}

func TestAProgrammeSharesNoMemory(t *testing.T) {
	w := tellingWatches()[2]
	before := programme(t, w, day(0))
	p := programme(t, w, day(0))
	for i := range p.Actions {
		a := &p.Actions[i]
		for _, list := range [][]string{a.Do} {
			for j := range list {
				list[j] = "changed"
			}
		}
		for j := range a.Measures {
			a.Measures[j] = "changed"
		}
		for j := range a.With {
			a.With[j] = "changed"
		}
		for j := range a.Reasons {
			a.Reasons[j].Text = "changed"
		}
	}
	for i := range p.Works {
		for j := range p.Works[i].LookFor {
			p.Works[i].LookFor[j] = "changed"
		}
		for j := range p.Works[i].Reasons {
			assert.NotEqual(t, "changed", p.Works[i].Reasons[j].Text)
		}
	}
	assert.Equal(t, before, programme(t, w, day(0)))
}

func TestDaysAreReadWhereTheMomentIs(t *testing.T) {
	w := doneOn(upToDate(), plan.WorkVehicleCheck, -6)
	late := time.Date(2027, time.February, 2, 23, 30, 0, 0, time.UTC)
	assert.Equal(t, plan.DueStateAhead, workOf(t, programme(t, w, late), plan.WorkVehicleCheck, "").State)
	assert.Equal(t, plan.DueStateDue, workOf(t, programme(t, w, late.In(cet)), plan.WorkVehicleCheck, "").State)
}

func TestAWatchAndAProgrammeComeBackAsTheyWere(t *testing.T) {
	filled := fill.Of[plan.Watch]()
	for i := range filled.People {
		filled.People[i].Schema = client.ProfileSchema
		filled.People[i].Priorities = [][]client.Need{{client.NeedPrivacy, client.NeedAutonomy}, {client.NeedComfort}}
	}
	roomtest.ComesBack(t, filled)
	roomtest.ComesBack(t, fill.Of[plan.Programme]())
	for _, w := range tellingWatches() {
		made := programme(t, w, day(0))
		roomtest.ComesBack(t, made)
		data, err := json.Marshal(w)
		require.NoError(t, err)
		var stored plan.Watch
		require.NoError(t, rapport.Decode(data, &stored))
		assert.Equal(t, made, programme(t, stored, day(0)), "a watch that was stored gives the same programme")
	}
}
