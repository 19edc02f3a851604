package privacy

import (
	"encoding/json"
	"slices"
	"strings"

	"github.com/rapport-go/rapport"
)

// Dossier holds the sealed facts of one principal: names, addresses, what a doctor said. They live here
// and nowhere else; the rest of a file speaks of them by reference. A Dossier is immutable, safe for
// concurrent use, and prints as a constant. The zero value holds nothing, of nobody.
type Dossier struct {
	shut
	inside func() (rapport.ID, []Sealed[string])
}

// NewDossier puts facts about one principal together. Their references are unique.
func NewDossier(principal rapport.ID, facts ...Sealed[string]) (Dossier, error) {
	var f rapport.Faults
	f.ID("/principal", principal)
	facts = slices.Clone(facts)
	seen := map[rapport.ID]bool{}
	for i, fact := range facts {
		at := rapport.Pointer("/facts").Index(i)
		label := fact.Label()
		switch {
		case fact.inside == nil:
			f.Required(at)
		case label.Principal != principal:
			f.Coded(at.Child("principal"), codeEntry(CodeOtherPrincipal))
		case seen[label.ID]:
			f.DuplicateID(at.Child("id"))
		}
		seen[label.ID] = true
	}
	if err := f.Err(); err != nil {
		return Dossier{}, err
	}
	slices.SortFunc(facts, func(a, b Sealed[string]) int {
		return strings.Compare(string(a.Label().ID), string(b.Label().ID))
	})
	return Dossier{inside: func() (rapport.ID, []Sealed[string]) { return principal, facts }}, nil
}

// Principal is the person the facts are about.
func (d Dossier) Principal() rapport.ID {
	if d.inside == nil {
		return ""
	}
	principal, _ := d.inside()
	return principal
}

// Labels lists what the facts are about, sorted by reference. The list is the caller's own.
func (d Dossier) Labels() []Label {
	list := []Label{}
	for _, fact := range d.facts() {
		list = append(list, fact.Label())
	}
	return list
}

// Fact returns the fact of a reference, sealed.
func (d Dossier) Fact(id rapport.ID) (Sealed[string], bool) {
	i, found := slices.BinarySearchFunc(d.facts(), id, func(fact Sealed[string], id rapport.ID) int {
		return strings.Compare(string(fact.Label().ID), string(id))
	})
	if !found {
		return Sealed[string]{}, false
	}
	return d.facts()[i], true
}

func (d Dossier) facts() []Sealed[string] {
	if d.inside == nil {
		return nil
	}
	_, facts := d.inside()
	return facts
}

// dossierSchema is the schema of an exported dossier.
const dossierSchema = "rapport/dossier/1"

// plainDossier is the form of a dossier outside. It never leaves the package as a Go value.
type plainDossier struct {
	Schema    string      `json:"schema"`
	Principal rapport.ID  `json:"principal"`
	Facts     []plainFact `json:"facts"`
}

// plainFact is one fact in plain text.
type plainFact struct {
	Label   Label  `json:"label"`
	Content string `json:"content"`
}

// Validate reports problems of shape.
func (p plainDossier) Validate() error {
	var f rapport.Faults
	if p.Schema == "" {
		f.Required("/schema")
	}
	f.Schema("/schema", p.Schema, dossierSchema)
	f.ID("/principal", p.Principal)
	for i, fact := range p.Facts {
		f.Join(rapport.Pointer("/facts").Index(i).Child("label"), fact.Label.Validate())
	}
	return f.Err()
}

// Export writes the dossier as JSON, in plain text, for the app to encrypt at once. It is the one way in
// which the facts leave their seal without a grant: call it where the file is stored and nowhere else.
func (d Dossier) Export() ([]byte, error) {
	if d.inside == nil {
		var f rapport.Faults
		f.Required("/principal")
		return nil, f.Err()
	}
	plain := plainDossier{Schema: dossierSchema, Principal: d.Principal(), Facts: []plainFact{}}
	for _, fact := range d.facts() {
		label, content := fact.inside()
		plain.Facts = append(plain.Facts, plainFact{label, content})
	}
	return json.Marshal(plain)
}

// ImportDossier reads what [Dossier.Export] wrote. An error names places and never what stands there.
func ImportDossier(data []byte) (Dossier, error) {
	var plain plainDossier
	if err := rapport.Decode(data, &plain); err != nil {
		return Dossier{}, err
	}
	facts := make([]Sealed[string], len(plain.Facts))
	for i, fact := range plain.Facts {
		sealed, err := Seal(fact.Label, fact.Content)
		if err != nil {
			return Dossier{}, err
		}
		facts[i] = sealed
	}
	return NewDossier(plain.Principal, facts...)
}
