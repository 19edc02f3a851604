package client

import (
	"cmp"
	"math"
	"slices"
	"strconv"

	"github.com/rapport-go/rapport"
)

// ConcernScore is a worry in its place in the order.
type ConcernScore struct {
	// Concern is the concern's ID.
	Concern rapport.ID `json:"concern"`
	// Kind is the concern's kind.
	Kind ConcernKind `json:"kind"`
	// Rank is the person's own ranking; 0 means not ranked.
	Rank int `json:"rank,omitzero"`
	// Estimate is how much it weighs in daily life: half emotion, a fifth judged likelihood, three tenths
	// avoidance. Its confidence is the share of the three that is known; with none it is unknown. House
	// judgement.
	Estimate rapport.Estimate `json:"estimate"`
}

// The shares of the three fields of a concern, and how long a concern holds before it is asked again.
const (
	emotionShare    = one * 5 / 10
	likelihoodShare = one * 2 / 10
	avoidanceShare  = one * 3 / 10
	askAgainDays    = 180
)

// weighed is a concern with its score.
type weighed struct {
	Concern
	estimate
}

// concerns puts the worries in order: the person's own ranking first; the score orders the unranked.
func (r *reading) concerns() []ConcernScore {
	list := make([]weighed, len(r.profile.Concerns))
	for i, c := range r.profile.Concerns {
		list[i] = weighed{c, weighConcern(c)}
	}
	slices.SortFunc(list, compareConcerns)

	scores := make([]ConcernScore, len(list))
	for i, w := range list {
		scores[i] = ConcernScore{Concern: w.ID, Kind: w.Kind, Rank: w.Rank, Estimate: w.out()}
		r.concernReasons(w, list[:i])
	}
	return scores
}

// place is the person's rank; the unranked come after all ranks.
func (w weighed) place() int {
	if w.Rank == 0 {
		return math.MaxInt
	}
	return w.Rank
}

// compareConcerns puts ranked before unranked; equal ranks and the unranked go by score, then ID.
func compareConcerns(a, b weighed) int {
	return cmp.Or(
		cmp.Compare(a.place(), b.place()),
		cmp.Compare(b.value, a.value),
		cmp.Compare(a.ID, b.ID),
	)
}

// weighConcern leaves a missing field out and shares its part among the others.
func weighConcern(c Concern) estimate {
	var sum, share micro
	for _, field := range []struct {
		level rapport.Level
		share micro
	}{{c.Emotion, emotionShare}, {c.Likelihood, likelihoodShare}, {c.Avoidance, avoidanceShare}} {
		if value, known := ofLevel(field.level); known {
			sum += field.share.times(value)
			share += field.share
		}
	}
	return estimate{value: sum.over(share), confidence: share}
}

func (r *reading) concernReasons(w weighed, before []weighed) {
	subject := rapport.Path("/concerns").Element(string(w.ID))
	if len(before) == 0 {
		r.because(CodeConcernPrimary, subject, 3)
	}
	if w.Rank > 0 {
		r.because(CodeConcernRanked, subject, 2, strconv.Itoa(w.Rank))
	} else {
		r.because(CodeConcernScored, subject, 1)
	}
	if slices.ContainsFunc(before, func(b weighed) bool { return b.Rank > 0 && w.Rank > b.Rank && w.value > b.value }) {
		r.because(CodeConcernTension, subject, 1)
	}
	if w.confidence < one {
		r.lacks(BlocksChoice, CodeConcernIncomplete, subject)
	}
	if w.On.DaysUntil(r.day) > askAgainDays {
		r.lacks(BlocksChoice, CodeConcernAskAgain, subject, w.On.String())
	}
}
