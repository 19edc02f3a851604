package plan_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
	"github.com/rapport-go/rapport/plan"
)

func TestEveryProblemOfAWatchIsNamedAtItsPlace(t *testing.T) {
	w := plan.Watch{
		People:  []client.Profile{{ID: "p"}, {ID: "p"}, {ID: "q"}},
		Sites:   []client.Site{{ID: "s", Setting: client.SettingRetailSite}, {ID: "q", Setting: client.SettingRetailSite}},
		Threats: []client.Threat{{ID: "t", Kind: "bad-luck", Aimed: []rapport.ID{"nobody"}}},
		Mandate: client.Mandate{Kind: "magic"},
		Done: []plan.Done{
			{Work: "prayer", For: "nobody", On: on(1)}, {For: "Jane Roe"}, {Work: plan.WorkSiteRiskAssessment, For: "p", On: on(0)},
			{Work: plan.WorkMedicalReadiness, For: "s", On: on(0)},
		},
		Happened: []plan.Happened{{ID: "h", What: "full-moon", For: "nobody", On: on(1)}, {ID: "h", What: plan.HappeningMove}},
		Findings: []plan.Finding{
			{ID: "f", Work: "prayer", Role: "wizard", For: "nobody", Found: on(1), Fixed: on(2)},
			{ID: "f", Severity: 99, Found: on(0), Fixed: on(-1), Due: on(-1), Accepted: plan.Acceptance{By: "lead"}},
			{ID: "g", Severity: plan.SeverityEasy, Accepted: plan.Acceptance{Until: on(1)}},
			{ID: "i", Severity: plan.SeverityEasy, Found: on(0), Accepted: plan.Acceptance{By: "lead", Until: on(-1)}, Words: "the code is 4711 4711 4711"},
		},
		Signs: []plan.Observed{
			{ID: "o", Sign: "crow", For: "nobody", At: day(1), Dealt: on(2), Answered: on(2)},
			{ID: "o", Sign: plan.SignCustody, For: "s", ReportedBy: "r"},
			{ID: "u", Sign: plan.SignTailgating, For: "p", At: day(0), ReportedBy: "r", Dealt: on(-1), Answered: on(-1)},
		},
		Waived: []plan.Waived{{Work: plan.WorkVehicleCheck}, {Work: plan.WorkVehicleCheck, Accepted: plan.Acceptance{By: "lead", Until: on(1)}}},
	}
	_, err := plan.Planner{}.Programme(w, day(0))
	for _, c := range []struct {
		at   rapport.Pointer
		code rapport.Code
	}{
		{"/people/1/id", rapport.CodeDuplicateID},
		{"/sites/1/id", rapport.CodeDuplicateID},
		{"/threats/0/kind", rapport.CodeUnknownWord},
		{"/threats/0/aimed/0", rapport.CodeUnknownID},
		{"/mandate/kind", rapport.CodeUnknownWord},
		{"/done/0/work", rapport.CodeUnknownWord},
		{"/done/0/for", rapport.CodeUnknownID},
		{"/done/0/on", rapport.CodeAfterMoment},
		{"/done/1/work", rapport.CodeRequired},
		{"/done/1/for", rapport.CodeMalformedID},
		{"/done/1/on", rapport.CodeRequired},
		{"/done/2/for", plan.CodeForAnother},
		{"/done/3/for", plan.CodeForAnother},
		{"/happened/0/what", rapport.CodeUnknownWord},
		{"/happened/0/for", rapport.CodeUnknownID},
		{"/happened/0/on", rapport.CodeAfterMoment},
		{"/happened/1/id", rapport.CodeDuplicateID},
		{"/happened/1/on", rapport.CodeRequired},
		{"/findings/0/severity", rapport.CodeRequired},
		{"/findings/0/work", rapport.CodeUnknownWord},
		{"/findings/0/role", rapport.CodeUnknownWord},
		{"/findings/0/for", rapport.CodeUnknownID},
		{"/findings/0/found", rapport.CodeAfterMoment},
		{"/findings/0/fixed", rapport.CodeAfterMoment},
		{"/findings/1/id", rapport.CodeDuplicateID},
		{"/findings/1/severity", rapport.CodeOutOfRange},
		{"/findings/1/fixed", rapport.CodeReversedSpan},
		{"/findings/1/due", rapport.CodeReversedSpan},
		{"/findings/1/accepted/until", rapport.CodeRequired},
		{"/findings/2/accepted/by", rapport.CodeRequired},
		{"/findings/2/found", rapport.CodeRequired},
		{"/findings/3/accepted/until", rapport.CodeReversedSpan},
		{"/findings/3/words", client.CodeIdentifies},
		{"/signs/0/sign", rapport.CodeUnknownWord},
		{"/signs/0/for", rapport.CodeUnknownID},
		{"/signs/0/at", rapport.CodeAfterMoment},
		{"/signs/0/dealt", rapport.CodeAfterMoment},
		{"/signs/0/answered", rapport.CodeAfterMoment},
		{"/signs/0/reported_by", rapport.CodeRequired},
		{"/signs/1/id", rapport.CodeDuplicateID},
		{"/signs/1/at", rapport.CodeRequired},
		{"/signs/1/for", plan.CodeForAnother},
		{"/signs/2/for", plan.CodeForAnother},
		{"/signs/2/dealt", rapport.CodeReversedSpan},
		{"/signs/2/answered", rapport.CodeReversedSpan},
		{"/waived/0/accepted/by", rapport.CodeRequired},
		{"/waived/0/accepted/until", rapport.CodeRequired},
		{"/waived/1", rapport.CodeDuplicateID},
	} {
		assertProblem(t, err, c.at, c.code)
	}
	assertOnePerPlace(t, err)
	for _, secret := range []string{"prayer", "nobody", "full-moon", "crow", "wizard", "4711", "magic", "bad-luck", "Jane Roe"} {
		assert.NotContains(t, err.Error(), secret)
	}
}

func TestAWatchIsCheckedWithoutAMoment(t *testing.T) {
	w := upToDate()
	w.Done = append(w.Done, plan.Done{Work: "prayer", On: on(0)})
	_, err := plan.Planner{}.Programme(w, time.Time{})
	require.Len(t, rapport.Problems(err), 2)
	assertProblem(t, err, "", rapport.CodeNoMoment)
	assertProblem(t, err, rapport.Pointer("/done").Index(len(w.Done)-1).Child("work"), rapport.CodeUnknownWord)
}

func TestAWatchBeyondTheLimitsIsNotRead(t *testing.T) {
	_, err := plan.Planner{}.Programme(plan.Watch{Done: make([]plan.Done, plan.MaxRecords+1), Signs: make([]plan.Observed, plan.MaxRecords+1), Findings: make([]plan.Finding, 3)}, day(0))
	require.Len(t, rapport.Problems(err), 2)
	assertProblem(t, err, "/done", plan.CodeTooLarge)
	assertProblem(t, err, "/signs", plan.CodeTooLarge)
}

func TestWhatIsSaidTwiceOfAWorkSaysNothingNew(t *testing.T) {
	w := upToDate()
	once := programme(t, w, day(0))
	w.Done = append(w.Done, w.Done...)
	assert.Equal(t, once, programme(t, w, day(0)))
}

func TestTheLastDaysOfTheCalendarAreDaysToo(t *testing.T) {
	w := upToDate()
	end := time.Date(9999, time.December, 31, 12, 0, 0, 0, time.UTC)
	last := rapport.DateOf(end)
	w.Done = []plan.Done{{Work: plan.WorkHomeSurvey, On: last}}
	w.Findings = []plan.Finding{{ID: "f", Severity: plan.SeverityEasy, Found: last}}
	w.Signs = []plan.Observed{{ID: "o", Sign: plan.SignDateAhead, At: end, Before: rapport.MustDate("0001-01-01"), ReportedBy: "r"}}
	for _, a := range programme(t, w, end).Actions {
		assert.NotEmpty(t, a.Reasons)
	}
}
