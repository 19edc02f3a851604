package plan_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/plan"
	"github.com/rapport-go/rapport/privacy"
)

func TestWhatIsKnownOfAPlaceReachesTheLook(t *testing.T) {
	b := stalkedActor(14)
	before := lookAt(t, compose(t, b, day(14)), "coffee")
	b.Surroundings = []plan.Surroundings{{Person: "ms-a", Activity: "coffee", Around: privacy.Around{Felt: mustFeel(-3)}}}
	after := lookAt(t, compose(t, b, day(14)), "coffee")
	assert.NotEqual(t, before.Discretion.Reasons, after.Discretion.Reasons, "how she feels there today is heard")
	assert.Equal(t, before.Discretion, lookAt(t, compose(t, stalkedActor(14), day(14)), "coffee").Discretion, "and nowhere else")
}

func TestTheLooksOfOnePlanAreTheLastChoiceOfTheNext(t *testing.T) {
	b := stalkedActor(14)
	first := compose(t, b, day(14))
	b.Surroundings = first.Surroundings([]plan.Surroundings{{Person: "ms-a", Activity: "coffee", Around: privacy.Around{Dark: rapport.AnswerYes}}})
	require.NotEmpty(t, b.Surroundings)
	for _, s := range b.Surroundings {
		assert.Equal(t, lookAt(t, first, s.Activity).Near, s.Last.Near)
		assert.Equal(t, day(14).UTC(), s.Last.Since)
		assert.Equal(t, rapport.AnswerOf(s.Activity == "coffee") == rapport.AnswerYes, s.Around.Dark == rapport.AnswerYes, "what was known stays known")
	}
	second := compose(t, b, day(15))
	for _, s := range second.Surroundings(b.Surroundings) {
		now, then := lookAt(t, second, s.Activity), lookAt(t, first, s.Activity)
		if now.Near == then.Near && now.Place == then.Place {
			assert.Equal(t, day(14).UTC(), s.Last.Since, "%s", s.Activity)
		}
	}
}

func TestSurroundingsPointSomewhereAndStandOnce(t *testing.T) {
	b := stalkedActor(14)
	b.Surroundings = []plan.Surroundings{
		{Person: "ms-a", Activity: "coffee"}, {Person: "ms-a", Activity: "coffee"}, {Person: "nobody"},
		{Person: "ms-a", Activity: "gym", Last: privacy.Last{Near: 99}},
	}
	_, err := plan.Compose(b, day(14))
	assertProblem(t, err, "/surroundings/1/activity", rapport.CodeDuplicateID)
	assertProblem(t, err, "/surroundings/2/person", rapport.CodeUnknownID)
	assertProblem(t, err, "/surroundings/3/last/near", rapport.CodeOutOfRange)
}
