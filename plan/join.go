package plan

import (
	"cmp"
	"encoding"
	"slices"
	"strings"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
	"github.com/rapport-go/rapport/internal/pack"
)

// join puts the packs together with the standard catalogue and checks what they add; nil without packs.
func join(config Config) (*words, error) {
	if len(config.Packs) == 0 {
		return nil, nil
	}
	var f rapport.Faults
	packs := config.Packs
	nameOf := func(c Catalogue) (string, string) { return c.Name, c.Version }
	pack.Names(&f, packs, nameOf)
	w := &words{
		measures:   joined(&f, "measures", standardMeasures, packs, func(c Catalogue) []MeasureEntry { return c.Measures }),
		groups:     joined(&f, "groups", standardGroups, packs, func(c Catalogue) []GroupEntry { return c.Groups }),
		conditions: joined(&f, "conditions", standardConditions, packs, func(c Catalogue) []ConditionEntry { return c.Conditions }),
		laws:       joined(&f, "laws", standardLaws, packs, func(c Catalogue) []LawEntry { return c.Laws }),
		variants:   joined(&f, "variants", standardVariants, packs, func(c Catalogue) []VariantEntry { return c.Variants }),
		signs:      joined(&f, "signs", standardSigns, packs, func(c Catalogue) []SignEntry { return c.Signs }),
		works:      joined(&f, "works", standardWorks, packs, func(c Catalogue) []WorkEntry { return c.Works }),
		happenings: joined(&f, "happenings", standardHappenings, packs, func(c Catalogue) []HappeningEntry { return c.Happenings }),
		deadlines:  slices.Clone(standardDeadlines),
		expected:   slices.Clone(standardExpected),
		floors:     slices.Clone(standardFloors),
	}
	check := checker{&f, w, config.Client}
	for i, p := range packs {
		at := rapport.Pointer("/packs").Index(i)
		for j, m := range p.Measures {
			if rapport.VendorOf(m.ID) != "" {
				check.measure(at.Child("measures").Index(j), m)
			}
		}
		for j, l := range p.Laws {
			listed(check, at.Child("laws").Index(j).Child("only_if"), w.condition, l.OnlyIf)
		}
		for j, e := range p.Expected {
			check.expected(at.Child("expected").Index(j), e)
		}
		for j, e := range p.Floors {
			check.floor(at.Child("floors").Index(j), e)
		}
		check.programme(at, p)
	}
	check.repeats(packs)
	check.circles(packs)
	if err := f.Err(); err != nil {
		return nil, err
	}
	packs = slices.Clone(packs)
	for i := range packs { // the order of floors means nothing to a digest either
		packs[i].Floors = slices.Clone(packs[i].Floors)
		slices.SortFunc(packs[i].Floors, func(a, b FloorEntry) int { return cmp.Compare(a.ID, b.ID) })
		packs[i].Deadlines = slices.Clone(packs[i].Deadlines)
		slices.SortFunc(packs[i].Deadlines, func(a, b DeadlineEntry) int { return cmp.Compare(a.ID, b.ID) })
	}
	editions, err := pack.Editions(standardWords.editions[0], packs, nameOf)
	w.editions = editions
	return w, err
}

func joined[T any](f *rapport.Faults, family string, standard []T, packs []Catalogue, of func(Catalogue) []T) []T {
	lists := make([][]T, len(packs))
	for i, p := range packs {
		lists[i] = of(p)
	}
	return pack.Join(f, family, standard, lists)
}

// checker notes what is wrong with the new entries of packs, and adds what has no wording of its own.
type checker struct {
	faults *rapport.Faults
	words  *words
	client client.Scorer
}

// known notes a word that its owner does not know.
func known[W ~string, E any](c checker, at rapport.Pointer, find func(W) (E, bool), word W) {
	if _, found := find(word); !found {
		c.faults.UnknownWord(at)
	}
}

// listed notes words of a list that their owner does not know.
func listed[W ~string, E any](c checker, at rapport.Pointer, find func(W) (E, bool), words []W) {
	for i, word := range words {
		known(c, at.Index(i), find, word)
	}
}

func (c checker) measure(at rapport.Pointer, m MeasureEntry) {
	known(c, at.Child("group"), c.words.group, m.Group)
	known(c, at.Child("effort"), effortOf, m.Effort)
	listed(c, at.Child("settings"), c.client.Setting, m.Settings)
	listed(c, at.Child("shows"), c.client.Element, m.Shows)
	listed(c, at.Child("requires"), c.words.measure, m.Requires)
	listed(c, at.Child("excludes"), c.words.measure, m.Excludes)
	listed(c, at.Child("only_if"), c.words.condition, m.OnlyIf)
	listed(c, at.Child("activities"), c.client.Activity, m.Activities)
	listed(c, at.Child("variants"), c.words.variant, m.Variants)
	listed(c, at.Child("lighter_form_of"), c.words.measure, m.LighterFormOf)
	listed(c, at.Child("law"), c.words.law, m.Law)
	listed(c, at.Child("roles"), c.client.Role, m.Roles)
	listed(c, at.Child("leans_on"), c.client.Role, m.LeansOn)
	listed(c, at.Child("knows"), c.client.Category, m.Knows)
	c.members(at, m)
	c.faults.Join(at.Child("extensions"), m.Extensions.Validate())
	for i, e := range m.Effects {
		place := at.Child("effects").Index(i)
		known(c, place.Child("threat"), c.client.Threat, e.Threat)
		if pointsOf(e.Band) == 0 {
			c.faults.OutOfRange(place.Child("band"))
		}
	}
	for _, missing := range []struct {
		field string
		is    bool
	}{
		{"scope", m.Scope == ScopeUnknown}, {"layer", m.Layer == LayerUnknown}, {"visibility", m.Visibility == rapport.VisibilityUnknown},
		{"protects", m.Protects == client.ProtectsUnknown}, {"settings", len(m.Settings) == 0},
		{"functions", len(m.Functions) == 0}, {"effects", len(m.Effects) == 0},
		{"mode", m.Mode == ModeUnknown}, {"roles", len(m.Roles) == 0}, {"en/ends", m.LastResort && m.EN.Ends == ""},
	} {
		if missing.is {
			c.faults.Required(at + rapport.Pointer("/"+missing.field))
		}
	}
	if m.LastsDays < 0 {
		c.faults.OutOfRange(at.Child("lasts_days"))
	}
}

// members notes values of a measure that are no members of their scale; a function has to be said.
func (c checker) members(at rapport.Pointer, m MeasureEntry) {
	outOfScale := func(at rapport.Pointer, value encoding.TextMarshaler) {
		if _, err := value.MarshalText(); err != nil {
			c.faults.OutOfRange(at)
		}
	}
	outOfScale(at.Child("scope"), m.Scope)
	outOfScale(at.Child("layer"), m.Layer)
	outOfScale(at.Child("mode"), m.Mode)
	outOfScale(at.Child("visibility"), m.Visibility)
	outOfScale(at.Child("protects"), m.Protects)
	for i, f := range m.Functions {
		outOfScale(at.Child("functions").Index(i), f)
		if f == FunctionUnknown {
			c.faults.OutOfRange(at.Child("functions").Index(i))
		}
	}
	for i, l := range m.Varies {
		outOfScale(at.Child("varies").Index(i), l)
	}
	intrusion := at.Child("intrusion")
	outOfScale(intrusion.Child("movement"), m.Intrusion.Movement)
	outOfScale(intrusion.Child("social"), m.Intrusion.Social)
	outOfScale(intrusion.Child("time"), m.Intrusion.Time)
	outOfScale(intrusion.Child("privacy"), m.Intrusion.Privacy)
}

// repeats notes expectations of packs that stand elsewhere too, by ID or by threat and measure, at both
// places, each naming the other; a built-in one has no place.
func (c checker) repeats(packs []Catalogue) {
	pair := func(e ExpectedEntry) string { return string(e.Threat) + "\x00" + string(e.Measure) }
	ids, pairs := map[string]rapport.Pointer{}, map[string]rapport.Pointer{}
	for _, e := range standardExpected {
		pairs[pair(e)] = ""
	}
	for i, p := range packs {
		for j, e := range p.Expected {
			at := pack.Place(i, "expected", j)
			if e.ID == "" || !c.collides(ids, e.ID, at.Child("id")) {
				c.collides(pairs, pair(e), at.Child("measure"))
			}
		}
	}
}

// collides notes a key that stands at another place too, and says whether it does.
func (c checker) collides(places map[string]rapport.Pointer, key string, at rapport.Pointer) bool {
	first, twice := places[key]
	if !twice {
		places[key] = at
		return false
	}
	entry, _ := rapport.FindCode(rapport.Codes(), rapport.CodePackCollision)
	if first == "" {
		c.faults.Coded(at, entry)
		return true
	}
	c.faults.Add(at, entry.ID, entry.EN+": "+string(first))
	c.faults.Add(first, entry.ID, entry.EN+": "+string(at))
	return true
}

// expected checks and adds what a pack expects at a level.
func (c checker) expected(at rapport.Pointer, e ExpectedEntry) {
	if rapport.VendorOf(e.ID) == "" || !rapport.IsWord(e.ID) {
		entry, _ := rapport.FindCode(rapport.Codes(), rapport.CodePackPlainWord)
		c.faults.Coded(at.Child("id"), entry)
	}
	if e.Threat != "" {
		known(c, at.Child("threat"), c.client.Threat, e.Threat)
	}
	known(c, at.Child("measure"), c.words.measure, e.Measure)
	listed(c, at.Child("only_if"), c.words.condition, e.OnlyIf)
	if e.From.AtLeast(rapport.LevelLow) != rapport.AnswerYes {
		c.faults.OutOfRange(at.Child("from"))
	}
	c.words.expected = append(c.words.expected, e.clone())
	slices.SortFunc(c.words.expected, func(a, b ExpectedEntry) int { return strings.Compare(a.ID, b.ID) })
}

// floor raises a floor; of two packs that raise one, the higher counts.
func (c checker) floor(at rapport.Pointer, e FloorEntry) {
	i := slices.IndexFunc(c.words.floors, func(x FloorEntry) bool { return x.ID == e.ID })
	if i < 0 {
		c.faults.OutOfRange(at.Child("id"))
		return
	}
	builtIn := standardFloors[i]
	if e.Points < builtIn.Points || e.Place < builtIn.Place {
		c.faults.Coded(at, codeEntry(CodeFloorLowered))
	}
	if e.Points > maxFloor || e.Place > e.Points {
		c.faults.OutOfRange(at)
	}
	own := &c.words.floors[i]
	own.Points, own.Place = max(own.Points, e.Points), max(own.Place, e.Place)
}

// maxFloor is the highest floor a pack may set.
const maxFloor = 1000

// circles notes measures of packs that require themselves through others.
func (c checker) circles(packs []Catalogue) {
	for i, p := range packs {
		for j, m := range p.Measures {
			seen := slices.Clone(m.Requires)
			for k := 0; k < len(seen); k++ {
				next, _ := c.words.measure(seen[k])
				for _, word := range next.Requires {
					if !slices.Contains(seen, word) {
						seen = append(seen, word)
					}
				}
			}
			if slices.Contains(seen, m.ID) {
				c.faults.Coded(pack.Place(i, "measures", j).Child("requires"), codeEntry(CodeCircular))
			}
		}
	}
}
