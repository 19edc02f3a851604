package plan

import (
	"cmp"
	"reflect"
	"slices"
	"strings"
	"time"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
	"github.com/rapport-go/rapport/privacy"
)

// Contrast sets the plans for two briefs side by side and names the inputs that make the difference.
type Contrast struct {
	// Before is the plan for the first brief.
	Before Plan `json:"before"`
	// After is the plan for the second.
	After Plan `json:"after"`
	// Difference says what differs between them.
	Difference Difference `json:"difference"`
	// Causes are the inputs that differ, by path.
	Causes []Cause `json:"causes"`
}

// Cause is one input that differs between two briefs, and what it alone is to their plans: what would not
// have changed had this one input stayed as it was.
type Cause struct {
	// Subject names the input: "/threats/t-photo", "/people/ms-a/reactions/r-door".
	Subject rapport.Path `json:"subject"`
	// Came lists the entries that came and would not have, sorted.
	Came []rapport.ID `json:"came"`
	// Went lists the entries that went and would not have, sorted.
	Went []rapport.ID `json:"went"`
	// Reasons say so, in order.
	Reasons []rapport.Reason `json:"reasons"`
}

// Contrast composes the plans for two briefs at one moment. For each input that differs it composes the
// second brief once more with this input as in the first: the cost is that of a plan for each difference.
func (p Planner) Contrast(before, after Brief, at time.Time) (Contrast, error) {
	first, err := p.Compose(before, at)
	if err != nil {
		return Contrast{}, err
	}
	second, err := p.Compose(after, at)
	if err != nil {
		return Contrast{}, err
	}
	result := Contrast{Before: first, After: second, Difference: second.Difference(first), Causes: []Cause{}}
	for _, x := range differences(before, after) {
		other, err := p.composed(x.undo(after), at, 0)
		if err != nil { // the other inputs lean on it: it cannot be taken back alone
			result.Causes = append(result.Causes, causeOf(x.path, CodeCauseBound, nil, nil))
			continue
		}
		set := other.set()
		came := keepEach(result.Difference.Came, func(e EntryChange) bool { return !slices.Contains(set, e.Entry) })
		went := keepEach(result.Difference.Went, func(e EntryChange) bool { return slices.Contains(set, e.Entry) })
		code := CodeCauseOf
		if len(came)+len(went) == 0 {
			code = CodeCauseOfNothing
		}
		result.Causes = append(result.Causes, causeOf(x.path, code, came, went))
	}
	return result, nil
}

func causeOf(path rapport.Path, code rapport.Code, came, went []EntryChange) Cause {
	ids := func(list []EntryChange) []rapport.ID {
		found := []rapport.ID{}
		for _, e := range list {
			found = append(found, e.Entry)
		}
		return found
	}
	var names []string
	for _, e := range slices.Concat(came, went) {
		names = append(names, e.Name)
	}
	reason := because(code, path, 2)
	if code == CodeCauseOf {
		reason = because(code, path, 3, joinNames(sorted(names)))
	}
	return Cause{Subject: path, Came: ids(came), Went: ids(went), Reasons: []rapport.Reason{reason}}
}

// difference is one input that differs, and how to take it back.
type difference struct {
	path rapport.Path
	undo func(Brief) Brief
}

// differences lists the inputs that differ between two briefs, by path.
func differences(before, after Brief) []difference {
	var list []difference
	add := func(found []difference) { list = append(list, found...) }
	add(inList("/threats", before.Threats, after.Threats, func(t client.Threat) string { return string(t.ID) },
		func(b *Brief, l []client.Threat) { b.Threats = l }))
	add(inList("/sites", before.Sites, after.Sites, func(s client.Site) string { return string(s.ID) },
		func(b *Brief, l []client.Site) { b.Sites = l }))
	add(inList("/in_force", before.InForce, after.InForce, func(i InForce) string { return string(i.ID) },
		func(b *Brief, l []InForce) { b.InForce = l }))
	add(inList("/rules", before.Rules, after.Rules, func(r privacy.Rule) string { return string(r.ID) },
		func(b *Brief, l []privacy.Rule) { b.Rules = l }))
	add(inList("/refusals", before.Refusals, after.Refusals, func(r Refusal) string { return string(r.ID) },
		func(b *Brief, l []Refusal) { b.Refusals = l }))
	add(inList("/ceilings", before.Ceilings, after.Ceilings, func(c Ceiling) string { return string(c.Person) },
		func(b *Brief, l []Ceiling) { b.Ceilings = l }))
	add(inList("/liaisons", before.Liaisons, after.Liaisons, func(l Liaison) string { return string(l.ID) },
		func(b *Brief, l []Liaison) { b.Liaisons = l }))
	add(inList("/facts", before.Facts, after.Facts, func(f Fact) string { return joinKey(string(f.Condition), string(f.Person), string(f.Activity)) },
		func(b *Brief, l []Fact) { b.Facts = l }))
	add(inList("/law", before.Law, after.Law, func(l LawAnswer) string { return joinKey(string(l.Law), string(l.Setting), l.Answer.String()) },
		func(b *Brief, l []LawAnswer) { b.Law = l }))
	add(inList("/surroundings", before.Surroundings, after.Surroundings, func(s Surroundings) string { return joinKey(string(s.Person), string(s.Activity)) },
		func(b *Brief, l []Surroundings) { b.Surroundings = l }))
	add(inList("/covert_agreed", before.CovertAgreed, after.CovertAgreed, func(id rapport.ID) string { return string(id) },
		func(b *Brief, l []rapport.ID) { b.CovertAgreed = l }))
	if !reflect.DeepEqual(before.Mandate, after.Mandate) {
		list = append(list, difference{"/mandate", func(b Brief) Brief { b.Mandate = before.Mandate; return b }})
	}
	if before.Nodes != after.Nodes {
		list = append(list, difference{"/nodes", func(b Brief) Brief { b.Nodes = before.Nodes; return b }})
	}
	add(inPeople(before, after))
	slices.SortStableFunc(list, func(a, b difference) int { return cmp.Compare(a.path, b.path) })
	return list
}

// joinKey makes one name of the parts that are given.
func joinKey(parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), "+")
}

// inList finds the elements of a list that differ by their key, and takes each back by itself.
func inList[T any](at rapport.Path, before, after []T, key func(T) string, set func(*Brief, []T)) []difference {
	var list []difference
	for _, name := range keysOf(before, after, key) {
		then, stood := elementOf(before, name, key)
		now, stands := elementOf(after, name, key)
		if stood && stands && reflect.DeepEqual(then, now) {
			continue
		}
		list = append(list, difference{at.Element(name), func(b Brief) Brief {
			set(&b, replaced(after, name, key, then, stood))
			return b
		}})
	}
	return list
}

func keysOf[T any](before, after []T, key func(T) string) []string {
	var names []string
	for _, e := range slices.Concat(before, after) {
		names = append(names, key(e))
	}
	return sorted(names)
}

func elementOf[T any](list []T, name string, key func(T) string) (T, bool) {
	var none T
	i := slices.IndexFunc(list, func(e T) bool { return key(e) == name })
	if i < 0 {
		return none, false
	}
	return list[i], true
}

// replaced returns the list with one element as it was before, or without it where it was not there.
func replaced[T any](list []T, name string, key func(T) string, then T, stood bool) []T {
	list = slices.DeleteFunc(slices.Clone(list), func(e T) bool { return key(e) == name })
	if stood {
		list = append(list, then)
	}
	return list
}

// inPeople finds whole people that came or went, and of the others every part of the profile that differs.
func inPeople(before, after Brief) []difference {
	id := func(p client.Profile) string { return string(p.ID) }
	var list []difference
	for _, name := range keysOf(before.People, after.People, id) {
		then, stood := elementOf(before.People, name, id)
		now, stands := elementOf(after.People, name, id)
		path := rapport.Path("/people").Element(name)
		put := func(p client.Profile, there bool) func(Brief) Brief {
			return func(b Brief) Brief {
				b.People = replaced(b.People, name, id, p, there)
				return b
			}
		}
		if !stood || !stands {
			list = append(list, difference{path, put(then, stood)})
			continue
		}
		for _, x := range inProfile(path, then, now) {
			list = append(list, difference{x.path, put(x.profile, true)})
		}
	}
	return list
}

// partial is a profile with one part as it was before.
type partial struct {
	path    rapport.Path
	profile client.Profile
}

// inProfile finds the parts of a profile that differ: elements of its lists, and its other fields.
func inProfile(path rapport.Path, then, now client.Profile) []partial {
	var list []partial
	list = append(list, inPart(path.Child("activities"), then, now, func(p *client.Profile) *[]client.Activity { return &p.Activities }, func(a client.Activity) rapport.ID { return a.ID })...)
	list = append(list, inPart(path.Child("reactions"), then, now, func(p *client.Profile) *[]client.Reaction { return &p.Reactions }, func(r client.Reaction) rapport.ID { return r.ID })...)
	list = append(list, inPart(path.Child("wishes"), then, now, func(p *client.Profile) *[]client.Wish { return &p.Wishes }, func(w client.Wish) rapport.ID { return w.ID })...)
	list = append(list, inPart(path.Child("concerns"), then, now, func(p *client.Profile) *[]client.Concern { return &p.Concerns }, func(c client.Concern) rapport.ID { return c.ID })...)
	list = append(list, inPart(path.Child("evidence"), then, now, func(p *client.Profile) *[]client.Evidence { return &p.Evidence }, func(e client.Evidence) rapport.ID { return e.ID })...)
	list = append(list, inPart(path.Child("needs"), then, now, func(p *client.Profile) *[]client.NeedRecord { return &p.Needs }, func(n client.NeedRecord) rapport.ID { return rapport.ID(n.Kind) })...)
	list = append(list, inPart(path.Child("changes"), then, now, func(p *client.Profile) *[]client.LifeChange { return &p.Changes }, func(c client.LifeChange) rapport.ID { return c.ID })...)
	list = append(list, inField(path.Child("dependants"), then, now, func(p *client.Profile) *[]rapport.ID { return &p.Dependants })...)
	list = append(list, inField(path.Child("priorities_on"), then, now, func(p *client.Profile) *rapport.Date { return &p.PrioritiesOn })...)
	list = append(list, inField(path.Child("worried"), then, now, func(p *client.Profile) *rapport.Answer { return &p.Worried })...)
	list = append(list, inField(path.Child("priorities"), then, now, func(p *client.Profile) *[][]client.Need { return &p.Priorities })...)
	list = append(list, inField(path.Child("minor"), then, now, func(p *client.Profile) *rapport.Answer { return &p.Minor })...)
	list = append(list, inField(path.Child("heard"), then, now, func(p *client.Profile) *rapport.Answer { return &p.Heard })...)
	list = append(list, inField(path.Child("control"), then, now, func(p *client.Profile) *client.Control { return &p.Control })...)
	list = append(list, inField(path.Child("overrides"), then, now, func(p *client.Profile) *[]client.Override { return &p.Overrides })...)
	return append(list, inField(path.Child("guardians"), then, now, func(p *client.Profile) *[]rapport.ID { return &p.Guardians })...)
}

func inPart[T any](path rapport.Path, then, now client.Profile, of func(*client.Profile) *[]T, id func(T) rapport.ID) []partial {
	key := func(e T) string { return string(id(e)) }
	var list []partial
	for _, name := range keysOf(*of(&then), *of(&now), key) {
		old, stood := elementOf(*of(&then), name, key)
		current, stands := elementOf(*of(&now), name, key)
		if stood && stands && reflect.DeepEqual(old, current) {
			continue
		}
		changed := now
		*of(&changed) = replaced(*of(&now), name, key, old, stood)
		list = append(list, partial{path.Element(name), changed})
	}
	return list
}

func inField[T any](path rapport.Path, then, now client.Profile, of func(*client.Profile) *T) []partial {
	if reflect.DeepEqual(*of(&then), *of(&now)) {
		return nil
	}
	changed := now
	*of(&changed) = *of(&then)
	return []partial{{path, changed}}
}
