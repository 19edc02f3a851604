package trust

import (
	"strconv"

	"github.com/rapport-go/rapport"
)

// The borders of the states. House judgement.
const (
	unknownFrom = one / 2        // uncertainty above it says too little
	strongMost  = one * 25 / 100 // uncertainty above it is not strong
	nearBorder  = one * 3 / 100
	youngDays   = 14  // nothing is claimed before
	strongDays  = 120 // nobody calls a relationship strong in its first months
	voiceDays   = 120 // without a word of their own it is not strong
)

// state names the state and says why. The first that holds is the one.
func (c *conclusion) state() {
	s, m := c.standing, c.moment
	working, strong := micro(c.numbers.Working)*(one/100), micro(c.numbers.Strong)*(one/100)
	age := c.day - c.since
	give := func(state State, code rapport.Code, weight int8, args ...string) {
		s.State = state
		c.because(code, "", weight, args...)
	}
	switch {
	case m.breach != nil:
		give(StateBroken, CodeStateBroken, -3, m.breach.kind.EN.Name, dateOf(m.breach.day).String())
		return
	case c.since == never:
		give(StateUnknown, CodeStateNoSignals, -3)
		return
	case age < youngDays:
		give(StateUnknown, CodeStateYoung, -3, strconv.Itoa(age))
		return
	case c.days < enoughDays:
		give(StateUnknown, CodeStateFewDays, -3, strconv.Itoa(c.days))
		return
	case m.overall.u > unknownFrom:
		give(StateUnknown, CodeStateThin, -3)
		return
	case m.value < working:
		give(StateGuarded, CodeStateGuarded, -3)
	case m.value < strong:
		give(StateWorking, CodeStateWorking, 2)
	case m.overall.u > strongMost:
		give(StateWorking, CodeStateWorkingThin, 2)
	case age < strongDays:
		give(StateWorking, CodeStateWorkingYoung, 2, strconv.Itoa(age))
	case c.voiceAge() >= voiceDays:
		give(StateWorking, CodeStateWorkingUnheard, 2)
	default:
		give(StateStrong, CodeStateStrong, 3)
	}
	s.Near = c.near(working, strong)
	if s.Near != StateUnknown {
		c.because(CodeStateNear, "", 0, s.Near.String())
	}
}

// near returns the state across a border of the value that is close; strong only where nothing but the
// value keeps it away.
func (c *conclusion) near(working, strong micro) State {
	value := c.moment.value
	close := func(border micro) bool { return value >= border-nearBorder && value < border+nearBorder }
	ripe := c.moment.overall.u <= strongMost && c.day-c.since >= strongDays && c.voiceAge() < voiceDays
	switch {
	case close(working) && c.standing.State == StateGuarded:
		return StateWorking
	case close(working) && c.standing.State == StateWorking:
		return StateGuarded
	case close(strong) && c.standing.State == StateStrong:
		return StateWorking
	case close(strong) && c.standing.State == StateWorking && value < strong && ripe:
		return StateStrong
	}
	return StateUnknown
}

// voiceAge returns how many days ago the audience last said something of its own; as long as the
// relationship where it never did.
func (v *view) voiceAge() int {
	for i := len(v.events) - 1; i >= 0; i-- {
		if v.isVoice(&v.events[i]) {
			return v.day - v.events[i].day
		}
	}
	return v.day - v.since
}

// isVoice reports whether something comes from the audience itself: of the many who use a place, what they
// volunteer counts.
func (v *view) isVoice(e *event) bool {
	if e.source == SourceClient || e.kind.has(MarkVoice) {
		return true
	}
	crowd := v.audience.ID == rapport.AudienceStaff || v.audience.ID == rapport.AudiencePublic
	return crowd && (e.kind.has(MarkOpenness) || e.source == SourceThird || e.source == SourcePublic)
}
