package client

//go:generate go -C ../internal/tools run ./cmd/catalogue client

// Catalogue is a set of words with their attributes: the standard one, or a vendor's pack. A pack's
// entries carry vendor words. An entry whose word is built in may replace its English wording and
// nothing else. The zero value is an empty pack that lacks its name.
type Catalogue struct {
	// Name is "client" for the standard catalogue, a vendor's word for a pack.
	Name string `json:"name"`
	// Version is counted by its maker.
	Version string `json:"version"`
	// Settings is the tree of settings.
	Settings []SettingEntry `json:"settings,omitzero"`
	// Activities is the tree of activities.
	Activities []ActivityEntry `json:"activities,omitzero"`
	// Elements is what can be noticed of protection.
	Elements []ElementEntry `json:"elements,omitzero"`
	// Threats are the kinds of threat.
	Threats []ThreatEntry `json:"threats,omitzero"`
	// Contacts are the kinds of contact by the source of a threat.
	Contacts []ContactEntry `json:"contacts,omitzero"`
	// Concerns are the kinds of worry.
	Concerns []ConcernEntry `json:"concerns,omitzero"`
	// Dimensions are the psychological dimensions.
	Dimensions []DimensionEntry `json:"dimensions,omitzero"`
	// Evidence are the kinds of evidence.
	Evidence []EvidenceEntry `json:"evidence,omitzero"`
	// Wishes are the kinds of wish.
	Wishes []WishEntry `json:"wishes,omitzero"`
	// Roles are the roles.
	Roles []RoleEntry `json:"roles,omitzero"`
	// Categories are the kinds of information.
	Categories []CategoryEntry `json:"categories,omitzero"`
	// Needs are the kinds of need beside the four that are ranked.
	Needs []NeedEntry `json:"needs,omitzero"`
	// Patterns are the ways of how regularly something happens.
	Patterns []PatternEntry `json:"patterns,omitzero"`
	// Changes are the kinds of change in life.
	Changes []LifeChangeEntry `json:"changes,omitzero"`
	// Engagements are the kinds of service.
	Engagements []EngagementEntry `json:"engagements,omitzero"`
	// Interactions are the kinds of interaction that bear on a profile.
	Interactions []InteractionEntry `json:"interactions,omitzero"`
	// Stances are what follows where worry and threat are laid side by side.
	Stances []StanceEntry `json:"stances,omitzero"`
	// Sections are the parts of the intake.
	Sections []SectionEntry `json:"sections,omitzero"`
	// Questions are the questions of the intake.
	Questions []QuestionEntry `json:"questions,omitzero"`
}
