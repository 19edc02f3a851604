package privacy_test

import (
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
	"github.com/rapport-go/rapport/privacy"
)

var noon = time.Date(2027, time.March, 3, 12, 0, 0, 0, time.UTC)

// today is a span around noon.
func today() rapport.Span {
	return rapport.Span{From: noon.Add(-time.Hour), To: noon.Add(time.Hour)}
}

// question is one row of testdata/questions.json.
type question struct {
	ID       string          `json:"id"`
	Question string          `json:"question"`
	Role     client.Role     `json:"role"`
	Category client.Category `json:"category"`
	Purpose  privacy.Purpose `json:"purpose"`
	Facts    []string        `json:"facts"`
	Verdict  privacy.Verdict `json:"verdict"`
	Grains   []privacy.Grain `json:"grains"`
	By       []string        `json:"by"`
}

func questions(t testing.TB) []question {
	t.Helper()
	data, err := os.ReadFile("testdata/questions.json")
	require.NoError(t, err)
	var list []question
	require.NoError(t, json.Unmarshal(data, &list))
	return list
}

func (q question) request() privacy.Request {
	r := privacy.Request{Asker: "asker", Role: q.Role, Purpose: q.Purpose, Category: q.Category, Principal: "ms-a", Activity: "outing"}
	if slices.Contains(q.Facts, "self") {
		r.Asker = r.Principal
	}
	return r
}

// register states the facts of a question as a firm would record them.
func (q question) register() privacy.Register {
	return registerOf(q.request(), q.Facts...)
}

// registerOf states facts about a request as a firm would record them.
func registerOf(r privacy.Request, facts ...string) privacy.Register {
	var reg privacy.Register
	has := func(fact string) bool { return slices.Contains(facts, fact) }
	contact := privacy.Contact{ID: "c-1", Person: r.Asker, Role: r.Role, Principal: r.Principal, Span: today()}
	switch {
	case has("verified") || has("named") || has("checked"):
		contact.Verified = rapport.AnswerOf(has("verified"))
		reg.Contacts = append(reg.Contacts, contact)
	case has("consent") && !has("assigned") && !has("on-activity"):
		contact.Activity = "another-outing" // known in this role, and not on the list for this outing
		reg.Contacts = append(reg.Contacts, contact)
	case has("self") && r.Role != client.RolePrincipal && r.Role != client.RoleMinor:
		contact.Principal = "somebody-else"
		reg.Contacts = append(reg.Contacts, contact)
	}
	minor := rapport.AnswerOf(has("minor"))
	reg.Subjects = []privacy.Subject{{ID: r.Principal, Minor: minor, Mature: rapport.AnswerOf(has("mature"))}}
	for _, fact := range facts {
		switch fact {
		case "assigned":
			reg.Assignments = append(reg.Assignments, privacy.Assignment{ID: "a-1", Person: r.Asker, Role: r.Role, Principal: r.Principal, Span: today()})
		case "on-activity":
			reg.Assignments = append(reg.Assignments, privacy.Assignment{ID: "a-2", Person: r.Asker, Role: r.Role, Principal: r.Principal, Activity: r.Activity, Span: today()})
		case "guardian", "of-concern":
			var kind privacy.Atom
			if kind.UnmarshalText([]byte(fact)) != nil {
				panic(fact)
			}
			reg.Relations = append(reg.Relations, privacy.Relation{ID: rapport.ID("r-" + fact), Kind: kind, Person: r.Asker, Principal: r.Principal, Holds: rapport.AnswerYes})
		case "consent":
			given := privacy.Consent{
				ID: "k-own", Principal: r.Principal, By: r.Principal, Person: r.Asker,
				Categories: []client.Category{r.Category}, Purposes: []privacy.Purpose{r.Purpose}, Span: today(),
			}
			parent := given
			parent.ID, parent.By = "k-parent", "parent"
			reg.Consents = append(reg.Consents, given, parent)
			if has("guardian") { // of some categories every guardian has to agree
				parent.ID, parent.By = "k-asker", r.Asker
				reg.Consents = append(reg.Consents, parent)
			}
			reg.Relations = append(reg.Relations, privacy.Relation{ID: "r-parent", Kind: privacy.AtomGuardian, Person: "parent", Principal: r.Principal, Holds: rapport.AnswerYes})
		case "named", "verified", "self", "minor", "mature":
		default:
			var kind privacy.Atom
			if kind.UnmarshalText([]byte(fact)) != nil {
				panic(fact)
			}
			reg.Circumstances = append(reg.Circumstances, privacy.Circumstance{ID: rapport.ID("x-" + fact), Kind: kind, Principal: r.Principal, Person: r.Asker, Span: today(), Holds: rapport.AnswerYes})
		}
	}
	return reg
}

// rules lists the rules that a decision names, sorted.
func rules(d privacy.Decision) []string {
	list := []string{}
	for _, reason := range d.Reasons {
		if id, found := strings.CutPrefix(string(reason.Subject), "/rules/"); found {
			list = append(list, id)
		}
	}
	slices.Sort(list)
	return list
}

func TestEachQuestionGetsItsAnswerAndEveryRuleBehindIt(t *testing.T) {
	list := questions(t)
	require.GreaterOrEqual(t, len(list), 102)
	for _, q := range list {
		t.Run(q.ID+" "+q.Question, func(t *testing.T) {
			d, err := privacy.Policy{}.Decide(q.request(), q.register(), noon)
			require.NoError(t, err)
			want := q.Grains
			if q.Verdict == privacy.VerdictFull {
				want = []privacy.Grain{privacy.GrainFull}
			}
			assert.Equal(t, q.Verdict.String(), d.Verdict.String())
			assert.ElementsMatch(t, want, d.Grains)
			assert.Equal(t, q.By, rules(d))
		})
	}
}
