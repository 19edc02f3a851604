package privacy

import (
	"github.com/rapport-go/rapport/client"
)

// atomSet is a set of atoms, one bit each. The bits beyond the last atom are what derived atoms rest on.
type atomSet uint32

const (
	bitOwnConsent      Atom = AtomEmergency + 1 + iota // the principal's own agreement
	bitGuardianConsent                                 // the guardians' agreement, whoever else is a guardian
	bitUnsaidGuardian                                  // those whose guardianship is unsaid stand as gives most
	bitCarried                                         // an assignment or contact carries the role
	atomBits
)

func setOf(atoms []Atom) atomSet {
	var s atomSet
	for _, a := range atoms {
		s |= 1 << a
	}
	return s
}

func (s atomSet) has(a Atom) bool { return s&(1<<a) != 0 }

func (s *atomSet) add(a Atom, holds bool) {
	if holds {
		*s |= 1 << a
	}
}

// derive adds the atoms that follow from others.
func (s atomSet) derive(agreed grainSet) atomSet {
	s.add(AtomOnDuty, s.has(AtomAssigned) || s.has(AtomOnActivity))
	s.add(AtomEmergency, s.has(AtomImminentDanger) || s.has(AtomMedicalEmergency))
	s.add(AtomConsent, agreed != 0)
	return s
}

// carries reports whether the register carries the role: by an assignment or contact, or, for the
// family, by what makes the role. A minor asks about themself as a minor, not as the principal.
func (s atomSet) carries(role client.Role) bool {
	switch role {
	case client.RolePrincipal:
		return s.has(AtomSelf) && !s.has(AtomMinor)
	case client.RoleMinor:
		return s.has(AtomSelf)
	case client.RoleGuardian:
		return s.has(AtomGuardian)
	}
	return s.has(bitCarried)
}

// roots adds the atoms that those of the set follow from.
func (s atomSet) roots() atomSet {
	s.add(AtomAssigned, s.has(AtomOnDuty))
	s.add(AtomOnActivity, s.has(AtomOnDuty))
	s.add(AtomImminentDanger, s.has(AtomEmergency))
	s.add(AtomMedicalEmergency, s.has(AtomEmergency))
	for _, a := range []Atom{AtomMinor, AtomMature, bitOwnConsent, bitGuardianConsent, bitUnsaidGuardian} {
		s.add(a, s.has(AtomConsent))
	}
	return s
}

// name is the word of the atom, or of the atom that rests on it.
func (a Atom) name() string {
	switch a {
	case bitOwnConsent, bitGuardianConsent:
		return AtomConsent.String()
	case bitUnsaidGuardian:
		return AtomGuardian.String()
	default:
		return a.String()
	}
}

// opens reports whether the atom is a fact that only the register can hold for this asker, so that a
// rule that tests it gives nothing to whoever happens to ask.
func (a Atom) opens() bool {
	switch a {
	case AtomAssigned, AtomOnActivity, AtomOnDuty, AtomNamed, AtomVerified, AtomSelf, AtomGuardian,
		AtomConsent, AtomChecked, AtomApproved:
		return true
	default:
		return false
	}
}
