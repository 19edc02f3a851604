package client_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
)

func contrast(t *testing.T, p client.Profile, threats ...client.Threat) client.Contrast {
	t.Helper()
	c, err := client.Scorer{}.Contrast(p, threats, now)
	require.NoError(t, err)
	return c
}

// burglar is an assessed threat of a break-in.
func burglar(level rapport.Level) client.Threat {
	t := client.Threat{ID: "t-burglar", Kind: client.ThreatIntrusion, Level: level, ReviewOn: on("2027-03-01")}
	if level != rapport.LevelUnknown {
		t.AssessedAt = now.AddDate(0, 0, -9)
	}
	return t
}

// afraid is somebody who fears a burglar.
func afraid(emotion rapport.Level) client.Profile {
	return client.Profile{ID: "p", Concerns: []client.Concern{{ID: "k-house", Kind: client.ConcernBurglary, Emotion: emotion, On: on("2027-02-01")}}}
}

func TestWorryAndThreatTogetherSayWhatFollows(t *testing.T) {
	for _, c := range []struct {
		name     string
		worry    rapport.Level
		assessed rapport.Level
		want     client.Stance
	}{
		{"both high", rapport.LevelHigh, rapport.LevelModerate, client.StanceProtectAndHold},
		{"worry high, threat low", rapport.LevelSevere, rapport.LevelLow, client.StanceReassure},
		{"worry high, threat looked at and absent", rapport.LevelModerate, rapport.LevelNone, client.StanceReassure},
		{"worry low, threat high", rapport.LevelLow, rapport.LevelHigh, client.StanceProtectAndInform},
		{"both low", rapport.LevelNone, rapport.LevelLow, client.StanceKeepLight},
		{"worry not asked, threat high", rapport.LevelUnknown, rapport.LevelSevere, client.StanceAsk},
		{"worry not asked, threat low", rapport.LevelUnknown, rapport.LevelLow, client.StanceAsk},
		{"worry high, not assessed", rapport.LevelHigh, rapport.LevelUnknown, client.StanceAssess},
		{"worry low, not assessed", rapport.LevelLow, rapport.LevelUnknown, client.StanceOfferAssessment},
	} {
		t.Run(c.name, func(t *testing.T) {
			rows := contrast(t, afraid(c.worry), burglar(c.assessed)).Rows
			require.Len(t, rows, 1)
			assert.Equal(t, c.want, rows[0].Stance)
			assert.Equal(t, c.worry, rows[0].Worry, "a threat is no reason to expect a worry")
			assert.Equal(t, c.assessed, rows[0].Assessed, "a worry never stands in for an assessment")
			assert.NotEmpty(t, rows[0].Reasons)
			entry, known := client.Scorer{}.Stance(rows[0].Stance)
			assert.True(t, known && len(entry.EN.Do) > 1, "the stance says what is done")
		})
	}
}

func TestAWorryThatIsReassuredIsTalkedAboutAgain(t *testing.T) {
	rows := contrast(t, afraid(rapport.LevelHigh), burglar(rapport.LevelLow)).Rows
	assert.Equal(t, on("2027-03-03"), rows[0].Again)
	rows = contrast(t, afraid(rapport.LevelHigh), burglar(rapport.LevelHigh)).Rows
	assert.Zero(t, rows[0].Again)
}

func TestAThreatThatNobodyNamesHasARowOfItsOwn(t *testing.T) {
	rows := contrast(t, afraid(rapport.LevelHigh), writer()).Rows
	require.Len(t, rows, 2)
	assert.Equal(t, client.StanceAssess, rows[0].Stance, "nobody has looked into the break-in")
	assert.Equal(t, []rapport.ID{"t-writer"}, rows[1].Threats)
	assert.Empty(t, rows[1].Concern)
	assert.Equal(t, rapport.LevelNone, rows[1].Worry, "asked, and not named")
	assert.Equal(t, client.StanceProtectAndInform, rows[1].Stance)

	silent := contrast(t, client.Profile{ID: "p"}, writer()).Rows
	require.Len(t, silent, 1)
	assert.Equal(t, rapport.LevelUnknown, silent[0].Worry, "nobody has asked")
	assert.Equal(t, client.StanceAsk, silent[0].Stance)

	asked := contrast(t, client.Profile{ID: "p", Worried: rapport.AnswerNo}, writer()).Rows
	assert.Equal(t, client.StanceProtectAndInform, asked[0].Stance)

	unassessed := client.Threat{ID: "t-new", Kind: client.ThreatStalking, Contacts: []client.Contact{{ID: "c-1", Kind: client.ContactLetter, At: now.AddDate(0, 0, -1)}}}
	assert.Equal(t, client.StanceAssess, contrast(t, client.Profile{ID: "p", Worried: rapport.AnswerNo}, unassessed).Rows[0].Stance, "something was done")
	unassessed.Contacts = nil
	assert.Equal(t, client.StanceOfferAssessment, contrast(t, client.Profile{ID: "p", Worried: rapport.AnswerNo}, unassessed).Rows[0].Stance)
	assert.Equal(t, client.StanceAsk, contrast(t, client.Profile{ID: "p"}, unassessed).Rows[0].Stance)
}

func TestTheWorriesOfMsAStandInHerOrderEachWithItsAnswer(t *testing.T) {
	press := client.Threat{ID: "t-press", Kind: client.ThreatMediaIntrusion, Level: rapport.LevelModerate, AssessedAt: now.AddDate(0, 0, -9), ReviewOn: on("2027-03-01")}
	c := contrast(t, msA(), press, writer())
	require.Len(t, c.Rows, 3)
	assert.Equal(t, []client.Stance{client.StanceProtectAndHold, client.StanceProtectAndHold, client.StanceConduct}, []client.Stance{c.Rows[0].Stance, c.Rows[1].Stance, c.Rows[2].Stance})
	assert.Equal(t, []rapport.ID{"t-writer"}, c.Rows[0].Threats)
	assert.Equal(t, []rapport.ID{"t-press"}, c.Rows[1].Threats)
	assert.Contains(t, codesAt(c.Rows[1].Reasons, "/concerns/k-press"), client.CodeContrastDistressed, "she holds it to be far likelier, and it presses")
	assert.Equal(t, c, contrast(t, msA(), writer(), press), "the order of threats says nothing")

	calm := msA()
	i := slices.IndexFunc(calm.Concerns, func(k client.Concern) bool { return k.ID == "k-press" })
	calm.Concerns[i].Emotion = rapport.LevelLow
	row := contrast(t, calm, press, writer()).Rows[1]
	assert.Equal(t, client.StanceProtectAndInform, row.Stance)
	assert.Contains(t, codesAt(row.Reasons, "/concerns/k-press"), client.CodeContrastMisinformed)
}

func TestWhatHappenedSinceTheAssessmentCounts(t *testing.T) {
	stalker := writer()
	stalker.Contacts = append(stalker.Contacts, note())
	row := contrast(t, msA(), stalker).Rows[0]
	assert.Equal(t, rapport.LevelHigh, row.Assessed)
	assert.Equal(t, rapport.LevelModerate, contrast(t, msA(), writer()).Rows[0].Assessed)
}

func TestAThreatAimedAtOthersIsLeftOut(t *testing.T) {
	theirs := writer()
	theirs.Aimed = []rapport.ID{"somebody-else"}
	assert.Equal(t, client.StanceAssess, contrast(t, msA(), theirs).Rows[0].Stance)
}

func TestBadProfilesAndThreatsAreNamedTogether(t *testing.T) {
	c, err := client.Scorer{}.Contrast(client.Profile{ID: "a person"}, []client.Threat{writer(), writer(), {ID: "t", Kind: "ghosts"}}, now)
	assert.Zero(t, c)
	assertProblem(t, err, "/profile/id", rapport.CodeMalformedID)
	assertProblem(t, err, "/threats/1/id", rapport.CodeDuplicateID)
	assertProblem(t, err, "/threats/2/kind", rapport.CodeUnknownWord)
}

func TestAnAssessmentSaysWhatItRestsOn(t *testing.T) {
	stalker := writer()
	stalker.Level, stalker.Intent, stalker.Capability, stalker.Opportunity = rapport.LevelHigh, rapport.LevelHigh, rapport.LevelLow, rapport.LevelModerate
	stalker.Assumptions = []client.Assumption{{ID: "as-1", Text: "the order of the court holds"}}
	p := picture(t, stalker)
	assert.Contains(t, codesAt(p.Reasons, "/capability"), client.CodeAssessmentParts, "two steps below the level")
	assert.Empty(t, codesAt(p.Reasons, "/opportunity"))
	assert.Equal(t, []rapport.Code{client.CodeAssessmentAssumes}, codesAt(p.Reasons, "/assumptions/as-1"))
	assert.Equal(t, rapport.AnswerNo, p.Overdue)

	stalker.Assumptions[0].Holds = rapport.AnswerNo
	p = picture(t, stalker)
	assert.Equal(t, rapport.AnswerYes, p.Overdue, "what it rested on is gone")
	assert.Equal(t, rapport.LevelHigh, p.Level)

	stalker.Activities = []rapport.ID{"a-gym", "a-coffee"}
	assert.Equal(t, []rapport.ID{"a-coffee", "a-gym"}, picture(t, stalker).Activities)
	stalker.Intent, stalker.Assumptions, stalker.Activities = 99, []client.Assumption{{ID: "an id", Text: "ring 0171 2345678"}, {ID: "x"}}, []rapport.ID{"a", "a"}
	_, err := client.Scorer{}.Picture(stalker, now)
	for pointer, code := range map[rapport.Pointer]rapport.Code{"/intent": rapport.CodeOutOfRange, "/assumptions/0/id": rapport.CodeMalformedID,
		"/assumptions/0/text": client.CodeIdentifies, "/assumptions/1/text": rapport.CodeRequired, "/activities/1": rapport.CodeDuplicateID} {
		assertProblem(t, err, pointer, code)
	}
}
