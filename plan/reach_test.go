package plan_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
	"github.com/rapport-go/rapport/plan"
)

// exposed is a brief with one threat at one setting, to a person or a site as the kind asks, with every
// condition asserted.
func exposed(kind client.ThreatEntry, at client.Setting, level rapport.Level) plan.Brief {
	activity := client.Activity{ID: "a", Kind: client.ActivityWork, Setting: at}
	b := plan.Brief{Threats: []client.Threat{aThreat("t", kind.ID, level, at)}}
	if kind.Protects == client.ProtectsPlace {
		b.Sites = []client.Site{{ID: "s", Setting: at, Posts: []client.Activity{activity}}}
	} else {
		activity.Kind = usual(at)
		b.People = []client.Profile{{ID: "p", Activities: []client.Activity{activity}}}
		b.CovertAgreed = []rapport.ID{"p"}
	}
	for _, c := range plan.Standard().Conditions {
		b.Facts = append(b.Facts, plan.Fact{Condition: c.ID})
	}
	return b
}

// usual is the first kind of activity that a setting is for, or the setting that it lies in.
func usual(at client.Setting) client.ActivityKind {
	if kind, listed := usualAt[at]; listed {
		return kind
	}
	var s client.Scorer
	for _, outer := range slices.Backward(s.SettingPath(at)) {
		for _, a := range client.Standard().Activities {
			if a.Setting == outer {
				return a.ID
			}
		}
	}
	return client.ActivityOwnTime
}

func measureOf(t testing.TB, word plan.MeasureID) plan.MeasureEntry {
	t.Helper()
	m, known := plan.Planner{}.Measure(word)
	require.True(t, known, "%s", word)
	return m
}

func TestEveryKindOfThreatCanBeAnsweredInItsMainSettings(t *testing.T) {
	for _, kind := range client.Standard().Threats {
		for _, at := range kind.Bites {
			for _, level := range []rapport.Level{rapport.LevelModerate, rapport.LevelHigh, rapport.LevelSevere} {
				p := compose(t, exposed(kind, at, level), day(0))
				require.NotEmpty(t, p.Rows)
				for _, r := range p.Rows {
					assert.Equal(t, rapport.AnswerYes, r.Met, "%s at %s, %s: %s %d of %d, %s", kind.ID, at, level, r.Kind, r.Got, r.Need, r.Missing)
				}
				for _, e := range p.Entries {
					assert.False(t, measureOf(t, e.Measure).OptionOnly, "%s", e.Measure)
				}
			}
		}
	}
}

// most adds up the best that each group offers against a kind at a setting, at the place only or
// altogether, without options and last resorts. It knows nothing of the planner.
func most(kind client.ThreatEntry, at client.Setting, placeOnly bool) int {
	var s client.Scorer
	points := map[rapport.Band]int{rapport.BandSlight: 2, rapport.BandFair: 5, rapport.BandGood: 10, rapport.BandStrong: 20}
	best := map[plan.Group]int{}
	against := client.ProtectsPerson
	if kind.Protects == client.ProtectsPlace {
		against = client.ProtectsPlace
	}
	for _, m := range plan.Standard().Measures {
		fits := slices.ContainsFunc(m.Settings, func(x client.Setting) bool { return s.Lies(at, x) }) &&
			(m.Protects == client.ProtectsBoth || m.Protects == against)
		if !fits || m.OptionOnly || m.LastResort || placeOnly && m.Layer != plan.LayerPlace {
			continue
		}
		for _, e := range m.Effects {
			if e.Threat == kind.ID {
				best[m.Group] = max(best[m.Group], points[e.Band])
			}
		}
	}
	sum := 0
	for _, n := range best {
		sum += n
	}
	return sum
}

func TestASevereThreatIsWithinReachWithoutOptionsAndNearlyAlwaysWithoutALastResort(t *testing.T) {
	var s client.Scorer
	var beyond []string
	for _, kind := range client.Standard().Threats {
		for _, at := range kind.Bites {
			place := kind.HandsOn && !s.Lies(at, client.SettingOnline)
			if most(kind, at, false) >= 50 && (!place || most(kind, at, true) >= 30) {
				continue
			}
			beyond = append(beyond, string(kind.ID)+" at "+string(at))
			p := compose(t, exposed(kind, at, rapport.LevelSevere), day(0))
			assert.True(t, slices.ContainsFunc(p.Entries, func(e plan.Entry) bool { return measureOf(t, e.Measure).LastResort }), "%s at %s", kind.ID, at)
		}
	}
	assert.Equal(t, []string{"child-abduction at airport", "child-abduction at public-place", "protest at home", "workplace-violence at car-park"}, beyond,
		"a child is not taken there, a drive is left out, and a family moves out for some days")
}

func TestArmedCoverIsAnOptionAndNothingElseIs(t *testing.T) {
	armed := []plan.MeasureID{plan.MeasureArmedDriver, plan.MeasureArmedOfficer}
	var options []plan.MeasureID
	for _, m := range plan.Standard().Measures {
		if m.OptionOnly {
			options = append(options, m.ID)
		}
	}
	assert.Equal(t, armed, options)
	for _, word := range armed {
		m := measureOf(t, word)
		assert.Contains(t, m.OnlyIf, plan.ConditionAskedFor)
		assert.Contains(t, m.Law, plan.LawWeaponsPermit)
		assert.Contains(t, m.Shows, client.ElementCloseOfficerWeaponHiddenKnown)
	}

	var kidnap client.ThreatEntry // where an armed officer or driver would do as much as anybody
	for _, kind := range client.Standard().Threats {
		if kind.ID == client.ThreatKidnap {
			kidnap = kind
		}
	}
	b := exposed(kidnap, client.SettingVehicle, rapport.LevelSevere)
	for _, word := range armed {
		b.InForce = append(b.InForce, plan.InForce{ID: rapport.ID(word), Measure: word, Person: "p"})
	}
	p := compose(t, b, day(0))
	for _, word := range armed {
		assert.Empty(t, entriesOf(p, word))
	}
}
