package plan_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
	"github.com/rapport-go/rapport/plan"
)

// staying is a last resort against menace.
func staying(band rapport.Band, changes ...func(*plan.MeasureEntry)) plan.MeasureEntry {
	return tool("stay-away", band, append(changes, func(m *plan.MeasureEntry) {
		m.LastResort, m.Intrusion.Movement, m.EN.Ends = true, rapport.LevelSevere, "The menace is over."
	})...)
}

// cruel takes as much as can be taken from a person.
func cruel(m *plan.MeasureEntry) {
	m.Intrusion = plan.Intrusion{Movement: rapport.LevelSevere, Social: rapport.LevelSevere, Time: rapport.LevelSevere, Privacy: rapport.LevelSevere}
	m.Effort = "week-full"
}

func TestALastResortIsTakenOnlyWhereNothingElseReaches(t *testing.T) {
	gentle := func(m *plan.MeasureEntry) { m.Intrusion.Movement = rapport.LevelNone }
	for name, c := range map[string]struct {
		measures []plan.MeasureEntry
		chosen   []plan.MeasureID
	}{
		"something else reaches the floor":                             {[]plan.MeasureEntry{tool("else", rapport.BandStrong), staying(rapport.BandStrong)}, named("else")},
		"something else reaches it and takes far more":                 {[]plan.MeasureEntry{tool("else", rapport.BandStrong, cruel), staying(rapport.BandStrong, gentle)}, named("else")},
		"nothing else is there":                                        {[]plan.MeasureEntry{staying(rapport.BandStrong)}, named("stay-away")},
		"something else falls short, both reach it":                    {[]plan.MeasureEntry{tool("else", rapport.BandGood), staying(rapport.BandGood)}, named("else", "stay-away")},
		"both together fall short":                                     {[]plan.MeasureEntry{tool("else", rapport.BandFair), staying(rapport.BandGood)}, named("else")},
		"alone it falls short":                                         {[]plan.MeasureEntry{staying(rapport.BandGood)}, named()},
		"something that goes with it is not taken away by being short": {[]plan.MeasureEntry{tool("else", rapport.BandFair)}, named("else")},
	} {
		t.Run(name, func(t *testing.T) {
			made := composeWith(t, lab(t, tools(c.measures...)), swimmer(rapport.LevelModerate), day(0))
			assert.Equal(t, c.chosen, measuresOf(made))
			for _, e := range made.Entries {
				last := e.Measure == "lab.example/stay-away"
				assert.Equal(t, last, hasCode(e.Reasons, plan.CodeLastResort))
				assert.Equal(t, last, e.Ends != "")
				assert.Equal(t, last, len(e.Decides) > 0)
				assert.Equal(t, last, !e.To.IsZero())
			}
			assert.LessOrEqual(t, made.Bound, made.Burden)
			assert.Less(t, made.Burden, 1<<15, "the step that keeps it last is no burden")
		})
	}
}

func TestALastResortHasAnEndAndSomebodyDecides(t *testing.T) {
	p, b := lab(t, tools(staying(rapport.BandStrong))), swimmer(rapport.LevelModerate)
	b.Mandate.Rights = []client.Right{{Matter: client.MatterMeasures, By: "head"}}
	e := theEntry(t, composeWith(t, p, b, day(0)), "lab.example/stay-away")
	assert.Equal(t, "The menace is over.", e.Ends)
	assert.Equal(t, day(0).UTC(), e.From)
	assert.Equal(t, day(7).UTC(), e.To)
	assert.Equal(t, []rapport.ID{"head"}, e.Decides)
}

func TestALastResortEndsWithItsActivity(t *testing.T) {
	once := func(m *plan.MeasureEntry) { m.Scope = plan.ScopeActivity }
	p := lab(t, tools(staying(rapport.BandStrong, once)))
	for name, c := range map[string]struct {
		ends time.Time
		want time.Time
	}{
		"an event that ends sooner":     {day(3), day(3)},
		"an event on the seventh day":   {day(7), day(7)},
		"an event that takes ten days":  {day(10), day(9)},
		"an event without an end known": {time.Time{}, day(7)},
	} {
		t.Run(name, func(t *testing.T) {
			b := swimmer(rapport.LevelModerate)
			b.People[0].Activities[0].Weekly = nil
			b.People[0].Activities[0].On = rapport.Span{From: day(2), To: c.ends}
			if c.ends.IsZero() {
				b.People[0].Activities[0].On = rapport.Span{}
			}
			e := theEntry(t, composeWith(t, p, b, day(0)), "lab.example/stay-away")
			assert.Equal(t, c.want.UTC(), e.To)
			begins := day(2)
			if c.ends.IsZero() {
				begins = day(0)
			}
			assert.Equal(t, begins.UTC(), e.From, "not before the event")
		})
	}
	b := swimmer(rapport.LevelModerate)
	assert.Equal(t, day(7).UTC(), theEntry(t, composeWith(t, p, b, day(0)), "lab.example/stay-away").To, "a routine has no end of its own")
}

func TestALastResortComesWhenARefusalLeavesNothingElseAndGoesAgain(t *testing.T) {
	p, b := lab(t, tools(tool("else", rapport.BandStrong), staying(rapport.BandStrong))), swimmer(rapport.LevelModerate)
	b.Refusals = []plan.Refusal{without("lab.example/else", "p")}
	made := composeWith(t, p, b, day(5))
	assert.Equal(t, named("stay-away"), measuresOf(made))

	b.InForce = made.InForce(nil)
	next := composeWith(t, p, b, day(6))
	assert.Equal(t, named("stay-away"), measuresOf(next))
	assert.Equal(t, plan.ChangeKindKept, next.Changes[0].Kind)
	assert.Positive(t, next.Burden, "a last resort is never paid for")

	after := composeWith(t, p, b, day(30))
	assert.Equal(t, named("else"), measuresOf(after), "the refusal is over")
	i := after.InForce(nil)
	assert.Len(t, i, 1)
	assert.Equal(t, plan.ChangeKindDropped, changeOf(t, after, b.InForce[0].ID).Kind)
}

func TestALastResortComesWhenALineOrACeilingLeavesNothingElse(t *testing.T) {
	seen := func(m *plan.MeasureEntry) {
		m.Shows, m.Intrusion.Privacy = []client.Element{client.ElementGuardPostUniform}, rapport.LevelHigh
	}
	p := lab(t, tools(tool("else", rapport.BandStrong, seen), staying(rapport.BandStrong)))
	lined := swimmer(rapport.LevelModerate)
	lined.People[0].Wishes = []client.Wish{{ID: "w", Kind: client.WishNoUniformAt, Setting: client.SettingUniversity, Strength: client.StrengthLine, On: on(-1)}}
	assert.Equal(t, named("stay-away"), measuresOf(composeWith(t, p, lined, day(0))))

	capped := swimmer(rapport.LevelModerate)
	capped.Ceilings = []plan.Ceiling{{Person: "p", Most: plan.Intrusion{Privacy: rapport.LevelModerate}}}
	assert.Equal(t, named("stay-away"), measuresOf(composeWith(t, p, capped, day(0))))

	capped.Ceilings[0].Most.Movement = rapport.LevelHigh
	made := composeWith(t, p, capped, day(0))
	assert.Empty(t, made.Entries, "a ceiling holds for a last resort too")
	var against []string
	for _, r := range theRow(t, made, plan.RowKindCover).Reasons {
		if r.Code == plan.CodeCeilingStands {
			against = append(against, r.Args[0])
		}
	}
	assert.Equal(t, []string{"Tool else", "Tool stay-away"}, against)
}

func TestALastResortIsNotTakenForWorriesWishesOrDuties(t *testing.T) {
	c := tools(staying(rapport.BandStrong, func(m *plan.MeasureEntry) { m.Functions = []plan.Function{plan.FunctionReassure} }), tool("else", rapport.BandStrong))
	c.Expected = []plan.ExpectedEntry{{ID: "lab.example/duty", Threat: menace, Measure: "lab.example/stay-away", From: rapport.LevelModerate}}
	b := swimmer(rapport.LevelModerate)
	made := composeWith(t, lab(t, c), b, day(0))
	assert.Equal(t, named("else"), measuresOf(made))
	assert.Equal(t, rapport.AnswerNo, theRow(t, made, plan.RowKindExpected).Met)

	c.Measures = []plan.MeasureEntry{staying(rapport.BandFair)}
	made = composeWith(t, lab(t, c), b, day(0))
	assert.Empty(t, made.Entries, "it does the duty and does not bring the floor to its need")
}

func TestAGivenUpDemandBringsNoLastResort(t *testing.T) {
	p, b := lab(t, tools(tool("else", rapport.BandGood), staying(rapport.BandGood))), swimmer(rapport.LevelModerate)
	b.Refusals = []plan.Refusal{giving(plan.RowKindCover, "p")}
	assert.Empty(t, composeWith(t, p, b, day(5)).Entries)
}

func TestTheLooksAreThoseOfWhatIsChosenThoughALastResortWasTried(t *testing.T) {
	p, b := lab(t, tools(tool("else", rapport.BandFair), staying(rapport.BandFair))), swimmer(rapport.LevelModerate)
	tried := composeWith(t, p, b, day(0))
	plain := composeWith(t, lab(t, tools(tool("else", rapport.BandFair))), b, day(0))
	assert.Equal(t, plain.Looks, tried.Looks)
	require.Len(t, tried.Entries, 1)
	assert.Empty(t, tried.Entries[0].Ends)
}

func TestWhatCountsForSomeDaysHasToBeDoneAgain(t *testing.T) {
	yearly := func(m *plan.MeasureEntry) { m.LastsDays = 365 }
	p := lab(t, tools(tool("course", rapport.BandStrong, yearly, func(m *plan.MeasureEntry) { m.Intrusion.Time = rapport.LevelHigh })))
	for name, c := range map[string]struct {
		since  time.Time
		lapsed bool
	}{
		"done yesterday":            {day(-1), false},
		"done 364 days ago":         {day(0).AddDate(0, 0, -364), false},
		"done 365 days ago":         {day(0).AddDate(0, 0, -365), true},
		"nobody said when":          {time.Time{}, false},
		"a moment short of 365":     {day(0).AddDate(0, 0, -365).Add(time.Second), false},
		"done more than a year ago": {day(-400), true},
	} {
		t.Run(name, func(t *testing.T) {
			b := swimmer(rapport.LevelModerate)
			b.InForce = []plan.InForce{{ID: "done", Measure: "lab.example/course", Since: c.since}}
			b.Threats[0].AssessedAt = day(-1)
			made := composeWith(t, p, b, day(0))
			require.Len(t, made.Entries, 1)
			change := changeOf(t, made, "done")
			assert.Equal(t, plan.ChangeKindKept, change.Kind)
			assert.Equal(t, c.lapsed, hasCode(change.Reasons, plan.CodeToRenew))
			assert.Equal(t, c.lapsed, made.Burden > 0, "what is in date costs nothing")
		})
	}
}

func TestWhatLapsedAndIsNotNeededIsNotKept(t *testing.T) {
	yearly := func(m *plan.MeasureEntry) { m.LastsDays, m.Scope = 365, plan.ScopeHousehold }
	p := lab(t, tools(tool("course", rapport.BandFair, yearly), tool("else", rapport.BandStrong)))
	b := swimmer(rapport.LevelModerate)
	b.InForce = []plan.InForce{{ID: "done", Measure: "lab.example/course", Since: day(-10)}, {ID: "else", Measure: "lab.example/else"}}
	assert.Equal(t, plan.ChangeKindKept, changeOf(t, composeWith(t, p, b, day(0)), "done").Kind)
	b.InForce[0].Since = day(-400)
	assert.NotEqual(t, plan.ChangeKindKept, changeOf(t, composeWith(t, p, b, day(0)), "done").Kind)
	b.InForce = append(b.InForce, plan.InForce{ID: "again", Measure: "lab.example/course", Since: day(-10)})
	assert.Equal(t, plan.ChangeKindKept, changeOf(t, composeWith(t, p, b, day(0)), "again").Kind, "one of two is in date")
}

func TestWhatIsDoneOnNamedDaysWorksWhereTheDaysAreFew(t *testing.T) {
	driver := func(m *plan.MeasureEntry) { m.Scope, m.NamedDays = plan.ScopeActivity, true }
	p := lab(t, tools(tool("driver", rapport.BandStrong, driver)))
	tue, thu, sat := rapport.DayTue, rapport.DayThu, rapport.DaySat
	for name, c := range map[string]struct {
		weekly []rapport.Hours
		on     rapport.Span
		works  bool
	}{
		"one window a week":          {window("18:00", "19:00", tue), rapport.Span{}, true},
		"two windows a week":         {window("18:00", "19:00", tue, thu), rapport.Span{}, true},
		"three windows a week":       {window("18:00", "19:00", tue, thu, sat), rapport.Span{}, false},
		"every day":                  {window("18:00", "19:00"), rapport.Span{}, false},
		"two windows on one day":     {append(window("08:00", "09:00", tue), window("18:00", "19:00", tue)...), rapport.Span{}, true},
		"a dated event":              {nil, rapport.Span{From: day(2), To: day(2).Add(time.Hour)}, true},
		"at no day that was said of": {nil, rapport.Span{}, false},
	} {
		t.Run(name, func(t *testing.T) {
			b := swimmer(rapport.LevelModerate)
			b.People[0].Activities[0].Weekly, b.People[0].Activities[0].On = c.weekly, c.on
			assert.Equal(t, c.works, len(composeWith(t, p, b, day(0)).Entries) == 1)
		})
	}
}

// TestWhatIsNotReachedIsLeftOutWhereItCanBe looks at a gym, which somebody can stay away from for some days,
// though the catalogue knows nothing that this does against the menace.
func TestWhatIsNotReachedIsLeftOutWhereItCanBe(t *testing.T) {
	out := []plan.MeasureID{plan.MeasureTimeLimitedAvoidance}
	for name, c := range map[string]struct {
		measures []plan.MeasureEntry
		at       client.Setting
		level    rapport.Level
		chosen   []plan.MeasureID
	}{
		"something else reaches the floor":            {[]plan.MeasureEntry{tool("else", rapport.BandStrong, cruel)}, client.SettingGym, rapport.LevelModerate, named("else")},
		"something else falls short":                  {[]plan.MeasureEntry{tool("else", rapport.BandFair)}, client.SettingGym, rapport.LevelModerate, out},
		"two last resorts together fall short":        {[]plan.MeasureEntry{tool("else", rapport.BandFair), staying(rapport.BandGood)}, client.SettingGym, rapport.LevelModerate, out},
		"nothing else is there":                       {nil, client.SettingGym, rapport.LevelModerate, out},
		"nobody is there either who sees or acts":     {nil, client.SettingGym, rapport.LevelSevere, out},
		"nothing is missing yet":                      {nil, client.SettingGym, rapport.LevelNone, named()},
		"a place that is not to be left out":          {nil, client.SettingUniversity, rapport.LevelModerate, named()},
		"a last resort of its own takes less":         {[]plan.MeasureEntry{staying(rapport.BandStrong, func(m *plan.MeasureEntry) { m.Scope = plan.ScopeActivity })}, client.SettingGym, rapport.LevelModerate, named("stay-away")},
		"a last resort of its own takes a great deal": {[]plan.MeasureEntry{staying(rapport.BandStrong, cruel)}, client.SettingGym, rapport.LevelModerate, out},
	} {
		t.Run(name, func(t *testing.T) {
			made := composeWith(t, lab(t, tools(c.measures...)), moved(swimmer(c.level), c.at), day(0))
			assert.Equal(t, c.chosen, measuresOf(made))
			for _, r := range made.Rows {
				assert.Equal(t, rapport.AnswerOf(len(c.chosen) > 0), r.Met, "%s", r.Kind)
				if len(entriesOf(made, out[0])) > 0 {
					assert.Equal(t, []rapport.ID{theEntry(t, made, out[0]).ID}, r.By, "%s", r.Kind)
				}
			}
			for _, e := range entriesOf(made, out[0]) {
				assert.Equal(t, rapport.ID("swim"), e.Activity)
				assert.True(t, hasCode(e.Reasons, plan.CodeLastResort))
				assert.NotEmpty(t, e.Ends)
				assert.Equal(t, day(7).UTC(), e.To)
				assert.Equal(t, []rapport.ID{"p"}, e.Decides)
			}
		})
	}
}

// TestWhatIsLeftOutComesBack has a refusal leave nothing but to stay away from a gym, and then end.
func TestWhatIsLeftOutComesBack(t *testing.T) {
	p, b := lab(t, tools(tool("only", rapport.BandStrong))), moved(swimmer(rapport.LevelModerate), client.SettingGym)
	b.Refusals = []plan.Refusal{without("lab.example/only", "p")}
	made := composeWith(t, p, b, day(5))
	require.Equal(t, []plan.MeasureID{plan.MeasureTimeLimitedAvoidance}, measuresOf(made))
	assert.Equal(t, rapport.AnswerYes, theRow(t, made, plan.RowKindCover).Met)
	assert.Empty(t, answerTo(t, made, "no").Rows, "it leaves nothing open")

	b.InForce = made.InForce(nil)
	after := composeWith(t, p, b, day(30))
	assert.Equal(t, named("only"), measuresOf(after))
	assert.Equal(t, plan.ChangeKindDropped, changeOf(t, after, b.InForce[0].ID).Kind)

	b.Refusals[0].Measure = plan.MeasureTimeLimitedAvoidance
	b.Refusals[0].ID = "stay"
	b.Refusals = append(b.Refusals, without("lab.example/only", "p"))
	made = composeWith(t, p, b, day(5))
	assert.Empty(t, made.Entries, "nobody is kept away who said no to that")
	row := theRow(t, made, plan.RowKindCover)
	assert.Equal(t, rapport.AnswerNo, row.Met)
	assert.Equal(t, rapport.ID("p"), row.Decides)
	for _, id := range []rapport.ID{"no", "stay"} {
		assert.Contains(t, codesAt(row.Reasons, rapport.Path("/refusals").Element(string(id))), plan.CodeRefusalStands)
		assert.Equal(t, []rapport.ID{row.ID}, answerTo(t, made, id).Rows)
	}
}
