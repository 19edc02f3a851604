package client

import (
	"strconv"

	"github.com/rapport-go/rapport"
)

// Override is the judgement of a person that stands in for a score for a while. It says who judged, why,
// and until when; after that day the score counts again.
type Override struct {
	// ID is unique in the profile's overrides.
	ID rapport.ID `json:"id"`
	// Of is what it stands in for: "/dimensions/" and a dimension (its general score), or "/activities/",
	// the ID of an activity, and "/exposure" or "/predictable".
	Of rapport.Path `json:"of"`
	// Level is the judgement; on a dimension none and severe are the two ends.
	Level rapport.Level `json:"level"`
	// By is who judged.
	By rapport.ID `json:"by"`
	// Reason says why, in one sentence without names.
	Reason string `json:"reason"`
	// On is the day from which it counts.
	On rapport.Date `json:"on"`
	// Until is the last day on which it counts.
	Until rapport.Date `json:"until"`
}

// Validate reports problems of shape: no author, no reason, no end.
func (o Override) Validate() error {
	var f rapport.Faults
	f.ID("/id", o.ID)
	required(&f, "/of", o.Of == "")
	required(&f, "/level", o.Level == rapport.LevelUnknown)
	member(&f, "/level", o.Level)
	f.ID("/by", o.By)
	required(&f, "/reason", o.Reason == "")
	ownWords(&f, "/reason", o.Reason)
	required(&f, "/on", o.On.IsZero())
	required(&f, "/until", o.Until.IsZero())
	inRange(&f, "/until", o.Until.IsZero() || o.Until.Compare(o.On) >= 0)
	return f.Err()
}

// The tails of what an override of an activity stands in for.
const (
	tailExposure    = "exposure"
	tailPredictable = "predictable"
)

// target splits what an override stands in for; ok is false where it is no score.
func (o Override) target() (dimension Dimension, activity rapport.ID, ok bool) {
	switch s := o.Of.Segments(); {
	case len(s) == 2 && s[0] == "dimensions":
		return Dimension(s[1]), "", true
	case len(s) == 3 && s[0] == "activities" && (s[2] == tailExposure || s[2] == tailPredictable):
		return "", rapport.ID(s[1]), true
	}
	return "", "", false
}

// checkOverrides notes overrides of what is no score, of an activity that is not there, and two of one
// score on one day.
func (p Profile) checkOverrides(f *rapport.Faults) {
	for i, o := range p.Overrides {
		at := rapport.Pointer("/overrides").Index(i)
		if dimension, activity, ok := o.target(); o.Of != "" && (!ok || dimension == "" && !p.does(activity)) {
			f.UnknownID(at.Child("of"))
		}
		for _, other := range p.Overrides[:i] {
			if other.Of == o.Of && o.On.Compare(other.Until) <= 0 && other.On.Compare(o.Until) <= 0 {
				f.Coded(at, codeEntry(CodeOverriddenTwice))
			}
		}
	}
}

func (p Profile) does(activity rapport.ID) bool {
	for i := range p.Activities {
		if p.Activities[i].ID == activity {
			return true
		}
	}
	return false
}

// overrideOf finds the judgement that stands in for a score on the day.
func (r *reading) overrideOf(of rapport.Path) (Override, bool) {
	for _, o := range r.profile.Overrides {
		if o.Of != of || o.On.Compare(r.day) > 0 {
			continue
		}
		subject := rapport.Path("/overrides").Element(string(o.ID))
		if o.Until.Compare(r.day) < 0 {
			r.because(CodeOverrideEnded, subject, -1, o.Until.String())
			continue
		}
		r.because(CodeOverrideCounts, subject, 3, o.Level.String(), o.Until.String(), strconv.Quote(o.Reason))
		return o, true
	}
	return Override{}, false
}
