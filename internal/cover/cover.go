// Package cover chooses yes/no columns of least cost so that every row gets the points it needs. It is the
// exact solver behind the plan: floats steer the search, integers decide it.
//
// What is optimised. A selection is permitted when everything its columns require is chosen and nothing
// they exclude is. A row counts, of every group, the best chosen entry, and every chosen entry without a
// group. Among the permitted selections that meet every row, Solve returns the one of least cost; among those, the
// one with the fewest columns; among those, the one whose ascending list of columns comes first. So the
// answer does not depend on the order of rows and entries, nor on the machine.
//
// Rows that cannot be met. When no permitted selection meets every row, needs are lowered one row after the
// other, and what is optimised is the problem with the lowered needs. The rows stand in this order: higher
// priority first; in one priority, rows that can be met alone before those that cannot; then the larger
// need; then the entries, sorted by column, points and group, compared in turn. Each row in its turn keeps its need if
// some permitted selection meets it together with the rows before it, and otherwise gets the largest number of points
// that can be reached together with them. The rows whose need was lowered are listed as unmet; what they
// got is what the chosen columns give them.
//
// How. The rows are split into parts that nothing joins. Each part is searched by branch and bound over its
// linear relaxation, with tangents of the best-of-group rule and mixed-integer rounding cuts in exact
// integers; every bound is evaluated again in integers before anything is cut off. At every node that
// falls apart, the parts are solved one by one. Selections of the same cost and size are searched on for the first one.
//
// Others of the same cost. A selection is lean when nothing can be left out of it: whichever chosen column is
// dropped, together with every chosen column that requires it, however far, some row then gets less than its
// need, lowered or not. In other words, no permitted selection that meets the same rows is a proper part
// of it. The one returned is lean. On request, Solve counts the others: the permitted selections of the same
// cost, whatever their number of columns, that meet the rows with the same needs and are lean. So a
// column that costs nothing and that no row wants multiplies nothing. Two selections are two when some column is
// in one of them alone; it does not matter whether another column looks the same.
//
// Everything here is a pure function and safe for concurrent use.
package cover

// Limits of a problem; Solve returns an error beyond them.
const (
	// MaxColumns is the largest number of columns.
	MaxColumns = 1024
	// MaxRows is the largest number of rows.
	MaxRows = 4096
	// MaxEntries is the largest number of entries over all rows, and of requirements and exclusions together.
	MaxEntries = 1 << 18
	// MaxNumber is the largest cost, number of points, need (either sign) and group.
	MaxNumber = 1_000_000_000
	// DefaultNodes is the node budget when none is given.
	DefaultNodes = 10_000
)

// Column is a yes/no choice. The zero value costs nothing and stands alone.
type Column struct {
	// Cost is what choosing the column adds, 0 to MaxNumber.
	Cost int64
	// Requires lists columns that must be chosen too; cycles are all or none, order and repeats mean nothing.
	Requires []int
	// Excludes lists columns that must not be chosen too; one side suffices, order and repeats mean nothing.
	Excludes []int
}

// Entry is what a column gives to a row.
type Entry struct {
	// Column is the index of the column.
	Column int
	// Points are what it gives when chosen, 0 to MaxNumber.
	Points int64
	// Group, from 1 to MaxNumber, says that only the best chosen entry of this group in this row counts; 0 means
	// that the entry counts by itself.
	Group int
}

// Row is a demand. A need of zero or less is always met.
type Row struct {
	// Need is the number of points to reach, from -MaxNumber to MaxNumber.
	Need int64
	// Priority decides which rows keep their need when not all can: the higher first.
	Priority int
	// Entries lists what gives points, in any order; a column may stand more than once.
	Entries []Entry
}

// Problem is what Solve takes; it is not changed.
type Problem struct {
	// Columns are referred to by index.
	Columns []Column
	// Rows are the demands; their order means nothing.
	Rows []Row
	// Nodes is the largest number of search nodes over everything Solve does; 0 means DefaultNodes.
	Nodes int
	// Others is the largest number of other selections of the same cost to count, 0 to MaxNumber; 0 means that
	// none are counted. Counting comes after the answer and does not change it. It takes at most the nodes left over,
	// and at most as many as the answer took, a hundred, and ten for each selection to count.
	Others int
}

// Solution is what Solve returns; it shares no memory with the problem.
type Solution struct {
	// Chosen lists the chosen columns in ascending order; never nil.
	Chosen []int
	// Cost is the sum of their costs.
	Cost int64
	// Bound is a number below which no permitted selection costs that meets the rows not listed in Unmet and
	// gives those listed at least as much as this one.
	Bound int64
	// Proven says that Bound equals Cost and that Unmet is final: a longer search would find neither a cheaper
	// selection nor a row to give back its need.
	Proven bool
	// Canonical says that Proven holds and that the ties, too, are settled, so that the selection is the first one
	// under the rule of the package.
	Canonical bool
	// Nodes is the number of search nodes used.
	Nodes int
	// Others is how many others there are, as the package comment defines them: exactly so many when Counted holds,
	// otherwise at least so many. It is never above the number the problem asks to count.
	Others int
	// Counted says that Others is the exact number. It does not hold when none were to be counted, when there are more
	// than were to be counted, when Canonical does not hold, and when the nodes ran out before the count was complete.
	Counted bool
	// Unmet lists, in ascending order, the rows whose need was lowered; never nil.
	Unmet []int
}

// Solve returns the least selection as the package comment defines it. When the node budget runs out, it
// returns the best selection found and says so in Proven and Canonical; a selection always comes back. The
// error joins all faults of a malformed problem.
func Solve(p Problem) (Solution, error) {
	if err := validate(p); err != nil {
		return Solution{}, err
	}
	nodes := &budget{limit: p.Nodes}
	if p.Nodes == 0 {
		nodes.limit = DefaultNodes
	}
	g := newGround(p)
	start, settled := g.lower(nodes)
	s, chosen := g.least(start, settled, nodes)
	if p.Others > 0 && s.Canonical {
		share := int64(nodes.used) + 100 + 10*int64(p.Others)
		nodes.limit = nodes.used + int(min(share, int64(nodes.limit-nodes.used)))
		s.Others, s.Counted = g.others(chosen, p.Others, nodes)
	}
	s.Nodes = nodes.used
	return s, nil
}
