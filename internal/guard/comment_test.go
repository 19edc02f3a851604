package guard

import (
	"go/ast"
	"go/token"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// undocumented lists packages without a comment, and exported names without a comment that is a sentence
// beginning with the name. Generated files are held to it too.
func undocumented(files []goFile) []string {
	var found []string
	described := map[string]bool{}
	for _, f := range files {
		if f.test {
			continue
		}
		want := "Package " + f.tree.Name.Name + " "
		if f.tree.Name.Name == "main" {
			want = "Command "
		}
		if f.tree.Doc != nil && strings.HasPrefix(f.tree.Doc.Text(), want) {
			described[f.dir] = true
		}
		if f.tree.Name.Name != "main" {
			found = append(found, undocumentedNames(f)...)
		}
	}
	for i, f := range files {
		if !f.test && !described[f.dir] && (i == 0 || files[i-1].dir != f.dir) {
			found = append(found, f.dir+": the package has no comment of its own")
			described[f.dir] = true
		}
	}
	return found
}

func undocumentedNames(f goFile) []string {
	var found []string
	check := func(names []*ast.Ident, docs ...*ast.CommentGroup) {
		for _, name := range names {
			if name.IsExported() && !documented(names, docs) {
				found = append(found, f.at(name)+": "+name.Name+" has no sentence that begins with its name")
				return // names of one line share one comment
			}
		}
	}
	for _, decl := range f.tree.Decls {
		switch d := decl.(type) {
		case *ast.FuncDecl:
			if d.Recv == nil || ast.IsExported(receiver(d)) {
				check([]*ast.Ident{d.Name}, d.Doc)
			}
		case *ast.GenDecl:
			for _, spec := range d.Specs {
				undocumentedSpec(d, spec, check)
			}
		}
	}
	return found
}

func undocumentedSpec(d *ast.GenDecl, spec ast.Spec, check func([]*ast.Ident, ...*ast.CommentGroup)) {
	switch s := spec.(type) {
	case *ast.ValueSpec:
		if d.Lparen == token.NoPos {
			check(s.Names, d.Doc)
			return
		}
		check(s.Names, s.Doc, s.Comment)
	case *ast.TypeSpec:
		if d.Lparen == token.NoPos {
			check([]*ast.Ident{s.Name}, d.Doc)
		} else {
			check([]*ast.Ident{s.Name}, s.Doc)
		}
		if !s.Name.IsExported() {
			return
		}
		var members *ast.FieldList
		switch t := s.Type.(type) {
		case *ast.StructType:
			members = t.Fields
		case *ast.InterfaceType:
			members = t.Methods
		}
		if members == nil {
			return
		}
		for _, member := range members.List {
			check(member.Names, member.Doc, member.Comment)
		}
	}
}

// documented reports whether one of the comments begins with one of the names and ends as a sentence.
func documented(names []*ast.Ident, docs []*ast.CommentGroup) bool {
	for _, doc := range docs {
		first, _, _ := strings.Cut(doc.Text(), "\n\n")
		first = strings.TrimSpace(first)
		for _, name := range names {
			rest, ok := strings.CutPrefix(first, name.Name)
			if ok && len(rest) > 1 && strings.ContainsAny(rest[:1], " ,\n") && strings.ContainsAny(first[len(first)-1:], ".:!?)") {
				return true
			}
		}
	}
	return false
}

// receiver returns the name of a method's type.
func receiver(d *ast.FuncDecl) string {
	expr := d.Recv.List[0].Type
	for {
		switch t := expr.(type) {
		case *ast.StarExpr:
			expr = t.X
		case *ast.IndexExpr:
			expr = t.X
		case *ast.IndexListExpr:
			expr = t.X
		case *ast.Ident:
			return t.Name
		default:
			return ""
		}
	}
}

func TestEveryExportedNameIsDocumented(t *testing.T) {
	holds(t, undocumented(load(t, house())))
}

func TestDocumentationGuardFires(t *testing.T) {
	const pkg = "// Package a is a.\npackage a\n\n"
	for name, test := range map[string]struct{ source, want string }{
		"a package without a comment":         {"package a", ".: the package has no comment of its own"},
		"a package comment of another name":   {"// Package b is b.\npackage a", ".: the package has no comment of its own"},
		"a function":                          {pkg + "func F() {}", "a.go:4: F has no sentence that begins with its name"},
		"a comment that begins otherwise":     {pkg + "// Returns one.\nfunc F() {}", "a.go:5: F has no sentence that begins with its name"},
		"a comment that begins with a longer": {pkg + "// Fs are one.\nfunc F() {}", "a.go:5: F has no sentence that begins with its name"},
		"a comment without an end":            {pkg + "// F returns\nfunc F() {}", "a.go:5: F has no sentence that begins with its name"},
		"a comment of the name alone":         {pkg + "// F.\nfunc F() {}", "a.go:5: F has no sentence that begins with its name"},
		"a method":                            {pkg + "// T is t.\ntype T int\nfunc (t *T) M() {}", "a.go:6: M has no sentence that begins with its name"},
		"a method of a generic type":          {pkg + "// T is t.\ntype T[A, B any] struct{}\nfunc (t T[A, B]) M() {}", "a.go:6: M has no sentence that begins with its name"},
		"a type":                              {pkg + "type T int", "a.go:4: T has no sentence that begins with its name"},
		"a type in a group":                   {pkg + "// T is t.\ntype (\nT int\n)", "a.go:6: T has no sentence that begins with its name"},
		"a field":                             {pkg + "// T is t.\ntype T struct {\nA int\n}", "a.go:6: A has no sentence that begins with its name"},
		"a method of an interface":            {pkg + "// T is t.\ntype T interface {\nA()\n}", "a.go:6: A has no sentence that begins with its name"},
		"a constant in a group":               {pkg + "// A and B are constants.\nconst (\n// A is one.\nA = 1\nB = 2\n)", "a.go:8: B has no sentence that begins with its name"},
		"a constant alone":                    {pkg + "const A = 1", "a.go:4: A has no sentence that begins with its name"},
		"a variable":                          {pkg + "var A = 1", "a.go:4: A has no sentence that begins with its name"},
	} {
		t.Run(name, func(t *testing.T) {
			assert.Equal(t, []string{test.want}, undocumented(load(t, treeOf(map[string]string{"a.go": test.source}))))
		})
	}
}

func TestDocumentationGuardLetsPass(t *testing.T) {
	const pkg = "// Package a is a.\npackage a\n\n"
	for name, files := range map[string]map[string]string{
		"a comment in another file of the package": {"a.go": "package a", "doc.go": "// Package a is a.\npackage a"},
		"unexported names":                         {"a.go": pkg + "func f() {}\ntype t struct{ A int }\nfunc (t) M() {}\nconst c = 1"},
		"fields of one line with one comment":      {"a.go": pkg + "// T is t.\ntype T struct {\n// A and B are sides.\nA, B int\n}"},
		"a comment after the field":                {"a.go": pkg + "// T is t.\ntype T struct {\nA int // A is a side.\n}"},
		"a sentence of several lines":              {"a.go": pkg + "// F does\n// one thing.\n//\n// And another\nfunc F() {}"},
		"tests":                                    {"a.go": pkg, "a_test.go": "package a\nfunc TestA() {}"},
		"a command":                                {"a.go": "// Command a is a.\npackage main\nfunc Run() {}"},
	} {
		t.Run(name, func(t *testing.T) {
			assert.Empty(t, undocumented(load(t, treeOf(files))))
		})
	}
}
