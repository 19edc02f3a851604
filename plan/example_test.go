package plan_test

import (
	"fmt"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
	"github.com/rapport-go/rapport/plan"
)

// Somebody was seen twice at the gym. The gym is kept: one person there knows the face.
func ExampleCompose() {
	p, err := plan.Compose(plan.Brief{
		People: []client.Profile{{
			ID:         "ms-b",
			Activities: []client.Activity{{ID: "gym", Kind: client.ActivityExercise, Weekly: window("06:30", "07:30", rapport.DayMon)}},
		}},
		Threats: []client.Threat{{
			ID: "t-1", Kind: client.ThreatStalking, Level: rapport.LevelModerate, AssessedAt: day(-1), Source: "s-1",
			Settings: []client.Setting{client.SettingGym},
			Contacts: []client.Contact{{ID: "seen", Kind: client.ContactSighting, At: day(-2), Setting: client.SettingGym}},
		}},
		Facts: []plan.Fact{{Condition: plan.ConditionIdentifiedPerson}},
	}, day(0))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, e := range p.Entries {
		fmt.Println(e.Name)
	}
	fmt.Println(p.Residuals[0].Before, "becomes", p.Residuals[0].Level)
	// Output:
	// No answer, and a log of every contact
	// Contact with the police
	// Somebody there knows the face
	// Case assessment by threat professionals
	// moderate becomes low
}

// The guard at the door felt like a prison. What does the guard's work now, and why, is part of the plan.
func Example() {
	p, err := plan.Compose(stalkedActor(3), day(3))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, change := range p.Changes {
		if change.Kind == plan.ChangeKindReplaced {
			fmt.Println(change.Measure)
			for _, reason := range change.Reasons {
				fmt.Println("-", reason.Text)
			}
		}
	}
	for _, e := range p.Entries {
		if e.Activity == "premiere" && !e.To.IsZero() {
			fmt.Println(e.Name, "until", e.To.Format("2 January 15:04"))
		}
	}
	// Output:
	// uniformed-door-post
	// - The person felt uncomfortable with it here.
	// - What it did is done by: Hardened doors, locks and glazing; Personal alarm; One named contact and an officer on call.
	// A visit beforehand until 23 February 21:30
	// Officer nearby who can be recognised until 23 February 21:30
	// Structured meet and greet until 23 February 21:30
}

// ExamplePlan_For shows that the view of one person leaves out what is about another.
func ExamplePlan_For() {
	b := stalkedActor(3)
	b.People = append(b.People, client.Profile{ID: "guest"})
	p, err := plan.Compose(b, day(3))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(len(p.Rows) > 0, len(p.For("guest").Rows))
	// Output: true 0
}

// Levels of protection beside each other, for somebody who has to choose.
func ExamplePlanner_Compare() {
	c, err := plan.Planner{}.Compare(stalkedActor(14), day(14))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, o := range c.Offers {
		b := o.Plan.Balances[0]
		fmt.Println(o.Tier, "reaches", b.Protection.Score, "in a hundred, leaves comfort", b.Comfort.Score, "and privacy", b.Privacy.Score)
	}
	choice, err := c.Choose(plan.TierLighter, []rapport.ID{"ms-a"}, day(14))
	fmt.Println(len(choice.Below) > 0, choice.Missing, err)
	// Output:
	// as-is reaches 2 in a hundred, leaves comfort 31 and privacy 35
	// lighter reaches 90 in a hundred, leaves comfort 29 and privacy 27
	// recommended reaches 100 in a hundred, leaves comfort 17 and privacy 20
	// fuller reaches 100 in a hundred, leaves comfort 12 and privacy 16
	// true [] <nil>
}

// What a plan hangs on, to be told to whoever assessed it.
func ExamplePlanner_Sensitivity() {
	b := plan.Brief{
		People:  []client.Profile{{ID: "mr-d", Activities: []client.Activity{{ID: "dinner", Kind: client.ActivityDiningOut, Setting: client.SettingRestaurant}}}},
		Threats: []client.Threat{{ID: "t-1", Kind: client.ThreatStreetCrime, Level: rapport.LevelModerate, AssessedAt: day(-1), Settings: []client.Setting{client.SettingRestaurant}}},
	}
	flips, err := plan.Planner{}.Sensitivity(b, day(0))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, f := range flips {
		fmt.Println(f.Reasons[0].Text)
	}
	// Output:
	// Were this at low instead of moderate, the plan would change.
	// Were this at high instead of moderate, the plan would change.
	// Did A visit beforehand do more or less against street crime (slight instead of fair), the plan would change.
	// Did A visit beforehand do more or less against street crime (good instead of fair), the plan would change.
	// Did Discreet outing do more or less against street crime (slight instead of fair), the plan would change.
	// Did Discreet outing do more or less against street crime (good instead of fair), the plan would change.
	// Did Personal alarm do more or less against street crime (good instead of fair), the plan would change.
	// Did A talk with the family, fitted to age do more or less against street crime (fair instead of slight), the plan would change.
	// Did Low-key habits do more or less against street crime (fair instead of good), the plan would change.
	// Did Low-key habits do more or less against street crime (strong instead of good), the plan would change.
	// Did One named contact and an officer on call do more or less against street crime (fair instead of slight), the plan would change.
	// Did Contact with the police do more or less against street crime (fair instead of slight), the plan would change.
}

// Two people who differ in one wish, and what that wish is to their plans.
func ExamplePlanner_Contrast() {
	before := stalkedActor(14)
	after := stalkedActor(14)
	after.People[0].Reactions = nil
	c, err := plan.Planner{}.Contrast(before, after, day(14))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, cause := range c.Causes {
		fmt.Println(cause.Subject)
		fmt.Println("-", cause.Reasons[0].Text)
	}
	// Output:
	// /people/ms-a/reactions/r-beside
	// - Alone this changes nothing in the plan.
	// /people/ms-a/reactions/r-door
	// - Without this change, these would have stayed as they were: Officer housed nearby; Uniformed door or gate post.
}

// What differs between the plans of two days, and why.
func ExamplePlan_Difference() {
	before, err := plan.Compose(stalkedActor(10), day(10))
	if err != nil {
		fmt.Println(err)
		return
	}
	after, err := plan.Compose(stalkedActor(14), day(14))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, e := range after.Difference(before).Came {
		fmt.Println("+", e.Name)
	}
	// Output:
	// + Officer nearby in ordinary clothes
	// + Officer nearby in ordinary clothes
	// + Small, steady team
	// + Officer at a distance
}
