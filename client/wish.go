package client

import "github.com/rapport-go/rapport"

// Wish is a preference or a line of the person. None can waive a legal duty or another person's rights.
type Wish struct {
	// ID is unique in the profile's wishes.
	ID rapport.ID `json:"id"`
	// Kind says what is wished.
	Kind WishKind `json:"kind"`
	// Setting is where it holds, with what lies below; empty means anywhere.
	Setting Setting `json:"setting,omitzero"`
	// Strength says how binding it is.
	Strength Strength `json:"strength"`
	// On is the day it was said.
	On rapport.Date `json:"on,omitzero"`
	// People are those it is about: who must not return, who is never told, whom to call.
	People []rapport.ID `json:"people,omitzero"`
	// Words are the person's own, without names.
	Words string `json:"words,omitzero"`
}

// Validate reports problems of shape.
func (w Wish) Validate() error {
	var f rapport.Faults
	f.ID("/id", w.ID)
	rapport.FaultWord(&f, "/kind", w.Kind)
	rapport.FaultOptionalWord(&f, "/setting", w.Setting)
	required(&f, "/strength", w.Strength == StrengthUnknown)
	member(&f, "/strength", w.Strength)
	people(&f, "/people", w.People, "")
	ownWords(&f, "/words", w.Words)
	return f.Err()
}
