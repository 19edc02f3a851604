package privacy_test

import (
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
	"github.com/rapport-go/rapport/privacy"
)

// agreedBy is what one giver agreed to about a request: freely, shown by a letter, today.
func agreedBy(r privacy.Request, by rapport.ID, grains ...privacy.Grain) privacy.Consent {
	return privacy.Consent{
		ID: "k-" + by, Principal: r.Principal, By: by, Person: r.Asker, Categories: []client.Category{r.Category}, Grains: grains,
		Purposes: []privacy.Purpose{r.Purpose}, Span: today(), Freely: rapport.AnswerYes, Evidence: "letter",
	}
}

// school asks about a child: of its days, for which every guardian has to agree, or of its health.
func school(category client.Category) privacy.Request {
	return request(client.RoleSchoolSafeguarding, category, privacy.PurposeSafeguard)
}

// guardians are relations that say who is a guardian of the principal.
func guardians(holds map[rapport.ID]rapport.Answer) []privacy.Relation {
	var list []privacy.Relation
	for person, answer := range holds {
		list = append(list, privacy.Relation{ID: "r-" + person, Kind: privacy.AtomGuardian, Person: person, Principal: "ms-a", Holds: answer})
	}
	return list
}

// said lists code and last step of the subject of every reason that is about an agreement or a guardian.
func said(d privacy.Decision) []string {
	list := []string{}
	for _, r := range d.Reasons {
		if slices.Contains(consentCodes, r.Code) || r.Code == privacy.CodeFactOpen {
			list = append(list, string(r.Code)+" "+string(r.Subject))
		}
	}
	slices.Sort(list)
	return list
}

// consentCodes are the codes of the reasons that are about an agreement.
var consentCodes = []rapport.Code{
	privacy.CodeConsentAlone, privacy.CodeConsentCounts, privacy.CodeConsentEnded, privacy.CodeConsentFreelyUnsaid, privacy.CodeConsentNarrows,
	privacy.CodeConsentNotFree, privacy.CodeConsentUnshown, privacy.CodeConsentWrongGiver, privacy.CodeGuardianMissing,
}

func TestAnAgreementGivesNoViewThatItDoesNotName(t *testing.T) {
	q := school(client.CategoryChildren)
	reg := registerOf(q, "named")
	none := []privacy.Grain{}
	for _, tt := range []struct {
		name   string
		given  [][]privacy.Grain
		want   []privacy.Grain
		denial privacy.Denial
	}{
		{"no view named leaves it to the rules", [][]privacy.Grain{nil}, []privacy.Grain{privacy.GrainAction, privacy.GrainContact}, privacy.DenialTooMuch},
		{"so does everything", [][]privacy.Grain{{privacy.GrainFull}}, []privacy.Grain{privacy.GrainAction, privacy.GrainContact}, privacy.DenialTooMuch},
		{"one view of the two that the rules give", [][]privacy.Grain{{privacy.GrainAction}}, []privacy.Grain{privacy.GrainAction}, privacy.DenialTooMuch},
		{"a view that the rules do not give adds nothing", [][]privacy.Grain{{privacy.GrainAction, privacy.GrainDay}}, []privacy.Grain{privacy.GrainAction}, privacy.DenialTooMuch},
		{"two records of one giver add up", [][]privacy.Grain{{privacy.GrainAction}, {privacy.GrainContact}}, []privacy.Grain{privacy.GrainAction, privacy.GrainContact}, privacy.DenialTooMuch},
		{"only a view that the rules do not give", [][]privacy.Grain{{privacy.GrainDay}}, none, privacy.DenialConsentNarrower},
		{"only a view that the category does not have", [][]privacy.Grain{{privacy.GrainLeg}}, none, privacy.DenialConsentNarrower},
		{"no record", nil, none, privacy.DenialNoConsent},
	} {
		t.Run(tt.name, func(t *testing.T) {
			reg.Consents = nil
			for i, grains := range tt.given {
				k := agreedBy(q, q.Principal, grains...)
				k.ID += rapport.ID(rune('0' + i))
				reg.Consents = append(reg.Consents, k)
			}
			d := answer(t, q, reg)
			assert.Equal(t, tt.want, d.Grains)
			assert.Equal(t, tt.denial, d.Denial)
			sameAtTheDesk(t, standardPolicyDesk(t, reg), q, d)
		})
	}
}

func TestANarrowAgreementTakesNothingFromWhatNeedsNone(t *testing.T) {
	q := request(client.RolePoliceLiaison, client.CategoryThreatFile, privacy.PurposeLiaise)
	reg := registerOf(q, "named", "verified")
	alone := []privacy.Grain{privacy.GrainRecognise, privacy.GrainCoarse}
	assert.ElementsMatch(t, alone, answer(t, q, reg).Grains)
	reg.Consents = []privacy.Consent{agreedBy(q, q.Principal, privacy.GrainSummary)}
	d := answer(t, q, reg)
	assert.ElementsMatch(t, append(alone, privacy.GrainSummary), d.Grains)
	assert.Equal(t, []string{"privacy/consent-counts /register/consents/k-ms-a", "privacy/consent-narrows /register/consents/k-ms-a"}, said(d))
	reg.Consents[0].Grains = nil
	assert.Equal(t, privacy.VerdictFull, answer(t, q, reg).Verdict)
	assert.Equal(t, []string{"privacy/consent-counts /register/consents/k-ms-a"}, said(answer(t, q, reg)))
}

func TestAnAgreementLiftsARuleForTheViewsItNamesAndNoOther(t *testing.T) {
	q := request(client.RoleHotelManager, client.CategoryItinerary, privacy.PurposeCoordinate)
	reg := registerOf(q, "named", "after-end")
	assert.Equal(t, privacy.VerdictForbidden, answer(t, q, reg).Verdict, "the service has ended")
	for _, tt := range []struct {
		name    string
		grains  []privacy.Grain
		want    []privacy.Grain
		verdict privacy.Verdict
	}{
		{"every view", nil, []privacy.Grain{privacy.GrainContact, privacy.GrainWindow}, privacy.VerdictPartial},
		{"one", []privacy.Grain{privacy.GrainWindow}, []privacy.Grain{privacy.GrainWindow}, privacy.VerdictPartial},
		{"one that nothing gives", []privacy.Grain{privacy.GrainDay}, []privacy.Grain{}, privacy.VerdictForbidden},
	} {
		t.Run(tt.name, func(t *testing.T) {
			reg.Consents = []privacy.Consent{agreedBy(q, q.Principal, tt.grains...)}
			d := answer(t, q, reg)
			assert.Equal(t, tt.want, d.Grains)
			assert.Equal(t, tt.verdict, d.Verdict)
			assert.Contains(t, said(d), "privacy/consent-counts /register/consents/k-ms-a")
			assert.Equal(t, tt.grains != nil, slices.Contains(rules(d), "f03"), "the rule is named where it takes something")
			sameAtTheDesk(t, standardPolicyDesk(t, reg), q, d)
		})
	}
	q = request(client.RoleRelative, client.CategoryIdentity, privacy.PurposeInform)
	reg = registerOf(q, "named")
	assert.Equal(t, privacy.DenialForbiddenLiftable, answer(t, q, reg).Denial)
	reg.Consents = []privacy.Consent{agreedBy(q, q.Principal, privacy.GrainSummary)}
	assert.Equal(t, privacy.DenialConsentNarrower, answer(t, q, reg).Denial, "the relative was to hear something else")
	reg.Consents[0].Grains = append(reg.Consents[0].Grains, privacy.GrainSpecified)
	assert.Equal(t, []privacy.Grain{privacy.GrainSpecified}, answer(t, q, reg).Grains)
}

func TestAnAgreementForOneActivityIsNoneForAnother(t *testing.T) {
	q := school(client.CategoryChildren)
	reg := registerOf(q, "named")
	for activity, want := range map[rapport.ID]privacy.Verdict{"": privacy.VerdictPartial, "outing": privacy.VerdictPartial, "another": privacy.VerdictDenied} {
		reg.Consents = []privacy.Consent{agreedBy(q, q.Principal)}
		reg.Consents[0].Activity = activity
		d := answer(t, q, reg)
		assert.Equal(t, want.String(), d.Verdict.String(), "%q", activity)
		sameAtTheDesk(t, standardPolicyDesk(t, reg), q, d)
	}
	reg.Consents[0].Activity, q.Activity = "outing", ""
	assert.Equal(t, privacy.VerdictDenied, answer(t, q, reg).Verdict, "a request about no activity is about none of them")
}

func TestAnAgreementThatWasNotFreeDoesNotCount(t *testing.T) {
	q := school(client.CategoryChildren)
	reg := registerOf(q, "named")
	reg.Consents = []privacy.Consent{agreedBy(q, q.Principal)}
	assert.Equal(t, []string{"privacy/consent-counts /register/consents/k-ms-a"}, said(answer(t, q, reg)))

	reg.Consents[0].Freely = rapport.AnswerUnsaid
	d := answer(t, q, reg)
	assert.Equal(t, privacy.VerdictPartial, d.Verdict, "unsaid counts")
	assert.Contains(t, said(d), "privacy/consent-freely-unsaid /register/consents/k-ms-a", "and is reported")

	reg.Consents[0].Freely = rapport.AnswerNo
	d = answer(t, q, reg)
	assert.Equal(t, privacy.VerdictDenied, d.Verdict)
	assert.Equal(t, privacy.DenialConsentNotFree, d.Denial)
	assert.Equal(t, []string{"privacy/consent-not-free /register/consents/k-ms-a"}, said(d))
	sameAtTheDesk(t, standardPolicyDesk(t, reg), q, d)

	reg.Consents[0].By = "neighbour"
	assert.Equal(t, privacy.DenialWrongGiver, answer(t, q, reg).Denial, "whose word does not count is not asked for anew")

	reg = registerOf(q, "named", "minor")
	reg.Relations = guardians(map[rapport.ID]rapport.Answer{"mother": rapport.AnswerYes, "father": rapport.AnswerYes})
	reg.Consents = []privacy.Consent{agreedBy(q, "mother"), agreedBy(q, "father")}
	reg.Consents[1].Freely = rapport.AnswerNo
	d = answer(t, q, reg)
	assert.Equal(t, privacy.DenialConsentNotFree, d.Denial, "nor does a guardian's")
	assert.Contains(t, said(d), "privacy/guardian-missing /register/relations/r-father")
}

func TestAnAgreementThatNothingShowsCountsAndIsReported(t *testing.T) {
	q := school(client.CategoryChildren)
	reg := registerOf(q, "named")
	reg.Consents = []privacy.Consent{agreedBy(q, q.Principal)}
	reg.Consents[0].Evidence = ""
	d := answer(t, q, reg)
	assert.Equal(t, privacy.VerdictPartial, d.Verdict)
	assert.Equal(t, []string{"privacy/consent-counts /register/consents/k-ms-a", "privacy/consent-unshown /register/consents/k-ms-a"}, said(d))
}

func TestReasonsNameEveryAgreementAndWhatItComesTo(t *testing.T) {
	q := school(client.CategoryChildren)
	reg := registerOf(q, "named", "minor")
	reg.Relations = guardians(map[rapport.ID]rapport.Answer{"mother": rapport.AnswerYes, "father": rapport.AnswerYes, "aunt": rapport.AnswerNo})
	ended, withdrawn, forced, ahead := agreedBy(q, "father"), agreedBy(q, "father"), agreedBy(q, "father"), agreedBy(q, "father")
	ended.ID, ended.Span = "k-ended", from(-3, -1)
	withdrawn.ID, withdrawn.Withdrawn = "k-withdrawn", noon
	forced.ID, forced.Freely = "k-forced", rapport.AnswerNo
	ahead.ID, ahead.Span = "k-ahead", from(1, 3)
	reg.Consents = []privacy.Consent{
		agreedBy(q, "mother"), ended, withdrawn, forced, ahead, agreedBy(q, "aunt"), agreedBy(q, "ms-a"), agreedBy(q, "neighbour"),
	}
	d := answer(t, q, reg)
	assert.Equal(t, privacy.VerdictDenied, d.Verdict)
	assert.Equal(t, []string{
		"privacy/consent-alone /register/consents/k-mother",
		"privacy/consent-ended /register/consents/k-ended",
		"privacy/consent-ended /register/consents/k-withdrawn",
		"privacy/consent-not-free /register/consents/k-forced",
		"privacy/consent-wrong-giver /register/consents/k-aunt",
		"privacy/consent-wrong-giver /register/consents/k-ms-a",
		"privacy/consent-wrong-giver /register/consents/k-neighbour",
		"privacy/guardian-missing /register/relations/r-father",
	}, said(d))

	reg.Consents = append(reg.Consents, agreedBy(q, "father", privacy.GrainAction))
	d = answer(t, q, reg)
	assert.Equal(t, []privacy.Grain{privacy.GrainAction}, d.Grains, "take the cause away and the verdict changes")
	for _, want := range []string{
		"privacy/consent-counts /register/consents/k-father",
		"privacy/consent-counts /register/consents/k-mother",
		"privacy/consent-narrows /register/consents/k-father",
	} {
		assert.Contains(t, said(d), want)
	}
	assert.NotContains(t, said(d), "privacy/consent-narrows /register/consents/k-mother")
	assert.NotContains(t, said(d), "privacy/guardian-missing /register/relations/r-father")
	for _, r := range d.Reasons {
		switch {
		case r.Code == privacy.CodeConsentCounts && r.Subject == "/register/consents/k-mother":
			assert.Equal(t, "This agreement counts, for all that the rules give.", r.Text)
		case r.Code == privacy.CodeConsentNarrows:
			assert.Equal(t, "This agreement covers action, and the rules would give more.", r.Text)
		}
	}

	reg.Relations = guardians(map[rapport.ID]rapport.Answer{"mother": rapport.AnswerYes, "father": rapport.AnswerUnsaid})
	reg.Consents = []privacy.Consent{agreedBy(q, "mother")}
	d = answer(t, q, reg)
	assert.Equal(t, privacy.VerdictUndecided, d.Verdict)
	assert.Equal(t, []string{"privacy/consent-alone /register/consents/k-mother", "privacy/fact-open /register/relations/r-father"}, said(d))
}

func TestAnAgreementThatNoRuleLooksAtIsNotNamed(t *testing.T) {
	q := request(client.RoleTeamLead, client.CategoryMovement, privacy.PurposeMove)
	reg := registerOf(q, "assigned")
	before := answer(t, q, reg)
	reg.Consents = []privacy.Consent{agreedBy(q, q.Principal, privacy.GrainLeg)}
	after := answer(t, q, reg)
	assert.Equal(t, before.Reasons, after.Reasons)
	assert.Equal(t, privacy.VerdictFull, after.Verdict)
}

func TestAnAgreementThatIsNotInOrderIsRefusedWithEveryPlace(t *testing.T) {
	bad := privacy.Consent{
		Principal: "ms a", Grains: []privacy.Grain{privacy.GrainAction, privacy.GrainUnknown, 99}, Activity: "the outing", Freely: 9, Evidence: "a letter",
		Span: rapport.Span{From: noon, To: noon.AddDate(2, 0, 0)},
	}
	assert.Equal(t, []string{
		"/activity rapport/malformed-id",
		"/by rapport/required",
		"/categories rapport/required",
		"/evidence rapport/malformed-id",
		"/freely rapport/out-of-range",
		"/grains/1 rapport/out-of-range",
		"/grains/2 rapport/out-of-range",
		"/id rapport/required",
		"/person rapport/required",
		"/principal rapport/malformed-id",
		"/purposes rapport/required",
		"/span/to privacy/consent-too-long",
	}, codesOf(bad.Validate()))

	for _, tt := range []struct {
		name string
		span rapport.Span
		want []string
	}{
		{"a year to the day", rapport.Span{From: noon, To: noon.AddDate(1, 0, 0)}, nil},
		{"a year with a leap day, and not a moment more", rapport.Span{From: noon, To: noon.Add(366 * 24 * time.Hour)}, nil},
		{"a moment more", rapport.Span{From: noon, To: noon.Add(366*24*time.Hour + 1)}, []string{"/span/to privacy/consent-too-long"}},
		{"three centuries", rapport.Span{From: noon, To: noon.AddDate(300, 0, 0)}, []string{"/span/to privacy/consent-too-long"}},
		{"no beginning", rapport.Span{To: noon}, []string{"/span/from rapport/required"}},
		{"no end", rapport.Span{From: noon}, []string{"/span/to rapport/required"}},
		{"no time at all", rapport.Span{}, []string{"/span/from rapport/required", "/span/to rapport/required"}},
		{"backwards", rapport.Span{From: noon, To: noon.Add(-1)}, []string{"/span rapport/reversed-span"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			k := agreedBy(school(client.CategoryChildren), "mother")
			k.Span = tt.span
			assert.ElementsMatch(t, tt.want, codesOf(k.Validate()))
		})
	}
}

func TestAnAgreementComesBackAsItWasWritten(t *testing.T) {
	k := agreedBy(school(client.CategoryChildren), "mother", privacy.GrainAction, privacy.GrainContact)
	k.Activity, k.Withdrawn = "outing", noon
	assert.Equal(t, k, reread(t, k))
	assert.Contains(t, text(t, k), `"grains":["action","contact"],"purposes":["safeguard"],"activity":"outing"`)
	assert.Contains(t, text(t, k), `"freely":"yes","evidence":"letter"`)
	bare := privacy.Consent{ID: k.ID, Principal: k.Principal, By: k.By, Person: k.Person, Categories: k.Categories, Purposes: k.Purposes, Span: k.Span}
	assert.Equal(t, bare, reread(t, bare), "what was written before the fields were there is read")
	assert.NotContains(t, text(t, bare), "freely")
}

func TestADeskKeepsItsOwnViewsOfAnAgreement(t *testing.T) {
	q := school(client.CategoryChildren)
	reg := registerOf(q, "named")
	reg.Consents = []privacy.Consent{agreedBy(q, q.Principal, privacy.GrainAction)}
	desk := standardPolicyDesk(t, reg)
	before, err := desk.Explain(q, noon)
	require.NoError(t, err)
	reg.Consents[0].Grains[0] = privacy.GrainContact
	after, err := desk.Explain(q, noon)
	require.NoError(t, err)
	assert.Equal(t, before, after)
}

func TestANarrowerAgreementNeverGivesMoreAndAnAgreementNeverTakes(t *testing.T) {
	r := newRand(21)
	narrowed, opened := 0, 0
	for range 8000 {
		q := consentRequest(r)
		reg := randomFamily(r, q)
		for i := range reg.Consents {
			reg.Consents[i].Grains = nil
		}
		wide := answer(t, q, reg)
		for i := range reg.Consents {
			reg.Consents[i].Grains = randomGrains(r, q.Category)
		}
		narrow := answer(t, q, reg)
		reg.Consents = nil
		none := answer(t, q, reg)
		if slices.Contains([]privacy.Verdict{wide.Verdict, narrow.Verdict, none.Verdict}, privacy.VerdictUndecided) {
			continue
		}
		require.True(t, within(narrow, wide), "%+v: %v of %v", q, narrow.Grains, wide.Grains)
		require.True(t, within(none, narrow), "%+v: %v of %v", q, none.Grains, narrow.Grains)
		if len(narrow.Grains) < len(wide.Grains) || narrow.Verdict != wide.Verdict {
			narrowed++
		}
		if len(narrow.Grains) > len(none.Grains) {
			opened++
		}
	}
	assert.Greater(t, narrowed, 100)
	assert.Greater(t, opened, 100)
}

func TestTheOrderOfAgreementsAndGuardiansChangesNothing(t *testing.T) {
	r := newRand(22)
	for range 500 {
		q := consentRequest(r)
		reg := randomFamily(r, q)
		first := answer(t, q, reg)
		for range 3 {
			shuffle(r, reg.Consents)
			shuffle(r, reg.Relations)
			for _, k := range reg.Consents {
				shuffle(r, k.Grains)
			}
			require.Equal(t, first, answer(t, q, reg))
		}
	}
}

func TestARulingOverAgreementsAndGuardiansAllocatesNothing(t *testing.T) {
	r := newRand(23)
	for range 300 {
		q := consentRequest(r)
		desk := standardPolicyDesk(t, randomFamily(r, q))
		require.Zero(t, testing.AllocsPerRun(5, func() { _, _ = desk.Decide(q, noon) }))
	}
}
