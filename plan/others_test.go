package plan_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/plan"
)

func TestOtherSetsThatTakeTheSameAreCounted(t *testing.T) {
	for _, c := range []struct {
		equal, others int
		counted       rapport.Answer
		code          rapport.Code
	}{
		{1, 0, rapport.AnswerYes, plan.CodeOthersNone},
		{3, 2, rapport.AnswerYes, plan.CodeOthersCounted},
		{30, 20, rapport.AnswerNo, plan.CodeOthersAtLeast},
	} {
		list := []plan.MeasureEntry{tool("heavier", rapport.BandStrong, cruel)}
		for i := range c.equal {
			list = append(list, tool(fmt.Sprintf("equal-%02d", i), rapport.BandStrong))
		}
		made := composeWith(t, lab(t, tools(list...)), swimmer(rapport.LevelModerate), day(0))
		assert.Equal(t, named("equal-00"), measuresOf(made), "the first in the order of choices")
		assert.Equal(t, c.others, made.Others, "of %d", c.equal)
		assert.Equal(t, c.counted, made.OthersCounted, "of %d", c.equal)
		for _, code := range []rapport.Code{plan.CodeOthersNone, plan.CodeOthersCounted, plan.CodeOthersAtLeast} {
			assert.Equal(t, code == c.code, hasCode(made.Reasons, code), "of %d: %s", c.equal, code)
		}
	}
}
