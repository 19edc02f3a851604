package trust

import (
	"slices"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/internal/pack"
)

// NewTracker joins the packs with the standard catalogue. It reports every problem at once: a collision of
// words (naming both places), a malformed or unknown word, a wording with certainty, blame or jargon in
// it, an entry that would change a built-in one, a number outside its range. The tracker shares no memory
// with the packs.
func NewTracker(config Config) (Tracker, error) {
	var f rapport.Faults
	packs := config.Packs
	pack.Names(&f, packs, func(c Catalogue) (string, string) { return c.Name, c.Version })
	w := words{
		kinds:       joined(&f, "kinds", standardKinds, packs, func(c Catalogue) []KindEntry { return c.Kinds }),
		playbooks:   joined(&f, "playbooks", standardPlaybooks, packs, func(c Catalogue) []PlaybookEntry { return c.Playbooks }),
		handover:    joined(&f, "handover", standardHandover, packs, func(c Catalogue) []HandoverEntry { return c.Handover }),
		touchpoints: joined(&f, "touchpoints", standardTouchpoints, packs, func(c Catalogue) []TouchpointEntry { return c.Touchpoints }),
		warnings:    joined(&f, "warnings", standardWarnings, packs, func(c Catalogue) []WarningEntry { return c.Warnings }),
		outlooks:    joined(&f, "outlooks", standardOutlooks, packs, func(c Catalogue) []OutlookEntry { return c.Outlooks }),
	}
	for i, c := range packs {
		w.checkPack(&f, rapport.Pointer("/packs").Index(i), c)
	}
	f.Join("/numbers", config.Numbers.Validate())
	if err := f.Err(); err != nil {
		return Tracker{}, err
	}
	editions, err := pack.Editions(standardWords.editions[0], packs, func(c Catalogue) (string, string) { return c.Name, c.Version })
	w.editions = editions
	return Tracker{words: &w, numbers: config.Numbers}, err
}

func joined[T any](f *rapport.Faults, family string, standard []T, packs []Catalogue, of func(Catalogue) []T) []T {
	lists := make([][]T, len(packs))
	for i, c := range packs {
		lists[i] = of(c)
	}
	return pack.Join(f, family, standard, lists)
}

// checkPack notes what a pack's new entries lack and the words they use that nobody declares.
func (w *words) checkPack(f *rapport.Faults, at rapport.Pointer, c Catalogue) {
	for i, e := range c.Kinds {
		if rapport.VendorOf(e.ID) != "" {
			w.checkKind(f, at.Child("kinds").Index(i), e)
		}
	}
	for i, e := range c.Playbooks {
		if rapport.VendorOf(e.ID) != "" {
			checkPlaybook(f, at.Child("playbooks").Index(i), e)
		}
	}
	for i, e := range c.Handover {
		inRange(f, at.Child("handover").Index(i).Child("phase"), rapport.VendorOf(e.ID) == "" || slices.Contains(phases[:], e.Phase))
	}
	for i, e := range c.Touchpoints {
		if rapport.VendorOf(e.ID) != "" {
			memberGiven(f, at.Child("touchpoints").Index(i).Child("worry"), e.Worry == rapport.LevelUnknown, e.Worry)
		}
	}
	for i, e := range c.Warnings {
		wordingOnly(f, at.Child("warnings").Index(i).Child("id"), e.ID)
	}
	for i, e := range c.Outlooks {
		wordingOnly(f, at.Child("outlooks").Index(i).Child("id"), e.ID)
	}
}

// wordingOnly notes a new entry in a list whose entries only this package's rules use.
func wordingOnly[W ~string](f *rapport.Faults, at rapport.Pointer, word W) {
	if rapport.VendorOf(word) != "" {
		f.Coded(at, codeEntry(CodeClosedList))
	}
}

func (w *words) checkKind(f *rapport.Faults, at rapport.Pointer, e KindEntry) {
	memberGiven(f, at.Child("direction"), e.Direction == DirectionUnknown, e.Direction)
	member(f, at.Child("dimension"), e.Dimension)
	member(f, at.Child("weight"), e.Weight)
	member(f, at.Child("grade"), e.Grade)
	member(f, at.Child("loop"), e.Loop)
	member(f, at.Child("repair"), e.Repair)
	for i, a := range e.Audiences {
		memberGiven(f, at.Child("audiences").Index(i), a == rapport.AudienceUnknown, a)
	}
	for i, m := range e.Marks {
		memberGiven(f, at.Child("marks").Index(i), m == MarkUnknown, m)
	}
	if len(e.Audiences) == 0 && e.Direction != DirectionRefused {
		f.Required(at.Child("audiences"))
	}
	inRange(f, at.Child("window"), e.Window >= 0 && e.Window <= 3650 && (e.Window == 0 || e.Direction == DirectionLowers))
	if e.Playbook != "" {
		if _, found := w.playbooks.find(e.Playbook); !found {
			f.UnknownWord(at.Child("playbook"))
		}
	} else if e.Window > 0 {
		f.Required(at.Child("playbook"))
	}
	w.checkWeight(f, at, e)
}

// checkWeight notes what a kind that weighs lacks, and weight on one that does not.
func (w *words) checkWeight(f *rapport.Faults, at rapport.Pointer, e KindEntry) {
	if !(&e).weighs() {
		inRange(f, at.Child("weight"), e.Weight == WeightUnknown)
		return
	}
	for field, missing := range map[string]bool{
		"dimension": e.Dimension == DimensionUnknown, "weight": e.Weight == WeightUnknown, "grade": e.Grade == GradeUnknown,
	} {
		if missing {
			f.Required(at.Child(field))
		}
	}
	inRange(f, at.Child("half_life"), slices.Contains(halfLives[:], e.HalfLife))
	if e.Direction == DirectionRaises {
		inRange(f, at.Child("ceiling"), e.Ceiling == 60 || e.Ceiling == 200 || e.Ceiling == 400)
	} else {
		inRange(f, at.Child("ceiling"), e.Ceiling == 0)
	}
}

func checkPlaybook(f *rapport.Faults, at rapport.Pointer, e PlaybookEntry) {
	if len(e.Rechecks) == 0 {
		f.Required(at.Child("rechecks"))
	}
	for i, day := range e.Rechecks {
		inRange(f, at.Child("rechecks").Index(i), day >= 1 && day <= 3650 && (i == 0 || day > e.Rechecks[i-1]))
	}
}

func inRange(f *rapport.Faults, at rapport.Pointer, ok bool) {
	if !ok {
		f.OutOfRange(at)
	}
}
