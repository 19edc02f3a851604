package lint

import (
	"go/ast"
	"go/types"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/analysis"
)

var purity = &analysis.Analyzer{
	Name: "purity",
	Doc:  "report what makes a library package more than values in, values out",
	Run:  runPurity,
}

// impure are packages that reach outside the values handed in; what lies below them is meant too.
var impure = []string{
	"crypto/rand", "expvar", "flag", "io/fs", "io/ioutil", "log", "math/rand", "net", "os", "plugin", "runtime",
	"syscall", "time/tzdata", "unsafe",
}

// forbidden are functions, variables and methods by their full names.
var forbidden = []string{
	"(time.Time).Local", "fmt.Print", "fmt.Printf", "fmt.Println", "fmt.Scan", "fmt.Scanf", "fmt.Scanln",
	"time.After", "time.AfterFunc", "time.LoadLocation", "time.LoadLocationFromTZData", "time.Local",
	"time.NewTicker", "time.NewTimer", "time.Now", "time.Since", "time.Sleep", "time.Tick", "time.Until",
}

func runPurity(pass *analysis.Pass) (any, error) {
	for _, file := range libraryFiles(pass) {
		for _, spec := range file.Imports {
			p, _ := strconv.Unquote(spec.Path.Value)
			if slices.ContainsFunc(impure, func(bad string) bool { return p == bad || strings.HasPrefix(p, bad+"/") }) {
				pass.Reportf(spec.Pos(), "library package imports %s", p)
			}
		}
		for _, decl := range file.Decls {
			pureDecl(pass, decl)
		}
	}
	return nil, nil
}

func pureDecl(pass *analysis.Pass, decl ast.Decl) {
	must := false
	if f, ok := decl.(*ast.FuncDecl); ok {
		must = strings.HasPrefix(f.Name.Name, "Must")
		if f.Recv == nil && f.Name.Name == "init" {
			pass.Reportf(f.Pos(), "library package has an init")
		}
	}
	ast.Inspect(decl, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.GoStmt:
			pass.Reportf(n.Pos(), "library package starts a goroutine")
		case *ast.Ident:
			switch used := pass.TypesInfo.Uses[n].(type) {
			case *types.Builtin:
				if name := used.Name(); name == "print" || name == "println" || name == "panic" && !must {
					pass.Reportf(n.Pos(), "library package calls %s", name)
				}
			case types.Object:
				if name := fullName(used); slices.Contains(forbidden, name) {
					pass.Reportf(n.Pos(), "library package uses %s", name)
				}
			}
		}
		return true
	})
}

// fullName returns "time.Now" for a function or variable of a package and "(time.Time).Local" for a method.
func fullName(o types.Object) string {
	switch o := o.(type) {
	case *types.Func:
		return o.FullName()
	case *types.Var:
		if o.Pkg() != nil && o.Parent() == o.Pkg().Scope() {
			return o.Pkg().Path() + "." + o.Name()
		}
	}
	return ""
}

// libraryFiles returns the files of the pass that belong to a library package and are no tests.
func libraryFiles(pass *analysis.Pass) []*ast.File {
	if pass.Pkg.Name() == "main" {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(pass.Files), func(f *ast.File) bool {
		return strings.HasSuffix(fileName(pass, f.Pos()), "_test.go")
	})
}
