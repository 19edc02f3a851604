package plan_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rapport-go/rapport/internal/wording"
	"github.com/rapport-go/rapport/plan"
)

// stringsOf lists every string of a value as it is stored.
func stringsOf(t *testing.T, v any) []string {
	t.Helper()
	var tree any
	require.NoError(t, json.Unmarshal([]byte(jsonOf(t, v)), &tree))
	var list []string
	var walk func(any)
	walk = func(v any) {
		switch v := v.(type) {
		case string:
			list = append(list, v)
		case []any:
			for _, e := range v {
				walk(e)
			}
		case map[string]any:
			for _, e := range v {
				walk(e)
			}
		default: // numbers and such
		}
	}
	walk(tree)
	return list
}

func TestNothingThatIsSaidIsCertain(t *testing.T) {
	seen := map[string]bool{}
	read := func(v any) {
		for _, text := range stringsOf(t, v) {
			if seen[text] || !strings.Contains(text, " ") { // a word of a scale is no sentence
				continue
			}
			seen[text] = true
			assert.Empty(t, wording.Check(text, wording.KindCertainty), "%s", text)
			assert.NotContains(t, text, "100 %")
			assert.NotContains(t, text, "100%")
		}
	}
	for _, n := range []int{0, 3, 14} {
		read(compose(t, stalkedActor(n), day(n)))
	}
	for _, b := range append(telling(), crowded(), armed(), agreedBy()) {
		read(compose(t, b, day(14)))
	}
	for _, p := range inTheLab(t) {
		read(p)
	}
	for seed := range 40 {
		read(compose(t, anyBrief(seed), day(0)))
	}
	compared, err := plan.Planner{}.Compare(stalkedActor(14), day(14))
	require.NoError(t, err)
	read(compared)
	before := stalkedActor(14)
	before.Threats = before.Threats[:1]
	read(contrast(t, plan.Planner{}, before, stalkedActor(14), 14))
	c, b := anyLab(3)
	read(sensitivity(t, lab(t, c), b, 5))
	read(compose(t, couple(), day(14)).For("mr-b"))
	assert.Greater(t, len(seen), 500)
}
