package catalogue_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rapport-go/rapport/internal/tools/catalogue"
)

const fixture = "testdata/module"

// copied returns a copy of the fixture in which the file has been given the content.
func copied(t *testing.T, file, content string) string {
	t.Helper()
	root := t.TempDir()
	require.NoError(t, os.CopyFS(root, os.DirFS(fixture)))
	if file != "" {
		require.NoError(t, os.WriteFile(filepath.Join(root, file), []byte(content), 0o644))
	}
	return root
}

func files(changes []catalogue.Change) []string {
	var names []string
	for _, c := range changes {
		names = append(names, c.File)
	}
	return names
}

func TestGenerateGivesTheFilesOfTheFixture(t *testing.T) {
	changes, err := catalogue.Generate(fixture, nil)
	require.NoError(t, err)
	assert.Empty(t, changes)
}

func TestGeneratedFilesCompile(t *testing.T) {
	vet := exec.Command("go", "vet", "./...")
	vet.Dir = fixture
	out, err := vet.CombinedOutput()
	assert.NoError(t, err, string(out))
}

func TestGenerateNamesEveryFileThatDiffers(t *testing.T) {
	t.Run("a file edited by hand", func(t *testing.T) {
		root := copied(t, "plan/rows_gen.go", "package plan\n")
		changes, err := catalogue.Generate(root, nil)
		require.NoError(t, err)
		assert.Equal(t, []string{"plan/rows_gen.go"}, files(changes))
	})
	t.Run("a changed catalogue", func(t *testing.T) {
		root := copied(t, "internal/wording/lexicon/blame.json", `[]`)
		changes, err := catalogue.Generate(root, nil)
		require.NoError(t, err)
		assert.Equal(t, []string{"internal/wording/blame_gen.go"}, files(changes))
	})
	t.Run("a missing file", func(t *testing.T) {
		root := copied(t, "", "")
		require.NoError(t, os.Remove(filepath.Join(root, "floor_codes_gen.go")))
		changes, err := catalogue.Generate(root, nil)
		require.NoError(t, err)
		assert.Equal(t, []string{"floor_codes_gen.go"}, files(changes))
	})
	t.Run("a generated file whose family is gone", func(t *testing.T) {
		root := copied(t, "internal/wording/lexicon/families.json", `[]`)
		changes, err := catalogue.Generate(root, nil)
		require.NoError(t, err)
		require.Equal(t, []string{"internal/wording/blame_gen.go"}, files(changes))
		assert.Nil(t, changes[0].Want)
	})
	t.Run("only in the packages asked for", func(t *testing.T) {
		root := copied(t, "plan/rows_gen.go", "package plan\n")
		changes, err := catalogue.Generate(root, []string{"client"})
		require.NoError(t, err)
		assert.Empty(t, changes)
	})
}

func TestWriteMakesTheTreeAsGenerated(t *testing.T) {
	root := copied(t, "plan/rows_gen.go", "package plan\n")
	require.NoError(t, os.Remove(filepath.Join(root, "floor_codes_gen.go")))
	require.NoError(t, os.WriteFile(filepath.Join(root, "internal/wording/lexicon/families.json"), []byte("[]"), 0o644))
	changes, err := catalogue.Generate(root, nil)
	require.NoError(t, err)
	require.Len(t, changes, 3)
	require.NoError(t, catalogue.Write(root, changes))
	again, err := catalogue.Generate(root, nil)
	require.NoError(t, err)
	assert.Empty(t, again)
}

func TestGenerateRefusesWhatItCannotWrite(t *testing.T) {
	const (
		settings = "client/catalogue/settings.json"
		rows     = "plan/catalogue/rows.json"
		families = "plan/catalogue/families.json"
	)
	for name, test := range map[string]struct {
		file, content string
		want          []string
	}{
		"an unknown key": {settings, `[{"id": "a", "en": {"means": "m", "Means": "x"}, "colour": 1}]`,
			[]string{settings + "[0] a/colour: no field", settings + "[0] a/en/Means: no field"}},
		"a missing id":              {rows, `[{"where": []}]`, []string{rows + "[0]: has no id"}},
		"an id that stands twice":   {rows, `[{"id": "a"}, {"id": "b"}, {"id": "a"}]`, []string{rows + `[2]: has the id "a" of [0]`}},
		"a key that stands twice":   {rows, `[{"id": "a", "id": "b"}]`, []string{rows + `: line 1: key "id" stands twice`}},
		"a word outside the scale":  {rows, `[{"id": "a", "place": "site"}]`, []string{rows + `[0] a/place: "site" is no word of Place`}},
		"a string for a list":       {rows, `[{"id": "a", "where": "home"}]`, []string{rows + "[0] a/where: wants an array, is a string"}},
		"a null":                    {rows, `[{"id": "a", "where": null}]`, []string{rows + "[0] a/where: wants an array, is null"}},
		"a number out of range":     {settings, `[{"id": "a", "weight": 128, "en": {"means": "m"}}]`, []string{"number 128 does not fit"}},
		"a fraction for an integer": {settings, `[{"id": "a", "weight": 1.5, "en": {"means": "m"}}]`, []string{"number 1.5 does not fit"}},
		"a missing comment":         {settings, `[{"id": "a"}]`, []string{settings + "[0] a: has no text at en.means"}},
		"a map":                     {rows, `[{"id": "a", "extra": {}}]`, []string{rows + "[0] a/extra: no field"}},
		"a field that is left out":  {rows, `[{"id": "a", "NotThere": 1}]`, []string{rows + "[0] a/NotThere: no field"}},
		"text after the array":      {rows, `[] []`, []string{rows + ": something stands after"}},
		"an object":                 {rows, `{}`, []string{rows + ": wants an array, is an object"}},
		"a truncated file":          {rows, "[\n{", []string{rows + ": line 2: "}},
		"two ids that make one constant": {"plan/catalogue/codes.json", `[{"id": "plan/a-b", "means": "m"}, {"id": "plan/a--b", "means": "m"}]`,
			[]string{"the name CodeAB is taken"}},
		"an id without the prefix":         {"plan/catalogue/codes.json", `[{"id": "a", "means": "m"}]`, []string{`does not begin with "plan/"`}},
		"a name that the package declares": {families, `[{"file": "rows.json", "type": "row", "var": "row"}]`, []string{"the name row is taken"}},
		"a type that is not there":         {families, `[{"file": "rows.json", "type": "Row", "var": "rows"}]`, []string{"declares no type Row"}},
		"an exported variable":             {families, `[{"file": "rows.json", "type": "row", "var": "Rows"}]`, []string{`unexported "var"`}},
		"an unknown option":                {families, `[{"file": "rows.json", "kind": "row"}]`, []string{"unknown field"}},
		"a data file that is not there":    {families, `[{"file": "none.json", "type": "row", "var": "rows"}]`, []string{"no such file"}},
		"a half declared constant":         {families, `[{"file": "rows.json", "type": "row", "var": "rows", "const": "Row"}]`, []string{"go together"}},
		"a scale without words": {"client/client.go", "package client\n\ntype Setting string\ntype SettingEntry struct{ Place Place }\ntype Place uint8\n",
			[]string{"no list of words placeWords"}},
		"an embedded field": {"client/client.go", "package client\n\ntype Setting string\ntype SettingEntry struct{ Named }\ntype Named struct{}\n",
			[]string{"embedded"}},
		"a channel": {"client/client.go", "package client\n\ntype Setting string\ntype SettingEntry struct{ M chan int }\n",
			[]string{"field M: a type in example.com/firm/client.SettingEntry cannot be written"}},
		"a type of the standard library": {"client/client.go", "package client\n\nimport \"time\"\n\ntype Setting string\ntype SettingEntry struct{ T time.Time }\n",
			[]string{"package time lies outside the module"}},
	} {
		t.Run(name, func(t *testing.T) {
			root := copied(t, test.file, test.content)
			changes, err := catalogue.Generate(root, nil)
			require.Error(t, err)
			assert.Nil(t, changes, "a fault anywhere means that nothing is written")
			for _, want := range test.want {
				assert.True(t, strings.Contains(err.Error(), want), "%q lacks %q", err, want)
			}
		})
	}
}

func TestGenerateRefusesADirectoryWithoutCatalogue(t *testing.T) {
	_, err := catalogue.Generate(fixture, []string{"trust"})
	assert.ErrorContains(t, err, "trust: no package")
}
