package privacy_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
	"github.com/rapport-go/rapport/privacy"
)

func standardPolicyDesk(t testing.TB, reg privacy.Register) privacy.Desk {
	t.Helper()
	desk, err := privacy.Policy{}.Desk(reg)
	require.NoError(t, err)
	return desk
}

// sameAtTheDesk checks that a desk answers a request in short and in words as the plain door did.
func sameAtTheDesk(t testing.TB, desk privacy.Desk, q privacy.Request, d privacy.Decision) {
	t.Helper()
	explained, err := desk.Explain(q, noon)
	require.NoError(t, err)
	if !assert.ObjectsAreEqual(d, explained) {
		require.Equal(t, d, explained)
	}
	ruling, err := desk.Decide(q, noon)
	require.NoError(t, err)
	if ruling.Verdict != d.Verdict || ruling.Denial != d.Denial || !ruling.Until.Equal(d.Grant().Until()) {
		require.Fail(t, "another ruling", "%+v %+v", ruling, d)
	}
	require.Equal(t, d.Grains, ruling.Grains())
	require.Equal(t, d.Obligations, ruling.Obligations())
	for g := range privacy.GrainSpecified + 1 {
		want := false
		for _, given := range d.Grains {
			want = want || given == g || given == privacy.GrainFull
		}
		require.Equal(t, want && (g != privacy.GrainUnknown || d.Verdict == privacy.VerdictFull), ruling.Gives(g))
	}
}

func TestOneDeskAnswersEveryQuestionAsThePlainDoorDoes(t *testing.T) {
	for _, q := range questions(t) {
		sameAtTheDesk(t, standardPolicyDesk(t, q.register()), q.request(), answer(t, q.request(), q.register()))
	}
}

func TestADeskOfAPackKnowsItsWords(t *testing.T) {
	policy, err := privacy.NewPolicy(privacy.Config{Packs: []privacy.Catalogue{vendorPack()}, Client: vendorWords(t)})
	require.NoError(t, err)
	nurse := privacy.Request{Asker: "nurse", Role: "vendor.example/night-nurse", Purpose: "vendor.example/nurse", Category: "vendor.example/care-plan", Principal: "ms-a"}
	reg := privacy.Register{Contacts: []privacy.Contact{{ID: "c", Person: "nurse", Role: nurse.Role, Principal: "ms-a", Span: today()}}}
	desk, err := policy.Desk(reg)
	require.NoError(t, err)
	for _, change := range []func(*privacy.Request){
		func(*privacy.Request) {},
		func(q *privacy.Request) { q.Category = client.CategoryMedical },
		func(q *privacy.Request) { q.Role = client.RoleAnalyst },
		func(q *privacy.Request) { q.Purpose = privacy.PurposeCare },
	} {
		q := nurse
		change(&q)
		d, err := policy.Decide(q, reg, noon)
		require.NoError(t, err)
		sameAtTheDesk(t, desk, q, d)
	}
}

func TestADeskRefusesWhatThePlainDoorRefuses(t *testing.T) {
	q, reg := request(client.RoleDriver, client.CategoryMovement, privacy.PurposeMove), privacy.Register{}
	desk := standardPolicyDesk(t, reg)
	for name, change := range map[string]func(*privacy.Request) time.Time{
		"role":      func(q *privacy.Request) time.Time { q.Role = "captain"; return noon },
		"category":  func(q *privacy.Request) time.Time { q.Category = "gossip"; return noon },
		"purpose":   func(q *privacy.Request) time.Time { q.Purpose = "fun"; return noon },
		"asker":     func(q *privacy.Request) time.Time { q.Asker = "a name"; return noon },
		"no moment": func(*privacy.Request) time.Time { return time.Time{} },
		"several":   func(q *privacy.Request) time.Time { q.Role, q.Principal = "captain", ""; return time.Time{} },
	} {
		bad := q
		at := change(&bad)
		_, plain := privacy.Policy{}.Decide(bad, reg, at)
		_, short := desk.Decide(bad, at)
		_, words := desk.Explain(bad, at)
		require.Error(t, plain, name)
		assert.Equal(t, codesOf(plain), codesOf(short), name)
		assert.Equal(t, codesOf(plain), codesOf(words), name)
	}
	_, err := privacy.Policy{}.Desk(privacy.Register{Assignments: []privacy.Assignment{{ID: "a", Role: "captain"}}})
	assert.Error(t, err)
	_, err = privacy.Desk{}.Decide(q, noon)
	assert.Equal(t, []string{"/request/role rapport/unknown-word"}, codesOf(err), "the zero desk answers nothing")
}

func TestADeskSharesNoMemoryWithItsRegister(t *testing.T) {
	q := request(client.RoleDriver, client.CategoryMedical, privacy.PurposeCare)
	reg := registerOf(q, "on-activity", "consent")
	desk := standardPolicyDesk(t, reg)
	before, err := desk.Explain(q, noon)
	require.NoError(t, err)
	reg.Assignments[0].Person, reg.Consents[0].Person = "another", "another"
	reg.Consents[0].Categories[0], reg.Consents[0].Purposes[0] = client.CategoryFinancial, privacy.PurposeBill
	after, err := desk.Explain(q, noon)
	require.NoError(t, err)
	assert.Equal(t, before, after)
}

func TestARulingAllocatesNothing(t *testing.T) {
	for _, q := range questions(t)[:20] {
		desk, r := standardPolicyDesk(t, q.register()), q.request()
		assert.Zero(t, testing.AllocsPerRun(20, func() { _, _ = desk.Decide(r, noon) }), q.Question)
	}
}

// manyRules is a pack with n rules, each for a role of its own.
func manyRules(t testing.TB, n int) (privacy.Policy, client.Scorer) {
	t.Helper()
	words := client.Catalogue{Name: "vendor.example/words", Version: "1"}
	rules := privacy.Catalogue{Name: "vendor.example/rules", Version: "1"}
	why := privacy.Because{Why: "the vendor has a reason"}
	for i := range n {
		role := client.Role(fmt.Sprintf("vendor.example/role-%d", i/60))
		if i%60 == 0 {
			words.Roles = append(words.Roles, client.RoleEntry{ID: role, Side: client.SideThird, EN: client.Named{Name: "A name", Means: "What is meant."}})
		}
		rules.Rules = append(rules.Rules, privacy.RuleEntry{
			ID: privacy.RuleID(fmt.Sprintf("vendor.example/rule-%d", i)), Roles: []client.Role{role},
			Categories: []client.Category{standardClient.Categories[i%len(standardClient.Categories)].ID},
			When:       []privacy.Atom{privacy.AtomNamed}, Gives: []privacy.Grain{privacy.GrainContact}, EN: why,
		})
	}
	if n == 0 {
		return privacy.Policy{}, client.Scorer{}
	}
	scorer, err := client.NewScorer(client.Config{Packs: []client.Catalogue{words}})
	require.NoError(t, err)
	policy, err := privacy.NewPolicy(privacy.Config{Packs: []privacy.Catalogue{rules}, Client: scorer})
	require.NoError(t, err)
	return policy, scorer
}

// A desk answers many requests about one register; whoever has to know why asks it to explain.
func ExamplePolicy_Desk() {
	at := time.Date(2027, time.February, 15, 9, 0, 0, 0, time.UTC)
	desk, err := privacy.Policy{}.Desk(privacy.Register{Assignments: []privacy.Assignment{{
		ID: "a-1", Person: "driver-1", Role: client.RoleDriver, Principal: "ms-a",
		Span: rapport.Span{From: at.Add(-time.Hour), To: at.Add(9 * time.Hour)},
	}}})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, category := range []client.Category{client.CategoryMovement, client.CategoryMedical} {
		request := privacy.Request{Asker: "driver-1", Role: client.RoleDriver, Purpose: privacy.PurposeMove, Category: category, Principal: "ms-a"}
		ruling, err := desk.Decide(request, at)
		if err != nil {
			fmt.Println(err)
			return
		}
		explained, err := desk.Explain(request, at)
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(category, ruling.Verdict, ruling.Grains(), "·", explained.Reasons[0].Text)
	}
	// Output:
	// movement partial [day] · Rule p10 gives day: the route of the day.
	// medical denied [] · The rules for this role and category are for other purposes.
}
