package privacy

import (
	"slices"
	"time"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
	"github.com/rapport-go/rapport/internal/scale"
)

// Boundary is a word for a kind of boundary: a room, an hour, a topic.
type Boundary string

// BoundaryEntry is a kind of boundary. What it says of an action that nobody spoke about is house
// judgement.
type BoundaryEntry struct {
	// ID is the word.
	ID Boundary `json:"id"`
	// Wishes lists the wishes that close something.
	Wishes []client.WishKind `json:"wishes,omitzero"`
	// Allows lists the wishes that open it.
	Allows []client.WishKind `json:"allows,omitzero"`
	// EN is the English wording.
	EN BoundaryWords `json:"en"`
}

// BoundaryWords is the English wording of a kind of boundary.
type BoundaryWords struct {
	// Unsaid is what holds while nobody said anything.
	Unsaid string `json:"unsaid"`
	// Instead is what to do in place of what would break it.
	Instead string `json:"instead"`
}

// Intention is an action somebody of the team means to take, to be held against the boundaries of
// everybody in the scene.
type Intention struct {
	// Kind is the kind of boundary that the action touches.
	Kind Boundary `json:"kind"`
	// Setting is where.
	Setting client.Setting `json:"setting"`
	// Person is whom it is about, as who is let in or told; empty means nobody in particular.
	Person rapport.ID `json:"person,omitzero"`
	// Profiles are the people in the scene: each has their own boundaries. Their order says nothing.
	Profiles []client.Profile `json:"profiles"`
	// Danger says whether harm is under way or moments off, or a life is at stake, and this action is
	// needed against it. Only a yes counts.
	Danger rapport.Answer `json:"danger,omitzero"`
	// Floor says whether a floor of protection needs the action. Only a yes counts.
	Floor rapport.Answer `json:"floor,omitzero"`
}

// Validate reports problems of shape.
func (n Intention) Validate() error {
	var f rapport.Faults
	rapport.FaultWord(&f, "/kind", n.Kind)
	rapport.FaultWord(&f, "/setting", n.Setting)
	f.OptionalID("/person", n.Person)
	rapport.JoinEach(&f, "/profiles", n.Profiles, func(p client.Profile) rapport.ID { return p.ID })
	outOfScale(&f, "/danger", n.Danger)
	outOfScale(&f, "/floor", n.Floor)
	return f.Err()
}

// Crossing says what an action does to the boundaries. The zero value is unknown.
type Crossing uint8

// The members of Crossing, in order.
const (
	// CrossingUnknown means not decided; no answer carries it.
	CrossingUnknown Crossing = iota
	// CrossingKept means that the person wished for it and nobody's boundary stands against it.
	CrossingKept
	// CrossingAsk means that nobody said anything: what holds while unsaid holds, or ask.
	CrossingAsk
	// CrossingBreaks means that it would break a boundary: do not.
	CrossingBreaks
	// CrossingConflict means that a floor needs it and a wish stands against it: show both and ask the person.
	CrossingConflict
	// CrossingAllowed means allowed for the need only, and told afterwards.
	CrossingAllowed
)

var crossingWords = []string{"unknown", "kept", "ask", "breaks", "conflict", "allowed"}

// String returns the word; for a value that is no member, Crossing(n).
func (c Crossing) String() string { return scale.String("Crossing", crossingWords, uint8(c)) }

// MarshalText returns the word, or an error for a value that is no member.
func (c Crossing) MarshalText() ([]byte, error) {
	return scale.Marshal("Crossing", crossingWords, uint8(c))
}

// UnmarshalText accepts a word of the scale, letter for letter.
func (c *Crossing) UnmarshalText(text []byte) error {
	member, err := scale.Parse("Crossing", crossingWords, text)
	if err == nil {
		*c = Crossing(member)
	}
	return err
}

// Check is the answer to an intention.
type Check struct {
	// Crossing is the answer in one word.
	Crossing Crossing `json:"crossing"`
	// Instead says what to do in its place; empty where the action is kept or allowed.
	Instead string `json:"instead,omitzero"`
	// Reasons name the wishes that decide, whose they are, and what outweighs them, in order.
	Reasons []rapport.Reason `json:"reasons"`
	// MadeWith lists the catalogues used, sorted.
	MadeWith []rapport.Edition `json:"made_with"`
}

// Boundaries holds an intended action against the boundaries of everybody in the scene. The strictest
// wish counts. Danger outweighs every boundary, for the need only; a floor outweighs none: against a line
// it does nothing, against a softer wish the person is asked. It fails only on invalid input.
func (p Policy) Boundaries(n Intention, at time.Time) (Check, error) {
	var f rapport.Faults
	f.At("", at)
	f.Join("", n.Validate())
	entry, _ := p.words.orStandard().boundaries.find(n.Kind)
	checkWord(&f, "/kind", n.Kind, p.words.orStandard().boundaries.find)
	checkWord(&f, "/setting", n.Setting, p.client.Setting)
	for i, profile := range n.Profiles {
		f.Join(rapport.Pointer("/profiles").Index(i), p.client.CheckProfile(profile))
	}
	if err := f.Err(); err != nil {
		return Check{}, err
	}
	out := Check{MadeWith: editions(p.words, p.client)}
	var reasons []rapport.Reason
	strictest, allowed := client.StrengthUnknown, false
	for _, profile := range n.Profiles {
		for _, w := range profile.Wishes {
			subject := rapport.Path("/profiles").Element(string(profile.ID)).Child("wishes").Element(string(w.ID))
			switch {
			case !p.touches(w, n):
			case slices.Contains(entry.Wishes, w.Kind):
				strictest = max(strictest, w.Strength)
				reasons = append(reasons, because(CodeBoundarySet, subject, -2, string(w.Kind), w.Strength.String()))
			case slices.Contains(entry.Allows, w.Kind):
				allowed = true
				reasons = append(reasons, because(CodeBoundaryOpen, subject, 1, string(w.Kind)))
			}
		}
	}
	switch closed := strictest != client.StrengthUnknown; {
	case n.Danger == rapport.AnswerYes:
		out.Crossing = CrossingAllowed
		reasons = append(reasons, because(CodeDangerOutweighs, "/danger", 3))
	case closed && n.Floor == rapport.AnswerYes && strictest != client.StrengthLine:
		out.Crossing = CrossingConflict
		reasons = append(reasons, because(CodeFloorAgainstWish, "/floor", -3))
	case closed:
		out.Crossing = CrossingBreaks
	case allowed:
		out.Crossing = CrossingKept
	default:
		out.Crossing = CrossingAsk
		reasons = append(reasons, because(CodeBoundaryUnsaid, "/kind", -1, entry.EN.Unsaid))
	}
	if out.Crossing != CrossingKept && out.Crossing != CrossingAllowed {
		out.Instead = entry.EN.Instead
	}
	out.Reasons = rapport.SortReasons(reasons)
	return out, nil
}

// touches reports whether a wish is about the place and, where both name somebody, the person.
func (p Policy) touches(w client.Wish, n Intention) bool {
	here := w.Setting == "" || p.client.Lies(n.Setting, w.Setting)
	return here && (len(w.People) == 0 || n.Person == "" || slices.Contains(w.People, n.Person))
}
