package plan

import "github.com/rapport-go/rapport/internal/scale"

// Whom says for whom a work is done. The zero value is unknown.
type Whom uint8

// The members of Whom, in order.
const (
	// WhomUnknown means not said.
	WhomUnknown Whom = iota
	// WhomHousehold is all people of the watch together: their home, staff and cars.
	WhomHousehold
	// WhomPerson is each person.
	WhomPerson
	// WhomSite is each site.
	WhomSite
)

var whomWords = []string{"unknown", "household", "person", "site"}

// String returns the word; for a value that is no member, Whom(n).
func (w Whom) String() string { return scale.String("Whom", whomWords, uint8(w)) }

// MarshalText returns the word, or an error for a value that is no member.
func (w Whom) MarshalText() ([]byte, error) {
	return scale.Marshal("Whom", whomWords, uint8(w))
}

// UnmarshalText accepts a word of the scale, letter for letter.
func (w *Whom) UnmarshalText(text []byte) error {
	member, err := scale.Parse("Whom", whomWords, text)
	if err == nil {
		*w = Whom(member)
	}
	return err
}

// Severity says how easily a weak point could be used. The zero value is unknown.
type Severity uint8

// The members of Severity, in order.
const (
	// SeverityUnknown means not said.
	SeverityUnknown Severity = iota
	// SeverityTidyUp is something to put in order.
	SeverityTidyUp
	// SeverityNeedsSkill could be used by somebody with skill and time.
	SeverityNeedsSkill
	// SeverityEasy could be used by anybody who tries.
	SeverityEasy
	// SeverityTonight could be used tonight.
	SeverityTonight
)

var severityWords = []string{"unknown", "tidy-up", "needs-skill", "easy", "tonight"}

// String returns the word; for a value that is no member, Severity(n).
func (s Severity) String() string { return scale.String("Severity", severityWords, uint8(s)) }

// MarshalText returns the word, or an error for a value that is no member.
func (s Severity) MarshalText() ([]byte, error) {
	return scale.Marshal("Severity", severityWords, uint8(s))
}

// UnmarshalText accepts a word of the scale, letter for letter.
func (s *Severity) UnmarshalText(text []byte) error {
	member, err := scale.Parse("Severity", severityWords, text)
	if err == nil {
		*s = Severity(member)
	}
	return err
}

var severityMeans = [...]string{
	SeverityUnknown:    "a weak point",
	SeverityTidyUp:     "something to put in order",
	SeverityNeedsSkill: "something that takes skill to use",
	SeverityEasy:       "something that anybody could use",
	SeverityTonight:    "something that could be used tonight",
}

// Means says in a few plain words what a severity is, to stand inside a sentence. For unknown, and for a
// value that is no member, it is "a weak point".
func (s Severity) Means() string {
	if int(s) < len(severityMeans) {
		return severityMeans[s]
	}
	return severityMeans[SeverityUnknown]
}

// DueState says how something stands that has a date. The zero value is unknown.
type DueState uint8

// The members of DueState, in order.
const (
	// DueStateUnknown means not said.
	DueStateUnknown DueState = iota
	// DueStateDone is done or closed, and has no next date.
	DueStateDone
	// DueStateAccepted is left as it is by somebody who may decide that, until a day.
	DueStateAccepted
	// DueStateAhead has its date ahead.
	DueStateAhead
	// DueStateDue has its date today.
	DueStateDue
	// DueStateOverdue has its date behind it.
	DueStateOverdue
)

var dueStateWords = []string{"unknown", "done", "accepted", "ahead", "due", "overdue"}

// String returns the word; for a value that is no member, DueState(n).
func (d DueState) String() string { return scale.String("DueState", dueStateWords, uint8(d)) }

// MarshalText returns the word, or an error for a value that is no member.
func (d DueState) MarshalText() ([]byte, error) {
	return scale.Marshal("DueState", dueStateWords, uint8(d))
}

// UnmarshalText accepts a word of the scale, letter for letter.
func (d *DueState) UnmarshalText(text []byte) error {
	member, err := scale.Parse("DueState", dueStateWords, text)
	if err == nil {
		*d = DueState(member)
	}
	return err
}

// ActionKind says what asks for an action. The zero value is unknown.
type ActionKind uint8

// The members of ActionKind, in order.
const (
	// ActionKindUnknown means not said.
	ActionKindUnknown ActionKind = iota
	// ActionKindSign answers an early warning.
	ActionKindSign
	// ActionKindFinding closes what a work has found.
	ActionKindFinding
	// ActionKindWork does a work of the programme.
	ActionKindWork
	// ActionKindAnswer tells whoever reported what came of it.
	ActionKindAnswer
)

var actionKindWords = []string{"unknown", "sign", "finding", "work", "answer"}

// String returns the word; for a value that is no member, ActionKind(n).
func (a ActionKind) String() string { return scale.String("ActionKind", actionKindWords, uint8(a)) }

// MarshalText returns the word, or an error for a value that is no member.
func (a ActionKind) MarshalText() ([]byte, error) {
	return scale.Marshal("ActionKind", actionKindWords, uint8(a))
}

// UnmarshalText accepts a word of the scale, letter for letter.
func (a *ActionKind) UnmarshalText(text []byte) error {
	member, err := scale.Parse("ActionKind", actionKindWords, text)
	if err == nil {
		*a = ActionKind(member)
	}
	return err
}
