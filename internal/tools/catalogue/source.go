package catalogue

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// source reads the hand-written Go of the module's packages, each once.
type source struct {
	root, module string
	packages     map[string]*pkg
}

// pkg is what the generator needs to know of a package.
type pkg struct {
	path, name string
	types      map[string]typeDecl
	// lists holds the string literals of each variable that is initialised with a list of them.
	lists map[string][]string
	// consts holds the constants of each named type, in the order of the source.
	consts map[string][]string
	// names holds every name declared at package level.
	names map[string]bool
	// imports joins those of all files; by name.
	imports map[string]string
}

type typeDecl struct {
	expr ast.Expr
	// imports maps the names that the declaring file gives to packages to their paths.
	imports map[string]string
}

func newSource(root string) (*source, error) {
	data, err := os.ReadFile(filepath.Join(root, "go.mod"))
	if err != nil {
		return nil, err
	}
	for line := range strings.Lines(string(data)) {
		if module, ok := strings.CutPrefix(strings.TrimSpace(line), "module "); ok {
			return &source{root: root, module: module, packages: map[string]*pkg{}}, nil
		}
	}
	return nil, fmt.Errorf("%s: go.mod has no module line", root)
}

// rel returns the path as seen from the root, with slashes.
func (s *source) rel(path string) string {
	rel, err := filepath.Rel(s.root, path)
	if err != nil {
		return path
	}
	return filepath.ToSlash(rel)
}

// load returns the package with the import path, which lies in the module.
func (s *source) load(path string) (*pkg, error) {
	if p := s.packages[path]; p != nil {
		return p, nil
	}
	rel, ok := strings.CutPrefix(path, s.module)
	if !ok || rel != "" && rel[0] != '/' {
		return nil, fmt.Errorf("package %s lies outside the module", path)
	}
	files, err := filepath.Glob(filepath.Join(s.root, filepath.FromSlash(rel), "*.go"))
	if err != nil {
		return nil, err
	}
	slices.Sort(files)
	p := &pkg{
		path: path, types: map[string]typeDecl{}, lists: map[string][]string{},
		consts: map[string][]string{}, names: map[string]bool{}, imports: map[string]string{},
	}
	for _, file := range files {
		if err := p.read(file); err != nil {
			return nil, err
		}
	}
	if p.name == "" {
		return nil, fmt.Errorf("package %s has no Go files", path)
	}
	s.packages[path] = p
	return p, nil
}

func (p *pkg) read(file string) error {
	data, err := os.ReadFile(file)
	if err != nil || strings.HasSuffix(file, "_test.go") || bytes.HasPrefix(data, []byte(header)) {
		return err
	}
	tree, err := parser.ParseFile(token.NewFileSet(), file, data, parser.SkipObjectResolution)
	if err != nil {
		return err
	}
	p.name = tree.Name.Name
	imports := map[string]string{}
	for _, spec := range tree.Imports {
		path, _ := strconv.Unquote(spec.Path.Value)
		name := path[strings.LastIndexByte(path, '/')+1:]
		if spec.Name != nil {
			name = spec.Name.Name
		}
		imports[name] = path
	}
	maps.Copy(p.imports, imports)
	for _, decl := range tree.Decls {
		switch d := decl.(type) {
		case *ast.FuncDecl:
			if d.Recv == nil {
				p.names[d.Name.Name] = true
			}
		case *ast.GenDecl:
			p.readDecl(d, imports)
		}
	}
	return nil
}

func (p *pkg) readDecl(d *ast.GenDecl, imports map[string]string) {
	constType := "" // a const spec without a type of its own has that of the one before
	for _, spec := range d.Specs {
		switch s := spec.(type) {
		case *ast.TypeSpec:
			p.names[s.Name.Name] = true
			p.types[s.Name.Name] = typeDecl{s.Type, imports}
		case *ast.ValueSpec:
			if s.Type != nil || len(s.Values) > 0 {
				constType = ""
				if id, ok := s.Type.(*ast.Ident); ok {
					constType = id.Name
				}
			}
			for i, name := range s.Names {
				p.names[name.Name] = true
				if d.Tok == token.CONST && constType != "" {
					p.consts[constType] = append(p.consts[constType], name.Name)
				}
				if d.Tok == token.VAR && i < len(s.Values) {
					if words, ok := stringList(s.Values[i]); ok {
						p.lists[name.Name] = words
					}
				}
			}
		}
	}
}

func stringList(expr ast.Expr) ([]string, bool) {
	lit, ok := expr.(*ast.CompositeLit)
	if !ok {
		return nil, false
	}
	if array, ok := lit.Type.(*ast.ArrayType); !ok || !isIdent(array.Elt, "string") {
		return nil, false
	}
	var words []string
	for _, element := range lit.Elts {
		basic, ok := element.(*ast.BasicLit)
		if !ok || basic.Kind != token.STRING {
			return nil, false
		}
		word, err := strconv.Unquote(basic.Value)
		if err != nil {
			return nil, false
		}
		words = append(words, word)
	}
	return words, true
}

func isIdent(expr ast.Expr, name string) bool {
	id, ok := expr.(*ast.Ident)
	return ok && id.Name == name
}

// resolve returns the shape of a type as families.json writes it: "Setting", or "rapport.Code" of a
// package that the target imports.
func (s *source) resolve(target *pkg, name string) (*shape, error) {
	expr, err := parser.ParseExpr(name)
	if err != nil {
		return nil, fmt.Errorf("type %s: %w", name, err)
	}
	return s.shapeOf(target, expr, target.imports, nil)
}
