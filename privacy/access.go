package privacy

import "github.com/rapport-go/rapport/internal/scale"

// Verdict answers a request for information. The zero value is unknown.
type Verdict uint8

// The members of Verdict, in order.
const (
	// VerdictUnknown means not decided; no decision carries it.
	VerdictUnknown Verdict = iota
	// VerdictFull means everything of the category.
	VerdictFull
	// VerdictPartial means the listed grains and nothing else.
	VerdictPartial
	// VerdictDenied means not now: another fact, registered by the firm, would change it.
	VerdictDenied
	// VerdictForbidden means that a rule forbids it, whatever else becomes true.
	VerdictForbidden
	// VerdictUndecided means that a fact is registered as unsaid and decides; treat it as no.
	VerdictUndecided
)

var verdictWords = []string{"unknown", "full", "partial", "denied", "forbidden", "undecided"}

// String returns the word; for a value that is no member, Verdict(n).
func (v Verdict) String() string { return scale.String("Verdict", verdictWords, uint8(v)) }

// MarshalText returns the word, or an error for a value that is no member.
func (v Verdict) MarshalText() ([]byte, error) {
	return scale.Marshal("Verdict", verdictWords, uint8(v))
}

// UnmarshalText accepts a word of the scale, letter for letter.
func (v *Verdict) UnmarshalText(text []byte) error {
	member, err := scale.Parse("Verdict", verdictWords, text)
	if err == nil {
		*v = Verdict(member)
	}
	return err
}

// Grain is one view of a category: a selection of what it holds. The list is closed. The zero value is unknown.
type Grain uint8

// The members of Grain, in order.
const (
	// GrainUnknown means not said.
	GrainUnknown Grain = iota
	// GrainFull is everything.
	GrainFull
	// GrainExistence is that there is something, and nothing about it.
	GrainExistence
	// GrainAction is what to do, not why.
	GrainAction
	// GrainRecognise is a picture or description, what to do and whom to call; no history, no motive.
	GrainRecognise
	// GrainContact is a reachable person of the team.
	GrainContact
	// GrainWindow is from when to when, without a reason.
	GrainWindow
	// GrainPlace is the one place where the asker works.
	GrainPlace
	// GrainCoarse is a word from a scale or an area.
	GrainCoarse
	// GrainLeg is one leg: from where, to where, when, in what.
	GrainLeg
	// GrainDay is the sheet of that day for that role, without background.
	GrainDay
	// GrainItem is one item of a programme.
	GrainItem
	// GrainTicket is what a document or booking needs.
	GrainTicket
	// GrainCare is what matters for health now.
	GrainCare
	// GrainOwn is the asker's own share.
	GrainOwn
	// GrainCount is numbers without names.
	GrainCount
	// GrainSummary is an edited account without third persons and sources.
	GrainSummary
	// GrainPublic is what is public or agreed for the public.
	GrainPublic
	// GrainSpecified is exactly the items named in the instrument or the consent.
	GrainSpecified
)

var grainWords = []string{
	"unknown", "full", "existence", "action", "recognise", "contact", "window", "place", "coarse",
	"leg", "day", "item", "ticket", "care", "own", "count", "summary", "public", "specified",
}

// String returns the word; for a value that is no member, Grain(n).
func (g Grain) String() string { return scale.String("Grain", grainWords, uint8(g)) }

// MarshalText returns the word, or an error for a value that is no member.
func (g Grain) MarshalText() ([]byte, error) {
	return scale.Marshal("Grain", grainWords, uint8(g))
}

// UnmarshalText accepts a word of the scale, letter for letter.
func (g *Grain) UnmarshalText(text []byte) error {
	member, err := scale.Parse("Grain", grainWords, text)
	if err == nil {
		*g = Grain(member)
	}
	return err
}

// Obligation comes with an answer. The zero value is unknown.
type Obligation uint8

// The members of Obligation, in order.
const (
	// ObligationUnknown means not said.
	ObligationUnknown Obligation = iota
	// ObligationLog means log the answer.
	ObligationLog
	// ObligationTellClientAfter means tell the client afterwards, within 24 hours.
	ObligationTellClientAfter
	// ObligationDeleteWhenWindowCloses means delete or return it when the window closes.
	ObligationDeleteWhenWindowCloses
	// ObligationShownNoCopy means show or say it, give no copy.
	ObligationShownNoCopy
	// ObligationVerifyByCallBack means call back on a known number before answering.
	ObligationVerifyByCallBack
	// ObligationCaveatTravels means say that it is for this person and this purpose only.
	ObligationCaveatTravels
	// ObligationApproverNamed means name who approved.
	ObligationApproverNamed
	// ObligationReviewWithin72h means review the answer within 72 hours.
	ObligationReviewWithin72h
)

var obligationWords = []string{
	"unknown", "log", "tell-client-after", "delete-when-window-closes", "shown-no-copy",
	"verify-by-call-back", "caveat-travels", "approver-named", "review-within-72h",
}

// String returns the word; for a value that is no member, Obligation(n).
func (o Obligation) String() string { return scale.String("Obligation", obligationWords, uint8(o)) }

// MarshalText returns the word, or an error for a value that is no member.
func (o Obligation) MarshalText() ([]byte, error) {
	return scale.Marshal("Obligation", obligationWords, uint8(o))
}

// UnmarshalText accepts a word of the scale, letter for letter.
func (o *Obligation) UnmarshalText(text []byte) error {
	member, err := scale.Parse("Obligation", obligationWords, text)
	if err == nil {
		*o = Obligation(member)
	}
	return err
}

// Atom is one fact about a request, read from the register and never taken from the asker. The list is closed: rules combine atoms and cannot add any. The zero value is unknown.
type Atom uint8

// The members of Atom, in order.
const (
	// AtomUnknown means not said and never holds.
	AtomUnknown Atom = iota
	// AtomImminentDanger is a circumstance: harm is under way or moments off.
	AtomImminentDanger
	// AtomMedicalEmergency is a circumstance: a life or serious injury is at stake and the person cannot be asked in time.
	AtomMedicalEmergency
	// AtomLegalCompulsion is a circumstance: a court, an authority or a statute demands it.
	AtomLegalCompulsion
	// AtomChecked is a circumstance: the privacy lead checked instrument, issuer and scope for this asker.
	AtomChecked
	// AtomApproved is a circumstance: the approver recorded a decision for this asker.
	AtomApproved
	// AtomAfterEnd is a circumstance: the service has ended.
	AtomAfterEnd
	// AtomLeaver is a circumstance: this asker left, changed team or was suspended.
	AtomLeaver
	// AtomUnderInvestigation is a circumstance: an incident that touches the asker's team is being looked into.
	AtomUnderInvestigation
	// AtomMinor says that the person asked about is under age.
	AtomMinor
	// AtomMature says that this minor takes part in decisions by law and policy.
	AtomMature
	// AtomAssigned says that the asker is assigned to this principal now.
	AtomAssigned
	// AtomOnActivity says that the asker is rostered to the activity of the request now.
	AtomOnActivity
	// AtomNamed says that this very person stands on the contact list now.
	AtomNamed
	// AtomVerified says that the named person's identity was checked.
	AtomVerified
	// AtomSelf says that the asker asks about themself.
	AtomSelf
	// AtomGuardian is a relation: the asker holds parental responsibility and no order to the contrary is known.
	AtomGuardian
	// AtomOfConcern is a relation: the asker is a person of concern in the threat file.
	AtomOfConcern
	// AtomConsent is derived: the person entitled to decide agreed to this recipient, category and purpose, now.
	AtomConsent
	// AtomOnDuty is derived: assigned or on-activity.
	AtomOnDuty
	// AtomEmergency is derived: imminent-danger or medical-emergency.
	AtomEmergency
)

var atomWords = []string{
	"unknown", "imminent-danger", "medical-emergency", "legal-compulsion", "checked", "approved",
	"after-end", "leaver", "under-investigation", "minor", "mature", "assigned", "on-activity",
	"named", "verified", "self", "guardian", "of-concern", "consent", "on-duty", "emergency",
}

// String returns the word; for a value that is no member, Atom(n).
func (a Atom) String() string { return scale.String("Atom", atomWords, uint8(a)) }

// MarshalText returns the word, or an error for a value that is no member.
func (a Atom) MarshalText() ([]byte, error) {
	return scale.Marshal("Atom", atomWords, uint8(a))
}

// UnmarshalText accepts a word of the scale, letter for letter.
func (a *Atom) UnmarshalText(text []byte) error {
	member, err := scale.Parse("Atom", atomWords, text)
	if err == nil {
		*a = Atom(member)
	}
	return err
}

// circumstance reports whether the atom is a kind of [Circumstance].
func (a Atom) circumstance() bool {
	return a >= AtomImminentDanger && a <= AtomUnderInvestigation
}
