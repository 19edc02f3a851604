package trust

import (
	"slices"
)

// pool is evidence that ages and saturates together.
type pool struct {
	dimension Dimension
	steps     int
	ceiling   micro
	negative  bool
	task      bool
}

// poolKeys is one more than the largest key of a pool.
const poolKeys = 8 * 5 * 8

// row is an amount of evidence in a pool on a day.
type row struct {
	day    int
	slot   uint16
	amount micro
}

// row adds an amount of evidence of a kind.
func (v *view) row(day int, entry *KindEntry, amount micro) {
	if entry.weighs() && amount > 0 {
		v.put(day, keyOf(entry), amount, pool{
			dimension: entry.Dimension, steps: stepsPerDay(entry.HalfLife, v.audience.Memory), ceiling: micro(entry.Ceiling) * (one / 100),
			negative: entry.Direction == DirectionLowers, task: entry.has(MarkTask),
		})
	}
}

// keyOf returns the key of the pool in which signals of a kind age and saturate: one for each dimension,
// half-life, ceiling, and whether it is a duty done.
func keyOf(e *KindEntry) int {
	class := slices.Index([]int{0, 60, 200, 400}, e.Ceiling)
	if class > 0 && e.has(MarkTask) {
		class += 4
	}
	return (int(e.Dimension)*len(halfLives)+slices.Index(halfLives[:], e.HalfLife))*8 + class
}

// halfLives are the half-lives of kinds, in days.
var halfLives = [...]int{30, 60, 120, 240, 540}

// bystanders is what a friendly manner towards others can add up to with those who see it: half a minor
// signal. A heuristic.
const bystanders micro = 75_000

// spread adds what bystanders see of a friendly manner towards others: half of it, of the days that are
// told apart.
func (v *view) spread(day int, entry *KindEntry, amount micro) {
	if entry.has(MarkSpreads) && entry.Direction == DirectionRaises && day > v.day-KeepDays && slices.Contains(entry.Audiences, v.audience.ID) {
		v.put(day, keyOf(entry)&^7|4, amount/2, pool{dimension: entry.Dimension, steps: stepsPerDay(entry.HalfLife, v.audience.Memory), ceiling: bystanders})
	}
}

// put adds an amount to a pool, which is made where it is missing.
func (v *view) put(day, key int, amount micro, p pool) {
	if v.slots[key] == 0 {
		v.pools = append(v.pools, p)
		v.slots[key] = uint16(len(v.pools))
	}
	v.rows = append(v.rows, row{day, v.slots[key] - 1, amount})
}

// strength returns what one signal of a kind counts from a source.
func strength(e *KindEntry, source Source) micro {
	return micro(e.Weight.hundredths()) * micro(e.Grade.hundredths(source)) * (one / 10_000)
}
