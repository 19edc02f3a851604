package plan_test

import (
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
	"github.com/rapport-go/rapport/plan"
	"github.com/rapport-go/rapport/privacy"
)

func compose(t testing.TB, b plan.Brief, at time.Time) plan.Plan {
	t.Helper()
	p, err := plan.Compose(b, at)
	require.NoError(t, err)
	for _, r := range reasonsOf(p) {
		require.True(t, listed(r.Code), "%s is not listed", r.Code)
	}
	return p
}

// reasonsOf lists every reason that a plan carries.
func reasonsOf(p plan.Plan) []rapport.Reason {
	list := slices.Clone(p.Reasons)
	for _, x := range p.Entries {
		list = append(list, x.Reasons...)
	}
	for _, x := range p.Rows {
		list = append(list, x.Reasons...)
	}
	for _, x := range p.Changes {
		list = append(list, x.Reasons...)
	}
	for _, x := range p.Looks {
		list = append(append(list, x.Reasons...), x.Discretion.Reasons...)
	}
	for _, x := range p.Concerns {
		list = append(list, x.Reasons...)
	}
	for _, x := range p.Wishes {
		list = append(list, x.Reasons...)
	}
	for _, x := range p.Options {
		list = append(list, x.Reasons...)
	}
	for _, x := range p.Risks {
		list = append(list, x.Reasons...)
	}
	for _, x := range p.Balances {
		list = append(list, x.Reasons...)
	}
	for _, x := range p.Disruptions {
		list = append(list, x.Reasons...)
	}
	for _, x := range p.Fits {
		list = append(list, x.Reasons...)
	}
	for _, x := range p.Refusals {
		list = append(list, x.Reasons...)
	}
	for _, x := range p.Readiness {
		list = append(list, x.Reasons...)
	}
	return append(list, p.Proactive.Reasons...)
}

// listed says whether this package or one below it lists a code.
func listed(code rapport.Code) bool {
	return slices.ContainsFunc([][]rapport.CodeEntry{plan.Codes(), privacy.Codes(), client.Codes(), rapport.Codes()}, func(codes []rapport.CodeEntry) bool {
		_, found := rapport.FindCode(codes, code)
		return found
	})
}

// entriesOf lists the entries of a measure.
func entriesOf(p plan.Plan, m plan.MeasureID) []plan.Entry {
	return slices.DeleteFunc(slices.Clone(p.Entries), func(e plan.Entry) bool { return e.Measure != m })
}

// rowsOf lists the rows that a predicate takes.
func rowsOf(p plan.Plan, of func(plan.Row) bool) []plan.Row {
	return slices.DeleteFunc(slices.Clone(p.Rows), func(r plan.Row) bool { return !of(r) })
}

func coverAt(t testing.TB, p plan.Plan, threat, activity rapport.ID) plan.Row {
	t.Helper()
	rows := rowsOf(p, func(r plan.Row) bool {
		return r.Kind == plan.RowKindCover && r.Threat == threat && r.Activity == activity && !online(r) && r.Setting != client.SettingArrivalPoint
	})
	require.Len(t, rows, 1)
	return rows[0]
}

func online(r plan.Row) bool { return client.Scorer{}.Lies(r.Setting, client.SettingOnline) }

func changeOf(t testing.TB, p plan.Plan, inForce rapport.ID) plan.Change {
	t.Helper()
	i := slices.IndexFunc(p.Changes, func(c plan.Change) bool { return c.InForce == inForce })
	require.GreaterOrEqual(t, i, 0)
	return p.Changes[i]
}

func lookAt(t testing.TB, p plan.Plan, activity rapport.ID) plan.Look {
	t.Helper()
	i := slices.IndexFunc(p.Looks, func(l plan.Look) bool { return l.Activity == activity })
	require.GreaterOrEqual(t, i, 0)
	return p.Looks[i]
}

func codesAt(reasons []rapport.Reason, subject rapport.Path) []rapport.Code {
	var codes []rapport.Code
	for _, r := range reasons {
		if r.Subject == subject {
			codes = append(codes, r.Code)
		}
	}
	return codes
}

func hasCode(reasons []rapport.Reason, code rapport.Code) bool {
	return slices.ContainsFunc(reasons, func(r rapport.Reason) bool { return r.Code == code })
}

// bodies lists the entries at an activity that put somebody beside or behind the person.
func bodies(p plan.Plan, activity rapport.ID) []plan.Entry {
	beside := []plan.MeasureID{plan.MeasureCompanionOfficer, plan.MeasureCloseOfficerLowProfile, plan.MeasureCloseOfficerOrdinary, plan.MeasureCloseOfficerOvert, plan.MeasureShadowCover}
	return slices.DeleteFunc(slices.Clone(p.Entries), func(e plan.Entry) bool {
		return e.Activity != activity || !slices.Contains(beside, e.Measure)
	})
}

// aThreat is a threat assessed a day before the case begins.
func aThreat(id rapport.ID, kind client.ThreatKind, level rapport.Level, at ...client.Setting) client.Threat {
	return client.Threat{ID: id, Kind: kind, Level: level, Settings: at, AssessedAt: day(-1), Source: "somebody"}
}

func assertProblem(t testing.TB, err error, at rapport.Pointer, code rapport.Code) {
	t.Helper()
	for _, p := range rapport.Problems(err) {
		require.True(t, listed(p.Code), "%s is not listed", p.Code)
	}
	for _, p := range rapport.Problems(err) {
		if p.Pointer == at && p.Code == code {
			return
		}
	}
	require.Failf(t, "problem missing", "%s %s in %v", at, code, err)
}
