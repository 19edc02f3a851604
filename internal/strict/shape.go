package strict

import (
	"encoding"
	"encoding/json"
	"reflect"
	"time"
)

// form is how a Go type stands in JSON. The zero form is none.
type form uint8

const (
	formNone form = iota
	formAny
	formRaw
	formCustom // reads its own JSON
	formTime
	formText // reads its own text
	formString
	formBytes
	formBool
	formNumber // json.Number
	formInt
	formUint
	formFloat
	formList
	formArray
	formMap
	formStruct
	formPointer
)

// shape describes how a Go type stands in JSON; Decode and Schema walk the same description.
type shape struct {
	form   form
	wants  kind // kindNone where more than one kind may stand
	fields []Field
	byName map[string]int
	// embedded leads to the exported embedded structs.
	embedded [][]int
}

// shapes keeps the descriptions that one call needs.
type shapes map[reflect.Type]*shape

var (
	timeType   = reflect.TypeFor[time.Time]()
	rawType    = reflect.TypeFor[json.RawMessage]()
	numberType = reflect.TypeFor[json.Number]()
	readsJSON  = reflect.TypeFor[json.Unmarshaler]()
	readsText  = reflect.TypeFor[encoding.TextUnmarshaler]()
)

func (known shapes) of(t reflect.Type) *shape {
	if s, ok := known[t]; ok {
		return s
	}
	s := &shape{form: formOf(t)}
	if s.form == formStruct {
		s.describe(t)
	}
	s.wants = wanted(s.form)
	known[t] = s
	return s
}

func (s *shape) describe(t reflect.Type) {
	fields, err := Fields(t)
	if err != nil {
		s.form = formNone
		return
	}
	s.fields, s.byName = fields, make(map[string]int, len(fields))
	for i, f := range fields {
		s.byName[f.Name] = i
	}
	for _, f := range reflect.VisibleFields(t) {
		if f.IsExported() && isFlattened(f) {
			s.embedded = append(s.embedded, f.Index)
		}
	}
}

func formOf(t reflect.Type) form {
	switch pointer := reflect.PointerTo(t); {
	case t == timeType:
		return formTime
	case t == rawType:
		return formRaw
	case t == numberType:
		return formNumber
	case pointer.Implements(readsJSON):
		return formCustom
	case pointer.Implements(readsText):
		return formText
	}
	return formOfKind(t)
}

func formOfKind(t reflect.Type) form {
	switch t.Kind() {
	case reflect.Bool:
		return formBool
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return formInt
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		return formUint
	case reflect.Float32, reflect.Float64:
		return formFloat
	case reflect.String:
		return formString
	case reflect.Struct:
		return formStruct
	case reflect.Array:
		return formArray
	case reflect.Slice, reflect.Map, reflect.Interface, reflect.Pointer:
		return formOfReference(t)
	}
	return formNone
}

func formOfReference(t reflect.Type) form {
	switch {
	case t.Kind() == reflect.Slice && t.Elem().Kind() == reflect.Uint8 && formOf(t.Elem()) == formUint:
		return formBytes
	case t.Kind() == reflect.Slice:
		return formList
	case t.Kind() == reflect.Map && isKey(t.Key()):
		return formMap
	case t.Kind() == reflect.Interface && t.NumMethod() == 0:
		return formAny
	case t.Kind() == reflect.Pointer && t.Name() == "": // a named one may point to itself for ever
		return formPointer
	}
	return formNone
}

// isKey reports whether a map may have this type of key: a text, in one way or another. A moment is not:
// one instant has many texts.
func isKey(t reflect.Type) bool {
	return t.Kind() == reflect.String || t != timeType && reflect.PointerTo(t).Implements(readsText)
}

func wanted(f form) kind {
	switch f {
	case formTime, formText, formString, formBytes:
		return kindString
	case formBool:
		return kindBoolean
	case formNumber, formInt, formUint, formFloat:
		return kindNumber
	case formList, formArray:
		return kindArray
	case formMap, formStruct:
		return kindObject
	}
	return kindNone
}
