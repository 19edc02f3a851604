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

// pool is evidence that ages and saturates together.
type pool struct {
	dimension Dimension
	steps     int
	ceiling   micro
	negative  bool
	task      bool
}

// poolKeys is one more than the largest key of a pool.
const poolKeys = 8 * 5 * 8

// row is an amount of evidence in a pool on a day.
type row struct {
	day    int
	slot   uint16
	amount micro
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

// row adds an amount of evidence of a kind.
func (v *view) row(day int, entry *KindEntry, amount micro) {
	if entry.weighs() && amount > 0 {
		v.put(day, keyOf(entry), amount, pool{
			dimension: entry.Dimension, steps: stepsPerDay(entry.HalfLife, v.audience.Memory), ceiling: micro(entry.Ceiling) * (one / 100),
			negative: entry.Direction == DirectionLowers, task: entry.has(MarkTask),
		})
	}
}

// keyOf returns the key of the pool in which signals of a kind age and saturate: one for each dimension,
// half-life, ceiling, and whether it is a duty done.
func keyOf(e *KindEntry) int {
	class := slices.Index([]int{0, 60, 200, 400}, e.Ceiling)
	if class > 0 && e.has(MarkTask) {
		class += 4
	}
	return (int(e.Dimension)*len(halfLives)+slices.Index(halfLives[:], e.HalfLife))*8 + class
}

// halfLives are the half-lives of kinds, in days.
var halfLives = [...]int{30, 60, 120, 240, 540}

// bystanders is what a friendly manner towards others can add up to with those who see it: half a minor
// signal. A heuristic.
const bystanders micro = 75_000

// spread adds what bystanders see of a friendly manner towards others: half of it, of the days that are
// told apart.
func (v *view) spread(day int, entry *KindEntry, amount micro) {
	if entry.has(MarkSpreads) && entry.Direction == DirectionRaises && day > v.day-KeepDays && slices.Contains(entry.Audiences, v.audience.ID) {
		v.put(day, keyOf(entry)&^7|4, amount/2, pool{dimension: entry.Dimension, steps: stepsPerDay(entry.HalfLife, v.audience.Memory), ceiling: bystanders})
	}
}

// put adds an amount to a pool, which is made where it is missing.
func (v *view) put(day, key int, amount micro, p pool) {
	if v.slots[key] == 0 {
		v.pools = append(v.pools, p)
		v.slots[key] = uint16(len(v.pools))
	}
	v.rows = append(v.rows, row{day, v.slots[key] - 1, amount})
}

// strength returns what one signal of a kind counts from a source.
func strength(e *KindEntry, source Source) micro {
	return micro(e.Weight.hundredths()) * micro(e.Grade.hundredths(source)) * (one / 10_000)
}
