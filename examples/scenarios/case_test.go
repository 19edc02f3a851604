package scenarios_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
	"github.com/rapport-go/rapport/examples/scenarios"
	"github.com/rapport-go/rapport/plan"
	"github.com/rapport-go/rapport/privacy"
)

func o1(t *testing.T) scenarios.Case {
	t.Helper()
	c, ok := scenarios.Named("o1")
	require.True(t, ok)
	return c
}

func day(c scenarios.Case, n int) time.Time { return c.Start.AddDate(0, 0, n).Add(8 * time.Hour) }

func TestNamed_ReadsEveryEmbeddedCase(t *testing.T) {
	for _, name := range scenarios.Names() {
		c, ok := scenarios.Named(name)
		require.True(t, ok)
		assert.Equal(t, rapport.ID(name), c.ID)
		_, err := c.Run(plan.Planner{}, privacy.Policy{}, c.Now)
		require.NoError(t, err)
	}
	_, ok := scenarios.Named("none")
	assert.False(t, ok)
}

// TestDoc_TheCaseInThePackageCommentIsOne reads the case out of the package comment, without the remarks
// in its right-hand column.
func TestDoc_TheCaseInThePackageCommentIsOne(t *testing.T) {
	source, err := os.ReadFile("doc.go")
	require.NoError(t, err)
	var text strings.Builder
	remark := regexp.MustCompile(`\s{4,}[a-z][^"{}\[\]]*$`)
	for _, line := range strings.Split(string(source), "\n") {
		if code, ok := strings.CutPrefix(line, "//\t"); ok {
			text.WriteString(remark.ReplaceAllString(code, "") + "\n")
		}
	}
	c, err := scenarios.Read([]byte(text.String()))
	require.NoError(t, err)
	steps, err := c.Run(plan.Planner{}, privacy.Policy{}, c.Now)
	require.NoError(t, err)
	assert.Len(t, steps, 3, "the start, the note, now")
	answers, err := c.Answers(privacy.Policy{}, c.Now)
	require.NoError(t, err)
	for _, a := range answers {
		assert.Equal(t, privacy.VerdictFull, a.Decision.Verdict)
	}
}

func TestCase_SurvivesStoringAndReading(t *testing.T) {
	c := o1(t)
	text, err := json.Marshal(c)
	require.NoError(t, err)
	back, err := scenarios.Read(text)
	require.NoError(t, err)
	again, err := json.Marshal(back)
	require.NoError(t, err)
	assert.JSONEq(t, string(text), string(again))
}

func TestAt_CountsEventsFromTheirOwnMoment(t *testing.T) {
	c := o1(t)
	assert.Empty(t, c.At(day(c, 1)).Brief.People[0].Reactions)
	assert.Len(t, c.At(day(c, 3)).Brief.People[0].Reactions, 2)
	contacts := func(n int) int { return len(c.At(day(c, n)).Brief.Threats[0].Contacts) }
	assert.Equal(t, contacts(3)+1, contacts(10))
	assert.Equal(t, contacts(10)+1, contacts(14))
	assert.Equal(t, 20, c.Day(c.Now))
	assert.Empty(t, c.People[0].Reactions, "the case itself does not change")
}

func TestAt_FoldsEachKindOfEvent(t *testing.T) {
	c := o1(t)
	at := c.Now.Add(-time.Hour)
	c.Events = []scenarios.Event{
		{ID: "e-1", At: at, Text: "x", Assessment: &scenarios.AssessmentEvent{Threat: "t-photo", Level: rapport.LevelLow, Assessor: client.AssessorAuthority}},
		{ID: "e-2", At: at, Text: "x", Wish: &scenarios.WishEvent{Person: "ms-a", Kind: client.WishNoUniformAt, Strength: client.StrengthLine}},
		{ID: "e-3", At: at, Text: "x", Activity: &scenarios.ActivityEvent{Person: "ms-a", Activity: client.Activity{ID: "gym", Kind: client.ActivityExercise, Setting: client.SettingPark}}},
		{ID: "e-4", At: at, Text: "x", Activity: &scenarios.ActivityEvent{Person: "ms-a", Activity: client.Activity{ID: "new", Kind: client.ActivityShopping}}},
		{ID: "e-5", At: at, Text: "x", Assignment: &privacy.Assignment{ID: "as-lead", Person: "other"}},
		{ID: "e-6", At: at, Text: "x", Note: &scenarios.Note{ID: "n-new", Text: "new"}},
	}
	s, before := c.At(c.Now), c.At(at.Add(-time.Minute))
	assert.Equal(t, rapport.LevelLow, s.Brief.Threats[1].Level)
	assert.Equal(t, at, s.Brief.Threats[1].AssessedAt)
	p := s.Brief.People[0]
	assert.True(t, slices.ContainsFunc(p.Wishes, func(w client.Wish) bool { return w.ID == "e-2" && w.Strength == client.StrengthLine }))
	assert.Equal(t, len(before.Brief.People[0].Activities)+1, len(p.Activities), "one is new, one is replaced")
	assert.True(t, slices.ContainsFunc(p.Activities, func(a client.Activity) bool { return a.ID == "gym" && a.Setting == client.SettingPark }))
	assert.Equal(t, rapport.ID("other"), s.Register.Assignments[0].Person)
	assert.Len(t, s.Register.Assignments, len(before.Register.Assignments))
	assert.Len(t, s.Notes, len(before.Notes)+1)
}

func TestRun_CarriesWhatIsInForceFromPlanToPlan(t *testing.T) {
	c := o1(t)
	steps, err := c.Run(plan.Planner{}, privacy.Policy{}, c.Now)
	require.NoError(t, err)
	require.Equal(t, c.Start, steps[0].At)
	require.Equal(t, c.Now, steps[len(steps)-1].At)
	assert.True(t, slices.IsSortedFunc(steps, func(a, b scenarios.Step) int { return a.At.Compare(b.At) }))
	for i := range steps[1:] {
		carried := map[plan.MeasureID]bool{}
		for _, f := range steps[i+1].State.Brief.InForce {
			carried[f.Measure] = true
		}
		for _, e := range steps[i].Plan.Entries {
			assert.True(t, carried[e.Measure], "%s is in force after day %d", e.Measure, c.Day(steps[i].At))
		}
	}
}

func TestRun_DoesNotDependOnTheOrderOfTheFile(t *testing.T) {
	c := o1(t)
	want, err := c.Run(plan.Planner{}, privacy.Policy{}, c.Now)
	require.NoError(t, err)
	text, err := json.Marshal(want[len(want)-1].Plan)
	require.NoError(t, err)
	for seed := range uint64(5) {
		mixed := o1(t)
		rand.New(rand.NewPCG(seed, 1)).Shuffle(len(mixed.Events), func(i, j int) { mixed.Events[i], mixed.Events[j] = mixed.Events[j], mixed.Events[i] })
		rand.New(rand.NewPCG(seed, 2)).Shuffle(len(mixed.Threats), func(i, j int) { mixed.Threats[i], mixed.Threats[j] = mixed.Threats[j], mixed.Threats[i] })
		got, err := mixed.Run(plan.Planner{}, privacy.Policy{}, mixed.Now)
		require.NoError(t, err)
		same, err := json.Marshal(got[len(got)-1].Plan)
		require.NoError(t, err)
		assert.Equal(t, string(text), string(same))
	}
}

func TestRead_NamesReferencesThatPointToNothing(t *testing.T) {
	c := o1(t)
	c.Asks[0].Principal, c.Notes[0].Principal = "nobody", "nobody"
	c.Events = append(c.Events, scenarios.Event{ID: "e-x", At: c.Now, Text: "x", Contact: &scenarios.ContactEvent{Threat: "nothing", Kind: client.ContactLetter}})
	err := c.Validate()
	var places []string
	for _, p := range rapport.Problems(err) {
		places = append(places, string(p.Pointer))
		assert.Equal(t, rapport.CodeUnknownID, p.Code)
	}
	assert.Equal(t, []string{"/asks/0/principal", fmt.Sprintf("/events/%d/contact/threat", len(c.Events)-1), "/notes/0/principal"}, places)
}

func TestRead_NamesWhatIsMissingInTheCaseItself(t *testing.T) {
	_, err := scenarios.Read([]byte(`{"events":[{}],"labels":[{"id":"a"}],"asks":[{}],"notes":[{"grains":["unknown"]}]}`))
	for _, place := range []string{"/id: ", "/title: ", "/start: ", "/now: ", "/events/0: ", "/events/0/id: ", "/events/0/at: ", "/labels/0/text: ", "/asks/0/role: ", "/notes/0/text: ", "/notes/0/grains/0: "} {
		assert.Contains(t, err.Error(), place)
	}
}

func ExampleCase_Run() {
	c, _ := scenarios.Named("o1")
	steps, err := c.Run(plan.Planner{}, privacy.Policy{}, c.Now)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, step := range steps {
		for _, change := range step.Plan.Changes {
			if change.Measure == plan.MeasureUniformedDoorPost {
				fmt.Printf("day %d: %s is %s\n", c.Day(step.At), change.Measure, change.Kind)
			}
		}
	}
	// Output:
	// day 0: uniformed-door-post is kept
	// day 3: uniformed-door-post is replaced
}
