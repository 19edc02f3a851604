package main

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
)

// The ends of three weeks of the mall: of ordinary contact, of the order to avoid it, and of the change of
// officer.
const (
	weekFour  = "2027-01-31T18:00:00+01:00"
	weekEight = "2027-02-28T18:00:00+01:00"
	weekTen   = "2027-03-11T09:00:00+01:00"
)

// mall writes the embedded mall with one edit to a file and returns its name.
func mall(t *testing.T, edit func(c object)) string {
	t.Helper()
	return variantOf(t, "o4", edit)
}

// stand returns the part on how we stand.
func stand(sheet string) string { return between(sheet, "HOW WE STAND", "\x00") }

func TestGolden_SheetsOfTheMall(t *testing.T) {
	for name, at := range map[string]string{"week-4": weekFour, "week-8": weekEight, "week-10": weekTen} {
		t.Run(name, func(t *testing.T) {
			sheet := printed(t, "-case", "o4", "-at", at)
			golden(t, "o4-"+name+".txt", sheet)
			lines := strings.Split(strings.TrimSuffix(sheet, "\n"), "\n")
			assert.LessOrEqual(t, len(lines), 90)
			for _, l := range lines {
				assert.LessOrEqual(t, utf8.RuneCountInString(l), 100, l)
			}
			assert.Greater(t, strings.Index(sheet, "HOW WE STAND"), strings.Index(sheet, "WHO MAY KNOW"))
		})
	}
}

func TestHowWeStand_GoesTheWayOfTheMall(t *testing.T) {
	four := stand(printed(t, "-case", "o4", "-at", weekFour))
	assert.Contains(t, four, "people there  ? ? : :")
	assert.Contains(t, four, "distress met with care")
	eight := stand(printed(t, "-case", "o4", "-at", weekEight))
	assert.Contains(t, eight, "fading, nobody did wrong")
	assert.Contains(t, eight, "An order to avoid contact is in force")
	ten := stand(printed(t, "-case", "o4", "-at", weekTen))
	assert.Contains(t, ten, "guarded; getting worse")
	assert.Contains(t, ten, "hand-over")

	lifted := stand(printed(t, "-case", mall(t, drop("events", "e-order", "e-order-public")), "-at", weekEight))
	assert.NotContains(t, lifted, "An order to avoid contact")
	kept := stand(printed(t, "-case", mall(t, drop("events", "e-change", "e-handover", "e-teach")), "-at", weekTen))
	assert.NotContains(t, kept, "hand-over")
	assert.NotContains(t, kept, "guarded;")
}

func TestHowWeStand_SaysWhenItIsTooEarlyAndWhenNothingWasNoted(t *testing.T) {
	assert.Contains(t, stand(printed(t)), "too early to say (20 days)")
	silent := stand(printed(t, "-case", variant(t, func(c object) { delete(c, "signals") })))
	assert.Contains(t, silent, "Nothing was noted that would tell.")
	without := stand(printed(t, "-case", variant(t, drop("signals", "g-06"))))
	assert.Contains(t, without, "down: nothing in 30 days")
	assert.Contains(t, stand(printed(t)), "down: bad news told late")
}

func TestHowWeStand_IsForTheLeadAndHasItsReasons(t *testing.T) {
	for _, role := range []string{"driver", "concierge", "publicist"} {
		assert.NotContains(t, printed(t, "-for", role), "HOW WE STAND")
	}
	assert.NotEmpty(t, results(t)["trust"])
	assert.Contains(t, printed(t, "-why", "how we stand"), "trust/state-")
}

func TestDecide_ListsWhatWasRaisedAndWaitsForUs(t *testing.T) {
	decide := between(printed(t, "-case", "o4", "-at", weekTen), "DECIDE", "THIS PLACE")
	assert.Contains(t, decide, "Thu 17:00  acknowledge: a tenant asked to have those people removed")
	late := between(printed(t, "-case", "o4", "-at", "2027-03-12T09:00:00+01:00"), "DECIDE", "THIS PLACE")
	assert.Contains(t, late, "late       acknowledge: a tenant asked")
	acknowledged := mall(t, func(c object) {
		c["events"] = append(c["events"].([]any), object{"id": "e-ack", "at": "2027-03-10T18:00:00+01:00", "text": "the tenant was rung back",
			"signal": object{"kind": "feedback-acknowledged", "audience": "staff", "source": "record", "item": "matter-3"}})
	})
	assert.Contains(t, between(printed(t, "-case", acknowledged, "-at", weekTen), "DECIDE", "THIS PLACE"), "answer: a tenant asked")
}
