package client

import (
	"slices"

	"github.com/rapport-go/rapport"
)

// Mandate says who stands where in an engagement and who may decide what. Client, payer, ordering party and
// principal may be four different parties. The zero value means that nothing is said.
type Mandate struct {
	// Kind is the service the firm gives.
	Kind EngagementKind `json:"kind,omitzero"`
	// Client is who has the relationship with the firm.
	Client rapport.ID `json:"client,omitzero"`
	// OrderedBy is who mandated the protection.
	OrderedBy rapport.ID `json:"ordered_by,omitzero"`
	// PaidBy is who pays.
	PaidBy rapport.ID `json:"paid_by,omitzero"`
	// Parties are the people, organisations and households of the engagement. Principals need not stand
	// among them. The order says nothing.
	Parties []Party `json:"parties,omitzero"`
	// Rights say who decides what. The order says nothing.
	Rights []Right `json:"rights,omitzero"`
}

// Party is a person, an organisation or a household with a part in the engagement.
type Party struct {
	// ID is the app's key of the party.
	ID rapport.ID `json:"id"`
	// Kind says what it is.
	Kind PartyKind `json:"kind"`
	// Role is its role, where it has one.
	Role Role `json:"role,omitzero"`
	// Members are who belongs to an organisation or a household; a person has none.
	Members []rapport.ID `json:"members,omitzero"`
}

// Validate reports problems of shape.
func (p Party) Validate() error {
	var f rapport.Faults
	f.ID("/id", p.ID)
	required(&f, "/kind", p.Kind == PartyKindUnknown)
	member(&f, "/kind", p.Kind)
	rapport.FaultOptionalWord(&f, "/role", p.Role)
	bounded(&f, "/members", len(p.Members), MaxPeople)
	people(&f, "/members", p.Members, p.ID)
	return f.Err()
}

// Right says who decides about a matter. Matter and For together stand once in a mandate.
type Right struct {
	// Matter is what is decided.
	Matter Matter `json:"matter"`
	// By is who decides; exactly one.
	By rapport.ID `json:"by"`
	// For is the principal it is decided for; empty means all whom no right of their own names.
	For rapport.ID `json:"for,omitzero"`
}

// Validate reports problems of shape.
func (r Right) Validate() error {
	var f rapport.Faults
	required(&f, "/matter", r.Matter == MatterUnknown)
	member(&f, "/matter", r.Matter)
	f.ID("/by", r.By)
	f.OptionalID("/for", r.For)
	return f.Err()
}

// Validate reports problems of shape: IDs, parties that stand twice, and two who decide the same.
func (m Mandate) Validate() error {
	var f rapport.Faults
	rapport.FaultOptionalWord(&f, "/kind", m.Kind)
	f.OptionalID("/client", m.Client)
	f.OptionalID("/ordered_by", m.OrderedBy)
	f.OptionalID("/paid_by", m.PaidBy)
	bounded(&f, "/parties", len(m.Parties), MaxPeople)
	bounded(&f, "/rights", len(m.Rights), MaxPeople)
	rapport.JoinEach(&f, "/parties", m.Parties, func(p Party) rapport.ID { return p.ID })
	for i, r := range m.Rights {
		at := rapport.Pointer("/rights").Index(i)
		f.Join(at, r.Validate())
		if slices.ContainsFunc(m.Rights[:i], func(other Right) bool { return other.Matter == r.Matter && other.For == r.For }) {
			f.Coded(at, codeEntry(CodeDecidedTwice))
		}
	}
	return f.Err()
}

// CheckMandate reports problems of shape, words that this scorer does not know, and persons with members.
func (s Scorer) CheckMandate(m Mandate) error {
	var f rapport.Faults
	f.Join("", m.Validate())
	known(&f, "", "kind", s.table().engagements.find, m.Kind)
	for i, p := range m.Parties {
		at := rapport.Pointer("/parties").Index(i)
		known(&f, at, "role", s.Role, p.Role)
		inRange(&f, at.Child("members"), p.Kind != PartyKindPerson || len(p.Members) == 0)
	}
	return f.Err()
}

// HouseholdOf lists those who live with a person, themself left out, sorted; empty where no household of
// the mandate names them. The list is the caller's own.
func (m Mandate) HouseholdOf(person rapport.ID) []rapport.ID {
	list := []rapport.ID{}
	for _, p := range m.Parties {
		if p.Kind == PartyKindHousehold && slices.Contains(p.Members, person) {
			list = append(list, p.Members...)
		}
	}
	slices.Sort(list)
	return slices.DeleteFunc(slices.Compact(list), func(id rapport.ID) bool { return id == person })
}

// Decider is who decides about a matter for a principal.
type Decider struct {
	// By is who decides, sorted. Several have to agree. Empty means that nobody has said and nothing
	// follows from the matter: it has to be asked.
	By []rapport.ID `json:"by"`
	// Reasons say why, in order; subjects are paths below the mandate or below the profile.
	Reasons []rapport.Reason `json:"reasons"`
}

// Decides says who decides about a matter for a principal. A right given for the principal by name comes
// before one given for all. Where none is given, what is usual holds: for a minor the guardians decide, for
// an adult the person about their day, how visible protection is, what touches body and home, and who is
// told; whoever pays about cost; whoever ordered it about the mandate. To go below a floor is nobody's
// right until it is said.
func (m Mandate) Decides(matter Matter, p Profile) Decider {
	for _, principal := range [...]rapport.ID{p.ID, ""} {
		for _, r := range m.Rights {
			if r.Matter == matter && r.For == principal {
				return decided(CodeDecidesGiven, "/rights", matter, r.By)
			}
		}
	}
	switch matter {
	case MatterCost:
		return decided(CodeDecidesUsual, "/paid_by", matter, m.PaidBy)
	case MatterMandate:
		return decided(CodeDecidesUsual, "/ordered_by", matter, m.OrderedBy)
	case MatterDay, MatterVisibility, MatterMeasures, MatterInformation:
		if p.Minor == rapport.AnswerNo {
			return decided(CodeDecidesSelf, "/minor", matter, p.ID)
		}
		return decided(CodeDecidesGuardian, "/guardians", matter, p.Guardians...)
	default: // below the floor: only where it is said
		return decided(CodeDecidesNobody, "/rights", matter)
	}
}

func decided(code rapport.Code, subject rapport.Path, matter Matter, by ...rapport.ID) Decider {
	list := []rapport.ID{}
	for _, id := range slices.Sorted(slices.Values(by)) {
		if id != "" {
			list = append(list, id)
		}
	}
	weight := int8(3)
	if len(list) == 0 {
		code, weight = CodeDecidesNobody, -3
	}
	return Decider{By: list, Reasons: []rapport.Reason{codeEntry(code).Reason(subject, weight, matter.phrase())}}
}

// phrase names the matter within a sentence.
func (m Matter) phrase() string {
	switch m {
	case MatterDay:
		return "the day itself"
	case MatterVisibility:
		return "how visible protection is"
	case MatterMeasures:
		return "what touches body, home and habits"
	case MatterBelowFloor:
		return "going below what is needed"
	case MatterInformation:
		return "who is told"
	case MatterCost:
		return "cost"
	case MatterMandate:
		return "start and end of the protection"
	default:
		return m.String()
	}
}
