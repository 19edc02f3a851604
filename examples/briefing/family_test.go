package main

import (
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rapport-go/rapport/client"
	"github.com/rapport-go/rapport/examples/scenarios"
)

// moments are the times at which the family's sheets are read: before the sale, after it, after the picture,
// after the nanny has left.
var moments = []string{"2027-01-31T18:00:00+01:00", "2027-02-01T20:00:00+01:00", "2027-02-06T06:00:00+01:00", "2027-03-13T12:00:00+01:00"}

// family prints a whole sheet of the family's case with one edit; nil edits nothing.
func family(t *testing.T, edit func(object), args ...string) string {
	t.Helper()
	file := "o2"
	if edit != nil {
		file = variantOf(t, "o2", edit)
	}
	return printed(t, append([]string{"-full", "-case", file}, args...)...)
}

// part returns the part on one person.
func part(t *testing.T, sheet, name string) string {
	t.Helper()
	text := between(sheet, strings.ToUpper(name)+", IN THESE HOURS", "\n\n")
	require.NotEmpty(t, text, name)
	return text
}

// of edits one person of a case.
func of(person string, edit func(object)) func(object) {
	return func(c object) { edit(pick(c["people"], person)) }
}

func familyCase(t *testing.T) scenarios.Case {
	t.Helper()
	c, ok := scenarios.Named("o2")
	require.True(t, ok)
	return c
}

// ownWords are the words of one person: what they worry about, how they felt, what they wish.
func ownWords(p client.Profile) []string {
	var words []string
	for _, k := range p.Concerns {
		words = append(words, k.Words)
	}
	for _, r := range p.Reactions {
		if r.Words != "" {
			words = append(words, r.Words)
		}
	}
	for _, w := range p.Wishes {
		words = append(words, w.Words)
	}
	return words
}

func TestFamily_KeepsToItsPaperAtEveryMoment(t *testing.T) {
	t.Parallel()
	for _, at := range moments {
		sheet := printed(t, "-case", "o2", "-at", at)
		lines := strings.Split(strings.TrimSuffix(sheet, "\n"), "\n")
		assert.LessOrEqual(t, len(lines), 90, at)
		for _, l := range lines {
			assert.LessOrEqual(t, utf8.RuneCountInString(l), 100, l)
		}
		for _, name := range []string{"Mrs B", "Mr B", "J", "E"} {
			own := strings.Split(strings.TrimSpace(part(t, sheet, name)), "\n")
			assert.GreaterOrEqual(t, len(own), 4, "%s at %s", name, at)
			assert.Contains(t, own[1], "Stays as it is", name)
		}
	}
}

func TestPerson_TheTeenagersFeelingMovesHisLinesAndNoOthers(t *testing.T) {
	t.Parallel()
	sheet := family(t, nil)
	without := family(t, of("teen-b", drop("reactions", "t-r-near")))
	assert.Contains(t, part(t, sheet, "J"), `Minds: officer close by, school ("everybody looked at him, then at me").`)
	assert.Contains(t, part(t, sheet, "J"), "restricts most: officer close by, school")
	assert.NotContains(t, part(t, without, "J"), "officer close by")
	assert.Equal(t, part(t, sheet, "E"), part(t, without, "E"), "a sister's part does not move")
	assert.NotEqual(t, strings.ReplaceAll(part(t, sheet, "J"), "J", "E"), part(t, sheet, "E"), "two children, two parts")
}

func TestPerson_AStrongWorryBesideALowThreatIsAnsweredByWhatWasFound(t *testing.T) {
	t.Parallel()
	answered := `"somebody takes one of them" (found low: say what was looked at)`
	flat := func(sheet string) string { return strings.Join(strings.Fields(part(t, sheet, "Mrs B")), " ") }
	assert.Contains(t, flat(family(t, nil)), answered)
	high := flat(family(t, func(c object) { pick(c["threats"], "t-kidnap")["level"] = "high" }))
	assert.NotContains(t, high, "found")
	assert.Contains(t, high, "somebody takes one of them", "the worry itself stays on the sheet")
	calm := flat(family(t, of("mother-b", func(p object) { pick(p["concerns"], "m-c-taken")["emotion"] = "low" })))
	assert.NotContains(t, calm, "found low")
}

func TestPerson_AThreatThatIsNoWorryIsToldOnceAndToAMinorWithTheGuardians(t *testing.T) {
	t.Parallel()
	line := "Little worry about kidnap"
	assert.NotContains(t, part(t, family(t, nil), "Mr B"), line, "while it is low there is nothing to press")
	sold := family(t, nil, "-at", moments[1])
	assert.Contains(t, part(t, sold, "Mr B"), line+" (moderate): tell the facts once")
	assert.Contains(t, part(t, sold, "J"), "tell once, with Mrs B and Mr B, what to do")
	assert.NotContains(t, part(t, sold, "E"), "kidnap", "of a small child's worries nobody has heard")
	assert.NotContains(t, part(t, sold, "Mrs B"), line, "she worries about it already")
}

func TestPerson_AWorryThatNoThreatAnswersIsAnsweredByConduct(t *testing.T) {
	t.Parallel()
	assert.Contains(t, part(t, family(t, nil), "J"), `"no time alone with friends" and "being the odd one" (by how we behave, not by cover)`)
	none := family(t, of("teen-b", func(p object) { p["concerns"] = []any{}; p["worried"] = "no" }))
	assert.NotContains(t, part(t, none, "J"), "Worries")
	assert.Contains(t, part(t, none, "Mr B"), "by how we behave")
}

func TestPerson_ControlFallsBehindWhileTheGuardStandsAtTheDoor(t *testing.T) {
	t.Parallel()
	line := "Has less in hand than Ms A needs; restricts most: officer in uniform, home."
	third := "2027-02-05T18:00:00+01:00"
	assert.Contains(t, printed(t, "-full", "-at", third), line)
	assert.NotContains(t, printed(t, "-full", "-at", third, "-case", variant(t, drop("events", "e-door"))), "Has less in hand")
	assert.NotContains(t, printed(t, "-full"), "Has less in hand", "the guard has been gone since day 4")
	stayed := variant(t, func(c object) { delete(pick(c["events"], "e-door")["reaction"].(object), "until") })
	assert.Contains(t, printed(t, "-full", "-case", stayed), line)
}

func TestPerson_ARoutineThatCanBeWaitedForHasItsFirstLever(t *testing.T) {
	t.Parallel()
	line := "Gym can be waited for: 5 of 6 waits would meet Ms A; another hour leaves one wait in 5."
	assert.Contains(t, printed(t, "-full"), line)
	uncounted := variant(t, of("ms-a", func(p object) { delete(pick(p["activities"], "gym"), "routine") }))
	assert.NotContains(t, printed(t, "-full", "-case", uncounted), "can be waited for")
	free := variant(t, of("ms-a", func(p object) { pick(p["activities"], "gym")["levers"] = []any{"way"} }))
	assert.Contains(t, printed(t, "-full", "-case", free), "another door or way leaves")
	j := part(t, family(t, nil), "J")
	assert.Contains(t, j, "Bus with friends can be waited for")
	assert.Contains(t, j, "It stays: cover it, do not change it.")
	assert.NotContains(t, part(t, family(t, nil, "-at", moments[2]), "J"), "Bus with friends", "no bus on a Saturday")
}

func TestPerson_AChangeInLifeIsTalkedThroughBeforeItComes(t *testing.T) {
	t.Parallel()
	assert.Contains(t, part(t, family(t, nil), "Mrs B"), "The sale (tomorrow): to be talked through today.")
	assert.Contains(t, family(t, nil), "Tomorrow: the sale. What it changes for Mrs B and Mr B is looked at before it comes.")
	assert.NotContains(t, part(t, family(t, nil), "J"), "The sale")
	later := family(t, of("mother-b", func(p object) { pick(p["changes"], "m-ch-sale")["on"] = "2027-06-01" }))
	assert.NotContains(t, part(t, later, "Mrs B"), "The sale")
	assert.Contains(t, later, "Tomorrow: the sale. What it changes for Mr B is", "and so does what comes first")
	assert.Contains(t, part(t, later, "Mr B"), "The sale", "his own stays where it was")
	assert.NotContains(t, printed(t, "-full"), "The film comes out", "on day 75, and not due on day 20")
	assert.Contains(t, printed(t, "-full", "-at", "2027-04-10T18:00:00+02:00"), "The film comes out (Sunday, day 75): to be talked through by Saturday, day 74.")
}

func TestPerson_WhoDecidesForAMinorIsNamedWithTheMinorsPart(t *testing.T) {
	t.Parallel()
	sheet := family(t, nil)
	assert.Contains(t, part(t, sheet, "J"), "Mrs B and Mr B decide for J together; J is asked first")
	assert.Contains(t, part(t, sheet, "E"), "Mrs B and Mr B decide for E together; E is told")
	assert.NotContains(t, part(t, sheet, "Mr B"), "decide for", "a man of age decides for himself")
	alone := family(t, of("child-b", func(p object) { p["guardians"] = []any{"mother-b"} }))
	assert.Contains(t, part(t, alone, "E"), "Mrs B decides for E")
	assert.Equal(t, part(t, sheet, "J"), part(t, alone, "J"))
	none := part(t, family(t, of("child-b", func(p object) { delete(p, "guardians") })), "E")
	assert.NotContains(t, none, "decide for")
	assert.NotContains(t, none, "Wants", "what a small child wants is not read off a ranking")
	assert.Contains(t, none, "Ask first, a plan without it is a guess:")
}

func TestPerson_NobodysWordsStandInAnothersPart(t *testing.T) {
	t.Parallel()
	c := familyCase(t)
	for _, at := range moments {
		sheet := family(t, nil, "-at", at)
		for _, p := range c.People {
			name, _ := c.Label(p.ID)
			for _, other := range c.People {
				for _, words := range ownWords(other) {
					if other.ID != p.ID {
						assert.NotContains(t, part(t, sheet, name), words, "%s in the part of %s", words, name)
					}
				}
			}
		}
	}
}

func TestSheet_OfTheHouseholdAndThePayerHoldsNothingOfAnybodysInside(t *testing.T) {
	t.Parallel()
	c := familyCase(t)
	lead := family(t, nil)
	inside := []string{"Worries:", "Minds:", "At ease with:", "Has less in hand", "can be waited for", "Stays as it is", "Rarely thinks of safety"}
	for _, p := range c.People {
		inside = append(inside, ownWords(p)...)
	}
	for _, text := range inside[:7] {
		assert.Contains(t, lead, text, "the lead reads it, so there is something to keep")
	}
	for _, at := range moments {
		for _, reader := range []string{"nanny-n", "tutor-t", "house-manager", "payer", "school-safeguarding"} {
			sheet := family(t, nil, "-for", reader, "-at", at) + family(t, nil, "-for", reader, "-at", at, "-json")
			for _, text := range inside {
				assert.NotContains(t, strings.ToLower(sheet), strings.ToLower(text), reader)
			}
		}
	}
}

func TestFamily_FrightensNoChildTellsTheHouseholdNoWealthAndConfirmsNothing(t *testing.T) {
	t.Parallel()
	fright := regexp.MustCompile(`(?i)kidnap|threat|danger|weapon|attack|abduct|ransom|taken|follow|enemy|severe|risk`)
	wealth := regexp.MustCompile(`(?i)\bsale\b|money|rich|million|wealth|figure|kidnap|threat`)
	lead := ""
	for _, at := range moments {
		lead += family(t, nil, "-at", at)
		assert.NotRegexp(t, fright, family(t, nil, "-for", "minor", "-at", at))
		for _, reader := range []string{"nanny-n", "tutor-t", "house-manager", "school-safeguarding"} {
			assert.NotRegexp(t, wealth, family(t, nil, "-for", reader, "-at", at), reader)
		}
		magazine := family(t, nil, "-for", "journalist", "-at", at)
		for _, name := range []string{"Mrs B", "Mr B", "FOR YOU", "school"} {
			assert.NotContains(t, magazine, name)
		}
	}
	assert.Regexp(t, fright, lead)
	assert.Regexp(t, wealth, lead)
	assert.NotRegexp(t, `(?i)no incidents? so far`, lead)
}

func TestFamily_TheNannysSheetIsClosedTheDaySheLeaves(t *testing.T) {
	t.Parallel()
	before := family(t, nil, "-for", "nanny-n", "-at", "2027-03-12T12:00:00+01:00")
	assert.Contains(t, before, "collect E from school")
	after := family(t, nil, "-for", "nanny-n", "-at", "2027-03-12T19:00:00+01:00")
	assert.NotContains(t, after, "FOR YOU")
	stayed := family(t, drop("events", "e-nanny"), "-for", "nanny-n", "-at", "2027-03-12T19:00:00+01:00")
	assert.Contains(t, stayed, "FOR YOU", "it is her leaving that closes it")
	assert.NotContains(t, family(t, nil, "-for", "driver", "-at", "2027-03-14T20:00:00+01:00"), "the nanny")
}

func TestHours_OfAFamilyNameEveryActivityOnce(t *testing.T) {
	t.Parallel()
	c := familyCase(t)
	hours := strings.Join(strings.Fields(between(family(t, nil), "NEXT HOURS", "STANDING")), " ")
	also := hours[strings.Index(hours, "Also, covered by what stands:"):]
	for _, p := range c.People {
		for _, a := range p.Activities {
			name, ok := c.Label(a.ID)
			require.True(t, ok)
			if len(a.Between(c.Now, c.Until)) > 0 {
				assert.Contains(t, hours, name)
			} else {
				assert.NotContains(t, hours, name, "%s is not in these hours", a.ID)
			}
		}
	}
	assert.Contains(t, hours[:len(hours)-len(also)], "E, school run")
	assert.NotContains(t, also, "school run")
	assert.Contains(t, also, "Mr B, night at home, drive to work, office, signing")
}

func TestWhoMayKnow_SharesOneLineForPeopleOfWhomTheSameHolds(t *testing.T) {
	t.Parallel()
	know := strings.Join(strings.Fields(family(t, nil)[strings.Index(family(t, nil), "WHO MAY KNOW"):]), " ")
	assert.Contains(t, know, "J and E: itinerary (times)")
	assert.False(t, slices.ContainsFunc([]string{"Mrs B J:", "J J:"}, func(text string) bool { return strings.Contains(know, text) }),
		"those protected are not outsiders")
}

// unasked drops the lead's asks in some categories.
func unasked(categories ...string) func(object) {
	return func(c object) {
		c["asks"] = slices.DeleteFunc(c["asks"].([]any), func(a any) bool {
			return a.(object)["role"] == "team-lead" && slices.Contains(categories, a.(object)["category"].(string))
		})
	}
}

func TestPerson_WithoutTheFileNothingOfAThreatStandsBesideAWorry(t *testing.T) {
	t.Parallel()
	sheet := family(t, unasked("threat-file"), "-at", moments[1])
	assert.NotContains(t, sheet, "Little worry")
	assert.Contains(t, part(t, sheet, "Mrs B"), "somebody takes one of them")
	assert.NotContains(t, family(t, unasked("threat-file")), "found low")
}

func TestPerson_WithoutThePlanNoRoutineIsNamed(t *testing.T) {
	t.Parallel()
	sheet := family(t, unasked("movement"))
	assert.Contains(t, part(t, sheet, "J"), "Stays as it is")
	assert.NotContains(t, sheet, "can be waited for")
}

func TestPerson_ATalkThatIsOverIsNotAskedForAgain(t *testing.T) {
	t.Parallel()
	assert.Contains(t, family(t, nil, "-at", "2027-02-08T06:00:00+01:00"), "The sale (Monday, day 21): to be talked through today.")
	assert.NotContains(t, family(t, nil, "-at", "2027-02-09T06:00:00+01:00"), "to be talked through by Monday, day 28")
	assert.NotContains(t, part(t, family(t, nil, "-at", "2027-02-09T06:00:00+01:00"), "Mrs B"), "The sale")
}

func TestSince_NamesAChangeInALifeAndSomebodyWhoHasLeftToThoseWhoMayHaveIt(t *testing.T) {
	t.Parallel()
	at := []string{"-at", "2027-03-13T08:00:00+01:00"}
	left, said := "the nanny left on good terms", "E has said goodbye"
	since := func(edit func(object)) string { return between(family(t, edit, at...), "SINCE", "IN THESE HOURS") }
	assert.Contains(t, since(nil), left)
	assert.Contains(t, since(nil), said)
	assert.NotContains(t, between(family(t, unasked("wishes-and-worries"), at...), "SINCE", "PROBLEMS"), said)
	assert.NotContains(t, between(family(t, unasked("protection-plan"), at...), "SINCE", "IN THESE HOURS"), left)
}

func TestPage_GivesUpTheLeastOfAPartLastOfAll(t *testing.T) {
	t.Parallel()
	lines := func(n int, keep bool) []line {
		list := []line{}
		for range n {
			list = append(list, line{text: "x", keep: keep})
		}
		return list
	}
	person := section{title: "PERSON", budget: 6, least: 5, lines: lines(9, false)}
	count := func(fixed, loose int) (own, all int) {
		text := page([]section{person, {title: "FIXED", budget: fixed, lines: lines(fixed, true)}, {title: "LOOSE", budget: loose, lines: lines(loose, false)}}, false)
		return strings.Count(between(text, "PERSON", "FIXED"), "\n") - 2, strings.Count(text, "\n")
	}
	own, all := count(40, 60)
	assert.Equal(t, 6, own)
	assert.Equal(t, paperLines, all)
	own, all = count(78, 20)
	assert.Equal(t, 5, own, "another part gives up its lines first")
	assert.LessOrEqual(t, all, paperLines)
	own, all = count(82, 20)
	assert.Less(t, own, 5, "the paper comes before the least")
	assert.LessOrEqual(t, all, paperLines)
}

func TestDecide_NamesAReviewOnTheDaySetForIt(t *testing.T) {
	t.Parallel()
	line := "assess kidnap anew: today is the day set for it"
	sheet := printed(t, "-case", "o2")
	assert.Contains(t, between(sheet, "DECIDE", "IN THESE HOURS"), line, "the day before the sale is public")
	assert.Contains(t, sheet, "a review is due today")
	later := printed(t, "-case", variantOf(t, "o2", func(c object) { pick(c["threats"], "t-kidnap")["review_on"] = "2027-02-01" }))
	assert.NotContains(t, later, line)
	assert.Contains(t, later, "next review by day 21")
}
