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
// falls apart, the parts are solved one by one. Selections of the same cost and size are searched on for the first one. Whether another
// selection costs the same is not reported.
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
	return g.least(start, settled, nodes), nil
}
