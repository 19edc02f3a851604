package plan

import (
	"slices"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/internal/pack"
)

// What results say of the standard catalogue. A test compares the digest with the contents.
const (
	standardName                   = "plan"
	standardVersion                = "1"
	standardDigest  rapport.Digest = "sha256:be4b21aaa351e7e49ec623eaeef5327c5886e0dc8ce586a1027af2d8bc74a8fe"
)

// words is what a Planner knows; every list is sorted by ID.
type words struct {
	measures   []MeasureEntry
	groups     []GroupEntry
	conditions []ConditionEntry
	expected   []ExpectedEntry
	floors     []FloorEntry
	laws       []LawEntry
	variants   []VariantEntry
	signs      []SignEntry
	works      []WorkEntry
	happenings []HappeningEntry
	deadlines  []DeadlineEntry
	editions   []rapport.Edition
}

var standardWords = words{
	measures:   standardMeasures,
	groups:     standardGroups,
	conditions: standardConditions,
	expected:   standardExpected,
	floors:     standardFloors,
	laws:       standardLaws,
	variants:   standardVariants,
	signs:      standardSigns,
	works:      standardWorks,
	happenings: standardHappenings,
	deadlines:  standardDeadlines,
	editions:   []rapport.Edition{{Name: standardName, Version: standardVersion, Digest: standardDigest}},
}

func (w *words) measure(word MeasureID) (MeasureEntry, bool) {
	return pack.Find(w.measures, word, func(e MeasureEntry) MeasureID { return e.ID })
}

func (w *words) group(word Group) (GroupEntry, bool) {
	return pack.Find(w.groups, word, func(e GroupEntry) Group { return e.ID })
}

func (w *words) condition(word Condition) (ConditionEntry, bool) {
	return pack.Find(w.conditions, word, func(e ConditionEntry) Condition { return e.ID })
}

func (w *words) law(word Law) (LawEntry, bool) {
	return pack.Find(w.laws, word, func(e LawEntry) Law { return e.ID })
}

func (w *words) variant(word Variant) (VariantEntry, bool) {
	return pack.Find(w.variants, word, func(e VariantEntry) Variant { return e.ID })
}

func (w *words) sign(word Sign) (SignEntry, bool) {
	return pack.Find(w.signs, word, func(e SignEntry) Sign { return e.ID })
}

func (w *words) work(word Work) (WorkEntry, bool) {
	return pack.Find(w.works, word, func(e WorkEntry) Work { return e.ID })
}

func (w *words) happening(word Happening) (HappeningEntry, bool) {
	return pack.Find(w.happenings, word, func(e HappeningEntry) Happening { return e.ID })
}

// deadline returns how many days a weak point may stay open: none for a severity without an entry.
func (w *words) deadline(severity Severity) int {
	if i := slices.IndexFunc(w.deadlines, func(e DeadlineEntry) bool { return e.ID == severity }); i >= 0 {
		return w.deadlines[i].Days
	}
	return 0
}

// floor returns what a level requires: nothing for a level without an entry.
func (w *words) floor(level rapport.Level) FloorEntry {
	if i := slices.IndexFunc(w.floors, func(e FloorEntry) bool { return e.ID == level }); i >= 0 {
		return w.floors[i]
	}
	return FloorEntry{ID: level}
}

func effortOf(word Effort) (effortEntry, bool) {
	return pack.Find(standardEfforts, word, func(e effortEntry) Effort { return e.ID })
}

// pointsOf returns the points of a band; nothing for a band that claims no effect.
func pointsOf(band rapport.Band) int {
	if i := slices.IndexFunc(standardBands, func(e bandEntry) bool { return e.ID == band }); i >= 0 {
		return standardBands[i].Points
	}
	return 0
}

// Codes lists the codes that this package can emit, sorted. The list is the caller's own.
func Codes() []rapport.CodeEntry { return slices.Clone(standardCodes) }

func codeEntry(code rapport.Code) rapport.CodeEntry {
	entry, _ := rapport.FindCode(standardCodes, code)
	return entry
}

// because returns the reason with this code.
func because(code rapport.Code, subject rapport.Path, weight int8, args ...string) rapport.Reason {
	return codeEntry(code).Reason(subject, weight, args...)
}

// Standard returns a copy of the standard catalogue. It is the caller's own.
func Standard() Catalogue {
	return Catalogue{
		Name: standardName, Version: standardVersion,
		Measures: cloneEach(standardMeasures, MeasureEntry.clone),
		Groups:   slices.Clone(standardGroups), Conditions: slices.Clone(standardConditions),
		Expected: cloneEach(standardExpected, ExpectedEntry.clone), Floors: slices.Clone(standardFloors),
		Laws: cloneEach(standardLaws, LawEntry.clone), Variants: slices.Clone(standardVariants),
		Signs: cloneEach(standardSigns, SignEntry.clone), Works: cloneEach(standardWorks, WorkEntry.clone),
		Happenings: cloneEach(standardHappenings, HappeningEntry.clone), Deadlines: slices.Clone(standardDeadlines),
	}
}

func cloneEach[T any](list []T, clone func(T) T) []T {
	copied := make([]T, len(list))
	for i, e := range list {
		copied[i] = clone(e)
	}
	return copied
}

func (e MeasureEntry) clone() MeasureEntry {
	e.Effects, e.Functions, e.Settings = slices.Clone(e.Effects), slices.Clone(e.Functions), slices.Clone(e.Settings)
	e.Shows, e.Requires, e.Excludes = slices.Clone(e.Shows), slices.Clone(e.Requires), slices.Clone(e.Excludes)
	e.OnlyIf, e.LeansOn, e.Knows, e.Roles = slices.Clone(e.OnlyIf), slices.Clone(e.LeansOn), slices.Clone(e.Knows), slices.Clone(e.Roles)
	e.Varies = slices.Clone(e.Varies)
	e.Activities, e.Variants, e.LighterFormOf, e.Law = slices.Clone(e.Activities), slices.Clone(e.Variants), slices.Clone(e.LighterFormOf), slices.Clone(e.Law)
	e.Extensions = e.Extensions.Clone()
	return e
}

func (e LawEntry) clone() LawEntry {
	e.OnlyIf = slices.Clone(e.OnlyIf)
	return e
}

func (e ExpectedEntry) clone() ExpectedEntry {
	e.OnlyIf = slices.Clone(e.OnlyIf)
	return e
}
