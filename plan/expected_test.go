package plan_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/plan"
)

func TestWhatIsExpectedAgainstAnyKindIsAskedForOnceHoweverManyThreatsThereAre(t *testing.T) {
	cases := map[string]struct {
		from, level rapport.Level
		facts       []plan.Condition
		asserted    bool
		codes       []rapport.Code
	}{
		"from the level on":        {rapport.LevelLow, rapport.LevelModerate, nil, false, []rapport.Code{plan.CodeExpectedAlways}},
		"not below it":             {rapport.LevelHigh, rapport.LevelModerate, nil, false, nil},
		"where a fact is asserted": {rapport.LevelLow, rapport.LevelModerate, []plan.Condition{plan.ConditionStaff}, true, []rapport.Code{plan.CodeExpectedAnyway}},
		"nowhere without the fact": {rapport.LevelLow, rapport.LevelModerate, []plan.Condition{plan.ConditionStaff}, false, nil},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			catalogue := tools(tool("one", rapport.BandStrong), tool("duty", rapport.BandSlight))
			catalogue.Expected = []plan.ExpectedEntry{{ID: "lab.example/any", Measure: "lab.example/duty", From: c.from, OnlyIf: c.facts}}
			b := swimmer(c.level)
			second := b.Threats[0]
			second.ID = "t-2"
			b.Threats = append(b.Threats, second)
			if c.asserted {
				b.Facts = append(b.Facts, plan.Fact{Condition: plan.ConditionStaff})
			}
			rows := rowsOf(composeWith(t, lab(t, catalogue), b, day(0)), func(r plan.Row) bool { return r.Measure == "lab.example/duty" })
			require.Len(t, rows, len(c.codes))
			for i, code := range c.codes {
				assert.True(t, hasCode(rows[i].Reasons, code), "%v", rows[i].Reasons)
				assert.Empty(t, rows[i].Threat)
				assert.Equal(t, rapport.AnswerYes, rows[i].Met)
			}
		})
	}
}
