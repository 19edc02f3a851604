package scenarios

import (
	"slices"
	"time"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
	"github.com/rapport-go/rapport/plan"
	"github.com/rapport-go/rapport/privacy"
	"github.com/rapport-go/rapport/trust"
)

// Engines are what a case is run with. The zero value is the standard engines; an app with vendors' packs
// hands in its own.
type Engines struct {
	// Planner composes the plans.
	Planner plan.Planner
	// Policy decides who may know what.
	Policy privacy.Policy
	// Tracker follows how trust stands.
	Tracker trust.Tracker
}

// Step is one plan on the way through a case: at the start, after each event that bears on it, when a
// dated activity has ended, and at the moment asked about.
type Step struct {
	// At is the moment.
	At time.Time
	// Event is what happened; nil at the start, after an activity, and at the moment asked about.
	Event *Event
	// State is what was known, with what was in force before the plan.
	State State
	// Plan is what was planned.
	Plan plan.Plan
}

// Run plans the case through its timeline up to a moment. What each plan chose is in force for the next,
// and so is what an event puts in force. The steps stand in order of time; the first is the start, the last
// the moment. An error lists all problems that the engines find in the case, also in later events, each
// with its pointer into the file.
func (c Case) Run(engines Engines, at time.Time) ([]Step, error) {
	if err := c.Check(engines); err != nil {
		return nil, err
	}
	if at.Before(c.Start) {
		var f rapport.Faults
		f.AfterMoment("/start")
		return nil, f.Err()
	}
	steps := c.moments(at)
	inForce, since := c.At(c.Start).Brief.InForce, c.Start
	for i := range steps {
		step := &steps[i]
		step.State = c.At(step.At)
		for _, e := range c.Timeline(since, step.At) {
			inForce = e.putInForce(inForce)
		}
		since = step.At
		step.State.Brief.InForce = inForce
		made, err := engines.Planner.Compose(step.State.Brief, step.At)
		if err != nil {
			return nil, step.State.rooted(err)
		}
		step.Plan = made
		inForce = made.InForce(inForce)
	}
	return steps, nil
}

// moments lists when to plan: the start, each event that bears on a plan, the end of each dated activity,
// and the moment itself.
func (c Case) moments(at time.Time) []Step {
	steps := []Step{{At: c.Start}}
	for _, e := range c.Timeline(c.Start, at) {
		if e.plans() {
			steps = append(steps, Step{At: e.At, Event: &e})
		}
	}
	end := c.At(at)
	for _, p := range end.Brief.People {
		steps = append(steps, endings(p.Activities, c.Start, at)...)
	}
	for _, s := range end.Brief.Sites {
		steps = append(steps, endings(s.Posts, c.Start, at)...)
	}
	slices.SortStableFunc(steps, func(a, b Step) int { return a.At.Compare(b.At) })
	return append(steps, Step{At: at})
}

func endings(activities []client.Activity, after, before time.Time) []Step {
	var steps []Step
	for _, a := range activities {
		if a.On.To.After(after) && a.On.To.Before(before) {
			steps = append(steps, Step{At: a.On.To})
		}
	}
	return steps
}

// Answer is one ask with its decision.
type Answer struct {
	// Ask is the ask.
	Ask Ask
	// Decision is what the policy decided.
	Decision privacy.Decision
}

// Answers decides every ask of the case at a moment, in the order of the asks.
func (c Case) Answers(engines Engines, at time.Time) ([]Answer, error) {
	state, answers := c.At(at), []Answer{}
	var f rapport.Faults
	for i, ask := range c.Asks {
		decision, err := engines.Policy.Decide(ask.Request(), state.Register, at)
		f.Join("", state.rooted(under(err, "/request", rapport.Pointer("/asks").Index(i))))
		answers = append(answers, Answer{Ask: ask, Decision: decision})
	}
	if err := f.Err(); err != nil {
		return nil, err
	}
	return answers, nil
}

// plans reports whether an event bears on the plan.
func (e Event) plans() bool {
	return e.Contact != nil || e.Reaction != nil || e.Assessment != nil || e.Activity != nil || e.Wish != nil ||
		e.InForce != nil || e.CalledOff != nil || e.Refusal != nil
}
