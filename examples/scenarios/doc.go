// Package scenarios holds example cases as data and the format they are written in, so that other
// people's test suites can run them against an app or a pack.
//
// [Named] returns an embedded case and [Read] reads a file strictly. [Case.At] folds the events up to a
// moment into the inputs of the rooms. [Case.Run] plans the case through its timeline, carrying what is
// in force from one plan to the next, as a firm would, and [Case.Answers] decides who may know what. All
// people, firms and places are invented.
//
// # The format
//
// A case is one JSON object. Its fields keep the names that the rooms use, so that the pointer of a
// problem leads to the place in the file. Moments are RFC 3339 with an offset, days "2027-02-14", times
// of day "06:30". IDs have up to 64 letters, digits and . _ : - and are never names.
//
//	{
//	  "schema": "rapport/case/1",
//	  "id": "visit", "title": "A visit with a known letter writer",
//	  "start": "2027-02-02T12:00:00+01:00",              day 0
//	  "now":   "2027-02-05T18:00:00+01:00",              the moment of the briefing
//	  "until": "2027-02-06T18:00:00+01:00",              the end of the hours to look at
//	  "labels": [{"id": "mr-b", "text": "Mr B"}],        how people are called on paper
//	  "mandate": {"client": "mr-b",                      who stands where: client.Mandate
//	    "rights": [{"matter": "below-floor", "by": "mr-b"}]},
//	  "people": [{"id": "mr-b", "activities": [          principals: client.Profile
//	    {"id": "walk", "kind": "walk-or-dog", "weekly": [{"from": "07:00", "to": "07:45"}]}]}],
//	  "sites": [],                                       places: client.Site, with posts
//	  "threats": [{"id": "t-1", "kind": "stalking", "level": "moderate",
//	    "assessed_at": "2027-02-02T09:00:00+01:00"}],    assessed: client.Threat
//	  "rules": [],                                       what law or host ask to be seen: privacy.Rule
//	  "covert_agreed": [],                               who agreed to covert cover
//	  "facts": [],                                       asserted conditions: plan.Fact
//	  "law": [], "refusals": [],                         plan.LawAnswer, plan.Refusal
//	  "ceilings": [], "liaisons": [],                    plan.Ceiling, plan.Liaison
//	  "in_force": [],                                    measures in force at the start: plan.InForce
//	  "register": {"assignments": [                      what the firm knows: privacy.Register
//	    {"id": "a-1", "person": "lead", "role": "team-lead", "principal": "mr-b",
//	     "span": {"from": "2027-02-02T12:00:00+01:00"}}]},
//	  "asks": [                                          who asks for what: Ask; also for the sheet
//	    {"id": "q-1", "asker": "lead", "role": "team-lead", "purpose": "plan", "category": "threat-file", "principal": "mr-b"},
//	    {"id": "q-2", "asker": "lead", "role": "team-lead", "purpose": "plan", "category": "movement", "principal": "mr-b"},
//	    {"id": "q-3", "asker": "lead", "role": "team-lead", "purpose": "plan", "category": "protection-plan", "principal": "mr-b"}],
//	  "notes": [],                                       facts for sheets, by category and grain: Note
//	  "signals": [{"id": "g-1", "kind": "listened-fully", "audience": "principal", "source": "client",
//	    "at": "2027-02-02T12:00:00+01:00"}],             what bears on trust: trust.Signal
//	  "events": [{"id": "e-1", "at": "2027-02-04T08:00:00+01:00", "text": "a note was left at the door",
//	    "contact": {"threat": "t-1", "kind": "hand-delivery", "setting": "home"}}]
//	}
//
// An event carries exactly one thing: a contact by the source of a threat, a reaction, an assessment, a
// new or changed activity (a venue that moves is the activity as it now is), an activity called off, a wish,
// an assignment, a note, a signal that bears on trust, a change in a life, a circumstance such as that
// somebody has left, a measure put in force by agreement, or a refusal (see [Event]). Events count from their own
// moment on; their order in the file means nothing. Every field but id, title, start and now may be left
// out; what is left out is unknown, not "no".
package scenarios
