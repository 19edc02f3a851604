package plan_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
	"github.com/rapport-go/rapport/plan"
	"github.com/rapport-go/rapport/privacy"
)

func TestAnEmptyBriefGivesAnEmptyPlan(t *testing.T) {
	p := compose(t, plan.Brief{}, day(0))
	assert.Empty(t, p.Entries)
	assert.NotNil(t, p.Entries)
	assert.True(t, hasCode(p.Reasons, plan.CodeNothingToDo))
	assert.Equal(t, rapport.AnswerYes, p.Proven)
}

func TestEveryProblemIsNamedAtItsPlace(t *testing.T) {
	b := stalkedActor(0)
	b.Threats[0].Kind = "bad-luck"
	b.Threats[1].Aimed = []rapport.ID{"nobody"}
	b.People[0].Activities[0].Kind = "flying"
	b.InForce = append(b.InForce,
		plan.InForce{ID: "i-1", Measure: "moat"},
		plan.InForce{ID: "i-2", Measure: plan.MeasureDuressAlarm, Person: "nobody"},
		plan.InForce{ID: "i-3", Measure: plan.MeasureDuressAlarm, Person: "ms-a", Activity: "nothing"},
		plan.InForce{ID: "i-4", Measure: plan.MeasureDuressAlarm, Setting: "moon", Since: day(1)})
	b.Facts = append(b.Facts, plan.Fact{Condition: "full-moon"}, plan.Fact{Condition: plan.ConditionStaff, Person: "nobody"})
	b.CovertAgreed = append(b.CovertAgreed, "nobody")
	b.Rules = []privacy.Rule{{ID: "r", By: privacy.AuthorityLaw, Setting: "moon", Where: privacy.WhereBoth, Lower: rapport.VisibilityOrdinary}}
	far := time.Date(12_000, time.May, 1, 0, 0, 0, 0, time.UTC)
	b.People[0].Activities[5].On.To = far
	b.Sites = []client.Site{{ID: "ms-a", Setting: client.SettingWorkplace, Posts: []client.Activity{{ID: "fair", Kind: client.ActivityWork, On: rapport.Span{From: far, To: far}}}}}
	b.Law = []plan.LawAnswer{{Law: "law-of-the-sea", Setting: "moon", Answer: rapport.AnswerNo}}
	b.Refusals = []plan.Refusal{
		{ID: "n-1", Person: "nobody", Measure: "moat", By: []rapport.ID{"ms-a"}, On: on(0), Until: on(9)},
		{ID: "n-2", Person: "ms-a", Activity: "nothing", Kind: plan.RowKindCover, Threat: "t-none", By: []rapport.ID{"ms-a"}, On: on(0), Until: on(9)},
	}
	b.Ceilings = []plan.Ceiling{{Person: "nobody"}}
	b.Liaisons = []plan.Liaison{{ID: "l", Role: "astronaut", With: "outside", Through: "ours", LastMet: on(1)}}
	_, err := plan.Compose(b, day(0))
	for at, code := range map[rapport.Pointer]rapport.Code{
		"/threats/0/kind":              rapport.CodeUnknownWord,
		"/threats/1/aimed/0":           rapport.CodeUnknownID,
		"/people/0/activities/0/kind":  rapport.CodeUnknownWord,
		"/in_force/1/measure":          rapport.CodeUnknownWord,
		"/in_force/2/person":           rapport.CodeUnknownID,
		"/in_force/3/person":           rapport.CodeUnknownID,
		"/in_force/4/setting":          rapport.CodeUnknownWord,
		"/in_force/4/since":            rapport.CodeAfterMoment,
		"/facts/2/condition":           rapport.CodeUnknownWord,
		"/facts/3/person":              rapport.CodeUnknownID,
		"/covert_agreed/1":             rapport.CodeUnknownID,
		"/rules/0/setting":             rapport.CodeUnknownWord,
		"/people/0/activities/5/on/to": rapport.CodeOutOfRange,
		"/sites/0/posts/0/on/from":     rapport.CodeOutOfRange,
		"/sites/0/id":                  rapport.CodeDuplicateID,
		"/law/0/law":                   rapport.CodeUnknownWord,
		"/law/0/setting":               rapport.CodeUnknownWord,
		"/refusals/0/measure":          rapport.CodeUnknownWord,
		"/refusals/0/person":           rapport.CodeUnknownID,
		"/refusals/1/person":           rapport.CodeUnknownID,
		"/refusals/1/threat":           rapport.CodeUnknownID,
		"/ceilings/0/person":           rapport.CodeUnknownID,
		"/liaisons/0/role":             rapport.CodeUnknownWord,
		"/liaisons/0/last_met":         rapport.CodeAfterMoment,
	} {
		assertProblem(t, err, at, code)
	}
	for _, secret := range []string{"moat", "nobody", "full-moon", "bad-luck", "law-of-the-sea", "astronaut", "t-none"} {
		assert.NotContains(t, err.Error(), secret)
	}
}

func TestAMomentThatCannotBeJudgedAtIsSaidOnce(t *testing.T) {
	for name, c := range map[string]struct {
		at   time.Time
		code rapport.Code
	}{
		"no moment":          {time.Time{}, rapport.CodeNoMoment},
		"after all days":     {time.Date(10_000, time.January, 1, 0, 0, 0, 0, time.UTC), rapport.CodeOutOfRange},
		"before all days":    {time.Date(-1, time.January, 1, 0, 0, 0, 0, time.UTC), rapport.CodeOutOfRange},
		"after them in UTC":  {time.Date(9999, time.December, 31, 23, 0, 0, 0, time.FixedZone("", -7200)), rapport.CodeOutOfRange},
		"before them in UTC": {time.Date(1, time.January, 1, 1, 0, 0, 0, time.FixedZone("", 7200)), rapport.CodeOutOfRange},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := plan.Compose(couple(), c.at)
			require.Len(t, rapport.Problems(err), 1)
			assertProblem(t, err, "", c.code)

			b := couple()
			b.Threats[0].Kind = "bad-luck"
			_, err = plan.Compose(b, c.at)
			require.Len(t, rapport.Problems(err), 2, "the brief is checked all the same")
			assertProblem(t, err, "/threats/0/kind", rapport.CodeUnknownWord)
		})
	}
}

func TestShapeAndWordsAreReportedTogether(t *testing.T) {
	person := client.Profile{ID: "p"}
	_, err := plan.Compose(plan.Brief{
		People:  []client.Profile{person, person},
		Sites:   []client.Site{{ID: "a site"}},
		Threats: []client.Threat{{ID: "t"}, {ID: "t", Kind: client.ThreatStalking}},
		Mandate: client.Mandate{Kind: "magic", Rights: []client.Right{{Matter: client.MatterBelowFloor, By: "a person"}}},
		InForce: []plan.InForce{
			{ID: "i", Measure: plan.MeasureDuressAlarm, Activity: "a"}, {Measure: "A Moat"},
			{ID: "j", Measure: "moat", Person: "nobody", Setting: "moon", Since: time.Date(-1, time.May, 1, 0, 0, 0, 0, time.UTC)},
			{ID: "k", Measure: plan.MeasureDuressAlarm, Person: "a person", Setting: "The Moon"},
		},
		Facts: []plan.Fact{{}, {Condition: plan.ConditionStaff, Activity: "a"}, {Condition: "full-moon", Person: "p", Activity: "an activity"}},
		Rules: []privacy.Rule{{ID: "r", By: 99, Where: privacy.WhereBoth, Setting: "moon", Upper: rapport.VisibilityOvert}},
		Nodes: -1, CovertAgreed: []rapport.ID{"a person", "nobody"},
	}, day(0))
	expected := map[rapport.Pointer]rapport.Code{
		"/people/1/id":         rapport.CodeDuplicateID,
		"/sites/0/id":          rapport.CodeMalformedID,
		"/threats/1/id":        rapport.CodeDuplicateID,
		"/threats/0/kind":      rapport.CodeRequired,
		"/mandate/rights/0/by": rapport.CodeMalformedID,
		"/mandate/kind":        rapport.CodeUnknownWord,
		"/in_force/0/person":   rapport.CodeRequired,
		"/in_force/1/id":       rapport.CodeRequired,
		"/in_force/1/measure":  rapport.CodeMalformedWord,
		"/facts/0/condition":   rapport.CodeRequired,
		"/facts/1/person":      rapport.CodeRequired,
		"/nodes":               rapport.CodeOutOfRange,
		"/covert_agreed/0":     rapport.CodeMalformedID,
		"/covert_agreed/1":     rapport.CodeUnknownID,
		"/in_force/2/measure":  rapport.CodeUnknownWord,
		"/in_force/2/person":   rapport.CodeUnknownID,
		"/in_force/2/setting":  rapport.CodeUnknownWord,
		"/in_force/2/since":    rapport.CodeOutOfRange,
		"/in_force/3/person":   rapport.CodeMalformedID,
		"/in_force/3/setting":  rapport.CodeMalformedWord,
		"/facts/2/condition":   rapport.CodeUnknownWord,
		"/facts/2/activity":    rapport.CodeMalformedID,
		"/rules/0/by":          rapport.CodeOutOfRange,
		"/rules/0/setting":     rapport.CodeUnknownWord,
	}
	for at, code := range expected {
		assertProblem(t, err, at, code)
	}
	for _, p := range rapport.Problems(err) {
		_, known := expected[p.Pointer]
		assert.True(t, known || strings.HasPrefix(string(p.Pointer), "/threats/") || p.Pointer == "/sites/0/setting", "%v", p)
	}
	assertOnePerPlace(t, err)
}

func TestTheShapeOfWhatWasDecidedIsChecked(t *testing.T) {
	good := plan.Refusal{ID: "n", Person: "p", Measure: plan.MeasureFollowCar, By: []rapport.ID{"p"}, On: on(0), Until: on(9)}
	refusal := func(change func(*plan.Refusal)) func(*plan.Brief) {
		return func(b *plan.Brief) {
			r := good
			r.By = []rapport.ID{"p"}
			change(&r)
			b.Refusals = []plan.Refusal{r}
		}
	}
	for name, c := range map[string]struct {
		change func(*plan.Brief)
		at     rapport.Pointer
		code   rapport.Code
	}{
		"a refusal of nothing":                      {refusal(func(r *plan.Refusal) { r.Measure = "" }), "/refusals/0/measure", rapport.CodeRequired},
		"a refusal of a measure and a demand":       {refusal(func(r *plan.Refusal) { r.Kind = plan.RowKindCover }), "/refusals/0/kind", plan.CodeRefusalOfBoth},
		"a refusal of a measure against one threat": {refusal(func(r *plan.Refusal) { r.Threat = "t" }), "/refusals/0/threat", plan.CodeRefusalOfBoth},
		"a refusal of no kind of demand":            {refusal(func(r *plan.Refusal) { r.Measure, r.Kind = "", 99 }), "/refusals/0/kind", rapport.CodeOutOfRange},
		"a refusal for nobody":                      {refusal(func(r *plan.Refusal) { r.Person = "" }), "/refusals/0/person", rapport.CodeRequired},
		"a refusal by nobody":                       {refusal(func(r *plan.Refusal) { r.By = nil }), "/refusals/0/by", rapport.CodeRequired},
		"a refusal by a name":                       {refusal(func(r *plan.Refusal) { r.By = append(r.By, "a person") }), "/refusals/0/by/1", rapport.CodeMalformedID},
		"a refusal without a day":                   {refusal(func(r *plan.Refusal) { r.On = rapport.Date{} }), "/refusals/0/on", rapport.CodeRequired},
		"a refusal for ever":                        {refusal(func(r *plan.Refusal) { r.Until = rapport.Date{} }), "/refusals/0/until", rapport.CodeRequired},
		"a refusal that ends before it begins":      {refusal(func(r *plan.Refusal) { r.Until = on(-1) }), "/refusals/0/until", rapport.CodeOutOfRange},
		"a refusal that ends on its day":            {refusal(func(r *plan.Refusal) { r.Until = r.On }), "/refusals/0/until", rapport.CodeOutOfRange},
		"a refusal without an ID":                   {refusal(func(r *plan.Refusal) { r.ID = "" }), "/refusals/0/id", rapport.CodeRequired},
		"two refusals under one ID":                 {func(b *plan.Brief) { b.Refusals = []plan.Refusal{good, good} }, "/refusals/1/id", rapport.CodeDuplicateID},
		"two ceilings of one person":                {func(b *plan.Brief) { b.Ceilings = []plan.Ceiling{{Person: "p"}, {Person: "p"}} }, "/ceilings/1/person", rapport.CodeDuplicateID},
		"a ceiling beyond the scale":                {func(b *plan.Brief) { b.Ceilings = []plan.Ceiling{{Person: "p", Most: plan.Intrusion{Social: 99}}} }, "/ceilings/0/most/social", rapport.CodeOutOfRange},
		"an answer to nothing":                      {func(b *plan.Brief) { b.Law = []plan.LawAnswer{{Answer: rapport.AnswerYes}} }, "/law/0/law", rapport.CodeRequired},
		"an answer that is none":                    {func(b *plan.Brief) { b.Law = []plan.LawAnswer{{Law: plan.LawConsent, Answer: 99}} }, "/law/0/answer", rapport.CodeOutOfRange},
		"a liaison with nobody":                     {func(b *plan.Brief) { b.Liaisons = []plan.Liaison{{ID: "l", Role: client.RoleConcierge, Through: "o"}} }, "/liaisons/0/with", rapport.CodeRequired},
		"a liaison through nobody":                  {func(b *plan.Brief) { b.Liaisons = []plan.Liaison{{ID: "l", Role: client.RoleConcierge, With: "o"}} }, "/liaisons/0/through", rapport.CodeRequired},
		"a liaison in no role":                      {func(b *plan.Brief) { b.Liaisons = []plan.Liaison{{ID: "l", With: "w", Through: "o"}} }, "/liaisons/0/role", rapport.CodeRequired},
		"two liaisons under one ID":                 {func(b *plan.Brief) { l := metOn("l", client.RoleConcierge, on(0)); b.Liaisons = []plan.Liaison{l, l} }, "/liaisons/1/id", rapport.CodeDuplicateID},
	} {
		t.Run(name, func(t *testing.T) {
			b := plan.Brief{People: []client.Profile{{ID: "p"}}, Threats: []client.Threat{aThreat("t", client.ThreatStalking, rapport.LevelLow)}}
			c.change(&b)
			_, err := plan.Compose(b, day(0))
			assertProblem(t, err, c.at, c.code)
			assert.Len(t, rapport.Problems(err), 1)
		})
	}
}

func TestWhatHasNoIDIsNoRepeat(t *testing.T) {
	_, err := plan.Compose(plan.Brief{People: []client.Profile{{}}, Sites: []client.Site{{Setting: client.SettingWorkplace}}}, day(0))
	assertProblem(t, err, "/people/0/id", rapport.CodeRequired)
	assertProblem(t, err, "/sites/0/id", rapport.CodeRequired)
	assert.Len(t, rapport.Problems(err), 2)
}

func TestOfBoundsThatContradictTheStricterHolds(t *testing.T) {
	b := stalkedActor(14)
	b.Rules = []privacy.Rule{
		{ID: "club", By: privacy.AuthorityVenue, Setting: client.SettingGym, Where: privacy.WherePlace, Upper: rapport.VisibilityCovert},
		{ID: "law", By: privacy.AuthorityLaw, Setting: client.SettingGym, Where: privacy.WherePlace, Lower: rapport.VisibilityOvert},
	}
	look := lookAt(t, compose(t, b, day(14)), "gym")
	require.Empty(t, look.Discretion.Place.Order)
	assert.Equal(t, rapport.VisibilityCovert, look.Place)
}

// assertOnePerPlace checks that no problem is named twice.
func assertOnePerPlace(t *testing.T, err error) {
	t.Helper()
	seen := map[rapport.Pointer]rapport.Code{}
	for _, p := range rapport.Problems(err) {
		assert.NotEqual(t, seen[p.Pointer], p.Code, "%v", p)
		seen[p.Pointer] = p.Code
	}
}

func TestSizesBeyondTheLimitsAreErrors(t *testing.T) {
	var people []client.Profile
	for i := range plan.MaxSubjects + 1 {
		people = append(people, client.Profile{ID: rapport.ID(fmt.Sprint("p-", i))})
	}
	_, err := plan.Compose(plan.Brief{People: people}, day(0))
	assertProblem(t, err, "/people", plan.CodeTooLarge)

	_, err = plan.Compose(plan.Brief{Sites: []client.Site{{ID: "s", Setting: client.SettingWorkplace, Posts: activities(plan.MaxActivities + 1)}}}, day(0))
	assertProblem(t, err, "/people", plan.CodeTooLarge)

	b := stalkedActor(14)
	for i := range plan.MaxThreats {
		b.Threats = append(b.Threats, aThreat(rapport.ID(fmt.Sprint("t-", i)), client.ThreatStalking, rapport.LevelHigh))
	}
	b.Facts = make([]plan.Fact, plan.MaxInForce+1)
	b.InForce = make([]plan.InForce, plan.MaxInForce+1)
	b.Ceilings = make([]plan.Ceiling, plan.MaxInForce+1)
	b.Law, b.Refusals, b.Liaisons = make([]plan.LawAnswer, plan.MaxInForce+1), make([]plan.Refusal, plan.MaxInForce+1), make([]plan.Liaison, plan.MaxInForce+1)
	_, err = plan.Compose(b, day(14))
	for _, at := range []rapport.Pointer{"/threats", "/facts", "/in_force", "/law", "/refusals", "/ceilings", "/liaisons"} {
		assertProblem(t, err, at, plan.CodeTooLarge)
	}
	assert.Len(t, rapport.Problems(err), 7, "nothing else of it is read")

	wide := plan.Brief{People: []client.Profile{{ID: "p", Activities: activities(plan.MaxActivities)}}, CovertAgreed: []rapport.ID{"p"},
		Threats: []client.Threat{aThreat("t", client.ThreatStalking, rapport.LevelHigh, client.SettingGym)}}
	_, err = plan.Compose(wide, day(0))
	assertProblem(t, err, "", plan.CodeTooLarge)
}

func activities(n int) []client.Activity {
	var list []client.Activity
	for i := range n {
		list = append(list, client.Activity{ID: rapport.ID(fmt.Sprint("a-", i)), Kind: client.ActivityExercise, Setting: client.SettingGym})
	}
	return list
}

func TestWhatCannotBeReachedIsNamedWithWhoDecides(t *testing.T) {
	b := plan.Brief{
		People:  []client.Profile{{ID: "p", Activities: []client.Activity{{ID: "swim", Kind: client.ActivityExercise, Setting: client.SettingGym}}}},
		Threats: []client.Threat{aThreat("t", client.ThreatStalking, rapport.LevelHigh, client.SettingGym)},
		Rules:   []privacy.Rule{{ID: "club", By: privacy.AuthorityVenue, Setting: client.SettingGym, Where: privacy.WhereBoth, Upper: rapport.VisibilityCovert}},
		// The gym is not to be left out.
		Ceilings: []plan.Ceiling{{Person: "p", Most: plan.Intrusion{Movement: rapport.LevelModerate}}},
	}
	p := compose(t, b, day(0))
	rows := rowsOf(p, func(r plan.Row) bool { return r.Kind == plan.RowKindPerson })
	require.Len(t, rows, 1)
	assert.Equal(t, rapport.AnswerNo, rows[0].Met)
	assert.NotEmpty(t, rows[0].Missing)
	assert.Empty(t, rows[0].Decides)
	for _, code := range []rapport.Code{plan.CodeRowUnmet, plan.CodeBoundStands, plan.CodeNoDecider} {
		assert.True(t, hasCode(rows[0].Reasons, code), "%s", code)
	}
	require.Len(t, p.Residuals, 1)
	assert.True(t, strings.HasSuffix(p.Residuals[0].Gap, "is missing."))
	for _, e := range p.Entries {
		assert.False(t, e.Layer == plan.LayerPlace && e.Visibility != rapport.VisibilityCovert, "%s", e.Measure)
	}

	b.Mandate.Rights, b.CovertAgreed = []client.Right{{Matter: client.MatterBelowFloor, By: "lead"}}, []rapport.ID{"p"}
	p = compose(t, b, day(0))
	for _, r := range p.Rows {
		assert.Equal(t, rapport.AnswerYes, r.Met, "%s", r.Kind)
	}

	b.CovertAgreed = nil
	for _, r := range compose(t, b, day(0)).Rows {
		if r.Met == rapport.AnswerNo {
			assert.Equal(t, rapport.ID("lead"), r.Decides)
		}
	}
}

func TestALineIsKeptAndTheGapNamed(t *testing.T) {
	b := stalkedActor(14)
	b.Facts = nil
	b.CovertAgreed = nil
	b.People[0].Wishes = append(b.People[0].Wishes, client.Wish{ID: "w-inside", Kind: client.WishNoOfficerInside, Setting: client.SettingHome, Strength: client.StrengthLine, On: on(1)})
	p := compose(t, b, day(14))
	rows := rowsOf(p, func(r plan.Row) bool { return r.Kind == plan.RowKindPerson && r.Activity == "evening" })
	require.Len(t, rows, 1)
	assert.Equal(t, rapport.AnswerNo, rows[0].Met)
	assert.Equal(t, rapport.ID("ms-a"), rows[0].Decides)
	assert.Contains(t, codesAt(rows[0].Reasons, "/people/ms-a/wishes/w-inside"), plan.CodeWishAgainst)
}
