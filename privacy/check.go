package privacy

import (
	"encoding"
	"slices"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
)

// checker notes what is wrong with the new entries of a pack. Entries under built-in words only replace
// a wording; joining sees to that.
type checker struct {
	faults *rapport.Faults
	words  *words
	client client.Scorer
}

func (c checker) catalogue(root rapport.Pointer, pack Catalogue) {
	each(root.Child("bounds"), pack.Bounds, func(at rapport.Pointer, e BoundEntry) {
		c.condition(at.Child("when"), e.When)
		if i := slices.IndexFunc(e.When.Facts, Fact.ofFeeling); i >= 0 {
			c.faults.Coded(at.Child("when").Child("facts").Index(i), codeEntry(CodeMisplacedField))
		}
		var shape rapport.Faults
		faultBounds(&shape, e.Where, e.Lower, e.Upper)
		c.faults.Join(at, shape.Err())
	})
	each(root.Child("drivers"), pack.Drivers, func(at rapport.Pointer, e DriverEntry) {
		c.condition(at.Child("when"), e.When)
		c.within(at.Child("near"), e.Near, -3, 3)
		c.within(at.Child("place"), e.Place, -3, 3)
		outOfScale(c.faults, at.Child("wants_near"), e.WantsNear)
		outOfScale(c.faults, at.Child("wants_place"), e.WantsPlace)
	})
	c.sight(root, pack)
	each(root.Child("offers"), pack.Offers, func(at rapport.Pointer, e OfferEntry) {
		checkWord(c.faults, at.Child("id"), e.ID, c.client.Category)
		checkMembers(c.faults, at.Child("offers"), e.Offers)
	})
	each(root.Child("windows"), pack.Windows, func(at rapport.Pointer, e WindowEntry) {
		checkWord(c.faults, at.Child("id"), e.ID, c.client.Role)
		for name, minutes := range map[string]int{
			"lead": e.Lead, "tail": e.Tail, "standing_lead": e.StandingLead,
			"standing_tail": e.StandingTail, "longest": e.Longest,
		} {
			c.within(at.Child(name), minutes, 0, 366*24*60)
		}
	})
	each(root.Child("rules"), pack.Rules, c.rule)
	each(root.Child("handling"), pack.Handling, func(at rapport.Pointer, e HandlingEntry) {
		checkWord(c.faults, at.Child("id"), e.ID, c.client.Category)
		checkWord(c.faults, at.Child("breach"), e.Breach, c.words.breaches.find)
		checkMember(c.faults, at.Child("sensitivity"), e.Sensitivity)
		checkMember(c.faults, at.Child("tlp"), e.TLP)
	})
	each(root.Child("breaches"), pack.Breaches, func(at rapport.Pointer, e BreachEntry) {
		c.within(at.Child("lead_within"), e.LeadWithin, 1, 366*24*60)
		c.within(at.Child("person_within"), e.PersonWithin, 1, 366*24*60)
	})
	each(root.Child("terms"), pack.Terms, c.term)
	each(root.Child("sums"), pack.Sums, func(at rapport.Pointer, e SumEntry) {
		if len(e.Parts) == 0 {
			c.faults.Required(at.Child("parts"))
		}
		c.within(at.Child("days"), e.Days, 0, 366)
		c.part(at.Child("comes"), e.Comes)
		for i, part := range e.Parts {
			c.part(at.Child("parts").Index(i), part)
		}
	})
	each(root.Child("assurances"), pack.Assurances, c.assurance)
	each(root.Child("boundaries"), pack.Boundaries, func(at rapport.Pointer, e BoundaryEntry) {
		checkWords(c.faults, at.Child("wishes"), e.Wishes, c.client.Wish)
		checkWords(c.faults, at.Child("allows"), e.Allows, c.client.Wish)
	})
	each(root.Child("denials"), pack.Denials, func(at rapport.Pointer, e DenialEntry) {
		c.faults.UnknownWord(at.Child("id")) // the kinds of denial are the package's own
	})
}

// each calls do for the entries of a list that are new.
func each[T interface{ word() W }, W ~string](list rapport.Pointer, entries []T, do func(rapport.Pointer, T)) {
	for i, entry := range entries {
		if rapport.VendorOf(entry.word()) != "" {
			do(list.Index(i), entry)
		}
	}
}

func (c checker) within(at rapport.Pointer, n, low, high int) {
	if n < low || n > high {
		c.faults.OutOfRange(at)
	}
}

func (c checker) condition(at rapport.Pointer, when Condition) {
	checkWords(c.faults, at.Child("settings"), when.Settings, c.client.Setting)
	checkWords(c.faults, at.Child("activities"), when.Activities, c.client.Activity)
	checkWords(c.faults, at.Child("threats"), when.Threats, c.client.Threat)
	checkWords(c.faults, at.Child("wishes"), when.Wishes, c.client.Wish)
	checkMembers(c.faults, at.Child("facts"), when.Facts)
}

// checkWord notes a well-formed word that the look-up does not find.
func checkWord[W ~string, E any](f *rapport.Faults, at rapport.Pointer, word W, find func(W) (E, bool)) {
	if _, known := find(word); !known && rapport.IsWord(word) {
		f.UnknownWord(at)
	}
}

func checkWords[W ~string, E any](f *rapport.Faults, list rapport.Pointer, words []W, find func(W) (E, bool)) {
	for i, word := range words {
		rapport.FaultWord(f, list.Index(i), word)
		checkWord(f, list.Index(i), word, find)
	}
}

// checkMembers notes values that are unknown or no members of their scale.
func checkMembers[E interface {
	~uint8
	encoding.TextMarshaler
}](f *rapport.Faults, list rapport.Pointer, members []E) {
	for i, member := range members {
		checkMember(f, list.Index(i), member)
	}
}

// checkMember notes a value that is unknown or no member of its scale.
func checkMember[E interface {
	~uint8
	encoding.TextMarshaler
}](f *rapport.Faults, at rapport.Pointer, member E) {
	outOfScale(f, at, member)
	if member == 0 {
		f.OutOfRange(at)
	}
}

// rule checks that a rule that gives opens nothing built in, and opens nothing without a fact.
func (c checker) rule(at rapport.Pointer, r RuleEntry) {
	checkWords(c.faults, at.Child("roles"), r.Roles, c.client.Role)
	checkWords(c.faults, at.Child("except"), r.Except, c.client.Role)
	checkWords(c.faults, at.Child("categories"), r.Categories, c.client.Category)
	checkWords(c.faults, at.Child("purposes"), r.Purposes, c.words.purposes.find)
	checkMembers(c.faults, at.Child("when"), r.When)
	checkMembers(c.faults, at.Child("when_not"), r.WhenNot)
	checkMembers(c.faults, at.Child("unless"), r.Unless)
	checkMembers(c.faults, at.Child("gives"), r.Gives)
	checkMembers(c.faults, at.Child("leaves"), r.Leaves)
	checkMembers(c.faults, at.Child("obligations"), r.Obligations)
	misplaced := func(field string, given bool) {
		if given {
			c.faults.Coded(at.Child(field), codeEntry(CodeMisplacedField))
		}
	}
	misplaced("except", len(r.Except) > 0 && len(r.Roles) > 0)
	if r.Forbid {
		misplaced("gives", len(r.Gives) > 0)
		misplaced("obligations", len(r.Obligations) > 0)
		return
	}
	misplaced("unless", len(r.Unless) > 0)
	misplaced("leaves", len(r.Leaves) > 0)
	if len(r.Gives) == 0 {
		c.faults.Required(at.Child("gives"))
	}
	if !slices.ContainsFunc(r.When, Atom.opens) {
		c.faults.Coded(at.Child("when"), codeEntry(CodeOpensUnasked))
	}
	if !allVendor(r.Roles) && !allVendor(r.Categories) {
		c.faults.Coded(at.Child("roles"), codeEntry(CodeLoosensBuiltIn))
	}
}

// longestTerm is how many years a term may have.
const longestTerm = 100

// term checks that a kind of record is erased no later than its built-in category as a whole, and that no
// term for keeping outlasts one for erasing.
func (c checker) term(at rapport.Pointer, e TermEntry) {
	checkWord(c.faults, at.Child("category"), e.Category, c.client.Category)
	for name, terms := range map[string][]Term{"min": e.Min, "max": e.Max} {
		for i, t := range terms {
			place := at.Child(name).Index(i)
			checkMember(c.faults, place.Child("after"), t.After)
			c.within(place.Child("years"), t.Years, 0, longestTerm)
			c.within(place.Child("months"), t.Months, 0, 12*longestTerm)
			c.within(place.Child("days"), t.Days, 0, 366*longestTerm)
		}
	}
	for i, shortest := range e.Min {
		if slices.ContainsFunc(e.Max, shortest.outlasts) {
			c.faults.Coded(at.Child("min").Index(i), codeEntry(CodeContradictsItself))
		}
	}
	if rapport.VendorOf(e.Category) != "" {
		return
	}
	whole, _ := c.words.terms.find(Item(e.Category))
	for _, limit := range whole.Max {
		if !slices.ContainsFunc(e.Max, func(t Term) bool { return t.After == limit.After && !t.outlasts(limit) }) {
			c.faults.Coded(at.Child("max"), codeEntry(CodeLoosensBuiltIn))
			break
		}
	}
}

// outlasts reports whether a term is longer than another from the same anchor. A month counts as 31 days.
func (t Term) outlasts(other Term) bool {
	return t.After == other.After && (t.Years*12+t.Months)*31+t.Days > (other.Years*12+other.Months)*31+other.Days
}

func (c checker) part(at rapport.Pointer, p Part) {
	if p.Category != "" {
		checkWord(c.faults, at.Child("category"), p.Category, c.client.Category)
	}
	checkMember(c.faults, at.Child("grain"), p.Grain)
}

func allVendor[W ~string](list []W) bool {
	return len(list) > 0 && !slices.ContainsFunc(list, func(w W) bool { return rapport.VendorOf(w) == "" })
}
