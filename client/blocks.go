package client

import "github.com/rapport-go/rapport/internal/scale"

// Blocks says what has to wait for something that is missing. The zero value is unknown.
type Blocks uint8

// The members of Blocks, the gravest first.
const (
	// BlocksUnknown means not said.
	BlocksUnknown Blocks = iota
	// BlocksAsking means that nothing else may be asked or kept without it.
	BlocksAsking
	// BlocksPlanning means that planning without it needs information first; a default would be a guess.
	BlocksPlanning
	// BlocksActivity means that one activity or one measure cannot be planned without it.
	BlocksActivity
	// BlocksChoice means that planning goes ahead and the choice among measures is weaker without it.
	BlocksChoice
	// BlocksNothing means that it is good to know.
	BlocksNothing
)

var blocksWords = []string{"unknown", "asking", "planning", "activity", "choice", "nothing"}

// String returns the word; for a value that is no member, Blocks(n).
func (b Blocks) String() string { return scale.String("Blocks", blocksWords, uint8(b)) }

// MarshalText returns the word, or an error for a value that is no member.
func (b Blocks) MarshalText() ([]byte, error) { return scale.Marshal("Blocks", blocksWords, uint8(b)) }

// UnmarshalText accepts a word of the scale, letter for letter.
func (b *Blocks) UnmarshalText(text []byte) error {
	member, err := scale.Parse("Blocks", blocksWords, text)
	if err == nil {
		*b = Blocks(member)
	}
	return err
}
