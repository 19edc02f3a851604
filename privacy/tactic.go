package privacy

import (
	"maps"
	"slices"
	"time"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
	"github.com/rapport-go/rapport/internal/scale"
)

// TacticID is a word for a tactic.
type TacticID string

// Tag is a word that groups tactics across kinds and settings, to be tested by.
type Tag string

// TacticKind says what part of the work a tactic is about. The zero value is unknown.
type TacticKind uint8

// The members of TacticKind, in order.
const (
	// TacticKindUnknown means not said.
	TacticKindUnknown TacticKind = iota
	// TacticKindAttire is what is worn.
	TacticKindAttire
	// TacticKindVehicle is what is driven and where it stands.
	TacticKindVehicle
	// TacticKindPositioning is where somebody stands, sits or walks.
	TacticKindPositioning
	// TacticKindCommunication is how the team speaks, with whom, and what is heard.
	TacticKindCommunication
	// TacticKindEquipment is what is carried or built in.
	TacticKindEquipment
	// TacticKindBehaviour is how the team behaves.
	TacticKindBehaviour
)

var tacticKindWords = []string{"unknown", "attire", "vehicle", "positioning", "communication", "equipment", "behaviour"}

// String returns the word; for a value that is no member, TacticKind(n).
func (k TacticKind) String() string { return scale.String("TacticKind", tacticKindWords, uint8(k)) }

// MarshalText returns the word, or an error for a value that is no member.
func (k TacticKind) MarshalText() ([]byte, error) {
	return scale.Marshal("TacticKind", tacticKindWords, uint8(k))
}

// UnmarshalText accepts a word of the scale, letter for letter.
func (k *TacticKind) UnmarshalText(text []byte) error {
	member, err := scale.Parse("TacticKind", tacticKindWords, text)
	if err == nil {
		*k = TacticKind(member)
	}
	return err
}

// TacticEntry is one thing that somebody of the team can do or wear tomorrow. All are house judgement.
type TacticEntry struct {
	// ID is the word.
	ID TacticID `json:"id"`
	// Settings lists where it is done, with what lies below. A setting with tactics of its own for a kind and
	// a rung does without those of the settings above it.
	Settings []client.Setting `json:"settings"`
	// Rungs lists the rungs it belongs to, in order.
	Rungs []rapport.Visibility `json:"rungs"`
	// Where says on which ladder.
	Where Where `json:"where"`
	// Kind says what part of the work it is about.
	Kind TacticKind `json:"kind"`
	// Shows lists what the person can notice of it, sorted: whoever minds that, or wishes it away, does
	// without the tactic.
	Shows []client.Element `json:"shows,omitzero"`
	// Tags lists what it is to be tested by, sorted.
	Tags []Tag `json:"tags,omitzero"`
	// EN is the English wording.
	EN TacticWords `json:"en"`
}

// TacticWords is the English wording of a tactic.
type TacticWords struct {
	// Do says it to an officer.
	Do string `json:"do"`
}

// TagEntry is a tag of tactics.
type TagEntry struct {
	// ID is the word.
	ID Tag `json:"id"`
	// EN is the English wording.
	EN TagWords `json:"en"`
}

// TagWords is the English wording of a tag.
type TagWords struct {
	// Means says what it stands for.
	Means string `json:"means"`
	// Told is what the client may be told where a tactic in use carries the tag; empty means nothing.
	Told string `json:"told,omitzero"`
}

// Manner asks how a choice of visibility is carried out. The zero value lacks its choice and is not valid.
type Manner struct {
	// Choice is the activity.
	Choice Choice `json:"choice"`
	// Near is the rung in use near the person; unknown means that nobody is there.
	Near rapport.Visibility `json:"near,omitzero"`
	// Place is the rung in use at the place; unknown means that nothing is there.
	Place rapport.Visibility `json:"place,omitzero"`
}

// Validate reports problems of shape.
func (m Manner) Validate() error {
	var f rapport.Faults
	f.Join("/choice", m.Choice.Validate())
	outOfScale(&f, "/near", m.Near)
	outOfScale(&f, "/place", m.Place)
	return f.Err()
}

// Tactics is how a choice of visibility is carried out.
type Tactics struct {
	// Groups lists the tactics by kind, in the order of the kinds; each kind stands once, if only empty.
	Groups []TacticGroup `json:"groups"`
	// Left lists the tactics that are done without because of the person, sorted.
	Left []TacticID `json:"left"`
	// Reasons say why some are done without, and what is open, in order.
	Reasons []rapport.Reason `json:"reasons"`
	// MadeWith lists the catalogues used, sorted.
	MadeWith []rapport.Edition `json:"made_with"`
}

// TacticGroup holds the tactics of one kind.
type TacticGroup struct {
	// Kind says what part of the work.
	Kind TacticKind `json:"kind"`
	// Tactics lists them, near the person first, then by word.
	Tactics []Tactic `json:"tactics"`
}

// Tactic is one thing to do.
type Tactic struct {
	// ID is its word.
	ID TacticID `json:"id"`
	// Where says on which ladder: one of both is listed under each.
	Where Where `json:"where"`
	// Tags lists what it is to be tested by, sorted.
	Tags []Tag `json:"tags"`
	// Shows lists what the person can notice of it, sorted.
	Shows []client.Element `json:"shows"`
	// Do says it to an officer.
	Do string `json:"do"`
}

// CarryOut says how a choice of visibility is carried out: what to wear, drive, carry, where to stand, how to
// speak and behave, at the rungs in use. For each kind the closest setting counts that has anything to say.
// What shows something that the person clearly minds here, or wishes away with strength strong or line, is
// left out, and said. It fails only on invalid input. Its cost grows with the tactics of the catalogue.
func (s Selector) CarryOut(m Manner, at time.Time) (Tactics, error) {
	sc, err := s.read(m, inChoice, m.Choice, at)
	if err != nil {
		return Tactics{}, err
	}
	out := Tactics{Groups: []TacticGroup{}, MadeWith: editions(s.words, s.client)}
	left := map[TacticID][]rapport.Reason{}
	for kind := TacticKindAttire; kind <= TacticKindBehaviour; kind++ {
		group := TacticGroup{Kind: kind, Tactics: []Tactic{}}
		for _, side := range []struct {
			where Where
			rung  rapport.Visibility
		}{{WhereNear, m.Near}, {WherePlace, m.Place}} {
			for _, e := range sc.tactics(kind, side.where, side.rung, left) {
				group.Tactics = append(group.Tactics, Tactic{
					e.ID, side.where, append([]Tag{}, e.Tags...), append([]client.Element{}, e.Shows...), e.EN.Do,
				})
			}
		}
		out.Groups = append(out.Groups, group)
	}
	out.Left = append([]TacticID{}, slices.Sorted(maps.Keys(left))...)
	var reasons []rapport.Reason
	for _, id := range out.Left {
		reasons = append(reasons, rooted(left[id])...)
	}
	out.Reasons = rapport.SortReasons(append(reasons, because(CodeTacticsOf, "/choice/activity/setting", 1,
		m.Near.String(), m.Place.String(), string(sc.setting))))
	return out, nil
}

// tactics lists those of one kind at a rung in the closest setting that has any the person can do with,
// sorted by word. Those that are unwelcome are noted. Online is no place: what holds anywhere does not hold
// there.
func (sc *scene) tactics(kind TacticKind, where Where, rung rapport.Visibility, left map[TacticID][]rapport.Reason) []*TacticEntry {
	list := sc.selector.words.orStandard().tactics
	path := sc.selector.client.SettingPath(sc.setting)
	if slices.Contains(path, client.SettingOnline) {
		path = path[:len(path)-1]
	}
	for _, setting := range path {
		var found []*TacticEntry
		for i := range list {
			e := &list[i]
			if e.Kind != kind || !e.Where.covers(where) || !slices.Contains(e.Rungs, rung) || !slices.Contains(e.Settings, setting) {
				continue
			}
			if why := sc.unwelcome(e); len(why) > 0 {
				left[e.ID] = why
				continue
			}
			found = append(found, e)
		}
		if len(found) > 0 {
			return found
		}
	}
	return nil
}

// unwelcome says what of the person speaks against a tactic: a wish that binds, or a clear dislike.
func (sc *scene) unwelcome(e *TacticEntry) []rapport.Reason {
	var reasons []rapport.Reason
	for _, element := range e.Shows {
		known, _ := sc.selector.client.Element(element)
		name := known.EN.Name
		for _, w := range sc.wishes {
			if wish, _ := sc.selector.client.Wish(w.kind); isBinding(w.strength) && slices.Contains(wish.Against, element) {
				reasons = append(reasons, because(CodeTacticLeft, w.subject, -2, string(e.ID), string(element), e.EN.Do, name))
			}
		}
		if value, subject, asked := sc.feels(element); asked && value <= -2 {
			reasons = append(reasons, because(CodeTacticLeft, subject, -2, string(e.ID), string(element), e.EN.Do, name))
		}
	}
	return reasons
}
