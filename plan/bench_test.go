package plan_test

import (
	"testing"
	"time"

	"github.com/rapport-go/rapport/plan"
)

// BenchmarkCompose plans four cases; each reports how large it is.
func BenchmarkCompose(b *testing.B) {
	cases := []struct {
		name  string
		brief plan.Brief
		at    time.Time
	}{
		{"actor", stalkedActor(20), day(20)},
		{"family", rich(), day(0)},
		{"executive", reluctantExecutive(30), day(30)},
		{"diplomat", diplomat(13), day(13)},
	}
	for _, c := range cases {
		b.Run(c.name, func(b *testing.B) {
			p := compose(b, c.brief, c.at)
			b.ReportAllocs()
			for b.Loop() {
				if _, err := plan.Compose(c.brief, c.at); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(p.Size.Columns), "columns")
			b.ReportMetric(float64(p.Size.Rows), "rows")
			b.ReportMetric(float64(p.Size.Nodes), "nodes")
		})
	}
}

// BenchmarkSensitivity finds what the plan of the actor hangs on.
func BenchmarkSensitivity(b *testing.B) {
	brief := stalkedActor(20)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := (plan.Planner{}).Sensitivity(brief, day(20)); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkCompare lays four levels of protection side by side.
func BenchmarkCompare(b *testing.B) {
	brief := stalkedActor(20)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := (plan.Planner{}).Compare(brief, day(20)); err != nil {
			b.Fatal(err)
		}
	}
}
