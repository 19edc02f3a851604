package client

import (
	"cmp"
	"math"
	"slices"
	"strconv"

	"github.com/rapport-go/rapport"
)

// Concern is a felt worry. Emotion, judged likelihood and what is avoided are three separate fields,
// because people can be high on one and low on another (Ferraro and LaGrange 1987). It is never a
// threat and never turns into one.
type Concern struct {
	// ID is unique in the profile's concerns.
	ID rapport.ID `json:"id"`
	// Kind says what the worry is about.
	Kind ConcernKind `json:"kind"`
	// Rank is the person's own ranking, 1 being the first worry; 0 means not ranked.
	Rank int `json:"rank,omitzero"`
	// Emotion is how strongly it is felt.
	Emotion rapport.Level `json:"emotion,omitzero"`
	// Likelihood is how likely the person holds it to be.
	Likelihood rapport.Level `json:"likelihood,omitzero"`
	// Avoidance is how much the person does without because of it.
	Avoidance rapport.Level `json:"avoidance,omitzero"`
	// On is the day it was said.
	On rapport.Date `json:"on,omitzero"`
	// Source says who said it; empty means the person. What others say of a worry is kept and has to be
	// asked.
	Source EvidenceKind `json:"source,omitzero"`
	// Since is the day from which it has been there.
	Since rapport.Date `json:"since,omitzero"`
	// About are the people it is about, where that is somebody else: a child, a parent.
	About []rapport.ID `json:"about,omitzero"`
	// Avoids says in a few words what the person does without, without names.
	Avoids string `json:"avoids,omitzero"`
	// Words are the person's own, without names.
	Words string `json:"words,omitzero"`
}

// Validate reports problems of shape.
func (c Concern) Validate() error {
	var f rapport.Faults
	f.ID("/id", c.ID)
	rapport.FaultWord(&f, "/kind", c.Kind)
	inRange(&f, "/rank", c.Rank >= 0)
	member(&f, "/emotion", c.Emotion)
	member(&f, "/likelihood", c.Likelihood)
	member(&f, "/avoidance", c.Avoidance)
	rapport.FaultOptionalWord(&f, "/source", c.Source)
	people(&f, "/about", c.About, "")
	ownWords(&f, "/avoids", c.Avoids)
	ownWords(&f, "/words", c.Words)
	return f.Err()
}

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
	// ownWeight is the least weight, in hundredths, of what the person says themself.
	ownWeight = 60
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

// unsaid is the first of the three fields that nobody has said.
func (w weighed) unsaid() Fills {
	switch {
	case w.Emotion == rapport.LevelUnknown:
		return FillsEmotion
	case w.Likelihood == rapport.LevelUnknown:
		return FillsLikelihood
	}
	return FillsAvoidance
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
	if !w.Since.IsZero() {
		r.because(CodeConcernSince, subject, 1, w.Since.String())
	}
	if w.Avoids != "" {
		r.because(CodeConcernAvoids, subject, 1, w.Avoids)
	}
	for _, id := range w.About {
		r.because(CodeConcernAbout, subject, 1, string(id))
	}
	if source := r.table().evidence.at(w.Source); w.Source != "" && source.Weight < ownWeight {
		r.lacks(BlocksChoice, r.asks(FillsConcerns), CodeConcernHearsay, subject, source.EN.Name)
	}
	if w.confidence < one {
		r.lacks(BlocksChoice, r.asks(w.unsaid()), CodeConcernIncomplete, subject)
	}
	if w.On.DaysUntil(r.day) > askAgainDays {
		r.lacks(BlocksChoice, r.asks(FillsEmotion), CodeConcernAskAgain, subject, w.On.String())
	}
}
