package privacy

import (
	"cmp"
	"slices"
	"time"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
)

// approachDays is how long an approach keeps a place visible. House judgement.
const approachDays = 14

// factSet is a set of facts, one bit each.
type factSet uint64

func (s factSet) with(facts ...Fact) factSet {
	for _, f := range facts {
		s |= 1 << f
	}
	return s
}

func (s *factSet) set(f Fact, holds bool) {
	*s &^= 1 << f
	if holds {
		*s |= 1 << f
	}
}

func (s factSet) has(f Fact) bool { return s&(1<<f) != 0 }

// holds reports whether all of these facts hold; the unknown one never does.
func (s factSet) holds(facts []Fact) bool {
	want := factSet(0).with(facts...)
	return s&want == want && want&1 == 0
}

// scene is what a choice comes down to: what of the catalogue and the choice concerns the place, the facts
// of the occasion and the person, and those of each threat that bites here.
type scene struct {
	selector Selector
	choice   Choice
	at       time.Time
	setting  client.Setting
	bounds   []*BoundEntry
	drivers  []*DriverEntry
	rules    []localRule
	wishes   []localWish
	facts    factSet
	assessed bool // somebody has looked for threats to this person
	threats  []localThreat
	feelings []feeling
	reasons  []rapport.Reason
}

// localRule is a rule that holds here.
type localRule struct {
	subject rapport.Path
	Rule
}

// localWish is a wish that holds here.
type localWish struct {
	subject  rapport.Path
	kind     client.WishKind
	strength client.Strength
}

// localThreat is a threat that bites at the place of the activity.
type localThreat struct {
	subject  rapport.Path
	kind     client.ThreatKind
	level    rapport.Level
	facts    factSet
	reviewOn rapport.Date
}

// feeling is how the person feels here about something that can be seen.
type feeling struct {
	subject    rapport.Path
	element    client.Element
	visibility rapport.Visibility
	beside     rapport.Answer
	value      int
}

// bears reports whether the feeling bears on a ladder: what is noticed beside the person says nothing about
// the place, nor the other way round.
func (f feeling) bears(where Where) bool {
	switch f.beside {
	case rapport.AnswerYes:
		return where != WherePlace
	case rapport.AnswerNo:
		return where != WhereNear
	case rapport.AnswerUnsaid:
	}
	return true
}

// scene reads a choice. What is wrong with a threat is noted at its place.
func (s Selector) scene(f *rapport.Faults, c Choice, at time.Time) *scene {
	sc := &scene{selector: s, choice: c, at: at, setting: s.client.SettingOf(c.Activity)}
	sc.readPlace()
	sc.readOccasion()
	sc.readFeelings()
	for i, threat := range c.Threats {
		picture, err := s.client.Picture(threat, at)
		f.Join(rapport.Pointer("/threats").Index(i), err)
		if err == nil && (len(threat.Aimed) == 0 || slices.Contains(threat.Aimed, c.Profile.ID)) {
			sc.assessed = true
			sc.readThreat(threat, picture)
		}
	}
	slices.SortFunc(sc.threats, func(a, b localThreat) int { return cmp.Compare(a.subject, b.subject) })
	return sc
}

// readPlace keeps what of the catalogue and the choice holds at the place.
func (sc *scene) readPlace() {
	w, engine := sc.selector.words.orStandard(), sc.selector.client
	for i := range w.bounds {
		if sc.here(w.bounds[i].When) {
			sc.bounds = append(sc.bounds, &w.bounds[i])
		}
	}
	for i := range w.drivers {
		if sc.here(w.drivers[i].When) {
			sc.drivers = append(sc.drivers, &w.drivers[i])
		}
	}
	for _, r := range sc.choice.Rules {
		if r.Setting == "" || engine.Lies(sc.setting, r.Setting) {
			sc.rules = append(sc.rules, localRule{rapport.Path("/rules").Element(string(r.ID)), r})
		}
	}
	for _, wish := range sc.choice.Profile.Wishes {
		if wish.Setting == "" || engine.Lies(sc.setting, wish.Setting) {
			sc.wishes = append(sc.wishes, localWish{rapport.Path("/profile/wishes").Element(string(wish.ID)), wish.Kind, wish.Strength})
		}
	}
	slices.SortFunc(sc.rules, func(a, b localRule) int { return cmp.Compare(a.subject, b.subject) })
	slices.SortFunc(sc.wishes, func(a, b localWish) int { return cmp.Compare(a.subject, b.subject) })
}

func (sc *scene) readOccasion() {
	activity, around := sc.choice.Activity, sc.choice.Around
	entry, _ := sc.selector.client.Activity(activity.Kind)
	said := func(answer rapport.Answer, usual bool) bool {
		return answer == rapport.AnswerYes || answer == rapport.AnswerUnsaid && usual
	}
	sc.facts.set(FactChildren, said(activity.Children, entry.Children))
	sc.facts.set(FactMedia, said(activity.Media, entry.Media))
	sc.facts.set(FactAnnounced, activity.Announced == rapport.AnswerYes)
	sc.facts.set(FactCrowdDense, activity.Crowd.AtLeast(rapport.LevelHigh) == rapport.AnswerYes)
	sc.facts.set(FactDark, around.Dark == rapport.AnswerYes)
	sc.facts.set(FactHostMinds, around.HostMinds == rapport.AnswerYes)
	sc.facts.set(FactRankShown, around.RankShown == rapport.AnswerYes)
	sc.facts.set(FactAlarms, around.Alarms == rapport.AnswerYes)
	sc.facts.set(FactOneSex, around.OneSex == rapport.AnswerYes)
	sc.facts.set(FactInsured, slices.ContainsFunc(sc.rules, func(r localRule) bool { return r.By == AuthorityInsurer }))
	sc.rankPrivacy(sc.privacyRank())
	if value, asked := around.Felt.Value(); asked {
		sc.facts.set(FactFeltUnsafe, value < 0)
		sc.facts.set(FactFeltSafe, value > 0)
	}
}

// rankPrivacy sets where the person ranks privacy. How sensitive they are here counts where the rank does not
// say it already.
func (sc *scene) rankPrivacy(rank int) {
	sc.facts.set(FactPrivacyFirst, rank == 1)
	sc.facts.set(FactPrivacySecondOrThird, rank == 2 || rank == 3)
	sensitive := sc.choice.Sensitivity.AtLeast(rapport.LevelHigh) == rapport.AnswerYes
	sc.facts.set(FactSensitive, sensitive && (rank < 1 || rank > 3))
}

// privacyRank is 1 where no need stands before privacy; 0 where it is not ranked.
func (sc *scene) privacyRank() int {
	before := 0
	for _, tied := range sc.choice.Profile.Priorities {
		if slices.Contains(tied, client.NeedPrivacy) {
			return before + 1
		}
		before += len(tied)
	}
	return 0
}

// readFeelings finds the feeling about each element that outsiders can see.
func (sc *scene) readFeelings() {
	seen := map[client.Element]bool{}
	for _, reaction := range sc.choice.Profile.Reactions {
		entry, known := sc.selector.client.Element(reaction.Element)
		if !known || seen[entry.ID] || entry.Visibility == rapport.VisibilityUnknown {
			continue
		}
		seen[entry.ID] = true
		if value, subject, asked := sc.feels(entry.ID); asked {
			sc.feelings = append(sc.feelings, feeling{subject, entry.ID, entry.Visibility, entry.Beside, value})
		}
	}
	slices.SortFunc(sc.feelings, func(a, b feeling) int { return cmp.Compare(a.subject, b.subject) })
	if len(sc.feelings) == 0 {
		sc.reasons = append(sc.reasons, because(CodeReactionNotAsked, "/profile/reactions", 0))
	}
}

// feels is how the person feels here about an element, and the reaction that says so.
func (sc *scene) feels(element client.Element) (int, rapport.Path, bool) {
	felt, source, found := sc.selector.client.Feeling(sc.choice.Profile, element, sc.setting, sc.at)
	value, asked := felt.Value()
	return value, rapport.Path("/profile/reactions").Element(string(source.ID)), found && asked
}

// readThreat keeps the threat where it bites here, with the level to plan for here.
func (sc *scene) readThreat(threat client.Threat, picture client.Picture) {
	here := slices.Contains(picture.Activities, sc.choice.Activity.ID) || slices.ContainsFunc(picture.Settings, func(s client.Setting) bool {
		return sc.selector.client.Lies(sc.setting, s)
	})
	level := picture.Level
	for _, known := range picture.Places {
		if sc.samePlace(known.Setting, known.Activity) {
			here, level = true, level.Higher(known.Level)
		}
	}
	if !here {
		return
	}
	entry, _ := sc.selector.client.Threat(threat.Kind)
	subject := rapport.Path("/threats").Element(string(threat.ID))
	local := localThreat{subject: subject, kind: threat.Kind, reviewOn: threat.ReviewOn}
	local.facts.set(FactDeterred, entry.Deterrence == client.DeterrenceDeterred)
	local.facts.set(FactDrawn, entry.Deterrence == client.DeterrenceDrawn)
	local.facts.set(FactFixated, entry.Deterrence == client.DeterrenceFixated)
	local.facts.set(FactWatching, entry.Deterrence == client.DeterrenceWatching)
	local.facts.set(FactPrepared, entry.Deterrence == client.DeterrencePrepared)
	local.facts.set(FactIndifferent, entry.Deterrence == client.DeterrenceIndifferent)
	local.facts.set(FactNearHelps, entry.HandsOn || entry.Deterrence != client.DeterrenceIndifferent)
	local.facts.set(FactDirect, threat.Directness == client.DirectnessDirect)
	local.facts.set(FactApproached, sc.approached(threat))
	local.plannedAs(level)
	sc.threats = append(sc.threats, local)
	for _, reason := range picture.Reasons {
		reason.Subject = reason.Subject.Under(subject)
		sc.reasons = append(sc.reasons, reason)
	}
}

// plannedAs sets the level that is planned for.
func (t *localThreat) plannedAs(level rapport.Level) {
	t.level = level
	t.facts.set(FactAtLeastLow, level.AtLeast(rapport.LevelLow) == rapport.AnswerYes)
	t.facts.set(FactAtLeastModerate, level.AtLeast(rapport.LevelModerate) == rapport.AnswerYes)
	t.facts.set(FactAtLeastHigh, level.AtLeast(rapport.LevelHigh) == rapport.AnswerYes)
	t.facts.set(FactAtLeastSevere, level.AtLeast(rapport.LevelSevere) == rapport.AnswerYes)
	t.facts.set(FactBelowSevere, level.AtLeast(rapport.LevelSevere) == rapport.AnswerNo)
}

// approached reports whether the source came, waited or left something here lately.
func (sc *scene) approached(threat client.Threat) bool {
	return slices.ContainsFunc(threat.Contacts, func(c client.Contact) bool {
		entry, _ := sc.selector.client.Contact(c.Kind)
		since := sc.at.Sub(c.At)
		return entry.Approach && sc.samePlace(c.Setting, c.Activity) && since >= 0 && since <= approachDays*24*time.Hour
	})
}

// samePlace reports whether what happened at a setting or activity concerns the activity of the choice:
// the same activity, the same setting, or one that lies in the other, as a lobby lies in a home.
func (sc *scene) samePlace(setting client.Setting, activity rapport.ID) bool {
	c := sc.selector.client
	return activity != "" && activity == sc.choice.Activity.ID ||
		c.Lies(setting, sc.setting) || c.Lies(sc.setting, setting)
}

// vigilance follows the threat alone, or danger. Where nobody has looked, it is the usual one.
func (sc *scene) vigilance() (Vigilance, rapport.Reason) {
	highest, cause := rapport.LevelNone, rapport.Path("/threats")
	for _, t := range sc.threats {
		if t.level.Compare(highest) > 0 {
			highest, cause = t.level, t.subject
		}
	}
	word := VigilanceRelaxed
	switch {
	case sc.danger():
		return VigilanceHeightened, because(CodeVigilanceDanger, "/danger", 0, VigilanceHeightened.String())
	case highest.AtLeast(rapport.LevelHigh) == rapport.AnswerYes:
		word = VigilanceHeightened
	case highest.AtLeast(rapport.LevelLow) == rapport.AnswerYes || !sc.assessed:
		word = VigilanceAttentive
	}
	return word, because(CodeVigilance, cause, 0, word.String())
}

// danger reports whether harm is under way or moments off.
func (sc *scene) danger() bool { return sc.choice.Danger == rapport.AnswerYes }
