package client_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
)

func TestWhoDecidesIsWhatIsSaidAndThenWhatIsUsual(t *testing.T) {
	adult := client.Profile{ID: "mr-c", Minor: rapport.AnswerNo}
	child := client.Profile{ID: "child", Minor: rapport.AnswerYes, Guardians: []rapport.ID{"mother", "father"}}
	unsaid := client.Profile{ID: "somebody"}
	board := client.Mandate{Client: "company", OrderedBy: "board", PaidBy: "insurer", Rights: []client.Right{
		{Matter: client.MatterBelowFloor, By: "security-head"}, {Matter: client.MatterVisibility, By: "board"}, {Matter: client.MatterVisibility, By: "mr-c", For: "mr-c"},
	}}
	cases := []struct {
		name    string
		mandate client.Mandate
		matter  client.Matter
		who     client.Profile
		want    []rapport.ID
		code    rapport.Code
	}{
		{"a right for all", board, client.MatterBelowFloor, adult, []rapport.ID{"security-head"}, client.CodeDecidesGiven},
		{"a right of one's own comes first", board, client.MatterVisibility, adult, []rapport.ID{"mr-c"}, client.CodeDecidesGiven},
		{"and the one for all holds for others", board, client.MatterVisibility, child, []rapport.ID{"board"}, client.CodeDecidesGiven},
		{"an adult decides about the day", board, client.MatterDay, adult, []rapport.ID{"mr-c"}, client.CodeDecidesSelf},
		{"and about body and home", board, client.MatterMeasures, adult, []rapport.ID{"mr-c"}, client.CodeDecidesSelf},
		{"for a minor both guardians", board, client.MatterMeasures, child, []rapport.ID{"father", "mother"}, client.CodeDecidesGuardian},
		{"whoever pays decides about cost", board, client.MatterCost, adult, []rapport.ID{"insurer"}, client.CodeDecidesUsual},
		{"whoever ordered it about the mandate", board, client.MatterMandate, adult, []rapport.ID{"board"}, client.CodeDecidesUsual},
		{"nobody goes below a floor unless it is said", client.Mandate{OrderedBy: "board", PaidBy: "board"}, client.MatterBelowFloor, adult, []rapport.ID{}, client.CodeDecidesNobody},
		{"nobody decides for a minor without guardians", board, client.MatterDay, client.Profile{ID: "child", Minor: rapport.AnswerYes}, []rapport.ID{}, client.CodeDecidesNobody},
		{"who is not known to be of age decides nothing by default", board, client.MatterDay, unsaid, []rapport.ID{}, client.CodeDecidesNobody},
		{"nothing is said", client.Mandate{}, client.MatterCost, adult, []rapport.ID{}, client.CodeDecidesNobody},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			d := c.mandate.Decides(c.matter, c.who)
			assert.Equal(t, c.want, d.By)
			require.Len(t, d.Reasons, 1)
			assert.Equal(t, c.code, d.Reasons[0].Code)
		})
	}
}

func TestAHouseholdIsThoseWhoLiveTogether(t *testing.T) {
	m := client.Mandate{Parties: []client.Party{
		{ID: "family", Kind: client.PartyKindHousehold, Members: []rapport.ID{"mother", "teen", "child"}},
		{ID: "company", Kind: client.PartyKindOrganisation, Members: []rapport.ID{"mother", "chair"}},
		{ID: "nanny", Kind: client.PartyKindPerson, Role: client.RoleNannyTutor},
	}}
	require.NoError(t, client.Scorer{}.CheckMandate(m))
	assert.Equal(t, []rapport.ID{"child", "mother"}, m.HouseholdOf("teen"))
	assert.Empty(t, m.HouseholdOf("chair"), "colleagues are no household")
	assert.Empty(t, m.HouseholdOf("nobody"))
}

func TestEveryProblemOfAMandateIsNamedAtItsPlace(t *testing.T) {
	err := client.Scorer{}.CheckMandate(client.Mandate{
		Kind: "magic", Client: "a b", OrderedBy: "a b", PaidBy: "a b",
		Parties: []client.Party{
			{ID: "p", Kind: client.PartyKindPerson, Members: []rapport.ID{"x"}}, {ID: "p", Role: "wizard"},
			{ID: "q", Kind: client.PartyKindHousehold, Members: []rapport.ID{"q", "x", "x", "Anna Smith"}},
		},
		Rights: []client.Right{{}, {Matter: client.MatterCost, By: "a"}, {Matter: client.MatterCost, By: "b"}, {Matter: 99, By: "a", For: "a b"}},
	})
	for pointer, code := range map[rapport.Pointer]rapport.Code{
		"/kind": rapport.CodeUnknownWord, "/client": rapport.CodeMalformedID, "/ordered_by": rapport.CodeMalformedID, "/paid_by": rapport.CodeMalformedID,
		"/parties/0/members": rapport.CodeOutOfRange, "/parties/1/id": rapport.CodeDuplicateID, "/parties/1/kind": rapport.CodeRequired, "/parties/1/role": rapport.CodeUnknownWord,
		"/parties/2/members/0": rapport.CodeDuplicateID, "/parties/2/members/2": rapport.CodeDuplicateID, "/parties/2/members/3": rapport.CodeMalformedID,
		"/rights/0/matter": rapport.CodeRequired, "/rights/0/by": rapport.CodeRequired, "/rights/2": client.CodeDecidedTwice, "/rights/3/matter": rapport.CodeOutOfRange, "/rights/3/for": rapport.CodeMalformedID,
	} {
		assertProblem(t, err, pointer, code)
	}
}
