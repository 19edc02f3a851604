package privacy

import "github.com/rapport-go/rapport/client"

// Catalogue is what the package knows as data: the standard one, or a vendor's pack. A pack's entries
// carry vendor words, and its offers and windows are for vendor categories and roles. A pack may bound,
// push, forbid, and give information of its own categories or to its own roles; it may not give a
// built-in role anything of a built-in category, and it may bring nobody nearer than a built-in distance
// allows. An entry whose word is built in may replace its English
// wording and nothing else. The zero value is an empty pack that lacks its name.
type Catalogue struct {
	// Name is "privacy" for the standard catalogue, a vendor's word for a pack.
	Name string `json:"name"`
	// Version is counted by its maker.
	Version string `json:"version"`
	// Bounds are the hard bounds on visibility.
	Bounds []BoundEntry `json:"bounds,omitzero"`
	// Drivers push the choice of visibility inside the bounds.
	Drivers []DriverEntry `json:"drivers,omitzero"`
	// Rungs say what the rungs of visibility are like; a pack can only word them anew.
	Rungs []RungEntry `json:"rungs,omitzero"`
	// Effects are the side effects of the rungs.
	Effects []EffectEntry `json:"effects,omitzero"`
	// Steps say what a step down gives up.
	Steps []StepEntry `json:"steps,omitzero"`
	// Yields are the situations in which privacy gives way.
	Yields []YieldEntry `json:"yields,omitzero"`
	// Tactics are the things to do and to wear.
	Tactics []TacticEntry `json:"tactics,omitzero"`
	// Tags group tactics.
	Tags []TagEntry `json:"tags,omitzero"`
	// Distances say how far off an officer keeps.
	Distances []DistanceEntry `json:"distances,omitzero"`
	// Spots are spots inside a setting.
	Spots []SpotEntry `json:"spots,omitzero"`
	// Needs are what somebody has to be in time for.
	Needs []NeedEntry `json:"needs,omitzero"`
	// Posts are the usual positions.
	Posts []PostEntry `json:"posts,omitzero"`
	// WaysOut are what can be done where no position fits.
	WaysOut []WayOutEntry `json:"ways_out,omitzero"`
	// Channels are the ways to reach the team.
	Channels []ChannelEntry `json:"channels,omitzero"`
	// Signs say what tells that a person feels watched.
	Signs []SignEntry `json:"signs,omitzero"`
	// Reliefs are the ways to ease what disturbs a person.
	Reliefs []ReliefEntry `json:"reliefs,omitzero"`
	// Purposes are the purposes for which information may be asked.
	Purposes []PurposeEntry `json:"purposes,omitzero"`
	// Offers say which views a category has.
	Offers []OfferEntry `json:"offers,omitzero"`
	// Windows say how long before and after its span an entry of a role counts.
	Windows []WindowEntry `json:"windows,omitzero"`
	// Rules are the rules of need-to-know.
	Rules []RuleEntry `json:"rules,omitzero"`
	// Handling says how categories are handled.
	Handling []HandlingEntry `json:"handling,omitzero"`
	// Breaches are the classes of breach.
	Breaches []BreachEntry `json:"breaches,omitzero"`
	// Terms say how long records are kept.
	Terms []TermEntry `json:"terms,omitzero"`
	// Sums say what views come to together.
	Sums []SumEntry `json:"sums,omitzero"`
	// Assurances are the sentences a client may be told.
	Assurances []AssuranceEntry `json:"assurances,omitzero"`
	// Boundaries are the kinds of boundary.
	Boundaries []BoundaryEntry `json:"boundaries,omitzero"`
	// Denials are the kinds of denial; a pack can only word them anew.
	Denials []DenialEntry `json:"denials,omitzero"`
}

// Config says what a [Selector] or a [Policy] is built from. The zero value means the standard
// catalogues alone.
type Config struct {
	// Packs are joined with the standard catalogue; their order means nothing.
	Packs []Catalogue
	// Client knows settings, activities, threats, roles and categories.
	Client client.Scorer
}
