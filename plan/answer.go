package plan

import (
	"cmp"
	"slices"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
)

// concerns says what answers each worry.
func (c *composition) concerns() []ConcernAnswer {
	list := []ConcernAnswer{}
	for _, s := range c.subjects {
		for _, concern := range s.profile.Concerns {
			list = append(list, c.answer(s, concern))
		}
	}
	slices.SortFunc(list, func(a, b ConcernAnswer) int {
		return cmp.Or(cmp.Compare(a.Person, b.Person), cmp.Compare(a.Concern, b.Concern))
	})
	return list
}

func (c *composition) answer(s *subject, concern client.Concern) ConcernAnswer {
	a := ConcernAnswer{Person: s.id, Concern: concern.ID, Kind: concern.Kind, Threats: []rapport.ID{}}
	behind := c.behind(concern, s)
	for _, t := range behind {
		a.Threats = append(a.Threats, t.ID)
	}
	met, asked := 0, 0
	for _, r := range c.rows {
		own := r.Kind == RowKindReassure && r.cell == nil && r.Cause == concern.ID
		if r.subject == s && (own || r.whereabouts() && slices.Contains(behind, r.bite.threat)) {
			a.By, met, asked = append(a.By, r.By...), met+one(r.Met == rapport.AnswerYes), asked+1
		}
	}
	a.Covered = extentOf(met, asked)
	a.By = sorted(a.By)
	code := CodeConcernAnswered
	entry, _ := c.client.Concern(concern.Kind)
	switch {
	case len(entry.Checks) == 0:
		code = CodeConcernDiscretion
	case len(behind) == 0:
		code = CodeConcernWithoutThreat
	}
	path := s.path().Child("concerns").Element(string(concern.ID))
	a.Reasons = []rapport.Reason{because(code, path, 2)}
	if a.Covered == ExtentPartly || a.Covered == ExtentNot {
		a.Reasons = append(a.Reasons, because(CodeConcernOpen, path, -2, itoa(met), itoa(asked)))
	}
	return a
}

// wishes says what became of each wish.
func (c *composition) wishes() []WishAnswer {
	list := []WishAnswer{}
	for _, s := range c.subjects {
		for _, w := range s.profile.Wishes {
			list = append(list, c.wish(s, w))
		}
	}
	slices.SortFunc(list, func(a, b WishAnswer) int {
		return cmp.Or(cmp.Compare(a.Person, b.Person), cmp.Compare(a.Wish, b.Wish))
	})
	return list
}

func (c *composition) wish(s *subject, w client.Wish) WishAnswer {
	a := WishAnswer{Person: s.id, Wish: w.ID, Kind: w.Kind, By: []rapport.ID{}}
	path := s.path().Child("wishes").Element(string(w.ID))
	kept, asked := 0, 0
	for _, r := range c.rows {
		if r.subject == s && r.Kind == RowKindWish && r.Cause == w.ID {
			a.By, kept, asked = append(a.By, r.By...), kept+one(r.Met == rapport.AnswerYes), asked+1
			if r.Met == rapport.AnswerNo {
				a.Reasons = append(a.Reasons, because(CodeRowUnmet, path, -2, r.Missing))
			}
		}
	}
	for _, x := range s.cells {
		if len(s.against[w.ID]) == 0 || w.Setting != "" && !c.samePlace(c.feltAt(x), w.Setting) {
			continue
		}
		broken := c.against(w, x)
		kept, asked = kept+one(len(broken) == 0), asked+1
		for _, k := range broken {
			a.By = append(a.By, k.entryID())
			a.Reasons = append(a.Reasons, because(CodeWishBroken, path, -2, k.measure.EN.Name))
		}
	}
	a.Kept = extentOf(kept, asked)
	switch a.Kept {
	case ExtentUnknown:
		code := CodeWishByConduct
		if len(s.against[w.ID]) > 0 {
			code = CodeWishNotTouched
		}
		a.Reasons = append(a.Reasons, because(code, path, 1))
	case ExtentFully:
		a.Reasons = append(a.Reasons, because(CodeWishKept, path, 2))
	default: // the reasons against it are there
	}
	a.By, a.Reasons = sorted(a.By), compactReasons(rapport.SortReasons(a.Reasons))
	return a
}

// against lists what was chosen at a cell and goes against a wish.
func (c *composition) against(w client.Wish, x *cell) []*column {
	return keepEach(c.columns, func(k *column) bool {
		return k.chosen && k.works(x) && slices.ContainsFunc(k.measure.Shows, func(e client.Element) bool { return c.goesAgainst(w, x, e) })
	})
}

// compactReasons leaves out what is said twice; the list is sorted.
func compactReasons(list []rapport.Reason) []rapport.Reason {
	return slices.CompactFunc(list, func(a, b rapport.Reason) bool {
		return a.Code == b.Code && a.Subject == b.Subject && a.Text == b.Text
	})
}
