package privacy_test

import (
	"fmt"
	"time"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
	"github.com/rapport-go/rapport/privacy"
)

// Ms A, of case O1, ranks privacy first, and a uniform at her door felt like a prison. The day after the
// writer left a note there, the door becomes visible and her company does not.
func ExampleSelectDiscretion() {
	at := time.Date(2027, time.February, 15, 9, 0, 0, 0, time.UTC)
	choice := privacy.Choice{
		Profile: client.Profile{
			ID:         "ms-a",
			Priorities: [][]client.Need{{client.NeedPrivacy}, {client.NeedProtection}},
			Reactions: []client.Reaction{{
				ID: "r-door", Element: client.ElementGuardPostUniform, Setting: client.SettingHome,
				Feeling: rapport.FeelingMinus2, On: rapport.MustDate("2027-02-04"),
			}},
		},
		Activity: client.Activity{ID: "at-home", Kind: client.ActivityHomeDay},
		Threats: []client.Threat{{
			ID: "writer", Kind: client.ThreatStalking, Level: rapport.LevelModerate, Directness: client.DirectnessDirect,
			AssessedAt: at.Add(-time.Hour), ReviewOn: rapport.MustDate("2027-02-28"),
			Contacts: []client.Contact{{ID: "note", Kind: client.ContactHandDelivery, At: at.Add(-24 * time.Hour), Setting: client.SettingHome}},
		}},
	}
	d, err := privacy.SelectDiscretion(choice, at)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("near her:    ", d.Near.Order)
	fmt.Println("at the place:", d.Place.Order)
	fmt.Println("the team is: ", d.Vigilance)
	for _, r := range d.Reasons {
		if r.Code == privacy.CodeBoundLower && r.Args[1] == "place" {
			fmt.Println(r.Text)
		}
	}
	// Output:
	// near her:     [low-profile ordinary]
	// at the place: [ordinary overt]
	// the team is:  attentive
	// At least ordinary (place): somebody came to the home within the last 14 days.
	// At least low-profile (place): somebody has to be near enough to help.
}

// The hotel gets an arrival window and a contact, whoever consents. The caller who says he is the driver
// hears what every outsider hears.
func ExamplePolicy_Decide() {
	at := time.Date(2027, time.February, 15, 9, 0, 0, 0, time.UTC)
	register := privacy.Register{Contacts: []privacy.Contact{{
		ID: "c-1", Person: "duty-manager", Role: client.RoleHotelManager, Principal: "mr-b",
		Span: rapport.Span{From: at.Add(24 * time.Hour), To: at.Add(72 * time.Hour)},
	}}}
	var policy privacy.Policy
	for _, request := range []privacy.Request{
		{Asker: "duty-manager", Role: client.RoleHotelManager, Purpose: privacy.PurposeCoordinate, Category: client.CategoryItinerary, Principal: "mr-b"},
		{Asker: "caller", Role: client.RoleDriver, Purpose: privacy.PurposeMove, Category: client.CategoryMovement, Principal: "mr-b"},
	} {
		d, err := policy.Decide(request, register, at)
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(d.Verdict, d.Grains, d.Denial)
		fmt.Println("  say:", d.Say)
	}
	// Output:
	// partial [contact window] too-much
	//   say: Here is the part for your task.
	// denied [] no-assignment
	//   say: We do not discuss who we work for, in any case. I am sorry I cannot help.
}
