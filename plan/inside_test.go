package plan

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/internal/wording"
)

// said lists every text of this package that a person may read, by where it stands.
func said() map[string]string {
	texts := map[string]string{}
	for _, m := range standardMeasures {
		id := "measure " + string(m.ID)
		texts[id+" name"], texts[id+" done"], texts[id+" limits"], texts[id+" why"] = m.EN.Name, m.EN.Done, m.EN.Limits, m.EN.Why
	}
	for _, g := range standardGroups {
		texts["group "+string(g.ID)] = g.EN
	}
	for _, x := range standardConditions {
		texts["condition "+string(x.ID)] = x.EN
	}
	for _, m := range standardMeasures {
		if m.LastResort {
			texts["measure "+string(m.ID)+" ends"] = m.EN.Ends
		}
	}
	for _, l := range standardLaws {
		texts["law "+string(l.ID)] = l.EN
	}
	for _, v := range standardVariants {
		texts["variant "+string(v.ID)] = v.EN
	}
	for _, r := range standardResiduals {
		texts["residual "+r.ID] = r.EN
	}
	for _, e := range standardSigns {
		texts["sign "+string(e.ID)] = e.EN.Seen
		for i, do := range e.EN.Do {
			texts["sign "+string(e.ID)+" do "+itoa(i)] = do
		}
	}
	for _, e := range standardWorks {
		id := "work " + string(e.ID)
		texts[id+" name"], texts[id+" done"], texts[id+" output"] = e.EN.Name, e.EN.Done, e.EN.Output
	}
	for _, e := range standardHappenings {
		texts["happening "+string(e.ID)] = e.EN
	}
	for _, e := range standardActions {
		texts["action "+e.ID] = e.EN
	}
	for i := range severityWords {
		texts["severity "+Severity(i).String()] = Severity(i).Means()
	}
	for i := range rowKindWords {
		kind := RowKind(i)
		texts["means "+kind.String()] = kind.Means()
		if kind != RowKindUnknown && kind != RowKindExpected { // what is expected is called by its measure
			texts["missing "+kind.String()] = missingWords[kind]
		}
	}
	return texts
}

func TestEveryTextSpeaksPlainlyAndPromisesNothing(t *testing.T) {
	for at, text := range said() {
		assert.NotEmpty(t, text, at)
		assert.Empty(t, wording.Check(text), "%s: %s", at, text)
	}
}

func TestWhatAClientReadsIsEasyToRead(t *testing.T) {
	texts := map[string]string{}
	for _, m := range standardMeasures {
		texts[string(m.ID)+" limits"], texts[string(m.ID)+" why"] = m.EN.Limits, m.EN.Why
	}
	for _, r := range standardResiduals {
		texts["residual "+r.ID] = r.EN
	}
	for at, text := range texts {
		if r := wording.Measure(text); r.Words >= 8 {
			assert.GreaterOrEqual(t, r.Ease, 45.0, "%s: %s", at, text)
		}
	}
}

func TestEveryKindOfRowIsCalledByItsOwnWords(t *testing.T) {
	seen := map[string]bool{}
	for i := range rowKindWords {
		kind := RowKind(i)
		assert.False(t, seen[kind.Means()], "%s", kind)
		seen[kind.Means()] = true
	}
	assert.Equal(t, RowKindUnknown.Means(), RowKind(99).Means())
}

func TestTheEffortOfEveryMeasureIsCounted(t *testing.T) {
	for _, m := range standardMeasures {
		effort, known := effortOf(m.Effort)
		assert.True(t, known, "%s", m.ID)
		assert.NotZero(t, effort.Cadence, "%s", m.ID)
		assert.Positive(t, effort.Hours, "%s", m.ID)
	}
}

func TestASignSpeaksOfConductAndNeverOfWhoSomebodyIs(t *testing.T) {
	for at, text := range said() {
		assert.False(t, strings.HasPrefix(at, "sign ") && saysWho(text), "%s: %s", at, text)
	}
	assert.True(t, saysWho("Somebody with a foreign accent waits."))
	assert.True(t, slices.IsSorted(identityWords[:]))
}

func TestALighterFormTakesNoMore(t *testing.T) {
	weekly := func(m MeasureEntry) int { // used once a week
		effort, _ := effortOf(m.Effort)
		if effort.Cadence == CadenceOnce {
			return effort.Hours / weeksOfOnce
		}
		return effort.Hours
	}
	found := 0
	for _, m := range standardMeasures {
		for _, word := range m.LighterFormOf {
			found++
			full, known := standardWords.measure(word)
			assert.True(t, known, "%s", word)
			for _, pair := range [][2]rapport.Level{
				{m.Intrusion.Movement, full.Intrusion.Movement}, {m.Intrusion.Social, full.Intrusion.Social},
				{m.Intrusion.Time, full.Intrusion.Time}, {m.Intrusion.Privacy, full.Intrusion.Privacy},
			} {
				less, _ := pair[0].Steps()
				more, _ := pair[1].Steps()
				assert.LessOrEqual(t, less, more, "%s of %s", m.ID, word)
			}
			assert.Less(t, weekly(m), weekly(full), "%s of %s", m.ID, word)
			assert.Equal(t, full.Group, m.Group, "%s of %s", m.ID, word)
		}
	}
	assert.GreaterOrEqual(t, found, 2)
}
