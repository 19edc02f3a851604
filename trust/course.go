package trust

import (
	"strings"
	"time"

	"github.com/rapport-go/rapport"
)

// Course is how the value went, week by week, for a chart. It shows the relationship, never a person.
type Course struct {
	// Audience is whose trust it is.
	Audience rapport.Audience `json:"audience"`
	// Points are the ends of the weeks, the earliest first; the last is the moment asked about.
	Points []Point `json:"points"`
	// MadeWith lists the catalogues used.
	MadeWith []rapport.Edition `json:"made_with"`
}

// Point is the end of one week.
type Point struct {
	// On is the UTC day.
	On rapport.Date `json:"on"`
	// State is where trust was as far as value and doubt tell: unknown, broken, guarded, working or strong.
	State State `json:"state"`
	// Value is from 0 to 1.
	Value float64 `json:"value"`
	// Low is the value less its deviation, at least 0.
	Low float64 `json:"low"`
	// High is the value and its deviation, at most 1.
	High float64 `json:"high"`
}

// MaxWeeks is how many weeks a course may have.
const MaxWeeks = 52

// Course returns the last weeks, 1 to [MaxWeeks], up to a moment, which stands for its UTC day. Weeks
// before the first signal are left out.
func (t Tracker) Course(l Ledger, audience rapport.Audience, weeks int, at time.Time) (Course, error) {
	var f rapport.Faults
	inRange(&f, "/weeks", weeks >= 1 && weeks <= MaxWeeks)
	t.checkQuery(&f, &l, audience, at)
	if err := f.Err(); err != nil {
		return Course{}, err
	}
	v := t.look(&l, audience, at)
	c := Course{Audience: audience, Points: []Point{}, MadeWith: t.Editions()}
	for week := weeks - 1; week >= 0; week-- {
		if day := v.day - 7*week; v.since != never && day >= v.since {
			c.Points = append(c.Points, v.point(day))
		}
	}
	return c, nil
}

func (v *view) point(day int) Point {
	m := v.on(day)
	deviation := m.deviation()
	p := Point{On: dateOf(day), State: StateStrong, Value: m.value.float(), Low: max(m.value-deviation, 0).float(), High: min(m.value+deviation, one).float()}
	switch {
	case m.breach != nil:
		p.State = StateBroken
	case m.overall.u > unknownFrom || day-v.since < youngDays:
		p.State = StateUnknown
	case m.value < micro(v.numbers.Working)*(one/100):
		p.State = StateGuarded
	case m.value < micro(v.numbers.Strong)*(one/100) || m.overall.u > strongMost || day-v.since < strongDays:
		p.State = StateWorking
	}
	return p
}

// signs are how states look in a line of text, by the scale.
var signs = [...]string{"?", "x", ".", ":", "|"}

// Text returns the course as one line for a printed page, a sign a week: "?" too early to say, "." guarded,
// ":" working, "|" strong, "x" broken. Nothing in it depends on colour.
func (c Course) Text() string {
	var b strings.Builder
	for i, p := range c.Points {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(signs[p.State])
	}
	return b.String()
}
