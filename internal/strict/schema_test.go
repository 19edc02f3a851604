package strict_test

import (
	"encoding/json"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rapport-go/rapport/internal/strict"
)

func options() strict.SchemaOptions {
	return strict.SchemaOptions{
		Enum: func(t reflect.Type) []string {
			if t == reflect.TypeFor[grade]() {
				return gradeWords
			}
			return nil
		},
		Pattern: func(t reflect.Type) string {
			if t == reflect.TypeFor[name]() {
				return "^.{0,9}$"
			}
			return ""
		},
	}
}

type object = map[string]any

func schemaOf(t *testing.T, v any) object {
	t.Helper()
	data, err := strict.Schema(reflect.TypeOf(v), options())
	require.NoError(t, err)
	var schema object
	require.NoError(t, json.Unmarshal(data, &schema))
	return schema
}

func TestSchemaOfSmallTypes(t *testing.T) {
	for sentence, c := range map[string]struct {
		value any
		want  string
	}{
		"a small integer has its range":           {int8(0), `{"type":"integer","minimum":-128,"maximum":127}`},
		"32 bits have their range":                {int32(0), `{"type":"integer","minimum":-2147483648,"maximum":2147483647}`},
		"an unsigned one starts at zero":          {uint16(0), `{"type":"integer","minimum":0,"maximum":65535}`},
		"64 bits have no bounds that are rounded": {uint64(0), `{"type":"integer","minimum":0}`},
		"a pointer may be null":                   {new(bool), `{"anyOf":[{"type":"boolean"},{"type":"null"}]}`},
		"bytes are base64":                        {[]byte{}, `{"type":"string","contentEncoding":"base64"}`},
		"an array has its length":                 {[2]float64{}, `{"type":"array","items":{"type":"number"},"minItems":2,"maxItems":2}`},
		"a scale lists its words":                 {grade(0), `{"type":"string","enum":["unknown","low","high"]}`},
		"keys of a map keep to their grammar":     {map[name]string{}, `{"type":"object","propertyNames":{"type":"string","pattern":"^.{0,9}$"},"additionalProperties":{"type":"string"}}`},
		"a type that reads itself is not null":    {own{}, `{"not":{"type":"null"}}`},
		"carried JSON is anything":                {json.RawMessage{}, `{}`},
	} {
		t.Run(sentence, func(t *testing.T) {
			got := schemaOf(t, c.value)
			delete(got, "$schema")
			data, err := json.Marshal(got)
			require.NoError(t, err)
			assert.JSONEq(t, c.want, string(data))
		})
	}
}

type forest []forest

type generic[T any] struct {
	Of T `json:"of"`
}

func TestSchemaOfNamedTypes(t *testing.T) {
	t.Run("types that contain themselves end", func(t *testing.T) {
		assert.Contains(t, schemaOf(t, document{})["$defs"], "strict_test.item")
		assert.Equal(t, object{"type": "array", "items": object{"$ref": "#/$defs/strict_test.forest"}}, schemaOf(t, forest{})["$defs"].(object)["strict_test.forest"])
	})
	t.Run("a generic type has a name fit for a reference", func(t *testing.T) {
		assert.Regexp(t, `^#/\$defs/[A-Za-z0-9._-]+$`, schemaOf(t, generic[[]int]{})["$ref"])
	})
	t.Run("the bytes are the same every time", func(t *testing.T) {
		first, _ := strict.Schema(reflect.TypeFor[document](), options())
		for range 50 {
			again, _ := strict.Schema(reflect.TypeFor[document](), options())
			require.Equal(t, string(first), string(again))
		}
	})
	t.Run("options may be missing", func(t *testing.T) {
		data, err := strict.Schema(reflect.TypeFor[name](), strict.SchemaOptions{})
		require.NoError(t, err)
		assert.NotContains(t, string(data), "pattern")
	})
	t.Run("types of one name are an error", func(t *testing.T) {
		first := func() any { type twin struct{ A int }; return twin{} }()
		second := func() any { type twin struct{ B int }; return twin{} }()
		both := reflect.StructOf([]reflect.StructField{{Name: "A", Type: reflect.TypeOf(first)}, {Name: "B", Type: reflect.TypeOf(second)}})
		_, err := strict.Schema(both, options())
		assert.Error(t, err)
	})
	t.Run("types without a strict form are an error", func(t *testing.T) {
		for _, v := range []any{make(chan int), []func(){}, map[int]int{}, struct{ *Shown }{}, nil} {
			_, err := strict.Schema(reflect.TypeOf(v), options())
			assert.Error(t, err)
		}
	})
}

// TestSchemaAndDecodeAgree holds documents against both.
func TestSchemaAndDecodeAgree(t *testing.T) {
	schema := schemaOf(t, document{})
	for sentence, c := range map[string]struct {
		data string
		want bool
	}{
		"a full document":              {full, true},
		"an empty one":                 {`{}`, true},
		"null":                         {`null`, false},
		"an unknown field":             {`{"x":1}`, false},
		"an unknown field deep inside": {`{"self":{"items":[{"id":"a","next":{"id":"b","x":1}}]}}`, false},
		"a wrong type":                 {`{"map":{"k":[]}}`, false},
		"a word outside its scale":     {`{"grades":["middle"]}`, false},
		"a text outside its pattern":   {`{"name":"much too long"}`, false},
		"a number outside its range":   {`{"i8":128}`, false},
		"a negative unsigned number":   {`{"u16":-1}`, false},
		"a fraction":                   {`{"i64":1.5}`, false},
		"a short array":                {`{"pair":[1]}`, false},
		"a long array":                 {`{"pair":[1,2,3]}`, false},
		"null for a pointer":           {`{"self":null,"ptrs":[null]}`, true},
		"null for a list":              {`{"items":null}`, false},
		"null for carried JSON":        {`{"raw":null,"any":null}`, true},
		"null for a type of its own":   {`{"own":null}`, false},
		"a flattened field":            {`{"deep":1,"flag":false}`, true},
		"an ignored field":             {`{"Gone":"x"}`, false},
	} {
		t.Run(sentence, func(t *testing.T) {
			var v any
			require.NoError(t, json.Unmarshal([]byte(c.data), &v))
			_, faults := decode(c.data)
			assert.Equal(t, c.want, len(faults) == 0, "Decode")
			assert.Equal(t, c.want, fits(schema, schema, v), "Schema")
		})
	}
}

// fits is as much of a JSON Schema validator as the schemas of this package need.
func fits(root, schema object, v any) bool {
	if ref, ok := schema["$ref"].(string); ok {
		return fits(root, root["$defs"].(object)[strings.TrimPrefix(ref, "#/$defs/")].(object), v)
	}
	if not, ok := schema["not"].(object); ok && fits(root, not, v) {
		return false
	}
	if any, ok := schema["anyOf"].([]any); ok {
		return slices.ContainsFunc(any, func(s interface{}) bool { return fits(root, s.(object), v) })
	}
	want := schema["type"]
	switch v := v.(type) {
	case nil:
		return want == nil || want == "null"
	case bool:
		return want == nil || want == "boolean"
	case string:
		return fitsText(schema, v)
	case float64:
		return fitsNumber(schema, v)
	case []any:
		low, bounded := schema["minItems"].(float64)
		if want != nil && want != "array" || bounded && float64(len(v)) != low {
			return false
		}
		items, _ := schema["items"].(object)
		return !slices.ContainsFunc(v, func(e any) bool { return !fits(root, items, e) })
	}
	return fitsObject(root, schema, v.(object))
}

func fitsText(schema object, s string) bool {
	if words, ok := schema["enum"].([]any); ok && !slices.Contains(words, any(s)) {
		return false
	}
	if pattern, ok := schema["pattern"].(string); ok && !regexp.MustCompile(pattern).MatchString(s) {
		return false
	}
	return schema["type"] == nil || schema["type"] == "string"
}

func fitsNumber(schema object, f float64) bool {
	if low, ok := schema["minimum"].(float64); ok && f < low {
		return false
	}
	if high, ok := schema["maximum"].(float64); ok && f > high {
		return false
	}
	switch schema["type"] {
	case "integer":
		return f == float64(int64(f)) || f > 1<<62
	case nil, "number":
		return true
	}
	return false
}

func fitsObject(root, schema, v object) bool {
	if schema["type"] == nil {
		return true
	}
	properties, _ := schema["properties"].(object)
	for key, value := range v {
		inner, known := properties[key].(object)
		if !known {
			inner, known = schema["additionalProperties"].(object)
		}
		if !known || !fits(root, inner, value) {
			return false
		}
	}
	return schema["type"] == "object"
}
