package trust_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/trust"
)

var kindWords = trust.KindWords{Name: "A name", Means: "What is seen."}

// harbour is a pack with one entry in every list that a pack may extend.
func harbour() trust.Catalogue {
	return trust.Catalogue{
		Name: "harbour.example/words", Version: "2",
		Kinds: []trust.KindEntry{
			{ID: "harbour.example/berth-kept", Dimension: trust.DimensionReliability, Direction: trust.DirectionRaises, Weight: trust.WeightMajor, HalfLife: 120, Ceiling: 400, Grade: trust.GradeHard, Audiences: []rapport.Audience{rapport.AudienceClient}, Marks: []trust.Mark{trust.MarkContact}, EN: kindWords},
			{ID: "harbour.example/cargo-opened", Dimension: trust.DimensionDiscretion, Direction: trust.DirectionLowers, Weight: trust.WeightGrave, HalfLife: 540, Grade: trust.GradeFault, Audiences: []rapport.Audience{rapport.AudienceClient}, Playbook: "harbour.example/cargo", Window: 90, EN: kindWords},
			{ID: "harbour.example/tide", Direction: trust.DirectionRefused, EN: kindWords},
		},
		Playbooks:   []trust.PlaybookEntry{{ID: "harbour.example/cargo", Rechecks: []int{30}, EN: trust.PlaybookWords{Name: "A name", First: []string{"Stop it"}, Show: []string{"The seal"}, Recheck: "On day 30", Never: []string{"Deny it"}}}},
		Handover:    []trust.HandoverEntry{{ID: "harbour.example/radio", Phase: "before", EN: "The channel list"}},
		Touchpoints: []trust.TouchpointEntry{{ID: "harbour.example/horn", Worry: rapport.LevelLow, EN: "A horn at dusk"}},
		Warnings:    []trust.WarningEntry{{ID: trust.WarningContactGap, EN: trust.WarningWords{Says: "No talk for {0} days.", Next: "Go aboard"}}},
		Outlooks:    []trust.OutlookEntry{{ID: trust.ProspectOpen, EN: "Either way: {0}."}},
	}
}

func withPacks(t *testing.T, packs ...trust.Catalogue) trust.Tracker {
	t.Helper()
	tracker, err := trust.NewTracker(trust.Config{Packs: packs})
	require.NoError(t, err)
	return tracker
}

func TestTheVerbsUseTheEntriesOfAPack(t *testing.T) {
	tracker := withPacks(t, harbour())
	s := client()
	for d := range 40 {
		s.add(d, "harbour.example/berth-kept", trust.SourceClient)
	}
	s.add(30, "harbour.example/cargo-opened", trust.SourceClient)
	standing, err := tracker.Assess(s.signals, s.audience, day(120))
	require.NoError(t, err)
	assert.Equal(t, trust.StateBroken, standing.State)
	assert.Equal(t, []string{"Stop it"}, standing.Repairs[0].First)
	assert.Len(t, standing.MadeWith, 2)
	assert.Contains(t, kindsOf(standing.Warnings), trust.WarningContactGap)
	for _, w := range standing.Warnings {
		if w.Kind == trust.WarningContactGap {
			assert.Equal(t, "No talk for 120 days.", w.Text)
			assert.Equal(t, "Go aboard", w.Next)
			assert.Equal(t, rapport.UrgencySevenDays, w.Urgency)
		}
	}
	_, err = tracker.Assess([]trust.Signal{sign("x", "harbour.example/tide", 1)}, s.audience, day(2))
	assertProblem(t, err, "/signals/0/kind", trust.CodeNotOfTheRelationship)
	_, err = trust.Assess(s.signals, s.audience, day(120))
	assertProblem(t, err, "/signals/0/kind", rapport.CodeUnknownWord)
	assert.NoError(t, tracker.CheckSignal(s.signals[0]))

	l, err := tracker.Gather("port", s.signals)
	require.NoError(t, err)
	outlook, err := tracker.Outlook(l, rapport.AudiencePublic, rapport.Date{}, day(120))
	require.NoError(t, err)
	assert.Equal(t, "Either way: ask, and listen.", outlook.Text)
	e, err := tracker.Engage(l, trust.Circle{Audience: s.audience, Visibility: rapport.VisibilityCovert, Worry: rapport.LevelLow}, day(120))
	require.NoError(t, err)
	assert.Contains(t, e.Reassurance.Signs, trust.TouchpointEntry{ID: "harbour.example/horn", Worry: rapport.LevelLow, EN: "A horn at dusk"})
}

func TestTheOrderOfPacksMeansNothingAndTheyStayTheCallersOwn(t *testing.T) {
	other := trust.Catalogue{Name: "other.example/words", Version: "1", Handover: []trust.HandoverEntry{{ID: "other.example/b", Phase: "after", EN: "A line"}, {ID: "other.example/a", Phase: "after", EN: "A line"}}}
	assert.Equal(t, withPacks(t, harbour(), other), withPacks(t, other, harbour()))
	pack := harbour()
	tracker := withPacks(t, pack)
	pack.Kinds[0].Marks[0], pack.Playbooks[0].EN.First[0] = trust.MarkTask, "changed"
	kind, _ := tracker.Kind("harbour.example/berth-kept")
	assert.Equal(t, trust.MarkContact, kind.Marks[0])
	playbook, _ := tracker.Playbook("harbour.example/cargo")
	assert.Equal(t, "Stop it", playbook.EN.First[0])
}

func TestEveryProblemOfAPackIsNamedAtItsPlace(t *testing.T) {
	_, err := trust.NewTracker(trust.Config{
		Numbers: trust.Numbers{NegativeWeight: 50, Share: 10, Working: 20, Strong: 100, Margin: 5},
		Packs: []trust.Catalogue{{
			Name: "bad.example/words", Version: "1",
			Kinds: []trust.KindEntry{
				{ID: "bad.example/a", EN: kindWords},
				{ID: "bad.example/b", Direction: trust.DirectionRaises, HalfLife: 31, Ceiling: 61, Audiences: []rapport.Audience{0, 99}, Marks: []trust.Mark{0, 99}, EN: kindWords},
				{ID: "bad.example/c", Direction: trust.DirectionNeutral, Weight: trust.WeightMinor, Audiences: []rapport.Audience{rapport.AudienceClient}, Window: 5, EN: kindWords},
				{ID: "bad.example/d", Direction: 99, Dimension: 99, Weight: 99, Grade: 99, Loop: 99, Repair: 99, Playbook: "bad.example/none", EN: kindWords},
				{ID: "bad.example/e", Direction: trust.DirectionLowers, Dimension: trust.DimensionEmpathy, Weight: trust.WeightGrave, Grade: trust.GradeFault, HalfLife: 30, Ceiling: 60, Window: 9999, Audiences: []rapport.Audience{rapport.AudienceClient}, EN: kindWords},
				{ID: trust.KindPromiseKept, Direction: trust.DirectionLowers, EN: kindWords},
				{ID: "bad.example/f", Direction: trust.DirectionRefused, EN: trust.KindWords{Name: "A name", Means: "This will never happen."}},
			},
			Playbooks:   []trust.PlaybookEntry{{ID: "bad.example/a", EN: trust.PlaybookWords{Name: "A", Recheck: "B"}}, {ID: "bad.example/b", Rechecks: []int{9, 3}, EN: trust.PlaybookWords{Name: "A", Recheck: "B"}}},
			Handover:    []trust.HandoverEntry{{ID: "bad.example/a", Phase: "later", EN: "A"}},
			Touchpoints: []trust.TouchpointEntry{{ID: "bad.example/a", EN: "A"}},
			Warnings:    []trust.WarningEntry{{ID: "bad.example/a", Urgency: rapport.UrgencyNow, EN: trust.WarningWords{Says: "A", Next: "B"}}},
			Outlooks:    []trust.OutlookEntry{{ID: "bad.example/a", EN: "A"}},
		}},
	})
	for _, want := range []struct {
		at   rapport.Pointer
		code rapport.Code
	}{
		{"/numbers/negative_weight", rapport.CodeOutOfRange}, {"/numbers/share", rapport.CodeOutOfRange}, {"/numbers/working", rapport.CodeOutOfRange}, {"/numbers/strong", rapport.CodeOutOfRange}, {"/numbers/margin", rapport.CodeOutOfRange},
		{"/packs/0/kinds/0/direction", rapport.CodeRequired}, {"/packs/0/kinds/0/audiences", rapport.CodeRequired},
		{"/packs/0/kinds/1/dimension", rapport.CodeRequired}, {"/packs/0/kinds/1/weight", rapport.CodeRequired}, {"/packs/0/kinds/1/grade", rapport.CodeRequired},
		{"/packs/0/kinds/1/half_life", rapport.CodeOutOfRange}, {"/packs/0/kinds/1/ceiling", rapport.CodeOutOfRange},
		{"/packs/0/kinds/1/audiences/0", rapport.CodeRequired}, {"/packs/0/kinds/1/audiences/1", rapport.CodeOutOfRange}, {"/packs/0/kinds/1/marks/0", rapport.CodeRequired}, {"/packs/0/kinds/1/marks/1", rapport.CodeOutOfRange},
		{"/packs/0/kinds/2/weight", rapport.CodeOutOfRange}, {"/packs/0/kinds/2/window", rapport.CodeOutOfRange}, {"/packs/0/kinds/2/playbook", rapport.CodeRequired},
		{"/packs/0/kinds/3/direction", rapport.CodeOutOfRange}, {"/packs/0/kinds/3/dimension", rapport.CodeOutOfRange}, {"/packs/0/kinds/3/grade", rapport.CodeOutOfRange}, {"/packs/0/kinds/3/loop", rapport.CodeOutOfRange}, {"/packs/0/kinds/3/repair", rapport.CodeOutOfRange}, {"/packs/0/kinds/3/playbook", rapport.CodeUnknownWord},
		{"/packs/0/kinds/4/ceiling", rapport.CodeOutOfRange}, {"/packs/0/kinds/4/window", rapport.CodeOutOfRange},
		{"/packs/0/kinds/5/id", rapport.CodePackBuiltIn}, {"/packs/0/kinds/6/en/means", rapport.CodePackWording},
		{"/packs/0/playbooks/0/rechecks", rapport.CodeRequired}, {"/packs/0/playbooks/1/rechecks/1", rapport.CodeOutOfRange},
		{"/packs/0/handover/0/phase", rapport.CodeOutOfRange}, {"/packs/0/touchpoints/0/worry", rapport.CodeRequired},
		{"/packs/0/warnings/0/id", trust.CodeClosedList}, {"/packs/0/outlooks/0/id", trust.CodeClosedList},
	} {
		assertProblem(t, err, want.at, want.code)
	}
}

func TestAFirmsOwnNumbersAreUsedAndSaid(t *testing.T) {
	tracker, err := trust.NewTracker(trust.Config{Numbers: trust.Numbers{NegativeWeight: 400, Working: 70, Strong: 95}})
	require.NoError(t, err)
	s := client().service(0, 200).add(190, trust.KindPostUncovered, trust.SourceClient)
	own, err := tracker.Assess(s.signals, s.audience, day(199))
	require.NoError(t, err)
	assert.Less(t, own.Value, s.on(t, 199).Value)
	said := func(s trust.Standing) bool {
		return slices.ContainsFunc(s.Reasons, func(r rapport.Reason) bool { return r.Code == trust.CodeOwnNumbers })
	}
	assert.True(t, said(own))
	assert.False(t, said(s.on(t, 199)))
}

// TestAnyMarkOnAnyKindIsReadWithoutHarm puts every mark, step and playbook of this package on kinds of a pack
// in every direction, with and without an item.
func TestAnyMarkOnAnyKindIsReadWithoutHarm(t *testing.T) {
	pack := trust.Catalogue{Name: "marks.example/words", Version: "1"}
	for m := range int(trust.MarkSpreads) {
		for d := range int(trust.DirectionExternal) {
			mark, direction := trust.Mark(m+1), trust.Direction(d+1)
			kind := trust.KindEntry{ID: trust.Kind("marks.example/" + mark.String() + "-" + direction.String()), Direction: direction,
				Audiences: []rapport.Audience{rapport.AudienceClient, rapport.AudienceStaff}, Marks: []trust.Mark{mark}, EN: kindWords}
			switch direction {
			case trust.DirectionRaises:
				kind.Ceiling = 200
			case trust.DirectionLowers:
				kind.Playbook, kind.Window = trust.PlaybookRespect, 30
			default:
			}
			if direction == trust.DirectionRaises || direction == trust.DirectionLowers {
				kind.Dimension, kind.Weight, kind.HalfLife, kind.Grade = trust.DimensionEmpathy, trust.WeightOrdinary, 60, trust.GradeSoft
			}
			pack.Kinds = append(pack.Kinds, kind)
		}
	}
	tracker := withPacks(t, pack)
	for _, item := range []rapport.ID{"", "item"} {
		s := client()
		for i, kind := range pack.Kinds {
			s.add(i, kind.ID, trust.SourceClient, about(item)).add(i, kind.ID, trust.SourceThird, func(s *trust.Signal) { s.Audience = rapport.AudienceStaff })
		}
		for n := 0; n < 500; n += 25 {
			_, err := tracker.Assess(s.signals, s.audience, day(n))
			require.NoError(t, err)
		}
		l, err := tracker.Gather("tower", s.signals)
		require.NoError(t, err)
		_, err = tracker.Engage(l, trust.Circle{Audience: s.audience}, day(60))
		require.NoError(t, err)
		_, err = tracker.Outlook(l, s.audience, rapport.Date{}, day(60))
		require.NoError(t, err)
		_, err = tracker.Loops(l, day(60))
		require.NoError(t, err)
	}
}
