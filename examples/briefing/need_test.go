package main

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestPerson_SaysWhichNeedsTheyFindUnmet(t *testing.T) {
	t.Parallel()
	needs := func(met string) func(object) {
		return of("mother-b", func(p object) {
			p["needs"] = []any{object{"kind": "safe-home", "met": met, "on": "2027-01-11"}, object{"kind": "know-why", "met": met, "on": "2027-01-11"}}
		})
	}
	sheet := family(t, needs("no"))
	assert.Contains(t, part(t, sheet, "Mrs B"), "Not met, Mrs B says: a home of their own; knowing why.")
	assert.NotContains(t, part(t, sheet, "Mr B"), "Not met")
	assert.NotContains(t, part(t, family(t, needs("yes")), "Mrs B"), "Not met", "what is met needs no line")
}

func TestPerson_ALittleWorryThatNobodyLookedIntoIsOffered(t *testing.T) {
	t.Parallel()
	felt := func(level string) string {
		return part(t, family(t, of("mother-b", func(p object) {
			for _, k := range p["concerns"].([]any) {
				if k.(object)["words"] == "school finds out" {
					k.(object)["emotion"] = level
				}
			}
		})), "Mrs B")
	}
	assert.Contains(t, felt("low"), `"school finds out" (not looked into yet: offer it)`)
	assert.Contains(t, felt("high"), `"school finds out" (not looked into yet: have it assessed)`)
}
