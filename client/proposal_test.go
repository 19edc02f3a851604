package client_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
)

func propose(t *testing.T, p client.Profile, i client.Interaction) client.Proposal {
	t.Helper()
	proposal, err := client.Scorer{}.Propose(p, i, now)
	require.NoError(t, err)
	return proposal
}

// prison is what Ms A says of the guard at her door.
func prison() client.Interaction {
	return client.Interaction{ID: "i-1", Kind: client.InteractionMindsGuardAtDoor, On: on("2027-02-10"), Words: "like a prison"}
}

func yes(by ...rapport.ID) client.Verdict {
	return client.Verdict{Accepted: rapport.AnswerYes, By: by, On: on("2027-02-11")}
}

func TestAnInteractionChangesNothingUntilItIsAccepted(t *testing.T) {
	p := client.Profile{ID: "ms-a", Minor: rapport.AnswerNo}
	proposal := propose(t, p, prison())
	assert.Equal(t, client.Profile{ID: "ms-a", Minor: rapport.AnswerNo}, p)
	require.Len(t, proposal.Updates, 2)
	assert.Equal(t, client.Reaction{ID: "i-1:1", Element: client.ElementGuardPostUniform, Setting: client.SettingHome, Feeling: rapport.FeelingMinus2, On: on("2027-02-10"), Words: "like a prison"}, *proposal.Updates[0].Reaction)
	assert.Equal(t, client.DimensionNeedForControl, proposal.Updates[1].Evidence.Dimension)
	assert.Equal(t, []rapport.ID{"ms-a"}, proposal.Confirm)
	assert.NotEmpty(t, proposal.Next)
	assert.NotZero(t, proposal.Confidence)

	next, settled, err := client.Scorer{}.Settle(p, proposal, yes("ms-a"))
	require.NoError(t, err)
	assert.Equal(t, 1, next.Version)
	assert.Len(t, next.Reactions, 1)
	assert.Equal(t, rapport.AnswerYes, settled.Verdict.Accepted)
	assert.Zero(t, proposal.Verdict, "the proposal handed in stays open")
	assert.Empty(t, p.Reactions, "and the profile handed in as it was")

	differences := compare(t, p, next)
	assert.GreaterOrEqual(t, len(differences), 2, "a review can quote what changed")
}

func TestARefusedProposalStaysStoredWithItsReason(t *testing.T) {
	p := client.Profile{ID: "ms-a", Minor: rapport.AnswerNo}
	no := client.Verdict{Accepted: rapport.AnswerNo, By: []rapport.ID{"ms-a"}, On: on("2027-02-11"), Reason: "it was the hour, not the guard"}
	next, settled, err := client.Scorer{}.Settle(p, propose(t, p, prison()), no)
	require.NoError(t, err)
	assert.Equal(t, p, next)
	assert.Equal(t, no, settled.Verdict)

	no.Reason = ""
	_, _, err = client.Scorer{}.Settle(p, propose(t, p, prison()), no)
	assertProblem(t, err, "/verdict/reason", rapport.CodeRequired)
	_, _, err = client.Scorer{}.Settle(p, settled, yes("ms-a"))
	assertProblem(t, err, "/proposal/verdict", client.CodeSettledTwice)
}

func TestForAMinorThoseWhoDecideAgreeToo(t *testing.T) {
	teen := client.Profile{ID: "teen", Minor: rapport.AnswerYes, Heard: rapport.AnswerYes, Guardians: []rapport.ID{"mother", "father"}}
	goes := client.Interaction{ID: "i-2", Kind: client.InteractionTeenagerGoesAlone, On: on("2027-02-10")}
	proposal := propose(t, teen, goes)
	assert.Equal(t, []rapport.ID{"father", "mother", "teen"}, proposal.Confirm)
	_, _, err := client.Scorer{}.Settle(teen, proposal, yes("mother", "father"))
	assertProblem(t, err, "/verdict/by", client.CodeNotConfirmed)
	_, _, err = client.Scorer{}.Settle(teen, proposal, yes("teen", "mother"))
	assertProblem(t, err, "/verdict/by", client.CodeNotConfirmed)
	next, _, err := client.Scorer{}.Settle(teen, proposal, yes("teen", "mother", "father"))
	require.NoError(t, err)
	assert.Equal(t, rapport.AnswerNo, next.Needs[0].Met)

	small := client.Profile{ID: "child", Minor: rapport.AnswerYes, Heard: rapport.AnswerNo, Guardians: []rapport.ID{"mother"}}
	assert.Equal(t, []rapport.ID{"mother"}, propose(t, small, goes).Confirm)
	small.Guardians = nil
	orphan := propose(t, small, goes)
	assert.Empty(t, orphan.Confirm)
	_, _, err = client.Scorer{}.Settle(small, orphan, yes("lead"))
	assertProblem(t, err, "/verdict/by", client.CodeNotConfirmed)
}

func TestWhatIsNotForTheFileIsNotWritten(t *testing.T) {
	p := client.Profile{ID: "ms-a", Minor: rapport.AnswerNo}
	for _, kind := range []client.InteractionKind{client.InteractionToldOfQuarrel, client.InteractionSeemsInPain, client.InteractionQuietAfterEvent, client.InteractionPayerAsksForMore, client.InteractionLongQuietAfterWarning} {
		proposal := propose(t, p, client.Interaction{ID: "i-3", Kind: kind, On: on("2027-02-10")})
		assert.Empty(t, proposal.Updates, "%s", kind)
		assert.NotEmpty(t, proposal.Next, "%s", kind)
		assert.Equal(t, client.CodeProposedNothing, proposal.Reasons[0].Code)
		next, _, err := client.Scorer{}.Settle(p, proposal, yes("ms-a"))
		require.NoError(t, err)
		assert.Equal(t, p, next, "not even a new version")
	}
}

func TestWhatIsDoneWithoutGoesUpByOneStep(t *testing.T) {
	longer := client.Interaction{ID: "i-4", Kind: client.InteractionTakesLongerWay, On: on("2027-02-10"), Concern: "k-writer", Words: "the stairs, not the lift"}
	p := msA()
	proposal := propose(t, p, longer)
	require.Len(t, proposal.Updates, 1)
	assert.Equal(t, rapport.LevelHigh, proposal.Updates[0].Avoids.Level, "it was moderate")
	next, _, err := client.Scorer{}.Settle(p, proposal, yes("ms-a"))
	require.NoError(t, err)
	assert.Len(t, next.Concerns, len(p.Concerns))
	calmer := msA()
	calmer.Concerns[1].Emotion = rapport.LevelLow
	later, _, err := client.Scorer{}.Settle(calmer, proposal, yes("ms-a"))
	require.NoError(t, err)
	assert.Equal(t, rapport.LevelLow, later.Concerns[1].Emotion, "what was said since is kept")
	calmer.Concerns = calmer.Concerns[:1]
	_, _, err = client.Scorer{}.Settle(calmer, proposal, yes("ms-a"))
	assertProblem(t, err, "/proposal/updates/0", rapport.CodeUnknownID)
	assert.Greater(t, score(t, next).Concerns[0].Estimate.Value, score(t, p).Concerns[0].Estimate.Value)

	longer.Concern = ""
	_, err = client.Scorer{}.Propose(p, longer, now)
	assertProblem(t, err, "/interaction/concern", rapport.CodeRequired)
	longer.Concern = "k-nothing"
	_, err = client.Scorer{}.Propose(p, longer, now)
	assertProblem(t, err, "/interaction/concern", rapport.CodeUnknownID)
	p.Concerns = []client.Concern{{ID: "k-writer", Kind: client.ConcernStalking}}
	longer.Concern = "k-writer"
	assert.Equal(t, rapport.LevelLow, propose(t, p, longer).Updates[0].Avoids.Level, "from nothing known")
}

func TestACorrectionIsEnteredAsThePersonSaysIt(t *testing.T) {
	peace := client.Interaction{ID: "i-5", Kind: client.InteractionCorrectsOurSummary, On: on("2027-02-10"), Words: "not privacy, peace"}
	_, err := client.Scorer{}.Propose(msA(), peace, now)
	assertProblem(t, err, "/interaction/dimension", rapport.CodeRequired)
	peace.Dimension = client.DimensionPrivacySensitivity
	_, err = client.Scorer{}.Propose(msA(), peace, now)
	assertProblem(t, err, "/interaction/level", rapport.CodeRequired)
	peace.Level = rapport.LevelLow
	next, _, err := client.Scorer{}.Settle(msA(), propose(t, msA(), peace), yes("ms-a"))
	require.NoError(t, err)
	row, ok := score(t, next).Dimension(client.DimensionPrivacySensitivity, client.SettingAnywhere, now)
	require.True(t, ok)
	assert.Equal(t, rapport.LevelLow, row.Band)
}

func TestEveryKindOfInteractionCanBeProposedAndSettled(t *testing.T) {
	for _, kind := range client.Standard().Interactions {
		t.Run(string(kind.ID), func(t *testing.T) {
			p := msA()
			i := client.Interaction{ID: "i-6", Kind: kind.ID, On: on("2027-02-10"), Setting: client.SettingVehicle, Hours: window("19:00", "22:00"), Concern: "k-writer", Dimension: client.DimensionAnxiety, Level: rapport.LevelLow}
			proposal := propose(t, p, i)
			assert.Len(t, proposal.Updates, len(kind.Suggests))
			next, settled, err := client.Scorer{}.Settle(p, proposal, yes("ms-a"))
			require.NoError(t, err)
			assert.NoError(t, client.Scorer{}.CheckProfile(next))
			_, _, err = client.Scorer{}.Settle(next, proposal, yes("ms-a"))
			if hasNew(proposal) {
				assert.Error(t, err, "what the profile has is not added again")
			}
			assert.Equal(t, i.ID, settled.Interaction.ID)
		})
	}
}

// hasNew reports whether a proposal adds something with an ID of its own.
func hasNew(p client.Proposal) bool {
	for _, u := range p.Updates {
		if u.Evidence != nil || u.Reaction != nil || u.Wish != nil || u.Change != nil {
			return true
		}
	}
	return false
}

func TestEveryProblemOfAnInteractionIsNamedAtItsPlace(t *testing.T) {
	_, err := client.Scorer{}.Propose(client.Profile{ID: "ms-a"}, client.Interaction{ID: "an id", Kind: "sneezes", On: on("2030-01-01"), Setting: "moon", Dimension: "courage", Level: 99, Words: "Mr Smith"}, now)
	for pointer, code := range map[rapport.Pointer]rapport.Code{
		"/interaction/id": rapport.CodeMalformedID, "/interaction/kind": rapport.CodeUnknownWord, "/interaction/on": rapport.CodeAfterMoment,
		"/interaction/setting": rapport.CodeUnknownWord, "/interaction/dimension": rapport.CodeUnknownWord, "/interaction/level": rapport.CodeOutOfRange, "/interaction/words": client.CodeIdentifies,
	} {
		assertProblem(t, err, pointer, code)
	}
	_, err = client.Scorer{}.Propose(client.Profile{ID: "ms-a"}, client.Interaction{ID: "i", Kind: client.InteractionNeedsRoom, On: on("2027-02-01")}, now)
	assert.NoError(t, err, "it has a usual place")
	_, err = client.Scorer{}.Propose(client.Profile{ID: "ms-a"}, client.Interaction{ID: "i", Kind: client.InteractionStartledByNewFace, On: on("2027-02-01")}, now)
	assertProblem(t, err, "/interaction/setting", rapport.CodeRequired)

	p := client.Profile{ID: "ms-a", Minor: rapport.AnswerNo}
	proposal := propose(t, p, prison())
	proposal.Profile, proposal.Schema = "mr-b", "rapport/proposal/9"
	proposal.Updates = append(proposal.Updates, client.Update{})
	early := client.Verdict{Accepted: 9, By: []rapport.ID{"ms-a", "ms-a"}, On: on("2027-02-01")}
	_, _, err = client.Scorer{}.Settle(p, proposal, early)
	for pointer, code := range map[rapport.Pointer]rapport.Code{
		"/proposal/profile": rapport.CodeUnknownID, "/proposal/schema": rapport.CodeSchemaNewer, "/proposal/updates/2": rapport.CodeRequired,
		"/verdict/accepted": rapport.CodeOutOfRange, "/verdict/by/1": rapport.CodeDuplicateID, "/verdict/on": rapport.CodeOutOfRange,
	} {
		assertProblem(t, err, pointer, code)
	}
}
