package privacy

import (
	"slices"
	"time"

	"github.com/rapport-go/rapport"
)

// LogSchema is the schema of a stored log.
const LogSchema = "rapport/disclosure-log/1"

// Disclosure is an answer that was acted upon, to be written down: something passed on, or a refusal.
type Disclosure struct {
	// Request is what was asked.
	Request Request `json:"request"`
	// Decision is the answer.
	Decision Decision `json:"decision"`
	// Facts is how many facts were passed on; 0 for a refusal.
	Facts int `json:"facts,omitzero"`
	// By is who passed it on or refused it.
	By rapport.ID `json:"by"`
	// Corrects is the number of the entry that this one puts right; 0 means none.
	Corrects int `json:"corrects,omitzero"`
}

// Entry is one line of a log: a disclosure, or something done about an earlier one. It holds references
// and never the content.
type Entry struct {
	// Number counts from 1.
	Number int `json:"number"`
	// Previous is the digest of the entry before; empty in the first.
	Previous rapport.Digest `json:"previous,omitzero"`
	// At is when it was written down.
	At time.Time `json:"at"`
	// Request is what was asked; empty where something was done about an earlier entry.
	Request Request `json:"request,omitzero"`
	// Verdict is the answer.
	Verdict Verdict `json:"verdict,omitzero"`
	// Denial says why not everything was given.
	Denial Denial `json:"denial,omitzero"`
	// Grains lists what was given.
	Grains []Grain `json:"grains,omitzero"`
	// Facts is how many facts were passed on.
	Facts int `json:"facts,omitzero"`
	// Grounds lists the rules and the entries of the register that the answer rests on, sorted.
	Grounds []rapport.Path `json:"grounds,omitzero"`
	// Duties lists what has to be done about it.
	Duties []Duty `json:"duties,omitzero"`
	// By is who passed it on, refused it, or did what was due.
	By rapport.ID `json:"by"`
	// Corrects is the number of the entry that this one puts right; 0 means none.
	Corrects int `json:"corrects,omitzero"`
	// Settles is the number of the entry about which something was done; 0 means none.
	Settles int `json:"settles,omitzero"`
	// Done is what was done about it.
	Done Obligation `json:"done,omitzero"`
	// MadeWith lists the catalogues of the answer, so that it can be judged by the rules of its day.
	MadeWith []rapport.Edition `json:"made_with,omitzero"`
	// Digest is that of everything above.
	Digest rapport.Digest `json:"digest"`
}

// Log is the append-only list of who learned what: each entry carries the digest of the one before. It is
// a confidential file itself. The zero value is an empty log.
type Log struct {
	// Schema is [LogSchema]; empty means the same.
	Schema string `json:"schema,omitzero"`
	// Entries are in order of their numbers.
	Entries []Entry `json:"entries"`
}

// Head is where a log stands. Whoever keeps it apart from the log can tell that entries were cut off.
type Head struct {
	// Number is that of the last entry; 0 for an empty log.
	Number int `json:"number"`
	// Digest is that of the last entry; empty for an empty log.
	Digest rapport.Digest `json:"digest,omitzero"`
}

// Head says where the log stands.
func (l Log) Head() Head {
	if len(l.Entries) == 0 {
		return Head{}
	}
	last := l.Entries[len(l.Entries)-1]
	return Head{last.Number, last.Digest}
}

// Record returns the log with one disclosure more. A grant that the decision carries hands its duties to
// the entry; every duty but that of writing it down stays open until it is settled.
func (l Log) Record(d Disclosure, at time.Time) (Log, error) {
	var f rapport.Faults
	f.Join("/request", d.Request.Validate())
	f.ID("/by", d.By)
	given := len(d.Decision.Grains) > 0
	switch {
	case d.Decision.Verdict == VerdictUnknown:
		f.Required("/decision/verdict")
	case given == (d.Facts <= 0):
		f.OutOfRange("/facts")
	}
	if d.Corrects < 0 || d.Corrects > len(l.Entries) {
		f.OutOfRange("/corrects")
	}
	entry := Entry{
		Request: d.Request, Verdict: d.Decision.Verdict, Denial: d.Decision.Denial,
		Grains: slices.Clone(d.Decision.Grains), Facts: d.Facts, Grounds: []rapport.Path{},
		Duties: d.Decision.Grant().Duties(), By: d.By, Corrects: d.Corrects, MadeWith: slices.Clone(d.Decision.MadeWith),
	}
	for _, r := range d.Decision.Reasons {
		if r.Subject.Within("/rules") || r.Subject.Within("/register") && r.Subject != "/register" {
			entry.Grounds = append(entry.Grounds, r.Subject)
		}
	}
	slices.Sort(entry.Grounds)
	entry.Grounds = slices.Compact(entry.Grounds)
	return l.with(&f, entry, at)
}

// Settle returns the log with a note that something due was done about an entry.
func (l Log) Settle(number int, done Obligation, by rapport.ID, at time.Time) (Log, error) {
	var f rapport.Faults
	f.ID("/by", by)
	switch {
	case number < 1 || number > len(l.Entries):
		f.OutOfRange("/number")
	case !slices.ContainsFunc(l.Entries[number-1].Duties, func(d Duty) bool { return d.Obligation == done }):
		f.OutOfRange("/done")
	}
	return l.with(&f, Entry{Settles: number, Done: done, By: by}, at)
}

// with appends an entry to a copy of the list.
func (l Log) with(f *rapport.Faults, e Entry, at time.Time) (Log, error) {
	f.At("", at)
	if n := len(l.Entries); n > 0 && at.Before(l.Entries[n-1].At) {
		f.OutOfRange("/at")
	}
	if err := f.Err(); err != nil {
		return Log{}, err
	}
	head := l.Head()
	e.Number, e.Previous, e.At = head.Number+1, head.Digest, at.Round(0).UTC()
	digest, err := e.digest()
	if err != nil {
		return Log{}, err
	}
	e.Digest = digest
	entries := make([]Entry, len(l.Entries), len(l.Entries)+1)
	for i, old := range l.Entries {
		entries[i] = old.clone()
	}
	return Log{Schema: LogSchema, Entries: append(entries, e)}, nil
}

func (e Entry) clone() Entry {
	e.Grains, e.Grounds = slices.Clone(e.Grains), slices.Clone(e.Grounds)
	e.Duties, e.MadeWith = slices.Clone(e.Duties), slices.Clone(e.MadeWith)
	return e
}

func (e Entry) digest() (rapport.Digest, error) {
	e.Digest = ""
	return rapport.DigestOf("rapport/disclosure/1", e)
}

// Validate reports problems of shape. It does not look at the chain; [Log.Verify] does.
func (l Log) Validate() error {
	var f rapport.Faults
	f.Schema("/schema", l.Schema, LogSchema)
	return f.Err()
}

// Verify says where the log was changed: an entry that is not what was written, one that is missing or
// stands elsewhere, and, by the head that was kept apart, an end that was cut off. Nil means that every
// entry up to the head is as it was written. The zero head compares nothing but the chain itself.
func (l Log) Verify(kept Head) error {
	var f rapport.Faults
	f.Join("", l.Validate())
	previous := Head{}
	for i, e := range l.Entries {
		at := rapport.Pointer("/entries").Index(i)
		if e.Number != previous.Number+1 || e.Previous != previous.Digest {
			f.Coded(at.Child("previous"), codeEntry(CodeChainBroken))
		}
		if digest, err := e.digest(); err != nil || digest != e.Digest {
			f.Coded(at.Child("digest"), codeEntry(CodeEntryChanged))
		}
		previous = Head{e.Number, e.Digest}
		if e.Number == kept.Number && e.Digest != kept.Digest {
			f.Coded(at, codeEntry(CodeChainBroken))
		}
	}
	if previous.Number < kept.Number {
		f.Coded("/entries", codeEntry(CodeChainCut))
	}
	return f.Err()
}

// open lists the duties of an entry about which nothing was noted, but for that of writing it down.
func (l Log) open(e Entry) []Duty {
	var list []Duty
	for _, duty := range e.Duties {
		done := func(later Entry) bool { return later.Settles == e.Number && later.Done == duty.Obligation }
		if duty.Obligation != ObligationLog && !slices.ContainsFunc(l.Entries, done) {
			list = append(list, duty)
		}
	}
	return list
}
