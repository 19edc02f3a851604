package plan

import (
	"cmp"
	"slices"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
)

// Refusal is a decision to go without something: without one measure, or without one demand of the plan.
// It is followed from its day on until the day it is asked again, and only where those who decided have
// the right to: for a measure those who decide about measures, for a demand those who decide below the
// floor.
type Refusal struct {
	// ID is unique in the brief's refusals.
	ID rapport.ID `json:"id"`
	// Person is the person or site it is for.
	Person rapport.ID `json:"person"`
	// Measure is what is refused, with all that the person would call the same thing again; a lighter form
	// of it stays open. Empty where a demand is refused.
	Measure MeasureID `json:"measure,omitzero"`
	// Kind is the demand that is given up; unknown where a measure is refused.
	Kind RowKind `json:"kind,omitzero"`
	// Threat narrows a demand to one threat; empty means every one.
	Threat rapport.ID `json:"threat,omitzero"`
	// Activity narrows it to one activity or post; empty means every one.
	Activity rapport.ID `json:"activity,omitzero"`
	// By lists those who decided. Where several have to agree, all of them.
	By []rapport.ID `json:"by"`
	// On is the day it was decided.
	On rapport.Date `json:"on"`
	// Until is the day from which it is asked again.
	Until rapport.Date `json:"until"`
}

// Validate reports problems of shape.
func (r Refusal) Validate() error {
	var f rapport.Faults
	f.ID("/id", r.ID)
	f.ID("/person", r.Person)
	rapport.FaultOptionalWord(&f, "/measure", r.Measure)
	f.OptionalID("/threat", r.Threat)
	f.OptionalID("/activity", r.Activity)
	if _, err := r.Kind.MarshalText(); err != nil {
		f.OutOfRange("/kind")
	}
	switch {
	case r.Measure == "" && r.Kind == RowKindUnknown:
		f.Required("/measure")
	case r.Measure != "" && r.Kind != RowKindUnknown:
		f.Coded("/kind", codeEntry(CodeRefusalOfBoth))
	case r.Measure != "" && r.Threat != "":
		f.Coded("/threat", codeEntry(CodeRefusalOfBoth))
	}
	if len(r.By) == 0 {
		f.Required("/by")
	}
	for i, id := range r.By {
		f.ID(rapport.Pointer("/by").Index(i), id)
	}
	if r.On == (rapport.Date{}) {
		f.Required("/on")
	}
	if r.Until == (rapport.Date{}) {
		f.Required("/until")
	} else if r.Until.Compare(r.On) <= 0 {
		f.OutOfRange("/until")
	}
	return f.Err()
}

// RefusalAnswer says what became of one refusal.
type RefusalAnswer struct {
	// Refusal is which.
	Refusal rapport.ID `json:"refusal"`
	// Person is the person or site it is for.
	Person rapport.ID `json:"person"`
	// Followed says whether the plan follows it; unsaid where its day has not come yet.
	Followed rapport.Answer `json:"followed"`
	// Rows lists the demands that are not met because of it, sorted.
	Rows []rapport.ID `json:"rows"`
	// Reasons say why, in order.
	Reasons []rapport.Reason `json:"reasons"`
}

// refusal is one refusal of the brief and whether it holds at the moment.
type refusal struct {
	Refusal
	followed rapport.Answer
	reason   rapport.Reason
	family   []MeasureID // what it keeps away
	rows     []rapport.ID
}

func (r *refusal) path() rapport.Path { return rapport.Path("/refusals").Element(string(r.ID)) }

// readRefusals finds which refusals hold.
func (c *composition) readRefusals() {
	today := rapport.DateOf(c.at)
	for _, given := range c.brief.Refusals {
		r := &refusal{Refusal: given, followed: rapport.AnswerNo}
		c.refusals = append(c.refusals, r)
		s := c.subject(given.Person)
		matter := client.MatterMeasures
		if given.Kind != RowKindUnknown {
			matter = client.MatterBelowFloor
		}
		decider := c.brief.Mandate.Decides(matter, s.profile)
		missing := slices.ContainsFunc(decider.By, func(id rapport.ID) bool { return !slices.Contains(given.By, id) })
		switch {
		case given.On.Compare(today) > 0:
			r.followed, r.reason = rapport.AnswerUnsaid, because(CodeRefusalAhead, r.path(), 1, given.On.String())
		case given.Until.Compare(today) <= 0:
			r.reason = because(CodeRefusalOver, r.path(), 3, given.Until.String())
		case len(decider.By) == 0 || missing:
			r.reason = because(CodeRefusalNotTheirs, r.path(), 3)
		default:
			r.followed, r.reason = rapport.AnswerYes, because(CodeRefusalFollowed, r.path(), 3, given.Until.String())
		}
		if given.Measure != "" {
			r.family = c.variantsOf(given.Measure)
		}
	}
	slices.SortFunc(c.refusals, func(a, b *refusal) int { return cmp.Compare(a.ID, b.ID) })
}

// variantsOf lists a measure and what a person would call the same thing again, lighter forms of it apart.
func (c *composition) variantsOf(word MeasureID) []MeasureID {
	refused, _ := c.table().measure(word)
	list := []MeasureID{word}
	for _, m := range c.table().measures {
		same := slices.ContainsFunc(m.Variants, func(v Variant) bool { return slices.Contains(refused.Variants, v) })
		if same && m.ID != word && !slices.Contains(m.LighterFormOf, word) {
			list = append(list, m.ID)
		}
	}
	return list
}

// refusing lists the refusals that keep a column away from somebody it touches, by ID.
func (c *composition) refusing(k *column) []*refusal {
	var list []*refusal
	for _, r := range c.refusals {
		if r.followed != rapport.AnswerYes || !slices.Contains(r.family, k.measure.ID) {
			continue
		}
		if slices.ContainsFunc(k.cells, func(x *cell) bool { return x.subject.id == r.Person && (r.Activity == "" || r.Activity == x.id()) }) {
			list = append(list, r)
		}
	}
	return list
}

// givenUp returns the refusal that gives up a row; nil where none does.
func (c *composition) givenUp(r *row) *refusal {
	for _, x := range c.refusals {
		if x.followed == rapport.AnswerYes && x.Kind == r.Kind && x.Person == r.Person && (x.Threat == "" || x.Threat == r.Threat) &&
			(x.Activity == "" || x.Activity == r.Activity) {
			return x
		}
	}
	return nil
}

// refused says what became of each refusal.
func (c *composition) refused() []RefusalAnswer {
	list := []RefusalAnswer{}
	for _, r := range c.refusals {
		list = append(list, RefusalAnswer{Refusal: r.ID, Person: r.Person, Followed: r.followed, Rows: sorted(r.rows), Reasons: []rapport.Reason{r.reason}})
	}
	return list
}
