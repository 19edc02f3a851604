package rapport_test

import (
	"math"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rapport-go/rapport"
)

var cet = time.FixedZone("", 60*60)

func moment(text string) time.Time {
	at, err := time.ParseInLocation("2006-01-02 15:04", text, cet)
	if err != nil {
		panic(err)
	}
	return at
}

func TestDate_CountsCalendarDays(t *testing.T) {
	d := rapport.MustDate("2028-02-28")
	assert.Equal(t, "2028-02-29", d.AddDays(1).String())
	assert.Equal(t, "2028-03-01", d.AddDays(2).String())
	assert.Equal(t, 366, d.DaysUntil(rapport.MustDate("2029-02-28")))
	assert.Equal(t, -1, d.DaysUntil(rapport.MustDate("2028-02-27")))
	assert.Equal(t, rapport.DayMon, rapport.DayOf(d))
	assert.Negative(t, d.Compare(d.AddDays(1)))
	assert.Equal(t, d, rapport.DateOf(d.Start(cet)))
	first := rapport.MustDate("0001-01-01")
	assert.False(t, first.IsZero())
	assert.Equal(t, "0001-01-02", first.AddDays(1).String())
	assert.Equal(t, first, rapport.MustDate("0001-01-02").AddDays(-1))
	for _, n := range []int{math.MaxInt, math.MinInt, 9999 * 366} {
		assert.True(t, d.AddDays(n).IsZero(), "a day beyond the range is no day")
	}
}

func TestDate_ZeroIsNoDay(t *testing.T) {
	var d rapport.Date
	assert.True(t, d.IsZero())
	assert.Equal(t, "no date", d.String())
	assert.True(t, d.AddDays(3).IsZero())
	assert.Zero(t, d.DaysUntil(rapport.MustDate("2027-01-01")))
	assert.True(t, d.Start(time.UTC).IsZero())
	assert.Equal(t, rapport.DayUnknown, rapport.DayOf(d))
	assert.True(t, rapport.DateOf(time.Time{}).IsZero())
	assert.True(t, rapport.MustDate("9999-12-31").AddDays(1).IsZero(), "a day beyond the range is no day")
}

func TestDateAndClock_AreReadStrictly(t *testing.T) {
	for _, wrong := range []string{"", "2027-2-3", "2027-02-30", "0000-01-01", "27-02-03", "2027-02-03T00:00:00Z"} {
		_, err := rapport.ParseDate(wrong)
		assert.Error(t, err, "%q is refused", wrong)
	}
	for _, wrong := range []string{"", "6:30", "24:00", "06:60", "06:30:00", "noon"} {
		var c rapport.Clock
		assert.Error(t, c.UnmarshalText([]byte(wrong)), "%q is refused", wrong)
	}
	assert.Panics(t, func() { rapport.MustDate("tomorrow") })
	assert.Panics(t, func() { rapport.MustClock("late") })
}

func TestClock_MidnightIsNotZero(t *testing.T) {
	midnight, ok := rapport.ClockAt(0, 0)
	require.True(t, ok)
	assert.False(t, midnight.IsZero())
	assert.Equal(t, "00:00", midnight.String())
	assert.Equal(t, "no time", rapport.Clock{}.String())
	for _, wrong := range [][2]int{{24, 0}, {-1, 0}, {0, 60}, {0, -1}} {
		_, ok := rapport.ClockAt(wrong[0], wrong[1])
		assert.False(t, ok)
	}
	assert.Equal(t, moment("2027-02-22 06:30"), rapport.MustClock("06:30").On(rapport.MustDate("2027-02-22"), cet))
	assert.True(t, rapport.Clock{}.On(rapport.MustDate("2027-02-22"), cet).IsZero())
}

func TestHours_WindowsCrossMidnightAndKeepToTheirDays(t *testing.T) {
	night := rapport.Hours{Days: []rapport.Day{rapport.DayFri}, From: rapport.MustClock("22:00"), To: rapport.MustClock("06:00")}
	tests := []struct {
		name   string
		moment string
		in     bool
	}{
		{"Friday evening lies in it", "2027-02-26 23:00", true},
		{"Saturday before six lies in it, for it began on Friday", "2027-02-27 05:59", true},
		{"its end does not lie in it", "2027-02-27 06:00", false},
		{"Saturday evening does not", "2027-02-27 23:00", false},
		{"Friday before its beginning does not", "2027-02-26 21:59", false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) { assert.Equal(t, tt.in, night.Contains(moment(tt.moment))) })
	}
	assert.False(t, rapport.Hours{}.Contains(moment("2027-02-26 23:00")), "no window contains nothing")
}

func TestHours_BetweenListsWholeWindowsInOrder(t *testing.T) {
	daily := rapport.Hours{From: rapport.MustClock("19:00"), To: rapport.MustClock("00:00")}
	spans := daily.Between(moment("2027-02-22 20:00"), moment("2027-02-24 19:00"))
	require.Len(t, spans, 2)
	assert.Equal(t, rapport.Span{From: moment("2027-02-22 19:00"), To: moment("2027-02-23 00:00")}, spans[0])
	assert.Equal(t, moment("2027-02-23 19:00"), spans[1].From)
	whole := rapport.Hours{From: rapport.MustClock("00:00"), To: rapport.MustClock("00:00")}
	assert.True(t, whole.Contains(moment("2027-02-22 13:00")), "equal times mean the whole day")
	assert.Empty(t, daily.Between(moment("2027-02-24 19:00"), moment("2027-02-22 20:00")), "a reversed stretch has no windows")
	assert.LessOrEqual(t, len(daily.Between(moment("2000-01-01 00:00"), moment("9999-01-01 00:00"))), 3700)
}

func TestHours_ProblemsAreAllNamed(t *testing.T) {
	err := rapport.Hours{Days: []rapport.Day{rapport.DayMon, rapport.DayUnknown}}.Validate()
	var places []rapport.Pointer
	for _, p := range rapport.Problems(err) {
		places = append(places, p.Pointer)
	}
	assert.Equal(t, []rapport.Pointer{"/days/1", "/from", "/to"}, places)
	assert.True(t, rapport.Hours{}.IsZero())
}

func TestSpan_OpenEndHoldsForEver(t *testing.T) {
	open := rapport.Span{From: moment("2027-02-22 18:00")}
	assert.True(t, open.Contains(moment("2099-01-01 00:00")))
	assert.False(t, open.Contains(moment("2027-02-22 17:59")))
	closed := rapport.Span{From: moment("2027-02-22 10:00"), To: moment("2027-02-22 18:00")}
	assert.False(t, closed.Overlaps(open), "spans that only touch do not overlap")
	assert.True(t, closed.Overlaps(rapport.Span{From: moment("2027-02-22 17:00"), To: moment("2027-02-22 19:00")}))
}

func TestTimesOfDayAreCountedAndOrdered(t *testing.T) {
	for text, want := range map[string]int{"00:00": 0, "06:30": 390, "23:59": 1439} {
		got, given := rapport.MustClock(text).Minutes()
		assert.True(t, given)
		assert.Equal(t, want, got)
	}
	_, given := rapport.Clock{}.Minutes()
	assert.False(t, given)
	assert.Negative(t, rapport.Clock{}.Compare(rapport.MustClock("00:00")), "none stands first")
	assert.Negative(t, rapport.MustClock("06:30").Compare(rapport.MustClock("06:31")))
	assert.Zero(t, rapport.MustClock("06:30").Compare(rapport.MustClock("06:30")))
}
