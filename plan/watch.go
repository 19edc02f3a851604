package plan

import (
	"encoding"
	"time"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
)

// MaxRecords is the largest length of each of a watch's lists of records: what was done, what happened,
// findings, signs, what is waived. Beyond it the answer is an error with [CodeTooLarge].
const MaxRecords = 4096

// Watch is what a programme is read from: whom and what it is for, what was done, found and observed. The
// order of its lists says nothing. The zero value has nothing to look after and gives an empty programme.
//
// Where a record says for whom it is and leaves that empty, it is for everybody and every site. What is
// done for one person counts for a work that is done for all people of the household together.
type Watch struct {
	// People are the principals of one household.
	People []client.Profile `json:"people,omitzero"`
	// Sites are places protected for those who use them.
	Sites []client.Site `json:"sites,omitzero"`
	// Threats are the assessed threats. They make works and signs more urgent, never less.
	Threats []client.Threat `json:"threats,omitzero"`
	// Mandate says who may leave a finding or a work as it is: who may accept what stays below a floor. Where
	// it is empty, whoever did is taken at their word.
	Mandate client.Mandate `json:"mandate,omitzero"`
	// Done are the works that were done.
	Done []Done `json:"done,omitzero"`
	// Happened is what a work may be due after, beside the changes and dated activities of the profiles.
	Happened []Happened `json:"happened,omitzero"`
	// Findings are the weak points that were found, open and closed.
	Findings []Finding `json:"findings,omitzero"`
	// Signs are the early warnings that were observed.
	Signs []Observed `json:"signs,omitzero"`
	// Waived are the works that are left out for a time.
	Waived []Waived `json:"waived,omitzero"`
}

// Validate reports problems of shape; of a watch beyond the limits, these alone. Words and days are checked
// by the engine.
func (w Watch) Validate() error {
	var f rapport.Faults
	if w.validateSize(&f); f.Err() != nil {
		return f.Err()
	}
	rapport.JoinEach(&f, "/people", w.People, func(p client.Profile) rapport.ID { return p.ID })
	rapport.JoinEach(&f, "/sites", w.Sites, func(s client.Site) rapport.ID { return s.ID })
	rapport.JoinEach(&f, "/threats", w.Threats, func(t client.Threat) rapport.ID { return t.ID })
	f.Join("/mandate", w.Mandate.Validate())
	for i, d := range w.Done {
		f.Join(rapport.Pointer("/done").Index(i), d.Validate())
	}
	rapport.JoinEach(&f, "/happened", w.Happened, func(h Happened) rapport.ID { return h.ID })
	rapport.JoinEach(&f, "/findings", w.Findings, func(x Finding) rapport.ID { return x.ID })
	rapport.JoinEach(&f, "/signs", w.Signs, func(o Observed) rapport.ID { return o.ID })
	type key struct {
		work Work
		id   rapport.ID
	}
	seen := map[key]bool{}
	for i, x := range w.Waived {
		at := rapport.Pointer("/waived").Index(i)
		f.Join(at, x.Validate())
		if seen[key{x.Work, x.For}] {
			f.DuplicateID(at)
		}
		seen[key{x.Work, x.For}] = true
	}
	return f.Err()
}

func (w Watch) validateSize(f *rapport.Faults) {
	Brief{People: w.People, Sites: w.Sites, Threats: w.Threats}.validateSize(f)
	for at, n := range map[rapport.Pointer]int{
		"/done": len(w.Done), "/happened": len(w.Happened), "/findings": len(w.Findings), "/signs": len(w.Signs), "/waived": len(w.Waived),
	} {
		if n > MaxRecords {
			f.Coded(at, codeEntry(CodeTooLarge))
		}
	}
}

// Done says that a work was done. Work, For and On together are its key; a repeat says nothing new.
type Done struct {
	// Work is what was done.
	Work Work `json:"work"`
	// For is the person or site it was done for; empty means everybody and every site.
	For rapport.ID `json:"for,omitzero"`
	// On is the day.
	On rapport.Date `json:"on"`
}

// Validate reports problems of shape.
func (d Done) Validate() error {
	var f rapport.Faults
	rapport.FaultWord(&f, "/work", d.Work)
	f.OptionalID("/for", d.For)
	faultDay(&f, "/on", d.On)
	return f.Err()
}

// Happened is something after which a work may be due before its time. It counts for half a year.
type Happened struct {
	// ID is unique in the watch's happenings.
	ID rapport.ID `json:"id"`
	// What is what happened.
	What Happening `json:"what"`
	// For is the person or site it happened to; empty means everybody and every site.
	For rapport.ID `json:"for,omitzero"`
	// On is the day.
	On rapport.Date `json:"on"`
}

// Validate reports problems of shape.
func (h Happened) Validate() error {
	var f rapport.Faults
	f.ID("/id", h.ID)
	rapport.FaultWord(&f, "/what", h.What)
	f.OptionalID("/for", h.For)
	faultDay(&f, "/on", h.On)
	return f.Err()
}

// Acceptance says who leaves something as it is, and until when. The two belong together; the zero value
// means that nobody does.
type Acceptance struct {
	// By is who answers for it.
	By rapport.ID `json:"by"`
	// Until is the last day it holds; after it everything is as if nobody had accepted.
	Until rapport.Date `json:"until"`
}

// Validate reports problems of shape.
func (a Acceptance) Validate() error {
	var f rapport.Faults
	f.ID("/by", a.By)
	faultDay(&f, "/until", a.Until)
	return f.Err()
}

// Waived says that a work is left out for somebody, and who answers for that until when. Work and For
// together are its key and stand once in a watch.
type Waived struct {
	// Work is what is left out.
	Work Work `json:"work"`
	// For is the person or site it is left out for; empty means everybody and every site.
	For rapport.ID `json:"for,omitzero"`
	// Accepted says who answers for it, and until when.
	Accepted Acceptance `json:"accepted"`
}

// Validate reports problems of shape.
func (x Waived) Validate() error {
	var f rapport.Faults
	rapport.FaultWord(&f, "/work", x.Work)
	f.OptionalID("/for", x.For)
	f.Join("/accepted", x.Accepted.Validate())
	return f.Err()
}

// faultDay notes a day that is not given.
func faultDay(f *rapport.Faults, at rapport.Pointer, day rapport.Date) {
	if day.IsZero() {
		f.Required(at)
	}
}

// faultMember notes a value that is no member of its scale.
func faultMember(f *rapport.Faults, at rapport.Pointer, value encoding.TextMarshaler) {
	if _, err := value.MarshalText(); err != nil {
		f.OutOfRange(at)
	}
}

// faultOrder notes a day that lies before the one it has to follow; days that are not given are in order.
func faultOrder(f *rapport.Faults, at rapport.Pointer, first, then rapport.Date) {
	if !then.IsZero() {
		f.Span(at, first.Start(time.UTC), then.Start(time.UTC))
	}
}

// faultWords notes own words that are too long or hold an address, a number or a name, as package client
// notes them in a profile.
func faultWords(f *rapport.Faults, at rapport.Pointer, text string) {
	if text == "" {
		return
	}
	for _, p := range rapport.Problems(client.Assumption{ID: "words", Text: text}.Validate()) {
		f.Add(at, p.Code, p.Text)
	}
}
