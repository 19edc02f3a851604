package client

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/rapport-go/rapport"
)

func TestTheStandardIntakePassesTheCheckOfAPack(t *testing.T) {
	var s Scorer
	for _, c := range []struct {
		name  string
		check func(*rapport.Faults)
	}{
		{"sections", func(f *rapport.Faults) {
			for _, e := range Standard().Sections {
				s.checkSection(f, rapport.Pointer("").Child(string(e.ID)), e)
			}
		}},
		{"questions", func(f *rapport.Faults) {
			for _, q := range Standard().Questions {
				s.checkQuestion(f, rapport.Pointer("").Child(string(q.ID)), q)
			}
		}},
		{"changes", func(f *rapport.Faults) {
			for _, e := range Standard().Changes {
				s.checkChange(f, rapport.Pointer("").Child(string(e.ID)), e)
			}
		}},
		{"interactions", func(f *rapport.Faults) {
			for _, e := range Standard().Interactions {
				s.checkInteraction(f, rapport.Pointer("").Child(string(e.ID)), e)
			}
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var f rapport.Faults
			c.check(&f)
			assert.NoError(t, f.Err())
		})
	}
}

func TestTheStandardQuestionsHaveAPlaceOfTheirOwn(t *testing.T) {
	type place struct {
		section Section
		order   int
	}
	seen := map[place]Question{}
	for _, q := range Standard().Questions {
		at := place{q.Section, q.Order}
		assert.Empty(t, seen[at], "%s", q.ID)
		seen[at] = q.ID
	}
}
