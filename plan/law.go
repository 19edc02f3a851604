package plan

import (
	"slices"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
)

// LawAnswer answers one question of law or licence for a kind of place. The library names the question and
// never the answer. Law and setting together are its key; of several the closest setting counts.
type LawAnswer struct {
	// Law is the question.
	Law Law `json:"law"`
	// Setting is the kind of place it was answered for, with what lies below; empty means everywhere.
	Setting client.Setting `json:"setting,omitzero"`
	// Answer is yes where all of it is settled, no where it is not allowed; unsaid says nothing.
	Answer rapport.Answer `json:"answer"`
}

// Validate reports problems of shape.
func (l LawAnswer) Validate() error {
	var f rapport.Faults
	rapport.FaultWord(&f, "/law", l.Law)
	rapport.FaultOptionalWord(&f, "/setting", l.Setting)
	if _, err := l.Answer.MarshalText(); err != nil {
		f.OutOfRange("/answer")
	}
	return f.Err()
}

// lawful returns what was answered to a question for a place. Of two answers for the same place, no counts.
func (c *composition) lawful(word Law, at client.Setting) rapport.Answer {
	if len(c.brief.Law) == 0 {
		return rapport.AnswerUnsaid
	}
	for _, setting := range append(c.client.SettingPath(at), "") {
		answer := rapport.AnswerUnsaid
		for _, x := range c.brief.Law {
			switch {
			case x.Law != word || x.Setting != setting || answer == rapport.AnswerNo:
			case x.Answer != rapport.AnswerUnsaid:
				answer = x.Answer
			}
		}
		if answer != rapport.AnswerUnsaid {
			return answer
		}
	}
	return rapport.AnswerUnsaid
}

// arises says whether a question has to be asked at a cell at all.
func (c *composition) arises(word Law, x *cell) bool {
	question, _ := c.table().law(word)
	return c.conditionsHold(question.OnlyIf, x, nil)
}

// permitted says whether the law stands in the way of a measure nowhere it asks; what is an option only
// needs every question answered with yes.
func (c *composition) permitted(m MeasureEntry, x *cell) bool {
	return !slices.ContainsFunc(m.Law, func(l Law) bool {
		if !c.arises(l, x) {
			return false
		}
		answer := c.lawful(l, x.setting)
		return answer == rapport.AnswerNo || m.OptionOnly && answer != rapport.AnswerYes
	})
}

// unlawful names what the law keeps out of the plan: measures and options that would fit where a question was
// answered with no, and options that were asked for while a question is open.
func (c *composition) unlawful() []rapport.Reason {
	var list []rapport.Reason
	for _, m := range c.table().measures {
		for _, x := range c.cells {
			list = append(list, c.lawAgainst(m, x)...)
		}
	}
	return list
}

// lawAgainst says which questions of law keep a measure from a cell where it would fit.
func (c *composition) lawAgainst(m MeasureEntry, x *cell) []rapport.Reason {
	if c.permitted(m, x) || !c.fitsButForLaw(m, x) {
		return nil
	}
	var list []rapport.Reason
	asked := c.conditionsHold(m.OnlyIf, x, nil)
	for _, l := range m.Law {
		question, _ := c.table().law(l)
		switch answer := c.lawful(l, x.setting); {
		case !c.arises(l, x):
		case answer == rapport.AnswerNo:
			list = append(list, because(CodeLawForbids, x.subject.path(), -2, m.EN.Name, question.EN))
		case m.OptionOnly && asked && answer == rapport.AnswerUnsaid:
			list = append(list, because(CodeOptionLawOpen, x.subject.path(), -1, m.EN.Name, question.EN))
		}
	}
	return list
}

// openLaw lists the questions of a column that nobody has answered for one of its places, sorted.
func (c *composition) openLaw(k *column) []Law {
	var list []Law
	for _, l := range k.measure.Law {
		if slices.ContainsFunc(k.cells, func(x *cell) bool { return c.arises(l, x) && c.lawful(l, x.setting) == rapport.AnswerUnsaid }) {
			list = append(list, l)
		}
	}
	return sorted(list)
}
