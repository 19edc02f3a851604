package guard

import (
	"io/fs"
	"path"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// climbs lists imports inside the module that go up or sideways between the floors.
func climbs(files []goFile) []string {
	var found []string
	for _, f := range files {
		if f.test {
			continue
		}
		for _, spec := range f.tree.Imports {
			p := importPath(spec)
			rel, inside := strings.CutPrefix(p, module)
			if !inside || rel != "" && rel[0] != '/' {
				continue
			}
			if !mayKnow(f, strings.TrimPrefix(rel, "/")) {
				found = append(found, f.at(spec)+": "+f.dir+" may not know "+p)
			}
		}
	}
	return found
}

// mayKnow reports whether the file may import the package in dir, "" being the root package.
func mayKnow(f goFile, dir string) bool {
	from, _, _ := strings.Cut(f.dir, "/")
	to, _, _ := strings.Cut(dir, "/")
	if isKit(dir) && !isKit(f.dir) && from != "examples" {
		return false // kits are for tests
	}
	switch {
	case from == "examples":
		return to != "internal" // what an example shows, any app can do
	case to == "examples":
		return false
	case from == ".":
		return to == "internal"
	case to == "" || to == "internal":
		return true
	case from == to:
		return isKit(f.dir)
	}
	return slices.Contains(rooms[f.room()], to)
}

// strangers lists imports of what a library package, a kit or a test may not depend on.
func strangers(files []goFile) []string {
	var found []string
	for _, f := range files {
		for _, spec := range f.tree.Imports {
			if p := importPath(spec); !mayDependOn(f, p) {
				found = append(found, f.at(spec)+": depends on "+p)
			}
		}
	}
	return found
}

func mayDependOn(f goFile, p string) bool {
	within := func(root string) bool { return p == root || strings.HasPrefix(p, root+"/") }
	first, _, _ := strings.Cut(p, "/")
	switch {
	case within("testing"):
		return f.test || f.kit()
	case !strings.Contains(first, "."), within(module), within("golang.org/x/exp"):
		return true
	}
	return f.test && within("github.com/stretchr/testify")
}

// requirements lists what go.mod asks for beside testify and x/exp, and every directive that an importing
// module would not see.
func requirements(t *testing.T, tree fs.FS) []string {
	t.Helper()
	data, err := fs.ReadFile(tree, "go.mod")
	require.NoError(t, err)
	var found []string
	block := ""
	for line := range strings.Lines(string(data)) {
		line, comment, _ := strings.Cut(strings.TrimSpace(line), "//")
		words := strings.Fields(line)
		switch {
		case len(words) == 0:
			continue
		case words[0] == ")":
			block = ""
			continue
		case len(words) == 2 && words[1] == "(":
			block = words[0]
			continue
		}
		directive := block
		if directive == "" {
			directive, words = words[0], words[1:]
		}
		found = append(found, requirement(directive, words, strings.TrimSpace(comment) == "indirect")...)
	}
	return found
}

func requirement(directive string, words []string, indirect bool) []string {
	switch directive {
	case "module", "go", "toolchain":
		return nil
	case "require":
		if indirect || slices.Contains([]string{"github.com/stretchr/testify", "golang.org/x/exp"}, words[0]) {
			return nil
		}
	}
	return []string{"go.mod: " + directive + " " + words[0]}
}

func TestRoomsImportLowerFloorsOnly(t *testing.T) {
	holds(t, climbs(load(t, house())))
}

func TestDependenciesAreFew(t *testing.T) {
	holds(t, strangers(load(t, house())))
	holds(t, requirements(t, house()))
}

func TestFloorsGuard(t *testing.T) {
	for name, test := range map[string]struct {
		from, to string
		allowed  bool
	}{
		"a room knows the root package":             {"trust/a.go", "", true},
		"a room knows what is internal":             {"client/a.go", "/internal/scale", true},
		"privacy knows client":                      {"privacy/a.go", "/client", true},
		"plan knows trust":                          {"plan/a.go", "/trust", true},
		"expectation knows plan":                    {"expectation/a.go", "/plan", true},
		"a kit knows its room":                      {"plan/plantest/a.go", "/plan", true},
		"a kit knows the kit of a lower room":       {"plan/plantest/a.go", "/client/clienttest", true},
		"an example knows every room":               {"examples/briefing/a.go", "/conflict", true},
		"an example knows another example":          {"examples/briefing/a.go", "/examples/scenarios", true},
		"the root package knows what is internal":   {"a.go", "/internal/scale", true},
		"what is internal knows the root package":   {"internal/pack/a.go", "", true},
		"a test knows what it likes":                {"client/a_test.go", "/examples/scenarios", true},
		"the root package knows no room":            {"a.go", "/client", false},
		"client does not know trust":                {"client/a.go", "/trust", false},
		"client does not know plan":                 {"client/a.go", "/plan", false},
		"privacy does not know trust":               {"privacy/a.go", "/trust", false},
		"conflict does not know privacy":            {"conflict/a.go", "/privacy", false},
		"plan does not know expectation":            {"plan/a.go", "/expectation", false},
		"plan does not know conflict":               {"plan/a.go", "/conflict", false},
		"what is internal knows no room":            {"internal/pack/a.go", "/client", false},
		"what is internal does not know examples":   {"internal/pack/a.go", "/examples/scenarios", false},
		"a room does not know examples":             {"plan/a.go", "/examples/scenarios", false},
		"an example does not know what is internal": {"examples/briefing/a.go", "/internal/scale", false},
		"a room does not know its kit":              {"plan/a.go", "/plan/plantest", false},
		"a room does not know a lower room's kit":   {"plan/a.go", "/client/clienttest", false},
		"a kit knows no higher room":                {"client/clienttest/a.go", "/plan", false},
		"a package outside the rooms knows no room": {"helpers/a.go", "/client", false},
	} {
		t.Run(name, func(t *testing.T) {
			source := "package x\nimport \"" + module + test.to + "\""
			found := climbs(load(t, treeOf(map[string]string{test.from: source})))
			if test.allowed {
				assert.Empty(t, found)
				return
			}
			assert.Equal(t, []string{test.from + ":2: " + path.Dir(test.from) + " may not know " + module + test.to}, found)
		})
	}
}

func TestDependencyGuard(t *testing.T) {
	for name, test := range map[string]struct {
		from, to string
		allowed  bool
	}{
		"a room uses the standard library":         {"plan/a.go", "encoding/json", true},
		"a room uses x/exp":                        {"plan/a.go", "golang.org/x/exp/constraints", true},
		"a kit uses testing":                       {"plan/plantest/a.go", "testing", true},
		"the scenario pack uses testing":           {"examples/scenarios/a.go", "testing", true},
		"a test uses testify":                      {"plan/a_test.go", "github.com/stretchr/testify/require", true},
		"a room does not use testing":              {"plan/a.go", "testing", false},
		"a room does not use testing/fstest":       {"plan/a.go", "testing/fstest", false},
		"a room does not use testify":              {"plan/a.go", "github.com/stretchr/testify/require", false},
		"a kit does not use testify":               {"plan/plantest/a.go", "github.com/stretchr/testify/require", false},
		"a room does not use other parts of x":     {"plan/a.go", "golang.org/x/text/language", false},
		"a name that begins like x/exp is another": {"plan/a.go", "golang.org/x/expensive", false},
		"a test does not use what it likes":        {"plan/a_test.go", "github.com/google/go-cmp/cmp", false},
		"an example does not use what it likes":    {"examples/briefing/a.go", "github.com/google/go-cmp/cmp", false},
	} {
		t.Run(name, func(t *testing.T) {
			source := "package x\nimport \"" + test.to + "\""
			found := strangers(load(t, treeOf(map[string]string{test.from: source})))
			if test.allowed {
				assert.Empty(t, found)
				return
			}
			assert.Equal(t, []string{test.from + ":2: depends on " + test.to}, found)
		})
	}
}

func TestRequirementsGuard(t *testing.T) {
	for name, test := range map[string]struct {
		mod  string
		want []string
	}{
		"testify and x/exp, with what they bring": {"module m\n\ngo 1.25\n\nrequire (\n\tgithub.com/stretchr/testify v1.0.0\n\tgolang.org/x/exp v0.0.0\n\tgo.yaml.in/yaml/v3 v3.0.0 // indirect\n)\n", nil},
		"another requirement":                     {"module m\nrequire github.com/google/go-cmp v0.7.0\n", []string{"go.mod: require github.com/google/go-cmp"}},
		"another requirement in a block":          {"module m\nrequire (\n\tgithub.com/google/go-cmp v0.7.0\n)\n", []string{"go.mod: require github.com/google/go-cmp"}},
		"a replacement":                           {"module m\nreplace a.example/b => ../b\n", []string{"go.mod: replace a.example/b"}},
		"a tool":                                  {"module m\ntool a.example/b\n", []string{"go.mod: tool a.example/b"}},
	} {
		t.Run(name, func(t *testing.T) {
			assert.Equal(t, test.want, requirements(t, treeOf(map[string]string{"go.mod": test.mod})))
		})
	}
}
