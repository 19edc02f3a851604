// Package strict is the strict door for JSON: one walk over the bytes and the Go type together that
// lists every problem at its place, and the JSON Schema that the same description of types gives.
//
// What it wants beyond encoding/json: every field known and spelt to the letter, no key twice, nothing
// behind the end, whole numbers without fraction or exponent, arrays of the exact length, base64 without
// line breaks, valid UTF-8, no lone surrogates. Null stands for a pointer's nil, inside json.RawMessage
// and inside any; everywhere else it is a fault, since leaving a field out is how to say nothing.
//
// Pointers are made of known field names and indices. They stop at a map, since its keys may be secret,
// and at json.RawMessage, any and json.Unmarshaler, since their fields are not known here.
package strict

import "reflect"

// Fault is one problem of a document. It never contains a value or an unknown key of the document.
type Fault struct {
	// Pointer is the place as an RFC 6901 pointer; "" is the whole document.
	Pointer string
	// Code is one of Codes, or what a validator or a refusing type named.
	Code string
	// Text is one sentence whose subject is the place ("wants a string, got a number").
	Text string
}

// Error returns place, sentence and code in one line.
func (f Fault) Error() string {
	place := f.Pointer
	if place == "" {
		place = "the whole value"
	}
	return place + ": " + f.Text + " (" + f.Code + ")"
}

// Limits bounds the work of one Decode. A field of 0 or less means its default.
type Limits struct {
	// Bytes is the longest document; the default is 4 MiB. A longer one is not looked into.
	Bytes int
	// Depth is how many arrays and objects may stand in one another; the default is 64, the most 10,000.
	Depth int
	// Faults is the longest list of faults, without the closing one; the default is 1000.
	Faults int
}

const (
	defaultBytes  = 4 << 20
	defaultDepth  = 64
	highestDepth  = 10_000
	defaultFaults = 1000
)

func (l Limits) filled() Limits {
	if l.Bytes <= 0 {
		l.Bytes = defaultBytes
	}
	if l.Depth <= 0 {
		l.Depth = defaultDepth
	}
	l.Depth = min(l.Depth, highestDepth)
	if l.Faults <= 0 {
		l.Faults = defaultFaults
	}
	return l
}

// Decode reads data into what v, a non-nil pointer, points to. It returns every fault, each pointer and
// code once, sorted by pointer (segment by segment, indices as numbers) and code; or none, and only then
// is v changed: its old content is replaced as a whole, and shares no memory with data.
//
// A syntax error ends the walk; after any other fault it goes on with what follows. Where there are more
// faults than the limit, one with the pointer "" and the code json-too-many-faults is added.
//
// Where Go types differ from the obvious: json.RawMessage keeps its bytes as given and any becomes
// map[string]any, []any, string, json.Number, bool or nil, both after every check that needs no type;
// time.Time is in UTC where written with Z and in a fixed zone without a name otherwise, never Local.
//
// Validate, which may be nil, is called with a pointer to every struct and every value of a named type
// that has the right JSON form, innermost first, also where faults stand inside, and to embedded structs
// and map keys. Its pointers are relative to the value. What it finds at or above the place of a fault of
// form is dropped: the value is not there to be judged.
func Decode(data []byte, v any, limits Limits, validate func(v any) []Fault) []Fault {
	limits = limits.filled()
	target := reflect.ValueOf(v)
	if target.Kind() != reflect.Pointer || target.IsNil() {
		return []Fault{plainFault(CodeUnsupportedType)}
	}
	if len(data) > limits.Bytes {
		return []Fault{plainFault(CodeTooLarge)}
	}
	d := decoder{
		lexer:    lexer{data: data},
		shapes:   shapes{},
		levels:   limits.Depth,
		form:     list{limit: limits.Faults},
		judged:   list{limit: limits.Faults},
		validate: validate,
	}
	fresh := reflect.New(target.Type().Elem())
	d.value(fresh.Elem())
	d.end()
	faults := merge(&d.form, &d.judged)
	if len(faults) == 0 {
		target.Elem().Set(fresh.Elem())
	}
	return faults
}
