package client

import "slices"

// Standard returns a copy of the standard catalogue. It is the caller's own.
func Standard() Catalogue {
	return Catalogue{
		Name:       standardName,
		Version:    standardVersion,
		Settings:   slices.Clone(standardSettings),
		Activities: slices.Clone(standardActivities),
		Elements:   slices.Clone(standardElements),
		Threats:    cloned(standardThreats),
		Contacts:   slices.Clone(standardContacts),
		Concerns:   cloned(standardConcerns),
		Dimensions: slices.Clone(standardDimensions),
		Evidence:   slices.Clone(standardEvidence),
		Wishes:     cloned(standardWishes),
		Roles:      slices.Clone(standardRoles),
		Categories: slices.Clone(standardCategories),
	}
}

func cloned[T interface{ clone() T }](entries []T) []T {
	list := make([]T, len(entries))
	for i, entry := range entries {
		list[i] = entry.clone()
	}
	return list
}
