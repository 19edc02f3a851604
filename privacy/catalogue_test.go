package privacy_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
	"github.com/rapport-go/rapport/internal/fill"
	"github.com/rapport-go/rapport/internal/pack"
	"github.com/rapport-go/rapport/internal/roomtest"
	"github.com/rapport-go/rapport/internal/wording"
	"github.com/rapport-go/rapport/privacy"
)

// family checks one list of the standard catalogue against the file that people edit, and its texts.
func family[T any](t *testing.T, file string, entries []T, id func(T) string) {
	t.Helper()
	data, err := os.ReadFile("catalogue/" + file + ".json")
	require.NoError(t, err)
	roomtest.Family(t, data, entries, id)
}

func TestStandardCatalogueIsWhatTheFilesSayInPlainWords(t *testing.T) {
	c := privacy.Standard()
	family(t, "bounds", c.Bounds, func(e privacy.BoundEntry) string { return string(e.ID) })
	family(t, "drivers", c.Drivers, func(e privacy.DriverEntry) string { return string(e.ID) })
	family(t, "rungs", c.Rungs, func(e privacy.RungEntry) string { return string(e.ID) })
	family(t, "effects", c.Effects, func(e privacy.EffectEntry) string { return string(e.ID) })
	family(t, "steps", c.Steps, func(e privacy.StepEntry) string { return string(e.ID) })
	family(t, "yields", c.Yields, func(e privacy.YieldEntry) string { return string(e.ID) })
	family(t, "tactics", c.Tactics, func(e privacy.TacticEntry) string { return string(e.ID) })
	family(t, "tags", c.Tags, func(e privacy.TagEntry) string { return string(e.ID) })
	family(t, "distances", c.Distances, func(e privacy.DistanceEntry) string { return string(e.ID) })
	family(t, "spots", c.Spots, func(e privacy.SpotEntry) string { return string(e.ID) })
	family(t, "needs", c.Needs, func(e privacy.NeedEntry) string { return string(e.ID) })
	family(t, "posts", c.Posts, func(e privacy.PostEntry) string { return string(e.ID) })
	family(t, "ways_out", c.WaysOut, func(e privacy.WayOutEntry) string { return string(e.ID) })
	family(t, "channels", c.Channels, func(e privacy.ChannelEntry) string { return string(e.ID) })
	family(t, "signs", c.Signs, func(e privacy.SignEntry) string { return string(e.ID) })
	family(t, "reliefs", c.Reliefs, func(e privacy.ReliefEntry) string { return string(e.ID) })
	family(t, "purposes", c.Purposes, func(e privacy.PurposeEntry) string { return string(e.ID) })
	family(t, "offers", c.Offers, func(e privacy.OfferEntry) string { return string(e.ID) })
	family(t, "windows", c.Windows, func(e privacy.WindowEntry) string { return string(e.ID) })
	family(t, "rules", c.Rules, func(e privacy.RuleEntry) string { return string(e.ID) })
	family(t, "handling", c.Handling, func(e privacy.HandlingEntry) string { return string(e.ID) })
	family(t, "breaches", c.Breaches, func(e privacy.BreachEntry) string { return string(e.ID) })
	family(t, "terms", c.Terms, func(e privacy.TermEntry) string { return string(e.ID) })
	family(t, "sums", c.Sums, func(e privacy.SumEntry) string { return string(e.ID) })
	family(t, "assurances", c.Assurances, func(e privacy.AssuranceEntry) string { return string(e.ID) })
	family(t, "boundaries", c.Boundaries, func(e privacy.BoundaryEntry) string { return string(e.ID) })
	family(t, "denials", c.Denials, func(e privacy.DenialEntry) string { return string(e.ID) })
	family(t, "codes", privacy.Codes(), func(e rapport.CodeEntry) string { return string(e.ID) })
}

func TestEveryTextSomebodyHearsReadsEasily(t *testing.T) {
	const fewWords, plain = 8, 45.0 // a score says little about a handful of words
	measured := 0
	easy := func(text string) {
		if r := wording.Measure(text); r.Words >= fewWords {
			measured++
			assert.GreaterOrEqual(t, r.Ease, plain, "%s", text)
		}
	}
	standard := privacy.Standard()
	for _, e := range standard.Bounds {
		easy(e.EN.Why)
	}
	for _, e := range standard.Drivers {
		easy(e.EN.Why)
	}
	for _, e := range standard.Assurances {
		easy(e.EN.Say)
	}
	for _, e := range standard.Rungs {
		easy(e.EN.Near)
		easy(e.EN.Place)
	}
	for _, e := range standard.Effects {
		easy(e.EN.Means)
	}
	for _, e := range standard.Yields {
		easy(e.EN.Told)
	}
	for _, e := range standard.Tactics {
		easy(e.EN.Do)
	}
	for _, e := range standard.Tags {
		easy(e.EN.Told)
	}
	for _, e := range standard.Channels {
		easy(e.EN.Told)
		easy(e.EN.Until)
	}
	for _, e := range standard.Denials {
		easy(e.EN.Say)
		easy(e.EN.Possible)
	}
	easy(answer(t, request(client.RoleUnknownPerson, client.CategoryMovement, privacy.PurposeInform), privacy.Register{}).Say)
	assert.Greater(t, measured, 20)
}

func resolves[W ~string, E any](t *testing.T, words []W, find func(W) (E, bool)) {
	t.Helper()
	for _, word := range words {
		_, found := find(word)
		assert.True(t, found, "%s", word)
	}
}

func TestEveryWordOfTheCatalogueIsDeclaredByItsOwner(t *testing.T) {
	var s client.Scorer
	standard := privacy.Standard()
	condition := func(c privacy.Condition) {
		resolves(t, c.Settings, s.Setting)
		resolves(t, c.Activities, s.Activity)
		resolves(t, c.Threats, s.Threat)
		resolves(t, c.Wishes, s.Wish)
	}
	for _, e := range standard.Bounds {
		condition(e.When)
	}
	for _, e := range standard.Drivers {
		condition(e.When)
		assert.True(t, e.Near|e.Place != 0 || e.WantsNear != rapport.VisibilityUnknown || e.WantsPlace != rapport.VisibilityUnknown, "%s does something", e.ID)
	}
	for _, e := range standard.Effects {
		condition(e.When)
	}
	for _, e := range standard.Steps {
		condition(e.When)
	}
	for _, e := range standard.Yields {
		condition(e.When)
	}
	for _, e := range standard.Distances {
		condition(e.When)
	}
	for _, e := range standard.Tactics {
		resolves(t, e.Settings, s.Setting)
		resolves(t, e.Shows, s.Element)
	}
	for _, e := range standard.Reliefs {
		resolves(t, e.Elements, s.Element)
	}
	for _, e := range standard.Signs {
		resolves(t, []client.InteractionKind{e.ID}, s.Interaction)
	}
	purposes := map[privacy.Purpose]bool{}
	for _, e := range standard.Purposes {
		purposes[e.ID] = true
	}
	offered := map[client.Category]bool{}
	for _, e := range standard.Offers {
		offered[e.ID] = true
	}
	for _, e := range client.Standard().Categories {
		assert.True(t, offered[e.ID], "category %s has its views", e.ID)
	}
	for _, e := range standard.Windows {
		resolves(t, []client.Role{e.ID}, s.Role)
	}
	for _, e := range standard.Denials {
		resolves(t, e.Approvers, s.Role)
		assert.True(t, slices.IsSorted(e.Approvers), "%s", e.ID)
	}
	for _, e := range standard.Boundaries {
		resolves(t, e.Wishes, s.Wish)
		resolves(t, e.Allows, s.Wish)
	}
	for _, e := range standard.Rules {
		resolves(t, e.Roles, s.Role)
		resolves(t, e.Except, s.Role)
		resolves(t, e.Categories, s.Category)
		for _, p := range e.Purposes {
			assert.True(t, purposes[p], "%s", p)
		}
		assert.Equal(t, e.Forbid, len(e.Gives) == 0, "%s gives or forbids", e.ID)
		assert.True(t, e.Forbid || len(e.When) > 0, "%s gives nothing without a fact", e.ID)
	}
}

func TestEachRuleThatGivesContributesSomewhere(t *testing.T) {
	for _, rule := range privacy.Standard().Rules {
		if rule.Forbid {
			continue
		}
		facts := []string{}
		for _, atom := range rule.When {
			switch word := atom.String(); word {
			case "on-duty":
				facts = append(facts, "on-activity")
			case "mature":
				facts = append(facts, "minor", "mature")
			case "emergency":
				facts = append(facts, "medical-emergency")
			default:
				facts = append(facts, word)
			}
		}
		witnessed := false
		for _, role := range rule.Roles {
			categories := rule.Categories
			if len(categories) == 0 {
				categories = []client.Category{client.CategoryIdentity}
			}
			for _, category := range categories {
				request := privacy.Request{Asker: "asker", Role: role, Purpose: rule.Purposes[0], Category: category, Principal: "ms-a", Activity: "outing"}
				for _, reason := range decide(t, request, facts).Reasons {
					witnessed = witnessed || reason.Subject == rapport.Path("/rules/"+string(rule.ID)) && reason.Weight == 3
				}
			}
		}
		assert.True(t, witnessed, "%s", rule.ID)
	}
}

func TestStandardIsACopy(t *testing.T) {
	first := privacy.Standard()
	first.Bounds[0].When.Facts[0] = privacy.FactMedia
	first.Drivers[0].EN.Why = "changed"
	first.Offers[0].Offers[0] = privacy.GrainUnknown
	first.Rules[0].Roles[0], first.Rules[0].When[0] = "changed", privacy.AtomMature
	first.Tactics[0].Settings[0], first.Reliefs[0].Elements[0] = "changed", "changed"
	first.Denials[1].Approvers = append(first.Denials[1].Approvers, "changed")
	again := privacy.Standard()
	assert.NotEqual(t, first.Bounds[0], again.Bounds[0])
	assert.NotEqual(t, first.Drivers[0], again.Drivers[0])
	assert.NotEqual(t, first.Offers[0], again.Offers[0])
	assert.NotEqual(t, first.Rules[0], again.Rules[0])
	assert.NotEqual(t, first.Tactics[0], again.Tactics[0])
	assert.NotEqual(t, first.Reliefs[0], again.Reliefs[0])
	codes := privacy.Codes()
	codes[0].EN = "changed"
	assert.NotEqual(t, codes, privacy.Codes())
}

func TestTheEditionNamesTheContentsOfTheStandardCatalogue(t *testing.T) {
	digest, err := pack.Digest(privacy.Standard())
	require.NoError(t, err)
	d := choose(t, privacy.Choice{Profile: person(0), Activity: doing(client.ActivityHomeDay, "")})
	assert.Contains(t, d.MadeWith, rapport.Edition{Name: "privacy", Version: "1", Digest: digest})
	assert.Len(t, d.MadeWith, 2, "and that of the words below")
}

// roundTrip writes and reads a filled value; mend puts right what the filling cannot know.
func roundTrip[T any](t *testing.T, mend ...func(*T)) {
	t.Helper()
	value := fill.Of[T]()
	for _, do := range mend {
		do(&value)
	}
	roomtest.ComesBack(t, value)
}

func TestEveryTypeSurvivesItsJSON(t *testing.T) {
	roundTrip(t, func(c *privacy.Choice) {
		c.Profile.Schema = client.ProfileSchema
		c.Profile.Priorities = [][]client.Need{{client.NeedPrivacy, client.NeedAutonomy}, {client.NeedComfort}}
	})
	roundTrip[privacy.Discretion](t)
	roundTrip[privacy.Step](t)
	roundTrip[privacy.Tactics](t)
	roundTrip[privacy.StandOff](t)
	roundTrip[privacy.Postings](t)
	roundTrip[privacy.Call](t)
	roundTrip[privacy.Reachability](t)
	roundTrip[privacy.Watched](t)
	roundTrip[privacy.Kept](t)
	roundTrip(t, func(p *privacy.Position) { p.Post = "" })
	roundTrip[privacy.Request](t)
	roundTrip(t, func(r *privacy.Register) {
		r.Relations[0].Kind, r.Relations[1].Kind = privacy.AtomGuardian, privacy.AtomOfConcern
	})
	roundTrip[privacy.Decision](t)
	roundTrip[privacy.Catalogue](t)
	roundTrip[privacy.Handling](t)
	roundTrip[privacy.Collection](t)
	roundTrip[privacy.Minimum](t)
	roundTrip[privacy.Assurance](t)
	roundTrip[privacy.Check](t)
	roundTrip(t, func(l *privacy.Log) { l.Schema = privacy.LogSchema })
	roundTrip(t, func(a *privacy.Account) { a.Log.Schema = privacy.LogSchema })
	roundTrip[privacy.Disclosure](t)
	roundTrip[privacy.Summary](t)
	roundTrip[privacy.Sum](t)
	roundTrip[privacy.Head](t)
	roundTrip[privacy.Record](t)
	roundTrip[privacy.Retention](t)
}

type scale interface {
	String() string
	MarshalText() ([]byte, error)
}

func TestClosedScalesAreStrict(t *testing.T) {
	for _, tt := range []struct {
		first, beyond scale
		read          func(string) (scale, error)
	}{
		{privacy.VigilanceRelaxed, privacy.Vigilance(99), func(s string) (scale, error) { var v privacy.Vigilance; return v, v.UnmarshalText([]byte(s)) }},
		{privacy.AuthorityLaw, privacy.Authority(99), func(s string) (scale, error) { var v privacy.Authority; return v, v.UnmarshalText([]byte(s)) }},
		{privacy.WhereNear, privacy.Where(99), func(s string) (scale, error) { var v privacy.Where; return v, v.UnmarshalText([]byte(s)) }},
		{privacy.FactChildren, privacy.Fact(99), func(s string) (scale, error) { var v privacy.Fact; return v, v.UnmarshalText([]byte(s)) }},
		{privacy.ImpactHelpsClient, privacy.Impact(99), func(s string) (scale, error) { var v privacy.Impact; return v, v.UnmarshalText([]byte(s)) }},
		{privacy.StopNear, privacy.Stop(99), func(s string) (scale, error) { var v privacy.Stop; return v, v.UnmarshalText([]byte(s)) }},
		{privacy.TacticKindAttire, privacy.TacticKind(99), func(s string) (scale, error) { var v privacy.TacticKind; return v, v.UnmarshalText([]byte(s)) }},
		{privacy.VerdictFull, privacy.Verdict(99), func(s string) (scale, error) { var v privacy.Verdict; return v, v.UnmarshalText([]byte(s)) }},
		{privacy.GrainFull, privacy.Grain(99), func(s string) (scale, error) { var v privacy.Grain; return v, v.UnmarshalText([]byte(s)) }},
		{privacy.ObligationLog, privacy.Obligation(99), func(s string) (scale, error) { var v privacy.Obligation; return v, v.UnmarshalText([]byte(s)) }},
		{privacy.AtomImminentDanger, privacy.Atom(99), func(s string) (scale, error) { var v privacy.Atom; return v, v.UnmarshalText([]byte(s)) }},
	} {
		_, err := tt.read(tt.first.String())
		assert.NoError(t, err)
		_, err = tt.read(strings.ToUpper(tt.first.String()))
		assert.Error(t, err)
		text, err := tt.first.MarshalText()
		assert.NoError(t, err)
		assert.Equal(t, tt.first.String(), string(text))
		_, err = tt.beyond.MarshalText()
		assert.Error(t, err)
		assert.Contains(t, tt.beyond.String(), "(99)")
	}
}
