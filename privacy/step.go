package privacy

import (
	"time"

	"github.com/rapport-go/rapport"
)

// StepID is a word for a step down the ladder.
type StepID string

// StepEntry says what one step down gives up, and by what other means it is done. All are house judgement.
type StepEntry struct {
	// ID is the word.
	ID StepID `json:"id"`
	// From is the rung that is left, for the next one below.
	From rapport.Visibility `json:"from"`
	// Where says on which ladder.
	Where Where `json:"where"`
	// When says where it is so.
	When Condition `json:"when,omitzero"`
	// EN is the English wording.
	EN StepWords `json:"en"`
}

// StepWords is the English wording of a step down.
type StepWords struct {
	// Function is what the more visible rung did, as half a sentence.
	Function string `json:"function"`
	// By is what does it instead, as half a sentence.
	By string `json:"by"`
}

// Replacement is work that has to be done by other means after a step down.
type Replacement struct {
	// ID is the word of the step.
	ID StepID `json:"id"`
	// Function is what the more visible rung did.
	Function string `json:"function"`
	// By is what does it instead.
	By string `json:"by"`
}

// replacements lists what has to be done by other means on the way from one rung down to another, sorted
// by word.
func (sc *scene) replacements(where Where, from, to rapport.Visibility) []Replacement {
	list := []Replacement{}
	for _, e := range sc.selector.words.orStandard().steps {
		if !e.Where.covers(where) || e.From.Compare(from) > 0 || e.From.Compare(to) <= 0 {
			continue
		}
		if _, holds := sc.first(e.When); holds {
			list = append(list, Replacement{e.ID, e.EN.Function, e.EN.By})
		}
	}
	return list
}

// Descent asks for the next rung down from one that is in use. The zero value lacks its choice and is not
// valid.
type Descent struct {
	// Choice is the activity.
	Choice Choice `json:"choice"`
	// Where says on which ladder: WhereNear or WherePlace.
	Where Where `json:"where"`
	// From is the rung in use.
	From rapport.Visibility `json:"from"`
}

// Validate reports problems of shape.
func (d Descent) Validate() error {
	var f rapport.Faults
	f.Join("/choice", d.Choice.Validate())
	if d.Where != WhereNear && d.Where != WherePlace {
		f.OutOfRange("/where")
	}
	if d.From == rapport.VisibilityUnknown {
		f.Required("/from")
	}
	outOfScale(&f, "/from", d.From)
	return f.Err()
}

// Step is the answer to a [Descent].
type Step struct {
	// To is the next rung down; the rung in use where it cannot be left; the lower bound where the rung in use
	// is below it, and the upper one where it is above that.
	To rapport.Visibility `json:"to"`
	// Reached says whether the rung in use is no higher than the lowest that the bounds allow: then Reasons
	// name the bound and what set it. While danger lasts, and where the bounds contradict each other, there is
	// no step and the answer is no.
	Reached rapport.Answer `json:"reached"`
	// ReviewOn is when the threat that sets the bound is assessed anew; zero where none does, or no day is
	// known.
	ReviewOn rapport.Date `json:"review_on,omitzero"`
	// Replace lists what has to be done by other means below, so that protection stays equal, sorted by word.
	Replace []Replacement `json:"replace"`
	// Instead lists what can be changed for the person without leaving the rung, what takes least from the
	// protection first.
	Instead []Change `json:"instead"`
	// Reasons say why, in order.
	Reasons []rapport.Reason `json:"reasons"`
	// MadeWith lists the catalogues used, sorted.
	MadeWith []rapport.Edition `json:"made_with"`
}

// StepDown says which rung comes next below the one in use, and by what other means its work is done; or
// that the bounds allow no less, what set them, and what can be eased without them. It fails only on
// invalid input.
func (s Selector) StepDown(d Descent, at time.Time) (Step, error) {
	sc, err := s.read(d, inChoice, d.Choice, at)
	if err != nil {
		return Step{}, err
	}
	v := sc.judge(d.Where)
	pulls := sc.pulls(d.Where, v)
	out := Step{To: d.From, Reached: rapport.AnswerNo, Replace: []Replacement{}, Instead: sc.eased(), MadeWith: editions(s.words, s.client)}
	var reasons []rapport.Reason
	for _, p := range pulls {
		if p.push < 0 {
			reasons = append(reasons, p.reason(d.Where))
		}
	}
	held, reviewOn := sc.holding(d.Where, v)
	from := d.From.String()
	switch {
	case sc.danger():
		reasons = append(rooted(reasons), because(CodeDangerOverrides, "/choice/danger", 3, d.Where.String()))
	case v.rung == rapport.VisibilityUnknown:
		reasons = append(rooted(append(reasons, held...)), because(CodeBoundsContradict, "/choice/activity", -3,
			d.Where.String(), v.lower.String(), v.upper.String()))
	case d.From.Compare(v.lower) > 0:
		out.To = lessVisible(d.From.Stepped(-1), v.upper)
		out.Replace = sc.replacements(d.Where, d.From, out.To)
		reasons = rooted(append(reasons, sc.costs(d.Where, d.From, out.To, pulls)...))
		if d.From.Compare(v.upper) > 0 {
			reasons = append(reasons, because(CodeAboveBound, "/from", -3, from, v.upper.String(), d.Where.String()))
		} else {
			reasons = append(reasons, because(CodeStepsDown, "/from", 1, from, out.To.String(), d.Where.String()))
		}
	default:
		out.To, out.Reached, out.ReviewOn = v.lower, rapport.AnswerYes, reviewOn
		reasons = rooted(append(reasons, held...))
		if d.From.Compare(v.lower) < 0 {
			reasons = append(reasons, because(CodeBelowBound, "/from", -3, from, v.lower.String(), d.Where.String()))
		} else {
			reasons = append(reasons, because(CodeLowestRung, "/from", 3, from, d.Where.String()))
		}
	}
	out.Reasons = rapport.SortReasons(reasons)
	return out, nil
}

// holding says what holds the lower bound, and the first day on which a threat that does is assessed anew.
func (sc *scene) holding(where Where, v verdict) ([]rapport.Reason, rapport.Date) {
	var bounds []bounded
	var reasons []rapport.Reason
	var reviewOn rapport.Date
	sc.within(where, &bounds)
	for _, b := range bounds {
		if b.lower != v.lower {
			continue
		}
		reasons = append(reasons, b.reasons(where, v)[0])
		for _, t := range sc.threats {
			if t.subject == b.subject && !t.reviewOn.IsZero() && (reviewOn.IsZero() || t.reviewOn.Compare(reviewOn) < 0) {
				reviewOn = t.reviewOn
			}
		}
	}
	return reasons, reviewOn
}
