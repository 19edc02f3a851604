package plan_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
	"github.com/rapport-go/rapport/plan"
)

// who lists the measures that put somebody of the firm at an activity of a person, sorted.
func who(p plan.Plan, person, activity rapport.ID) []plan.MeasureID {
	list := []plan.MeasureID{}
	for _, r := range p.Rows {
		if r.Person != person || r.Activity != activity {
			continue
		}
		for _, e := range p.Entries {
			m, _ := plan.Planner{}.Measure(e.Measure)
			people := slices.ContainsFunc(plan.Standard().Groups, func(g plan.GroupEntry) bool { return g.ID == m.Group && g.People })
			if people && slices.Contains(r.By, e.ID) && !slices.Contains(list, e.Measure) {
				list = append(list, e.Measure)
			}
		}
	}
	slices.Sort(list)
	return list
}

func assertMet(t testing.TB, p plan.Plan) {
	t.Helper()
	for _, r := range p.Rows {
		assert.Equal(t, rapport.AnswerYes, r.Met, "%s %s %s %s: %s", r.Person, r.Activity, r.Setting, r.Kind, r.Missing)
	}
}

// shows says whether something that a person could notice of a plan has a word.
func shows(p plan.Plan, word string) bool {
	return slices.ContainsFunc(p.Entries, func(e plan.Entry) bool {
		return slices.ContainsFunc(e.Shows, func(x client.Element) bool { return strings.Contains(string(x), word) })
	})
}

// rich is the family once its wealth is known.
func rich() plan.Brief {
	b := privateFamily()
	b.Threats[0].Level = rapport.LevelModerate
	return b
}

func TestEachChildOfTheFamilyHasAPlanOfItsOwn(t *testing.T) {
	p := compose(t, rich(), day(0))
	assertMet(t, p)
	assert.Equal(t, []plan.MeasureID{plan.MeasureFamiliarSchoolRun, plan.MeasureSecurityDriver}, who(p, "child-b", "c-run"), "one familiar face, and the driver the child likes")
	assert.Equal(t, plan.ChangeKindKept, changeOf(t, p, "car").Kind)
	for _, activity := range []rapport.ID{"t-bus", "t-school", "t-skate"} {
		assert.Empty(t, who(p, "teen-b", activity), "nobody follows the teenager: %s", activity)
	}
	teen := p.For("teen-b")
	assert.Len(t, entriesOf(teen, plan.MeasureTeenagerAgreement), 1, "who helps to make the rules")
	assert.Len(t, entriesOf(teen, plan.MeasureCheckInRoutine), 1)
	assert.Empty(t, entriesOf(p.For("child-b"), plan.MeasureTeenagerAgreement))
	for _, child := range []rapport.ID{"teen-b", "child-b"} {
		assert.NotEmpty(t, entriesOf(p.For(child), plan.MeasureFamilyBriefing), "told in a way that fits the age: %s", child)
	}
	assert.False(t, shows(p, "weapon"))
	assert.False(t, shows(p, "tracking"))
	assert.False(t, shows(p, "uniform"))
	for _, e := range entriesOf(p, plan.MeasureSchoolLiaison) {
		assert.Equal(t, []client.Role{client.RoleSchoolSafeguarding}, e.LeansOn, "one named person at school")
	}
	for _, i := range p.Information {
		assert.NotEqual(t, client.CategoryFinancial, i.Category)
	}
}

func TestTheFamilyWithItsWealthKnownHasMoreOfTheSame(t *testing.T) {
	before, after := compose(t, privateFamily(), day(0)), compose(t, rich(), day(0))
	for _, r := range before.Rows {
		now, stands := rowOf(after, r.ID)
		require.True(t, stands, "%s", r.Kind)
		assert.GreaterOrEqual(t, now.Need, r.Need)
		assert.GreaterOrEqual(t, min(now.Got, now.Need), min(r.Got, r.Need))
	}
	for _, l := range after.Looks {
		assert.Equal(t, rapport.AnswerYes, rapport.VisibilityLowProfile.AtLeast(l.Near), "%s %s: unseen as before", l.Person, l.Activity)
	}
	assert.Greater(t, after.Burden, before.Burden)
}

func TestWithoutChildrenTheSchoolIsInNoPlan(t *testing.T) {
	b := rich()
	b.People = b.People[:2]
	for i := range b.People {
		b.People[i].Dependants = nil
	}
	b.Threats, b.InForce, b.CovertAgreed = b.Threats[:1], nil, b.CovertAgreed[:2]
	b.Facts = slices.DeleteFunc(b.Facts, func(f plan.Fact) bool { return f.Person == "teen-b" })
	b.Mandate.Parties = nil
	p := compose(t, b, day(0))
	assertMet(t, p)
	for _, e := range p.Entries {
		assert.NotContains(t, string(e.Measure), "school")
		assert.NotEqual(t, plan.MeasureTeenagerAgreement, e.Measure)
	}
}

func TestATeenagerWhoMindsLessIsNeverPlannedAtAHigherBurden(t *testing.T) {
	for _, level := range []rapport.Level{rapport.LevelLow, rapport.LevelModerate, rapport.LevelHigh} {
		b := privateFamily()
		b.Threats[0].Level = level
		minded := compose(t, b, day(0))
		b.People[2].Reactions[0].Feeling = mustFeel(0)
		b.People[2].Wishes = b.People[2].Wishes[1:]
		eased := compose(t, b, day(0))
		unmet := func(p plan.Plan) int {
			return len(rowsOf(p, func(r plan.Row) bool { return r.Met == rapport.AnswerNo }))
		}
		assert.LessOrEqual(t, unmet(eased), unmet(minded))
		if unmet(eased) == unmet(minded) {
			assert.LessOrEqual(t, eased.Burden, minded.Burden, "%s", level)
		}
	}
}

func TestTheExecutiveIsNeverArmedAndKeepsTheWheelWhereHabitsReach(t *testing.T) {
	for _, n := range []int{0, 1, 3, 17, 30, 31} {
		p := compose(t, reluctantExecutive(n), day(n))
		assertMet(t, p)
		assert.False(t, shows(p, "weapon"), "day %d", n)
		for _, activity := range []rapport.ID{"morning", "drive-home"} {
			row := coverAt(t, p, "t-messages", activity)
			assert.GreaterOrEqual(t, row.Got, row.Need, "day %d: %s", n, activity)
		}
	}
	quiet := compose(t, reluctantExecutive(0), day(0))
	for _, activity := range []rapport.ID{"morning", "drive-home", "saturday"} {
		assert.Empty(t, who(quiet, "mr-c", activity), "he drives: %s", activity)
		assert.NotEmpty(t, rowsOf(quiet, func(r plan.Row) bool {
			return r.Activity == activity && slices.ContainsFunc(r.By, func(id rapport.ID) bool { return strings.HasPrefix(string(id), string(plan.MeasureRouteTimeVariation)) })
		}), "and the way changes: %s", activity)
	}
}

func TestSomebodyIsWhereTheExecutiveIsOnceHisHouseWasWatched(t *testing.T) {
	p := compose(t, reluctantExecutive(30), day(30))
	assert.Contains(t, who(p, "mr-c", "evening"), plan.MeasureResidentialOfficer)
	for _, activity := range []rapport.ID{"morning", "morning-driven", "drive-home", "saturday", "office", "plant", "assembly"} {
		assert.NotEmpty(t, who(p, "mr-c", activity), "%s", activity)
	}
	need := func(n int) int {
		return coverAt(t, compose(t, reluctantExecutive(n), day(n)), "t-messages", "morning").Need
	}
	assert.Greater(t, need(30), need(17), "the floor is higher, and the reason is the new assessment")
	assert.True(t, hasCode(coverAt(t, p, "t-messages", "morning").Reasons, client.CodeLevelAssessed))
}

func TestAtALowLevelTheExecutiveDrivesAndHabitsDo(t *testing.T) {
	b := reluctantExecutive(1)
	b.Threats[0].Level, b.Threats[0].Contacts = rapport.LevelLow, nil
	p := compose(t, b, day(1))
	assertMet(t, p)
	for _, activity := range []rapport.ID{"morning", "drive-home", "saturday", "evening"} {
		assert.Empty(t, who(p, "mr-c", activity), "%s", activity)
	}
}

func TestTheArmedDriverIsShownOnlyWhereTheLawAllowsItAndHisRefusalIsRecordedAgainstTheRightName(t *testing.T) {
	b := reluctantExecutive(30)
	yes := func(law plan.Law) plan.LawAnswer { return plan.LawAnswer{Law: law, Answer: rapport.AnswerYes} }
	b.Law = []plan.LawAnswer{yes(plan.LawGuardLicence), yes(plan.LawDrivingPermit), yes(plan.LawInsuranceTerms), yes(plan.LawWeaponsPermit)}
	armed := func(b plan.Brief) int {
		p := compose(t, b, day(30))
		assert.Empty(t, entriesOf(p, plan.MeasureArmedDriver))
		return len(slices.DeleteFunc(p.Options, func(e plan.Entry) bool { return e.Measure != plan.MeasureArmedDriver }))
	}
	assert.Equal(t, 1, armed(b))
	b.Law[3].Answer = rapport.AnswerNo
	assert.Zero(t, armed(b))

	// He will have nobody in or behind his car.
	for i, m := range []plan.MeasureID{plan.MeasureSecurityDriver, plan.MeasureDriverNamedDays, plan.MeasureFollowCar, plan.MeasureCloseOfficerLowProfile, plan.MeasureTimeLimitedAvoidance} {
		b.Refusals = append(b.Refusals, plan.Refusal{ID: rapport.ID("r-" + string(rune('a'+i))), Person: "mr-c", Measure: m, By: []rapport.ID{"mr-c"}, On: on(30), Until: on(60)})
	}
	short := func() plan.Row {
		p := compose(t, b, day(30))
		rows := rowsOf(p, func(r plan.Row) bool {
			return r.Kind == plan.RowKindPerson && r.Activity == "morning" && r.Met == rapport.AnswerNo
		})
		require.NotEmpty(t, rows)
		return rows[0]
	}
	assert.Equal(t, rapport.ID("security-head"), short().Decides)
	b.Mandate.Rights[0].By = "mr-c"
	assert.Equal(t, rapport.ID("mr-c"), short().Decides)
}

func TestTheWalkToTheCathedralIsMadeFeasibleAndNotLeftOut(t *testing.T) {
	for _, n := range []int{0, 13, 15} {
		p := compose(t, diplomat(n), day(n))
		assertMet(t, p)
		assert.Len(t, entriesOf(p, plan.MeasureWalkMadeFeasible), 1, "day %d", n)
		assert.Empty(t, entriesOf(p, plan.MeasureTimeLimitedAvoidance), "day %d", n)
		assert.False(t, shows(p, "weapon"))
	}
	loud := compose(t, diplomat(13), day(13))
	assert.NotEmpty(t, who(loud, "ambassador-j", "walk"), "somebody goes along once the march has doubled")
	walk := entriesOf(loud, plan.MeasureWalkMadeFeasible)[0]
	assert.Equal(t, []rapport.ID{"ambassador-j", "spouse-j"}, walk.People, "they walk together, and it is planned once")
	dinner := bodies(loud, "dinner")
	require.Len(t, dinner, 1, "one officer beside them")
	assert.Equal(t, []rapport.ID{"ambassador-j", "spouse-j"}, dinner[0].People)
	assert.NotEmpty(t, entriesOf(loud, plan.MeasureMedicalPlan))
	assert.NotEmpty(t, entriesOf(loud, plan.MeasureTravelPreparation))
}

func TestWhereTheSpouseStaysAtHomeNothingOfTheSpouseIsPlanned(t *testing.T) {
	b := diplomat(13)
	b.People = b.People[:1]
	b.Facts = slices.DeleteFunc(b.Facts, func(f plan.Fact) bool { return f.Person == "spouse-j" })
	b.Mandate.Parties = nil
	p := compose(t, b, day(13))
	assertMet(t, p)
	for _, e := range p.Entries {
		assert.Equal(t, []rapport.ID{"ambassador-j"}, e.People, "%s", e.Measure)
		assert.NotEqual(t, rapport.ID("market"), e.Activity)
	}
}

func TestWithoutTheMarchTheStreetIsCoveredAsBefore(t *testing.T) {
	b := diplomat(13)
	b.Threats = b.Threats[1:]
	with, without := compose(t, diplomat(13), day(13)), compose(t, b, day(13))
	assertMet(t, without)
	for _, r := range without.Rows {
		then, stood := rowOf(with, r.ID)
		if r.Threat == "t-street" {
			require.True(t, stood)
			assert.Equal(t, then.Need, r.Need)
		}
	}
	assert.Less(t, without.Burden, with.Burden)
}

func TestArmsAreAnOptionAbroadOnlyWhereTheHostGrantsThemAndSomebodyAsks(t *testing.T) {
	armed := func(b plan.Brief) bool {
		p := compose(t, b, day(13))
		assert.False(t, shows(p, "weapon"))
		return slices.ContainsFunc(p.Options, func(e plan.Entry) bool { return e.Measure == plan.MeasureArmedOfficer })
	}
	b := diplomat(13)
	b.Law = []plan.LawAnswer{{Law: plan.LawWeaponsPermit, Answer: rapport.AnswerNo}}
	assert.False(t, armed(b))
	assert.True(t, hasCode(compose(t, b, day(13)).Reasons, plan.CodeLawForbids), "and the plan says so")
	b.Law = nil
	for _, law := range []plan.Law{plan.LawGuardLicence, plan.LawInsuranceTerms, plan.LawWeaponsPermit, plan.LawWorkPermitAbroad} {
		b.Law = append(b.Law, plan.LawAnswer{Law: law, Answer: rapport.AnswerYes})
	}
	assert.False(t, armed(b), "nobody asked")
	b.Facts = append(b.Facts, plan.Fact{Condition: plan.ConditionAskedFor})
	assert.True(t, armed(b))
}

func rowOf(p plan.Plan, id rapport.ID) (plan.Row, bool) {
	i := slices.IndexFunc(p.Rows, func(r plan.Row) bool { return r.ID == id })
	if i < 0 {
		return plan.Row{}, false
	}
	return p.Rows[i], true
}
