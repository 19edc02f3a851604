package privacy_test

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
	"github.com/rapport-go/rapport/privacy"
)

func text(t testing.TB, v any) string {
	t.Helper()
	data, err := json.Marshal(v)
	require.NoError(t, err)
	return string(data)
}

func TestInputsAreNeitherChangedNorShared(t *testing.T) {
	r := newRand(10)
	for range 50 {
		c := randomChoice(r, 1)
		before := text(t, c)
		first := choose(t, c)
		assert.Equal(t, before, text(t, c))
		result := text(t, first)
		for i := range first.Reasons {
			first.Reasons[i].Text = "changed"
			for j := range first.Reasons[i].Args {
				first.Reasons[i].Args[j] = "changed"
			}
		}
		for i := range first.MadeWith {
			first.MadeWith[i].Name = "changed"
		}
		for i := range first.Near.Order {
			first.Near.Order[i] = 0
		}
		assert.Equal(t, result, text(t, choose(t, c)))
	}

	q := request(client.RoleHotelManager, client.CategoryMovement, privacy.PurposeCoordinate)
	reg := registerOf(q, "named", "consent")
	before := text(t, reg)
	d := answer(t, q, reg)
	assert.Equal(t, before, text(t, reg))
	result := text(t, d)
	d.Grains[0], d.Obligations[0], d.MadeWith[0].Name = 0, 0, "changed"
	denied := answer(t, q, privacy.Register{})
	deniedText := text(t, denied)
	denied.Approvers[0] = "changed"
	assert.Equal(t, result, text(t, answer(t, q, reg)))
	assert.Equal(t, deniedText, text(t, answer(t, q, privacy.Register{})))
}

// reread writes a value and reads it through the strict door.
func reread[T any](t testing.TB, value T) T {
	t.Helper()
	var back T
	require.NoError(t, rapport.Decode([]byte(text(t, value)), &back))
	return back
}

func TestTheStrictDoorReadsWhatWasWritten(t *testing.T) {
	r := newRand(11)
	for range 50 {
		c := randomChoice(r, 2)
		assert.Equal(t, c, reread(t, c))
		d := choose(t, c)
		assert.Equal(t, text(t, d), text(t, reread(t, d)))
	}
	for _, q := range questions(t) {
		reg := q.register()
		assert.Equal(t, reg, reread(t, reg))
		d := answer(t, q.request(), reg)
		assert.Equal(t, text(t, d), text(t, reread(t, d)))
	}
}
