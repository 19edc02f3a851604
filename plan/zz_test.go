package plan_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/rapport-go/rapport/plan"
)

func TestZZ(t *testing.T) {
	b := stalkedActor(14)
	p := compose(t, b, day(14))
	for _, e := range p.Entries {
		fmt.Println(e.Measure, e.Activity, "|", e.WhyNow, "|", e.Without, "|", e.OpenLaw)
	}
	for _, r := range p.Risks {
		fmt.Println(r.Threat, r.Activity, r.Setting, r.Level, r.Exposure, r.Likelihood, r.Harm, r.Risk)
	}
	for _, b := range p.Balances {
		fmt.Printf("%+v\n", b)
	}
	for _, d := range p.Disruptions {
		fmt.Println(d.Activity, d.Entry, d.Alternative, d.Reasons)
	}
	for _, w := range p.Wishes {
		fmt.Println(w.Kind, w.Kept, w.Reasons)
	}
	for _, w := range p.Concerns {
		fmt.Println(w.Kind, w.Covered, w.Reasons)
	}
	fmt.Println(p.Readiness, p.Work, p.Size, p.Burden, p.Bound)
	began := time.Now()
	x, err := plan.Planner{}.Compare(b, day(14))
	fmt.Println(err, time.Since(began))
	for _, o := range x.Offers {
		fmt.Println(o.Tier, o.Hours, len(o.Below), o.Decides, o.Text, o.Plan.Balances[0].Protection.Score, o.Plan.Balances[0].Comfort.Score, o.Plan.Balances[0].Privacy.Score)
	}
	began = time.Now()
	fl, err := plan.Planner{}.Sensitivity(b, day(14))
	fmt.Println(err, time.Since(began), len(fl))
	for _, f := range fl {
		fmt.Println(f.Threat, f.ToLevel, f.Measure, f.Kind, f.Band, f.ToBand, f.Came, f.Went, f.Unmet, f.Burden-p.Burden)
	}
	a := stalkedActor(14)
	a.Threats = a.Threats[:1]
	began = time.Now()
	c, err := plan.Planner{}.Contrast(b, a, day(14))
	fmt.Println(err, time.Since(began))
	for _, e := range c.Difference.Went {
		fmt.Println("went", e.Name, e.Reasons)
	}
	for _, e := range c.Difference.Came {
		fmt.Println("came", e.Name, e.Reasons)
	}
	for _, e := range c.Causes {
		fmt.Println("cause", e)
	}
}
