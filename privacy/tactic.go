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
	// Standing is true for a rule of conduct that holds beside whatever the closest setting says; without it a
	// tactic gives way to those of a closer setting.
	Standing bool `json:"standing,omitzero"`
	// When lists what has to hold of the occasion or of a threat here, if anything.
	When []Fact `json:"when,omitzero"`
	// Unless lists what rules it out where all of it holds, as a threat that it would expose the person to;
	// empty means nothing does.
	Unless []Fact `json:"unless,omitzero"`
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
	// Omitted lists the tactics that are left out because of the person or of a threat, sorted.
	Omitted []TacticID `json:"omitted"`
	// Reasons say what is carried out where, why some are left out, and where a rung in use lies outside its
	// bounds, in order.
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
// speak and behave, at the rungs in use. For each kind the closest setting counts that has anything that can
// be done; rules of conduct hold beside it. Left out, and said, is what shows something that the person
// clearly minds here or wishes away with strength strong or line, and what would expose them to a threat. A
// rung outside its bounds is carried out and named; covert protection that was not agreed is not carried out.
// While danger lasts all of it yields. It fails only on invalid input. Its cost grows with the tactics of the
// catalogue.
func (s Selector) CarryOut(m Manner, at time.Time) (Tactics, error) {
	sc, err := s.read(m, inChoice, m.Choice, at)
	if err != nil {
		return Tactics{}, err
	}
	return sc.carryOut(m), nil
}

// side is one ladder with the rung in use there.
type side struct {
	where Where
	rung  rapport.Visibility
}

// sides are the ladders of which something is carried out, and what is to be said of their rungs.
func (sc *scene) sides(m Manner) ([]side, []rapport.Reason) {
	var list []side
	var reasons []rapport.Reason
	for _, one := range []side{{WhereNear, m.Near}, {WherePlace, m.Place}} {
		if one.rung == rapport.VisibilityUnknown {
			continue
		}
		if one.rung == rapport.VisibilityCovert && sc.choice.CovertAgreed != rapport.AnswerYes {
			reasons = append(reasons, because(CodeCovertNotAgreed, "/covert_agreed", -3))
			continue
		}
		lower, upper := sc.within(one.where, nil)
		switch {
		case one.rung.Compare(lower) < 0:
			reasons = append(reasons, because(CodeBelowBound, "/activity", -3, one.rung.String(), lower.String(), one.where.String()))
		case one.rung.Compare(upper) > 0:
			reasons = append(reasons, because(CodeAboveBound, "/activity", -3, one.rung.String(), upper.String(), one.where.String()))
		}
		list = append(list, one)
	}
	return list, reasons
}

func (sc *scene) carryOut(m Manner) Tactics {
	out := Tactics{Groups: []TacticGroup{}, MadeWith: editions(sc.selector.words, sc.selector.client)}
	omitted := map[TacticID][]rapport.Reason{}
	sides, reasons := sc.sides(m)
	for kind := TacticKindAttire; kind <= TacticKindBehaviour; kind++ {
		group := TacticGroup{Kind: kind, Tactics: []Tactic{}}
		for _, one := range sides {
			for _, e := range sc.tactics(kind, one, omitted) {
				group.Tactics = append(group.Tactics, Tactic{
					e.ID, one.where, append([]Tag{}, e.Tags...), append([]client.Element{}, e.Shows...), e.EN.Do,
				})
			}
		}
		out.Groups = append(out.Groups, group)
	}
	out.Omitted = append([]TacticID{}, slices.Sorted(maps.Keys(omitted))...)
	for _, id := range out.Omitted {
		reasons = append(reasons, omitted[id]...)
	}
	if sc.danger() {
		reasons = append(reasons, because(CodeTacticsYield, "/danger", 3))
	}
	place, _ := sc.selector.client.Setting(sc.setting)
	for _, one := range sides {
		reasons = append(reasons, because(CodeTacticsOf, "/activity/setting", 1, one.rung.String(), one.where.String(), string(sc.setting), place.EN.Name))
	}
	reasons = rooted(reasons)
	if len(sides) == 0 {
		reasons = append(reasons, because(CodeNobodyThere, "/near", 0))
	}
	out.Reasons = rapport.SortReasons(reasons)
	return out
}

// tactics lists those of one kind on a side: those of the closest setting that has any that can be done, and
// the standing ones of every setting around, sorted by word. Those that are left out are noted. Online is no
// place: what holds anywhere does not hold there, beyond conduct.
func (sc *scene) tactics(kind TacticKind, one side, omitted map[TacticID][]rapport.Reason) []*TacticEntry {
	path := sc.selector.client.SettingPath(sc.setting)
	var found []*TacticEntry
	closest := len(path) // steps to the closest setting with something that can be done
	list := sc.selector.words.orStandard().tactics
	for i := range list {
		e := &list[i]
		if e.Kind != kind || !e.Where.covers(one.where) || !slices.Contains(e.Rungs, one.rung) || !sc.occurs(e.When) {
			continue
		}
		steps := slices.IndexFunc(path, func(s client.Setting) bool { return slices.Contains(e.Settings, s) })
		if steps < 0 || !e.Standing && steps > 0 && path[steps] == client.SettingAnywhere && slices.Contains(path, client.SettingOnline) {
			continue
		}
		if why := sc.against(e); len(why) > 0 {
			omitted[e.ID] = why
			continue
		}
		if !e.Standing {
			closest = min(closest, steps)
		}
		found = append(found, e)
	}
	return slices.DeleteFunc(found, func(e *TacticEntry) bool { return !e.Standing && !slices.Contains(e.Settings, path[closest]) })
}

// occurs reports whether facts hold together; none at all do.
func (sc *scene) occurs(facts []Fact) bool {
	return len(facts) == 0 || sc.holds(Condition{Facts: facts}, sight{facts: sc.facts}, isAny, nil)
}

// against says what speaks against a tactic: a wish that binds, a clear dislike, or a threat it would expose
// the person to.
func (sc *scene) against(e *TacticEntry) []rapport.Reason {
	var reasons []rapport.Reason
	if len(e.Unless) > 0 {
		for _, subject := range sc.causes(Condition{Facts: e.Unless}, sight{facts: sc.facts}, isAny) {
			reasons = append(reasons, because(CodeTacticExposes, subject, -2, string(e.ID), e.EN.Do))
		}
	}
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
