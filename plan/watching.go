package plan

import (
	"cmp"
	"slices"
	"time"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
)

// watching is one watch being read.
type watching struct {
	Planner
	watch         Watch
	at            time.Time
	today         rapport.Date
	people        map[rapport.ID]client.Profile
	sites         map[rapport.ID]client.Site
	threats       []*threat
	done          map[Work][]Done
	happened      []happened
	actions       []Action
	workStates    []WorkState
	findingStates []FindingState
}

// target is for whom something is: all people together, a person, a site, or, where that is unknown,
// everybody.
type target struct {
	whom Whom
	id   rapport.ID
}

func (t target) path() rapport.Path {
	switch t.whom {
	case WhomPerson:
		return rapport.Path("/people").Element(string(t.id))
	case WhomSite:
		return rapport.Path("/sites").Element(string(t.id))
	case WhomHousehold:
		return "/people"
	default:
		return ""
	}
}

// happened is something after which a work may be due, as reported or as read from a profile.
type happened struct {
	what Happening
	id   rapport.ID
	on   rapport.Date
	path rapport.Path
}

// happenedDays is for how many days something counts after which a work is due. House judgement.
const happenedDays = 180

// readWatch checks a watch and puts it in order. Beyond the limits nothing is read; any other watch is
// checked whole.
func (p Planner) readWatch(watch Watch, at time.Time) (*watching, error) {
	var f rapport.Faults
	if f.At("", at); f.Err() != nil {
		at = time.Date(9999, time.December, 31, 0, 0, 0, 0, time.UTC) // the rest is checked all the same, and nothing lies after it
	}
	f.Join("", watch.Validate())
	if err := f.Err(); rapport.HasCode(err, CodeTooLarge) {
		return nil, err
	}
	w := &watching{Planner: p, watch: watch, at: at, today: rapport.DateOf(at), people: map[rapport.ID]client.Profile{}, sites: map[rapport.ID]client.Site{}, done: map[Work][]Done{}}
	w.readSubjects(&f)
	w.check(&f)
	if err := f.Err(); err != nil {
		return nil, err
	}
	for _, d := range watch.Done {
		w.done[d.Work] = append(w.done[d.Work], d)
	}
	w.readHappenings()
	return w, nil
}

// readSubjects checks people, sites, threats and mandate with the engine that knows their words.
func (w *watching) readSubjects(f *rapport.Faults) {
	f.Join("/mandate", w.client.CheckMandate(w.watch.Mandate))
	for i, x := range w.watch.People {
		f.Join(rapport.Pointer("/people").Index(i), w.client.CheckProfile(x))
		w.people[x.ID] = x
	}
	for i, x := range w.watch.Sites {
		at := rapport.Pointer("/sites").Index(i)
		f.Join(at, w.client.CheckSite(x))
		if _, twice := w.people[x.ID]; twice && x.ID != "" {
			f.DuplicateID(at.Child("id"))
		}
		w.sites[x.ID] = x
	}
	c := &composition{Planner: w.Planner, brief: Brief{People: w.watch.People, Sites: w.watch.Sites, Threats: w.watch.Threats}, at: w.at}
	c.readThreats(f)
	c.checkReferences(f)
	w.threats = c.threats
}

// readHappenings gathers what works may be due after: what is reported, changes in the people's lives, and
// dated activities that ended. What lies longer back than half a year does not count.
func (w *watching) readHappenings() {
	add := func(h happened) {
		if !h.on.IsZero() && h.on.Compare(w.today) <= 0 && h.on.DaysUntil(w.today) <= happenedDays {
			w.happened = append(w.happened, h)
		}
	}
	for _, h := range w.watch.Happened {
		add(happened{h.What, h.For, h.On, rapport.Path("/happened").Element(string(h.ID))})
	}
	for _, entry := range w.table().happenings {
		ended := func(id rapport.ID, root rapport.Path, list []client.Activity) {
			for _, a := range list {
				is := func(kind client.ActivityKind) bool { return w.client.ActivityIs(a.Kind, kind) }
				if !a.On.To.IsZero() && !a.On.To.After(w.at) && slices.ContainsFunc(entry.Activities, is) {
					add(happened{entry.ID, id, w.day(a.On.To), root.Element(string(a.ID))})
				}
			}
		}
		for _, p := range w.watch.People {
			root := target{WhomPerson, p.ID}.path()
			for _, c := range p.Changes {
				if slices.Contains(entry.Changes, c.Kind) {
					add(happened{entry.ID, p.ID, c.On, root.Child("changes").Element(string(c.ID))})
				}
			}
			ended(p.ID, root.Child("activities"), p.Activities)
		}
		for _, s := range w.watch.Sites {
			ended(s.ID, target{WhomSite, s.ID}.path().Child("posts"), s.Posts)
		}
	}
	slices.SortFunc(w.happened, func(a, b happened) int {
		return cmp.Or(a.on.Compare(b.on), cmp.Compare(a.what, b.what), cmp.Compare(a.path, b.path))
	})
}

// targets lists for whom a work is done: all people together, each person, each site.
func (w *watching) targets(whom []Whom) []target {
	var list []target
	if slices.Contains(whom, WhomHousehold) && len(w.people) > 0 {
		list = append(list, target{whom: WhomHousehold})
	}
	for _, p := range w.watch.People {
		if slices.Contains(whom, WhomPerson) {
			list = append(list, target{WhomPerson, p.ID})
		}
	}
	for _, s := range w.watch.Sites {
		if slices.Contains(whom, WhomSite) {
			list = append(list, target{WhomSite, s.ID})
		}
	}
	return list
}

// targetOf says whether an ID is a person's, a site's or, empty, stands for everybody.
func (w *watching) targetOf(id rapport.ID) target {
	if _, person := w.people[id]; person {
		return target{WhomPerson, id}
	}
	if _, site := w.sites[id]; site {
		return target{WhomSite, id}
	}
	return target{id: id}
}

// counts says whether what is said for an ID counts for somebody: what is said for one person counts for the
// household.
func (w *watching) counts(id rapport.ID, of target) bool {
	return id == "" || id == of.id || of.whom == WhomHousehold && w.targetOf(id).whom == WhomPerson
}

// reaching lists the threats of some kinds, every kind where none is named, that are aimed at somebody.
func (w *watching) reaching(kinds []client.ThreatKind, of target) []*threat {
	var list []*threat
	for _, t := range w.threats {
		ofKind := len(kinds) == 0 || slices.Contains(kinds, t.Kind)
		aimed := len(t.Aimed) == 0 || of == (target{}) || slices.ContainsFunc(t.Aimed, func(id rapport.ID) bool { return w.counts(id, of) })
		if ofKind && aimed {
			list = append(list, t)
		}
	}
	return list
}

// levelOf is the level of a threat where it is highest.
func (w *watching) levelOf(t *threat) rapport.Level {
	level := t.picture.Level
	for _, where := range t.picture.Raised {
		level = level.Higher(w.client.LevelAt(t.picture, where))
	}
	return level
}

// accepted says whether somebody who may decide that leaves something as it is, or left it so until a day
// that has passed, and why; unsaid where nobody did.
func (w *watching) accepted(a Acceptance, id rapport.ID, path rapport.Path) (rapport.Answer, []rapport.Reason) {
	if a == (Acceptance{}) {
		return rapport.AnswerUnsaid, nil
	}
	var reasons []rapport.Reason
	if m := w.watch.Mandate; mandated(m) {
		decider := m.Decides(client.MatterBelowFloor, client.Profile{ID: id})
		if !slices.Contains(decider.By, a.By) {
			return rapport.AnswerNo, []rapport.Reason{because(CodeAcceptanceNotTheirs, path, -3)}
		}
	} else {
		reasons = append(reasons, because(CodeAcceptanceUnchecked, path, -1))
	}
	if a.Until.Compare(w.today) < 0 {
		return rapport.AnswerYes, append(reasons, because(CodeAcceptanceEnded, path, -3, a.Until.String()))
	}
	return rapport.AnswerYes, append(reasons, because(CodeAcceptanceStands, path, 3, a.Until.String()))
}

// mandated says whether a mandate says anything.
func mandated(m client.Mandate) bool {
	return m.Kind != "" || m.Client != "" || m.OrderedBy != "" || m.PaidBy != "" || len(m.Parties)+len(m.Rights) > 0
}

// stateOf says how something open stands that has a day.
func (w *watching) stateOf(due rapport.Date) DueState {
	switch c := due.Compare(w.today); {
	case c < 0:
		return DueStateOverdue
	case c == 0:
		return DueStateDue
	default:
		return DueStateAhead
	}
}

// day is the day of a moment where the watch is judged.
func (w *watching) day(moment time.Time) rapport.Date {
	return rapport.DateOf(moment.In(w.at.Location()))
}

// plus is the day some days later, within the years of a [rapport.Date].
func plus(day rapport.Date, n int) rapport.Date {
	if moved := day.AddDays(n); !moved.IsZero() || day.IsZero() || n < 0 {
		return moved
	}
	return rapport.MustDate("9999-12-31")
}
