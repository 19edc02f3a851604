package trust

import (
	"slices"
	"time"

	"github.com/rapport-go/rapport"
)

// never is a day before all others.
const never = -1 << 31

// audiences lists those whose trust is followed, in order.
var audiences = [...]rapport.Audience{
	rapport.AudienceClient, rapport.AudiencePrincipal, rapport.AudienceHousehold, rapport.AudienceStaff, rapport.AudiencePublic,
}

// view is what a ledger says of one audience up to a day, laid out for arithmetic.
type view struct {
	tracker  Tracker
	numbers  Numbers
	audience *audienceEntry
	at       time.Time
	day      int
	// since is the first day with a signal, never where there is none; days counts them up to enoughDays.
	since, days int
	pools       []pool
	slots       [poolKeys]uint16
	// rows are amounts of evidence, in no order.
	rows []row
	// contacts and meaningful are the days of contact, ascending.
	contacts, meaningful []int
	// events are what happened, in the order of their days, what is folded left out.
	events []event
	// breaches are failings that may hold trust down, in order.
	breaches []breach
	// later counts signals of all audiences after the day.
	later int64
	// dependent counts reports that were one with another.
	dependent int
}

// event is what happened on a day: signals counted together, or one kept singly.
type event struct {
	day    int
	kind   *KindEntry
	source Source
	count  int64
	amount micro
	// kept is the signal where it is kept singly. A further report of the same matter has count 0.
	kept *Signal
}

func audienceOf(a rapport.Audience) *audienceEntry {
	for i := range standardAudiences {
		if standardAudiences[i].ID == a {
			return &standardAudiences[i]
		}
	}
	return nil
}

// stepsPerDay returns how fast something ages; memory is in hundredths.
func stepsPerDay(halfLife, memory int) int { return halfLifeSteps * 100 / (halfLife * memory) }

// isContact reports whether signals of a kind end silence.
func isContact(e *KindEntry) bool {
	return (e.has(MarkContact) || e.has(MarkMeaningful)) && !e.has(MarkIncident) && e.Direction != DirectionLowers
}

// look lays a ledger out for one audience at a moment. The ledger's words are known.
func (t Tracker) look(l *Ledger, audience rapport.Audience, at time.Time) *view {
	v := &view{tracker: t, numbers: t.numbers.orStandard(), audience: audienceOf(audience), at: at, day: dayAt(at), since: never}
	n := len(l.Tallies) + len(l.Kept)
	v.rows, v.events = make([]row, 0, n), make([]event, 0, n)
	o, tallies := t.opening(l, audience, t.foldable(l, audience, v.day))
	first := v.open(o)
	v.tallied(tallies, audience, &first)
	v.keptSingly(l.Kept, audience, &first)
	slices.Sort(first)
	if first = slices.Compact(first); len(first) > 0 {
		v.since, v.days = first[0], min(len(first), enoughDays)
	}
	for i := range v.events {
		v.clock(&v.events[i])
	}
	slices.Sort(v.contacts) // what is folded may lie after what is kept singly
	slices.Sort(v.meaningful)
	v.findBreaches()
	return v
}

// open adds the folded past and returns its first days.
func (v *view) open(o *Opening) []int {
	if o == nil {
		return nil
	}
	var first []int
	for _, day := range o.First {
		first = append(first, dayOf(day))
	}
	for _, b := range o.Balances {
		entry := v.tracker.table().kind(b.Kind)
		v.row(dayOf(b.On), entry, strength(entry, b.Source).by(micro(b.Left), unit))
	}
	if !o.Contact.IsZero() {
		v.contacts = append(v.contacts, dayOf(o.Contact))
	}
	if !o.Meaningful.IsZero() {
		v.meaningful = append(v.meaningful, dayOf(o.Meaningful))
	}
	return first
}

// tallied adds what is counted by day.
func (v *view) tallied(tallies []Tally, audience rapport.Audience, first *[]int) {
	var on rapport.Date
	day := never
	var lately recentKinds
	for i := range tallies {
		tally := &tallies[i]
		if tally.On != on {
			on, day = tally.On, dayOf(tally.On)
		}
		if day > v.day {
			v.later += tally.Count
			continue
		}
		entry := lately.kind(v.tracker.table(), tally.Kind)
		amount := strength(entry, tally.Source) * micro(tally.Count)
		if tally.Audience != audience {
			v.spread(day, entry, amount)
			continue
		}
		if len(*first) < enoughDays && (len(*first) == 0 || (*first)[len(*first)-1] != day) {
			*first = append(*first, day)
		}
		v.row(day, entry, amount)
		v.events = append(v.events, event{day: day, kind: entry, source: tally.Source, count: tally.Count, amount: amount})
	}
}

// keptSingly adds what is kept one by one; reports of one kind about one item within a week are one.
func (v *view) keptSingly(signals []Signal, audience rapport.Audience, first *[]int) {
	type about struct {
		kind Kind
		item rapport.ID
	}
	const week = 7
	kept := make([]event, 0, len(signals))
	last := map[about]int{}
	for i := range signals {
		s := &signals[i]
		day := dayAt(s.At)
		if day > v.day {
			v.later++
			continue
		}
		if s.Audience != audience {
			continue
		}
		entry := v.tracker.table().kind(s.Kind)
		source := countsAs(s, entry)
		amount := strength(entry, source)
		if entry.Direction != DirectionExternal {
			*first = append(*first, day)
		}
		key := about{s.Kind, s.Item}
		if place, found := last[key]; found && s.Item != "" && day-kept[place].day <= week {
			v.dependent++
			if amount > kept[place].amount {
				kept[place].amount, kept[place].source = amount, source
			}
			kept = append(kept, event{day: day, kind: entry, source: source, kept: s})
			continue
		}
		last[key] = len(kept)
		kept = append(kept, event{day: day, kind: entry, source: source, count: 1, amount: amount, kept: s})
	}
	for _, e := range kept {
		v.row(e.day, e.kind, e.amount)
	}
	v.events = inTurn(v.events, kept)
}

// inTurn merges b into a in the order of their days, those of a first on the same day; a has the room.
func inTurn(a, b []event) []event {
	i, j := len(a)-1, len(b)-1
	a = append(a, b...)
	for end := len(a) - 1; j >= 0; end-- {
		if i >= 0 && a[i].day > b[j].day {
			a[end], i = a[i], i-1
		} else {
			a[end], j = b[j], j-1
		}
	}
	return a
}

// clock notes days of contact.
func (v *view) clock(e *event) {
	if !isContact(e.kind) {
		return
	}
	note := func(days []int) []int {
		if n := len(days); n == 0 || days[n-1] != e.day {
			return append(days, e.day)
		}
		return days
	}
	v.contacts = note(v.contacts)
	if e.kind.has(MarkMeaningful) {
		v.meaningful = note(v.meaningful)
	}
}

// recent returns the events of the last days.
func (v *view) recent(days int) []event {
	return v.between(v.day-days, v.day)
}

// between returns the events after one day and up to another.
func (v *view) between(after, through int) []event {
	first, end := 0, len(v.events)
	for end > 0 && v.events[end-1].day > through {
		end--
	}
	for first = end; first > 0 && v.events[first-1].day > after; {
		first--
	}
	return v.events[first:end]
}
