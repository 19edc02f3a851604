package client

import (
	"cmp"
	"slices"

	"github.com/rapport-go/rapport"
)

// asking is a sheet being read on a day.
type asking struct {
	Scorer
	sheet  Sheet
	day    rapport.Date
	newest map[asked]int
	// decided remembers which questions apply; a question that is being looked at does not.
	decided map[Question]bool
	// refused says that the person gave no leave to be asked, proxy that somebody else answers now.
	refused, proxy bool
	// voices says who answered from which day on, the earliest first: what kind of evidence their answers
	// are. It is empty where nobody has said who answers.
	voices []voice
}

// voice is who answers from a day on.
type voice struct {
	from rapport.Date
	kind EvidenceKind
}

// asked is a question, and what it is asked about.
type asked struct {
	question Question
	about    ChoiceWord
}

func (s Scorer) asking(sheet Sheet, day rapport.Date) *asking {
	a := &asking{Scorer: s, sheet: sheet, day: day, newest: map[asked]int{}, decided: map[Question]bool{}}
	a.hear()
	clear(a.newest)
	for i, r := range sheet.Replies {
		key := asked{r.Question, r.About}
		if a.told(r) {
			continue // only the person can say; what somebody else said stands back behind what they did
		}
		if j, found := a.newest[key]; !found || r.On.Compare(sheet.Replies[j].On) > 0 {
			a.newest[key] = i
		}
	}
	clear(a.decided) // what was decided before it was known who answers
	refused := false
	a.answers(FillsLeave, func(_ *QuestionEntry, r Reply) { refused = refused || r.Yes == rapport.AnswerNo })
	for key := range a.newest {
		r, _ := a.reply(key.question, key.about)
		refused = refused || r.Declined == rapport.AnswerYes && s.table().questions.at(key.question).Fills == FillsLeave
	}
	a.refused = refused
	clear(a.decided)
	return a
}

// hear finds out who answered when, day by day.
func (a *asking) hear() {
	replies := make([]int, len(a.sheet.Replies))
	for i := range replies {
		replies[i] = i
	}
	slices.SortFunc(replies, func(i, j int) int {
		return cmp.Or(a.sheet.Replies[i].On.Compare(a.sheet.Replies[j].On), cmp.Compare(i, j))
	})
	turns := false
	for n, i := range replies {
		r := a.sheet.Replies[i]
		a.newest[asked{r.Question, r.About}] = i
		turns = turns || a.table().questions.at(r.Question).Fills == FillsSource
		if n+1 < len(replies) && a.sheet.Replies[replies[n+1]].On == r.On || !turns {
			continue
		}
		turns = false
		clear(a.decided)
		now := voice{from: r.On}
		a.answers(FillsSource, func(q *QuestionEntry, r Reply) {
			for _, c := range q.Choices {
				if c.Evidence != "" && slices.Contains(r.Choices, c.ID) {
					now.kind = c.Evidence
				}
			}
		})
		if now.kind != "" {
			a.voices = append(a.voices, now)
		}
	}
	a.proxy = len(a.voices) > 0 && a.voices[len(a.voices)-1].proxy()
}

// proxy reports whether somebody else answers.
func (v voice) proxy() bool { return v.kind != EvidenceAnsweredQuestion }

// voice returns what kind of evidence an answer of a day is: what was answered before anybody said who
// answers counts as said by whoever was named first.
func (a *asking) voice(on rapport.Date) EvidenceKind {
	if len(a.voices) == 0 {
		return EvidenceAnsweredQuestion
	}
	kind := a.voices[0].kind
	for _, v := range a.voices {
		if v.from.Compare(on) <= 0 {
			kind = v.kind
		}
	}
	return kind
}

// told reports whether somebody else gave an answer that only the person can give.
func (a *asking) told(r Reply) bool {
	return a.table().questions.at(r.Question).Own && a.voice(r.On) != EvidenceAnsweredQuestion
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
