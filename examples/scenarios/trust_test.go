package scenarios_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/examples/scenarios"
	"github.com/rapport-go/rapport/trust"
)

func o4(t *testing.T) scenarios.Case {
	t.Helper()
	c, ok := scenarios.Named("o4")
	require.True(t, ok)
	return c
}

func TestHeard_GivesSignalsOfTheCaseAndOfItsEventsUpToTheMoment(t *testing.T) {
	c := o4(t)
	assert.Empty(t, c.Heard(c.Start.Add(-1)))
	before, after := c.Heard(day(c, 27)), c.Heard(day(c, 29))
	assert.Equal(t, trust.Kind("minimise-contact-policy"), after[len(after)-1].Kind)
	for _, s := range before {
		assert.NotEqual(t, trust.Kind("minimise-contact-policy"), s.Kind)
	}
	c.Signals[0].Extensions = rapport.Extensions{"vendor.example/x": []byte("1")}
	heard := c.Heard(c.Now)
	heard[0].Extensions["vendor.example/x"][0] = '2'
	assert.Equal(t, "1", string(c.Signals[0].Extensions["vendor.example/x"]))
}

func TestStandings_AreOneForEachAudienceHeardOf(t *testing.T) {
	list, err := o4(t).Standings(scenarios.Engines{}, o4(t).Now)
	require.NoError(t, err)
	var audiences []rapport.Audience
	for _, s := range list {
		audiences = append(audiences, s.Audience)
	}
	assert.Equal(t, []rapport.Audience{rapport.AudienceClient, rapport.AudienceStaff, rapport.AudiencePublic}, audiences)
	c := o4(t)
	c.Signals[0].Kind = "moonlight"
	_, err = c.Standings(scenarios.Engines{}, c.Now)
	assert.True(t, rapport.HasCode(err, rapport.CodeUnknownWord))
}

func TestRead_NamesEveryProblemOfASignalAtItsPlace(t *testing.T) {
	_, err := scenarios.Read([]byte(`{"id": "x", "title": "x", "start": "2027-01-04T09:00:00+01:00", "now": "2027-02-04T09:00:00+01:00",
		"signals": [
			{"id": "s-1", "kind": "moonlight", "audience": "client", "source": "client", "at": "2027-01-04T09:00:00+01:00"},
			{"id": "s-1", "kind": "promise-kept", "audience": "client", "source": "client", "at": "2027-01-04T09:00:00+01:00"},
			{"id": "s-2", "kind": "distractor-award", "audience": "client", "source": "client", "at": "2027-01-04T09:00:00+01:00"}],
		"events": [
			{"id": "s-2", "at": "2027-01-05T09:00:00+01:00", "text": "x", "signal": {"kind": "tip-volunteered", "audience": "client", "source": "client"}},
			{"id": "e-2", "at": "2027-01-05T09:00:00+01:00", "text": "x", "signal": {"kind": "promise-kept", "audience": "client", "source": "client"}, "wish": {"person": "x", "kind": "pets", "strength": "wish"}}]}`))
	for _, want := range []struct {
		at   rapport.Pointer
		code rapport.Code
	}{
		{"/signals/0/kind", rapport.CodeUnknownWord}, {"/signals/1/id", rapport.CodeDuplicateID}, {"/signals/2/kind", trust.CodeNotOfTheRelationship},
		{"/events/0/signal/audience", trust.CodeOtherAudience}, {"/events/0/id", rapport.CodeDuplicateID}, {"/events/1", scenarios.CodeSeveralInOne},
	} {
		found := false
		for _, p := range rapport.Problems(err) {
			found = found || p.Pointer == want.at && p.Code == want.code
		}
		assert.True(t, found, "%s at %s in\n%v", want.code, want.at, err)
	}
}
