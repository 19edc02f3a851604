package plan

import (
	"cmp"
	"slices"
	"time"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
	"github.com/rapport-go/rapport/privacy"
)

// cell is one activity of one person, one post of one site, or the everyday life that nobody listed.
type cell struct {
	subject    *subject
	activity   client.Activity
	implied    bool // nobody listed it
	arrival    bool // the kerb and the door of a listed activity
	setting    client.Setting
	at         rapport.Pointer
	bites      []*bite
	discretion privacy.Discretion
	near       rungs
	place      rungs
}

// id is the activity's ID; empty for everyday life.
func (x *cell) id() rapport.ID {
	if x.implied {
		return ""
	}
	return x.activity.ID
}

// name is the activity's own name among those of its subject: its kerb has the same.
func (x *cell) name() string {
	if x.implied {
		return x.key()
	}
	return string(x.activity.ID)
}

// key tells cells of one subject apart, the implied ones too.
func (x *cell) key() string {
	switch {
	case x.implied:
		return "~" + string(x.setting)
	case x.arrival:
		return string(x.activity.ID) + "\x00" + string(x.setting)
	}
	return string(x.activity.ID)
}

// placeName is how the place is called.
func (c *composition) placeName(setting client.Setting) string {
	entry, _ := c.client.Setting(setting)
	return entry.EN.Name
}

// uses counts how often the activity happens in a week.
func (x *cell) uses() int {
	count := 0
	for _, h := range x.activity.Weekly {
		if count += len(h.Days); len(h.Days) == 0 {
			count += 7
		}
	}
	if x.implied {
		return 7
	}
	return max(count, 1)
}

// onNamedDays says whether the activity happens on a day of its own or on so few that they can be named.
func (x *cell) onNamedDays() bool {
	const few = 2
	return x.once() || len(x.activity.Weekly) > 0 && x.uses() <= few
}

// feltAt is the setting that feelings and wishes are asked about: of a kerb that of what is done inside.
func (c *composition) feltAt(x *cell) client.Setting {
	if x.arrival {
		return c.client.SettingOf(x.activity)
	}
	return x.setting
}

// once says whether the activity is a dated event: there is no pattern in it that could be changed.
func (x *cell) once() bool { return len(x.activity.Weekly) == 0 && !x.activity.On.From.IsZero() }

// lets says whether one of the things that a measure varies may be varied: nothing of what has to stay as it
// is; of the rest what the person is ready to vary, and anything where nobody has asked.
func (x *cell) lets(varies []client.Lever) bool {
	if len(varies) == 0 {
		return true
	}
	if x.activity.Stays == rapport.AnswerYes {
		return false
	}
	return len(x.activity.Levers) == 0 || slices.ContainsFunc(varies, func(l client.Lever) bool { return slices.Contains(x.activity.Levers, l) })
}

// hours counts how long the activity lasts in a week, rounded up; 0 where nobody has said.
func (x *cell) hours() int {
	total := x.activity.On.To.Sub(x.activity.On.From)
	if x.activity.On.From.IsZero() || x.activity.On.To.IsZero() {
		total = 0
	}
	monday := time.Date(2024, time.January, 1, 0, 0, 0, 0, time.UTC)
	for _, span := range (client.Activity{Weekly: x.activity.Weekly}).Between(monday, monday.AddDate(0, 0, 7)) {
		total += span.To.Sub(span.From)
	}
	return int((total + time.Hour - 1) / time.Hour)
}

// rungs is where a cell stands on a ladder: the first choice, and what is more visible inside the bounds.
type rungs struct {
	up   []rapport.Visibility
	step int
}

func newRungs(l privacy.Ladder) rungs {
	if len(l.Order) == 0 { // the bounds contradict each other: the stricter one holds
		return rungs{up: []rapport.Visibility{slices.MinFunc([]rapport.Visibility{l.Lower, l.Upper}, rapport.Visibility.Compare)}}
	}
	up := []rapport.Visibility{}
	for _, v := range l.Order {
		if !above(l.Order[0], v) {
			up = append(up, v)
		}
	}
	slices.SortFunc(up, rapport.Visibility.Compare)
	return rungs{up: up}
}

// below leaves out the rungs above a bound; where none is left, the bound is the only one.
func (r rungs) below(upper rapport.Visibility) rungs {
	r.up = keepEach(r.up, func(v rapport.Visibility) bool { return !above(v, upper) })
	if len(r.up) == 0 {
		r.up = []rapport.Visibility{upper}
	}
	return r
}

// above says whether a is more visible than b; nothing is where one of them is unknown.
func above(a, b rapport.Visibility) bool { return b.AtLeast(a) == rapport.AnswerNo }

func (r rungs) now() rapport.Visibility   { return r.up[r.step] }
func (r rungs) upper() rapport.Visibility { return r.up[len(r.up)-1] }

// bite is a threat at an activity.
type bite struct {
	cell   *cell
	threat *threat
	level  rapport.Level
	asks   rapport.Level // the level that demands are made for
	known  bool          // the source has been here, or a message named the place
	hour   bool          // the source has met this routine more than once, and so knows its hour
}

// handsOn says whether harm needs somebody or something at the place, and there is a place.
func (c *composition) handsOn(b *bite) bool {
	return b.threat.entry.HandsOn && !c.client.Lies(b.cell.setting, client.SettingOnline)
}

// serious says whether the threat is planned for as high or severe here.
func (b *bite) serious() bool { return b.asks.AtLeast(rapport.LevelHigh) == rapport.AnswerYes }

// readBites finds what bites at each activity of a subject, and leaves out everyday life online where
// nothing does.
func (c *composition) readBites(s *subject) {
	for _, x := range s.cells {
		for _, t := range c.threats {
			if b, bites := c.bite(x, t); bites {
				x.bites = append(x.bites, b)
			}
		}
	}
	s.cells = slices.DeleteFunc(s.cells, func(x *cell) bool {
		return (x.arrival || x.implied && x.setting == client.SettingOnline) && len(x.bites) == 0
	})
	slices.SortFunc(s.cells, func(x, y *cell) int { return cmp.Compare(x.key(), y.key()) })
}

func (c *composition) bite(x *cell, t *threat) (*bite, bool) {
	if !c.aimed(t, x.subject) {
		return nil, false
	}
	listed := !x.implied && !x.arrival
	here := slices.ContainsFunc(t.picture.Settings, func(s client.Setting) bool { return c.samePlace(x.setting, s) }) ||
		listed && slices.Contains(t.picture.Activities, x.activity.ID)
	b := &bite{cell: x, threat: t, level: c.client.LevelAt(t.picture, x.setting)}
	for _, place := range t.picture.Places {
		if listed && place.Activity != "" && place.Activity == x.id() || c.samePlace(x.setting, place.Setting) {
			here, b.known, b.level = true, true, b.level.Higher(place.Level)
			b.hour = b.hour || listed && place.Activity == x.id() && place.Times > 1 && len(x.activity.Weekly) > 0
		}
	}
	b.asks = b.level
	return b, here && b.level != rapport.LevelNone
}

// aimed says whether a threat is aimed at a subject: by name, or at everybody whom its kind concerns.
func (c *composition) aimed(t *threat, s *subject) bool {
	if len(t.Aimed) > 0 {
		return slices.Contains(t.Aimed, s.id)
	}
	return t.entry.Protects == client.ProtectsBoth || s.site == (t.entry.Protects == client.ProtectsPlace)
}

// samePlace says whether one of two settings lies in the other, as a lobby lies in a home.
func (c *composition) samePlace(a, b client.Setting) bool {
	return a != "" && b != "" && (c.client.Lies(a, b) || c.client.Lies(b, a))
}

// holds says whether a condition is asserted or follows from the brief, for a threat at an activity; the
// threat may be nil. What is neither is taken as absent.
func (c *composition) holds(word Condition, x *cell, t *threat) bool {
	asserted := slices.ContainsFunc(c.brief.Facts, func(f Fact) bool {
		return f.Condition == word && (f.Person == "" || f.Person == x.subject.id) && (f.Activity == "" || f.Activity == x.id())
	})
	if asserted {
		return true
	}
	switch word {
	case ConditionMinor:
		return x.subject.profile.Minor == rapport.AnswerYes
	case ConditionAdultOrTeenager:
		return x.subject.profile.Minor == rapport.AnswerNo || x.subject.profile.Heard == rapport.AnswerYes
	case ConditionAbroad:
		return c.client.Lies(x.setting, client.SettingAbroad)
	case ConditionSiteAgrees:
		return x.subject.site
	case ConditionContactMade:
		return t != nil && slices.ContainsFunc(t.Contacts, func(k client.Contact) bool { return !k.At.After(c.at) })
	case ConditionPublicInterest:
		return x.activity.Media == rapport.AnswerYes || t != nil && t.Kind == client.ThreatMediaIntrusion
	case ConditionWishesContact:
		return slices.ContainsFunc(x.subject.profile.Wishes, func(w client.Wish) bool { return w.Kind == client.WishFansGreeted })
	case ConditionPeopleInPlan:
		return true // held by what the column requires
	}
	return false
}
