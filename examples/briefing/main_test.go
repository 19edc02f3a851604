package main

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rapport-go/rapport/examples/scenarios"
	"github.com/rapport-go/rapport/internal/wording"
)

var update = flag.Bool("update", false, "rewrite the golden sheets")

// printed runs the program and returns what it printed; it has to succeed.
func printed(t *testing.T, args ...string) string {
	t.Helper()
	var out, errs bytes.Buffer
	require.Zero(t, run(args, &out, &errs), errs.String())
	assert.Empty(t, errs.String())
	return out.String()
}

// object is a JSON object of a case file.
type object = map[string]any

// variant writes the embedded case O1 with one edit to a file and returns its name.
func variant(t *testing.T, edit func(c object)) string {
	t.Helper()
	return variantOf(t, "o1", edit)
}

// variantOf writes an embedded case with one edit to a file and returns its name.
func variantOf(t *testing.T, name string, edit func(c object)) string {
	t.Helper()
	data, err := os.ReadFile("../scenarios/" + name + ".json")
	require.NoError(t, err)
	var c object
	require.NoError(t, json.Unmarshal(data, &c))
	edit(c)
	data, err = json.Marshal(c)
	require.NoError(t, err)
	file := filepath.Join(t.TempDir(), "case.json")
	require.NoError(t, os.WriteFile(file, data, 0o600))
	return file
}

// drop removes the elements with these IDs from a list of the case.
func drop(list string, ids ...string) func(object) {
	return func(c object) {
		c[list] = slices.DeleteFunc(c[list].([]any), func(e any) bool { return slices.Contains(ids, e.(object)["id"].(string)) })
	}
}

// pick returns the element with this ID of a list.
func pick(list any, id string) object {
	for _, e := range list.([]any) {
		if e.(object)["id"] == id {
			return e.(object)
		}
	}
	return nil
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		require.NoError(t, os.MkdirAll("testdata", 0o755))
		require.NoError(t, os.WriteFile(file, []byte(got), 0o644))
	}
	want, err := os.ReadFile(file)
	require.NoError(t, err)
	assert.Equal(t, string(want), got)
}

func TestGolden_SheetsOfTheStalkedActor(t *testing.T) {
	for _, role := range []string{"team-lead", "protection-officer", "residential-officer", "driver", "concierge", "club-manager", "venue-security", "publicist", "police-liaison", "journalist"} {
		t.Run(role, func(t *testing.T) { golden(t, "o1-"+role+".txt", printed(t, "-for", role)) })
	}
	t.Run("the morning the note came", func(t *testing.T) {
		golden(t, "o1-day-14.txt", printed(t, "-at", "2027-02-16T09:00:00+01:00"))
	})
}

func TestGolden_HowAnActivityIsCarriedOut(t *testing.T) {
	golden(t, "o1-how-premiere.txt", printed(t, "-how", "premiere"))
	golden(t, "o1-how-gym.txt", printed(t, "-how", "Gym"))
	golden(t, "o2-how-school-run.txt", printed(t, "-case", "o2", "-how", "school run"))
}

func TestHow_IsForTheFileAndForWhatIsThere(t *testing.T) {
	var out, errs strings.Builder
	assert.Equal(t, 2, run([]string{"-how", "no such outing"}, &out, &errs))
	assert.Equal(t, 2, run([]string{"-how", "gym", "-for", "driver"}, &out, &errs))
	assert.Empty(t, out.String())
	for _, name := range []string{"gym", "premiere", "fitting"} {
		for line := range strings.Lines(printed(t, "-how", name)) {
			assert.LessOrEqual(t, utf8.RuneCountInString(strings.TrimSuffix(line, "\n")), paperColumns)
		}
	}
}

func TestGolden_SheetsOfTheFamily(t *testing.T) {
	for _, role := range []string{"team-lead", "driver", "house-manager", "school-safeguarding", "minor", "guardian", "journalist"} {
		t.Run(role, func(t *testing.T) { golden(t, "o2-"+role+".txt", printed(t, "-case", "o2", "-for", role)) })
	}
	t.Run("nanny", func(t *testing.T) { golden(t, "o2-nanny.txt", printed(t, "-case", "o2", "-for", "nanny-n")) })
	t.Run("the evening the sale was in the news", func(t *testing.T) {
		golden(t, "o2-day-21.txt", printed(t, "-case", "o2", "-at", "2027-02-01T20:00:00+01:00"))
	})
	t.Run("the morning after the picture", func(t *testing.T) {
		golden(t, "o2-day-26.txt", printed(t, "-case", "o2", "-at", "2027-02-06T06:00:00+01:00"))
	})
	t.Run("the day after the nanny left", func(t *testing.T) {
		golden(t, "o2-nanny-day-61.txt", printed(t, "-case", "o2", "-for", "nanny-n", "-at", "2027-03-13T12:00:00+01:00"))
	})
}

func TestSheet_KeepsToItsPaperAndItsOrder(t *testing.T) {
	sheet := printed(t)
	lines := strings.Split(strings.TrimSuffix(sheet, "\n"), "\n")
	assert.LessOrEqual(t, len(lines), 90)
	for _, l := range lines {
		assert.LessOrEqual(t, utf8.RuneCountInString(l), 100, l)
	}
	at := 0
	for _, part := range []string{"BRIEFING", "FIRST", "SINCE", "DECIDE", "MS A, IN THESE HOURS", "TWO PROBLEMS, TWO ANSWERS", "NEXT HOURS", "STANDING", "IF IT HAPPENS", "WHO MAY KNOW"} {
		i := strings.Index(sheet[at:], part)
		require.GreaterOrEqual(t, i, 0, "%s stands after the part before it", part)
		at += i
	}
}

func TestSheet_HoldsNoIDNoDecimalAndNoPromise(t *testing.T) {
	c, ok := scenarios.Named("o1")
	require.True(t, ok)
	var ids []string
	for _, p := range c.People {
		ids = append(ids, string(p.ID))
	}
	for _, l := range c.Labels {
		if strings.Contains(string(l.ID), "-") {
			ids = append(ids, string(l.ID))
		}
	}
	for _, x := range c.Threats {
		ids = append(ids, string(x.ID))
	}
	for _, role := range []string{"team-lead", "driver", "concierge", "publicist", "journalist", "police-liaison"} {
		for _, full := range []bool{false, true} {
			args := []string{"-for", role}
			if full {
				args = append(args, "-full")
			}
			sheet := printed(t, args...)
			for _, id := range ids {
				assert.NotContains(t, sheet, id)
			}
			assert.NotRegexp(t, regexp.MustCompile(`[0-9]\.[0-9]`), sheet)
			for _, l := range strings.Split(sheet, "\n") {
				assert.Empty(t, wording.Check(l, wording.KindCertainty, wording.KindBlame), l)
			}
		}
	}
}

func TestNextHours_AreTheActivitiesOfTheCaseByTheClock(t *testing.T) {
	rows := func(sheet string) []string { return strings.Split(between(sheet, "NEXT HOURS", "STANDING"), "\n") }
	sheet := printed(t, "-full")
	for _, want := range []string{"Tue 18:30", "Wed 06:30", "Tue 17:40"} {
		assert.True(t, slices.ContainsFunc(rows(sheet), func(l string) bool { return strings.HasPrefix(l, want) }), want)
	}
	after := printed(t, "-full", "-at", "2027-02-23T23:00:00+01:00")
	assert.False(t, slices.ContainsFunc(rows(after), func(l string) bool { return strings.Contains(l, "remiere") }), "a past event has no row")
	earlier := printed(t, "-full", "-case", variant(t, func(c object) {
		pick(pick(c["people"], "ms-a")["activities"], "gym")["weekly"] = []any{object{"days": []any{"wed"}, "from": "07:15", "to": "08:00"}}
	}))
	assert.True(t, slices.ContainsFunc(rows(earlier), func(l string) bool { return strings.HasPrefix(l, "Wed 07:15") }))
}

func between(text, from, to string) string {
	i := strings.Index(text, from)
	if i < 0 {
		return ""
	}
	if j := strings.Index(text[i:], to); j >= 0 {
		return text[i : i+j]
	}
	return text[i:]
}

func TestDoorGuard_GoesBecauseOfHerReactionAndOnlyBecauseOfIt(t *testing.T) {
	sheet := printed(t, "-full")
	assert.Contains(t, sheet, "Gone since day 3: uniformed")
	assert.Contains(t, sheet, "like a prison")
	assert.Contains(t, between(sheet, "Gone since day 3", "\n\n"), "because of the reaction")

	without := printed(t, "-full", "-case", variant(t, drop("events", "e-door")))
	assert.NotContains(t, without, "Gone since")
	assert.Contains(t, between(without, "STANDING", "IF IT HAPPENS"), "niformed")

	liked := printed(t, "-full", "-case", variant(t, func(c object) {
		pick(c["events"], "e-door")["reaction"].(object)["feeling"] = "+2"
	}))
	assert.NotContains(t, liked, "Gone since", "a guard who reassures may stay")

	moved := printed(t, "-full", "-case", variant(t, func(c object) {
		pick(c["events"], "e-door")["at"] = "2027-02-07T09:00:00+01:00"
		delete(pick(c["events"], "e-door")["reaction"].(object), "until")
	}))
	assert.Contains(t, moved, "Gone since day 5: uniformed", "the change moves with the event")
}

func TestNoteAtTheDoor_StepsUpAndGoesWithTheEvent(t *testing.T) {
	sheet := printed(t)
	first := between(sheet, "FIRST", "SINCE")
	assert.Contains(t, first, "Planned as high since day 14")
	without := printed(t, "-case", variant(t, drop("events", "e-note")))
	assert.NotContains(t, between(without, "FIRST", "SINCE"), "Planned as high")
	assert.NotContains(t, between(without, "FIRST", "SINCE"), "by hand")
	moved := printed(t, "-case", variant(t, func(c object) { pick(c["events"], "e-note")["at"] = "2027-02-18T08:10:00+01:00" }))
	assert.Contains(t, between(moved, "FIRST", "SINCE"), "Planned as high since day 16")
	assert.NotContains(t, between(sheet, "FIRST", "\n\n"), "step down on")
}

// results reads what -json prints.
func results(t *testing.T, args ...string) object {
	t.Helper()
	var v object
	require.NoError(t, json.Unmarshal([]byte(printed(t, append(args, "-json")...)), &v))
	return v
}

// needed sums the cover required against one threat.
func needed(v object, threat string) (sum float64) {
	for _, r := range v["plan"].(object)["rows"].([]any) {
		if row := r.(object); row["threat"] == threat && row["kind"] == "cover" {
			sum += row["need"].(float64)
		}
	}
	return sum
}

func TestRaisedThreat_RequiresMoreCoverAndNoneIsLost(t *testing.T) {
	assessed := func(level string) string {
		return variant(t, func(c object) {
			drop("events", "e-note", "e-lobby")(c)
			pick(c["threats"], "t-writer")["level"] = level
		})
	}
	moderate, high := results(t, "-case", assessed("moderate")), results(t, "-case", assessed("high"))
	assert.Greater(t, needed(high, "t-writer"), needed(moderate, "t-writer"))
	for _, v := range []object{moderate, high} {
		for _, r := range v["plan"].(object)["rows"].([]any) {
			row := r.(object)
			if row["met"] == "yes" {
				assert.GreaterOrEqual(t, row["got"].(float64), row["need"].(float64))
			}
		}
	}
}

func TestPremiere_HasSomebodyBesideHerAndEnds(t *testing.T) {
	plan := results(t)["plan"].(object)
	beside := false
	for _, e := range plan["entries"].([]any) {
		if entry := e.(object); entry["activity"] == "premiere" && strings.Contains(entry["measure"].(string), "officer") {
			beside = true
			assert.Equal(t, "2027-02-23T21:30:00Z", entry["to"])
		}
	}
	assert.True(t, beside)
	for _, l := range plan["looks"].([]any) {
		if look := l.(object); look["activity"] == "gym" {
			assert.NotContains(t, []string{"ordinary", "overt"}, look["near"], "the visible part ends with the premiere")
		}
	}
}

func TestGym_IsKeptWithAChangedPattern(t *testing.T) {
	sheet := printed(t, "-full")
	assert.Regexp(t, `Wed 06:30`, sheet)
	assert.Contains(t, sheet, "Gym is kept: the hour is known to the writer, so same activity, changed pattern.")
	assert.Contains(t, between(sheet, "Wed 06:30", "Wed 07:35"), "changed pattern")
	assert.Contains(t, between(sheet, "DECIDE", "IN THESE HOURS"), "gym: set another hour or door")
	unseen := printed(t, "-full", "-case", variant(t, func(c object) {
		drop("contacts", "g-1", "g-2")(pick(c["threats"], "t-writer"))
	}))
	assert.NotContains(t, unseen, "Gym is kept", "without the sightings nothing about the gym has to change")
}

func TestJSON_EveryVerdictHasItsReasons(t *testing.T) {
	v := results(t)
	plan := v["plan"].(object)
	for _, list := range []string{"entries", "rows", "changes", "looks"} {
		verdicts := plan[list].([]any)
		require.NotEmpty(t, verdicts, list)
		for _, x := range verdicts {
			assert.NotEmpty(t, x.(object)["reasons"], "%s %v", list, x.(object)["id"])
		}
	}
	for _, x := range v["threats"].([]any) {
		assert.NotEmpty(t, x.(object)["reasons"])
	}
	for _, d := range v["decisions"].([]any) {
		assert.NotEmpty(t, d.(object)["decision"].(object)["reasons"])
	}
}

func TestSince_ListsWhatDiffersAndOneLineWhereNothingDoes(t *testing.T) {
	week := printed(t, "-since", "2027-02-15T18:00:00+01:00")
	assert.Contains(t, between(week, "SINCE MONDAY", "DECIDE"), "left by hand")
	quiet := between(printed(t, "-since", "2027-02-22T17:00:00+01:00"), "SINCE", "DECIDE")
	assert.Contains(t, quiet, "Quiet is no finding")
	assert.NotContains(t, quiet, "east door")
}

func TestWhy_PrintsEveryReasonBehindAName(t *testing.T) {
	assert.Contains(t, printed(t, "-why", "uniformed"), "/people/ms-a/reactions/e-door")
	assert.Contains(t, printed(t, "-why", "gym"), "plan/place-known")
	assert.Contains(t, printed(t, "-why", "t-writer"), "/threats/t-writer/contacts/e-note")
	assert.NotContains(t, printed(t, "-why", "K"), "The desk asks", "an exact name comes before a part of one")
	var out, errs bytes.Buffer
	assert.Equal(t, 2, run([]string{"-why", "nothing is called so"}, &out, &errs))
	assert.Empty(t, out.String())
	assert.Equal(t, 2, run([]string{"-why", "gym", "-for", "driver"}, &out, &errs), "reasons are for the file")
	assert.Empty(t, out.String())
}

func TestList_NamesTheEmbeddedCases(t *testing.T) {
	assert.Contains(t, printed(t, "-list"), "o1  Stalked actor")
}

func TestBadInput_GetsEveryProblemWithItsPlaceAndNoOutput(t *testing.T) {
	tests := []struct {
		name   string
		edit   func(object)
		places []string
	}{
		{"unknown fields, wrong words and missing IDs", func(c object) {
			c["canary"] = 1
			pick(c["threats"], "t-writer")["level"] = "canary"
			pick(c["people"], "ms-a")["id"] = "canary one"
			pick(c["events"], "e-door")["reaction"].(object)["person"] = "canary"
		}, []string{"the whole input", "/threats/0/level", "/people/0/id", "/events/0/reaction/person"}},
		{"words that no catalogue knows", func(c object) {
			pick(c["threats"], "t-writer")["kind"] = "canary"
			pick(c["events"], "e-lobby")["contact"].(object)["kind"] = "canary"
			pick(c["asks"], "ask-01")["purpose"] = "canary"
			pick(c["in_force"], "door")["measure"] = "canary"
		}, []string{"/threats/0/kind", "/events/2/contact/kind", "/asks/0/purpose", "/in_force/0/measure"}},
		{"an event with two things in it", func(c object) {
			e := pick(c["events"], "e-door")
			e["wish"] = object{"person": "ms-a", "kind": "no-uniform-at", "strength": "wish"}
		}, []string{"/events/0"}},
		{"a moment before the start", func(c object) { c["now"] = "2027-02-01T12:00:00+01:00" }, []string{"/start"}},
		{"shape and words at once", func(c object) {
			c["title"] = 7
			pick(c["threats"], "t-photo")["kind"] = "canary"
			pick(c["asks"], "ask-02")["category"] = "canary"
			pick(c["notes"], "n-face")["for"] = "canary"
			pick(c["notes"], "n-way-gym")["activity"] = "canary"
		}, []string{"/title", "/threats/1/kind", "/asks/1/category", "/notes/0/for", "/notes/12/activity"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var out, errs bytes.Buffer
			assert.Equal(t, 2, run([]string{"-case", variant(t, tt.edit)}, &out, &errs))
			assert.Empty(t, out.String())
			for _, place := range tt.places {
				assert.Contains(t, errs.String(), place+": ")
			}
			assert.NotContains(t, errs.String(), "canary")
		})
	}
}

func TestMissingFileAndBadFlags_SayOneLine(t *testing.T) {
	var out, errs bytes.Buffer
	assert.Equal(t, 1, run([]string{"-case", filepath.Join(t.TempDir(), "none.json")}, &out, &errs))
	assert.Len(t, strings.Split(strings.TrimSpace(errs.String()), "\n"), 1)
	assert.Zero(t, run([]string{"-h"}, &out, &errs), "help is no mistake")
	for _, args := range [][]string{{"-at", "tomorrow"}, {"-since", "2028-01-01T00:00:00Z"}, {"stray"}, {"-nonsense"}, {"-for", "lawyer-own"}} {
		assert.Equal(t, 2, run(args, &out, &errs), args)
	}
	assert.Empty(t, out.String())
}
