package client

import (
	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/internal/pack"
)

// NewScorer joins the packs with the standard catalogue. It reports every problem at once: a collision
// of words (naming both places), a malformed or unknown word, a wording with certainty, blame or jargon
// in it, an entry that would change a built-in one. The scorer shares no memory with the packs.
func NewScorer(config Config) (Scorer, error) {
	var f rapport.Faults
	packs := config.Packs
	pack.Names(&f, packs, func(c Catalogue) (string, string) { return c.Name, c.Version })
	w := words{
		settings:   joined(&f, "settings", standardSettings, packs, func(c Catalogue) []SettingEntry { return c.Settings }),
		activities: joined(&f, "activities", standardActivities, packs, func(c Catalogue) []ActivityEntry { return c.Activities }),
		elements:   joined(&f, "elements", standardElements, packs, func(c Catalogue) []ElementEntry { return c.Elements }),
		threats:    joined(&f, "threats", standardThreats, packs, func(c Catalogue) []ThreatEntry { return c.Threats }),
		contacts:   joined(&f, "contacts", standardContacts, packs, func(c Catalogue) []ContactEntry { return c.Contacts }),
		concerns:   joined(&f, "concerns", standardConcerns, packs, func(c Catalogue) []ConcernEntry { return c.Concerns }),
		dimensions: joined(&f, "dimensions", standardDimensions, packs, func(c Catalogue) []DimensionEntry { return c.Dimensions }),
		evidence:   joined(&f, "evidence", standardEvidence, packs, func(c Catalogue) []EvidenceEntry { return c.Evidence }),
		wishes:     joined(&f, "wishes", standardWishes, packs, func(c Catalogue) []WishEntry { return c.Wishes }),
		roles:      joined(&f, "roles", standardRoles, packs, func(c Catalogue) []RoleEntry { return c.Roles }),
		categories: joined(&f, "categories", standardCategories, packs, func(c Catalogue) []CategoryEntry { return c.Categories }),

		needs:        joined(&f, "needs", standardNeeds, packs, func(c Catalogue) []NeedEntry { return c.Needs }),
		patterns:     joined(&f, "patterns", standardPatterns, packs, func(c Catalogue) []PatternEntry { return c.Patterns }),
		changes:      joined(&f, "changes", standardChanges, packs, func(c Catalogue) []LifeChangeEntry { return c.Changes }),
		engagements:  joined(&f, "engagements", standardEngagements, packs, func(c Catalogue) []EngagementEntry { return c.Engagements }),
		interactions: joined(&f, "interactions", standardInteractions, packs, func(c Catalogue) []InteractionEntry { return c.Interactions }),
		stances:      joined(&f, "stances", standardStances, packs, func(c Catalogue) []StanceEntry { return c.Stances }),
		sections:     joined(&f, "sections", standardSections, packs, func(c Catalogue) []SectionEntry { return c.Sections }),
		questions:    joined(&f, "questions", standardQuestions, packs, func(c Catalogue) []QuestionEntry { return c.Questions }),
	}
	member(&f, "/weighing", config.Weighing)
	s := Scorer{words: &w, weighing: config.Weighing}
	for i, p := range packs {
		s.checkPack(&f, rapport.Pointer("/packs").Index(i), p)
	}
	if err := f.Err(); err != nil {
		return Scorer{}, err
	}
	editions, err := pack.Editions(standardWords.editions[0], packs, func(c Catalogue) (string, string) { return c.Name, c.Version })
	w.editions = editions
	return s, err
}

func joined[T any](f *rapport.Faults, family string, standard []T, packs []Catalogue, of func(Catalogue) []T) []T {
	lists := make([][]T, len(packs))
	for i, p := range packs {
		lists[i] = of(p)
	}
	return pack.Join(f, family, standard, lists)
}
