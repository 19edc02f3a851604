package client

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/rapport-go/rapport"
)

// NeedWeight is how much a need weighs among the four.
type NeedWeight struct {
	// Need is the need.
	Need Need `json:"need"`
	// Weight lies between 0 and 1; the four add up to 1. It decides inside the floors and never lowers
	// one.
	Weight float64 `json:"weight"`
	// Ranked is yes where the person ranked it, no where it shares what the ranked ones leave.
	Ranked rapport.Answer `json:"ranked"`
}

// needs weighs the four needs by their places, by rank-order centroid unless the scorer was built otherwise.
// Tied needs share the mean of their places, unranked ones that of the places left.
func (r *reading) needs() []NeedWeight {
	weights := r.weigh(len(needWords) - 1)
	list := make([]NeedWeight, 0, len(weights))
	place := 0
	add := func(needs []Need, ranked rapport.Answer) {
		share := mean(weights[place : place+len(needs)])
		for _, need := range needs {
			list = append(list, NeedWeight{Need: need, Weight: share, Ranked: ranked})
			subject := rapport.Path("/priorities").Element(need.String())
			if ranked == rapport.AnswerYes {
				r.because(CodeNeedRanked, subject, 3, need.String(), strconv.Itoa(place+1))
			} else {
				r.because(CodeNeedNotRanked, subject, 1, need.String())
			}
		}
		place += len(needs)
	}
	rest := []Need{NeedProtection, NeedComfort, NeedPrivacy, NeedAutonomy}
	for _, tied := range r.profile.Priorities {
		add(tied, rapport.AnswerYes)
		rest = slices.DeleteFunc(rest, func(n Need) bool { return slices.Contains(tied, n) })
	}
	add(rest, rapport.AnswerNo)
	slices.SortFunc(list, func(a, b NeedWeight) int {
		return cmp.Or(cmp.Compare(b.Weight, a.Weight), cmp.Compare(a.Need, b.Need))
	})
	return list
}

func mean(weights []float64) float64 {
	if len(weights) == 0 {
		return 0
	}
	sum := 0.0
	for _, w := range weights {
		sum += w
	}
	return sum / float64(len(weights))
}
