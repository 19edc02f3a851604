package client_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
)

func gym() client.Activity {
	return client.Activity{ID: "a-gym", Kind: client.ActivityExercise, Weekly: []rapport.Hours{window("06:30", "08:00", rapport.DayMon, rapport.DayWed, rapport.DayFri)}}
}

// twelveWeeks are the visits of twelve weeks: 33 of 36 kept, four of five within ten minutes, one
// place, the same door 30 times.
func twelveWeeks() ([]client.Visit, time.Time) {
	monday := time.Date(2026, time.November, 9, 0, 0, 0, 0, time.UTC)
	var visits []client.Visit
	for week := range 12 {
		for i, day := range []int{0, 2, 4} {
			n := week*3 + i
			if n%12 == 11 {
				continue
			}
			v := client.Visit{At: monday.AddDate(0, 0, week*7+day).Add(6*time.Hour + 30*time.Minute + time.Duration(n%4*5)*time.Minute), Place: "gym-1", Way: "front"}
			if n%12 == 5 {
				v.Way = "side"
			}
			visits = append(visits, v)
		}
	}
	return visits, monday.AddDate(0, 0, 12*7-1)
}

func TestVisitsAreCountedAgainstThePattern(t *testing.T) {
	visits, at := twelveWeeks()
	r, err := client.RoutineOf(gym(), visits, at)
	require.NoError(t, err)
	assert.Equal(t, client.Routine{Planned: 36, Kept: 33, Within: 10, Place: 33, Way: 30, Until: rapport.DateOf(at)}, r)
}

func TestVisitsOffThePatternAndSecondVisitsOfADayAreLeftOut(t *testing.T) {
	visits, at := twelveWeeks()
	extra := append([]client.Visit{{At: visits[0].At.Add(10 * time.Hour), Place: "gym-2"}, {At: visits[0].At.AddDate(0, 0, 1), Place: "gym-3"}}, visits...)
	r, err := client.RoutineOf(gym(), extra, at)
	require.NoError(t, err)
	assert.Equal(t, 33, r.Kept)
	assert.Equal(t, 33, r.Place)
}

func TestArrivalsAroundMidnightAreNearOneAnother(t *testing.T) {
	late := client.Activity{ID: "a-dog", Kind: client.ActivityWalkOrDog, Weekly: []rapport.Hours{window("23:50", "00:30")}}
	var visits []client.Visit
	for day := range 10 {
		visits = append(visits, client.Visit{At: time.Date(2027, time.January, 1+day, 23, 50+day%2*5, 0, 0, time.UTC)})
	}
	visits = append(visits, client.Visit{At: time.Date(2027, time.January, 12, 0, 5, 0, 0, time.UTC)})
	r, err := client.RoutineOf(late, visits, time.Date(2027, time.January, 13, 0, 0, 0, 0, time.UTC))
	require.NoError(t, err)
	assert.LessOrEqual(t, r.Within, 15)
}

func TestWhatCannotBeCountedIsNamed(t *testing.T) {
	visits, at := twelveWeeks()
	_, err := client.RoutineOf(client.Activity{ID: "a", Kind: client.ActivityExercise}, []client.Visit{{}, {At: at.Add(time.Hour), Place: "a place", Way: "a door"}, {At: at.AddDate(-20, 0, 0)}}, at)
	for pointer, code := range map[rapport.Pointer]rapport.Code{
		"/activity/weekly": rapport.CodeRequired, "/visits/0/at": rapport.CodeRequired, "/visits/1/at": rapport.CodeAfterMoment,
		"/visits/1/place": rapport.CodeMalformedID, "/visits/1/way": rapport.CodeMalformedID, "/visits/2/at": rapport.CodeOutOfRange,
	} {
		assertProblem(t, err, pointer, code)
	}
	_, err = client.RoutineOf(gym(), visits, time.Time{})
	assertProblem(t, err, "", rapport.CodeNoMoment)
	_, err = client.RoutineOf(gym(), nil, at)
	assertProblem(t, err, "/visits", rapport.CodeRequired)
}

func countedGym() client.Activity {
	a := gym()
	a.Routine = client.Routine{Planned: 36, Kept: 33, Within: 15, Place: 33, Way: 30, Until: on("2027-02-01")}
	return a
}

func activity(t *testing.T, a client.Activity) (client.ActivityScore, client.Scores) {
	t.Helper()
	s := score(t, client.Profile{ID: "p", Activities: []client.Activity{a}})
	require.Len(t, s.Activities, 1)
	return s.Activities[0], s
}

func TestACountedRoutineIsAChanceThatAPersonCanCheck(t *testing.T) {
	a, s := activity(t, countedGym())
	assert.InDelta(t, .833, a.Counted.Chance.Value, .0005, "five of six waits would meet her")
	assert.InDelta(t, .917, a.Counted.Day, .0005)
	assert.InDelta(t, 1, a.Counted.Time, .0005)
	assert.InDelta(t, .909, a.Counted.Way, .0005)
	assert.Equal(t, rapport.LevelSevere, a.Predictable)
	left := map[client.Lever]float64{}
	for _, l := range a.Counted.Levers {
		left[l.Lever] = l.Chance
	}
	assert.InDelta(t, .185, left[client.LeverTime], .0005)
	assert.InDelta(t, .458, left[client.LeverWay], .0005)
	assert.InDelta(t, .5, left[client.LeverPlace], .0005)
	assert.InDelta(t, .519, left[client.LeverDay], .0005)
	assert.Equal(t, client.LeverTime, a.Counted.Levers[0].Lever, "the first lever leaves least")
	i := indexOf(s.Reasons, client.CodeRoutineCounted)
	require.GreaterOrEqual(t, i, 0)
	assert.Contains(t, s.Reasons[i].Text, "5 of 6 waits")
}

func indexOf(reasons []rapport.Reason, code rapport.Code) int {
	for i, r := range reasons {
		if r.Code == code {
			return i
		}
	}
	return -1
}

func TestEachFactorMovesTheChance(t *testing.T) {
	base, _ := activity(t, countedGym())
	for name, change := range map[string]func(*client.Routine){
		"fewer occasions kept":   func(r *client.Routine) { r.Planned = 60 },
		"arrivals further apart": func(r *client.Routine) { r.Within = 60 },
		"a second place":         func(r *client.Routine) { r.Place = 20 },
		"a second door":          func(r *client.Routine) { r.Way = 17 },
		"all of it, a little each": func(r *client.Routine) {
			*r = client.Routine{Planned: 40, Kept: 33, Within: 25, Place: 30, Way: 25, Until: r.Until}
		},
	} {
		t.Run(name, func(t *testing.T) {
			a := countedGym()
			change(&a.Routine)
			less, _ := activity(t, a)
			assert.Less(t, less.Counted.Chance.Value, base.Counted.Chance.Value)
		})
	}
}

func TestTheChanceIsPutIntoAWord(t *testing.T) {
	for _, c := range []struct {
		within int
		want   rapport.Level
	}{{15, rapport.LevelSevere}, {28, rapport.LevelHigh}, {60, rapport.LevelModerate}, {200, rapport.LevelLow}} {
		a := countedGym()
		a.Routine.Within = c.within
		got, _ := activity(t, a)
		assert.Equal(t, c.want, got.Predictable, "within %d minutes", c.within)
	}
	a := countedGym()
	a.Routine.Within, a.Announced = 200, rapport.AnswerYes
	got, _ := activity(t, a)
	assert.Equal(t, rapport.LevelHigh, got.Predictable, "what anybody can read is at least high")
}

func TestFewVisitsSayTooLittleAndThePatternAnswers(t *testing.T) {
	a := countedGym()
	a.Routine = client.Routine{Planned: 5, Kept: 5, Within: 5, Place: 5, Way: 5, Until: on("2027-02-01")}
	got, s := activity(t, a)
	assert.False(t, got.Counted.Chance.Known())
	assert.Empty(t, got.Counted.Levers)
	assert.Equal(t, rapport.LevelHigh, got.Predictable, "the same start on several days")
	assert.GreaterOrEqual(t, indexOf(s.Reasons, client.CodeRoutineFew), 0)

	a.Routine, a.Pattern = client.Routine{}, client.PatternMonthly
	got, _ = activity(t, a)
	assert.Equal(t, rapport.LevelLow, got.Predictable)
}

func TestTheFirstLeverIsOneThatThePersonIsReadyFor(t *testing.T) {
	a := countedGym()
	a.Levers = []client.Lever{client.LeverWay}
	got, _ := activity(t, a)
	assert.Equal(t, client.LeverScore{Lever: client.LeverWay, Chance: got.Counted.Levers[0].Chance, Ready: rapport.AnswerYes}, got.Counted.Levers[0])
	assert.Equal(t, rapport.AnswerNo, got.Counted.Levers[1].Ready)

	a.Levers, a.Stays = nil, rapport.AnswerYes
	got, _ = activity(t, a)
	for _, l := range got.Counted.Levers {
		assert.Equal(t, rapport.AnswerNo, l.Ready, "it has to stay as it is")
	}
	a.Stays = rapport.AnswerUnsaid
	got, _ = activity(t, a)
	assert.Equal(t, rapport.AnswerUnsaid, got.Counted.Levers[0].Ready)
}

func TestCountsThatDoNotFitAreRefused(t *testing.T) {
	a := client.Activity{ID: "a", Kind: client.ActivityExercise, Pattern: "now-and-then", Stays: rapport.AnswerYes, Levers: []client.Lever{client.LeverTime, client.LeverTime, client.LeverUnknown, 9},
		Routine: client.Routine{Planned: 3, Kept: 4, Within: -1, Place: 5, Way: -1}}
	err := client.Scorer{}.CheckActivity(a)
	for pointer, code := range map[rapport.Pointer]rapport.Code{
		"/routine/kept": rapport.CodeOutOfRange, "/routine/within": rapport.CodeOutOfRange, "/routine/place": rapport.CodeOutOfRange, "/routine/way": rapport.CodeOutOfRange,
		"/routine/until": rapport.CodeRequired, "/levers": rapport.CodeOutOfRange, "/levers/1": rapport.CodeDuplicateID, "/levers/2": rapport.CodeRequired, "/levers/3": rapport.CodeOutOfRange,
		"/pattern": rapport.CodeUnknownWord,
	} {
		assertProblem(t, err, pointer, code)
	}
}
