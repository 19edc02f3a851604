package scenarios

import (
	"time"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/trust"
)

// SignalEvent is something that bears on trust. Its ID and moment are those of the event.
type SignalEvent struct {
	// Kind is what was observed.
	Kind trust.Kind `json:"kind"`
	// Audience is whose trust it bears on.
	Audience rapport.Audience `json:"audience"`
	// Source is who reported it.
	Source trust.Source `json:"source"`
	// Item is what it refers to.
	Item rapport.ID `json:"item,omitzero"`
	// Evidence is a record that supports it.
	Evidence rapport.ID `json:"evidence,omitzero"`
	// Severity is how grave a matter is that was raised.
	Severity rapport.Level `json:"severity,omitzero"`
	// Due is when the next step was promised, or when a person leaves.
	Due time.Time `json:"due,omitzero"`
}

// signal returns what an event carries as a signal.
func (e Event) signal() trust.Signal {
	s := e.Signal
	return trust.Signal{ID: e.ID, Kind: s.Kind, Audience: s.Audience, Source: s.Source, At: e.At, Item: s.Item, Evidence: s.Evidence, Severity: s.Severity, Due: s.Due}
}

// Heard lists the signals up to a moment: those of the case, then those of its events in order of time.
// It shares no memory with the case.
func (c Case) Heard(at time.Time) []trust.Signal {
	list := []trust.Signal{}
	for _, s := range c.Signals {
		if !s.At.After(at) {
			list = append(list, cloneSignal(s))
		}
	}
	for _, e := range c.Timeline(time.Time{}, at) {
		if e.Signal != nil {
			list = append(list, e.signal())
		}
	}
	return list
}

// Standings says how trust stands at a moment with each audience of which anything was heard, in the order
// of the scale.
func (c Case) Standings(engines Engines, at time.Time) ([]trust.Standing, error) {
	heard, list := c.Heard(at), []trust.Standing{}
	for _, audience := range []rapport.Audience{rapport.AudienceClient, rapport.AudiencePrincipal, rapport.AudienceHousehold, rapport.AudienceStaff, rapport.AudiencePublic} {
		s, err := engines.Tracker.Assess(heard, audience, at)
		if err != nil {
			return nil, err
		}
		if !s.Since.IsZero() {
			list = append(list, s)
		}
	}
	return list, nil
}

// checkSignals notes what the tracker finds in the signals of the case and of its events.
func (c Case) checkSignals(f *rapport.Faults, engines Engines) {
	seen := map[rapport.ID]bool{}
	for i, s := range c.Signals {
		f.Join(rapport.Pointer("/signals").Index(i), engines.Tracker.CheckSignal(s))
		seen[s.ID] = true
	}
	for i, e := range c.Events {
		if e.Signal == nil {
			continue
		}
		at := rapport.Pointer("/events").Index(i)
		for _, p := range rapport.Problems(engines.Tracker.CheckSignal(e.signal())) {
			if p.Pointer != "/id" && p.Pointer != "/at" {
				f.Add(p.Pointer.Under(at.Child("signal")), p.Code, p.Text)
			}
		}
		if seen[e.ID] {
			f.Coded(at.Child("id"), duplicate())
		}
	}
}

// duplicate is the entry of an ID that stands twice.
func duplicate() rapport.CodeEntry {
	entry, _ := rapport.FindCode(rapport.Codes(), rapport.CodeDuplicateID)
	return entry
}

func cloneSignal(s trust.Signal) trust.Signal {
	s.Extensions = s.Extensions.Clone()
	return s
}
