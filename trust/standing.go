package trust

import (
	"strconv"
	"time"

	"github.com/rapport-go/rapport"
)

// Standing is how a relationship stands with one audience on a day. It is about the relationship: it says
// nothing about any one officer and is not fit for grading anybody. All lists are non-nil.
type Standing struct {
	// Relationship is the ledger's ID; empty where there was none.
	Relationship rapport.ID `json:"relationship,omitzero"`
	// Audience is whose trust it is.
	Audience rapport.Audience `json:"audience"`
	// On is the UTC day of the moment that was asked about; signals of that whole day count.
	On rapport.Date `json:"on"`
	// State is where trust is, in one word.
	State State `json:"state"`
	// Near is the state on the other side of a border that is less than 0.03 away; unknown where none is.
	Near State `json:"near,omitzero"`
	// Value is where trust is, from 0 to 1, held down by what Reasons name. In state unknown it means
	// nothing.
	Value float64 `json:"value"`
	// Unheld is the value before anything held it down.
	Unheld float64 `json:"unheld"`
	// Overall is the opinion over all dimensions.
	Overall Opinion `json:"overall"`
	// Evidence is how much there is behind it, in points after forgetting; a kept promise is half a point.
	Evidence float64 `json:"evidence"`
	// Dimensions are the seven sides, in the order of the scale.
	Dimensions []DimensionStanding `json:"dimensions"`
	// Since is the day of the first signal; zero where there is none.
	Since rapport.Date `json:"since,omitzero"`
	// Trend is where it is going.
	Trend Trend `json:"trend"`
	// Slowly is yes where the change shows only over 90 days; unsaid where Trend is unknown.
	Slowly rapport.Answer `json:"slowly,omitzero"`
	// Change is the value now less that of 30 days ago, of 90 where Slowly is yes; 0 where Trend is unknown.
	Change float64 `json:"change"`
	// Alarm tells a change in the weekly signals, which shows before the value does.
	Alarm Alarm `json:"alarm,omitzero"`
	// Movers are the kinds of signal of the last 30 days that moved the value, the strongest first.
	Movers []Mover `json:"movers"`
	// Repairs are the failings to be mended, breaches first, then by day and item.
	Repairs []Repair `json:"repairs"`
	// Warnings are what a professional would speak up about, the most urgent first, then by word.
	Warnings []Warning `json:"warnings"`
	// Guidance is what follows for the work.
	Guidance Guidance `json:"guidance"`
	// Reasons say why, in order. Their paths lie below the standing.
	Reasons []rapport.Reason `json:"reasons"`
	// MadeWith lists the catalogues used.
	MadeWith []rapport.Edition `json:"made_with"`
}

// DimensionStanding is the opinion of one side of the service.
type DimensionStanding struct {
	// Dimension is the side.
	Dimension Dimension `json:"dimension"`
	// Opinion is what the evidence says of it.
	Opinion Opinion `json:"opinion"`
	// For is the evidence for, in points after forgetting and saturation.
	For float64 `json:"for"`
	// Against is the evidence against, in points after forgetting, weighed.
	Against float64 `json:"against"`
}

// Guidance is what follows from a state for the work and for other packages.
type Guidance struct {
	// ExplainMore is yes where every measure should be explained in full.
	ExplainMore rapport.Answer `json:"explain_more"`
	// IntrusiveStep is no where a new intrusive step is proposed only to keep a floor.
	IntrusiveStep rapport.Answer `json:"intrusive_step"`
	// Cooperation is how far help from the other side can be counted on in an emergency.
	Cooperation rapport.Level `json:"cooperation"`
	// Do is what a professional does in this state.
	Do string `json:"do"`
	// Expect says the cooperation in words.
	Expect string `json:"expect"`
	// First is the one thing to do next: what the first warning asks for, or the state.
	First string `json:"first"`
}

// Assess reads signals with the standard tracker; see [Tracker.Assess].
func Assess(signals []Signal, audience rapport.Audience, at time.Time) (Standing, error) {
	return Tracker{}.Assess(signals, audience, at)
}

// Assess says how the relationship stands with an audience as of a moment, given all signals. The moment
// stands for its UTC day. Signals of later days are left out, and the reasons say so: the same list
// answers for any day in the past. It equals [Tracker.Gather] and [Tracker.Standing] to the last bit. An
// error lists every signal that is out of shape, unknown, or does not bear on the relationship.
func (t Tracker) Assess(signals []Signal, audience rapport.Audience, at time.Time) (Standing, error) {
	var f rapport.Faults
	f.At("/at", at)
	memberGiven(&f, "/audience", audience == rapport.AudienceUnknown, audience)
	l := t.gather(&f, signals, false)
	if err := f.Err(); err != nil {
		return Standing{}, err
	}
	return t.standing(&l, audience, at), nil
}

// Standing says how the relationship stands with an audience as of a moment. The moment stands for its
// UTC day; what was recorded for later days is left out, and the reasons say so. A moment before what is
// folded is an error, for what was is no longer told apart.
func (t Tracker) Standing(l Ledger, audience rapport.Audience, at time.Time) (Standing, error) {
	var f rapport.Faults
	t.checkQuery(&f, &l, audience, at)
	if err := f.Err(); err != nil {
		return Standing{}, err
	}
	return t.standing(&l, audience, at), nil
}

// checkQuery notes what keeps a ledger from answering for an audience at a moment.
func (t Tracker) checkQuery(f *rapport.Faults, l *Ledger, audience rapport.Audience, at time.Time) {
	f.At("/at", at)
	memberGiven(f, "/audience", audience == rapport.AudienceUnknown, audience)
	t.checkLedger(f, "/ledger", *l)
	if f.Err() != nil {
		return
	}
	for _, o := range l.Opening {
		if o.Audience == audience && t.foldable(l, audience, dayAt(at)) < dayOf(o.Through) {
			f.Coded("/at", codeEntry(CodeBeforeOpening))
		}
	}
}

// checkLedger notes problems of shape and words that this tracker does not know.
func (t Tracker) checkLedger(f *rapport.Faults, at rapport.Pointer, l Ledger) {
	f.Join(at, l.Validate())
	known := func(at rapport.Pointer, word Kind) {
		if rapport.IsWord(word) && t.table().kind(word) == nil {
			f.UnknownWord(at.Child("kind"))
		}
	}
	for i, o := range l.Opening {
		for j, b := range o.Balances {
			known(at.Child("opening").Index(i).Child("balances").Index(j), b.Kind)
		}
	}
	for i, tally := range l.Tallies {
		if t.table().kind(tally.Kind) == nil {
			known(at.Child("tallies").Index(i), tally.Kind)
		}
	}
	for i := range l.Kept {
		if t.table().kind(l.Kept[i].Kind) == nil {
			known(at.Child("kept").Index(i), l.Kept[i].Kind)
		}
	}
}

// standing puts the answer together; the ledger and the question are in order.
func (t Tracker) standing(l *Ledger, audience rapport.Audience, at time.Time) Standing {
	v := t.look(l, audience, at)
	m := v.on(v.day)
	s := Standing{
		Relationship: l.ID, Audience: audience, On: dateOf(v.day), Value: m.value.float(), Unheld: m.overall.p.float(),
		Overall: m.overall.out(m.base), Evidence: (m.overall.r + m.overall.s).float(), MadeWith: t.Editions(),
	}
	if v.since != never {
		s.Since = dateOf(v.since)
	}
	c := conclusion{view: v, moment: &m, ledger: l, standing: &s}
	c.state()
	c.hold()
	c.dimensions()
	c.trend()
	c.movers()
	c.context()
	s.Repairs = v.repairs(&m)
	for _, r := range s.Repairs {
		c.reasons = append(c.reasons, r.Reasons...)
	}
	s.Warnings = c.warnings()
	c.guidance()
	s.Reasons = rapport.SortReasons(c.reasons)
	return s
}

// conclusion is a standing being put together, with its reasons.
type conclusion struct {
	*view
	moment   *moment
	ledger   *Ledger
	standing *Standing
	reasons  []rapport.Reason
}

func (c *conclusion) because(code rapport.Code, subject rapport.Path, weight int8, args ...string) {
	c.reasons = append(c.reasons, codeEntry(code).Reason(subject, weight, args...))
}

// hold says what holds the value down.
func (c *conclusion) hold() {
	h := c.moment.held
	switch h.code {
	case "":
	case CodeHeldWeakest:
		c.because(h.code, rapport.Path("/dimensions").Element(h.dimension.String()), -2, h.dimension.String())
	case CodeHeldBreachOpen, CodeHeldBreachMending, CodeHeldBreachRepaired:
		c.because(h.code, rapport.Path("/repairs").Element(string(h.subject)), -3)
	default:
		c.because(h.code, "", -2)
	}
}

// dimensions lists the seven sides. Three of them always stand among the reasons: privacy kept,
// professional conduct, feedback acted on.
func (c *conclusion) dimensions() {
	for d := DimensionConsistency; int(d) < len(dimensionWords); d++ {
		o := c.moment.dimension(d)
		c.standing.Dimensions = append(c.standing.Dimensions, DimensionStanding{d, o.out(c.moment.base), o.r.float(), o.s.float()})
		at := rapport.Path("/dimensions").Element(d.String())
		switch d {
		case DimensionDiscretion:
			c.because(CodePartPrivacy, at, leaning(o), inWords(o))
		case DimensionProfessionalism:
			c.because(CodePartProfessional, at, leaning(o), inWords(o))
		case DimensionResponsiveness:
			c.because(CodePartFeedback, at, leaning(o), inWords(o))
		case DimensionUnknown, DimensionConsistency, DimensionReliability, DimensionCommunication, DimensionEmpathy:
		}
	}
}

func leaning(o opinion) int8 {
	switch {
	case o.u > one*6/10:
		return 0
	case o.p >= one/2:
		return 1
	}
	return -1
}

// inWords says what an opinion says, so that split and unknown do not read alike.
func inWords(o opinion) string {
	switch {
	case o.r == 0 && o.s == 0:
		return "nothing is known"
	case o.u > one*6/10:
		return "little is known"
	case o.b > one*3/10 && o.d > one*3/10:
		return "strong signs both ways"
	case o.p >= one*7/10:
		return "it speaks for us"
	case o.p >= one/2:
		return "more for us than against"
	}
	return "it speaks against us"
}

// context says what else has to be known to read the answer.
func (c *conclusion) context() {
	if c.numbers != (Numbers{}).orStandard() {
		c.because(CodeOwnNumbers, "", 1)
	}
	if c.later > 0 {
		c.because(CodeLaterLeftOut, "", 0, decimal(c.later))
	}
	if c.dependent > 0 {
		c.because(CodeDependentReports, "", 0, strconv.Itoa(c.dependent))
	}
	if c.since == never {
		return
	}
	if silence := c.day - c.moment.contact; silence > c.audience.Grace {
		c.because(CodeSilence, "", -1, strconv.Itoa(silence))
	}
	for _, e := range c.recent(windowOutside) {
		if e.kind.Direction == DirectionExternal {
			c.because(CodeOutsideEvent, rapport.Path("/outside").Element(string(e.kept.ID)), 1, e.kind.EN.Name)
		}
	}
}

// recent returns the events of the last days.
func (v *view) recent(days int) []event {
	return v.between(v.day-days, v.day)
}

// between returns the events after one day and up to another.
func (v *view) between(after, through int) []event {
	first, end := 0, len(v.events)
	for end > 0 && v.events[end-1].day > through {
		end--
	}
	for first = end; first > 0 && v.events[first-1].day > after; {
		first--
	}
	return v.events[first:end]
}

// guidance looks up what follows from the state.
func (c *conclusion) guidance() {
	for _, entry := range standardStates {
		if entry.ID == c.standing.State {
			c.standing.Guidance = Guidance{ExplainMore: entry.Explain, IntrusiveStep: entry.Intrusive, Cooperation: entry.Cooperation,
				Do: entry.EN.Do, Expect: entry.EN.Cooperation, First: entry.EN.Do}
		}
	}
	if len(c.standing.Warnings) > 0 {
		c.standing.Guidance.First = c.standing.Warnings[0].Next
	}
}
