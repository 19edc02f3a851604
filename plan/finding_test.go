package plan_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
	"github.com/rapport-go/rapport/plan"
)

// found is a watch that is in order but for one finding at the shop.
func found(x plan.Finding) plan.Watch {
	w := upToDate()
	x.ID, x.For = "f", "shop"
	w.Findings = []plan.Finding{x}
	return w
}

func TestTheSeverityOfAFindingSetsItsDay(t *testing.T) {
	cases := map[string]struct {
		finding plan.Finding
		due     rapport.Date
	}{
		"could be used tonight":           {plan.Finding{Severity: plan.SeverityTonight, Found: on(-5)}, on(-5)},
		"easy to use":                     {plan.Finding{Severity: plan.SeverityEasy, Found: on(-5)}, on(9)},
		"needs skill":                     {plan.Finding{Severity: plan.SeverityNeedsSkill, Found: on(-5)}, on(55)},
		"tidy-up, at the next survey":     {plan.Finding{Severity: plan.SeverityTidyUp, Found: on(0), Work: plan.WorkSiteRiskAssessment}, on(182)},
		"or at the one that came":         {plan.Finding{Severity: plan.SeverityTidyUp, Found: on(-70), Work: plan.WorkSiteRiskAssessment}, on(0)},
		"and never before what is harder": {plan.Finding{Severity: plan.SeverityTidyUp, Found: on(-10), Work: plan.WorkSiteRiskAssessment}, on(50)},
		"tidy-up beside all works":        {plan.Finding{Severity: plan.SeverityTidyUp, Found: on(-5)}, on(360)},
		"a day agreed that is earlier":    {plan.Finding{Severity: plan.SeverityEasy, Found: on(-5), Due: on(2)}, on(2)},
		"a day agreed that is later":      {plan.Finding{Severity: plan.SeverityEasy, Found: on(-5), Due: on(20)}, on(9)},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			s := findingOf(t, programme(t, found(c.finding), day(0)), "f")
			assert.Equal(t, c.due, s.Due)
			assert.Equal(t, c.finding.Due.Compare(c.due) > 0, hasCode(s.Reasons, plan.CodeFindingDateLate))
			assert.Equal(t, c.finding.Severity == plan.SeverityTonight, hasCode(s.Reasons, plan.CodeFindingStopGap))
		})
	}
}

func TestAFindingPastItsDayIsAnActionUntilItIsFixed(t *testing.T) {
	x := plan.Finding{Severity: plan.SeverityEasy, Found: on(-20), Work: plan.WorkSiteRiskAssessment, Words: "the gate does not close"}
	p := programme(t, found(x), day(0))
	assert.Equal(t, plan.DueStateOverdue, findingOf(t, p, "f").State)
	a := actionOn(t, p, plan.ActionKindFinding)
	assert.Equal(t, rapport.UrgencyToday, a.Urgency)
	assert.Equal(t, rapport.AnswerYes, a.Late)
	assert.Equal(t, "the gate does not close", a.Name)
	assert.Equal(t, client.RoleSupervisor, a.Role, "nobody is named, so whoever sees to the work")
	assert.True(t, hasCode(a.Reasons, plan.CodeFindingOverdue))
	assert.True(t, hasCode(a.Reasons, plan.CodeFindingOwnerUnsaid))

	x.Owner = "jo"
	a = actionOn(t, programme(t, found(x), day(0)), plan.ActionKindFinding)
	assert.Equal(t, rapport.ID("jo"), a.Owner)
	assert.Empty(t, a.Role)
	assert.False(t, hasCode(a.Reasons, plan.CodeFindingOwnerUnsaid))

	x.Fixed = on(0)
	p = programme(t, found(x), day(0))
	assert.Empty(t, p.Actions)
	assert.True(t, hasCode(findingOf(t, p, "f").Reasons, plan.CodeFindingFixedLate))
	x.Fixed = on(-19)
	assert.True(t, hasCode(findingOf(t, programme(t, found(x), day(0)), "f").Reasons, plan.CodeFindingFixed))
}

func TestAFindingThatNobodyOwnsGoesToWhoAnswersForThePlace(t *testing.T) {
	for id, role := range map[rapport.ID]client.Role{"ms-a": client.RoleTeamLead, "shop": client.RoleSupervisor, "": client.RoleSupervisor} {
		w := upToDate()
		w.Findings = []plan.Finding{{ID: "f", For: id, Severity: plan.SeverityEasy, Found: on(0)}}
		assert.Equal(t, role, findingOf(t, programme(t, w, day(0)), "f").Role, "%s", id)
	}
	assert.Equal(t, plan.SeverityUnknown.Means(), plan.Severity(99).Means())
}

func TestAFindingAheadOfItsDayIsNoAction(t *testing.T) {
	p := programme(t, found(plan.Finding{Severity: plan.SeverityEasy, Found: on(-13)}), day(0))
	assert.Empty(t, p.Actions)
	assert.Equal(t, plan.DueStateAhead, findingOf(t, p, "f").State)
	p = programme(t, found(plan.Finding{Severity: plan.SeverityEasy, Found: on(-14)}), day(0))
	assert.Equal(t, rapport.UrgencyThreeDays, actionOn(t, p, plan.ActionKindFinding).Urgency)
	assert.Equal(t, plan.DueStateDue, findingOf(t, p, "f").State)
}

func TestWhatCouldBeUsedTonightGetsAStopGapToday(t *testing.T) {
	a := actionOn(t, programme(t, found(plan.Finding{Severity: plan.SeverityTonight, Found: on(0)}), day(0)), plan.ActionKindFinding)
	assert.Equal(t, rapport.UrgencyToday, a.Urgency)
	require.Len(t, a.Do, 2)
	assert.Contains(t, a.Do[0], "today")
	a = actionOn(t, programme(t, found(plan.Finding{Severity: plan.SeverityTonight, Found: on(0)}), day(1)), plan.ActionKindFinding)
	assert.Equal(t, rapport.UrgencyNow, a.Urgency)
}

func TestAThreatMakesAFindingPastItsDayMoreUrgent(t *testing.T) {
	urgency := func(level rapport.Level) rapport.Urgency {
		w := found(plan.Finding{Severity: plan.SeverityTidyUp, Found: on(-400), Work: plan.WorkSiteRiskAssessment})
		if level != rapport.LevelUnknown {
			w.Threats = []client.Threat{aThreat("t", client.ThreatIntrusion, level)}
		}
		return actionOn(t, programme(t, w, day(0)), plan.ActionKindFinding).Urgency
	}
	assert.Equal(t, rapport.UrgencySevenDays, urgency(rapport.LevelUnknown))
	assert.Equal(t, rapport.UrgencySevenDays, urgency(rapport.LevelLow))
	assert.Equal(t, rapport.UrgencyThreeDays, urgency(rapport.LevelHigh))
	assert.Equal(t, rapport.UrgencyToday, urgency(rapport.LevelSevere))
}

func TestAnAcceptedFindingWaitsForItsDayAndComesBack(t *testing.T) {
	board := client.Mandate{Rights: []client.Right{{Matter: client.MatterBelowFloor, By: "board"}, {Matter: client.MatterBelowFloor, By: "owner", For: "shop"}}}
	cases := map[string]struct {
		mandate client.Mandate
		by      rapport.ID
		day     int
		state   plan.DueState
		codes   []rapport.Code
	}{
		"by somebody, where no mandate says who may": {client.Mandate{}, "lead", 0, plan.DueStateAccepted, []rapport.Code{plan.CodeAcceptanceStands, plan.CodeAcceptanceUnchecked}},
		"by whom the mandate names for the place":    {board, "owner", 0, plan.DueStateAccepted, []rapport.Code{plan.CodeAcceptanceStands}},
		"by whom it names for others":                {board, "board", 0, plan.DueStateOverdue, []rapport.Code{plan.CodeAcceptanceNotTheirs, plan.CodeFindingOverdue}},
		"where the mandate names nobody":             {client.Mandate{PaidBy: "board"}, "board", 0, plan.DueStateOverdue, []rapport.Code{plan.CodeAcceptanceNotTheirs}},
		"on the last day":                            {board, "owner", 5, plan.DueStateAccepted, []rapport.Code{plan.CodeAcceptanceStands}},
		"on the day after":                           {board, "owner", 6, plan.DueStateOverdue, []rapport.Code{plan.CodeAcceptanceEnded, plan.CodeFindingOverdue}},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			w := found(plan.Finding{Severity: plan.SeverityEasy, Found: on(-30), Accepted: plan.Acceptance{By: c.by, Until: on(5)}})
			w.Mandate = c.mandate
			p := programme(t, w, day(c.day))
			s := findingOf(t, p, "f")
			assert.Equal(t, c.state, s.State)
			for _, code := range c.codes {
				assert.True(t, hasCode(s.Reasons, code), "%s", code)
			}
			assert.Equal(t, c.state == plan.DueStateOverdue, len(actionsOf(p, plan.ActionKindFinding)) == 1)
		})
	}
}
