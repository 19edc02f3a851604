package guard

import (
	"bytes"
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const (
	maxRootFiles = 8
	maxLines     = 450
)

// misplaced lists what stands at the top of the tree and should not, or should and does not.
func misplaced(t *testing.T, tree fs.FS) []string {
	t.Helper()
	folders := []string{"client", "conflict", "examples", "expectation", "internal", "plan", "privacy", "trust"}
	files := []string{"CHANGELOG.md", "LICENSE", "README.md", "go.mod", "go.sum"}
	// What go test leaves behind when it is asked to profile is kept out of version control.
	leftovers := []string{".out", ".prof", ".test"}

	entries, err := fs.ReadDir(tree, ".")
	require.NoError(t, err)
	var found []string
	sources := 0
	for _, e := range entries {
		name := e.Name()
		wanted := &files
		if e.IsDir() {
			wanted = &folders
		}
		switch i := slices.Index(*wanted, name); {
		case i >= 0:
			*wanted = slices.Delete(*wanted, i, i+1)
		case strings.HasPrefix(name, "."), slices.Contains(leftovers, path.Ext(name)):
		case !e.IsDir() && path.Ext(name) == ".go":
			if !strings.HasSuffix(name, "_test.go") {
				sources++
			}
		default:
			found = append(found, name+": does not belong at the top")
		}
	}
	for _, name := range append(folders, files...) {
		found = append(found, name+": is missing at the top")
	}
	if sources > maxRootFiles {
		found = append(found, fmt.Sprintf("%d files of the root package; %d at most", sources, maxRootFiles))
	}
	return found
}

// oversized lists hand-written Go files that are too long, those of nested modules included.
func oversized(t *testing.T, tree fs.FS) []string {
	t.Helper()
	var found []string
	walk(t, tree, func(name string) {
		if path.Ext(name) != ".go" || strings.HasSuffix(name, "_gen.go") {
			return
		}
		data, err := fs.ReadFile(tree, name)
		require.NoError(t, err)
		if lines := bytes.Count(data, []byte("\n")); lines > maxLines {
			found = append(found, fmt.Sprintf("%s: %d lines; %d at most", name, lines, maxLines))
		}
	})
	return found
}

// foreignWords match what speaks of something other than the project, or of work that is not done. They
// are put together from pieces so that this file does not match them.
var foreignWords = regexp.MustCompile(strings.Join([]string{
	`\bR-` + `[0-9]{3}\b`, `\bshared` + `/`, `\bTO` + `DO\b`, `\bFIX` + `ME\b`, `\bXX` + `X\b`, `(?i)\bissues? #?` + `[0-9]`,
	`\bno` + `lint\b`, `\bt\.Sk` + `ip`,
}, "|"))

// foreign lists lines of any text file that hold a foreign word.
func foreign(t *testing.T, tree fs.FS) []string {
	t.Helper()
	var found []string
	walk(t, tree, func(name string) {
		data, err := fs.ReadFile(tree, name)
		require.NoError(t, err)
		if bytes.IndexByte(data, 0) >= 0 {
			return
		}
		for i, line := range bytes.Split(data, []byte("\n")) {
			if match := foreignWords.Find(line); match != nil {
				found = append(found, fmt.Sprintf("%s:%d: says %q", name, i+1, match))
			}
		}
	})
	return found
}

func TestLayout(t *testing.T) {
	holds(t, misplaced(t, house()))
}

func TestFilesAreShort(t *testing.T) {
	holds(t, oversized(t, house()))
}

func TestTheProjectSpeaksOfItself(t *testing.T) {
	holds(t, foreign(t, house()))
}

// layout is a tree that has all that belongs at the top, with the changes.
func layout(changes map[string]string) fs.FS {
	files := map[string]string{
		"go.mod": "", "go.sum": "", "README.md": "", "LICENSE": "", "CHANGELOG.md": "", ".ci/run": "", ".gitignore": "",
		"cpu.prof": "", "word.go": "", "word_test.go": "", "internal/a.go": "", "examples/a.go": "",
	}
	for room := range rooms {
		files[room+"/doc.go"] = ""
	}
	for name, content := range changes {
		if content == "gone" {
			delete(files, name)
		} else {
			files[name] = content
		}
	}
	return treeOf(files)
}

func TestLayoutGuard(t *testing.T) {
	many := map[string]string{}
	for i := range maxRootFiles {
		many[fmt.Sprintf("a%d.go", i)] = ""
	}
	for name, test := range map[string]struct {
		changes map[string]string
		want    []string
	}{
		"as described":                 {nil, nil},
		"another folder":               {map[string]string{"util/a.go": ""}, []string{"util: does not belong at the top"}},
		"another file":                 {map[string]string{"Makefile": ""}, []string{"Makefile: does not belong at the top"}},
		"a folder named like a file":   {map[string]string{"LICENSE": "gone", "LICENSE/a": ""}, []string{"LICENSE: does not belong at the top", "LICENSE: is missing at the top"}},
		"a missing room":               {map[string]string{"trust/doc.go": "gone"}, []string{"trust: is missing at the top"}},
		"a missing file":               {map[string]string{"README.md": "gone"}, []string{"README.md: is missing at the top"}},
		"too many files of the root":   {many, []string{"9 files of the root package; 8 at most"}},
		"as many tests as one wishes":  {map[string]string{"a_test.go": "", "b_test.go": ""}, nil},
		"as many hidden as one wishes": {map[string]string{".tool.toml": "", ".github/workflows/ci.yml": ""}, nil},
	} {
		t.Run(name, func(t *testing.T) {
			assert.Equal(t, test.want, misplaced(t, layout(test.changes)))
		})
	}
}

func TestSizeGuard(t *testing.T) {
	long := strings.Repeat("\n", maxLines+1)
	found := oversized(t, treeOf(map[string]string{
		"a.go": long, "b.go": long[1:], "c_gen.go": long, "d_test.go": long, "e.md": long,
		"internal/tools/go.mod": "", "internal/tools/f.go": long, "plan/testdata/g.go": long,
	}))
	assert.Equal(t, []string{
		"a.go: 451 lines; 450 at most", "d_test.go: 451 lines; 450 at most", "internal/tools/f.go: 451 lines; 450 at most",
	}, found)
}

func TestForeignWordsGuard(t *testing.T) {
	for name, test := range map[string]struct {
		file, content string
		caught        bool
	}{
		"a row of the requirements":       {"a.go", "// R-" + "017", true},
		"a folder outside the repository": {"README.md", "see ../shared" + "/design", true},
		"work left undone":                {"client/catalogue/a.json", `"TO` + `DO"`, true},
		"work left broken":                {".ci/run", "# FIX" + "ME", true},
		"an issue's number":               {"a.go", "// see issue #" + "12", true},
		"a silenced linter":               {"a.go", "//no" + "lint:all", true},
		"a test that is left out":         {"a_test.go", "t.Sk" + "ip()", true},
		"a pipeline of another kind":      {".github/workflows/ci.yml", "# TO" + "DO", true},
		"words that only look alike":      {"a.go", "// R-17, shared by all, todos, an issue", false},
		"a file that is no text":          {"a.bin", "\x00TO" + "DO", false},
		"a hidden folder":                 {".git/a", "TO" + "DO", false},
	} {
		t.Run(name, func(t *testing.T) {
			found := foreign(t, treeOf(map[string]string{test.file: test.content}))
			if !test.caught {
				assert.Empty(t, found)
				return
			}
			require.Len(t, found, 1)
			assert.True(t, strings.HasPrefix(found[0], test.file+":1: "), found[0])
		})
	}
}
