package client

import "github.com/rapport-go/rapport"

// ProfileSchema is the schema word of a stored [Profile].
const ProfileSchema = "rapport/profile/1"

// Profile is what is known of one principal: what they need, what they fear, how they live and how they
// feel about protection. It holds no name, address or health fact; people and places are IDs of the app.
// Its lists have limits ([MaxEvidence] and its neighbours). The zero value knows nothing and lacks only its
// ID.
type Profile struct {
	// Schema is [ProfileSchema] or empty, which means the same.
	Schema string `json:"schema,omitzero"`
	// ID is the app's key of the principal.
	ID rapport.ID `json:"id"`
	// Minor says whether the principal is under age.
	Minor rapport.Answer `json:"minor,omitzero"`
	// Priorities ranks needs, the most important first; needs in one list are tied. A need that is not
	// listed is not ranked.
	Priorities [][]Need `json:"priorities,omitzero"`
	// Evidence bears on psychological dimensions. The order says nothing.
	Evidence []Evidence `json:"evidence,omitzero"`
	// Concerns are what the principal worries about: felt, never a threat. The order says nothing.
	Concerns []Concern `json:"concerns,omitzero"`
	// Activities are routines and dated events. The order says nothing.
	Activities []Activity `json:"activities,omitzero"`
	// Reactions are feelings about what could be seen of protection. The order says nothing.
	Reactions []Reaction `json:"reactions,omitzero"`
	// Wishes are preferences and lines. The order says nothing.
	Wishes []Wish `json:"wishes,omitzero"`
	// Extensions carries vendor data.
	Extensions rapport.Extensions `json:"extensions,omitzero"`
}

// Validate reports problems of shape: IDs, repeated needs, reversed spans, lists beyond their limits
// ([MaxEvidence] and its neighbours). Words are checked by the engine that knows them.
func (p Profile) Validate() error {
	var f rapport.Faults
	f.Schema("/schema", p.Schema, ProfileSchema)
	f.ID("/id", p.ID)
	member(&f, "/minor", p.Minor)
	p.validatePriorities(&f)
	p.validateSize(&f)
	rapport.JoinEach(&f, "/evidence", p.Evidence, func(e Evidence) rapport.ID { return e.ID })
	rapport.JoinEach(&f, "/concerns", p.Concerns, func(c Concern) rapport.ID { return c.ID })
	rapport.JoinEach(&f, "/activities", p.Activities, func(a Activity) rapport.ID { return a.ID })
	rapport.JoinEach(&f, "/reactions", p.Reactions, func(r Reaction) rapport.ID { return r.ID })
	rapport.JoinEach(&f, "/wishes", p.Wishes, func(w Wish) rapport.ID { return w.ID })
	f.Join("/extensions", p.Extensions.Validate())
	return f.Err()
}

func (p Profile) validateSize(f *rapport.Faults) {
	bounded(f, "/evidence", len(p.Evidence), MaxEvidence)
	bounded(f, "/concerns", len(p.Concerns), MaxConcerns)
	bounded(f, "/activities", len(p.Activities), MaxActivities)
	bounded(f, "/reactions", len(p.Reactions), MaxReactions)
	bounded(f, "/wishes", len(p.Wishes), MaxWishes)
}

func (p Profile) validatePriorities(f *rapport.Faults) {
	seen := map[Need]bool{}
	for i, tied := range p.Priorities {
		for j, need := range tied {
			at := rapport.Pointer("/priorities").Index(i).Index(j)
			if need == NeedUnknown || int(need) >= len(needWords) {
				f.OutOfRange(at)
			} else if seen[need] {
				f.Coded(at, codeEntry(CodeRankedTwice))
			}
			seen[need] = true
		}
	}
}

// Evidence is one dated piece that bears on a psychological dimension, agreed in coarse words. The
// order of evidence says nothing.
type Evidence struct {
	// ID is unique in the profile's evidence.
	ID rapport.ID `json:"id"`
	// Dimension is what it bears on.
	Dimension Dimension `json:"dimension"`
	// Kind says where it comes from, and with it its weight and shelf life.
	Kind EvidenceKind `json:"kind"`
	// Level is where it puts the person on the dimension: none and severe are the two ends.
	Level rapport.Level `json:"level"`
	// On is the day it was said or seen.
	On rapport.Date `json:"on"`
	// Setting narrows it to a setting and what lies below; empty means anywhere.
	Setting Setting `json:"setting,omitzero"`
	// Hours narrows it to a time of day; zero means at any time.
	Hours rapport.Hours `json:"hours,omitzero"`
}

// Validate reports problems of shape.
func (e Evidence) Validate() error {
	var f rapport.Faults
	f.ID("/id", e.ID)
	rapport.FaultWord(&f, "/dimension", e.Dimension)
	rapport.FaultWord(&f, "/kind", e.Kind)
	rapport.FaultOptionalWord(&f, "/setting", e.Setting)
	required(&f, "/level", e.Level == rapport.LevelUnknown)
	member(&f, "/level", e.Level)
	required(&f, "/on", e.On.IsZero())
	if !e.Hours.IsZero() {
		f.Join("/hours", e.Hours.Validate())
	}
	return f.Err()
}

// Concern is a felt worry. Emotion, judged likelihood and what is avoided are three separate fields,
// because people can be high on one and low on another (Ferraro and LaGrange 1987). It is never a
// threat and never turns into one.
type Concern struct {
	// ID is unique in the profile's concerns.
	ID rapport.ID `json:"id"`
	// Kind says what the worry is about.
	Kind ConcernKind `json:"kind"`
	// Rank is the person's own ranking, 1 being the first worry; 0 means not ranked.
	Rank int `json:"rank,omitzero"`
	// Emotion is how strongly it is felt.
	Emotion rapport.Level `json:"emotion,omitzero"`
	// Likelihood is how likely the person holds it to be.
	Likelihood rapport.Level `json:"likelihood,omitzero"`
	// Avoidance is how much the person does without because of it.
	Avoidance rapport.Level `json:"avoidance,omitzero"`
	// On is the day it was said.
	On rapport.Date `json:"on,omitzero"`
	// Words are the person's own, without names.
	Words string `json:"words,omitzero"`
}

// Validate reports problems of shape.
func (c Concern) Validate() error {
	var f rapport.Faults
	f.ID("/id", c.ID)
	rapport.FaultWord(&f, "/kind", c.Kind)
	inRange(&f, "/rank", c.Rank >= 0)
	member(&f, "/emotion", c.Emotion)
	member(&f, "/likelihood", c.Likelihood)
	member(&f, "/avoidance", c.Avoidance)
	return f.Err()
}

// Reaction is how the person felt about something they could notice of protection, at a place and on a
// day. Reactions are kept by element and setting: the same uniform reassures in one place and disturbs
// in another (van de Veer et al. 2012; Doyle et al. 2015).
type Reaction struct {
	// ID is unique in the profile's reactions.
	ID rapport.ID `json:"id"`
	// Element is what could be noticed.
	Element Element `json:"element"`
	// Setting is where.
	Setting Setting `json:"setting"`
	// Feeling is how it felt.
	Feeling rapport.Feeling `json:"feeling"`
	// On is the day.
	On rapport.Date `json:"on"`
	// Words are the person's own, without names.
	Words string `json:"words,omitzero"`
}

// Validate reports problems of shape.
func (r Reaction) Validate() error {
	var f rapport.Faults
	f.ID("/id", r.ID)
	rapport.FaultWord(&f, "/element", r.Element)
	rapport.FaultWord(&f, "/setting", r.Setting)
	required(&f, "/feeling", r.Feeling == rapport.FeelingNotAsked)
	member(&f, "/feeling", r.Feeling)
	required(&f, "/on", r.On.IsZero())
	return f.Err()
}

// Wish is a preference or a line of the person. None can waive a legal duty or another person's rights.
type Wish struct {
	// ID is unique in the profile's wishes.
	ID rapport.ID `json:"id"`
	// Kind says what is wished.
	Kind WishKind `json:"kind"`
	// Setting is where it holds, with what lies below; empty means anywhere.
	Setting Setting `json:"setting,omitzero"`
	// Strength says how binding it is.
	Strength Strength `json:"strength"`
	// On is the day it was said.
	On rapport.Date `json:"on,omitzero"`
	// Words are the person's own, without names.
	Words string `json:"words,omitzero"`
}

// Validate reports problems of shape.
func (w Wish) Validate() error {
	var f rapport.Faults
	f.ID("/id", w.ID)
	rapport.FaultWord(&f, "/kind", w.Kind)
	rapport.FaultOptionalWord(&f, "/setting", w.Setting)
	required(&f, "/strength", w.Strength == StrengthUnknown)
	member(&f, "/strength", w.Strength)
	return f.Err()
}
