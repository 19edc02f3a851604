package client_test

import (
	"fmt"
	"time"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
)

// A worry that no threat answers is reassured, not covered; a threat that nobody worries about is told in
// plain words.
func ExampleScorer_Contrast() {
	at := time.Date(2027, time.February, 11, 20, 0, 0, 0, time.UTC)
	p := client.Profile{ID: "mr-b", Concerns: []client.Concern{
		{ID: "k-1", Kind: client.ConcernBurglary, Emotion: rapport.LevelHigh, On: rapport.MustDate("2027-02-01")},
	}}
	threats := []client.Threat{
		{ID: "t-house", Kind: client.ThreatIntrusion, Level: rapport.LevelLow, AssessedAt: at.AddDate(0, 0, -9)},
		{ID: "t-writer", Kind: client.ThreatStalking, Level: rapport.LevelModerate, AssessedAt: at.AddDate(0, 0, -9)},
	}
	var scorer client.Scorer
	contrast, err := scorer.Contrast(p, threats, at)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, row := range contrast.Rows {
		stance, _ := scorer.Stance(row.Stance)
		fmt.Printf("%v felt %s, assessed %s: %s\n", row.Threats, row.Worry, row.Assessed, stance.ID)
	}
	// Output:
	// [t-house] felt high, assessed low: reassure
	// [t-writer] felt none, assessed moderate: protect-and-inform
}

func ExampleScorer_Compare() {
	at := time.Date(2027, time.February, 11, 20, 0, 0, 0, time.UTC)
	before := client.Profile{ID: "mr-b"}
	after := client.Profile{ID: "mr-b", Version: 1,
		Reactions: []client.Reaction{{ID: "r-1", Element: client.ElementDriverTrainedUnarmed, Setting: client.SettingDrivenCar,
			Feeling: rapport.FeelingPlus1, On: rapport.MustDate("2027-02-10")}},
		Needs: []client.NeedRecord{{Kind: client.NeedKindSayInIt, Met: rapport.AnswerNo, On: rapport.MustDate("2027-02-05")}},
	}
	comparison, err := client.Scorer{}.Compare(before, after, at)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, d := range comparison.Differences {
		fmt.Println(d.On, d.Reason.Text)
	}
	// Output:
	// 2027-02-10 Trained driver, "Driven car": feels +1. It was not known before.
	// 2027-02-05 "A say in it" is not met now, they say.
}

// What an officer hears becomes a proposal. It is read back to the person, and counts only once they agree.
func ExampleScorer_Propose() {
	at := time.Date(2027, time.February, 11, 20, 0, 0, 0, time.UTC)
	var scorer client.Scorer
	proposal, err := scorer.Propose(client.Profile{ID: "ms-a", Minor: rapport.AnswerNo}, client.Interaction{
		ID: "i-7", Kind: client.InteractionMindsGuardAtDoor, On: rapport.MustDate("2027-02-10"), Words: "like a prison",
	}, at)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, u := range proposal.Updates {
		switch {
		case u.Reaction != nil:
			fmt.Println("reaction:", u.Reaction.Element, u.Reaction.Setting, u.Reaction.Feeling)
		case u.Evidence != nil:
			fmt.Println("evidence:", u.Evidence.Dimension, u.Evidence.Level)
		}
	}
	fmt.Println("to agree:", proposal.Confirm)
	fmt.Println(proposal.Next)
	// Output:
	// reaction: guard-post-uniform home -2
	// evidence: need-for-control high
	// to agree: [ms-a]
	// Thank them for saying so, log the words as they were said, and tell the lead today.
}

func ExampleScorer_Settle() {
	at := time.Date(2027, time.February, 11, 20, 0, 0, 0, time.UTC)
	var scorer client.Scorer
	teen := client.Profile{ID: "teen", Minor: rapport.AnswerYes, Heard: rapport.AnswerYes, Guardians: []rapport.ID{"mother"}}
	proposal, err := scorer.Propose(teen, client.Interaction{ID: "i-8", Kind: client.InteractionTeenagerUsesSignal, On: rapport.MustDate("2027-02-10")}, at)
	if err != nil {
		fmt.Println(err)
		return
	}
	verdict := client.Verdict{Accepted: rapport.AnswerYes, By: []rapport.ID{"mother"}, On: rapport.MustDate("2027-02-11")}
	if _, _, err = scorer.Settle(teen, proposal, verdict); err != nil {
		fmt.Println(err)
	}
	verdict.By = append(verdict.By, "teen")
	next, _, err := scorer.Settle(teen, proposal, verdict)
	fmt.Println(next.Version, len(next.Needs), err)
	// Output:
	// /verdict/by: lacks somebody who has to agree (client/not-confirmed)
	// 1 2 <nil>
}

// Client, payer, ordering party and principal may be four different parties.
func ExampleMandate_Decides() {
	mandate := client.Mandate{
		Client: "company", OrderedBy: "board", PaidBy: "insurer",
		Rights: []client.Right{{Matter: client.MatterBelowFloor, By: "security-head"}},
	}
	executive := client.Profile{ID: "mr-c", Minor: rapport.AnswerNo}
	for _, matter := range []client.Matter{client.MatterDay, client.MatterBelowFloor, client.MatterCost} {
		fmt.Println(mandate.Decides(matter, executive).By)
	}
	// Output:
	// [mr-c]
	// [security-head]
	// [insurer]
}

func ExampleRoutineOf() {
	gym := client.Activity{ID: "gym", Kind: client.ActivityExercise, Weekly: []rapport.Hours{{
		Days: []rapport.Day{rapport.DayMon, rapport.DayWed}, From: rapport.MustClock("06:30"), To: rapport.MustClock("07:30")}}}
	monday := time.Date(2027, time.January, 4, 6, 30, 0, 0, time.UTC)
	var visits []client.Visit
	for week := range 4 {
		visits = append(visits, client.Visit{At: monday.AddDate(0, 0, 7*week)}, client.Visit{At: monday.AddDate(0, 0, 7*week+2).Add(10 * time.Minute)})
	}
	at := monday.AddDate(0, 0, 27)
	routine, err := client.RoutineOf(gym, visits, at)
	if err != nil {
		fmt.Println(err)
		return
	}
	gym.Routine = routine
	scores, err := client.Score(client.Profile{ID: "ms-a", Activities: []client.Activity{gym}}, at)
	if err != nil {
		fmt.Println(err)
		return
	}
	score, _ := scores.Activity("gym")
	fmt.Printf("kept %d of %d, within %d minutes: %s\n", routine.Kept, routine.Planned, routine.Within, score.Predictable)
	fmt.Println("first lever:", score.Counted.Levers[0].Lever)
	// Output:
	// kept 8 of 8, within 10 minutes: severe
	// first lever: time
}

func ExampleScorer_Feeling() {
	p := client.Profile{ID: "ms-a", Reactions: []client.Reaction{{ID: "r-1", Element: client.ElementGuardPostUniform,
		Setting: client.SettingHome, Feeling: rapport.FeelingMinus2, On: rapport.MustDate("2027-02-04")}}}
	at := time.Date(2027, time.February, 11, 20, 0, 0, 0, time.UTC)
	feeling, from, known := client.Scorer{}.Feeling(p, client.ElementGuardPostUniform, client.SettingSecondHome, at)
	fmt.Println(feeling, "as at", from.Setting, known)
	_, _, known = client.Scorer{}.Feeling(p, client.ElementGuardPostUniform, client.SettingSchool, at)
	fmt.Println("at school:", known)
	// Output:
	// -2 as at home true
	// at school: false
}

// A payer sees how far the talks have come, and nothing of the person.
func ExampleScores_Coverage() {
	scores, err := client.Score(msA(), now)
	if err != nil {
		fmt.Println(err)
		return
	}
	coverage := scores.Coverage()
	fmt.Println("activities:", coverage.Activities)
	for _, w := range coverage.Waiting {
		fmt.Printf("%s: %d open\n", w.Blocks, w.Count)
	}
	// Output:
	// activities: 4
	// choice: 9 open
}

func ExampleCentroidWeights() {
	fmt.Printf("%.4f\n", client.CentroidWeights(4))
	fmt.Printf("%.1f\n", client.RankSumWeights(4))
	// Output:
	// [0.5208 0.2708 0.1458 0.0625]
	// [0.4 0.3 0.2 0.1]
}

func ExampleWeightsFromPairs() {
	pairs, err := client.WeightsFromPairs([][]float64{
		{1, 4, 3, 7},
		{1. / 4, 1, 1. / 3, 3},
		{1. / 3, 3, 1, 5},
		{1. / 7, 1. / 3, 1. / 5, 1},
	}, client.RandomIndexSaaty2005)
	fmt.Printf("%.3f, ratio %.3f, consistent: %s %v\n", pairs.Weights, pairs.Ratio, pairs.Consistent, err)
	// Output:
	// [0.548 0.127 0.270 0.056], ratio 0.044, consistent: yes <nil>
}

func ExampleRankingFromPairs() {
	ranking, err := client.RankingFromPairs([]client.Pair{
		{More: client.NeedAutonomy, Less: client.NeedPrivacy, Times: 1}, {More: client.NeedAutonomy, Less: client.NeedProtection, Times: 3},
		{More: client.NeedAutonomy, Less: client.NeedComfort, Times: 5}, {More: client.NeedPrivacy, Less: client.NeedProtection, Times: 3},
		{More: client.NeedPrivacy, Less: client.NeedComfort, Times: 5}, {More: client.NeedProtection, Less: client.NeedComfort, Times: 2},
	})
	fmt.Println(ranking.Needs, ranking.Consistent, err)
	// Output:
	// [[privacy autonomy] [protection] [comfort]] yes <nil>
}

// A vendor's pack adds words; the built-in ones stay as they are.
func ExampleNewScorer() {
	scorer, err := client.NewScorer(client.Config{Packs: []client.Catalogue{{
		Name: "estate.example/words", Version: "1",
		Settings: []client.SettingEntry{{ID: "estate.example/stables", Parent: client.SettingHomeGrounds, EN: client.Named{Name: "Stables", Means: "Where the horses stand."}}},
	}}})
	fmt.Println(scorer.SettingPath("estate.example/stables"), err)
	// Output:
	// [estate.example/stables home-grounds home anywhere] <nil>
}
