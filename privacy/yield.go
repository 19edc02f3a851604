package privacy

import (
	"cmp"
	"slices"

	"github.com/rapport-go/rapport"
)

// YieldID is a word for a situation in which privacy gives way.
type YieldID string

// YieldEntry is a situation in which privacy gives way. The client hears of it beforehand. All are house
// judgement; what the law of a place asks is the firm's to know.
type YieldEntry struct {
	// ID is the word.
	ID YieldID `json:"id"`
	// Rank says which is told first, from 1.
	Rank int `json:"rank"`
	// When says where it has to be reckoned with.
	When Condition `json:"when,omitzero"`
	// EN is the English wording.
	EN YieldWords `json:"en"`
}

// YieldWords is the English wording of a situation in which privacy gives way.
type YieldWords struct {
	// What says what gives way.
	What string `json:"what"`
	// Decides says who or what decides it.
	Decides string `json:"decides"`
	// Keeps says what is still kept.
	Keeps string `json:"keeps"`
	// Told is what the client is told beforehand.
	Told string `json:"told"`
}

// Yield is a situation in which privacy will give way at this activity.
type Yield struct {
	// ID is its word.
	ID YieldID `json:"id"`
	// Subject names what in the choice makes it one to reckon with; "/activity/setting" where it is so
	// anywhere.
	Subject rapport.Path `json:"subject"`
	// What says what gives way.
	What string `json:"what"`
	// Decides says who or what decides it.
	Decides string `json:"decides"`
	// Keeps says what is still kept.
	Keeps string `json:"keeps"`
	// Told is what the client is told beforehand.
	Told string `json:"told"`
}

// yields lists the situations in which privacy gives way here, in the order in which they are told.
func (sc *scene) yields() []Yield {
	list := []Yield{}
	ranked := slices.Clone(sc.selector.words.orStandard().yields)
	slices.SortStableFunc(ranked, func(a, b YieldEntry) int { return cmp.Compare(a.Rank, b.Rank) })
	for _, e := range ranked {
		if subject, holds := sc.first(e.When); holds {
			list = append(list, Yield{e.ID, subject, e.EN.What, e.EN.Decides, e.EN.Keeps, e.EN.Told})
		}
	}
	return list
}
