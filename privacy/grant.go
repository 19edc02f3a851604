package privacy

import (
	"slices"
	"strings"
	"time"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
)

// longestGrant is how long a grant holds at most, so that what the register learns in the meantime, as
// that somebody left, is heard within the hour. House judgement.
const longestGrant = time.Hour

// How long after an answer the client is told, and the answer looked at again. House judgement.
const (
	tellWithin   = 24 * time.Hour
	reviewWithin = 72 * time.Hour
)

// Grant opens sealed facts for one person. Only a decision gives one, see [Decision.Grant]: it names the
// principal, the category, the grains and an end, and carries what has to be done about it. The zero
// value opens nothing, and so does a grant that was written and read back.
type Grant struct {
	person rapport.ID
	shares []share
}

// share is what one decision gave.
type share struct {
	principal   rapport.ID
	category    client.Category
	grains      grainSet
	from, until time.Time
	duties      []Duty
}

// Duty is something that has to be done about what was given.
type Duty struct {
	// Obligation says what.
	Obligation Obligation `json:"obligation"`
	// By is when it is due; zero means at once, or, for deleting, when a window closes whose end is not
	// on record.
	By time.Time `json:"by,omitzero"`
}

// Validate reports problems of shape.
func (d Duty) Validate() error {
	var f rapport.Faults
	if d.Obligation == ObligationUnknown {
		f.Required("/obligation")
	}
	outOfScale(&f, "/obligation", d.Obligation)
	return f.Err()
}

// Person is who may open facts with the grant.
func (g Grant) Person() rapport.ID { return g.person }

// Until is when the grant ends: an hour after the decision, or earlier at the first moment at which the
// register says that something changes. It is zero for a grant of nothing.
func (g Grant) Until() time.Time {
	var end time.Time
	for i, s := range g.shares {
		if i == 0 || s.until.Before(end) {
			end = s.until
		}
	}
	return end
}

// Duties lists what has to be done about what was given, by obligation and end. The list is the caller's
// own.
func (g Grant) Duties() []Duty {
	list := []Duty{}
	for _, s := range g.shares {
		list = append(list, s.duties...)
	}
	slices.SortFunc(list, func(a, b Duty) int {
		if a.Obligation != b.Obligation {
			return int(a.Obligation) - int(b.Obligation)
		}
		return a.By.Compare(b.By)
	})
	return slices.Compact(list)
}

// And joins two grants of one person, for a fact of several categories. Grants of two persons come to
// nothing.
func (g Grant) And(other Grant) Grant {
	if g.person != other.person {
		return Grant{}
	}
	shares := slices.Concat(g.shares, other.shares)
	slices.SortStableFunc(shares, func(a, b share) int {
		if c := strings.Compare(string(a.principal), string(b.principal)); c != 0 {
			return c
		}
		return strings.Compare(string(a.category), string(b.category))
	})
	return Grant{person: g.person, shares: shares}
}

// opens says why a fact stays closed; nil where it opens.
func (g Grant) opens(label Label, at time.Time) error {
	var f rapport.Faults
	if len(g.shares) == 0 {
		f.Required("/grant")
		return f.Err()
	}
	for _, category := range label.Categories {
		var fits, now, seen bool
		for _, s := range g.shares {
			if s.principal == label.Principal && s.category == category {
				live := !at.Before(s.from) && at.Before(s.until)
				fits, now = true, now || live
				seen = seen || live && (s.grains&everything != 0 || label.Grain != GrainUnknown && s.grains&(1<<label.Grain) != 0)
			}
		}
		switch {
		case !fits:
			f.Coded("/grant", codeEntry(CodeNotGranted))
		case !now:
			f.Coded("/at", codeEntry(CodeGrantEnded))
		case !seen:
			f.Coded("/grant", codeEntry(CodeNarrowerGrant))
		}
	}
	return f.Err()
}

// Grant returns what opens the facts that the decision gives; the zero value where it gives nothing, and
// for a decision that was written and read back.
func (d Decision) Grant() Grant { return d.grant }

// grant makes the grant of a decision.
func (h *holdings) grant(given grainSet, obligations []Obligation) Grant {
	if given == 0 {
		return Grant{}
	}
	at := h.at.UTC()
	s := share{principal: h.request.Principal, category: h.request.Category, grains: given, from: at, until: h.until()}
	for _, obligation := range obligations {
		duty := Duty{Obligation: obligation}
		switch obligation {
		case ObligationTellClientAfter:
			duty.By = at.Add(tellWithin)
		case ObligationReviewWithin72h:
			duty.By = at.Add(reviewWithin)
		case ObligationDeleteWhenWindowCloses:
			duty.By = h.closes.UTC()
			if h.closes.IsZero() {
				duty.By = time.Time{}
			}
		default: // the others are due at once
		}
		s.duties = append(s.duties, duty)
	}
	return Grant{person: h.request.Asker, shares: []share{s}}
}

// until is when what is given now has to be asked for again.
func (h *holdings) until() time.Time {
	end := h.at.Add(longestGrant)
	if !h.change.IsZero() && h.change.Before(end) {
		end = h.change
	}
	return end.UTC()
}
