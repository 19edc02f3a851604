package rapport

import (
	"cmp"
	"slices"
	"time"

	"github.com/rapport-go/rapport/internal/scale"
)

// Date is a calendar day without a time zone, from year 1 to 9999. Its text form is "2027-02-14". The
// zero value means no day.
type Date struct {
	year       int16
	month, day uint8
}

// DateOf returns the day on which a moment falls in the moment's own location. The zero moment, and one
// outside the years 1 to 9999, gives the zero Date.
func DateOf(moment time.Time) Date {
	if moment.IsZero() {
		return Date{}
	}
	return dayOf(moment)
}

// dayOf returns the day of a moment, also of the zero moment, within the years 1 to 9999.
func dayOf(moment time.Time) Date {
	y, m, d := moment.Date()
	if y < 1 || y > 9999 {
		return Date{}
	}
	return Date{int16(y), uint8(m), uint8(d)}
}

// ParseDate reads the text form.
func ParseDate(text string) (Date, error) {
	var d Date
	err := d.UnmarshalText([]byte(text))
	return d, err
}

// MustDate reads the text form and panics where it is malformed; for tests and constants.
func MustDate(text string) Date {
	d, err := ParseDate(text)
	if err != nil {
		panic("rapport: malformed date")
	}
	return d
}

// IsZero reports whether no day is given.
func (d Date) IsZero() bool { return d == Date{} }

// Compare orders days; the zero Date stands first.
func (d Date) Compare(other Date) int {
	return cmp.Or(cmp.Compare(d.year, other.year), cmp.Compare(d.month, other.month), cmp.Compare(d.day, other.day))
}

// Start returns the first moment of the day in a location. The zero Date gives the zero time.
func (d Date) Start(in *time.Location) time.Time {
	if d.IsZero() {
		return time.Time{}
	}
	return time.Date(int(d.year), time.Month(d.month), int(d.day), 0, 0, 0, 0, in)
}

// AddDays returns the day n days later (earlier for a negative n). The zero Date stays zero; a result
// outside the years 1 to 9999 is zero.
func (d Date) AddDays(n int) Date {
	const most = 9999 * 366 // no day of the range lies further from another
	if d.IsZero() || n > most || n < -most {
		return Date{}
	}
	return dayOf(time.Date(int(d.year), time.Month(d.month), int(d.day)+n, 0, 0, 0, 0, time.UTC))
}

// DaysUntil returns how many days other lies after d; negative where it lies before, 0 where one of the
// two is zero.
func (d Date) DaysUntil(other Date) int {
	if d.IsZero() || other.IsZero() {
		return 0
	}
	return int((other.Start(time.UTC).Unix() - d.Start(time.UTC).Unix()) / (24 * 60 * 60))
}

// String returns the text form, or "no date" for the zero Date.
func (d Date) String() string {
	if d.IsZero() {
		return "no date"
	}
	return d.Start(time.UTC).Format(time.DateOnly)
}

// MarshalText returns the text form; the zero Date gives an empty text.
func (d Date) MarshalText() ([]byte, error) {
	if d.IsZero() {
		return []byte{}, nil
	}
	return []byte(d.String()), nil
}

// UnmarshalText reads the text form strictly; a day that the calendar lacks is refused.
func (d *Date) UnmarshalText(text []byte) error {
	t, err := time.Parse(time.DateOnly, string(text))
	if err != nil || t.Year() < 1 {
		return &textError{"is not a day such as 2027-02-14"}
	}
	*d = dayOf(t)
	return nil
}

// Clock is a time of day to the minute. Its text form is "06:30". The zero value means none given;
// midnight is "00:00".
type Clock struct{ minute uint16 } // minutes since midnight plus one

// ClockAt returns the time of day, and false where hour (0 to 23) or minute (0 to 59) is out of range.
func ClockAt(hour, minute int) (Clock, bool) {
	if hour < 0 || hour > 23 || minute < 0 || minute > 59 {
		return Clock{}, false
	}
	return Clock{uint16(hour*60+minute) + 1}, true
}

// MustClock reads the text form and panics where it is malformed; for tests and constants.
func MustClock(text string) Clock {
	var c Clock
	if err := c.UnmarshalText([]byte(text)); err != nil {
		panic("rapport: malformed time of day")
	}
	return c
}

// IsZero reports whether no time of day is given.
func (c Clock) IsZero() bool { return c.minute == 0 }

// Minutes returns how many minutes after midnight it is, and false for the zero Clock.
func (c Clock) Minutes() (int, bool) { return max(int(c.minute), 1) - 1, !c.IsZero() }

// Compare orders times of day, earliest first; the zero Clock stands before all others.
func (c Clock) Compare(other Clock) int { return int(c.minute) - int(other.minute) }

// On returns the moment of this time of day on a day in a location; the zero Clock or Date gives the
// zero time. Where the clocks skip the hour, the moment after the gap is returned.
func (c Clock) On(d Date, in *time.Location) time.Time {
	if c.IsZero() || d.IsZero() {
		return time.Time{}
	}
	m := int(c.minute) - 1
	return time.Date(int(d.year), time.Month(d.month), int(d.day), m/60, m%60, 0, 0, in)
}

// String returns the text form, or "no time" for the zero Clock.
func (c Clock) String() string {
	if c.IsZero() {
		return "no time"
	}
	m := int(c.minute) - 1
	digit := func(n int) byte { return byte('0' + n) }
	return string([]byte{digit(m / 600), digit(m / 60 % 10), ':', digit(m % 60 / 10), digit(m % 10)})
}

// MarshalText returns the text form; the zero Clock gives an empty text.
func (c Clock) MarshalText() ([]byte, error) {
	if c.IsZero() {
		return []byte{}, nil
	}
	return []byte(c.String()), nil
}

// UnmarshalText reads the text form strictly, two digits each.
func (c *Clock) UnmarshalText(text []byte) error {
	t, err := time.Parse("15:04", string(text))
	if err != nil || len(text) != len("15:04") {
		return &textError{"is not a time of day such as 06:30"}
	}
	*c, _ = ClockAt(t.Hour(), t.Minute())
	return nil
}

// Day is a day of the week. The zero value is unknown.
type Day uint8

// The members of Day, in order.
const (
	// DayUnknown means no day is given.
	DayUnknown Day = iota
	// DayMon is Monday.
	DayMon
	// DayTue is Tuesday.
	DayTue
	// DayWed is Wednesday.
	DayWed
	// DayThu is Thursday.
	DayThu
	// DayFri is Friday.
	DayFri
	// DaySat is Saturday.
	DaySat
	// DaySun is Sunday.
	DaySun
)

var dayWords = []string{"unknown", "mon", "tue", "wed", "thu", "fri", "sat", "sun"}

// DayOf returns the day of the week of a calendar day; unknown for the zero Date.
func DayOf(d Date) Day {
	if d.IsZero() {
		return DayUnknown
	}
	return Day((int(d.Start(time.UTC).Weekday())+6)%7) + DayMon
}

// String returns the word; for a value that is no member, Day(n).
func (d Day) String() string { return scale.String("Day", dayWords, uint8(d)) }

// MarshalText returns the word, or an error for a value that is no member.
func (d Day) MarshalText() ([]byte, error) { return scale.Marshal("Day", dayWords, uint8(d)) }

// UnmarshalText accepts a word of the scale, letter for letter.
func (d *Day) UnmarshalText(text []byte) error {
	member, err := scale.Parse("Day", dayWords, text)
	if err == nil {
		*d = Day(member)
	}
	return err
}

// Span is a stretch of time from From up to, and without, To. A zero To is open.
type Span struct {
	// From is the first moment.
	From time.Time `json:"from,omitzero"`
	// To is the first moment after.
	To time.Time `json:"to,omitzero"`
}

// Contains reports whether a moment lies in the span.
func (s Span) Contains(moment time.Time) bool {
	return !moment.Before(s.From) && (s.To.IsZero() || moment.Before(s.To))
}

// Overlaps reports whether the two spans share a moment.
func (s Span) Overlaps(other Span) bool {
	return (s.To.IsZero() || other.From.Before(s.To)) && (other.To.IsZero() || s.From.Before(other.To))
}

// Hours is a weekly window, read in the location of the moment it is asked about. It may cross midnight:
// 22:00 to 06:00 on Friday ends on Saturday morning. Equal times mean the whole day. The zero value is
// no window.
type Hours struct {
	// Days are the days on which the window begins; none means every day.
	Days []Day `json:"days,omitzero"`
	// From is when the window begins.
	From Clock `json:"from"`
	// To is when it ends, the next day where it is not after From.
	To Clock `json:"to"`
}

// IsZero reports whether no window is given.
func (h Hours) IsZero() bool { return len(h.Days) == 0 && h.From.IsZero() && h.To.IsZero() }

// Validate reports times that are missing and days that are unknown.
func (h Hours) Validate() error {
	var f Faults
	if h.From.IsZero() {
		f.Coded("/from", floorCode(CodeRequired))
	}
	if h.To.IsZero() {
		f.Coded("/to", floorCode(CodeRequired))
	}
	for i, day := range h.Days {
		if day == DayUnknown || int(day) >= len(dayWords) {
			f.Coded(Pointer("/days").Index(i), floorCode(CodeOutOfRange))
		}
	}
	return f.Err()
}

// Contains reports whether a moment lies in one of the windows.
func (h Hours) Contains(moment time.Time) bool {
	return len(h.Between(moment, moment.Add(1))) > 0
}

// Between lists the windows that overlap [from, to), in order of time, in from's location and at their
// full length. Windows of more than 3,700 days are not listed: to is cut there.
func (h Hours) Between(from, to time.Time) []Span {
	if h.From.IsZero() || h.To.IsZero() || !from.Before(to) {
		return []Span{}
	}
	spans := []Span{}
	first, last := DateOf(from).AddDays(-1), DateOf(to.In(from.Location()))
	for n, day := 0, first; n < 3700 && !day.IsZero() && day.Compare(last) <= 0; n, day = n+1, day.AddDays(1) {
		if len(h.Days) > 0 && !slices.Contains(h.Days, DayOf(day)) {
			continue
		}
		end := day
		if h.To.minute <= h.From.minute {
			end = day.AddDays(1)
		}
		window := Span{h.From.On(day, from.Location()), h.To.On(end, from.Location())}
		if window.Overlaps(Span{from, to}) {
			spans = append(spans, window)
		}
	}
	return spans
}

// textError is the refusal of a text form. It never contains the text.
type textError struct{ text string }

// Error returns the sentence.
func (e *textError) Error() string { return e.text }

// SafeText returns the sentence.
func (e *textError) SafeText() string { return e.text }

// Code returns the tail of the stable code.
func (e *textError) Code() string { return "malformed-value" }
