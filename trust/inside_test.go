package trust

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/rapport-go/rapport"
)

// within holds a number in millionths against a published one with so many decimals.
func within(t *testing.T, want float64, got micro, decimals int) {
	t.Helper()
	half := 0.5
	for range decimals {
		half /= 10
	}
	assert.InDelta(t, want, got.float(), half+1e-9)
}

func TestOpinionsFollowSubjectiveLogic(t *testing.T) {
	// Jøsang 2016: belief r/(W+r+s), disbelief s/(W+r+s), uncertainty W/(W+r+s), W = 2.
	for _, c := range []struct {
		name       string
		r, s       micro
		b, d, u, p float64
	}{
		{"seven for, one against", 7, 1, .7, .1, .2, .8},
		{"nothing", 0, 0, 0, 0, 1, .5},
		{"ten for", 10, 0, .833333, 0, .166667, .916667},
		{"three against", 0, 3, 0, .6, .4, .2},
	} {
		t.Run(c.name, func(t *testing.T) {
			o := opinionOf(c.r*one, c.s*one, faith)
			within(t, c.b, o.b, 5)
			within(t, c.d, o.d, 5)
			within(t, c.u, o.u, 5)
			within(t, c.p, o.p, 5)
			assert.Equal(t, one, o.b+o.d+o.u)
		})
	}
}

func TestForgottenEvidenceKeepsItsExpectation(t *testing.T) {
	// Sum form with 0.9 a step and outcomes 1, 1, 1, 0, 1: the evidence ages, the prior does not (after
	// Jøsang and Ismail 2002).
	for _, c := range []struct{ r, s, want float64 }{
		{1, 0, .666667}, {1.9, 0, .743590}, {2.71, 0, .787686}, {2.439, 1, .632285}, {3.1951, .9, .688274},
	} {
		within(t, c.want, opinionOf(micro(c.r*1e6), micro(c.s*1e6), faith).p, 5)
	}
}

func TestCumulativeSumsAreThoseOfTheTextbook(t *testing.T) {
	// Tabular CUSUM, mean 99, allowance 1, no alarm at 10 (after Montgomery).
	var values []micro
	for _, x := range []float64{102.0, 94.8, 98.3, 98.4, 102.0, 98.5, 99.0, 97.7, 100.0, 98.1, 101.3, 98.7, 101.1, 98.4, 97.0, 96.7, 100.3, 101.4, 97.2, 101.0} {
		values = append(values, micro(x*1e6+0.5))
	}
	up, down := cusum(values, 99*one, one)
	for i, want := range []float64{2.0, 0, 0, 0, 2.0, .5, 0, 0, 0, 0, 1.3, 0, 1.1, 0, 0, 0, .3, 1.7, 0, 1.0} {
		within(t, want, up[i], 1)
	}
	for i, want := range []float64{0, 3.2, 2.9, 2.5, 0, 0, 0, .3, 0, 0, 0, 0, 0, 0, 1.0, 2.3, 0, 0, .8, 0} {
		within(t, want, down[i], 1)
	}
}

func TestAgingHalvesAndNeverGrows(t *testing.T) {
	assert.Equal(t, uint64(unit), kept(0))
	for halves := range 40 {
		assert.Equal(t, uint64(unit)>>halves, kept(halves*halfLifeSteps), "%d half-lives", halves)
	}
	for steps := range 3 * halfLifeSteps {
		assert.Less(t, kept(steps+1), kept(steps), "%d steps", steps)
	}
	assert.InDelta(t, 0.7071067811865476, float64(kept(halfLifeSteps/2))/unit, 1e-9)
	assert.Zero(t, kept(1<<30))
	for _, days := range halfLives {
		for _, memory := range []int{50, 100} {
			assert.Zero(t, halfLifeSteps*100%(days*memory), "%d days divide the table", days)
		}
	}
}

func TestArithmeticIsHeldInItsRange(t *testing.T) {
	assert.Equal(t, maxMicro, maxMicro.by(maxMicro, 1))
	assert.Zero(t, one.by(one, 0))
	assert.Equal(t, micro(2)*one, (4*one).by(one/2, one))
	assert.Equal(t, micro(3), sqrt(15))
	assert.Equal(t, micro(4), sqrt(16))
	assert.Zero(t, sqrt(-1))
	assert.Less(t, saturated(maxMicro, 2*one), 2*one+1)
}

func TestDaysAreCountedBackwardsToo(t *testing.T) {
	for _, text := range []string{"0001-01-02", "1969-12-31", "1970-01-01", "2026-01-05", "9999-12-31"} {
		d := rapport.MustDate(text)
		assert.Equal(t, d, dateOf(dayOf(d)))
	}
	for day := -400; day < 400; day++ {
		end := periodEnd(day)
		assert.True(t, isPeriodEnd(end) && end >= day && end < day+period, "%d", day)
		last := lastPeriodEnd(day)
		assert.True(t, isPeriodEnd(last) && last <= day && last > day-period, "%d", day)
	}
}

func TestStepsOfTimePerSeverityGetShorter(t *testing.T) {
	at := map[rapport.Level]timesEntry{}
	for _, e := range standardTimes {
		at[e.ID] = e
	}
	for _, level := range []rapport.Level{rapport.LevelLow, rapport.LevelModerate, rapport.LevelHigh} {
		low, high := at[level], at[level.Raised(1)]
		assert.True(t, high.Acknowledge <= low.Acknowledge && high.Answer <= low.Answer && high.Act <= low.Act && high.Ask <= low.Ask, "%s", level)
	}
}
