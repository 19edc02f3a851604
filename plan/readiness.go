package plan

import (
	"slices"
	"strings"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
)

// staleAfter is for how many days after the last meeting somebody outside counts as known. House judgement.
const staleAfter = 90

// Liaison is one acquaintance across the edge of the firm: who of ours knows whom.
type Liaison struct {
	// ID is unique in the brief's liaisons.
	ID rapport.ID `json:"id"`
	// Role is what the person outside is.
	Role client.Role `json:"role"`
	// With is the person outside.
	With rapport.ID `json:"with"`
	// Through is who of the firm knows them.
	Through rapport.ID `json:"through"`
	// LastMet is the day they last met or spoke; the zero date means that nobody said.
	LastMet rapport.Date `json:"last_met,omitzero"`
}

// Validate reports problems of shape.
func (l Liaison) Validate() error {
	var f rapport.Faults
	f.ID("/id", l.ID)
	rapport.FaultWord(&f, "/role", l.Role)
	f.ID("/with", l.With)
	f.ID("/through", l.Through)
	return f.Err()
}

// Readiness says whether the firm knows somebody in a role that the plan leans on. A contact that has not
// been met for 90 days is stale.
type Readiness struct {
	// Role is whom the plan leans on.
	Role client.Role `json:"role"`
	// Entries lists the entries that lean on them, sorted.
	Entries []rapport.ID `json:"entries"`
	// Liaison is the acquaintance met last; empty where nobody is named.
	Liaison rapport.ID `json:"liaison,omitzero"`
	// LastMet is the day of it; the zero date where nobody said.
	LastMet rapport.Date `json:"last_met,omitzero"`
	// Fresh says whether that is recent enough; unsaid where nobody is named or no day is known.
	Fresh rapport.Answer `json:"fresh"`
	// Reasons say so, in order.
	Reasons []rapport.Reason `json:"reasons"`
}

// readiness says, for each role that the entries lean on, who knows them and since when nobody has met.
func (c *composition) readiness(entries []Entry) []Readiness {
	list := []Readiness{}
	var roles []client.Role
	for _, e := range entries {
		roles = append(roles, e.LeansOn...)
	}
	for _, role := range sorted(roles) {
		r := Readiness{Role: role, Entries: []rapport.ID{}}
		for _, e := range entries {
			if slices.Contains(e.LeansOn, role) {
				r.Entries = append(r.Entries, e.ID)
			}
		}
		c.met(&r)
		list = append(list, r)
	}
	return list
}

// met finds the acquaintance met last and says how fresh it is.
func (c *composition) met(r *Readiness) {
	var best *Liaison
	for i, l := range c.brief.Liaisons {
		if l.Role != r.Role {
			continue
		}
		if best == nil || l.LastMet.Compare(best.LastMet) > 0 || l.LastMet == best.LastMet && l.ID < best.ID {
			best = &c.brief.Liaisons[i]
		}
	}
	role, _ := c.client.Role(r.Role)
	name := strings.ToLower(role.EN.Name)
	if best == nil {
		r.Reasons = []rapport.Reason{because(CodeNobodyKnows, "/liaisons", -2, name)}
		return
	}
	path := rapport.Path("/liaisons").Element(string(best.ID))
	r.Liaison, r.LastMet = best.ID, best.LastMet
	switch {
	case best.LastMet == (rapport.Date{}):
		r.Reasons = []rapport.Reason{because(CodeMetUnknown, path, -1, name)}
	case best.LastMet.AddDays(staleAfter).Compare(rapport.DateOf(c.at)) < 0:
		r.Fresh = rapport.AnswerNo
		r.Reasons = []rapport.Reason{because(CodeContactStale, path, -2, name, best.LastMet.String())}
	default:
		r.Fresh = rapport.AnswerYes
		r.Reasons = []rapport.Reason{because(CodeContactFresh, path, 1, name, best.LastMet.String())}
	}
}
