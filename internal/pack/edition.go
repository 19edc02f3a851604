package pack

import (
	"reflect"
	"slices"
	"strings"

	"github.com/rapport-go/rapport"
)

// Tag is the tag of the digests of catalogues.
const Tag = "rapport/catalogue/1"

// Editions returns the edition of the standard catalogue and those of the packs, sorted.
func Editions[C any](standard rapport.Edition, packs []C, of func(C) (name, version string)) ([]rapport.Edition, error) {
	editions := []rapport.Edition{standard}
	for _, p := range packs {
		name, version := of(p)
		digest, err := Digest(p)
		if err != nil {
			return nil, err
		}
		editions = append(editions, rapport.Edition{Name: name, Version: version, Digest: digest})
	}
	return rapport.SortEditions(editions), nil
}

// Digest returns the digest of a catalogue's contents. The order of entries does not change it.
func Digest[C any](catalogue C) (rapport.Digest, error) {
	sorted := reflect.ValueOf(Clone(catalogue))
	for i := range sorted.NumField() {
		if list := sorted.Field(i); list.Kind() == reflect.Slice {
			sortByWord(list)
		}
	}
	return rapport.DigestOf(Tag, sorted.Interface())
}

// sortByWord sorts a list of entries in place; clone has made it our own.
func sortByWord(list reflect.Value) {
	entries := make([]reflect.Value, list.Len())
	for i := range entries {
		entries[i] = reflect.New(list.Type().Elem()).Elem()
		entries[i].Set(list.Index(i))
	}
	slices.SortFunc(entries, func(a, b reflect.Value) int {
		return strings.Compare(a.FieldByName("ID").String(), b.FieldByName("ID").String())
	})
	for i, entry := range entries {
		list.Index(i).Set(entry)
	}
}
