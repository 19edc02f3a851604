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
	// Override is the override that stands in for the score; empty for none.
	Override rapport.ID `json:"override,omitzero"`
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
	places := r.places(nil)
	list := []DimensionScore{}
	for i := range r.table().dimensions {
		entry := &r.table().dimensions[i]
		own := r.inScopes(entry, live[entry.ID])
		if o, found := r.overrideOf(dimensionPath(entry.ID)); found {
			list = append(list, o.stands(entry.ID))
			own = slices.DeleteFunc(own, scored.general)
		} else if len(own) == 0 && r.asked() {
			r.lacks(BlocksChoice, r.asksDimension(entry.ID), CodeDimensionUnknown, dimensionPath(entry.ID), entry.EN.Name)
		}
		for _, s := range own {
			row := s.row(entry.ID, s.setting, 0)
			list = append(list, row)
			if row.Band == rapport.LevelHigh || row.Band == rapport.LevelLow {
				r.because(CodeDimensionBand, dimensionPath(entry.ID), 1, entry.EN.Name, row.Band.String(), r.settingName(s.setting), entry.EN.Changes)
			}
		}
		list = append(list, r.borrowed(entry, own, places)...)
	}
	slices.SortFunc(list, func(a, b DimensionScore) int {
		return cmp.Or(cmp.Compare(a.Dimension, b.Dimension), cmp.Compare(a.Setting, b.Setting), compareHours(a.Hours, b.Hours))
	})
	return list
}

// stands puts a person's judgement in place of the general score.
func (o Override) stands(dimension Dimension) DimensionScore {
	value, _ := ofLevel(o.Level)
	e := estimate{value, one}
	return DimensionScore{Dimension: dimension, Setting: anywhere, Estimate: e.out(), Band: e.band(), Override: o.ID}
}

// general reports whether the score is the one for anywhere at any time.
func (s scored) general() bool { return s.setting == anywhere && s.hours.IsZero() }

// asked reports whether the person is old enough to be asked scales and how they see themselves.
func (r *reading) asked() bool {
	return r.profile.Minor != rapport.AnswerYes || r.profile.Heard != rapport.AnswerNo
}

// inScopes scores one dimension in general and in each scope its evidence names.
func (r *reading) inScopes(entry *DimensionEntry, evidence []*said) []scored {
	scopes := []scope{{setting: anywhere}}
	for _, e := range evidence {
		scopes = append(scopes, e.scope)
	}
	slices.SortFunc(scopes, compareScopes)
	scopes = slices.CompactFunc(scopes, scope.is)

	var list []scored
	for _, sc := range scopes {
		h := r.holding(evidence, sc)
		r.evidenceReasons(entry, h)
		if e, found := weigh(h.pieces()); found {
			list = append(list, scored{sc, e})
		}
	}
	return list
}

// borrowed scores the settings of the activities that have no score of their own from the nearest
// setting they lie in. The general score holds everywhere and is not repeated.
func (r *reading) borrowed(entry *DimensionEntry, own []scored, places []Setting) []DimensionScore {
	var list []DimensionScore
	for _, place := range places {
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
	for steps, lender := range r.path(place) {
		if lender != anywhere && slices.ContainsFunc(own, func(s scored) bool { return s.setting == lender }) {
			return lender, steps
		}
	}
	return "", 0
}

func dimensionPath(d Dimension) rapport.Path { return rapport.Path("/dimensions").Element(string(d)) }
