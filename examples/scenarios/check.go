package scenarios

import (
	"slices"
	"strings"
	"time"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
	"github.com/rapport-go/rapport/plan"
	"github.com/rapport-go/rapport/privacy"
)

// Check reports every problem that the engines find in the case with all its events: words that no
// catalogue knows, above all. Each has its pointer into the case file.
func (c Case) Check(engines Engines) error {
	var f rapport.Faults
	at := c.end()
	if at.IsZero() {
		return nil // without a moment there is nothing to judge; Validate says so
	}
	state := c.At(at)
	_, err := engines.Planner.Compose(state.Brief, at)
	f.Join("", state.rooted(err))
	_, err = c.Answers(engines, at)
	f.Join("", err)
	c.checkSignals(&f, engines)
	c.checkGone(&f, engines, state)
	for i, n := range state.Notes {
		// A note's words are known where a request in them can be decided.
		request := privacy.Request{Asker: "note", Role: n.For, Purpose: privacy.PurposePlan, Category: n.Category, Principal: n.Principal}
		if request.Role == "" {
			request.Role = client.RoleTeamLead
		}
		_, err := engines.Policy.Decide(request, privacy.Register{}, at)
		err = under(err, "/request/role", rapport.Pointer("/notes").Index(i).Child("for"))
		f.Join("", state.rooted(under(err, "/request", rapport.Pointer("/notes").Index(i))))
	}
	return f.Err()
}

// checkGone notes unknown measures that an event put in force and a later one took away again with the
// activity they were for: the last state no longer shows them.
func (c Case) checkGone(f *rapport.Faults, engines Engines, last State) {
	for i, e := range c.Events {
		if e.InForce == nil || slices.ContainsFunc(last.Brief.InForce, func(x plan.InForce) bool { return x.ID == e.ID }) {
			continue
		}
		if _, known := engines.Planner.Measure(e.InForce.Measure); !known {
			f.UnknownWord(rapport.Pointer("/events").Index(i).Child("in_force").Child("measure"))
		}
	}
}

// end is the latest moment of the case: now, or an event after it.
func (c Case) end() time.Time {
	at := c.Now
	for _, e := range c.Events {
		if e.At.After(at) {
			at = e.At
		}
	}
	if at.Before(c.Start) {
		at = c.Start
	}
	return at
}

// rooted turns the pointers of an error about the state into pointers into the case file.
func (s *State) rooted(err error) error {
	var f rapport.Faults
	for _, p := range rapport.Problems(err) {
		f.Add(s.place(p.Pointer), p.Code, p.Text)
	}
	return f.Err()
}

// under moves the problems of an error that lie below root to another place.
func under(err error, root, to rapport.Pointer) error {
	var f rapport.Faults
	for _, p := range rapport.Problems(err) {
		at := p.Pointer
		if rest, ok := strings.CutPrefix(string(at), string(root)); ok {
			at = rapport.Pointer(rest).Under(to)
		}
		f.Add(at, p.Code, p.Text)
	}
	return f.Err()
}
