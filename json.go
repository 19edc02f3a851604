package rapport

import (
	"cmp"
	"crypto/sha256"
	"encoding"
	"encoding/hex"
	"reflect"
	"slices"
	"strings"

	"github.com/rapport-go/rapport/internal/canonical"
	"github.com/rapport-go/rapport/internal/strict"
)

// The limits of [Decode].
const (
	// MaxBytes is the longest document that is read.
	MaxBytes = 4 << 20
	// MaxDepth is how many arrays and objects may stand in one another.
	MaxDepth = 64
	// MaxProblems is how many problems are listed; where there are more, one more says so.
	MaxProblems = 1000
)

// Decode reads JSON strictly into what v, a non-nil pointer, points to. Unknown fields, keys that stand
// twice or differ only in capitals, trailing data, wrong types, malformed words, dates and times, and
// whatever the Validate method of any nested value finds are all reported at once, each at its place;
// [Problems] lists them. Only where there is none is v changed, and then as a whole; it shares no memory
// with data. A moment keeps its offset and is never in the machine's zone.
func Decode(data []byte, v any) error {
	found := strict.Decode(data, v, strict.Limits{Bytes: MaxBytes, Depth: MaxDepth, Faults: MaxProblems}, validate)
	var f Faults
	for _, fault := range found {
		code := fault.Code
		if !strings.Contains(code, "/") {
			code = "rapport/" + code
		}
		f.Add(Pointer(fault.Pointer), Code(code), fault.Text)
	}
	return f.Err()
}

// validate asks a nested value for its own problems.
func validate(v any) []strict.Fault {
	own, ok := v.(interface{ Validate() error })
	if !ok {
		return nil
	}
	err := own.Validate()
	list := Problems(err)
	if len(list) == 0 && err != nil {
		return []strict.Fault{{Code: string(CodeMalformedValue), Text: floorCode(CodeMalformedValue).EN}}
	}
	faults := make([]strict.Fault, len(list))
	for i, p := range list {
		faults[i] = strict.Fault{Pointer: string(p.Pointer), Code: string(p.Code), Text: p.Text}
	}
	return faults
}

// SchemaOf returns the JSON Schema (draft 2020-12) of what [Decode] reads into a value of v's type: the
// same fields, the words of closed scales, the grammar of IDs. The same type gives the same bytes.
func SchemaOf(v any) ([]byte, error) {
	return strict.Schema(reflect.TypeOf(v), strict.SchemaOptions{Enum: membersOf, Pattern: patternOf})
}

// membersOf lists the words of a closed scale; nil for any other type.
func membersOf(t reflect.Type) []string {
	if t.Kind() != reflect.Uint8 || !t.Implements(reflect.TypeFor[encoding.TextMarshaler]()) {
		return nil
	}
	var words []string
	for i := range uint64(256) {
		v := reflect.New(t).Elem()
		v.SetUint(i)
		text, err := v.Interface().(encoding.TextMarshaler).MarshalText()
		if err != nil {
			break
		}
		words = append(words, string(text))
	}
	return words
}

// patternOf returns the grammar of IDs, days and times of day; "" for any other type.
func patternOf(t reflect.Type) string {
	switch t {
	case reflect.TypeFor[ID]():
		return `^[A-Za-z0-9._:-]{1,64}$`
	case reflect.TypeFor[Date]():
		return `^[0-9]{4}-[0-9]{2}-[0-9]{2}$`
	case reflect.TypeFor[Clock]():
		return `^([01][0-9]|2[0-3]):[0-5][0-9]$`
	default:
		return ""
	}
}

// Digest is "sha256:" and 64 hexadecimal digits. The zero value means none.
type Digest string

// DigestOf returns the digest of a value under a tag that says what kind of value it is
// ("rapport/plan/1"): SHA-256 over the tag, a line feed, and the RFC 8785 form of the value with the
// fields that are zero left out, so that a field added later changes no old digest. A value with a
// number that JSON cannot carry exactly is an error.
func DigestOf(tag string, v any) (Digest, error) {
	form, err := canonical.Append([]byte(tag+"\n"), v)
	if err != nil {
		var f Faults
		f.Coded("", floorCode(CodeNoCanonicalForm))
		return "", f.Err()
	}
	sum := sha256.Sum256(form)
	return Digest("sha256:" + hex.EncodeToString(sum[:])), nil
}

// Codes lists the codes that this package can emit, sorted; those of [Decode] begin with
// "rapport/json-". The list is the caller's own.
func Codes() []CodeEntry {
	list := slices.Clone(floorCodes)
	for _, c := range strict.Codes() {
		list = append(list, CodeEntry{ID: Code("rapport/" + c.ID), Kind: "error", Means: c.Meaning, EN: c.Text})
	}
	slices.SortFunc(list, func(a, b CodeEntry) int { return cmp.Compare(a.ID, b.ID) })
	return list
}
