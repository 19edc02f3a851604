package plan

import (
	"cmp"
	"slices"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
)

// Balance says how a plan stands for one person or site on three sides. They are never blended into one
// number: more of one side is no answer to less of another.
type Balance struct {
	// Person is the person or site.
	Person rapport.ID `json:"person"`
	// Protection says how far the floors are reached.
	Protection Side `json:"protection"`
	// Comfort says how little is taken from movement, ease with others, time and calm.
	Comfort Side `json:"comfort"`
	// Privacy says how little is seen and known.
	Privacy Side `json:"privacy"`
	// Verdict says what decided between them.
	Verdict Verdict `json:"verdict"`
	// Reasons say why, in order.
	Reasons []rapport.Reason `json:"reasons"`
}

// Side is one of the three sides of a balance, against what is in force; where nothing is, against no
// protection at all.
type Side struct {
	// Score is from 0 to 100. For protection it is the share of the points that the floors ask for; for
	// comfort and privacy 100 means that nothing is taken, and it halves with each hundred of burden at first.
	// House judgement; it compares plans of one brief.
	Score int `json:"score"`
	// Before is the same of what is in force.
	Before int `json:"before"`
	// Drivers say what moved, in the order of [Driver], threats by ID.
	Drivers []Movement `json:"drivers"`
}

// Movement says what became of one driver of a side.
type Movement struct {
	// Driver is what it is about.
	Driver Driver `json:"driver"`
	// Threat is the threat, for the driver threat.
	Threat rapport.ID `json:"threat,omitzero"`
	// Level is how much is taken at most, or what is left of the threat; unknown where it is not a level.
	Level rapport.Level `json:"level,omitzero"`
	// Trend says whether that is better or worse than before.
	Trend Trend `json:"trend"`
	// By lists the entries that made the difference, sorted.
	By []rapport.ID `json:"by"`
	// Gone lists what is in force now, did it, and goes, sorted.
	Gone []rapport.ID `json:"gone"`
}

// lot is a set of columns that a balance is drawn up for.
type lot func(*column) bool

// balances draws up the balance of each person and site.
func (c *composition) balances() []Balance {
	list := []Balance{}
	inForce := func(k *column) bool { return len(k.inForce) > 0 }
	for _, s := range c.subjects {
		b := Balance{
			Person:     s.id,
			Protection: Side{Score: c.reached(s, isChosen), Before: c.reached(s, inForce), Drivers: c.threatsMoved(s, inForce)},
			Comfort:    Side{Score: c.spared(s, isChosen, comfortOf), Before: c.spared(s, inForce, comfortOf), Drivers: []Movement{}},
			Privacy:    Side{Score: c.spared(s, isChosen, privacyOf), Before: c.spared(s, inForce, privacyOf), Drivers: []Movement{}},
		}
		for _, d := range []Driver{DriverMovement, DriverCompany, DriverTime, DriverCalm} {
			b.Comfort.Drivers = append(b.Comfort.Drivers, c.moved(s, d, inForce))
		}
		for _, d := range []Driver{DriverPrivateSpace, DriverVisibility, DriverKnowledge} {
			b.Privacy.Drivers = append(b.Privacy.Drivers, c.moved(s, d, inForce))
		}
		c.judge(&b, s)
		list = append(list, b)
	}
	return list
}

// reached is the share of the points that rows about safety ask for, in percent.
func (c *composition) reached(s *subject, in lot) int {
	got, need := 0, 0
	for _, r := range c.rows {
		if r.subject == s && r.priority == priorityFloor {
			got, need = got+min(r.count(in), r.Need), need+r.Need
		}
	}
	if need == 0 {
		return 100
	}
	return 100 * got / need
}

// spared is what a set of columns leaves of a side: 100 where it takes nothing.
func (c *composition) spared(s *subject, in lot, taken func(*column, *subject) int) int {
	load := 0
	for _, k := range distinct(c.columns, in, s) {
		load += taken(k, s)
	}
	return 100 * 100 / (100 + load)
}

// comfortOf and privacyOf are the parts of what a column takes from a person, as the burden counts them.
func comfortOf(k *column, s *subject) int {
	comfort, _ := k.takes(s)
	return k.feltAs(s, comfort)
}

func privacyOf(k *column, s *subject) int {
	_, privacy := k.takes(s)
	quarters, _ := k.felt(s)
	return privacy * quarters / 4
}

// distinct lists the columns of a set that touch somebody, one for each entry.
func distinct(columns []*column, in lot, s *subject) []*column {
	var list []*column
	seen := map[rapport.ID]bool{}
	for _, k := range columns {
		if in(k) && slices.Contains(k.subjects, s) && !seen[k.entryID()] {
			seen[k.entryID()] = true
			list = append(list, k)
		}
	}
	return list
}

// threatsMoved says for each threat of a subject whether more or less of it is left than with what is in
// force, at the place where most is left.
func (c *composition) threatsMoved(s *subject, before lot) []Movement {
	list := []Movement{}
	for _, t := range c.threats {
		rows := c.rowsFor(s, func(r *row) bool { return r.Kind == RowKindCover && r.bite.threat == t })
		if len(rows) == 0 {
			continue
		}
		left := func(in lot) rapport.Level {
			most := rapport.LevelUnknown
			for _, r := range rows {
				most = most.Higher(leftOf(r.Level, r.count(in)))
			}
			return most
		}
		now, then := left(isChosen), left(before)
		m := Movement{Driver: DriverThreat, Threat: t.ID, Level: now, Trend: trendOf(now.Compare(then))}
		for _, r := range rows {
			for _, g := range r.counting() {
				if !before(g.from) {
					m.By = append(m.By, g.from.entryID())
				}
			}
		}
		m.By, m.Gone = sorted(m.By), []rapport.ID{}
		if m.Trend == TrendSame {
			m.By = []rapport.ID{}
		}
		list = append(list, m)
	}
	return list
}

// moved says what became of a driver of comfort or privacy: more taken is worse.
func (c *composition) moved(s *subject, d Driver, before lot) Movement {
	m := Movement{Driver: d, By: []rapport.ID{}, Gone: []rapport.ID{}}
	now, then := distinct(c.columns, isChosen, s), distinct(c.columns, before, s)
	m.Trend = trendOf(cmp.Compare(d.total(now, s), d.total(then, s)))
	m.Level = d.level(now)
	for _, k := range now {
		if d.weighs(k, s) != 0 && !before(k) {
			m.By = append(m.By, k.entryID())
		}
	}
	for _, k := range then {
		if d.weighs(k, s) != 0 && !c.stands(k) {
			for _, x := range k.inForce {
				m.Gone = append(m.Gone, x.ID)
			}
		}
	}
	if m.Trend == TrendSame {
		m.By, m.Gone = nil, nil
	}
	m.By, m.Gone = sorted(m.By), sorted(m.Gone)
	return m
}

// total is how much is taken of a driver: of visibility the highest rung, of the knowledge each kind of
// information once, of the others the sum.
func (d Driver) total(columns []*column, s *subject) int {
	sum := 0
	var known []client.Category
	for _, k := range columns {
		switch d {
		case DriverVisibility:
			sum = max(sum, d.weighs(k, s))
		case DriverKnowledge:
			known = append(known, k.measure.Knows...)
		default:
			sum += d.weighs(k, s)
		}
	}
	return sum + len(sorted(known))
}

// weighs is how much one column takes of a driver; negative where it gives.
func (d Driver) weighs(k *column, s *subject) int {
	steps := func(l rapport.Level) int {
		n, _ := l.Steps()
		return n
	}
	i := k.measure.Intrusion
	switch d {
	case DriverMovement:
		return steps(i.Movement)
	case DriverCompany:
		return steps(i.Social)
	case DriverTime:
		return steps(i.Time)
	case DriverPrivateSpace:
		return steps(i.Privacy)
	case DriverVisibility:
		if k.measure.Layer != LayerPlace {
			return 0
		}
		return int(k.measure.Visibility)
	case DriverKnowledge:
		return len(k.measure.Knows)
	case DriverCalm:
		calm := one(k.group.Reassurance)
		for _, m := range k.minds {
			if m.subject == s {
				calm += m.feeling
			}
		}
		return -calm
	default:
		return 0
	}
}

// level is the most that is taken of a driver by one measure; unknown where it is not a level.
func (d Driver) level(columns []*column) rapport.Level {
	most := rapport.LevelNone
	for _, k := range columns {
		i := k.measure.Intrusion
		switch d {
		case DriverMovement:
			most = most.Higher(i.Movement)
		case DriverCompany:
			most = most.Higher(i.Social)
		case DriverTime:
			most = most.Higher(i.Time)
		case DriverPrivateSpace:
			most = most.Higher(i.Privacy)
		default:
			return rapport.LevelUnknown
		}
	}
	if d == DriverCalm || d == DriverVisibility || d == DriverKnowledge {
		return rapport.LevelUnknown
	}
	return most
}

// judge says what decided between the sides.
func (c *composition) judge(b *Balance, s *subject) {
	b.Verdict = VerdictBalanced
	for _, r := range c.rows {
		if r.subject == s && r.Met == rapport.AnswerNo && r.priority >= priorityWhere {
			b.Verdict = VerdictShort
			b.Reasons = append(b.Reasons, because(CodeBalanceShort, r.path(), -3, c.rowName(r)))
		}
	}
	for _, k := range distinct(c.columns, isChosen, s) {
		minded := slices.ContainsFunc(k.minds, func(m mind) bool { return m.subject == s && m.objects() })
		if !minded {
			continue
		}
		if b.Verdict == VerdictBalanced {
			b.Verdict = VerdictSafetyDecided
		}
		b.Reasons = append(b.Reasons, because(CodeBalanceSafety, s.path(), -2, k.measure.EN.Name))
	}
	if len(b.Reasons) == 0 {
		b.Reasons = append(b.Reasons, because(CodeBalanced, s.path(), 2))
	}
	b.Reasons = rapport.SortReasons(b.Reasons)
}
