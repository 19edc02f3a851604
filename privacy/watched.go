package privacy

import (
	"cmp"
	"slices"
	"time"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
)

// How long a sign counts, and how soon a review is due where there is more than one strong one, in days.
// House judgement.
const (
	signDays   = 28
	reviewDays = 7
)

// SignEntry says what something that was said or seen tells about feeling watched. All are house
// judgement. Nothing is read from sensors or from a mood: only what the person says, or does towards the
// team.
type SignEntry struct {
	// ID is the kind of interaction.
	ID client.InteractionKind `json:"id"`
	// Strength says how strongly it tells: slight, fair or strong.
	Strength rapport.Band `json:"strength"`
	// Relief is what it asks to change.
	Relief ReliefID `json:"relief"`
	// Elements lists what it is about, sorted: a reaction to one of these and the sign are one thing.
	Elements []client.Element `json:"elements,omitzero"`
	// EN is the English wording.
	EN SignWords `json:"en"`
}

// SignWords is the English wording of a sign.
type SignWords struct {
	// First says what to do about it first.
	First string `json:"first"`
}

// Watch asks whether a person feels watched by their own protection, over all that they can notice of it.
// The zero value lacks the profile and is not valid.
type Watch struct {
	// Profile is the person, with their reactions.
	Profile client.Profile `json:"profile"`
	// Shown lists what they can notice. The order says nothing; a pair of element and setting stands once.
	Shown []Shown `json:"shown,omitzero"`
	// Signs lists what was said or seen. Those older than 28 days, and those that say nothing about feeling
	// watched, are left out. The order says nothing.
	Signs []client.Interaction `json:"signs,omitzero"`
}

// Shown is something of protection that a person can notice at a place.
type Shown struct {
	// Element is what.
	Element client.Element `json:"element"`
	// Setting is where.
	Setting client.Setting `json:"setting"`
}

// Validate reports problems of shape.
func (w Watch) Validate() error {
	var f rapport.Faults
	f.Join("/profile", w.Profile.Validate())
	for i, shown := range w.Shown {
		at := rapport.Pointer("/shown").Index(i)
		rapport.FaultWord(&f, at.Child("element"), shown.Element)
		rapport.FaultWord(&f, at.Child("setting"), shown.Setting)
		if slices.Contains(w.Shown[:i], shown) {
			f.DuplicateID(at)
		}
	}
	rapport.JoinEach(&f, "/signs", w.Signs, func(i client.Interaction) rapport.ID { return i.ID })
	return f.Err()
}

// Watched says how strongly a person feels watched, and what to change first.
type Watched struct {
	// Level is how strongly: unknown where something they can notice was not asked about and nothing is known
	// to disturb them, since silence is no comfort; none where they were asked and nothing does; high where two
	// different things disturb them strongly.
	Level rapport.Level `json:"level"`
	// Changes lists what to change, what takes least from the protection first. No change goes below a
	// bound or a floor: it asks for another way of meeting it.
	Changes []Change `json:"changes"`
	// First lists what to do at once about what was said or seen, the strongest sign first.
	First []FirstStep `json:"first"`
	// ReviewBy is when a review is due; zero where none is called for.
	ReviewBy rapport.Date `json:"review_by,omitzero"`
	// Reasons say why, in order: also what nobody has asked about.
	Reasons []rapport.Reason `json:"reasons"`
	// MadeWith lists the catalogues used, sorted.
	MadeWith []rapport.Edition `json:"made_with"`
}

// FirstStep is what to do about one sign.
type FirstStep struct {
	// Sign is the sign's ID.
	Sign rapport.ID `json:"sign"`
	// Do says what to do.
	Do string `json:"do"`
}

// FeelsWatched says whether the person feels watched, from what they said about what they can notice and from
// what was seen towards the team. It fails only on invalid input.
func (s Selector) FeelsWatched(w Watch, at time.Time) (Watched, error) {
	if err := s.checkWatch(w, at); err != nil {
		return Watched{}, err
	}
	known := s.words.orStandard()
	reading := watching{changes: changes{words: known}, strongest: map[string]rapport.Band{}}
	for _, shown := range w.Shown {
		felt, source, found := s.client.Feeling(w.Profile, shown.Element, shown.Setting, at)
		value, asked := felt.Value()
		if !found || !asked {
			reading.open = true
			reading.reasons = append(reading.reasons, because(CodeShownNotAsked,
				rapport.Path("/shown").Element(string(shown.Element)).Element(string(shown.Setting)), 0, s.namesOf(shown.Element, shown.Setting)...))
			continue
		}
		reading.asked = true
		subject := rapport.Path("/profile/reactions").Element(string(source.ID))
		if value < 0 {
			reading.disturbs(shown.Element, s.disturbs(subject, value, shown.Element, shown.Setting), value)
		} else {
			reading.reasons = append(reading.reasons, because(CodeDoesNotDisturb, subject, 1, s.namesOf(shown.Element, shown.Setting)...))
		}
	}
	out := Watched{First: []FirstStep{}, MadeWith: editions(s.words, s.client)}
	for _, sign := range s.signs(w, at) {
		entry, _ := known.signs.find(sign.Kind)
		reading.seen(sign, entry, s.client)
		out.First = append(out.First, FirstStep{sign.ID, entry.EN.First})
	}
	out.Level = reading.level()
	out.Changes = reading.sorted()
	if out.Level.AtLeast(rapport.LevelHigh) == rapport.AnswerYes {
		out.ReviewBy = rapport.DateOf(at).AddDays(reviewDays)
		reading.reasons = append(reading.reasons, because(CodeWatchedReview, reading.subject(), 2, out.ReviewBy.String()))
	}
	out.Reasons = rapport.SortReasons(reading.reasons)
	return out, nil
}

func (s Selector) checkWatch(w Watch, at time.Time) error {
	var f rapport.Faults
	f.At("", at)
	f.Join("", w.Validate())
	f.Join("/profile", s.client.CheckProfile(w.Profile))
	for i, shown := range w.Shown {
		place := rapport.Pointer("/shown").Index(i)
		checkWord(&f, place.Child("element"), shown.Element, s.client.Element)
		checkWord(&f, place.Child("setting"), shown.Setting, s.client.Setting)
	}
	for i, sign := range w.Signs {
		place := rapport.Pointer("/signs").Index(i)
		checkWord(&f, place.Child("kind"), sign.Kind, s.client.Interaction)
		if sign.Setting != "" {
			checkWord(&f, place.Child("setting"), sign.Setting, s.client.Setting)
		}
		if sign.On.Compare(rapport.DateOf(at)) > 0 {
			f.AfterMoment(place.Child("on"))
		}
	}
	return f.Err()
}

// signs lists those that count, the strongest first, then the newest, then by ID.
func (s Selector) signs(w Watch, at time.Time) []client.Interaction {
	known := s.words.orStandard().signs
	strength := func(i client.Interaction) rapport.Band {
		e, _ := known.find(i.Kind)
		return e.Strength
	}
	list := slices.DeleteFunc(slices.Clone(w.Signs), func(i client.Interaction) bool {
		return strength(i) == rapport.BandUnknown || i.On.DaysUntil(rapport.DateOf(at)) > signDays
	})
	slices.SortFunc(list, func(a, b client.Interaction) int {
		return cmp.Or(strength(b).Compare(strength(a)), b.On.Compare(a.On), cmp.Compare(a.ID, b.ID))
	})
	return list
}

// watching is what has been read so far: the changes, and how strongly each different thing disturbs.
type watching struct {
	changes
	asked, open bool
	strongest   map[string]rapport.Band
	reasons     []rapport.Reason
}

// disturbs notes an element that the person minds. A dislike of -2 or -3 is a strong sign, -1 a slight one.
// What no relief eases, as the style of a drive, says nothing about feeling watched.
func (w *watching) disturbs(element client.Element, reason rapport.Reason, value int) {
	w.reasons = append(w.reasons, reason)
	if !slices.ContainsFunc(w.words.reliefs, func(e ReliefEntry) bool { return slices.Contains(e.Elements, element) }) {
		return
	}
	w.about(element, reason)
	strength := rapport.BandSlight
	if value <= -2 {
		strength = rapport.BandStrong
	}
	w.stronger(string(element), strength)
}

// seen notes something that was said or seen, after the elements were. It counts with the element it is
// about where the person minds that.
func (w *watching) seen(sign client.Interaction, entry SignEntry, engine client.Scorer) {
	kind, _ := engine.Interaction(sign.Kind)
	weight := map[rapport.Band]int{rapport.BandStrong: -2, rapport.BandFair: -1}[entry.Strength]
	reason := because(CodeWatchedSign, rapport.Path("/signs").Element(string(sign.ID)), weight, string(sign.Kind), entry.Strength.String(), kind.EN.Name)
	w.by(entry.Relief, reason)
	w.reasons = append(w.reasons, reason)
	thing := string(sign.Kind)
	for _, element := range entry.Elements {
		if w.strongest[string(element)] != rapport.BandUnknown {
			thing = string(element)
			break
		}
	}
	w.stronger(thing, entry.Strength)
}

func (w *watching) stronger(thing string, strength rapport.Band) {
	if strength.Compare(w.strongest[thing]) > 0 {
		w.strongest[thing] = strength
	}
}

// subject is the strongest of the reasons so far.
func (w *watching) subject() rapport.Path {
	return rapport.SortReasons(slices.Clone(w.reasons))[0].Subject
}

// level counts the different things that disturb: a sign and the reaction that was written down after it
// are one.
func (w *watching) level() rapport.Level {
	count := map[rapport.Band]int{}
	for _, strength := range w.strongest {
		count[strength]++
	}
	switch {
	case count[rapport.BandStrong] >= 2:
		return rapport.LevelHigh
	case count[rapport.BandStrong] == 1 || count[rapport.BandFair] >= 2:
		return rapport.LevelModerate
	case len(count) > 0:
		return rapport.LevelLow
	case w.asked && !w.open:
		return rapport.LevelNone
	}
	return rapport.LevelUnknown
}
