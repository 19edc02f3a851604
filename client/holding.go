package client

import (
	"cmp"
	"slices"

	"github.com/rapport-go/rapport"
)

// scope is a setting and a time of day that evidence speaks of.
type scope struct {
	setting Setting
	hours   rapport.Hours
	week    week
}

func scopeOf(e Evidence) scope {
	setting := e.Setting
	if setting == "" {
		setting = anywhere
	}
	hours := canonical(e.Hours)
	return scope{setting: setting, hours: hours, week: weekOf(hours)}
}

// is reports whether two scopes are the same.
func (s scope) is(other scope) bool { return s.setting == other.setting && s.week == other.week }

// compareScopes orders scopes by setting, then hours.
func compareScopes(a, b scope) int {
	return cmp.Or(cmp.Compare(a.setting, b.setting), compareHours(a.hours, b.hours))
}

// said is a piece of evidence that is not too old, read once for all the scopes in which it holds.
type said struct {
	Evidence
	scope scope
	kind  *EvidenceEntry
	piece piece
}

// liveEvidence returns the evidence that is not too old, by dimension, and notes what is.
func (r *reading) liveEvidence() map[Dimension][]*said {
	live := map[Dimension][]*said{}
	for _, e := range r.profile.Evidence {
		kind := r.table().evidence.at(e.Kind)
		age := kind.age(e.On, r.day)
		if age == 0 {
			r.lacks(BlocksChoice, r.asksDimension(e.Dimension), CodeEvidenceTooOld, evidencePath(e), e.On.String())
			continue
		}
		live[e.Dimension] = append(live[e.Dimension], &said{e, scopeOf(e), kind, r.pieceOf(e, part(kind.Weight, 100).times(age))})
	}
	return live
}

// pieceOf weighs one piece of evidence. Of short statements only the answered share counts; where those for
// and those against disagree they count half and are to be asked about in talk.
func (r *reading) pieceOf(e Evidence, mass micro) piece {
	if e.Scale.IsZero() {
		value, _ := ofLevel(e.Level)
		return piece{value, mass}
	}
	mass = mass.times(e.Scale.answered())
	if e.Scale.contradicts() {
		mass = mass.halved(1)
		r.lacks(BlocksChoice, r.asksDimension(e.Dimension), CodeEvidenceContradicts, evidencePath(e))
	}
	return piece{e.Scale.value(), mass}
}

// level is where a piece puts the person, in the nearest word.
func (s *said) level() rapport.Level {
	if s.Scale.IsZero() {
		return s.Level
	}
	return rapport.LevelNone + rapport.Level((s.piece.value*4+one/2)/one)
}

// holding is the evidence that holds in a scope: general evidence everywhere, other evidence in what lies
// below its setting and within its hours.
type holding struct {
	scope scope
	path  []Setting
	said  []*said
	// corrections are the newest evidence of a correcting kind, and the newest of another such kind: for
	// evidence of any kind, one of the two is the newest correction of another kind.
	corrections []*said
}

func (r *reading) holding(evidence []*said, sc scope) holding {
	h := holding{scope: sc, path: r.path(sc.setting)}
	for _, e := range evidence {
		if slices.Contains(h.path, e.scope.setting) && e.scope.week.covers(sc.week) {
			h.said = append(h.said, e)
		}
	}
	for range 2 {
		if newest := h.newestCorrection(); newest != nil {
			h.corrections = append(h.corrections, newest)
		}
	}
	return h
}

// newestCorrection finds the newest evidence of a correcting kind that has no correction listed yet.
func (h holding) newestCorrection() *said {
	var newest *said
	for _, e := range h.said {
		listed := slices.ContainsFunc(h.corrections, func(c *said) bool { return c.Kind == e.Kind })
		if e.kind.HalvesOlder && !listed && (newest == nil || e.On.Compare(newest.On) > 0) {
			newest = e
		}
	}
	return newest
}

// corrected reports whether evidence of another kind, a correcting one, came after e.
func (h holding) corrected(e *said) bool {
	return slices.ContainsFunc(h.corrections, func(c *said) bool { return c.Kind != e.Kind && c.On.Compare(e.On) > 0 })
}

// onlyBeside reports whether all the evidence is of kinds that count only beside others.
func (h holding) onlyBeside() bool {
	return !slices.ContainsFunc(h.said, func(e *said) bool { return !e.kind.BesideOnly })
}

// pieces weighs the evidence. That of a setting further out counts half for each step, general evidence
// in full.
func (h holding) pieces() []piece {
	if h.onlyBeside() {
		return nil
	}
	pieces := make([]piece, len(h.said))
	for i, e := range h.said {
		pieces[i] = e.piece
		if e.scope.setting != anywhere {
			pieces[i].mass = pieces[i].mass.halved(slices.Index(h.path, e.scope.setting))
		}
		if h.corrected(e) {
			pieces[i].mass = pieces[i].mass.halved(1)
		}
	}
	return pieces
}

// evidenceReasons names each piece that speaks of the scope itself; one that stands alone decides alone.
func (r *reading) evidenceReasons(entry *DimensionEntry, h holding) {
	onlyBeside := h.onlyBeside()
	for _, e := range h.said {
		if !e.scope.is(h.scope) {
			continue
		}
		subject := evidencePath(e.Evidence)
		if onlyBeside {
			r.because(CodeEvidenceAlone, subject, -1, e.kind.EN.Name)
			continue
		}
		weight := int8(1)
		switch {
		case len(h.said) == 1:
			weight = 3
		case e.kind.Weight >= 60:
			weight = 2
		}
		r.because(CodeEvidenceCounts, subject, weight, e.kind.EN.Name, e.On.String(), e.level().String(), entry.EN.Name)
		if h.corrected(e) {
			r.because(CodeEvidenceHalved, subject, -1, e.On.String())
		}
	}
}

func evidencePath(e Evidence) rapport.Path { return rapport.Path("/evidence").Element(string(e.ID)) }
