// Package fill makes values for round-trip tests: every exported field set, none to its zero value, all
// in the grammar of their types. It is imported by tests only.
package fill

import (
	"encoding/json"
	"fmt"
	"reflect"
	"time"

	"github.com/rapport-go/rapport"
)

// Value returns a value of the type with every field filled. The same type gives the same value. A
// scale gets its second member, in a list the next the third, a word and an ID one that keeps to the grammar and tells the place, a
// list two elements, a map one key. What stored data cannot have stays zero: interfaces, functions,
// channels, unexported fields.
func Value(t reflect.Type) reflect.Value {
	f := filler{}
	v := reflect.New(t).Elem()
	f.fill(v)
	return v
}

// Of returns Value for the type T.
func Of[T any]() T { return Value(reflect.TypeFor[T]()).Interface().(T) }

// filler counts, so that no two words or IDs are the same.
type filler struct{ n int }

func (f *filler) fill(v reflect.Value) {
	if f.known(v) {
		return
	}
	switch v.Kind() {
	case reflect.String:
		v.SetString(f.word())
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Uint8:
		v.SetUint(1)
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		v.SetInt(1)
	case reflect.Uint, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		v.SetUint(1)
	case reflect.Float32, reflect.Float64:
		v.SetFloat(0.5)
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		f.fill(v.Elem())
	case reflect.Array:
		f.each(v)
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		f.each(v)
	case reflect.Map:
		f.fillMap(v)
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				f.fill(v.Field(i))
			}
		}
	}
}

// known fills the types whose values follow a grammar that their kind does not show.
func (f *filler) known(v reflect.Value) bool {
	switch p := v.Addr().Interface().(type) {
	case *time.Time:
		f.n++
		*p = time.Date(2027, time.February, 14, 6, 30, f.n%60, 0, time.UTC)
	case *rapport.Date:
		f.n++
		*p = rapport.MustDate("2027-02-14").AddDays(f.n)
	case *rapport.Clock:
		f.n++
		*p, _ = rapport.ClockAt(f.n%24, f.n%60)
	case *rapport.Day:
		*p = rapport.DayTue
	case *rapport.Span:
		f.fill(reflect.ValueOf(&p.From).Elem())
		p.To = p.From.Add(time.Hour)
	case *rapport.Extensions:
		*p = rapport.Extensions{"vendor.example/" + f.word(): json.RawMessage(`{"kept":true}`)}
	case *json.RawMessage:
		*p = json.RawMessage(`{"kept":true}`)
	case *rapport.Path:
		*p = rapport.Path("").Element(f.word())
	case *rapport.Pointer:
		*p = rapport.Pointer("").Child(f.word())
	case *rapport.Code:
		*p = rapport.Code("fill/" + f.word())
	case *rapport.Digest:
		*p = rapport.Digest(fmt.Sprintf("sha256:%064x", f.next()))
	default:
		return false
	}
	return true
}

func (f *filler) each(list reflect.Value) {
	for i := range list.Len() {
		f.fill(list.Index(i))
		if list.Index(i).Kind() == reflect.Uint8 {
			list.Index(i).SetUint(uint64(i + 1)) // members of a scale, each once
		}
	}
}

func (f *filler) fillMap(m reflect.Value) {
	key, value := reflect.New(m.Type().Key()).Elem(), reflect.New(m.Type().Elem()).Elem()
	f.fill(key)
	f.fill(value)
	m.Set(reflect.MakeMap(m.Type()))
	m.SetMapIndex(key, value)
}

func (f *filler) word() string { return fmt.Sprintf("w-%d", f.next()) }

func (f *filler) next() int {
	f.n++
	return f.n
}
