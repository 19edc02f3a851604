package main

import (
	"fmt"
	"os"
	"time"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
	"github.com/rapport-go/rapport/plan"
)

func main() {
	at := time.Date(2027, 2, 5, 18, 0, 0, 0, time.UTC)
	anna := client.Profile{
		ID:         "anna",
		Priorities: [][]client.Need{{client.NeedPrivacy}, {client.NeedProtection}},
		Activities: []client.Activity{{ID: "gym", Kind: client.ActivityExercise}},
		Reactions: []client.Reaction{{ID: "r-1", Element: client.ElementGuardPostUniform,
			Setting: client.SettingHome, Feeling: rapport.FeelingMinus2, On: rapport.MustDate("2027-02-04")}},
	}
	writer := client.Threat{ID: "writer", Kind: client.ThreatStalking, Level: rapport.LevelModerate,
		Directness: client.DirectnessDirect, AssessedAt: at.AddDate(0, 0, -3)}

	p, err := plan.Compose(plan.Brief{
		People:  []client.Profile{anna},
		Threats: []client.Threat{writer},
		InForce: []plan.InForce{{ID: "door", Measure: plan.MeasureUniformedDoorPost, Person: "anna"}},
	}, at)
	if err != nil {
		for _, problem := range rapport.Problems(err) {
			fmt.Fprintln(os.Stderr, problem)
		}
		os.Exit(2)
	}
	for _, c := range p.Changes {
		fmt.Printf("%-9s %s\n", c.Kind, c.Measure)
		if c.Kind == plan.ChangeKindReplaced {
			fmt.Println("          because:", c.Reasons[0].Text)
		}
	}
	for _, r := range p.Residuals {
		fmt.Println(r.Text)
	}
}
