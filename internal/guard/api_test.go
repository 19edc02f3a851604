package guard

import (
	"bytes"
	"flag"
	"go/ast"
	"go/printer"
	"go/token"
	"os"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const apiFile = "testdata/api.txt"

var update = flag.Bool("update", false, "write the public API to "+apiFile)

// api lists the exported declarations of the packages that an app can import, sorted, one a line.
func api(files []goFile) []string {
	var lines []string
	for _, f := range files {
		if !f.library() || strings.HasPrefix(f.dir, "internal/") {
			continue
		}
		l := lister{f: f, prefix: "pkg " + path.Join(module, f.dir) + ", "}
		for _, decl := range f.tree.Decls {
			l.list(decl)
		}
		lines = append(lines, l.lines...)
	}
	slices.Sort(lines)
	return lines
}

type lister struct {
	f      goFile
	prefix string
	lines  []string
}

func (l *lister) add(line string) { l.lines = append(l.lines, l.prefix+line) }

// text prints a piece of source in one line.
func (l *lister) text(n any) string {
	var b bytes.Buffer
	if err := (&printer.Config{Mode: printer.RawFormat}).Fprint(&b, l.f.fset, n); err != nil {
		return err.Error()
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

func (l *lister) list(decl ast.Decl) {
	switch d := decl.(type) {
	case *ast.FuncDecl:
		l.function(d)
	case *ast.GenDecl:
		switch d.Tok {
		case token.CONST:
			l.constants(d)
		case token.VAR:
			l.variables(d)
		case token.TYPE:
			for _, spec := range d.Specs {
				l.typeSpec(spec.(*ast.TypeSpec))
			}
		}
	}
}

func (l *lister) function(d *ast.FuncDecl) {
	if !d.Name.IsExported() {
		return
	}
	signature := d.Name.Name + strings.TrimPrefix(l.text(d.Type), "func")
	if d.Recv == nil {
		l.add("func " + signature)
	} else if ast.IsExported(receiver(d)) {
		l.add("method (" + l.text(d.Recv.List[0].Type) + ") " + signature)
	}
}

// constants writes each constant with its type and value; a member of a scale with its place.
func (l *lister) constants(d *ast.GenDecl) {
	var typed, value string
	for i, spec := range d.Specs {
		s := spec.(*ast.ValueSpec)
		for j, name := range s.Names {
			if j < len(s.Values) {
				typed, value = "", l.text(s.Values[j])
				if s.Type != nil {
					typed = " " + l.text(s.Type)
				}
			}
			shown := value
			if strings.Contains(value, "iota") {
				shown = strings.Replace(value, "iota", strconv.Itoa(i), 1)
			}
			if name.IsExported() {
				l.add("const " + name.Name + typed + " = " + shown)
			}
		}
	}
}

func (l *lister) variables(d *ast.GenDecl) {
	for _, spec := range d.Specs {
		s := spec.(*ast.ValueSpec)
		for _, name := range s.Names {
			if name.IsExported() {
				l.add("var " + name.Name)
			}
		}
	}
}

func (l *lister) typeSpec(s *ast.TypeSpec) {
	if !s.Name.IsExported() {
		return
	}
	head := "type " + s.Name.Name
	if s.TypeParams != nil {
		var params []string
		for _, p := range s.TypeParams.List {
			for _, name := range p.Names {
				params = append(params, name.Name+" "+l.text(p.Type))
			}
		}
		head += "[" + strings.Join(params, ", ") + "]"
	}
	if s.Assign != token.NoPos {
		head += " ="
	}
	switch t := s.Type.(type) {
	case *ast.StructType:
		l.members(head+" struct", t.Fields)
	case *ast.InterfaceType:
		l.members(head+" interface", t.Methods)
	default:
		l.add(head + " " + l.text(s.Type))
	}
}

// members writes a type and each of its exported members; that there are others is part of the API.
func (l *lister) members(head string, list *ast.FieldList) {
	l.add(head)
	for _, m := range list.List {
		tag := ""
		if m.Tag != nil {
			tag = " " + m.Tag.Value
		}
		if len(m.Names) == 0 {
			l.add(head + ", embeds " + l.text(m.Type) + tag)
		}
		for _, name := range m.Names {
			if name.IsExported() {
				l.add(head + ", " + name.Name + " " + l.text(m.Type) + tag)
			} else {
				l.add(head + ", has unexported members")
			}
		}
	}
}

// difference lists the lines that only one of two sorted lists has, with - for the first and + for the second.
func difference(old, current []string) []string {
	var diff []string
	for len(old) > 0 || len(current) > 0 {
		switch {
		case len(current) == 0 || len(old) > 0 && old[0] < current[0]:
			diff, old = append(diff, "- "+old[0]), old[1:]
		case len(old) == 0 || current[0] < old[0]:
			diff, current = append(diff, "+ "+current[0]), current[1:]
		default:
			old, current = old[1:], current[1:]
		}
	}
	return diff
}

func TestPublicAPIChangesOnPurpose(t *testing.T) {
	current := slices.Compact(api(load(t, house())))
	if *update {
		require.NoError(t, os.WriteFile(apiFile, []byte(strings.Join(current, "\n")+"\n"), 0o644))
	}
	data, err := os.ReadFile(apiFile)
	require.NoError(t, err)
	old := strings.Split(strings.TrimSuffix(string(data), "\n"), "\n")
	if diff := difference(old, current); len(diff) > 0 {
		t.Errorf("the public API differs from %s (go test ./internal/guard -update writes it, after a line in the CHANGELOG):\n%s",
			apiFile, strings.Join(diff, "\n"))
	}
}

func TestAPIListsEveryExportedDeclaration(t *testing.T) {
	const source = `package client

import "time"

const Alone = 3

const (
	LevelUnknown Level = iota
	LevelLow
	levelHidden
	LevelHigh
)

const (
	SettingHome Setting = "home"
	SettingWork Setting = "work"
)

var Shown, hidden = 1, 2

type Level uint8

type Setting string

type Same = Level

type Pair[A comparable, B any] struct {
	Left, Right A ` + "`json:\"left\"`" + `
	Other       func(B) error
	inner       B
	Level
}

type Asker interface {
	Ask(question string) (answer string, err error)
	error
}

type hiddenType struct{ Field int }

func Score(p Pair[int, int], at time.Time) (
	Level,
	error,
) {
	return 0, nil
}

func hiddenFunc() {}

func (p *Pair[A, B]) Swap() { hidden := 1; _ = hidden }

func (hiddenType) Method() {}
`
	files := load(t, treeOf(map[string]string{
		"client/a.go":              source,
		"client/a_test.go":         "package client\nfunc TestA() {}",
		"internal/scale/a.go":      "package scale\nfunc A() {}",
		"examples/briefing/a.go":   "package main\nfunc A() {}",
		"examples/scenarios/a.go":  "package scenarios\nfunc Named() {}",
		"plan/plantest/a.go":       "package plantest\nfunc Run() {}",
		"a.go":                     "package rapport\nfunc Decode() {}",
		"internal/guard/doc_go.go": "package guard",
	}))
	var got []string
	for _, line := range api(files) {
		got = append(got, strings.TrimPrefix(line, "pkg "+module))
	}
	assert.Equal(t, []string{
		", func Decode()",
		"/client, const Alone = 3",
		"/client, const LevelHigh Level = 3",
		"/client, const LevelLow Level = 1",
		"/client, const LevelUnknown Level = 0",
		"/client, const SettingHome Setting = \"home\"",
		"/client, const SettingWork Setting = \"work\"",
		"/client, func Score(p Pair[int, int], at time.Time) ( Level, error, )",
		"/client, method (*Pair[A, B]) Swap()",
		"/client, type Asker interface",
		"/client, type Asker interface, Ask func(question string) (answer string, err error)",
		"/client, type Asker interface, embeds error",
		"/client, type Level uint8",
		"/client, type Pair[A comparable, B any] struct",
		"/client, type Pair[A comparable, B any] struct, Left A `json:\"left\"`",
		"/client, type Pair[A comparable, B any] struct, Other func(B) error",
		"/client, type Pair[A comparable, B any] struct, Right A `json:\"left\"`",
		"/client, type Pair[A comparable, B any] struct, embeds Level",
		"/client, type Pair[A comparable, B any] struct, has unexported members",
		"/client, type Same = Level",
		"/client, type Setting string",
		"/client, var Shown",
		"/examples/scenarios, func Named()",
		"/plan/plantest, func Run()",
	}, got)
}

func TestDifferenceNamesLinesOfEitherSide(t *testing.T) {
	assert.Empty(t, difference([]string{"a", "b"}, []string{"a", "b"}))
	assert.Equal(t, []string{"- a", "+ c", "- d", "+ e"}, difference([]string{"a", "b", "d"}, []string{"b", "c", "e"}))
}
