package client

import (
	"cmp"
	"slices"

	"github.com/rapport-go/rapport"
)

// NeedRecord is what a principal said of one of their needs beside the four that are ranked.
type NeedRecord struct {
	// Kind is the need; it stands once in a profile.
	Kind NeedKind `json:"kind"`
	// Met says whether it is met. Only the person can say so.
	Met rapport.Answer `json:"met,omitzero"`
	// On is the day it was said.
	On rapport.Date `json:"on"`
	// Words are the person's own, without names.
	Words string `json:"words,omitzero"`
}

// Validate reports problems of shape.
func (n NeedRecord) Validate() error {
	var f rapport.Faults
	rapport.FaultWord(&f, "/kind", n.Kind)
	member(&f, "/met", n.Met)
	required(&f, "/on", n.On.IsZero())
	ownWords(&f, "/words", n.Words)
	return f.Err()
}

func (p Profile) validateNeeds(f *rapport.Faults) {
	for i, n := range p.Needs {
		at := rapport.Pointer("/needs").Index(i)
		f.Join(at, n.Validate())
		if slices.ContainsFunc(p.Needs[:i], func(other NeedRecord) bool { return other.Kind == n.Kind }) {
			f.DuplicateID(at.Child("kind"))
		}
	}
}

// NeedScore is a need that the person named, or that lies behind one of their worries.
type NeedScore struct {
	// Kind is the need.
	Kind NeedKind `json:"kind"`
	// Type is the kind of good it is about.
	Type NeedType `json:"type"`
	// Met is what the person said; unsaid where they have not, or too long ago.
	Met rapport.Answer `json:"met"`
	// Concerns are the worries it lies behind, in the order of the scores.
	Concerns []rapport.ID `json:"concerns"`
}

// wants lists the needs by type, those not met first, then by word.
func (r *reading) wants(concerns []ConcernScore) []NeedScore {
	list := []NeedScore{}
	of := func(kind NeedKind) *NeedScore {
		i := slices.IndexFunc(list, func(n NeedScore) bool { return n.Kind == kind })
		if i < 0 {
			i = len(list)
			list = append(list, NeedScore{Kind: kind, Type: r.table().needs.at(kind).Type, Concerns: []rapport.ID{}})
		}
		return &list[i]
	}
	for _, n := range r.profile.Needs {
		r.readNeed(of(n.Kind), n)
	}
	for _, c := range concerns {
		for _, kind := range r.table().concerns.at(c.Kind).Presses {
			n := of(kind)
			n.Concerns = append(n.Concerns, c.Concern)
		}
	}
	for _, n := range list {
		if len(n.Concerns) > 0 {
			r.because(CodeNeedPressed, needPath(n.Kind), 1, r.table().needs.at(n.Kind).EN.Name)
		}
	}
	slices.SortFunc(list, func(a, b NeedScore) int {
		return cmp.Or(cmp.Compare(a.Type, b.Type), cmp.Compare(unmet(b), unmet(a)), cmp.Compare(a.Kind, b.Kind))
	})
	return list
}

func (r *reading) readNeed(score *NeedScore, n NeedRecord) {
	name := r.table().needs.at(n.Kind).EN.Name
	switch {
	case n.Met == rapport.AnswerUnsaid:
	case n.On.DaysUntil(r.day) > askAgainDays:
		r.because(CodeNeedTooOld, needPath(n.Kind), -1, name, n.On.String())
		return
	case n.Met == rapport.AnswerYes:
		r.because(CodeNeedMet, needPath(n.Kind), 2, name, n.On.String())
	default:
		r.because(CodeNeedUnmet, needPath(n.Kind), -2, name, n.On.String())
	}
	score.Met = n.Met
}

// unmet orders needs: not met, then not said, then met.
func unmet(n NeedScore) int {
	switch n.Met {
	case rapport.AnswerNo:
		return 2
	case rapport.AnswerUnsaid:
		return 1
	default:
		return 0
	}
}

func needPath(kind NeedKind) rapport.Path { return rapport.Path("/needs").Element(string(kind)) }
