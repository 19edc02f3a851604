package client

import "github.com/rapport-go/rapport"

// Config says what a [Scorer] is built from. The zero value means the standard catalogue alone.
type Config struct {
	// Packs are joined with the standard catalogue; their order means nothing.
	Packs []Catalogue
}

// Scorer reads profiles and threats with the words of its catalogues. The zero value is the standard
// one. A Scorer is immutable and safe for concurrent use.
type Scorer struct{ words *words }

// Editions lists the catalogues the scorer was built from, sorted. The list is the caller's own.
func (s Scorer) Editions() []rapport.Edition {
	return append([]rapport.Edition{}, s.table().editions...)
}

// Setting returns the entry of a setting, and false for a word that is not known.
func (s Scorer) Setting(word Setting) (SettingEntry, bool) { return s.table().settings.find(word) }

// Activity returns the entry of a kind of activity, and false for a word that is not known.
func (s Scorer) Activity(word ActivityKind) (ActivityEntry, bool) {
	return s.table().activities.find(word)
}

// Element returns the entry of an element, and false for a word that is not known.
func (s Scorer) Element(word Element) (ElementEntry, bool) { return s.table().elements.find(word) }

// Threat returns the entry of a kind of threat, and false for a word that is not known. The entry is
// the caller's own.
func (s Scorer) Threat(word ThreatKind) (ThreatEntry, bool) {
	entry, found := s.table().threats.find(word)
	return entry.clone(), found
}

// Contact returns the entry of a kind of contact, and false for a word that is not known.
func (s Scorer) Contact(word ContactKind) (ContactEntry, bool) { return s.table().contacts.find(word) }

// Concern returns the entry of a kind of worry, and false for a word that is not known. The entry is
// the caller's own.
func (s Scorer) Concern(word ConcernKind) (ConcernEntry, bool) {
	entry, found := s.table().concerns.find(word)
	return entry.clone(), found
}

// Dimension returns the entry of a dimension, and false for a word that is not known.
func (s Scorer) Dimension(word Dimension) (DimensionEntry, bool) {
	return s.table().dimensions.find(word)
}

// EvidenceKind returns the entry of a kind of evidence, and false for a word that is not known.
func (s Scorer) EvidenceKind(word EvidenceKind) (EvidenceEntry, bool) {
	return s.table().evidence.find(word)
}

// Wish returns the entry of a kind of wish, and false for a word that is not known. The entry is the
// caller's own.
func (s Scorer) Wish(word WishKind) (WishEntry, bool) {
	entry, found := s.table().wishes.find(word)
	return entry.clone(), found
}

// Role returns the entry of a role, and false for a word that is not known.
func (s Scorer) Role(word Role) (RoleEntry, bool) { return s.table().roles.find(word) }

// Category returns the entry of a kind of information, and false for a word that is not known.
func (s Scorer) Category(word Category) (CategoryEntry, bool) {
	return s.table().categories.find(word)
}
