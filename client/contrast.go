package client

import (
	"cmp"
	"slices"
	"time"

	"github.com/rapport-go/rapport"
)

// Contrast lays what a person worries about beside what has been assessed, and never makes one of the
// other.
type Contrast struct {
	// Profile is the profile's ID.
	Profile rapport.ID `json:"profile"`
	// Rows are the worries in the person's order, then the assessed threats that no worry is about, the
	// highest first, then by ID.
	Rows []ContrastRow `json:"rows"`
	// MadeWith lists the catalogues used.
	MadeWith []rapport.Edition `json:"made_with"`
}

// ContrastRow is one worry with the threats behind it, or one threat that no worry is about.
type ContrastRow struct {
	// Concern is the worry; empty for a threat that no worry is about.
	Concern rapport.ID `json:"concern,omitzero"`
	// Threats are the assessed threats of the kinds to check because of the worry, or the one threat,
	// sorted.
	Threats []rapport.ID `json:"threats"`
	// Worry is how strongly it is felt; unknown where nobody has asked, none where the person was asked and
	// did not name it.
	Worry rapport.Level `json:"worry"`
	// Assessed is the highest level that is planned for of the threats; unknown where none is assessed.
	Assessed rapport.Level `json:"assessed"`
	// Stance is what follows.
	Stance Stance `json:"stance"`
	// Again is the day by which the worry is talked about again, where the stance is to reassure; zero
	// otherwise.
	Again rapport.Date `json:"again,omitzero"`
	// Reasons say why, in order; subjects are paths below the profile, or "/threats/" and below.
	Reasons []rapport.Reason `json:"reasons"`
}

// reassureDays is when a worry that no threat answers is talked about again. House judgement.
const reassureDays = 30

// Contrast reads a profile and the assessed threats at a moment. Threats that are aimed at others by name
// are left out. Low is none or low, high is moderate and above. A threat that is not assessed stays so:
// worry never stands in for it. An error lists what is wrong with the profile (below "/profile") and the
// threats (below "/threats").
func (s Scorer) Contrast(p Profile, threats []Threat, at time.Time) (Contrast, error) {
	var f rapport.Faults
	scores, err := s.Score(p, at)
	f.Join("/profile", err)
	c := contrasting{Scorer: s, profile: p}
	seen := map[rapport.ID]bool{}
	for i, t := range threats {
		place := rapport.Pointer("/threats").Index(i)
		if t.ID != "" && seen[t.ID] {
			f.DuplicateID(place.Child("id"))
		}
		seen[t.ID] = true
		picture, err := s.Picture(t, at)
		f.Join(place, err)
		if err == nil && (len(t.Aimed) == 0 || slices.Contains(t.Aimed, p.ID)) {
			c.threats = append(c.threats, facing{t.ID, t.Kind, s.facedLevel(picture), len(t.Contacts) > 0})
		}
	}
	if err := f.Err(); err != nil {
		return Contrast{}, err
	}
	slices.SortFunc(c.threats, func(a, b facing) int {
		return cmp.Or(b.level.Compare(a.level), cmp.Compare(a.id, b.id))
	})
	rows := []ContrastRow{}
	for _, k := range scores.Concerns {
		rows = append(rows, c.worry(k))
	}
	for _, t := range c.threats {
		if !slices.ContainsFunc(rows, func(row ContrastRow) bool { return slices.Contains(row.Threats, t.id) }) {
			rows = append(rows, c.unnamed(t))
		}
	}
	return Contrast{Profile: p.ID, Rows: rows, MadeWith: s.Editions()}, nil
}

// facedLevel is the highest level of a threat that is planned for anywhere; unknown where nobody has
// assessed it.
func (s Scorer) facedLevel(p Picture) rapport.Level {
	level := p.Assessed
	if level == rapport.LevelUnknown {
		return level
	}
	level = level.Higher(p.Level)
	for _, where := range p.Raised {
		level = level.Higher(s.LevelAt(p, where))
	}
	return level
}

// facing is a threat that a person faces.
type facing struct {
	id     rapport.ID
	kind   ThreatKind
	level  rapport.Level
	active bool
}

// contrasting is a profile being laid beside threats.
type contrasting struct {
	Scorer
	profile Profile
	threats []facing
}

func reach(l rapport.Level) rapport.Answer { return l.AtLeast(rapport.LevelModerate) }

// worry lays a worry beside the threats of the kinds to check because of it.
func (c *contrasting) worry(score ConcernScore) ContrastRow {
	i := slices.IndexFunc(c.profile.Concerns, func(k Concern) bool { return k.ID == score.Concern })
	concern := c.profile.Concerns[i]
	kind := c.table().concerns.at(concern.Kind)
	subject := concernPath(concern.ID)
	row := ContrastRow{Concern: concern.ID, Threats: []rapport.ID{}, Worry: concern.Emotion}
	because := func(code rapport.Code, subject rapport.Path, weight int8, args ...string) {
		row.Reasons = append(row.Reasons, codeEntry(code).Reason(subject, weight, args...))
	}
	for _, t := range c.threats {
		if slices.Contains(kind.Checks, t.kind) {
			row.Threats = append(row.Threats, t.id)
			row.Assessed = row.Assessed.Higher(t.level)
			because(CodeContrastAssessed, threatPath(t.id), 2, c.table().threats.at(t.kind).EN.Name, t.level.String())
		}
	}
	slices.Sort(row.Threats)
	because(CodeContrastFelt, subject, 2, kind.EN.Name, concern.Emotion.String())
	switch {
	case len(kind.Checks) == 0:
		row.Stance = StanceConduct
		because(CodeContrastConduct, subject, 3)
	case row.Assessed == rapport.LevelUnknown && reach(row.Worry) == rapport.AnswerYes:
		row.Stance = StanceAssess
		because(CodeContrastNotAssessed, subject, 3)
	case row.Assessed == rapport.LevelUnknown:
		row.Stance = StanceOfferAssessment
		because(CodeContrastNotAssessed, subject, 3)
	default:
		row.Stance = stanceOf(row.Worry, row.Assessed)
	}
	if row.Stance == StanceReassure {
		row.Again = rapport.Date{}
		if !concern.On.IsZero() {
			row.Again = concern.On.AddDays(reassureDays)
		}
	}
	c.belief(concern, row, because)
	row.Reasons = rapport.SortReasons(row.Reasons)
	return row
}

// stanceOf reads the table of worry and threat.
func stanceOf(worry, assessed rapport.Level) Stance {
	serious := reach(assessed) == rapport.AnswerYes
	switch reach(worry) {
	case rapport.AnswerYes:
		if serious {
			return StanceProtectAndHold
		}
		return StanceReassure
	case rapport.AnswerNo:
		if serious {
			return StanceProtectAndInform
		}
		return StanceKeepLight
	default:
		return StanceAsk
	}
}

// belief says where the person holds something to be far likelier than it was assessed: with little worry
// they lack a fact, with much they are in distress, and facts come later. Two steps are far.
func (c *contrasting) belief(k Concern, row ContrastRow, because func(rapport.Code, rapport.Path, int8, ...string)) {
	held, knows := k.Likelihood.Steps()
	found, assessed := row.Assessed.Steps()
	if !knows || !assessed || held-found < 2 {
		return
	}
	if reach(k.Emotion) == rapport.AnswerYes {
		because(CodeContrastDistressed, concernPath(k.ID), 1)
	} else if k.Emotion != rapport.LevelUnknown {
		because(CodeContrastMisinformed, concernPath(k.ID), 1)
	}
}

// unnamed is a threat that no worry is about. A person who was asked and did not name it does not worry
// about it; of one who was not asked nothing is known.
func (c *contrasting) unnamed(t facing) ContrastRow {
	row := ContrastRow{Threats: []rapport.ID{t.id}, Assessed: t.level}
	name := c.table().threats.at(t.kind).EN.Name
	row.Reasons = append(row.Reasons, codeEntry(CodeContrastAssessed).Reason(threatPath(t.id), 2, name, t.level.String()))
	if len(c.profile.Concerns) > 0 || c.profile.Worried == rapport.AnswerNo {
		row.Worry = rapport.LevelNone
		row.Reasons = append(row.Reasons, codeEntry(CodeContrastUnnamed).Reason("/concerns", 3))
	} else {
		row.Reasons = append(row.Reasons, codeEntry(CodeContrastNotAsked).Reason("/concerns", 3))
	}
	switch {
	case t.level == rapport.LevelUnknown && row.Worry == rapport.LevelUnknown:
		row.Stance = StanceAsk
	case t.level == rapport.LevelUnknown && t.active:
		row.Stance = StanceAssess
	case t.level == rapport.LevelUnknown:
		row.Stance = StanceOfferAssessment
	default:
		row.Stance = stanceOf(row.Worry, row.Assessed)
	}
	row.Reasons = rapport.SortReasons(row.Reasons)
	return row
}

func threatPath(id rapport.ID) rapport.Path { return rapport.Path("/threats").Element(string(id)) }
