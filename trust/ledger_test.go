package trust_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/trust"
)

// stream returns random signals of several audiences over a number of days, in no order.
func stream(random *rand.Rand, n, over int) []trust.Signal {
	kinds := slices.DeleteFunc(trust.Standard().Kinds, func(k trust.KindEntry) bool { return k.Direction == trust.DirectionRefused })
	signals := make([]trust.Signal, 0, n)
	for i := range n {
		kind := kinds[random.IntN(len(kinds))]
		s := trust.Signal{
			ID: rapport.ID(fmt.Sprintf("s-%d", i)), Kind: kind.ID, Audience: kind.Audiences[random.IntN(len(kind.Audiences))],
			Source: trust.Source(1 + random.IntN(7)), At: start.Add(time.Duration(random.IntN(over*24*60)) * time.Minute),
		}
		if kind.ID == trust.KindLimitBitDisclosed || random.IntN(4) == 0 {
			s.Item = rapport.ID(fmt.Sprintf("item-%d", random.IntN(6)))
		}
		if random.IntN(6) == 0 {
			s.Evidence = "log-1"
		}
		signals = append(signals, s)
	}
	return signals
}

func shuffled(random *rand.Rand, signals []trust.Signal) []trust.Signal {
	list := slices.Clone(signals)
	random.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
	return list
}

func record(t testing.TB, tracker trust.Tracker, signals []trust.Signal) trust.Ledger {
	t.Helper()
	l := trust.Ledger{Schema: trust.LedgerSchema, ID: "tower"}
	for _, s := range signals {
		require.NoError(t, tracker.Record(&l, s, day(5000)))
	}
	return l
}

// sameStanding compares what an assessment and a ledger say, the ledger's ID apart.
func sameStanding(t *testing.T, want, got trust.Standing) {
	t.Helper()
	got.Relationship = ""
	require.Equal(t, want, got)
}

func TestALedgerEqualsTheHistoryToTheLastBit(t *testing.T) {
	streams := 10_000
	if testing.Short() {
		streams = 1000
	}
	var tracker trust.Tracker
	for seed := range streams {
		random := rand.New(rand.NewPCG(7, uint64(seed)))
		signals := stream(random, 1+random.IntN(40), 1+random.IntN(1200))
		audience := signals[random.IntN(len(signals))].Audience
		at := start.Add(time.Duration(random.IntN(1500*24)) * time.Hour)
		want, err := tracker.Assess(signals, audience, at)
		require.NoError(t, err)
		l := record(t, tracker, shuffled(random, signals))
		got, err := tracker.Standing(l, audience, at)
		require.NoError(t, err)
		sameStanding(t, want, got)

		folded, err := tracker.Fold(l, at)
		require.NoError(t, err)
		later := at.AddDate(0, 0, random.IntN(300))
		for _, moment := range []time.Time{at, later} {
			before, err := tracker.Standing(l, audience, moment)
			require.NoError(t, err)
			after, err := tracker.Standing(folded, audience, moment)
			require.NoError(t, err)
			require.Equal(t, before, after, "seed %d", seed)
		}
	}
}

func TestMergingIsAddition(t *testing.T) {
	var tracker trust.Tracker
	for seed := range 300 {
		random := rand.New(rand.NewPCG(8, uint64(seed)))
		signals := stream(random, 60, 1200)
		whole := record(t, tracker, signals)
		parts := make([]trust.Ledger, 3)
		for i := range parts {
			parts[i] = record(t, tracker, signals[i*20:(i+1)*20])
		}
		a, b, c := parts[0], parts[1], parts[2]
		merge := func(ledgers ...trust.Ledger) trust.Ledger {
			t.Helper()
			l, err := tracker.Merge(ledgers...)
			require.NoError(t, err)
			return l
		}
		require.Equal(t, whole, merge(a, b, c))
		require.Equal(t, whole, merge(c, b, a))
		require.Equal(t, merge(merge(a, b), c), merge(a, merge(b, c)))
		require.Equal(t, whole, merge(whole))

		fold := func(l trust.Ledger) trust.Ledger {
			t.Helper()
			l, err := tracker.Fold(l, day(1300))
			require.NoError(t, err)
			return l
		}
		a, b, c = fold(a), fold(b), fold(c)
		require.Equal(t, merge(merge(a, b), c), merge(a, merge(b, c)))
		require.Equal(t, merge(a, b, c), merge(c, a, b))
		audience := signals[0].Audience
		want, err := tracker.Standing(whole, audience, day(1300))
		require.NoError(t, err)
		got, err := tracker.Standing(fold(merge(a, b, c)), audience, day(1300))
		require.NoError(t, err)
		require.Equal(t, want, got, "folding and merging in any order is the same to the last bit")
	}
}

func TestMergingRefuses(t *testing.T) {
	var tracker trust.Tracker
	one := record(t, tracker, []trust.Signal{sign("s-1", trust.KindPromiseKept, 1)})
	held := sign("s-2", trust.KindPostUncovered, 1)
	two := record(t, tracker, []trust.Signal{held})
	other := one
	other.ID = "palace"
	for _, c := range []struct {
		name    string
		ledgers []trust.Ledger
		at      rapport.Pointer
		code    rapport.Code
	}{
		{"a ledger with itself", []trust.Ledger{one, one}, "/1", trust.CodeOverlap},
		{"two with a signal kept singly in common", []trust.Ledger{two, one, two}, "/2", trust.CodeOverlap},
		{"different relationships", []trust.Ledger{one, other}, "/1/id", trust.CodeOtherRelationship},
		{"nothing", nil, "", rapport.CodeRequired},
		{"a ledger without its ID", []trust.Ledger{{}}, "/0/id", rapport.CodeRequired},
		{"a newer ledger", []trust.Ledger{{Schema: "rapport/ledger/2", ID: "tower"}}, "/0/schema", rapport.CodeSchemaNewer},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := tracker.Merge(c.ledgers...)
			assertProblem(t, err, c.at, c.code)
		})
	}
}

func sign(id rapport.ID, kind trust.Kind, on int) trust.Signal {
	return trust.Signal{ID: id, Kind: kind, Audience: rapport.AudienceClient, Source: trust.SourceClient, At: day(on)}
}

func TestRecordingRefusesAndLeavesTheLedgerAsItIs(t *testing.T) {
	var tracker trust.Tracker
	l := record(t, tracker, client().service(0, 700).signals)
	l, err := tracker.Fold(l, day(700))
	require.NoError(t, err)
	require.NotEmpty(t, l.Opening)
	l.Kept = append(l.Kept, sign("kept", trust.KindPostUncovered, 700))
	before := bytesOf(t, l)
	for _, c := range []struct {
		name   string
		signal trust.Signal
		at     time.Time
		where  rapport.Pointer
		code   rapport.Code
	}{
		{"a signal of tomorrow", sign("x", trust.KindPromiseKept, 702), day(701), "/at", rapport.CodeAfterMoment},
		{"one of the folded past", sign("x", trust.KindPromiseKept, 10), day(701), "/at", trust.CodeBeforeOpening},
		{"one that was kept with another content", sign("kept", trust.KindPostUncovered, 699), day(701), "/id", trust.CodeOtherContent},
		{"an unknown kind", sign("x", "moonlight", 700), day(701), "/kind", rapport.CodeUnknownWord},
		{"what is no relationship", sign("x", trust.KindDistractorTeamRapport, 700), day(701), "/kind", trust.CodeNotOfTheRelationship},
		{"no moment", sign("x", trust.KindPromiseKept, 700), time.Time{}, "", rapport.CodeNoMoment},
	} {
		t.Run(c.name, func(t *testing.T) {
			err := tracker.Record(&l, c.signal, c.at)
			assertProblem(t, err, c.where, c.code)
			assert.Equal(t, before, bytesOf(t, l))
		})
	}
	assert.Error(t, tracker.Record(nil, sign("x", trust.KindPromiseKept, 1), day(2)))
	require.NoError(t, tracker.Record(&l, sign("kept", trust.KindPostUncovered, 700), day(701)), "the same again is no news")
	assert.Equal(t, before, bytesOf(t, l))
}

func TestASignalCountsOnce(t *testing.T) {
	var tracker trust.Tracker
	s := sign("s-1", trust.KindPromiseKept, 3)
	l := record(t, tracker, []trust.Signal{s, s, s})
	assert.Equal(t, record(t, tracker, []trust.Signal{s}), l)
	gathered, err := tracker.Gather("tower", []trust.Signal{s, s})
	require.NoError(t, err)
	assert.Equal(t, l, gathered)

	other := s
	other.Kind = trust.KindPromiseBroken
	_, err = tracker.Gather("tower", []trust.Signal{s, other})
	assertProblem(t, err, "/signals/1/id", trust.CodeOtherContent)
	other = s
	other.At = day(4)
	_, err = tracker.Gather("tower", []trust.Signal{s, other})
	assertProblem(t, err, "/signals/1/id", trust.CodeOtherContent)
	other = s
	other.Extensions = rapport.Extensions{"vendor.example/x": []byte("1")}
	_, err = tracker.Gather("tower", []trust.Signal{s, other})
	assertProblem(t, err, "/signals/1/id", trust.CodeOtherContent)
}

func TestAQueryBeforeTheFoldedPastIsRefused(t *testing.T) {
	var tracker trust.Tracker
	l := record(t, tracker, client().service(0, 700).signals)
	folded, err := tracker.Fold(l, day(700))
	require.NoError(t, err)
	_, err = tracker.Standing(folded, rapport.AudienceClient, day(500))
	assertProblem(t, err, "/at", trust.CodeBeforeOpening)
	assert.Less(t, len(folded.Tallies), len(l.Tallies))
	again, err := tracker.Fold(folded, day(700))
	require.NoError(t, err)
	assert.Equal(t, folded, again)
	_, err = tracker.Standing(folded, rapport.AudienceUnknown, time.Time{})
	assertProblem(t, err, "/at", rapport.CodeNoMoment)
	assertProblem(t, err, "/audience", rapport.CodeRequired)
}

func TestALedgerThatAHandHasLeftOutOfOrderIsRefused(t *testing.T) {
	tally := trust.Tally{On: rapport.MustDate("2026-01-05"), Audience: rapport.AudienceClient, Kind: trust.KindPromiseKept, Source: trust.SourceClient, Count: 1}
	unknown := tally
	unknown.Kind, unknown.Count = "moonlight", 0
	l := trust.Ledger{ID: "tower", Tallies: []trust.Tally{tally, tally, unknown, {}}, Seen: []trust.Seen{{Mark: 2}, {Mark: 1}},
		Kept:    []trust.Signal{sign("b", "moonlight", 3), sign("a", trust.KindPromiseKept, 2)},
		Opening: []trust.Opening{{Audience: rapport.AudienceClient, Through: rapport.MustDate("2026-01-05"), First: []rapport.Date{{}}, Balances: []trust.Balance{{On: rapport.MustDate("2027-01-05"), Kind: "moonlight", Source: 99}}}}}
	_, err := trust.Tracker{}.Standing(l, rapport.AudienceClient, day(100))
	for _, want := range []struct {
		at   rapport.Pointer
		code rapport.Code
	}{
		{"/ledger/tallies/1", trust.CodeOutOfOrder}, {"/ledger/tallies/2/kind", rapport.CodeUnknownWord}, {"/ledger/tallies/2/count", rapport.CodeOutOfRange},
		{"/ledger/tallies/3/on", rapport.CodeRequired}, {"/ledger/tallies/3/source", rapport.CodeRequired}, {"/ledger/tallies/3/audience", rapport.CodeRequired},
		{"/ledger/seen/1", trust.CodeOutOfOrder}, {"/ledger/kept/1", trust.CodeOutOfOrder}, {"/ledger/kept/0/kind", rapport.CodeUnknownWord},
		{"/ledger/opening/0/through", rapport.CodeOutOfRange}, {"/ledger/opening/0/first/0", rapport.CodeOutOfRange},
		{"/ledger/opening/0/balances/0/on", rapport.CodeOutOfRange}, {"/ledger/opening/0/balances/0/kind", rapport.CodeUnknownWord},
		{"/ledger/opening/0/balances/0/source", rapport.CodeOutOfRange}, {"/ledger/opening/0/balances/0/left", rapport.CodeOutOfRange},
	} {
		assertProblem(t, err, want.at, want.code)
	}
}

func assertProblem(t *testing.T, err error, at rapport.Pointer, code rapport.Code) {
	t.Helper()
	assert.True(t, slices.ContainsFunc(rapport.Problems(err), func(p *rapport.FieldError) bool { return p.Pointer == at && p.Code == code }), "%s at %q in:\n%v", code, at, err)
}

func TestVerbsChangeNoInputAndShareNoMemory(t *testing.T) {
	var tracker trust.Tracker
	signals := stream(rand.New(rand.NewPCG(1, 1)), 80, 900)
	for i := range signals {
		signals[i].Extensions = rapport.Extensions{"vendor.example/x": []byte("1")}
	}
	before := bytesOf(t, signals)
	l, err := tracker.Gather("tower", signals)
	require.NoError(t, err)
	l.Extensions = rapport.Extensions{"vendor.example/x": []byte("1")}
	held := bytesOf(t, l)
	folded, err := tracker.Fold(l, day(1000))
	require.NoError(t, err)
	merged, err := tracker.Merge(l)
	require.NoError(t, err)
	s, err := tracker.Standing(l, signals[0].Audience, day(1000))
	require.NoError(t, err)
	said := bytesOf(t, s)
	for _, other := range []trust.Ledger{folded, merged} {
		for i := range other.Kept {
			other.Kept[i].Extensions["vendor.example/x"][0] = '2'
		}
		for i := range other.Tallies {
			other.Tallies[i].Count = 9
		}
		other.Extensions["vendor.example/x"][0] = '2'
	}
	assert.Equal(t, held, bytesOf(t, l))
	assert.Equal(t, before, bytesOf(t, signals))
	s.MadeWith[0].Name = "changed"
	for i := range s.Repairs {
		s.Repairs[i].First[0], s.Repairs[i].Never[0] = "changed", "changed"
	}
	again, err := tracker.Standing(l, signals[0].Audience, day(1000))
	require.NoError(t, err)
	assert.Equal(t, said, bytesOf(t, again))
}

func TestAnAudienceWhoseWholePastIsFoldedIsStillCompared(t *testing.T) {
	var tracker trust.Tracker
	s := client().service(0, 900)
	s.audience = rapport.AudienceStaff
	for d := range 120 {
		s.add(d, trust.KindGreetedWarmly, trust.SourceThird).add(d, trust.KindRuleAppliedUnevenly, trust.SourceThird)
	}
	l := s.ledger(t)
	folded, err := tracker.Fold(l, day(620))
	require.NoError(t, err)
	for n := 620; n < 900; n += 40 {
		before, err := tracker.Standing(l, rapport.AudienceClient, day(n))
		require.NoError(t, err)
		after, err := tracker.Standing(folded, rapport.AudienceClient, day(n))
		require.NoError(t, err)
		require.Equal(t, before, after)
		require.Contains(t, kindsOf(after.Warnings), trust.WarningAudiencesDiffer)
	}
}
