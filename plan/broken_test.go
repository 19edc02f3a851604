package plan_test

import (
	"encoding/json"
	"math"
	"reflect"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/internal/fill"
	"github.com/rapport-go/rapport/plan"
)

// leaves lists every value of a brief that holds no other.
func leaves(v reflect.Value, list []reflect.Value) []reflect.Value {
	if v.CanInterface() && v.Type() == reflect.TypeFor[time.Time]() {
		return append(list, v)
	}
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			list = leaves(v.Field(i), list)
		}
	case reflect.Slice:
		for i := range v.Len() {
			list = leaves(v.Index(i), list)
		}
	default:
		if v.CanSet() {
			list = append(list, v)
		}
	}
	return list
}

// spoil puts something else into a leaf: nothing, what is in no scale, grammar or catalogue, or what stands
// elsewhere in the brief.
func spoil(d *dice, v reflect.Value, others []reflect.Value) {
	switch {
	case v.Type() == reflect.TypeFor[time.Time]():
		v.Set(reflect.ValueOf(pick(d, []time.Time{{}, day(1), time.Date(-5, 1, 1, 0, 0, 0, 0, time.UTC), time.Date(12_000, 1, 1, 0, 0, 0, 0, time.UTC)})))
	case v.Kind() == reflect.Uint8:
		v.SetUint(uint64(pick(d, []int{0, 1, 2, 99, 255})))
	case v.Kind() == reflect.Int:
		v.SetInt(int64(pick(d, []int{-1, 0, 1, math.MaxInt})))
	case v.Kind() == reflect.Bool:
		v.SetBool(d.below(2) == 0)
	case v.Kind() == reflect.String:
		v.SetString(pick(d, []string{"", "not in order", "nothing-known", "vendor.example/nothing", "home", "p-0"}))
		if o := pick(d, others); o.Kind() == reflect.String && d.below(3) == 0 {
			v.SetString(o.String())
		}
	default: // a map or an interface stays
	}
}

// copied returns a brief that shares no list with the given one.
func copied(t *testing.T, b plan.Brief) plan.Brief {
	t.Helper()
	data, err := json.Marshal(b)
	require.NoError(t, err)
	var c plan.Brief
	require.NoError(t, json.Unmarshal(data, &c))
	return c
}

// TestABrokenBriefIsRefusedOrPlanned spoils briefs in one to four places: Compose never panics, gives
// nothing with an error, names no problem twice, and a plan it gives can be stored.
func TestABrokenBriefIsRefusedOrPlanned(t *testing.T) {
	bases := []plan.Brief{stalkedActor(14), crowded(), fill.Of[plan.Brief](), {}}
	for seed := range 20 {
		bases = append(bases, anyBrief(seed))
	}
	refused, planned := 0, 0
	for seed := range 800 {
		d := dice(seed*104729 + 11)
		d.below(2)
		b := copied(t, pick(&d, bases))
		all := leaves(reflect.ValueOf(&b).Elem(), nil)
		for range 1 + d.below(4) {
			spoil(&d, pick(&d, all), all)
		}
		b.Nodes = min(b.Nodes, 100)
		at := day(14)
		if d.below(20) == 0 {
			at = time.Time{}
		}
		p, err := plan.Compose(b, at)
		if err != nil {
			refused++
			assert.Empty(t, p.Schema, "no plan beside an error")
			require.NotEmpty(t, rapport.Problems(err))
			assertOnePerPlace(t, err)
			continue
		}
		planned++
		_, err = json.Marshal(p)
		assert.NoError(t, err, "seed %d", seed)
	}
	assert.Greater(t, refused, 500)
	assert.Greater(t, planned, 50)
}
