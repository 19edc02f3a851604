package plan_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
	"github.com/rapport-go/rapport/plan"
)

func knowing(categories ...client.Category) func(*plan.MeasureEntry) {
	return func(m *plan.MeasureEntry) { m.Knows = categories }
}

func working(mode plan.Mode, effort plan.Effort) func(*plan.MeasureEntry) {
	return func(m *plan.MeasureEntry) { m.Mode, m.Effort = mode, effort }
}

func TestWhatHasToBeKnownIsWhatTheEntriesNeedAndNothingMore(t *testing.T) {
	briefs := []plan.Plan{compose(t, stalkedActor(14), day(14)), compose(t, couple(), day(14))}
	for seed := range 30 {
		briefs = append(briefs, drawn(t, seed))
	}
	for _, p := range briefs {
		for _, view := range []plan.Plan{p, p.For("ms-a"), p.For("p-0")} {
			needed := map[client.Category][]rapport.ID{}
			roles := map[client.Category][]client.Role{}
			for _, e := range view.Entries {
				for _, c := range e.Knows {
					needed[c] = append(needed[c], e.ID)
					roles[c] = append(append(roles[c], e.Roles...), e.LeansOn...)
				}
			}
			require.Len(t, view.Information, len(needed))
			for i, x := range view.Information {
				assert.Equal(t, needed[x.Category], x.Entries)
				slices.Sort(roles[x.Category])
				assert.Equal(t, slices.Compact(roles[x.Category]), x.Roles)
				assert.True(t, i == 0 || view.Information[i-1].Category < x.Category)
			}
		}
	}
}

func TestWhatIsNoLongerDoneNobodyHasToKnow(t *testing.T) {
	p := lab(t, tools(
		tool("one", rapport.BandGood, knowing(client.CategoryRoutine, client.CategoryFamily)),
		tool("two", rapport.BandGood, knowing(client.CategoryRoutine)),
		tool("three", rapport.BandGood, knowing(client.CategoryMedical), func(m *plan.MeasureEntry) { m.Intrusion.Movement = rapport.LevelHigh }),
	))
	categories := func(b plan.Brief) []client.Category {
		list := []client.Category{}
		for _, x := range composeWith(t, p, b, day(5)).Information {
			list = append(list, x.Category)
		}
		return list
	}
	b := swimmer(rapport.LevelModerate)
	assert.Equal(t, []client.Category{client.CategoryFamily, client.CategoryRoutine}, categories(b))
	b.Refusals = []plan.Refusal{without("lab.example/one", "p")}
	assert.Equal(t, []client.Category{client.CategoryMedical, client.CategoryRoutine}, categories(b))
}

func TestHowMuchOfTheWorkIsDoneBefore(t *testing.T) {
	pro, re, both := plan.ModeProactive, plan.ModeReactive, plan.ModeBoth
	for name, c := range map[string]struct {
		measures                []plan.MeasureEntry
		hours, proactive, share int
		code                    rapport.Code
	}{
		"all of it":                         {[]plan.MeasureEntry{tool("one", rapport.BandStrong, working(pro, "week-small"))}, 6, 6, 100, plan.CodeProactive},
		"half of what does both":            {[]plan.MeasureEntry{tool("one", rapport.BandStrong, working(both, "week-large"))}, 80, 40, 50, plan.CodeProactive},
		"nothing of it":                     {[]plan.MeasureEntry{tool("one", rapport.BandStrong, working(re, "week-small"))}, 6, 0, 0, plan.CodeOnlyReactive},
		"little of it":                      {[]plan.MeasureEntry{tool("one", rapport.BandGood, working(re, "week-medium")), tool("two", rapport.BandGood, working(pro, "week-small"))}, 31, 6, 19, plan.CodeLittleProactive},
		"a fifth of it is no longer little": {[]plan.MeasureEntry{tool("one", rapport.BandGood, working(re, "use-medium")), tool("two", rapport.BandGood, working(pro, "use-small"))}, 10, 2, 20, plan.CodeProactive},
	} {
		t.Run(name, func(t *testing.T) {
			w := composeWith(t, lab(t, tools(c.measures...)), swimmer(rapport.LevelModerate), day(0)).Proactive
			assert.Equal(t, [3]int{c.hours, c.proactive, c.share}, [3]int{w.Hours, w.Beforehand, w.Percent})
			require.Len(t, w.Reasons, 1)
			assert.Equal(t, c.code, w.Reasons[0].Code)
		})
	}
	none := composeWith(t, lab(t, plan.Catalogue{}), swimmer(rapport.LevelModerate), day(0)).Proactive
	assert.Equal(t, plan.Share{Reasons: []rapport.Reason{}}, none, "of nothing nothing is said")
}

func TestTheWorkOfAPlanIsThatOfItsEntries(t *testing.T) {
	p := compose(t, stalkedActor(14), day(14))
	hours := 0
	for _, e := range p.Entries {
		hours += e.Hours
	}
	assert.Equal(t, hours, p.Proactive.Hours)
	assert.LessOrEqual(t, p.Proactive.Beforehand, p.Proactive.Hours)
}
