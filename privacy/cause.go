package privacy

import (
	"slices"
	"strings"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
)

// sight is what holds of the occasion and the person, with the reaction that the feelings rest on.
type sight struct {
	facts factSet
	felt  rapport.Path
}

// holds reports whether a condition that fits the place holds. counts says which wishes are heard. Where
// causes is given, what makes it hold is appended there in order: each wish or threat that does, or else
// the one field of the choice it rests on.
func (sc *scene) holds(c Condition, k sight, counts func(client.Strength) bool, causes *[]rapport.Path) bool {
	ofThreat := len(c.Threats) > 0 || slices.ContainsFunc(c.Facts, Fact.ofThreat)
	note := causes
	if len(c.Wishes) > 0 {
		note = nil // the wishes are named instead
	}
	held := false
	if ofThreat {
		for i := range sc.threats {
			t := &sc.threats[i]
			if (k.facts | t.facts).holds(c.Facts) && (len(c.Threats) == 0 || slices.Contains(c.Threats, t.kind)) {
				held = true
				if note != nil {
					*note = append(*note, t.subject)
				}
			}
		}
	} else if held = k.facts.holds(c.Facts); held && note != nil {
		*note = append(*note, k.subject(c))
	}
	if !held || len(c.Wishes) == 0 {
		return held
	}
	held = false
	for i := range sc.wishes {
		w := &sc.wishes[i]
		if counts(w.strength) && slices.Contains(c.Wishes, w.kind) {
			held = true
			if causes != nil {
				*causes = append(*causes, w.subject)
			}
		}
	}
	return held
}

// causes lists what makes a condition hold; empty where it does not.
func (sc *scene) causes(c Condition, k sight, counts func(client.Strength) bool) []rapport.Path {
	var list []rapport.Path
	sc.holds(c, k, counts, &list)
	return list
}

func isBinding(s client.Strength) bool { return s == client.StrengthStrong || s == client.StrengthLine }
func isMild(s client.Strength) bool    { return s == client.StrengthWish }
func isAny(client.Strength) bool       { return true }

// here reports whether setting and activity fit.
func (sc *scene) here(c Condition) bool {
	engine := sc.selector.client
	inside := func(s client.Setting) bool { return engine.Lies(sc.setting, s) }
	is := func(k client.ActivityKind) bool { return engine.ActivityIs(sc.choice.Activity.Kind, k) }
	return (len(c.Settings) == 0 || slices.ContainsFunc(c.Settings, inside)) &&
		(len(c.Activities) == 0 || slices.ContainsFunc(c.Activities, is))
}

// subject names the field of the choice that a condition without threats and wishes rests on.
func (k sight) subject(c Condition) rapport.Path {
	for _, fact := range c.Facts {
		switch fact {
		case FactPrivacyFirst, FactPrivacySecondOrThird:
			return "/profile/priorities"
		case FactDislikesClearly, FactDislikesSlightly, FactLikesSlightly, FactLikesClearly:
			return k.felt
		case FactChildren, FactMedia, FactAnnounced:
			return rapport.Path("/activity").Child(fact.String())
		case FactCrowdDense:
			return "/activity/crowd"
		case FactDark, FactHostMinds, FactRankShown, FactAlarms, FactOneSex:
			return rapport.Path("/around").Child(strings.ReplaceAll(fact.String(), "-", "_"))
		case FactInsured:
			return "/rules"
		case FactFeltUnsafe, FactFeltSafe:
			return "/around/felt"
		case FactSensitive:
			return "/sensitivity"
		default: // the others are of threats
		}
	}
	if len(c.Activities) > 0 {
		return "/activity/kind"
	}
	return "/activity/setting"
}

// feel adds how the person feels about what would be seen from a rung: the worst feeling about what
// shows on this rung or a higher one, or, where none is bad, the best about what shows higher. Liking
// what is there already asks for no more of it. Only what bears on the ladder counts.
func (sc *scene) feel(where Where, start rapport.Visibility) sight {
	worst, best := feeling{}, feeling{}
	for _, f := range sc.feelings {
		if !f.bears(where) {
			continue
		}
		if f.visibility.Compare(start) >= 0 && f.value < worst.value {
			worst = f
		}
		if f.visibility.Compare(start) > 0 && f.value > best.value {
			best = f
		}
	}
	switch {
	case worst.value <= -2:
		return sight{sc.facts.with(FactDislikesClearly), worst.subject}
	case worst.value == -1:
		return sight{sc.facts.with(FactDislikesSlightly), worst.subject}
	case best.value >= 2:
		return sight{sc.facts.with(FactLikesClearly), best.subject}
	case best.value == 1:
		return sight{sc.facts.with(FactLikesSlightly), best.subject}
	}
	return sight{facts: sc.facts}
}

// reassured reports whether something that shows on this rung or a higher one clearly reassures, and nothing
// that shows there is clearly minded.
func (sc *scene) reassured(where Where, start rapport.Visibility) (bool, rapport.Path) {
	calm, by := false, rapport.Path("")
	for _, f := range sc.feelings {
		switch {
		case !f.bears(where) || f.visibility.Compare(start) < 0:
		case f.value <= -2:
			return false, ""
		case f.value >= 2 && !calm:
			calm, by = true, f.subject
		}
	}
	return calm, by
}
