package client

import "github.com/rapport-go/rapport"

// ProfileSchema is the schema word of a stored [Profile].
const ProfileSchema = "rapport/profile/1"

// Profile is what is known of one principal: what they need, what they fear, how they live and how they
// feel about protection. It holds no name, address or health fact; people and places are IDs of the app,
// and own words that hold an address or a number are refused. Its lists have limits ([MaxEvidence] and its
// neighbours). The zero value knows nothing and lacks only its ID.
type Profile struct {
	// Schema is [ProfileSchema] or empty, which means the same.
	Schema string `json:"schema,omitzero"`
	// ID is the app's key of the principal.
	ID rapport.ID `json:"id"`
	// Version counts what was accepted into the profile, from 0; [Scorer.Settle] raises it.
	Version int `json:"version,omitzero"`
	// Minor says whether the principal is under age.
	Minor rapport.Answer `json:"minor,omitzero"`
	// Heard says whether a minor has a voice of their own: a part of the talk without parents, wishes and
	// worries that count as said. From which age is the firm's policy, usually from 12. A minor who is not
	// heard is asked no scales, and none is missed.
	Heard rapport.Answer `json:"heard,omitzero"`
	// Guardians are those who decide for a minor; where there are several, all have to agree.
	Guardians []rapport.ID `json:"guardians,omitzero"`
	// Dependants are the children and others who depend on the principal. Each is a principal of their own,
	// with a profile of their own.
	Dependants []rapport.ID `json:"dependants,omitzero"`
	// Priorities ranks needs, the most important first; needs in one list are tied. A need that is not
	// listed is not ranked.
	Priorities [][]Need `json:"priorities,omitzero"`
	// PrioritiesOn is the day the ranking was said.
	PrioritiesOn rapport.Date `json:"priorities_on,omitzero"`
	// Evidence bears on psychological dimensions. The order says nothing.
	Evidence []Evidence `json:"evidence,omitzero"`
	// Control is how much of their days the principal holds to be in their own hands.
	Control Control `json:"control,omitzero"`
	// Worried says whether there are any worries: no means that the principal was asked and named none. It
	// need not be said where Concerns are listed.
	Worried rapport.Answer `json:"worried,omitzero"`
	// Concerns are what the principal worries about: felt, never a threat. The order says nothing.
	Concerns []Concern `json:"concerns,omitzero"`
	// Needs are what the principal said of their needs, each kind once. The order says nothing.
	Needs []NeedRecord `json:"needs,omitzero"`
	// Activities are routines and dated events. The order says nothing.
	Activities []Activity `json:"activities,omitzero"`
	// Reactions are feelings about what could be seen of protection. The order says nothing.
	Reactions []Reaction `json:"reactions,omitzero"`
	// Wishes are preferences and lines. The order says nothing.
	Wishes []Wish `json:"wishes,omitzero"`
	// Changes are changes in the principal's life, behind or ahead. The order says nothing.
	Changes []LifeChange `json:"changes,omitzero"`
	// Overrides are judgements of a person that stand in for a score. The order says nothing.
	Overrides []Override `json:"overrides,omitzero"`
	// Extensions carries vendor data.
	Extensions rapport.Extensions `json:"extensions,omitzero"`
}

// Validate reports problems of shape: IDs, repeated needs, reversed spans, own words with an address or a
// number in them, lists beyond their limits ([MaxEvidence] and its neighbours). Words are checked by the
// engine that knows them.
func (p Profile) Validate() error {
	var f rapport.Faults
	f.Schema("/schema", p.Schema, ProfileSchema)
	f.ID("/id", p.ID)
	inRange(&f, "/version", p.Version >= 0)
	member(&f, "/minor", p.Minor)
	member(&f, "/heard", p.Heard)
	member(&f, "/worried", p.Worried)
	people(&f, "/guardians", p.Guardians, p.ID)
	people(&f, "/dependants", p.Dependants, p.ID)
	validateRanking(&f, "/priorities", p.Priorities)
	p.validateSize(&f)
	f.Join("/control", p.Control.Validate())
	rapport.JoinEach(&f, "/evidence", p.Evidence, func(e Evidence) rapport.ID { return e.ID })
	rapport.JoinEach(&f, "/concerns", p.Concerns, func(c Concern) rapport.ID { return c.ID })
	p.validateNeeds(&f)
	rapport.JoinEach(&f, "/activities", p.Activities, func(a Activity) rapport.ID { return a.ID })
	rapport.JoinEach(&f, "/reactions", p.Reactions, func(r Reaction) rapport.ID { return r.ID })
	rapport.JoinEach(&f, "/wishes", p.Wishes, func(w Wish) rapport.ID { return w.ID })
	rapport.JoinEach(&f, "/changes", p.Changes, func(c LifeChange) rapport.ID { return c.ID })
	rapport.JoinEach(&f, "/overrides", p.Overrides, func(o Override) rapport.ID { return o.ID })
	f.Join("/extensions", p.Extensions.Validate())
	return f.Err()
}

func (p Profile) validateSize(f *rapport.Faults) {
	bounded(f, "/guardians", len(p.Guardians), MaxPeople)
	bounded(f, "/dependants", len(p.Dependants), MaxPeople)
	bounded(f, "/evidence", len(p.Evidence), MaxEvidence)
	bounded(f, "/concerns", len(p.Concerns), MaxConcerns)
	bounded(f, "/needs", len(p.Needs), MaxConcerns)
	bounded(f, "/activities", len(p.Activities), MaxActivities)
	bounded(f, "/reactions", len(p.Reactions), MaxReactions)
	bounded(f, "/wishes", len(p.Wishes), MaxWishes)
	bounded(f, "/changes", len(p.Changes), MaxChanges)
	bounded(f, "/overrides", len(p.Overrides), MaxChanges)
}

// people notes malformed and repeated IDs of people, and the person themself among them.
func people(f *rapport.Faults, at rapport.Pointer, ids []rapport.ID, self rapport.ID) {
	seen := map[rapport.ID]bool{self: self != ""}
	for i, id := range ids {
		f.ID(at.Index(i), id)
		if seen[id] {
			f.DuplicateID(at.Index(i))
		}
		seen[id] = true
	}
}

// validateRanking notes needs that are no members and needs that stand twice.
func validateRanking(f *rapport.Faults, root rapport.Pointer, ranking [][]Need) {
	seen := map[Need]bool{}
	for i, tied := range ranking {
		for j, need := range tied {
			at := root.Index(i).Index(j)
			if need == NeedUnknown || int(need) >= len(needWords) {
				f.OutOfRange(at)
			} else if seen[need] {
				f.Coded(at, codeEntry(CodeRankedTwice))
			}
			seen[need] = true
		}
	}
}
