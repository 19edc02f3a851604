package strict

import (
	"bytes"
	"encoding/json"
	"errors"
	"maps"
	"math"
	"reflect"
	"strings"
)

// SchemaOptions adds what Go types do not say. Both fields may be nil.
type SchemaOptions struct {
	// Enum returns the words of a closed scale in order, and nil for any other type.
	Enum func(reflect.Type) []string
	// Pattern returns the regular expression (ECMA-262, anchored) of a text type, and "" for none.
	Pattern func(reflect.Type) string
}

// Schema returns the JSON Schema (2020-12) of t as indented JSON with sorted keys. What it refuses,
// Decode refuses too. It says less than Decode: nothing of repeated keys, of validators, or of types
// that read their own JSON. No field is required, since Decode takes an absent field as nothing said.
//
// Named composite types stand in $defs under their package and name ("client.Profile"). It is an error
// if a type has no strict JSON form, or if two types share such a name.
func Schema(t reflect.Type, opts SchemaOptions) ([]byte, error) {
	if t == nil {
		return nil, errors.New("strict: no type to describe")
	}
	w := schemaWriter{shapes: shapes{}, opts: opts, names: map[string]reflect.Type{}, defs: node{}}
	root := w.node(t)
	if w.err != nil {
		return nil, w.err
	}
	document := node{"$schema": "https://json-schema.org/draft/2020-12/schema"}
	if len(w.defs) > 0 {
		document["$defs"] = w.defs
	}
	maps.Copy(document, root)
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	err := encoder.Encode(document)
	return out.Bytes(), err
}

// node is one JSON Schema.
type node map[string]any

type schemaWriter struct {
	shapes shapes
	opts   SchemaOptions
	names  map[string]reflect.Type
	defs   node
	err    error
}

// node returns the schema of t: a reference where t is a named composite type.
func (w *schemaWriter) node(t reflect.Type) node {
	switch w.shapes.of(t).form {
	case formStruct, formMap, formList, formArray:
		if t.Name() != "" {
			return w.reference(t)
		}
	}
	return w.body(t)
}

func (w *schemaWriter) reference(t reflect.Type) node {
	name := strings.Map(func(r rune) rune {
		if strings.ContainsRune("._-", r) || '0' <= r && r <= '9' || 'A' <= r && r <= 'Z' || 'a' <= r && r <= 'z' {
			return r
		}
		return '_' // the brackets and slashes of a generic type
	}, t.String())
	switch other, taken := w.names[name]; {
	case !taken:
		w.names[name] = t
		w.defs[name] = w.body(t)
	case other != t:
		w.fail("two types share the name " + name)
	}
	return node{"$ref": "#/$defs/" + name}
}

func (w *schemaWriter) fail(text string) {
	if w.err == nil {
		w.err = errors.New("strict: " + text)
	}
}

func (w *schemaWriter) body(t reflect.Type) node {
	switch s := w.shapes.of(t); s.form {
	case formStruct:
		return w.object(s)
	case formMap:
		return node{"type": "object", "propertyNames": w.text(t.Key()), "additionalProperties": w.node(t.Elem())}
	case formList:
		return node{"type": "array", "items": w.node(t.Elem())}
	case formArray:
		return node{"type": "array", "items": w.node(t.Elem()), "minItems": t.Len(), "maxItems": t.Len()}
	case formPointer:
		return node{"anyOf": []node{w.node(t.Elem()), {"type": "null"}}}
	case formTime:
		return node{"type": "string", "format": "date-time"}
	case formText, formString:
		return w.text(t)
	case formBytes:
		return node{"type": "string", "contentEncoding": "base64"}
	case formBool:
		return node{"type": "boolean"}
	case formNumber, formFloat:
		return node{"type": "number"}
	case formInt, formUint:
		return integer(t)
	case formAny, formRaw:
		return node{}
	case formCustom:
		return node{"not": node{"type": "null"}}
	}
	w.fail(t.String() + " has no strict JSON form")
	return node{}
}

func (w *schemaWriter) object(s *shape) node {
	properties := node{}
	for _, f := range s.fields {
		properties[f.Name] = w.node(f.Type)
	}
	return node{"type": "object", "properties": properties, "additionalProperties": false}
}

func (w *schemaWriter) text(t reflect.Type) node {
	n := node{"type": "string"}
	if w.opts.Enum != nil {
		if words := w.opts.Enum(t); words != nil {
			n["enum"] = words
		}
	}
	if w.opts.Pattern != nil {
		if pattern := w.opts.Pattern(t); pattern != "" {
			n["pattern"] = pattern
		}
	}
	return n
}

// integer states the range of t. A range of 64 bits is left out: many readers of schemas hold numbers as
// floats and would round its bounds.
func integer(t reflect.Type) node {
	n := node{"type": "integer"}
	unsigned := formOf(t) == formUint
	if unsigned {
		n["minimum"] = 0
	}
	switch bits := t.Bits(); {
	case bits > 32:
	case unsigned:
		n["maximum"] = uint64(math.MaxUint64) >> (64 - bits)
	default:
		n["minimum"], n["maximum"] = int64(math.MinInt64)>>(64-bits), int64(math.MaxInt64)>>(64-bits)
	}
	return n
}
