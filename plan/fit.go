package plan

import (
	"slices"
	"strings"

	"github.com/rapport-go/rapport"
)

// Fit says to one person why the plan fits them, out of three sources: their worries, their days, their
// wishes. What does not fit stands with the answers to worries and wishes and with the disruptions.
type Fit struct {
	// Person is who.
	Person rapport.ID `json:"person"`
	// Reasons are sentences to the person, each with the path of the worry, activity or wish, in order.
	Reasons []rapport.Reason `json:"reasons"`
}

// whyItFits says for each person why the plan fits them.
func (c *composition) whyItFits(p Plan) []Fit {
	list := []Fit{}
	for _, s := range c.subjects {
		if s.site {
			continue
		}
		f := Fit{Person: s.id, Reasons: []rapport.Reason{}}
		f.Reasons = append(f.Reasons, c.fitsWorries(s, p)...)
		f.Reasons = append(f.Reasons, c.fitsDays(s, p)...)
		f.Reasons = append(f.Reasons, c.fitsWishes(s, p)...)
		f.Reasons = rapport.SortReasons(f.Reasons)
		list = append(list, f)
	}
	return list
}

func (c *composition) fitsWorries(s *subject, p Plan) []rapport.Reason {
	var list []rapport.Reason
	for _, a := range p.Concerns {
		if a.Person != s.id || a.Covered != ExtentFully {
			continue
		}
		entry, _ := c.client.Concern(a.Kind)
		var names []string
		for _, id := range a.By {
			names = append(names, p.nameOf(id))
		}
		const shown = 3
		names = sorted(names)
		list = append(list, because(CodeFitsWorry, s.path().Child("concerns").Element(string(a.Concern)), 3, untitle(entry.EN.Name), joinNames(names[:min(shown, len(names))])))
	}
	return list
}

// nameOf returns the name of an entry.
func (p Plan) nameOf(entry rapport.ID) string {
	i := slices.IndexFunc(p.Entries, func(e Entry) bool { return e.ID == entry })
	return p.Entries[i].Name
}

func (c *composition) fitsDays(s *subject, p Plan) []rapport.Reason {
	var list []rapport.Reason
	for _, x := range s.cells {
		left := slices.ContainsFunc(c.columns, func(k *column) bool { return k.chosen && k.group.Absent && k.works(x) })
		if x.implied || left {
			continue
		}
		kind, _ := c.client.Activity(x.activity.Kind)
		var bent []string
		for _, d := range p.Disruptions {
			if d.Person == s.id && d.Activity == x.id() {
				bent = append(bent, p.nameOf(d.Entry))
			}
		}
		if len(bent) == 0 {
			list = append(list, because(CodeFitsDayAsItIs, x.path(), 2, kind.EN.Name))
		} else {
			list = append(list, because(CodeFitsDayKept, x.path(), 2, kind.EN.Name, joinNames(sorted(bent))))
		}
	}
	return list
}

func (c *composition) fitsWishes(s *subject, p Plan) []rapport.Reason {
	var list []rapport.Reason
	for _, a := range p.Wishes {
		if a.Person != s.id || a.Kept != ExtentFully {
			continue
		}
		entry, _ := c.client.Wish(a.Kind)
		list = append(list, because(CodeFitsWish, s.path().Child("wishes").Element(string(a.Wish)), 2, strings.ToLower(entry.EN.Name)))
	}
	return list
}
