package plan_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
	"github.com/rapport-go/rapport/plan"
)

// without is a refusal of a measure that holds from day 0 until day 30.
func without(m plan.MeasureID, by ...rapport.ID) plan.Refusal {
	return plan.Refusal{ID: "no", Person: "p", Measure: m, By: by, On: on(0), Until: on(30)}
}

// giving is a refusal of a demand that holds from day 0 until day 30.
func giving(kind plan.RowKind, by ...rapport.ID) plan.Refusal {
	return plan.Refusal{ID: "no", Person: "p", Kind: kind, By: by, On: on(0), Until: on(30)}
}

func answerTo(t *testing.T, p plan.Plan, refusal rapport.ID) plan.RefusalAnswer {
	t.Helper()
	for _, a := range p.Refusals {
		if a.Refusal == refusal {
			return a
		}
	}
	require.Fail(t, "no answer")
	return plan.RefusalAnswer{}
}

// family is a catalogue of three measures that a person would call the same thing again, of which the light
// one is a smaller dose of the first, and one that has nothing to do with them.
func family() plan.Catalogue {
	costly := func(m *plan.MeasureEntry) {
		m.Variants, m.Intrusion.Movement = []plan.Variant{"lab.example/again"}, rapport.LevelLow
	}
	c := tools(
		tool("first", rapport.BandStrong, costly, func(m *plan.MeasureEntry) { m.Intrusion = plan.Intrusion{} }),
		tool("second", rapport.BandStrong, costly),
		tool("light", rapport.BandGood, costly, func(m *plan.MeasureEntry) {
			m.LighterFormOf, m.Intrusion.Movement = named("first"), rapport.LevelModerate
		}),
		tool("other", rapport.BandGood, func(m *plan.MeasureEntry) { m.Intrusion.Movement = rapport.LevelHigh }),
	)
	c.Variants = []plan.VariantEntry{{ID: "lab.example/again", EN: "I said no to that."}}
	return c
}

func TestARefusedMeasureNeverComesBackUnderAnotherName(t *testing.T) {
	p, b := lab(t, family()), swimmer(rapport.LevelModerate)
	assert.Equal(t, named("first"), measuresOf(composeWith(t, p, b, day(5))), "the lightest that reaches the floor")

	b.Refusals = []plan.Refusal{without("lab.example/first", "p")}
	made := composeWith(t, p, b, day(5))
	assert.Equal(t, named("light", "other"), measuresOf(made), "the second is the same thing again; the lighter form stays open")
	assert.Equal(t, rapport.AnswerYes, theRow(t, made, plan.RowKindCover).Met)
	a := answerTo(t, made, "no")
	assert.Equal(t, rapport.AnswerYes, a.Followed)
	assert.Equal(t, rapport.ID("p"), a.Person)
	assert.Empty(t, a.Rows)
	assert.True(t, hasCode(a.Reasons, plan.CodeRefusalFollowed))

	b.Refusals[0].Measure = "lab.example/light"
	assert.Equal(t, named("other"), measuresOf(composeWith(t, p, b, day(5))), "of the lighter form the whole family is the same again")
}

func TestARefusalOfAMeasureHoldsForOneActivityWhereItSaysSo(t *testing.T) {
	perActivity := func(m *plan.MeasureEntry) { m.Scope = plan.ScopeActivity }
	p, b := lab(t, tools(tool("beside", rapport.BandStrong, perActivity))), swimmer(rapport.LevelModerate)
	b.People[0].Activities = append(b.People[0].Activities, client.Activity{ID: "run", Kind: client.ActivityExercise, Setting: client.SettingUniversity})
	b.Refusals = []plan.Refusal{without("lab.example/beside", "p")}
	b.Refusals[0].Activity = "run"
	made := composeWith(t, p, b, day(5))
	require.Len(t, made.Entries, 1)
	assert.Equal(t, rapport.ID("swim"), made.Entries[0].Activity)
	assert.Equal(t, rapport.AnswerNo, coverAt(t, made, "t", "run").Met)
	assert.Equal(t, rapport.AnswerYes, coverAt(t, made, "t", "swim").Met)
	assert.Equal(t, []rapport.ID{coverAt(t, made, "t", "run").ID}, answerTo(t, made, "no").Rows, "what it leaves open")
}

func TestWhatARefusedMeasureLeavesOpenIsSaid(t *testing.T) {
	p, b := lab(t, tools(tool("only", rapport.BandStrong))), swimmer(rapport.LevelModerate)
	b.InForce = []plan.InForce{{ID: "old", Measure: "lab.example/only"}}
	b.Refusals = []plan.Refusal{without("lab.example/only", "p")}
	made := composeWith(t, p, b, day(5))
	row := theRow(t, made, plan.RowKindCover)
	assert.Equal(t, rapport.AnswerNo, row.Met)
	assert.Empty(t, row.Refused, "the demand itself stands")
	assert.Equal(t, rapport.ID("p"), row.Decides)
	assert.Contains(t, codesAt(row.Reasons, "/refusals/no"), plan.CodeRefusalStands)
	assert.Equal(t, []rapport.ID{row.ID}, answerTo(t, made, "no").Rows)
	change := changeOf(t, made, "old")
	assert.Equal(t, plan.ChangeKindDropped, change.Kind)
	assert.Contains(t, codesAt(change.Reasons, "/refusals/no"), plan.CodeRefusedMeasure)
}

func TestADemandThatIsGivenUpIsNotAskedForAnyMore(t *testing.T) {
	catalogue := tools(tool("one", rapport.BandGood), tool("two", rapport.BandGood, func(m *plan.MeasureEntry) { m.Functions = []plan.Function{plan.FunctionDetect} }),
		tool("three", rapport.BandGood, func(m *plan.MeasureEntry) { m.Functions = []plan.Function{plan.FunctionRespond} }), tool("four", rapport.BandFair))
	p, b := lab(t, catalogue), swimmer(rapport.LevelHigh)
	full := composeWith(t, p, b, day(5))
	require.Len(t, full.Entries, 4)

	b.Refusals = []plan.Refusal{giving(plan.RowKindCover, "p")}
	made := composeWith(t, p, b, day(5))
	assert.Equal(t, named("three", "two"), measuresOf(made), "what notices and what acts is still asked for")
	assert.Less(t, made.Burden, full.Burden)
	row := theRow(t, made, plan.RowKindCover)
	assert.Equal(t, rapport.AnswerNo, row.Met)
	assert.Equal(t, 35, row.Need, "what was given up stays in sight")
	assert.Equal(t, 20, row.Got)
	assert.Equal(t, rapport.ID("no"), row.Refused)
	assert.Empty(t, row.Decides, "it is decided")
	assert.NotEmpty(t, row.Missing)
	assert.Contains(t, codesAt(row.Reasons, "/refusals/no"), plan.CodeRowGivenUp)
	assert.False(t, hasCode(row.Reasons, plan.CodeRowUnmet))
	assert.Equal(t, []rapport.ID{row.ID}, answerTo(t, made, "no").Rows)
	for _, kind := range []plan.RowKind{plan.RowKindDetect, plan.RowKindRespond} {
		assert.Equal(t, rapport.AnswerYes, theRow(t, made, kind).Met, "%s", kind)
	}
}

func TestARefusalOfADemandReachesNoOtherDemand(t *testing.T) {
	p := lab(t, tools(tool("run", rapport.BandStrong, func(m *plan.MeasureEntry) { m.Scope = plan.ScopeActivity })))
	brief := func() plan.Brief {
		b := swimmer(rapport.LevelModerate)
		b.People[0].Activities = append(b.People[0].Activities, client.Activity{ID: "lift", Kind: client.ActivityExercise, Setting: client.SettingUniversity})
		second := b.Threats[0]
		second.ID, second.Settings = "t-2", []client.Setting{client.SettingHome}
		b.Threats = append(b.Threats, second)
		return b
	}
	unmet := func(change func(*plan.Refusal)) []string {
		b := brief()
		b.Refusals = []plan.Refusal{giving(plan.RowKindCover, "p")}
		change(&b.Refusals[0])
		list := []string{}
		for _, r := range composeWith(t, p, b, day(5)).Rows {
			assert.Equal(t, r.Met == rapport.AnswerNo, r.Refused != "")
			if r.Met == rapport.AnswerNo {
				list = append(list, string(r.Threat+" "+r.Activity))
			}
		}
		return list
	}
	assert.Equal(t, []string{"t-2 ", "t lift", "t swim"}, unmet(func(*plan.Refusal) {}))
	assert.Equal(t, []string{"t lift", "t swim"}, unmet(func(r *plan.Refusal) { r.Threat = "t" }))
	assert.Equal(t, []string{"t-2 "}, unmet(func(r *plan.Refusal) { r.Threat = "t-2" }))
	assert.Equal(t, []string{"t lift"}, unmet(func(r *plan.Refusal) { r.Activity = "lift" }))
	assert.Empty(t, unmet(func(r *plan.Refusal) { r.Kind = plan.RowKindPlace }), "another demand")
}

func TestARefusalHoldsFromItsDayUntilItIsAskedAgain(t *testing.T) {
	p := lab(t, tools(tool("only", rapport.BandStrong)))
	for name, c := range map[string]struct {
		at       int
		followed rapport.Answer
		code     rapport.Code
	}{
		"the day before":                        {-1, rapport.AnswerUnsaid, plan.CodeRefusalAhead},
		"its own day":                           {0, rapport.AnswerYes, plan.CodeRefusalFollowed},
		"the last day":                          {29, rapport.AnswerYes, plan.CodeRefusalFollowed},
		"the day on which it is asked again":    {30, rapport.AnswerNo, plan.CodeRefusalOver},
		"a day after it should have been asked": {31, rapport.AnswerNo, plan.CodeRefusalOver},
	} {
		t.Run(name, func(t *testing.T) {
			b := swimmer(rapport.LevelModerate)
			b.Threats[0].AssessedAt = day(-2)
			b.Refusals = []plan.Refusal{without("lab.example/only", "p")}
			made := composeWith(t, p, b, day(c.at))
			a := answerTo(t, made, "no")
			assert.Equal(t, c.followed, a.Followed)
			require.Len(t, a.Reasons, 1)
			assert.Equal(t, c.code, a.Reasons[0].Code)
			assert.Equal(t, rapport.Path("/refusals/no"), a.Reasons[0].Subject)
			assert.Equal(t, c.followed == rapport.AnswerYes, len(made.Entries) == 0)
			assert.Equal(t, c.followed == rapport.AnswerYes, len(a.Rows) > 0)
		})
	}
}

func TestOnlyThoseWithTheRightToItRefuse(t *testing.T) {
	measure, demand := without("lab.example/only"), giving(plan.RowKindCover)
	rights := func(list ...client.Right) client.Mandate { return client.Mandate{Rights: list} }
	for name, c := range map[string]struct {
		refusal   plan.Refusal
		by        []rapport.ID
		mandate   client.Mandate
		minor     rapport.Answer
		guardians []rapport.ID
		followed  rapport.Answer
	}{
		"an adult about a measure":                          {refusal: measure, by: []rapport.ID{"p"}, minor: rapport.AnswerNo, followed: rapport.AnswerYes},
		"somebody else about a measure":                     {refusal: measure, by: []rapport.ID{"payer"}, minor: rapport.AnswerNo, followed: rapport.AnswerNo},
		"an adult with somebody else":                       {refusal: measure, by: []rapport.ID{"payer", "p"}, minor: rapport.AnswerNo, followed: rapport.AnswerYes},
		"an adult whose right was given away":               {refusal: measure, by: []rapport.ID{"p"}, minor: rapport.AnswerNo, mandate: rights(client.Right{Matter: client.MatterMeasures, By: "head"}), followed: rapport.AnswerNo},
		"the one who was given the right":                   {refusal: measure, by: []rapport.ID{"head"}, minor: rapport.AnswerNo, mandate: rights(client.Right{Matter: client.MatterMeasures, By: "head"}), followed: rapport.AnswerYes},
		"one of two guardians":                              {refusal: measure, by: []rapport.ID{"mother"}, minor: rapport.AnswerYes, guardians: []rapport.ID{"mother", "father"}, followed: rapport.AnswerNo},
		"both guardians":                                    {refusal: measure, by: []rapport.ID{"father", "mother"}, minor: rapport.AnswerYes, guardians: []rapport.ID{"mother", "father"}, followed: rapport.AnswerYes},
		"the minor alone":                                   {refusal: measure, by: []rapport.ID{"p"}, minor: rapport.AnswerYes, guardians: []rapport.ID{"mother", "father"}, followed: rapport.AnswerNo},
		"a minor without guardians":                         {refusal: measure, by: []rapport.ID{"p"}, minor: rapport.AnswerYes, followed: rapport.AnswerNo},
		"an adult about a demand, which is nobody's right":  {refusal: demand, by: []rapport.ID{"p"}, minor: rapport.AnswerNo, followed: rapport.AnswerNo},
		"the one with the right to go below":                {refusal: demand, by: []rapport.ID{"p"}, minor: rapport.AnswerNo, mandate: rights(client.Right{Matter: client.MatterBelowFloor, By: "p"}), followed: rapport.AnswerYes},
		"the right to measures is none to go below a floor": {refusal: demand, by: []rapport.ID{"head"}, minor: rapport.AnswerNo, mandate: rights(client.Right{Matter: client.MatterMeasures, By: "head"}), followed: rapport.AnswerNo},
	} {
		t.Run(name, func(t *testing.T) {
			b := swimmer(rapport.LevelModerate)
			b.Mandate, b.People[0].Minor, b.People[0].Guardians = c.mandate, c.minor, c.guardians
			c.refusal.By = c.by
			b.Refusals = []plan.Refusal{c.refusal}
			made := composeWith(t, lab(t, tools(tool("only", rapport.BandStrong))), b, day(5))
			a := answerTo(t, made, "no")
			assert.Equal(t, c.followed, a.Followed)
			assert.Equal(t, c.followed == rapport.AnswerNo, hasCode(a.Reasons, plan.CodeRefusalNotTheirs))
			assert.Equal(t, c.followed == rapport.AnswerYes, len(made.Entries) == 0)
		})
	}
}

func TestARefusalOfOnePersonTouchesNoOther(t *testing.T) {
	two := func() plan.Brief {
		b := swimmer(rapport.LevelModerate)
		other := b.People[0]
		other.ID = "q"
		b.People = append(b.People, other)
		return b
	}
	measures := tools(tool("only", rapport.BandStrong))
	b := two()
	b.Refusals = []plan.Refusal{without("lab.example/only", "p")}
	made := composeWith(t, lab(t, measures), b, day(5))
	assert.Empty(t, made.For("p").Entries)
	require.Len(t, made.For("q").Entries, 1)
	assert.Equal(t, rapport.AnswerYes, made.For("q").Rows[0].Met)

	b.Refusals = []plan.Refusal{giving(plan.RowKindCover, "p")}
	made = composeWith(t, lab(t, measures), b, day(5))
	require.Len(t, made.For("q").Entries, 1)
	assert.Empty(t, made.For("q").Rows[0].Refused)
	assert.Equal(t, rapport.ID("no"), made.For("p").Rows[0].Refused)
	assert.Empty(t, made.For("q").Refusals)
	assert.Len(t, made.For("p").Refusals, 1)
}

func TestRefusalsAreAnsweredByID(t *testing.T) {
	b := swimmer(rapport.LevelModerate)
	late := giving(plan.RowKindDetect, "p")
	late.ID = "a"
	b.Refusals = []plan.Refusal{giving(plan.RowKindPlace, "p"), late}
	made := composeWith(t, lab(t, tools(tool("only", rapport.BandStrong))), b, day(5))
	require.Len(t, made.Refusals, 2)
	assert.Equal(t, rapport.ID("a"), made.Refusals[0].Refusal)
	assert.NotNil(t, made.Refusals[0].Rows)
}
