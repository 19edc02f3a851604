package client

import (
	"slices"
	"time"

	"github.com/rapport-go/rapport"
)

// Activity is something a principal does, or a post at a site: a weekly routine, a dated event, or
// both empty for what happens at no fixed time.
type Activity struct {
	// ID is unique in the profile's activities or the site's posts.
	ID rapport.ID `json:"id"`
	// Kind says what is done.
	Kind ActivityKind `json:"kind"`
	// Setting is where; empty means the usual setting of the kind.
	Setting Setting `json:"setting,omitzero"`
	// Weekly are the windows of a routine. A routine with one window a day is predictable.
	Weekly []rapport.Hours `json:"weekly,omitzero"`
	// Pattern says how regularly it happens, where the hours alone do not say it.
	Pattern Pattern `json:"pattern,omitzero"`
	// Routine is how it was kept, counted over some weeks.
	Routine Routine `json:"routine,omitzero"`
	// Stays says whether it has to stay as it is: then nothing of it is varied.
	Stays rapport.Answer `json:"stays,omitzero"`
	// Levers are what the person is ready to vary.
	Levers []Lever `json:"levers,omitzero"`
	// On is the span of a dated event.
	On rapport.Span `json:"on,omitzero"`
	// Announced says whether place and time are public.
	Announced rapport.Answer `json:"announced,omitzero"`
	// Crowd says how dense and pushing people are.
	Crowd rapport.Level `json:"crowd,omitzero"`
	// Media says whether press is present or expected; unsaid means as usual for the kind.
	Media rapport.Answer `json:"media,omitzero"`
	// Children says whether children are present; unsaid means as usual for the kind.
	Children rapport.Answer `json:"children,omitzero"`
}

// Validate reports problems of shape.
func (a Activity) Validate() error {
	var f rapport.Faults
	f.ID("/id", a.ID)
	rapport.FaultWord(&f, "/kind", a.Kind)
	rapport.FaultOptionalWord(&f, "/setting", a.Setting)
	for i, h := range a.Weekly {
		f.Join(rapport.Pointer("/weekly").Index(i), h.Validate())
	}
	rapport.FaultOptionalWord(&f, "/pattern", a.Pattern)
	f.Join("/routine", a.Routine.Validate())
	member(&f, "/stays", a.Stays)
	inRange(&f, "/levers", a.Stays != rapport.AnswerYes || len(a.Levers) == 0)
	for i, l := range a.Levers {
		at := rapport.Pointer("/levers").Index(i)
		required(&f, at, l == LeverUnknown)
		member(&f, at, l)
		if slices.Contains(a.Levers[:i], l) {
			f.DuplicateID(at)
		}
	}
	f.Span("/on", a.On.From, a.On.To)
	member(&f, "/announced", a.Announced)
	member(&f, "/crowd", a.Crowd)
	member(&f, "/media", a.Media)
	member(&f, "/children", a.Children)
	return f.Err()
}

// Between lists when the activity happens within [from, to), in order of time, at full length and in
// from's location. An activity without times yields nothing.
func (a Activity) Between(from, to time.Time) []rapport.Span {
	spans := []rapport.Span{}
	for _, h := range a.Weekly {
		spans = append(spans, h.Between(from, to)...)
	}
	if on := a.On; !on.From.IsZero() && on.Overlaps(rapport.Span{From: from, To: to}) {
		spans = append(spans, rapport.Span{From: on.From.In(from.Location()), To: on.To.In(from.Location())})
	}
	return sortSpans(spans)
}

// Over reports whether the activity is a dated event that has ended at a moment.
func (a Activity) Over(at time.Time) bool {
	return len(a.Weekly) == 0 && !a.On.To.IsZero() && !at.Before(a.On.To)
}

// sortSpans puts spans in order of time and drops repeats, in place.
func sortSpans(spans []rapport.Span) []rapport.Span {
	slices.SortFunc(spans, func(a, b rapport.Span) int {
		if c := a.From.Compare(b.From); c != 0 {
			return c
		}
		return a.To.Compare(b.To)
	})
	return slices.CompactFunc(spans, func(a, b rapport.Span) bool { return a.From.Equal(b.From) && a.To.Equal(b.To) })
}
