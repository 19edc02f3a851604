package privacy_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
	"github.com/rapport-go/rapport/privacy"
)

func request(role client.Role, category client.Category, purpose privacy.Purpose) privacy.Request {
	return privacy.Request{Asker: "asker", Role: role, Purpose: purpose, Category: category, Principal: "ms-a", Activity: "outing"}
}

func from(hours, to int) rapport.Span {
	return rapport.Span{From: noon.Add(time.Duration(hours) * time.Hour), To: noon.Add(time.Duration(to) * time.Hour)}
}

func answer(t testing.TB, r privacy.Request, reg privacy.Register) privacy.Decision {
	t.Helper()
	d, err := privacy.Policy{}.Decide(r, reg, noon)
	require.NoError(t, err)
	return d
}

func TestEachKindOfDenialHasItsCause(t *testing.T) {
	driverMoves := request(client.RoleDriver, client.CategoryMovement, privacy.PurposeMove)
	driver := func(activity rapport.ID, span rapport.Span) privacy.Register {
		return privacy.Register{Assignments: []privacy.Assignment{{ID: "a", Person: "asker", Role: client.RoleDriver, Principal: "ms-a", Activity: activity, Span: span}}}
	}
	carried := func(role client.Role, facts ...string) func(*privacy.Request) privacy.Register {
		return func(r *privacy.Request) privacy.Register { r.Role = role; return registerOf(*r, facts...) }
	}
	consent := func(by rapport.ID, span rapport.Span, withdrawn time.Time) privacy.Register {
		reg := driver("outing", today())
		reg.Consents = []privacy.Consent{{ID: "k", Principal: "ms-a", By: by, Person: "asker", Span: span, Withdrawn: withdrawn,
			Categories: []client.Category{client.CategoryMedical}, Purposes: []privacy.Purpose{privacy.PurposeProtect}}}
		return reg
	}
	allergy := request(client.RoleDriver, client.CategoryMedical, privacy.PurposeProtect)
	police := request(client.RolePoliceLiaison, client.CategoryMovement, privacy.PurposeLiaise)

	own := request(client.RoleProtectionOfficer, client.CategoryIncidentRecord, privacy.PurposeInform)
	own.Asker = own.Principal

	for _, tt := range []struct {
		name     string
		request  privacy.Request
		register privacy.Register
		want     privacy.Denial
	}{
		{"nobody put the driver on", driverMoves, privacy.Register{}, privacy.DenialNoAssignment},
		{"the driver is on another activity", driverMoves, driver("another", today()), privacy.DenialNoAssignment},
		{"the leg opens two hours before", driverMoves, driver("outing", from(3, 4)), privacy.DenialNotYet},
		{"and closes half an hour after", driverMoves, driver("outing", from(-4, -1)), privacy.DenialNoLonger},
		{"the day opens the evening before", driverMoves, driver("", from(13, 20)), privacy.DenialNotYet},
		{"the route is not for assessing", request(client.RoleDriver, client.CategoryMovement, privacy.PurposeAssess), driver("", today()), privacy.DenialWrongPurpose},
		{"the uninvolved colleague", request(client.RoleFirmOther, client.CategoryEngagement, privacy.PurposeManage), privacy.Register{}, privacy.DenialNotInRole},
		{"a hotel clerk who is not the one on the list", request(client.RoleHotelManager, client.CategoryIdentity, privacy.PurposeCoordinate), privacy.Register{}, privacy.DenialNotNamed},
		{"an officer on the list rings from an unknown number", police, registerOf(police, "named"), privacy.DenialNotVerified},
		{"nobody asked her about the allergy", allergy, driver("outing", today()), privacy.DenialNoConsent},
		{"her word ran out", allergy, consent("ms-a", from(-5, -1), time.Time{}), privacy.DenialConsentEnded},
		{"her word was taken back", allergy, consent("ms-a", today(), noon), privacy.DenialConsentEnded},
		{"her husband gave it", allergy, consent("mr-a", today(), time.Time{}), privacy.DenialWrongGiver},
		{"the driver and the family's money", request(client.RoleDriver, client.CategoryFinancial, privacy.PurposeMove), driver("", today()), privacy.DenialForbidden},
		{"the board and the doctor", request(client.RolePayer, client.CategoryMedical, privacy.PurposeManage), privacy.Register{}, privacy.DenialForbiddenLiftable},
		{"a paper at the desk", request(client.RolePoliceLiaison, client.CategoryResidence, privacy.PurposeComply), privacy.Register{}, privacy.DenialRouted},
		{"the driver left yesterday", driverMoves, carried(client.RoleDriver, "assigned", "leaver")(&driverMoves), privacy.DenialLeaver},
		{"the service ended", driverMoves, carried(client.RoleDriver, "assigned", "after-end")(&driverMoves), privacy.DenialEnded},
		{"a witness asks for what is held during the inquiry", own, registerOf(own, "self", "under-investigation"), privacy.DenialUnderHold},
		{"the age of the principal is unsaid", request(client.RoleControlRoom, client.CategoryCommunications, privacy.PurposeProtect), privacy.Register{Subjects: []privacy.Subject{{ID: "ms-a"}}}, privacy.DenialUndecided},
		{"an agreed part", driverMoves, driver("outing", today()), privacy.DenialTooMuch},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d := answer(t, tt.request, tt.register)
			assert.Equal(t, tt.want, d.Denial)
			assert.NotEmpty(t, d.Possible)
			assert.NotEmpty(t, d.Say)
			assert.NotEmpty(t, d.Reasons)
		})
	}
	full := request(client.RoleTeamLead, client.CategoryMovement, privacy.PurposeMove)
	assert.Empty(t, answer(t, full, registerOf(full, "assigned")).Say)
	assert.Empty(t, answer(t, full, registerOf(full, "assigned")).Denial)
}

func TestOutsidersHearOneSentenceWhateverTheCause(t *testing.T) {
	said := map[string]bool{}
	hear := func(r privacy.Request, reg privacy.Register) { said[answer(t, r, reg).Say] = true }
	police := request(client.RolePoliceLiaison, client.CategoryMovement, privacy.PurposeLiaise)
	stranger := request(client.RoleUnknownPerson, client.CategoryEngagement, privacy.PurposeInform)
	host := request(client.RoleConcierge, client.CategoryMovement, privacy.PurposeCoordinate)
	pretender := request(client.RoleTeamLead, client.CategoryMovement, privacy.PurposeMove)
	spouse := request(client.RoleSpouse, client.CategoryLocation, privacy.PurposeInform)
	hear(police, privacy.Register{})
	hear(police, registerOf(police, "named"))
	hear(stranger, privacy.Register{})
	hear(host, registerOf(host, "named"))
	hear(pretender, privacy.Register{})
	hear(spouse, privacy.Register{})
	assert.Len(t, said, 1)

	concerned := registerOf(spouse, "named", "of-concern")
	hear(spouse, concerned)
	concerned.Relations[0].Holds = rapport.AnswerUnsaid
	hear(spouse, concerned)
	assert.Len(t, said, 1, "who may be a person of concern hears nothing else")

	hear(spouse, registerOf(spouse, "named"))
	colleague := privacy.Register{Assignments: []privacy.Assignment{{ID: "a", Person: "asker", Role: client.RoleDriver, Principal: "mr-b", Span: today()}}}
	hear(request(client.RoleDriver, client.CategoryMovement, privacy.PurposeMove), colleague)
	assert.Len(t, said, 3, "family and colleagues hear what to do next")
}

func TestWhoHearsAColleaguesWordsIsDecidedByWhatCounts(t *testing.T) {
	outside := answer(t, request(client.RoleUnknownPerson, client.CategoryMovement, privacy.PurposeMove), privacy.Register{}).Say
	const day, year = 24, 365 * 24
	for _, tt := range []struct {
		name      string
		role      client.Role
		principal rapport.ID
		span      rapport.Span
		inside    bool
	}{
		{"a nanny at work", client.RoleNannyTutor, "ms-a", today(), true},
		{"a nanny with no end in sight", client.RoleNannyTutor, "ms-a", rapport.Span{From: noon.AddDate(-3, 0, 0)}, true},
		{"a nanny who left last week", client.RoleNannyTutor, "ms-a", from(-year, -7*day), true},
		{"a nanny who left just under thirty days ago", client.RoleNannyTutor, "ms-a", from(-year, -30*day+1), true},
		{"a nanny who left thirty days ago", client.RoleNannyTutor, "ms-a", from(-year, -30*day), false},
		{"a nanny who left four years ago", client.RoleNannyTutor, "ms-a", from(-5*year, -4*year), false},
		{"a nanny who begins next year", client.RoleNannyTutor, "ms-a", from(year, 2*year), false},
		{"a nanny of another family", client.RoleNannyTutor, "mr-b", today(), false},
		{"a driver who left last week", client.RoleDriver, "ms-a", from(-year, -7*day), true},
		{"a driver who left four years ago", client.RoleDriver, "ms-a", from(-5*year, -4*year), false},
		{"a driver of another client", client.RoleDriver, "mr-b", today(), true},
		{"a driver of another client in the two hours that follow the day", client.RoleDriver, "mr-b", from(-9, -1), true},
		{"a driver who left another client last week", client.RoleDriver, "mr-b", from(-year, -7*day), false},
		{"a driver who left another client four years ago", client.RoleDriver, "mr-b", from(-5*year, -4*year), false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d := answer(t, request(tt.role, client.CategorySecrets, privacy.PurposeMove), privacy.Register{
				Contacts: []privacy.Contact{{ID: "c", Person: "asker", Role: tt.role, Principal: tt.principal, Span: tt.span}},
			})
			require.Empty(t, d.Grains)
			assert.Equal(t, tt.inside, d.Say != outside, d.Say)
		})
	}
}

func TestTheRoleCountsOnlyWhereTheRegisterCarriesIt(t *testing.T) {
	lead := request(client.RoleTeamLead, client.CategoryMovement, privacy.PurposeMove)
	reg := registerOf(request(client.RoleDriver, lead.Category, lead.Purpose), "assigned")
	d := answer(t, lead, reg)
	assert.Equal(t, privacy.VerdictDenied, d.Verdict, "a driver is no team lead")
	assert.Equal(t, privacy.CodeRoleNotHeld, d.Reasons[codeAt(d, privacy.CodeRoleNotHeld)].Code)

	parent := request(client.RoleGuardian, client.CategoryChildren, privacy.PurposeSafeguard)
	assert.Equal(t, privacy.VerdictDenied, answer(t, parent, registerOf(parent, "named")).Verdict, "a contact is no parent")
	reg = registerOf(parent, "guardian")
	assert.Equal(t, privacy.VerdictFull, answer(t, parent, reg).Verdict)
	reg.Relations = append(reg.Relations, privacy.Relation{ID: "order", Kind: privacy.AtomGuardian, Person: "asker", Principal: "ms-a", Holds: rapport.AnswerNo})
	assert.Equal(t, privacy.VerdictDenied, answer(t, parent, reg).Verdict, "an order outweighs")

	child := request(client.RolePrincipal, client.CategoryThreatFile, privacy.PurposeInform)
	child.Asker = child.Principal
	assert.Equal(t, privacy.VerdictFull, answer(t, child, registerOf(child, "self")).Verdict)
	assert.Equal(t, privacy.VerdictDenied, answer(t, child, registerOf(child, "self", "minor")).Verdict, "a minor asks as a minor")
}

func codeAt(d privacy.Decision, code rapport.Code) int {
	for i, r := range d.Reasons {
		if r.Code == code {
			return i
		}
	}
	return 0
}

func TestConsentCountsFromWhoIsEntitled(t *testing.T) {
	r := request(client.RoleSchoolSafeguarding, client.CategoryChildren, privacy.PurposeSafeguard)
	reg := registerOf(r, "named", "consent")
	own, parent := reg.Consents[0], reg.Consents[1]
	for _, tt := range []struct {
		name          string
		minor, mature rapport.Answer
		given         []privacy.Consent
		want          privacy.Verdict
	}{
		{"the person of age", rapport.AnswerNo, rapport.AnswerNo, []privacy.Consent{own}, privacy.VerdictPartial},
		{"a parent for somebody of age", rapport.AnswerNo, rapport.AnswerNo, []privacy.Consent{parent}, privacy.VerdictDenied},
		{"a parent for a young child", rapport.AnswerYes, rapport.AnswerNo, []privacy.Consent{parent}, privacy.VerdictPartial},
		{"a young child alone", rapport.AnswerYes, rapport.AnswerNo, []privacy.Consent{own}, privacy.VerdictDenied},
		{"a parent alone for a mature minor", rapport.AnswerYes, rapport.AnswerYes, []privacy.Consent{parent}, privacy.VerdictDenied},
		{"both for a mature minor", rapport.AnswerYes, rapport.AnswerYes, []privacy.Consent{own, parent}, privacy.VerdictPartial},
		{"a parent where maturity is unsaid", rapport.AnswerYes, rapport.AnswerUnsaid, []privacy.Consent{parent}, privacy.VerdictUndecided},
		{"both where age is unsaid", rapport.AnswerUnsaid, rapport.AnswerUnsaid, []privacy.Consent{own, parent}, privacy.VerdictPartial},
	} {
		t.Run(tt.name, func(t *testing.T) {
			reg.Subjects[0].Minor, reg.Subjects[0].Mature, reg.Consents = tt.minor, tt.mature, tt.given
			assert.Equal(t, tt.want.String(), answer(t, r, reg).Verdict.String())
		})
	}
}

func TestAnUnsaidFactThatDecidesIsNamedAndOneThatDoesNotIsNot(t *testing.T) {
	r := request(client.RoleGuardian, client.CategoryChildren, privacy.PurposeSafeguard)
	reg := registerOf(r, "guardian", "minor")
	reg.Relations = append(reg.Relations, privacy.Relation{ID: "maybe", Kind: privacy.AtomOfConcern, Person: "asker", Principal: "ms-a"})
	reg.Circumstances = []privacy.Circumstance{{ID: "danger", Kind: privacy.AtomImminentDanger, Principal: "ms-a"}}
	d := answer(t, r, reg)
	assert.Equal(t, privacy.VerdictUndecided, d.Verdict)
	assert.Empty(t, d.Grains)
	assert.Empty(t, d.Obligations)
	var open []rapport.Path
	for _, reason := range d.Reasons {
		if reason.Code == privacy.CodeFactOpen {
			open = append(open, reason.Subject)
		}
	}
	assert.Equal(t, []rapport.Path{"/register/relations/maybe"}, open)
	reg.Relations[1].Holds = rapport.AnswerNo
	assert.Equal(t, privacy.VerdictFull, answer(t, r, reg).Verdict)
}

func TestAFactInTheWayIsNamed(t *testing.T) {
	r := request(client.RoleGuardian, client.CategoryMedical, privacy.PurposePlan)
	d := answer(t, r, registerOf(r, "guardian", "minor", "mature"))
	assert.Equal(t, privacy.VerdictDenied, d.Verdict)
	assert.Equal(t, privacy.CodeFactInTheWay, d.Reasons[0].Code)
	assert.Equal(t, []string{"mature"}, d.Reasons[0].Args)
	assert.Equal(t, privacy.VerdictFull, answer(t, r, registerOf(r, "guardian", "minor")).Verdict, "take the cause away and the verdict changes")
}

func TestAValueOutsideItsScaleIsRefused(t *testing.T) {
	r := request(client.RoleDriver, client.CategoryMovement, privacy.PurposeMove)
	reg := registerOf(r, "named", "guardian", "after-end")
	reg.Contacts[0].Verified, reg.Relations[0].Holds, reg.Circumstances[0].Holds = 9, 9, 9
	reg.Subjects[0].Minor, reg.Subjects[0].Mature = 9, 9
	_, err := privacy.Policy{}.Decide(r, reg, noon)
	assert.Len(t, rapport.Problems(err), 5)
}

func TestALongStandingContactOfASmallHostHasToBeRenewed(t *testing.T) {
	r := request(client.RoleConcierge, client.CategoryThreatFile, privacy.PurposeCoordinate)
	reg := registerOf(r, "named")
	reg.Contacts[0].Span = rapport.Span{From: noon.AddDate(0, 0, -13)}
	assert.Equal(t, []privacy.Grain{privacy.GrainRecognise}, answer(t, r, reg).Grains)
	reg.Contacts[0].Span.From = noon.AddDate(0, 0, -14)
	assert.Equal(t, privacy.DenialNoLonger, answer(t, r, reg).Denial)
}

func TestObligationsComeFromTheRulesThatGive(t *testing.T) {
	r := request(client.RoleHotelManager, client.CategoryMovement, privacy.PurposeCoordinate)
	assert.Equal(t, []privacy.Obligation{
		privacy.ObligationLog, privacy.ObligationDeleteWhenWindowCloses, privacy.ObligationVerifyByCallBack, privacy.ObligationCaveatTravels,
	}, answer(t, r, registerOf(r, "named")).Obligations)
	assert.Empty(t, answer(t, r, privacy.Register{}).Obligations)
}

func TestARequestThatIsNotInOrderIsRefusedWithEveryPlace(t *testing.T) {
	r := privacy.Request{Asker: "two words", Role: "no-such-role", Purpose: "just-in-case", Category: "no-such-category"}
	reg := privacy.Register{
		Assignments:   []privacy.Assignment{{ID: "a", Person: "p", Role: "nobody", Principal: "ms-a"}},
		Contacts:      []privacy.Contact{{ID: "c", Role: client.RoleDriver, Principal: "ms-a", Span: from(2, 1)}},
		Consents:      []privacy.Consent{{ID: "k", Principal: "ms-a", By: "ms-a", Person: "p", Categories: []client.Category{"nothing"}}},
		Relations:     []privacy.Relation{{ID: "r", Kind: privacy.AtomNamed, Person: "p", Principal: "ms-a"}},
		Subjects:      []privacy.Subject{{}},
		Circumstances: []privacy.Circumstance{{ID: "x", Kind: privacy.AtomConsent, Principal: "ms-a"}, {ID: "x", Kind: privacy.AtomLeaver}},
	}
	_, err := privacy.Policy{}.Decide(r, reg, time.Time{})
	var places []string
	for _, p := range rapport.Problems(err) {
		places = append(places, string(p.Pointer)+" "+string(p.Code))
	}
	assert.Equal(t, []string{
		" rapport/no-moment",
		"/register/assignments/0/role rapport/unknown-word",
		"/register/circumstances/0/kind rapport/out-of-range",
		"/register/circumstances/1/id rapport/duplicate-id",
		"/register/circumstances/1/person rapport/required",
		"/register/consents/0/categories/0 rapport/unknown-word",
		"/register/consents/0/purposes rapport/required",
		"/register/consents/0/span/from rapport/required",
		"/register/consents/0/span/to rapport/required",
		"/register/contacts/0/person rapport/required",
		"/register/contacts/0/span rapport/reversed-span",
		"/register/relations/0/kind rapport/out-of-range",
		"/register/subjects/0/id rapport/required",
		"/request/asker rapport/malformed-id",
		"/request/category rapport/unknown-word",
		"/request/principal rapport/required",
		"/request/purpose rapport/unknown-word",
		"/request/role rapport/unknown-word",
	}, places)
}
