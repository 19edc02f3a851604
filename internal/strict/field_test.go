package strict_test

import (
	"encoding/json"
	"reflect"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rapport-go/rapport/internal/strict"
)

type left struct {
	Same   int
	Tagged int `json:"Mark"`
	Only   int `json:"only"`
	Top    int `json:"top"`
}

type right struct {
	Same int
	Mark int
	Low  grade
}

type Grade grade

func TestFieldsAreThoseOfTheStandardDecoder(t *testing.T) {
	type outer struct {
		Top int `json:"top"`
		left
		right
		Grade
		Inner right `json:"inner"`
		small int
		Skip  int `json:"-"`
	}
	fields, err := strict.Fields(reflect.TypeFor[outer]())
	require.NoError(t, err)
	names := map[string][]int{}
	for _, f := range fields {
		names[f.Name] = f.Index
	}
	assert.Equal(t, map[string][]int{"top": {0}, "Mark": {1, 1}, "only": {1, 2}, "Low": {2, 2}, "Grade": {3}, "inner": {4}}, names)

	written, err := json.Marshal(outer{small: 1})
	require.NoError(t, err)
	var standard map[string]any
	require.NoError(t, json.Unmarshal(written, &standard))
	for name := range standard {
		assert.Contains(t, names, name)
	}
	assert.Len(t, standard, len(names))
}
