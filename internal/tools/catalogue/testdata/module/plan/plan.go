// Package plan stands for a higher room in the generator's tests.
package plan

import (
	"example.com/firm"
	"example.com/firm/client"
)

type row struct {
	ID       string            `json:"id"`
	Where    []client.Setting  `json:"where"`
	Place    client.Place      `json:"place"`
	Words    client.Named      `json:"words"`
	NotThere int               `json:"-"`
	Extra    map[string]string `json:"extra"`
}

// Rows counts.
func Rows() int { return len(standardRows) }

// Codes returns the list.
func Codes() []firm.CodeEntry { return standardCodes }
