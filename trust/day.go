package trust

import (
	"time"

	"github.com/rapport-go/rapport"
)

// Days are counted in UTC since 1970, so that two devices in two zones count alike.

// period is how many days one balance of a folded past covers: a quarter of a year.
const period = 91

const secondsPerDay = 24 * 60 * 60

// dayOf returns the number of a day; that of the zero date is far before all others.
func dayOf(d rapport.Date) int { return dayAt(d.Start(time.UTC)) }

// dayAt returns the number of the UTC day of a moment.
func dayAt(moment time.Time) int {
	seconds := moment.Unix()
	day := seconds / secondsPerDay
	if seconds%secondsPerDay < 0 {
		day--
	}
	return int(day)
}

// dateOf returns the date of a day's number.
func dateOf(day int) rapport.Date {
	return rapport.DateOf(time.Unix(int64(day)*secondsPerDay, 0).UTC())
}

// periodEnd returns the last day of the period in which a day lies.
func periodEnd(day int) int { return day - floorMod(day) + period - 1 }

// lastPeriodEnd returns the last day of the last period that is over on a day.
func lastPeriodEnd(day int) int {
	if isPeriodEnd(day) {
		return day
	}
	return day - floorMod(day) - 1
}

func isPeriodEnd(day int) bool { return floorMod(day) == period-1 }

func floorMod(day int) int { return (day%period + period) % period }
