package catalogue

import (
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// literals writes values as Go expressions for one package, and remembers what has to be imported and
// what was wrong.
type literals struct {
	target  *pkg
	imports map[string]bool
	faults  []error
}

func (l *literals) fault(at string, format string, args ...any) {
	l.faults = append(l.faults, fmt.Errorf(at+": "+format, args...))
}

// expr returns the value as an expression of the shape. Where the type is clear from around it (an
// element of a slice), elided leaves it out.
func (l *literals) expr(at string, n node, s *shape, elided bool) string {
	switch s.kind {
	case kindString:
		if text, ok := n.value.(string); ok {
			return strconv.Quote(text)
		}
		l.fault(at, "wants a string, is %s", n.kind())
	case kindBool:
		if value, ok := n.value.(bool); ok {
			return strconv.FormatBool(value)
		}
		l.fault(at, "wants a boolean, is %s", n.kind())
	case kindInt, kindUint, kindFloat:
		return l.number(at, n, s)
	case kindScale:
		return l.member(at, n, s)
	case kindStruct:
		return l.prefix(s, elided) + "{" + strings.Join(l.fields(at, n, s), ", ") + "}"
	case kindPointer:
		text := l.expr(at, n, s.elem, elided)
		if elided {
			return text
		}
		return "&" + text
	case kindSlice, kindArray:
		return l.prefix(s, elided) + l.list(at, n, s)
	}
	return ""
}

func (l *literals) prefix(s *shape, elided bool) string {
	if elided {
		return ""
	}
	return l.typeName(s)
}

func (l *literals) number(at string, n node, s *shape) string {
	number, ok := n.value.(json.Number)
	if !ok {
		l.fault(at, "wants a number, is %s", n.kind())
		return ""
	}
	var err error
	switch s.kind {
	case kindInt:
		_, err = strconv.ParseInt(number.String(), 10, s.bits)
	case kindUint:
		_, err = strconv.ParseUint(number.String(), 10, s.bits)
	default:
		_, err = strconv.ParseFloat(number.String(), s.bits)
	}
	if err != nil {
		l.fault(at, "number %s does not fit its field", number)
	}
	return number.String()
}

func (l *literals) member(at string, n node, s *shape) string {
	word, ok := n.value.(string)
	if !ok {
		l.fault(at, "wants a word of %s, is %s", s.name, n.kind())
		return ""
	}
	i := slices.Index(s.words, word)
	if i < 0 {
		l.fault(at, "%q is no word of %s", word, s.name)
		return ""
	}
	return l.qualified(s.pkg, s.consts[i])
}

func (l *literals) list(at string, n node, s *shape) string {
	elements, ok := n.value.([]node)
	if !ok {
		l.fault(at, "wants an array, is %s", n.kind())
		return ""
	}
	texts := make([]string, len(elements))
	for i, element := range elements {
		texts[i] = l.expr(fmt.Sprintf("%s/%d", at, i), element, s.elem, true)
	}
	return "{" + strings.Join(texts, ", ") + "}"
}

// fields returns the "Name: value" pairs of a struct literal, in the order of the fields.
func (l *literals) fields(at string, n node, s *shape) []string {
	o, ok := n.value.(object)
	if !ok {
		l.fault(at, "wants an object, is %s", n.kind())
		return nil
	}
	for _, key := range o.keys {
		if !slices.ContainsFunc(s.fields, func(f field) bool { return f.key == key }) {
			l.fault(at+"/"+key, "no field has this key")
		}
	}
	var pairs []string
	for _, f := range s.fields {
		value, given := o.fields[f.key]
		if !given {
			continue
		}
		text := l.expr(at+"/"+f.key, value, f.shape, false)
		if !zero(value, f.shape) {
			pairs = append(pairs, f.name+": "+text)
		}
	}
	return pairs
}

// zero reports whether the field would have the value anyway. An empty array is not nil and stays.
func zero(n node, s *shape) bool {
	switch v := n.value.(type) {
	case string:
		return v == "" || s.kind == kindScale && v == s.words[0]
	case bool:
		return !v
	case json.Number:
		f, err := v.Float64()
		return err == nil && f == 0
	case object:
		return len(v.keys) == 0 && s.kind == kindStruct
	}
	return false
}

func (l *literals) typeName(s *shape) string {
	switch {
	case s.pkg != nil:
		return l.qualified(s.pkg, s.name)
	case s.kind == kindSlice:
		return "[]" + l.typeName(s.elem)
	case s.kind == kindArray:
		return "[" + s.length + "]" + l.typeName(s.elem)
	case s.kind == kindPointer:
		return "*" + l.typeName(s.elem)
	}
	return s.name
}

func (l *literals) qualified(p *pkg, name string) string {
	if p == l.target {
		return name
	}
	l.imports[p.path] = true
	return p.name + "." + name
}
