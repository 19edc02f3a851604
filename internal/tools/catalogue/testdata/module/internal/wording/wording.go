// Package wording stands for the lexicon's package in the generator's tests.
package wording

type entry struct {
	ID      string   `json:"id"`
	Phrases []string `json:"phrases"`
}

// Size counts.
func Size() int { return len(blameLexicon[:]) }
