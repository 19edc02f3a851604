package trust_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/trust"
)

func severity(level rapport.Level) func(*trust.Signal) {
	return func(s *trust.Signal) { s.Severity = level }
}

func due(at time.Time) func(*trust.Signal) { return func(s *trust.Signal) { s.Due = at } }

// An executive refuses an armed driver; the refusal is heard, a trial is agreed, and no pitch is repeated.
func TestARefusalHeardWithRespectRaisesTrust(t *testing.T) {
	s := &story{audience: rapport.AudiencePrincipal}
	s.add(1, trust.KindListenedFully, trust.SourceClient).add(1, trust.KindRefusalRespected, trust.SourceClient)
	s.add(3, trust.KindAdviceTaken, trust.SourceClient).add(17, trust.KindPreferenceHonoured, trust.SourceClient).add(30, trust.KindWhyExplained, trust.SourceClient)
	heard := s.on(t, 31)
	assert.Greater(t, heard.Unheld, 0.5)
	assert.Equal(t, rapport.AnswerNo, heard.Guidance.IntrusiveStep, "nothing intrusive while too little is known")
	pressed := &story{audience: s.audience, signals: s.signals[:len(s.signals)-1]}
	pressed.add(31, trust.KindPressedAfterRefusal, trust.SourceClient)
	assert.Less(t, pressed.on(t, 31).Unheld, heard.Unheld)
}

// A night officer says yes to every wish for six weeks; then somebody complains of unfair treatment and a
// stranger slips in while the officer walks the dog.
func TestSayingYesToEverythingDoesNotRaiseTrust(t *testing.T) {
	tower := func(favours bool) *story {
		s := &story{audience: rapport.AudienceStaff}
		for d := range 50 {
			s.add(d, trust.KindOnTimeOnPost, trust.SourceRecord)
			if d%2 == 0 {
				s.add(d, trust.KindSmallCourtesy, trust.SourceThird)
			}
			if d%7 == 3 {
				s.add(d, trust.KindWhyExplained, trust.SourceThird)
			}
			if d%10 == 6 && !favours {
				s.add(d, trust.KindDeclineDoneWell, trust.SourceThird)
			}
			if d < 42 && favours {
				s.add(d, trust.KindFavourOffScope, trust.SourceThird)
			}
		}
		return s
	}
	yes, no := tower(true), tower(false)
	assert.LessOrEqual(t, yes.on(t, 41).Unheld, no.on(t, 41).Unheld)
	assert.Contains(t, kindsOf(yes.on(t, 41).Warnings), trust.WarningFavourHabit)
	yes.add(43, trust.KindFavourHabit, trust.SourceThird).add(44, trust.KindRuleAppliedUnevenly, trust.SourceThird).add(45, trust.KindRuleAppliedUnevenly, trust.SourcePublic)
	yes.add(46, trust.KindPostLeftWithoutRelief, trust.SourceRecord)
	after := yes.on(t, 49)
	assert.Less(t, after.Value, no.on(t, 49).Value)
	for _, want := range []trust.WarningKind{trust.WarningFavourHabit, trust.WarningUnequalTreatment, trust.WarningOverFamiliar} {
		assert.Contains(t, kindsOf(after.Warnings), want)
	}
}

func TestAMatterIsClosedByTheWordOfTheOneWhoRaisedIt(t *testing.T) {
	var tracker trust.Tracker
	matter := about("matter")
	s := client().service(0, 100)
	s.add(100, trust.KindComplaintRaised, trust.SourceClient, matter, severity(rapport.LevelHigh))
	loop := func(at time.Time) trust.Loop {
		t.Helper()
		l, err := tracker.Gather("tower", s.signals)
		require.NoError(t, err)
		loops, err := tracker.Loops(l, at)
		require.NoError(t, err)
		for _, loop := range loops {
			if loop.Item == "matter" {
				return loop
			}
		}
		require.Fail(t, "no such matter")
		return trust.Loop{}
	}
	raised := loop(day(100))
	assert.Equal(t, trust.StepReceived, raised.Step)
	assert.Equal(t, trust.StepAcknowledged, raised.Next)
	assert.Equal(t, day(100).Add(4*time.Hour), raised.Due)
	assert.Empty(t, raised.Late)
	late := loop(day(101))
	assert.Equal(t, []trust.Step{trust.StepAcknowledged}, late.Late)
	assert.Contains(t, kindsOf(s.on(t, 101).Warnings), trust.WarningFeedbackLate)

	promised := day(105)
	s.add(101, trust.KindFeedbackAcknowledged, trust.SourceRecord, matter, due(promised))
	told := loop(day(102))
	assert.Equal(t, promised, told.Due, "what was promised begins the time anew")
	assert.Equal(t, trust.StepAnswered, told.Next)
	s.add(104, trust.KindFeedbackAnswered, trust.SourceRecord, matter).add(110, trust.KindFeedbackActed, trust.SourceRecord, matter).add(111, trust.KindFeedbackAsked, trust.SourceRecord, matter)
	assert.Equal(t, []trust.Step{trust.StepAcknowledged, trust.StepActed}, loop(day(111)).Late)
	s.add(112, trust.KindFeedbackConfirmed, trust.SourceManagement, matter)
	own := loop(day(112))
	assert.Equal(t, rapport.AnswerNo, own.Closed, "our own word closes nothing")
	s.add(113, trust.KindFeedbackConfirmed, trust.SourceClient, matter)
	closed := loop(day(113))
	assert.Equal(t, rapport.AnswerYes, closed.Closed)
	assert.Equal(t, trust.StepConfirmed, closed.Step)
	assert.Equal(t, day(113), closed.Settled)
	assert.True(t, closed.Due.IsZero())

	s.add(150, trust.KindComplaintRaised, trust.SourceClient, matter, severity(rapport.LevelHigh))
	again := loop(day(150))
	assert.Equal(t, rapport.AnswerYes, again.Recurs)
	assert.Equal(t, rapport.LevelSevere, again.Severity, "one step graver")
	assert.Contains(t, kindsOf(s.on(t, 150).Warnings), trust.WarningRecurringIssue)
	s.add(151, trust.KindFeedbackAsked, trust.SourceRecord, matter).add(156, trust.KindFeedbackAsked, trust.SourceRecord, matter).add(162, trust.KindFeedbackAsked, trust.SourceRecord, matter)
	unanswered := loop(day(166))
	assert.Equal(t, trust.StepUnanswered, unanswered.Step, "no answer is no yes")
	assert.Equal(t, rapport.AnswerYes, unanswered.Closed)
}

func TestTimesOfAMatterDependOnWhoRaisedItAndWhen(t *testing.T) {
	for _, c := range []struct {
		name     string
		audience rapport.Audience
		on       int
		said     rapport.Level
		counts   rapport.Level
		hours    int
	}{
		{"as it is", rapport.AudienceClient, 100, rapport.LevelHigh, rapport.LevelHigh, 4},
		{"unsaid is moderate", rapport.AudienceClient, 100, rapport.LevelUnknown, rapport.LevelModerate, 24},
		{"a young relationship is one faster", rapport.AudienceClient, 10, rapport.LevelModerate, rapport.LevelHigh, 4},
		{"the public is one slower", rapport.AudiencePublic, 100, rapport.LevelHigh, rapport.LevelModerate, 24},
		{"a fear for safety is severe whoever says it", rapport.AudiencePublic, 100, rapport.LevelSevere, rapport.LevelSevere, 1},
		{"never slower than low", rapport.AudiencePublic, 100, rapport.LevelLow, rapport.LevelLow, 48},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := &story{audience: c.audience}
			s.add(0, trust.KindGreetedWarmly, trust.SourceClient).add(c.on, trust.KindFeedbackReceived, trust.SourceClient, severity(c.said))
			l, err := trust.Tracker{}.Gather("tower", s.signals)
			require.NoError(t, err)
			loops, err := trust.Tracker{}.Loops(l, day(c.on))
			require.NoError(t, err)
			require.Len(t, loops, 1)
			assert.Equal(t, c.counts, loops[0].Severity)
			assert.Equal(t, day(c.on).Add(time.Duration(c.hours)*time.Hour), loops[0].Due)
		})
	}
}

func TestTheWayBackHasItsStepsAndTimeAloneIsNone(t *testing.T) {
	leak := about("leak")
	s := client().service(0, 1200).add(400, trust.KindLeakWithHarm, trust.SourceClient, leak)
	repair := func(n int) trust.Repair {
		t.Helper()
		at := s.on(t, n)
		require.NotEmpty(t, at.Repairs)
		return at.Repairs[0]
	}
	open := repair(400)
	assert.Equal(t, trust.PlaybookConfidentiality, open.Playbook)
	assert.Equal(t, rapport.AnswerYes, open.Breach)
	assert.Equal(t, []trust.RepairStep{trust.RepairStepTold, trust.RepairStepOwned, trust.RepairStepChecked, trust.RepairStepChanged, trust.RepairStepRechecked}, open.Missing)
	assert.NotEmpty(t, open.First)
	assert.Equal(t, "A test of the accesses on day 90, and again at the end of the window", open.Again)
	assert.Equal(t, rapport.DateOf(day(580)), open.Until)
	assert.Equal(t, rapport.DateOf(day(490)), open.Recheck)
	assert.Equal(t, trust.StateBroken, s.on(t, 1199).State, "time alone ends nothing")

	s.add(402, trust.KindRepairToldAtOnce, trust.SourceClient, leak).add(403, trust.KindRepairOwned, trust.SourceClient, leak)
	s.add(420, trust.KindRepairIndependentCheck, trust.SourceClient, leak).add(440, trust.KindRepairChangeShown, trust.SourceClient, leak)
	assert.Equal(t, []trust.RepairStep{trust.RepairStepRechecked}, repair(441).Missing)
	assert.Contains(t, kindsOf(s.on(t, 495).Warnings), trust.WarningRecheckDue)
	s.add(450, trust.KindRepairRecheckPassed, trust.SourceClient, leak).add(496, trust.KindRepairRecheckPassed, trust.SourceManagement, leak)
	assert.NotEmpty(t, repair(500).Missing, "too early, and by our own word, is no re-check")
	s.add(500, trust.KindRepairRecheckFailed, trust.SourceClient, leak)
	anew := repair(501)
	assert.Equal(t, []trust.RepairStep{trust.RepairStepChanged, trust.RepairStepRechecked}, anew.Missing)
	assert.Equal(t, rapport.DateOf(day(680)), anew.Until, "the window begins anew")
	s.add(520, trust.KindRepairChangeShown, trust.SourceClient, leak).add(600, trust.KindRepairRecheckPassed, trust.SourceClient, leak)
	assert.Equal(t, trust.StateBroken, s.on(t, 679).State)
	assert.NotEqual(t, trust.StateBroken, s.on(t, 690).State)
	assert.Empty(t, s.on(t, 690).Repairs)
}

func TestASecondBreachOfItsClassCountsDouble(t *testing.T) {
	s := client().service(0, 420).add(400, trust.KindLieToClient, trust.SourceClient, about("lie")).add(410, trust.KindRecordFalsified, trust.SourceClient, about("log"))
	s.add(411, trust.KindBadNewsHeardElsewhere, trust.SourceClient, about("log"))
	repairs := s.on(t, 415).Repairs
	require.Len(t, repairs, 2)
	assert.Equal(t, rapport.DateOf(day(580)), repairs[0].Until)
	assert.Equal(t, rapport.DateOf(day(410+540)), repairs[1].Until, "twice as long, and half as long again because it was heard elsewhere")
}

func TestAWatchedMatterCountsAsABreachUntilSomebodyDecides(t *testing.T) {
	s := client().service(0, 420).add(400, trust.KindLeakContained, trust.SourceClient, about("roster"))
	assert.NotEqual(t, trust.StateBroken, s.on(t, 400).State)
	assert.Equal(t, rapport.AnswerUnsaid, s.on(t, 400).Repairs[0].Breach)
	undecided := s.on(t, 402)
	assert.Equal(t, trust.StateBroken, undecided.State)
	assert.Contains(t, kindsOf(undecided.Warnings), trust.WarningBreachUndecided)
	confirmed := client().service(0, 420).add(400, trust.KindLeakContained, trust.SourceClient, about("roster")).add(400, trust.KindBreachConfirmed, trust.SourceManagement, about("roster"))
	assert.Equal(t, trust.StateBroken, confirmed.on(t, 400).State)
	s.add(403, trust.KindWatchCleared, trust.SourceManagement, about("roster"))
	assert.NotEqual(t, trust.StateBroken, s.on(t, 403).State)
}

func TestRapportSoftensAFailureAndNoBreach(t *testing.T) {
	thick, thin := client().service(0, 401), client().duties(0, 401)
	for d := 5; d < 400; d += 20 {
		thin.add(d, trust.KindQuestionAnswered, trust.SourceClient)
	}
	fall := func(s *story, kind trust.Kind) float64 {
		before := s.on(t, 399).Value
		more := &story{audience: s.audience, signals: s.signals[:len(s.signals):len(s.signals)]}
		return before - more.add(400, kind, trust.SourceClient, about("failing")).on(t, 400).Value
	}
	assert.Less(t, fall(thick, trust.KindPostUncovered), fall(thin, trust.KindPostUncovered))
	for _, s := range []*story{thick, thin} {
		more := &story{audience: s.audience, signals: s.signals[:len(s.signals):len(s.signals)]}
		assert.LessOrEqual(t, more.add(400, trust.KindLeakWithHarm, trust.SourceClient).on(t, 400).Value, 0.30)
	}
}

func TestReportsOfOneMatterCountOnce(t *testing.T) {
	one := client().add(0, trust.KindPostUncovered, trust.SourceThird, about("gate")).on(t, 3)
	many := client().add(0, trust.KindPostUncovered, trust.SourceThird, about("gate")).add(1, trust.KindPostUncovered, trust.SourcePublic, about("gate")).add(2, trust.KindPostUncovered, trust.SourceSupervisor, about("gate")).on(t, 3)
	assert.Less(t, many.Evidence, one.Evidence*1.2, "the highest weight, not the sum")
	assert.Greater(t, many.Evidence, one.Evidence)
	again := client().add(0, trust.KindPostUncovered, trust.SourceThird, about("gate")).add(20, trust.KindPostUncovered, trust.SourceThird, about("gate")).on(t, 20)
	assert.Greater(t, again.Evidence, 1.8*one.Evidence, "a month later it is another time")
}

func TestAFriendlyMannerReachesBystandersALittle(t *testing.T) {
	friendly := func(n int) float64 {
		s := &story{audience: rapport.AudienceStaff}
		for range n {
			s.add(0, trust.KindDemeanourPositive, trust.SourceThird)
		}
		s.audience = rapport.AudiencePublic
		return s.on(t, 0).Evidence
	}
	assert.Zero(t, friendly(0))
	assert.Positive(t, friendly(1))
	assert.Less(t, friendly(10_000), 0.075, "half a minor signal at most")
}

func TestOutsideEventsNeverLowerAnybody(t *testing.T) {
	s := client().service(0, 200)
	before := s.on(t, 199)
	s.add(190, trust.KindExternalBudgetRound, trust.SourceClient).add(191, trust.KindExternalContactReplaced, trust.SourceClient)
	after := s.on(t, 199)
	assert.InDelta(t, before.Value, after.Value, rounding)
	assert.Contains(t, kindsOf(after.Warnings), trust.WarningNewContactPerson)
	l, err := trust.Tracker{}.Gather("tower", s.signals)
	require.NoError(t, err)
	outlook, err := trust.Tracker{}.Outlook(l, rapport.AudienceClient, rapport.Date{}, day(199))
	require.NoError(t, err)
	assert.Equal(t, trust.ProspectOutsideOurHands, outlook.Prospect)
}

func TestAudiencesAreNeverAveraged(t *testing.T) {
	s := client().service(0, 150)
	alone := s.on(t, 149)
	s.audience = rapport.AudienceStaff
	for d := 60; d < 150; d++ {
		s.add(d, trust.KindOnTimeOnPost, trust.SourceRecord).add(d, trust.KindDetachedManner, trust.SourceThird)
	}
	s.audience = rapport.AudienceClient
	s.add(140, trust.KindOverFamiliarManner, trust.SourceClient)
	with := s.on(t, 139)
	assert.InDelta(t, alone.Value, with.Value, 0.02, "the mood of one is not that of the other")
	both := s.on(t, 149)
	assert.Contains(t, kindsOf(both.Warnings), trust.WarningAudiencesDiffer)
	assert.Contains(t, kindsOf(both.Warnings), trust.WarningUnevenManner, "close to some, cold to others")
	assert.Contains(t, kindsOf(both.Warnings), trust.WarningOverFamiliar)
	assert.NotContains(t, kindsOf(both.Warnings), trust.WarningTooCold, "each side is named where it is")
}

func TestASuddenChangeRingsBeforeTheValueFalls(t *testing.T) {
	s := client().service(0, 200)
	s.duties(200, 240)
	at := s.on(t, 228)
	assert.Equal(t, trust.DirectionLowers, at.Alarm.Direction)
	assert.InDelta(t, 200, rapport.DateOf(start).DaysUntil(at.Alarm.Since), 30)
	assert.Equal(t, trust.DirectionUnknown, client().service(0, 240).on(t, 228).Alarm.Direction)
}
