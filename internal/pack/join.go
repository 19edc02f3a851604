package pack

import (
	"reflect"
	"slices"
	"strings"

	"github.com/rapport-go/rapport"
)

// Join returns the standard entries of a family and those of the packs, sorted by word; lists[i] is the
// family's list in the pack at /packs/i. Where a pack replaces a wording, the entry carries the new one.
// Every problem is noted in f at its place; with any, the result is not to be used. The result shares
// no memory with the packs.
func Join[T any](f *rapport.Faults, family string, standard []T, lists [][]T) []T {
	joined := slices.Clone(standard)
	builtIn := make(map[string]int, len(standard))
	for i, entry := range standard {
		builtIn[wordOf(entry)] = i
	}
	seen := map[string]rapport.Pointer{}
	for p, list := range lists {
		for i, entry := range list {
			at := Place(p, family, i)
			word := wordOf(entry)
			checkWording(f, at, entry)
			collide(f, seen, word, at.Child("id"))
			known, isBuiltIn := builtIn[word]
			switch {
			case !rapport.IsWord(word):
				rapport.FaultWord(f, at.Child("id"), word)
			case isBuiltIn && rewords(standard[known], entry):
				joined[known] = reworded(standard[known], entry)
			case isBuiltIn:
				f.Coded(at.Child("id"), coded(rapport.CodePackBuiltIn))
			case rapport.VendorOf(word) == "":
				f.Coded(at.Child("id"), coded(rapport.CodePackPlainWord))
			default:
				joined = append(joined, Clone(entry))
			}
		}
	}
	slices.SortFunc(joined, func(a, b T) int { return strings.Compare(wordOf(a), wordOf(b)) })
	return joined
}

// Place points to entry i of a family in the pack at /packs/p.
func Place(p int, family string, i int) rapport.Pointer {
	return rapport.Pointer("/packs").Index(p).Child(family).Index(i)
}

// Names notes packs whose name is no vendor's word, is used twice, or which lack a version.
func Names[C any](f *rapport.Faults, packs []C, of func(C) (name, version string)) {
	seen := map[string]rapport.Pointer{}
	for i, p := range packs {
		at := rapport.Pointer("/packs").Index(i)
		name, version := of(p)
		rapport.FaultWord(f, at.Child("name"), name)
		if rapport.IsWord(name) && rapport.VendorOf(name) == "" {
			f.Coded(at.Child("name"), coded(rapport.CodePackPlainWord))
		}
		collide(f, seen, name, at.Child("name"))
		if version == "" {
			f.Required(at.Child("version"))
		}
	}
}

// collide notes a word that stands elsewhere too, at both places, each naming the other.
func collide(f *rapport.Faults, seen map[string]rapport.Pointer, word string, at rapport.Pointer) {
	first, twice := seen[word]
	switch {
	case word == "":
	case twice:
		f.Add(at, rapport.CodePackCollision, coded(rapport.CodePackCollision).EN+": "+string(first))
		f.Add(first, rapport.CodePackCollision, coded(rapport.CodePackCollision).EN+": "+string(at))
	default:
		seen[word] = at
	}
}

func wordOf[T any](entry T) string { return reflect.ValueOf(entry).FieldByName("ID").String() }

// rewords reports whether an entry carries nothing but word and wording, with as many lines in every
// list of the wording as the built-in entry has: a shorter list would drop a rule.
func rewords[T any](builtIn, entry T) bool {
	rest := reflect.New(reflect.TypeOf(entry)).Elem()
	rest.Set(reflect.ValueOf(entry))
	rest.FieldByName("ID").SetZero()
	rest.FieldByName("EN").SetZero()
	return rest.IsZero() && sameShape(textsOf(builtIn), textsOf(entry))
}

func sameShape(a, b reflect.Value) bool {
	if a.Kind() == reflect.Slice {
		return a.Len() == b.Len()
	}
	for i := 0; a.Kind() == reflect.Struct && i < a.NumField(); i++ {
		if !sameShape(a.Field(i), b.Field(i)) {
			return false
		}
	}
	return true
}

func reworded[T any](builtIn, entry T) T {
	result := Clone(builtIn)
	reflect.ValueOf(&result).Elem().FieldByName("EN").Set(textsOf(Clone(entry)))
	return result
}

func textsOf[T any](entry T) reflect.Value { return reflect.ValueOf(entry).FieldByName("EN") }
