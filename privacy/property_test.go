package privacy_test

import (
	"encoding/json"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
	"github.com/rapport-go/rapport/privacy"
)

var (
	standardClient  = client.Standard()
	standardPrivacy = privacy.Standard()
)

// newRand gives the same numbers for the same seed.
func newRand(seed uint64) *rand.Rand { return rand.New(rand.NewPCG(seed, seed)) }

func pick[T any](r *rand.Rand, list ...T) T { return list[r.IntN(len(list))] }

// randomChoice is a choice out of what the drivers and bounds look at; privacy is ranked at rank.
func randomChoice(r *rand.Rand, rank int) privacy.Choice {
	standard := standardClient
	activity := pick(r, standard.Activities...)
	c := privacy.Choice{
		Activity: client.Activity{
			ID: "outing", Kind: activity.ID, Announced: rapport.Answer(r.IntN(3)), Media: rapport.Answer(r.IntN(3)),
			Children: rapport.Answer(r.IntN(3)), Crowd: rapport.Level(r.IntN(6)),
		},
		CovertAgreed: rapport.Answer(r.IntN(3)),
	}
	if r.IntN(2) == 0 {
		c.Activity.Setting = pick(r, standard.Settings...).ID
	}
	setting := client.Scorer{}.SettingOf(c.Activity)
	c.Profile = person(rank)
	for range r.IntN(4) {
		reaction := felt(pick(r, standard.Elements...).ID, setting, r.IntN(7)-3)
		if !slices.ContainsFunc(c.Profile.Reactions, func(other client.Reaction) bool { return other.ID == reaction.ID }) {
			c.Profile.Reactions = append(c.Profile.Reactions, reaction)
		}
	}
	if r.IntN(4) == 0 {
		c.Profile.Wishes = []client.Wish{{ID: "w-1", Kind: client.WishNoUniformAt, Strength: client.Strength(1 + r.IntN(3))}}
	}
	for range r.IntN(3) {
		t := threat(pick(r, standard.Threats...).ID, rapport.Level(1+r.IntN(5)), client.Directness(r.IntN(4)), setting)
		if r.IntN(3) == 0 {
			t.Contacts = []client.Contact{{ID: "c-1", Kind: client.ContactWaiting, At: noon.AddDate(0, 0, -r.IntN(30)), Setting: setting}}
		}
		if len(c.Threats) == 0 || c.Threats[0].ID != t.ID {
			c.Threats = append(c.Threats, t)
		}
	}
	if r.IntN(4) == 0 {
		c.Rules = []privacy.Rule{{ID: "rule", By: privacy.AuthorityHost, Where: privacy.Where(1 + r.IntN(3)), Upper: rapport.Visibility(1 + r.IntN(4))}}
	}
	if r.IntN(3) == 0 {
		c.Last = privacy.Last{Near: rapport.Visibility(r.IntN(5)), Place: rapport.Visibility(r.IntN(5)), Since: noon.Add(-time.Duration(r.IntN(72)) * time.Hour)}
	}
	return c
}

func worse(f rapport.Feeling, by int) rapport.Feeling {
	value, _ := f.Value()
	f, _ = rapport.FeelingOf(max(value-by, -3))
	return f
}

// raised is one level up; from none, to low.
func raised(l rapport.Level) rapport.Level {
	if l == rapport.LevelNone {
		return rapport.LevelLow
	}
	return l.Raised(1)
}

func ladders(d privacy.Discretion) []privacy.Ladder { return []privacy.Ladder{d.Near, d.Place} }

func TestOrderHoldsExactlyTheRungsInsideTheBounds(t *testing.T) {
	r := newRand(1)
	for range 2000 {
		for _, l := range ladders(choose(t, randomChoice(r, r.IntN(5)))) {
			want := []rapport.Visibility{}
			for _, v := range []rapport.Visibility{covert, low, ordinary, overt} {
				if v.Compare(l.Lower) >= 0 && v.Compare(l.Upper) <= 0 {
					want = append(want, v)
				}
			}
			require.ElementsMatch(t, want, l.Order)
		}
	}
}

func TestRaisingPrivacyNeverMakesThePreferredRungMoreVisible(t *testing.T) {
	r := newRand(2)
	for range 2000 {
		rank := 2 + r.IntN(3)
		c := randomChoice(r, rank)
		before := choose(t, c)
		higher := person(rank - 1)
		c.Profile.Priorities = higher.Priorities
		for i, after := range ladders(choose(t, c)) {
			if len(after.Order) > 0 {
				require.LessOrEqual(t, after.Order[0].Compare(ladders(before)[i].Order[0]), 0, "rank %d: %+v", rank, c)
			}
		}
	}
}

func TestRaisingAThreatNeverLowersALowerBound(t *testing.T) {
	r := newRand(3)
	for range 2000 {
		c := randomChoice(r, r.IntN(5))
		before := choose(t, c)
		for i := range c.Threats {
			c.Threats[i].Level = raised(c.Threats[i].Level)
		}
		for i, after := range ladders(choose(t, c)) {
			require.GreaterOrEqual(t, after.Lower.Compare(ladders(before)[i].Lower), 0, "%+v", c)
		}
	}
}

func TestMoreDislikeNeverMakesThePreferredRungMoreVisible(t *testing.T) {
	r := newRand(4)
	compared := 0
	for range 4000 {
		c := randomChoice(r, r.IntN(5))
		before := choose(t, c)
		for i, reaction := range c.Profile.Reactions {
			c.Profile.Reactions[i].Feeling = worse(reaction.Feeling, r.IntN(3))
		}
		for i, after := range ladders(choose(t, c)) {
			if len(after.Order) > 0 {
				compared++
				require.LessOrEqual(t, after.Order[0].Compare(ladders(before)[i].Order[0]), 0, "%+v", c)
			}
		}
	}
	require.Greater(t, compared, 4000)
}

// everyCell calls do for every role, category and purpose.
func everyCell(do func(privacy.Request)) {
	standard, own := standardClient, standardPrivacy
	for _, role := range standard.Roles {
		for _, category := range standard.Categories {
			for _, purpose := range own.Purposes {
				do(privacy.Request{Asker: "asker", Role: role.ID, Purpose: purpose.ID, Category: category.ID, Principal: "ms-a", Activity: "outing"})
			}
		}
	}
}

func TestWithoutFactsNobodyLearnsAnything(t *testing.T) {
	cells := 0
	everyCell(func(r privacy.Request) {
		cells++
		d, err := privacy.Policy{}.Decide(r, privacy.Register{}, noon)
		require.NoError(t, err)
		require.Contains(t, []privacy.Verdict{privacy.VerdictDenied, privacy.VerdictForbidden}, d.Verdict)
		require.Empty(t, d.Grains)
		require.NotEmpty(t, d.Reasons)
		require.NotEmpty(t, d.Denial)
	})
	assert.Greater(t, cells, 43*24*17)
}

var opening = []string{"assigned", "on-activity", "named", "verified", "guardian", "approved", "checked", "consent", "imminent-danger", "medical-emergency"}

var closing = []string{"leaver", "after-end", "under-investigation", "minor", "of-concern"}

// randomFacts draws facts; one in ten asks about themself.
func randomFacts(r *rand.Rand, from []string) []string {
	facts := []string{}
	for _, fact := range from {
		if r.IntN(3) == 0 {
			facts = append(facts, fact)
		}
	}
	if r.IntN(10) == 0 {
		facts = append(facts, "self")
	}
	return facts
}

// randomRequest draws a cell in which something can be given.
func randomRequest(r *rand.Rand) privacy.Request {
	for {
		rule := pick(r, standardPrivacy.Rules...)
		role, category, purpose := pick(r, standardClient.Roles...).ID, pick(r, standardClient.Categories...).ID, pick(r, standardPrivacy.Purposes...).ID
		if len(rule.Roles) > 0 {
			role = pick(r, rule.Roles...)
		}
		if len(rule.Categories) > 0 {
			category = pick(r, rule.Categories...)
		}
		if len(rule.Purposes) > 0 {
			purpose = pick(r, rule.Purposes...)
		}
		if !rule.Forbid {
			return privacy.Request{Asker: "asker", Role: role, Purpose: purpose, Category: category, Principal: "ms-a", Activity: "outing"}
		}
	}
}

func decide(t testing.TB, r privacy.Request, facts []string) privacy.Decision {
	t.Helper()
	if slices.Contains(facts, "self") {
		r.Asker = r.Principal
	}
	d, err := privacy.Policy{}.Decide(r, registerOf(r, facts...), noon)
	require.NoError(t, err)
	require.NotEmpty(t, d.Reasons, "every verdict says why")
	return d
}

// with adds a fact once.
func with(facts []string, extra string) []string {
	if slices.Contains(facts, extra) {
		return facts
	}
	return append(slices.Clone(facts), extra)
}

// within reports whether all that a gives is in b.
func within(a, b privacy.Decision) bool {
	if b.Verdict == privacy.VerdictFull {
		return true
	}
	return !slices.ContainsFunc(a.Grains, func(g privacy.Grain) bool { return !slices.Contains(b.Grains, g) })
}

func TestPressAndStrangersNeverGetAnything(t *testing.T) {
	r := newRand(5)
	for range 3000 {
		request := randomRequest(r)
		request.Role = pick(r, client.RoleJournalist, client.RoleUnknownPerson)
		d := decide(t, request, randomFacts(r, opening))
		require.Equal(t, privacy.VerdictForbidden, d.Verdict)
	}
}

func TestAnOpeningFactNeverNarrowsAView(t *testing.T) {
	r := newRand(6)
	widened := 0
	for range 4000 {
		request, facts := randomRequest(r), randomFacts(r, append(slices.Clone(opening), closing...))
		extra := pick(r, opening...)
		before, after := decide(t, request, facts), decide(t, request, with(facts, extra))
		require.True(t, within(before, after), "%v %v + %s: %v -> %v", request, facts, extra, before.Grains, after.Grains)
		if len(after.Grains) > len(before.Grains) {
			widened++
		}
	}
	require.Greater(t, widened, 100)
}

func TestAClosingFactNeverWidensAView(t *testing.T) {
	r := newRand(7)
	narrowed := 0
	for range 4000 {
		request, facts := randomRequest(r), randomFacts(r, append(slices.Clone(opening), closing...))
		extra := pick(r, closing...)
		before, after := decide(t, request, facts), decide(t, request, with(facts, extra))
		require.True(t, within(after, before), "%v %v + %s: %v -> %v", request, facts, extra, before.Grains, after.Grains)
		if len(after.Grains) < len(before.Grains) {
			narrowed++
		}
	}
	require.Greater(t, narrowed, 100)
}

func TestTheOrderOfListsChangesNothing(t *testing.T) {
	r := newRand(8)
	request := privacy.Request{Asker: "asker", Role: client.RoleGuardian, Purpose: privacy.PurposeInform, Category: client.CategoryMedical, Principal: "ms-a", Activity: "outing"}
	register := registerOf(request, append(slices.Clone(opening), "minor")...)
	register.Subjects = append(register.Subjects, privacy.Subject{ID: "mr-b"}, privacy.Subject{ID: "child-c", Minor: rapport.AnswerYes})
	for i := range register.Consents {
		register.Consents[i].Categories = append(register.Consents[i].Categories, client.CategoryIdentity, client.CategoryImage)
		register.Consents[i].Purposes = append(register.Consents[i].Purposes, privacy.PurposeCare, privacy.PurposePlan)
	}
	c := randomChoice(r, 2)
	c.Threats = []client.Threat{
		threat(client.ThreatStalking, rapport.LevelHigh, client.DirectnessDirect, client.SettingAnywhere),
		threat(client.ThreatKidnap, rapport.LevelHigh, client.DirectnessDirect, client.SettingAnywhere),
		threat(client.ThreatStreetCrime, rapport.LevelHigh, client.DirectnessKnown, client.SettingAnywhere),
	}
	setting := client.Scorer{}.SettingOf(c.Activity)
	c.Profile.Reactions = []client.Reaction{felt(client.ElementGuardPostUniform, setting, -2), felt(client.ElementVehicleConvoyOrLights, setting, -2), felt(client.ElementDogPatrol, setting, 1)}
	c.Profile.Wishes = []client.Wish{
		{ID: "w-1", Kind: client.WishNoUniformAt, Strength: client.StrengthLine},
		{ID: "w-2", Kind: client.WishNoUniformAt, Strength: client.StrengthStrong},
		{ID: "w-3", Kind: client.WishNoUniformAt, Strength: client.StrengthWish},
	}
	for i := range c.Threats {
		c.Threats[i].Contacts = []client.Contact{
			{ID: "c-1", Kind: client.ContactWaiting, At: noon.AddDate(0, 0, -1), Setting: setting},
			{ID: "c-2", Kind: client.ContactHandDelivery, At: noon.AddDate(0, 0, -2), Setting: setting},
			{ID: "c-3", Kind: client.ContactWaiting, At: noon.AddDate(0, 0, -40), Setting: client.SettingGym},
		}
	}
	c.Rules = []privacy.Rule{{ID: "a", By: privacy.AuthorityLaw, Where: privacy.WhereBoth, Lower: low}, {ID: "b", By: privacy.AuthorityHost, Where: privacy.WhereNear, Upper: overt}}

	both := func() string {
		d, err := privacy.Policy{}.Decide(request, register, noon)
		require.NoError(t, err)
		text, err := json.Marshal([]any{d, choose(t, c)})
		require.NoError(t, err)
		return string(text)
	}
	first := both()
	for range 100 {
		shuffle(r, register.Assignments)
		shuffle(r, register.Contacts)
		shuffle(r, register.Consents)
		shuffle(r, register.Relations)
		shuffle(r, register.Circumstances)
		shuffle(r, register.Subjects)
		for _, consent := range register.Consents {
			shuffle(r, consent.Categories)
			shuffle(r, consent.Purposes)
		}
		shuffle(r, c.Threats)
		for _, threat := range c.Threats {
			shuffle(r, threat.Contacts)
		}
		shuffle(r, c.Profile.Wishes)
		shuffle(r, c.Rules)
		shuffle(r, c.Profile.Reactions)
		require.Equal(t, first, both())
	}
}

func shuffle[T any](r *rand.Rand, list []T) {
	r.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
}
