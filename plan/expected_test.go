package plan_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/plan"
)

// TestWhatIsExpectedAgainstAnyKindAndAgainstThisOneIsOneDemand has two entries expect one measure: against
// any kind of threat from low on, and against this kind from another level on.
func TestWhatIsExpectedAgainstAnyKindAndAgainstThisOneIsOneDemand(t *testing.T) {
	low, moderate := "Tool duty belongs in the plan for the menace from low on.", "Tool duty belongs in the plan for the menace from moderate on."
	for name, c := range map[string]struct {
		from, level rapport.Level
		said        []string
	}{
		"both ask":                   {rapport.LevelModerate, rapport.LevelModerate, []string{low, moderate}},
		"both ask in the same words": {rapport.LevelLow, rapport.LevelModerate, []string{low}},
		"one asks":                   {rapport.LevelModerate, rapport.LevelLow, []string{low}},
	} {
		t.Run(name, func(t *testing.T) {
			catalogue := tools(tool("one", rapport.BandStrong), tool("duty", rapport.BandSlight))
			catalogue.Expected = []plan.ExpectedEntry{
				{ID: "lab.example/any", Measure: "lab.example/duty", From: rapport.LevelLow}, {ID: "lab.example/own", Threat: menace, Measure: "lab.example/duty", From: c.from},
			}
			b := swimmer(c.level)
			var said []string
			for _, r := range theRow(t, composeWith(t, lab(t, catalogue), b, day(0)), plan.RowKindExpected).Reasons {
				if r.Code == plan.CodeExpectedMeasure {
					said = append(said, r.Text)
				}
			}
			assert.Equal(t, c.said, said)

			second := b.Threats[0]
			second.ID, second.Level = "t-2", c.from
			b.Threats = append(b.Threats, second)
			rows := rowsOf(composeWith(t, lab(t, catalogue), b, day(0)), func(r plan.Row) bool { return r.Kind == plan.RowKindExpected })
			assert.Len(t, rows, 2, "against any kind it is asked for once, against this kind for each threat")
		})
	}
}
