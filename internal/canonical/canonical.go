// Package canonical writes the one form of a value that is hashed: RFC 8785 (JSON Canonicalization
// Scheme) with the fields of structs that say nothing left out, so that a field added later changes no
// old digest. README.md has the rules, numbered and free of Go; testdata/vectors.json has examples.
package canonical

import (
	"encoding"
	"encoding/base64"
	"encoding/json"
	"reflect"
	"strconv"
	"time"

	"github.com/rapport-go/rapport/internal/strict"
)

// maxDepth is how many arrays and objects may stand in one another.
const maxDepth = 256

var (
	timeType   = reflect.TypeFor[time.Time]()
	rawType    = reflect.TypeFor[json.RawMessage]()
	numberType = reflect.TypeFor[json.Number]()
)

// Append appends the canonical form of v to dst. It depends neither on the order of maps nor on the
// location of times nor on the machine. On an error, which is a strict.Fault with the pointer of the
// place and no value, dst is returned as it was.
//
// Errors are: an integer beyond ±2^53, NaN and infinities, a year outside 0 to 9999, text that is not
// UTF-8, two map keys with the same text, raw JSON or marshalled JSON with any fault that the strict
// reader finds, nesting beyond 256 levels, a type without a JSON form.
//
// A json.Marshaler is asked for its JSON, which is brought into canonical form; nothing is left out of it.
func Append(dst []byte, v any) ([]byte, error) {
	w := writer{out: dst, members: map[reflect.Type][]strict.Field{}}
	if err := w.value(reflect.ValueOf(v)); err != nil {
		return dst, err
	}
	return w.out, nil
}

type writer struct {
	out     []byte
	depth   int
	members map[reflect.Type][]strict.Field // in canonical order
}

func fault(code, text string) error { return strict.Fault{Code: code, Text: text} }

// under returns an error as seen from the value that contains its place.
func under(err error, segment string) error {
	f, _ := err.(strict.Fault)
	f.Pointer = "/" + segment + f.Pointer
	return f
}

func (w *writer) value(v reflect.Value) error {
	for hops := 0; v.Kind() == reflect.Pointer || v.Kind() == reflect.Interface; hops++ {
		if hops == maxDepth {
			return tooDeep()
		}
		v = v.Elem()
	}
	if !v.IsValid() {
		w.out = append(w.out, "null"...)
		return nil
	}
	v = addressable(v)
	switch t := v.Type(); t {
	case timeType:
		return w.moment(v.Interface().(time.Time))
	case rawType:
		return w.raw(v.Bytes())
	case numberType:
		return w.numeral(v.String())
	}
	switch own := v.Addr().Interface().(type) {
	case json.Marshaler:
		data, err := own.MarshalJSON()
		if err != nil {
			return refused()
		}
		return w.raw(data)
	case encoding.TextMarshaler:
		text, err := own.MarshalText()
		if err != nil {
			return refused()
		}
		return w.text(string(text))
	}
	return w.plain(v)
}

// plain writes a value whose type has no form of its own.
func (w *writer) plain(v reflect.Value) error {
	switch v.Kind() {
	case reflect.Bool:
		w.out = strconv.AppendBool(w.out, v.Bool())
		return nil
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return w.integer(v.Int())
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		return w.unsigned(v.Uint())
	case reflect.Float32, reflect.Float64:
		return w.float(v.Float(), v.Type().Bits())
	case reflect.String:
		return w.text(v.String())
	case reflect.Slice:
		if isBytes(v.Type()) {
			return w.text(base64.StdEncoding.EncodeToString(v.Bytes()))
		}
		return w.nested(v, w.array)
	case reflect.Array:
		return w.nested(v, w.array)
	case reflect.Map:
		return w.nested(v, w.mapping)
	case reflect.Struct:
		return w.nested(v, w.object)
	}
	return unsupported(v.Type())
}

// nested writes an array or object one level further down.
func (w *writer) nested(v reflect.Value, write func(reflect.Value) error) error {
	if w.depth == maxDepth {
		return tooDeep()
	}
	w.depth++
	err := write(v)
	w.depth--
	return err
}

// raw writes JSON that is given as bytes; none at all is null.
func (w *writer) raw(data []byte) error {
	if len(data) == 0 {
		w.out = append(w.out, "null"...)
		return nil
	}
	var parsed any
	limits := strict.Limits{Bytes: len(data), Depth: maxDepth}
	if faults := strict.Decode(data, &parsed, limits, nil); len(faults) > 0 {
		return faults[0]
	}
	return w.value(reflect.ValueOf(parsed))
}

// isBytes reports whether a slice is written as one base64 text: its elements have no form of their own.
func isBytes(t reflect.Type) bool {
	return t.Elem().Kind() == reflect.Uint8 && !hasOwnForm(reflect.New(t.Elem()).Interface())
}

func hasOwnForm(pointer any) bool {
	switch pointer.(type) {
	case json.Marshaler, encoding.TextMarshaler:
		return true
	}
	return false
}

// addressable returns v, or a copy of it on whose pointer methods can be called.
func addressable(v reflect.Value) reflect.Value {
	if v.CanAddr() {
		return v
	}
	copied := reflect.New(v.Type()).Elem()
	copied.Set(v)
	return copied
}

func tooDeep() error { return fault(strict.CodeTooDeep, "lies deeper than is written") }

func refused() error { return fault(strict.CodeRefused, "is not a value that its type writes") }

func unsupported(t reflect.Type) error {
	return fault(strict.CodeUnsupportedType, "has a type without a JSON form: "+t.String())
}
