package privacy_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
	"github.com/rapport-go/rapport/privacy"
)

func TestOfTwoGuardiansEitherAgreesToDailyMattersAndBothToSchools(t *testing.T) {
	const yes, no, unsaid = rapport.AnswerYes, rapport.AnswerNo, rapport.AnswerUnsaid
	type holds = map[rapport.ID]rapport.Answer
	type words = map[rapport.ID][]privacy.Grain
	const action, contact, coarse, summary = privacy.GrainAction, privacy.GrainContact, privacy.GrainCoarse, privacy.GrainSummary
	both, daily := school(client.CategoryChildren), request(client.RoleAnalyst, client.CategoryFinancial, privacy.PurposeAssess)
	for _, tt := range []struct {
		name      string
		request   privacy.Request
		guardians holds
		mature    rapport.Answer
		agreed    words
		verdict   privacy.Verdict
		grains    []privacy.Grain
		denial    privacy.Denial
	}{
		{"the only guardian, for school", both, holds{"mother": yes}, no, words{"mother": nil}, privacy.VerdictPartial, []privacy.Grain{action, contact}, privacy.DenialTooMuch},
		{"one of two, for school", both, holds{"mother": yes, "father": yes}, no, words{"mother": nil}, privacy.VerdictDenied, nil, privacy.DenialSecondGuardian},
		{"both, for school", both, holds{"mother": yes, "father": yes}, no, words{"mother": nil, "father": nil}, privacy.VerdictPartial, []privacy.Grain{action, contact}, privacy.DenialTooMuch},
		{"one of two, for money", daily, holds{"mother": yes, "father": yes}, no, words{"father": nil}, privacy.VerdictPartial, []privacy.Grain{coarse, summary}, privacy.DenialTooMuch},
		{"neither, for school", both, holds{"mother": yes, "father": yes}, no, nil, privacy.VerdictDenied, nil, privacy.DenialNoConsent},
		{"the child alone", both, holds{"mother": yes, "father": yes}, no, words{"ms-a": nil}, privacy.VerdictDenied, nil, privacy.DenialNoConsent},
		{"an order against one: the other's word is enough", both, holds{"mother": yes, "father": no}, no, words{"mother": nil}, privacy.VerdictPartial, []privacy.Grain{action, contact}, privacy.DenialTooMuch},
		{"an order against the one who agreed", both, holds{"mother": yes, "father": no}, no, words{"father": nil}, privacy.VerdictDenied, nil, privacy.DenialWrongGiver},
		{"a second guardian who is unsaid and silent", both, holds{"mother": yes, "father": unsaid}, no, words{"mother": nil}, privacy.VerdictUndecided, nil, privacy.DenialUndecided},
		{"a second guardian who is unsaid and agreed", both, holds{"mother": yes, "father": unsaid}, no, words{"mother": nil, "father": nil}, privacy.VerdictPartial, []privacy.Grain{action, contact}, privacy.DenialTooMuch},
		{"one who is unsaid and agreed to less", both, holds{"mother": yes, "father": unsaid}, no, words{"mother": nil, "father": {action}}, privacy.VerdictUndecided, nil, privacy.DenialUndecided},
		{"one who is unsaid makes up for nobody", both, holds{"mother": yes, "father": unsaid}, no, words{"father": nil}, privacy.VerdictDenied, nil, privacy.DenialSecondGuardian},
		{"only one who is unsaid", both, holds{"mother": unsaid}, no, words{"mother": nil}, privacy.VerdictUndecided, nil, privacy.DenialUndecided},
		{"one who is unsaid changes nothing of daily matters", daily, holds{"mother": yes, "father": unsaid}, no, words{"mother": nil}, privacy.VerdictPartial, []privacy.Grain{coarse, summary}, privacy.DenialTooMuch},
		{"of what both agreed to, what is common", both, holds{"mother": yes, "father": yes}, no, words{"mother": nil, "father": {action}}, privacy.VerdictPartial, []privacy.Grain{action}, privacy.DenialTooMuch},
		{"nothing is common", both, holds{"mother": yes, "father": yes}, no, words{"mother": {contact}, "father": {action}}, privacy.VerdictDenied, nil, privacy.DenialConsentNarrower},
		{"of daily matters what either agreed to", daily, holds{"mother": yes, "father": yes}, no, words{"mother": {coarse}, "father": {summary}}, privacy.VerdictPartial, []privacy.Grain{coarse, summary}, privacy.DenialTooMuch},
		{"three guardians, two words", both, holds{"mother": yes, "father": yes, "aunt": yes}, no, words{"mother": nil, "father": nil}, privacy.VerdictDenied, nil, privacy.DenialSecondGuardian},
		{"a mature minor and both", both, holds{"mother": yes, "father": yes}, yes, words{"mother": nil, "father": nil, "ms-a": {contact}}, privacy.VerdictPartial, []privacy.Grain{contact}, privacy.DenialTooMuch},
		{"a mature minor and one of two", both, holds{"mother": yes, "father": yes}, yes, words{"mother": nil, "ms-a": nil}, privacy.VerdictDenied, nil, privacy.DenialSecondGuardian},
		{"a mature minor and one of two, for money", daily, holds{"mother": yes, "father": yes}, yes, words{"mother": nil, "ms-a": nil}, privacy.VerdictPartial, []privacy.Grain{coarse, summary}, privacy.DenialTooMuch},
		{"both without the mature minor", both, holds{"mother": yes, "father": yes}, yes, words{"mother": nil, "father": nil}, privacy.VerdictDenied, nil, privacy.DenialNoConsent},
		{"a mature minor agreed to another view", daily, holds{"mother": yes}, yes, words{"mother": {summary}, "ms-a": {coarse}}, privacy.VerdictDenied, nil, privacy.DenialConsentNarrower},
		{"nobody is their own guardian", both, holds{"mother": yes, "ms-a": yes}, no, words{"ms-a": nil}, privacy.VerdictDenied, nil, privacy.DenialNoConsent},
		{"nor keeps the guardian's word from counting", both, holds{"mother": yes, "ms-a": yes}, no, words{"mother": nil}, privacy.VerdictPartial, []privacy.Grain{action, contact}, privacy.DenialTooMuch},
	} {
		t.Run(tt.name, func(t *testing.T) {
			q := tt.request
			reg := registerOf(q, "named", "assigned", "minor")
			reg.Subjects[0].Mature, reg.Relations = tt.mature, guardians(tt.guardians)
			for by, grains := range tt.agreed {
				reg.Consents = append(reg.Consents, agreedBy(q, by, grains...))
			}
			d := answer(t, q, reg)
			assert.Equal(t, tt.verdict.String(), d.Verdict.String())
			assert.ElementsMatch(t, tt.grains, d.Grains)
			assert.Equal(t, tt.denial, d.Denial)
			assert.Equal(t, model{q, reg, noon}.answer(), verdict{d.Verdict, d.Grains, d.Obligations})
			sameAtTheDesk(t, standardPolicyDesk(t, reg), q, d)
		})
	}
}

func TestWhoIsNotEntitledToAgreeIsNamed(t *testing.T) {
	const yes, no, unsaid = rapport.AnswerYes, rapport.AnswerNo, rapport.AnswerUnsaid
	const wrongParent, wrongChild = "privacy/consent-wrong-giver /register/consents/k-mother", "privacy/consent-wrong-giver /register/consents/k-ms-a"
	q := school(client.CategoryMedical)
	for _, tt := range []struct {
		name          string
		minor, mature rapport.Answer
		wrong         []string
	}{
		{"a parent for somebody of age", no, no, []string{wrongParent}},
		{"a young child", yes, no, []string{wrongChild}},
		{"neither for a mature minor", yes, yes, nil},
		{"the child is not called wrong where maturity is unsaid", yes, unsaid, nil},
		{"nor the parent where the age is", unsaid, unsaid, nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			reg := registerOf(q, "named")
			reg.Subjects[0].Minor, reg.Subjects[0].Mature = tt.minor, tt.mature
			reg.Relations = guardians(map[rapport.ID]rapport.Answer{"mother": yes})
			reg.Consents = []privacy.Consent{agreedBy(q, "mother"), agreedBy(q, "ms-a")}
			var wrong []string
			for _, s := range said(answer(t, q, reg)) {
				if s == wrongParent || s == wrongChild {
					wrong = append(wrong, s)
				}
			}
			assert.Equal(t, tt.wrong, wrong)
		})
	}
}

func TestAPackSaysOfItsOwnCategoriesWhetherBothGuardiansAgree(t *testing.T) {
	const category client.Category = "vendor.example/care-plan"
	pack := vendorPack()
	pack.Rules[0].When = []privacy.Atom{privacy.AtomNamed, privacy.AtomConsent}
	q := privacy.Request{Asker: "n", Role: "vendor.example/night-nurse", Purpose: "vendor.example/nurse", Category: category, Principal: "ms-a"}
	reg := registerOf(q, "named", "minor")
	reg.Relations = guardians(map[rapport.ID]rapport.Answer{"mother": rapport.AnswerYes, "father": rapport.AnswerYes})
	reg.Consents = []privacy.Consent{agreedBy(q, "mother")}
	entry := privacy.HandlingEntry{
		ID: category, Sensitivity: rapport.LevelHigh, TLP: privacy.LightRed, Breach: privacy.BreachInternal,
		EN: privacy.HandlingWords{Share: "s", Store: "s", Destroy: "d"},
	}
	strict := entry
	strict.BothGuardians = true
	for _, tt := range []struct {
		name     string
		handling []privacy.HandlingEntry
		want     privacy.Verdict
	}{
		{"one word for a daily matter", []privacy.HandlingEntry{entry}, privacy.VerdictPartial},
		{"both where the pack says so", []privacy.HandlingEntry{strict}, privacy.VerdictDenied},
		{"both where nothing is written", nil, privacy.VerdictDenied},
	} {
		t.Run(tt.name, func(t *testing.T) {
			pack.Handling = tt.handling
			policy, err := privacy.NewPolicy(privacy.Config{Packs: []privacy.Catalogue{pack}, Client: vendorWords(t)})
			require.NoError(t, err)
			d, err := policy.Decide(q, reg, noon)
			require.NoError(t, err)
			assert.Equal(t, tt.want.String(), d.Verdict.String())
			desk, err := policy.Desk(reg)
			require.NoError(t, err)
			sameAtTheDesk(t, desk, q, d)
		})
	}
	loose := vendorPack()
	loose.Handling = []privacy.HandlingEntry{{ID: client.CategoryChildren, Sensitivity: rapport.LevelSevere, TLP: privacy.LightRed, Breach: privacy.BreachSafetyCritical, EN: entry.EN}}
	_, err := privacy.NewPolicy(privacy.Config{Packs: []privacy.Catalogue{loose}, Client: vendorWords(t)})
	assert.Equal(t, []string{"/packs/0/handling/0/id rapport/pack-built-in"}, codesOf(err), "a pack takes no guardian's word away")

	var both []client.Category
	for _, e := range privacy.Standard().Handling {
		if e.BothGuardians {
			both = append(both, e.ID)
		}
	}
	assert.Equal(t, []client.Category{client.CategoryChildren, client.CategoryImage}, both)
}
