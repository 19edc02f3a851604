package guard

import (
	"go/ast"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// impure are the packages that reach outside the values handed in; what lies below them is meant too.
var impure = []string{
	"C", "crypto/rand", "expvar", "flag", "io/fs", "io/ioutil", "log", "math/rand", "net", "os", "plugin",
	"runtime", "syscall", "time/tzdata", "unsafe",
}

// forbidden are names that read a clock, a zone of the machine, or write to it, by package.
var forbidden = map[string][]string{
	"time": {
		"After", "AfterFunc", "LoadLocation", "LoadLocationFromTZData", "Local", "NewTicker", "NewTimer", "Now",
		"Since", "Sleep", "Tick", "Until",
	},
	"fmt": {"Print", "Printf", "Println", "Scan", "Scanf", "Scanln"},
}

// impurities lists what in library packages is more than values in, values out.
func impurities(files []goFile) []string {
	var found []string
	for _, f := range files {
		if f.library() {
			found = append(found, impureImports(f)...)
			found = append(found, impureCode(f)...)
		}
	}
	return found
}

func impureImports(f goFile) []string {
	var found []string
	for _, spec := range f.tree.Imports {
		p := importPath(spec)
		for _, bad := range impure {
			if p == bad || strings.HasPrefix(p, bad+"/") {
				found = append(found, f.at(spec)+": imports "+p)
			}
		}
		if spec.Name != nil && spec.Name.Name == "." {
			found = append(found, f.at(spec)+": imports "+p+" without its name")
		}
	}
	return found
}

func impureCode(f goFile) []string {
	var found []string
	names := f.imported()
	for _, decl := range f.tree.Decls {
		must := false
		if d, ok := decl.(*ast.FuncDecl); ok {
			must = strings.HasPrefix(d.Name.Name, "Must")
			if d.Name.Name == "init" && d.Recv == nil {
				found = append(found, f.at(d)+": has an init")
			}
		}
		ast.Inspect(decl, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.GoStmt:
				found = append(found, f.at(n)+": starts a goroutine")
			case *ast.SelectorExpr:
				if pkg, ok := n.X.(*ast.Ident); ok && slices.Contains(forbidden[names[pkg.Name]], n.Sel.Name) {
					found = append(found, f.at(n)+": uses "+names[pkg.Name]+"."+n.Sel.Name)
				}
			case *ast.CallExpr:
				found = append(found, impureCall(f, n, must)...)
			}
			return true
		})
	}
	return found
}

func impureCall(f goFile, call *ast.CallExpr, must bool) []string {
	switch fun := call.Fun.(type) {
	case *ast.Ident:
		if fun.Name == "panic" && !must {
			return []string{f.at(call) + ": panics outside a Must function"}
		}
		if fun.Name == "print" || fun.Name == "println" {
			return []string{f.at(call) + ": prints"}
		}
	case *ast.SelectorExpr:
		if fun.Sel.Name == "Local" && len(call.Args) == 0 {
			return []string{f.at(call) + ": calls Local, which reads the machine's zone"}
		}
	}
	return nil
}

func TestLibraryPackagesArePure(t *testing.T) {
	holds(t, impurities(load(t, house())))
}

func TestPurityGuardFires(t *testing.T) {
	for name, test := range map[string]struct{ file, source, want string }{
		"an import that reads files":         {"client/a.go", "package client\nimport \"os\"", "client/a.go:2: imports os"},
		"an import below a forbidden one":    {"plan/a.go", "package plan\nimport \"net/http\"", "plan/a.go:2: imports net/http"},
		"an import under another name":       {"a.go", "package rapport\nimport dice \"math/rand/v2\"", "a.go:2: imports math/rand/v2"},
		"an import of internal/*":            {"internal/x/a.go", "package x\nimport \"log\"", "internal/x/a.go:2: imports log"},
		"an import of a kit":                 {"plan/plantest/a.go", "package plantest\nimport \"io/fs\"", "plan/plantest/a.go:2: imports io/fs"},
		"an import of the scenario pack":     {"examples/scenarios/a.go", "package scenarios\nimport \"unsafe\"", "examples/scenarios/a.go:2: imports unsafe"},
		"an import without a name":           {"a.go", "package rapport\nimport . \"time\"", "a.go:2: imports time without its name"},
		"the clock":                          {"a.go", "package rapport\nimport \"time\"\nvar a = time.Now()", "a.go:3: uses time.Now"},
		"the clock as a value":               {"a.go", "package rapport\nimport \"time\"\nvar a = time.Now", "a.go:3: uses time.Now"},
		"the clock under another name":       {"a.go", "package rapport\nimport clock \"time\"\nvar a = clock.Since", "a.go:3: uses time.Since"},
		"the machine's zone":                 {"a.go", "package rapport\nimport \"time\"\nvar a = time.Local", "a.go:3: uses time.Local"},
		"a zone by name":                     {"a.go", "package rapport\nimport \"time\"\nvar a, _ = time.LoadLocation(\"x\")", "a.go:3: uses time.LoadLocation"},
		"a moment in the machine's zone":     {"a.go", "package rapport\nfunc f(t T) { t.Local() }", "a.go:2: calls Local, which reads the machine's zone"},
		"a goroutine":                        {"a.go", "package rapport\nfunc f() { go f() }", "a.go:2: starts a goroutine"},
		"an init":                            {"a.go", "package rapport\nfunc init() {}", "a.go:2: has an init"},
		"a panic":                            {"a.go", "package rapport\nfunc f() { panic(1) }", "a.go:2: panics outside a Must function"},
		"a panic in a closure of a variable": {"a.go", "package rapport\nvar f = func() { panic(1) }", "a.go:2: panics outside a Must function"},
		"printing":                           {"a.go", "package rapport\nimport \"fmt\"\nfunc f() { fmt.Println() }", "a.go:3: uses fmt.Println"},
		"built-in printing":                  {"a.go", "package rapport\nfunc f() { println() }", "a.go:2: prints"},
	} {
		t.Run(name, func(t *testing.T) {
			files := load(t, treeOf(map[string]string{test.file: test.source}))
			assert.Equal(t, []string{test.want}, impurities(files))
		})
	}
}

func TestPurityGuardLetsPass(t *testing.T) {
	for name, files := range map[string]map[string]string{
		"a panic in a Must function":     {"a.go": "package rapport\nfunc MustF() { panic(1) }"},
		"files read by a test":           {"a_test.go": "package rapport\nimport \"os\"\nvar a = os.Args"},
		"files read by a command":        {"examples/briefing/a.go": "package main\nimport \"os\"\nvar a = os.Args"},
		"a constant of package time":     {"a.go": "package rapport\nimport \"time\"\nvar a = time.UTC"},
		"a field with a forbidden name":  {"a.go": "package rapport\nvar a = b.Now"},
		"a method that is called init":   {"a.go": "package rapport\nfunc (t T) init() {}"},
		"an import that begins the same": {"a.go": "package rapport\nimport \"logic.example/x\""},
	} {
		t.Run(name, func(t *testing.T) {
			assert.Empty(t, impurities(load(t, treeOf(files))))
		})
	}
}
