package trust_test

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/internal/fill"
	"github.com/rapport-go/rapport/internal/roomtest"
	"github.com/rapport-go/rapport/internal/wording"
	"github.com/rapport-go/rapport/trust"
)

func comesBack[T any](t *testing.T, change func(*T)) {
	t.Helper()
	v := fill.Of[T]()
	if change != nil {
		change(&v)
	}
	roomtest.ComesBack(t, v)
}

func TestStoredValuesComeBackAsTheyWere(t *testing.T) {
	comesBack[trust.Signal](t, nil)
	comesBack[trust.Standing](t, nil)
	comesBack[trust.Loop](t, nil)
	comesBack[trust.Circle](t, func(c *trust.Circle) { c.Stakeholders[0].ID, c.Stakeholders[1].ID = "a", "b" })
	comesBack[trust.Engagement](t, nil)
	comesBack[trust.Tip](t, nil)
	comesBack[trust.HandedOn](t, nil)
	comesBack[trust.Outlook](t, nil)
	comesBack[trust.Course](t, nil)
	comesBack[trust.Catalogue](t, nil)
	l := record(t, trust.Tracker{}, client().service(0, 700).signals)
	l, err := trust.Tracker{}.Fold(l, day(700))
	require.NoError(t, err)
	l.Extensions = rapport.Extensions{"vendor.example/x": []byte("1")}
	require.NotEmpty(t, l.Opening[0].Balances)
	roomtest.ComesBack(t, l)
	_, err = rapport.SchemaOf(l)
	require.NoError(t, err)
	assert.Error(t, rapport.Decode([]byte(`{"schema": "rapport/ledger/9", "id": "tower"}`), &l))
}

func TestScalesKeepTheirWords(t *testing.T) {
	roomtest.KeepsItsWords(t, "unknown", trust.StateStrong)
	roomtest.KeepsItsWords(t, "unknown", trust.TrendRising)
	roomtest.KeepsItsWords(t, "unknown", trust.DimensionProfessionalism)
	roomtest.KeepsItsWords(t, "unknown", trust.SourceManagement)
	roomtest.KeepsItsWords(t, "unknown", trust.DirectionRefused)
	roomtest.KeepsItsWords(t, "unknown", trust.WeightGrave)
	roomtest.KeepsItsWords(t, "unknown", trust.GradeSurvey)
	roomtest.KeepsItsWords(t, "unknown", trust.MarkSpreads)
	roomtest.KeepsItsWords(t, "unknown", trust.StepUnanswered)
	roomtest.KeepsItsWords(t, "unknown", trust.RepairStepFailed)
}

func TestZeroValuesKnowNothing(t *testing.T) {
	s, err := trust.Assess(nil, rapport.AudienceClient, day(0))
	require.NoError(t, err)
	assert.Equal(t, trust.StateUnknown, s.State)
	assert.Equal(t, trust.Unknown(), s.Overall)
	assert.NotContains(t, bytesOf(t, s), "null")
	assert.Equal(t, []rapport.Code{trust.CodeStateNoSignals}, []rapport.Code{s.Reasons[0].Code})
	loops, err := trust.Tracker{}.Loops(trust.Ledger{ID: "tower"}, day(0))
	require.NoError(t, err)
	assert.NotNil(t, loops)
	for _, audience := range []rapport.Audience{1, 2, 3, 4, 5} {
		e, err := trust.Tracker{}.Engage(trust.Ledger{ID: "tower"}, trust.Circle{Audience: audience}, day(0))
		require.NoError(t, err)
		assert.NotContains(t, bytesOf(t, e), "null")
	}
	o, err := trust.Tracker{}.Outlook(trust.Ledger{ID: "tower"}, rapport.AudienceClient, rapport.Date{}, day(0))
	require.NoError(t, err)
	assert.NotContains(t, bytesOf(t, o), "null")
	h, err := trust.Tracker{}.HandOn(nil, day(0))
	require.NoError(t, err)
	assert.NotContains(t, bytesOf(t, h), "null")
}

func TestEveryProblemOfASignalIsNamedAtItsPlace(t *testing.T) {
	_, err := trust.Assess([]trust.Signal{
		{},
		{ID: "a b", Kind: "Not A Word", Audience: 9, Source: 9, At: time.Date(12000, 1, 1, 0, 0, 0, 0, time.UTC), Item: "a b", Evidence: "a b", Severity: 9, Extensions: rapport.Extensions{"plain": []byte("1")}},
		{ID: "s-1", Kind: "moonlight", Audience: rapport.AudienceClient, Source: trust.SourceClient, At: day(0)},
		{ID: "s-2", Kind: trust.KindTipVolunteered, Audience: rapport.AudienceClient, Source: trust.SourceClient, At: day(0)},
		{ID: "s-3", Kind: trust.KindLimitBitDisclosed, Audience: rapport.AudienceClient, Source: trust.SourceClient, At: day(0)},
		{ID: "s-4", Kind: trust.KindDistractorEquipmentUpkeep, Audience: rapport.AudienceClient, Source: trust.SourceClient, At: day(0)},
	}, rapport.AudienceUnknown, time.Time{})
	for _, want := range []struct {
		at   rapport.Pointer
		code rapport.Code
	}{
		{"/at", rapport.CodeNoMoment}, {"/audience", rapport.CodeRequired},
		{"/signals/0/id", rapport.CodeRequired}, {"/signals/0/kind", rapport.CodeRequired}, {"/signals/0/audience", rapport.CodeRequired}, {"/signals/0/source", rapport.CodeRequired}, {"/signals/0/at", rapport.CodeRequired},
		{"/signals/1/id", rapport.CodeMalformedID}, {"/signals/1/kind", rapport.CodeMalformedWord}, {"/signals/1/audience", rapport.CodeOutOfRange}, {"/signals/1/source", rapport.CodeOutOfRange}, {"/signals/1/at", rapport.CodeOutOfRange},
		{"/signals/1/item", rapport.CodeMalformedID}, {"/signals/1/evidence", rapport.CodeMalformedID}, {"/signals/1/severity", rapport.CodeOutOfRange}, {"/signals/1/extensions", rapport.CodeMalformedWord},
		{"/signals/2/kind", rapport.CodeUnknownWord}, {"/signals/3/audience", trust.CodeOtherAudience}, {"/signals/4/item", rapport.CodeRequired}, {"/signals/5/kind", trust.CodeNotOfTheRelationship},
	} {
		assertProblem(t, err, want.at, want.code)
	}
	assert.NotContains(t, err.Error(), "moonlight")
	assert.Contains(t, err.Error(), "Radios, vests and cars", "the error says why it does not belong here")
}

// stories are inputs that together bring about what this package can say.
func stories() []*story {
	many := client().service(0, 400)
	many.add(380, trust.KindDetachedManner, trust.SourceClient).add(380, trust.KindOverPromiseMade, trust.SourceClient)
	many.add(380, trust.KindPostUncovered, trust.SourceThird, about("gate")).add(381, trust.KindPostUncovered, trust.SourcePublic, about("gate"))
	likes := client().service(0, 160)
	likes.signals = nil
	for d := range 160 {
		likes.add(d, trust.KindListenedFully, trust.SourceClient).add(d, trust.KindQuestionAnswered, trust.SourceClient)
	}
	works := client().duties(0, 160)
	for d := 0; d < 160; d += 5 {
		works.add(d, trust.KindPromiseKept, trust.SourceClient).add(d, trust.KindStandardHeldAcrossShifts, trust.SourceClient).add(d, trust.KindIncidentHandledWell, trust.SourceClient)
	}
	surveys := client()
	for d := 0; d < 160; d += 5 {
		surveys.add(d, trust.KindSurveyTickGood, trust.SourceClient)
	}
	clean := client()
	for d := range 760 {
		if d < 365 {
			clean.service(d, d+1)
		} else {
			clean.duties(d, d+1)
		}
		clean.add(d, trust.KindQuestionAnswered, trust.SourceClient).add(d, trust.KindPreferenceRemembered, trust.SourceClient).add(d, trust.KindLowProfileKept, trust.SourceRecord, func(s *trust.Signal) { s.Audience = rapport.AudiencePrincipal })
		clean.add(d, trust.KindConfidenceKeptNoticed, trust.SourceClient).add(d, trust.KindCoverOfficerKnewSite, trust.SourceClient).add(d, trust.KindAdjustedAfterComplaint, trust.SourceClient).add(d, trust.KindWellbeingCheckUnprompted, trust.SourceClient)
	}
	gap := client().service(0, 120).service(230, 240)
	split := client().service(0, 200)
	for d := 180; d < 200; d += 4 {
		split.add(d, trust.KindPostUncovered, trust.SourceClient)
	}
	rise := client().service(0, 200).add(60, trust.KindPostUncovered, trust.SourceClient).add(61, trust.KindPromiseBroken, trust.SourceClient)
	for d := 150; d < 200; d++ {
		rise.add(d, trust.KindPromiseKeptUnderStrain, trust.SourceClient).add(d, trust.KindAppreciationWritten, trust.SourceClient).add(d, trust.KindProactiveAct, trust.SourceClient)
	}
	broken := leak(client().service(0, 900), 400)
	broken.add(402, trust.KindRepairToldAtOnce, trust.SourceClient, about("leak")).add(403, trust.KindRepairOwned, trust.SourceClient, about("leak")).add(404, trust.KindRepairIndependentCheck, trust.SourceClient, about("leak"))
	broken.add(405, trust.KindRepairChangeShown, trust.SourceClient, about("leak")).add(495, trust.KindRepairRecheckFailed, trust.SourceClient, about("leak")).add(500, trust.KindRepairChangeShown, trust.SourceClient, about("leak")).add(600, trust.KindRepairRecheckPassed, trust.SourceClient, about("leak"))
	for d := 500; d < 690; d += 10 {
		broken.add(d, trust.KindConfidenceKeptNoticed, trust.SourceClient)
	}
	unheard := client()
	for d := range 300 {
		unheard.add(d, trust.KindOnTimeOnPost, trust.SourceRecord).add(d, trust.KindManagementVisitKept, trust.SourceRecord).add(d, trust.KindPromiseKept, trust.SourceThird).add(d, trust.KindListenedFully, trust.SourceThird).add(d, trust.KindProactiveAct, trust.SourceRecord).add(d, trust.KindFeedbackActed, trust.SourceRecord, about("m"))
	}
	gap.service(340, 366)
	bad := client()
	for _, d := range []int{3, 8, 12, 16, 19, 30, 45, 55, 60, 125, 128, 129, 130} {
		bad.add(d, trust.KindIncidentContact, trust.SourceRecord).add(d, trust.KindIncidentHandledWell, trust.SourceClient)
	}
	matters := client().service(0, 300)
	matters.add(100, trust.KindComplaintRaised, trust.SourceClient, about("m-1")).add(110, trust.KindFeedbackAcknowledged, trust.SourceRecord, about("m-1")).add(111, trust.KindFeedbackConfirmed, trust.SourceManagement, about("m-1")).add(112, trust.KindFeedbackConfirmed, trust.SourceClient, about("m-1"))
	matters.add(120, trust.KindComplaintRaised, trust.SourceClient, about("m-1"))
	for _, d := range []int{121, 130, 140} {
		matters.add(d, trust.KindFeedbackAsked, trust.SourceRecord, about("m-1"))
	}
	matters.add(122, trust.KindFeedbackReceived, trust.SourceClient, about("m-2")).add(125, trust.KindExternalContactReplaced, trust.SourceClient).add(180, trust.KindLeakContained, trust.SourceClient)
	matters.add(100, trust.KindPersonnelChangeAnnounced, trust.SourceClient, about("p")).add(105, trust.KindHandoverComplete, trust.SourceClient, about("p"))
	uneven := client().service(0, 200).add(165, trust.KindOverFamiliarManner, trust.SourceClient).add(165, trust.KindRuleAppliedUnevenly, trust.SourceClient).add(166, trust.KindRuleAppliedUnevenly, trust.SourceThird)
	for d := 100; d < 200; d++ {
		uneven.add(d, trust.KindDetachedManner, trust.SourceThird, func(s *trust.Signal) { s.Audience = rapport.AudienceStaff })
	}
	outside := client().service(0, 200).add(195, trust.KindExternalOwnershipChange, trust.SourceClient).add(195, trust.KindPostUncovered, trust.SourceClient)
	return []*story{many, likes, works, surveys, clean, gap, split, rise, broken, unheard, bad, matters, uneven, outside, neglect(), incidentsOnly(), turnover(), overPromising(), quiet(), favours(), mall(false),
		leak(client().service(0, 402), 400).add(410, trust.KindRecordFalsified, trust.SourceClient).add(411, trust.KindLieToClient, trust.SourceClient), client().duties(0, 366)}
}

// TestEverythingListedIsSaid collects what the verbs say and looks for every code and every warning.
func TestEverythingListedIsSaid(t *testing.T) {
	emitted, warned := map[rapport.Code]bool{}, map[trust.WarningKind]bool{}
	hear := func(reasons []rapport.Reason) {
		for _, r := range reasons {
			emitted[r.Code] = true
			assert.NotContains(t, r.Text, "{", "%s", r.Code)
			_, listed := rapport.FindCode(trust.Codes(), r.Code)
			assert.True(t, listed, "%s", r.Code)
		}
	}
	warn := func(warnings []trust.Warning) {
		for i, w := range warnings {
			warned[w.Kind] = true
			assert.NotContains(t, w.Text, "{", "%s", w.Kind)
			assert.Empty(t, wording.Check(w.Text+" "+w.Next))
			assert.True(t, i == 0 || warnings[i-1].Urgency.Sooner(w.Urgency) == warnings[i-1].Urgency, "the most urgent first")
		}
	}
	standing := func(s *story, n int) {
		at := s.on(t, n)
		hear(at.Reasons)
		warn(at.Warnings)
	}
	for _, s := range stories() {
		l := s.ledger(t)
		for _, n := range []int{3, 10, 20, 60, 130, 170, 182, 199, 231, 290, 330, 343, 365, 401, 403, 410, 470, 592, 620, 690, 740, 890} {
			standing(s, n)
			loops, err := trust.Tracker{}.Loops(l, day(n))
			require.NoError(t, err)
			for _, loop := range loops {
				hear(loop.Reasons)
			}
			o, err := trust.Tracker{}.Outlook(l, s.audience, rapport.DateOf(day(n+30)), day(n))
			require.NoError(t, err)
			hear(o.Reasons)
			for _, worry := range []rapport.Level{rapport.LevelUnknown, rapport.LevelNone, rapport.LevelModerate} {
				e, err := trust.Tracker{}.Engage(l, trust.Circle{Audience: s.audience, Visibility: rapport.VisibilityCovert, Worry: worry, Interval: 45}, day(n))
				require.NoError(t, err)
				hear(e.Reasons)
				warn(e.Warnings)
			}
		}
	}
	few := client()
	for range 5 {
		few.add(0, trust.KindPromiseKept, trust.SourceClient)
	}
	standing(few, 20)
	standing(client(), 0)
	own, err := trust.NewTracker(trust.Config{Numbers: trust.Numbers{Margin: 40}})
	require.NoError(t, err)
	read, err := own.Assess(few.signals, few.audience, day(20))
	require.NoError(t, err)
	hear(read.Reasons)
	contacts := []trust.Stakeholder{{ID: "a", Interval: 9}, {ID: "b", Interval: 9, Known: []trust.Acquaintance{{By: "x", On: rapport.DateOf(day(0))}}}, {ID: "c", Interval: 90, Known: []trust.Acquaintance{{By: "x", On: rapport.DateOf(day(30))}}}}
	eased := (&story{audience: rapport.AudiencePublic}).add(30, trust.KindApproachAvoided, trust.SourcePublic)
	for range 12 {
		eased.audience = rapport.AudienceStaff
		eased.add(31, trust.KindRoutineContact, trust.SourceThird).add(31, trust.KindHandoverComplete, trust.SourceClient, func(s *trust.Signal) { s.Audience = rapport.AudienceClient })
	}
	eased.add(30, trust.KindPersonnelChangeAnnounced, trust.SourceThird)
	for _, audience := range []rapport.Audience{rapport.AudienceStaff, rapport.AudiencePublic} {
		e, err := trust.Tracker{}.Engage(eased.ledger(t), trust.Circle{Audience: audience, Stakeholders: contacts}, day(35))
		require.NoError(t, err)
		hear(e.Reasons)
		warn(e.Warnings)
	}
	handed, err := trust.Tracker{}.HandOn([]trust.Tip{{ID: "a", Sign: "sign-x", Place: "gate", At: day(0)}, {ID: "b", Sign: "sign-x", Place: "gate", At: day(0)}, {ID: "c", Place: "gate", At: day(0)}}, day(1))
	require.NoError(t, err)
	hear(handed.Reasons)
	for _, w := range handed.Warnings {
		hear(w.Reasons)
	}
	refused := func(err error) {
		require.Error(t, err)
		for _, problem := range rapport.Problems(err) {
			emitted[problem.Code] = true
			_, listed := rapport.FindCode(trust.Codes(), problem.Code)
			assert.Equal(t, strings.HasPrefix(string(problem.Code), "trust/"), listed, "%s", problem.Code)
		}
	}
	var tracker trust.Tracker
	_, err = trust.Assess([]trust.Signal{sign("a", trust.KindPromiseKept, 0), sign("a", trust.KindPromiseKept, 1), sign("b", trust.KindTipVolunteered, 0), sign("c", trust.KindDistractorAward, 0)}, rapport.AudienceClient, day(2))
	refused(err)
	one := record(t, tracker, []trust.Signal{sign("a", trust.KindPromiseKept, 0)})
	other := trust.Ledger{ID: "palace"}
	_, err = tracker.Merge(one, other)
	refused(err)
	_, err = tracker.Merge(one, one)
	refused(err)
	folded, err := tracker.Fold(record(t, tracker, client().service(0, 700).signals), day(700))
	require.NoError(t, err)
	refused(tracker.Record(&folded, sign("x", trust.KindPromiseKept, 0), day(700)))
	folded.Tallies[0], folded.Tallies[1] = folded.Tallies[1], folded.Tallies[0]
	refused(folded.Validate())
	_, err = trust.NewTracker(trust.Config{Packs: []trust.Catalogue{{Name: "a.example/x", Version: "1", Outlooks: []trust.OutlookEntry{{ID: "a.example/x", EN: "A"}}}}})
	refused(err)
	for _, entry := range trust.Codes() {
		assert.True(t, emitted[entry.ID], "%s is never said", entry.ID)
	}
	for _, entry := range trust.Standard().Warnings {
		assert.True(t, warned[entry.ID], "%s is never given", entry.ID)
	}
}
