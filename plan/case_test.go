package plan_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
	"github.com/rapport-go/rapport/plan"
)

func TestTheDoorPostStaysUntilSheMindsIt(t *testing.T) {
	before := compose(t, stalkedActor(0), day(0))
	assert.Equal(t, plan.ChangeKindKept, changeOf(t, before, "door").Kind)
	assert.Len(t, entriesOf(before, plan.MeasureUniformedDoorPost), 1)
	assert.True(t, hasCode(lookAt(t, before, "evening").Reasons, plan.CodeRungInForce))

	after := compose(t, stalkedActor(3), day(3))
	change := changeOf(t, after, "door")
	assert.Equal(t, plan.ChangeKindReplaced, change.Kind)
	assert.Contains(t, codesAt(change.Reasons, "/people/ms-a/reactions/r-door"), plan.CodeReactionAgainst)
	assert.NotEmpty(t, change.ReplacedBy)
	assert.Empty(t, entriesOf(after, plan.MeasureUniformedDoorPost))
	for _, e := range after.Entries {
		if e.Setting == client.SettingHome {
			assert.NotEqual(t, rapport.VisibilityOvert, e.Visibility, "%s", e.Measure)
		}
	}
	for _, p := range []plan.Plan{before, after} {
		for _, r := range rowsOf(p, func(r plan.Row) bool { return r.Activity == "evening" && r.Threat == "t-writer" }) {
			assert.Equal(t, rapport.AnswerYes, r.Met, "%s", r.Kind)
		}
	}
	assert.Equal(t, coverAt(t, before, "t-writer", "evening").Need, coverAt(t, after, "t-writer", "evening").Need, "what is asked for stays the same")
}

func TestALikedDoorPostStays(t *testing.T) {
	b := stalkedActor(3)
	b.People[0].Reactions[0].Feeling = mustFeel(2)
	for _, n := range []int{3, 10, 20} {
		b.Threats[0] = stalker(n)
		change := changeOf(t, compose(t, b, day(n)), "door")
		assert.Equal(t, plan.ChangeKindKept, change.Kind, "day %d", n)
	}
}

func TestWhatSpeaksAgainstAMeasureInForce(t *testing.T) {
	wish := func(strength client.Strength) func(*plan.Brief) {
		return func(b *plan.Brief) { b.People[0].Wishes[0].Strength = strength }
	}
	react := func(n int, setting client.Setting) func(*plan.Brief) {
		return func(b *plan.Brief) {
			b.People[0].Reactions = []client.Reaction{{ID: "r", Element: client.ElementGuardPostUniform, Setting: setting, Feeling: mustFeel(n), On: on(0)}}
		}
	}
	cases := map[string]struct {
		change func(*plan.Brief)
		kind   plan.ChangeKind
		ground rapport.Path
	}{
		"nothing but a plain wish":               {func(*plan.Brief) {}, plan.ChangeKindKept, "/in_force/door"},
		"slight discomfort":                      {react(-1, client.SettingHome), plan.ChangeKindKept, "/in_force/door"},
		"clear discomfort":                       {react(-2, client.SettingHome), plan.ChangeKindReplaced, "/people/ms-a/reactions/r"},
		"discomfort in another setting":          {react(-3, client.SettingGym), plan.ChangeKindKept, "/in_force/door"},
		"a strong wish":                          {wish(client.StrengthStrong), plan.ChangeKindReplaced, "/people/ms-a/wishes/w-uniform"},
		"a line":                                 {wish(client.StrengthLine), plan.ChangeKindReplaced, "/people/ms-a/wishes/w-uniform"},
		"no threat at the home any more":         {func(b *plan.Brief) { b.Threats, b.People[0].Concerns = nil, nil }, plan.ChangeKindDropped, "/in_force/door"},
		"a newer liking, and then no plain wish": {react(1, client.SettingHome), plan.ChangeKindKept, "/in_force/door"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			b := stalkedActor(0)
			c.change(&b)
			change := changeOf(t, compose(t, b, day(0)), "door")
			assert.Equal(t, c.kind, change.Kind)
			assert.NotEmpty(t, codesAt(change.Reasons, c.ground), "%v", change.Reasons)
		})
	}
}

func TestSomebodyIsBesideHerAtThePremiereAndNoLonger(t *testing.T) {
	for _, n := range []int{0, 14, 20} {
		p := compose(t, stalkedActor(n), day(n))
		beside := bodies(p, "premiere")
		require.Len(t, beside, 1, "day %d", n)
		assert.Equal(t, stalkedActor(n).People[0].Activities[5].On.To.UTC(), beside[0].To)
		advance := entriesOf(p, plan.MeasureAdvanceVisit)
		require.Len(t, advance, 1)
		assert.False(t, advance[0].To.IsZero())
	}
	after := compose(t, stalkedActor(22), day(22))
	for _, e := range after.Entries {
		assert.NotEqual(t, rapport.ID("premiere"), e.Activity)
		assert.NotEqual(t, rapport.VisibilityOvert, e.Visibility, "%s", e.Measure)
	}
}

func TestTheGymIsKeptAndSomebodyThereKnowsTheFaceOrThePatternChanges(t *testing.T) {
	for _, n := range []int{0, 3, 10, 14} {
		p := compose(t, stalkedActor(n), day(n))
		rows := rowsOf(p, func(r plan.Row) bool { return r.Kind == plan.RowKindKnownPlace && r.Activity == "gym" })
		require.Len(t, rows, 1)
		assert.Equal(t, rapport.AnswerYes, rows[0].Met)
		assert.Contains(t, codesAt(rows[0].Reasons, "/threats/t-writer"), plan.CodePlaceKnown)
	}
	assert.Empty(t, rowsOf(compose(t, stalkedActor(10), day(10)), func(r plan.Row) bool {
		return r.Kind == plan.RowKindKnownPlace && r.Activity == "coffee"
	}))
}

func TestAnHourTheSourceKnowsIsChanged(t *testing.T) {
	pattern := func(b plan.Brief) []plan.Row {
		return rowsOf(compose(t, b, day(3)), func(r plan.Row) bool { return r.Kind == plan.RowKindPattern })
	}
	b := stalkedActor(3)
	rows := pattern(b)
	require.Len(t, rows, 1)
	assert.Equal(t, rapport.ID("gym"), rows[0].Activity)
	assert.Equal(t, rapport.AnswerYes, rows[0].Met)
	assert.Len(t, entriesOf(compose(t, b, day(3)), plan.MeasureVariedRoutine), 1, "the gym stays, its hour does not")
	b.Threats[0].Contacts = b.Threats[0].Contacts[:2] // seen once
	assert.Empty(t, pattern(b))
}

func TestALobbyWaitStepsUpAtHomeAndANoteByHandEverywhere(t *testing.T) {
	levels := func(n int) map[rapport.ID]rapport.Level {
		found := map[rapport.ID]rapport.Level{}
		for _, r := range compose(t, stalkedActor(n), day(n)).Rows {
			if r.Kind == plan.RowKindCover && r.Threat == "t-writer" && !online(r) {
				found[r.Activity] = r.Level
			}
		}
		return found
	}
	m, h := rapport.LevelModerate, rapport.LevelHigh
	assert.Equal(t, map[rapport.ID]rapport.Level{"evening": m, "gym": m, "coffee": m, "shoot": m, "premiere": m}, levels(3))
	assert.Equal(t, map[rapport.ID]rapport.Level{"evening": h, "gym": m, "coffee": m, "shoot": m, "premiere": m}, levels(10))
	assert.Equal(t, map[rapport.ID]rapport.Level{"evening": h, "gym": h, "coffee": h, "shoot": h, "premiere": h}, levels(14))
}

func TestAtAHighLevelAPersonIsWhereSheIs(t *testing.T) {
	withDesk := compose(t, stalkedActor(14), day(14))
	for _, activity := range []rapport.ID{"gym", "coffee", "shoot", "premiere"} {
		assert.Len(t, bodies(withDesk, activity), 1, "%s", activity)
	}
	home := rowsOf(withDesk, func(r plan.Row) bool { return r.Kind == plan.RowKindPerson && r.Activity == "evening" })
	require.Len(t, home, 1)
	assert.Equal(t, rapport.AnswerYes, home[0].Met)
	room := entriesOf(withDesk, plan.MeasureNearbyResponseRoom)
	require.Len(t, room, 1)
	assert.Equal(t, []rapport.ID{room[0].ID}, home[0].By, "the desk is not ours, and a button is not a person")
	assert.Len(t, entriesOf(withDesk, plan.MeasureDuressAlarm), 1, "the room nearby requires the alarm")

	b := stalkedActor(14)
	b.CovertAgreed = nil // nobody covert without her agreement
	assert.Empty(t, entriesOf(compose(t, b, day(14)), plan.MeasureNearbyResponseRoom))
}

func TestWhatLeansOnPeopleWhoAreNotOursSaysSo(t *testing.T) {
	p := compose(t, stalkedActor(3), day(3))
	e := entriesOf(p, plan.MeasurePoliceLiaison)
	require.NotEmpty(t, e)
	assert.Equal(t, []client.Role{client.RolePoliceLiaison}, e[0].LeansOn)
	assert.True(t, hasCode(e[0].Reasons, plan.CodeLeansOn))
	row := coverAt(t, p, "t-writer", "evening")
	assert.Contains(t, row.LeansOn, client.RolePoliceLiaison)
	assert.True(t, hasCode(row.Reasons, plan.CodeLeansOn))
}

func TestAnAnxiousEveningGetsAWordAtAnAgreedHour(t *testing.T) {
	p := compose(t, stalkedActor(20), day(20))
	assert.Len(t, entriesOf(p, plan.MeasureReassuranceTouchpoints), 1)
	calm := stalkedActor(20)
	calm.People[0].Evidence = nil
	calm.People[0].Concerns = nil
	assert.Empty(t, entriesOf(compose(t, calm, day(20)), plan.MeasureReassuranceTouchpoints))
}

func TestWithoutPhotographersTheStalkerIsCoveredAsBefore(t *testing.T) {
	for _, n := range []int{0, 3, 10, 20} {
		b := stalkedActor(n)
		b.Threats = b.Threats[:1]
		with, without := compose(t, stalkedActor(n), day(n)), compose(t, b, day(n))
		for _, r := range without.Rows {
			assert.Equal(t, rapport.AnswerYes, r.Met, "day %d %s", n, r.Kind)
		}
		assert.LessOrEqual(t, without.Burden, with.Burden)
		assert.Empty(t, rowsOf(without, func(r plan.Row) bool { return r.Threat == "t-photo" }))
	}
}

func TestAHigherLevelNeverNeedsLess(t *testing.T) {
	need := func(level rapport.Level) map[rapport.ID]int {
		b := stalkedActor(3)
		b.Threats[0].Level = level
		found := map[rapport.ID]int{}
		for _, r := range compose(t, b, day(3)).Rows {
			if r.Threat == "t-writer" {
				found[r.ID] = r.Need
			}
		}
		return found
	}
	lower := need(rapport.LevelLow)
	for _, level := range []rapport.Level{rapport.LevelModerate, rapport.LevelHigh, rapport.LevelSevere} {
		higher := need(level)
		for id, points := range lower {
			assert.GreaterOrEqual(t, higher[id], points, "%s at %s", id, level)
		}
		assert.Greater(t, len(higher), 0)
		lower = higher
	}
}

func TestPrivacyRankedLowerNeverLowersCover(t *testing.T) {
	b := stalkedActor(14)
	high := compose(t, b, day(14))
	b.People[0].Priorities = [][]client.Need{{client.NeedProtection}, {client.NeedComfort}, {client.NeedAutonomy}, {client.NeedPrivacy}}
	low := compose(t, b, day(14))
	require.Len(t, low.Rows, len(high.Rows))
	for i, r := range low.Rows {
		assert.Equal(t, high.Rows[i].Need, r.Need)
		assert.Equal(t, rapport.AnswerYes, r.Met, "%s %s", r.Kind, r.Activity)
	}
}

func TestNotTooManyPeople(t *testing.T) {
	quiet := compose(t, stalkedActor(3), day(3))
	assert.Empty(t, bodies(quiet, "gym"))
	assert.Empty(t, bodies(quiet, "coffee"))
	assert.LessOrEqual(t, len(quiet.Entries), 17)
	for _, x := range []struct{ n, hours int }{{3, 70}, {20, 280}} { // a post day and night takes 168
		hours := 0
		for _, e := range compose(t, stalkedActor(x.n), day(x.n)).Entries {
			hours += e.Hours
		}
		assert.LessOrEqual(t, hours, x.hours, "staff hours a week on day %d", x.n)
	}
}

func TestWorryWithoutThreatGetsReassuranceNotGuards(t *testing.T) {
	b := plan.Brief{People: []client.Profile{{ID: "p", Concerns: []client.Concern{
		{ID: "c-1", Kind: client.ConcernStalking, Emotion: rapport.LevelSevere},
		{ID: "c-2", Kind: client.ConcernLookingDifficult, Emotion: rapport.LevelHigh},
	}}}}
	p := compose(t, b, day(0))
	require.Len(t, p.Entries, 1)
	assert.Equal(t, plan.MeasureReassuranceTouchpoints, p.Entries[0].Measure)
	assert.Equal(t, []rapport.ID{p.Entries[0].ID}, p.Concerns[0].By)
	assert.True(t, hasCode(p.Concerns[0].Reasons, plan.CodeConcernWithoutThreat))
	assert.True(t, hasCode(p.Concerns[1].Reasons, plan.CodeConcernDiscretion))
	assert.Empty(t, p.Concerns[1].By)
}

func TestFansAreMetInAStructuredWayWhereSheWishesIt(t *testing.T) {
	b := stalkedActor(14)
	assert.Len(t, entriesOf(compose(t, b, day(14)), plan.MeasureStructuredFanContact), 1)
	b.People[0].Wishes = b.People[0].Wishes[3:]
	assert.Empty(t, entriesOf(compose(t, b, day(14)), plan.MeasureStructuredFanContact))
}

func TestWhatIsMindedStaysOnlyWhereNothingElseMayBeUsed(t *testing.T) {
	p := compose(t, telling()[3], day(14))
	change := changeOf(t, p, "door")
	assert.Equal(t, plan.ChangeKindKept, change.Kind)
	assert.True(t, hasCode(change.Reasons, plan.CodeNeededAllTheSame))
	assert.NotEmpty(t, codesAt(change.Reasons, "/people/ms-a/reactions/r-door"))
	assert.True(t, hasCode(lookAt(t, p, "evening").Reasons, plan.CodeRungUp))
}

func TestANewerLikingOutranksAnOlderPlainWish(t *testing.T) {
	b := stalkedActor(14)
	b.Facts, b.CovertAgreed, b.InForce = nil, nil, nil
	b.People[0].Wishes = []client.Wish{{ID: "w", Kind: client.WishNotFollowed, Strength: client.StrengthWish, On: on(1)}}
	minded := compose(t, b, day(14))
	b.People[0].Reactions = append(b.People[0].Reactions, client.Reaction{ID: "r", Element: client.ElementCloseOfficerDistanceNear, Setting: client.SettingGym, Feeling: mustFeel(1), On: on(5)})
	liked := compose(t, b, day(14))
	assert.Less(t, liked.Burden, minded.Burden)
	gym := bodies(liked, "gym")
	require.Len(t, gym, 1)
	assert.Empty(t, codesAt(gym[0].Reasons, "/people/ms-a/wishes/w"))
	assert.Contains(t, codesAt(gym[0].Reasons, "/people/ms-a/reactions/r"), plan.CodeReactionFor)
}

func TestOnlyANewerLikingOutranksAPlainWish(t *testing.T) {
	cases := map[string]struct {
		liked rapport.Date
		stays bool
	}{
		"a liking older than the wish":    {on(3), true},
		"a liking on the day of the wish": {on(4), true},
		"a liking on the day after":       {on(5), false},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			b := stalkedActor(14)
			b.Facts, b.CovertAgreed, b.InForce = nil, nil, nil
			b.People[0].Wishes = []client.Wish{{ID: "w", Kind: client.WishNotFollowed, Strength: client.StrengthWish, On: on(4)}}
			b.People[0].Reactions = append(b.People[0].Reactions, client.Reaction{ID: "r", Element: client.ElementCloseOfficerDistanceNear, Setting: client.SettingGym, Feeling: mustFeel(1), On: c.liked})
			gym := bodies(compose(t, b, day(14)), "gym")
			require.Len(t, gym, 1)
			assert.Equal(t, c.stays, len(codesAt(gym[0].Reasons, "/people/ms-a/wishes/w")) > 0, "%v", gym[0].Reasons)
		})
	}
}

func TestASteadyTeamInForceIsOneChangeWhoeverIsInIt(t *testing.T) {
	b := stalkedActor(14)
	b.InForce = []plan.InForce{
		{ID: "beside", Measure: plan.MeasureCloseOfficerOrdinary, Person: "ms-a", Activity: "shoot"},
		{ID: "team", Measure: plan.MeasureFamiliarSmallTeam, Person: "ms-a", Activity: "shoot"},
	}
	p := compose(t, b, day(14))
	var kinds []plan.ChangeKind
	for _, c := range p.Changes {
		if c.InForce == "team" {
			kinds = append(kinds, c.Kind)
		}
	}
	assert.Equal(t, []plan.ChangeKind{plan.ChangeKindKept}, kinds)
	b.InForce = p.InForce(b.InForce)
	assert.Zero(t, compose(t, b, day(14)).Burden, "all of it is paid for")
}

func TestWhatWasChosenStaysInForceForTheNextPlan(t *testing.T) {
	b := stalkedActor(3)
	first := compose(t, b, day(3))
	b.InForce = first.InForce(b.InForce)
	second := compose(t, b, day(4))
	assert.Equal(t, len(first.Entries), len(second.Entries))
	assert.Zero(t, second.Burden, "all of it is paid for")
	for _, c := range second.Changes {
		assert.Equal(t, plan.ChangeKindKept, c.Kind, "%s", c.Measure)
	}
	for _, f := range second.InForce(b.InForce) {
		assert.Equal(t, day(3).UTC(), f.Since, "%s", f.Measure)
	}

	for i := range b.InForce {
		b.InForce[i].Since = b.InForce[i].Since.In(cet)
	}
	assert.Equal(t, day(3).UTC(), second.InForce(b.InForce)[0].Since, "in UTC, whatever zone it came in")
	b.InForce = second.InForce(b.InForce)
	after := compose(t, b, day(22)) // the premiere is over
	for _, e := range second.Entries {
		if e.Activity == "premiere" {
			change := changeOf(t, after, e.ID)
			assert.Equal(t, plan.ChangeKindDropped, change.Kind)
			assert.True(t, hasCode(change.Reasons, plan.CodeGroundEnded))
		}
	}
}

func TestAnAnxiousHourIsOneThatTheActivityFallsInto(t *testing.T) {
	asked := func(weekly []rapport.Hours) int {
		b := stalkedActor(14)
		b.People[0].Activities[0].Weekly = weekly
		return len(rowsOf(compose(t, b, day(14)), func(r plan.Row) bool { return r.Kind == plan.RowKindReassure && r.Activity == "evening" }))
	}
	assert.Equal(t, 1, asked(window("19:00", "06:00")))
	assert.Equal(t, 1, asked(window("23:00", "23:30")))
	assert.Equal(t, 1, asked(window("12:00", "12:00")), "the whole day")
	assert.Equal(t, 1, asked(nil), "at no fixed time")
	assert.Equal(t, 0, asked(window("06:00", "12:00")))
}
