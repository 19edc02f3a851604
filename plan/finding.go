package plan

import (
	"cmp"
	"slices"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
)

// Finding is a weak point that somebody found: a fact about a place or a habit, never about a person.
type Finding struct {
	// ID is unique in the watch's findings.
	ID rapport.ID `json:"id"`
	// For is the person or site it concerns; empty means everybody and every site.
	For rapport.ID `json:"for,omitzero"`
	// Work is the work that found it; empty means that it was found beside all works.
	Work Work `json:"work,omitzero"`
	// Severity says how easily it could be used. It has to be said.
	Severity Severity `json:"severity"`
	// Owner is who closes it, by name.
	Owner rapport.ID `json:"owner,omitzero"`
	// Role is who closes it, by role. Where neither is said, it goes to whoever sees to the work.
	Role client.Role `json:"role,omitzero"`
	// Found is the day it was found.
	Found rapport.Date `json:"found"`
	// Due is the day agreed for closing it; empty means as its severity says. A day later than that does not
	// count: until then somebody has to accept it.
	Due rapport.Date `json:"due,omitzero"`
	// Fixed is the day it was closed; empty means that it is open.
	Fixed rapport.Date `json:"fixed,omitzero"`
	// Accepted says who leaves it open, and until when; the zero value means that nobody does.
	Accepted Acceptance `json:"accepted,omitzero"`
	// Words are what was found, plainly: no names, addresses or codes.
	Words string `json:"words,omitzero"`
}

// Validate reports problems of shape: a severity that is not said, days in the wrong order, words that hold
// an address or a number, an acceptance without who or until when.
func (x Finding) Validate() error {
	var f rapport.Faults
	f.ID("/id", x.ID)
	f.OptionalID("/for", x.For)
	rapport.FaultOptionalWord(&f, "/work", x.Work)
	if x.Severity == SeverityUnknown {
		f.Required("/severity")
	}
	faultMember(&f, "/severity", x.Severity)
	f.OptionalID("/owner", x.Owner)
	rapport.FaultOptionalWord(&f, "/role", x.Role)
	faultDay(&f, "/found", x.Found)
	faultOrder(&f, "/due", x.Found, x.Due)
	faultOrder(&f, "/fixed", x.Found, x.Fixed)
	if x.Accepted != (Acceptance{}) {
		f.Join("/accepted", x.Accepted.Validate())
		faultOrder(&f, "/accepted/until", x.Found, x.Accepted.Until)
	}
	faultWords(&f, "/words", x.Words)
	return f.Err()
}

func (x Finding) path() rapport.Path { return rapport.Path("/findings").Element(string(x.ID)) }

// FindingState says how one finding stands.
type FindingState struct {
	// Finding is the finding's ID.
	Finding rapport.ID `json:"finding"`
	// For is the person or site; empty means everybody and every site.
	For rapport.ID `json:"for,omitzero"`
	// Severity says how easily it could be used.
	Severity Severity `json:"severity"`
	// State says how it stands.
	State DueState `json:"state"`
	// Due is the day by which it has to be closed; where somebody accepts it, the last day of that.
	Due rapport.Date `json:"due"`
	// Owner is who closes it, by name; empty where nobody is named.
	Owner rapport.ID `json:"owner,omitzero"`
	// Role is who closes it, by role; empty where somebody is named and no role.
	Role client.Role `json:"role,omitzero"`
	// Reasons say why, in order.
	Reasons []rapport.Reason `json:"reasons"`
}

// findings says how every finding stands, and what is to be done about those that are due.
func (w *watching) findings() {
	for _, x := range w.watch.Findings {
		s := w.finding(x)
		w.findingStates = append(w.findingStates, s)
		if s.State == DueStateDue || s.State == DueStateOverdue {
			w.actions = append(w.actions, w.closing(x, s))
		}
	}
	slices.SortFunc(w.findingStates, func(a, b FindingState) int {
		return cmp.Or(a.Due.Compare(b.Due), cmp.Compare(a.Finding, b.Finding))
	})
}

func (w *watching) finding(x Finding) FindingState {
	s := FindingState{Finding: x.ID, For: x.For, Severity: x.Severity, Owner: x.Owner, Role: x.Role}
	var reasons []rapport.Reason
	say := func(code rapport.Code, weight int8, args ...string) {
		reasons = append(reasons, because(code, x.path(), weight, args...))
	}
	if s.Due = w.closeBy(x); !x.Due.IsZero() {
		if x.Due.Compare(s.Due) > 0 {
			say(CodeFindingDateLate, -2, x.Due.String(), s.Due.String())
		} else {
			s.Due = x.Due
		}
	}
	if s.Owner == "" && s.Role == "" {
		s.Role = w.ownerOf(x)
		entry, _ := w.client.Role(s.Role)
		say(CodeFindingOwnerUnsaid, -1, untitle(entry.EN.Name))
	}
	due := s.Due
	accepted, grounds := w.accepted(x.Accepted, x.For, x.path())
	switch {
	case !x.Fixed.IsZero() && x.Fixed.Compare(due) > 0:
		s.State = DueStateDone
		say(CodeFindingFixedLate, -1, x.Fixed.String(), due.String())
	case !x.Fixed.IsZero():
		s.State = DueStateDone
		say(CodeFindingFixed, 3, x.Fixed.String())
	case accepted == rapport.AnswerYes && x.Accepted.Until.Compare(w.today) >= 0:
		s.State, s.Due = DueStateAccepted, x.Accepted.Until
		reasons = append(reasons, grounds...)
	default:
		reasons = append(reasons, grounds...)
		if accepted == rapport.AnswerYes {
			s.Due = later(due, x.Accepted.Until)
		}
		s.State = w.stateOf(s.Due)
		say(CodeFindingDeadline, -1, x.Severity.Means(), s.Due.String())
		if s.State == DueStateOverdue {
			say(CodeFindingOverdue, -3, s.Due.String())
		}
		if x.Severity == SeverityTonight {
			say(CodeFindingStopGap, -3)
		}
	}
	s.Reasons = rapport.SortReasons(reasons)
	return s
}

// closeBy is the day by which the severity of a finding wants it closed.
func (w *watching) closeBy(x Finding) rapport.Date {
	latest := plus(x.Found, w.table().deadline(x.Severity))
	if x.Severity != SeverityTidyUp {
		return latest
	}
	if next := w.nextTime(x); !next.IsZero() {
		latest = sooner(latest, next)
	}
	return later(latest, plus(x.Found, w.table().deadline(SeverityNeedsSkill)))
}

// nextTime is the day on which the work that found something comes round after that: as it was done, or as
// it is due. It is empty where the work is not known or does not come round.
func (w *watching) nextTime(x Finding) rapport.Date {
	var next rapport.Date
	same := func(id rapport.ID) bool { return id == "" || x.For == "" || id == x.For }
	for _, d := range w.watch.Done {
		if d.Work == x.Work && d.On.Compare(x.Found) > 0 && same(d.For) {
			next = sooner(next, d.On)
		}
	}
	if !next.IsZero() {
		return next
	}
	for _, s := range w.workStates {
		if s.Work == x.Work && same(s.For) {
			next = sooner(next, s.Due)
		}
	}
	return next
}

// ownerOf is who closes a finding for which nobody is named.
func (w *watching) ownerOf(x Finding) client.Role {
	if entry, known := w.table().work(x.Work); known {
		return entry.Role
	}
	if w.targetOf(x.For).whom == WhomPerson {
		return client.RoleTeamLead
	}
	return client.RoleSupervisor
}

// closing is what is to be done about a finding that is due. A finding past its day is an early warning: a
// serious threat that its work is there for makes it more urgent, as it does a sign.
func (w *watching) closing(x Finding, s FindingState) Action {
	a := Action{
		ID: contentID("finding", string(x.ID)), Kind: ActionKindFinding, For: x.For, By: s.Due, Finding: x.ID, Work: x.Work,
		Owner: s.Owner, Role: s.Role, Name: cmp.Or(x.Words, title(x.Severity.Means())), Reasons: slices.Clone(s.Reasons),
	}
	a.Urgency = closingUrgency[x.Severity]
	if s.State == DueStateOverdue {
		a.Urgency = hastened(a.Urgency, 1)
		entry, _ := w.table().work(x.Work)
		steps, reasons := w.hastens(entry.Threats, w.targetOf(x.For))
		a.Urgency = hastened(a.Urgency, steps)
		a.Reasons = append(a.Reasons, reasons...)
	}
	if x.Severity == SeverityTonight {
		a.Do = append(a.Do, actionText("stop-gap"))
	}
	a.Do = append(a.Do, actionText("close"))
	return a
}

// closingUrgency is how urgent a finding is on its day. House judgement.
var closingUrgency = [...]rapport.Urgency{
	SeverityUnknown:    rapport.UrgencyToday,
	SeverityTidyUp:     rapport.UrgencyThirtyDays,
	SeverityNeedsSkill: rapport.UrgencySevenDays,
	SeverityEasy:       rapport.UrgencyThreeDays,
	SeverityTonight:    rapport.UrgencyToday,
}
