package rapport

import (
	"cmp"
	"errors"
	"slices"
	"strconv"
	"strings"
	"time"
)

// FieldError is one problem of an input: where, which, and a sentence that is fit to be shown. It never
// contains the offending value or an unknown key, since either may be a secret.
type FieldError struct {
	// Pointer is the place in the input as given.
	Pointer Pointer `json:"pointer"`
	// Code is stable and part of the API.
	Code Code `json:"code"`
	// Text is one plain sentence. It may improve; match on Code and Pointer.
	Text string `json:"text"`
}

// Error returns place, sentence and code in one line.
func (e *FieldError) Error() string {
	place := string(e.Pointer)
	if place == "" {
		place = "the whole input"
	}
	return place + ": " + e.Text + " (" + string(e.Code) + ")"
}

// Problems lists every problem of an error, in the order of the input: by pointer, then by code. It
// looks through wrapping and joining. An error of another kind yields nothing; nil yields nothing.
func Problems(err error) []*FieldError {
	var list []*FieldError
	collect(err, &list)
	slices.SortFunc(list, func(a, b *FieldError) int {
		return cmp.Or(a.Pointer.Compare(b.Pointer), cmp.Compare(a.Code, b.Code), cmp.Compare(a.Text, b.Text))
	})
	return slices.CompactFunc(list, func(a, b *FieldError) bool { return *a == *b })
}

func collect(err error, list *[]*FieldError) {
	switch e := err.(type) {
	case nil:
	case *FieldError:
		*list = append(*list, e)
	case interface{ Unwrap() []error }:
		for _, inner := range e.Unwrap() {
			collect(inner, list)
		}
	default:
		collect(errors.Unwrap(err), list)
	}
}

// HasCode reports whether one of the problems of err has this code.
func HasCode(err error, code Code) bool {
	return slices.ContainsFunc(Problems(err), func(p *FieldError) bool { return p.Code == code })
}

// problems is what a set of FieldErrors looks like as one error.
type problems []*FieldError

func (p problems) Error() string {
	var b strings.Builder
	for i, e := range p {
		if i > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(e.Error())
	}
	return b.String()
}

func (p problems) Unwrap() []error {
	list := make([]error, len(p))
	for i, e := range p {
		list[i] = e
	}
	return list
}

// Faults collects problems. The zero value is empty and ready to use; it is not safe for concurrent use.
type Faults struct{ list []*FieldError }

// Add notes one problem.
func (f *Faults) Add(at Pointer, code Code, text string) {
	f.list = append(f.list, &FieldError{Pointer: at, Code: code, Text: text})
}

// Coded notes one problem in the words of its catalogue entry.
func (f *Faults) Coded(at Pointer, entry CodeEntry) { f.Add(at, entry.ID, entry.EN) }

// Join notes all problems of err as seen from root, where the value they speak of stands. An err that
// lists no problems and is not nil is noted as a malformed value without its text, which may be secret.
func (f *Faults) Join(root Pointer, err error) {
	list := Problems(err)
	if len(list) == 0 && err != nil {
		f.Coded(root, floorCode(CodeMalformedValue))
	}
	for _, p := range list {
		f.Add(p.Pointer.Under(root), p.Code, p.Text)
	}
}

// Err returns all problems noted so far as one error, sorted, or nil where there are none.
func (f *Faults) Err() error {
	if len(f.list) == 0 {
		return nil
	}
	sorted := Problems(problems(f.list))
	if len(sorted) == 1 {
		return sorted[0]
	}
	return problems(sorted)
}

// ID notes an ID that is missing or outside its grammar.
func (f *Faults) ID(at Pointer, id ID) {
	switch {
	case id == "":
		f.Coded(at, floorCode(CodeRequired))
	case !id.Valid():
		f.Coded(at, floorCode(CodeMalformedID))
	}
}

// OptionalID notes an ID that is given and outside its grammar.
func (f *Faults) OptionalID(at Pointer, id ID) {
	if id != "" {
		f.ID(at, id)
	}
}

// At notes a moment of judgement that is zero, or whose day, in its own location or in UTC, lies outside
// the years 1 to 9999.
func (f *Faults) At(at Pointer, moment time.Time) {
	switch {
	case moment.IsZero():
		f.Coded(at, floorCode(CodeNoMoment))
	case DateOf(moment).IsZero() || DateOf(moment.UTC()).IsZero():
		f.Coded(at, floorCode(CodeOutOfRange))
	}
}

// Span notes a span that ends before it begins. A zero end is open.
func (f *Faults) Span(at Pointer, from, to time.Time) {
	if !to.IsZero() && to.Before(from) {
		f.Coded(at, floorCode(CodeReversedSpan))
	}
}

// Schema notes a schema word that is not want ("rapport/profile/1"): a higher number with its own code.
// An empty word means the current schema.
func (f *Faults) Schema(at Pointer, got, want string) {
	if got == "" || got == want {
		return
	}
	cut := strings.LastIndexByte(want, '/') + 1
	current, _ := strconv.Atoi(want[cut:])
	if given, err := strconv.Atoi(strings.TrimPrefix(got, want[:cut])); err == nil && strings.HasPrefix(got, want[:cut]) && given > current {
		f.Coded(at, floorCode(CodeSchemaNewer))
		return
	}
	f.Coded(at, floorCode(CodeSchemaOther))
}

// FaultWord notes a word of an open vocabulary that is missing or outside the grammar.
func FaultWord[W ~string](f *Faults, at Pointer, word W) {
	switch {
	case word == "":
		f.Coded(at, floorCode(CodeRequired))
	case !IsWord(word):
		f.Coded(at, floorCode(CodeMalformedWord))
	}
}

// FaultOptionalWord notes a word of an open vocabulary that is given and outside the grammar.
func FaultOptionalWord[W ~string](f *Faults, at Pointer, word W) {
	if word != "" {
		FaultWord(f, at, word)
	}
}

// The codes of errors that every room uses.
const (
	// CodeAfterMoment means that something that counts as known lies after the moment of judgement.
	CodeAfterMoment Code = "rapport/after-moment"
	// CodeDuplicateID means that an ID stands twice in one list.
	CodeDuplicateID Code = "rapport/duplicate-id"
	// CodeMalformedID means that an ID is outside its grammar; a name or an address is.
	CodeMalformedID Code = "rapport/malformed-id"
	// CodeMalformedValue means that a value is not in order.
	CodeMalformedValue Code = "rapport/malformed-value"
	// CodeMalformedWord means that a word is outside the grammar of open vocabularies.
	CodeMalformedWord Code = "rapport/malformed-word"
	// CodeNoCanonicalForm means that a value has no canonical form: a number that JSON cannot carry exactly.
	CodeNoCanonicalForm Code = "rapport/no-canonical-form"
	// CodeNoMoment means that the moment of judgement is missing.
	CodeNoMoment Code = "rapport/no-moment"
	// CodeNotAMember means that a word is not one of a closed scale.
	CodeNotAMember Code = "rapport/not-a-member"
	// CodeOutOfRange means that a number lies outside its stated range.
	CodeOutOfRange Code = "rapport/out-of-range"
	// CodePackBuiltIn means that an entry of a pack would change more of a built-in entry than its wording.
	CodePackBuiltIn Code = "rapport/pack-built-in"
	// CodePackCollision means that two entries of packs have the same word.
	CodePackCollision Code = "rapport/pack-collision"
	// CodePackPlainWord means that a new word of a pack carries no domain.
	CodePackPlainWord Code = "rapport/pack-plain-word"
	// CodePackWording means that a text of a pack promises, blames or uses a word of the trade.
	CodePackWording Code = "rapport/pack-wording"
	// CodeRequired means that something has to be given and is not.
	CodeRequired Code = "rapport/required"
	// CodeReversedSpan means that a span ends before it begins.
	CodeReversedSpan Code = "rapport/reversed-span"
	// CodeSchemaNewer means that the document was written by a later release.
	CodeSchemaNewer Code = "rapport/schema-newer"
	// CodeSchemaOther means that the document is of another kind.
	CodeSchemaOther Code = "rapport/schema-other"
	// CodeUnknownID means that an ID points to nothing in the input.
	CodeUnknownID Code = "rapport/unknown-id"
	// CodeUnknownWord means that the engine does not know a word.
	CodeUnknownWord Code = "rapport/unknown-word"
)

// floorCodes lists the error codes of this package that are not the strict reader's, sorted.
var floorCodes = []CodeEntry{
	{CodeAfterMoment, "error", "A fact is dated after the moment of judgement.", "lies after the moment that is asked about"},
	{CodeDuplicateID, "error", "An ID stands twice in one list.", "stands here a second time"},
	{CodeMalformedID, "error", "An ID is outside its grammar, as a name or an address would be.", "is not an ID: up to 64 letters, digits and . _ : -"},
	{CodeMalformedValue, "error", "A value is not in order.", "is not in order"},
	{CodeMalformedWord, "error", "A word is outside the grammar of open vocabularies.", "is not a word: lower-kebab, or a vendor's domain, a slash and lower-kebab"},
	{CodeNoCanonicalForm, "error", "A value has no canonical form.", "holds a number that JSON cannot carry exactly"},
	{CodeNoMoment, "error", "The moment of judgement is missing.", "is missing: the moment to judge at"},
	{CodeNotAMember, "error", "A word is not one of a closed scale.", "is not a word of this scale"},
	{CodeOutOfRange, "error", "A number or a scale's value lies outside its stated range.", "lies outside its range"},
	{CodePackBuiltIn, "error", "An entry of a pack would change more of a built-in entry than its wording.", "would change a built-in entry, of which only the wording may be replaced"},
	{CodePackCollision, "error", "Two entries or two packs have the same word.", "stands in another place as well"},
	{CodePackPlainWord, "error", "A pack's new word, or its name, carries no domain.", "needs a domain in front, as every word of a pack does"},
	{CodePackWording, "error", "A text of a pack promises, blames or uses a word of the trade.", "promises, blames or uses a word of the trade; word it otherwise"},
	{CodeRequired, "error", "Something that has to be given is missing.", "has to be given"},
	{CodeReversedSpan, "error", "A span ends before it begins.", "ends before it begins"},
	{CodeSchemaNewer, "error", "A stored document was written by a later release.", "was written by a later release"},
	{CodeSchemaOther, "error", "A stored document is of another kind.", "is a document of another kind"},
	{CodeUnknownID, "error", "An ID points to nothing in the input.", "points to nothing in this input"},
	{CodeUnknownWord, "error", "The engine does not know a word of an open vocabulary.", "is not known here"},
}

func floorCode(code Code) CodeEntry {
	entry, _ := FindCode(floorCodes, code)
	return entry
}

// UnknownWord notes a word that the engine does not know.
func (f *Faults) UnknownWord(at Pointer) { f.Coded(at, floorCode(CodeUnknownWord)) }

// UnknownID notes an ID that points to nothing in the input.
func (f *Faults) UnknownID(at Pointer) { f.Coded(at, floorCode(CodeUnknownID)) }

// DuplicateID notes an ID that stands twice in one list.
func (f *Faults) DuplicateID(at Pointer) { f.Coded(at, floorCode(CodeDuplicateID)) }

// Required notes something that has to be given and is not.
func (f *Faults) Required(at Pointer) { f.Coded(at, floorCode(CodeRequired)) }

// OutOfRange notes a value outside its stated range.
func (f *Faults) OutOfRange(at Pointer) { f.Coded(at, floorCode(CodeOutOfRange)) }

// AfterMoment notes a fact that is dated after the moment of judgement.
func (f *Faults) AfterMoment(at Pointer) { f.Coded(at, floorCode(CodeAfterMoment)) }

// JoinEach notes the problems of every element of a list, each at its place, and the IDs that stand there
// twice.
func JoinEach[T interface{ Validate() error }](f *Faults, list Pointer, elements []T, id func(T) ID) {
	seen := make(map[ID]bool, len(elements))
	for i, element := range elements {
		if err := element.Validate(); err != nil {
			f.Join(list.Index(i), err)
		}
		if key := id(element); key != "" && seen[key] {
			f.DuplicateID(list.Index(i).Child("id"))
		} else {
			seen[key] = true
		}
	}
}
