package privacy

import (
	"slices"
	"time"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
)

// Policy decides who may know what. The zero value is the standard one. A Policy is immutable and safe
// for concurrent use.
type Policy struct {
	words  *words
	client client.Scorer
}

// NewPolicy joins the packs with the standard catalogue. It reports every problem at once; a pack that
// would open a built-in category to a built-in role is one.
func NewPolicy(config Config) (Policy, error) {
	w, err := join(config)
	if err != nil {
		return Policy{}, err
	}
	return Policy{words: w, client: config.Client}, nil
}

// Decide answers a request by what the register knows at a moment. Without a rule that gives, and the
// facts it tests, nothing is given; a rule that forbids outweighs every rule that gives. It fails only
// on invalid input and reports every problem at once.
func (p Policy) Decide(request Request, register Register, at time.Time) (Decision, error) {
	var f rapport.Faults
	f.At("", at)
	f.Join("/request", p.checkRequest(request))
	f.Join("/register", p.checkRegister(register))
	if err := f.Err(); err != nil {
		return Decision{}, err
	}
	seen := p.view(request, register)
	return p.explain(request, &seen, p.cell(request), at), nil
}

// explain answers in words.
func (p Policy) explain(request Request, seen *view, c cell, at time.Time) Decision {
	h := &holdings{request: request, at: at, bothGuardians: c.bothGuardians, subjects: &[atomBits][]rapport.Path{}}
	h.read(seen)
	c.agreed = h.agreed
	result := c.evaluate(h.yes)
	undecided := c.undecided(h)

	d := Decision{
		Verdict: result.verdict, Grains: result.view.grains(), Approvers: []client.Role{},
		Obligations: []Obligation{}, MadeWith: editions(p.words, p.client),
	}
	if undecided != 0 {
		d.Verdict, d.Grains = VerdictUndecided, []Grain{}
	} else {
		d.Obligations = c.obligations(result).list()
		d.grant = h.grant(result.view, d.Obligations)
	}
	d.Denial = c.denial(d.Verdict, result, h)
	if entry, found := p.words.orStandard().denials.find(d.Denial); found {
		d.Possible, d.Approvers = entry.EN.Possible, append(d.Approvers, entry.Approvers...)
		d.Say = entry.EN.Say
	}
	if d.Verdict != VerdictFull && d.Verdict != VerdictPartial && !h.trusted() {
		d.Say = outsideText
	}
	d.Reasons = rapport.SortReasons(slices.Concat(c.reasons(result), c.gaps(result, h), c.consents(result, h, seen), h.reasons(c.matched(result), undecided)))
	return d
}

// outsideText is what every outsider hears, whatever the cause.
const outsideText = "We do not discuss who we work for, in any case. I am sorry I cannot help."

func (p Policy) checkRequest(r Request) error {
	var f rapport.Faults
	f.Join("", r.Validate())
	checkWord(&f, "/role", r.Role, p.client.Role)
	checkWord(&f, "/category", r.Category, p.client.Category)
	checkWord(&f, "/purpose", r.Purpose, p.words.orStandard().purposes.find)
	return f.Err()
}

func (p Policy) checkRegister(r Register) error {
	var f rapport.Faults
	f.Join("", r.Validate())
	for i, a := range r.Assignments {
		checkWord(&f, rapport.Pointer("/assignments").Index(i).Child("role"), a.Role, p.client.Role)
	}
	for i, c := range r.Contacts {
		checkWord(&f, rapport.Pointer("/contacts").Index(i).Child("role"), c.Role, p.client.Role)
	}
	for i, c := range r.Consents {
		at := rapport.Pointer("/consents").Index(i)
		checkWords(&f, at.Child("categories"), c.Categories, p.client.Category)
		checkWords(&f, at.Child("purposes"), c.Purposes, p.words.orStandard().purposes.find)
	}
	return f.Err()
}
