package privacy

import (
	"cmp"
	"slices"
	"time"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
)

// Channel is a word for a way to reach the team that needs nobody near.
type Channel string

// firstVoice is how soon a person has to answer a link where nobody is near, in seconds. House judgement.
const firstVoice = 30

// ChannelEntry is a way to reach the team that needs nobody near. All are house judgement.
type ChannelEntry struct {
	// ID is the word.
	ID Channel `json:"id"`
	// Rungs lists the rungs near the person that it suits, in order.
	Rungs []rapport.Visibility `json:"rungs"`
	// Remote says whether it serves where nobody is near at all. Only a yes counts.
	Remote rapport.Answer `json:"remote,omitzero"`
	// TestDays is how often it is tried out by the person's own hand, in days; 0 means that there is nothing
	// to try out.
	TestDays int `json:"test_days,omitzero"`
	// EN is the English wording.
	EN ChannelWords `json:"en"`
}

// ChannelWords is the English wording of a channel.
type ChannelWords struct {
	// Means says what it is.
	Means string `json:"means"`
	// Works says what it takes to work.
	Works string `json:"works"`
	// Told is what the client is told of it.
	Told string `json:"told"`
	// Until is what the client does until somebody is there.
	Until string `json:"until"`
}

// Call asks how a person reaches the team without anybody beside them. The zero value asks for a time when
// nobody is near, and has no link on record.
type Call struct {
	// Near is the rung near the person; unknown means that nobody is near: reachable, and a staffing choice
	// rather than a rung.
	Near rapport.Visibility `json:"near,omitzero"`
	// Links are those on record. The order says nothing.
	Links []Link `json:"links,omitzero"`
}

// Link is a way to reach the team as it was set up.
type Link struct {
	// ID is unique in the links.
	ID rapport.ID `json:"id"`
	// Channel is what it is.
	Channel Channel `json:"channel"`
	// Hours are when it is answered; empty means always.
	Hours []rapport.Hours `json:"hours,omitzero"`
	// Answers is who answers.
	Answers client.Role `json:"answers"`
	// Voice is how long it takes until a person answers, in seconds; 0 means not known.
	Voice int `json:"voice,omitzero"`
	// Body is how long it takes until the first of the team is there, in seconds; 0 means not known.
	Body int `json:"body,omitzero"`
	// Tested is the last day on which the person tried it out; zero means never.
	Tested rapport.Date `json:"tested,omitzero"`
}

// Validate reports problems of shape.
func (c Call) Validate() error {
	var f rapport.Faults
	outOfScale(&f, "/near", c.Near)
	rapport.JoinEach(&f, "/links", c.Links, func(l Link) rapport.ID { return l.ID })
	return f.Err()
}

// Validate reports problems of shape.
func (l Link) Validate() error {
	var f rapport.Faults
	f.ID("/id", l.ID)
	rapport.FaultWord(&f, "/channel", l.Channel)
	rapport.FaultWord(&f, "/answers", l.Answers)
	for i, h := range l.Hours {
		f.Join(rapport.Pointer("/hours").Index(i), h.Validate())
	}
	if l.Voice < 0 || l.Voice > longestLink {
		f.OutOfRange("/voice")
	}
	if l.Body < 0 || l.Body > longestLink || l.Body > 0 && l.Body < l.Voice {
		f.OutOfRange("/body")
	}
	return f.Err()
}

// longestLink is the longest time that a link can state, in seconds: a day.
const longestLink = 86_400

// Reachability is how a person reaches the team without anybody beside them.
type Reachability struct {
	// Links lists the links that suit, those that can be counted on now first, then by the time until the
	// first of the team is there, then by ID.
	Links []Reachable `json:"links"`
	// Offer lists the channels that suit and of which no link is on record, sorted.
	Offer []ChannelOffer `json:"offer"`
	// Now says whether somebody can be reached at this moment by a link that can be counted on; unsaid where
	// one is open and nobody has said how long it takes.
	Now rapport.Answer `json:"now"`
	// Reasons say why, in order.
	Reasons []rapport.Reason `json:"reasons"`
	// MadeWith lists the catalogues used, sorted.
	MadeWith []rapport.Edition `json:"made_with"`
}

// Reachable is one link that suits.
type Reachable struct {
	Link
	// Open says whether it is answered at this moment.
	Open rapport.Answer `json:"open"`
	// Ready says whether it can be counted on: tried out lately where that is needed, and answered soon
	// enough where nobody is near. Unsaid means that a figure is missing.
	Ready rapport.Answer `json:"ready"`
	// Told is what the client is told of it.
	Told string `json:"told"`
	// Until is what the client does until somebody is there.
	Until string `json:"until"`
}

// ChannelOffer is a channel that could be set up.
type ChannelOffer struct {
	// Channel is its word.
	Channel Channel `json:"channel"`
	// Means says what it is.
	Means string `json:"means"`
	// Works says what it takes to work.
	Works string `json:"works"`
}

// Reach says how a person reaches the team at a rung without anybody beside them: the links on record that
// suit, whether each is open and can be counted on, and what else could be set up. It fails only on invalid
// input.
func (s Selector) Reach(c Call, at time.Time) (Reachability, error) {
	w := s.words.orStandard()
	var f rapport.Faults
	f.At("", at)
	f.Join("", c.Validate())
	for i, l := range c.Links {
		place := rapport.Pointer("/links").Index(i)
		checkWord(&f, place.Child("channel"), l.Channel, w.channels.find)
		checkWord(&f, place.Child("answers"), l.Answers, s.client.Role)
		if l.Tested.Compare(rapport.DateOf(at)) > 0 {
			f.AfterMoment(place.Child("tested"))
		}
	}
	if err := f.Err(); err != nil {
		return Reachability{}, err
	}
	out := Reachability{Links: []Reachable{}, Offer: []ChannelOffer{}, Now: rapport.AnswerNo, MadeWith: editions(s.words, s.client)}
	var reasons []rapport.Reason
	for _, e := range w.channels {
		if !e.suits(c.Near) {
			continue
		}
		offered := false
		for _, l := range c.Links {
			if l.Channel != e.ID {
				continue
			}
			offered = true
			line, why := e.reachable(l, c.Near, at)
			out.Links = append(out.Links, line)
			reasons = append(reasons, why...)
			if line.Open == rapport.AnswerYes && order(line.Ready) < order(out.Now) {
				out.Now = line.Ready
			}
		}
		if !offered {
			out.Offer = append(out.Offer, ChannelOffer{e.ID, e.EN.Means, e.EN.Works})
		}
	}
	if out.Now == rapport.AnswerNo {
		reasons = append(reasons, because(CodeNotReachable, "/links", -3, c.Near.String()))
	}
	slices.SortFunc(out.Links, func(a, b Reachable) int {
		return cmp.Or(cmp.Compare(order(a.Ready), order(b.Ready)), cmp.Compare(order(a.Open), order(b.Open)),
			cmp.Compare(soonest(a.Body), soonest(b.Body)), cmp.Compare(a.ID, b.ID))
	})
	out.Reasons = rapport.SortReasons(reasons)
	return out, nil
}

// soonest puts a time that is not known behind every one that is.
func soonest(seconds int) int {
	if seconds == 0 {
		return longestLink + 1
	}
	return seconds
}

// suits reports whether a channel serves at a rung, or where nobody is near.
func (e ChannelEntry) suits(near rapport.Visibility) bool {
	if near == rapport.VisibilityUnknown {
		return e.Remote == rapport.AnswerYes
	}
	return slices.Contains(e.Rungs, near)
}

// reachable says whether a link is open and can be counted on.
func (e ChannelEntry) reachable(l Link, near rapport.Visibility, at time.Time) (Reachable, []rapport.Reason) {
	out := Reachable{Link: l, Open: rapport.AnswerYes, Ready: rapport.AnswerYes, Told: e.EN.Told, Until: e.EN.Until}
	out.Hours = slices.Clone(l.Hours)
	subject := rapport.Path("/links").Element(string(l.ID))
	var reasons []rapport.Reason
	note := func(ready rapport.Answer, code rapport.Code, weight int, args ...string) {
		if out.Ready != rapport.AnswerNo {
			out.Ready = ready
		}
		reasons = append(reasons, because(code, subject, weight, args...))
	}
	if len(l.Hours) > 0 && !slices.ContainsFunc(l.Hours, func(h rapport.Hours) bool { return h.Contains(at) }) {
		out.Open = rapport.AnswerNo
		reasons = append(reasons, because(CodeLinkClosed, subject, -2, string(e.ID), e.EN.Means))
	}
	remote := near == rapport.VisibilityUnknown
	if e.Remote == rapport.AnswerYes && (l.Body == 0 || remote && l.Voice == 0) {
		note(rapport.AnswerUnsaid, CodeLinkNotTimed, -1, string(e.ID), e.EN.Means)
	}
	if e.TestDays > 0 && (l.Tested.IsZero() || l.Tested.DaysUntil(rapport.DateOf(at)) > e.TestDays) {
		note(rapport.AnswerNo, CodeLinkNotTested, -2, string(e.ID), e.EN.Means)
	}
	if remote && l.Voice > firstVoice {
		note(rapport.AnswerNo, CodeLinkSlow, -2, string(e.ID), e.EN.Means)
	}
	if out.Ready == rapport.AnswerYes {
		reasons = append(reasons, because(CodeLinkReady, subject, 2, string(e.ID), e.EN.Means))
	}
	return out, reasons
}
