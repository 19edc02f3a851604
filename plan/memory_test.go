package plan_test

import (
	"reflect"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/rapport-go/rapport/plan"
)

// TestNoResultSharesMemoryWithItsBrief empties every list of each result and of each brief.
func TestNoResultSharesMemoryWithItsBrief(t *testing.T) {
	for name, made := range map[string]func() plan.Brief{
		"the case": func() plan.Brief { return stalkedActor(14) }, "many": crowded, "an option": armed, "decisions": agreedBy,
		"any": func() plan.Brief { return anyBriefAt14(3) },
	} {
		t.Run(name, func(t *testing.T) {
			kept := made()
			results := map[string]func(plan.Brief) any{
				"a plan":       func(b plan.Brief) any { p := compose(t, b, day(14)); return &p },
				"a comparison": func(b plan.Brief) any { c, _ := plan.Planner{}.Compare(b, day(14)); return &c },
				"a contrast": func(b plan.Brief) any {
					c, _ := plan.Planner{}.Contrast(plan.Brief{People: kept.People, Mandate: kept.Mandate}, b, day(14))
					return &c
				},
			}
			if testing.Short() || name == "many" {
				delete(results, "a contrast")
			}
			for what, result := range results {
				b := made()
				first := result(b)
				text := jsonOf(t, first)
				scramble(reflect.ValueOf(first).Elem())
				assert.Equal(t, jsonOf(t, made()), jsonOf(t, b), "%s changes its brief", what)

				second := result(b)
				scramble(reflect.ValueOf(&b).Elem())
				assert.Equal(t, text, jsonOf(t, second), "%s changes with its brief", what)
			}
		})
	}
}

// anyBriefAt14 is a drawn brief with enough in it.
func anyBriefAt14(seed int) plan.Brief {
	for {
		if b := anyBrief(seed); len(b.Threats) > 1 && len(b.Refusals) > 0 && len(b.InForce) > 0 {
			return b
		}
		seed++
	}
}
