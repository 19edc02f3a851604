package privacy

import (
	"slices"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
)

// sight is what holds of the occasion and the person, with the reaction that the feelings rest on.
type sight struct {
	facts factSet
	felt  rapport.Path
}

// causes lists what makes a condition hold, in order: each wish or threat that does, or else the one
// field of the choice it rests on. It is empty where the condition does not hold. counts says which
// wishes are heard.
func (sc *scene) causes(c Condition, k sight, counts func(client.Strength) bool) []rapport.Path {
	if !sc.here(c) {
		return nil
	}
	var causes []rapport.Path
	switch {
	case len(c.Threats) > 0 || slices.ContainsFunc(c.Facts, Fact.ofThreat):
		causes = sc.threatCauses(c, k.facts)
	case k.facts.holds(c.Facts):
		causes = []rapport.Path{k.subject(c)}
	}
	if len(causes) > 0 && len(c.Wishes) > 0 {
		return sc.wishes(c.Wishes, counts)
	}
	return causes
}

// here reports whether setting and activity fit.
func (sc *scene) here(c Condition) bool {
	engine := sc.selector.client
	inside := func(s client.Setting) bool { return engine.Lies(sc.setting, s) }
	is := func(k client.ActivityKind) bool { return engine.ActivityIs(sc.choice.Activity.Kind, k) }
	return (len(c.Settings) == 0 || slices.ContainsFunc(c.Settings, inside)) &&
		(len(c.Activities) == 0 || slices.ContainsFunc(c.Activities, is))
}

func (sc *scene) wishes(kinds []client.WishKind, counts func(client.Strength) bool) []rapport.Path {
	var causes []rapport.Path
	for _, w := range sc.choice.Profile.Wishes {
		holds := w.Setting == "" || sc.selector.client.Lies(sc.setting, w.Setting)
		if holds && counts(w.Strength) && slices.Contains(kinds, w.Kind) {
			causes = append(causes, rapport.Path("/profile/wishes").Element(string(w.ID)))
		}
	}
	return causes
}

func (sc *scene) threatCauses(c Condition, facts factSet) []rapport.Path {
	var causes []rapport.Path
	for _, t := range sc.threats {
		if (facts | t.facts).holds(c.Facts) && (len(c.Threats) == 0 || slices.Contains(c.Threats, t.kind)) {
			causes = append(causes, t.subject)
		}
	}
	return causes
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
// what is there already asks for no more of it.
func (sc *scene) feel(start rapport.Visibility) sight {
	worst, best := feeling{}, feeling{}
	for _, f := range sc.feelings {
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

// reassured reports whether something that shows on this rung or a higher one clearly reassures.
func (sc *scene) reassured(start rapport.Visibility) (bool, rapport.Path) {
	for _, f := range sc.feelings {
		if f.visibility.Compare(start) >= 0 && f.value >= 2 {
			return true, f.subject
		}
	}
	return false, ""
}
