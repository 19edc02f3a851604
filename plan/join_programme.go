package plan

import (
	"encoding"
	"slices"
	"strings"
	"unicode"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
	"github.com/rapport-go/rapport/internal/pack"
)

// programme checks what a pack adds to signs, works and happenings, and shortens deadlines.
func (c checker) programme(at rapport.Pointer, p Catalogue) {
	for i, e := range p.Signs {
		at := at.Child("signs").Index(i)
		pack.EachText(e, func(place rapport.Pointer, text string, _ bool) {
			if saysWho(text) {
				c.faults.Coded(place.Under(at), codeEntry(CodeSignOfWho))
			}
		})
		if rapport.VendorOf(e.ID) != "" {
			c.sign(at, e)
		}
	}
	for i, e := range p.Works {
		if rapport.VendorOf(e.ID) != "" {
			c.work(at.Child("works").Index(i), e)
		}
	}
	for i, e := range p.Happenings {
		at := at.Child("happenings").Index(i)
		listed(c, at.Child("changes"), c.client.LifeChange, e.Changes)
		listed(c, at.Child("activities"), c.client.Activity, e.Activities)
	}
	seen := map[Severity]rapport.Pointer{}
	for i, e := range p.Deadlines {
		at := at.Child("deadlines").Index(i)
		if _, twice := seen[e.ID]; twice {
			c.faults.DuplicateID(at.Child("id"))
		}
		seen[e.ID] = at
		c.deadline(at, e)
	}
}

func (c checker) sign(at rapport.Pointer, e SignEntry) {
	listed(c, at.Child("threats"), c.client.Threat, e.Threats)
	listed(c, at.Child("measures"), c.words.measure, e.Measures)
	known(c, at.Child("role"), c.client.Role, e.Role)
	listed(c, at.Child("with"), c.client.Role, e.With)
	c.member(at.Child("protects"), e.Protects == client.ProtectsUnknown, e.Protects)
	c.member(at.Child("urgency"), e.Urgency == rapport.UrgencyUnknown, e.Urgency)
	if len(e.EN.Do) == 0 {
		c.faults.Required(at.Child("en").Child("do"))
	}
}

func (c checker) work(at rapport.Pointer, e WorkEntry) {
	listed(c, at.Child("threats"), c.client.Threat, e.Threats)
	listed(c, at.Child("signs"), c.words.sign, e.Signs)
	listed(c, at.Child("measures"), c.words.measure, e.Measures)
	known(c, at.Child("role"), c.client.Role, e.Role)
	if len(e.For) == 0 {
		c.faults.Required(at.Child("for"))
	}
	for i, x := range e.For {
		c.member(at.Child("for").Index(i), x == WhomUnknown, x)
		if slices.Contains(e.For[:i], x) {
			c.faults.DuplicateID(at.Child("for").Index(i))
		}
	}
	if e.EveryDays == 0 && len(e.After) == 0 {
		c.faults.Required(at.Child("every_days"))
	}
	c.days(at.Child("every_days"), e.EveryDays, 0, maxDays)
	c.days(at.Child("stale_days"), e.StaleDays, 0, maxDays)
	for i, p := range e.Sooner {
		at := at.Child("sooner").Index(i)
		c.days(at.Child("every_days"), p.EveryDays, 1, e.EveryDays-1)
		listed(c, at.Child("settings"), c.client.Setting, p.Settings)
		c.member(at.Child("from"), p.From == rapport.LevelUnknown && len(p.Settings) == 0, p.From)
	}
	for i, a := range e.After {
		at := at.Child("after").Index(i)
		known(c, at.Child("what"), c.words.happening, a.What)
		c.days(at.Child("within_days"), a.WithinDays, 0, maxDays)
	}
}

// maxDays is the longest time in days that a catalogue may set: ten years.
const maxDays = 3653

// days notes a number of days outside a range.
func (c checker) days(at rapport.Pointer, n, least, most int) {
	if n < least || n > most {
		c.faults.OutOfRange(at)
	}
}

// member notes a value of a scale that is missing or no member.
func (c checker) member(at rapport.Pointer, missing bool, value encoding.TextMarshaler) {
	if missing {
		c.faults.Required(at)
	}
	faultMember(c.faults, at, value)
}

// deadline shortens a deadline; of two packs that shorten one, the shorter counts.
func (c checker) deadline(at rapport.Pointer, e DeadlineEntry) {
	i := slices.IndexFunc(c.words.deadlines, func(x DeadlineEntry) bool { return x.ID == e.ID })
	switch {
	case i < 0:
		c.faults.OutOfRange(at.Child("id"))
	case e.Days < 0:
		c.faults.OutOfRange(at.Child("days"))
	case e.Days > standardDeadlines[i].Days:
		c.faults.Coded(at.Child("days"), codeEntry(CodeDeadlineLengthened))
	default:
		c.words.deadlines[i].Days = min(c.words.deadlines[i].Days, e.Days)
	}
}

// saysWho says whether a text speaks of who somebody is instead of what they do. The list is house judgement
// and a help for whoever writes a sign, no filter against somebody who wants to get past it.
func saysWho(text string) bool {
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) })
	return slices.ContainsFunc(words, func(w string) bool {
		_, found := slices.BinarySearch(identityWords[:], w)
		return found
	})
}

var identityWords = [...]string{
	"accent", "arab", "arabs", "asylum", "beard", "beggar", "disability", "disabled", "ethnic", "ethnicity", "foreign",
	"foreigner", "foreigners", "gay", "gender", "gypsies", "gypsy", "headscarf", "homeless", "immigrant", "immigrants",
	"jew", "jewish", "jews", "mentally", "migrant", "migrants", "muslim", "muslims", "nationality", "origin", "race", "racial", "refugee",
	"refugees", "religion", "religious", "skin", "transgender", "turban", "veil",
}
