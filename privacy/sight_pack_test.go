package privacy_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
	"github.com/rapport-go/rapport/privacy"
)

func places(err error) []string {
	list := []string{}
	for _, p := range rapport.Problems(err) {
		list = append(list, string(p.Pointer)+" "+string(p.Code))
	}
	return list
}

func TestAPackAddsToHowThingsAreSeen(t *testing.T) {
	chapel := []client.Setting{"vendor.example/chapel"}
	here := privacy.Condition{Settings: chapel}
	pack := privacy.Catalogue{
		Name: "vendor.example/privacy", Version: "1",
		Effects: []privacy.EffectEntry{{ID: "vendor.example/hush", Rung: low, Where: privacy.WhereNear, Impact: privacy.ImpactHelpsOthers, When: here, EN: privacy.EffectWords{Means: "Nobody turns round."}}},
		Steps:   []privacy.StepEntry{{ID: "vendor.example/usher", From: ordinary, Where: privacy.WhereNear, When: here, EN: privacy.StepWords{Function: "showing people to their seats", By: "an usher of the house"}}},
		Yields:  []privacy.YieldEntry{{ID: "vendor.example/bells", Rank: 1, When: here, EN: privacy.YieldWords{What: "Quiet.", Decides: "The house.", Keeps: "Your place.", Told: "When the bell rings everybody stands."}}},
		Tactics: []privacy.TacticEntry{{ID: "vendor.example/dark-coat", Settings: chapel, Rungs: []rapport.Visibility{low}, Where: privacy.WhereNear, Kind: privacy.TacticKindAttire, Tags: []privacy.Tag{privacy.TagPlainClothes}, EN: privacy.TacticWords{Do: "Wear a dark coat."}}},
		Distances: []privacy.DistanceEntry{{ID: "vendor.example/pew", When: here, Near: privacy.Gap{From: 250, To: 300}, Plain: privacy.Gap{From: 300, To: 400}, Far: privacy.Gap{From: 500, To: 600}, Closest: 200,
			EN: privacy.DistanceWords{Near: "the next pew", Plain: "two pews off", Far: "the last pew", Note: "Sit when others sit."}}},
		Channels: []privacy.ChannelEntry{{ID: "vendor.example/hymn", Rungs: []rapport.Visibility{low}, EN: privacy.ChannelWords{Means: "A page turned.", Works: "Both sit in view.", Told: "Turn a page.", Until: "Stay seated."}}},
	}
	s, err := privacy.NewSelector(privacy.Config{Packs: []privacy.Catalogue{pack}, Client: vendorWords(t)})
	require.NoError(t, err)
	c := privacy.Choice{Profile: person(0), Activity: withoutChildren(doing(client.ActivityWorship, "vendor.example/chapel"))}
	d, err := s.SelectDiscretion(c, noon)
	require.NoError(t, err)
	assert.Contains(t, effects(d.Near), privacy.EffectID("vendor.example/hush"))
	assert.Contains(t, []privacy.YieldID{d.Yields[0].ID, d.Yields[1].ID}, privacy.YieldID("vendor.example/bells"))
	tactics, err := s.CarryOut(privacy.Manner{Choice: c, Near: low}, noon)
	require.NoError(t, err)
	assert.Equal(t, []privacy.TacticID{"vendor.example/dark-coat"}, done(tactics, privacy.TacticKindAttire, privacy.WhereNear))
	step, err := s.StepDown(privacy.Descent{Choice: c, Where: privacy.WhereNear, From: ordinary}, noon)
	require.NoError(t, err)
	assert.Contains(t, replaced(step), privacy.StepID("vendor.example/usher"))
	off, err := s.KeepDistance(privacy.Distance{Choice: c}, noon)
	require.NoError(t, err)
	assert.Equal(t, privacy.DistanceID("vendor.example/pew"), off.Context)
	reach, err := s.Reach(privacy.Call{Near: low}, noon)
	require.NoError(t, err)
	assert.Contains(t, reach.Offer, privacy.ChannelOffer{Channel: "vendor.example/hymn", Means: "A page turned.", Works: "Both sit in view."})
}

func TestAPackAboutBeingSeenIsRefusedWithEveryPlace(t *testing.T) {
	bad := privacy.Catalogue{
		Name: "vendor.example/privacy", Version: "1",
		Rungs:   []privacy.RungEntry{{ID: "vendor.example/rung", EN: privacy.RungWords{Seen: "a", Costs: "b", Near: "c", Place: "d"}}},
		Effects: []privacy.EffectEntry{{ID: "vendor.example/e", Where: 9, Impact: privacy.ImpactUnknown, When: privacy.Condition{Settings: []client.Setting{"nowhere-known"}}, EN: privacy.EffectWords{Means: "a"}}},
		Steps:   []privacy.StepEntry{{ID: "vendor.example/s", From: covert, Where: privacy.WhereNear, EN: privacy.StepWords{Function: "a", By: "b"}}},
		Yields:  []privacy.YieldEntry{{ID: "vendor.example/y", EN: privacy.YieldWords{What: "a", Decides: "b", Keeps: "c", Told: "d"}}},
		Tactics: []privacy.TacticEntry{{ID: "vendor.example/t", Where: privacy.WhereNear, Kind: 99, Shows: []client.Element{"no-such-element"}, Tags: []privacy.Tag{"no-such-tag"}, EN: privacy.TacticWords{Do: "a"}}},
		Distances: []privacy.DistanceEntry{{ID: "vendor.example/d", Spot: "no-such-spot", Near: privacy.Gap{From: 300, To: 200}, Plain: privacy.Gap{From: 100, To: 400}, Closest: 200, EN: privacy.DistanceWords{Near: "a", Plain: "b", Far: "c", Note: "d"}},
			{ID: "vendor.example/closer", When: privacy.Condition{Settings: []client.Setting{client.SettingRestaurant}}, Near: privacy.Gap{From: 50, To: 100}, EN: privacy.DistanceWords{Near: "a", Plain: "b", Far: "c", Note: "d"}}},
		Needs:    []privacy.NeedEntry{{ID: "vendor.example/n", Least: 2, Most: 1, EN: privacy.NeedWords{Means: "a"}}},
		Posts:    []privacy.PostEntry{{ID: "vendor.example/p", EN: privacy.PostWords{Means: "a"}}},
		WaysOut:  []privacy.WayOutEntry{{ID: "vendor.example/w", EN: privacy.WayOutWords{Do: "a"}}},
		Channels: []privacy.ChannelEntry{{ID: "vendor.example/c", TestDays: -1, EN: privacy.ChannelWords{Means: "a", Works: "b", Told: "c", Until: "d"}}},
		Signs:    []privacy.SignEntry{{ID: "vendor.example/sign", Strength: rapport.BandGood, Relief: "no-such-relief", EN: privacy.SignWords{First: "a"}}},
		Reliefs:  []privacy.ReliefEntry{{ID: "vendor.example/r", Elements: []client.Element{"no-such-element"}, EN: privacy.ReliefWords{Do: "a"}}},
	}
	_, err := privacy.NewSelector(privacy.Config{Packs: []privacy.Catalogue{bad}, Client: vendorWords(t)})
	assert.Equal(t, []string{
		"/packs/0/channels/0/rungs rapport/required",
		"/packs/0/channels/0/test_days rapport/out-of-range",
		"/packs/0/distances/0/near/to rapport/out-of-range",
		"/packs/0/distances/0/plain privacy/contradicts-itself",
		"/packs/0/distances/0/spot rapport/unknown-word",
		"/packs/0/distances/1/closest privacy/nearer-than-built-in",
		"/packs/0/effects/0/impact rapport/out-of-range",
		"/packs/0/effects/0/rung rapport/out-of-range",
		"/packs/0/effects/0/when/settings/0 rapport/unknown-word",
		"/packs/0/effects/0/where rapport/out-of-range",
		"/packs/0/needs/0/most rapport/out-of-range",
		"/packs/0/posts/0/least rapport/out-of-range",
		"/packs/0/posts/0/most rapport/out-of-range",
		"/packs/0/reliefs/0/elements/0 rapport/unknown-word",
		"/packs/0/reliefs/0/rank rapport/out-of-range",
		"/packs/0/rungs/0/id rapport/unknown-word",
		"/packs/0/signs/0/id rapport/unknown-word",
		"/packs/0/signs/0/relief rapport/unknown-word",
		"/packs/0/signs/0/strength rapport/out-of-range",
		"/packs/0/steps/0/from rapport/out-of-range",
		"/packs/0/tactics/0/kind rapport/out-of-range",
		"/packs/0/tactics/0/rungs rapport/required",
		"/packs/0/tactics/0/settings rapport/required",
		"/packs/0/tactics/0/shows/0 rapport/unknown-word",
		"/packs/0/tactics/0/tags/0 rapport/unknown-word",
		"/packs/0/ways_out/0/rank rapport/out-of-range",
		"/packs/0/yields/0/rank rapport/out-of-range",
	}, places(err))
}

func TestEveryProblemOfAQuestionAboutBeingSeenIsNamedAtItsPlace(t *testing.T) {
	bad := privacy.Choice{Profile: person(0), Activity: client.Activity{ID: "outing", Kind: "no-such-kind"}, Last: privacy.Last{Since: noon.AddDate(0, 0, 1)}}
	var s privacy.Selector
	for _, tt := range []struct {
		name string
		ask  func() error
		want []string
	}{
		{"a step down", func() error {
			_, err := s.StepDown(privacy.Descent{Choice: bad, Where: privacy.WhereBoth}, noon)
			return err
		}, []string{"/choice/activity/kind rapport/unknown-word", "/choice/last/since rapport/after-moment", "/from rapport/required", "/where rapport/out-of-range"}},
		{"tactics", func() error {
			_, err := s.CarryOut(privacy.Manner{Choice: bad, Near: 99, Place: 99}, noon)
			return err
		}, []string{"/choice/activity/kind rapport/unknown-word", "/choice/last/since rapport/after-moment", "/near rapport/out-of-range", "/place rapport/out-of-range"}},
		{"a distance", func() error {
			_, err := s.KeepDistance(privacy.Distance{Choice: bad, Spot: "no-such-spot", Said: privacy.Gap{From: 5, To: 3}}, noon)
			return err
		}, []string{"/choice/activity/kind rapport/unknown-word", "/choice/last/since rapport/after-moment", "/said rapport/out-of-range", "/spot rapport/unknown-word"}},
		{"positions", func() error {
			_, err := s.Positions(privacy.Posting{Distance: privacy.Distance{Choice: bad, Spot: "no-such-spot"}, Need: "no-such-need", Positions: []privacy.Position{
				{ID: "p", Post: "no-such-post", Distance: 5, Walked: -1, Doors: 201, Locked: -1, Floors: -1, Watching: 99, InCar: 99}, {ID: "p"},
			}}, noon)
			return err
		}, []string{
			"/distance/choice/activity/kind rapport/unknown-word", "/distance/choice/last/since rapport/after-moment", "/distance/spot rapport/unknown-word",
			"/need rapport/unknown-word", "/positions/0/distance rapport/out-of-range", "/positions/0/doors rapport/out-of-range", "/positions/0/floors rapport/out-of-range",
			"/positions/0/in_car rapport/out-of-range", "/positions/0/locked rapport/out-of-range", "/positions/0/post rapport/unknown-word",
			"/positions/0/walked rapport/out-of-range", "/positions/0/watching rapport/out-of-range", "/positions/1/distance rapport/required", "/positions/1/id rapport/duplicate-id",
		}},
		{"no position at all", func() error {
			_, err := s.Positions(posting(privacy.NeedSteady), noon)
			return err
		}, []string{"/positions rapport/required"}},
		{"how privacy is kept", func() error {
			_, err := s.HowKept(privacy.Question{Manner: privacy.Manner{Choice: bad}, Summary: rapport.DateOf(noon).AddDays(1)}, noon)
			return err
		}, []string{"/manner/choice/activity/kind rapport/unknown-word", "/manner/choice/last/since rapport/after-moment", "/summary rapport/after-moment"}},
	} {
		t.Run(tt.name, func(t *testing.T) { assert.Equal(t, tt.want, places(tt.ask())) })
	}
}
