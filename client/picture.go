package client

import (
	"cmp"
	"slices"
	"time"

	"github.com/rapport-go/rapport"
)

// Picture is one threat as it has to be planned for at a moment: the assessed level, and what the
// source has done since. All lists are non-nil.
type Picture struct {
	// Threat is the threat's ID.
	Threat rapport.ID `json:"threat"`
	// Kind is the threat's kind.
	Kind ThreatKind `json:"kind"`
	// Directness is the threat's directness.
	Directness Directness `json:"directness,omitzero"`
	// Level is the level to plan for outside the Raised settings; [Scorer.LevelAt] answers for a setting.
	// An unknown level is planned as moderate and said in the reasons.
	Level rapport.Level `json:"level"`
	// Assessed is the level as assessed; unknown where nobody has.
	Assessed rapport.Level `json:"assessed,omitzero"`
	// Raised are the settings in which, with what lies below, the level to plan for is one step above the
	// assessed one until the threat is assessed anew, sorted. "anywhere" stands alone.
	Raised []Setting `json:"raised"`
	// Overdue is yes where the review date has passed, a contact newer than the assessment raises the level,
	// or an assumption no longer holds; no where none of it does, unsaid where nobody set a date.
	Overdue rapport.Answer `json:"overdue"`
	// Settings are where the threat bites: as given, or as usual for its kind, sorted.
	Settings []Setting `json:"settings"`
	// Activities are the activities in which it bites wherever they happen, sorted.
	Activities []rapport.ID `json:"activities"`
	// Places are the settings where the source has been or which a message named, sorted by setting, then
	// activity.
	Places []KnownPlace `json:"places"`
	// Reasons say why, in order; subjects are paths below the threat ("/contacts/c-1").
	Reasons []rapport.Reason `json:"reasons"`
	// MadeWith lists the catalogues used.
	MadeWith []rapport.Edition `json:"made_with"`
}

// KnownPlace is a setting where the source of a threat has been, or which a message named.
type KnownPlace struct {
	// Setting is where.
	Setting Setting `json:"setting"`
	// Activity is the activity, where the contact named one.
	Activity rapport.ID `json:"activity,omitzero"`
	// Level is the level to plan for here.
	Level rapport.Level `json:"level"`
	// Times counts the contacts here.
	Times int `json:"times"`
	// Last is the latest contact here.
	Last time.Time `json:"last"`
	// Approached is yes where the source came, waited or left something here, no where it was only seen or
	// named the place.
	Approached rapport.Answer `json:"approached"`
}

// Picture reads a threat at a moment. Every contact counts for what the source knows; those newer than
// the assessment raise the level to plan for by one step in all, where their kind says, until the threat
// is assessed anew. A contact at a place counts for the whole of the setting below "anywhere" it lies in:
// who waits in the lobby has come to the home. An error lists what is out of shape, unknown to this
// scorer, or later than at; there is no partial result.
func (s Scorer) Picture(t Threat, at time.Time) (Picture, error) {
	var f rapport.Faults
	f.At("", at)
	f.Join("", s.CheckThreat(t))
	if !at.IsZero() {
		momentsAfter(&f, t, at)
	}
	if err := f.Err(); err != nil {
		return Picture{}, err
	}
	d := drawing{Scorer: s, threat: t, at: at}
	p := Picture{
		Threat: t.ID, Kind: t.Kind, Directness: t.Directness,
		Level:      d.level(),
		Assessed:   t.Level,
		Raised:     d.raised(),
		Settings:   d.settings(),
		Activities: append([]rapport.ID{}, slices.Sorted(slices.Values(t.Activities))...),
		MadeWith:   s.Editions(),
	}
	if slices.Contains(p.Raised, anywhere) {
		p.Level = stepUp(p.Level)
	}
	p.Places = d.places(p)
	d.parts()
	p.Overdue = d.overdue(len(p.Raised) > 0 || d.assumes())
	p.Reasons = rapport.SortReasons(d.reasons)
	return p, nil
}

// momentsAfter notes what is dated after the moment of judgement.
func momentsAfter(f *rapport.Faults, t Threat, at time.Time) {
	if t.AssessedAt.After(at) {
		f.AfterMoment("/assessed_at")
	}
	for i, c := range t.Contacts {
		if c.At.After(at) {
			f.AfterMoment(rapport.Pointer("/contacts").Index(i).Child("at"))
		}
	}
}

// LevelAt returns the level of a threat to plan for in a setting.
func (s Scorer) LevelAt(p Picture, where Setting) rapport.Level {
	inside := func(region Setting) bool { return region != anywhere && s.Lies(where, region) }
	if slices.ContainsFunc(p.Raised, inside) {
		return stepUp(p.Level)
	}
	return p.Level
}

// stepUp is one step more; a threat that was looked at and found absent becomes low.
func stepUp(l rapport.Level) rapport.Level {
	if l == rapport.LevelNone {
		return rapport.LevelLow
	}
	return l.Raised(1)
}

// drawing is one threat being read, and the reasons found on the way.
type drawing struct {
	Scorer
	threat  Threat
	at      time.Time
	reasons []rapport.Reason
}

func (d *drawing) because(code rapport.Code, subject rapport.Path, weight int8, args ...string) {
	d.reasons = append(d.reasons, codeEntry(code).Reason(subject, weight, args...))
}

func (d *drawing) day(moment time.Time) string {
	return rapport.DateOf(moment.In(d.at.Location())).String()
}

// level is the assessed level, before any contact.
func (d *drawing) level() rapport.Level {
	if d.threat.Level == rapport.LevelUnknown {
		d.because(CodeLevelUnknown, "/level", 3)
		return rapport.LevelModerate
	}
	args := []string{d.threat.Level.String(), d.day(d.threat.AssessedAt)}
	if by := d.threat.Assessor.phrase(); by != "" {
		args = append(args, " by "+by)
	}
	d.because(CodeLevelAssessed, "/level", 3, args...)
	return d.threat.Level
}

// phrase names the assessor within a sentence; it is empty where nobody has said who it was.
func (a Assessor) phrase() string {
	switch a {
	case AssessorOwnFirm:
		return "the firm itself"
	case AssessorIndependent:
		return "an independent assessor"
	case AssessorAuthority:
		return "an authority"
	default:
		return ""
	}
}

// parts says where the level lies far above its weakest part. Harm needs all three: whoever wants to and
// cannot, or can and has no room for it, does less.
func (d *drawing) parts() {
	level, assessed := d.threat.Level.Steps()
	for _, part := range [...]struct {
		name  string
		level rapport.Level
	}{{"intent", d.threat.Intent}, {"capability", d.threat.Capability}, {"opportunity", d.threat.Opportunity}} {
		if steps, known := part.level.Steps(); assessed && known && level-steps >= 2 {
			d.because(CodeAssessmentParts, rapport.Path("").Child(part.name), -1, d.threat.Level.String(), part.name, part.level.String())
		}
	}
}

// assumes names what the assessment rests on, and reports whether any of it no longer holds.
func (d *drawing) assumes() bool {
	broken := false
	for _, a := range d.threat.Assumptions {
		subject := rapport.Path("/assumptions").Element(string(a.ID))
		if a.Holds == rapport.AnswerNo {
			broken = true
			d.because(CodeAssessmentBroken, subject, 3, a.Text)
		} else {
			d.because(CodeAssessmentAssumes, subject, 1, a.Text)
		}
	}
	return broken
}

// raised lists the settings in which contacts newer than the assessment raise the level.
func (d *drawing) raised() []Setting {
	list := []Setting{}
	for _, c := range d.threat.Contacts {
		if region := d.raisedBy(c); region != "" {
			list = append(list, region)
		}
	}
	if slices.Contains(list, anywhere) {
		return []Setting{anywhere}
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// raisedBy returns the setting that one contact raises, with what lies below it; empty for none. A
// contact that raises its setting, which nobody has said, raises everywhere.
func (d *drawing) raisedBy(c Contact) Setting {
	kind, _ := d.Contact(c.Kind)
	subject := contactPath(c)
	switch {
	case !c.At.After(d.threat.AssessedAt):
		d.because(CodeContactAssessed, subject, 1, kind.EN.Name, d.day(c.At))
	case kind.Raises == RaiseEverywhere:
		d.because(CodeContactRaisesEverywhere, subject, 3, kind.EN.Name, d.day(c.At))
		return anywhere
	case kind.Raises == RaiseHere && (c.Setting == "" || c.Setting == anywhere):
		d.because(CodeContactUnplaced, subject, 3, kind.EN.Name, d.day(c.At))
		return anywhere
	case kind.Raises == RaiseHere:
		path := d.SettingPath(c.Setting)
		region := path[len(path)-2]
		d.because(CodeContactRaisesHere, subject, 3, kind.EN.Name, d.settingName(c.Setting), d.day(c.At), d.settingName(region))
		return region
	default:
		d.because(CodeContactNoted, subject, 1, kind.EN.Name, d.day(c.At))
	}
	return ""
}

// settings are where the threat bites.
func (d *drawing) settings() []Setting {
	list := slices.Clone(d.threat.Settings)
	if len(list) == 0 {
		kind, _ := d.Threat(d.threat.Kind)
		d.because(CodeSettingsUsual, "/settings", 1, kind.EN.Name)
		list = kind.Bites
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// places gathers the contacts that show a place is known.
func (d *drawing) places(p Picture) []KnownPlace {
	list := []KnownPlace{}
	for _, c := range d.threat.Contacts {
		kind, _ := d.Contact(c.Kind)
		if c.Setting == "" || !kind.Present && !kind.NamesPlace {
			continue
		}
		d.because(CodeContactKnownPlace, contactPath(c), 1, kind.EN.Name, d.day(c.At), d.settingName(c.Setting))
		i := slices.IndexFunc(list, func(k KnownPlace) bool { return k.Setting == c.Setting && k.Activity == c.Activity })
		if i < 0 {
			i = len(list)
			list = append(list, KnownPlace{Setting: c.Setting, Activity: c.Activity, Level: d.LevelAt(p, c.Setting), Approached: rapport.AnswerNo})
		}
		place := &list[i]
		place.Times++
		if c.At.After(place.Last) {
			place.Last = c.At.UTC()
		}
		if kind.Approach {
			place.Approached = rapport.AnswerYes
		}
	}
	slices.SortFunc(list, func(a, b KnownPlace) int {
		return cmp.Or(cmp.Compare(a.Setting, b.Setting), cmp.Compare(a.Activity, b.Activity))
	})
	return list
}

// overdue reports whether the threat has to be assessed anew: its date has passed, or something else calls
// for it.
func (d *drawing) overdue(anew bool) rapport.Answer {
	review := d.threat.ReviewOn
	passed := !review.IsZero() && rapport.DateOf(d.at).Compare(review) > 0
	switch {
	case passed:
		d.because(CodeReviewPassed, "/review_on", 2, review.String())
	case review.IsZero():
		d.because(CodeReviewDateMissing, "/review_on", -1)
		if !anew {
			return rapport.AnswerUnsaid
		}
	}
	return rapport.AnswerOf(passed || anew)
}

func contactPath(c Contact) rapport.Path { return rapport.Path("/contacts").Element(string(c.ID)) }
