package trust

import (
	"slices"

	"github.com/rapport-go/rapport"
)

// Playbook is a word for a kind of failing and how it is mended.
type Playbook string

// WarningKind is a word for something a professional would speak up about.
type WarningKind string

// Prospect is a word for how a renewal looks.
type Prospect string

// PlaybookEntry says how one kind of failing is mended. The failing itself is never denied.
type PlaybookEntry struct {
	// ID is the word.
	ID Playbook `json:"id"`
	// Rechecks are the days after the failing on which it is checked whether the change holds, ascending.
	Rechecks []int `json:"rechecks"`
	// EN is the English wording.
	EN PlaybookWords `json:"en"`
}

// PlaybookWords is the English wording of a playbook.
type PlaybookWords struct {
	// Name is what a person reads.
	Name string `json:"name"`
	// First lists what is done and said in the first hour, in order.
	First []string `json:"first"`
	// Show lists what is shown in the weeks after, in order.
	Show []string `json:"show"`
	// Recheck says in one sentence when and how it is checked again.
	Recheck string `json:"recheck"`
	// Never lists what is never done about it.
	Never []string `json:"never"`
}

// WarningEntry is the wording of a warning. The rules that give warnings are this package's own; a pack
// replaces words only.
type WarningEntry struct {
	// ID is the word.
	ID WarningKind `json:"id"`
	// Urgency says how soon something is to be done about it.
	Urgency rapport.Urgency `json:"urgency"`
	// EN is the English wording.
	EN WarningWords `json:"en"`
}

// WarningWords is the English wording of a warning.
type WarningWords struct {
	// Says is what is the matter, in one or two plain sentences; {0}, {1} … are blanks.
	Says string `json:"says"`
	// Next is what to do about it.
	Next string `json:"next"`
}

// HandoverEntry is one line of the list that is worked through when a known person leaves.
type HandoverEntry struct {
	// ID is the word; lines are listed by it within their phase.
	ID string `json:"id"`
	// Phase is "before", "on-the-day" or "after".
	Phase string `json:"phase"`
	// EN is the line in English.
	EN string `json:"en"`
}

// phases are those of a hand-over, in order.
var phases = [...]string{"before", "on-the-day", "after"}

// TouchpointEntry is a sign that protection is there, for somebody who cannot see it. It states facts
// and never promises.
type TouchpointEntry struct {
	// ID is the word.
	ID string `json:"id"`
	// Worry is the level of worry from which it is offered.
	Worry rapport.Level `json:"worry"`
	// EN is the sign in English.
	EN string `json:"en"`
}

// OutlookEntry is the wording of a prospect; a pack replaces words only.
type OutlookEntry struct {
	// ID is the word.
	ID Prospect `json:"id"`
	// EN is one or two sentences; {0} is the blank for what weighs most.
	EN string `json:"en"`
}

// audienceEntry holds what differs between audiences. House judgement.
type audienceEntry struct {
	ID rapport.Audience `json:"id"`
	// Grace is after how many days without contact a relationship begins to fade: one and a half times
	// the usual interval.
	Grace int `json:"grace"`
	// Fade is the half-life of the good faith that is lost after that, in days.
	Fade int `json:"fade"`
	// Memory is the share of every half-life, in hundredths.
	Memory int `json:"memory"`
	// Interval is how often there should be a talk of substance, in days; 0 means as it comes.
	Interval int `json:"interval"`
	// YoungInterval is the same in the first 60 days.
	YoungInterval int `json:"young_interval"`
	// Relational is the share of contacts, in hundredths, below which advice is given; 0 means none is.
	Relational int `json:"relational"`
}

// gradeEntry holds how far the word of each source counts for a grade, in hundredths.
type gradeEntry struct {
	ID         Grade `json:"id"`
	Client     int   `json:"client"`
	Record     int   `json:"record"`
	Supervisor int   `json:"supervisor"`
	Third      int   `json:"third"`
	Public     int   `json:"public"`
	Officer    int   `json:"officer"`
	Management int   `json:"management"`
}

// stateEntry holds what follows from a state.
type stateEntry struct {
	ID          State          `json:"id"`
	Explain     rapport.Answer `json:"explain"`
	Intrusive   rapport.Answer `json:"intrusive"`
	Cooperation rapport.Level  `json:"cooperation"`
	EN          guidanceWords  `json:"en"`
}

type guidanceWords struct {
	Name        string `json:"name"`
	Do          string `json:"do"`
	Cooperation string `json:"cooperation"`
}

// timesEntry holds the hours in which the steps of a feedback loop are due, by how grave the matter is.
type timesEntry struct {
	ID          rapport.Level `json:"id"`
	Acknowledge int           `json:"acknowledge"`
	Answer      int           `json:"answer"`
	Act         int           `json:"act"`
	Ask         int           `json:"ask"`
}

func (e PlaybookEntry) clone() PlaybookEntry {
	e.Rechecks = slices.Clone(e.Rechecks)
	e.EN.First, e.EN.Show, e.EN.Never = slices.Clone(e.EN.First), slices.Clone(e.EN.Show), slices.Clone(e.EN.Never)
	return e
}
