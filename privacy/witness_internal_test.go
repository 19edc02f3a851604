package privacy

import (
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"

	"github.com/rapport-go/rapport/client"
)

// without is the standard policy with one rule taken out.
func without(id RuleID) Policy {
	w := standardWords
	w.rules = slices.DeleteFunc(slices.Clone(w.rules), func(e RuleEntry) bool { return e.ID == id })
	return Policy{words: &w}
}

// stated are the facts that make all atoms of a set hold.
func stated(s atomSet) atomSet {
	s.add(AtomAssigned, s.has(AtomOnDuty) && !s.has(AtomOnActivity))
	s.add(AtomImminentDanger, s.has(AtomEmergency) && !s.has(AtomMedicalEmergency))
	s.add(bitOwnConsent, s.has(AtomConsent))
	s.add(bitGuardianConsent, s.has(AtomConsent))
	s.add(bitCarried, true)
	s.add(AtomSelf, s.has(AtomSelf))
	return s &^ setOf([]Atom{AtomOnDuty, AtomEmergency, AtomConsent})
}

func orEvery[W any, E any](named []W, every []E, word func(E) W) []W {
	if len(named) > 0 {
		return named
	}
	for _, e := range every {
		named = append(named, word(e))
	}
	return named
}

// witness finds a request and facts whose answer changes with the rule.
func witness(rule RuleEntry, others Policy) (Request, atomSet, bool) {
	roles := orEvery(rule.Roles, client.Standard().Roles, func(e client.RoleEntry) client.Role { return e.ID })
	categories := orEvery(rule.Categories, client.Standard().Categories, func(e client.CategoryEntry) client.Category { return e.ID })
	purposes := orEvery(rule.Purposes, standardWords.purposes, func(e PurposeEntry) Purpose { return e.ID })
	for _, role := range roles {
		for _, category := range categories {
			for _, purpose := range purposes {
				r := Request{Asker: "asker", Role: role, Category: category, Purpose: purpose, Principal: "ms-a"}
				all, rest := (Policy{}).cell(r), others.cell(r)
				for i := range all.rules {
					facts := stated(setOf(rule.When) | all.rules[i].when)
					with, missing := all.evaluate(facts), rest.evaluate(facts)
					if with.view != missing.view || with.verdict != missing.verdict || all.obligations(with) != rest.obligations(missing) {
						return r, facts, true
					}
				}
			}
		}
	}
	return Request{}, 0, false
}

// rails are rules that forbid what no other rule gives today, so that none ever does.
var rails = []RuleID{"f17", "f22", "f29"}

func TestEachRuleHasAWitnessThatChangesWithoutIt(t *testing.T) {
	for _, rule := range standardWords.rules {
		_, _, found := witness(rule, without(rule.ID))
		assert.Equal(t, !slices.Contains(rails, rule.ID), found, "%s", rule.ID)
	}
}

func TestARailTakesAwayWhatALaterRuleWouldGive(t *testing.T) {
	for _, id := range rails {
		rail, _ := standardWords.rules.find(id)
		r := Request{Asker: "asker", Role: rail.Roles[0], Category: rail.Categories[0], Purpose: PurposeInform, Principal: "ms-a"}
		later := RuleEntry{ID: "later", Gives: []Grain{GrainFull}}
		facts := stated(setOf([]Atom{AtomNamed}))
		with, missing := (Policy{}).cell(r), without(id).cell(r)
		with.rules = append(with.rules, later.inCell(with.offered, nil))
		missing.rules = append(missing.rules, later.inCell(missing.offered, nil))
		assert.NotEqual(t, missing.evaluate(facts).view, with.evaluate(facts).view, "%s", id)
	}
}

func TestAWitnessAnswersAtTheDoorAsItDoesInside(t *testing.T) {
	at := time.Date(2027, time.March, 3, 12, 0, 0, 0, time.UTC)
	rule, found := standardWords.rules.find("p10")
	assert.True(t, found)
	r, _, _ := witness(rule, without("p10"))
	reg := Register{Assignments: []Assignment{{ID: "a", Person: r.Asker, Role: r.Role, Principal: r.Principal}}}
	with, err := Policy{}.Decide(r, reg, at)
	assert.NoError(t, err)
	missing, err := without("p10").Decide(r, reg, at)
	assert.NoError(t, err)
	assert.NotEqual(t, with.Grains, missing.Grains)
}

func TestASentenceGoesWithTheRuleItRestsOn(t *testing.T) {
	for _, e := range standardWords.assurances {
		for _, id := range e.Rules {
			said := slices.ContainsFunc(without(id).Assurance().Sentences, func(s Sentence) bool { return s.ID == e.ID })
			assert.False(t, said, "%s is said without %s", e.ID, id)
		}
	}
}
