package privacy

import (
	"cmp"
	"slices"
	"strings"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
)

// SumID is a word for a sum of views.
type SumID string

// SumEntry says what views come to when one person has them all. All sums are house judgement.
type SumEntry struct {
	// ID is the word.
	ID SumID `json:"id"`
	// Parts lists the views.
	Parts []Part `json:"parts"`
	// Days is on how many days each part has to have been given; 0 means one.
	Days int `json:"days,omitzero"`
	// Comes is what they come to.
	Comes Part `json:"comes"`
	// EN is the English wording.
	EN Because `json:"en"`
}

// Sum is a finding: one person holds parts that come to what was withheld from them.
type Sum struct {
	// ID is the sum that was found.
	ID SumID `json:"id"`
	// Recipient is who holds the parts.
	Recipient rapport.ID `json:"recipient"`
	// Principal is about whom.
	Principal rapport.ID `json:"principal"`
	// Comes is what the parts come to.
	Comes Part `json:"comes"`
	// Entries are the numbers of the log that gave them, in order.
	Entries []int `json:"entries"`
	// Reason says it in words.
	Reason rapport.Reason `json:"reason"`
}

// holder is one person's views about one principal.
type holder struct{ recipient, principal rapport.ID }

// Sums finds, for everybody who was given parts, what the parts come to that was never given to them:
// sorted by recipient, principal and sum. What somebody gave back is still known to them and counts. An
// entry that another puts right does not count.
func (p Policy) Sums(l Log) []Sum {
	held := map[holder][]Entry{}
	var holders []holder
	for _, e := range l.Entries {
		corrected := slices.ContainsFunc(l.Entries, func(later Entry) bool { return later.Corrects == e.Number })
		if len(e.Grains) == 0 || corrected {
			continue
		}
		key := holder{e.Request.Asker, e.Request.Principal}
		if held[key] == nil {
			holders = append(holders, key)
		}
		held[key] = append(held[key], e)
	}
	slices.SortFunc(holders, func(a, b holder) int {
		return cmp.Or(strings.Compare(string(a.recipient), string(b.recipient)), strings.Compare(string(a.principal), string(b.principal)))
	})
	found := []Sum{}
	for _, key := range holders {
		for _, sum := range p.words.orStandard().sums {
			for _, category := range sum.about(held[key]) {
				if numbers := sum.of(held[key], category); numbers != nil {
					comes := sum.Comes.in(category)
					found = append(found, Sum{
						ID: sum.ID, Recipient: key.recipient, Principal: key.principal, Comes: comes, Entries: numbers,
						Reason: because(CodeAddsUp, rapport.Path("/sums").Element(string(sum.ID)), -2, string(comes.Category), comes.Grain.String(), sum.EN.Why),
					})
				}
			}
		}
	}
	return found
}

// about lists the categories to try, sorted: those held, for a sum over any category; else none by name.
func (s SumEntry) about(held []Entry) []client.Category {
	if s.Comes.Category != "" {
		return []client.Category{""}
	}
	var list []client.Category
	for _, e := range held {
		list = append(list, e.Request.Category)
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// in puts a category where any is meant.
func (p Part) in(category client.Category) Part {
	p.Category = cmp.Or(p.Category, category)
	return p
}

// of returns the entries that give all parts; nil where one is missing or the whole was given anyway.
func (s SumEntry) of(held []Entry, category client.Category) []int {
	if len(giving(held, s.Comes.in(category))) > 0 {
		return nil
	}
	var numbers []int
	for _, part := range s.Parts {
		given := giving(held, part.in(category))
		days := map[rapport.Date]bool{}
		for _, e := range given {
			days[rapport.DateOf(e.At)] = true
			numbers = append(numbers, e.Number)
		}
		if len(days) < max(s.Days, 1) {
			return nil
		}
	}
	slices.Sort(numbers)
	return slices.Compact(numbers)
}

// giving lists the entries that give a part, or everything of its category.
func giving(held []Entry, part Part) []Entry {
	var list []Entry
	for _, e := range held {
		if e.Request.Category == part.Category && (slices.Contains(e.Grains, part.Grain) || slices.Contains(e.Grains, GrainFull)) {
			list = append(list, e)
		}
	}
	return list
}
