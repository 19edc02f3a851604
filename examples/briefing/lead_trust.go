package main

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/examples/scenarios"
	"github.com/rapport-go/rapport/trust"
)

// chartWeeks is how many weeks the small chart shows.
const chartWeeks = 12

// trusted is the part on how we stand: with the audience whose warning is the most urgent, or of which most
// is known, in words and as a line of signs, what moved it, the one thing to do, and in a word the others.
func (b briefing) trusted() section {
	s := section{title: "HOW WE STAND  a sign a week: ? too early to say, . guarded, : working, | strong, x broken", budget: 6}
	standings := b.standings(b.at)
	if len(standings) == 0 {
		s.title = "HOW WE STAND"
		s.add("Nothing was noted that would tell.")
		return s
	}
	slices.SortStableFunc(standings, func(x, y trust.Standing) int {
		return cmp.Or(cmp.Compare(soonest(x), soonest(y)), cmp.Compare(y.Evidence, x.Evidence))
	})
	first := standings[0]
	s.keep("%s", columns([]int{12, 2*chartWeeks - 1}, b.audience(first.Audience), b.course(first), inWords(first)))
	s.keep("  up: %s", moved(first.Movers, true))
	s.keep("  down: %s", moved(first.Movers, false))
	if len(first.Warnings) > 0 {
		s.keep("  %s %s.", first.Warnings[0].Text, first.Guidance.First)
	} else {
		s.keep("  %s.", first.Guidance.First)
	}
	var others []string
	for _, other := range standings[1:] {
		others = append(others, b.audience(other.Audience)+": "+inWords(other))
	}
	if len(others) > 0 {
		s.add("%s.", upper(strings.Join(others, " · ")))
	}
	return s
}

// soonest is the urgency of the first warning of a standing; one without comes last.
func soonest(s trust.Standing) int {
	if len(s.Warnings) == 0 {
		return int(rapport.UrgencyNextReview) + 1
	}
	return int(s.Warnings[0].Urgency)
}

// inWords says state and trend without a number that would be taken for a measure.
func inWords(s trust.Standing) string {
	if s.State == trust.StateUnknown {
		return fmt.Sprintf("too early to say (%d days)", s.Since.DaysUntil(s.On))
	}
	text := s.State.String()
	if s.Near != trust.StateUnknown {
		text += ", close to " + s.Near.String()
	}
	slowly := ""
	if s.Slowly == rapport.AnswerYes {
		slowly = "slowly "
	}
	switch s.Trend {
	case trust.TrendFalling:
		text += "; " + slowly + "getting worse"
	case trust.TrendFading:
		text += "; " + slowly + "fading, nobody did wrong"
	case trust.TrendRising:
		text += "; " + slowly + "getting better"
	case trust.TrendSteady:
		text += "; no change"
	case trust.TrendUnknown:
	}
	return text
}

// moved names the kinds of signal of the last month that moved trust most, up or down.
func moved(movers []trust.Mover, up bool) string {
	var names []string
	for _, m := range movers {
		if (m.Share > 0) == up && len(names) < 3 {
			names = append(names, strings.ToLower(m.Name))
		}
	}
	if len(names) == 0 {
		return "nothing in 30 days"
	}
	return strings.Join(names, ", ")
}

// course is the line of signs of an audience; empty where it cannot be drawn.
func (b briefing) course(s trust.Standing) string {
	var tracker trust.Tracker
	ledger, err := tracker.Gather(b.c.ID, b.c.Heard(b.at))
	if err != nil {
		return ""
	}
	course, err := tracker.Course(ledger, s.Audience, chartWeeks, b.at)
	if err != nil {
		return ""
	}
	return course.Text()
}

// audience is what those are called whose trust it is.
func (b briefing) audience(a rapport.Audience) string {
	switch a {
	case rapport.AudienceClient:
		return b.party("the client")
	case rapport.AudiencePrincipal:
		if len(b.state.Brief.People) == 1 {
			return b.label(b.state.Brief.People[0].ID)
		}
		return "those protected"
	case rapport.AudienceHousehold:
		return "the household"
	case rapport.AudienceStaff:
		return "people there"
	case rapport.AudiencePublic:
		return "the public"
	case rapport.AudienceUnknown:
	}
	return a.String()
}

// party is how the client is called on paper.
func (b briefing) party(otherwise string) string {
	if text, ok := b.c.Label(b.state.Brief.Mandate.Client); ok {
		return text
	}
	return otherwise
}

// standings are what -json and -why tell of trust.
func (b briefing) standings(at time.Time) []trust.Standing {
	list, err := b.c.Standings(scenarios.Engines{}, at)
	if err != nil {
		return []trust.Standing{}
	}
	return list
}

// matter is something that was raised and waits for us.
type matter struct{ when, text string }

// matters lists what was raised in an event and is open, the one due soonest first. What waits for their
// word is left out.
func (b briefing) matters() []matter {
	if !slices.ContainsFunc(b.subjects(), b.readsPlan) {
		return nil
	}
	var tracker trust.Tracker
	ledger, err := tracker.Gather(b.c.ID, b.c.Heard(b.at))
	if err != nil {
		return nil
	}
	loops, err := tracker.Loops(ledger, b.at)
	if err != nil {
		return nil
	}
	var list []matter
	for _, loop := range loops {
		do := map[trust.Step]string{trust.StepAcknowledged: "acknowledge", trust.StepAnswered: "answer", trust.StepActed: "do what was said", trust.StepAsked: "ask whether it is settled"}[loop.Next]
		raised := slices.IndexFunc(b.c.Events, func(e scenarios.Event) bool {
			return e.Signal != nil && e.At.Equal(loop.Received) && (e.Signal.Item == loop.Item || e.ID == loop.Item)
		})
		if do == "" || raised < 0 {
			continue
		}
		when := b.when(loop.Due)
		if loop.Due.Before(b.at) {
			when = "late"
		}
		list = append(list, matter{when, do + ": " + b.c.Events[raised].Text})
	}
	return list
}
