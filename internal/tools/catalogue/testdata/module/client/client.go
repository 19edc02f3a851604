// Package client stands for a lower room in the generator's tests.
package client

import floor "example.com/firm"

// Setting is a word.
type Setting string

// Place has a member whose word is not its name.
type Place uint8

// The members of Place.
const (
	PlaceUnknown Place = iota
	PlaceSite
)

var placeWords = [...]string{"unknown", "location"}

// String returns the word.
func (p Place) String() string { return placeWords[p] }

// Named is a wording.
type Named struct {
	Name  string   `json:"name"`
	Means string   `json:"means"`
	Never []string `json:"never,omitzero"`
}

// SettingEntry is an element with every kind of field.
type SettingEntry struct {
	ID       Setting       `json:"id"`
	Parent   Setting       `json:"parent,omitzero"`
	Exposure floor.Level   `json:"exposure"`
	Usual    []floor.Level `json:"usual,omitzero"`
	Place    Place         `json:"place,omitzero"`
	Open     bool          `json:"open,omitzero"`
	Weight   int8          `json:"weight,omitzero"`
	Share    float64       `json:"share,omitzero"`
	Near     []Setting     `json:"near,omitzero"`
	Pair     [2]int        `json:"pair,omitzero"`
	EN       Named         `json:"en"`
	DE       *Named        `json:"de,omitzero"`
	Others   []Named       `json:"others,omitzero"`
	hidden   int
}

// Standard returns the list.
func Standard() []SettingEntry { return standardSettings }
