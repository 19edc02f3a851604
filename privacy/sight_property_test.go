package privacy_test

import (
	"encoding/json"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
	"github.com/rapport-go/rapport/privacy"
)

// randomScene is a random choice with what is known of the place and the hour as well.
func randomScene(r *rand.Rand) privacy.Choice {
	c := randomChoice(r, r.IntN(5))
	c.Around = privacy.Around{
		Dark: rapport.Answer(r.IntN(3)), HostMinds: rapport.Answer(r.IntN(3)), RankShown: rapport.Answer(r.IntN(3)),
		Alarms: rapport.Answer(r.IntN(3)), OneSex: rapport.Answer(r.IntN(3)), Felt: rapport.Feeling(r.IntN(8)),
	}
	c.Sensitivity = rapport.Level(r.IntN(6))
	if r.IntN(8) == 0 {
		c.Danger = rapport.AnswerYes
	}
	if r.IntN(3) == 0 {
		c.Rules = append(c.Rules, privacy.Rule{ID: "insurer", By: privacy.AuthorityInsurer, Where: privacy.WherePlace, Lower: rapport.Visibility(1 + r.IntN(4))})
	}
	return c
}

// preferred is the first rung of a ladder; unknown where its bounds contradict each other.
func preferred(l privacy.Ladder) rapport.Visibility {
	if len(l.Order) == 0 {
		return rapport.VisibilityUnknown
	}
	return l.Order[0]
}

func TestBeingMoreSensitiveNeverShowsMore(t *testing.T) {
	r := newRand(41)
	moved := 0
	for range 3000 {
		c := randomScene(r)
		c.Sensitivity = rapport.Level(r.IntN(4))
		before := choose(t, c)
		c.Sensitivity = rapport.LevelSevere
		for i, after := range ladders(choose(t, c)) {
			require.LessOrEqual(t, preferred(after).Compare(preferred(ladders(before)[i])), 0, "%+v", c)
			if preferred(after) != preferred(ladders(before)[i]) {
				moved++
			}
		}
	}
	assert.Positive(t, moved)
}

func TestShowingLessNeverMakesTheTeamLessAlert(t *testing.T) {
	r := newRand(42)
	for range 1000 {
		c := randomScene(r)
		before := choose(t, c).Vigilance
		c.Profile.Priorities, c.CovertAgreed, c.Sensitivity = person(1).Priorities, rapport.AnswerYes, rapport.LevelSevere
		c.Around.HostMinds = rapport.AnswerYes
		require.Equal(t, before, choose(t, c).Vigilance)
	}
}

func TestDangerNeverTakesARungAway(t *testing.T) {
	r := newRand(43)
	for range 2000 {
		c := randomScene(r)
		c.Danger, c.Last = rapport.AnswerNo, privacy.Last{}
		before := choose(t, c)
		c.Danger = rapport.AnswerYes
		for i, after := range ladders(choose(t, c)) {
			require.GreaterOrEqual(t, after.Upper.Compare(ladders(before)[i].Upper), 0)
			require.Equal(t, ladders(before)[i].Lower, after.Lower)
			require.GreaterOrEqual(t, preferred(after).Compare(preferred(ladders(before)[i])), 0, "nobody holds back: %+v", c)
		}
	}
}

func TestNobodyIsCloserThanTheClosestWithoutDanger(t *testing.T) {
	r := newRand(44)
	spots := append([]privacy.SpotEntry{{}}, standardPrivacy.Spots...)
	for range 2000 {
		c := randomScene(r)
		off := keep(t, privacy.Distance{Choice: c, Spot: pick(r, spots...).ID})
		require.NotEmpty(t, off.Text)
		if c.Danger != rapport.AnswerYes && !off.Band.IsZero() {
			require.GreaterOrEqual(t, off.Band.From, off.Closest, "%s", off.Context)
		}
		require.True(t, off.Wish.IsZero() || off.Band.IsZero() || off.Band.From <= off.Wish.From, "a threat brings nobody farther off: %+v", off)
	}
}

// shuffled puts every list of a choice whose order says nothing into another order.
func shuffled(r *rand.Rand, c privacy.Choice) privacy.Choice {
	mix := func(n int, swap func(i, j int)) { r.Shuffle(n, swap) }
	c.Threats, c.Rules = slices.Clone(c.Threats), slices.Clone(c.Rules)
	c.Profile.Reactions, c.Profile.Wishes = slices.Clone(c.Profile.Reactions), slices.Clone(c.Profile.Wishes)
	mix(len(c.Threats), func(i, j int) { c.Threats[i], c.Threats[j] = c.Threats[j], c.Threats[i] })
	mix(len(c.Rules), func(i, j int) { c.Rules[i], c.Rules[j] = c.Rules[j], c.Rules[i] })
	mix(len(c.Profile.Reactions), func(i, j int) {
		c.Profile.Reactions[i], c.Profile.Reactions[j] = c.Profile.Reactions[j], c.Profile.Reactions[i]
	})
	return c
}

func TestTheOrderOfAQuestionSaysNothingAndItIsLeftAsItWas(t *testing.T) {
	r := newRand(45)
	var s privacy.Selector
	ask := func(c privacy.Choice) []any {
		d := choose(t, c)
		step := stepDown(t, c, privacy.WherePlace, overt)
		tactics := carryOut(t, c, preferred(d.Near), preferred(d.Place))
		kept, err := s.HowKept(privacy.Question{Manner: privacy.Manner{Choice: c, Near: low, Place: ordinary}}, noon)
		require.NoError(t, err)
		return []any{d, step, tactics, keep(t, privacy.Distance{Choice: c}), kept}
	}
	for range 400 {
		c := randomScene(r)
		before, err := json.Marshal(c)
		require.NoError(t, err)
		answers := ask(c)
		after, err := json.Marshal(c)
		require.NoError(t, err)
		require.Equal(t, string(before), string(after))
		require.Equal(t, answers, ask(shuffled(r, c)))
	}
	links := []privacy.Link{{ID: "a", Channel: privacy.ChannelDutyLine, Answers: client.RoleControlRoom, Voice: 5, Body: 90}, {ID: "b", Channel: privacy.ChannelDutyLine, Answers: client.RoleControlRoom, Voice: 5, Body: 90}}
	turned := slices.Clone(links)
	slices.Reverse(turned)
	assert.Equal(t, call(t, privacy.Call{Links: links}), call(t, privacy.Call{Links: turned}))
	signs := []client.Interaction{seen(client.InteractionSlipsAway, 2), seen(client.InteractionNeedsRoom, 2), seen(client.InteractionCoversCamera, 2)}
	back := slices.Clone(signs)
	slices.Reverse(back)
	assert.Equal(t, watched(t, privacy.Watch{Profile: person(0), Signs: signs}), watched(t, privacy.Watch{Profile: person(0), Signs: back}))
}

func TestEveryReasonOfAnAnswerNamesSomethingOfTheQuestion(t *testing.T) {
	r := newRand(46)
	for range 300 {
		c := randomScene(r)
		step := stepDown(t, c, privacy.WhereNear, ordinary)
		tactics := carryOut(t, c, low, low)
		off := keep(t, privacy.Distance{Choice: c})
		for _, reason := range slices.Concat(step.Reasons, tactics.Reasons, off.Reasons) {
			require.True(t, reason.Subject.Within("/choice") || reason.Subject == "/from", "%v", reason)
		}
	}
}

func BenchmarkCarryOut(b *testing.B) {
	m := privacy.Manner{Choice: atHome(), Near: low, Place: ordinary}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := (privacy.Selector{}).CarryOut(m, noon); err != nil {
			b.Fatal(err)
		}
	}
}
