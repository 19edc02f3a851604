package trust_test

import (
	"encoding/json"
	"fmt"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/trust"
)

// start is day 0 of the stories, a Monday.
var start = time.Date(2026, time.January, 5, 9, 0, 0, 0, time.UTC)

func day(n int) time.Time { return start.AddDate(0, 0, n) }

// story is a list of signals being told.
type story struct {
	audience rapport.Audience
	signals  []trust.Signal
}

func client() *story { return &story{audience: rapport.AudienceClient} }

// add tells one signal on a day; change may fill further fields.
func (s *story) add(on int, kind trust.Kind, source trust.Source, change ...func(*trust.Signal)) *story {
	signal := trust.Signal{ID: rapport.ID(fmt.Sprintf("s-%d", len(s.signals)+1)), Kind: kind, Audience: s.audience, Source: source, At: day(on)}
	for _, c := range change {
		c(&signal)
	}
	s.signals = append(s.signals, signal)
	return s
}

func about(item rapport.ID) func(*trust.Signal) { return func(s *trust.Signal) { s.Item = item } }

// service tells good service from one day up to another: post and duties each day, a greeting every
// second, a known face each week, a full answer every tenth day, a manager's visit, a real talk, a kept
// promise and a kept boundary a month, feedback closed, thanks and a volunteered worry every two months,
// an incident well handled each half year.
func (s *story) service(from, to int) *story {
	for d := from; d < to; d++ {
		s.duties(d, d+1)
		if d%2 == 0 {
			s.add(d, trust.KindGreetedWarmly, trust.SourceOfficer)
		}
		if d%7 == 3 {
			s.add(d, trust.KindFamiliarFaceKept, trust.SourceClient)
		}
		s.talks(d)
	}
	return s
}

func (s *story) duties(from, to int) *story {
	for d := from; d < to; d++ {
		s.add(d, trust.KindOnTimeOnPost, trust.SourceRecord).add(d, trust.KindTaskCompleted, trust.SourceRecord)
	}
	return s
}

func (s *story) talks(d int) {
	switch {
	case d%10 == 5:
		s.add(d, trust.KindQuestionAnswered, trust.SourceClient)
	case d%30 == 7:
		s.add(d, trust.KindManagementVisitKept, trust.SourceRecord)
	case d%30 == 12:
		s.add(d, trust.KindListenedFully, trust.SourceClient)
	case d%30 == 20:
		s.add(d, trust.KindPromiseKept, trust.SourceClient)
	case d%30 == 26:
		s.add(d, trust.KindBoundaryRespected, trust.SourceClient)
	case d%60 == 23:
		item := about(rapport.ID(fmt.Sprintf("matter-%d", d)))
		s.add(d, trust.KindFeedbackReceived, trust.SourceClient, item).add(d, trust.KindFeedbackAcknowledged, trust.SourceRecord, item)
		s.add(d, trust.KindFeedbackAnswered, trust.SourceRecord, item).add(d+1, trust.KindFeedbackActed, trust.SourceRecord, item)
		s.add(d+1, trust.KindFeedbackAsked, trust.SourceRecord, item).add(d+3, trust.KindFeedbackConfirmed, trust.SourceClient, item)
	case d%60 == 29:
		s.add(d, trust.KindAppreciationVoiced, trust.SourceClient)
	case d%60 == 49:
		s.add(d, trust.KindConcernVolunteered, trust.SourceClient)
	case d%180 == 91:
		s.add(d, trust.KindIncidentHandledWell, trust.SourceClient)
	}
}

// on assesses the story as of a day.
func (s *story) on(t testing.TB, n int) trust.Standing {
	t.Helper()
	standing, err := trust.Assess(s.signals, s.audience, day(n))
	require.NoError(t, err)
	return standing
}

func bytesOf(t testing.TB, v any) string {
	t.Helper()
	data, err := json.Marshal(v)
	require.NoError(t, err)
	return string(data)
}
