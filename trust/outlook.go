package trust

import (
	"slices"
	"strings"
	"time"

	"github.com/rapport-go/rapport"
)

// Outlook is how a renewal looks, in words with the evidence for and against, never in a number. It is
// not for an officer's bonus, the choice of whom to protect, or pressure in a sale. All lists are non-nil.
type Outlook struct {
	// On is the UTC day.
	On rapport.Date `json:"on"`
	// Prospect is the word.
	Prospect Prospect `json:"prospect"`
	// Text is the word in one or two sentences.
	Text string `json:"text"`
	// For is what speaks for staying, the strongest first.
	For []string `json:"for"`
	// Against is what speaks against it, the strongest first.
	Against []string `json:"against"`
	// Change are the things that would change it, two at most.
	Change []string `json:"change"`
	// Indicators are plain counts beside it.
	Indicators Indicators `json:"indicators"`
	// Reasons say why, in order.
	Reasons []rapport.Reason `json:"reasons"`
	// MadeWith lists the catalogues used.
	MadeWith []rapport.Edition `json:"made_with"`
}

// Indicators are plain counts of what happened, beside the words. None is a success by itself.
type Indicators struct {
	// Raised counts matters raised in the last 180 days.
	Raised int `json:"raised"`
	// Confirmed counts those that were confirmed as settled.
	Confirmed int `json:"confirmed"`
	// MedianDays is the median number of days from raised to confirmed; 0 where none was confirmed.
	MedianDays int `json:"median_days"`
	// Told counts what was volunteered in the last 90 days, something private twice.
	Told int64 `json:"told"`
	// Reports counts what was noticed and passed on to us in the last 90 days. None is no good news.
	Reports int64 `json:"reports"`
	// Satisfied counts good answers in surveys in the last 180 days.
	Satisfied int64 `json:"satisfied"`
	// Dissatisfied counts poor ones.
	Dissatisfied int64 `json:"dissatisfied"`
	// Incidents counts signals about something wrong in the last 180 days.
	Incidents int64 `json:"incidents"`
}

const (
	atRiskBelow   = one * 60 / 100
	seriousBelow  = one * 25 / 100
	termSoon      = 120
	heardLately   = 90
	indicatorDays = 180
)

// Outlook says how a renewal looks to an audience as of a moment, which stands for its UTC day. Ends is
// the last day of the term; zero where it is not known.
func (t Tracker) Outlook(l Ledger, audience rapport.Audience, ends rapport.Date, at time.Time) (Outlook, error) {
	standing, err := t.Standing(l, audience, at)
	if err != nil {
		return Outlook{}, err
	}
	v := t.look(&l, audience, at)
	loops := t.loops(v)
	o := Outlook{On: standing.On, For: []string{}, Against: []string{}, Change: []string{}, Indicators: v.indicators(loops), MadeWith: t.Editions()}
	for _, m := range standing.Movers {
		if m.Share > 0 && len(o.For) < 3 {
			o.For = append(o.For, m.Name)
		}
		if m.Share < 0 && len(o.Against) < 3 {
			o.Against = append(o.Against, m.Name)
		}
	}
	for _, w := range standing.Warnings {
		if len(o.Against) < 4 && w.Urgency != rapport.UrgencyNextReview {
			o.Against = append(o.Against, strings.TrimSuffix(w.Text, "."))
		}
		if len(o.Change) < 2 && !slices.Contains(o.Change, w.Next) {
			o.Change = append(o.Change, w.Next)
		}
	}
	blank := ""
	o.Prospect, blank = v.prospect(standing, loops)
	if blank == "" && len(o.Against) > 0 {
		blank = o.Against[0]
	}
	if blank == "" {
		blank = "we know of nothing, and have not asked"
		if quiet := v.voiceAge(); v.since != never && quiet < heardLately {
			blank = "we know of nothing; they last spoke of their own " + days(quiet) + " days ago"
		}
	}
	entry, _ := t.table().outlooks.find(o.Prospect)
	o.Text = rapport.Fill(entry.EN, blank)
	o.Reasons = append(o.Reasons, codeEntry(CodeOutlookBasis).Reason("", 3, standing.State.String(), standing.Trend.String()))
	for _, text := range o.For {
		o.Reasons = append(o.Reasons, codeEntry(CodeOutlookFor).Reason("", 1, text))
	}
	for _, text := range o.Against {
		o.Reasons = append(o.Reasons, codeEntry(CodeOutlookAgainst).Reason("", -1, text))
	}
	if left := dayOf(ends) - v.day; !ends.IsZero() && left >= 0 && left < termSoon {
		o.Reasons = append(o.Reasons, codeEntry(CodeOutlookTerm).Reason("", 0, days(left)))
	}
	o.Reasons = rapport.SortReasons(o.Reasons)
	return o, nil
}

// prospect names the prospect, and what fills its blank where that is not what speaks against.
func (v *view) prospect(s Standing, loops []Loop) (Prospect, string) {
	open, recurring := false, 0
	for _, loop := range loops {
		grave := loop.Severity == rapport.LevelSevere || loop.Severity == rapport.LevelHigh
		open = open || grave && loop.Closed == rapport.AnswerNo
		if loop.Recurs == rapport.AnswerYes {
			recurring++
		}
	}
	outside, newContact := v.outside()
	value := v.on(v.day).value
	downhill := s.Trend == TrendFalling || s.Trend == TrendFading
	switch {
	case s.State == StateBroken:
		next := "the next step of the way back"
		if len(s.Repairs) > 0 && len(s.Repairs[0].Missing) > 0 {
			next = "the step " + s.Repairs[0].Missing[0].String()
		}
		return ProspectSerious, next
	case s.State != StateUnknown && value < seriousBelow:
		return ProspectSerious, s.Guidance.First
	case s.State == StateGuarded || recurring >= 2 || s.State == StateWorking && s.Trend == TrendFalling && value < atRiskBelow:
		return ProspectAtRisk, ""
	case outside != "":
		return ProspectOutsideOurHands, outside
	case s.State == StateUnknown || newContact:
		return ProspectOpen, "ask, and listen"
	case s.State == StateWorking && downhill:
		return ProspectOpen, ""
	case s.State == StateStrong && !downhill && !open && v.voiceAge() < heardLately:
		return ProspectFirm, ""
	}
	return ProspectLikely, ""
}

// outside returns what happened outside in the last 30 days, and whether another person speaks for the
// client since less than 60.
func (v *view) outside() (name string, newContact bool) {
	for _, e := range v.recent(2 * windowOutside) {
		switch {
		case e.kind.has(MarkNewContact):
			newContact = true
		case e.kind.Direction == DirectionExternal && e.day > v.day-windowOutside:
			name = e.kind.EN.Name
		}
	}
	return name, newContact
}

func (v *view) indicators(loops []Loop) Indicators {
	i := Indicators{Told: v.opened(v.day-heardLately, v.day), Reports: v.count(heardLately, MarkEarlyWarning)}
	var took []int
	for _, loop := range loops {
		if v.day-dayAt(loop.Received) > indicatorDays {
			continue
		}
		i.Raised++
		if loop.Step == StepConfirmed {
			i.Confirmed++
			took = append(took, dayAt(loop.Settled)-dayAt(loop.Received))
		}
	}
	if slices.Sort(took); len(took) > 0 {
		i.MedianDays = took[len(took)/2]
	}
	for _, e := range v.recent(indicatorDays) {
		switch {
		case e.kind.has(MarkSurvey) && e.kind.Direction == DirectionRaises:
			i.Satisfied += e.count
		case e.kind.has(MarkSurvey):
			i.Dissatisfied += e.count
		case e.kind.has(MarkIncident):
			i.Incidents += e.count
		}
	}
	return i
}
