package privacy

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
)

// Account asks for the client's page of a log: who learned what about a principal, when and why.
type Account struct {
	// Log is the whole log.
	Log Log `json:"log"`
	// Principal is about whom.
	Principal rapport.ID `json:"principal"`
	// Reader is for whom the page is: the principal or the minor sees every line, a guardian what they may
	// know of the child, everybody else counts.
	Reader client.Role `json:"reader"`
	// Mature says whether a minor takes part in decisions; a guardian then sees less. Unsaid counts as yes.
	Mature rapport.Answer `json:"mature,omitzero"`
	// Span is the period.
	Span rapport.Span `json:"span"`
}

// Validate reports problems of shape.
func (a Account) Validate() error {
	var f rapport.Faults
	f.Join("/log", a.Log.Validate())
	f.ID("/principal", a.Principal)
	rapport.FaultWord(&f, "/reader", a.Reader)
	outOfScale(&f, "/mature", a.Mature)
	f.Span("/span", a.Span.From, a.Span.To)
	return f.Err()
}

// Summary is the client's page of a log.
type Summary struct {
	// Lines say who learned what, sorted by role, recipient, category and purpose.
	Lines []Line `json:"lines"`
	// Given counts what was passed on in the period, also what no line shows.
	Given int `json:"given"`
	// Refused counts the asks that got nothing.
	Refused int `json:"refused"`
	// LeftOut counts what was passed on and no line shows, because this reader may not know of it.
	LeftOut int `json:"left_out"`
	// Text is the page in plain words.
	Text string `json:"text"`
	// MadeWith lists the catalogues used, sorted.
	MadeWith []rapport.Edition `json:"made_with"`
}

// Line says what one person learned of one category for one purpose.
type Line struct {
	// Recipient is the person, for those of the firm and of the client's side; others show by role.
	Recipient rapport.ID `json:"recipient,omitzero"`
	// Role is as what they learned it.
	Role client.Role `json:"role"`
	// Category is the kind of information.
	Category client.Category `json:"category"`
	// Grains lists the views they had.
	Grains []Grain `json:"grains"`
	// Purpose is what for.
	Purpose Purpose `json:"purpose"`
	// Times is how often.
	Times int `json:"times"`
	// First is when it was first.
	First time.Time `json:"first"`
	// Last is when it was last.
	Last time.Time `json:"last"`
	// Pending lists what is still to be done about it.
	Pending []Obligation `json:"pending"`
	// Text says it in one sentence.
	Text string `json:"text"`
}

// Summary makes the client's page of a log. Refusals are only counted, and nothing on the page says what
// a source told or who asked in vain. It fails only on invalid input, also where the log was changed.
func (p Policy) Summary(a Account, at time.Time) (Summary, error) {
	var f rapport.Faults
	f.At("", at)
	f.Join("", a.Validate())
	f.Join("/log", a.Log.Verify(Head{}))
	checkWord(&f, "/reader", a.Reader, p.client.Role)
	if err := f.Err(); err != nil {
		return Summary{}, err
	}
	s := Summary{Lines: []Line{}, MadeWith: editions(p.words, p.client)}
	for _, e := range a.Log.Entries {
		if e.Request.Principal != a.Principal || !a.Span.Contains(e.At) {
			continue
		}
		if len(e.Grains) == 0 {
			s.Refused++
			continue
		}
		s.Given++
		if !p.shows(a, e.Request.Category, at) {
			s.LeftOut++
			continue
		}
		s.add(p.line(a.Log, e))
	}
	slices.SortFunc(s.Lines, compareLines)
	texts := []string{}
	for i := range s.Lines {
		s.Lines[i].Text = p.sentence(s.Lines[i])
		texts = append(texts, s.Lines[i].Text)
	}
	texts = append(texts, rapport.Fill(pageText, strconv.Itoa(s.Given), strconv.Itoa(s.Refused)))
	if s.LeftOut > 0 {
		texts = append(texts, rapport.Fill(leftOutText, strconv.Itoa(s.LeftOut)))
	}
	s.Text = strings.Join(texts, "\n")
	return s, nil
}

// The sentences of a page.
const (
	lineText    = "{0}: {1}, {2} ({3}), in order to {4}."
	pendingText = " Still to be done: {0}."
	pageText    = "Passed on in this time: {0}. Asks that got nothing: {1}."
	leftOutText = "{0} of these are not shown here, because they belong to somebody who may keep them."
)

// shows reports whether the reader may see a line about a category: the person always, a guardian what
// the rules would give them in full, others never.
func (p Policy) shows(a Account, category client.Category, at time.Time) bool {
	switch a.Reader {
	case client.RolePrincipal, client.RoleMinor:
		return true
	case client.RoleGuardian:
		r := Request{Asker: "reader", Role: a.Reader, Purpose: PurposeInform, Category: category, Principal: a.Principal}
		mature := rapport.AnswerOf(a.Mature != rapport.AnswerNo)
		seen := p.view(r, Register{
			Relations: []Relation{{ID: "reader", Kind: AtomGuardian, Person: r.Asker, Principal: r.Principal, Holds: rapport.AnswerYes}},
			Subjects:  []Subject{{ID: r.Principal, Minor: rapport.AnswerYes, Mature: mature}},
		})
		return p.explain(r, &seen, p.cell(r), at).Verdict == VerdictFull
	default:
		return false
	}
}

// line is what an entry alone shows.
func (p Policy) line(l Log, e Entry) Line {
	line := Line{
		Role: e.Request.Role, Category: e.Request.Category, Purpose: e.Request.Purpose, Grains: slices.Clone(e.Grains),
		Times: 1, First: e.At, Last: e.At, Pending: []Obligation{},
	}
	if role, _ := p.client.Role(line.Role); role.Side != client.SideThird {
		line.Recipient = e.Request.Asker
	}
	for _, duty := range l.open(e) {
		line.Pending = append(line.Pending, duty.Obligation)
	}
	return line
}

// add joins a line with the one about the same person, category and purpose.
func (s *Summary) add(line Line) {
	for i := range s.Lines {
		if known := &s.Lines[i]; compareLines(*known, line) == 0 {
			known.Grains, known.Pending = union(known.Grains, line.Grains), union(known.Pending, line.Pending)
			known.Times += line.Times
			known.Last = line.Last
			return
		}
	}
	s.Lines = append(s.Lines, line)
}

func union[E cmp.Ordered](a, b []E) []E {
	list := slices.Concat(a, b)
	slices.Sort(list)
	return slices.Compact(list)
}

func compareLines(a, b Line) int {
	return cmp.Or(
		strings.Compare(string(a.Role), string(b.Role)), strings.Compare(string(a.Recipient), string(b.Recipient)),
		strings.Compare(string(a.Category), string(b.Category)), strings.Compare(string(a.Purpose), string(b.Purpose)),
	)
}

// sentence words a line.
func (p Policy) sentence(l Line) string {
	role, _ := p.client.Role(l.Role)
	category, _ := p.client.Category(l.Category)
	purpose, _ := p.words.orStandard().purposes.find(l.Purpose)
	grains := []string{}
	for _, g := range l.Grains {
		grains = append(grains, g.String())
	}
	times := "once"
	if l.Times > 1 {
		times = strconv.Itoa(l.Times) + " times"
	}
	text := rapport.Fill(lineText, role.EN.Name, category.EN.Name, times, strings.Join(grains, ", "), purpose.EN.Means)
	if len(l.Pending) > 0 {
		words := []string{}
		for _, o := range l.Pending {
			words = append(words, strings.ReplaceAll(o.String(), "-", " "))
		}
		text += rapport.Fill(pendingText, strings.Join(words, ", "))
	}
	return text
}
