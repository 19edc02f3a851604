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
	for _, r := range c.rows {
		own := r.Kind == RowKindReassure && r.cell == nil && r.Cause == concern.ID
		if r.subject == s && (own || r.whereabouts() && slices.Contains(behind, r.bite.threat)) {
			a.By = append(a.By, r.By...)
		}
	}
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
	entry, _ := c.client.Wish(w.Kind)
	for _, r := range c.rows {
		if r.subject == s && r.Kind == RowKindWish && r.Cause == w.ID {
			a.Kept, a.By = r.Met, append(a.By, r.By...)
		}
	}
	for _, k := range c.columns {
		against := k.chosen && slices.ContainsFunc(k.cells, func(x *cell) bool {
			return x.subject == s && slices.ContainsFunc(k.measure.Shows, func(e client.Element) bool { return c.goesAgainst(w, x, e) })
		})
		if against {
			a.Kept, a.By = rapport.AnswerNo, append(a.By, k.entryID())
			a.Reasons = append(a.Reasons, because(CodeWishBroken, path, -2, k.measure.EN.Name))
		}
	}
	switch {
	case a.Kept == rapport.AnswerNo && len(a.Reasons) == 0:
		a.Reasons = append(a.Reasons, because(CodeRowUnmet, path, -2, missingWords[RowKindWish]))
	case a.Kept == rapport.AnswerUnsaid && len(entry.Against) == 0:
		a.Reasons = append(a.Reasons, because(CodeWishByConduct, path, 1))
	case a.Kept != rapport.AnswerNo:
		a.Kept = rapport.AnswerYes
		a.Reasons = append(a.Reasons, because(CodeWishKept, path, 2))
	}
	a.By, a.Reasons = sorted(a.By), rapport.SortReasons(a.Reasons)
	return a
}
