package main

import (
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
	"github.com/rapport-go/rapport/plan"
	"github.com/rapport-go/rapport/trust"
)

// file is what -json prints for the team lead: every result with its reasons.
type file struct {
	Plan      plan.Plan         `json:"plan"`
	Scores    []client.Scores   `json:"scores"`
	Threats   []client.Picture  `json:"threats"`
	Contrasts []client.Contrast `json:"contrasts"`
	Decisions []decided         `json:"decisions"`
	Trust     []trust.Standing  `json:"trust"`
}

// decided is one ask with its decision.
type decided struct {
	Ask      any `json:"ask"`
	Decision any `json:"decision"`
}

// view is what -json prints for any other reader: what their sheet holds. Reasons are for the file.
type view struct {
	Role  client.Role `json:"role"`
	Holds []string    `json:"holds"`
	Says  []string    `json:"says"`
}

// results returns what a reader may have as JSON.
func (b briefing) results() any {
	if !b.readsFile() {
		return view{Role: b.role, Holds: listOf(b.holds()), Says: listOf(b.says())}
	}
	f := file{Plan: b.plan, Scores: b.scores, Threats: b.pictures, Contrasts: b.contrasts, Decisions: []decided{}, Trust: b.standings(b.at)}
	for _, a := range b.answers {
		f.Decisions = append(f.Decisions, decided{a.Ask, a.Decision})
	}
	return f
}

// printJSON prints the results of one reader, or a list where several read in one role.
func printJSON(readers []briefing, out, errs io.Writer) int {
	v := readers[0].results()
	if len(readers) > 1 {
		list := []any{}
		for _, b := range readers {
			list = append(list, b.results())
		}
		v = list
	}
	text, err := json.MarshalIndent(v, "", "  ")
	if err != nil {
		fmt.Fprintln(errs, "briefing: the results cannot be written")
		return 2
	}
	fmt.Fprintf(out, "%s\n", text)
	return 0
}

func listOf(texts []string) []string {
	if texts == nil {
		return []string{}
	}
	return texts
}

// verdict is one thing that has reasons, under the names it can be asked by.
type verdict struct {
	names   []string
	title   string
	reasons []rapport.Reason
}

// printWhy prints every reason behind what is called name. It is for the file, so for the team lead
// only; others hear what may be said.
func (b briefing) printWhy(name string, out, errs io.Writer) int {
	if !b.readsFile() {
		fmt.Fprintln(errs, "briefing: reasons are for the file; they are printed for a team lead who may have all of it")
		return 2
	}
	verdicts := b.verdicts()
	matching := func(matches func(called string) bool) []verdict {
		return slices.DeleteFunc(slices.Clone(verdicts), func(v verdict) bool { return !slices.ContainsFunc(v.names, matches) })
	}
	name = strings.ToLower(name)
	list := matching(func(called string) bool { return strings.ToLower(called) == name })
	if len(list) == 0 {
		list = matching(func(called string) bool { return strings.Contains(strings.ToLower(called), name) })
	}
	for _, v := range list {
		fmt.Fprintln(out, v.title)
		for _, r := range v.reasons {
			fmt.Fprintf(out, "  %+d  %s  [%s %s]\n", r.Weight, r.Text, r.Code, r.Subject)
		}
	}
	if len(list) == 0 {
		fmt.Fprintln(errs, "briefing: nothing in this briefing is called so")
		return 2
	}
	return 0
}

// verdicts lists everything that has reasons.
func (b briefing) verdicts() []verdict {
	var list []verdict
	for _, e := range b.plan.Entries {
		list = append(list, verdict{[]string{e.Name, string(e.Measure), string(e.Activity), string(e.ID)}, upper(b.scoped(e)) + ": in the plan. " + strings.TrimSpace(e.WhyNow+" "+e.Without), e.Reasons})
	}
	list = append(list, b.aroundPlan()...)
	for _, step := range b.steps {
		for _, c := range step.Plan.Changes {
			if c.Kind != plan.ChangeKindKept && c.Kind != plan.ChangeKindNew {
				list = append(list, verdict{[]string{nameOf(c, b.steps), string(c.Measure)}, fmt.Sprintf("%s: %s on day %d", upper(nameOf(c, b.steps)), c.Kind, b.day(step.At)), c.Reasons})
			}
		}
	}
	for _, r := range b.plan.Rows {
		met := "met"
		if r.Met != rapport.AnswerYes {
			met = "NOT met"
		}
		about := b.named(r.Person, r.Activity)
		if r.Measure != "" {
			entry, _ := (plan.Planner{}).Measure(r.Measure)
			about = strings.ToLower(entry.EN.Name) + ", " + about
		}
		if r.Setting == client.SettingArrivalPoint {
			about += ", at the door"
		}
		title := fmt.Sprintf("%s, %s: %s, %d of %d", upper(r.Kind.Means()), about, met, r.Got, r.Need)
		list = append(list, verdict{[]string{string(r.Activity), string(r.Threat), string(r.ID), b.named(r.Person, r.Activity)}, title, r.Reasons})
	}
	for _, l := range b.plan.Looks {
		title := fmt.Sprintf("%s: %s near, %s at the place", upper(b.named(l.Person, l.Activity)), l.Near, l.Place)
		list = append(list, verdict{[]string{string(l.Activity), b.named(l.Person, l.Activity)}, title, append(slices.Clone(l.Reasons), l.Discretion.Reasons...)})
	}
	for _, p := range b.pictures {
		reasons := slices.Clone(p.Reasons)
		for i := range reasons {
			reasons[i].Subject = reasons[i].Subject.Under(rapport.Path("").Child("threats").Element(string(p.Threat)))
		}
		list = append(list, verdict{[]string{string(p.Threat), b.calls(p.Threat), string(p.Kind)}, fmt.Sprintf("%s: planned as %s", upper(b.calls(p.Threat)), p.Level), reasons})
	}
	for _, s := range b.standings(b.at) {
		list = append(list, verdict{[]string{"how we stand", "trust", b.audience(s.Audience)}, upper(b.audience(s.Audience)) + ": " + s.State.String(), s.Reasons})
	}
	for _, a := range b.answers {
		title := fmt.Sprintf("%s asks for %s: %s", upper(b.label(a.Ask.Asker)), b.about(a.Ask), a.Decision.Verdict)
		list = append(list, verdict{[]string{string(a.Ask.Role), string(a.Ask.Asker), b.label(a.Ask.Asker)}, title, a.Decision.Reasons})
	}
	return list
}
