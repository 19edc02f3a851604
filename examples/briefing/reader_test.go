package main

import (
	"bytes"
	"encoding/json"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestRoles_HoldDifferentSheetsAndNothingOfTheFile(t *testing.T) {
	sheets := map[string]string{}
	for _, role := range []string{"driver", "concierge", "publicist", "journalist"} {
		sheets[role] = printed(t, "-for", role)
	}
	for role, sheet := range sheets {
		for other, text := range sheets {
			if role != other {
				assert.NotEqual(t, text, sheet)
			}
		}
		for _, secret := range []string{"like a prison", "Fourteen letters", "Stay out of hearing", "Planned as"} {
			assert.NotContains(t, sheet, secret, role)
		}
	}
	assert.Contains(t, sheets["driver"], "east door")
	assert.Contains(t, sheets["concierge"], "ring the team at once")
	for _, outsider := range []string{"concierge", "publicist", "journalist"} {
		assert.NotContains(t, sheets[outsider], "Ms A")
		assert.NotContains(t, sheets[outsider], "the garage")
	}
	assert.NotContains(t, sheets["journalist"], "FOR YOU")
	assert.NotContains(t, printed(t, "-for", "journalist", "-json"), "east")
}

func TestLead_ReadsThroughTheSameDecision(t *testing.T) {
	off := printed(t, "-case", variant(t, func(c object) {
		register := c["register"].(object)
		drop("assignments", "as-lead")(register)
	}))
	for _, part := range []string{"FIRST", "SINCE", "DECIDE", "IN THESE HOURS", "PROBLEMS", "NEXT HOURS", "STANDING", "WHO MAY KNOW", "Ms A"} {
		assert.NotContains(t, off, part, "without an assignment the lead reads no more than anybody")
	}
	unassigned := variant(t, func(c object) { drop("assignments", "as-lead")(c["register"].(object)) })
	assert.NotContains(t, printed(t, "-case", unassigned, "-json"), "like a prison")
	var out, errs bytes.Buffer
	assert.Equal(t, 2, run([]string{"-case", unassigned, "-why", "gym"}, &out, &errs))
	assert.Empty(t, out.String())
	noWishes := printed(t, "-case", variant(t, func(c object) {
		c["asks"] = slices.DeleteFunc(c["asks"].([]any), func(a any) bool { return a.(object)["category"] == "wishes-and-worries" })
	}))
	assert.NotContains(t, noWishes, "IN THESE HOURS", "a part is left out with the decision it rests on")
	assert.NotContains(t, noWishes, "hard hours")
	assert.Contains(t, noWishes, "NEXT HOURS")
}

func TestSince_LeavesOutEventsOfACategoryThatNoDecisionGives(t *testing.T) {
	events := map[string]string{
		"wishes-and-worries": "she was at ease with K",
		"threat-file":        "a note was left by hand",
		"movement":           "the venue moved her car",
		"itinerary":          "the fitting is an hour later",
		"protection-plan":    "K stands in for R",
	}
	add := func(c object) {
		gym := object{"id": "fitting", "kind": "business-meeting", "setting": "production-site", "on": object{"from": "2027-02-23T11:00:00+01:00", "to": "2027-02-23T12:30:00+01:00"}}
		c["events"] = append(c["events"].([]any),
			object{"id": "e-fitting", "at": "2027-02-20T09:00:00+01:00", "text": "the fitting is an hour later", "activity": object{"person": "ms-a", "activity": gym}},
			object{"id": "e-stand-in", "at": "2027-02-20T10:00:00+01:00", "text": "K stands in for R", "assignment": object{
				"id": "as-r2", "person": "officer-k", "role": "residential-officer", "principal": "ms-a", "activity": "evening", "span": object{"from": "2027-03-01T19:00:00+01:00"}}})
	}
	since := []string{"-full", "-since", "2027-02-03T18:00:00+01:00", "-case"}
	all := between(printed(t, append(since, variant(t, add))...), "SINCE", "DECIDE")
	for category, event := range events {
		assert.Contains(t, all, event)
		without := printed(t, append(since, variant(t, func(c object) {
			add(c)
			c["asks"] = slices.DeleteFunc(c["asks"].([]any), func(a any) bool {
				return a.(object)["role"] == "team-lead" && a.(object)["category"] == category
			})
		}))...)
		assert.NotContains(t, between(without, "SINCE", "DECIDE"), event, "without %s", category)
	}
}

func TestSheet_IsForOneReaderNeverForARole(t *testing.T) {
	file := variant(t, func(c object) {
		register := c["register"].(object)
		register["assignments"] = append(register["assignments"].([]any), object{
			"id": "as-n", "person": "driver-n", "role": "driver", "principal": "ms-a", "activity": "shoot", "span": object{"from": "2027-02-20T08:00:00+01:00"}})
		c["labels"] = append(c["labels"].([]any), object{"id": "driver-n", "text": "N"})
		c["asks"] = append(c["asks"].([]any), object{
			"id": "ask-n", "asker": "driver-n", "role": "driver", "purpose": "move", "category": "movement", "principal": "ms-a", "activity": "shoot"})
	})
	both := printed(t, "-case", file, "-for", "driver")
	assert.Contains(t, both, "SHEET FOR DRIVER (M)")
	assert.Contains(t, both, "SHEET FOR DRIVER (N)")
	n := printed(t, "-case", file, "-for", "driver-n")
	assert.NotContains(t, n, "east door", "a colleague's leg is a colleague's")
	assert.NotContains(t, n, "F-1")
	var list []any
	require.NoError(t, json.Unmarshal([]byte(printed(t, "-case", file, "-for", "driver", "-json")), &list))
	assert.Len(t, list, 2)
}

func TestSheet_CarriesNoOrdersOfYesterday(t *testing.T) {
	assert.Contains(t, printed(t, "-for", "driver"), "east door")
	assert.NotContains(t, printed(t, "-for", "driver", "-at", "2027-03-08T06:00:00+01:00"), "east door")
}

func TestFirst_NamesANewLevelAndNobodyWhoIsNotThere(t *testing.T) {
	severe := printed(t, "-case", variant(t, func(c object) {
		c["events"] = append(c["events"].([]any), object{"id": "e-severe", "at": "2027-02-22T16:00:00+01:00", "text": "the assessor finds severe",
			"assessment": object{"threat": "t-writer", "level": "severe", "assessor": "independent"}})
	}))
	assert.Contains(t, between(severe, "FIRST", "SINCE"), "now severe, high at the last briefing")
	assert.Contains(t, between(severe, "SINCE", "DECIDE"), "the assessor finds severe")
	low := printed(t, "-case", variant(t, func(c object) {
		drop("threats", "t-writer")(c)
		c["events"] = slices.DeleteFunc(c["events"].([]any), func(e any) bool { return e.(object)["contact"] != nil })
	}))
	assert.NotContains(t, between(low, "FIRST", "SINCE"), "With Ms A:", "nobody is beside her where nothing asks for it")
}

func TestHours_NameWhatNobodyIsRosteredFor(t *testing.T) {
	sheet := printed(t, "-full", "-case", variant(t, func(c object) {
		drop("assignments", "as-k-gym")(c["register"].(object))
	}))
	assert.Contains(t, between(sheet, "NEXT HOURS", "STANDING"), "NOBODY ROSTERED")
	assert.Contains(t, between(sheet, "DECIDE", "IN THESE HOURS"), "gym: an officer is planned and nobody is rostered")
	assert.NotContains(t, printed(t, "-full"), "NOBODY ROSTERED")
}

func TestHours_AreReadInTheOffsetOfTheMoment(t *testing.T) {
	sheet := printed(t, "-full", "-at", "2027-03-29T06:00:00+02:00")
	assert.Contains(t, sheet, "Monday 06:00")
	assert.Regexp(t, `Mon 06:30 +gym`, sheet)
}

func TestHousehold_EachRowHasItsPerson(t *testing.T) {
	sheet := printed(t, "-full", "-case", variant(t, func(c object) {
		c["labels"] = append(c["labels"].([]any), object{"id": "mr-z", "text": "Mr Z"}, object{"id": "the-shop", "text": "the shop"}, object{"id": "till", "text": "till"})
		c["people"] = append(c["people"].([]any), object{"id": "mr-z", "activities": []any{
			object{"id": "walk", "kind": "walk-or-dog", "weekly": []any{object{"from": "07:00", "to": "07:30"}}}},
			"wishes": []any{object{"id": "w-z", "kind": "no-camera-at", "strength": "line", "words": "no cameras"}}})
		c["sites"] = []any{object{"id": "the-shop", "setting": "retail-site", "posts": []any{
			object{"id": "till", "kind": "office-day", "weekly": []any{object{"from": "09:00", "to": "18:00"}}}}}}
		c["threats"] = append(c["threats"].([]any), object{"id": "t-theft", "kind": "site-theft", "level": "moderate", "assessed_at": "2027-02-02T09:00:00+01:00"})
	}))
	assert.NotContains(t, sheet, "no cameras", "the lead has asked about Ms A alone")
	assert.NotContains(t, sheet, "till")
	assert.Contains(t, between(sheet, "FIRST", "SINCE"), "of 2 in this case no decision gives", "what is left out is not taken for quiet")
	assert.NotContains(t, sheet, "Mr Z", "who is left out is not named")
	assert.NotContains(t, sheet, "the shop")
	all := printed(t, "-full", "-case", variant(t, func(c object) {
		c["labels"] = append(c["labels"].([]any), object{"id": "the-shop", "text": "the shop"}, object{"id": "till", "text": "till"})
		c["sites"] = []any{object{"id": "the-shop", "setting": "retail-site", "posts": []any{
			object{"id": "till", "kind": "office-day", "weekly": []any{object{"from": "09:00", "to": "18:00"}}}}}}
		register := c["register"].(object)
		register["assignments"] = append(register["assignments"].([]any), object{"id": "as-shop", "person": "lead-l", "role": "team-lead", "principal": "the-shop", "span": object{"from": "2027-02-02T08:00:00+01:00"}})
		for _, category := range []string{"movement", "protection-plan", "threat-file"} {
			c["asks"] = append(c["asks"].([]any), object{"id": "ask-" + category, "asker": "lead-l", "role": "team-lead", "purpose": "plan", "category": category, "principal": "the-shop"})
		}
		c["threats"] = append(c["threats"].([]any), object{"id": "t-theft", "kind": "site-theft", "level": "moderate", "assessed_at": "2027-02-02T09:00:00+01:00"})
	}))
	assert.Contains(t, all, "THIS PLACE: THE SHOP")
	assert.Contains(t, all, "the shop, till")
	assert.Contains(t, all, "Ms A, gym")
}
