package privacy_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
	"github.com/rapport-go/rapport/privacy"
)

func call(t testing.TB, c privacy.Call) privacy.Reachability {
	t.Helper()
	r, err := privacy.Selector{}.Reach(c, noon)
	require.NoError(t, err)
	return r
}

func TestEachRungCanBeReachedWithoutAnybodyBesideThePerson(t *testing.T) {
	for _, rung := range []rapport.Visibility{rapport.VisibilityUnknown, covert, low, ordinary, overt} {
		r := call(t, privacy.Call{Near: rung})
		assert.NotEmpty(t, r.Offer, "%s", rung)
		assert.Equal(t, rapport.AnswerNo, r.Now)
		assert.True(t, says(r.Reasons, privacy.CodeNotReachable, "/links"))
	}
}

func TestALinkCountsWhereItIsOpenTriedOutAndTimed(t *testing.T) {
	button := privacy.Link{ID: "button", Channel: privacy.ChannelWearableButton, Answers: client.RoleProtectionOfficer, Voice: 10, Body: 50, Tested: rapport.DateOf(noon).AddDays(-7)}
	r := call(t, privacy.Call{Near: covert, Links: []privacy.Link{button}})
	require.Len(t, r.Links, 1)
	assert.Equal(t, rapport.AnswerYes, r.Now)
	assert.NotEmpty(t, r.Links[0].Told)
	assert.NotEmpty(t, r.Links[0].Until)
	for _, tt := range []struct {
		name        string
		change      func(*privacy.Link)
		open, ready rapport.Answer
		code        rapport.Code
	}{
		{"not tried out for eight days", func(l *privacy.Link) { l.Tested = l.Tested.AddDays(-1) }, rapport.AnswerYes, rapport.AnswerNo, privacy.CodeLinkNotTested},
		{"never tried out", func(l *privacy.Link) { l.Tested = rapport.Date{} }, rapport.AnswerYes, rapport.AnswerNo, privacy.CodeLinkNotTested},
		{"nobody knows how long it takes", func(l *privacy.Link) { l.Voice, l.Body = 0, 0 }, rapport.AnswerYes, rapport.AnswerUnsaid, privacy.CodeLinkNotTimed},
		{"not answered at this hour", func(l *privacy.Link) {
			l.Hours = []rapport.Hours{{From: rapport.MustClock("18:00"), To: rapport.MustClock("23:00")}}
		}, rapport.AnswerNo, rapport.AnswerYes, privacy.CodeLinkClosed},
	} {
		t.Run(tt.name, func(t *testing.T) {
			l := button
			tt.change(&l)
			r := call(t, privacy.Call{Near: covert, Links: []privacy.Link{l}})
			assert.Equal(t, tt.open, r.Links[0].Open)
			assert.Equal(t, tt.ready, r.Links[0].Ready)
			assert.Equal(t, tt.open == rapport.AnswerYes && tt.ready == rapport.AnswerUnsaid, r.Now == rapport.AnswerUnsaid)
			assert.NotEqual(t, rapport.AnswerYes, r.Now)
			assert.True(t, says(r.Reasons, tt.code, "/links/button"))
		})
	}
}

func TestWhereNobodyIsNearAPersonAnswersWithinHalfAMinute(t *testing.T) {
	line := privacy.Link{ID: "duty", Channel: privacy.ChannelDutyLine, Answers: client.RoleControlRoom, Voice: 30, Body: 720, Tested: rapport.DateOf(noon)}
	glance := privacy.Link{ID: "glance", Channel: privacy.ChannelGlanceSign, Answers: client.RoleProtectionOfficer, Body: 2, Tested: rapport.DateOf(noon)}
	r := call(t, privacy.Call{Links: []privacy.Link{glance, line}})
	require.Len(t, r.Links, 1, "a glance reaches nobody who is not there")
	assert.Equal(t, rapport.AnswerYes, r.Now)
	line.Voice = 31
	r = call(t, privacy.Call{Links: []privacy.Link{line}})
	assert.Equal(t, rapport.AnswerNo, r.Now)
	assert.True(t, says(r.Reasons, privacy.CodeLinkSlow, "/links/duty"))
	r = call(t, privacy.Call{Near: covert, Links: []privacy.Link{line, {ID: "button", Channel: privacy.ChannelWearableButton, Answers: client.RoleProtectionOfficer, Voice: 5, Body: 40, Tested: rapport.DateOf(noon)}}})
	assert.Equal(t, rapport.ID("button"), r.Links[0].ID, "the one that brings somebody first stands first")
}

func TestEveryProblemOfACallIsNamedAtItsPlace(t *testing.T) {
	_, err := privacy.Selector{}.Reach(privacy.Call{Near: 99, Links: []privacy.Link{
		{ID: "a b", Channel: "no-such-way", Answers: "nobody-known", Voice: -1, Body: 90_000, Tested: rapport.DateOf(noon).AddDays(1), Hours: []rapport.Hours{{}}},
		{ID: "x", Channel: privacy.ChannelDutyLine, Answers: client.RoleDriver, Voice: 60, Body: 30},
	}}, noon)
	assert.Subset(t, places(err), []string{
		"/links/0/answers rapport/unknown-word", "/links/0/body rapport/out-of-range", "/links/0/channel rapport/unknown-word",
		"/links/0/id rapport/malformed-id", "/links/0/tested rapport/after-moment", "/links/0/voice rapport/out-of-range",
		"/links/1/body rapport/out-of-range", "/near rapport/out-of-range",
	})
}
