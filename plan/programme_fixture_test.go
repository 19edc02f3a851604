package plan_test

import (
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
	"github.com/rapport-go/rapport/plan"
)

func programme(t testing.TB, w plan.Watch, at time.Time) plan.Programme {
	t.Helper()
	p, err := plan.Planner{}.Programme(w, at)
	require.NoError(t, err)
	for _, r := range programmeReasons(p) {
		require.True(t, listed(r.Code), "%s is not listed", r.Code)
	}
	return p
}

// programmeReasons lists every reason that a programme carries.
func programmeReasons(p plan.Programme) []rapport.Reason {
	list := slices.Clone(p.Reasons)
	for _, x := range p.Actions {
		list = append(list, x.Reasons...)
	}
	for _, x := range p.Works {
		list = append(list, x.Reasons...)
	}
	for _, x := range p.Findings {
		list = append(list, x.Reasons...)
	}
	return list
}

// upToDate is a family and a shop of which every work was done today.
func upToDate() plan.Watch {
	w := plan.Watch{
		People: []client.Profile{{ID: "ms-a"}, {ID: "mr-b"}},
		Sites:  []client.Site{{ID: "shop", Setting: client.SettingRetailSite}},
	}
	for _, e := range plan.Standard().Works {
		w.Done = append(w.Done, plan.Done{Work: e.ID, On: on(0)})
	}
	return w
}

// lacking leaves out what was done of a work.
func lacking(w plan.Watch, work plan.Work) plan.Watch {
	w.Done = slices.DeleteFunc(slices.Clone(w.Done), func(d plan.Done) bool { return d.Work == work })
	return w
}

// doneOn says that a work was done for the last time on a day.
func doneOn(w plan.Watch, work plan.Work, n int) plan.Watch {
	w = lacking(w, work)
	w.Done = append(w.Done, plan.Done{Work: work, On: on(n)})
	return w
}

func workOf(t testing.TB, p plan.Programme, work plan.Work, id rapport.ID) plan.WorkState {
	t.Helper()
	i := slices.IndexFunc(p.Works, func(s plan.WorkState) bool { return s.Work == work && s.For == id })
	require.GreaterOrEqual(t, i, 0, "%s", work)
	return p.Works[i]
}

func findingOf(t testing.TB, p plan.Programme, id rapport.ID) plan.FindingState {
	t.Helper()
	i := slices.IndexFunc(p.Findings, func(s plan.FindingState) bool { return s.Finding == id })
	require.GreaterOrEqual(t, i, 0)
	return p.Findings[i]
}

// actionsOf lists the actions of a kind.
func actionsOf(p plan.Programme, kind plan.ActionKind) []plan.Action {
	return slices.DeleteFunc(slices.Clone(p.Actions), func(a plan.Action) bool { return a.Kind != kind })
}

// actionOn returns the one action of a kind.
func actionOn(t testing.TB, p plan.Programme, kind plan.ActionKind) plan.Action {
	t.Helper()
	list := actionsOf(p, kind)
	require.Len(t, list, 1)
	return list[0]
}

func seen(id rapport.ID, sign plan.Sign, around rapport.ID, n int) plan.Observed {
	return plan.Observed{ID: id, Sign: sign, For: around, At: day(n), ReportedBy: "porter"}
}

// tellingWatches lists watches that bring every reason about at day 0.
func tellingWatches() []plan.Watch {
	busy := upToDate()
	busy.Threats = []client.Threat{aThreat("t-1", client.ThreatStalking, rapport.LevelHigh)}
	busy = doneOn(busy, plan.WorkVehicleCheck, -7)
	busy = doneOn(busy, plan.WorkHomeSurvey, -400)
	busy = doneOn(busy, plan.WorkAlarmTest, -7)
	busy = doneOn(busy, plan.WorkPatrolPlan, -40)
	busy = doneOn(busy, plan.WorkStaffRefresher, -91)
	busy = lacking(busy, plan.WorkFootprintCheck)
	busy.Happened = []plan.Happened{{ID: "h-1", What: plan.HappeningLeaver, For: "shop", On: on(0)}, {ID: "h-2", What: plan.HappeningReview, On: on(-1)}}
	busy = doneOn(busy, plan.WorkAccessList, -1)
	until := func(n int) plan.Acceptance { return plan.Acceptance{By: "lead", Until: on(n)} }
	busy.Findings = []plan.Finding{
		{ID: "f-1", For: "shop", Work: plan.WorkSiteRiskAssessment, Severity: plan.SeverityTonight, Found: on(-1), Words: "the back door does not lock"},
		{ID: "f-2", Severity: plan.SeverityEasy, Found: on(-30), Fixed: on(-20), Owner: "jo"},
		{ID: "f-3", Severity: plan.SeverityEasy, Found: on(-30), Fixed: on(-1), Owner: "jo"},
		{ID: "f-4", Severity: plan.SeverityEasy, Found: on(-30), Due: on(30), Role: client.RoleSupervisor},
		{ID: "f-5", Severity: plan.SeverityTidyUp, Found: on(-30), Accepted: until(9)},
		{ID: "f-6", Severity: plan.SeverityTidyUp, Found: on(-30), Accepted: until(-1)},
	}
	dealt := seen("o-4", plan.SignBlindSpot, "shop", -3)
	dealt.Dealt, dealt.Answered = on(-2), on(-1)
	dated := seen("o-5", plan.SignCustody, "ms-a", 0)
	dated.Before = on(2)
	busy.Signs = []plan.Observed{
		seen("o-1", plan.SignRepeatPresence, "ms-a", -3), seen("o-2", plan.SignRepeatPresence, "ms-a", 0),
		{ID: "o-3", Sign: plan.SignTicketRush, For: "shop", At: day(0)}, dealt, dated,
	}
	refused := upToDate()
	refused.Mandate = client.Mandate{Rights: []client.Right{{Matter: client.MatterBelowFloor, By: "board"}}}
	refused.Findings = []plan.Finding{{ID: "f", Severity: plan.SeverityTidyUp, Found: on(-30), Accepted: until(9)}}
	return []plan.Watch{{}, upToDate(), busy, refused}
}

// misplacedWatch has a work and a sign for somebody they are not for.
func misplacedWatch() plan.Watch {
	w := upToDate()
	w.Done = append(w.Done, plan.Done{Work: plan.WorkSiteRiskAssessment, For: "ms-a", On: on(0)})
	w.Signs = []plan.Observed{seen("o", plan.SignCustody, "shop", 0)}
	return w
}

// loosePack is a pack that would loosen what the standard catalogue holds, and sees people for what they are.
func loosePack() plan.Catalogue {
	return plan.Catalogue{
		Name: "loose.example/plan", Version: "1",
		Deadlines: []plan.DeadlineEntry{{ID: plan.SeverityEasy, Days: 30}},
		Signs: []plan.SignEntry{{
			ID: "loose.example/stranger", Protects: client.ProtectsBoth, Measures: []plan.MeasureID{plan.MeasureSitePatrol}, Role: client.RoleSupervisor, Urgency: rapport.UrgencyToday,
			EN: plan.SignWords{Seen: "Somebody of another religion stands at the gate.", Do: []string{"Look."}},
		}},
	}
}
