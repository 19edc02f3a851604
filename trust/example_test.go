package trust_test

import (
	"fmt"
	"time"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/trust"
)

func ExampleAssess() {
	at := time.Date(2027, time.March, 1, 9, 0, 0, 0, time.UTC)
	standing, err := trust.Assess([]trust.Signal{
		{ID: "s-1", Kind: trust.KindPromiseKept, Audience: rapport.AudienceClient, Source: trust.SourceClient, At: at.AddDate(0, 0, -20)},
		{ID: "s-2", Kind: trust.KindListenedFully, Audience: rapport.AudienceClient, Source: trust.SourceClient, At: at.AddDate(0, 0, -3)},
	}, rapport.AudienceClient, at)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(standing.State, standing.Reasons[0].Text)
	fmt.Println(standing.Guidance.Do)
	// Output:
	// unknown There are signals of 2 days only.
	// Ask, show up, explain; claim nothing
}

// A good year, then a private fact gets out. Kindness does not repair it; the way back has steps.
func ExampleAssess_story() {
	s := client().service(0, 700)
	s.add(400, trust.KindLeakWithHarm, trust.SourceClient, about("leak"))
	s.add(400, trust.KindRepairToldAtOnce, trust.SourceClient, about("leak")).add(402, trust.KindRepairOwned, trust.SourceClient, about("leak"))
	s.add(420, trust.KindRepairIndependentCheck, trust.SourceClient, about("leak")).add(440, trust.KindRepairChangeShown, trust.SourceClient, about("leak"))
	s.add(495, trust.KindRepairRecheckPassed, trust.SourceClient, about("leak"))
	for _, n := range []int{399, 401, 450, 585} {
		standing, err := trust.Assess(s.signals, rapport.AudienceClient, day(n))
		if err != nil {
			fmt.Println(err)
			return
		}
		missing := "nothing to mend"
		if len(standing.Repairs) > 0 {
			missing = fmt.Sprint("still missing: ", standing.Repairs[0].Missing)
		}
		fmt.Printf("day %d: %s, %s\n", n, standing.State, missing)
	}
	// Output:
	// day 399: strong, nothing to mend
	// day 401: broken, still missing: [owned checked changed rechecked]
	// day 450: broken, still missing: [rechecked]
	// day 585: guarded, nothing to mend
}

func ExampleNewTracker() {
	tracker, err := trust.NewTracker(trust.Config{Packs: []trust.Catalogue{{
		Name: "harbour.example/words", Version: "1",
		Kinds: []trust.KindEntry{{
			ID: "harbour.example/berth-kept", Dimension: trust.DimensionReliability, Direction: trust.DirectionRaises, Weight: trust.WeightOrdinary,
			HalfLife: 120, Ceiling: 200, Grade: trust.GradeHard, Audiences: []rapport.Audience{rapport.AudienceClient},
			EN: trust.KindWords{Name: "Berth kept", Means: "The berth was free when the ship came."},
		}},
	}}})
	if err != nil {
		fmt.Println(err)
		return
	}
	kind, _ := tracker.Kind("harbour.example/berth-kept")
	fmt.Println(kind.EN.Name, kind.Weight)
	// Output: Berth kept ordinary
}

func ExampleTracker_Record() {
	var tracker trust.Tracker
	ledger := trust.Ledger{ID: "tower"}
	err := tracker.Record(&ledger, sign("s-1", trust.KindPromiseKept, 3), day(3))
	fmt.Println(err, len(ledger.Tallies))
	err = tracker.Record(&ledger, sign("s-2", trust.KindPromiseKept, 9), day(4))
	fmt.Println(err)
	// Output:
	// <nil> 1
	// /at: lies after the moment that is asked about (rapport/after-moment)
}

func ExampleTracker_Gather() {
	ledger, err := trust.Tracker{}.Gather("tower", client().service(0, 30).signals)
	fmt.Println(err, ledger.ID, len(ledger.Tallies) > 0)
	// Output: <nil> tower true
}

func ExampleTracker_Merge() {
	var tracker trust.Tracker
	gate, desk := trust.Ledger{ID: "tower"}, trust.Ledger{ID: "tower"}
	_ = tracker.Record(&gate, sign("gate-1", trust.KindPromiseKept, 3), day(3))
	_ = tracker.Record(&desk, sign("desk-1", trust.KindPromiseKept, 3), day(3))
	both, err := tracker.Merge(gate, desk)
	fmt.Println(err, both.Tallies[0].Count)
	_, err = tracker.Merge(both, gate)
	fmt.Println(err)
	// Output:
	// <nil> 2
	// /1: counted a signal that another of the ledgers has (trust/overlap)
}

func ExampleTracker_Fold() {
	var tracker trust.Tracker
	ledger, _ := tracker.Gather("tower", client().service(0, 700).signals)
	folded, err := tracker.Fold(ledger, day(700))
	if err != nil {
		fmt.Println(err)
		return
	}
	before, _ := tracker.Standing(ledger, rapport.AudienceClient, day(700))
	after, _ := tracker.Standing(folded, rapport.AudienceClient, day(700))
	fmt.Println(len(folded.Tallies) < len(ledger.Tallies), before.Value == after.Value)
	// Output: true true
}

func ExampleTracker_Standing() {
	var tracker trust.Tracker
	ledger, _ := tracker.Gather("tower", client().service(0, 366).signals)
	standing, err := tracker.Standing(ledger, rapport.AudienceClient, day(365))
	fmt.Println(err, standing.State, standing.Trend)
	// Output: <nil> strong steady
}

func ExampleTracker_Loops() {
	var tracker trust.Tracker
	ledger, _ := tracker.Gather("tower", []trust.Signal{
		sign("s-1", trust.KindGreetedWarmly, 0),
		{ID: "s-2", Kind: trust.KindComplaintRaised, Audience: rapport.AudienceClient, Source: trust.SourceClient, At: day(100), Item: "side-door", Severity: rapport.LevelHigh},
	})
	loops, err := tracker.Loops(ledger, day(101))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, reason := range loops[0].Reasons {
		fmt.Println(reason.Text)
	}
	// Output:
	// The step acknowledged was due on 2026-04-15.
	// Next is the step acknowledged, due on 2026-04-15.
}

func ExampleTracker_Engage() {
	var tracker trust.Tracker
	ledger, _ := tracker.Gather("home", []trust.Signal{{ID: "s-1", Kind: trust.KindGreetedWarmly, Audience: rapport.AudiencePrincipal, Source: trust.SourceClient, At: day(0)}})
	engagement, err := tracker.Engage(ledger, trust.Circle{Audience: rapport.AudiencePrincipal, Visibility: rapport.VisibilityLowProfile, Worry: rapport.LevelModerate}, day(1))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("a sign is due:", engagement.Reassurance.Due)
	fmt.Println(engagement.Reassurance.Signs[0].EN)
	// Output:
	// a sign is due: yes
	// A short word before an exposed hour: who, where, how to reach us, what happens if
}

func ExampleTracker_HandOn() {
	handed, err := trust.Tracker{}.HandOn([]trust.Tip{{ID: "t-1", Sign: "sign-repeat-presence", Place: "stock-room", At: day(0), Could: 3}}, day(1))
	if err != nil {
		fmt.Println(err)
		return
	}
	w := handed.Warnings[0]
	fmt.Println(w.Sign, w.Place, w.When.From.Format("15:04"), w.When.To.Format("15:04"), w.Teller)
	// Output: sign-repeat-presence stock-room 00:00 12:00 somebody at the place
}

func ExampleTracker_Outlook() {
	var tracker trust.Tracker
	ledger, _ := tracker.Gather("tower", neglect().signals)
	outlook, err := tracker.Outlook(ledger, rapport.AudienceClient, rapport.Date{}, day(480))
	fmt.Println(err, outlook.Prospect)
	fmt.Println(outlook.Text)
	// Output:
	// <nil> at-risk
	// They have reasons to look elsewhere: Feedback late.
}

func ExampleTracker_Course() {
	var tracker trust.Tracker
	ledger, _ := tracker.Gather("tower", leak(client().service(0, 180), 170).signals)
	course, err := tracker.Course(ledger, rapport.AudienceClient, 12, day(179))
	fmt.Println(err)
	fmt.Println(course.Text())
	// Output:
	// <nil>
	// : : : : : : : | | | x x
}

func ExampleFuse() {
	survey := trust.Opinion{Belief: 0.1, Disbelief: 0.3, Uncertainty: 0.6, Base: 0.5}
	visit := trust.Opinion{Belief: 0.4, Disbelief: 0.2, Uncertainty: 0.4, Base: 0.5}
	both := trust.Fuse(survey, visit)
	fmt.Printf("%.3f %.3f %.3f\n", both.Belief, both.Disbelief, both.Uncertainty)
	// Output: 0.368 0.316 0.316
}

func ExampleAverage() {
	same := trust.Average(trust.Opinion{Belief: 0.35, Disbelief: 0.15, Uncertainty: 0.5, Base: 0.5}, trust.Opinion{Belief: 0.15, Disbelief: 0.55, Uncertainty: 0.3, Base: 0.5})
	fmt.Printf("%.3f %.3f %.3f\n", same.Belief, same.Disbelief, same.Uncertainty)
	// Output: 0.225 0.400 0.375
}

func ExampleTracker_CheckSignal() {
	err := trust.Tracker{}.CheckSignal(sign("s-1", trust.KindDistractorEquipmentUpkeep, 1))
	fmt.Println(err)
	// Output: /kind: does not bear on the relationship: Radios, vests and cars in order are not the relationship with the client. (trust/not-of-the-relationship)
}

func ExampleTracker_Playbook() {
	playbook, _ := trust.Tracker{}.Playbook(trust.PlaybookIntegrity)
	fmt.Println(playbook.EN.First[0])
	fmt.Println("never:", playbook.EN.Never[0])
	// Output:
	// The manager tells it, whole, before anybody else can
	// never: Tell half of it
}

func ExampleOpinion_Discounted() {
	report := trust.Opinion{Belief: 0.7, Disbelief: 0.1, Uncertainty: 0.2, Base: 0.5}
	source := trust.Opinion{Belief: 0.2, Disbelief: 0.2, Uncertainty: 0.6, Base: 0.5, Value: 0.5}
	left := report.Discounted(source)
	fmt.Printf("%.2f %.2f %.2f\n", left.Belief, left.Disbelief, left.Uncertainty)
	// Output: 0.35 0.05 0.60
}

func ExampleCourse_SVG() {
	course := trust.Course{Audience: rapport.AudienceClient}
	fmt.Print(course.SVG()[:4])
	// Output: <svg
}
