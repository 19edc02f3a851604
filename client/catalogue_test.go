package client_test

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
	"github.com/rapport-go/rapport/internal/pack"
	"github.com/rapport-go/rapport/internal/roomtest"
	"github.com/rapport-go/rapport/internal/wording"
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

func TestStandardCatalogueIsWhatTheFilesSayInWordsAClientMayRead(t *testing.T) {
	c := client.Standard()
	family(t, "settings", c.Settings, func(e client.SettingEntry) string { return string(e.ID) })
	family(t, "activities", c.Activities, func(e client.ActivityEntry) string { return string(e.ID) })
	family(t, "elements", c.Elements, func(e client.ElementEntry) string { return string(e.ID) })
	family(t, "threats", c.Threats, func(e client.ThreatEntry) string { return string(e.ID) })
	family(t, "contacts", c.Contacts, func(e client.ContactEntry) string { return string(e.ID) })
	family(t, "concerns", c.Concerns, func(e client.ConcernEntry) string { return string(e.ID) })
	family(t, "dimensions", c.Dimensions, func(e client.DimensionEntry) string { return string(e.ID) })
	family(t, "evidence", c.Evidence, func(e client.EvidenceEntry) string { return string(e.ID) })
	family(t, "wishes", c.Wishes, func(e client.WishEntry) string { return string(e.ID) })
	family(t, "roles", c.Roles, func(e client.RoleEntry) string { return string(e.ID) })
	family(t, "categories", c.Categories, func(e client.CategoryEntry) string { return string(e.ID) })
	family(t, "needs", c.Needs, func(e client.NeedEntry) string { return string(e.ID) })
	family(t, "patterns", c.Patterns, func(e client.PatternEntry) string { return string(e.ID) })
	family(t, "changes", c.Changes, func(e client.LifeChangeEntry) string { return string(e.ID) })
	family(t, "engagements", c.Engagements, func(e client.EngagementEntry) string { return string(e.ID) })
	family(t, "interactions", c.Interactions, func(e client.InteractionEntry) string { return string(e.ID) })
	family(t, "stances", c.Stances, func(e client.StanceEntry) string { return string(e.ID) })
	family(t, "sections", c.Sections, func(e client.SectionEntry) string { return string(e.ID) })
	family(t, "questions", c.Questions, func(e client.QuestionEntry) string { return string(e.ID) })
}

func TestWhatIsNeverDoneAboutAThreatIsEasyToReadAsAWhole(t *testing.T) {
	for _, e := range client.Standard().Threats {
		assertEasy(t, string(e.ID), strings.Join(e.EN.Never, ". "))
	}
}

// assertEasy checks the reading ease of a text that is long enough to be measured.
func assertEasy(t *testing.T, at, text string) {
	t.Helper()
	if r := wording.Measure(text); r.Words >= 8 {
		assert.GreaterOrEqual(t, r.Ease, 45.0, "%s: %s", at, text)
	}
}

func TestEveryWordOfTheCatalogueIsDeclaredByItsOwner(t *testing.T) {
	var s client.Scorer
	setting := func(w client.Setting) { _, ok := s.Setting(w); assert.True(t, ok, "setting %s", w) }
	for _, e := range client.Standard().Settings {
		path := s.SettingPath(e.ID)
		assert.Equal(t, client.SettingAnywhere, path[len(path)-1], "%s lies in anywhere", e.ID)
		assert.Equal(t, e.ID == client.SettingAnywhere, e.Parent == "", "%s is the only root", client.SettingAnywhere)
	}
	for _, e := range client.Standard().Activities {
		setting(e.Setting)
		_, ok := s.Activity(e.Parent)
		assert.True(t, ok || e.Parent == "", "parent of %s", e.ID)
		assert.NotZero(t, e.Exposure, "%s", e.ID)
	}
	for _, e := range client.Standard().Threats {
		for _, w := range e.Bites {
			setting(w)
		}
		assert.NotZero(t, e.Protects, "%s", e.ID)
		assert.NotZero(t, e.Deterrence, "%s", e.ID)
	}
	for _, e := range client.Standard().Concerns {
		for _, w := range e.Checks {
			_, ok := s.Threat(w)
			assert.True(t, ok, "%s checks %s", e.ID, w)
		}
	}
	for _, e := range client.Standard().Wishes {
		for _, w := range e.Against {
			_, ok := s.Element(w)
			assert.True(t, ok, "%s is against %s", e.ID, w)
		}
	}
	for _, e := range client.Standard().Evidence {
		assert.True(t, e.Weight >= 1 && e.Weight <= 100 && e.Fresh >= 0 && e.Stale > e.Fresh, "%s", e.ID)
	}
	for _, e := range client.Standard().Contacts {
		assert.NotZero(t, e.Raises, "%s", e.ID)
		assert.NotZero(t, e.Urgency, "%s", e.ID)
	}
	for _, e := range client.Standard().Roles {
		assert.NotZero(t, e.Side, "%s", e.ID)
	}
}

func TestStandardIsACopy(t *testing.T) {
	first := client.Standard()
	first.Settings[0].EN.Name = "changed"
	first.Threats[0].Bites[0] = "changed"
	first.Threats[0].EN.Never[0] = "changed"
	first.Wishes[0].Against = append(first.Wishes[0].Against, "changed")
	assert.NotEqual(t, first, client.Standard())

	var s client.Scorer
	entry, _ := s.Threat(client.ThreatStalking)
	entry.Bites[0], entry.EN.Never[0] = "changed", "changed"
	again, _ := s.Threat(client.ThreatStalking)
	assert.NotEqual(t, entry.Bites[0], again.Bites[0])
	assert.NotEqual(t, entry.EN.Never[0], again.EN.Never[0])
	editions := s.Editions()
	editions[0].Name = "changed"
	assert.NotEqual(t, editions, s.Editions())
}

func TestTheEditionNamesTheContentsOfTheStandardCatalogue(t *testing.T) {
	digest, err := pack.Digest(client.Standard())
	require.NoError(t, err)
	assert.Equal(t, []rapport.Edition{{Name: "client", Version: client.Standard().Version, Digest: digest}}, client.Scorer{}.Editions())
}

func TestCodesAreSortedWellFormedAndWorded(t *testing.T) {
	roomtest.Codes(t, client.Codes())
	for _, c := range client.Codes() {
		assert.Empty(t, wording.Check(c.EN), "%s", c.ID)
	}
}
