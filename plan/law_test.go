package plan_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
	"github.com/rapport-go/rapport/plan"
)

// asking is a catalogue with one measure that depends on one question, which arises only where a condition
// holds when one is given.
func asking(onlyIf ...plan.Condition) plan.Catalogue {
	c := tools(tool("drone", rapport.BandStrong, func(m *plan.MeasureEntry) {
		m.Scope, m.Law = plan.ScopeActivity, []plan.Law{"lab.example/airspace"}
	}))
	c.Laws = []plan.LawEntry{{ID: "lab.example/airspace", OnlyIf: onlyIf, EN: "May it fly here?"}}
	return c
}

func answered(setting client.Setting, a rapport.Answer) plan.LawAnswer {
	return plan.LawAnswer{Law: "lab.example/airspace", Setting: setting, Answer: a}
}

func TestWhatTheLawSaysOfAMeasure(t *testing.T) {
	no, yes := rapport.AnswerNo, rapport.AnswerYes
	for name, c := range map[string]struct {
		law    []plan.LawAnswer
		chosen bool
		open   bool
	}{
		"nobody answered":                            {nil, true, true},
		"somebody said that it is not known":         {[]plan.LawAnswer{answered("", rapport.AnswerUnsaid)}, true, true},
		"yes everywhere":                             {[]plan.LawAnswer{answered("", yes)}, true, false},
		"no everywhere":                              {[]plan.LawAnswer{answered("", no)}, false, false},
		"yes for this kind of place":                 {[]plan.LawAnswer{answered(client.SettingUniversity, yes)}, true, false},
		"yes for another kind of place":              {[]plan.LawAnswer{answered(client.SettingHome, yes)}, true, true},
		"no for another kind of place":               {[]plan.LawAnswer{answered(client.SettingHome, no)}, true, true},
		"the closest setting wins, yes":              {[]plan.LawAnswer{answered("", no), answered(client.SettingUniversity, yes)}, true, false},
		"the closest setting wins, no":               {[]plan.LawAnswer{answered(client.SettingUniversity, no), answered("", yes)}, false, false},
		"what lies between is closer than all":       {[]plan.LawAnswer{answered(client.SettingSchool, no), answered("", yes)}, false, false},
		"an answer that says nothing does not count": {[]plan.LawAnswer{answered(client.SettingUniversity, rapport.AnswerUnsaid), answered("", yes)}, true, false},
		"of two answers no counts":                   {[]plan.LawAnswer{answered(client.SettingUniversity, no), answered(client.SettingUniversity, yes)}, false, false},
		"of two answers no counts, in any order":     {[]plan.LawAnswer{answered(client.SettingUniversity, yes), answered(client.SettingUniversity, no)}, false, false},
		"another question":                           {[]plan.LawAnswer{{Law: plan.LawConsent, Answer: no}}, true, true},
	} {
		t.Run(name, func(t *testing.T) {
			b := swimmer(rapport.LevelModerate)
			b.Law = c.law
			made := composeWith(t, lab(t, asking()), b, day(0))
			require.Equal(t, c.chosen, len(made.Entries) == 1)
			if !c.chosen {
				return
			}
			e := made.Entries[0]
			assert.NotNil(t, e.OpenLaw)
			assert.Equal(t, c.open, len(e.OpenLaw) > 0)
			assert.Equal(t, c.open, hasCode(e.Reasons, plan.CodeLawOpen))
			if c.open {
				assert.Equal(t, []plan.Law{"lab.example/airspace"}, e.OpenLaw)
			}
		})
	}
}

func TestAQuestionThatDoesNotAriseIsNotAsked(t *testing.T) {
	p, b := lab(t, asking(plan.ConditionVenueAgrees)), swimmer(rapport.LevelModerate)
	b.Law = []plan.LawAnswer{answered("", rapport.AnswerNo)}
	made := composeWith(t, p, b, day(0))
	require.Len(t, made.Entries, 1, "without a host who takes part nobody has to ask")
	assert.Empty(t, made.Entries[0].OpenLaw)

	b.Law = nil
	assert.Empty(t, composeWith(t, p, b, day(0)).Entries[0].OpenLaw)

	b.Facts = []plan.Fact{{Condition: plan.ConditionVenueAgrees}}
	assert.Len(t, composeWith(t, p, b, day(0)).Entries[0].OpenLaw, 1)
	b.Law = []plan.LawAnswer{answered("", rapport.AnswerNo)}
	assert.Empty(t, composeWith(t, p, b, day(0)).Entries)
}

func TestAMeasureWorksWhereTheLawLetsIt(t *testing.T) {
	p, b := lab(t, asking()), swimmer(rapport.LevelModerate)
	b.Threats[0].Settings = []client.Setting{client.SettingUniversity, client.SettingHome}
	b.Law = []plan.LawAnswer{answered(client.SettingUniversity, rapport.AnswerNo), answered("", rapport.AnswerYes)}
	made := composeWith(t, p, b, day(0))
	require.Len(t, made.Entries, 1)
	assert.Equal(t, rapport.AnswerNo, coverAt(t, made, "t", "swim").Met)
	assert.Equal(t, rapport.AnswerYes, coverAt(t, made, "t", "").Met)
}

// armed is a brief in which an armed officer is asked for and lawful.
func armed() plan.Brief {
	b := stalkedActor(14)
	b.Mandate.Rights = append(b.Mandate.Rights, client.Right{Matter: client.MatterMeasures, By: "ms-a"})
	b.Facts = append(b.Facts, plan.Fact{Condition: plan.ConditionAskedFor, Person: "ms-a", Activity: "gym"})
	officer, _ := plan.Planner{}.Measure(plan.MeasureArmedOfficer)
	for _, l := range officer.Law {
		b.Law = append(b.Law, plan.LawAnswer{Law: l, Answer: rapport.AnswerYes})
	}
	return b
}

func TestAnOptionIsShownAndNeverChosen(t *testing.T) {
	plain, made := compose(t, stalkedActor(14), day(14)), compose(t, armed(), day(14))
	assert.Empty(t, plain.Options)
	assert.NotNil(t, plain.Options)
	assert.Equal(t, len(plain.Entries), len(made.Entries))
	assert.Empty(t, entriesOf(made, plan.MeasureArmedOfficer), "it is no part of the plan")
	require.Len(t, made.Options, 1, "at the activity that it was asked for alone")
	o := made.Options[0]
	assert.Equal(t, plan.MeasureArmedOfficer, o.Measure)
	assert.Equal(t, rapport.ID("gym"), o.Activity)
	assert.Equal(t, []rapport.ID{"ms-a"}, o.Decides)
	assert.True(t, hasCode(o.Reasons, plan.CodeOptionOnly))
	assert.Equal(t, "You asked about it. We do not propose it ourselves.", o.WhyNow)
	require.NotEmpty(t, o.Serves)
	for _, id := range o.Serves {
		rows := rowsOf(made, func(r plan.Row) bool { return r.ID == id })
		require.Len(t, rows, 1)
		assert.True(t, rows[0].Activity == "gym" || rows[0].Kind == plan.RowKindReassure, "it is there alone, and a worry is felt anywhere")
		assert.NotContains(t, rows[0].By, o.ID)
	}
}

func TestWhatIsInForceAndMayNotBeChosenIsNotSaidToHaveLostItsGround(t *testing.T) {
	b := stalkedActor(14)
	b.InForce = []plan.InForce{{ID: "armed", Measure: plan.MeasureArmedOfficer, Person: "ms-a", Activity: "gym"}}
	change := changeOf(t, compose(t, b, day(14)), "armed")
	assert.Equal(t, plan.ChangeKindDropped, change.Kind)
	require.Len(t, change.Reasons, 1)
	assert.Equal(t, plan.CodeOptionInForce, change.Reasons[0].Code)

	forbidden, p := swimmer(rapport.LevelModerate), lab(t, asking())
	forbidden.InForce = []plan.InForce{{ID: "flown", Measure: "lab.example/drone"}}
	forbidden.Law = []plan.LawAnswer{answered(client.SettingUniversity, rapport.AnswerNo)}
	change = changeOf(t, composeWith(t, p, forbidden, day(0)), "flown")
	assert.Equal(t, plan.ChangeKindDropped, change.Kind)
	require.Len(t, change.Reasons, 1)
	assert.Equal(t, plan.CodeLawForbids, change.Reasons[0].Code)

	forbidden.Law = nil
	assert.Equal(t, plan.ChangeKindKept, changeOf(t, composeWith(t, p, forbidden, day(0)), "flown").Kind)
	forbidden.Law, forbidden.InForce[0].Setting = []plan.LawAnswer{answered("", rapport.AnswerNo)}, client.SettingCourthouse
	change = changeOf(t, composeWith(t, p, forbidden, day(0)), "flown")
	require.Len(t, change.Reasons, 1)
	assert.Equal(t, plan.CodeGroundEnded, change.Reasons[0].Code, "the law says nothing of where nobody is")
}

// TestAnOptionIsShownWhereTheLawLetsIt has the law say no inside a place, or at its door.
func TestAnOptionIsShownWhereTheLawLetsIt(t *testing.T) {
	officer, _ := plan.Planner{}.Measure(plan.MeasureArmedOfficer)
	for no, left := range map[client.Setting]client.Setting{client.SettingGym: client.SettingArrivalPoint, client.SettingArrivalPoint: client.SettingGym} {
		b := armed()
		b.Law = append(b.Law, plan.LawAnswer{Law: officer.Law[0], Setting: no, Answer: rapport.AnswerNo})
		made := compose(t, b, day(14))
		require.Len(t, made.Options, 1)
		o := made.Options[0]
		assert.Equal(t, left, o.Setting)
		for _, r := range rowsOf(made, func(r plan.Row) bool { return slices.Contains(o.Serves, r.ID) && r.Kind != plan.RowKindReassure }) {
			assert.Equal(t, left, r.Setting, "%s", r.Kind)
		}
	}
}

func TestWhatTakesAnOptionAway(t *testing.T) {
	officer, _ := plan.Planner{}.Measure(plan.MeasureArmedOfficer)
	for name, change := range map[string]func(*plan.Brief){
		"nobody asked":                    func(b *plan.Brief) { b.Facts = b.Facts[:1] },
		"one question of law not settled": func(b *plan.Brief) { b.Law[0].Answer = rapport.AnswerUnsaid },
		"one question of law not answered": func(b *plan.Brief) {
			b.Law = b.Law[1:]
		},
		"one question of law answered with no": func(b *plan.Brief) {
			for _, at := range []client.Setting{client.SettingGym, client.SettingArrivalPoint} {
				b.Law = append(b.Law, plan.LawAnswer{Law: officer.Law[0], Setting: at, Answer: rapport.AnswerNo})
			}
		},
		"it is refused": func(b *plan.Brief) {
			b.Refusals = []plan.Refusal{{ID: "no-gun", Person: "ms-a", Measure: plan.MeasureArmedOfficer, By: []rapport.ID{"ms-a"}, On: on(1), Until: on(60)}}
		},
		"its like is refused": func(b *plan.Brief) {
			b.Refusals = []plan.Refusal{{ID: "no-gun", Person: "ms-a", Measure: plan.MeasureArmedDriver, By: []rapport.ID{"ms-a"}, On: on(1), Until: on(60)}}
		},
		"it takes too much": func(b *plan.Brief) {
			b.Ceilings = []plan.Ceiling{{Person: "ms-a", Most: plan.Intrusion{Social: rapport.LevelModerate}}}
		},
	} {
		t.Run(name, func(t *testing.T) {
			b := armed()
			change(&b)
			assert.Empty(t, compose(t, b, day(14)).Options)
		})
	}
}
