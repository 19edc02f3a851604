package trust

import (
	"slices"
	"time"

	"github.com/rapport-go/rapport"
)

// Engagement is how we keep in touch with an audience. The counts are a mirror for the team and never a
// target for a person. All lists are non-nil.
type Engagement struct {
	// Audience is with whom.
	Audience rapport.Audience `json:"audience"`
	// On is the UTC day.
	On rapport.Date `json:"on"`
	// Interval is how many days there should be between talks of substance; half the usual where trust is
	// guarded or broken, 0 where they come as they come.
	Interval int `json:"interval"`
	// LastTalk is the day of the last talk of substance; zero where there was none.
	LastTalk rapport.Date `json:"last_talk,omitzero"`
	// Contacts counts contacts in 60 days.
	Contacts int64 `json:"contacts"`
	// Relational counts those of them that went beyond business.
	Relational int64 `json:"relational"`
	// Openness says how much they tell us unasked, against their own habit: none, low (waiting), moderate
	// (open), high (very open); unknown where there was no contact in 60 days. Never compare two clients.
	Openness rapport.Level `json:"openness"`
	// Ease says how easily people come up to us; unknown where nobody has noted it in 90 days.
	Ease rapport.Level `json:"ease"`
	// Reassurance says whether signs of protection are due.
	Reassurance Reassurance `json:"reassurance"`
	// Handovers are changes of person of the last 90 days and to come, by day and item.
	Handovers []Handover `json:"handovers"`
	// Stakeholders are the contacts, the most overdue first, then by ID.
	Stakeholders []StakeholderState `json:"stakeholders"`
	// Warnings are what a professional would speak up about, the most urgent first, then by word.
	Warnings []Warning `json:"warnings"`
	// Reasons say why, in order.
	Reasons []rapport.Reason `json:"reasons"`
	// MadeWith lists the catalogues used.
	MadeWith []rapport.Edition `json:"made_with"`
}

// Reassurance says whether somebody who cannot see their protection should hear of it.
type Reassurance struct {
	// Due is unsaid where visibility or worry is not known.
	Due rapport.Answer `json:"due"`
	// Last is the day of the last contact; zero where there was none.
	Last rapport.Date `json:"last,omitzero"`
	// Signs are signs that fit the worry, by word; empty where none is needed. They state facts.
	Signs []TouchpointEntry `json:"signs"`
}

// Handover is a change of a known person.
type Handover struct {
	// Item is the change.
	Item rapport.ID `json:"item"`
	// Leaves is the day on which the person leaves or left.
	Leaves rapport.Date `json:"leaves"`
	// Done says whether the hand-over is completed.
	Done rapport.Answer `json:"done"`
	// Steps is the list to work through, before, on the day, after; empty where it is done.
	Steps []HandoverEntry `json:"steps"`
}

// StakeholderState is how fresh a contact is.
type StakeholderState struct {
	// ID is the contact.
	ID rapport.ID `json:"id"`
	// Stale is yes past one and a half times the interval, and where nobody has spoken with them.
	Stale rapport.Answer `json:"stale"`
	// Last is the day on which one of us last spoke with them; zero where nobody has.
	Last rapport.Date `json:"last,omitzero"`
	// Ready counts those of us who spoke with them in 180 days; two are wanted.
	Ready int `json:"ready"`
}

// Engage says how we keep in touch with an audience as of a moment, which stands for its UTC day.
func (t Tracker) Engage(l Ledger, circle Circle, at time.Time) (Engagement, error) {
	var f rapport.Faults
	f.Join("/circle", circle.Validate())
	if circle.Audience != rapport.AudienceUnknown && audienceOf(circle.Audience) != nil {
		t.checkQuery(&f, &l, circle.Audience, at)
	}
	if !at.IsZero() {
		for i, s := range circle.Stakeholders {
			for j, known := range s.Known {
				if !known.On.IsZero() && dayOf(known.On) > dayAt(at) {
					f.AfterMoment(rapport.Pointer("/circle/stakeholders").Index(i).Child("known").Index(j).Child("on"))
				}
			}
		}
	}
	if err := f.Err(); err != nil {
		return Engagement{}, err
	}
	standing := t.standing(&l, circle.Audience, at)
	g := engaging{view: t.look(&l, circle.Audience, at), circle: circle}
	g.Engagement = Engagement{Audience: circle.Audience, On: dateOf(g.day), MadeWith: t.Editions()}
	g.rhythm(standing.State)
	g.ratio()
	g.openness()
	g.ease()
	g.reassurance()
	g.handovers()
	g.stakeholders()
	g.Warnings = sortWarnings(g.warned)
	g.Reasons = rapport.SortReasons(g.reasons)
	return g.Engagement, nil
}

// engaging is an engagement being put together.
type engaging struct {
	*view
	Engagement
	circle  Circle
	warned  []Warning
	reasons []rapport.Reason
}

func (g *engaging) because(code rapport.Code, subject rapport.Path, weight int8, args ...string) {
	g.reasons = append(g.reasons, codeEntry(code).Reason(subject, weight, args...))
}

func (g *engaging) warn(kind WarningKind, subject rapport.Path, args ...string) {
	g.warned = append(g.warned, g.tracker.warn(kind, subject, args...))
}

// rhythm compares the last talk of substance with the wanted interval.
func (g *engaging) rhythm(state State) {
	g.Interval = g.audience.Interval
	if g.since != never && g.day-g.since < youngLoopDays {
		g.Interval = g.audience.YoungInterval
	}
	if g.circle.Interval > g.Interval {
		g.because(CodeWishKept, "", 1, days(g.circle.Interval))
	} else if state == StateGuarded || state == StateBroken {
		g.Interval = (g.Interval + 1) / 2
	}
	if g.circle.Interval > 0 {
		g.Interval = g.circle.Interval
	}
	talk := last(g.meaningful, g.day, never)
	if talk == never {
		g.because(CodeContactNone, "", -1)
		return
	}
	g.LastTalk = dateOf(talk)
	if g.Interval == 0 {
		return
	}
	weight := int8(1)
	if g.day-talk > g.Interval {
		weight = -1
		g.warn(WarningContactOverdue, "", days(g.Interval), days(g.day-talk))
	}
	g.because(CodeContactRhythm, "", weight, days(g.day-talk), days(g.Interval))
}

// ratio counts contacts at business and beyond.
func (g *engaging) ratio() {
	const window = 60
	for _, e := range g.recent(window) {
		if !anyContact(e.kind) {
			continue
		}
		g.Contacts += e.count
		if e.kind.has(MarkMeaningful) {
			g.Relational += e.count
		}
	}
	if g.Contacts == 0 {
		return
	}
	weight, least := int8(1), g.audience.Relational
	if least > 0 && g.Contacts >= 10 && g.Relational*100 < int64(least)*g.Contacts {
		weight = -1
		g.warn(WarningMostlyTransactional, "", decimal(g.Contacts-g.Relational), decimal(g.Contacts))
	}
	g.because(CodeContactsCounted, "", weight, decimal(g.Relational), decimal(g.Contacts))
}

// openness compares what was volunteered with their own last half year.
func (g *engaging) openness() {
	if g.Contacts == 0 {
		return
	}
	now, two, habit := g.opened(g.day-30, g.day), g.opened(g.day-60, g.day), g.opened(g.day-180, g.day)
	switch {
	case two == 0:
		g.Openness = rapport.LevelNone
	case now == 0:
		g.Openness = rapport.LevelLow
	case now >= 2 && 3*now >= habit && g.day-g.since >= 60:
		g.Openness = rapport.LevelHigh
	default:
		g.Openness = rapport.LevelModerate
	}
	g.because(CodeOpennessCounted, "", 0, decimal(now))
}

// ease compares how often people came up to us with how often they stayed away.
func (g *engaging) ease() {
	came, away := int64(0), int64(0)
	for _, e := range g.recent(longLook) {
		switch {
		case e.kind.has(MarkClosing):
			away += e.count
		case e.kind.has(MarkOpenness) && isContact(e.kind):
			came += e.count
		}
	}
	switch {
	case came+away == 0:
		return
	case away > came:
		g.Ease = rapport.LevelLow
		g.warn(WarningApproachAvoided, "")
	case came >= 3*max(away, 1):
		g.Ease = rapport.LevelHigh
	default:
		g.Ease = rapport.LevelModerate
	}
	g.because(CodeEaseCounted, "", 0, decimal(came), decimal(away))
}

// reassurance asks for a sign where protection cannot be seen and worry is there.
func (g *engaging) reassurance() {
	r := &g.Reassurance
	r.Signs = []TouchpointEntry{}
	touch := last(g.contacts, g.day, never)
	if touch != never {
		r.Last = dateOf(touch)
	}
	visible := g.circle.Visibility.AtLeast(rapport.VisibilityOrdinary)
	worried := g.circle.Worry.AtLeast(rapport.LevelLow)
	switch {
	case visible == rapport.AnswerYes || worried == rapport.AnswerNo:
		r.Due = rapport.AnswerNo
		g.because(CodeTouchpointNotNeeded, "", 0)
		return
	case visible == rapport.AnswerUnsaid || worried == rapport.AnswerUnsaid:
		g.because(CodeTouchpointUnknown, "", 0)
		return
	}
	every := 7
	if g.circle.Worry.AtLeast(rapport.LevelModerate) == rapport.AnswerYes {
		every = 1
	}
	r.Signs = slices.DeleteFunc(slices.Clone(g.tracker.table().touchpoints), func(e TouchpointEntry) bool {
		return g.circle.Worry.AtLeast(e.Worry) != rapport.AnswerYes
	})
	quiet := g.day - max(touch, g.since)
	if g.since == never {
		quiet = every
	}
	if r.Due = rapport.AnswerOf(quiet >= every); r.Due == rapport.AnswerYes {
		g.warn(WarningReassuranceDue, "", days(quiet))
		g.because(CodeTouchpointDue, "", -2, days(quiet), days(every))
	} else {
		g.because(CodeTouchpointGiven, "", 1, days(quiet))
	}
}
