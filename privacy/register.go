package privacy

import (
	"time"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
)

// Register is what the firm knows about who stands where. It is the only source of facts for a decision.
// The order of its lists says nothing. The zero value knows nobody, and then nobody learns anything.
type Register struct {
	// Assignments say who works for whom.
	Assignments []Assignment `json:"assignments,omitzero"`
	// Contacts are the named people outside the team.
	Contacts []Contact `json:"contacts,omitzero"`
	// Consents are the recorded agreements.
	Consents []Consent `json:"consents,omitzero"`
	// Relations say who is guardian, and who is a person of concern.
	Relations []Relation `json:"relations,omitzero"`
	// Subjects are the principals whose age is on record.
	Subjects []Subject `json:"subjects,omitzero"`
	// Circumstances are dated facts about the service, an incident or a person.
	Circumstances []Circumstance `json:"circumstances,omitzero"`
}

// Validate reports problems of shape.
func (r Register) Validate() error {
	var f rapport.Faults
	rapport.JoinEach(&f, "/assignments", r.Assignments, func(a Assignment) rapport.ID { return a.ID })
	rapport.JoinEach(&f, "/contacts", r.Contacts, func(c Contact) rapport.ID { return c.ID })
	rapport.JoinEach(&f, "/consents", r.Consents, func(c Consent) rapport.ID { return c.ID })
	rapport.JoinEach(&f, "/relations", r.Relations, func(r Relation) rapport.ID { return r.ID })
	rapport.JoinEach(&f, "/subjects", r.Subjects, func(s Subject) rapport.ID { return s.ID })
	rapport.JoinEach(&f, "/circumstances", r.Circumstances, func(c Circumstance) rapport.ID { return c.ID })
	return f.Err()
}

// Assignment puts a person to work for a principal, or at one activity of theirs. It counts within its
// span, with the lead and tail of the role. An extension is a new entry.
type Assignment struct {
	// ID is unique in the assignments.
	ID rapport.ID `json:"id"`
	// Person is who works.
	Person rapport.ID `json:"person"`
	// Role is as what.
	Role client.Role `json:"role"`
	// Principal is for whom.
	Principal rapport.ID `json:"principal"`
	// Activity is the activity; empty means the principal for the span.
	Activity rapport.ID `json:"activity,omitzero"`
	// Span is when.
	Span rapport.Span `json:"span"`
}

// Validate reports problems of shape.
func (a Assignment) Validate() error {
	return faultEntry(a.ID, a.Person, a.Role, a.Principal, a.Activity, a.Span)
}

// Contact is one named person outside the team: never an organisation. It counts within its span, with
// the lead and tail of the role.
type Contact struct {
	// ID is unique in the contacts.
	ID rapport.ID `json:"id"`
	// Person is who.
	Person rapport.ID `json:"person"`
	// Role is as what.
	Role client.Role `json:"role"`
	// Principal is about whom they may be spoken with.
	Principal rapport.ID `json:"principal"`
	// Activity narrows it to one activity; empty means any.
	Activity rapport.ID `json:"activity,omitzero"`
	// Span is when.
	Span rapport.Span `json:"span"`
	// Verified says whether their identity was checked, by calling back on a known number or face to
	// face. Only a yes counts; unsaid is treated as not checked.
	Verified rapport.Answer `json:"verified,omitzero"`
}

// Validate reports problems of shape.
func (c Contact) Validate() error {
	var f rapport.Faults
	f.Join("", faultEntry(c.ID, c.Person, c.Role, c.Principal, c.Activity, c.Span))
	outOfScale(&f, "/verified", c.Verified)
	return f.Err()
}

func faultEntry(id, person rapport.ID, role client.Role, principal, activity rapport.ID, span rapport.Span) error {
	var f rapport.Faults
	f.ID("/id", id)
	f.ID("/person", person)
	rapport.FaultWord(&f, "/role", role)
	f.ID("/principal", principal)
	f.OptionalID("/activity", activity)
	f.Span("/span", span.From, span.To)
	return f.Err()
}

// longestConsent is how long an agreement can hold: one year, whichever year it is. House judgement.
const longestConsent = 366 * 24 * time.Hour

// Consent is a recorded agreement that one person may learn something about a principal. It counts where
// the person entitled gave it: the principal; for a minor a guardian, whose word alone is enough for daily
// matters; for a mature minor both, in two records. Of categories that need it
// ([HandlingEntry.BothGuardians]) every guardian on record, one who asks among them, has to agree in a
// record of their own: who stands as guardian with a yes has to, who stands with a no, as by an order,
// cannot, and who is unsaid leaves the decision open where it matters. Nobody is their own guardian. Where several records of one giver count, the views add up;
// where several givers have to agree, what all of them agreed to counts. Withdrawal works at once and
// forward only. Travel abroad cannot be told from a request, so nothing here asks for both words there.
type Consent struct {
	// ID is unique in the consents.
	ID rapport.ID `json:"id"`
	// Principal is about whom.
	Principal rapport.ID `json:"principal"`
	// By is who agreed.
	By rapport.ID `json:"by"`
	// Person is who may learn it.
	Person rapport.ID `json:"person"`
	// Categories lists what; an agreement to everything is none.
	Categories []client.Category `json:"categories"`
	// Grains lists the views agreed to; their order says nothing. What rests on the agreement gives no
	// other view: neither a rule that needs it nor one that it lifts. Empty, or GrainFull among them, leaves
	// it to the rules. GrainSpecified stands for items that the app keeps beside the record.
	Grains []Grain `json:"grains,omitzero"`
	// Purposes lists what for.
	Purposes []Purpose `json:"purposes"`
	// Activity narrows it to requests about one activity; empty means any request, also one about none.
	Activity rapport.ID `json:"activity,omitzero"`
	// Span is when. Its beginning and its end have to be given, and lie 366 days apart at most, which is
	// house judgement; a longer agreement is asked for again.
	Span rapport.Span `json:"span"`
	// Withdrawn is when it was withdrawn; zero means it was not.
	Withdrawn time.Time `json:"withdrawn,omitzero"`
	// Freely says whether the giver was told the alternatives and nothing was refused because of a no. A
	// no means that the agreement does not count; unsaid counts and is reported.
	Freely rapport.Answer `json:"freely,omitzero"`
	// Evidence is the app's own key of the signature, recording or message that shows it. An agreement
	// without one counts, and is reported.
	Evidence rapport.ID `json:"evidence,omitzero"`
}

// Validate reports problems of shape.
func (c Consent) Validate() error {
	var f rapport.Faults
	f.ID("/id", c.ID)
	f.ID("/principal", c.Principal)
	f.ID("/by", c.By)
	f.ID("/person", c.Person)
	if len(c.Categories) == 0 {
		f.Required("/categories")
	}
	checkMembers(&f, "/grains", c.Grains)
	if len(c.Purposes) == 0 {
		f.Required("/purposes")
	}
	f.OptionalID("/activity", c.Activity)
	if c.Span.From.IsZero() {
		f.Required("/span/from")
	}
	if c.Span.To.IsZero() {
		f.Required("/span/to")
	}
	f.Span("/span", c.Span.From, c.Span.To)
	if !c.Span.From.IsZero() && c.Span.To.Sub(c.Span.From) > longestConsent {
		f.Coded("/span/to", codeEntry(CodeConsentTooLong))
	}
	outOfScale(&f, "/freely", c.Freely)
	f.OptionalID("/evidence", c.Evidence)
	return f.Err()
}

// Relation says how a person stands to a principal, beside any role.
type Relation struct {
	// ID is unique in the relations.
	ID rapport.ID `json:"id"`
	// Kind is AtomGuardian or AtomOfConcern.
	Kind Atom `json:"kind"`
	// Person is who stands so.
	Person rapport.ID `json:"person"`
	// Principal is to whom.
	Principal rapport.ID `json:"principal"`
	// Holds says whether it is so. A no against a guardian, as by an order, outweighs a yes. Unsaid
	// leaves the decision open where it matters.
	Holds rapport.Answer `json:"holds"`
}

// Validate reports problems of shape.
func (r Relation) Validate() error {
	var f rapport.Faults
	f.ID("/id", r.ID)
	if r.Kind != AtomGuardian && r.Kind != AtomOfConcern {
		f.OutOfRange("/kind")
	}
	f.ID("/person", r.Person)
	f.ID("/principal", r.Principal)
	outOfScale(&f, "/holds", r.Holds)
	return f.Err()
}

// Subject is a principal whose age is on record. A principal without an entry counts as of age.
type Subject struct {
	// ID is the principal.
	ID rapport.ID `json:"id"`
	// Minor says whether they are under age. Unsaid leaves the decision open where it matters.
	Minor rapport.Answer `json:"minor"`
	// Mature says whether a minor takes part in decisions, by law and the firm's policy. Unsaid leaves the
	// decision open where it matters.
	Mature rapport.Answer `json:"mature"`
}

// Validate reports problems of shape.
func (s Subject) Validate() error {
	var f rapport.Faults
	f.ID("/id", s.ID)
	outOfScale(&f, "/minor", s.Minor)
	outOfScale(&f, "/mature", s.Mature)
	return f.Err()
}

// Circumstance is a dated fact about the service, an incident or a person.
type Circumstance struct {
	// ID is unique in the circumstances.
	ID rapport.ID `json:"id"`
	// Kind is an atom from AtomImminentDanger to AtomUnderInvestigation.
	Kind Atom `json:"kind"`
	// Principal is whom it concerns; only a leaver may have none, and then left everybody.
	Principal rapport.ID `json:"principal,omitzero"`
	// Person narrows it to one asker; empty means every asker. Leaver, checked and approved are about
	// one person always.
	Person rapport.ID `json:"person,omitzero"`
	// Span is when.
	Span rapport.Span `json:"span"`
	// Holds says whether it is so. Unsaid leaves the decision open where it matters.
	Holds rapport.Answer `json:"holds"`
}

// Validate reports problems of shape.
func (c Circumstance) Validate() error {
	var f rapport.Faults
	f.ID("/id", c.ID)
	if !c.Kind.circumstance() {
		f.OutOfRange("/kind")
	}
	if c.Principal != "" || c.Kind != AtomLeaver {
		f.ID("/principal", c.Principal)
	}
	if c.Person != "" || c.Kind == AtomLeaver || c.Kind == AtomChecked || c.Kind == AtomApproved {
		f.ID("/person", c.Person)
	}
	f.Span("/span", c.Span.From, c.Span.To)
	outOfScale(&f, "/holds", c.Holds)
	return f.Err()
}
