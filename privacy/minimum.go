package privacy

import (
	"slices"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
)

// Collection is what somebody means to ask for, keep or hand over for one role and purpose.
type Collection struct {
	// Role is for whom.
	Role client.Role `json:"role"`
	// Purpose is what for.
	Purpose Purpose `json:"purpose"`
	// Wanted lists the items; their order says nothing.
	Wanted []Wanted `json:"wanted,omitzero"`
}

// Wanted is one item of a collection.
type Wanted struct {
	// ID is unique in the collection.
	ID rapport.ID `json:"id"`
	// Category is the kind of information.
	Category client.Category `json:"category"`
	// Grain is the view that is meant; unknown means everything.
	Grain Grain `json:"grain,omitzero"`
}

// Validate reports problems of shape.
func (w Wanted) Validate() error {
	var f rapport.Faults
	f.ID("/id", w.ID)
	rapport.FaultWord(&f, "/category", w.Category)
	outOfScale(&f, "/grain", w.Grain)
	return f.Err()
}

// Validate reports problems of shape.
func (c Collection) Validate() error {
	var f rapport.Faults
	rapport.FaultWord(&f, "/role", c.Role)
	rapport.FaultWord(&f, "/purpose", c.Purpose)
	rapport.JoinEach(&f, "/wanted", c.Wanted, func(w Wanted) rapport.ID { return w.ID })
	return f.Err()
}

// Part is a view of a category.
type Part struct {
	// Category is the kind of information; empty in a [SumEntry] means any, the same in all its parts.
	Category client.Category `json:"category,omitzero"`
	// Grain is the view.
	Grain Grain `json:"grain"`
}

// Minimum is what a role needs for a purpose, and what of a collection goes beyond it.
type Minimum struct {
	// Enough lists what the rules give for the purpose in ordinary service, sorted by category and view.
	Enough []Part `json:"enough"`
	// Optional lists what only an agreement adds, in the same order.
	Optional []Part `json:"optional"`
	// Over lists what was wanted beyond both, sorted.
	Over []rapport.ID `json:"over"`
	// Reasons say of each item that was wanted whether it is enough, needs an agreement, or is too much.
	Reasons []rapport.Reason `json:"reasons"`
	// MadeWith lists the catalogues used, sorted.
	MadeWith []rapport.Edition `json:"made_with"`
}

// Minimum says what a role needs for a purpose, as the rules have it for somebody on duty and checked
// about a person of age, and flags what a collection wants beyond it: no purpose is served by it, so do
// not ask. It fails only on invalid input.
func (p Policy) Minimum(c Collection) (Minimum, error) {
	var f rapport.Faults
	f.Join("", c.Validate())
	w := p.words.orStandard()
	checkWord(&f, "/role", c.Role, p.client.Role)
	checkWord(&f, "/purpose", c.Purpose, w.purposes.find)
	for i, item := range c.Wanted {
		checkWord(&f, rapport.Pointer("/wanted").Index(i).Child("category"), item.Category, p.client.Category)
	}
	if err := f.Err(); err != nil {
		return Minimum{}, err
	}
	m := Minimum{Enough: []Part{}, Optional: []Part{}, Over: []rapport.ID{}, MadeWith: editions(p.words, p.client)}
	for _, offer := range w.offers {
		enough, agreed := p.needs(c, offer.ID)
		for _, g := range enough.grains() {
			m.Enough = append(m.Enough, Part{offer.ID, g})
		}
		for _, g := range agreed.grains() {
			if enough&everything == 0 && enough&(1<<g) == 0 {
				m.Optional = append(m.Optional, Part{offer.ID, g})
			}
		}
	}
	var reasons []rapport.Reason
	for _, item := range c.Wanted {
		enough, agreed := p.needs(c, item.Category)
		wanted := grainSet(1) << item.Grain
		if item.Grain == GrainUnknown {
			wanted = everything
		}
		subject := rapport.Path("/wanted").Element(string(item.ID))
		switch {
		case wanted&enough != 0:
			reasons = append(reasons, because(CodeServesPurpose, subject, 1, string(c.Purpose)))
		case wanted&agreed != 0:
			reasons = append(reasons, because(CodeNeedsAgreement, subject, -1, string(c.Purpose)))
		default:
			m.Over = append(m.Over, item.ID)
			reasons = append(reasons, because(CodeOverCollection, subject, -3, string(item.Category), string(c.Purpose)))
		}
	}
	slices.Sort(m.Over)
	m.Reasons = rapport.SortReasons(reasons)
	return m, nil
}

// needs returns what the rules give of a category in ordinary service, without and with agreement.
func (p Policy) needs(c Collection, category client.Category) (enough, agreed grainSet) {
	cell := p.cell(Request{Role: c.Role, Purpose: c.Purpose, Category: category})
	facts := setOf([]Atom{AtomAssigned, AtomOnActivity, AtomNamed, AtomVerified, bitCarried})
	switch c.Role {
	case client.RolePrincipal:
		facts.add(AtomSelf, true)
	case client.RoleGuardian:
		facts.add(AtomGuardian, true)
		facts.add(AtomMinor, true)
	case client.RoleMinor:
		facts.add(AtomSelf, true)
		facts.add(AtomMinor, true)
	}
	enough = cell.evaluate(facts).view
	agreed = cell.evaluate(facts | setOf([]Atom{bitOwnConsent, bitGuardianConsent})).view
	return enough, agreed
}
