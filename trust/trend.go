package trust

import (
	"cmp"
	"math/bits"
	"slices"

	"github.com/rapport-go/rapport"
)

// The bars that a change has to pass. That for bad news is lower on purpose: slow gain, fast loss. House
// judgement.
const (
	fallsBy       = one * 5 / 100
	risesBy       = one * 6 / 100
	doubtGrowsBy  = one * 3 / 100
	risesSignals  = 4
	trendFrom     = 30 // no word on the trend before
	shortLook     = 30
	longLook      = 90
	windowOutside = 30
)

// trend compares the value with that of 30 days ago, then of 90.
func (c *conclusion) trend() {
	s := c.standing
	c.alarm()
	if s.State == StateUnknown || c.day-c.since < trendFrom {
		c.because(CodeTrendEarly, "", 0)
		return
	}
	for _, look := range []int{shortLook, longLook} {
		then := c.on(c.day - look)
		if c.day-look-c.since < youngDays {
			break
		}
		trend := c.compared(&then)
		if then.overall.u > unknownFrom && (trend == TrendSteady || trend == TrendRising) {
			break // what was not known then cannot have risen, and is no measure for steady
		}
		if s.Trend == TrendUnknown || trend != TrendSteady {
			s.Trend, s.Change = trend, (c.moment.value - then.value).float()
			s.Slowly = rapport.AnswerOf(look == longLook)
		}
		if s.Trend != TrendSteady {
			break
		}
	}
	switch s.Trend {
	case TrendFalling:
		c.because(CodeTrendFalling, "", -2)
	case TrendFading:
		c.because(CodeTrendFading, "", -2)
	case TrendRising:
		c.because(CodeTrendRising, "", 2)
	case TrendSteady:
		c.because(CodeTrendSteady, "", 1)
	case TrendUnknown:
		c.because(CodeTrendEarly, "", 0)
	}
}

// compared says what became of the value since an earlier moment, beyond the noise.
func (c *conclusion) compared(then *moment) Trend {
	m := c.moment
	change := m.value - then.value
	deviation := m.deviation()
	signals, against := int64(0), false
	for _, e := range c.between(then.day, c.day) {
		if e.kind.weighs() {
			signals += e.count
		}
		against = against || e.kind.Direction == DirectionLowers && e.amount > 0
	}
	switch {
	case change <= -max(fallsBy, deviation.by(6, 10)) && against:
		return TrendFalling
	case change <= -max(fallsBy, deviation.by(6, 10)):
		return TrendFading
	case !against && m.overall.u-then.overall.u >= doubtGrowsBy && change <= 0:
		return TrendFading
	case change >= max(risesBy, deviation) && signals >= risesSignals:
		return TrendRising
	}
	return TrendSteady
}

// sqrt returns the whole square root of a number that is not negative; of millionths of millionths it is
// in millionths.
func sqrt(n micro) micro {
	if n <= 0 {
		return 0
	}
	root := micro(1) << ((bits.Len64(uint64(n)) + 1) / 2)
	for {
		next := (root + n/root) / 2
		if next >= root {
			return root
		}
		root = next
	}
}

// Mover is a kind of signal that moved the value.
type Mover struct {
	// Kind is the kind of signal.
	Kind Kind `json:"kind"`
	// Name is its name.
	Name string `json:"name"`
	// Count is how many of the last 30 days.
	Count int64 `json:"count"`
	// Share is what the value, unheld, would lose without them; negative for what lowered it.
	Share float64 `json:"share"`
}

// movers asks for each kind of the last 30 days how the value would stand without it.
func (c *conclusion) movers() {
	type moved struct {
		*KindEntry
		count  int64
		amount micro
		share  micro
	}
	var list []moved
	for _, e := range c.recent(shortLook) {
		if !e.kind.weighs() || e.amount == 0 {
			continue
		}
		ref := c.day
		if e.kind.Direction == DirectionLowers {
			ref = max(c.moment.contact, e.day)
		}
		i := slices.IndexFunc(list, func(m moved) bool { return m.KindEntry == e.kind })
		if i < 0 {
			i, list = len(list), append(list, moved{KindEntry: e.kind})
		}
		list[i].count += e.count
		list[i].amount += e.amount.aged((ref - e.day) * stepsPerDay(e.kind.HalfLife, c.audience.Memory))
	}
	for i := range list {
		list[i].share = c.moment.overall.p - c.without(list[i].KindEntry, list[i].amount)
	}
	list = slices.DeleteFunc(list, func(m moved) bool { return m.share == 0 })
	slices.SortFunc(list, func(a, b moved) int {
		return cmp.Or(cmp.Compare(max(b.share, -b.share), max(a.share, -a.share)), cmp.Compare(a.ID, b.ID))
	})
	c.standing.Movers = make([]Mover, len(list))
	for i, m := range list {
		c.standing.Movers[i] = Mover{Kind: m.ID, Name: m.EN.Name, Count: m.count, Share: m.share.float()}
		if i < 5 {
			code, weight := CodeMovedUp, int8(1)
			if m.share < 0 {
				code, weight = CodeMovedDown, -1
			}
			c.because(code, rapport.Path("/movers").Element(string(m.ID)), weight, m.EN.Name, decimal(m.count))
		}
	}
}

// without returns the value, unheld, without an amount of a kind.
func (c *conclusion) without(entry *KindEntry, amount micro) micro {
	m := *c.moment
	slot := c.slots[keyOf(entry)] - 1
	left := slices.Clone(m.left)
	left[slot] = max(left[slot]-amount, 0)
	m.r, m.s = c.byDimension(left)
	return c.whole(&m).p
}
