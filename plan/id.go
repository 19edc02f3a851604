package plan

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"

	"github.com/rapport-go/rapport"
)

// contentID makes an ID of what something is about: its first part, for people to read, and a digest of
// all parts. Equal parts give equal IDs.
func contentID(parts ...string) rapport.ID {
	sum := sha256.Sum256([]byte(strings.Join(parts, "\x00")))
	head := strings.ReplaceAll(parts[0], "/", ":")
	return rapport.ID(head[:min(len(head), 40)] + "." + hex.EncodeToString(sum[:8]))
}

// entryID is the ID of a column's entry.
func (k *column) entryID() rapport.ID { return k.entry }

// scopeID makes the ID of a column's entry out of measure and scope.
func (k *column) scopeID() rapport.ID {
	x, scope := k.cells[0], k.measure.Scope
	parts := []string{string(k.measure.ID), scope.String()}
	switch scope {
	case ScopeActivity:
		parts = append(parts, string(x.subject.id), x.name())
	case ScopePerson:
		parts = append(parts, string(x.subject.id))
	default:
		parts = append(parts, string(x.subject.household()), string(k.place))
	}
	return contentID(parts...)
}
