package plan_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
	"github.com/rapport-go/rapport/plan"
)

func leaning(roles ...client.Role) func(*plan.MeasureEntry) {
	return func(m *plan.MeasureEntry) { m.LeansOn = roles }
}

func metOn(id rapport.ID, role client.Role, met rapport.Date) plan.Liaison {
	return plan.Liaison{ID: id, Role: role, With: "outside", Through: "ours", LastMet: met}
}

func TestWhoIsKnownWhereThePlanLeansOnOthers(t *testing.T) {
	desk := client.RoleReceptionist
	for name, c := range map[string]struct {
		known   []plan.Liaison
		liaison rapport.ID
		fresh   rapport.Answer
		code    rapport.Code
		at      rapport.Path
	}{
		"nobody is known":                       {nil, "", rapport.AnswerUnsaid, plan.CodeNobodyKnows, "/liaisons"},
		"somebody in another role is known":     {[]plan.Liaison{metOn("l", client.RoleConcierge, on(0))}, "", rapport.AnswerUnsaid, plan.CodeNobodyKnows, "/liaisons"},
		"met today":                             {[]plan.Liaison{metOn("l", desk, on(0))}, "l", rapport.AnswerYes, plan.CodeContactFresh, "/liaisons/l"},
		"met 90 days ago":                       {[]plan.Liaison{metOn("l", desk, on(-90))}, "l", rapport.AnswerYes, plan.CodeContactFresh, "/liaisons/l"},
		"met 91 days ago":                       {[]plan.Liaison{metOn("l", desk, on(-91))}, "l", rapport.AnswerNo, plan.CodeContactStale, "/liaisons/l"},
		"nobody said when":                      {[]plan.Liaison{metOn("l", desk, rapport.Date{})}, "l", rapport.AnswerUnsaid, plan.CodeMetUnknown, "/liaisons/l"},
		"of two the one met last":               {[]plan.Liaison{metOn("l", desk, on(-100)), metOn("m", desk, on(-10))}, "m", rapport.AnswerYes, plan.CodeContactFresh, "/liaisons/m"},
		"of two the one met last, in any order": {[]plan.Liaison{metOn("m", desk, on(-10)), metOn("l", desk, on(-100))}, "m", rapport.AnswerYes, plan.CodeContactFresh, "/liaisons/m"},
		"of two met on one day the smaller ID":  {[]plan.Liaison{metOn("m", desk, on(-10)), metOn("l", desk, on(-10))}, "l", rapport.AnswerYes, plan.CodeContactFresh, "/liaisons/l"},
		"a day known before a day not known":    {[]plan.Liaison{metOn("l", desk, rapport.Date{}), metOn("m", desk, on(-100))}, "m", rapport.AnswerNo, plan.CodeContactStale, "/liaisons/m"},
	} {
		t.Run(name, func(t *testing.T) {
			b := swimmer(rapport.LevelModerate)
			b.Liaisons = c.known
			made := composeWith(t, lab(t, tools(tool("desk", rapport.BandStrong, leaning(desk)))), b, day(0))
			require.Len(t, made.Readiness, 1)
			r := made.Readiness[0]
			assert.Equal(t, desk, r.Role)
			assert.Equal(t, []rapport.ID{made.Entries[0].ID}, r.Entries)
			assert.Equal(t, c.liaison, r.Liaison)
			assert.Equal(t, c.fresh, r.Fresh)
			require.Len(t, r.Reasons, 1)
			assert.Equal(t, c.code, r.Reasons[0].Code)
			assert.Equal(t, c.at, r.Reasons[0].Subject)
			assert.Contains(t, r.Reasons[0].Text, "eception", "it says whom")
		})
	}
}

func TestReadinessFollowsWhatThePlanLeansOn(t *testing.T) {
	p := lab(t, tools(tool("one", rapport.BandGood, leaning(client.RoleReceptionist, client.RoleConcierge)), tool("two", rapport.BandGood, leaning(client.RoleConcierge))))
	made := composeWith(t, p, swimmer(rapport.LevelModerate), day(0))
	require.Len(t, made.Readiness, 2)
	assert.Equal(t, client.RoleConcierge, made.Readiness[0].Role)
	assert.Len(t, made.Readiness[0].Entries, 2)
	assert.Equal(t, client.RoleReceptionist, made.Readiness[1].Role)
	assert.Len(t, made.Readiness[1].Entries, 1)

	b := swimmer(rapport.LevelModerate)
	b.Liaisons = []plan.Liaison{metOn("l", client.RoleConcierge, on(0))}
	assert.Empty(t, composeWith(t, lab(t, tools(tool("own", rapport.BandStrong))), b, day(0)).Readiness, "it leans on nobody")
}

func TestNobodyWasMetLaterThanNow(t *testing.T) {
	b := swimmer(rapport.LevelModerate)
	b.Liaisons = []plan.Liaison{metOn("l", client.RoleConcierge, on(0)), metOn("m", client.RoleConcierge, on(1))}
	_, err := lab(t, plan.Catalogue{}).Compose(b, day(0))
	assertProblem(t, err, "/liaisons/1/last_met", rapport.CodeAfterMoment)
	assert.Len(t, rapport.Problems(err), 1)
}
