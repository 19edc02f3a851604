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
type factSet uint32

func (s factSet) with(facts ...Fact) factSet {
	for _, f := range facts {
		s |= 1 << f
	}
	return s
}

func (s *factSet) add(f Fact, holds bool) {
	if holds {
		*s |= 1 << f
	}
}

func (s factSet) holds(facts []Fact) bool {
	want := factSet(0).with(facts...)
	return s&want == want && want&1 == 0
}

// scene is what a choice comes down to: the facts of the occasion and the person, and of each threat
// that bites here.
type scene struct {
	selector Selector
	choice   Choice
	at       time.Time
	setting  client.Setting
	facts    factSet
	threats  []localThreat
	feelings []feeling
	reasons  []rapport.Reason
}

// localThreat is a threat that bites at the place of the activity.
type localThreat struct {
	subject rapport.Path
	kind    client.ThreatKind
	level   rapport.Level
	facts   factSet
}

// feeling is how the person feels here about something that can be seen.
type feeling struct {
	subject    rapport.Path
	visibility rapport.Visibility
	value      int
}

// scene reads a choice. What is wrong with a threat is noted at its place.
func (s Selector) scene(f *rapport.Faults, c Choice, at time.Time) *scene {
	sc := &scene{selector: s, choice: c, at: at, setting: s.client.SettingOf(c.Activity)}
	sc.readOccasion()
	sc.readFeelings()
	for i, threat := range c.Threats {
		picture, err := s.client.Picture(threat, at)
		f.Join(rapport.Pointer("/threats").Index(i), err)
		if err == nil && (len(threat.Aimed) == 0 || slices.Contains(threat.Aimed, c.Profile.ID)) {
			sc.readThreat(threat, picture)
		}
	}
	slices.SortFunc(sc.threats, func(a, b localThreat) int { return cmp.Compare(a.subject, b.subject) })
	return sc
}

func (sc *scene) readOccasion() {
	activity := sc.choice.Activity
	entry, _ := sc.selector.client.Activity(activity.Kind)
	said := func(answer rapport.Answer, usual bool) bool {
		return answer == rapport.AnswerYes || answer == rapport.AnswerUnsaid && usual
	}
	rank := sc.privacyRank()
	sc.facts.add(FactChildren, said(activity.Children, entry.Children))
	sc.facts.add(FactMedia, said(activity.Media, entry.Media))
	sc.facts.add(FactAnnounced, activity.Announced == rapport.AnswerYes)
	sc.facts.add(FactCrowdDense, activity.Crowd.AtLeast(rapport.LevelHigh) == rapport.AnswerYes)
	sc.facts.add(FactPrivacyFirst, rank == 1)
	sc.facts.add(FactPrivacySecondOrThird, rank == 2 || rank == 3)
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
		felt, source, found := sc.selector.client.Feeling(sc.choice.Profile, entry.ID, sc.setting, sc.at)
		if value, asked := felt.Value(); found && asked {
			subject := rapport.Path("/profile/reactions").Element(string(source.ID))
			sc.feelings = append(sc.feelings, feeling{subject, entry.Visibility, value})
		}
	}
	slices.SortFunc(sc.feelings, func(a, b feeling) int { return cmp.Compare(a.subject, b.subject) })
	if len(sc.feelings) == 0 {
		sc.reasons = append(sc.reasons, because(CodeReactionNotAsked, "/profile/reactions", 0))
	}
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
	var facts factSet
	facts.add(FactDeterred, entry.Deterrence == client.DeterrenceDeterred)
	facts.add(FactDrawn, entry.Deterrence == client.DeterrenceDrawn)
	facts.add(FactFixated, entry.Deterrence == client.DeterrenceFixated)
	facts.add(FactWatching, entry.Deterrence == client.DeterrenceWatching)
	facts.add(FactPrepared, entry.Deterrence == client.DeterrencePrepared)
	facts.add(FactIndifferent, entry.Deterrence == client.DeterrenceIndifferent)
	facts.add(FactAtLeastLow, level.AtLeast(rapport.LevelLow) == rapport.AnswerYes)
	facts.add(FactAtLeastModerate, level.AtLeast(rapport.LevelModerate) == rapport.AnswerYes)
	facts.add(FactAtLeastHigh, level.AtLeast(rapport.LevelHigh) == rapport.AnswerYes)
	facts.add(FactAtLeastSevere, level.AtLeast(rapport.LevelSevere) == rapport.AnswerYes)
	facts.add(FactDirect, threat.Directness == client.DirectnessDirect)
	facts.add(FactApproached, sc.approached(threat))
	subject := rapport.Path("/threats").Element(string(threat.ID))
	sc.threats = append(sc.threats, localThreat{subject, threat.Kind, level, facts})
	for _, reason := range picture.Reasons {
		reason.Subject = reason.Subject.Under(subject)
		sc.reasons = append(sc.reasons, reason)
	}
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

// vigilance follows the threat alone. Where no threat was given, nobody has looked.
func (sc *scene) vigilance() Vigilance {
	highest := rapport.LevelNone
	for _, threat := range sc.threats {
		highest = highest.Higher(threat.level)
	}
	switch {
	case highest.AtLeast(rapport.LevelHigh) == rapport.AnswerYes:
		return VigilanceHeightened
	case highest.AtLeast(rapport.LevelModerate) == rapport.AnswerYes || len(sc.choice.Threats) == 0:
		return VigilanceAttentive
	}
	return VigilanceRelaxed
}
