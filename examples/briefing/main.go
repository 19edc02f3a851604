// Command briefing prints what a team leader reads before a shift: what changed, what somebody has to
// decide, what happens next by the clock, why, what is left, and who may know. It reads one case and
// prints one sheet for one reader.
//
// Usage:
//
//	briefing [-case FILE] [-at TIME] [-since TIME] [-for ROLE] [-why NAME] [-how NAME] [-full] [-json] [-list]
//
// Hours are read in the offset of -at, or of the case's now.
//
// Without arguments it prints the embedded case O1 for its team leader; -case o2 prints another one, and
// -list names them all. A bad case gets every problem with its pointer on standard error and exit code 2;
// a missing file one line and exit code 1. There is no partial output.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"time"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
	"github.com/rapport-go/rapport/examples/scenarios"
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

// options are what the command line asks for.
type options struct {
	file, at, since, role, why, how string
	full, json, list                bool
}

func run(args []string, out, errs io.Writer) int {
	var o options
	flags := flag.NewFlagSet("briefing", flag.ContinueOnError)
	flags.SetOutput(errs)
	flags.StringVar(&o.file, "case", "", "a case file, or the name of an embedded case (default o1)")
	flags.StringVar(&o.at, "at", "", "the moment to brief for, such as 2027-02-23T12:00:00+01:00 (default: the case's now)")
	flags.StringVar(&o.since, "since", "", "the moment of the last briefing (default: a day before)")
	flags.StringVar(&o.role, "for", string(client.RoleTeamLead), "the role of the reader, or a reader's ID; the sheet holds what that reader may hold")
	flags.StringVar(&o.why, "why", "", "print every reason for what is called so: a measure, a place or activity, a threat, a role")
	flags.StringVar(&o.how, "how", "", "print how what is seen at the activity called so is carried out, and what it would take to change it")
	flags.BoolVar(&o.full, "full", false, "cut nothing")
	flags.BoolVar(&o.json, "json", false, "print every result with its reasons as JSON, in the reader's view")
	flags.BoolVar(&o.list, "list", false, "list the embedded cases")
	if err := flags.Parse(args); errors.Is(err, flag.ErrHelp) {
		return 0
	} else if err != nil {
		return 2
	}
	if flags.NArg() > 0 {
		fmt.Fprintln(errs, "briefing: takes no arguments beside its flags")
		return 2
	}
	if o.list {
		for _, name := range scenarios.Names() {
			c, _ := scenarios.Named(name)
			fmt.Fprintf(out, "%s  %s\n", name, c.Title)
		}
		return 0
	}
	c, code := load(o.file, errs)
	if code != 0 {
		return code
	}
	return brief(c, o, out, errs)
}

func load(file string, errs io.Writer) (scenarios.Case, int) {
	if file == "" {
		file = "o1"
	}
	if c, ok := scenarios.Named(file); ok {
		return c, 0
	}
	data, err := os.ReadFile(file)
	if err != nil {
		fmt.Fprintln(errs, "briefing: the case file cannot be read")
		return scenarios.Case{}, 1
	}
	c, err := scenarios.Read(data)
	if err != nil {
		return c, problems(err, errs)
	}
	return c, 0
}

// problems prints every problem of an error, a line each, and returns the exit code.
func problems(err error, errs io.Writer) int {
	list := rapport.Problems(err)
	for _, p := range list {
		fmt.Fprintln(errs, p.Error())
	}
	if len(list) == 0 {
		fmt.Fprintln(errs, "briefing: the case cannot be used")
	}
	return 2
}

// moment reads a time of the command line; empty gives the fallback.
func moment(text string, fallback time.Time) (time.Time, error) {
	if text == "" {
		return fallback, nil
	}
	return time.Parse(time.RFC3339, text)
}

func brief(c scenarios.Case, o options, out, errs io.Writer) int {
	at, err := moment(o.at, c.Now)
	if err != nil {
		fmt.Fprintln(errs, "briefing: -at is not a time such as 2027-02-23T12:00:00+01:00")
		return 2
	}
	since, err := moment(o.since, at.Add(-24*time.Hour))
	since = since.In(at.Location())
	if err != nil || since.After(at) {
		fmt.Fprintln(errs, "briefing: -since is not a time before -at, such as 2027-02-21T18:00:00+01:00")
		return 2
	}
	readers, err := gather(c, at, since, o.role)
	if err != nil {
		return problems(err, errs)
	}
	switch {
	case o.json:
		return printJSON(readers, out, errs)
	case o.why != "":
		return readers[0].printWhy(o.why, out, errs)
	case o.how != "":
		return readers[0].printHow(o.how, out, errs)
	default:
		for i, b := range readers {
			if i > 0 {
				fmt.Fprint(out, "\f\n")
			}
			fmt.Fprint(out, b.sheet(o.full))
		}
		return 0
	}
}
