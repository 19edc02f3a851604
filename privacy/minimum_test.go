package privacy_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
	"github.com/rapport-go/rapport/internal/wording"
	"github.com/rapport-go/rapport/privacy"
)

func TestAskingForMoreThanAPurposeNeedsIsFlagged(t *testing.T) {
	for _, tt := range []struct {
		name     string
		role     client.Role
		purpose  privacy.Purpose
		category client.Category
		grain    privacy.Grain
		want     rapport.Code
	}{
		{"the driver and the way", client.RoleDriver, privacy.PurposeMove, client.CategoryMovement, privacy.GrainLeg, privacy.CodeServesPurpose},
		{"the driver and the programme", client.RoleDriver, privacy.PurposeMove, client.CategoryItinerary, 0, privacy.CodeOverCollection},
		{"the driver and who is met", client.RoleDriver, privacy.PurposeMove, client.CategoryBusiness, privacy.GrainSummary, privacy.CodeOverCollection},
		{"the hotel and the hour of arrival", client.RoleHotelManager, privacy.PurposeCoordinate, client.CategoryItinerary, privacy.GrainWindow, privacy.CodeServesPurpose},
		{"the hotel and the whole programme", client.RoleHotelManager, privacy.PurposeCoordinate, client.CategoryItinerary, 0, privacy.CodeOverCollection},
		{"the medic and what matters for health", client.RoleMedic, privacy.PurposeCare, client.CategoryMedical, privacy.GrainCare, privacy.CodeServesPurpose},
		{"the lead and the money", client.RoleTeamLead, privacy.PurposePlan, client.CategoryFinancial, 0, privacy.CodeOverCollection},
		{"the payer and the family", client.RolePayer, privacy.PurposeManage, client.CategoryFamily, privacy.GrainSummary, privacy.CodeOverCollection},
		{"the office and the address", client.RoleHrFinance, privacy.PurposeBill, client.CategoryResidence, 0, privacy.CodeOverCollection},
		{"the publicist and the letters", client.RolePublicist, privacy.PurposeCoordinate, client.CategoryThreatFile, privacy.GrainSummary, privacy.CodeOverCollection},
		{"the press and anything", client.RoleJournalist, privacy.PurposePublicise, client.CategoryImage, privacy.GrainPublic, privacy.CodeOverCollection},
		{"the driver and an allergy that she agreed to tell", client.RoleDriver, privacy.PurposeCare, client.CategoryMedical, privacy.GrainAction, privacy.CodeNeedsAgreement},
		{"a child about themself", client.RoleMinor, privacy.PurposeInform, client.CategoryWishesAndWorries, privacy.GrainSummary, privacy.CodeServesPurpose},
		{"a mother about the child", client.RoleGuardian, privacy.PurposeInform, client.CategoryMedical, 0, privacy.CodeServesPurpose},
		{"she about herself", client.RolePrincipal, privacy.PurposeInform, client.CategoryMedical, 0, privacy.CodeServesPurpose},
	} {
		t.Run(tt.name, func(t *testing.T) {
			m, err := privacy.Policy{}.Minimum(privacy.Collection{Role: tt.role, Purpose: tt.purpose, Wanted: []privacy.Wanted{{ID: "w", Category: tt.category, Grain: tt.grain}}})
			require.NoError(t, err)
			require.Len(t, m.Reasons, 1)
			assert.Equal(t, tt.want, m.Reasons[0].Code)
			assert.Equal(t, tt.want == privacy.CodeOverCollection, len(m.Over) == 1)
		})
	}
	_, err := privacy.Policy{}.Minimum(privacy.Collection{Role: "captain", Purpose: "fun", Wanted: []privacy.Wanted{{ID: "w", Category: "gossip"}, {ID: "w", Category: client.CategoryMedical, Grain: 99}}})
	assert.Equal(t, []string{
		"/purpose rapport/unknown-word", "/role rapport/unknown-word", "/wanted/0/category rapport/unknown-word",
		"/wanted/1/grain rapport/out-of-range", "/wanted/1/id rapport/duplicate-id",
	}, codesOf(err))
}

func TestWhatIsEnoughIsWhatADutyGives(t *testing.T) {
	for _, role := range []client.Role{client.RoleDriver, client.RoleHotelManager, client.RoleMedic, client.RolePayer} {
		for _, purpose := range standardPrivacy.Purposes {
			m, err := privacy.Policy{}.Minimum(privacy.Collection{Role: role, Purpose: purpose.ID})
			require.NoError(t, err)
			for _, category := range standardClient.Categories {
				q := request(role, category.ID, purpose.ID)
				var want []privacy.Grain
				for _, part := range m.Enough {
					if part.Category == category.ID {
						want = append(want, part.Grain)
					}
				}
				reg := registerOf(q, "assigned", "on-activity", "named", "verified")
				assert.ElementsMatch(t, want, answer(t, q, reg).Grains, "%+v", q)
			}
		}
	}
}

func TestAnAssuranceIsPlainAndNamesWhatItRestsOn(t *testing.T) {
	a := privacy.Policy{}.Assurance()
	assert.Len(t, a.Sentences, len(standardPrivacy.Assurances), "every sentence rests on what is in force")
	for _, s := range a.Sentences {
		assert.NotEmpty(t, s.Rests, "%s", s.ID)
		assert.Contains(t, a.Text, s.Text)
	}
	assert.Empty(t, wording.Check(a.Text))
	for _, word := range []string{"complete", "nobody will", "guarantee", "secure"} {
		assert.NotContains(t, strings.ToLower(a.Text), word)
	}
	assert.NotEmpty(t, a.MadeWith)
}

func TestAPacksSentenceHasToRestOnSomething(t *testing.T) {
	pack := vendorPack()
	pack.Assurances = []privacy.AssuranceEntry{
		{ID: "vendor.example/drivers", Rules: []privacy.RuleID{"vendor.example/no-drivers"}, EN: privacy.AssuranceWords{Say: "Drivers learn one way at a time."}},
		{ID: "vendor.example/fast", Item: privacy.ItemEngagement, Days: 1, EN: privacy.AssuranceWords{Say: "We erase the contract in a day."}},
		{ID: "vendor.example/told", Rules: []privacy.RuleID{vendorRule}, Carries: privacy.ObligationTellClientAfter, EN: privacy.AssuranceWords{Say: "We tell you when the nurse was told."}},
		{ID: "vendor.example/hour", BreachWithin: 30, EN: privacy.AssuranceWords{Say: "You hear it in half an hour."}},
		{ID: "vendor.example/all", Carries: privacy.ObligationReviewWithin72h, EN: privacy.AssuranceWords{Say: "We look again at every answer."}},
	}
	policy, err := privacy.NewPolicy(privacy.Config{Packs: []privacy.Catalogue{pack}, Client: vendorWords(t)})
	require.NoError(t, err)
	said := func(id privacy.AssuranceID) bool {
		return slices.ContainsFunc(policy.Assurance().Sentences, func(s privacy.Sentence) bool { return s.ID == id })
	}
	assert.True(t, said("vendor.example/drivers"))
	for _, id := range []privacy.AssuranceID{"vendor.example/fast", "vendor.example/told", "vendor.example/hour", "vendor.example/all"} {
		assert.False(t, said(id), "%s promises what nothing enforces", id)
	}
	assert.False(t, said("log"), "the pack has a rule that need not be written down")

	pack.Assurances = []privacy.AssuranceEntry{
		{ID: "vendor.example/air", EN: privacy.AssuranceWords{Say: "We are nice."}},
		{ID: "vendor.example/none", Rules: []privacy.RuleID{"vendor.example/missing"}, Item: "gossip", Carries: 99, EN: privacy.AssuranceWords{Say: "We are nice."}},
	}
	pack.Boundaries = []privacy.BoundaryEntry{{ID: "vendor.example/boat", Wishes: []client.WishKind{"sail"}, Allows: []client.WishKind{"swim"}, EN: privacy.BoundaryWords{Unsaid: "u", Instead: "i"}}}
	pack.Sums = []privacy.SumEntry{{ID: "vendor.example/sum", Days: -1, Comes: privacy.Part{Category: "gossip"}, EN: privacy.Because{Why: "w"}}}
	_, err = privacy.NewPolicy(privacy.Config{Packs: []privacy.Catalogue{pack}, Client: vendorWords(t)})
	assert.Equal(t, []string{
		"/packs/0/assurances/0/rules rapport/required",
		"/packs/0/assurances/1/carries rapport/out-of-range",
		"/packs/0/assurances/1/item rapport/unknown-word",
		"/packs/0/assurances/1/rules/0 rapport/unknown-word",
		"/packs/0/boundaries/0/allows/0 rapport/unknown-word",
		"/packs/0/boundaries/0/wishes/0 rapport/unknown-word",
		"/packs/0/sums/0/comes/category rapport/unknown-word",
		"/packs/0/sums/0/comes/grain rapport/out-of-range",
		"/packs/0/sums/0/days rapport/out-of-range",
		"/packs/0/sums/0/parts rapport/required",
	}, codesOf(err))
}

// meant is an action at home, where Ms A has said what she wishes.
func meant(kind privacy.Boundary, wishes ...client.Wish) privacy.Intention {
	p := person(0)
	p.ID, p.Wishes = "ms-a", wishes
	return privacy.Intention{Kind: kind, Setting: client.SettingHome, Profiles: []client.Profile{p}}
}

func wish(kind client.WishKind, strength client.Strength, people ...rapport.ID) client.Wish {
	return client.Wish{ID: rapport.ID(kind), Kind: kind, Strength: strength, People: people}
}

func checked(t testing.TB, n privacy.Intention) privacy.Check {
	t.Helper()
	c, err := privacy.Policy{}.Boundaries(n, noon)
	require.NoError(t, err)
	require.NotEmpty(t, c.Reasons, "every answer says why")
	return c
}

func TestAnActionIsHeldAgainstTheBoundariesOfTheScene(t *testing.T) {
	study := wish(client.WishNoOneInRoom, client.StrengthStrong)
	early := wish(client.WishContactHours, client.StrengthLine)
	brother := wish(client.WishNoPersonAgain, client.StrengthLine, "brother")
	inDanger := func(n privacy.Intention) privacy.Intention { n.Danger = rapport.AnswerYes; return n }
	needed := func(n privacy.Intention) privacy.Intention { n.Floor = rapport.AnswerYes; return n }
	about := func(n privacy.Intention, who rapport.ID) privacy.Intention { n.Person = who; return n }
	elsewhere := func(n privacy.Intention) privacy.Intention { n.Setting = client.SettingGym; return n }
	atHome := wish(client.WishPhotosNever, client.StrengthLine)
	atHome.Setting = client.SettingHome
	for _, tt := range []struct {
		name      string
		intention privacy.Intention
		want      privacy.Crossing
	}{
		{"into the study to look at the window", meant(privacy.BoundaryRoom, study), privacy.CrossingBreaks},
		{"the same, and glass just broke", inDanger(meant(privacy.BoundaryRoom, study)), privacy.CrossingAllowed},
		{"ring early about another car", meant(privacy.BoundaryHour, early), privacy.CrossingBreaks},
		{"ring early, the writer is in the lobby", inDanger(meant(privacy.BoundaryHour, early)), privacy.CrossingAllowed},
		{"a picture of the parcel on the mat", meant(privacy.BoundaryPhoto, atHome), privacy.CrossingBreaks},
		{"a picture at the gym, of which nobody spoke", elsewhere(meant(privacy.BoundaryPhoto, atHome)), privacy.CrossingAsk},
		{"a watch at the end of the year", meant(privacy.BoundaryGift), privacy.CrossingAsk},
		{"a like under a post", meant(privacy.BoundarySocialMedia, wish(client.WishSocialMediaOwn, client.StrengthWish)), privacy.CrossingBreaks},
		{"ask about the scar", meant(privacy.BoundaryTopic, wish(client.WishTopicsNever, client.StrengthLine)), privacy.CrossingBreaks},
		{"a word about the weather", meant(privacy.BoundaryTopic, wish(client.WishSmallTalkWelcome, client.StrengthWish)), privacy.CrossingKept},
		{"a word about the weather, and the husband wants none", meant(privacy.BoundaryTopic, wish(client.WishSmallTalkWelcome, client.StrengthWish), wish(client.WishNoSmallTalk, client.StrengthWish)), privacy.CrossingBreaks},
		{"let the brother up", about(meant(privacy.BoundaryPerson, brother), "brother"), privacy.CrossingBreaks},
		{"let a friend up", about(meant(privacy.BoundaryPerson, brother), "friend"), privacy.CrossingAsk},
		{"let a friend up who is always welcome", about(meant(privacy.BoundaryPerson, brother, wish(client.WishFriendsVisitUnchecked, client.StrengthWish)), "friend"), privacy.CrossingKept},
		{"a floor needs what a wish closes", needed(meant(privacy.BoundaryRoom, study)), privacy.CrossingConflict},
		{"a floor does nothing against a line", needed(meant(privacy.BoundaryHour, early)), privacy.CrossingBreaks},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c := checked(t, tt.intention)
			assert.Equal(t, tt.want, c.Crossing)
			assert.Equal(t, tt.want == privacy.CrossingKept || tt.want == privacy.CrossingAllowed, c.Instead == "")
		})
	}
	named := checked(t, meant(privacy.BoundaryRoom, study))
	assert.Equal(t, rapport.Path("/profiles/ms-a/wishes/no-one-in-room"), named.Reasons[0].Subject, "it says whose boundary it is")

	bad := meant("fence")
	bad.Setting, bad.Danger = "moon", 99
	_, err := privacy.Policy{}.Boundaries(bad, time.Time{})
	assert.Equal(t, []string{" rapport/no-moment", "/danger rapport/out-of-range", "/kind rapport/unknown-word", "/setting rapport/unknown-word"}, codesOf(err))
}

func TestOnePersonsLineHoldsWhateverAnotherWishes(t *testing.T) {
	n := meant(privacy.BoundaryPhoto)
	child := person(0)
	child.ID, child.Wishes = "child-c", []client.Wish{wish(client.WishPhotosNever, client.StrengthLine)}
	n.Profiles = append(n.Profiles, child)
	assert.Equal(t, privacy.CrossingBreaks, checked(t, n).Crossing)
	first := text(t, checked(t, n))
	slices.Reverse(n.Profiles)
	assert.Equal(t, first, text(t, checked(t, n)))
}

// The hotel asks for the programme; it needs a window and a contact.
func ExamplePolicy_Minimum() {
	m, err := privacy.Policy{}.Minimum(privacy.Collection{
		Role: client.RoleHotelManager, Purpose: privacy.PurposeCoordinate,
		Wanted: []privacy.Wanted{
			{ID: "arrival", Category: client.CategoryItinerary, Grain: privacy.GrainWindow},
			{ID: "programme", Category: client.CategoryItinerary},
		},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(m.Over)
	for _, r := range m.Reasons {
		fmt.Println(r.Text)
	}
	// Output:
	// [programme]
	// Nothing of itinerary in this view is needed for coordinate: do not ask for it.
	// This is needed for coordinate.
}

// What a client may be told, as long as the rules behind it are in force.
func ExamplePolicy_Assurance() {
	a := privacy.Policy{}.Assurance()
	fmt.Println(a.Sentences[5].Text, a.Sentences[5].Rests)
	// Output:
	// Your driver knows the way, not the reason. [/rules/f10 /rules/p11]
}

// An officer means to look at the window of the study, and she wants nobody in her rooms.
func ExamplePolicy_Boundaries() {
	at := time.Date(2027, time.February, 15, 21, 0, 0, 0, time.UTC)
	check, err := privacy.Policy{}.Boundaries(privacy.Intention{
		Kind: privacy.BoundaryRoom, Setting: client.SettingHome,
		Profiles: []client.Profile{{ID: "ms-a", Wishes: []client.Wish{{ID: "rooms", Kind: client.WishNoOneInRoom, Strength: client.StrengthLine}}}},
	}, at)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(check.Crossing, "·", check.Instead)
	fmt.Println(check.Reasons[0].Text)
	// Output:
	// breaks · look from outside, or ask now
	// A wish stands against it: no-one-in-room (line).
}
