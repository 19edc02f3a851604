package privacy

import (
	"time"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
)

// holdings is what the register holds for one request at one moment.
type holdings struct {
	request Request
	at      time.Time
	// yes are the atoms that hold, open those registered as unsaid.
	yes, open atomSet
	// subjects name the entries behind each atom; nil where nobody asks for them.
	subjects *[atomBits][]rapport.Path
	// early and late tell that an entry of the role has not begun or has ended.
	early, late bool
	// bothGuardians tells that every guardian has to agree; agreed is what was agreed.
	bothGuardians bool
	agreed        agreement
	// flawed tells why recorded agreements do not count.
	flawed flaws
	// inside tells that the asker belongs to the firm, or to this client's side, or did until lately.
	inside bool
	// change is the first moment to come at which an entry about the asker or the principal begins or
	// ends; closes is the last end of the entries that count now. Zero means none on record.
	change, closes time.Time
}

// turns notes moments at which something begins or ends.
func (h *holdings) turns(moments ...time.Time) {
	for _, m := range moments {
		if m.After(h.at) && (h.change.IsZero() || m.Before(h.change)) {
			h.change = m
		}
	}
}

// kindness is how long after the end of an entry for this principal its holder may still hear a
// colleague's words, so that somebody who has just left a job is told so kindly. House judgement.
const kindness = 30 * 24 * time.Hour

// note records what an entry says of an atom.
func (h *holdings) note(a Atom, holds rapport.Answer, list string, id rapport.ID) {
	switch holds {
	case rapport.AnswerYes:
		h.yes.add(a, true)
	case rapport.AnswerUnsaid:
		h.open.add(a, true)
	default:
		return
	}
	if h.subjects != nil {
		h.subjects[a] = append(h.subjects[a], rapport.Path("/register").Child(list).Element(string(id)))
	}
}

// read notes what the view of the register says.
func (h *holdings) read(v *view) {
	request := h.request
	if request.Asker == request.Principal {
		h.yes.add(AtomSelf, true)
		if h.subjects != nil {
			h.subjects[AtomSelf] = []rapport.Path{"/request/asker"}
		}
	}
	for i := range v.entries {
		e := &v.entries[i]
		if h.entry(e) && e.verified == rapport.AnswerYes {
			h.note(AtomVerified, e.verified, e.list, e.id)
		}
	}
	h.related(v)
	h.consented(v)
	for i := range v.circumstances {
		h.circumstance(&v.circumstances[i])
	}
	for i := range v.everywhere {
		h.circumstance(&v.everywhere[i])
	}
	h.open &^= h.yes
}

func (h *holdings) circumstance(c *Circumstance) {
	if (c.Principal == "" || c.Principal == h.request.Principal) && (c.Person == "" || c.Person == h.request.Asker) {
		h.turns(c.Span.From, c.Span.To)
		if c.Span.Contains(h.at) {
			h.note(c.Kind, c.Holds, "circumstances", c.ID)
		}
	}
}

// entry reads an assignment or contact of the asker and reports whether it counts now. The role is
// carried by an entry for this principal whenever it counts; for who asks about themself, by an entry
// for anybody.
func (h *holdings) entry(e *entry) bool {
	here := e.principal == h.request.Principal
	h.turns(e.span.From, e.span.To)
	h.inside = h.inside || h.insider(e.side, here, e.span)
	if e.role != h.request.Role || !here && !h.yes.has(AtomSelf) {
		return false
	}
	h.yes.add(bitCarried, true)
	if !here || !e.standing && e.activity != h.request.Activity {
		return false
	}
	switch {
	case h.at.Before(e.span.From):
		h.early = true
	case !e.span.Contains(h.at):
		h.late = true
	default:
		h.note(e.atom, rapport.AnswerYes, e.list, e.id)
		if e.span.To.After(h.closes) {
			h.closes = e.span.To
		}
		return true
	}
	return false
}

// insider reports whether an entry that counts in the span lets the asker hear a colleague's words now:
// one of the firm for any principal, one of the client's side for this principal alone. One that has
// ended does so for a while, and for this principal alone.
func (h *holdings) insider(side client.Side, here bool, span rapport.Span) bool {
	if here && !span.To.IsZero() {
		span.To = span.To.Add(kindness)
	}
	return (side == client.SideFirm || here && side == client.SideClient) && span.Contains(h.at)
}

// related reads guardianship, concern and age.
func (h *holdings) related(v *view) {
	r := h.request
	for _, relation := range v.relations {
		if relation.Person == r.Asker && relation.Principal == r.Principal {
			h.note(relation.Kind, relation.Holds, "relations", relation.ID)
			h.inside = h.inside || relation.Kind == AtomGuardian && relation.Holds == rapport.AnswerYes
		}
	}
	if guardian(v.relations, r.Asker, r.Principal) == rapport.AnswerNo {
		h.yes &^= setOf([]Atom{AtomGuardian})
		h.open &^= setOf([]Atom{AtomGuardian})
	}
	h.inside = h.inside || h.yes.has(AtomSelf)
	for _, s := range v.subjects {
		if s.ID != r.Principal {
			continue
		}
		h.note(AtomMinor, s.Minor, "subjects", s.ID)
		if s.Minor != rapport.AnswerNo {
			h.note(AtomMature, s.Mature, "subjects", s.ID)
		}
	}
}

// guardian answers whether a person is a guardian of a principal. A no, as by an order, outweighs a yes;
// nothing on record is a no.
func guardian(relations []Relation, person, principal rapport.ID) rapport.Answer {
	answer, found := rapport.AnswerYes, false
	for _, r := range relations {
		if r.Kind != AtomGuardian || r.Person != person || r.Principal != principal {
			continue
		}
		switch found = true; r.Holds {
		case rapport.AnswerNo:
			return rapport.AnswerNo
		case rapport.AnswerUnsaid:
			answer = rapport.AnswerUnsaid
		case rapport.AnswerYes:
		}
	}
	if !found {
		return rapport.AnswerNo
	}
	return answer
}

// trusted reports whether the asker may hear more than an outsider does: somebody of the firm or of this
// client's side who is not, and is not thought to be, a person of concern.
func (h *holdings) trusted() bool { return h.inside && !(h.yes | h.open).has(AtomOfConcern) }

// reasons name the facts that the matching rules test, and those that are open and decide.
func (h *holdings) reasons(matched []*cellRule, undecided atomSet) []rapport.Reason {
	var tested atomSet
	for _, r := range matched {
		tested |= r.when
	}
	tested = tested.roots()
	var reasons []rapport.Reason
	for a := range atomBits {
		for _, subject := range h.subjects[a] {
			switch {
			case undecided.has(a):
				reasons = append(reasons, because(CodeFactOpen, subject, -3, a.name()))
			case tested.has(a) && h.yes.has(a):
				reasons = append(reasons, because(CodeFactHolds, subject, 1, a.name()))
			}
		}
	}
	return reasons
}
