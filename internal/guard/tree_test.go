package guard

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const module = "github.com/rapport-go/rapport"

// rooms are the six packages above the root package, each with the rooms below it that it may import.
var rooms = map[string][]string{
	"client":      {},
	"trust":       {},
	"privacy":     {"client"},
	"conflict":    {"client"},
	"plan":        {"client", "privacy", "trust"},
	"expectation": {"client", "plan", "privacy", "trust"},
}

// goFile is one parsed file of the root module.
type goFile struct {
	// path is relative to the root, dir its folder: "." for the root package.
	path, dir string
	test      bool
	fset      *token.FileSet
	tree      *ast.File
}

// at names a place in the file for a finding.
func (f goFile) at(n ast.Node) string {
	return f.path + ":" + strconv.Itoa(f.fset.Position(n.Pos()).Line)
}

// room returns the room that the file belongs to, its kits included; "" for none.
func (f goFile) room() string {
	top, _, _ := strings.Cut(f.dir, "/")
	if _, ok := rooms[top]; ok {
		return top
	}
	return ""
}

// library reports whether the file is code that an app may end up with: all of the module but its
// commands and its tests.
func (f goFile) library() bool {
	return !f.test && f.tree.Name.Name != "main"
}

// kit reports whether the file's package is there for tests, and so may import package testing.
func (f goFile) kit() bool { return isKit(f.dir) || f.dir == "examples/scenarios" }

func isKit(dir string) bool { return strings.HasSuffix(path.Base(dir), "test") }

// imported maps the names by which a file knows its imports to their paths.
func (f goFile) imported() map[string]string {
	names := map[string]string{}
	for _, spec := range f.tree.Imports {
		p := importPath(spec)
		name := path.Base(p)
		if spec.Name != nil {
			name = spec.Name.Name
		}
		names[name] = p
	}
	return names
}

func importPath(spec *ast.ImportSpec) string {
	p, _ := strconv.Unquote(spec.Path.Value)
	return p
}

// load parses the Go files of the root module, in the order of their paths. Nested modules, testdata and
// hidden folders are left out.
func load(t *testing.T, tree fs.FS) []goFile {
	t.Helper()
	var files []goFile
	walk(t, tree, func(name string) {
		if path.Ext(name) != ".go" || nested(tree, path.Dir(name)) {
			return
		}
		data, err := fs.ReadFile(tree, name)
		require.NoError(t, err)
		fset := token.NewFileSet()
		parsed, err := parser.ParseFile(fset, name, data, parser.ParseComments|parser.SkipObjectResolution)
		require.NoError(t, err)
		files = append(files, goFile{name, path.Dir(name), strings.HasSuffix(name, "_test.go"), fset, parsed})
	})
	require.NotEmpty(t, files)
	return files
}

// nested reports whether dir lies in a module below the root.
func nested(tree fs.FS, dir string) bool {
	for ; dir != "."; dir = path.Dir(dir) {
		if _, err := fs.Stat(tree, dir+"/go.mod"); err == nil {
			return true
		}
	}
	return false
}

// walk visits every file outside testdata and hidden folders other than those of the pipeline.
func walk(t *testing.T, tree fs.FS, visit func(name string)) {
	t.Helper()
	pipeline := []string{".", ".ci", ".github"}
	require.NoError(t, fs.WalkDir(tree, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			if d.Name() == "testdata" || strings.HasPrefix(d.Name(), ".") && !slices.Contains(pipeline, name) {
				return fs.SkipDir
			}
			return nil
		}
		visit(name)
		return nil
	}))
}

// house is the tree that the guards hold.
func house() fs.FS { return os.DirFS("../..") }

// holds fails with one line for each finding.
func holds(t *testing.T, found []string) {
	t.Helper()
	for _, f := range found {
		t.Error(f)
	}
}

// treeOf is a small tree for showing a guard at work; files maps paths to contents.
func treeOf(files map[string]string) fs.FS {
	tree := fstest.MapFS{}
	for name, content := range files {
		tree[name] = &fstest.MapFile{Data: []byte(content)}
	}
	return tree
}

func TestLoadLeavesOutOtherModulesAndData(t *testing.T) {
	files := load(t, treeOf(map[string]string{
		"go.mod":                 "module m",
		"a.go":                   "package m",
		"client/b_test.go":       "package client",
		"client/testdata/c.go":   "not Go",
		".hidden/d.go":           "not Go",
		"internal/tools/go.mod":  "module tools",
		"internal/tools/x/e.go":  "not Go",
		"examples/briefing/f.go": "package main",
	}))
	var names []string
	for _, f := range files {
		names = append(names, f.path)
	}
	assert.Equal(t, []string{"a.go", "client/b_test.go", "examples/briefing/f.go"}, names)
}

func TestTheHouseIsSeen(t *testing.T) {
	dirs := map[string]bool{}
	for _, f := range load(t, house()) {
		dirs[f.dir] = true
	}
	assert.True(t, dirs["."], "the root package")
	for room := range rooms {
		assert.True(t, dirs[room], room)
	}
}
