package privacy_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
	"github.com/rapport-go/rapport/privacy"
)

func watched(t testing.TB, w privacy.Watch) privacy.Watched {
	t.Helper()
	out, err := privacy.Selector{}.FeelsWatched(w, noon)
	require.NoError(t, err)
	return out
}

func seen(kind client.InteractionKind, daysAgo int) client.Interaction {
	return client.Interaction{ID: rapport.ID("i-" + kind), Kind: kind, On: rapport.DateOf(noon).AddDays(-daysAgo)}
}

func TestFeelingWatchedIsReadFromWhatIsSaidAndDone(t *testing.T) {
	inside := privacy.Shown{Element: client.ElementCameraInside, Setting: client.SettingHome}
	uniform := privacy.Shown{Element: client.ElementGuardPostUniform, Setting: client.SettingHome}
	minds := func(element client.Element, value int) client.Profile {
		return person(0, felt(element, client.SettingHome, value))
	}
	for _, tt := range []struct {
		name  string
		watch privacy.Watch
		level rapport.Level
		first privacy.ReliefID
	}{
		{"nobody has asked and nothing was seen", privacy.Watch{Profile: person(0), Shown: []privacy.Shown{inside}}, rapport.LevelUnknown, ""},
		{"asked, and it does not disturb", privacy.Watch{Profile: minds(client.ElementCameraInside, 0), Shown: []privacy.Shown{inside}}, rapport.LevelNone, ""},
		{"a camera that is slightly minded", privacy.Watch{Profile: minds(client.ElementCameraInside, -1), Shown: []privacy.Shown{inside}}, rapport.LevelLow, privacy.ReliefCameras},
		{"a camera that is minded", privacy.Watch{Profile: minds(client.ElementCameraInside, -2), Shown: []privacy.Shown{inside}}, rapport.LevelModerate, privacy.ReliefCameras},
		{"a reaction to what is not there any more", privacy.Watch{Profile: minds(client.ElementCameraInside, -3), Shown: []privacy.Shown{uniform}}, rapport.LevelUnknown, ""},
		{"a covered camera, and the reaction that was written down after it, are one thing", privacy.Watch{
			Profile: minds(client.ElementCameraInside, -2), Shown: []privacy.Shown{inside}, Signs: []client.Interaction{seen(client.InteractionCoversCamera, 3)},
		}, rapport.LevelModerate, privacy.ReliefCameras},
		{"silence when an officer comes in, beside a camera that is minded", privacy.Watch{
			Profile: minds(client.ElementCameraInside, -2), Shown: []privacy.Shown{inside}, Signs: []client.Interaction{seen(client.InteractionFallsSilentWhenWeEnter, 3)},
		}, rapport.LevelHigh, privacy.ReliefHearing},
		{"two looks that are minded, though one thing would ease both", privacy.Watch{
			Profile: person(0, felt(client.ElementCloseOfficerDarkSuitLook, client.SettingHome, -3), felt(client.ElementVehicleArmouredHeavy, client.SettingHome, -3)),
			Shown:   []privacy.Shown{{Element: client.ElementCloseOfficerDarkSuitLook, Setting: client.SettingHome}, {Element: client.ElementVehicleArmouredHeavy, Setting: client.SettingHome}},
		}, rapport.LevelHigh, privacy.ReliefLook},
		{"an officer in plain clothes who is minded, and the day it was said, are one thing", privacy.Watch{
			Profile: minds(client.ElementGuardPostOrdinaryClothes, -3), Shown: []privacy.Shown{{Element: client.ElementGuardPostOrdinaryClothes, Setting: client.SettingHome}},
			Signs: []client.Interaction{seen(client.InteractionMindsGuardAtDoor, 3)},
		}, rapport.LevelModerate, privacy.ReliefSight},
		{"one of two things not asked about", privacy.Watch{Profile: minds(client.ElementCameraInside, 0), Shown: []privacy.Shown{inside, uniform}}, rapport.LevelUnknown, ""},
		{"fast driving, which is minded and watches nobody", privacy.Watch{
			Profile: minds(client.ElementDriverFastStyle, -3), Shown: []privacy.Shown{{Element: client.ElementDriverFastStyle, Setting: client.SettingHome}},
		}, rapport.LevelNone, ""},
		{"one joke", privacy.Watch{Profile: person(0), Signs: []client.Interaction{seen(client.InteractionJokesAboutBeingFollowed, 3)}}, rapport.LevelLow, privacy.ReliefDistance},
		{"a sign of more than four weeks ago", privacy.Watch{Profile: person(0), Signs: []client.Interaction{seen(client.InteractionSlipsAway, 29)}}, rapport.LevelUnknown, ""},
		{"something that says nothing about it", privacy.Watch{Profile: person(0), Signs: []client.Interaction{seen(client.InteractionTellsOfSeparation, 1)}}, rapport.LevelUnknown, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			out := watched(t, tt.watch)
			assert.Equal(t, tt.level.String(), out.Level.String())
			if tt.first == "" {
				assert.Empty(t, out.Changes)
				return
			}
			require.NotEmpty(t, out.Changes)
			assert.Equal(t, tt.first, out.Changes[0].Relief)
			assert.NotEmpty(t, out.Changes[0].Reasons)
		})
	}
}

func TestWhatTakesLeastFromTheProtectionIsChangedFirst(t *testing.T) {
	out := watched(t, privacy.Watch{
		Profile: person(0, felt(client.ElementGuardPostUniform, client.SettingHome, -3), felt(client.ElementCameraInside, client.SettingHome, -2)),
		Shown: []privacy.Shown{
			{Element: client.ElementGuardPostUniform, Setting: client.SettingHome}, {Element: client.ElementCameraInside, Setting: client.SettingHome},
			{Element: client.ElementDogPatrol, Setting: client.SettingHome},
		},
		Signs: []client.Interaction{seen(client.InteractionSlipsAway, 2), seen(client.InteractionJokesAboutBeingFollowed, 1)},
	})
	reliefs := []privacy.ReliefID{}
	for _, c := range out.Changes {
		reliefs = append(reliefs, c.Relief)
	}
	assert.Equal(t, []privacy.ReliefID{privacy.ReliefCameras, privacy.ReliefLook, privacy.ReliefDistance, privacy.ReliefRung}, reliefs, "the rung comes last")
	assert.Equal(t, rapport.LevelHigh, out.Level)
	assert.Equal(t, rapport.DateOf(noon).AddDays(7), out.ReviewBy)
	assert.Equal(t, rapport.ID("i-slips-away"), out.First[0].Sign, "the strongest sign first")
	assert.True(t, says(out.Reasons, privacy.CodeShownNotAsked, "/shown/dog-patrol/home"), "what nobody has asked about is named")
}

func TestEveryReliefAndEverySignCanBeReached(t *testing.T) {
	standard := privacy.Standard()
	byElement := map[privacy.ReliefID]bool{}
	ranks := map[int]bool{}
	for _, r := range standard.Reliefs {
		ranks[r.Rank] = true
		for _, element := range r.Elements {
			byElement[r.ID] = true
			shown := privacy.Shown{Element: element, Setting: client.SettingHome}
			out := watched(t, privacy.Watch{Profile: person(0, felt(element, client.SettingHome, -2)), Shown: []privacy.Shown{shown}})
			assert.Equal(t, rapport.LevelModerate, out.Level, "%s", element)
		}
	}
	assert.Len(t, ranks, len(standard.Reliefs))
	for _, s := range standard.Signs {
		out := watched(t, privacy.Watch{Profile: person(0), Signs: []client.Interaction{seen(s.ID, 0)}})
		require.Len(t, out.Changes, 1, "%s", s.ID)
		byElement[out.Changes[0].Relief] = true
	}
	assert.Len(t, byElement, len(standard.Reliefs))
	for _, e := range standardClient.Elements {
		if e.Visibility != rapport.VisibilityUnknown {
			out := watched(t, privacy.Watch{Profile: person(0, felt(e.ID, client.SettingHome, -2)), Shown: []privacy.Shown{{Element: e.ID, Setting: client.SettingHome}}})
			assert.NotEmpty(t, out.Changes, "%s can be seen, and can be eased", e.ID)
		}
	}
}

func TestEveryProblemOfAWatchIsNamedAtItsPlace(t *testing.T) {
	twice := privacy.Shown{Element: client.ElementCameraInside, Setting: client.SettingHome}
	_, err := privacy.Selector{}.FeelsWatched(privacy.Watch{
		Profile: client.Profile{ID: "ms-a"},
		Shown:   []privacy.Shown{twice, twice, {Element: "no-such-element", Setting: "nowhere-known"}},
		Signs:   []client.Interaction{{ID: "i", Kind: "no-such-kind", On: rapport.DateOf(noon).AddDays(1), Setting: "nowhere-known"}},
	}, noon)
	assert.Equal(t, []string{
		"/shown/1 rapport/duplicate-id", "/shown/2/element rapport/unknown-word", "/shown/2/setting rapport/unknown-word",
		"/signs/0/kind rapport/unknown-word", "/signs/0/on rapport/after-moment", "/signs/0/setting rapport/unknown-word",
	}, places(err))
}
