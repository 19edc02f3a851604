package client

import (
	"fmt"
	"strings"

	"github.com/rapport-go/rapport"
)

// CheckProfile reports problems of shape, words that this scorer does not know, and what contradicts itself:
// worries where none are said to be, two values of one piece of evidence, overrides of what is no score.
func (s Scorer) CheckProfile(p Profile) error {
	var f rapport.Faults
	f.Join("", p.Validate())
	inRange(&f, "/worried", p.Worried != rapport.AnswerNo || len(p.Concerns) == 0)
	p.checkOverrides(&f)
	for i, e := range p.Evidence {
		at := rapport.Pointer("/evidence").Index(i)
		inRange(&f, at.Child("level"), e.Level == rapport.LevelUnknown || e.Scale.IsZero())
		known(&f, at, "dimension", s.Dimension, e.Dimension)
		known(&f, at, "kind", s.EvidenceKind, e.Kind)
		known(&f, at, "setting", s.Setting, e.Setting)
	}
	for i, c := range p.Concerns {
		at := rapport.Pointer("/concerns").Index(i)
		known(&f, at, "kind", s.table().concerns.find, c.Kind)
		known(&f, at, "source", s.EvidenceKind, c.Source)
	}
	for i, n := range p.Needs {
		known(&f, rapport.Pointer("/needs").Index(i), "kind", s.Need, n.Kind)
	}
	for i, c := range p.Changes {
		known(&f, rapport.Pointer("/changes").Index(i), "kind", s.table().changes.find, c.Kind)
	}
	for i, o := range p.Overrides {
		dimension, _, _ := o.target()
		known(&f, rapport.Pointer("/overrides").Index(i), "of", s.Dimension, dimension)
	}
	s.checkActivities(&f, "/activities", p.Activities)
	for i, r := range p.Reactions {
		at := rapport.Pointer("/reactions").Index(i)
		known(&f, at, "element", s.Element, r.Element)
		known(&f, at, "setting", s.Setting, r.Setting)
		known(&f, at, "source", s.EvidenceKind, r.Source)
	}
	for i, w := range p.Wishes {
		at := rapport.Pointer("/wishes").Index(i)
		known(&f, at, "kind", s.table().wishes.find, w.Kind)
		known(&f, at, "setting", s.Setting, w.Setting)
	}
	return f.Err()
}

// CheckActivity reports problems of shape and words that this scorer does not know.
func (s Scorer) CheckActivity(a Activity) error {
	var f rapport.Faults
	f.Join("", a.Validate())
	s.activityWords(&f, "", a)
	return f.Err()
}

// CheckThreat reports problems of shape and words that this scorer does not know.
func (s Scorer) CheckThreat(t Threat) error {
	var f rapport.Faults
	f.Join("", t.Validate())
	known(&f, "", "kind", s.table().threats.find, t.Kind)
	knownEach(&f, "/settings", s.Setting, t.Settings)
	for i, c := range t.Contacts {
		at := rapport.Pointer("/contacts").Index(i)
		known(&f, at, "kind", s.Contact, c.Kind)
		known(&f, at, "setting", s.Setting, c.Setting)
	}
	return f.Err()
}

// CheckSite reports problems of shape and words that this scorer does not know.
func (s Scorer) CheckSite(site Site) error {
	var f rapport.Faults
	f.Join("", site.Validate())
	known(&f, "", "setting", s.Setting, site.Setting)
	s.checkActivities(&f, "/posts", site.Posts)
	return f.Err()
}

func (s Scorer) checkActivities(f *rapport.Faults, at rapport.Pointer, activities []Activity) {
	for i, a := range activities {
		s.activityWords(f, at.Index(i), a)
	}
}

func (s Scorer) activityWords(f *rapport.Faults, at rapport.Pointer, a Activity) {
	known(f, at, "kind", s.Activity, a.Kind)
	known(f, at, "setting", s.Setting, a.Setting)
	known(f, at, "pattern", s.Pattern, a.Pattern)
}

// known notes a well-formed word in a field that the look-up does not find.
func known[W ~string, E any](f *rapport.Faults, at rapport.Pointer, field string, find func(W) (E, bool), word W) {
	if word == "" {
		return
	}
	if _, found := find(word); !found && rapport.IsWord(word) {
		f.UnknownWord(at.Child(field))
	}
}

func knownEach[W ~string, E any](f *rapport.Faults, at rapport.Pointer, find func(W) (E, bool), words []W) {
	for i, word := range words {
		if _, found := find(word); !found && rapport.IsWord(word) {
			f.UnknownWord(at.Index(i))
		}
	}
}

// member notes a value that is no member of its scale: those alone have brackets in their string.
func member(f *rapport.Faults, at rapport.Pointer, value fmt.Stringer) {
	if strings.HasSuffix(value.String(), ")") {
		f.OutOfRange(at)
	}
}
