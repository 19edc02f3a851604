package strict

import (
	"cmp"
	"errors"
	"reflect"
	"slices"
	"strings"
)

// Field is one member of a struct in its JSON form.
type Field struct {
	// Name is the name in JSON.
	Name string
	// Index leads to the Go field, through embedded structs.
	Index []int
	// Type is the type of the Go field.
	Type reflect.Type

	tagged bool
}

// Fields lists the members of a struct type as encoding/json names them, in the order of the Go fields.
// Embedded structs are flattened: of one name the shallowest counts, of several equally deep the one
// with a tag, and none where that leaves more than one. An embedded pointer and the tag option "string"
// are errors.
func Fields(t reflect.Type) ([]Field, error) {
	all, err := collectFields(t, nil)
	if err != nil {
		return nil, err
	}
	byName := map[string][]Field{}
	for _, f := range all {
		byName[f.Name] = append(byName[f.Name], f)
	}
	kept := all[:0]
	for _, f := range all {
		if winner, ok := dominant(byName[f.Name]); ok && slices.Equal(winner.Index, f.Index) {
			kept = append(kept, f)
		}
	}
	return kept, nil
}

func collectFields(t reflect.Type, above []int) ([]Field, error) {
	var all []Field
	for i := range t.NumField() {
		f := t.Field(i)
		tag := f.Tag.Get("json")
		if tag == "-" || !f.IsExported() && !isFlattened(f) {
			continue
		}
		index := append(slices.Clone(above), i)
		if isFlattened(f) {
			inner, err := collectFields(f.Type, index)
			if err != nil {
				return nil, err
			}
			all = append(all, inner...)
			continue
		}
		name, options, _ := strings.Cut(tag, ",")
		if f.Anonymous && f.Type.Kind() == reflect.Pointer || slices.Contains(strings.Split(options, ","), "string") {
			return nil, errors.New("field " + f.Name + " of " + t.String() + " has no strict JSON form")
		}
		all = append(all, Field{Name: cmp.Or(name, f.Name), Index: index, Type: f.Type, tagged: name != ""})
	}
	return all, nil
}

// isFlattened reports whether the members of an embedded struct count as those of the outer one.
func isFlattened(f reflect.StructField) bool {
	name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
	return f.Anonymous && name == "" && f.Type.Kind() == reflect.Struct
}

// dominant returns which of several fields of one name counts, and false where none does.
func dominant(same []Field) (Field, bool) {
	rank := func(a, b Field) int {
		return cmp.Or(cmp.Compare(len(a.Index), len(b.Index)), cmp.Compare(untagged(a), untagged(b)))
	}
	ranked := slices.SortedStableFunc(slices.Values(same), rank)
	return ranked[0], len(ranked) == 1 || rank(ranked[0], ranked[1]) < 0
}

func untagged(f Field) int {
	if f.tagged {
		return 0
	}
	return 1
}
