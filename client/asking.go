package client

import (
	"cmp"
	"slices"
	"time"

	"github.com/rapport-go/rapport"
)

// Open is a question that is to be asked: it applies and has no answer that still holds.
type Open struct {
	// Question is the question.
	Question Question `json:"question"`
	// About is the kind of worry or the ID of the activity it is asked about; empty where it is asked once.
	About ChoiceWord `json:"about,omitzero"`
	// Ask is how it is spoken, in the words for a minor where one answers.
	Ask string `json:"ask"`
	// Choices word the question's own choices, in their order.
	Choices []string `json:"choices"`
	// Blocks says what has to wait for the answer.
	Blocks Blocks `json:"blocks"`
	// Waits says it in half a sentence; it may be empty.
	Waits string `json:"waits,omitzero"`
	// Reasons say why it is asked now, in order; subjects are paths below the sheet, by question.
	Reasons []rapport.Reason `json:"reasons"`
}

// declinedDays is how long a question is left alone that the person preferred not to answer. House
// judgement.
const declinedDays = 90

// Next returns the question to ask next: of those whose missing answer blocks the gravest, the one worth
// most, then the one that comes first when spoken. It is false where nothing is open. Once answered, the
// question is no longer open and what waited for it waits no more. An error lists all that is wrong with
// the sheet.
func (s Scorer) Next(sheet Sheet, at time.Time) (Open, bool, error) {
	open, err := s.Open(sheet, at)
	if err != nil || len(open) == 0 {
		return Open{}, false, err
	}
	return open[0], true, nil
}

// Open lists the questions to ask, in the order of [Scorer.Next]. A question is open where it applies and
// nobody has answered it, where the answer is too old, where a change in life since may have changed it, or
// where the person preferred not to say and some time has passed. An error lists all that is wrong with the
// sheet.
func (s Scorer) Open(sheet Sheet, at time.Time) ([]Open, error) {
	if err := s.checkAsked(sheet, at); err != nil {
		return nil, err
	}
	a := s.asking(sheet, rapport.DateOf(at))
	young := a.holdsAny(FillsAge, func(c Choice) bool { return c.Minor == rapport.AnswerYes })
	type ranked struct {
		*QuestionEntry
		Open
	}
	var list []ranked
	questions := s.table().questions
	for i := range questions {
		q := &questions[i]
		if !a.applies(q) {
			continue
		}
		for _, about := range a.abouts(q) {
			why, open := a.why(q, about)
			if !open {
				continue
			}
			o := Open{Question: q.ID, About: about, Ask: q.EN.Ask, Blocks: q.Blocks, Waits: q.EN.Waits,
				Choices: append([]string{}, q.EN.Choices...), Reasons: []rapport.Reason{why}}
			if young && !a.proxy && q.EN.Young != "" {
				o.Ask = q.EN.Young
			}
			list = append(list, ranked{q, o})
		}
	}
	slices.SortFunc(list, func(x, y ranked) int {
		return cmp.Or(cmp.Compare(x.QuestionEntry.Blocks, y.QuestionEntry.Blocks), cmp.Compare(y.Priority, x.Priority),
			s.compareQuestions(x.QuestionEntry, y.QuestionEntry), cmp.Compare(x.About, y.About))
	})
	result := make([]Open, len(list))
	for i, r := range list {
		result[i] = r.Open
	}
	return result, nil
}

// compareQuestions orders questions as they are spoken.
func (s Scorer) compareQuestions(a, b *QuestionEntry) int {
	return cmp.Or(
		cmp.Compare(s.table().sections.at(a.Section).Order, s.table().sections.at(b.Section).Order),
		cmp.Compare(a.Order, b.Order), cmp.Compare(a.ID, b.ID))
}

func (s Scorer) checkAsked(sheet Sheet, at time.Time) error {
	var f rapport.Faults
	f.At("", at)
	f.Join("", s.CheckSheet(sheet))
	if day := rapport.DateOf(at); !day.IsZero() {
		for i, r := range sheet.Replies {
			if r.On.Compare(day) > 0 {
				f.AfterMoment(rapport.Pointer("/replies").Index(i).Child("on"))
			}
		}
	}
	return f.Err()
}

// asking is a sheet being read on a day.
type asking struct {
	Scorer
	sheet  Sheet
	day    rapport.Date
	newest map[asked]int
	// decided remembers which questions apply; a question that is being looked at does not.
	decided map[Question]bool
	// refused says that the person does not wish to be asked, proxy that somebody else answers, voice what
	// kind of evidence the answers are: empty where nobody has said who answers.
	refused, proxy bool
	voice          EvidenceKind
}

// asked is a question, and what it is asked about.
type asked struct {
	question Question
	about    ChoiceWord
}

func (s Scorer) asking(sheet Sheet, day rapport.Date) *asking {
	a := &asking{Scorer: s, sheet: sheet, day: day, newest: map[asked]int{}, decided: map[Question]bool{}}
	for i, r := range sheet.Replies {
		key := asked{r.Question, r.About}
		if j, found := a.newest[key]; !found || r.On.Compare(sheet.Replies[j].On) > 0 {
			a.newest[key] = i
		}
	}
	a.answers(FillsLeave, func(_ *QuestionEntry, r Reply) { a.refused = a.refused || r.Yes == rapport.AnswerNo })
	a.answers(FillsSource, func(q *QuestionEntry, r Reply) {
		for _, c := range q.Choices {
			if c.Evidence != "" && slices.Contains(r.Choices, c.ID) {
				a.voice = c.Evidence
			}
		}
	})
	a.proxy = a.voice != "" && a.voice != EvidenceAnsweredQuestion
	clear(a.decided) // what was decided before it was known who answers
	return a
}

// reply returns the newest reply to a question; ok is false where there is none.
func (a *asking) reply(q Question, about ChoiceWord) (Reply, bool) {
	i, found := a.newest[asked{q, about}]
	if !found {
		return Reply{}, false
	}
	return a.sheet.Replies[i], true
}

// answer returns the newest reply to a question that applies, unless the person preferred not to say.
func (a *asking) answer(q *QuestionEntry, about ChoiceWord) (Reply, bool) {
	r, found := a.reply(q.ID, about)
	if !found || r.Declined == rapport.AnswerYes || !a.applies(q) {
		return Reply{}, false
	}
	return r, true
}

// answers calls do with each question that fills something and its answers, in the order of speaking.
func (a *asking) answers(what Fills, do func(*QuestionEntry, Reply)) {
	var list []*QuestionEntry
	questions := a.table().questions
	for i := range questions {
		if questions[i].Fills == what {
			list = append(list, &questions[i])
		}
	}
	slices.SortFunc(list, a.compareQuestions)
	for _, q := range list {
		for _, about := range a.abouts(q) {
			if r, found := a.answer(q, about); found {
				do(q, r)
			}
		}
	}
}

// applies reports whether a question is asked: leave was not refused, its section is for the engagement,
// its conditions hold, and where only the person can say, it is the person who answers.
func (a *asking) applies(q *QuestionEntry) bool {
	if applies, known := a.decided[q.ID]; known {
		return applies
	}
	a.decided[q.ID] = false // a condition that comes back here does not hold
	a.decided[q.ID] = a.decide(q)
	return a.decided[q.ID]
}

func (a *asking) decide(q *QuestionEntry) bool {
	section := a.table().sections.at(q.Section)
	if len(section.For) > 0 && a.sheet.Engagement != "" && !slices.Contains(section.For, a.sheet.Engagement) {
		return false
	}
	if q.Fills != FillsLeave && a.refused || q.Own && a.proxy {
		return false
	}
	return !slices.ContainsFunc(q.When, func(c Condition) bool { return !a.holds(c) })
}

// holdsAny reports whether a choice that fits was made where a question fills something.
func (a *asking) holdsAny(what Fills, fits func(Choice) bool) bool {
	found := false
	a.answers(what, func(q *QuestionEntry, r Reply) {
		for _, c := range q.Choices {
			found = found || fits(c) && slices.Contains(r.Choices, c.ID)
		}
	})
	return found
}

// holds reports whether one of the questions of a condition has an answer that fits.
func (a *asking) holds(c Condition) bool {
	for _, id := range c.Questions {
		q := a.table().questions.at(id)
		for _, about := range a.abouts(q) {
			if r, found := a.answer(q, about); found && a.fits(c, r) {
				return true
			}
		}
	}
	return false
}

func (a *asking) fits(c Condition, r Reply) bool {
	words := slices.Clone(r.Choices)
	switch {
	case r.Yes == rapport.AnswerNo:
		words = append(words, "no")
	case r.Yes == rapport.AnswerYes || len(r.References) > 0:
		words = append(words, "yes")
	}
	holds := func(w ChoiceWord) bool { return slices.Contains(words, w) }
	switch {
	case len(c.Is) > 0 && !slices.ContainsFunc(c.Is, holds),
		slices.ContainsFunc(c.Not, holds),
		c.AtLeast != rapport.LevelUnknown && r.Level.AtLeast(c.AtLeast) != rapport.AnswerYes,
		c.Minded && !minded(r.Feeling),
		len(r.Choices)+len(r.References)+len(r.Activities) < c.Count:
		return false
	case len(c.Is)+len(c.Not) == 0 && r.Yes == rapport.AnswerNo:
		return false // "nobody", "nothing" is an answer and gives nothing to ask on
	}
	return c.Activity == "" || slices.ContainsFunc(r.Activities, func(x Activity) bool { return a.ActivityIs(x.Kind, c.Activity) })
}

// minded is a feeling of -1 or less.
func minded(feeling rapport.Feeling) bool {
	value, asked := feeling.Value()
	return asked && value < 0
}

// once is what a question is asked about that is asked once.
func once() []ChoiceWord { return []ChoiceWord{""} }

// abouts lists what a question is asked about: each worry, each activity, or once.
func (a *asking) abouts(q *QuestionEntry) []ChoiceWord {
	var list []ChoiceWord
	switch q.Fills {
	case FillsEmotion, FillsLikelihood, FillsAvoidance, FillsSince:
		a.answers(FillsConcerns, func(_ *QuestionEntry, r Reply) { list = append(list, r.Choices...) })
	case FillsRoutine, FillsLevers:
		a.answers(FillsActivities, func(_ *QuestionEntry, r Reply) {
			for _, x := range r.Activities {
				list = append(list, ChoiceWord(x.ID))
			}
		})
	default:
		return once()
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// why says why a question is open; it is false where an answer still holds.
func (a *asking) why(q *QuestionEntry, about ChoiceWord) (rapport.Reason, bool) {
	subject := rapport.Path("/replies").Element(string(q.ID))
	if about != "" {
		subject = subject.Element(string(about))
	}
	r, found := a.reply(q.ID, about)
	if !found {
		return codeEntry(CodeAskNever).Reason(subject, 2), true
	}
	age := r.On.DaysUntil(a.day)
	if r.Declined == rapport.AnswerYes {
		return codeEntry(CodeAskDeclined).Reason(subject, 1, r.On.String()), age > declinedDays
	}
	if change, found := a.changedSince(q.ID, r.On); found {
		kind := a.table().changes.at(change.Kind)
		return codeEntry(CodeAskChange).Reason(subject, 3, kind.EN.Name, change.On.String()), true
	}
	return codeEntry(CodeAskOld).Reason(subject, 1, r.On.String()), age > a.shelf(q)
}

// changedSince finds a change in life that asks the question again: one that has come since the answer, or
// one that lies ahead and is due to be talked about.
func (a *asking) changedSince(q Question, on rapport.Date) (LifeChange, bool) {
	var found LifeChange
	a.answers(FillsChanges, func(_ *QuestionEntry, r Reply) {
		for _, c := range r.Changes {
			kind := a.table().changes.at(c.Kind)
			from := c.On
			if kind.Ahead {
				from = from.AddDays(-aheadDays)
			}
			if slices.Contains(kind.Asks, q) && from.Compare(a.day) <= 0 && on.Compare(from) < 0 && (found.ID == "" || c.On.Compare(found.On) < 0) {
				found = c
			}
		}
	})
	return found, found.ID != ""
}

// shelf is for how many days an answer holds.
func (a *asking) shelf(q *QuestionEntry) int {
	switch q.Fills {
	case FillsConcerns, FillsConcernOrder, FillsEmotion, FillsLikelihood, FillsAvoidance, FillsHardHours, FillsNeed:
		return askAgainDays
	case FillsDimension, FillsReaction, FillsControl:
		return a.table().evidence.at(EvidenceAnsweredQuestion).Stale
	case FillsLeave, FillsSource, FillsNote:
		return maxShelfLife
	default:
		return readBackDays
	}
}

// checkWords notes words of an answer that are not of the list the question fills, and an answer about
// something that nobody named.
func (a *asking) checkWords(f *rapport.Faults, at rapport.Pointer, q *QuestionEntry, r Reply) {
	fits := a.listed(q)
	for i, w := range r.Choices {
		if !fits(w) {
			f.UnknownWord(at.Child("choices").Index(i))
		} else if slices.Contains(r.Choices[:i], w) {
			f.DuplicateID(at.Child("choices").Index(i))
		}
	}
	seen := map[ChoiceWord]bool{}
	for i, tied := range r.Ranking {
		for j, w := range tied {
			place := at.Child("ranking").Index(i).Index(j)
			if !fits(w) {
				f.UnknownWord(place)
			} else if seen[w] {
				f.Coded(place, codeEntry(CodeRankedTwice))
			}
			seen[w] = true
		}
	}
	if !slices.Contains(a.abouts(q), r.About) {
		if r.About == "" {
			f.Required(at.Child("about"))
		} else {
			f.UnknownWord(at.Child("about"))
		}
	}
}

// listed returns what tells a word of the answer: one of the question's own choices, or a word of the list
// that it fills.
func (a *asking) listed(q *QuestionEntry) func(ChoiceWord) bool {
	if q.Type == AnswerTypeChoice || q.Type == AnswerTypeChoices {
		return func(w ChoiceWord) bool {
			return slices.ContainsFunc(q.Choices, func(c Choice) bool { return c.ID == w })
		}
	}
	switch q.Fills {
	case FillsPriorities:
		return func(w ChoiceWord) bool { return needOf(w) != NeedUnknown }
	case FillsConcerns:
		return func(w ChoiceWord) bool { return a.table().concerns.at(ConcernKind(w)).ID != "" }
	case FillsConcernOrder:
		named := a.abouts(&QuestionEntry{Fills: FillsEmotion})
		return func(w ChoiceWord) bool { return slices.Contains(named, w) }
	case FillsKept, FillsAnnounced:
		named := a.abouts(&QuestionEntry{Fills: FillsRoutine})
		return func(w ChoiceWord) bool { return slices.Contains(named, w) }
	case FillsLevers:
		return func(w ChoiceWord) bool { return leverOf(w) != LeverUnknown }
	case FillsNote:
		return func(w ChoiceWord) bool { return a.table().roles.at(Role(w)).ID != "" }
	default:
		return func(w ChoiceWord) bool { return a.table().settings.at(Setting(w)).ID != "" }
	}
}

// needOf reads a word of the four needs; unknown for any other.
func needOf(w ChoiceWord) Need {
	var need Need
	_ = need.UnmarshalText([]byte(w))
	return need
}

// leverOf reads a word of the levers; unknown for any other.
func leverOf(w ChoiceWord) Lever {
	var lever Lever
	_ = lever.UnmarshalText([]byte(w))
	return lever
}
