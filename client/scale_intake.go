package client

import "github.com/rapport-go/rapport/internal/scale"

// AnswerType says what an answer to a question looks like. The zero value is unknown.
type AnswerType uint8

// The members of AnswerType; their order says nothing.
const (
	// AnswerTypeUnknown means not said.
	AnswerTypeUnknown AnswerType = iota
	// AnswerTypeYesNo is yes or no.
	AnswerTypeYesNo
	// AnswerTypeChoice is one of the question's own choices.
	AnswerTypeChoice
	// AnswerTypeChoices is one or more of the question's own choices.
	AnswerTypeChoices
	// AnswerTypeListed is one or more words of the list that the question fills: kinds of worry, settings, wishes, activities.
	AnswerTypeListed
	// AnswerTypeLevel is a level from none to severe.
	AnswerTypeLevel
	// AnswerTypeFeeling is a feeling from -3 to +3.
	AnswerTypeFeeling
	// AnswerTypeAgreement is how far a statement fits, from 1 (not at all) to 5 (completely).
	AnswerTypeAgreement
	// AnswerTypeTenths is a whole number from 0 (nothing) to 10 (everything).
	AnswerTypeTenths
	// AnswerTypeRanking is words in order, the first first; words in one place are tied.
	AnswerTypeRanking
	// AnswerTypePairs is how much more one need weighs than another, for each two of them.
	AnswerTypePairs
	// AnswerTypeWords is a few words of the person's own, without names.
	AnswerTypeWords
	// AnswerTypeReferences is one or more of the app's keys, never a name.
	AnswerTypeReferences
	// AnswerTypeHours is a time of day, with the settings where it holds.
	AnswerTypeHours
	// AnswerTypeActivities is a list of what the person does, where and when.
	AnswerTypeActivities
	// AnswerTypeChanges is a list of changes in life with their days.
	AnswerTypeChanges
)

var answerTypeWords = []string{
	"unknown", "yes-no", "choice", "choices", "listed", "level", "feeling", "agreement", "tenths",
	"ranking", "pairs", "words", "references", "hours", "activities", "changes",
}

// String returns the word; for a value that is no member, AnswerType(n).
func (a AnswerType) String() string { return scale.String("AnswerType", answerTypeWords, uint8(a)) }

// MarshalText returns the word, or an error for a value that is no member.
func (a AnswerType) MarshalText() ([]byte, error) {
	return scale.Marshal("AnswerType", answerTypeWords, uint8(a))
}

// UnmarshalText accepts a word of the scale, letter for letter.
func (a *AnswerType) UnmarshalText(text []byte) error {
	member, err := scale.Parse("AnswerType", answerTypeWords, text)
	if err == nil {
		*a = AnswerType(member)
	}
	return err
}

// Fills says what an answer becomes. The zero value is unknown.
type Fills uint8

// The members of Fills; their order says nothing.
const (
	// FillsUnknown means not said.
	FillsUnknown Fills = iota
	// FillsNote stays in the sheet: an answer that people read and no score uses.
	FillsNote
	// FillsLeave is the leave to ask; a no closes every other question.
	FillsLeave
	// FillsSource says how much the answers of somebody else weigh.
	FillsSource
	// FillsStore is the leave to keep notes.
	FillsStore
	// FillsAge says whether the person is under age and has a voice of their own.
	FillsAge
	// FillsGuardians is who decides for a minor.
	FillsGuardians
	// FillsDependants is who depends on the person.
	FillsDependants
	// FillsHousehold is who lives or works in the home.
	FillsHousehold
	// FillsOrderedBy is who wished for the protection.
	FillsOrderedBy
	// FillsPaidBy is who pays.
	FillsPaidBy
	// FillsRight is who decides about the question's matter.
	FillsRight
	// FillsPriorities is the ranking of the four needs.
	FillsPriorities
	// FillsDimension is evidence for the question's dimension.
	FillsDimension
	// FillsReaction is a reaction to the question's element in its setting.
	FillsReaction
	// FillsConcerns is the worries.
	FillsConcerns
	// FillsConcernOrder is the ranking of the worries.
	FillsConcernOrder
	// FillsEmotion is how strongly a worry is felt, asked of each worry.
	FillsEmotion
	// FillsLikelihood is how likely the person holds it to be, asked of each worry.
	FillsLikelihood
	// FillsAvoidance is what the person does without, asked of each worry.
	FillsAvoidance
	// FillsSince is how long a worry has been there, asked of each worry.
	FillsSince
	// FillsHardHours is when worry is strongest.
	FillsHardHours
	// FillsNeed is a need that the person names.
	FillsNeed
	// FillsControl is how much of their days is in the person's own hands.
	FillsControl
	// FillsWish is a wish of the question's kind, or of the kind of each choice.
	FillsWish
	// FillsActivities is what the person does.
	FillsActivities
	// FillsRoutine is when an activity happens, asked of each activity.
	FillsRoutine
	// FillsKept is the activities that have to stay as they are.
	FillsKept
	// FillsLevers is what of an activity may be varied, asked of each activity.
	FillsLevers
	// FillsAnnounced is the activities whose place and time can be read somewhere.
	FillsAnnounced
	// FillsChanges is what will change in the person's life.
	FillsChanges
	// FillsDossier is kept sealed elsewhere; the sheet holds references to it only.
	FillsDossier
)

var fillsWords = []string{
	"unknown", "note", "leave", "source", "store", "age", "guardians", "dependants", "household",
	"ordered-by", "paid-by", "right", "priorities", "dimension", "reaction", "concerns",
	"concern-order", "emotion", "likelihood", "avoidance", "since", "hard-hours", "need", "control",
	"wish", "activities", "routine", "kept", "levers", "announced", "changes", "dossier",
}

// String returns the word; for a value that is no member, Fills(n).
func (f Fills) String() string { return scale.String("Fills", fillsWords, uint8(f)) }

// MarshalText returns the word, or an error for a value that is no member.
func (f Fills) MarshalText() ([]byte, error) {
	return scale.Marshal("Fills", fillsWords, uint8(f))
}

// UnmarshalText accepts a word of the scale, letter for letter.
func (f *Fills) UnmarshalText(text []byte) error {
	member, err := scale.Parse("Fills", fillsWords, text)
	if err == nil {
		*f = Fills(member)
	}
	return err
}
