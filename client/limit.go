package client

import "github.com/rapport-go/rapport"

// The limits of a profile's lists and of a threat's log. Beyond them the answer is an error with
// [CodeTooLarge]. House judgement: several years of careful notes fit, and what is too old to count may
// be left out.
const (
	// MaxEvidence is the largest number of pieces of evidence.
	MaxEvidence = 200
	// MaxConcerns is the largest number of concerns.
	MaxConcerns = 100
	// MaxActivities is the largest number of activities of a person, and of posts of a site.
	MaxActivities = 200
	// MaxReactions is the largest number of reactions.
	MaxReactions = 500
	// MaxWishes is the largest number of wishes.
	MaxWishes = 200
	// MaxChanges is the largest number of changes in life, and of overrides.
	MaxChanges = 100
	// MaxPeople is the largest number of people in one list: guardians, members, those a wish is about.
	MaxPeople = 100
	// MaxReplies is the largest number of replies in a sheet.
	MaxReplies = 2000
	// MaxContacts is the largest number of contacts in the log of a threat.
	MaxContacts = 1000
)

// bounded notes a list that is longer than its limit.
func bounded(f *rapport.Faults, at rapport.Pointer, count, limit int) {
	if count > limit {
		f.Coded(at, codeEntry(CodeTooLarge))
	}
}
