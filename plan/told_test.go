package plan_test

import (
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
	"github.com/rapport-go/rapport/plan"
	"github.com/rapport-go/rapport/privacy"
)

// granted says whether privacy gives somebody in a role, who is properly assigned or named, with every
// agreement on record, anything of a category for some purpose.
func granted(t *testing.T, role client.RoleEntry, category client.Category) bool {
	t.Helper()
	const asker, principal, activity = "asker", "p", "a"
	span := rapport.Span{From: day(0).Add(-time.Hour), To: day(0).Add(time.Hour)}
	for _, purpose := range privacy.Standard().Purposes {
		r := privacy.Register{
			Subjects: []privacy.Subject{{ID: principal, Minor: rapport.AnswerNo, Mature: rapport.AnswerNo}},
			Consents: []privacy.Consent{{ID: "consent", Principal: principal, By: principal, Person: asker, Categories: []client.Category{category}, Purposes: []privacy.Purpose{purpose.ID}, Span: span}},
		}
		if role.Side == client.SideFirm {
			r.Assignments = []privacy.Assignment{
				{ID: "on-it", Person: asker, Role: role.ID, Principal: principal, Activity: activity, Span: span},
				{ID: "for-them", Person: asker, Role: role.ID, Principal: principal, Span: span},
			}
		} else {
			r.Contacts = []privacy.Contact{{ID: "named", Person: asker, Role: role.ID, Principal: principal, Span: span, Verified: rapport.AnswerYes}}
		}
		d, err := privacy.Policy{}.Decide(privacy.Request{Asker: asker, Role: role.ID, Purpose: purpose.ID, Category: category, Principal: principal, Activity: activity}, r, day(0))
		require.NoError(t, err)
		if d.Verdict == privacy.VerdictFull || d.Verdict == privacy.VerdictPartial {
			return true
		}
	}
	return false
}

func TestNobodyNeedsWhatPrivacyWouldNotGiveThem(t *testing.T) {
	type pair struct {
		role     client.Role
		category client.Category
	}
	var s client.Scorer
	asked := map[pair]bool{}
	may := func(x pair) bool {
		if given, seen := asked[x]; seen {
			return given
		}
		role, _ := s.Role(x.role)
		asked[x] = granted(t, role, x.category)
		return asked[x]
	}
	for _, m := range plan.Standard().Measures {
		for _, category := range m.Knows {
			assert.True(t, slices.ContainsFunc(slices.Concat(m.Roles, m.LeansOn), func(r client.Role) bool { return may(pair{r, category}) }),
				"%s: %s is given to none of %v, %v", m.ID, category, m.Roles, m.LeansOn)
			assert.NotEqual(t, client.CategoryFinancial, category, "%s", m.ID)
		}
	}
	assert.False(t, may(pair{client.RoleVendor, client.CategoryResidenceSecurity}), "the test can fail")
	assert.True(t, may(pair{client.RoleClubManager, client.CategoryThreatFile}), "a host may recognise")
}

func TestWhoIsSaidToKnowAFaceIsShownIt(t *testing.T) {
	shown := map[plan.Group]bool{}
	for _, g := range plan.Standard().Groups {
		shown[g.ID] = g.KnowsFace
	}
	for _, m := range plan.Standard().Measures {
		if shown[m.Group] {
			assert.Contains(t, m.Knows, client.CategoryThreatFile, "%s", m.ID)
		}
	}
}
