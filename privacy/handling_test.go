package privacy_test

import (
	"cmp"
	"fmt"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
	"github.com/rapport-go/rapport/internal/roomtest"
	"github.com/rapport-go/rapport/privacy"
)

func TestALabelReachesAsFarAsTheProtocolSays(t *testing.T) {
	for light, reach := range map[privacy.Light]privacy.Reach{
		privacy.LightRed: privacy.ReachNamed, privacy.LightAmberStrict: privacy.ReachOrganisation,
		privacy.LightAmber: privacy.ReachOrganisationAndClients, privacy.LightGreen: privacy.ReachCommunity,
		privacy.LightClear: privacy.ReachAnyone, privacy.LightUnknown: privacy.ReachNamed, 99: privacy.ReachNamed,
	} {
		assert.Equal(t, reach, light.Reach(), "%s", light)
	}
	for a := range privacy.LightRed {
		assert.Equal(t, a+1, a.Stricter(a+1))
		assert.Equal(t, a+1, (a + 1).Stricter(a))
	}
}

func TestScalesOfHandlingKeepTheirWords(t *testing.T) {
	roomtest.KeepsItsWords(t, "unknown", privacy.LightRed)
	roomtest.KeepsItsWords(t, "unknown", privacy.ReachAnyone)
	roomtest.KeepsItsWords(t, "unknown", privacy.AnchorServiceEnd)
	roomtest.KeepsItsWords(t, "unknown", privacy.KeepingUndecided)
	roomtest.KeepsItsWords(t, "unknown", privacy.CrossingAllowed)
}

func TestEveryCategoryHasItsHandlingAndItsTerm(t *testing.T) {
	for _, category := range standardClient.Categories {
		h, err := privacy.Policy{}.Handling(category.ID)
		require.NoError(t, err)
		assert.NotContains(t, codesIn(h.Reasons), privacy.CodeNoHandling, "%s", category.ID)
		assert.NotEqual(t, rapport.LevelUnknown, h.Sensitivity)
		assert.NotEqual(t, privacy.LightUnknown, h.TLP)
		_, err = privacy.Policy{}.Retention(privacy.Record{Item: privacy.Item(category.ID)}, noon)
		assert.NoError(t, err, "%s", category.ID)
	}
}

func codesIn(reasons []rapport.Reason) []rapport.Code {
	var list []rapport.Code
	for _, r := range reasons {
		list = append(list, r.Code)
	}
	return list
}

func TestAFactOfSeveralCategoriesIsHandledAsTheStrictest(t *testing.T) {
	h, err := privacy.Policy{}.Handling(client.CategoryOtherPersons, client.CategoryMedical, client.CategoryOtherPersons)
	require.NoError(t, err)
	assert.Equal(t, privacy.LightRed, h.TLP)
	assert.Equal(t, rapport.LevelSevere, h.Sensitivity)
	assert.Equal(t, []int{60, 24 * 60}, []int{h.LeadWithin, h.PersonWithin})
	assert.Len(t, h.Rows, 2)
	assert.Len(t, h.Breaches, 2)
	assert.Equal(t, "The label red comes from the category medical.", h.Reasons[0].Text)
	assert.Len(t, h.Reasons, 1)

	location, err := privacy.Policy{}.Handling(client.CategoryLocation)
	require.NoError(t, err)
	assert.Equal(t, 60, location.PersonWithin, "what endangers somebody is told within the hour")

	policy, err := privacy.NewPolicy(privacy.Config{Client: vendorWords(t)})
	require.NoError(t, err)
	unwritten, err := policy.Handling("vendor.example/care-plan")
	require.NoError(t, err)
	assert.Equal(t, privacy.LightRed, unwritten.TLP)
	assert.Contains(t, codesIn(unwritten.Reasons), privacy.CodeNoHandling)

	_, err = privacy.Policy{}.Handling("gossip", "No word")
	assert.Equal(t, []string{"/categories/0 rapport/unknown-word", "/categories/1 rapport/malformed-word"}, codesOf(err))
	_, err = privacy.Policy{}.Handling()
	assert.Equal(t, []string{"/categories rapport/required"}, codesOf(err))
}

func TestTermsOfTheWorkedCases(t *testing.T) {
	day := rapport.MustDate
	for _, tt := range []struct {
		name           string
		record         privacy.Record
		notBefore, due string
		on             string
		want           privacy.Keeping
	}{
		{"the contract ended, the file stays a year", privacy.Record{Item: privacy.ItemEngagement, ServiceEnd: day("2026-03-31")}, "2027-03-31", "2033-03-31", "2027-03-30", privacy.KeepingKeep},
		{"a year later it may go", privacy.Record{Item: privacy.ItemEngagement, ServiceEnd: day("2026-03-31")}, "2027-03-31", "2033-03-31", "2027-03-31", privacy.KeepingMayErase},
		{"seven years later it has to", privacy.Record{Item: privacy.ItemEngagement, ServiceEnd: day("2026-03-31")}, "2027-03-31", "2033-03-31", "2033-03-31", privacy.KeepingErase},
		{"no such day: keeping rounds up, erasing rounds down", privacy.Record{Item: privacy.ItemEngagement, ServiceEnd: day("2024-02-29")}, "2025-03-01", "2031-02-28", "2025-02-28", privacy.KeepingKeep},
		{"a copy of a passport", privacy.Record{Item: privacy.ItemDocumentCopy, ActivityEnd: day("2026-05-10")}, "", "2026-05-17", "2026-05-10", privacy.KeepingMayErase},
		{"a live position", privacy.Record{Item: privacy.ItemLocation, On: day("2026-06-01")}, "", "2026-06-03", "2026-06-03", privacy.KeepingErase},
		{"the same with an incident in that hour", privacy.Record{Item: privacy.ItemLocation, On: day("2026-06-01"), Held: rapport.AnswerYes}, "", "2026-06-03", "2026-06-09", privacy.KeepingKeep},
		{"a recording at the gate", privacy.Record{Item: privacy.ItemImage, On: day("2026-01-15")}, "", "2026-02-14", "2026-02-13", privacy.KeepingMayErase},
		{"papers given to hosts", privacy.Record{Item: privacy.ItemHandedPaper, ActivityEnd: day("2026-05-10")}, "", "2026-05-10", "2026-05-10", privacy.KeepingErase},
		{"our own copy of the programme", privacy.Record{Item: privacy.ItemItinerary, ActivityEnd: day("2026-05-10")}, "", "2026-08-08", "2026-08-07", privacy.KeepingMayErase},
		{"the sheet at the gym", privacy.Record{Item: privacy.ItemRecognitionSheet, On: day("2026-04-10")}, "", "2026-04-24", "2026-04-25", privacy.KeepingErase},
		{"the code of a nanny who left", privacy.Record{Item: privacy.ItemCodeOfALeaver, On: day("2026-07-31")}, "", "2026-07-31", "2026-07-31", privacy.KeepingErase},
		{"an order prolongs keeping, not erasing", privacy.Record{Item: privacy.ItemThreatFile, On: day("2026-01-20"), OpenUntil: day("2028-06-30")}, "2028-06-30", "2031-01-20", "2028-06-29", privacy.KeepingKeep},
		{"an incident with a child and no law on record", privacy.Record{Item: privacy.ItemChildIncident, On: day("2026-02-01")}, "2027-02-01", "", "2027-02-01", privacy.KeepingUndecided},
		{"an incident with a child and the law's day", privacy.Record{Item: privacy.ItemChildIncident, On: day("2026-02-01"), LawUntil: day("2032-02-01")}, "2032-02-01", "", "2032-01-31", privacy.KeepingKeep},
		{"a copy kept for the next visit", privacy.Record{Item: privacy.ItemItinerary, ActivityEnd: day("2026-01-10")}, "", "2026-04-10", "2026-05-01", privacy.KeepingErase},
		{"the service has not ended", privacy.Record{Item: privacy.ItemEngagement}, "", "", "2026-05-01", privacy.KeepingKeep},
		{"a code changes every ninety days and at the end", privacy.Record{Item: privacy.ItemSecrets, On: day("2026-01-01"), ServiceEnd: day("2026-02-01")}, "", "2026-02-01", "2026-01-31", privacy.KeepingMayErase},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got, err := privacy.Policy{}.Retention(tt.record, day(tt.on).Start(time.UTC))
			require.NoError(t, err)
			assert.Equal(t, []string{cmp.Or(tt.notBefore, "no date"), cmp.Or(tt.due, "no date")}, []string{got.NotBefore.String(), got.Due.String()})
			assert.Equal(t, tt.want, got.Keeping)
			assert.NotEmpty(t, got.Reasons)
		})
	}
	_, err := privacy.Policy{}.Retention(privacy.Record{Item: "gossip", Held: 99}, time.Time{})
	assert.Equal(t, []string{" rapport/no-moment", "/held rapport/out-of-range", "/item rapport/unknown-word"}, codesOf(err))
}

func TestAPackAddsHandlingAndRelaxesNothingBuiltIn(t *testing.T) {
	why := privacy.Because{Why: "the vendor has a reason"}
	after := func(days int, anchor privacy.Anchor) []privacy.Term {
		return []privacy.Term{{After: anchor, Days: days}}
	}
	pack := vendorPack()
	pack.Handling = []privacy.HandlingEntry{{ID: "vendor.example/care-plan", Sensitivity: rapport.LevelHigh, TLP: privacy.LightAmberStrict, Breach: "vendor.example/quick", EN: privacy.HandlingWords{Share: "s", Store: "s", Destroy: "d"}}}
	pack.Breaches = []privacy.BreachEntry{{ID: "vendor.example/quick", LeadWithin: 5, PersonWithin: 10, EN: privacy.BreachWords{Person: "p", First: "f", Never: "n"}}}
	pack.Terms = []privacy.TermEntry{
		{ID: "vendor.example/care-plan", Category: "vendor.example/care-plan", Min: after(10, privacy.AnchorItem), Max: after(20, privacy.AnchorItem), EN: why},
		{ID: "vendor.example/short", Category: client.CategoryIdentity, Max: after(3, privacy.AnchorServiceEnd), EN: why},
	}
	policy, err := privacy.NewPolicy(privacy.Config{Packs: []privacy.Catalogue{pack}, Client: vendorWords(t)})
	require.NoError(t, err)
	h, err := policy.Handling("vendor.example/care-plan", client.CategoryOtherPersons)
	require.NoError(t, err)
	assert.Equal(t, []int{5, 10}, []int{h.LeadWithin, h.PersonWithin})
	kept, err := policy.Retention(privacy.Record{Item: "vendor.example/short", ServiceEnd: rapport.MustDate("2026-03-01")}, noon)
	require.NoError(t, err)
	assert.Equal(t, "2026-03-04", kept.Due.String())

	pack.Handling[0].TLP, pack.Handling[0].Breach, pack.Handling[0].Sensitivity = 0, "vendor.example/none", 99
	pack.Handling = append(pack.Handling, privacy.HandlingEntry{ID: client.CategoryMedical, Sensitivity: rapport.LevelLow, TLP: privacy.LightClear, Breach: privacy.BreachInternal, EN: privacy.HandlingWords{Share: "s", Store: "s", Destroy: "d"}})
	pack.Breaches[0].LeadWithin = 0
	pack.Terms[0].Min = after(30, privacy.AnchorItem)
	pack.Terms[1].Max = after(31, privacy.AnchorServiceEnd)
	pack.Terms = append(pack.Terms,
		privacy.TermEntry{ID: "vendor.example/endless", Category: client.CategoryMedical, EN: why},
		privacy.TermEntry{ID: "vendor.example/wild", Category: "vendor.example/care-plan", Max: []privacy.Term{{Years: -1}}, EN: why},
	)
	_, err = privacy.NewPolicy(privacy.Config{Packs: []privacy.Catalogue{pack}, Client: vendorWords(t)})
	assert.Equal(t, []string{
		"/packs/0/breaches/0/lead_within rapport/out-of-range",
		"/packs/0/handling/0/breach rapport/unknown-word",
		"/packs/0/handling/0/sensitivity rapport/out-of-range",
		"/packs/0/handling/0/tlp rapport/out-of-range",
		"/packs/0/handling/1/id rapport/pack-built-in",
		"/packs/0/terms/0/min/0 privacy/contradicts-itself",
		"/packs/0/terms/1/max privacy/loosens-built-in",
		"/packs/0/terms/2/max privacy/loosens-built-in",
		"/packs/0/terms/3/max/0/after rapport/out-of-range",
		"/packs/0/terms/3/max/0/years rapport/out-of-range",
	}, codesOf(err))
}

// A note that is about health and about a visitor is handled as the stricter of the two asks.
func ExamplePolicy_Handling() {
	h, err := privacy.Policy{}.Handling(client.CategoryMedical, client.CategoryOtherPersons)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(h.TLP, h.TLP.Reach(), h.Sensitivity)
	fmt.Println("tell the person within", h.PersonWithin/60, "hours,", h.Breaches[0].EN.Person)
	// Output:
	// red named severe
	// tell the person within 24 hours, by the person they trust most
}

// The copy of a passport goes a week after the journey.
func ExamplePolicy_Retention() {
	at := time.Date(2026, time.May, 18, 9, 0, 0, 0, time.UTC)
	kept, err := privacy.Policy{}.Retention(privacy.Record{Item: privacy.ItemDocumentCopy, ActivityEnd: rapport.MustDate("2026-05-10")}, at)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(kept.Keeping, kept.Due)
	fmt.Println(kept.Reasons[0].Text)
	// Output:
	// erase 2026-05-17
	// It has to be erased by 2026-05-17: copies of passports and the like.
}
