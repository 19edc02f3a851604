package cover

import (
	"errors"
	"fmt"
)

// validate reports every fault of a problem by its place.
func validate(p Problem) error {
	var faults []error
	fault := func(format string, args ...any) { faults = append(faults, fmt.Errorf("cover: "+format, args...)) }
	if len(p.Columns) > MaxColumns {
		fault("more than %d columns", MaxColumns)
	}
	if len(p.Rows) > MaxRows {
		fault("more than %d rows", MaxRows)
	}
	if p.Nodes < 0 {
		fault("nodes: negative")
	}
	if p.Others < 0 || p.Others > MaxNumber {
		fault("others: out of range")
	}
	index := func(j int) bool { return j >= 0 && j < len(p.Columns) }
	linked, entries := 0, 0
	for j, c := range p.Columns {
		if c.Cost < 0 || c.Cost > MaxNumber {
			fault("columns[%d].cost: out of range", j)
		}
		linked += len(c.Requires) + len(c.Excludes)
		for k, q := range c.Requires {
			if !index(q) {
				fault("columns[%d].requires[%d]: no such column", j, k)
			}
		}
		for k, q := range c.Excludes {
			if !index(q) {
				fault("columns[%d].excludes[%d]: no such column", j, k)
			}
		}
	}
	for i, r := range p.Rows {
		if r.Need < -MaxNumber || r.Need > MaxNumber {
			fault("rows[%d].need: out of range", i)
		}
		entries += len(r.Entries)
		for k, e := range r.Entries {
			if !index(e.Column) {
				fault("rows[%d].entries[%d].column: no such column", i, k)
			}
			if e.Points < 0 || e.Points > MaxNumber {
				fault("rows[%d].entries[%d].points: out of range", i, k)
			}
			if e.Group < 0 || e.Group > MaxNumber {
				fault("rows[%d].entries[%d].group: out of range", i, k)
			}
		}
	}
	if entries > MaxEntries || linked > MaxEntries {
		fault("more than %d entries or links", MaxEntries)
	}
	return errors.Join(faults...)
}
