package canonical

import (
	"encoding"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf16"

	"github.com/rapport-go/rapport/internal/strict"
)

func (w *writer) array(v reflect.Value) error {
	w.out = append(w.out, '[')
	for i := range v.Len() {
		if i > 0 {
			w.out = append(w.out, ',')
		}
		if err := w.value(v.Index(i)); err != nil {
			return under(err, strconv.Itoa(i))
		}
	}
	w.out = append(w.out, ']')
	return nil
}

func (w *writer) object(v reflect.Value) error {
	fields, err := w.fields(v.Type())
	if err != nil {
		return err
	}
	w.out = append(w.out, '{')
	start := len(w.out)
	for _, f := range fields {
		member := v.FieldByIndex(f.Index)
		if isZero(member) {
			continue
		}
		if err := w.member(start, f.Name, member, true); err != nil {
			return under(err, strings.ReplaceAll(strings.ReplaceAll(f.Name, "~", "~0"), "/", "~1"))
		}
	}
	w.out = append(w.out, '}')
	return nil
}

// member writes a key and its value into the object that begins at start. A field that says nothing is
// taken back.
func (w *writer) member(start int, name string, v reflect.Value, isField bool) error {
	before := len(w.out)
	if before > start {
		w.out = append(w.out, ',')
	}
	if err := w.text(name); err != nil {
		return err
	}
	w.out = append(w.out, ':')
	behind := len(w.out)
	if err := w.value(v); err != nil {
		return err
	}
	if isField && w.saysNothing(v, string(w.out[behind:])) {
		w.out = w.out[:before]
	}
	return nil
}

// fields returns the members of a struct type in canonical order.
func (w *writer) fields(t reflect.Type) ([]strict.Field, error) {
	if fields, ok := w.members[t]; ok {
		return fields, nil
	}
	fields, err := strict.Fields(t)
	if err != nil {
		return nil, unsupported(t)
	}
	slices.SortFunc(fields, func(a, b strict.Field) int { return compareUTF16(a.Name, b.Name) })
	w.members[t] = fields
	return fields, nil
}

// isZero reports whether a field says nothing before it is written.
func isZero(v reflect.Value) bool {
	if v.IsZero() {
		return true
	}
	own, ok := addressable(v).Addr().Interface().(interface{ IsZero() bool })
	return ok && own.IsZero()
}

// saysNothing reports the same of a field that is written, by its form. A pointer that is set says
// something, whatever it points to, unless that is null.
func (w *writer) saysNothing(v reflect.Value, form string) bool {
	v = addressable(v)
	switch {
	case form == "null" || isZero(v):
		return true
	case v.Type() == numberType:
		return form == "0"
	case hasOwnForm(v.Addr().Interface()):
		return false
	}
	switch v.Kind() {
	case reflect.Slice, reflect.Map:
		return v.Len() == 0
	case reflect.Struct:
		return form == "{}"
	case reflect.Array:
		return w.eachSaysNothing(v)
	}
	return false
}

func (w *writer) eachSaysNothing(array reflect.Value) bool {
	for i := range array.Len() {
		element := writer{members: w.members}
		if element.value(array.Index(i)) != nil || !w.saysNothing(array.Index(i), string(element.out)) {
			return false
		}
	}
	return true
}

// mapping writes every entry: what stands in a map was put there, and its key alone is data.
func (w *writer) mapping(v reflect.Value) error {
	names := make([]string, 0, v.Len())
	values := make(map[string]reflect.Value, v.Len())
	for iter := v.MapRange(); iter.Next(); {
		name, err := keyText(iter.Key())
		if err != nil {
			return err
		}
		if _, again := values[name]; again {
			return fault(strict.CodeDuplicateKey, "has two keys with the same text")
		}
		names = append(names, name)
		values[name] = iter.Value()
	}
	slices.SortFunc(names, compareUTF16)
	w.out = append(w.out, '{')
	start := len(w.out)
	for _, name := range names {
		if err := w.member(start, name, values[name], false); err != nil {
			f, _ := err.(strict.Fault)
			f.Pointer = "" // the key may be secret
			return f
		}
	}
	w.out = append(w.out, '}')
	return nil
}

func keyText(key reflect.Value) (string, error) {
	switch own := addressable(key).Addr().Interface().(type) {
	case *time.Time: // one instant has many texts
	case encoding.TextMarshaler:
		text, err := own.MarshalText()
		if err != nil {
			return "", refused()
		}
		return string(text), nil
	default:
		if key.Kind() == reflect.String {
			return key.String(), nil
		}
	}
	return "", unsupported(key.Type())
}

// compareUTF16 compares by UTF-16 code units, where a character beyond U+FFFF stands before U+E000.
func compareUTF16(a, b string) int {
	return slices.Compare(utf16.Encode([]rune(a)), utf16.Encode([]rune(b)))
}
