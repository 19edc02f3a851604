package trust

import "slices"

//go:generate go -C ../internal/tools run ./cmd/catalogue trust

// Catalogue is a set of words with their attributes: the standard one, or a vendor's pack. A pack's
// entries carry vendor words. An entry whose word is built in may replace its English wording and
// nothing else. The zero value is an empty pack that lacks its name.
type Catalogue struct {
	// Name is "trust" for the standard catalogue, a vendor's word for a pack.
	Name string `json:"name"`
	// Version is counted by its maker.
	Version string `json:"version"`
	// Kinds are the kinds of signal.
	Kinds []KindEntry `json:"kinds,omitzero"`
	// Playbooks say how a failing is mended.
	Playbooks []PlaybookEntry `json:"playbooks,omitzero"`
	// Handover is the list for when a known person leaves.
	Handover []HandoverEntry `json:"handover,omitzero"`
	// Touchpoints are signs that protection is there.
	Touchpoints []TouchpointEntry `json:"touchpoints,omitzero"`
	// Warnings are the wordings of warnings; a pack may replace wordings only.
	Warnings []WarningEntry `json:"warnings,omitzero"`
	// Outlooks are the wordings of prospects; a pack may replace wordings only.
	Outlooks []OutlookEntry `json:"outlooks,omitzero"`
}

// Standard returns a copy of the standard catalogue. It is the caller's own.
func Standard() Catalogue {
	return Catalogue{
		Name:        standardName,
		Version:     standardVersion,
		Kinds:       cloned(standardKinds),
		Playbooks:   cloned(standardPlaybooks),
		Handover:    slices.Clone(standardHandover),
		Touchpoints: slices.Clone(standardTouchpoints),
		Warnings:    slices.Clone(standardWarnings),
		Outlooks:    slices.Clone(standardOutlooks),
	}
}

func cloned[T interface{ clone() T }](entries []T) []T {
	list := make([]T, len(entries))
	for i, entry := range entries {
		list[i] = entry.clone()
	}
	return list
}
