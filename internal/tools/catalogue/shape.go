package catalogue

import (
	"errors"
	"fmt"
	"go/ast"
	"go/token"
	"reflect"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

type kind int

const (
	kindString kind = iota
	kindBool
	kindInt
	kindUint
	kindFloat
	kindScale
	kindStruct
	kindSlice
	kindArray
	kindPointer
)

// shape is what a Go type accepts from JSON.
type shape struct {
	kind kind
	bits int
	// name is that of a basic type, or of one that pkg declares.
	name string
	pkg  *pkg
	// elem is set for a slice, an array, a pointer.
	elem *shape
	// length is that of an array, as written.
	length string
	// words and consts are those of a scale, member by member.
	words, consts []string
	// fields are those of a struct, in order.
	fields []field
}

type field struct {
	name, key string
	shape     *shape
}

var basics = map[string]shape{
	"string": {kind: kindString}, "bool": {kind: kindBool},
	"int": {kind: kindInt, bits: 64}, "int8": {kind: kindInt, bits: 8}, "int16": {kind: kindInt, bits: 16},
	"int32": {kind: kindInt, bits: 32}, "int64": {kind: kindInt, bits: 64},
	"uint": {kind: kindUint, bits: 64}, "uint8": {kind: kindUint, bits: 8}, "byte": {kind: kindUint, bits: 8},
	"uint16": {kind: kindUint, bits: 16}, "uint32": {kind: kindUint, bits: 32}, "uint64": {kind: kindUint, bits: 64},
	"float32": {kind: kindFloat, bits: 32}, "float64": {kind: kindFloat, bits: 64},
}

// named returns the shape of a type declared in p.
func (s *source) named(p *pkg, name string, outer []string) (*shape, error) {
	decl, ok := p.types[name]
	if !ok {
		return nil, fmt.Errorf("package %s declares no type %s", p.path, name)
	}
	full := p.path + "." + name
	for _, o := range outer {
		if o == full {
			return nil, fmt.Errorf("type %s contains itself", full)
		}
	}
	if isIdent(decl.expr, "uint8") {
		return scaleShape(p, name)
	}
	inner, err := s.shapeOf(p, decl.expr, decl.imports, append(outer[:len(outer):len(outer)], full))
	if err != nil {
		return nil, err
	}
	copied := *inner
	copied.pkg, copied.name = p, name
	return &copied, nil
}

func scaleShape(p *pkg, name string) (*shape, error) {
	first, size := utf8.DecodeRuneInString(name)
	list := string(unicode.ToLower(first)) + name[size:] + "Words"
	words, consts := p.lists[list], p.consts[name]
	if len(words) == 0 {
		return nil, fmt.Errorf("scale %s.%s: package has no list of words %s", p.name, name, list)
	}
	if len(words) > len(consts) {
		return nil, fmt.Errorf("scale %s.%s: %d words and %d constants", p.name, name, len(words), len(consts))
	}
	return &shape{kind: kindScale, pkg: p, name: name, words: words, consts: consts}, nil
}

func (s *source) shapeOf(p *pkg, expr ast.Expr, imports map[string]string, outer []string) (*shape, error) {
	switch t := expr.(type) {
	case *ast.Ident:
		if basic, ok := basics[t.Name]; ok && !p.names[t.Name] {
			basic.name = t.Name
			return &basic, nil
		}
		return s.named(p, t.Name, outer)
	case *ast.SelectorExpr:
		name, ok := t.X.(*ast.Ident)
		if !ok {
			break
		}
		other, err := s.load(imports[name.Name])
		if err != nil {
			return nil, fmt.Errorf("type %s.%s: %w", name.Name, t.Sel.Name, err)
		}
		return s.named(other, t.Sel.Name, outer)
	case *ast.ArrayType:
		elem, err := s.shapeOf(p, t.Elt, imports, outer)
		if err != nil {
			return nil, err
		}
		if t.Len == nil {
			return &shape{kind: kindSlice, elem: elem}, nil
		}
		if length, ok := t.Len.(*ast.BasicLit); ok && length.Kind == token.INT {
			return &shape{kind: kindArray, elem: elem, length: length.Value}, nil
		}
	case *ast.StarExpr:
		elem, err := s.shapeOf(p, t.X, imports, outer)
		if err != nil {
			return nil, err
		}
		if elem.kind == kindStruct {
			return &shape{kind: kindPointer, elem: elem}, nil
		}
	case *ast.StructType:
		return s.structShape(p, t, imports, outer)
	case *ast.MapType:
		return nil, errMap
	}
	return nil, fmt.Errorf("a type in %s cannot be written as a literal", last(outer, p.path))
}

// errMap is the refusal of a map, which has no order to be written in.
var errMap = errors.New("a map cannot be written as a literal")

func (s *source) structShape(p *pkg, t *ast.StructType, imports map[string]string, outer []string) (*shape, error) {
	result := &shape{kind: kindStruct}
	for _, f := range t.Fields.List {
		if len(f.Names) == 0 {
			return nil, fmt.Errorf("%s has an embedded field", last(outer, p.path))
		}
		for _, name := range f.Names {
			key := jsonKey(f, name.Name)
			if !name.IsExported() || key == "-" {
				continue
			}
			inner, err := s.shapeOf(p, f.Type, imports, outer)
			if errors.Is(err, errMap) {
				continue // a map is for packs: a key for it in a file is unknown
			}
			if err != nil {
				return nil, fmt.Errorf("field %s: %w", name.Name, err)
			}
			result.fields = append(result.fields, field{name.Name, key, inner})
		}
	}
	return result, nil
}

func jsonKey(f *ast.Field, name string) string {
	if f.Tag == nil {
		return name
	}
	tag, _ := strconv.Unquote(f.Tag.Value)
	key, _, _ := strings.Cut(reflect.StructTag(tag).Get("json"), ",")
	if key == "" {
		return name
	}
	return key
}

func last(names []string, otherwise string) string {
	if len(names) == 0 {
		return otherwise
	}
	return names[len(names)-1]
}
