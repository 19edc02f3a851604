package client

import (
	"slices"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/internal/pack"
)

// table is a list of entries sorted by their word.
type table[T interface{ word() W }, W ~string] []T

func (t table[T, W]) find(word W) (T, bool) {
	return pack.Find(t, word, func(entry T) W { return entry.word() })
}

// words is what a Scorer knows.
type words struct {
	settings   table[SettingEntry, Setting]
	activities table[ActivityEntry, ActivityKind]
	elements   table[ElementEntry, Element]
	threats    table[ThreatEntry, ThreatKind]
	contacts   table[ContactEntry, ContactKind]
	concerns   table[ConcernEntry, ConcernKind]
	dimensions table[DimensionEntry, Dimension]
	evidence   table[EvidenceEntry, EvidenceKind]
	wishes     table[WishEntry, WishKind]
	roles      table[RoleEntry, Role]
	categories table[CategoryEntry, Category]
	editions   []rapport.Edition
}

var standardWords = words{
	settings:   standardSettings,
	activities: standardActivities,
	elements:   standardElements,
	threats:    standardThreats,
	contacts:   standardContacts,
	concerns:   standardConcerns,
	dimensions: standardDimensions,
	evidence:   standardEvidence,
	wishes:     standardWishes,
	roles:      standardRoles,
	categories: standardCategories,
	editions:   []rapport.Edition{{Name: standardName, Version: standardVersion, Digest: standardDigest}},
}

func (s Scorer) table() *words {
	if s.words == nil {
		return &standardWords
	}
	return s.words
}

func (e SettingEntry) word() Setting       { return e.ID }
func (e ActivityEntry) word() ActivityKind { return e.ID }
func (e ElementEntry) word() Element       { return e.ID }
func (e ThreatEntry) word() ThreatKind     { return e.ID }
func (e ContactEntry) word() ContactKind   { return e.ID }
func (e ConcernEntry) word() ConcernKind   { return e.ID }
func (e DimensionEntry) word() Dimension   { return e.ID }
func (e EvidenceEntry) word() EvidenceKind { return e.ID }
func (e WishEntry) word() WishKind         { return e.ID }
func (e RoleEntry) word() Role             { return e.ID }
func (e CategoryEntry) word() Category     { return e.ID }

func (e ThreatEntry) clone() ThreatEntry {
	e.Bites, e.EN.Never = slices.Clone(e.Bites), slices.Clone(e.EN.Never)
	return e
}

func (e ConcernEntry) clone() ConcernEntry {
	e.Checks = slices.Clone(e.Checks)
	return e
}

func (e WishEntry) clone() WishEntry {
	e.Against = slices.Clone(e.Against)
	return e
}
