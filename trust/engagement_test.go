package trust_test

import (
	"encoding/xml"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/internal/wording"
	"github.com/rapport-go/rapport/trust"
)

func (s *story) ledger(t testing.TB) trust.Ledger {
	t.Helper()
	l, err := trust.Tracker{}.Gather("tower", s.signals)
	require.NoError(t, err)
	return l
}

func (s *story) engage(t *testing.T, circle trust.Circle, n int) trust.Engagement {
	t.Helper()
	circle.Audience = s.audience
	e, err := trust.Tracker{}.Engage(s.ledger(t), circle, day(n))
	require.NoError(t, err)
	return e
}

func TestSomebodyWhoCannotSeeProtectionHearsOfIt(t *testing.T) {
	low, overt := rapport.VisibilityLowProfile, rapport.VisibilityOvert
	for _, c := range []struct {
		name       string
		visibility rapport.Visibility
		worry      rapport.Level
		quiet      int
		due        rapport.Answer
		signs      int
	}{
		{"worried and out of sight since yesterday", low, rapport.LevelModerate, 1, rapport.AnswerYes, 7},
		{"worried, out of sight, and told today", low, rapport.LevelModerate, 0, rapport.AnswerNo, 7},
		{"a little worried: weekly is enough", low, rapport.LevelLow, 3, rapport.AnswerNo, 4},
		{"a little worried for a week", low, rapport.LevelLow, 7, rapport.AnswerYes, 4},
		{"very worried: a voice at night too", low, rapport.LevelSevere, 2, rapport.AnswerYes, 9},
		{"worried, and protection stands at the door", overt, rapport.LevelHigh, 5, rapport.AnswerNo, 0},
		{"not worried", low, rapport.LevelNone, 5, rapport.AnswerNo, 0},
		{"nobody has asked", low, rapport.LevelUnknown, 5, rapport.AnswerUnsaid, 0},
		{"nobody knows what can be seen", rapport.VisibilityUnknown, rapport.LevelHigh, 5, rapport.AnswerUnsaid, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := (&story{audience: rapport.AudiencePrincipal}).add(0, trust.KindGreetedWarmly, trust.SourceClient)
			e := s.engage(t, trust.Circle{Visibility: c.visibility, Worry: c.worry}, c.quiet)
			assert.Equal(t, c.due, e.Reassurance.Due)
			assert.Len(t, e.Reassurance.Signs, c.signs)
			assert.Equal(t, c.due == rapport.AnswerYes, strings.Contains(bytesOf(t, e.Warnings), "reassurance-due"))
		})
	}
	never := (&story{audience: rapport.AudiencePrincipal}).engage(t, trust.Circle{Visibility: low, Worry: rapport.LevelHigh}, 0)
	assert.Equal(t, rapport.AnswerYes, never.Reassurance.Due)
}

func TestRhythmFollowsTheUsualTheWishAndTheState(t *testing.T) {
	s := client().service(0, 100)
	assert.Equal(t, 7, s.engage(t, trust.Circle{}, 40).Interval, "weekly in the first two months")
	assert.Equal(t, 30, s.engage(t, trust.Circle{}, 99).Interval)
	wish := s.engage(t, trust.Circle{Interval: 45}, 99)
	assert.Equal(t, 45, wish.Interval, "more contact than is wished is a fault too")
	assert.Equal(t, 15, overPromising().engage(t, trust.Circle{}, 100).Interval, "half of it where they are careful with us")
	late := s.engage(t, trust.Circle{}, 140)
	assert.Contains(t, kindsOf(late.Warnings), trust.WarningContactOverdue)
	assert.Contains(t, kindsOf(s.on(t, 160).Warnings), trust.WarningContactGap)
}

func TestContactsAreCountedAtBusinessAndBeyond(t *testing.T) {
	s := client()
	for d := range 40 {
		s.add(d, trust.KindRoutineContact, trust.SourceClient)
	}
	e := s.engage(t, trust.Circle{}, 40)
	assert.Equal(t, int64(40), e.Contacts)
	assert.Zero(t, e.Relational)
	assert.Contains(t, kindsOf(e.Warnings), trust.WarningMostlyTransactional)
	assert.Equal(t, rapport.LevelNone, e.Openness)
	for d := range 20 {
		s.add(d+20, trust.KindConcernVolunteered, trust.SourceClient)
	}
	more := s.engage(t, trust.Circle{}, 70)
	assert.NotContains(t, kindsOf(more.Warnings), trust.WarningMostlyTransactional)
	assert.Equal(t, rapport.LevelLow, more.Openness, "waiting: nothing in this month")
	assert.Equal(t, rapport.LevelHigh, s.add(68, trust.KindSensitiveFactEntrusted, trust.SourceClient).add(69, trust.KindAdviceSoughtEarly, trust.SourceClient).add(69, trust.KindSensitiveFactEntrusted, trust.SourceClient, about("x")).add(70, trust.KindSensitiveFactEntrusted, trust.SourceClient, about("y")).add(70, trust.KindSensitiveFactEntrusted, trust.SourceClient, about("z")).add(70, trust.KindSensitiveFactEntrusted, trust.SourceClient, about("w")).engage(t, trust.Circle{}, 70).Openness)
	assert.Equal(t, rapport.LevelUnknown, client().engage(t, trust.Circle{}, 70).Openness)
}

func TestEaseIsReadFromWhoComesAndWhoStaysAway(t *testing.T) {
	ease := func(came, away int) trust.Engagement {
		s := &story{audience: rapport.AudiencePublic}
		for range came {
			s.add(0, trust.KindApproachedWithEase, trust.SourcePublic)
		}
		for range away {
			s.add(0, trust.KindApproachAvoided, trust.SourceSupervisor)
		}
		return s.engage(t, trust.Circle{}, 1)
	}
	assert.Equal(t, rapport.LevelUnknown, ease(0, 0).Ease)
	assert.Equal(t, rapport.LevelHigh, ease(3, 1).Ease)
	assert.Equal(t, rapport.LevelModerate, ease(2, 1).Ease)
	low := ease(1, 2)
	assert.Equal(t, rapport.LevelLow, low.Ease)
	assert.Contains(t, kindsOf(low.Warnings), trust.WarningApproachAvoided)
}

func TestAHandoverIsWorkedThroughUntilItIsDone(t *testing.T) {
	s := client().service(0, 120).add(100, trust.KindPersonnelChangeAnnounced, trust.SourceClient, about("day-officer"), due(day(114)))
	open := s.engage(t, trust.Circle{}, 101).Handovers
	require.Len(t, open, 1)
	assert.Equal(t, rapport.AnswerNo, open[0].Done)
	assert.Equal(t, rapport.DateOf(day(114)), open[0].Leaves)
	assert.Len(t, open[0].Steps, len(trust.Standard().Handover))
	assert.Contains(t, kindsOf(s.on(t, 101).Warnings), trust.WarningHandoverDue)
	s.add(113, trust.KindHandoverComplete, trust.SourceClient, about("day-officer"))
	done := s.engage(t, trust.Circle{}, 113).Handovers
	assert.Equal(t, rapport.AnswerYes, done[0].Done)
	assert.Empty(t, done[0].Steps)
	assert.NotContains(t, kindsOf(s.on(t, 113).Warnings), trust.WarningHandoverDue)
}

func TestStakeholdersGrowStaleAndNeedASecondOfUs(t *testing.T) {
	on := func(n int) rapport.Date { return rapport.DateOf(day(n)) }
	e := client().service(0, 200).engage(t, trust.Circle{Stakeholders: []trust.Stakeholder{
		{ID: "police", Interval: 90, Known: []trust.Acquaintance{{By: "lead", On: on(150)}, {By: "manager", On: on(100)}}},
		{ID: "neighbour", Interval: 30, Known: []trust.Acquaintance{{By: "lead", On: on(120)}}},
		{ID: "venue", Interval: 90},
	}}, 199)
	require.Len(t, e.Stakeholders, 3)
	assert.Equal(t, trust.StakeholderState{ID: "venue", Stale: rapport.AnswerYes}, e.Stakeholders[0])
	assert.Equal(t, trust.StakeholderState{ID: "neighbour", Stale: rapport.AnswerYes, Last: on(120), Ready: 1}, e.Stakeholders[1])
	assert.Equal(t, trust.StakeholderState{ID: "police", Stale: rapport.AnswerNo, Last: on(150), Ready: 2}, e.Stakeholders[2])
	assert.Contains(t, kindsOf(e.Warnings), trust.WarningStakeholderStale)
	assert.Contains(t, kindsOf(e.Warnings), trust.WarningStakeholderSingle)
}

func TestEveryProblemOfACircleIsNamedAtItsPlace(t *testing.T) {
	_, err := trust.Tracker{}.Engage(trust.Ledger{ID: "tower"}, trust.Circle{
		Audience: rapport.AudienceClient, Interval: -1, Visibility: 99, Worry: 99,
		Stakeholders: []trust.Stakeholder{{ID: "a b", Known: []trust.Acquaintance{{}, {By: "lead", On: rapport.DateOf(day(9))}}}, {ID: "x", Interval: 1}, {ID: "x", Interval: 1}},
	}, day(1))
	for _, want := range []struct {
		at   rapport.Pointer
		code rapport.Code
	}{
		{"/circle/interval", rapport.CodeOutOfRange}, {"/circle/visibility", rapport.CodeOutOfRange}, {"/circle/worry", rapport.CodeOutOfRange},
		{"/circle/stakeholders/0/id", rapport.CodeMalformedID}, {"/circle/stakeholders/0/interval", rapport.CodeOutOfRange},
		{"/circle/stakeholders/0/known/0/by", rapport.CodeRequired}, {"/circle/stakeholders/0/known/0/on", rapport.CodeRequired},
		{"/circle/stakeholders/0/known/1/on", rapport.CodeAfterMoment}, {"/circle/stakeholders/2/id", rapport.CodeDuplicateID},
	} {
		assertProblem(t, err, want.at, want.code)
	}
	_, err = trust.Tracker{}.Engage(trust.Ledger{ID: "tower"}, trust.Circle{}, time.Time{})
	assertProblem(t, err, "/circle/audience", rapport.CodeRequired)
}

func TestTipsAreHandedOnWithoutIdentities(t *testing.T) {
	at := func(hour, minute int) time.Time { return time.Date(2026, 3, 2, hour, minute, 0, 0, time.UTC) }
	tips := []trust.Tip{
		{ID: "tip-mrs-l", Sign: "sign-repeat-presence", Place: "stock-room", At: at(10, 12), Could: 40, Firsthand: rapport.AnswerYes},
		{ID: "tip-2", Sign: "sign-repeat-presence", Place: "stock-room", At: at(10, 50), Could: 80, Done: rapport.AnswerYes},
		{ID: "tip-3", Sign: "sign-repeat-presence", Place: "gate", At: at(10, 50), Could: 2},
		{ID: "tip-looks", Place: "gate", At: at(11, 0), Could: 9},
	}
	handed, err := trust.Tracker{}.HandOn(tips, at(12, 0))
	require.NoError(t, err)
	require.Len(t, handed.Warnings, 2)
	assert.Equal(t, rapport.Span{From: at(0, 0), To: at(12, 0)}, handed.Warnings[0].When, "few could have told it")
	assert.Equal(t, 2, handed.Warnings[1].Times)
	assert.Equal(t, rapport.Span{From: at(10, 0), To: at(11, 0)}, handed.Warnings[1].When)
	assert.Equal(t, rapport.AnswerYes, handed.Warnings[1].Firsthand)
	assert.Equal(t, rapport.AnswerYes, handed.Warnings[1].Done)
	assert.Equal(t, []rapport.ID{"tip-looks"}, handed.Held, "a look is no conduct")
	for _, id := range []string{"tip-mrs-l", "tip-2", "tip-3"} {
		assert.NotContains(t, bytesOf(t, handed.Warnings), id)
	}
	tips[0], tips[3] = tips[3], tips[0]
	again, err := trust.Tracker{}.HandOn(tips, at(12, 0))
	require.NoError(t, err)
	assert.Equal(t, handed, again)

	_, err = trust.Tracker{}.HandOn([]trust.Tip{{ID: "a b", Sign: "Two men", Firsthand: 9, Could: -1, Done: 9}, {ID: "x", Place: "gate", At: at(13, 0)}}, at(12, 0))
	for _, want := range []struct {
		at   rapport.Pointer
		code rapport.Code
	}{
		{"/tips/0/id", rapport.CodeMalformedID}, {"/tips/0/sign", rapport.CodeMalformedWord}, {"/tips/0/place", rapport.CodeRequired}, {"/tips/0/at", rapport.CodeRequired},
		{"/tips/0/firsthand", rapport.CodeOutOfRange}, {"/tips/0/could", rapport.CodeOutOfRange}, {"/tips/0/done", rapport.CodeOutOfRange}, {"/tips/1/at", rapport.CodeAfterMoment},
	} {
		assertProblem(t, err, want.at, want.code)
	}
}

func TestAnOutlookIsInWordsWithWhatSpeaksForAndAgainst(t *testing.T) {
	outlook := func(s *story, n int) trust.Outlook {
		t.Helper()
		o, err := trust.Tracker{}.Outlook(s.ledger(t), s.audience, rapport.DateOf(day(n+60)), day(n))
		require.NoError(t, err)
		assert.NotContains(t, o.Text, "%")
		assert.NotContains(t, o.Text, "{")
		assert.Empty(t, wording.Check(o.Text))
		return o
	}
	for _, c := range []struct {
		name  string
		story *story
		day   int
		want  trust.Prospect
	}{
		{"a good year", client().service(0, 366), 365, trust.ProspectFirm},
		{"a good month", client().service(0, 91), 90, trust.ProspectLikely},
		{"a first week", client().service(0, 91), 7, trust.ProspectOpen},
		{"neglect", neglect(), 480, trust.ProspectAtRisk},
		{"a lie", client().service(0, 420).add(400, trust.KindLieToClient, trust.SourceClient), 410, trust.ProspectSerious},
		{"neglect to the end", neglect(), 730, trust.ProspectSerious},
		{"a failure", client().service(0, 160).add(150, trust.KindPostUncovered, trust.SourceClient), 152, trust.ProspectOpen},
		{"nothing known", client(), 10, trust.ProspectOpen},
	} {
		t.Run(c.name, func(t *testing.T) {
			assert.Equal(t, c.want, outlook(c.story, c.day).Prospect)
		})
	}
	good := outlook(client().service(0, 366).add(300, trust.KindSurveyTickGood, trust.SourceClient).add(301, trust.KindSurveyTickPoor, trust.SourceClient), 365)
	assert.NotEmpty(t, good.For)
	assert.Equal(t, good.Indicators.Raised, good.Indicators.Confirmed)
	assert.Equal(t, 3, good.Indicators.MedianDays)
	assert.Equal(t, int64(1), good.Indicators.Satisfied)
	assert.Equal(t, int64(1), good.Indicators.Dissatisfied)
	assert.Positive(t, good.Indicators.Told)
	assert.Positive(t, good.Indicators.Reports)
	assert.Positive(t, good.Indicators.Incidents)
	_, err := trust.Tracker{}.Outlook(trust.Ledger{}, rapport.AudienceClient, rapport.Date{}, day(1))
	assertProblem(t, err, "/ledger/id", rapport.CodeRequired)
}

func TestACourseIsDrawnForEyesAndForEars(t *testing.T) {
	s := leak(client().service(0, 180), 170)
	course, err := trust.Tracker{}.Course(s.ledger(t), rapport.AudienceClient, 26, day(179))
	require.NoError(t, err)
	require.Len(t, course.Points, 26)
	assert.Equal(t, "? ? ? : : : : : : : : : : : : : : : : : : | | | x x", course.Text())
	for _, p := range course.Points {
		assert.True(t, p.Low <= p.Value && p.Value <= p.High)
	}
	last := s.on(t, 179)
	assert.InDelta(t, last.Value, course.Points[25].Value, 0, "the last point is the standing")

	svg := course.SVG()
	decoder := xml.NewDecoder(strings.NewReader(svg))
	elements := map[string]int{}
	for {
		token, err := decoder.Token()
		if err == io.EOF {
			break
		}
		require.NoError(t, err)
		if start, ok := token.(xml.StartElement); ok {
			elements[start.Name.Local]++
		}
	}
	assert.Equal(t, 1, elements["title"])
	assert.Equal(t, 1, elements["desc"])
	assert.Contains(t, svg, `role="img" aria-labelledby="t d"`)
	assert.Contains(t, svg, "to broken on")
	assert.Equal(t, svg, course.SVG())

	empty, err := trust.Tracker{}.Course(trust.Ledger{ID: "tower"}, rapport.AudienceClient, 5, day(1))
	require.NoError(t, err)
	assert.Empty(t, empty.Text())
	assert.Contains(t, empty.SVG(), "Nothing is known yet.")
	one, err := trust.Tracker{}.Course(s.ledger(t), rapport.AudienceClient, 1, day(5))
	require.NoError(t, err)
	assert.Equal(t, "?", one.Text())
	assert.Contains(t, one.SVG(), "too early to say")
	_, err = trust.Tracker{}.Course(trust.Ledger{ID: "tower"}, rapport.AudienceClient, 53, day(1))
	assertProblem(t, err, "/weeks", rapport.CodeOutOfRange)
}

func opinion(b, d, u float64) trust.Opinion {
	return trust.Opinion{Belief: b, Disbelief: d, Uncertainty: u, Base: 0.5, Value: b + u/2}
}

func TestRatersAreFusedAsPublished(t *testing.T) {
	// van der Heijden, Kopp and Kargl 2018; Jøsang 2016.
	a, b, c := opinion(.1, .3, .6), opinion(.4, .2, .4), opinion(.7, .1, .2)
	same := func(want, got trust.Opinion, delta float64) {
		t.Helper()
		assert.InDelta(t, want.Belief, got.Belief, delta)
		assert.InDelta(t, want.Disbelief, got.Disbelief, delta)
		assert.InDelta(t, want.Uncertainty, got.Uncertainty, delta)
		assert.InDelta(t, got.Belief+got.Base*got.Uncertainty, got.Value, 1e-12)
	}
	same(opinion(28./43, 9./43, 6./43), trust.Fuse(a, b, c), 1e-12)
	same(opinion(.509, .164, .327), trust.Average(a, b, c), 0.0005)
	same(opinion(.225, .4, .375), trust.Average(opinion(.35, .15, .5), opinion(.15, .55, .3)), 1e-12)
	same(opinion(.5, .5, 0), trust.Average(opinion(.9, .1, 0), opinion(.1, .9, 0)), 1e-12)
	same(opinion(.5, .5, 0), trust.Fuse(opinion(.9, .1, 0), opinion(.1, .9, 0), a), 1e-12)
	same(a, trust.Fuse(a, trust.Unknown()), 1e-12)
	same(a, trust.Average(a), 1e-12)
	assert.Equal(t, trust.Unknown(), trust.Fuse())
	for _, order := range [][]trust.Opinion{{a, b, c}, {c, b, a}, {b, a, c}} {
		assert.Equal(t, trust.Fuse(a, b, c), trust.Fuse(order...), "any order gives the same bits")
	}
	half := trust.Unknown()
	same(opinion(.35, .05, .6), c.Discounted(half), 1e-12)
	same(opinion(0, 0, 1), c.Discounted(trust.Opinion{}), 1e-12)
}

func TestMergedLedgersAreFusedRaters(t *testing.T) {
	one, two := client(), client()
	for d := range 5 {
		one.add(d, trust.KindPostUncovered, trust.SourceClient)
	}
	two.audience = rapport.AudienceClient
	two.signals = append(two.signals, trust.Signal{ID: "other", Kind: trust.KindDutyFailedWithHarm, Audience: rapport.AudienceClient, Source: trust.SourceRecord, At: day(4)})
	whole := &story{audience: rapport.AudienceClient, signals: append(one.signals[:len(one.signals):len(one.signals)], two.signals...)}
	fused := trust.Fuse(one.on(t, 4).Overall, two.on(t, 4).Overall)
	assert.InDelta(t, whole.on(t, 4).Overall.Disbelief, fused.Disbelief, 1e-4)
}
