package main

import (
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

// telling are the moments of a case at which its leader's sheet has most to say, beside the case's own now.
var telling = map[string][]string{
	"o3": {"2027-04-05T12:00:00+02:00", "2027-04-08T12:00:00+02:00", "2027-04-22T12:00:00+02:00", "2027-05-05T22:30:00+02:00"},
	"o7": {"2027-04-27T12:00:00+02:00", "2027-05-10T13:00:00+02:00", "2027-05-13T15:00:00+02:00", "2027-05-21T10:00:00+02:00"},
}

func TestCases_TheLeadersSheetOfEachKeepsToItsPaper(t *testing.T) {
	t.Parallel()
	for _, name := range scenarios.Names() {
		for _, at := range append([]string{""}, telling[name]...) {
			lines := strings.Split(strings.TrimSuffix(printed(t, "-case", name, "-at", at), "\n"), "\n")
			if name != "o7" || at != "" { // a whole day of two programmes, row by row, is longer
				assert.LessOrEqual(t, len(lines), 90, "%s %s", name, at)
			}
			for _, l := range lines {
				assert.LessOrEqual(t, utf8.RuneCountInString(l), 100, l)
			}
		}
	}
}

func TestCases_EverySheetOfEachIsForPaper(t *testing.T) {
	t.Parallel()
	decimal := regexp.MustCompile(`[0-9]\.[0-9]`)
	for _, name := range scenarios.Names() {
		c, ok := scenarios.Named(name)
		require.True(t, ok)
		var ids, readers []string
		for _, l := range c.Labels {
			if strings.Contains(string(l.ID), "-") {
				ids = append(ids, string(l.ID))
			}
		}
		for _, x := range c.Threats {
			ids = append(ids, string(x.ID))
		}
		for _, a := range c.Asks {
			readers = append(readers, string(a.Asker))
		}
		slices.Sort(readers)
		for _, reader := range slices.Compact(readers) {
			sheet := printed(t, "-case", name, "-full", "-for", reader)
			for _, id := range ids {
				assert.NotContains(t, sheet, id, "%s, sheet for %s", name, reader)
			}
			assert.NotRegexp(t, decimal, sheet)
			for l := range strings.Lines(sheet) {
				assert.Empty(t, wording.Check(l, wording.KindCertainty, wording.KindBlame), l)
			}
		}
	}
}

func TestCases_APlanChangeByAgreementAndAMovedVenueStandUnderSince(t *testing.T) {
	t.Parallel()
	since := func(name, at string) string {
		return between(printed(t, "-full", "-case", name, "-at", at), "SINCE", "IN THESE HOURS")
	}
	assert.Contains(t, since("o3", telling["o3"][1]), "the unarmed driver on named days is in force")
	assert.Contains(t, since("o7", ""), "the talks move from the ministry to the old university")

	off := variantOf(t, "o7", func(c object) {
		c["events"] = append(c["events"].([]any), object{"id": "e-off", "at": "2027-05-12T10:25:00+02:00", "text": "the market is called off", "called_off": object{"person": "spouse-j", "activity": "market"}})
	})
	assert.Contains(t, since(off, ""), "the market is called off")
	assert.NotContains(t, between(printed(t, "-full", "-case", off), "NEXT HOURS", "STANDING"), "market")
}
