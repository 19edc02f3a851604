package cover

import (
	"errors"
	"slices"
)

// Check looks at a solution with nothing but the problem in hand and returns the first thing that is wrong:
// the form of the lists, a requirement, an exclusion, a row that is short without being listed as
// unmet or listed without being short, the cost, or claims that contradict one another or the selection. It
// cannot tell whether Bound or Others is right; it does refute Canonical when a chosen column could simply be left
// out, and Others when it is out of range or cannot have been counted.
// The problem must be one that Solve accepts.
func Check(p Problem, s Solution) error {
	if err := checkLists(p, s); err != nil {
		return err
	}
	chosen := map[int]bool{}
	var cost int64
	for _, j := range s.Chosen {
		chosen[j] = true
		cost += p.Columns[j].Cost
	}
	for _, j := range s.Chosen {
		for _, q := range p.Columns[j].Requires {
			if !chosen[q] {
				return errors.New("cover: a requirement is not chosen")
			}
		}
		for _, q := range p.Columns[j].Excludes {
			if chosen[q] {
				return errors.New("cover: an excluded column is chosen")
			}
		}
	}
	for i, r := range p.Rows {
		_, unmet := slices.BinarySearch(s.Unmet, i)
		if short := gives(r, chosen) < r.Need; short && !unmet {
			return errors.New("cover: a row is short and not listed as unmet")
		} else if !short && unmet {
			return errors.New("cover: a row is listed as unmet and is met")
		}
	}
	switch {
	case cost != s.Cost:
		return errors.New("cover: the cost is not the sum of the costs")
	case s.Bound < 0 || s.Bound > s.Cost:
		return errors.New("cover: the bound is not between zero and the cost")
	case s.Proven && s.Bound != s.Cost:
		return errors.New("cover: proven, but the bound is below the cost")
	case s.Canonical && !s.Proven:
		return errors.New("cover: canonical, but not proven")
	case s.Canonical && spare(p, s, chosen):
		return errors.New("cover: canonical, but a chosen column could be left out")
	case s.Nodes < 0:
		return errors.New("cover: a negative number of nodes")
	case s.Others < 0 || s.Others > p.Others:
		return errors.New("cover: others is not between zero and the number to count")
	case !s.Canonical && (s.Others > 0 || s.Counted) || p.Others == 0 && s.Counted:
		return errors.New("cover: others counted where none can be")
	}
	return nil
}

// checkLists checks that both lists are there, ascending, without repeats and in range.
func checkLists(p Problem, s Solution) error {
	rising := func(list []int, n int) bool {
		for i, j := range list {
			if j < 0 || j >= n || i > 0 && list[i-1] >= j {
				return false
			}
		}
		return list != nil
	}
	if !rising(s.Chosen, len(p.Columns)) {
		return errors.New("cover: chosen is not an ascending list of columns")
	}
	if !rising(s.Unmet, len(p.Rows)) {
		return errors.New("cover: unmet is not an ascending list of rows")
	}
	return nil
}

// gives is what the chosen columns give to a row.
func gives(r Row, chosen map[int]bool) int64 {
	var sum int64
	best := map[int]int64{}
	for _, e := range r.Entries {
		if !chosen[e.Column] {
			continue
		}
		if e.Group == 0 {
			sum += e.Points
			continue
		}
		if e.Points > best[e.Group] {
			sum += e.Points - best[e.Group]
			best[e.Group] = e.Points
		}
	}
	return sum
}

// spare says whether some chosen column is required by no other and gives no row anything it depends on.
func spare(p Problem, s Solution, chosen map[int]bool) bool {
	for _, j := range s.Chosen {
		needed := false
		for _, q := range s.Chosen {
			needed = needed || q != j && slices.Contains(p.Columns[q].Requires, j)
		}
		for _, r := range p.Rows {
			if needed {
				break
			}
			before := min(r.Need, gives(r, chosen))
			delete(chosen, j)
			needed = gives(r, chosen) < before
			chosen[j] = true
		}
		if !needed {
			return true
		}
	}
	return false
}
