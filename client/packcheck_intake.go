package client

import (
	"slices"

	"github.com/rapport-go/rapport"
)

// checkLife checks the lists about needs, habits, changes in life and what is said or seen.
func (s Scorer) checkLife(f *rapport.Faults, at rapport.Pointer, c Catalogue) {
	eachNew(at.Child("needs"), c.Needs, func(at rapport.Pointer, e NeedEntry) {
		required(f, at.Child("type"), e.Type == NeedTypeUnknown)
		member(f, at.Child("type"), e.Type)
	})
	eachNew(at.Child("patterns"), c.Patterns, func(at rapport.Pointer, e PatternEntry) {
		required(f, at.Child("predictable"), e.Predictable == rapport.LevelUnknown)
		member(f, at.Child("predictable"), e.Predictable)
	})
	eachNew(at.Child("changes"), c.Changes, func(at rapport.Pointer, e LifeChangeEntry) { s.checkChange(f, at, e) })
	eachNew(at.Child("interactions"), c.Interactions, func(at rapport.Pointer, e InteractionEntry) { s.checkInteraction(f, at, e) })
}

func (s Scorer) checkChange(f *rapport.Faults, at rapport.Pointer, e LifeChangeEntry) {
	required(f, at.Child("urgency"), e.Urgency == rapport.UrgencyUnknown)
	member(f, at.Child("urgency"), e.Urgency)
	knownEach(f, at.Child("asks"), s.Question, e.Asks)
}

func (s Scorer) checkInteraction(f *rapport.Faults, at rapport.Pointer, e InteractionEntry) {
	required(f, at.Child("confidence"), e.Confidence == rapport.LevelUnknown)
	member(f, at.Child("confidence"), e.Confidence)
	for i, suggestion := range e.Suggests {
		s.checkSuggestion(f, at.Child("suggests").Index(i), suggestion)
	}
}

// checkSuggestion notes a suggestion that names nothing or more than one thing, or lacks what goes with it.
func (s Scorer) checkSuggestion(f *rapport.Faults, at rapport.Pointer, x Suggestion) {
	correction := x.Dimension == "" && x.Element == "" && x.Evidence != ""
	named := 0
	for _, given := range [...]bool{x.Dimension != "", x.Element != "", x.Wish != "", x.Need != "", x.Change != "", x.Avoidance, correction} {
		if given {
			named++
		}
	}
	if named != 1 {
		f.OutOfRange(at)
	}
	known(f, at, "dimension", s.Dimension, x.Dimension)
	known(f, at, "evidence", s.EvidenceKind, x.Evidence)
	known(f, at, "element", s.Element, x.Element)
	known(f, at, "setting", s.Setting, x.Setting)
	known(f, at, "wish", s.Wish, x.Wish)
	known(f, at, "need", s.Need, x.Need)
	known(f, at, "change", s.LifeChange, x.Change)
	required(f, at.Child("evidence"), x.Evidence == "" && (x.Dimension != "" || x.Element != ""))
	required(f, at.Child("level"), x.Level == rapport.LevelUnknown && x.Dimension != "")
	required(f, at.Child("feeling"), x.Feeling == rapport.FeelingNotAsked && x.Element != "")
	required(f, at.Child("strength"), x.Strength == StrengthUnknown && x.Wish != "")
	member(f, at.Child("level"), x.Level)
	member(f, at.Child("feeling"), x.Feeling)
	member(f, at.Child("strength"), x.Strength)
	member(f, at.Child("met"), x.Met)
}

// checkIntake checks the parts and questions of the intake.
func (s Scorer) checkIntake(f *rapport.Faults, at rapport.Pointer, c Catalogue) {
	eachNew(at.Child("sections"), c.Sections, func(at rapport.Pointer, e SectionEntry) { s.checkSection(f, at, e) })
	eachNew(at.Child("questions"), c.Questions, func(at rapport.Pointer, q QuestionEntry) { s.checkQuestion(f, at, q) })
}

func (s Scorer) checkSection(f *rapport.Faults, at rapport.Pointer, e SectionEntry) {
	inRange(f, at.Child("order"), e.Order >= 1)
	knownEach(f, at.Child("for"), s.Engagement, e.For)
}

func (s Scorer) checkQuestion(f *rapport.Faults, at rapport.Pointer, q QuestionEntry) {
	required(f, at.Child("section"), q.Section == "")
	known(f, at, "section", s.Section, q.Section)
	inRange(f, at.Child("order"), q.Order >= 1)
	required(f, at.Child("type"), q.Type == AnswerTypeUnknown)
	member(f, at.Child("type"), q.Type)
	required(f, at.Child("fills"), q.Fills == FillsUnknown)
	member(f, at.Child("fills"), q.Fills)
	required(f, at.Child("blocks"), q.Blocks == BlocksUnknown)
	member(f, at.Child("blocks"), q.Blocks)
	inRange(f, at.Child("priority"), q.Priority >= 1 && q.Priority <= 9)
	s.checkTarget(f, at, q)
	s.checkChoices(f, at, q)
	for i, condition := range q.When {
		s.checkCondition(f, at.Child("when").Index(i), q, condition)
	}
}

// fitting lists the types of answer from which each filling can be made; where none is listed, any.
var fitting = [...][]AnswerType{
	FillsLeave: {AnswerTypeYesNo}, FillsStore: {AnswerTypeYesNo}, FillsSource: {AnswerTypeChoice}, FillsAge: {AnswerTypeChoice},
	FillsGuardians: {AnswerTypeReferences}, FillsDependants: {AnswerTypeReferences}, FillsHousehold: {AnswerTypeReferences},
	FillsOrderedBy: {AnswerTypeReferences}, FillsPaidBy: {AnswerTypeReferences}, FillsRight: {AnswerTypeReferences},
	FillsPriorities: {AnswerTypeRanking, AnswerTypePairs}, FillsDimension: {AnswerTypeAgreement, AnswerTypeChoice},
	FillsReaction: {AnswerTypeFeeling}, FillsConcerns: {AnswerTypeListed}, FillsConcernOrder: {AnswerTypeRanking},
	FillsEmotion: {AnswerTypeLevel}, FillsLikelihood: {AnswerTypeLevel}, FillsAvoidance: {AnswerTypeLevel},
	FillsSince: {AnswerTypeWords}, FillsHardHours: {AnswerTypeHours}, FillsNeed: {AnswerTypeWords}, FillsControl: {AnswerTypeTenths},
	FillsWish:       {AnswerTypeYesNo, AnswerTypeChoice, AnswerTypeChoices, AnswerTypeListed, AnswerTypeWords, AnswerTypeReferences},
	FillsActivities: {AnswerTypeActivities}, FillsRoutine: {AnswerTypeHours}, FillsKept: {AnswerTypeListed},
	FillsLevers: {AnswerTypeListed}, FillsAnnounced: {AnswerTypeListed}, FillsChanges: {AnswerTypeChanges}, FillsDossier: {AnswerTypeReferences},
}

// checkTarget notes a question that lacks what it fills, or fills what its answers cannot become.
func (s Scorer) checkTarget(f *rapport.Faults, at rapport.Pointer, q QuestionEntry) {
	if int(q.Fills) < len(fitting) && len(fitting[q.Fills]) > 0 && !slices.Contains(fitting[q.Fills], q.Type) {
		f.OutOfRange(at.Child("type"))
	}
	if (q.Fills == FillsDossier) != q.Sealed {
		f.OutOfRange(at.Child("sealed"))
	}
	required(f, at.Child("category"), q.Sealed && q.Category == "")
	required(f, at.Child("dimension"), q.Fills == FillsDimension && q.Dimension == "")
	required(f, at.Child("element"), q.Fills == FillsReaction && q.Element == "")
	required(f, at.Child("setting"), q.Fills == FillsReaction && q.Setting == "")
	required(f, at.Child("need"), q.Fills == FillsNeed && q.Need == "")
	required(f, at.Child("matter"), q.Fills == FillsRight && q.Matter == MatterUnknown)
	own := slices.ContainsFunc(q.Choices, func(c Choice) bool { return c.Wish != "" })
	required(f, at.Child("wish"), q.Fills == FillsWish && q.Wish == "" && !own)
	known(f, at, "category", s.Category, q.Category)
	known(f, at, "dimension", s.Dimension, q.Dimension)
	known(f, at, "element", s.Element, q.Element)
	known(f, at, "setting", s.Setting, q.Setting)
	known(f, at, "need", s.Need, q.Need)
	known(f, at, "wish", s.Wish, q.Wish)
	member(f, at.Child("strength"), q.Strength)
	member(f, at.Child("matter"), q.Matter)
}

// checkChoices notes choices that stand twice, without a wording, or where none are chosen from.
func (s Scorer) checkChoices(f *rapport.Faults, at rapport.Pointer, q QuestionEntry) {
	chosen := q.Type == AnswerTypeChoice || q.Type == AnswerTypeChoices
	required(f, at.Child("choices"), chosen && len(q.Choices) == 0)
	if !chosen && len(q.Choices) > 0 {
		f.OutOfRange(at.Child("choices"))
	}
	if len(q.Choices) != len(q.EN.Choices) {
		f.OutOfRange(at.Child("en").Child("choices"))
	}
	for i, c := range q.Choices {
		at := at.Child("choices").Index(i)
		rapport.FaultWord(f, at.Child("id"), c.ID)
		if slices.ContainsFunc(q.Choices[:i], func(other Choice) bool { return other.ID == c.ID }) {
			f.DuplicateID(at.Child("id"))
		}
		known(f, at, "evidence", s.EvidenceKind, c.Evidence)
		known(f, at, "wish", s.Wish, c.Wish)
		known(f, at, "setting", s.Setting, c.Setting)
		member(f, at.Child("level"), c.Level)
		member(f, at.Child("minor"), c.Minor)
		member(f, at.Child("heard"), c.Heard)
	}
}

// checkCondition notes a condition on a question that nobody declares, or that is not spoken before.
func (s Scorer) checkCondition(f *rapport.Faults, at rapport.Pointer, q QuestionEntry, c Condition) {
	required(f, at.Child("questions"), len(c.Questions) == 0)
	knownEach(f, at.Child("questions"), s.Question, c.Questions)
	for i, id := range c.Questions {
		if earlier := s.table().questions.at(id); earlier.ID != "" && s.compareQuestions(earlier, &q) >= 0 {
			f.Coded(at.Child("questions").Index(i), codeEntry(CodeAskedLater))
		}
	}
	known(f, at, "activity", s.Activity, c.Activity)
	member(f, at.Child("at_least"), c.AtLeast)
	inRange(f, at.Child("count"), c.Count >= 0)
	for _, words := range [...]struct {
		at   rapport.Pointer
		list []ChoiceWord
	}{{at.Child("is"), c.Is}, {at.Child("not"), c.Not}} {
		for i, w := range words.list {
			if !slices.ContainsFunc(c.Questions, func(id Question) bool { return s.mayHold(id, w) }) {
				f.UnknownWord(words.at.Index(i))
			}
		}
	}
}

// mayHold reports whether an answer to a question can hold a word; of a question that nobody declares and
// of the person's own activities nothing is known.
func (s Scorer) mayHold(id Question, w ChoiceWord) bool {
	q := s.table().questions.at(id)
	switch {
	case q.ID == "", q.Fills == FillsKept, q.Fills == FillsAnnounced:
		return true
	case w == "no":
		return q.Type == AnswerTypeYesNo || int(q.Type) < len(carries) && carries[q.Type].none
	case w == "yes" && (q.Type == AnswerTypeYesNo || q.Type == AnswerTypeReferences):
		return true
	case q.Type == AnswerTypeChoice, q.Type == AnswerTypeChoices, q.Type == AnswerTypeListed:
		return (&asking{Scorer: s}).listed(q)(w)
	default:
		return false
	}
}
