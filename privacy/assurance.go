package privacy

import (
	"slices"

	"github.com/rapport-go/rapport"
)

// Assurance is what a client may be told about how their information is kept.
type Assurance struct {
	// Sentences lists what may be said, sorted by word.
	Sentences []Sentence `json:"sentences"`
	// Text is the sentences in one piece.
	Text string `json:"text"`
	// MadeWith lists the catalogues used, sorted.
	MadeWith []rapport.Edition `json:"made_with"`
}

// Sentence is one thing that may be said, and why.
type Sentence struct {
	// ID is its word.
	ID AssuranceID `json:"id"`
	// Text is the sentence.
	Text string `json:"text"`
	// Rests names what enforces it, sorted: rules, terms, classes of breach.
	Rests []rapport.Path `json:"rests"`
}

// AssuranceID is a word for a sentence of assurance.
type AssuranceID string

// AssuranceEntry is a sentence that may be said while what it rests on is in force.
type AssuranceEntry struct {
	// ID is the word.
	ID AssuranceID `json:"id"`
	// Rules lists the rules that have to be in force.
	Rules []RuleID `json:"rules,omitzero"`
	// Carries is the obligation that these rules, or where none is named every rule that gives, have to
	// carry; unknown means none.
	Carries Obligation `json:"carries,omitzero"`
	// Item is the kind of record that has to be erased within Days; empty means none.
	Item Item `json:"item,omitzero"`
	// Days is the longest time for the item, in days after its anchor.
	Days int `json:"days,omitzero"`
	// BreachWithin is the time, in minutes, in which every class of breach has to reach the person; 0 means
	// that the sentence is not about breaches.
	BreachWithin int `json:"breach_within,omitzero"`
	// Rank says which come first where only a few are said, from 1; 0 means that it is not among them.
	Rank int `json:"rank,omitzero"`
	// EN is the English wording.
	EN AssuranceWords `json:"en"`
}

// AssuranceWords is the English wording of an assurance.
type AssuranceWords struct {
	// Say is the sentence.
	Say string `json:"say"`
}

// Assurance puts together what a client may be told, from the rules in force: a sentence whose ground is
// missing is not said.
func (p Policy) Assurance() Assurance {
	a := Assurance{Sentences: []Sentence{}, MadeWith: editions(p.words, p.client)}
	for _, e := range p.words.orStandard().assurances {
		rests := p.words.orStandard().rests(e)
		if rests == nil {
			continue
		}
		a.Sentences = append(a.Sentences, Sentence{e.ID, e.EN.Say, rests})
		if a.Text != "" {
			a.Text += "\n"
		}
		a.Text += e.EN.Say
	}
	return a
}

// rests lists what a sentence rests on; nil where some of it is not in force.
func (w *words) rests(e AssuranceEntry) []rapport.Path {
	var rests []rapport.Path
	for _, id := range e.Rules {
		rule, found := w.rules.find(id)
		if !found || e.Carries != ObligationUnknown && !slices.Contains(rule.Obligations, e.Carries) {
			return nil
		}
		rests = append(rests, rapport.Path("/rules").Element(string(id)))
	}
	if len(e.Rules) == 0 && e.Carries != ObligationUnknown {
		for _, rule := range w.rules {
			if !rule.Forbid && !slices.Contains(rule.Obligations, e.Carries) {
				return nil
			}
		}
		rests = append(rests, "/rules")
	}
	if e.Item != "" {
		term, _ := w.terms.find(e.Item)
		short := func(t Term) bool { return (t.Years*12+t.Months)*31+t.Days <= e.Days }
		if !slices.ContainsFunc(term.Max, short) {
			return nil
		}
		rests = append(rests, rapport.Path("/terms").Element(string(e.Item)))
	}
	if e.BreachWithin > 0 {
		if slices.ContainsFunc(w.breaches, func(b BreachEntry) bool { return b.PersonWithin > e.BreachWithin }) {
			return nil
		}
		rests = append(rests, "/breaches")
	}
	return rests
}

// assurance notes a sentence that rests on nothing or on what is not known.
func (c checker) assurance(at rapport.Pointer, e AssuranceEntry) {
	checkWords(c.faults, at.Child("rules"), e.Rules, c.words.rules.find)
	outOfScale(c.faults, at.Child("carries"), e.Carries)
	if e.Item != "" {
		checkWord(c.faults, at.Child("item"), e.Item, c.words.terms.find)
	}
	c.within(at.Child("days"), e.Days, 0, 366*longestTerm)
	c.within(at.Child("rank"), e.Rank, 0, mostRanks)
	c.within(at.Child("breach_within"), e.BreachWithin, 0, 366*24*60)
	if len(e.Rules) == 0 && e.Carries == ObligationUnknown && e.Item == "" && e.BreachWithin == 0 {
		c.faults.Required(at.Child("rules"))
	}
}
