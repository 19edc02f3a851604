package client

import (
	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/internal/pack"
)

// Config says what a [Scorer] is built from. The zero value means the standard catalogue alone.
type Config struct {
	// Packs are joined with the standard catalogue; their order means nothing.
	Packs []Catalogue
	// Weighing says how ranked needs are weighed; unknown means by rank-order centroid.
	Weighing Weighing
}

// Scorer reads profiles and threats with the words of its catalogues. The zero value is the standard
// one. A Scorer is immutable and safe for concurrent use.
type Scorer struct {
	words    *words
	weighing Weighing
}

// weigh returns the weights of n places.
func (s Scorer) weigh(n int) []float64 {
	if s.weighing == WeighingRankSum {
		return RankSumWeights(n)
	}
	return CentroidWeights(n)
}

// Editions lists the catalogues the scorer was built from, sorted. The list is the caller's own.
func (s Scorer) Editions() []rapport.Edition {
	return append([]rapport.Edition{}, s.table().editions...)
}

// Setting returns the entry of a setting, and false for a word that is not known.
func (s Scorer) Setting(word Setting) (SettingEntry, bool) {
	return s.table().settings.find(word)
}

// Activity returns the entry of a kind of activity, and false for a word that is not known.
func (s Scorer) Activity(word ActivityKind) (ActivityEntry, bool) {
	return s.table().activities.find(word)
}

// Element returns the entry of an element, and false for a word that is not known.
func (s Scorer) Element(word Element) (ElementEntry, bool) {
	return s.table().elements.find(word)
}

// Threat returns the entry of a kind of threat, and false for a word that is not known. The entry is
// the caller's own.
func (s Scorer) Threat(word ThreatKind) (ThreatEntry, bool) {
	entry, found := s.table().threats.find(word)
	return pack.Clone(entry), found
}

// Contact returns the entry of a kind of contact, and false for a word that is not known.
func (s Scorer) Contact(word ContactKind) (ContactEntry, bool) {
	return s.table().contacts.find(word)
}

// Concern returns the entry of a kind of worry, and false for a word that is not known. The entry is
// the caller's own.
func (s Scorer) Concern(word ConcernKind) (ConcernEntry, bool) {
	entry, found := s.table().concerns.find(word)
	return pack.Clone(entry), found
}

// Dimension returns the entry of a dimension, and false for a word that is not known.
func (s Scorer) Dimension(word Dimension) (DimensionEntry, bool) {
	return s.table().dimensions.find(word)
}

// EvidenceKind returns the entry of a kind of evidence, and false for a word that is not known.
func (s Scorer) EvidenceKind(word EvidenceKind) (EvidenceEntry, bool) {
	return s.table().evidence.find(word)
}

// Wish returns the entry of a kind of wish, and false for a word that is not known. The entry is
// the caller's own.
func (s Scorer) Wish(word WishKind) (WishEntry, bool) {
	entry, found := s.table().wishes.find(word)
	return pack.Clone(entry), found
}

// Role returns the entry of a role, and false for a word that is not known.
func (s Scorer) Role(word Role) (RoleEntry, bool) {
	return s.table().roles.find(word)
}

// Category returns the entry of a kind of information, and false for a word that is not known.
func (s Scorer) Category(word Category) (CategoryEntry, bool) {
	return s.table().categories.find(word)
}

// Need returns the entry of a kind of need, and false for a word that is not known.
func (s Scorer) Need(word NeedKind) (NeedEntry, bool) {
	return s.table().needs.find(word)
}

// Pattern returns the entry of a pattern, and false for a word that is not known.
func (s Scorer) Pattern(word Pattern) (PatternEntry, bool) {
	return s.table().patterns.find(word)
}

// LifeChange returns the entry of a kind of change in life, and false for a word that is not known. The entry is
// the caller's own.
func (s Scorer) LifeChange(word LifeChangeKind) (LifeChangeEntry, bool) {
	entry, found := s.table().changes.find(word)
	return pack.Clone(entry), found
}

// Engagement returns the entry of a kind of service, and false for a word that is not known.
func (s Scorer) Engagement(word EngagementKind) (EngagementEntry, bool) {
	return s.table().engagements.find(word)
}

// Interaction returns the entry of a kind of interaction, and false for a word that is not known. The entry is
// the caller's own.
func (s Scorer) Interaction(word InteractionKind) (InteractionEntry, bool) {
	entry, found := s.table().interactions.find(word)
	return pack.Clone(entry), found
}

// Stance returns the entry of a stance, and false for a word that is not known. The entry is
// the caller's own.
func (s Scorer) Stance(word Stance) (StanceEntry, bool) {
	entry, found := s.table().stances.find(word)
	return pack.Clone(entry), found
}

// Section returns the entry of a part of the intake, and false for a word that is not known. The entry is
// the caller's own.
func (s Scorer) Section(word Section) (SectionEntry, bool) {
	entry, found := s.table().sections.find(word)
	return pack.Clone(entry), found
}

// Question returns the entry of a question of the intake, and false for a word that is not known. The entry is
// the caller's own.
func (s Scorer) Question(word Question) (QuestionEntry, bool) {
	entry, found := s.table().questions.find(word)
	return pack.Clone(entry), found
}
