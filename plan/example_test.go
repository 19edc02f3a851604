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
