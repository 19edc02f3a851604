package client_test

import (
	"fmt"
	"time"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
)

func ExampleScore() {
	scores, err := client.Score(client.Profile{
		ID:         "ms-a",
		Minor:      rapport.AnswerNo,
		Priorities: [][]client.Need{{client.NeedPrivacy, client.NeedAutonomy}, {client.NeedProtection}},
		Concerns:   []client.Concern{{ID: "k-1", Kind: client.ConcernStalking, Rank: 1, Emotion: rapport.LevelHigh}},
	}, time.Date(2027, time.February, 1, 9, 0, 0, 0, time.UTC))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, need := range scores.Needs {
		fmt.Printf("%-10s %.4f\n", need.Need, need.Weight)
	}
	for _, gap := range scores.Missing {
		if gap.Blocks == client.BlocksPlanning {
			fmt.Println("planning waits for", gap.Field)
		}
	}
	// Output:
	// privacy    0.3958
	// autonomy   0.3958
	// protection 0.1458
	// comfort    0.0625
	// planning waits for /activities
}

// Four days after the first talk Ms A says that the guard at her door feels like a prison; the companion
// in plain clothes does not. The worry grows in the evening, and only there.
func ExampleScore_story() {
	scores, err := client.Score(msA(), now)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, t := range scores.Tolerances {
		fmt.Printf("%s, %s: %s", t.Setting, t.Visibility, t.Estimate)
		if t.BorrowedFrom != "" {
			fmt.Printf(", as at %s", t.BorrowedFrom)
		}
		fmt.Println()
	}
	for _, d := range scores.Dimensions {
		if d.Dimension == client.DimensionAnxiety && d.BorrowedFrom == "" {
			fmt.Printf("worry, %s", d.Setting)
			if !d.Hours.IsZero() {
				fmt.Printf(" from %s", d.Hours.From)
			}
			fmt.Printf(": %s\n", d.Band)
		}
	}
	fmt.Println("first:", scores.Concerns[0].Kind)
	// Output:
	// home, low-profile: 78% (confidence 46%)
	// home, overt: 17% (confidence 40%)
	// second-home, low-profile: 78% (confidence 23%), as at home
	// second-home, overt: 17% (confidence 20%), as at home
	// worry, anywhere: moderate
	// worry, home from 19:00: high
	// first: stalking
}

func ExampleScorer_Picture() {
	at := time.Date(2027, time.February, 11, 20, 0, 0, 0, time.UTC)
	threat := client.Threat{
		ID: "t-1", Kind: client.ThreatStalking,
		Level: rapport.LevelModerate, AssessedAt: at.AddDate(0, 0, -9), ReviewOn: rapport.MustDate("2027-03-01"),
		Contacts: []client.Contact{{ID: "c-1", Kind: client.ContactWaiting, At: at.Add(-time.Hour), Setting: client.SettingResidentialLobby}},
	}
	var scorer client.Scorer
	picture, err := scorer.Picture(threat, at)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("at home:", scorer.LevelAt(picture, client.SettingHome))
	fmt.Println("at the gym:", scorer.LevelAt(picture, client.SettingGym))
	fmt.Println("overdue:", picture.Overdue)
	fmt.Println(picture.Reasons[0].Text)
	// Output:
	// at home: high
	// at the gym: moderate
	// overdue: yes
	// Waiting on 2027-02-11, at "Residential lobby": one step up for "Home" until it is assessed anew.
}
