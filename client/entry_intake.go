package client

import "github.com/rapport-go/rapport"

// SectionEntry is a part of the intake.
type SectionEntry struct {
	// ID is the word.
	ID Section `json:"id"`
	// Order is its place when spoken, from 1.
	Order int `json:"order"`
	// For lists the kinds of engagement it is asked for; none means all.
	For []EngagementKind `json:"for,omitzero"`
	// EN is the English wording.
	EN Named `json:"en"`
}

// QuestionEntry is a question of the intake: when it is asked, what an answer looks like and what it
// becomes.
type QuestionEntry struct {
	// ID is the word.
	ID Question `json:"id"`
	// Section is the part it belongs to.
	Section Section `json:"section"`
	// Order is its place in the section, from 1.
	Order int `json:"order"`
	// Type says what an answer looks like.
	Type AnswerType `json:"type"`
	// Fills says what an answer becomes.
	Fills Fills `json:"fills"`
	// Blocks says what has to wait as long as it is open.
	Blocks Blocks `json:"blocks"`
	// Priority runs from 9, asked first, to 1. House judgement.
	Priority int `json:"priority"`
	// When lists what has to hold for it to be asked; all of it.
	When []Condition `json:"when,omitzero"`
	// Own is true where only the person can say; the entry says so or leaves it out.
	Own bool `json:"own,omitzero"`
	// Sealed is true where the answer would identify somebody or is a secret: the sheet then takes only
	// references to what is kept elsewhere, or a plain no. The entry says so or leaves it out.
	Sealed bool `json:"sealed,omitzero"`
	// Category is the kind of information an answer is; empty where anybody on the work may read it.
	Category Category `json:"category,omitzero"`
	// Choices are the choices of a question of type choice or choices, in the order of their wording.
	Choices []Choice `json:"choices,omitzero"`
	// Dimension is what an answer bears on.
	Dimension Dimension `json:"dimension,omitzero"`
	// Reversed is true for a statement that speaks for the low end; the entry says so or leaves it out.
	Reversed bool `json:"reversed,omitzero"`
	// Element is what a feeling is about.
	Element Element `json:"element,omitzero"`
	// Setting is where it holds.
	Setting Setting `json:"setting,omitzero"`
	// Need is the need that an answer names.
	Need NeedKind `json:"need,omitzero"`
	// Wish is the wish that an answer becomes.
	Wish WishKind `json:"wish,omitzero"`
	// Strength is how binding the wish is.
	Strength Strength `json:"strength,omitzero"`
	// Matter is what is decided.
	Matter Matter `json:"matter,omitzero"`
	// EN is the English wording.
	EN QuestionWords `json:"en"`
}

// QuestionWords is the English wording of a question.
type QuestionWords struct {
	// Ask is the question as it is spoken.
	Ask string `json:"ask"`
	// Young is how a minor is asked; empty means in the same words.
	Young string `json:"young,omitzero"`
	// Waits says in half a sentence what waits for the answer.
	Waits string `json:"waits,omitzero"`
	// Choices words the choices, in their order.
	Choices []string `json:"choices,omitzero"`
}

// ChoiceWord is a word of an answer: a question's own choice, or a word of the list that the question
// fills.
type ChoiceWord string

// Choice is one of a question's own choices, and what it says.
type Choice struct {
	// ID is the word, unique in the question.
	ID ChoiceWord `json:"id"`
	// Level is where it puts the person on the question's dimension.
	Level rapport.Level `json:"level,omitzero"`
	// Evidence is what kind of evidence the answers are from here on.
	Evidence EvidenceKind `json:"evidence,omitzero"`
	// Wish is the wish it stands for.
	Wish WishKind `json:"wish,omitzero"`
	// Setting is where the wish holds.
	Setting Setting `json:"setting,omitzero"`
	// Minor says whether the person is under age.
	Minor rapport.Answer `json:"minor,omitzero"`
	// Heard says whether a minor has a voice of their own.
	Heard rapport.Answer `json:"heard,omitzero"`
}

// Condition holds where one of its questions has an answer that fits all that the condition names. With no
// more than questions it holds where one of them is answered.
type Condition struct {
	// Questions are the questions, one of which has to fit.
	Questions []Question `json:"questions"`
	// Is lists words one of which the answer holds: "yes", "no", a choice, a word of a list. References to
	// a sealed answer count as "yes".
	Is []ChoiceWord `json:"is,omitzero"`
	// Not lists words none of which the answer holds.
	Not []ChoiceWord `json:"not,omitzero"`
	// Activity is a kind of activity that one in the answer is or lies below.
	Activity ActivityKind `json:"activity,omitzero"`
	// AtLeast is a level that the answer reaches.
	AtLeast rapport.Level `json:"at_least,omitzero"`
	// Minded is true where the answer is a feeling of -1 or less; the entry says so or leaves it out.
	Minded bool `json:"minded,omitzero"`
	// Count is the least number of words or references that the answer holds.
	Count int `json:"count,omitzero"`
}
