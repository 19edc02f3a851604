package privacy_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
	"github.com/rapport-go/rapport/privacy"
)

// vendorWords gives a setting, a role and a category that a vendor adds.
func vendorWords(t testing.TB) client.Scorer {
	t.Helper()
	named := client.Named{Name: "A name", Means: "What is meant."}
	s, err := client.NewScorer(client.Config{Packs: []client.Catalogue{{
		Name: "vendor.example/words", Version: "1",
		Settings:   []client.SettingEntry{{ID: "vendor.example/chapel", Parent: client.SettingPublicPlace, EN: named}},
		Roles:      []client.RoleEntry{{ID: "vendor.example/night-nurse", Side: client.SideClient, EN: named}},
		Categories: []client.CategoryEntry{{ID: "vendor.example/care-plan", EN: named}},
	}}})
	require.NoError(t, err)
	return s
}

const vendorRule privacy.RuleID = "vendor.example/rule"

func vendorPack() privacy.Catalogue {
	why := privacy.Because{Why: "the vendor has a reason"}
	return privacy.Catalogue{
		Name: "vendor.example/privacy", Version: "1",
		Bounds:   []privacy.BoundEntry{{ID: "vendor.example/chapel", When: privacy.Condition{Settings: []client.Setting{"vendor.example/chapel"}}, Where: privacy.WhereNear, Upper: low, EN: why}},
		Drivers:  []privacy.DriverEntry{{ID: "vendor.example/quiet", When: privacy.Condition{Settings: []client.Setting{"vendor.example/chapel"}}, Place: 2, EN: why}},
		Purposes: []privacy.PurposeEntry{{ID: "vendor.example/nurse", EN: privacy.PurposeWords{Means: "nurse somebody at night"}}},
		Offers:   []privacy.OfferEntry{{ID: "vendor.example/care-plan", Offers: []privacy.Grain{privacy.GrainAction}, EN: why}},
		Windows:  []privacy.WindowEntry{{ID: "vendor.example/night-nurse", StandingLead: 60, EN: why}},
		Rules: []privacy.RuleEntry{
			{ID: vendorRule, Roles: []client.Role{"vendor.example/night-nurse"}, Categories: []client.Category{"vendor.example/care-plan"}, Purposes: []privacy.Purpose{"vendor.example/nurse"}, When: []privacy.Atom{privacy.AtomNamed}, Gives: []privacy.Grain{privacy.GrainAction, privacy.GrainDay}, EN: why},
			{ID: "vendor.example/no-drivers", Forbid: true, Roles: []client.Role{client.RoleDriver}, Leaves: []privacy.Grain{privacy.GrainLeg}, EN: why},
		},
		Denials: []privacy.DenialEntry{{ID: privacy.DenialNoAssignment, EN: privacy.DenialWords{Means: "Role fits, not assigned", Say: "Please ask the night desk.", Possible: "an entry by the night desk"}}},
	}
}

func TestAPackIsHeard(t *testing.T) {
	config := privacy.Config{Packs: []privacy.Catalogue{vendorPack()}, Client: vendorWords(t)}
	selector, err := privacy.NewSelector(config)
	require.NoError(t, err)
	chosen, err := selector.SelectDiscretion(privacy.Choice{Profile: person(0), Activity: doing(client.ActivityWorship, "vendor.example/chapel")}, noon)
	require.NoError(t, err)
	assert.Equal(t, low, chosen.Near.Upper)
	assert.Contains(t, chosen.Reasons[0].Args, "vendor.example/chapel")
	assert.Len(t, chosen.MadeWith, 4)

	policy, err := privacy.NewPolicy(config)
	require.NoError(t, err)
	nurse := privacy.Request{Asker: "n", Role: "vendor.example/night-nurse", Purpose: "vendor.example/nurse", Category: "vendor.example/care-plan", Principal: "ms-a"}
	reg := registerOf(nurse, "named")
	reg.Contacts[0].Span = from(1, 2)
	d, err := policy.Decide(nurse, reg, noon)
	require.NoError(t, err)
	assert.Equal(t, []privacy.Grain{privacy.GrainAction}, d.Grains, "within the hour before, and only what is offered")

	driver := request(client.RoleDriver, client.CategoryMovement, privacy.PurposeMove)
	d, err = policy.Decide(driver, registerOf(driver, "assigned"), noon)
	require.NoError(t, err)
	assert.Equal(t, privacy.VerdictForbidden, d.Verdict, "a pack may forbid what is built in")
	reg = registerOf(driver, "assigned")
	reg.Assignments[0].Principal = "mr-b"
	driver.Role, reg.Assignments[0].Role = client.RoleProtectionOfficer, client.RoleProtectionOfficer
	d, err = policy.Decide(driver, reg, noon)
	require.NoError(t, err)
	assert.Equal(t, "Please ask the night desk.", d.Say)
}

func TestAPackOpensNothingBuiltInAndIsRefusedWithEveryPlace(t *testing.T) {
	why := privacy.Because{Why: "the vendor has a reason"}
	bad := privacy.Catalogue{
		Name: "vendor.example/privacy", Version: "1",
		Bounds: []privacy.BoundEntry{
			{ID: "vendor.example/b", When: privacy.Condition{Facts: []privacy.Fact{privacy.FactLikesClearly}, Settings: []client.Setting{"nowhere"}}, Where: privacy.WhereNear, Lower: overt, Upper: low, EN: why},
		},
		Drivers: []privacy.DriverEntry{{ID: "vendor.example/d", Near: 4, Place: -4, EN: why}},
		Offers:  []privacy.OfferEntry{{ID: "vendor.example/no-such", EN: why}},
		Windows: []privacy.WindowEntry{{ID: "vendor.example/night-nurse", Tail: -1, EN: why}},
		Rules: []privacy.RuleEntry{
			{ID: "vendor.example/opens", Roles: []client.Role{client.RoleDriver, "vendor.example/night-nurse"}, Categories: []client.Category{client.CategoryMedical}, When: []privacy.Atom{privacy.AtomAssigned}, Gives: []privacy.Grain{privacy.GrainCare}, EN: why},
			{ID: "vendor.example/unasked", Roles: []client.Role{"vendor.example/night-nurse"}, When: []privacy.Atom{privacy.AtomImminentDanger}, Unless: []privacy.Atom{privacy.AtomConsent}, Leaves: []privacy.Grain{privacy.GrainCare}, EN: why},
			{ID: "vendor.example/mixed", Forbid: true, Gives: []privacy.Grain{privacy.GrainCare}, Obligations: []privacy.Obligation{privacy.ObligationLog}, Roles: []client.Role{client.RoleDriver}, Except: []client.Role{client.RoleMedic}, EN: why},
			{ID: "f04", Forbid: true, EN: why},
			{ID: "vendor.example/beyond", Forbid: true, When: []privacy.Atom{99, privacy.AtomUnknown}, Leaves: []privacy.Grain{99}, EN: why},
		},
		Denials: []privacy.DenialEntry{{ID: "vendor.example/denial", EN: privacy.DenialWords{Means: "m", Say: "s", Possible: "p"}}},
	}
	config := privacy.Config{Packs: []privacy.Catalogue{bad}, Client: vendorWords(t)}
	_, err := privacy.NewPolicy(config)
	var places []string
	for _, p := range rapport.Problems(err) {
		places = append(places, string(p.Pointer)+" "+string(p.Code))
	}
	assert.Equal(t, []string{
		"/packs/0/bounds/0/lower privacy/contradicts-itself",
		"/packs/0/bounds/0/when/facts/0 privacy/misplaced-field",
		"/packs/0/bounds/0/when/settings/0 rapport/unknown-word",
		"/packs/0/denials/0/id rapport/unknown-word",
		"/packs/0/drivers/0/near rapport/out-of-range",
		"/packs/0/drivers/0/place rapport/out-of-range",
		"/packs/0/offers/0/id rapport/unknown-word",
		"/packs/0/rules/0/roles privacy/loosens-built-in",
		"/packs/0/rules/1/gives rapport/required",
		"/packs/0/rules/1/leaves privacy/misplaced-field",
		"/packs/0/rules/1/unless privacy/misplaced-field",
		"/packs/0/rules/1/when privacy/opens-unasked",
		"/packs/0/rules/2/except privacy/misplaced-field",
		"/packs/0/rules/2/gives privacy/misplaced-field",
		"/packs/0/rules/2/obligations privacy/misplaced-field",
		"/packs/0/rules/3/id rapport/pack-built-in",
		"/packs/0/rules/4/leaves/0 rapport/out-of-range",
		"/packs/0/rules/4/when/0 rapport/out-of-range",
		"/packs/0/rules/4/when/1 rapport/out-of-range",
		"/packs/0/windows/0/tail rapport/out-of-range",
	}, places)
	_, err = privacy.NewSelector(config)
	assert.Error(t, err)
}

func TestAConditionHoldsOnlyWhereAllOfItDoes(t *testing.T) {
	pack := vendorPack()
	pack.Bounds[0].When = privacy.Condition{
		Activities: []client.ActivityKind{client.ActivityOwnTime}, Threats: []client.ThreatKind{client.ThreatStalking},
		Wishes: []client.WishKind{client.WishNoCameraAt}, Facts: []privacy.Fact{privacy.FactDirect, privacy.FactAnnounced},
	}
	s, err := privacy.NewSelector(privacy.Config{Packs: []privacy.Catalogue{pack}, Client: vendorWords(t)})
	require.NoError(t, err)
	upper := func(change func(*privacy.Choice)) rapport.Visibility {
		c := privacy.Choice{
			Profile: person(0), Activity: doing(client.ActivityShopping, client.SettingRetailSite),
			Threats: []client.Threat{threat(client.ThreatStalking, rapport.LevelLow, client.DirectnessDirect, client.SettingAnywhere)},
		}
		c.Activity.Announced = rapport.AnswerYes
		c.Profile.Wishes = []client.Wish{{ID: "w", Kind: client.WishNoCameraAt, Strength: client.StrengthLine}}
		change(&c)
		d, err := s.SelectDiscretion(c, noon)
		require.NoError(t, err)
		return d.Near.Upper
	}
	assert.Equal(t, low, upper(func(*privacy.Choice) {}))
	assert.Equal(t, overt, upper(func(c *privacy.Choice) { c.Activity.Kind = client.ActivityCommute }))
	assert.Equal(t, overt, upper(func(c *privacy.Choice) { c.Activity.Announced = rapport.AnswerNo }))
	assert.Equal(t, overt, upper(func(c *privacy.Choice) { c.Profile.Wishes = nil }))
	assert.Equal(t, overt, upper(func(c *privacy.Choice) { c.Threats[0].Kind = client.ThreatHarassment }))
	assert.Equal(t, overt, upper(func(c *privacy.Choice) { c.Threats[0].Directness = client.DirectnessKnown }))
}

func TestTheOrderOfPacksMeansNothing(t *testing.T) {
	other := privacy.Catalogue{Name: "other.example/privacy", Version: "1", Purposes: []privacy.PurposeEntry{{ID: "other.example/walk", EN: privacy.PurposeWords{Means: "walk the dog"}}}}
	words := vendorWords(t)
	one, err := privacy.NewPolicy(privacy.Config{Packs: []privacy.Catalogue{vendorPack(), other}, Client: words})
	require.NoError(t, err)
	two, err := privacy.NewPolicy(privacy.Config{Packs: []privacy.Catalogue{other, vendorPack()}, Client: words})
	require.NoError(t, err)
	assert.Equal(t, one, two)
	_, err = privacy.NewPolicy(privacy.Config{Packs: []privacy.Catalogue{vendorPack(), vendorPack()}, Client: words})
	assert.Error(t, err, "two packs of one name collide")
}

func TestEveryCodeIsEmittedAndEveryEmittedCodeIsListed(t *testing.T) {
	emitted := map[rapport.Code]bool{}
	reasons := func(list []rapport.Reason) {
		for _, r := range list {
			emitted[r.Code] = true
		}
	}
	for _, q := range questions(t) {
		reasons(answer(t, q.request(), q.register()).Reasons)
	}
	fickle := request(client.RoleGuardian, client.CategoryChildren, privacy.PurposeSafeguard)
	open := registerOf(fickle, "guardian")
	open.Relations[0].Holds = rapport.AnswerUnsaid
	reasons(answer(t, fickle, open).Reasons)
	stranger := request(client.RoleDriver, client.CategoryMovement, privacy.PurposeAssess)
	reasons(answer(t, stranger, privacy.Register{}).Reasons)
	grown := request(client.RoleGuardian, client.CategoryMedical, privacy.PurposePlan)
	reasons(answer(t, grown, registerOf(grown, "guardian", "minor", "mature")).Reasons)
	r := newRand(9)
	for range 500 {
		reasons(choose(t, randomChoice(r, r.IntN(5))).Reasons)
	}
	for range 1000 {
		q := consentRequest(r)
		reasons(answer(t, q, randomFamily(r, q)).Reasons)
	}
	for _, list := range sightReasons(t) {
		reasons(list)
	}
	for _, words := range [][]client.Category{{client.CategoryMedical}, {"vendor.example/care-plan"}} {
		policy, err := privacy.NewPolicy(privacy.Config{Client: vendorWords(t)})
		require.NoError(t, err)
		h, err := policy.Handling(words...)
		require.NoError(t, err)
		reasons(h.Reasons)
	}
	for _, record := range []privacy.Record{
		{Item: privacy.ItemEngagement, ServiceEnd: rapport.MustDate("2026-03-31"), Held: rapport.AnswerYes},
		{Item: privacy.ItemChildIncident},
	} {
		kept, err := privacy.Policy{}.Retention(record, noon)
		require.NoError(t, err)
		reasons(kept.Reasons)
	}
	for _, sum := range (privacy.Policy{}).Sums(passedOn(t, privacy.Log{}, request(client.RoleVenueSecurity, client.CategoryMovement, privacy.PurposeCoordinate), 0, "named")) {
		reasons([]rapport.Reason{sum.Reason})
	}
	m, err := privacy.Policy{}.Minimum(privacy.Collection{Role: client.RoleDriver, Purpose: privacy.PurposeCare, Wanted: []privacy.Wanted{
		{ID: "a", Category: client.CategoryMedical, Grain: privacy.GrainAction}, {ID: "b", Category: client.CategoryFinancial},
	}})
	require.NoError(t, err)
	reasons(m.Reasons)
	m, err = privacy.Policy{}.Minimum(privacy.Collection{Role: client.RoleMedic, Purpose: privacy.PurposeCare, Wanted: []privacy.Wanted{{ID: "a", Category: client.CategoryMedical}}})
	require.NoError(t, err)
	reasons(m.Reasons)
	closed, opened := meant(privacy.BoundaryRoom, wish(client.WishNoOneInRoom, client.StrengthStrong)), meant(privacy.BoundaryTopic, wish(client.WishSmallTalkWelcome, client.StrengthWish))
	closed.Floor = rapport.AnswerYes
	danger := meant(privacy.BoundaryGift)
	danger.Danger = rapport.AnswerYes
	for _, n := range []privacy.Intention{closed, opened, danger, meant(privacy.BoundaryGift)} {
		reasons(checked(t, n).Reasons)
	}
	broken := week(t)
	head := broken.Head()
	broken.Entries[1].Facts, broken.Entries = 9, broken.Entries[1:4]
	for _, err := range append(lockErrors(t), refusal(t), broken.Verify(head), privacy.Consent{Span: rapport.Span{From: noon, To: noon.AddDate(2, 0, 0)}}.Validate()) {
		for _, p := range rapport.Problems(err) {
			emitted[p.Code] = true
		}
	}
	listed := map[rapport.Code]bool{}
	for _, entry := range privacy.Codes() {
		listed[entry.ID] = true
		assert.True(t, emitted[entry.ID], "%s is never emitted", entry.ID)
		assert.True(t, entry.ID.Valid())
	}
	for code := range emitted {
		if len(code) > 8 && code[:8] == "privacy/" {
			assert.True(t, listed[code], "%s is not listed", code)
		}
	}
}

// refusal is an error with every code that a pack can cause.
func refusal(t testing.TB) error {
	why := privacy.Because{Why: "the vendor has a reason"}
	_, err := privacy.NewPolicy(privacy.Config{Client: vendorWords(t), Packs: []privacy.Catalogue{{
		Name: "vendor.example/privacy", Version: "1",
		Bounds:    []privacy.BoundEntry{{ID: "vendor.example/b", Where: privacy.WhereNear, Lower: overt, Upper: low, EN: why}},
		Distances: []privacy.DistanceEntry{{ID: "vendor.example/d", When: privacy.Condition{Settings: []client.Setting{client.SettingRestaurant}}, EN: privacy.DistanceWords{Near: "a", Plain: "b", Far: "c", Note: "d"}}},
		Tactics:   []privacy.TacticEntry{{ID: "vendor.example/t", Settings: []client.Setting{client.SettingHome}, Rungs: []rapport.Visibility{covert}, Where: privacy.WhereNear, Kind: privacy.TacticKindAttire, EN: privacy.TacticWords{Do: "Wear a plain coat."}}},
		Rules: []privacy.RuleEntry{
			{ID: "vendor.example/a", Gives: []privacy.Grain{privacy.GrainCare}, Leaves: []privacy.Grain{privacy.GrainCare}, EN: why},
		},
	}}})
	require.Error(t, err)
	return err
}
