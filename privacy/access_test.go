package privacy_test

import (
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
	"github.com/rapport-go/rapport/privacy"
)

func TestAPersonOfConcernGetsNothingButTheirOwnShareInAnyRole(t *testing.T) {
	r := newRand(13)
	for range 3000 {
		q := randomRequest(r)
		facts := with(randomFacts(r, opening), "of-concern")
		if slices.Contains(facts, "checked") {
			continue // the privacy lead looked at what a paper gives this very person
		}
		for _, given := range decide(t, q, facts).Grains {
			require.Equal(t, privacy.GrainOwn, given, "%+v %v", q, facts)
		}
	}
}

func TestNoPurposeOpensACategoryThatNoRuleGivesTheRole(t *testing.T) {
	r := newRand(14)
	closed := 0
	for range 4000 {
		q := request(pick(r, standardClient.Roles...).ID, pick(r, standardClient.Categories...).ID, pick(r, standardPrivacy.Purposes...).ID)
		named := slices.ContainsFunc(standardPrivacy.Rules, func(e privacy.RuleEntry) bool {
			return !e.Forbid && (len(e.Roles) == 0 || slices.Contains(e.Roles, q.Role)) && !slices.Contains(e.Except, q.Role) &&
				(len(e.Categories) == 0 || slices.Contains(e.Categories, q.Category))
		})
		if !named {
			closed++
			require.Empty(t, decide(t, q, randomFacts(r, opening)).Grains, "%+v", q)
		}
	}
	assert.Greater(t, closed, 500)
}

func TestALeaverGetsNothingFromTheMomentOfLeaving(t *testing.T) {
	r := newRand(15)
	for range 3000 {
		q := randomRequest(r)
		if slices.Contains([]client.Role{client.RolePrincipal, client.RoleMinor, client.RoleGuardian, client.RoleSpouse}, q.Role) {
			continue // a family is no job to leave
		}
		if q.Asker == q.Principal {
			continue // what is held about themself is theirs
		}
		reg := registerOf(q, randomFacts(r, opening)...)
		reg.Circumstances = append(reg.Circumstances, privacy.Circumstance{
			ID: "left", Kind: privacy.AtomLeaver, Person: q.Asker, Span: rapport.Span{From: noon}, Holds: rapport.AnswerYes,
		})
		require.Empty(t, decideAt(t, q, reg, noon).Grains, "%+v", q)
		before := decideAt(t, q, reg, noon.Add(-time.Minute))
		if until := before.Grant().Until(); !until.IsZero() {
			require.False(t, until.After(noon), "a grant from before ends with the job")
		}
	}
}

func TestWhatIsThereAndWhatIsNotSoundTheSame(t *testing.T) {
	there := privacy.Register{
		Subjects:    []privacy.Subject{{ID: "ms-a", Minor: rapport.AnswerNo, Mature: rapport.AnswerNo}},
		Assignments: []privacy.Assignment{{ID: "a", Person: "lead", Role: client.RoleTeamLead, Principal: "ms-a", Span: today()}},
		Relations:   []privacy.Relation{{ID: "r", Kind: privacy.AtomOfConcern, Person: "writer", Principal: "ms-a", Holds: rapport.AnswerYes}},
	}
	everyCell(func(q privacy.Request) {
		if q.Purpose != privacy.PurposeInform {
			return
		}
		known, unknown := q, q
		unknown.Principal = "nobody"
		require.Equal(t, answer(t, unknown, there).Say, answer(t, known, there).Say, "%+v", q)
	})
}
