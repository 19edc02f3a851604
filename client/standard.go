package client

import "github.com/rapport-go/rapport/internal/pack"

// Standard returns a copy of the standard catalogue. It is the caller's own.
func Standard() Catalogue {
	return pack.Clone(Catalogue{
		Name: standardName, Version: standardVersion,
		Settings: standardSettings, Activities: standardActivities, Elements: standardElements,
		Threats: standardThreats, Contacts: standardContacts, Concerns: standardConcerns,
		Dimensions: standardDimensions, Evidence: standardEvidence, Wishes: standardWishes,
		Roles: standardRoles, Categories: standardCategories, Needs: standardNeeds,
		Patterns: standardPatterns, Changes: standardChanges, Engagements: standardEngagements,
		Interactions: standardInteractions, Stances: standardStances, Sections: standardSections,
		Questions: standardQuestions,
	})
}
