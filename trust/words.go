package trust

import (
	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/internal/pack"
)

// table is a list of entries sorted by their word.
type table[T interface{ word() W }, W ~string] []T

func (t table[T, W]) find(word W) (T, bool) {
	return pack.Find(t, word, func(entry T) W { return entry.word() })
}

// words is what a Tracker knows.
type words struct {
	kinds       table[KindEntry, Kind]
	playbooks   table[PlaybookEntry, Playbook]
	handover    []HandoverEntry
	touchpoints []TouchpointEntry
	warnings    table[WarningEntry, WarningKind]
	outlooks    table[OutlookEntry, Prospect]
	editions    []rapport.Edition
}

var standardWords = words{
	kinds:       standardKinds,
	playbooks:   standardPlaybooks,
	handover:    standardHandover,
	touchpoints: standardTouchpoints,
	warnings:    standardWarnings,
	outlooks:    standardOutlooks,
	editions:    []rapport.Edition{{Name: standardName, Version: standardVersion, Digest: standardDigest}},
}

func (t Tracker) table() *words {
	if t.words == nil {
		return &standardWords
	}
	return t.words
}

// kind returns the entry of a kind where it stands, without copying it; nil for a word that is not known.
func (w *words) kind(word Kind) *KindEntry {
	low, high := 0, len(w.kinds)
	for low < high {
		middle := int(uint(low+high) >> 1)
		if w.kinds[middle].ID < word {
			low = middle + 1
		} else {
			high = middle
		}
	}
	if low == len(w.kinds) || w.kinds[low].ID != word {
		return nil
	}
	return &w.kinds[low]
}

// recentKinds remembers the entries that were asked for last: a relationship has few kinds of signal.
type recentKinds [32]*KindEntry

func (r *recentKinds) kind(w *words, word Kind) *KindEntry {
	slot := &r[(uint(len(word))*7+uint(word[len(word)/2]))%uint(len(r))]
	if *slot == nil || (*slot).ID != word {
		*slot = w.kind(word)
	}
	return *slot
}

func (e KindEntry) word() Kind           { return e.ID }
func (e PlaybookEntry) word() Playbook   { return e.ID }
func (e WarningEntry) word() WarningKind { return e.ID }
func (e OutlookEntry) word() Prospect    { return e.ID }
