package plan_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
	"github.com/rapport-go/rapport/plan"
)

func riskAt(t *testing.T, p plan.Plan, activity rapport.ID) plan.Risk {
	t.Helper()
	for _, r := range p.Risks {
		if r.Activity == activity {
			return r
		}
	}
	require.Fail(t, "no risk there")
	return plan.Risk{}
}

// harming says how bad menace is.
func harming(level rapport.Level) func(*client.ThreatEntry) {
	return func(e *client.ThreatEntry) { e.Harm = level }
}

// TestARiskIsReadFromThePublishedTable walks through NIST SP 800-30 revision 1, table I-2, with its five steps
// as our levels.
func TestARiskIsReadFromThePublishedTable(t *testing.T) {
	n, l, m, h, s := rapport.LevelNone, rapport.LevelLow, rapport.LevelModerate, rapport.LevelHigh, rapport.LevelSevere
	table := map[rapport.Level][]rapport.Level{
		s: {n, l, m, h, s},
		h: {n, l, m, h, s},
		m: {n, l, m, m, h},
		l: {n, l, l, l, m},
	}
	for likelihood, row := range table {
		for column, harm := range []rapport.Level{n, l, m, h, s} {
			p := lab(t, plan.Catalogue{}, harming(harm))
			b := swimmer(likelihood)
			b.People[0].Activities[0].Weekly = nil // exposed as usual, which is moderately
			r := riskAt(t, composeWith(t, p, b, day(0)), "swim")
			assert.Equal(t, m, r.Exposure)
			assert.Equal(t, likelihood, r.Likelihood)
			assert.Equal(t, harm, r.Harm)
			assert.Equal(t, row[column], r.Risk, "%s likely, %s harm", likelihood, harm)
		}
	}
}

func TestTheRiskOfAThreatWhoseHarmNobodySaidIsUnknown(t *testing.T) {
	r := riskAt(t, composeWith(t, lab(t, plan.Catalogue{}), swimmer(rapport.LevelSevere), day(0)), "swim")
	assert.Equal(t, rapport.LevelUnknown, r.Harm)
	assert.Equal(t, rapport.LevelUnknown, r.Risk, "missing is not zero")
	assert.Equal(t, rapport.LevelSevere, r.Likelihood)
}

func TestWhatRaisesExposure(t *testing.T) {
	plain := func(b *plan.Brief) *client.Activity {
		b.People[0].Activities[0].Weekly = nil
		return &b.People[0].Activities[0]
	}
	met := client.Contact{ID: "k", Kind: client.ContactSighting, At: day(-3), Setting: client.SettingUniversity, Activity: "swim"}
	for name, c := range map[string]struct {
		change   func(*plan.Brief)
		exposure rapport.Level
		codes    []rapport.Code
	}{
		"nothing":                      {func(b *plan.Brief) { plain(b) }, rapport.LevelModerate, nil},
		"it is announced":              {func(b *plan.Brief) { plain(b).Announced = rapport.AnswerYes }, rapport.LevelHigh, []rapport.Code{plan.CodeExposedAnnounced}},
		"it is said not to be":         {func(b *plan.Brief) { plain(b).Announced = rapport.AnswerNo }, rapport.LevelModerate, nil},
		"it has its hours":             {func(*plan.Brief) {}, rapport.LevelHigh, []rapport.Code{plan.CodeExposedForetold}},
		"it is kept every day":         {func(b *plan.Brief) { plain(b).Pattern = client.PatternFixedDaily }, rapport.LevelHigh, []rapport.Code{plan.CodeExposedForetold}},
		"it has hours and is not kept": {func(b *plan.Brief) { b.People[0].Activities[0].Pattern = client.PatternLoose }, rapport.LevelModerate, nil},
		"the source was there":         {func(b *plan.Brief) { plain(b); b.Threats[0].Contacts = []client.Contact{met} }, rapport.LevelHigh, []rapport.Code{plan.CodeExposedKnown}},
		"announced and known": {func(b *plan.Brief) {
			plain(b).Announced = rapport.AnswerYes
			b.Threats[0].Contacts = []client.Contact{met}
		}, rapport.LevelSevere, []rapport.Code{plan.CodeExposedAnnounced, plan.CodeExposedKnown}},
		"all three": {func(b *plan.Brief) {
			b.People[0].Activities[0].Announced = rapport.AnswerYes
			b.Threats[0].Contacts = []client.Contact{met}
		}, rapport.LevelSevere, []rapport.Code{plan.CodeExposedAnnounced, plan.CodeExposedForetold, plan.CodeExposedKnown}},
	} {
		t.Run(name, func(t *testing.T) {
			b := swimmer(rapport.LevelLow)
			c.change(&b)
			r := riskAt(t, composeWith(t, lab(t, plan.Catalogue{}), b, day(0)), "swim")
			assert.Equal(t, c.exposure, r.Exposure)
			assert.True(t, hasCode(r.Reasons, plan.CodeExposureUsual))
			assert.Len(t, r.Reasons, 1+len(c.codes))
			for _, code := range c.codes {
				assert.Contains(t, codesAt(r.Reasons, "/people/p/activities/swim"), code)
			}
		})
	}
}

func TestExposureMovesTheLikelihoodByOneStep(t *testing.T) {
	for name, c := range map[string]struct {
		kind             client.ActivityKind
		level, likely    rapport.Level
		exposure, threat rapport.Level
	}{
		"little exposed":                    {kind: client.ActivityMedicalVisit, level: rapport.LevelHigh, likely: rapport.LevelModerate, exposure: rapport.LevelLow},
		"little exposed, and low as it is":  {kind: client.ActivityMedicalVisit, level: rapport.LevelLow, likely: rapport.LevelLow, exposure: rapport.LevelLow},
		"little exposed at moderate":        {kind: client.ActivityMedicalVisit, level: rapport.LevelModerate, likely: rapport.LevelLow, exposure: rapport.LevelLow},
		"as usual":                          {kind: client.ActivityExercise, level: rapport.LevelHigh, likely: rapport.LevelHigh, exposure: rapport.LevelModerate},
		"much exposed":                      {kind: client.ActivityCourtDate, level: rapport.LevelModerate, likely: rapport.LevelHigh, exposure: rapport.LevelHigh},
		"much exposed, and severe as it is": {kind: client.ActivityCourtDate, level: rapport.LevelSevere, likely: rapport.LevelSevere, exposure: rapport.LevelHigh},
	} {
		t.Run(name, func(t *testing.T) {
			b := swimmer(c.level)
			b.People[0].Activities[0].Kind, b.People[0].Activities[0].Weekly = c.kind, nil
			r := riskAt(t, composeWith(t, lab(t, plan.Catalogue{}, harming(rapport.LevelSevere)), b, day(0)), "swim")
			assert.Equal(t, c.exposure, r.Exposure)
			assert.Equal(t, c.level, r.Level, "the threat stands as it was assessed")
			assert.Equal(t, c.likely, r.Likelihood)
		})
	}
}

func TestNothingInAPlanIsChosenByHarm(t *testing.T) {
	measures := tools(tool("one", rapport.BandGood), tool("two", rapport.BandGood), tool("three", rapport.BandStrong, cruel))
	b := swimmer(rapport.LevelHigh)
	unknown := composeWith(t, lab(t, measures), b, day(0))
	for _, harm := range []rapport.Level{rapport.LevelNone, rapport.LevelLow, rapport.LevelSevere} {
		made := composeWith(t, lab(t, measures, harming(harm)), b, day(0))
		assert.NotEqual(t, unknown.Risks, made.Risks)
		made.Risks, made.MadeWith = unknown.Risks, unknown.MadeWith
		for i := range made.Looks {
			made.Looks[i].Discretion.MadeWith = unknown.Looks[i].Discretion.MadeWith
		}
		assert.Equal(t, unknown, made, "%s", harm)
	}
}

func TestEveryPlaceWhereAThreatBitesHasARisk(t *testing.T) {
	p := compose(t, stalkedActor(14), day(14))
	covers := rowsOf(p, func(r plan.Row) bool { return r.Kind == plan.RowKindCover })
	require.Len(t, p.Risks, len(covers))
	for _, r := range p.Risks {
		i := 0
		for _, c := range covers {
			if c.Person == r.Person && c.Activity == r.Activity && c.Setting == r.Setting && c.Threat == r.Threat {
				i++
				assert.Equal(t, c.Level, r.Level)
			}
		}
		assert.Equal(t, 1, i)
		assert.NotEqual(t, rapport.LevelUnknown, r.Risk)
	}
}
