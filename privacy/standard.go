package privacy

import "slices"

// Standard returns a copy of the standard catalogue. It is the caller's own.
func Standard() Catalogue {
	return Catalogue{
		Name: standardName, Version: standardVersion,
		Bounds:   cloned(standardBounds),
		Drivers:  cloned(standardDrivers),
		Purposes: slices.Clone(standardPurposes),
		Offers:   cloned(standardOffers),
		Windows:  slices.Clone(standardWindows),
		Rules:    cloned(standardRules),
		Denials:  cloned(standardDenials),
	}
}

func cloned[T interface{ clone() T }](entries []T) []T {
	list := make([]T, len(entries))
	for i, entry := range entries {
		list[i] = entry.clone()
	}
	return list
}

func (c Condition) clone() Condition {
	return Condition{
		slices.Clone(c.Settings), slices.Clone(c.Activities), slices.Clone(c.Threats),
		slices.Clone(c.Wishes), slices.Clone(c.Facts),
	}
}

func (e BoundEntry) clone() BoundEntry {
	e.When = e.When.clone()
	return e
}

func (e DriverEntry) clone() DriverEntry {
	e.When = e.When.clone()
	return e
}

func (e OfferEntry) clone() OfferEntry {
	e.Offers = slices.Clone(e.Offers)
	return e
}

func (e RuleEntry) clone() RuleEntry {
	e.Roles, e.Except = slices.Clone(e.Roles), slices.Clone(e.Except)
	e.Categories, e.Purposes = slices.Clone(e.Categories), slices.Clone(e.Purposes)
	e.When, e.WhenNot, e.Unless = slices.Clone(e.When), slices.Clone(e.WhenNot), slices.Clone(e.Unless)
	e.Gives, e.Leaves = slices.Clone(e.Gives), slices.Clone(e.Leaves)
	e.Obligations = slices.Clone(e.Obligations)
	return e
}

func (e DenialEntry) clone() DenialEntry {
	e.Approvers = slices.Clone(e.Approvers)
	return e
}
