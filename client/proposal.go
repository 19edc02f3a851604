package client

import (
	"slices"
	"strconv"
	"time"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/internal/pack"
)

// ProposalSchema is the schema word of a stored [Proposal].
const ProposalSchema = "rapport/proposal/1"

// Interaction is something that was said or seen and bears on a profile, as an officer notes it.
type Interaction struct {
	// ID is the app's key of it.
	ID rapport.ID `json:"id"`
	// Kind says what was said or seen.
	Kind InteractionKind `json:"kind"`
	// On is the day.
	On rapport.Date `json:"on"`
	// Setting is where; empty means where such a thing usually happens, for a kind that has a usual place.
	Setting Setting `json:"setting,omitzero"`
	// Hours narrow it to a time of day.
	Hours rapport.Hours `json:"hours,omitzero"`
	// Concern is the ID of the worry it is about, for a kind about what the person does without.
	Concern rapport.ID `json:"concern,omitzero"`
	// Dimension is what the person corrected, for a kind that is a correction.
	Dimension Dimension `json:"dimension,omitzero"`
	// Level is what they corrected it to.
	Level rapport.Level `json:"level,omitzero"`
	// Words are the person's own, without names.
	Words string `json:"words,omitzero"`
}

// Validate reports problems of shape.
func (i Interaction) Validate() error {
	var f rapport.Faults
	f.ID("/id", i.ID)
	rapport.FaultWord(&f, "/kind", i.Kind)
	required(&f, "/on", i.On.IsZero())
	rapport.FaultOptionalWord(&f, "/setting", i.Setting)
	if !i.Hours.IsZero() {
		f.Join("/hours", i.Hours.Validate())
	}
	f.OptionalID("/concern", i.Concern)
	rapport.FaultOptionalWord(&f, "/dimension", i.Dimension)
	member(&f, "/level", i.Level)
	ownWords(&f, "/words", i.Words)
	return f.Err()
}

// Proposal is what a profile would gain from an interaction. It changes nothing until it is accepted by
// those who have to agree, and stays stored where it is not.
type Proposal struct {
	// Schema is [ProposalSchema] or empty, which means the same.
	Schema string `json:"schema,omitzero"`
	// Profile is whose profile it is about.
	Profile rapport.ID `json:"profile"`
	// Interaction is what it comes from.
	Interaction Interaction `json:"interaction"`
	// Updates are what the profile would gain, in the order of the catalogue; none where nothing is to be
	// written, and then Next says what is done instead.
	Updates []Update `json:"updates"`
	// Confidence says how sure the reading is.
	Confidence rapport.Level `json:"confidence"`
	// Next says what an officer does with it.
	Next string `json:"next"`
	// Confirm are those who all have to agree, sorted: the person, for a minor the guardians, for a minor
	// with a voice of their own both. Empty where nobody is known who could.
	Confirm []rapport.ID `json:"confirm"`
	// Verdict is what came of it; the zero value means that it is open.
	Verdict Verdict `json:"verdict,omitzero"`
	// Reasons say why, in order; subjects are paths below the profile or "/interaction".
	Reasons []rapport.Reason `json:"reasons"`
	// MadeWith lists the catalogues used.
	MadeWith []rapport.Edition `json:"made_with"`
	// Extensions carries vendor data.
	Extensions rapport.Extensions `json:"extensions,omitzero"`
}

// Validate reports problems of shape.
func (p Proposal) Validate() error {
	var f rapport.Faults
	f.Schema("/schema", p.Schema, ProposalSchema)
	f.ID("/profile", p.Profile)
	f.Join("/interaction", p.Interaction.Validate())
	for i, u := range p.Updates {
		f.Join(rapport.Pointer("/updates").Index(i), u.Validate())
	}
	member(&f, "/confidence", p.Confidence)
	people(&f, "/confirm", p.Confirm, "")
	if p.Verdict.Accepted != rapport.AnswerUnsaid {
		f.Join("/verdict", p.Verdict.Validate())
	}
	f.Join("/extensions", p.Extensions.Validate())
	return f.Err()
}

// Update is one thing that a profile gains. It carries exactly one of its fields.
type Update struct {
	// Evidence is added.
	Evidence *Evidence `json:"evidence,omitzero"`
	// Reaction is added.
	Reaction *Reaction `json:"reaction,omitzero"`
	// Avoids says of a worry what the person now does without.
	Avoids *Avoids `json:"avoids,omitzero"`
	// Need takes the place of what was said of it before, unless something was said since.
	Need *NeedRecord `json:"need,omitzero"`
	// Wish is added.
	Wish *Wish `json:"wish,omitzero"`
	// Change is added.
	Change *LifeChange `json:"change,omitzero"`
}

// Validate reports problems of shape: nothing carried, or more than one thing.
func (u Update) Validate() error {
	var f rapport.Faults
	carried := 0
	for _, given := range [...]bool{u.Evidence != nil, u.Reaction != nil, u.Avoids != nil, u.Need != nil, u.Wish != nil, u.Change != nil} {
		if given {
			carried++
		}
	}
	required(&f, "", carried == 0)
	inRange(&f, "", carried <= 1)
	return f.Err()
}

// Avoids is what a person now does without because of a worry.
type Avoids struct {
	// Concern is the ID of the worry.
	Concern rapport.ID `json:"concern"`
	// Level is how much.
	Level rapport.Level `json:"level"`
	// On is the day.
	On rapport.Date `json:"on"`
	// Words say what, without names; empty where nobody said.
	Words string `json:"words,omitzero"`
}

// Validate reports problems of shape.
func (a Avoids) Validate() error {
	var f rapport.Faults
	f.ID("/concern", a.Concern)
	required(&f, "/level", a.Level == rapport.LevelUnknown)
	member(&f, "/level", a.Level)
	required(&f, "/on", a.On.IsZero())
	ownWords(&f, "/words", a.Words)
	return f.Err()
}

// Verdict is what those who were asked said to a proposal.
type Verdict struct {
	// Accepted says whether they agree.
	Accepted rapport.Answer `json:"accepted"`
	// By are those who said so.
	By []rapport.ID `json:"by"`
	// On is the day.
	On rapport.Date `json:"on"`
	// Reason says why, without names; it has to be given where they do not agree.
	Reason string `json:"reason,omitzero"`
}

// Validate reports problems of shape.
func (v Verdict) Validate() error {
	var f rapport.Faults
	required(&f, "/accepted", v.Accepted == rapport.AnswerUnsaid)
	member(&f, "/accepted", v.Accepted)
	required(&f, "/by", len(v.By) == 0)
	people(&f, "/by", v.By, "")
	required(&f, "/on", v.On.IsZero())
	required(&f, "/reason", v.Accepted == rapport.AnswerNo && v.Reason == "")
	ownWords(&f, "/reason", v.Reason)
	return f.Err()
}

// Propose reads an interaction and proposes what the profile would gain. It changes nothing. An error lists
// what is wrong with the profile (below "/profile") and the interaction (below "/interaction"): unknown
// words, a day after at, a place, a worry or a correction that its kind needs and that is missing.
func (s Scorer) Propose(p Profile, i Interaction, at time.Time) (Proposal, error) {
	var f rapport.Faults
	f.At("", at)
	f.Join("/profile", s.CheckProfile(p))
	f.Join("/interaction", i.Validate())
	known(&f, "/interaction", "kind", s.table().interactions.find, i.Kind)
	known(&f, "/interaction", "setting", s.Setting, i.Setting)
	known(&f, "/interaction", "dimension", s.Dimension, i.Dimension)
	if day := rapport.DateOf(at); !day.IsZero() && i.On.Compare(day) > 0 {
		f.AfterMoment("/interaction/on")
	}
	kind := s.table().interactions.at(i.Kind)
	proposal := Proposal{Profile: p.ID, Interaction: i, Updates: []Update{}, Confidence: kind.Confidence, Next: kind.EN.Next, Confirm: p.confirms(), MadeWith: s.Editions()}
	proposal.Interaction.Hours = canonical(i.Hours)
	for n, suggestion := range kind.Suggests {
		u, at := suggestion.update(p, proposal.Interaction, n)
		if at != "" {
			f.Required(at.Under("/interaction"))
			continue
		}
		proposal.Updates = append(proposal.Updates, u)
	}
	if i.Concern != "" && !slices.ContainsFunc(p.Concerns, func(c Concern) bool { return c.ID == i.Concern }) {
		f.UnknownID("/interaction/concern")
	}
	if err := f.Err(); err != nil {
		return Proposal{}, err
	}
	code := CodeProposed
	if len(proposal.Updates) == 0 {
		code = CodeProposedNothing
	}
	reasons := []rapport.Reason{codeEntry(code).Reason("/interaction", 3, kind.EN.Name, i.On.String(), strconv.Itoa(len(proposal.Updates)))}
	if len(proposal.Confirm) == 0 {
		reasons = append(reasons, codeEntry(CodeMissingGuardian).Reason("/guardians", -2))
	}
	proposal.Reasons = rapport.SortReasons(reasons)
	return proposal, nil
}

// confirms lists those who have to agree to a change of the profile.
func (p Profile) confirms() []rapport.ID {
	list := []rapport.ID{}
	if p.Minor != rapport.AnswerYes || p.Heard != rapport.AnswerNo {
		list = append(list, p.ID)
	}
	if p.Minor == rapport.AnswerYes {
		if len(p.Guardians) == 0 {
			return []rapport.ID{}
		}
		list = append(list, p.Guardians...)
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// update makes of a suggestion what the profile would gain; at points to what the interaction lacks for it.
func (s Suggestion) update(p Profile, i Interaction, n int) (u Update, at rapport.Pointer) {
	id := idOf(string(i.ID), strconv.Itoa(n+1))
	setting := i.Setting
	if setting == "" {
		setting = s.Setting
	}
	switch {
	case s.Element != "":
		if setting == "" {
			return u, "/setting"
		}
		r := Reaction{ID: id, Element: s.Element, Setting: setting, Feeling: s.Feeling, On: i.On, Source: s.Evidence, Words: i.Words}
		if r.Source == EvidenceObservedReaction {
			r.Source = ""
		}
		return Update{Reaction: &r}, ""
	case s.Wish != "":
		return Update{Wish: &Wish{ID: id, Kind: s.Wish, Setting: i.Setting, Strength: s.Strength, On: i.On, Words: i.Words}}, ""
	case s.Need != "":
		return Update{Need: &NeedRecord{Kind: s.Need, Met: s.Met, On: i.On, Words: i.Words}}, ""
	case s.Change != "":
		return Update{Change: &LifeChange{ID: id, Kind: s.Change, On: i.On, Words: i.Words}}, ""
	case s.Avoidance:
		return avoids(p, i)
	}
	e := Evidence{ID: id, Dimension: s.Dimension, Kind: s.Evidence, Level: s.Level, On: i.On, Setting: setting, Hours: canonical(i.Hours)}
	if s.Dimension == "" { // a correction: the person says of what, and to what
		e.Dimension, e.Level = i.Dimension, i.Level
		switch {
		case e.Dimension == "":
			return u, "/dimension"
		case e.Level == rapport.LevelUnknown:
			return u, "/level"
		}
	}
	return Update{Evidence: &e}, ""
}

// avoids raises what the person does without by one step.
func avoids(p Profile, i Interaction) (Update, rapport.Pointer) {
	for _, c := range p.Concerns {
		if c.ID != i.Concern {
			continue
		}
		if c.Avoidance == rapport.LevelUnknown {
			c.Avoidance = rapport.LevelNone
		}
		return Update{Avoids: &Avoids{Concern: c.ID, Level: stepUp(c.Avoidance), On: i.On, Words: i.Words}}, ""
	}
	if i.Concern != "" {
		return Update{}, "" // said elsewhere: it points to nothing
	}
	return Update{}, "/concern"
}

// Settle carries out what those who were asked said to a proposal. Accepted by all who have to agree, it
// gives the next version of the profile; refused, the same profile. The proposal comes back with the
// verdict, to be stored either way. An error lists a proposal for somebody else, one that is settled
// already, whose updates the profile has, or about a worry that is gone, a verdict that is out of shape, that lies before the
// interaction, or that lacks somebody who has to agree; there is no partial result. Neither the profile nor
// the proposal handed in is changed.
func (s Scorer) Settle(p Profile, proposal Proposal, v Verdict) (Profile, Proposal, error) {
	var f rapport.Faults
	f.Join("/profile", s.CheckProfile(p))
	f.Join("/proposal", proposal.Validate())
	f.Join("/verdict", v.Validate())
	if proposal.Profile != p.ID {
		f.UnknownID("/proposal/profile")
	}
	if proposal.Verdict.Accepted != rapport.AnswerUnsaid {
		f.Coded("/proposal/verdict", codeEntry(CodeSettledTwice))
	}
	if !v.On.IsZero() && v.On.Compare(proposal.Interaction.On) < 0 {
		f.OutOfRange("/verdict/on")
	}
	accepted := v.Accepted == rapport.AnswerYes
	if accepted {
		agreed := func(id rapport.ID) bool { return slices.Contains(v.By, id) }
		confirm := p.confirms()
		if len(confirm) == 0 || slices.ContainsFunc(confirm, func(id rapport.ID) bool { return !agreed(id) }) {
			f.Coded("/verdict/by", codeEntry(CodeNotConfirmed))
		}
	}
	next := cloneProfile(p)
	if accepted && len(proposal.Updates) > 0 {
		next.Version++
		for i, u := range proposal.Updates {
			if !next.gain(u) {
				f.UnknownID(rapport.Pointer("/proposal/updates").Index(i))
			}
		}
		f.Join("/proposal", s.CheckProfile(next))
	}
	if err := f.Err(); err != nil {
		return Profile{}, Proposal{}, err
	}
	extensions := proposal.Extensions.Clone()
	proposal = pack.Clone(proposal)
	proposal.Extensions = extensions
	v.By = slices.Sorted(slices.Values(v.By))
	proposal.Verdict = v
	return next, proposal, nil
}

// gain adds one update; it is false where the update is about a worry that is no longer there.
func (p *Profile) gain(u Update) bool {
	switch {
	case u.Evidence != nil:
		p.Evidence = append(p.Evidence, *u.Evidence)
	case u.Reaction != nil:
		p.Reactions = append(p.Reactions, *u.Reaction)
	case u.Wish != nil:
		p.Wishes = append(p.Wishes, *u.Wish)
	case u.Change != nil:
		p.Changes = append(p.Changes, *u.Change)
	case u.Avoids != nil:
		i := slices.IndexFunc(p.Concerns, func(c Concern) bool { return c.ID == u.Avoids.Concern })
		if i < 0 {
			return false
		}
		c := &p.Concerns[i]
		c.Avoidance, c.On = u.Avoids.Level, u.Avoids.On
		if u.Avoids.Words != "" {
			c.Avoids = u.Avoids.Words
		}
	case u.Need != nil:
		i := slices.IndexFunc(p.Needs, func(n NeedRecord) bool { return n.Kind == u.Need.Kind })
		switch {
		case i < 0:
			p.Needs = append(p.Needs, *u.Need)
		case p.Needs[i].On.Compare(u.Need.On) <= 0:
			p.Needs[i] = *u.Need
		}
	}
	return true
}

func cloneProfile(p Profile) Profile {
	next := pack.Clone(p)
	next.Extensions = p.Extensions.Clone()
	return next
}
