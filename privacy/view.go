package privacy

import (
	"time"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
)

// view is the part of the register that can bear on a request.
type view struct {
	// entries are those of the asker.
	entries []entry
	// consents are those for the asker, relations those to the principal.
	consents  []Consent
	relations []Relation
	// subject is the principal, where their age is on record.
	subjects []Subject
	// circumstances are those of the principal, everywhere those of the asker wherever they work.
	circumstances, everywhere []Circumstance
}

// entry is an assignment or a contact, with the span in which it counts.
type entry struct {
	list      string
	id        rapport.ID
	role      client.Role
	side      client.Side
	principal rapport.ID
	activity  rapport.ID
	span      rapport.Span
	atom      Atom
	// standing tells that it counts for every activity.
	standing bool
	verified rapport.Answer
}

func (p Policy) entryOf(role client.Role, activity rapport.ID, span rapport.Span) entry {
	known, _ := p.client.Role(role)
	window, _ := p.words.orStandard().windows.find(role)
	return entry{role: role, side: known.Side, activity: activity, span: window.around(span, activity == ""), standing: activity == ""}
}

func (p Policy) entryOfAssignment(a Assignment) entry {
	e := p.entryOf(a.Role, a.Activity, a.Span)
	e.list, e.id, e.principal, e.atom = "assignments", a.ID, a.Principal, AtomAssigned
	if !e.standing {
		e.atom = AtomOnActivity
	}
	return e
}

func (p Policy) entryOfContact(c Contact) entry {
	e := p.entryOf(c.Role, c.Activity, c.Span)
	e.list, e.id, e.principal, e.atom, e.verified = "contacts", c.ID, c.Principal, AtomNamed, c.Verified
	return e
}

// view finds what bears on a request in the register as given.
func (p Policy) view(request Request, register Register) view {
	v := view{consents: register.Consents, relations: register.Relations, subjects: register.Subjects, circumstances: register.Circumstances}
	for _, a := range register.Assignments {
		if a.Person == request.Asker {
			v.entries = append(v.entries, p.entryOfAssignment(a))
		}
	}
	for _, c := range register.Contacts {
		if c.Person == request.Asker {
			v.entries = append(v.entries, p.entryOfContact(c))
		}
	}
	return v
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
