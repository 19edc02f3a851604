package client

import (
	"encoding"

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
		known(&f, at.Child("dimension"), s.Dimension, e.Dimension)
		known(&f, at.Child("kind"), s.EvidenceKind, e.Kind)
		known(&f, at.Child("setting"), s.Setting, e.Setting)
	}
	for i, c := range p.Concerns {
		at := rapport.Pointer("/concerns").Index(i)
		known(&f, at.Child("kind"), s.table().concerns.find, c.Kind)
		known(&f, at.Child("source"), s.EvidenceKind, c.Source)
	}
	for i, n := range p.Needs {
		known(&f, rapport.Pointer("/needs").Index(i).Child("kind"), s.Need, n.Kind)
	}
	for i, c := range p.Changes {
		known(&f, rapport.Pointer("/changes").Index(i).Child("kind"), s.table().changes.find, c.Kind)
	}
	for i, o := range p.Overrides {
		dimension, _, _ := o.target()
		known(&f, rapport.Pointer("/overrides").Index(i).Child("of"), s.Dimension, dimension)
	}
	s.checkActivities(&f, "/activities", p.Activities)
	for i, r := range p.Reactions {
		at := rapport.Pointer("/reactions").Index(i)
		known(&f, at.Child("element"), s.Element, r.Element)
		known(&f, at.Child("setting"), s.Setting, r.Setting)
		known(&f, at.Child("source"), s.EvidenceKind, r.Source)
	}
	for i, w := range p.Wishes {
		at := rapport.Pointer("/wishes").Index(i)
		known(&f, at.Child("kind"), s.table().wishes.find, w.Kind)
		known(&f, at.Child("setting"), s.Setting, w.Setting)
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
	known(&f, "/kind", s.table().threats.find, t.Kind)
	knownEach(&f, "/settings", s.Setting, t.Settings)
	for i, c := range t.Contacts {
		at := rapport.Pointer("/contacts").Index(i)
		known(&f, at.Child("kind"), s.Contact, c.Kind)
		known(&f, at.Child("setting"), s.Setting, c.Setting)
	}
	return f.Err()
}

// CheckSite reports problems of shape and words that this scorer does not know.
func (s Scorer) CheckSite(site Site) error {
	var f rapport.Faults
	f.Join("", site.Validate())
	known(&f, "/setting", s.Setting, site.Setting)
	s.checkActivities(&f, "/posts", site.Posts)
	return f.Err()
}

func (s Scorer) checkActivities(f *rapport.Faults, at rapport.Pointer, activities []Activity) {
	for i, a := range activities {
		s.activityWords(f, at.Index(i), a)
	}
}

func (s Scorer) activityWords(f *rapport.Faults, at rapport.Pointer, a Activity) {
	known(f, at.Child("kind"), s.Activity, a.Kind)
	known(f, at.Child("setting"), s.Setting, a.Setting)
	known(f, at.Child("pattern"), s.Pattern, a.Pattern)
}

// known notes a well-formed word that the look-up does not find.
func known[W ~string, E any](f *rapport.Faults, at rapport.Pointer, find func(W) (E, bool), word W) {
	if !rapport.IsWord(word) {
		return
	}
	if _, found := find(word); !found {
		f.UnknownWord(at)
	}
}

func knownEach[W ~string, E any](f *rapport.Faults, at rapport.Pointer, find func(W) (E, bool), words []W) {
	for i, word := range words {
		known(f, at.Index(i), find, word)
	}
}

// member notes a value that is no member of its scale.
func member(f *rapport.Faults, at rapport.Pointer, value encoding.TextMarshaler) {
	if _, err := value.MarshalText(); err != nil {
		f.OutOfRange(at)
	}
}
