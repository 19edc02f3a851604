package client

import (
	"cmp"
	"slices"

	"github.com/rapport-go/rapport"
)

// DimensionScore is where a person stands on a psychological dimension, in a setting and at a time of
// day. It describes wishes in the context of protection, never a trait of character, and says nothing
// about a threat.
type DimensionScore struct {
	// Dimension is the dimension.
	Dimension Dimension `json:"dimension"`
	// Setting is where; "anywhere" is the general score.
	Setting Setting `json:"setting"`
	// Hours is the time of day; zero means at any time.
	Hours rapport.Hours `json:"hours,omitzero"`
	// Estimate is the score, from 0 (the low end) to 1 (the high end); it is known.
	Estimate rapport.Estimate `json:"estimate"`
	// Band is low below 0.35, high above 0.65 and moderate between; unknown where the confidence is below
	// 0.25.
	Band rapport.Level `json:"band"`
	// BorrowedFrom is the setting it was taken from, where nothing is known here; the confidence is halved
	// for each step.
	BorrowedFrom Setting `json:"borrowed_from,omitzero"`
}

// scope is a setting and a time of day that evidence speaks of.
type scope struct {
	setting Setting
	hours   rapport.Hours
}

// scored is one dimension in one scope.
type scored struct {
	scope
	estimate
}

// row puts the score into the form in which it leaves, as seen from a setting that lies steps deeper.
func (s scored) row(dimension Dimension, setting Setting, steps int) DimensionScore {
	e := s.estimate.lent(steps)
	d := DimensionScore{Dimension: dimension, Setting: setting, Hours: canonical(s.hours), Estimate: e.out(), Band: e.band()}
	if steps > 0 {
		d.BorrowedFrom = s.setting
	}
	return d
}

// dimensions scores each dimension in general, in the scopes that its evidence names, and in the settings
// of the activities that lie below one of them.
func (r *reading) dimensions() []DimensionScore {
	live := r.liveEvidence()
	list := []DimensionScore{}
	for _, entry := range r.table().dimensions {
		evidence := live[entry.ID]
		r.evidenceReasons(entry, evidence)
		own := r.inScopes(evidence)
		if len(own) == 0 {
			r.lacks(BlocksChoice, CodeDimensionUnknown, dimensionPath(entry.ID), entry.EN.Name)
		}
		for _, s := range own {
			list = append(list, s.row(entry.ID, s.setting, 0))
		}
		list = append(list, r.borrowed(entry, own)...)
	}
	slices.SortFunc(list, func(a, b DimensionScore) int {
		return cmp.Or(cmp.Compare(a.Dimension, b.Dimension), cmp.Compare(a.Setting, b.Setting), compareHours(a.Hours, b.Hours))
	})
	return list
}

// liveEvidence returns the evidence that is not too old, by dimension, and notes what is.
func (r *reading) liveEvidence() map[Dimension][]Evidence {
	live := map[Dimension][]Evidence{}
	for _, e := range r.profile.Evidence {
		kind, _ := r.EvidenceKind(e.Kind)
		if kind.age(e.On, r.day) == 0 {
			r.lacks(BlocksChoice, CodeEvidenceTooOld, evidencePath(e), e.On.String())
			continue
		}
		live[e.Dimension] = append(live[e.Dimension], e)
	}
	return live
}

// inScopes scores one dimension in general and in each scope its evidence names.
func (r *reading) inScopes(evidence []Evidence) []scored {
	scopes := []scope{{setting: anywhere}}
	for _, e := range evidence {
		scopes = append(scopes, scopeOf(e))
	}
	slices.SortFunc(scopes, compareScopes)
	scopes = slices.CompactFunc(scopes, func(a, b scope) bool { return compareScopes(a, b) == 0 })

	var list []scored
	for _, sc := range scopes {
		if e, found := weigh(r.pieces(evidence, sc)); found {
			list = append(list, scored{sc, e})
		}
	}
	return list
}

// holding are the pieces of evidence that hold in a scope: general ones everywhere, others in what lies
// below their setting and within their hours.
func (r *reading) holding(evidence []Evidence, sc scope) []Evidence {
	var list []Evidence
	for _, e := range evidence {
		own := scopeOf(e)
		if r.Lies(sc.setting, own.setting) && covers(own.hours, sc.hours) {
			list = append(list, e)
		}
	}
	return list
}

// pieces weighs the evidence that holds in a scope. That of a setting further out counts half for each
// step, general evidence in full.
func (r *reading) pieces(evidence []Evidence, sc scope) []piece {
	holding := r.holding(evidence, sc)
	if r.onlyBeside(holding) {
		return nil
	}
	pieces := make([]piece, len(holding))
	for i, e := range holding {
		kind, _ := r.EvidenceKind(e.Kind)
		value, _ := ofLevel(e.Level)
		mass := part(kind.Weight, 100).times(kind.age(e.On, r.day))
		if own := scopeOf(e).setting; own != anywhere {
			steps, _ := r.steps(sc.setting, own)
			mass = mass.halved(steps)
		}
		if r.corrected(e, holding) {
			mass = mass.halved(1)
		}
		pieces[i] = piece{value: value, mass: mass}
	}
	return pieces
}

// onlyBeside reports whether all the evidence is of kinds that count only beside others.
func (r *reading) onlyBeside(evidence []Evidence) bool {
	return !slices.ContainsFunc(evidence, func(e Evidence) bool {
		kind, _ := r.EvidenceKind(e.Kind)
		return !kind.BesideOnly
	})
}

// corrected reports whether evidence of a correcting kind came after e.
func (r *reading) corrected(e Evidence, among []Evidence) bool {
	return slices.ContainsFunc(among, func(other Evidence) bool {
		kind, _ := r.EvidenceKind(other.Kind)
		return kind.HalvesOlder && other.Kind != e.Kind && other.On.Compare(e.On) > 0
	})
}

// borrowed scores the settings of the activities that have no score of their own from the nearest
// setting they lie in. The general score holds everywhere and is not repeated.
func (r *reading) borrowed(entry DimensionEntry, own []scored) []DimensionScore {
	var list []DimensionScore
	for _, place := range r.places(nil) {
		lender, steps := r.lender(own, place)
		if steps == 0 {
			continue
		}
		for _, s := range own {
			if s.setting == lender {
				list = append(list, s.row(entry.ID, place, steps))
			}
		}
		r.because(CodeDimensionBorrowed, dimensionPath(entry.ID), 1, entry.EN.Name, r.settingName(place), r.settingName(lender))
	}
	return list
}

// lender finds the nearest setting with a score, from place up to and without "anywhere", and how many
// steps away it lies; 0 where place has its own or nobody lends.
func (r *reading) lender(own []scored, place Setting) (Setting, int) {
	for steps, lender := range r.SettingPath(place) {
		if lender != anywhere && slices.ContainsFunc(own, func(s scored) bool { return s.setting == lender }) {
			return lender, steps
		}
	}
	return "", 0
}

// evidenceReasons names each piece that counts; one that stands alone decides alone.
func (r *reading) evidenceReasons(entry DimensionEntry, evidence []Evidence) {
	for _, e := range evidence {
		kind, _ := r.EvidenceKind(e.Kind)
		beside := r.holding(evidence, scopeOf(e))
		if r.onlyBeside(beside) {
			r.because(CodeEvidenceAlone, evidencePath(e), -1, kind.EN.Name)
			continue
		}
		weight := int8(1)
		switch {
		case len(beside) == 1:
			weight = 3
		case kind.Weight >= 60:
			weight = 2
		}
		r.because(CodeEvidenceCounts, evidencePath(e), weight, kind.EN.Name, e.On.String(), e.Level.String(), entry.EN.Name)
		if r.corrected(e, beside) {
			r.because(CodeEvidenceHalved, evidencePath(e), -1, e.On.String())
		}
	}
}

func scopeOf(e Evidence) scope {
	setting := e.Setting
	if setting == "" {
		setting = anywhere
	}
	return scope{setting: setting, hours: canonical(e.Hours)}
}

func evidencePath(e Evidence) rapport.Path { return rapport.Path("/evidence").Element(string(e.ID)) }

func dimensionPath(d Dimension) rapport.Path { return rapport.Path("/dimensions").Element(string(d)) }

// compareScopes orders scopes by setting, then hours.
func compareScopes(a, b scope) int {
	return cmp.Or(cmp.Compare(a.setting, b.setting), compareHours(a.hours, b.hours))
}
