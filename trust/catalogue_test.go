package trust_test

import (
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/internal/pack"
	"github.com/rapport-go/rapport/internal/roomtest"
	"github.com/rapport-go/rapport/internal/wording"
	"github.com/rapport-go/rapport/trust"
)

// family checks one list of the standard catalogue against the file that people edit, and its texts: a
// client may read them.
func family[T any](t *testing.T, file string, entries []T, id func(T) string) {
	t.Helper()
	data, err := os.ReadFile("catalogue/" + file + ".json")
	require.NoError(t, err)
	roomtest.Family(t, data, entries, id)
	for _, entry := range entries {
		assert.True(t, rapport.IsWord(id(entry)) && rapport.VendorOf(id(entry)) == "", "%s is a built-in word", id(entry))
		pack.EachText(entry, func(at rapport.Pointer, text string, _ bool) { assertEasy(t, id(entry)+string(at), text) })
	}
}

// assertEasy checks the reading ease of a text that is long enough to be measured.
func assertEasy(t *testing.T, at, text string) {
	t.Helper()
	if r := wording.Measure(text); r.Words >= 8 {
		assert.GreaterOrEqual(t, r.Ease, 45.0, "%s: %s", at, text)
	}
}

func TestStandardCatalogueIsWhatTheFilesSayInWordsAClientMayRead(t *testing.T) {
	c := trust.Standard()
	family(t, "kinds", c.Kinds, func(e trust.KindEntry) string { return string(e.ID) })
	family(t, "playbooks", c.Playbooks, func(e trust.PlaybookEntry) string { return string(e.ID) })
	family(t, "handover", c.Handover, func(e trust.HandoverEntry) string { return e.ID })
	family(t, "touchpoints", c.Touchpoints, func(e trust.TouchpointEntry) string { return e.ID })
	family(t, "warnings", c.Warnings, func(e trust.WarningEntry) string { return string(e.ID) })
	family(t, "outlooks", c.Outlooks, func(e trust.OutlookEntry) string { return string(e.ID) })
	assert.GreaterOrEqual(t, len(c.Kinds), 50)
}

func TestKindsAreWhole(t *testing.T) {
	var tracker trust.Tracker
	for _, e := range trust.Standard().Kinds {
		weighs := e.Direction == trust.DirectionRaises || e.Direction == trust.DirectionLowers
		assert.NotZero(t, e.Direction, "%s", e.ID)
		assert.Equal(t, weighs, e.Weight != trust.WeightUnknown, "%s", e.ID)
		assert.Equal(t, weighs, e.Grade != trust.GradeUnknown, "%s", e.ID)
		assert.Equal(t, weighs, e.HalfLife > 0, "%s", e.ID)
		assert.Equal(t, e.Direction == trust.DirectionRaises, e.Ceiling > 0, "%s: repeats of good things saturate, bad ones do not", e.ID)
		assert.Equal(t, e.Direction == trust.DirectionRefused, len(e.Audiences) == 0, "%s", e.ID)
		if e.Playbook != "" {
			_, found := tracker.Playbook(e.Playbook)
			assert.True(t, found, "%s", e.ID)
		}
		assert.True(t, e.Window == 0 || e.Playbook != "" && e.Direction == trust.DirectionLowers, "%s", e.ID)
		entry, found := tracker.Kind(e.ID)
		assert.True(t, found)
		assert.Equal(t, e, entry)
	}
	_, found := tracker.Kind("moonlight")
	assert.False(t, found)
	_, found = tracker.Playbook("moonlight")
	assert.False(t, found)
}

func TestEachSourceCountsAsItShould(t *testing.T) {
	value := func(kind trust.Kind, source trust.Source, change ...func(*trust.Signal)) float64 {
		s := client().add(0, kind, source, change...).on(t, 0)
		return s.Evidence
	}
	assert.Greater(t, value(trust.KindAppreciationVoiced, trust.SourceClient), value(trust.KindAppreciationVoiced, trust.SourceOfficer), "thanks weigh more from them than from us")
	assert.Greater(t, value(trust.KindListenedFully, trust.SourceClient), value(trust.KindListenedFully, trust.SourceManagement))
	assert.InDelta(t, value(trust.KindPostUncovered, trust.SourceClient), value(trust.KindPostUncovered, trust.SourceOfficer), rounding, "whoever reports an own fault counts whole")
	proof := func(s *trust.Signal) { s.Evidence = "log-7" }
	assert.InDelta(t, value(trust.KindOnTimeOnPost, trust.SourceRecord), value(trust.KindOnTimeOnPost, trust.SourceOfficer, proof), rounding, "an officer's report with its record counts as the record")
	assert.InDelta(t, value(trust.KindListenedFully, trust.SourceOfficer), value(trust.KindListenedFully, trust.SourceOfficer, proof), rounding, "manner has no record")
	assert.Less(t, value(trust.KindLimitBitDisclosed, trust.SourceClient, about("clause-4")), value(trust.KindLimitBitUndisclosed, trust.SourceClient)/5, "a limit that was told hurts less")
	assert.Greater(t, value(trust.KindAdjustedBeforeComplaint, trust.SourceClient), value(trust.KindAdjustedAfterComplaint, trust.SourceClient), "before they had to ask is worth more")
	assert.Zero(t, value(trust.KindFavourOffScope, trust.SourceClient), "a favour buys nothing")
	assert.Zero(t, value(trust.KindComplaintRaised, trust.SourceClient), "a complaint is openness")
	assert.Positive(t, value(trust.KindDeclineDoneWell, trust.SourceClient), "saying no well is a small plus")
}

func TestStandardIsACopy(t *testing.T) {
	first := trust.Standard()
	first.Kinds[0].Audiences[0] = rapport.AudiencePublic
	first.Playbooks[0].EN.First[0], first.Playbooks[0].Rechecks[0] = "changed", 1
	first.Warnings[0].EN.Says = "changed"
	assert.NotEqual(t, first, trust.Standard())
	var tracker trust.Tracker
	playbook, _ := tracker.Playbook(trust.PlaybookIntegrity)
	playbook.EN.Never[0] = "changed"
	again, _ := tracker.Playbook(trust.PlaybookIntegrity)
	assert.NotEqual(t, playbook, again)
	editions := tracker.Editions()
	editions[0].Name = "changed"
	assert.NotEqual(t, editions, tracker.Editions())
}

func TestTheEditionNamesTheContentsOfTheStandardCatalogue(t *testing.T) {
	digest, err := pack.Digest(trust.Standard())
	require.NoError(t, err)
	assert.Equal(t, []rapport.Edition{{Name: "trust", Version: trust.Standard().Version, Digest: digest}}, trust.Tracker{}.Editions())
}

func TestCodesAreSortedWellFormedAndWorded(t *testing.T) {
	roomtest.Codes(t, trust.Codes())
	for _, c := range trust.Codes() {
		assert.Empty(t, wording.Check(c.EN), "%s", c.ID)
		assertEasy(t, string(c.ID), c.EN)
	}
}
