package privacy

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"github.com/rapport-go/rapport"
)

// How many sentences of each kind answer the question how privacy is kept. House judgement.
const (
	toldTactics    = 2
	toldAssurances = 3
)

// RungID is the word of a rung of visibility; "unknown" stands for nobody there.
type RungID string

// RungEntry says what a rung of visibility is like. All are house judgement.
type RungEntry struct {
	// ID is the word of the rung.
	ID RungID `json:"id"`
	// EN is the English wording.
	EN RungWords `json:"en"`
}

// RungWords is the English wording of a rung.
type RungWords struct {
	// Seen says what an onlooker sees.
	Seen string `json:"seen"`
	// Costs says what the rung takes from the work, as half a sentence.
	Costs string `json:"costs"`
	// Near is what the client is told of it near them.
	Near string `json:"near"`
	// Place is what the client is told of it at the place.
	Place string `json:"place"`
}

// Question is the one a client asks: how is my privacy kept here? The zero value lacks its manner and is not
// valid.
type Question struct {
	// Manner says what was chosen.
	Manner Manner `json:"manner"`
	// Assurance is what may be promised about information, from the policy in force. Its sentences are said as
	// the selector's own catalogue words them.
	Assurance Assurance `json:"assurance"`
	// Summary is the day of the last summary of who learned what; zero where there was none yet.
	Summary rapport.Date `json:"summary,omitzero"`
}

// Validate reports problems of shape.
func (q Question) Validate() error {
	var f rapport.Faults
	f.Join("/manner", q.Manner.Validate())
	return f.Err()
}

// Kept is the answer to a [Question], for the client to read.
type Kept struct {
	// Sentences lists what is said, in order: how visible we are, two of the ways we work, three sentences on
	// information, the situations in which privacy gives way, the last summary.
	Sentences []KeptSentence `json:"sentences"`
	// Text is the sentences in one piece.
	Text string `json:"text"`
	// MadeWith lists the catalogues used, sorted.
	MadeWith []rapport.Edition `json:"made_with"`
}

// KeptSentence is one thing that is said, and what it rests on.
type KeptSentence struct {
	// Text is the sentence.
	Text string `json:"text"`
	// Rests names what it rests on: a rung, a tactic, an assurance, a situation.
	Rests rapport.Path `json:"rests"`
}

// HowKept says how privacy is kept at an activity, in words for the client: only what was chosen, what the
// tactics in use do and what the rules in force enforce. Covert protection that was not agreed is not told of:
// it is not there. It fails only on invalid input.
func (s Selector) HowKept(q Question, at time.Time) (Kept, error) {
	w := s.words.orStandard()
	const inManner = rapport.Pointer("/manner") + inChoice
	sc, err := s.read(q, inManner, q.Manner.Choice, at, func(f *rapport.Faults) {
		if q.Summary.Compare(rapport.DateOf(at)) > 0 {
			f.AfterMoment("/summary")
		}
	})
	if err != nil {
		return Kept{}, err
	}
	tactics := sc.carryOut(q.Manner)
	out := Kept{Sentences: []KeptSentence{}, MadeWith: rapport.SortEditions(slices.Concat(editions(s.words, s.client), q.Assurance.MadeWith))}
	say := func(text string, rests rapport.Path) {
		said := slices.ContainsFunc(out.Sentences, func(k KeptSentence) bool { return k.Text == text })
		if text != "" && !said {
			out.Sentences = append(out.Sentences, KeptSentence{text, rests})
		}
	}
	sides, _ := sc.sides(q.Manner)
	if q.Manner.Near == rapport.VisibilityUnknown {
		sides = append([]side{{where: WhereNear}}, sides...)
	}
	for _, one := range sides {
		known, _ := w.rungs.find(RungID(one.rung.String()))
		text := known.EN.Near
		if one.where == WherePlace {
			text = known.EN.Place
		}
		say(text, rapport.Path("/rungs").Element(string(known.ID)))
	}
	for _, t := range w.told(tactics) {
		say(t.Text, t.Rests)
	}
	for _, sentence := range w.firstAssurances(q.Assurance) {
		say(sentence.EN.Say, rapport.Path("/assurances").Element(string(sentence.ID)))
	}
	for _, y := range sc.yields() {
		say(y.Told, rapport.Path("/yields").Element(string(y.ID)))
	}
	if !q.Summary.IsZero() {
		say("Your last list of who learned what is of "+q.Summary.String()+".", "/summary")
	}
	lines := make([]string, len(out.Sentences))
	for i, sentence := range out.Sentences {
		lines[i] = sentence.Text
	}
	out.Text = strings.Join(lines, "\n")
	return out, nil
}

// told lists what the first kinds of tactic let us say, one sentence a kind.
func (w *words) told(t Tactics) []KeptSentence {
	var list []KeptSentence
	for _, group := range t.Groups {
		if said, found := w.toldOf(group); found && len(list) < toldTactics {
			list = append(list, said)
		}
	}
	return list
}

func (w *words) toldOf(group TacticGroup) (KeptSentence, bool) {
	for _, tactic := range group.Tactics {
		for _, tag := range tactic.Tags {
			if known, _ := w.tags.find(tag); known.EN.Told != "" {
				return KeptSentence{known.EN.Told, rapport.Path("/tactics").Element(string(tactic.ID))}, true
			}
		}
	}
	return KeptSentence{}, false
}

// firstAssurances lists the sentences that are said where only a few are: by rank, then by word, as this
// catalogue words them. A sentence that it does not know is left out.
func (w *words) firstAssurances(a Assurance) []AssuranceEntry {
	var list []AssuranceEntry
	for _, s := range a.Sentences {
		if e, known := w.assurances.find(s.ID); known && e.Rank > 0 {
			list = append(list, e)
		}
	}
	slices.SortFunc(list, func(a, b AssuranceEntry) int { return cmp.Or(cmp.Compare(a.Rank, b.Rank), cmp.Compare(a.ID, b.ID)) })
	return list[:min(len(list), toldAssurances)]
}
