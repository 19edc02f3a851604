package privacy

import (
	"slices"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
	"github.com/rapport-go/rapport/internal/pack"
)

// table is a list of entries sorted by their word.
type table[T interface{ word() W }, W ~string] []T

func (t table[T, W]) find(word W) (T, bool) {
	return pack.Find(t, word, func(entry T) W { return entry.word() })
}

// words is what an engine of this package knows.
type words struct {
	bounds     table[BoundEntry, Bound]
	drivers    table[DriverEntry, Driver]
	purposes   table[PurposeEntry, Purpose]
	offers     table[OfferEntry, client.Category]
	windows    table[WindowEntry, client.Role]
	rules      table[RuleEntry, RuleID]
	handling   table[HandlingEntry, client.Category]
	breaches   table[BreachEntry, Breach]
	terms      table[TermEntry, Item]
	sums       table[SumEntry, SumID]
	assurances table[AssuranceEntry, AssuranceID]
	boundaries table[BoundaryEntry, Boundary]
	denials    table[DenialEntry, Denial]
	channels   table[ChannelEntry, Channel]
	distances  table[DistanceEntry, DistanceID]
	effects    table[EffectEntry, EffectID]
	needs      table[NeedEntry, NeedID]
	posts      table[PostEntry, PostID]
	reliefs    table[ReliefEntry, ReliefID]
	rungs      table[RungEntry, RungID]
	signs      table[SignEntry, client.InteractionKind]
	spots      table[SpotEntry, Spot]
	steps      table[StepEntry, StepID]
	tactics    table[TacticEntry, TacticID]
	tags       table[TagEntry, Tag]
	waysout    table[WayOutEntry, WayOutID]
	yields     table[YieldEntry, YieldID]
	editions   []rapport.Edition
}

var standardWords = words{
	bounds:     standardBounds,
	drivers:    standardDrivers,
	purposes:   standardPurposes,
	offers:     standardOffers,
	windows:    standardWindows,
	rules:      standardRules,
	handling:   standardHandling,
	breaches:   standardBreaches,
	terms:      standardTerms,
	sums:       standardSums,
	assurances: standardAssurances,
	boundaries: standardBoundaries,
	denials:    standardDenials,
	channels:   standardChannels,
	distances:  standardDistances,
	effects:    standardEffects,
	needs:      standardNeeds,
	posts:      standardPosts,
	reliefs:    standardReliefs,
	rungs:      standardRungs,
	signs:      standardSigns,
	spots:      standardSpots,
	steps:      standardSteps,
	tactics:    standardTactics,
	tags:       standardTags,
	waysout:    standardWaysout,
	yields:     standardYields,
	editions:   []rapport.Edition{{Name: standardName, Version: standardVersion, Digest: standardDigest}},
}

// orStandard returns the words of an engine; the zero engine has the standard ones.
func (w *words) orStandard() *words {
	if w == nil {
		return &standardWords
	}
	return w
}

// editions lists the catalogues behind an engine, sorted.
func editions(w *words, c client.Scorer) []rapport.Edition {
	return rapport.SortEditions(slices.Concat(w.orStandard().editions, c.Editions()))
}

func (e BoundEntry) word() Bound                 { return e.ID }
func (e DriverEntry) word() Driver               { return e.ID }
func (e PurposeEntry) word() Purpose             { return e.ID }
func (e OfferEntry) word() client.Category       { return e.ID }
func (e WindowEntry) word() client.Role          { return e.ID }
func (e RuleEntry) word() RuleID                 { return e.ID }
func (e HandlingEntry) word() client.Category    { return e.ID }
func (e BreachEntry) word() Breach               { return e.ID }
func (e TermEntry) word() Item                   { return e.ID }
func (e SumEntry) word() SumID                   { return e.ID }
func (e AssuranceEntry) word() AssuranceID       { return e.ID }
func (e BoundaryEntry) word() Boundary           { return e.ID }
func (e DenialEntry) word() Denial               { return e.ID }
func (e ChannelEntry) word() Channel             { return e.ID }
func (e DistanceEntry) word() DistanceID         { return e.ID }
func (e EffectEntry) word() EffectID             { return e.ID }
func (e NeedEntry) word() NeedID                 { return e.ID }
func (e PostEntry) word() PostID                 { return e.ID }
func (e ReliefEntry) word() ReliefID             { return e.ID }
func (e RungEntry) word() RungID                 { return e.ID }
func (e SignEntry) word() client.InteractionKind { return e.ID }
func (e SpotEntry) word() Spot                   { return e.ID }
func (e StepEntry) word() StepID                 { return e.ID }
func (e TacticEntry) word() TacticID             { return e.ID }
func (e TagEntry) word() Tag                     { return e.ID }
func (e WayOutEntry) word() WayOutID             { return e.ID }
func (e YieldEntry) word() YieldID               { return e.ID }
