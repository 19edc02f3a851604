package privacy

import (
	"cmp"
	"slices"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
)

// ReliefID is a word for a way to ease what disturbs a person.
type ReliefID string

// ReliefEntry is a way to ease what disturbs a person about protection. All are house judgement.
type ReliefEntry struct {
	// ID is the word.
	ID ReliefID `json:"id"`
	// Rank says which comes first: 1 takes least from the protection. Those of one rank stand by word.
	Rank int `json:"rank"`
	// Elements lists what it eases, sorted.
	Elements []client.Element `json:"elements"`
	// EN is the English wording.
	EN ReliefWords `json:"en"`
}

// ReliefWords is the English wording of a way to ease something.
type ReliefWords struct {
	// Do says what to do.
	Do string `json:"do"`
}

// Change is one thing to change for the person.
type Change struct {
	// Relief is its word.
	Relief ReliefID `json:"relief"`
	// Do says what to do.
	Do string `json:"do"`
	// Elements lists what it is about, sorted.
	Elements []client.Element `json:"elements"`
	// Reasons name what shows that it is wanted, in order.
	Reasons []rapport.Reason `json:"reasons"`
}

// changes gathers the ways to ease something, what takes least from the protection first.
type changes struct {
	words *words
	list  []Change
}

// about adds a reason to change something about an element: under every relief that eases it.
func (c *changes) about(element client.Element, reason rapport.Reason) {
	for _, e := range c.words.reliefs {
		if slices.Contains(e.Elements, element) {
			c.add(e, element, reason)
		}
	}
}

// by adds a reason for one relief.
func (c *changes) by(relief ReliefID, reason rapport.Reason) {
	if e, known := c.words.reliefs.find(relief); known {
		c.add(e, "", reason)
	}
}

func (c *changes) add(e ReliefEntry, element client.Element, reason rapport.Reason) {
	i := slices.IndexFunc(c.list, func(other Change) bool { return other.Relief == e.ID })
	if i < 0 {
		i = len(c.list)
		c.list = append(c.list, Change{Relief: e.ID, Do: e.EN.Do, Elements: []client.Element{}})
	}
	into := &c.list[i]
	into.Reasons = append(into.Reasons, reason)
	if element != "" && !slices.Contains(into.Elements, element) {
		into.Elements = append(into.Elements, element)
	}
}

// sorted returns the changes in order.
func (c *changes) sorted() []Change {
	rank := func(id ReliefID) int {
		e, _ := c.words.reliefs.find(id)
		return e.Rank
	}
	list := append([]Change{}, c.list...)
	slices.SortFunc(list, func(a, b Change) int {
		return cmp.Or(cmp.Compare(rank(a.Relief), rank(b.Relief)), cmp.Compare(a.Relief, b.Relief))
	})
	for i := range list {
		slices.Sort(list[i].Elements)
		list[i].Reasons = rapport.SortReasons(list[i].Reasons)
	}
	return list
}

// lastRelief is the rung itself, which comes after everything else.
const lastRelief ReliefID = "rung"

// disturbs says that the person minds something at a place.
func (s Selector) disturbs(subject rapport.Path, value int, element client.Element, at client.Setting) rapport.Reason {
	return because(CodeDisturbs, subject, max(value, -2), s.namesOf(element, at)...)
}

// namesOf is an element and a setting as words, and as a person reads them.
func (s Selector) namesOf(element client.Element, at client.Setting) []string {
	what, _ := s.client.Element(element)
	where, _ := s.client.Setting(at)
	return []string{string(element), string(at), what.EN.Name, where.EN.Name}
}

// eased lists what can be changed for the person here without another rung.
func (sc *scene) eased() []Change {
	c := changes{words: sc.selector.words.orStandard()}
	for _, f := range sc.feelings {
		if f.value < 0 {
			c.about(f.element, sc.selector.disturbs(f.subject.Under(rapport.Path(inChoice)), f.value, f.element, sc.setting))
		}
	}
	return slices.DeleteFunc(c.sorted(), func(change Change) bool { return change.Relief == lastRelief })
}
