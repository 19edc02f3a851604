package trust

import (
	"encoding"
	"slices"
	"time"

	"github.com/rapport-go/rapport"
)

// Signal is one dated observation that bears on trust. It holds no name and no text: what was said stays
// where it was written down. The zero value lacks its ID, kind, audience, source and moment.
type Signal struct {
	// ID is the app's key of the observation; the same one twice counts once.
	ID rapport.ID `json:"id"`
	// Kind says what was observed.
	Kind Kind `json:"kind"`
	// Audience says whose trust it bears on.
	Audience rapport.Audience `json:"audience"`
	// Source says who reported it.
	Source Source `json:"source"`
	// At is when it happened; for a breach, when the other side learned of it.
	At time.Time `json:"at"`
	// Item is what it refers to: a promise, a matter raised, a failing, a change of person, the clause of a
	// limit that was told. Reports of one kind about one item within a week count once, at the highest
	// weight. Signals with an item are kept one by one, so give one only where something refers to it.
	Item rapport.ID `json:"item,omitzero"`
	// Evidence is a record that supports it. With one, an officer's own report of something that can be
	// checked counts as a record.
	Evidence rapport.ID `json:"evidence,omitzero"`
	// Severity says how grave a matter is that was raised; where a loop begins with it unsaid, moderate is
	// read. Other signals have none.
	Severity rapport.Level `json:"severity,omitzero"`
	// Due is when the next step was promised, or when a person leaves. Zero means the usual time.
	Due time.Time `json:"due,omitzero"`
	// Extensions carries vendor data. A ledger keeps it where it keeps the signal.
	Extensions rapport.Extensions `json:"extensions,omitzero"`
}

// Validate reports problems of shape. Words are checked by the engine that knows them.
func (s Signal) Validate() error {
	var f rapport.Faults
	f.ID("/id", s.ID)
	rapport.FaultWord(&f, "/kind", s.Kind)
	memberGiven(&f, "/audience", s.Audience == rapport.AudienceUnknown, s.Audience)
	memberGiven(&f, "/source", s.Source == SourceUnknown, s.Source)
	if s.At.IsZero() {
		f.Required("/at")
	} else {
		f.At("/at", s.At)
	}
	f.OptionalID("/item", s.Item)
	f.OptionalID("/evidence", s.Evidence)
	member(&f, "/severity", s.Severity)
	f.Join("/extensions", s.Extensions.Validate())
	return f.Err()
}

// CheckSignal reports problems of shape, words that this tracker does not know, kinds that do not bear on
// the relationship (the text says why), and kinds that do not go with the audience.
func (t Tracker) CheckSignal(s Signal) error {
	var f rapport.Faults
	t.checkSignal(&f, "", &s)
	return f.Err()
}

// inOrder returns the entry of the signal's kind, and nil where something is out of order.
func (t Tracker) inOrder(s *Signal) *KindEntry {
	entry := t.table().kind(s.Kind)
	if entry == nil || !wellFormed(s) || !slices.Contains(entry.Audiences, s.Audience) || s.Kind == KindLimitBitDisclosed && s.Item == "" {
		return nil
	}
	return entry
}

// checkSignal notes what is out of order and returns the entry of the signal's kind.
func (t Tracker) checkSignal(f *rapport.Faults, at rapport.Pointer, s *Signal) *KindEntry {
	if entry := t.inOrder(s); entry != nil {
		return entry
	}
	f.Join(at, s.Validate())
	entry := t.table().kind(s.Kind)
	switch {
	case !rapport.IsWord(s.Kind):
	case entry == nil:
		f.UnknownWord(at.Child("kind"))
	case entry.Direction == DirectionRefused:
		f.Add(at.Child("kind"), CodeNotOfTheRelationship, codeEntry(CodeNotOfTheRelationship).EN+": "+entry.EN.Means)
	case s.Audience != rapport.AudienceUnknown && !slices.Contains(entry.Audiences, s.Audience):
		f.Coded(at.Child("audience"), codeEntry(CodeOtherAudience))
	}
	if s.Kind == KindLimitBitDisclosed && s.Item == "" {
		f.Required(at.Child("item"))
	}
	return entry
}

// wellFormed is Validate without its list, for the common case of a signal that is in order.
func wellFormed(s *Signal) bool {
	return s.ID.Valid() && (s.Item == "" || s.Item.Valid()) && (s.Evidence == "" || s.Evidence.Valid()) &&
		s.Source != SourceUnknown && int(s.Source) < len(sourceWords) && s.Severity.Higher(rapport.LevelSevere) == rapport.LevelSevere &&
		inYears(s.At) && len(s.Extensions) == 0
}

// inYears reports whether a moment lies safely inside the years 2 to 9998.
func inYears(moment time.Time) bool {
	const first, last = -62_104_060_800, 253_370_678_400 // 0002-01-02 and 9998-12-31
	seconds := moment.Unix()
	return seconds >= first && seconds < last
}

// subject returns what other signals refer to when they speak of this one.
func (s *Signal) subject() rapport.ID {
	if s.Item != "" {
		return s.Item
	}
	return s.ID
}

// member notes a value that is no member of its scale.
func member(f *rapport.Faults, at rapport.Pointer, value encoding.TextMarshaler) {
	if _, err := value.MarshalText(); err != nil {
		f.OutOfRange(at)
	}
}

// memberGiven notes a value that is missing or no member of its scale.
func memberGiven(f *rapport.Faults, at rapport.Pointer, missing bool, value encoding.TextMarshaler) {
	if missing {
		f.Required(at)
	}
	member(f, at, value)
}
