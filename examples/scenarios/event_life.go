package scenarios

import (
	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
)

// ChangeEvent is a change in a principal's life.
type ChangeEvent struct {
	// Person is the principal.
	Person rapport.ID `json:"person"`
	// Kind says what changes.
	Kind client.LifeChangeKind `json:"kind"`
	// On is the day it happens; zero means the day of the event.
	On rapport.Date `json:"on,omitzero"`
	// Words are the person's own, without names.
	Words string `json:"words,omitzero"`
}

// change returns the change as the profile keeps it.
func (c ChangeEvent) change(id rapport.ID, day rapport.Date) client.LifeChange {
	if c.On.IsZero() {
		c.On = day
	}
	return client.LifeChange{ID: id, Kind: c.Kind, On: c.On, Words: c.Words}
}
