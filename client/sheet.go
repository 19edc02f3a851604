package client

import (
	"slices"

	"github.com/rapport-go/rapport"
)

// SheetSchema is the schema word of a stored [Sheet].
const SheetSchema = "rapport/sheet/1"

// Sheet is an intake with one person, finished or not: what was asked and what was replied. It holds no
// name: people are references, and a question whose answer would identify somebody or is a secret takes
// references to what the app keeps sealed. The zero value is an empty sheet that lacks its principal.
type Sheet struct {
	// Schema is [SheetSchema] or empty, which means the same.
	Schema string `json:"schema,omitzero"`
	// Principal is the app's key of the person it is about.
	Principal rapport.ID `json:"principal"`
	// Engagement is the service; questions that block nothing for it are not asked. Empty means that all
	// are.
	Engagement EngagementKind `json:"engagement,omitzero"`
	// Replies are the answers; of several to one question the newest counts and the others stay. The order
	// says nothing.
	Replies []Reply `json:"replies,omitzero"`
	// Extensions carries vendor data.
	Extensions rapport.Extensions `json:"extensions,omitzero"`
}

// Validate reports problems of shape. Words and the fit of answers to questions are checked by
// [Scorer.CheckSheet].
func (s Sheet) Validate() error {
	var f rapport.Faults
	f.Schema("/schema", s.Schema, SheetSchema)
	f.ID("/principal", s.Principal)
	rapport.FaultOptionalWord(&f, "/engagement", s.Engagement)
	bounded(&f, "/replies", len(s.Replies), MaxReplies)
	type key struct {
		question Question
		about    ChoiceWord
		on       rapport.Date
	}
	seen := map[key]bool{}
	for i, r := range s.Replies {
		at := rapport.Pointer("/replies").Index(i)
		f.Join(at, r.Validate())
		k := key{r.Question, r.About, r.On}
		if seen[k] {
			f.DuplicateID(at.Child("question"))
		}
		seen[k] = true
	}
	f.Join("/extensions", s.Extensions.Validate())
	return f.Err()
}

// Reply is one answer to one question. It carries what the type of the question asks for, and may carry a
// few own words beside it. Question, About and On together stand once in a sheet.
type Reply struct {
	// Question is the question.
	Question Question `json:"question"`
	// About is the kind of worry or the ID of the activity it is about, where a question is asked of each.
	About ChoiceWord `json:"about,omitzero"`
	// On is the day it was said.
	On rapport.Date `json:"on"`
	// Declined says that the person prefers not to say. It counts as unknown, and the question is left
	// alone for a while.
	Declined rapport.Answer `json:"declined,omitzero"`
	// Yes answers yes or no.
	Yes rapport.Answer `json:"yes,omitzero"`
	// Choices are the choices, or words of the list that the question fills.
	Choices []ChoiceWord `json:"choices,omitzero"`
	// Level is a level.
	Level rapport.Level `json:"level,omitzero"`
	// Feeling is a feeling.
	Feeling rapport.Feeling `json:"feeling,omitzero"`
	// Agreement runs from 1 (not at all) to 5 (completely).
	Agreement int `json:"agreement,omitzero"`
	// Tenths runs from 0 (nothing) to 10 (everything); nil means not given.
	Tenths *int `json:"tenths,omitzero"`
	// Ranking is words in order, the first first; words in one place are tied.
	Ranking [][]ChoiceWord `json:"ranking,omitzero"`
	// Pairs compares needs two by two.
	Pairs []Pair `json:"pairs,omitzero"`
	// References are the app's own keys; for a sealed question, of what is kept sealed.
	References []rapport.ID `json:"references,omitzero"`
	// Hours is a time of day.
	Hours rapport.Hours `json:"hours,omitzero"`
	// Day is a day.
	Day rapport.Date `json:"day,omitzero"`
	// Activities are what the person does.
	Activities []Activity `json:"activities,omitzero"`
	// Changes are changes in life.
	Changes []LifeChange `json:"changes,omitzero"`
	// Words are the person's own, short and without names.
	Words string `json:"words,omitzero"`
}

// Pair says how many times as much one need weighs as another.
type Pair struct {
	// More is the need that weighs more, or as much.
	More Need `json:"more"`
	// Less is the other.
	Less Need `json:"less"`
	// Times runs from 1 (as much) to 9.
	Times int `json:"times"`
}

// Validate reports problems of shape.
func (p Pair) Validate() error {
	var f rapport.Faults
	required(&f, "/more", p.More == NeedUnknown)
	member(&f, "/more", p.More)
	required(&f, "/less", p.Less == NeedUnknown)
	member(&f, "/less", p.Less)
	inRange(&f, "/less", p.Less != p.More || p.Less == NeedUnknown)
	inRange(&f, "/times", p.Times >= 1 && p.Times <= maxJudgement)
	return f.Err()
}

// Validate reports problems of shape.
func (r Reply) Validate() error {
	var f rapport.Faults
	rapport.FaultWord(&f, "/question", r.Question)
	required(&f, "/on", r.On.IsZero())
	member(&f, "/declined", r.Declined)
	member(&f, "/yes", r.Yes)
	member(&f, "/level", r.Level)
	member(&f, "/feeling", r.Feeling)
	inRange(&f, "/agreement", r.Agreement >= 0 && r.Agreement <= maxAgreement)
	inRange(&f, "/tenths", r.Tenths == nil || *r.Tenths >= 0 && *r.Tenths <= maxInHand)
	for i, p := range r.Pairs {
		f.Join(rapport.Pointer("/pairs").Index(i), p.Validate())
	}
	people(&f, "/references", r.References, "")
	if !r.Hours.IsZero() {
		f.Join("/hours", r.Hours.Validate())
	}
	bounded(&f, "/choices", len(r.Choices), MaxActivities)
	bounded(&f, "/ranking", len(r.Ranking), MaxActivities)
	bounded(&f, "/pairs", len(r.Pairs), MaxPeople)
	bounded(&f, "/references", len(r.References), MaxPeople)
	bounded(&f, "/activities", len(r.Activities), MaxActivities)
	bounded(&f, "/changes", len(r.Changes), MaxChanges)
	rapport.JoinEach(&f, "/activities", r.Activities, func(a Activity) rapport.ID { return a.ID })
	rapport.JoinEach(&f, "/changes", r.Changes, func(c LifeChange) rapport.ID { return c.ID })
	ownWords(&f, "/words", r.Words)
	return f.Err()
}

// given lists the fields of a reply that carry something, by their names in JSON.
func (r Reply) given() []string {
	var list []string
	add := func(name string, given bool) {
		if given {
			list = append(list, name)
		}
	}
	add("yes", r.Yes != rapport.AnswerUnsaid)
	add("choices", len(r.Choices) > 0)
	add("level", r.Level != rapport.LevelUnknown)
	add("feeling", r.Feeling != rapport.FeelingNotAsked)
	add("agreement", r.Agreement != 0)
	add("tenths", r.Tenths != nil)
	add("ranking", len(r.Ranking) > 0)
	add("pairs", len(r.Pairs) > 0)
	add("references", len(r.References) > 0)
	add("hours", !r.Hours.IsZero())
	add("day", !r.Day.IsZero())
	add("activities", len(r.Activities) > 0)
	add("changes", len(r.Changes) > 0)
	add("words", r.Words != "")
	return list
}

// carries says which field a type of answer asks for, whether a plain no ("nobody", "nothing") answers it
// too, and which other fields it allows beside own words.
var carries = [...]struct {
	wanted  string
	none    bool
	allowed string
}{
	AnswerTypeUnknown:    {},
	AnswerTypeYesNo:      {wanted: "yes"},
	AnswerTypeChoice:     {wanted: "choices"},
	AnswerTypeChoices:    {wanted: "choices", none: true},
	AnswerTypeListed:     {wanted: "choices", none: true},
	AnswerTypeLevel:      {wanted: "level"},
	AnswerTypeFeeling:    {wanted: "feeling"},
	AnswerTypeAgreement:  {wanted: "agreement"},
	AnswerTypeTenths:     {wanted: "tenths"},
	AnswerTypeRanking:    {wanted: "ranking"},
	AnswerTypePairs:      {wanted: "pairs", none: true},
	AnswerTypeWords:      {wanted: "words", none: true, allowed: "day"},
	AnswerTypeReferences: {wanted: "references", none: true},
	AnswerTypeHours:      {wanted: "hours", none: true, allowed: "choices"},
	AnswerTypeActivities: {wanted: "activities", none: true},
	AnswerTypeChanges:    {wanted: "changes", none: true},
}

// CheckSheet reports problems of shape, words that this scorer does not know, answers that do not fit their
// question, and a plain answer to a question that takes references only.
func (s Scorer) CheckSheet(sheet Sheet) error {
	var f rapport.Faults
	f.Join("", sheet.Validate())
	known(&f, "", "engagement", s.table().engagements.find, sheet.Engagement)
	a := s.asking(sheet, rapport.Date{})
	for i, r := range sheet.Replies {
		at := rapport.Pointer("/replies").Index(i)
		q := s.table().questions.at(r.Question)
		if q.ID == "" {
			known(&f, at, "question", s.table().questions.find, r.Question)
			continue
		}
		checkCarried(&f, at, q, r)
		checkPeople(&f, at.Child("references"), q, r, sheet.Principal)
		a.checkWords(&f, at, q, r)
		s.checkActivities(&f, at.Child("activities"), r.Activities)
		for j, c := range r.Changes {
			known(&f, at.Child("changes").Index(j), "kind", s.table().changes.find, c.Kind)
		}
	}
	return f.Err()
}

// checkCarried notes what a reply carries and should not, or should and does not.
func checkCarried(f *rapport.Faults, at rapport.Pointer, q *QuestionEntry, r Reply) {
	want := carries[q.Type]
	given := r.given()
	answered := r.Declined == rapport.AnswerYes
	for _, field := range given {
		none := field == "yes" && r.Yes == rapport.AnswerNo && want.none
		switch {
		case q.Sealed && field != want.wanted && !none:
			f.Coded(at.Child(field), codeEntry(CodeAnswerSealed))
		case r.Declined == rapport.AnswerYes, none && slices.Contains(given, want.wanted):
			f.Coded(at.Child(field), codeEntry(CodeAnswerUnfit))
		case none, field == want.wanted, field == "day" && q.Fills == FillsSince:
			answered = true
		case field != "words" && field != want.allowed:
			f.Coded(at.Child(field), codeEntry(CodeAnswerUnfit))
		}
	}
	required(f, at.Child(want.wanted), !answered)
	if q.Type == AnswerTypeChoice && len(r.Choices) > 1 {
		f.Coded(at.Child("choices"), codeEntry(CodeAnswerUnfit))
	}
	if q.Type == AnswerTypeListed && q.Fills == FillsWish {
		bounded(f, at.Child("choices"), len(r.Choices), maxPlaces)
	}
}

// maxPlaces is the largest number of settings of one wish, so that a profile can hold the wishes of all
// questions.
const maxPlaces = 15

// checkPeople notes several people where one is asked for, more than a profile can hold, and the person
// themself where somebody else is asked for.
func checkPeople(f *rapport.Faults, at rapport.Pointer, q *QuestionEntry, r Reply, self rapport.ID) {
	switch q.Fills {
	case FillsOrderedBy, FillsPaidBy, FillsRight:
		if len(r.References) > 1 {
			f.Coded(at, codeEntry(CodeAnswerUnfit))
		}
	case FillsHousehold:
		bounded(f, at, len(r.References), MaxPeople-1) // and the person
	case FillsGuardians, FillsDependants:
		if i := slices.Index(r.References, self); i >= 0 && self != "" {
			f.OutOfRange(at.Index(i))
		}
	default: // several, and the person too
	}
}
