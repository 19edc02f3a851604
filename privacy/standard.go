package privacy

import "slices"

// Standard returns a copy of the standard catalogue. It is the caller's own.
func Standard() Catalogue {
	return Catalogue{
		Name: standardName, Version: standardVersion,
		Bounds:     cloned(standardBounds, BoundEntry.clone),
		Drivers:    cloned(standardDrivers, DriverEntry.clone),
		Rungs:      slices.Clone(standardRungs),
		Effects:    cloned(standardEffects, EffectEntry.clone),
		Steps:      cloned(standardSteps, StepEntry.clone),
		Yields:     cloned(standardYields, YieldEntry.clone),
		Tactics:    cloned(standardTactics, TacticEntry.clone),
		Tags:       slices.Clone(standardTags),
		Distances:  cloned(standardDistances, DistanceEntry.clone),
		Spots:      slices.Clone(standardSpots),
		Needs:      slices.Clone(standardNeeds),
		Posts:      slices.Clone(standardPosts),
		WaysOut:    slices.Clone(standardWaysout),
		Channels:   cloned(standardChannels, ChannelEntry.clone),
		Signs:      cloned(standardSigns, SignEntry.clone),
		Reliefs:    cloned(standardReliefs, ReliefEntry.clone),
		Purposes:   slices.Clone(standardPurposes),
		Offers:     cloned(standardOffers, OfferEntry.clone),
		Windows:    slices.Clone(standardWindows),
		Rules:      cloned(standardRules, RuleEntry.clone),
		Handling:   slices.Clone(standardHandling),
		Breaches:   slices.Clone(standardBreaches),
		Terms:      cloned(standardTerms, TermEntry.clone),
		Sums:       cloned(standardSums, SumEntry.clone),
		Assurances: cloned(standardAssurances, AssuranceEntry.clone),
		Boundaries: cloned(standardBoundaries, BoundaryEntry.clone),
		Denials:    cloned(standardDenials, DenialEntry.clone),
	}
}

func cloned[T any](entries []T, clone func(T) T) []T {
	list := make([]T, len(entries))
	for i, entry := range entries {
		list[i] = clone(entry)
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

func (e EffectEntry) clone() EffectEntry {
	e.When = e.When.clone()
	return e
}

func (e StepEntry) clone() StepEntry {
	e.When = e.When.clone()
	return e
}

func (e YieldEntry) clone() YieldEntry {
	e.When = e.When.clone()
	return e
}

func (e TacticEntry) clone() TacticEntry {
	e.Settings, e.Rungs = slices.Clone(e.Settings), slices.Clone(e.Rungs)
	e.When, e.Unless = slices.Clone(e.When), slices.Clone(e.Unless)
	e.Shows, e.Tags = slices.Clone(e.Shows), slices.Clone(e.Tags)
	return e
}

func (e DistanceEntry) clone() DistanceEntry {
	e.When = e.When.clone()
	return e
}

func (e ChannelEntry) clone() ChannelEntry {
	e.Rungs = slices.Clone(e.Rungs)
	return e
}

func (e SignEntry) clone() SignEntry {
	e.Elements = slices.Clone(e.Elements)
	return e
}

func (e ReliefEntry) clone() ReliefEntry {
	e.Elements = slices.Clone(e.Elements)
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

func (e TermEntry) clone() TermEntry {
	e.Min, e.Max = slices.Clone(e.Min), slices.Clone(e.Max)
	return e
}

func (e SumEntry) clone() SumEntry {
	e.Parts = slices.Clone(e.Parts)
	return e
}

func (e AssuranceEntry) clone() AssuranceEntry {
	e.Rules = slices.Clone(e.Rules)
	return e
}

func (e BoundaryEntry) clone() BoundaryEntry {
	e.Wishes, e.Allows = slices.Clone(e.Wishes), slices.Clone(e.Allows)
	return e
}

func (e DenialEntry) clone() DenialEntry {
	e.Approvers = slices.Clone(e.Approvers)
	return e
}
