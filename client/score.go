package client

import (
	"cmp"
	"slices"
	"time"

	"github.com/rapport-go/rapport"
)

// Scores is what a profile says at a moment, in numbers that a person can check with pencil and paper.
// Reasons carry paths below the profile ("/reactions/r-1"). All lists are non-nil. Upper rooms read it
// through its methods; a payer is shown its [Scores.Coverage] and nothing else.
type Scores struct {
	// Profile is the profile's ID.
	Profile rapport.ID `json:"profile"`
	// Needs has the weight of each of the four needs, the heaviest first, then in the order of the scale.
	Needs []NeedWeight `json:"needs"`
	// Dimensions are what is known of the psychological dimensions, by dimension, setting, hours.
	Dimensions []DimensionScore `json:"dimensions"`
	// Control is the sense of control, and how far it stays behind what is needed.
	Control ControlScore `json:"control"`
	// Tolerances are how visible protection may be before it disturbs, by setting, then visibility.
	Tolerances []Tolerance `json:"tolerances"`
	// Concerns are the worries in order; the first is the primary one.
	Concerns []ConcernScore `json:"concerns"`
	// Wants are the needs that were named or lie behind a worry, by type, those not met first.
	Wants []NeedScore `json:"wants"`
	// Activities are the activities that are not over, by ID.
	Activities []ActivityScore `json:"activities"`
	// Settings are the settings that anything is known of, sorted.
	Settings []SettingScore `json:"settings"`
	// Changes are the changes in life that lie ahead or not long back, by the day to talk about them.
	Changes []ChangeScore `json:"changes"`
	// Missing is what nobody has said, or what is too old to count: the gravest first, then by field.
	Missing []Missing `json:"missing"`
	// Reasons say why, in order.
	Reasons []rapport.Reason `json:"reasons"`
	// MadeWith lists the catalogues used.
	MadeWith []rapport.Edition `json:"made_with"`
}

// Missing is something that nobody has said, or that was said too long ago. The reason with the same
// path says which.
type Missing struct {
	// Field is the path below the profile ("/priorities", "/evidence/e-1"), or "/dimensions/" and a
	// dimension of which too little is known.
	Field rapport.Path `json:"field"`
	// Blocks says what has to wait for it.
	Blocks Blocks `json:"blocks"`
	// Ask is the question of the intake that fills it; empty where none does.
	Ask Question `json:"ask,omitzero"`
}

// Score reads a profile with the standard catalogue; see [Scorer.Score].
func Score(p Profile, at time.Time) (Scores, error) { return Scorer{}.Score(p, at) }

// Score reads a profile at a moment: what its owner needs, fears and lives, what is known of how
// protection feels, and what is missing. Days are read in the location of at. An error lists what is out
// of shape, unknown to this scorer, or dated after that day; there is no partial result. Human judgements
// age: what is too old is left out and the rest weighs more, nothing stands in for it. The work grows with
// the square of the profile's lists at most, and these have limits ([MaxEvidence] and its neighbours).
func (s Scorer) Score(p Profile, at time.Time) (Scores, error) {
	var f rapport.Faults
	f.At("", at)
	f.Join("", s.CheckProfile(p))
	day := rapport.DateOf(at)
	if !day.IsZero() {
		datesAfter(&f, p, day)
	}
	if err := f.Err(); err != nil {
		return Scores{}, err
	}
	r := reading{Scorer: s, profile: p, day: day, at: at, paths: map[Setting][]Setting{}}
	scores := Scores{
		Profile:    p.ID,
		Needs:      r.needs(),
		Activities: r.activities(),
		Dimensions: r.dimensions(),
		Tolerances: r.tolerances(),
		Concerns:   r.concerns(),
		Changes:    r.changes(),
	}
	scores.Wants = r.wants(scores.Concerns)
	scores.Control = r.control(scores.Dimension(DimensionNeedForControl, anywhere, at))
	scores.Settings = r.settings(scores)
	r.gaps(scores)
	scores.Missing = sortMissing(r.missing)
	scores.Reasons = rapport.SortReasons(r.reasons)
	scores.MadeWith = s.Editions()
	return scores, nil
}

// reading is one profile being scored: what is read, and the reasons and gaps found on the way.
type reading struct {
	Scorer
	profile Profile
	day     rapport.Date
	at      time.Time
	reasons []rapport.Reason
	missing []Missing
	// paths remembers the settings that each setting lies in.
	paths map[Setting][]Setting
}

// path lists the setting and those it lies in, innermost first. The list is not to be changed.
func (r *reading) path(word Setting) []Setting {
	path, known := r.paths[word]
	if !known {
		path = r.SettingPath(word)
		r.paths[word] = path
	}
	return path
}

func (r *reading) because(code rapport.Code, subject rapport.Path, weight int8, args ...string) {
	r.reasons = append(r.reasons, rapport.Reason{Code: code, Subject: subject, Weight: weight, Args: args, Text: rapport.Fill(codeEntry(code).EN, args...)})
}

// lacks notes a gap, the question that would fill it, and the reason that names it.
func (r *reading) lacks(blocks Blocks, ask Question, code rapport.Code, field rapport.Path, args ...string) {
	r.missing = append(r.missing, Missing{Field: field, Blocks: blocks, Ask: ask})
	r.because(code, field, -1, args...)
}

// places lists the settings to be scored: those given, and those of the activities, sorted.
func (r *reading) places(given []Setting) []Setting {
	for _, a := range r.profile.Activities {
		if !a.Over(r.at) {
			given = append(given, r.SettingOf(a))
		}
	}
	slices.Sort(given)
	return slices.Compact(given)
}

// datesAfter notes what is dated after the day of judgement.
func datesAfter(f *rapport.Faults, p Profile, day rapport.Date) {
	after := func(list rapport.Pointer, i int, on rapport.Date) {
		if on.Compare(day) > 0 {
			f.AfterMoment(list.Index(i).Child("on"))
		}
	}
	if p.Control.On.Compare(day) > 0 {
		f.AfterMoment("/control/on")
	}
	if p.PrioritiesOn.Compare(day) > 0 {
		f.AfterMoment("/priorities_on")
	}
	for i, e := range p.Evidence {
		after("/evidence", i, e.On)
	}
	for i, c := range p.Concerns {
		after("/concerns", i, c.On)
	}
	for i, r := range p.Reactions {
		after("/reactions", i, r.On)
	}
	for i, w := range p.Wishes {
		after("/wishes", i, w.On)
	}
	for i, n := range p.Needs {
		after("/needs", i, n.On)
	}
}

func sortMissing(list []Missing) []Missing {
	if len(list) == 0 {
		return []Missing{}
	}
	slices.SortFunc(list, func(a, b Missing) int {
		return cmp.Or(cmp.Compare(a.Blocks, b.Blocks), cmp.Compare(a.Field, b.Field), cmp.Compare(a.Ask, b.Ask))
	})
	return slices.Compact(list)
}
