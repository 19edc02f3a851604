package trust_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/trust"
)

// verdict is what a professional says of a story on a day.
type verdict struct {
	day   int
	state trust.State
	trend trust.Trend
}

const (
	unknown = trust.StateUnknown
	broken  = trust.StateBroken
	guarded = trust.StateGuarded
	working = trust.StateWorking
	strong  = trust.StateStrong
	early   = trust.TrendUnknown
	falling = trust.TrendFalling
	fading  = trust.TrendFading
	steady  = trust.TrendSteady
	rising  = trust.TrendRising
)

func neglect() *story {
	s := client().service(0, 366)
	s.duties(366, 731)
	for d := 397; d < 731; d += 30 {
		s.add(d, trust.KindManagementVisitSkipped, trust.SourceClient)
	}
	for d := 410; d < 731; d += 45 {
		s.add(d, trust.KindFeedbackLate, trust.SourceClient).add(d+8, trust.KindReportLateOrThin, trust.SourceClient)
	}
	for d := 430; d < 731; d += 60 {
		s.add(d, trust.KindCallMissed, trust.SourceClient).add(d+12, trust.KindClientReteachesSite, trust.SourceClient)
	}
	return s
}

func leak(s *story, on int) *story {
	return s.add(on, trust.KindLeakWithHarm, trust.SourceClient, about("leak"))
}

func turnover() *story {
	s := client().service(0, 541)
	for i, d := range []int{200, 240, 275} {
		item := about(rapport.ID(fmt.Sprintf("post-%d", i)))
		s.add(d, trust.KindPersonnelChangeUnannounced, trust.SourceClient, item).add(d+1, trust.KindHandoverMissing, trust.SourceClient, item)
	}
	return s.add(276, trust.KindTurnoverRepeat, trust.SourceRecord)
}

func incidentsOnly() *story {
	s := client().duties(0, 361)
	for d := 15; d < 361; d += 30 {
		s.add(d, trust.KindIncidentContact, trust.SourceRecord)
		if d%60 == 15 {
			s.add(d, trust.KindIncidentHandledWell, trust.SourceRecord)
		}
	}
	return s.add(120, trust.KindIncidentHandledPoorly, trust.SourceClient).add(240, trust.KindIncidentHandledPoorly, trust.SourceClient)
}

func overPromising() *story {
	s := client().service(0, 181)
	for _, d := range []int{3, 10, 40} {
		s.add(d, trust.KindOverPromiseMade, trust.SourceClient)
	}
	for _, d := range []int{34, 62, 85, 110} {
		s.add(d, trust.KindPromiseBroken, trust.SourceClient)
	}
	return s
}

func repairedLeak() *story {
	s := leak(client().service(0, 901), 400)
	s.add(400, trust.KindRepairToldAtOnce, trust.SourceClient, about("leak")).add(402, trust.KindRepairOwned, trust.SourceClient, about("leak"))
	s.add(420, trust.KindRepairIndependentCheck, trust.SourceClient, about("leak")).add(440, trust.KindRepairChangeShown, trust.SourceClient, about("leak"))
	return s.add(495, trust.KindRepairRecheckPassed, trust.SourceClient, about("leak"))
}

func favours() *story {
	s := client().service(0, 366)
	for d := 20; d < 366; d += 4 {
		s.add(d, trust.KindFavourOffScope, trust.SourceClient)
	}
	return s.add(100, trust.KindFavourHabit, trust.SourceClient).add(250, trust.KindFavourHabit, trust.SourceClient)
}

func quiet() *story {
	return client().service(0, 211).service(300, 366)
}

// TestHistoriesAreReadAsAProfessionalReadsThem holds invented histories against the verdicts of somebody
// who has seen many.
func TestHistoriesAreReadAsAProfessionalReadsThem(t *testing.T) {
	for _, c := range []struct {
		name     string
		story    *story
		verdicts []verdict
	}{
		{"two years of steady service: strong after the first months, then little is added", client().service(0, 731),
			[]verdict{{13, unknown, early}, {30, working, early}, {90, working, steady}, {180, strong, steady}, {365, strong, steady}, {730, strong, steady}}},
		{"slow neglect: every duty done, and the client looks around", neglect(),
			[]verdict{{365, strong, steady}, {420, working, falling}, {480, guarded, falling}, {730, guarded, falling}}},
		{"a harmful leak, told, and nothing changed: broken however long it lasts", leak(client().service(0, 601), 400).add(400, trust.KindRepairToldAtOnce, trust.SourceClient, about("leak")).add(401, trust.KindRepairOwned, trust.SourceClient, about("leak")),
			[]verdict{{399, strong, steady}, {400, broken, falling}, {490, broken, steady}, {600, broken, steady}}},
		{"a silent quarter: doubt first, then the level, and contact brings it back", quiet(),
			[]verdict{{180, strong, steady}, {210, strong, steady}, {299, working, fading}, {365, strong, steady}}},
		{"three new faces in ten weeks: continuity alone holds the whole down", turnover(),
			[]verdict{{199, strong, steady}, {205, working, falling}, {280, guarded, falling}, {540, working, steady}}},
		{"contact only when something goes wrong: competent strangers", incidentsOnly(),
			[]verdict{{30, unknown, early}, {90, unknown, early}, {150, guarded, falling}, {360, guarded, steady}}},
		{"a failure and honest bad news at once", client().service(0, 331).add(150, trust.KindPostUncovered, trust.SourceClient).add(150, trust.KindBadNewsToldPromptly, trust.SourceClient),
			[]verdict{{149, strong, steady}, {152, working, falling}, {330, strong, steady}}},
		{"the same failure, heard elsewhere", client().service(0, 301).add(150, trust.KindPostUncovered, trust.SourceClient).add(154, trust.KindBadNewsHeardElsewhere, trust.SourceClient),
			[]verdict{{149, strong, steady}, {155, working, falling}, {300, working, steady}}},
		{"over-promising from the first week", overPromising(),
			[]verdict{{35, guarded, early}, {90, guarded, falling}, {180, guarded, steady}}},
		{"a leak whose way back is walked", repairedLeak(),
			[]verdict{{399, strong, steady}, {401, broken, falling}, {441, broken, rising}, {579, broken, steady}, {581, guarded, steady}, {900, working, steady}}},
		{"one uncovered night after a good year: a dent", client().service(0, 531).add(400, trust.KindPostUncovered, trust.SourceClient),
			[]verdict{{399, strong, steady}, {400, working, falling}, {530, strong, steady}}},
		{"two in a fortnight: a pattern", client().service(0, 601).add(400, trust.KindPostUncovered, trust.SourceClient).add(414, trust.KindPostUncovered, trust.SourceClient),
			[]verdict{{414, working, falling}, {490, working, steady}, {600, working, steady}}},
		{"duties done and nothing else: that is not trust", client().duties(0, 366),
			[]verdict{{30, unknown, early}, {365, unknown, early}}},
		{"a made-up record and silence about it", client().service(0, 601).add(400, trust.KindRecordFalsified, trust.SourceClient),
			[]verdict{{400, broken, falling}, {600, broken, steady}}},
		{"favours all year buy nothing", favours(),
			[]verdict{{99, working, steady}, {365, strong, steady}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			for _, v := range c.verdicts {
				s := c.story.on(t, v.day)
				held := ""
				for _, r := range s.Reasons {
					if len(r.Code) > 10 && r.Code[:11] == "trust/held-" {
						held = string(r.Code)
					}
				}
				t.Logf("day %d: %s %s value %.2f unheld %.2f u %.2f %s", v.day, s.State, s.Trend, s.Value, s.Unheld, s.Overall.Uncertainty, held)
				assert.Equal(t, v.state, s.State, "day %d", v.day)
				assert.Equal(t, v.trend, s.Trend, "day %d", v.day)
			}
		})
	}
}
