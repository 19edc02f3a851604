package plan

import "github.com/rapport-go/rapport/internal/scale"

// Function says what a measure does against a threat. The zero value is unknown.
type Function uint8

// The members of Function, in order.
const (
	// FunctionUnknown means not said.
	FunctionUnknown Function = iota
	// FunctionPrevent keeps it from beginning.
	FunctionPrevent
	// FunctionDeter puts the source off.
	FunctionDeter
	// FunctionDetect notices it.
	FunctionDetect
	// FunctionDelay buys time.
	FunctionDelay
	// FunctionRespond acts when it happens.
	FunctionRespond
	// FunctionReassure lets the person feel it.
	FunctionReassure
)

var functionWords = []string{"unknown", "prevent", "deter", "detect", "delay", "respond", "reassure"}

// String returns the word; for a value that is no member, Function(n).
func (f Function) String() string { return scale.String("Function", functionWords, uint8(f)) }

// MarshalText returns the word, or an error for a value that is no member.
func (f Function) MarshalText() ([]byte, error) {
	return scale.Marshal("Function", functionWords, uint8(f))
}

// UnmarshalText accepts a word of the scale, letter for letter.
func (f *Function) UnmarshalText(text []byte) error {
	member, err := scale.Parse("Function", functionWords, text)
	if err == nil {
		*f = Function(member)
	}
	return err
}

// Layer says where a measure works. The zero value is unknown.
type Layer uint8

// The members of Layer, in order.
const (
	// LayerUnknown means not said.
	LayerUnknown Layer = iota
	// LayerUpstream works before and elsewhere: information, law, planning, training.
	LayerUpstream
	// LayerPlace works where and when the exposure happens.
	LayerPlace
)

var layerWords = []string{"unknown", "upstream", "place"}

// String returns the word; for a value that is no member, Layer(n).
func (l Layer) String() string { return scale.String("Layer", layerWords, uint8(l)) }

// MarshalText returns the word, or an error for a value that is no member.
func (l Layer) MarshalText() ([]byte, error) { return scale.Marshal("Layer", layerWords, uint8(l)) }

// UnmarshalText accepts a word of the scale, letter for letter.
func (l *Layer) UnmarshalText(text []byte) error {
	member, err := scale.Parse("Layer", layerWords, text)
	if err == nil {
		*l = Layer(member)
	}
	return err
}

// Scope says what one choice of a measure reaches. The zero value is unknown.
type Scope uint8

// The members of Scope, in order.
const (
	// ScopeUnknown means not said.
	ScopeUnknown Scope = iota
	// ScopeHousehold stands for all people of the brief together, or for one site.
	ScopeHousehold
	// ScopePlace stands at one kind of place of a household or site: its home, its workplace.
	ScopePlace
	// ScopePerson stands for one person or one site, wherever they are.
	ScopePerson
	// ScopeActivity is for one activity of one person, or one post of one site.
	ScopeActivity
)

var scopeWords = []string{"unknown", "household", "place", "person", "activity"}

// String returns the word; for a value that is no member, Scope(n).
func (s Scope) String() string { return scale.String("Scope", scopeWords, uint8(s)) }

// MarshalText returns the word, or an error for a value that is no member.
func (s Scope) MarshalText() ([]byte, error) { return scale.Marshal("Scope", scopeWords, uint8(s)) }

// UnmarshalText accepts a word of the scale, letter for letter.
func (s *Scope) UnmarshalText(text []byte) error {
	member, err := scale.Parse("Scope", scopeWords, text)
	if err == nil {
		*s = Scope(member)
	}
	return err
}

// Cadence says how the hours of an effort are counted. The zero value is unknown.
type Cadence uint8

// The members of Cadence, in order.
const (
	// CadenceUnknown means not said.
	CadenceUnknown Cadence = iota
	// CadenceOnce is spent once and spread over 26 weeks.
	CadenceOnce
	// CadenceWeek is spent every week.
	CadenceWeek
	// CadenceUse is spent each time.
	CadenceUse
)

var cadenceWords = []string{"unknown", "once", "week", "use"}

// String returns the word; for a value that is no member, Cadence(n).
func (c Cadence) String() string { return scale.String("Cadence", cadenceWords, uint8(c)) }

// MarshalText returns the word, or an error for a value that is no member.
func (c Cadence) MarshalText() ([]byte, error) {
	return scale.Marshal("Cadence", cadenceWords, uint8(c))
}

// UnmarshalText accepts a word of the scale, letter for letter.
func (c *Cadence) UnmarshalText(text []byte) error {
	member, err := scale.Parse("Cadence", cadenceWords, text)
	if err == nil {
		*c = Cadence(member)
	}
	return err
}

// Mode says when a measure works. The zero value is unknown.
type Mode uint8

// The members of Mode, in order.
const (
	// ModeUnknown means not said.
	ModeUnknown Mode = iota
	// ModeProactive works before something happens.
	ModeProactive
	// ModeReactive works once something happens.
	ModeReactive
	// ModeBoth does either.
	ModeBoth
)

var modeWords = []string{"unknown", "proactive", "reactive", "both"}

// String returns the word; for a value that is no member, Mode(n).
func (m Mode) String() string { return scale.String("Mode", modeWords, uint8(m)) }

// MarshalText returns the word, or an error for a value that is no member.
func (m Mode) MarshalText() ([]byte, error) { return scale.Marshal("Mode", modeWords, uint8(m)) }

// UnmarshalText accepts a word of the scale, letter for letter.
func (m *Mode) UnmarshalText(text []byte) error {
	member, err := scale.Parse("Mode", modeWords, text)
	if err == nil {
		*m = Mode(member)
	}
	return err
}

// Extent says how far something is done. The zero value is unknown.
type Extent uint8

// The members of Extent, in order.
const (
	// ExtentUnknown means not said.
	ExtentUnknown Extent = iota
	// ExtentNot is not at all.
	ExtentNot
	// ExtentPartly is in some places or in part.
	ExtentPartly
	// ExtentFully is everywhere that it was asked for.
	ExtentFully
)

var extentWords = []string{"unknown", "not", "partly", "fully"}

// String returns the word; for a value that is no member, Extent(n).
func (e Extent) String() string { return scale.String("Extent", extentWords, uint8(e)) }

// MarshalText returns the word, or an error for a value that is no member.
func (e Extent) MarshalText() ([]byte, error) {
	return scale.Marshal("Extent", extentWords, uint8(e))
}

// UnmarshalText accepts a word of the scale, letter for letter.
func (e *Extent) UnmarshalText(text []byte) error {
	member, err := scale.Parse("Extent", extentWords, text)
	if err == nil {
		*e = Extent(member)
	}
	return err
}

// extentOf returns how far n of all are done; unknown of nothing.
func extentOf(n, all int) Extent {
	switch {
	case all == 0:
		return ExtentUnknown
	case n == 0:
		return ExtentNot
	case n < all:
		return ExtentPartly
	default:
		return ExtentFully
	}
}

// RowKind says what a row of a plan demands. The zero value is unknown; Means says each in plain words.
type RowKind uint8

// The members of RowKind, in order.
const (
	// RowKindUnknown means not said.
	RowKindUnknown RowKind = iota
	// RowKindCover is the floor: points of cover.
	RowKindCover
	// RowKindPlace is the part of the cover that works where the harm would happen.
	RowKindPlace
	// RowKindPerson is somebody there who can respond.
	RowKindPerson
	// RowKindKnownPlace is a person who knows the face, or a changed pattern, where the source has been.
	RowKindKnownPlace
	// RowKindPattern is a changed time, door or place where the source knows the hour of a routine.
	RowKindPattern
	// RowKindAnnounced is an advance and one officer beside the person.
	RowKindAnnounced
	// RowKindExpected is a measure that any professional would be faulted for leaving out.
	RowKindExpected
	// RowKindDetect is somebody or something that notices.
	RowKindDetect
	// RowKindRespond is somebody or something that acts.
	RowKindRespond
	// RowKindReassure is something that lets the person feel it.
	RowKindReassure
	// RowKindWish is a measure that a wish of the person asks for.
	RowKindWish
)

var rowKindWords = []string{"unknown", "cover", "place", "person", "known-place", "pattern", "announced", "expected", "detect", "respond", "reassure", "wish"}

// String returns the word; for a value that is no member, RowKind(n).
func (r RowKind) String() string { return scale.String("RowKind", rowKindWords, uint8(r)) }

// MarshalText returns the word, or an error for a value that is no member.
func (r RowKind) MarshalText() ([]byte, error) {
	return scale.Marshal("RowKind", rowKindWords, uint8(r))
}

var rowKindMeans = [...]string{
	RowKindUnknown:    "a demand",
	RowKindCover:      "the floor of cover",
	RowKindPlace:      "the part of the cover at the place",
	RowKindPerson:     "somebody there who can act",
	RowKindKnownPlace: "a face known or a pattern changed",
	RowKindPattern:    "another time, door or place for the routine",
	RowKindAnnounced:  "a visit beforehand and one officer beside",
	RowKindExpected:   "an expected duty",
	RowKindDetect:     "somebody or something that notices",
	RowKindRespond:    "somebody or something that acts",
	RowKindReassure:   "something that reassures",
	RowKindWish:       "what was wished",
}

// Means says in a few plain words what a row of this kind demands, to stand inside a sentence: "the floor
// of cover". For unknown, and for a value that is no member, it is "a demand".
func (r RowKind) Means() string {
	if int(r) < len(rowKindMeans) {
		return rowKindMeans[r]
	}
	return rowKindMeans[RowKindUnknown]
}

// UnmarshalText accepts a word of the scale, letter for letter.
func (r *RowKind) UnmarshalText(text []byte) error {
	member, err := scale.Parse("RowKind", rowKindWords, text)
	if err == nil {
		*r = RowKind(member)
	}
	return err
}

// ChangeKind says what became of a measure. The zero value is unknown.
type ChangeKind uint8

// The members of ChangeKind, in order.
const (
	// ChangeKindUnknown means not said.
	ChangeKindUnknown ChangeKind = iota
	// ChangeKindKept was in force and stays.
	ChangeKindKept
	// ChangeKindReplaced was in force and goes, others do its work.
	ChangeKindReplaced
	// ChangeKindNew comes in.
	ChangeKindNew
	// ChangeKindDropped was in force and goes, and nothing has to do its work.
	ChangeKindDropped
)

var changeKindWords = []string{"unknown", "kept", "replaced", "new", "dropped"}

// String returns the word; for a value that is no member, ChangeKind(n).
func (c ChangeKind) String() string { return scale.String("ChangeKind", changeKindWords, uint8(c)) }

// MarshalText returns the word, or an error for a value that is no member.
func (c ChangeKind) MarshalText() ([]byte, error) {
	return scale.Marshal("ChangeKind", changeKindWords, uint8(c))
}

// UnmarshalText accepts a word of the scale, letter for letter.
func (c *ChangeKind) UnmarshalText(text []byte) error {
	member, err := scale.Parse("ChangeKind", changeKindWords, text)
	if err == nil {
		*c = ChangeKind(member)
	}
	return err
}
