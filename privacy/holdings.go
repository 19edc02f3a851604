package privacy

import (
	"slices"
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
	// subjects name the entries behind each atom.
	subjects [atomBits][]rapport.Path
	// early and late tell that an entry of the role has not begun or has ended.
	early, late bool
	// consentEnded and wrongGiver tell why a recorded consent does not count.
	consentEnded, wrongGiver bool
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
	h.subjects[a] = append(h.subjects[a], rapport.Path("/register").Child(list).Element(string(id)))
}

// holdings reads the register.
func (p Policy) holdings(request Request, register Register, at time.Time) *holdings {
	h := &holdings{request: request, at: at}
	if request.Asker == request.Principal {
		h.yes.add(AtomSelf, true)
		h.subjects[AtomSelf] = []rapport.Path{"/request/asker"}
	}
	for _, a := range register.Assignments {
		atom := AtomAssigned
		if a.Activity != "" {
			atom = AtomOnActivity
		}
		h.entry(p, entry{"assignments", a.ID, a.Person, a.Role, a.Principal, a.Activity, a.Span}, atom, atom == AtomAssigned)
	}
	for _, c := range register.Contacts {
		live := h.entry(p, entry{"contacts", c.ID, c.Person, c.Role, c.Principal, c.Activity, c.Span}, AtomNamed, c.Activity == "")
		if live && c.Verified == rapport.AnswerYes {
			h.note(AtomVerified, c.Verified, "contacts", c.ID)
		}
	}
	h.relations(register)
	h.consents(register)
	for _, c := range register.Circumstances {
		if (c.Principal == "" || c.Principal == request.Principal) && (c.Person == "" || c.Person == request.Asker) {
			h.turns(c.Span.From, c.Span.To)
			if c.Span.Contains(at) {
				h.note(c.Kind, c.Holds, "circumstances", c.ID)
			}
		}
	}
	h.open &^= h.yes
	return h
}

// entry is an assignment or a contact.
type entry struct {
	list      string
	id        rapport.ID
	person    rapport.ID
	role      client.Role
	principal rapport.ID
	activity  rapport.ID
	span      rapport.Span
}

// entry reads an assignment or contact and reports whether it counts now. The role is carried by an
// entry for this principal whenever it counts; for who asks about themself, by an entry for anybody.
func (h *holdings) entry(p Policy, e entry, atom Atom, standing bool) bool {
	self := h.yes.has(AtomSelf)
	if e.person != h.request.Asker {
		return false
	}
	role, _ := p.client.Role(e.role)
	window, _ := p.words.orStandard().windows.find(e.role)
	span := window.around(e.span, e.activity == "")
	here := e.principal == h.request.Principal
	h.turns(span.From, span.To)
	h.inside = h.inside || h.insider(role.Side, here, span)
	if e.role != h.request.Role || !here && !self {
		return false
	}
	h.yes.add(bitCarried, true)
	if !here || !standing && e.activity != h.request.Activity {
		return false
	}
	switch {
	case h.at.Before(span.From):
		h.early = true
	case !span.Contains(h.at):
		h.late = true
	default:
		h.note(atom, rapport.AnswerYes, e.list, e.id)
		if span.To.After(h.closes) {
			h.closes = span.To
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

// around returns the span in which an entry of the role counts.
func (w WindowEntry) around(span rapport.Span, standing bool) rapport.Span {
	lead, tail := w.Lead, w.Tail
	if standing {
		lead, tail = w.StandingLead, w.StandingTail
	}
	if end := span.From.Add(minutes(w.Longest)); w.Longest > 0 && (span.To.IsZero() || end.Before(span.To)) {
		span.To = end
	}
	if !span.From.IsZero() {
		span.From = span.From.Add(-minutes(lead))
	}
	if !span.To.IsZero() {
		span.To = span.To.Add(minutes(tail))
	}
	return span
}

func minutes(n int) time.Duration { return time.Duration(n) * time.Minute }

// relations reads guardianship, concern and age.
func (h *holdings) relations(register Register) {
	r := h.request
	for _, relation := range register.Relations {
		if relation.Person == r.Asker && relation.Principal == r.Principal {
			h.note(relation.Kind, relation.Holds, "relations", relation.ID)
			h.inside = h.inside || relation.Kind == AtomGuardian && relation.Holds == rapport.AnswerYes
		}
	}
	if guardian(register, r.Asker, r.Principal) == rapport.AnswerNo {
		h.yes &^= setOf([]Atom{AtomGuardian})
		h.open &^= setOf([]Atom{AtomGuardian})
	}
	h.inside = h.inside || h.yes.has(AtomSelf)
	for _, s := range register.Subjects {
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
func guardian(register Register, person, principal rapport.ID) rapport.Answer {
	answer, found := rapport.AnswerYes, false
	for _, r := range register.Relations {
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

// consents reads what was agreed for this asker, category and purpose, and by whom.
func (h *holdings) consents(register Register) {
	r := h.request
	for _, c := range register.Consents {
		if c.Principal != r.Principal || c.Person != r.Asker ||
			!slices.Contains(c.Categories, r.Category) || !slices.Contains(c.Purposes, r.Purpose) {
			continue
		}
		h.turns(c.Span.From, c.Span.To, c.Withdrawn)
		withdrawn := !c.Withdrawn.IsZero() && !h.at.Before(c.Withdrawn)
		byGuardian := guardian(register, c.By, c.Principal)
		switch {
		case withdrawn || !h.at.Before(c.Span.To):
			h.consentEnded = true
		case h.at.Before(c.Span.From):
		case c.By == c.Principal:
			h.note(bitOwnConsent, rapport.AnswerYes, "consents", c.ID)
		case byGuardian == rapport.AnswerNo:
			h.wrongGiver = true
		default:
			h.note(bitGuardianConsent, byGuardian, "consents", c.ID)
		}
	}
}

// trusted reports whether the asker may hear more than an outsider does: somebody of the firm or of this
// client's side who is not, and is not thought to be, a person of concern.
func (h *holdings) trusted() bool { return h.inside && !(h.yes | h.open).has(AtomOfConcern) }

// reasons name the facts that the matching rules test, and those that are open and decide.
func (h *holdings) reasons(result outcome, undecided atomSet) []rapport.Reason {
	var tested atomSet
	for _, r := range result.matched {
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
