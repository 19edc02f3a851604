// Package rapport declares a scale for the analyzers' tests.
package rapport

// Level is a closed scale.
type Level uint8

// The members of Level.
const (
	LevelUnknown Level = iota
	LevelLow
	LevelHigh
	levelCount
)

// MarshalText returns the text form.
func (l Level) MarshalText() ([]byte, error) { return nil, nil }

// Higher may compare: it stands in the file of the scale.
func (l Level) Higher(other Level) bool { return l > other }

// Count is a number, not a scale.
type Count uint8
