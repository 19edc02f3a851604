package privacy

import (
	"slices"
	"strings"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
)

// Breach is a word for a class of breach: how fast whom has to be told.
type Breach string

// HandlingEntry says how a category of information is handled. All of it is house judgement.
type HandlingEntry struct {
	// ID is the category.
	ID client.Category `json:"id"`
	// Sensitivity says how much harm a leak does, from low to severe.
	Sensitivity rapport.Level `json:"sensitivity"`
	// TLP is the label of the whole; a view cut for a desk may carry a more open one.
	TLP Light `json:"tlp"`
	// Breach is the class of a breach.
	Breach Breach `json:"breach"`
	// BothGuardians is true where every guardian of a minor has to agree to a disclosure. False is for
	// daily matters, in which either guardian's word is enough. Of a category without an entry every
	// guardian has to agree.
	BothGuardians bool `json:"both_guardians,omitzero"`
	// EN is the English wording.
	EN HandlingWords `json:"en"`
}

// HandlingWords is the English wording of a handling.
type HandlingWords struct {
	// Share says how it is passed on.
	Share string `json:"share"`
	// Store says where it is kept.
	Store string `json:"store"`
	// Destroy says how it ends.
	Destroy string `json:"destroy"`
}

// BreachEntry is one class of breach. The times are the firm's own, in minutes from the moment somebody
// becomes aware, and house judgement; the clocks of the law come beside them and are the app's.
type BreachEntry struct {
	// ID is the word.
	ID Breach `json:"id"`
	// LeadWithin is the time in which the privacy lead is told.
	LeadWithin int `json:"lead_within"`
	// PersonWithin is the time in which the person concerned is told.
	PersonWithin int `json:"person_within"`
	// EN is the English wording.
	EN BreachWords `json:"en"`
}

// BreachWords is the English wording of a class of breach.
type BreachWords struct {
	// Person says how the person concerned hears it.
	Person string `json:"person"`
	// First says what is done first.
	First string `json:"first"`
	// Never says what is not done.
	Never string `json:"never"`
}

// Handling says how a fact of one or more categories is handled: as strictly as the strictest asks.
type Handling struct {
	// Sensitivity is the highest of them.
	Sensitivity rapport.Level `json:"sensitivity"`
	// TLP is the strictest label of them.
	TLP Light `json:"tlp"`
	// LeadWithin is the shortest time, in minutes, in which the privacy lead hears of a breach.
	LeadWithin int `json:"lead_within"`
	// PersonWithin is the shortest time, in minutes, in which the person hears of a breach.
	PersonWithin int `json:"person_within"`
	// Rows are the handlings that were joined, sorted by category.
	Rows []HandlingEntry `json:"rows"`
	// Breaches are the classes of breach of the rows, sorted; each says what is done first and what never.
	Breaches []BreachEntry `json:"breaches"`
	// Reasons name the categories that set the label, and those about which nothing is written, in order.
	Reasons []rapport.Reason `json:"reasons"`
	// MadeWith lists the catalogues used, sorted.
	MadeWith []rapport.Edition `json:"made_with"`
}

// Handling says how a fact of these categories is handled. A category about which nothing is written is
// handled as the most confidential. It fails only on invalid input.
func (p Policy) Handling(categories ...client.Category) (Handling, error) {
	var f rapport.Faults
	if len(categories) == 0 {
		f.Required("/categories")
	}
	checkWords(&f, "/categories", categories, p.client.Category)
	if err := f.Err(); err != nil {
		return Handling{}, err
	}
	h := Handling{Rows: []HandlingEntry{}, Breaches: []BreachEntry{}, MadeWith: editions(p.words, p.client)}
	categories = slices.Clone(categories)
	slices.Sort(categories)
	var reasons []rapport.Reason
	for _, category := range slices.Compact(categories) {
		row, found := p.words.orStandard().handling.find(category)
		if !found {
			row = HandlingEntry{ID: category, Sensitivity: rapport.LevelSevere, TLP: LightRed, Breach: BreachSafetyCritical, BothGuardians: true}
			reasons = append(reasons, because(CodeNoHandling, rapport.Path("/categories").Element(string(category)), -2, string(category)))
		}
		h.Rows = append(h.Rows, row)
		h.Sensitivity, h.TLP = h.Sensitivity.Higher(row.Sensitivity), h.TLP.Stricter(row.TLP)
		h.breach(p, row.Breach)
	}
	for _, row := range h.Rows {
		if row.TLP == h.TLP {
			reasons = append(reasons, because(CodeStrictestLabel, rapport.Path("/categories").Element(string(row.ID)), 1, row.TLP.String(), string(row.ID)))
		}
	}
	h.Reasons = rapport.SortReasons(reasons)
	return h, nil
}

// breach adds a class of breach once and keeps the shortest times.
func (h *Handling) breach(p Policy, class Breach) {
	entry, _ := p.words.orStandard().breaches.find(class)
	i, found := slices.BinarySearchFunc(h.Breaches, class, func(e BreachEntry, word Breach) int { return strings.Compare(string(e.ID), string(word)) })
	if found {
		return
	}
	if len(h.Breaches) == 0 {
		h.LeadWithin, h.PersonWithin = entry.LeadWithin, entry.PersonWithin
	}
	h.LeadWithin, h.PersonWithin = min(h.LeadWithin, entry.LeadWithin), min(h.PersonWithin, entry.PersonWithin)
	h.Breaches = slices.Insert(h.Breaches, i, entry)
}
