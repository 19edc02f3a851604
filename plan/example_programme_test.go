package plan_test

import (
	"fmt"

	"github.com/rapport-go/rapport/client"
	"github.com/rapport-go/rapport/plan"
)

// A lamp is out at the shop and the porter has said so twice; the back door has stood open for two days.
func ExamplePlanner_Programme() {
	p, err := plan.Planner{}.Programme(plan.Watch{
		Sites: []client.Site{{ID: "shop", Setting: client.SettingRetailSite}},
		Done: []plan.Done{
			{Work: plan.WorkSiteRiskAssessment, For: "shop", On: on(-10)}, {Work: plan.WorkAlarmTest, For: "shop", On: on(-31)},
		},
		Findings: []plan.Finding{{
			ID: "f-1", For: "shop", Work: plan.WorkSiteRiskAssessment, Severity: plan.SeverityTonight, Found: on(-2), Words: "The back door does not lock.",
		}},
		Signs: []plan.Observed{
			{ID: "o-1", Sign: plan.SignBlindSpot, For: "shop", At: day(-3), ReportedBy: "porter"},
			{ID: "o-2", Sign: plan.SignBlindSpot, For: "shop", At: day(0), ReportedBy: "porter"},
		},
	}, day(0))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, a := range p.Actions[:4] {
		fmt.Println(a.Urgency, a.By, a.Role, a.Name)
		for _, reason := range a.Reasons {
			if reason.Weight == -3 || reason.Code == plan.CodeSignAgain {
				fmt.Println("-", reason.Text)
			}
		}
	}
	for _, s := range p.Works {
		if s.State == plan.DueStateAhead {
			fmt.Println(s.Name, "on", s.Due)
		}
	}
	// Output:
	// now 2027-01-31 supervisor The back door does not lock.
	// - Its day, 2027-01-31, has passed: an open weak point that somebody knows of is an early warning itself.
	// - It could be used tonight: something has to be in its place today, even where the repair takes longer.
	// three-days 2027-02-01 supervisor Test of alarms, radios and kits
	// - It was done last on 2027-01-02 and was due on 2027-02-01.
	// three-days 2027-02-05 supervisor A lamp is out, a camera is dark, a hedge has grown or a gate is slow.
	// - It was seen on 2 days within two weeks: that makes it more urgent.
	// seven-days 2027-02-02 supervisor List of keys and codes
	// Survey of the site: what could happen on 2027-07-24
}
