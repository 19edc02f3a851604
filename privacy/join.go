package privacy

import (
	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/internal/pack"
)

// join puts the packs together with the standard catalogue and checks what they add.
func join(config Config) (*words, error) {
	if len(config.Packs) == 0 {
		return nil, nil
	}
	var f rapport.Faults
	packs := config.Packs
	pack.Names(&f, packs, nameOf)
	w := &words{
		bounds:     joined(&f, "bounds", standardBounds, packs, func(c Catalogue) []BoundEntry { return c.Bounds }),
		drivers:    joined(&f, "drivers", standardDrivers, packs, func(c Catalogue) []DriverEntry { return c.Drivers }),
		purposes:   joined(&f, "purposes", standardPurposes, packs, func(c Catalogue) []PurposeEntry { return c.Purposes }),
		offers:     joined(&f, "offers", standardOffers, packs, func(c Catalogue) []OfferEntry { return c.Offers }),
		windows:    joined(&f, "windows", standardWindows, packs, func(c Catalogue) []WindowEntry { return c.Windows }),
		rules:      joined(&f, "rules", standardRules, packs, func(c Catalogue) []RuleEntry { return c.Rules }),
		handling:   joined(&f, "handling", standardHandling, packs, func(c Catalogue) []HandlingEntry { return c.Handling }),
		breaches:   joined(&f, "breaches", standardBreaches, packs, func(c Catalogue) []BreachEntry { return c.Breaches }),
		terms:      joined(&f, "terms", standardTerms, packs, func(c Catalogue) []TermEntry { return c.Terms }),
		sums:       joined(&f, "sums", standardSums, packs, func(c Catalogue) []SumEntry { return c.Sums }),
		assurances: joined(&f, "assurances", standardAssurances, packs, func(c Catalogue) []AssuranceEntry { return c.Assurances }),
		boundaries: joined(&f, "boundaries", standardBoundaries, packs, func(c Catalogue) []BoundaryEntry { return c.Boundaries }),
		denials:    joined(&f, "denials", standardDenials, packs, func(c Catalogue) []DenialEntry { return c.Denials }),
		channels:   joined(&f, "channels", standardChannels, packs, func(c Catalogue) []ChannelEntry { return c.Channels }),
		distances:  joined(&f, "distances", standardDistances, packs, func(c Catalogue) []DistanceEntry { return c.Distances }),
		effects:    joined(&f, "effects", standardEffects, packs, func(c Catalogue) []EffectEntry { return c.Effects }),
		needs:      joined(&f, "needs", standardNeeds, packs, func(c Catalogue) []NeedEntry { return c.Needs }),
		posts:      joined(&f, "posts", standardPosts, packs, func(c Catalogue) []PostEntry { return c.Posts }),
		reliefs:    joined(&f, "reliefs", standardReliefs, packs, func(c Catalogue) []ReliefEntry { return c.Reliefs }),
		rungs:      joined(&f, "rungs", standardRungs, packs, func(c Catalogue) []RungEntry { return c.Rungs }),
		signs:      joined(&f, "signs", standardSigns, packs, func(c Catalogue) []SignEntry { return c.Signs }),
		spots:      joined(&f, "spots", standardSpots, packs, func(c Catalogue) []SpotEntry { return c.Spots }),
		steps:      joined(&f, "steps", standardSteps, packs, func(c Catalogue) []StepEntry { return c.Steps }),
		tactics:    joined(&f, "tactics", standardTactics, packs, func(c Catalogue) []TacticEntry { return c.Tactics }),
		tags:       joined(&f, "tags", standardTags, packs, func(c Catalogue) []TagEntry { return c.Tags }),
		waysout:    joined(&f, "ways_out", standardWaysout, packs, func(c Catalogue) []WayOutEntry { return c.WaysOut }),
		yields:     joined(&f, "yields", standardYields, packs, func(c Catalogue) []YieldEntry { return c.Yields }),
	}
	for i, c := range packs {
		checker{&f, w, config.Client}.catalogue(rapport.Pointer("/packs").Index(i), c)
	}
	if err := f.Err(); err != nil {
		return nil, err
	}
	list, err := pack.Editions(standardWords.editions[0], packs, nameOf)
	w.editions = list
	return w, err
}

func nameOf(c Catalogue) (name, version string) { return c.Name, c.Version }

func joined[T any](f *rapport.Faults, family string, standard []T, packs []Catalogue, of func(Catalogue) []T) []T {
	lists := make([][]T, len(packs))
	for i, c := range packs {
		lists[i] = of(c)
	}
	return pack.Join(f, family, standard, lists)
}
