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
		_, err := c.Run(scenarios.Engines{}, c.Now)
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
	steps, err := c.Run(scenarios.Engines{}, c.Now)
	require.NoError(t, err)
	assert.Len(t, steps, 3, "the start, the note, now")
	answers, err := c.Answers(scenarios.Engines{}, c.Now)
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

func TestSchemas_DescribeEveryStoredType(t *testing.T) {
	for _, v := range []any{client.Profile{}, client.Threat{}, plan.Brief{}, plan.Plan{}, privacy.Register{}, scenarios.Case{}, client.Catalogue{}, privacy.Catalogue{}, plan.Catalogue{}} {
		schema, err := rapport.SchemaOf(v)
		require.NoError(t, err, "%T", v)
		assert.True(t, json.Valid(schema))
		assert.Contains(t, string(schema), `"additionalProperties": false`)
	}
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

func TestAt_SharesNoMemoryWithTheCase(t *testing.T) {
	c := o1(t)
	want, err := json.Marshal(c)
	require.NoError(t, err)
	s := c.At(c.Now)
	p := &s.Brief.People[0]
	p.Priorities[0][0], p.Activities[1].Weekly[0].Days[0] = client.NeedComfort, rapport.DaySun
	p.Evidence[4].Hours.From, p.Wishes[0].Words, p.Reactions[0].Words = rapport.Clock{}, "changed", "changed"
	s.Brief.Threats[0].Settings[0], s.Brief.Threats[0].Contacts[0].ID = "changed", "changed"
	s.Brief.InForce[0].ID, s.Brief.Facts[0].Condition, s.Brief.CovertAgreed[0] = "changed", "changed", "changed"
	s.Register.Contacts[0].ID, s.Register.Consents[0].Categories[0] = "changed", "changed"
	s.Notes[0].Grains[0] = privacy.GrainFull
	got, err := json.Marshal(c)
	require.NoError(t, err)
	assert.Equal(t, string(want), string(got))
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
		{ID: "e-7", At: at, Text: "x", Change: &scenarios.ChangeEvent{Person: "ms-a", Kind: client.ChangeNewHome, Words: "new home"}},
		{ID: "e-8", At: at, Text: "x", Change: &scenarios.ChangeEvent{Person: "ms-a", Kind: client.ChangeNewPet, On: rapport.DateOf(at).AddDays(9)}},
		{ID: "e-9", At: at, Text: "x", Circumstance: &privacy.Circumstance{ID: "ci", Kind: privacy.AtomLeaver, Person: "officer-k", Holds: rapport.AnswerYes}},
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
	changes := p.Changes[len(before.Brief.People[0].Changes):]
	assert.Equal(t, []client.LifeChange{
		{ID: "e-7", Kind: client.ChangeNewHome, On: rapport.DateOf(at), Words: "new home"},
		{ID: "e-8", Kind: client.ChangeNewPet, On: rapport.DateOf(at).AddDays(9)},
	}, changes)
	assert.Empty(t, before.Register.Circumstances)
	assert.Equal(t, privacy.AtomLeaver, s.Register.Circumstances[0].Kind)
}

func TestRun_CarriesWhatIsInForceFromPlanToPlan(t *testing.T) {
	c := o1(t)
	steps, err := c.Run(scenarios.Engines{}, c.Now)
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
	want, err := c.Run(scenarios.Engines{}, c.Now)
	require.NoError(t, err)
	text, err := json.Marshal(want[len(want)-1].Plan)
	require.NoError(t, err)
	for seed := range uint64(5) {
		mixed := o1(t)
		rand.New(rand.NewPCG(seed, 1)).Shuffle(len(mixed.Events), func(i, j int) { mixed.Events[i], mixed.Events[j] = mixed.Events[j], mixed.Events[i] })
		rand.New(rand.NewPCG(seed, 2)).Shuffle(len(mixed.Threats), func(i, j int) { mixed.Threats[i], mixed.Threats[j] = mixed.Threats[j], mixed.Threats[i] })
		got, err := mixed.Run(scenarios.Engines{}, mixed.Now)
		require.NoError(t, err)
		same, err := json.Marshal(got[len(got)-1].Plan)
		require.NoError(t, err)
		assert.Equal(t, string(text), string(same))
	}
}

func TestRun_PlansAnewWhenADatedActivityHasEnded(t *testing.T) {
	c := o1(t)
	premiere := time.Date(2027, 2, 23, 21, 30, 0, 0, time.UTC)
	steps, err := c.Run(scenarios.Engines{}, c.Now.AddDate(0, 1, 0))
	require.NoError(t, err)
	var ended []time.Time
	for _, s := range steps {
		if s.Event == nil {
			ended = append(ended, s.At.UTC())
		}
		if s.At.After(premiere) {
			for _, e := range s.Plan.Entries {
				assert.NotEqual(t, rapport.ID("premiere"), e.Activity)
			}
		}
	}
	assert.Contains(t, ended, premiere)
}

func TestRun_RefusesAMomentBeforeTheStart(t *testing.T) {
	c := o1(t)
	_, err := c.Run(scenarios.Engines{}, c.Start.Add(-time.Hour))
	require.Len(t, rapport.Problems(err), 1)
	assert.Equal(t, rapport.Pointer("/start"), rapport.Problems(err)[0].Pointer)
}

func TestRead_NamesReferencesThatPointToNothing(t *testing.T) {
	c := o1(t)
	c.Sites = []client.Site{{ID: "a-site", Setting: client.SettingRetailSite}}
	c.Asks[0].Principal, c.Asks[1].Activity = "nobody", "nothing"
	c.Notes[0].Principal, c.Notes[1].Activity = "nobody", "nothing"
	c.Register.Assignments[0].Principal, c.Register.Contacts[0].Activity = "nobody", "nothing"
	c.Events = []scenarios.Event{
		{ID: "e-0", At: c.Now, Text: "x", Contact: &scenarios.ContactEvent{Threat: "nothing", Kind: client.ContactLetter, Activity: "nothing"}},
		{ID: "e-1", At: c.Now, Text: "x", Reaction: &scenarios.ReactionEvent{Person: "a-site", Element: client.ElementCameraInside, Setting: client.SettingHome, Feeling: rapport.FeelingPlus1}},
		{ID: "e-2", At: c.Now, Text: "x", Wish: &scenarios.WishEvent{Person: "a-site", Kind: client.WishFansGreeted, Strength: client.StrengthWish}},
		{ID: "e-3", At: c.Now, Text: "x", Assignment: &privacy.Assignment{ID: "as", Person: "p", Role: client.RoleDriver, Principal: "nobody"}},
		{ID: "e-4", At: c.Now, Text: "x", Note: &scenarios.Note{ID: "n", Category: client.CategoryMovement, Grains: []privacy.Grain{privacy.GrainLeg}, Principal: "nobody", Text: "x"}},
		{ID: "e-5", At: c.Now, Text: "x", Assessment: &scenarios.AssessmentEvent{Threat: "nothing", Level: rapport.LevelLow}},
		{ID: "e-6", At: c.Now, Text: "x", Activity: &scenarios.ActivityEvent{Person: "nobody", Activity: client.Activity{ID: "a", Kind: client.ActivityShopping}}},
		{ID: "e-7", At: c.Now, Text: "x", Change: &scenarios.ChangeEvent{Person: "a-site", Kind: client.ChangeNewHome}},
		{ID: "e-8", At: c.Now, Text: "x", Circumstance: &privacy.Circumstance{ID: "ci", Kind: privacy.AtomLeaver, Principal: "nobody", Person: "p", Holds: rapport.AnswerYes}},
		{ID: "e-9", At: c.Now, Text: "x", InForce: &scenarios.InForceEvent{Measure: plan.MeasureFollowCar, Person: "nobody", Activity: "gym"}},
		{ID: "e-10", At: c.Now, Text: "x", CalledOff: &scenarios.CalledOffEvent{Person: "a-site", Activity: "gym"}},
		{ID: "e-11", At: c.Now, Text: "x", CalledOff: &scenarios.CalledOffEvent{Person: "nobody", Activity: "nothing"}},
	}
	var places []string
	for _, p := range rapport.Problems(c.Validate()) {
		places = append(places, string(p.Pointer))
		assert.Equal(t, rapport.CodeUnknownID, p.Code)
	}
	assert.Equal(t, []string{
		"/asks/0/principal", "/asks/1/activity",
		"/events/0/contact/activity", "/events/0/contact/threat", "/events/1/reaction/person", "/events/2/wish/person",
		"/events/3/assignment/principal", "/events/4/note/principal", "/events/5/assessment/threat", "/events/6/activity/person",
		"/events/7/change/person", "/events/8/circumstance/principal", "/events/9/in_force/activity", "/events/9/in_force/person",
		"/events/10/called_off/activity", "/events/11/called_off/activity", "/events/11/called_off/person",
		"/notes/0/principal", "/notes/1/activity", "/register/assignments/0/principal", "/register/contacts/0/activity",
	}, places)
}

func TestCheck_FindsUnknownWordsAtTheirPlaceInTheFileAlsoInLaterEvents(t *testing.T) {
	c := o1(t)
	later := c.Now.AddDate(0, 0, 3)
	c.Threats[0].Kind, c.Notes[0].Category, c.Notes[1].For = "bad-word", "bad-word", "bad-word"
	c.Asks[0].Purpose, c.Register.Assignments[0].Role = "bad-word", "bad-word"
	c.Events = append(c.Events,
		scenarios.Event{ID: "z-1", At: later, Text: "x", Contact: &scenarios.ContactEvent{Threat: "t-writer", Kind: "bad-word"}},
		scenarios.Event{ID: "z-2", At: later, Text: "x", Wish: &scenarios.WishEvent{Person: "ms-a", Kind: "bad-word", Strength: client.StrengthWish}},
		scenarios.Event{ID: "z-3", At: later, Text: "x", Activity: &scenarios.ActivityEvent{Person: "ms-a", Activity: client.Activity{ID: "gym", Kind: "bad-word"}}},
		scenarios.Event{ID: "z-4", At: later, Text: "x", Assignment: &privacy.Assignment{ID: "as-new", Person: "p", Role: "bad-word", Principal: "ms-a"}},
		scenarios.Event{ID: "z-5", At: later, Text: "x", Reaction: &scenarios.ReactionEvent{Person: "ms-a", Element: "bad-word", Setting: client.SettingHome, Feeling: rapport.FeelingPlus1}},
		scenarios.Event{ID: "z-7", At: later, Text: "x", Change: &scenarios.ChangeEvent{Person: "ms-a", Kind: "bad-word"}},
		scenarios.Event{ID: "z-6", At: later, Text: "x", Note: &scenarios.Note{ID: "n-x", Category: "bad-word", Grains: []privacy.Grain{privacy.GrainLeg}, Principal: "ms-a", Text: "x"}},
	)
	n := len(c.Events) - 7
	found := map[rapport.Pointer]bool{}
	for _, p := range rapport.Problems(c.Check(scenarios.Engines{})) {
		found[p.Pointer] = true
	}
	event := func(i int, rest string) rapport.Pointer {
		return rapport.Pointer("/events").Index(n+i) + rapport.Pointer(rest)
	}
	for _, want := range []rapport.Pointer{
		"/threats/0/kind", "/notes/0/category", "/notes/1/for", "/asks/0/purpose", "/register/assignments/0/role",
		event(0, "/contact/kind"), event(1, "/wish/kind"), event(2, "/activity/activity/kind"),
		event(3, "/assignment/role"), event(4, "/reaction/element"), event(5, "/change/kind"), event(6, "/note/category"),
	} {
		assert.True(t, found[want], "%s is named in %v", want, found)
	}
}

func TestRead_NamesWhatIsMissingInTheCaseItself(t *testing.T) {
	_, err := scenarios.Read([]byte(`{"events":[{}],"labels":[{"id":"a"}],"asks":[{}],"notes":[{"grains":["unknown"]}]}`))
	for _, place := range []string{"/id: ", "/title: ", "/start: ", "/now: ", "/events/0: ", "/events/0/id: ", "/events/0/at: ", "/labels/0/text: ", "/asks/0/role: ", "/notes/0/text: ", "/notes/0/grains/0: "} {
		assert.Contains(t, err.Error(), place)
	}
}

func ExampleCase_Run() {
	c, _ := scenarios.Named("o1")
	steps, err := c.Run(scenarios.Engines{}, c.Now)
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
