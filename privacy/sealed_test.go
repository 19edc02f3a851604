package privacy_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
	"github.com/rapport-go/rapport/privacy"
)

// sheet is a driver's way of one leg, and the request and the register by which the driver gets it.
func sheet(t testing.TB) (privacy.Sealed[string], privacy.Request, privacy.Register) {
	t.Helper()
	fact, err := privacy.Seal(privacy.Label{ID: "f-way", Principal: "ms-a", Categories: []client.Category{client.CategoryMovement}, Grain: privacy.GrainLeg}, "from the flat to the studio")
	require.NoError(t, err)
	r := request(client.RoleDriver, client.CategoryMovement, privacy.PurposeMove)
	return fact, r, registerOf(r, "on-activity")
}

// codesOf lists code and place of every problem.
func codesOf(err error) []string {
	list := []string{}
	for _, p := range rapport.Problems(err) {
		list = append(list, string(p.Pointer)+" "+string(p.Code))
	}
	return list
}

func TestAFactOpensWithTheGrantOfADecisionAndNothingElse(t *testing.T) {
	fact, r, reg := sheet(t)
	d := answer(t, r, reg)
	way, err := privacy.Open(d.Grant(), fact, noon)
	require.NoError(t, err)
	assert.Equal(t, "from the flat to the studio", way)
	assert.Equal(t, rapport.ID("asker"), d.Grant().Person())

	other := func(change func(*privacy.Label)) privacy.Sealed[string] {
		l := fact.Label()
		change(&l)
		sealed, err := privacy.Seal(l, "x")
		require.NoError(t, err)
		return sealed
	}
	for _, tt := range []struct {
		name  string
		grant privacy.Grant
		fact  privacy.Sealed[string]
		at    time.Time
		want  string
	}{
		{"the zero grant", privacy.Grant{}, fact, noon, "/grant rapport/required"},
		{"the grant of a refusal", answer(t, r, privacy.Register{}).Grant(), fact, noon, "/grant rapport/required"},
		{"the grant of a decision that was read back", reread(t, d).Grant(), fact, noon, "/grant rapport/required"},
		{"another person's fact", d.Grant(), other(func(l *privacy.Label) { l.Principal = "mr-b" }), noon, "/grant privacy/not-granted"},
		{"a fact of another category", d.Grant(), other(func(l *privacy.Label) { l.Categories[0] = client.CategoryMedical }), noon, "/grant privacy/not-granted"},
		{"a fact that is of a second category too", d.Grant(), other(func(l *privacy.Label) { l.Categories = append(l.Categories, client.CategoryMedical) }), noon, "/grant privacy/not-granted"},
		{"another view", d.Grant(), other(func(l *privacy.Label) { l.Grain = privacy.GrainSummary }), noon, "/grant privacy/narrower-grant"},
		{"the whole", d.Grant(), other(func(l *privacy.Label) { l.Grain = privacy.GrainUnknown }), noon, "/grant privacy/narrower-grant"},
		{"before the decision", d.Grant(), fact, noon.Add(-time.Second), "/at privacy/grant-ended"},
		{"after the end", d.Grant(), fact, noon.Add(time.Hour), "/at privacy/grant-ended"},
		{"no moment", d.Grant(), fact, time.Time{}, "/at rapport/no-moment"},
		{"nothing", d.Grant(), privacy.Sealed[string]{}, noon, "/fact rapport/required"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got, err := privacy.Open(tt.grant, tt.fact, tt.at)
			assert.Equal(t, []string{tt.want}, codesOf(err))
			assert.Empty(t, got)
		})
	}
}

// lockErrors are the errors of what is sealed, with every code they can have.
func lockErrors(t testing.TB) []error {
	fact, r, reg := sheet(t)
	grant := answer(t, r, reg).Grant()
	_, ended := privacy.Open(grant, fact, noon.Add(time.Hour))
	l := fact.Label()
	l.Grain = privacy.GrainUnknown
	whole, err := privacy.Seal(l, "x")
	require.NoError(t, err)
	_, narrower := privacy.Open(grant, whole, noon)
	l.Principal = "mr-b"
	other, err := privacy.Seal(l, "x")
	require.NoError(t, err)
	_, notGranted := privacy.Open(grant, other, noon)
	_, mixed := privacy.NewDossier("ms-a", other)
	_, encoded := json.Marshal(fact)
	return []error{ended, narrower, notGranted, mixed, encoded}
}

func TestAFactOfTwoCategoriesNeedsAGrantForEach(t *testing.T) {
	fact, err := privacy.Seal(privacy.Label{ID: "f", Principal: "ms-a", Categories: []client.Category{client.CategoryMovement, client.CategoryItinerary}}, "where and why")
	require.NoError(t, err)
	grant := func(asker rapport.ID, category client.Category) privacy.Grant {
		r := request(client.RoleTeamLead, category, privacy.PurposePlan)
		r.Asker = asker
		return answer(t, r, registerOf(r, "assigned")).Grant()
	}
	way, why := grant("lead", client.CategoryMovement), grant("lead", client.CategoryItinerary)
	_, err = privacy.Open(way, fact, noon)
	assert.Error(t, err)
	got, err := privacy.Open(way.And(why), fact, noon)
	require.NoError(t, err)
	assert.Equal(t, "where and why", got)
	assert.Equal(t, way.And(why), why.And(way))
	_, err = privacy.Open(way.And(grant("another", client.CategoryItinerary)), fact, noon)
	assert.Error(t, err, "two persons do not add up")
}

func TestAGrantEndsWhenTheRegisterSaysThatSomethingChanges(t *testing.T) {
	_, r, reg := sheet(t)
	until := func(reg privacy.Register) time.Duration { return answer(t, r, reg).Grant().Until().Sub(noon) }
	assert.Equal(t, time.Hour, until(reg), "an hour at most")
	leaves := reg
	leaves.Circumstances = []privacy.Circumstance{{ID: "x", Kind: privacy.AtomLeaver, Person: r.Asker, Span: rapport.Span{From: noon.Add(10 * time.Minute)}, Holds: rapport.AnswerYes}}
	assert.Equal(t, 10*time.Minute, until(leaves))
	assert.Equal(t, privacy.VerdictForbidden, decideAt(t, r, leaves, noon.Add(10*time.Minute)).Verdict)
	withdrawn := reg
	withdrawn.Consents = []privacy.Consent{{ID: "k", Principal: r.Principal, By: r.Principal, Person: r.Asker, Categories: []client.Category{r.Category}, Purposes: []privacy.Purpose{r.Purpose}, Span: today(), Withdrawn: noon.Add(5 * time.Minute)}}
	assert.Equal(t, 5*time.Minute, until(withdrawn))
}

func decideAt(t testing.TB, r privacy.Request, reg privacy.Register, at time.Time) privacy.Decision {
	t.Helper()
	d, err := privacy.Policy{}.Decide(r, reg, at)
	require.NoError(t, err)
	return d
}

func TestDutiesTravelWithTheGrantAndSayWhenTheyAreDue(t *testing.T) {
	_, r, reg := sheet(t)
	due := map[privacy.Obligation]time.Time{}
	for _, duty := range answer(t, r, reg).Grant().Duties() {
		require.NoError(t, duty.Validate())
		due[duty.Obligation] = duty.By
	}
	assert.Contains(t, due, privacy.ObligationLog)
	assert.Equal(t, noon.Add(time.Hour+30*time.Minute), due[privacy.ObligationDeleteWhenWindowCloses], "when the leg has ended, with the half hour after it")

	urgent := request(client.RoleResidentialOfficer, client.CategoryLocation, privacy.PurposeRespond)
	due = map[privacy.Obligation]time.Time{}
	for _, duty := range answer(t, urgent, registerOf(urgent, "on-activity", "imminent-danger")).Grant().Duties() {
		due[duty.Obligation] = duty.By
	}
	assert.Equal(t, noon.Add(24*time.Hour), due[privacy.ObligationTellClientAfter])
	assert.Equal(t, noon.Add(72*time.Hour), due[privacy.ObligationReviewWithin72h])
	assert.Error(t, privacy.Duty{}.Validate())
}

func TestATokenJoinsEqualFactsUnderTheAppsKeyOnly(t *testing.T) {
	key := []byte(strings.Repeat("k", 32))
	seal := func(id rapport.ID, content string) privacy.Sealed[string] {
		l := label()
		l.ID = id
		fact, err := privacy.Seal(l, content)
		require.NoError(t, err)
		return fact
	}
	token := func(fact privacy.Sealed[string], key []byte) privacy.Token {
		got, err := fact.Token(key)
		require.NoError(t, err)
		return got
	}
	assert.Equal(t, token(seal("a", "x"), key), token(seal("b", "x"), key))
	assert.NotEqual(t, token(seal("a", "x"), key), token(seal("a", "y"), key))
	assert.NotEqual(t, token(seal("a", "x"), key), token(seal("a", "x"), append(key, 'k')))
	for want, key := range map[string][]byte{"/key rapport/required": nil, "/key rapport/out-of-range": key[:31]} {
		_, err := seal("a", "x").Token(key)
		assert.Equal(t, []string{want}, codesOf(err))
	}
	number, err := privacy.Seal(label(), func() {})
	require.NoError(t, err)
	_, err = number.Token(key)
	assert.Equal(t, []string{"/fact rapport/no-canonical-form"}, codesOf(err))
	_, err = privacy.Sealed[int]{}.Token(key)
	assert.Equal(t, []string{"/fact rapport/required"}, codesOf(err))
}

func TestADossierIsStoredByAnExplicitExportOnly(t *testing.T) {
	d := dossier(t, "no peanuts")
	data, err := d.Export()
	require.NoError(t, err)
	assert.JSONEq(t, `{"schema":"rapport/dossier/1","principal":"ms-a","facts":[{"label":{"id":"f-1","principal":"ms-a","categories":["medical"]},"content":"no peanuts"}]}`, string(data))
	back, err := privacy.ImportDossier(data)
	require.NoError(t, err)
	assert.Equal(t, d.Labels(), back.Labels())
	assert.Equal(t, rapport.ID("ms-a"), back.Principal())
	again, err := back.Export()
	require.NoError(t, err)
	assert.Equal(t, string(data), string(again))
	_, found := back.Fact("f-2")
	assert.False(t, found)
	_, found = back.Fact("f-1")
	assert.True(t, found)

	_, err = json.Marshal(d)
	assert.True(t, rapport.HasCode(err, privacy.CodeSealed), "encoding is an error: %v", err)
	_, err = privacy.Dossier{}.Export()
	assert.Error(t, err)
	assert.Empty(t, privacy.Dossier{}.Labels())
	assert.Empty(t, privacy.Dossier{}.Principal())
	assert.Empty(t, privacy.Sealed[int]{}.Label())
}

func TestADossierThatIsNotInOrderIsRefusedWithEveryPlace(t *testing.T) {
	fact, _ := dossier(t, "x").Fact("f-1")
	_, err := privacy.NewDossier("mr-b", fact, privacy.Sealed[string]{})
	assert.Equal(t, []string{"/facts/0/principal privacy/other-principal", "/facts/1 rapport/required"}, codesOf(err))
	_, err = privacy.NewDossier("ms-a", fact, fact)
	assert.Equal(t, []string{"/facts/1/id rapport/duplicate-id"}, codesOf(err))
	_, err = privacy.Seal(privacy.Label{Grain: 99, Categories: []client.Category{"Not a word"}}, "x")
	assert.Equal(t, []string{"/categories/0 rapport/malformed-word", "/grain rapport/out-of-range", "/id rapport/required", "/principal rapport/required"}, codesOf(err))
	_, err = privacy.ImportDossier([]byte(`{"principal":"ms-a","facts":[]}`))
	assert.Equal(t, []string{"/schema rapport/required"}, codesOf(err))
}

// A note about an allergy is printed by mistake, opened by the medic, and not opened by the driver.
func ExampleOpen() {
	at := time.Date(2027, time.February, 15, 9, 0, 0, 0, time.UTC)
	label := privacy.Label{ID: "allergy", Principal: "ms-a", Categories: []client.Category{client.CategoryMedical}}
	fact, err := privacy.Seal(label, "no peanuts")
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%v %+v\n", fact, fact)

	day := rapport.Span{From: at.Add(-time.Hour), To: at.Add(time.Hour)}
	register := privacy.Register{Assignments: []privacy.Assignment{
		{ID: "a-1", Person: "medic-1", Role: client.RoleMedic, Principal: "ms-a", Span: day},
		{ID: "a-2", Person: "driver-1", Role: client.RoleDriver, Principal: "ms-a", Span: day},
	}}
	for _, asker := range register.Assignments {
		d, err := privacy.Policy{}.Decide(privacy.Request{
			Asker: asker.Person, Role: asker.Role, Purpose: privacy.PurposeCare,
			Category: client.CategoryMedical, Principal: "ms-a",
		}, register, at)
		if err != nil {
			fmt.Println(err)
			return
		}
		content, err := privacy.Open(d.Grant(), fact, at)
		fmt.Println(asker.Role, d.Verdict, content, err)
	}
	// Output:
	// sealed sealed
	// medic full no peanuts <nil>
	// driver denied  /grant: has to be given (rapport/required)
}

// Two files that hold the same number can be joined by whoever has the key, without reading either.
func ExampleSealed_Token() {
	key := []byte("thirty-two bytes kept by the app")
	one, err := privacy.Seal(privacy.Label{ID: "phone", Principal: "ms-a", Categories: []client.Category{client.CategoryIdentity}}, "555 0100")
	if err != nil {
		fmt.Println(err)
		return
	}
	two, err := privacy.Seal(privacy.Label{ID: "caller", Principal: "mr-b", Categories: []client.Category{client.CategoryIdentity}}, "555 0100")
	if err != nil {
		fmt.Println(err)
		return
	}
	a, err := one.Token(key)
	fmt.Println(err)
	b, err := two.Token(key)
	fmt.Println(a == b, err)
	_, err = one.Token(nil)
	fmt.Println(err)
	// Output:
	// <nil>
	// true <nil>
	// /key: has to be given (rapport/required)
}

// A dossier shows what it holds facts about; its content leaves by an explicit export.
func ExampleDossier() {
	label := privacy.Label{ID: "allergy", Principal: "ms-a", Categories: []client.Category{client.CategoryMedical}}
	fact, err := privacy.Seal(label, "no peanuts")
	if err != nil {
		fmt.Println(err)
		return
	}
	d, err := privacy.NewDossier("ms-a", fact)
	if err != nil {
		fmt.Println(err)
		return
	}
	data, err := d.Export()
	fmt.Println(d, d.Labels()[0].ID, err)
	fmt.Println(len(data) > 0)
	// Output:
	// sealed allergy <nil>
	// true
}
