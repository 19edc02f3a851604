package plan

import (
	"cmp"
	"slices"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
)

// Difference says what differs between two plans: what came, what went, and why.
type Difference struct {
	// Came are the entries that the earlier plan does not have, by ID.
	Came []EntryChange `json:"came"`
	// Went are the entries that the later plan does not have, by ID.
	Went []EntryChange `json:"went"`
	// Rows are the demands that are new, ended, need another number, or are met where they were not, and the
	// other way round; in the order of the plans' rows.
	Rows []RowChange `json:"rows"`
	// Looks are the activities where something else is seen, by person and activity.
	Looks []LookChange `json:"looks"`
	// Left are the threats of which more or less is left, by person and threat.
	Left []LeftChange `json:"left"`
}

// EntryChange is an entry that came or went.
type EntryChange struct {
	// Entry is its ID.
	Entry rapport.ID `json:"entry"`
	// Measure is the word.
	Measure MeasureID `json:"measure"`
	// Name is what a person reads.
	Name string `json:"name"`
	// People lists the people and sites it works or worked for, sorted.
	People []rapport.ID `json:"people"`
	// Reasons say why, in order.
	Reasons []rapport.Reason `json:"reasons"`
}

// RowChange is a demand that changed; a need of 0 means that it does not stand in that plan.
type RowChange struct {
	// Row is its ID.
	Row rapport.ID `json:"row"`
	// Kind says what is demanded.
	Kind RowKind `json:"kind"`
	// Person is the person or site.
	Person rapport.ID `json:"person"`
	// Activity is the activity or post; empty means none in particular.
	Activity rapport.ID `json:"activity,omitzero"`
	// Threat is the threat; empty where none asks.
	Threat rapport.ID `json:"threat,omitzero"`
	// Need is what the earlier plan needed.
	Need int `json:"need"`
	// ToNeed is what the later one needs.
	ToNeed int `json:"to_need"`
	// Met says whether the earlier plan reached it; unsaid where it does not stand there.
	Met rapport.Answer `json:"met"`
	// ToMet says whether the later one does; unsaid where it does not stand there.
	ToMet rapport.Answer `json:"to_met"`
}

// LookChange is an activity where something else is seen; unknown rungs where the plan does not have it.
type LookChange struct {
	// Person is the person or site.
	Person rapport.ID `json:"person"`
	// Activity is the activity or post; empty means everyday life.
	Activity rapport.ID `json:"activity,omitzero"`
	// Setting is where.
	Setting client.Setting `json:"setting"`
	// Near is the earlier rung near the person.
	Near rapport.Visibility `json:"near"`
	// Place is the earlier rung at the place.
	Place rapport.Visibility `json:"place"`
	// ToNear is the later rung near the person.
	ToNear rapport.Visibility `json:"to_near"`
	// ToPlace is the later rung at the place.
	ToPlace rapport.Visibility `json:"to_place"`
}

// LeftChange is a threat of which more or less is left; unknown where the plan does not have it.
type LeftChange struct {
	// Person is the person or site.
	Person rapport.ID `json:"person"`
	// Threat is the threat.
	Threat rapport.ID `json:"threat"`
	// Level is what the earlier plan leaves.
	Level rapport.Level `json:"level"`
	// ToLevel is what the later one leaves.
	ToLevel rapport.Level `json:"to_level"`
}

// Difference says what became of an earlier plan in this one. The result shares no memory with either.
func (p Plan) Difference(before Plan) Difference {
	d := Difference{Came: []EntryChange{}, Went: []EntryChange{}, Rows: rowChanges(before, p), Looks: lookChanges(before, p), Left: leftChanges(before, p)}
	for _, e := range p.Entries {
		if !before.has(e.ID) {
			d.Came = append(d.Came, e.change(p.cameBecause(e, before)))
		}
	}
	for _, e := range before.Entries {
		if !p.has(e.ID) {
			d.Went = append(d.Went, e.change(p.wentBecause(e, before)))
		}
	}
	return d
}

func (p Plan) has(entry rapport.ID) bool {
	return slices.ContainsFunc(p.Entries, func(e Entry) bool { return e.ID == entry })
}

func (e Entry) change(reasons []rapport.Reason) EntryChange {
	return EntryChange{Entry: e.ID, Measure: e.Measure, Name: e.Name, People: slices.Clone(e.People), Reasons: compactReasons(rapport.SortReasons(reasons))}
}

// row finds a row.
func (p Plan) row(id rapport.ID) (Row, bool) {
	i := slices.IndexFunc(p.Rows, func(r Row) bool { return r.ID == id })
	if i < 0 {
		return Row{}, false
	}
	return p.Rows[i], true
}

// asked is the path of what asks for a row: the threat, the worry or wish, the person.
func (r Row) asked() rapport.Path {
	if r.Threat != "" {
		return rapport.Path("/threats").Element(string(r.Threat))
	}
	for _, reason := range r.Reasons {
		if reason.Code == CodeWorryFelt || reason.Code == CodeUnseenAndAnxious || reason.Code == CodeWishAsks {
			return reason.Subject
		}
	}
	return rapport.Path("/people").Element(string(r.Person))
}

// cameBecause gives the demands it serves that are new or need more, and else its own grounds.
func (p Plan) cameBecause(e Entry, before Plan) []rapport.Reason {
	var list []rapport.Reason
	for _, id := range e.Serves {
		now, _ := p.row(id)
		then, stood := before.row(id)
		switch {
		case !stood:
			list = append(list, because(CodeDemandNew, now.asked(), 3, now.Kind.Means()))
		case then.Need < now.Need:
			list = append(list, because(CodeDemandRaised, now.asked(), 3, now.Kind.Means()))
		case then.Met == rapport.AnswerNo && now.Met == rapport.AnswerYes:
			list = append(list, because(CodeDemandReached, now.asked(), 2, now.Kind.Means()))
		}
	}
	for _, c := range p.Changes {
		if slices.Contains(c.ReplacedBy, e.ID) {
			list = append(list, cloneReasons(c.Reasons)...)
		}
	}
	if len(list) == 0 {
		return cloneReasons(e.Reasons)
	}
	return list
}

// wentBecause gives the demands it served that ended or need less, what is said of it as a measure in force,
// and else what does its work now.
func (p Plan) wentBecause(e Entry, before Plan) []rapport.Reason {
	var list []rapport.Reason
	var names []string
	for _, id := range e.Serves {
		then, _ := before.row(id)
		now, stands := p.row(id)
		switch {
		case !stands:
			list = append(list, because(CodeDemandEnded, then.asked(), 3, then.Kind.Means()))
			continue
		case now.Need < then.Need:
			list = append(list, because(CodeDemandLowered, then.asked(), 3, then.Kind.Means()))
		}
		for _, by := range p.Entries {
			if slices.Contains(now.By, by.ID) && !before.has(by.ID) {
				names = append(names, by.Name)
			}
		}
	}
	for _, c := range p.Changes {
		if c.InForce == e.ID && c.Kind != ChangeKindKept {
			list = append(list, cloneReasons(c.Reasons)...)
		}
	}
	if names = sorted(names); len(names) > 0 {
		list = append(list, because(CodeCoveredBy, "/entries", 2, joinNames(names)))
	}
	if len(list) == 0 {
		list = append(list, because(CodeNotNeeded, "/entries", 1))
	}
	return list
}

func rowChanges(before, after Plan) []RowChange {
	list := []RowChange{}
	change := func(r Row) RowChange {
		return RowChange{Row: r.ID, Kind: r.Kind, Person: r.Person, Activity: r.Activity, Threat: r.Threat}
	}
	for _, then := range before.Rows {
		c := change(then)
		c.Need, c.Met = then.Need, then.Met
		if now, stands := after.row(then.ID); stands {
			c.ToNeed, c.ToMet = now.Need, now.Met
		}
		if c.Need != c.ToNeed || c.Met != c.ToMet {
			list = append(list, c)
		}
	}
	for _, now := range after.Rows {
		if _, stood := before.row(now.ID); !stood {
			c := change(now)
			c.ToNeed, c.ToMet = now.Need, now.Met
			list = append(list, c)
		}
	}
	slices.SortFunc(list, func(a, b RowChange) int {
		return cmp.Or(cmp.Compare(a.Person, b.Person), cmp.Compare(a.Activity, b.Activity), cmp.Compare(a.Threat, b.Threat), cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Row, b.Row))
	})
	return list
}

func lookChanges(before, after Plan) []LookChange {
	list := []LookChange{}
	at := func(c LookChange, l Look) bool {
		return c.Person == l.Person && c.Activity == l.Activity && c.Setting == l.Setting
	}
	for _, l := range before.Looks {
		list = append(list, LookChange{Person: l.Person, Activity: l.Activity, Setting: l.Setting, Near: l.Near, Place: l.Place})
	}
	for _, l := range after.Looks {
		i := slices.IndexFunc(list, func(c LookChange) bool { return at(c, l) })
		if i < 0 {
			i = len(list)
			list = append(list, LookChange{Person: l.Person, Activity: l.Activity, Setting: l.Setting})
		}
		list[i].ToNear, list[i].ToPlace = l.Near, l.Place
	}
	list = slices.DeleteFunc(list, func(c LookChange) bool { return c.Near == c.ToNear && c.Place == c.ToPlace })
	slices.SortFunc(list, func(a, b LookChange) int {
		return cmp.Or(cmp.Compare(a.Person, b.Person), cmp.Compare(a.Activity, b.Activity), cmp.Compare(a.Setting, b.Setting))
	})
	return list
}

func leftChanges(before, after Plan) []LeftChange {
	list := []LeftChange{}
	for _, r := range before.Residuals {
		list = append(list, LeftChange{Person: r.Person, Threat: r.Threat, Level: r.Level})
	}
	for _, r := range after.Residuals {
		i := slices.IndexFunc(list, func(c LeftChange) bool { return c.Person == r.Person && c.Threat == r.Threat })
		if i < 0 {
			i = len(list)
			list = append(list, LeftChange{Person: r.Person, Threat: r.Threat})
		}
		list[i].ToLevel = r.Level
	}
	list = slices.DeleteFunc(list, func(c LeftChange) bool { return c.Level == c.ToLevel })
	slices.SortFunc(list, func(a, b LeftChange) int {
		return cmp.Or(cmp.Compare(a.Person, b.Person), cmp.Compare(a.Threat, b.Threat))
	})
	return list
}
