package privacy

import (
	"slices"
	"time"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
)

// Desk is a policy bound to a register, both indexed, for answering many requests. It is immutable and
// safe for concurrent use; when the register changes, make another. The zero value knows no words and
// answers no request.
type Desk struct {
	policy     Policy
	roles      map[client.Role]int
	categories map[client.Category]int
	purposes   map[Purpose]int
	// cells stand by role and category, columns to a role; none names a request.
	cells   []cell
	columns int
	// askers and principals hold what bears on a request about them.
	askers     map[rapport.ID]*asker
	principals map[rapport.ID]*principal
}

// asker is what the register knows about one who asks.
type asker struct {
	entries    []entry
	consents   []Consent
	everywhere []Circumstance
}

// principal is what the register knows about one who is asked about.
type principal struct {
	relations     []Relation
	subjects      []Subject
	circumstances []Circumstance
}

// Ruling is the answer of a [Desk] in a fixed size and without words. [Desk.Explain] words it.
type Ruling struct {
	// Verdict is the answer in one word.
	Verdict Verdict
	// Denial says, for the file, why not everything is given; empty where everything is.
	Denial Denial
	// Until is when what is given has to be asked for again; zero where nothing is.
	Until time.Time

	grains      grainSet
	obligations obligationSet
}

// Gives reports whether a view may be given: it is among those given, or everything is.
func (r Ruling) Gives(g Grain) bool {
	return r.grains&everything != 0 || g != GrainUnknown && r.grains&(1<<g) != 0
}

// Grains lists what may be given, as [Decision] does. The list is the caller's own.
func (r Ruling) Grains() []Grain { return r.grains.grains() }

// Obligations lists what comes with what is given, in the order of the scale. The list is the caller's own.
func (r Ruling) Obligations() []Obligation { return r.obligations.list() }

// Desk binds a register to the policy. It fails only on invalid input and reports every problem at once.
// The desk shares no memory with the register.
func (p Policy) Desk(register Register) (Desk, error) {
	if err := p.checkRegister(register); err != nil {
		return Desk{}, err
	}
	d := Desk{policy: p, askers: map[rapport.ID]*asker{}, principals: map[rapport.ID]*principal{}}
	d.compile()
	for _, a := range register.Assignments {
		known := d.asker(a.Person)
		known.entries = append(known.entries, p.entryOfAssignment(a))
	}
	for _, c := range register.Contacts {
		known := d.asker(c.Person)
		known.entries = append(known.entries, p.entryOfContact(c))
	}
	for _, c := range register.Consents {
		c.Categories, c.Grains, c.Purposes = slices.Clone(c.Categories), slices.Clone(c.Grains), slices.Clone(c.Purposes)
		known := d.asker(c.Person)
		known.consents = append(known.consents, c)
	}
	for _, r := range register.Relations {
		known := d.principal(r.Principal)
		known.relations = append(known.relations, r)
	}
	for _, s := range register.Subjects {
		known := d.principal(s.ID)
		known.subjects = append(known.subjects, s)
	}
	for _, c := range register.Circumstances {
		if c.Principal == "" {
			known := d.asker(c.Person)
			known.everywhere = append(known.everywhere, c)
			continue
		}
		known := d.principal(c.Principal)
		known.circumstances = append(known.circumstances, c)
	}
	return d, nil
}

func (d *Desk) asker(id rapport.ID) *asker {
	if d.askers[id] == nil {
		d.askers[id] = &asker{}
	}
	return d.askers[id]
}

func (d *Desk) principal(id rapport.ID) *principal {
	if d.principals[id] == nil {
		d.principals[id] = &principal{}
	}
	return d.principals[id]
}

// compile sorts the rules into cells, so that an answer looks only at those of its own role and
// category. Row and column 0 are for the words that no rule names.
func (d *Desk) compile() {
	w := d.policy.words.orStandard()
	d.roles, d.categories, d.purposes = map[client.Role]int{}, map[client.Category]int{}, map[Purpose]int{}
	roles, categories := []client.Role{""}, []client.Category{""}
	for i := range w.rules {
		roles = number(d.roles, roles, w.rules[i].Roles, w.rules[i].Except)
		categories = number(d.categories, categories, w.rules[i].Categories)
	}
	for i := range w.offers {
		categories = number(d.categories, categories, []client.Category{w.offers[i].ID})
	}
	for i := range w.handling {
		categories = number(d.categories, categories, []client.Category{w.handling[i].ID})
	}
	for i, e := range w.purposes {
		d.purposes[e.ID] = i
	}
	d.columns = len(categories)
	d.cells = make([]cell, len(roles)*d.columns)
	for column, category := range categories {
		empty := cell{offered: w.offered(category), bothGuardians: w.bothGuardians(category)}
		for row := range roles {
			d.cells[row*d.columns+column] = empty
		}
	}
	for i := range w.rules {
		d.place(&w.rules[i], roles)
	}
}

// number gives each word that has none yet the next number, and appends it to those that have one.
func number[W ~string](numbers map[W]int, named []W, lists ...[]W) []W {
	for _, list := range lists {
		for _, word := range list {
			if _, found := numbers[word]; !found {
				numbers[word] = len(named)
				named = append(named, word)
			}
		}
	}
	return named
}

// place puts a rule into every cell that it is for.
func (d *Desk) place(e *RuleEntry, roles []client.Role) {
	var purposes []uint64
	if len(e.Purposes) > 0 {
		purposes = make([]uint64, (len(d.purposes)+63)/64)
		for _, purpose := range e.Purposes {
			purposes[d.purposes[purpose]/64] |= 1 << (d.purposes[purpose] % 64)
		}
	}
	for row, role := range roles {
		if !e.hasRole(role) {
			continue
		}
		for column := range d.columns {
			c := &d.cells[row*d.columns+column]
			if len(e.Categories) == 0 || slices.ContainsFunc(e.Categories, func(w client.Category) bool { return d.categories[w] == column }) {
				c.rules = append(c.rules, e.inCell(c.offered, purposes))
			}
		}
	}
}

// find checks a request and returns what bears on it.
func (d *Desk) find(request Request, at time.Time) (cell, view, error) {
	row, named := d.roles[request.Role]
	if !named {
		_, named = d.policy.client.Role(request.Role)
	}
	column, listed := d.categories[request.Category]
	if !listed {
		_, listed = d.policy.client.Category(request.Category)
	}
	purpose, known := d.purposes[request.Purpose]
	ids := request.Asker.Valid() && request.Principal.Valid() && (request.Activity == "" || request.Activity.Valid())
	if !named || !listed || !known || !ids || !ordinary(at) {
		if err := d.faults(request, at); err != nil {
			return cell{}, view{}, err
		}
	}
	if d.cells == nil {
		var f rapport.Faults
		f.UnknownWord("/request/role")
		return cell{}, view{}, f.Err()
	}
	c := d.cells[row*d.columns+column]
	c.request, c.purpose = request, purpose
	var v view
	if known := d.askers[request.Asker]; known != nil {
		v.entries, v.consents, v.everywhere = known.entries, known.consents, known.everywhere
	}
	if known := d.principals[request.Principal]; known != nil {
		v.relations, v.subjects, v.circumstances = known.relations, known.subjects, known.circumstances
	}
	return c, v, nil
}

// faults says what is wrong with a request.
func (d *Desk) faults(request Request, at time.Time) error {
	var f rapport.Faults
	f.At("", at)
	f.Join("/request", d.policy.checkRequest(request))
	return f.Err()
}

// ordinary reports whether a moment lies well inside the years that have days; any other is looked at.
func ordinary(at time.Time) bool { return !at.IsZero() && at.Unix() > 0 && at.Unix() < 1<<36 }

// Decide answers a request as [Policy.Decide] does, without words and without allocating. Its time does
// not grow with the rules for other roles and categories, nor with what the register holds about others.
func (d Desk) Decide(request Request, at time.Time) (Ruling, error) {
	c, v, err := d.find(request, at)
	if err != nil {
		return Ruling{}, err
	}
	h := holdings{request: request, at: at, bothGuardians: c.bothGuardians}
	h.read(&v)
	c.agreed = h.agreed
	result := c.evaluate(h.yes)
	r := Ruling{Verdict: result.verdict, grains: result.view}
	if c.undecided(&h) != 0 {
		r.Verdict, r.grains = VerdictUndecided, 0
	} else if result.view != 0 {
		r.Until, r.obligations = h.until(), c.obligations(result)
	}
	r.Denial = c.denial(r.Verdict, result, &h)
	return r, nil
}

// Explain answers a request exactly as [Policy.Decide] does.
func (d Desk) Explain(request Request, at time.Time) (Decision, error) {
	c, v, err := d.find(request, at)
	if err != nil {
		return Decision{}, err
	}
	return d.policy.explain(request, &v, c, at), nil
}
