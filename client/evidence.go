package client

import "github.com/rapport-go/rapport"

// Evidence is one dated piece that bears on a psychological dimension, agreed in coarse words. The
// order of evidence says nothing.
type Evidence struct {
	// ID is unique in the profile's evidence.
	ID rapport.ID `json:"id"`
	// Dimension is what it bears on.
	Dimension Dimension `json:"dimension"`
	// Kind says where it comes from, and with it its weight and shelf life.
	Kind EvidenceKind `json:"kind"`
	// Level is where it puts the person on the dimension: none and severe are the two ends. It is left out
	// where Scale is given.
	Level rapport.Level `json:"level,omitzero"`
	// Scale holds the answers to short statements, which together are one piece of evidence.
	Scale Scale `json:"scale,omitzero"`
	// On is the day it was said or seen.
	On rapport.Date `json:"on"`
	// Setting narrows it to a setting and what lies below; empty means anywhere.
	Setting Setting `json:"setting,omitzero"`
	// Hours narrows it to a time of day; zero means at any time.
	Hours rapport.Hours `json:"hours,omitzero"`
}

// Validate reports problems of shape.
func (e Evidence) Validate() error {
	var f rapport.Faults
	f.ID("/id", e.ID)
	rapport.FaultWord(&f, "/dimension", e.Dimension)
	rapport.FaultWord(&f, "/kind", e.Kind)
	rapport.FaultOptionalWord(&f, "/setting", e.Setting)
	required(&f, "/level", e.Level == rapport.LevelUnknown && e.Scale.IsZero())
	member(&f, "/level", e.Level)
	f.Join("/scale", e.Scale.Validate())
	required(&f, "/on", e.On.IsZero())
	if !e.Hours.IsZero() {
		f.Join("/hours", e.Hours.Validate())
	}
	return f.Err()
}

// Scale is a set of answers to short statements about one dimension, each from 1 (not at all) to 5
// (completely). The zero value is none.
type Scale struct {
	// For are the answers to statements that speak for the high end. The order says nothing.
	For []int `json:"for,omitzero"`
	// Against are the answers to statements that speak for the low end. The order says nothing.
	Against []int `json:"against,omitzero"`
	// Open is how many statements were not answered.
	Open int `json:"open,omitzero"`
}

// maxAgreement is the highest answer to a statement.
const maxAgreement = 5

// IsZero reports whether there are no answers.
func (s Scale) IsZero() bool { return len(s.For) == 0 && len(s.Against) == 0 && s.Open == 0 }

// Validate reports numbers out of range, and a set without answers.
func (s Scale) Validate() error {
	var f rapport.Faults
	if s.IsZero() {
		return nil
	}
	for i, x := range s.For {
		inRange(&f, rapport.Pointer("/for").Index(i), x >= 1 && x <= maxAgreement)
	}
	for i, x := range s.Against {
		inRange(&f, rapport.Pointer("/against").Index(i), x >= 1 && x <= maxAgreement)
	}
	inRange(&f, "/open", s.Open >= 0 && s.Open <= MaxEvidence)
	required(&f, "/for", len(s.For)+len(s.Against) == 0)
	return f.Err()
}

// value is the mean of the answers between 0 and 1, those against counted from the other end.
func (s Scale) value() micro {
	sum := 0
	for _, x := range s.For {
		sum += x - 1
	}
	for _, x := range s.Against {
		sum += maxAgreement - x
	}
	return part(sum, (len(s.For)+len(s.Against))*(maxAgreement-1))
}

// answered is the share of the statements that were answered.
func (s Scale) answered() micro {
	answered := len(s.For) + len(s.Against)
	return part(answered, answered+s.Open)
}

// contradicts reports whether the answers for and those against lie more than half the scale apart: then
// somebody may have said yes to everything, and they are asked about in talk.
func (s Scale) contradicts() bool {
	if len(s.For) == 0 || len(s.Against) == 0 {
		return false
	}
	apart := Scale{For: s.For}.value() - Scale{Against: s.Against}.value()
	return max(apart, -apart) > one/2
}
