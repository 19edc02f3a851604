package plan_test

import (
	"testing"

	"github.com/rapport-go/rapport/plan"
)

// BenchmarkCompose plans the case after the note at the door: 43 rows of 7 activities.
func BenchmarkCompose(b *testing.B) {
	brief, at := stalkedActor(20), day(20)
	p := compose(b, brief, at)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := plan.Compose(brief, at); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(len(p.Rows)), "rows")
	b.ReportMetric(float64(len(p.Entries)), "entries")
}
