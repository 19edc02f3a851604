package client

import "github.com/rapport-go/rapport"

// table is a list of entries sorted by their word.
type table[T interface{ word() W }, W ~string] []T

func (t table[T, W]) find(word W) (T, bool) {
	entry := t.at(word)
	return *entry, word != "" && (*entry).word() == word
}

// at returns the entry of a word; for one that is not known, an empty entry. The entry is not to be changed.
func (t table[T, W]) at(word W) *T {
	if word == "" {
		return new(T)
	}
	low, high := 0, len(t)
	for low < high {
		middle := int(uint(low+high) >> 1)
		if t[middle].word() < word {
			low = middle + 1
		} else {
			high = middle
		}
	}
	if low < len(t) && t[low].word() == word {
		return &t[low]
	}
	return new(T)
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

	needs        table[NeedEntry, NeedKind]
	patterns     table[PatternEntry, Pattern]
	changes      table[LifeChangeEntry, LifeChangeKind]
	engagements  table[EngagementEntry, EngagementKind]
	interactions table[InteractionEntry, InteractionKind]
	stances      table[StanceEntry, Stance]
	sections     table[SectionEntry, Section]
	questions    table[QuestionEntry, Question]

	editions []rapport.Edition
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

	needs:        standardNeeds,
	patterns:     standardPatterns,
	changes:      standardChanges,
	engagements:  standardEngagements,
	interactions: standardInteractions,
	stances:      standardStances,
	sections:     standardSections,
	questions:    standardQuestions,

	editions: []rapport.Edition{{Name: standardName, Version: standardVersion, Digest: standardDigest}},
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

func (e NeedEntry) word() NeedKind               { return e.ID }
func (e PatternEntry) word() Pattern             { return e.ID }
func (e LifeChangeEntry) word() LifeChangeKind   { return e.ID }
func (e EngagementEntry) word() EngagementKind   { return e.ID }
func (e InteractionEntry) word() InteractionKind { return e.ID }
func (e StanceEntry) word() Stance               { return e.ID }
func (e SectionEntry) word() Section             { return e.ID }
func (e QuestionEntry) word() Question           { return e.ID }
