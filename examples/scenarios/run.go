package scenarios

import (
	"time"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/plan"
	"github.com/rapport-go/rapport/privacy"
)

// Step is one plan on the way through a case: at the start, after each event that bears on it, and at
// the moment asked about.
type Step struct {
	// At is the moment.
	At time.Time
	// Event is what happened; nil at the start and at the moment asked about.
	Event *Event
	// State is what was known, with what was in force before the plan.
	State State
	// Plan is what was planned.
	Plan plan.Plan
}

// Run plans the case through its timeline up to a moment. What each plan chose is in force for the next.
// The steps stand in order of time; the first is the start, the last the moment. Before the plans it
// checks every word of the case that the engines know, so that an error lists all problems at once, each
// with its pointer into the case file.
func (c Case) Run(planner plan.Planner, policy privacy.Policy, at time.Time) ([]Step, error) {
	if err := c.check(planner, policy, at); err != nil {
		return nil, err
	}
	moments := []Step{{At: c.Start}}
	for _, e := range c.Timeline(c.Start, at) {
		if e.plans() {
			moments = append(moments, Step{At: e.At, Event: &e})
		}
	}
	moments = append(moments, Step{At: at})
	inForce := c.InForce
	for i := range moments {
		step := &moments[i]
		step.State = c.At(step.At)
		step.State.Brief.InForce = inForce
		made, err := planner.Compose(step.State.Brief, step.State.At)
		if err != nil {
			return nil, step.State.rooted(err)
		}
		step.Plan = made
		inForce = made.InForce(inForce)
	}
	return moments, nil
}

// Answer is one ask with its decision.
type Answer struct {
	// Ask is the ask.
	Ask Ask
	// Decision is what the policy decided.
	Decision privacy.Decision
}

// Answers decides every ask of the case at a moment, in the order of the asks.
func (c Case) Answers(policy privacy.Policy, at time.Time) ([]Answer, error) {
	state, answers := c.At(at), []Answer{}
	var f rapport.Faults
	for i, ask := range c.Asks {
		decision, err := policy.Decide(ask.Request(), state.Register, state.At)
		f.Join("", rootedAsk(err, i))
		answers = append(answers, Answer{Ask: ask, Decision: decision})
	}
	if err := f.Err(); err != nil {
		return nil, err
	}
	return answers, nil
}

// check reports every problem that the engines find in the case as it stands at a moment.
func (c Case) check(planner plan.Planner, policy privacy.Policy, at time.Time) error {
	var f rapport.Faults
	if at.Before(c.Start) {
		f.AfterMoment("/start")
		return f.Err()
	}
	state := c.At(at)
	_, err := planner.Compose(state.Brief, state.At)
	f.Join("", state.rooted(err))
	_, err = c.Answers(policy, at)
	f.Join("", err)
	return f.Err()
}

// plans reports whether an event bears on the plan.
func (e Event) plans() bool {
	return e.Contact != nil || e.Reaction != nil || e.Assessment != nil || e.Activity != nil || e.Wish != nil
}

// rooted turns the pointers of an error about the brief into pointers into the case file.
func (s *State) rooted(err error) error {
	var f rapport.Faults
	for _, p := range rapport.Problems(err) {
		f.Add(s.place(p.Pointer), p.Code, p.Text)
	}
	return f.Err()
}

// rootedAsk turns the pointers of an error about an ask and the register into pointers into the case
// file.
func rootedAsk(err error, ask int) error {
	var f rapport.Faults
	for _, p := range rapport.Problems(err) {
		at := p.Pointer
		if rest, ok := cutRoot(at, "/request"); ok {
			at = rest.Under(rapport.Pointer("/asks").Index(ask))
		}
		f.Add(at, p.Code, p.Text)
	}
	return f.Err()
}
