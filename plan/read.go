package plan

import (
	"cmp"
	"slices"
	"time"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
	"github.com/rapport-go/rapport/privacy"
)

// composition is one brief being planned.
type composition struct {
	Planner
	brief    Brief
	at       time.Time
	subjects []*subject
	threats  []*threat
	cells    []*cell
	refusals []*refusal
	columns  []*column
	rows     []*row
	shift    int  // by how many steps demands are made for a level above the one that stands
	resort   bool // what is a last resort may be chosen
	asIs     bool // nothing was searched for: it is what is in force
	cost     int64
	bound    int64
	proven   bool
	nodes    int
	count    int // how many other sets of the same burden to count
	others   int
	counted  bool
}

// subject is a person or a site.
type subject struct {
	id      rapport.ID
	site    bool
	profile client.Profile // of a site, the ID alone
	scores  client.Scores
	weights weights
	against map[rapport.ID][]client.Element // by wish: what goes against it
	covert  bool
	cells   []*cell
}

func (s *subject) path() rapport.Path {
	if s.site {
		return rapport.Path("/sites").Element(string(s.id))
	}
	return rapport.Path("/people").Element(string(s.id))
}

// household names what shares a standing measure: all people together, or one site.
func (s *subject) household() rapport.ID {
	if s.site {
		return s.id
	}
	return ""
}

// subject finds a person or site.
func (c *composition) subject(id rapport.ID) *subject {
	return c.subjects[slices.IndexFunc(c.subjects, func(s *subject) bool { return s.id == id })]
}

// threat is an assessed threat with the picture to plan for.
type threat struct {
	client.Threat
	entry   client.ThreatEntry
	picture client.Picture
}

func (t *threat) path() rapport.Path { return rapport.Path("/threats").Element(string(t.ID)) }

// name is how the person speaks of it, or how its kind is called.
func (t *threat) name() string {
	if t.Words != "" {
		return t.Words
	}
	return untitle(t.entry.EN.Name)
}

// read checks a brief and turns it into people and sites, their activities, and what bites there. Beyond
// the limits nothing is read; any other brief is checked whole.
func (p Planner) read(b Brief, at time.Time) (*composition, error) {
	var f rapport.Faults
	if f.At("", at); f.Err() != nil {
		at = time.Date(9999, time.December, 31, 0, 0, 0, 0, time.UTC) // the rest is checked all the same, and nothing lies after it
	}
	f.Join("", b.Validate())
	f.Join("/mandate", p.client.CheckMandate(b.Mandate))
	if err := f.Err(); rapport.HasCode(err, CodeTooLarge) {
		return nil, err
	}
	c := &composition{Planner: p, brief: b, at: at}
	c.readThreats(&f)
	c.readPeople(&f)
	c.readSites(&f)
	c.checkReferences(&f)
	if err := f.Err(); err != nil {
		return nil, err
	}
	slices.SortFunc(c.subjects, func(x, y *subject) int { return cmp.Compare(x.id, y.id) })
	for _, s := range c.subjects {
		c.readBites(s)
		c.cells = append(c.cells, s.cells...)
	}
	c.readRefusals()
	c.chooseLooks(&f)
	return c, f.Err()
}

func (c *composition) readThreats(f *rapport.Faults) {
	for i, t := range c.brief.Threats {
		at := rapport.Pointer("/threats").Index(i)
		picture, err := c.client.Picture(t, c.at)
		f.Join(at, err)
		entry, _ := c.client.Threat(t.Kind)
		c.threats = append(c.threats, &threat{Threat: t, entry: entry, picture: picture})
	}
	slices.SortFunc(c.threats, func(x, y *threat) int { return cmp.Compare(x.ID, y.ID) })
}

func (c *composition) readPeople(f *rapport.Faults) {
	for i, profile := range c.brief.People {
		scores, err := c.client.Score(profile, c.at)
		f.Join(rapport.Pointer("/people").Index(i), err)
		s := &subject{id: profile.ID, profile: profile, scores: scores, weights: weightsOf(scores), covert: slices.Contains(c.brief.CovertAgreed, profile.ID),
			against: map[rapport.ID][]client.Element{}}
		for _, w := range profile.Wishes {
			entry, _ := c.client.Wish(w.Kind)
			s.against[w.ID] = entry.Against
		}
		for j, a := range profile.Activities {
			at := rapport.Pointer("/people").Index(i).Child("activities").Index(j)
			checkSpan(f, at.Child("on"), a.On)
			if !a.Over(c.at) {
				s.cells = append(s.cells, &cell{subject: s, activity: a, setting: c.client.SettingOf(a), at: at})
			}
		}
		for _, implied := range []client.Activity{
			{ID: "everyday", Kind: client.ActivityHomeLife, Setting: client.SettingHome},
			{ID: "online", Kind: client.ActivityOnlineLife, Setting: client.SettingOnline},
		} {
			if !slices.ContainsFunc(s.cells, func(x *cell) bool { return c.client.Lies(x.setting, implied.Setting) }) {
				s.cells = append(s.cells, &cell{subject: s, activity: implied, implied: true, setting: implied.Setting, at: rapport.Pointer("/people").Index(i)})
			}
		}
		c.arrivals(s)
		c.subjects = append(c.subjects, s)
	}
}

// arrivals adds the kerb and the door of every listed activity that is neither at home, online nor on the
// way: protection is thinnest there, and whoever is there for the activity is there from door to door.
func (c *composition) arrivals(s *subject) {
	for _, x := range slices.Clone(s.cells) {
		inside := slices.ContainsFunc([]client.Setting{client.SettingHome, client.SettingOnline, client.SettingMovement}, func(outer client.Setting) bool {
			return c.client.Lies(x.setting, outer)
		})
		if !x.implied && !inside {
			s.cells = append(s.cells, &cell{subject: s, activity: x.activity, arrival: true, setting: client.SettingArrivalPoint, at: x.at})
		}
	}
}

func (c *composition) readSites(f *rapport.Faults) {
	duplicate, _ := rapport.FindCode(rapport.Codes(), rapport.CodeDuplicateID)
	for i, site := range c.brief.Sites {
		at := rapport.Pointer("/sites").Index(i)
		f.Join(at, c.client.CheckSite(site))
		if site.ID != "" && slices.ContainsFunc(c.brief.People, func(p client.Profile) bool { return p.ID == site.ID }) {
			f.Coded(at.Child("id"), duplicate)
		}
		s := &subject{id: site.ID, site: true, profile: client.Profile{ID: site.ID}, weights: evenWeights, covert: true}
		for j, post := range site.Posts {
			at := at.Child("posts").Index(j)
			checkSpan(f, at.Child("on"), post.On)
			if !post.Over(c.at) {
				s.cells = append(s.cells, &cell{subject: s, activity: post, setting: cmp.Or(post.Setting, site.Setting), at: at})
			}
		}
		if len(s.cells) == 0 {
			everyday := client.Activity{ID: "everyday", Kind: client.ActivityWork, Setting: site.Setting}
			s.cells = append(s.cells, &cell{subject: s, activity: everyday, implied: true, setting: site.Setting, at: at})
		}
		c.subjects = append(c.subjects, s)
	}
}

// checkSpan notes moments that cannot be stored; a moment that is not given is none of them.
func checkSpan(f *rapport.Faults, at rapport.Pointer, on rapport.Span) {
	if !on.From.IsZero() {
		f.At(at.Child("from"), on.From)
	}
	if !on.To.IsZero() {
		f.At(at.Child("to"), on.To)
	}
}

// checkReferences notes words and IDs of the brief's other lists that point to nothing.
func (c *composition) checkReferences(f *rapport.Faults) {
	for i, t := range c.brief.Threats {
		for j, id := range t.Aimed {
			c.checkSubject(f, rapport.Pointer("/threats").Index(i).Child("aimed").Index(j), id, "")
		}
	}
	for i, x := range c.brief.InForce {
		at := rapport.Pointer("/in_force").Index(i)
		checkWord(f, at.Child("measure"), x.Measure, c.table().measure)
		c.checkSubject(f, at.Child("person"), x.Person, x.Activity)
		checkWord(f, at.Child("setting"), x.Setting, c.client.Setting)
		if x.Since.After(c.at) {
			f.AfterMoment(at.Child("since"))
		}
	}
	for i, x := range c.brief.Facts {
		at := rapport.Pointer("/facts").Index(i)
		checkWord(f, at.Child("condition"), x.Condition, c.table().condition)
		c.checkSubject(f, at.Child("person"), x.Person, x.Activity)
	}
	for i, id := range c.brief.CovertAgreed {
		c.checkSubject(f, rapport.Pointer("/covert_agreed").Index(i), id, "")
	}
	c.checkDecisions(f)
	for i, r := range c.brief.Rules {
		checkWord(f, rapport.Pointer("/rules").Index(i).Child("setting"), r.Setting, c.client.Setting)
	}
}

// checkDecisions notes words and IDs of answers, refusals, ceilings and liaisons that point to nothing.
func (c *composition) checkDecisions(f *rapport.Faults) {
	for i, x := range c.brief.Law {
		at := rapport.Pointer("/law").Index(i)
		checkWord(f, at.Child("law"), x.Law, c.table().law)
		checkWord(f, at.Child("setting"), x.Setting, c.client.Setting)
	}
	for i, s := range c.brief.Surroundings {
		c.checkSubject(f, rapport.Pointer("/surroundings").Index(i).Child("person"), s.Person, s.Activity)
	}
	for i, r := range c.brief.Refusals {
		at := rapport.Pointer("/refusals").Index(i)
		checkWord(f, at.Child("measure"), r.Measure, c.table().measure)
		c.checkSubject(f, at.Child("person"), r.Person, r.Activity)
		known := slices.ContainsFunc(c.brief.Threats, func(t client.Threat) bool { return t.ID == r.Threat })
		if r.Threat.Valid() && !known {
			f.UnknownID(at.Child("threat"))
		}
	}
	for i, x := range c.brief.Ceilings {
		c.checkSubject(f, rapport.Pointer("/ceilings").Index(i).Child("person"), x.Person, "")
	}
	for i, l := range c.brief.Liaisons {
		at := rapport.Pointer("/liaisons").Index(i)
		checkWord(f, at.Child("role"), l.Role, c.client.Role)
		if l.LastMet.Compare(rapport.DateOf(c.at)) > 0 {
			f.AfterMoment(at.Child("last_met"))
		}
	}
}

// checkWord notes a well-formed word that the look-up does not find.
func checkWord[W ~string, E any](f *rapport.Faults, at rapport.Pointer, word W, find func(W) (E, bool)) {
	if _, known := find(word); !known && rapport.IsWord(word) {
		f.UnknownWord(at)
	}
}

// checkSubject notes a person or site, or one of their activities, that the brief does not have; of IDs
// outside the grammar enough is said.
func (c *composition) checkSubject(f *rapport.Faults, at rapport.Pointer, id, activity rapport.ID) {
	if !id.Valid() || activity != "" && !activity.Valid() {
		return
	}
	has := func(list []client.Activity) bool {
		return activity == "" || slices.ContainsFunc(list, func(a client.Activity) bool { return a.ID == activity })
	}
	for _, p := range c.brief.People {
		if p.ID == id && has(p.Activities) {
			return
		}
	}
	for _, s := range c.brief.Sites {
		if s.ID == id && has(s.Posts) {
			return
		}
	}
	f.UnknownID(at)
}

// chooseLooks asks how visible protection should be at each activity.
func (c *composition) chooseLooks(f *rapport.Faults) {
	for i, x := range c.cells {
		if x.arrival { // whoever is there for the activity is there from door to door, and looks the same
			inside := c.cells[i-1]
			x.discretion, x.near, x.place = inside.discretion, inside.near, inside.place
			c.boundKerb(f, x)
			continue
		}
		activity, known := x.activity, c.surroundings(x)
		activity.Setting = x.setting
		discretion, err := c.privacy.SelectDiscretion(privacy.Choice{
			Profile: x.subject.profile, Activity: activity, Threats: c.brief.Threats, Rules: c.brief.Rules,
			CovertAgreed: rapport.AnswerOf(x.subject.covert), Sensitivity: c.sensitivity(x), Around: known.Around, Last: known.Last,
		}, c.at)
		f.Join(x.at, err)
		x.discretion, x.near, x.place = discretion, newRungs(discretion.Near), newRungs(discretion.Place)
	}
}

// boundKerb narrows the rungs of a kerb to the bounds of rules that are about kerbs.
func (c *composition) boundKerb(f *rapport.Faults, x *cell) {
	about := func(r privacy.Rule) bool { return r.Setting != "" && c.client.Lies(x.setting, r.Setting) }
	if !slices.ContainsFunc(c.brief.Rules, about) {
		return
	}
	activity := x.activity
	activity.Setting = x.setting
	bounded, err := c.privacy.SelectDiscretion(privacy.Choice{
		Profile: x.subject.profile, Activity: activity, Threats: c.brief.Threats, Rules: c.brief.Rules, CovertAgreed: rapport.AnswerOf(x.subject.covert),
	}, c.at)
	f.Join(x.at, err)
	x.near, x.place = x.near.below(bounded.Near.Upper), x.place.below(bounded.Place.Upper)
}

// sensitivity is how much it costs the person at a cell that others see or know, as scored for the closest
// setting; unknown where nothing was.
func (c *composition) sensitivity(x *cell) rapport.Level {
	for _, setting := range c.client.SettingPath(x.setting) {
		for _, scored := range x.subject.scores.Settings {
			if scored.Setting == setting && scored.Sensitivity != rapport.LevelUnknown {
				return scored.Sensitivity
			}
		}
	}
	return rapport.LevelUnknown
}
