// Package firm stands for floor 0 in the generator's tests.
package firm

// Level is a closed scale.
type Level uint8

// The members of Level.
const (
	LevelUnknown Level = iota
	LevelLow
	LevelHigh
)

var levelWords = []string{"unknown", "low", "high"}

// String returns the word.
func (l Level) String() string { return levelWords[l] }

// Code is an open word.
type Code string

// CodeEntry is a row of the list of codes.
type CodeEntry struct {
	ID    Code   `json:"id"`
	Means string `json:"means"`
}

// Codes returns the list.
func Codes() []CodeEntry { return floorCodes }
