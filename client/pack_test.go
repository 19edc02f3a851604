package client_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
)

var words = client.Named{Name: "A name", Means: "What is meant."}

// estate is a pack with one entry in every family.
func estate() client.Catalogue {
	return client.Catalogue{
		Name: "estate.example/words", Version: "3",
		Settings:   []client.SettingEntry{{ID: "estate.example/stables", Parent: client.SettingHome, EN: words}},
		Activities: []client.ActivityEntry{{ID: "estate.example/hunt", Parent: client.ActivityOwnTime, Setting: "estate.example/stables", Exposure: rapport.LevelHigh, Announced: true, EN: words}},
		Elements:   []client.ElementEntry{{ID: "estate.example/gamekeeper", Visibility: rapport.VisibilityCovert, EN: words}},
		Threats: []client.ThreatEntry{{ID: "estate.example/poaching", Bites: []client.Setting{"estate.example/stables"}, Protects: client.ProtectsPlace, Deterrence: client.DeterrenceDeterred,
			EN: client.ThreatWords{Name: "A name", Means: "What is meant.", Aim: "to be seen early"}}},
		Contacts:    []client.ContactEntry{{ID: "estate.example/tracks", Present: true, Raises: client.RaiseHere, Urgency: rapport.UrgencyToday, EN: words}},
		Concerns:    []client.ConcernEntry{{ID: "estate.example/horses", Checks: []client.ThreatKind{"estate.example/poaching"}, Presses: []client.NeedKind{"estate.example/horses-fed"}, EN: words}},
		Dimensions:  []client.DimensionEntry{{ID: "estate.example/love-of-quiet", EN: client.DimensionWords{Name: "A name", Means: "What is meant.", Low: "Low.", High: "High.", Changes: "What is done otherwise."}}},
		Evidence:    []client.EvidenceEntry{{ID: "estate.example/groom-said", Weight: 50, Fresh: 10, Stale: 20, EN: words}},
		Wishes:      []client.WishEntry{{ID: "estate.example/no-shots", Against: []client.Element{"estate.example/gamekeeper"}, EN: words}},
		Roles:       []client.RoleEntry{{ID: "estate.example/groom", Side: client.SideClient, EN: words}},
		Categories:  []client.CategoryEntry{{ID: "estate.example/herd-book", EN: words}},
		Needs:       []client.NeedEntry{{ID: "estate.example/horses-fed", Type: client.NeedTypePhysical, EN: client.NeedWords{Name: "A name", Means: "What is meant.", Met: "Says so."}}},
		Patterns:    []client.PatternEntry{{ID: "estate.example/in-season", Predictable: rapport.LevelLow, EN: words}},
		Changes:     []client.LifeChangeEntry{{ID: "estate.example/foal", Urgency: rapport.UrgencySevenDays, Asks: []client.Question{client.QuestionDWeek}, EN: words}},
		Engagements: []client.EngagementEntry{{ID: "estate.example/hunt-season", EN: words}},
		Interactions: []client.InteractionEntry{{ID: "estate.example/rides-out-alone", Confidence: rapport.LevelHigh, Suggests: []client.Suggestion{
			{Need: "estate.example/horses-fed", Met: rapport.AnswerNo},
			{Element: "estate.example/gamekeeper", Feeling: rapport.FeelingMinus1, Evidence: "estate.example/groom-said", Setting: "estate.example/stables"},
		}, EN: client.InteractionWords{Name: "A name", Means: "What is seen.", Next: "Ask kindly."}}},
	}
}

func withPacks(t *testing.T, packs ...client.Catalogue) client.Scorer {
	t.Helper()
	s, err := client.NewScorer(client.Config{Packs: packs})
	require.NoError(t, err)
	return s
}

func TestTheVerbsUseTheEntriesOfAPack(t *testing.T) {
	s := withPacks(t, estate())
	scores, err := s.Score(client.Profile{
		ID:         "p",
		Evidence:   []client.Evidence{{ID: "e-1", Dimension: "estate.example/love-of-quiet", Kind: "estate.example/groom-said", Level: rapport.LevelHigh, On: on("2027-02-10")}},
		Concerns:   []client.Concern{{ID: "k-1", Kind: "estate.example/horses", Emotion: rapport.LevelHigh}},
		Activities: []client.Activity{{ID: "a-1", Kind: "estate.example/hunt"}, {ID: "a-2", Kind: client.ActivityExercise, Pattern: "estate.example/in-season"}},
		Changes:    []client.LifeChange{{ID: "c-1", Kind: "estate.example/foal", On: on("2027-02-10")}},
		Reactions:  []client.Reaction{{ID: "r-1", Element: "estate.example/gamekeeper", Setting: client.SettingHome, Feeling: rapport.FeelingPlus1, On: on("2027-02-10")}},
		Wishes:     []client.Wish{{ID: "w-1", Kind: "estate.example/no-shots", Strength: client.StrengthWish}},
	}, now)
	require.NoError(t, err)
	assert.Equal(t, client.Dimension("estate.example/love-of-quiet"), scores.Dimensions[0].Dimension)
	assert.InDelta(t, .5/2, scores.Dimensions[0].Estimate.Confidence, 2e-6)
	assert.Equal(t, client.ConcernKind("estate.example/horses"), scores.Concerns[0].Kind)
	hunt, _ := scores.Activity("a-1")
	assert.Equal(t, client.Setting("estate.example/stables"), hunt.Setting)
	assert.Equal(t, [2]rapport.Level{rapport.LevelHigh, rapport.LevelHigh}, [2]rapport.Level{hunt.Exposure, hunt.Predictable})
	seasonal, _ := scores.Activity("a-2")
	assert.Equal(t, rapport.LevelLow, seasonal.Predictable)
	assert.Equal(t, client.NeedKind("estate.example/horses-fed"), scores.Wants[0].Kind)
	assert.Equal(t, []client.Question{client.QuestionDWeek}, scores.Changes[0].Asks)
	lent, ok := tolerance(scores, "estate.example/stables", rapport.VisibilityCovert)
	assert.True(t, ok)
	assert.Equal(t, client.SettingHome, lent.BorrowedFrom)
	assert.Len(t, scores.MadeWith, 2)
	assert.NotEqual(t, scores.MadeWith[0].Digest, scores.MadeWith[1].Digest)

	p, err := s.Picture(client.Threat{ID: "t", Kind: "estate.example/poaching",
		Contacts: []client.Contact{{ID: "c-1", Kind: "estate.example/tracks", At: now, Setting: "estate.example/stables"}}}, now)
	require.NoError(t, err)
	assert.Equal(t, []client.Setting{"estate.example/stables"}, p.Settings)
	assert.Equal(t, []client.Setting{client.SettingHome}, p.Raised)

	proposal, err := s.Propose(client.Profile{ID: "p"}, client.Interaction{ID: "i-1", Kind: "estate.example/rides-out-alone", On: on("2027-02-10")}, now)
	require.NoError(t, err)
	require.Len(t, proposal.Updates, 2)
	assert.Equal(t, client.NeedKind("estate.example/horses-fed"), proposal.Updates[0].Need.Kind)
	assert.Equal(t, client.Setting("estate.example/stables"), proposal.Updates[1].Reaction.Setting)
	assert.NoError(t, s.CheckMandate(client.Mandate{Kind: "estate.example/hunt-season"}))

	_, known := s.Role("estate.example/groom")
	assert.True(t, known)
	_, known = s.Category("estate.example/herd-book")
	assert.True(t, known)
	wish, _ := s.Wish("estate.example/no-shots")
	assert.Equal(t, []client.Element{"estate.example/gamekeeper"}, wish.Against)
	concern, _ := s.Concern("estate.example/horses")
	assert.Equal(t, []client.ThreatKind{"estate.example/poaching"}, concern.Checks)
	assert.True(t, s.ActivityIs("estate.example/hunt", client.ActivityOwnTime))
	assert.True(t, s.Lies("estate.example/stables", client.SettingHome))
	assert.NoError(t, s.CheckSite(client.Site{ID: "s", Setting: "estate.example/stables"}))
}

func TestAPackMayRewordABuiltInEntry(t *testing.T) {
	s := withPacks(t, client.Catalogue{Name: "words.example/plain", Version: "1", Settings: []client.SettingEntry{{ID: client.SettingHome, EN: client.Named{Name: "The house", Means: "Where they live."}}}})
	home, _ := s.Setting(client.SettingHome)
	assert.Equal(t, client.SettingEntry{ID: client.SettingHome, Parent: client.SettingAnywhere, EN: client.Named{Name: "The house", Means: "Where they live."}}, home)
}

func TestTheOrderOfPacksMeansNothingAndTheyStayTheCallersOwn(t *testing.T) {
	other := client.Catalogue{Name: "other.example/words", Version: "1", Roles: []client.RoleEntry{{ID: "other.example/b", Side: client.SideFirm, EN: words}, {ID: "other.example/a", Side: client.SideFirm, EN: words}}}
	turned := other
	turned.Roles = []client.RoleEntry{other.Roles[1], other.Roles[0]}
	a, b := withPacks(t, estate(), other), withPacks(t, turned, estate())
	assert.Equal(t, a.Editions(), b.Editions())
	assert.Equal(t, a, b)

	pack := estate()
	s := withPacks(t, pack)
	pack.Threats[0].Bites[0] = "changed"
	threat, _ := s.Threat("estate.example/poaching")
	assert.Equal(t, []client.Setting{"estate.example/stables"}, threat.Bites)
}

func TestEveryProblemOfAPackIsNamedAtItsPlace(t *testing.T) {
	_, err := client.NewScorer(client.Config{Packs: []client.Catalogue{
		{
			Name: "bad.example/words", Version: "1",
			Settings: []client.SettingEntry{
				{ID: "bad.example/lost", Parent: "bad.example/nowhere", EN: words}, {ID: "bad.example/root", EN: words},
				{ID: "bad.example/a", Parent: "bad.example/b", EN: words}, {ID: "bad.example/b", Parent: "bad.example/a", EN: words},
			},
			Activities: []client.ActivityEntry{{ID: "bad.example/a", Parent: "bad.example/a", Exposure: 99, EN: words}, {ID: "bad.example/b", Setting: "bad.example/nowhere", EN: words}},
			Elements:   []client.ElementEntry{{ID: "bad.example/a", Visibility: 99, EN: words}},
			Threats:    []client.ThreatEntry{{ID: "bad.example/a", Bites: []client.Setting{"bad.example/nowhere"}, EN: client.ThreatWords{Name: "A", Means: "B."}}, {ID: "bad.example/b", Protects: 99, Deterrence: 99, EN: client.ThreatWords{Name: "A", Means: "B.", Aim: "it will never happen"}}},
			Contacts:   []client.ContactEntry{{ID: "bad.example/a", EN: words}, {ID: "bad.example/b", Raises: 99, Urgency: 99, EN: words}},
			Concerns:   []client.ConcernEntry{{ID: "bad.example/a", Checks: []client.ThreatKind{"bad.example/nothing"}, EN: words}},
			Evidence:   []client.EvidenceEntry{{ID: "bad.example/a", Weight: 101, Fresh: -1, Stale: -1, EN: words}},
			Wishes:     []client.WishEntry{{ID: "bad.example/a", Against: []client.Element{"bad.example/nothing"}, EN: words}},
			Roles:      []client.RoleEntry{{ID: "bad.example/a", EN: words}, {ID: "bad.example/b", Side: 99, EN: words}},
		},
	}})
	for _, want := range []struct {
		at   rapport.Pointer
		code rapport.Code
	}{
		{"/packs/0/settings/0/parent", rapport.CodeUnknownWord}, {"/packs/0/settings/1/parent", rapport.CodeRequired},
		{"/packs/0/settings/2/parent", client.CodeParentLoop}, {"/packs/0/settings/3/parent", client.CodeParentLoop},
		{"/packs/0/activities/0/parent", client.CodeParentLoop}, {"/packs/0/activities/0/setting", rapport.CodeRequired}, {"/packs/0/activities/0/exposure", rapport.CodeOutOfRange},
		{"/packs/0/activities/1/setting", rapport.CodeUnknownWord}, {"/packs/0/activities/1/exposure", rapport.CodeRequired},
		{"/packs/0/elements/0/visibility", rapport.CodeOutOfRange},
		{"/packs/0/threats/0/bites/0", rapport.CodeUnknownWord}, {"/packs/0/threats/0/protects", rapport.CodeRequired}, {"/packs/0/threats/0/deterrence", rapport.CodeRequired}, {"/packs/0/threats/0/en/aim", rapport.CodeRequired},
		{"/packs/0/threats/1/bites", rapport.CodeRequired}, {"/packs/0/threats/1/protects", rapport.CodeOutOfRange}, {"/packs/0/threats/1/deterrence", rapport.CodeOutOfRange},
		{"/packs/0/contacts/0/raises", rapport.CodeRequired}, {"/packs/0/contacts/0/urgency", rapport.CodeRequired}, {"/packs/0/contacts/1/raises", rapport.CodeOutOfRange}, {"/packs/0/contacts/1/urgency", rapport.CodeOutOfRange},
		{"/packs/0/concerns/0/checks/0", rapport.CodeUnknownWord},
		{"/packs/0/evidence/0/weight", rapport.CodeOutOfRange}, {"/packs/0/evidence/0/fresh", rapport.CodeOutOfRange}, {"/packs/0/evidence/0/stale", rapport.CodeOutOfRange},
		{"/packs/0/wishes/0/against/0", rapport.CodeUnknownWord},
		{"/packs/0/roles/0/side", rapport.CodeRequired}, {"/packs/0/roles/1/side", rapport.CodeOutOfRange},
	} {
		assertProblem(t, err, want.at, want.code)
	}
	assert.True(t, slices.ContainsFunc(rapport.Problems(err), func(p *rapport.FieldError) bool { return p.Pointer == "/packs/0/threats/1/en/aim" }), "a promise is refused")
}
