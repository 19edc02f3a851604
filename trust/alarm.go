package trust

import (
	"github.com/rapport-go/rapport"
)

// Alarm tells that the weekly signals have changed for good, before the value shows it. The zero value is
// no alarm.
type Alarm struct {
	// Direction is where they went: it raises or lowers; unknown where there is no alarm.
	Direction Direction `json:"direction,omitzero"`
	// Since is the first day of the week in which it began.
	Since rapport.Date `json:"since,omitzero"`
}

// The chart of cumulative sums (Page 1954; Montgomery): allowance half a deviation, alarm above five. How
// many weeks make the usual, and how many are watched, is house judgement.
const (
	watchedWeeks = 8
	usualWeeks   = 18
	leastWeeks   = 8
	deviationMin = 150_000 // one minor signal
	alarmAt      = 5
)

// alarm compares the last weeks with those before.
func (c *conclusion) alarm() {
	if c.since == never {
		return
	}
	weeks := min((c.day-c.since+1)/7, watchedWeeks+usualWeeks)
	if weeks < watchedWeeks+leastWeeks {
		return
	}
	net := make([]micro, weeks) // the oldest week first
	for _, e := range c.between(c.day-7*weeks, c.day) {
		week := weeks - 1 - (c.day-e.day)/7
		if e.kind.Direction == DirectionLowers {
			net[week] -= e.amount.by(micro(c.numbers.NegativeWeight), 100)
		} else {
			net[week] += e.amount
		}
	}
	usual, watched := net[:weeks-watchedWeeks], net[weeks-watchedWeeks:]
	mean, deviation := spreadOf(usual)
	deviation = max(deviation, deviationMin)
	up, down := cusum(watched, mean, deviation/2)
	last := len(watched) - 1
	switch {
	case down[last] > alarmAt*deviation:
		c.ring(DirectionLowers, down)
	case up[last] > alarmAt*deviation:
		c.ring(DirectionRaises, up)
	}
}

// ring gives the alarm, which began with the first week since the sum last stood at nothing.
func (c *conclusion) ring(direction Direction, sums []micro) {
	first := len(sums) - 1
	for first > 0 && sums[first-1] > 0 {
		first--
	}
	since := dateOf(c.day - 7*(len(sums)-first) + 1)
	c.standing.Alarm = Alarm{Direction: direction, Since: since}
	if direction == DirectionRaises {
		c.because(CodeChangedForBetter, "", 1, since.String())
	} else {
		c.because(CodeChangedForWorse, "", -1, since.String())
	}
}

// cusum returns the upper and lower cumulative sums of values around a mean.
func cusum(values []micro, mean, allowance micro) (up, down []micro) {
	var high, low micro
	for _, x := range values {
		high = max(0, high+x-(mean+allowance))
		low = max(0, low+(mean-allowance)-x)
		up, down = append(up, high), append(down, low)
	}
	return up, down
}

// spreadOf returns mean and deviation of values.
func spreadOf(values []micro) (mean, deviation micro) {
	n := micro(len(values))
	for _, x := range values {
		mean += x
	}
	mean /= n
	var squares micro
	for _, x := range values {
		d := min(max(x-mean, mean-x), 1000*one) // beyond a thousand points a week a deviation is large anyway
		squares += d * d / n
	}
	return mean, sqrt(squares)
}
