package client_test

import (
	"fmt"
	"time"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
)

// begun is a first talk that has just begun: an adult answers and has agreed to be asked.
func begun() client.Sheet {
	day := rapport.MustDate("2027-02-01")
	return client.Sheet{Principal: "ms-a", Replies: []client.Reply{
		{Question: client.QuestionSWhoAnswers, On: day, Choices: []client.ChoiceWord{"myself"}},
		{Question: client.QuestionSAgeBand, On: day, Choices: []client.ChoiceWord{"adult"}},
		{Question: client.QuestionSOkToAsk, On: day, Yes: rapport.AnswerYes},
	}}
}

func ExampleScorer_Next() {
	at := time.Date(2027, time.February, 1, 9, 0, 0, 0, time.UTC)
	next, more, err := client.Scorer{}.Next(begun(), at)
	if err != nil || !more {
		fmt.Println(err)
		return
	}
	fmt.Println(next.Ask)
	fmt.Println("waits for it:", next.Waits)
	// Output:
	// We keep notes so that we can do this well. You can see them, correct them and end them. Is that all right?
	// waits for it: whether anything you say is written down
}

// Whatever blocks planning is asked before what only makes a choice better.
func ExampleScorer_Open() {
	at := time.Date(2027, time.February, 1, 9, 0, 0, 0, time.UTC)
	open, err := client.Scorer{}.Open(begun(), at)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, o := range open {
		if o.Blocks == client.BlocksPlanning {
			fmt.Println(o.Question)
		}
	}
	// Output:
	// p-joy
	// p-untouchable
	// w-any
	// m-who-wants
	// m-decide-measures
	// m-decide-day
	// m-decide-end
	// m-decide-less
	// h-incident
	// d-week
}

func ExampleScorer_Draw() {
	sheet := begun()
	day := rapport.MustDate("2027-02-01")
	sheet.Replies = append(sheet.Replies,
		client.Reply{Question: client.QuestionPRank, On: day, Ranking: [][]client.ChoiceWord{{"privacy", "autonomy"}, {"protection"}}},
		client.Reply{Question: client.QuestionWAny, On: day, Choices: []client.ChoiceWord{"stalking"}},
		client.Reply{Question: client.QuestionHBeforeBad, On: day, Words: "standing too near"})
	drawn, err := client.Scorer{}.Draw(sheet, time.Date(2027, time.February, 1, 9, 0, 0, 0, time.UTC))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(drawn.Profile.Priorities, drawn.Profile.Concerns[0].Kind)
	for _, r := range drawn.Reasons {
		fmt.Println(r.Subject, r.Text)
	}
	// Output:
	// [[privacy autonomy] [protection]] stalking
	// /replies/h-before-bad Does not apply now; kept, and not counted.
}

func ExampleScorer_CheckSheet() {
	sheet := begun()
	day := rapport.MustDate("2027-02-01")
	sheet.Replies = append(sheet.Replies,
		client.Reply{Question: client.QuestionINever, On: day, Words: "the neighbours"},
		client.Reply{Question: client.QuestionPJoy, On: day, Words: "tea with Mr Smith"})
	for _, problem := range rapport.Problems(client.Scorer{}.CheckSheet(sheet)) {
		fmt.Println(problem)
	}
	// Output:
	// /replies/3/references: has to be given (rapport/required)
	// /replies/3/words: has to be kept sealed: this question takes references only (client/answer-sealed)
	// /replies/4/words: holds what somebody can be found by: an address, a number, a name (client/identifies)
}
