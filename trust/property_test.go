package trust_test

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/trust"
)

// rounding is one part in a million, the grain in which values are counted.
const rounding = 1e-6

func TestABadOneOutweighsAGoodOneOfItsSize(t *testing.T) {
	kinds := trust.Standard().Kinds
	for _, good := range kinds {
		for _, bad := range kinds {
			if good.Direction != trust.DirectionRaises || bad.Direction != trust.DirectionLowers || good.Weight != bad.Weight ||
				good.Audiences[0] != rapport.AudienceClient || bad.Audiences[0] != rapport.AudienceClient {
				continue
			}
			s := client().add(0, good.ID, trust.SourceClient).add(0, bad.ID, trust.SourceClient, about("item")).on(t, 0)
			assert.Less(t, s.Overall.Value, 0.5, "%s and %s", good.ID, bad.ID)
		}
	}
}

func TestManySmallKindnessesDoNotEraseABreach(t *testing.T) {
	s := leak(client().service(0, 400), 400)
	for d := 401; d < 580; d++ {
		for range 5 {
			s.add(d, trust.KindGreetedWarmly, trust.SourceClient).add(d, trust.KindSmallCourtesy, trust.SourceClient)
		}
		at := s.on(t, d)
		require.Equal(t, trust.StateBroken, at.State, "day %d", d)
		require.LessOrEqual(t, at.Value, 0.30)
	}
	at := s.on(t, 579)
	assert.Contains(t, kindsOf(at.Warnings), trust.WarningKindnessIsNotRepair)
	assert.Contains(t, kindsOf(at.Warnings), trust.WarningBreachNotTold)
}

func TestSilenceRaisesDoubtFirstAndNeverTrust(t *testing.T) {
	for seed := range 100 {
		random := rand.New(rand.NewPCG(3, uint64(seed)))
		signals := stream(random, 60, 300)
		for _, audience := range []rapport.Audience{rapport.AudienceClient, rapport.AudienceStaff} {
			before, err := trust.Assess(signals, audience, day(300))
			require.NoError(t, err)
			for d := 307; d < 1100; d += 7 {
				s, err := trust.Assess(signals, audience, day(d))
				require.NoError(t, err)
				require.LessOrEqual(t, s.Value, before.Value+2*rounding, "seed %d day %d", seed, d)
				require.LessOrEqual(t, s.Unheld, before.Unheld+2*rounding, "seed %d day %d", seed, d)
				require.GreaterOrEqual(t, s.Overall.Uncertainty, before.Overall.Uncertainty-2*rounding, "seed %d day %d", seed, d)
				require.LessOrEqual(t, s.Evidence, before.Evidence+2*rounding, "what is forgotten turns into doubt only")
				before = s
			}
		}
	}
	s := client().service(0, 200)
	now, soon := s.on(t, 199), s.on(t, 230)
	assert.Greater(t, soon.Overall.Uncertainty, now.Overall.Uncertainty+0.01)
	assert.InDelta(t, now.Value, soon.Value, 0.02, "doubt first")
	assert.Less(t, s.on(t, 400).Value, now.Value-0.08, "then the level")
}

func TestTheOrderOfSignalsChangesNothing(t *testing.T) {
	random := rand.New(rand.NewPCG(4, 4))
	signals := stream(random, 300, 500)
	for i := range signals {
		signals[i].At = signals[i].At.Truncate(12 * time.Hour)
	}
	for _, audience := range []rapport.Audience{rapport.AudienceClient, rapport.AudiencePublic} {
		want, err := trust.Assess(signals, audience, day(500))
		require.NoError(t, err)
		text := bytesOf(t, want)
		for range 100 {
			got, err := trust.Assess(shuffled(random, signals), audience, day(500))
			require.NoError(t, err)
			require.Equal(t, text, bytesOf(t, got))
		}
	}
}

func TestEverySignalMovesItsOwnDimensionOnly(t *testing.T) {
	for _, kind := range trust.Standard().Kinds {
		if kind.Direction == trust.DirectionRefused {
			continue
		}
		s := &story{audience: kind.Audiences[0]}
		s.add(0, kind.ID, trust.SourceClient, about("item"))
		at := s.on(t, 0)
		weighs := kind.Direction == trust.DirectionRaises || kind.Direction == trust.DirectionLowers
		for _, d := range at.Dimensions {
			moved := d.For != 0 || d.Against != 0
			assert.Equal(t, weighs && d.Dimension == kind.Dimension, moved, "%s on %s", kind.ID, d.Dimension)
		}
	}
}

func TestNoOrdinaryGoodSignalLiftsLowTrustToStrong(t *testing.T) {
	for seed := range 200 {
		random := rand.New(rand.NewPCG(5, uint64(seed)))
		signals := stream(random, 60, 300)
		before, err := trust.Assess(signals, rapport.AudienceClient, day(300))
		require.NoError(t, err)
		if before.State == trust.StateStrong || before.State == trust.StateWorking {
			continue
		}
		more := append(signals[:len(signals):len(signals)], sign("one-more", trust.KindPromiseKept, 300))
		after, err := trust.Assess(more, rapport.AudienceClient, day(300))
		require.NoError(t, err)
		require.NotEqual(t, trust.StateStrong, after.State, "seed %d", seed)
	}
}

func TestEveryVerdictSaysWhyAndWithoutItsCauseIsWeaker(t *testing.T) {
	s := leak(client().service(0, 400), 400)
	with := s.on(t, 401)
	assert.NotEmpty(t, with.Reasons)
	assert.Equal(t, int8(-3), with.Reasons[0].Weight)
	without := (&story{audience: s.audience, signals: s.signals[:len(s.signals)-1]}).on(t, 401)
	assert.Equal(t, trust.StateStrong, without.State)
	for _, r := range without.Reasons {
		assert.NotEqual(t, trust.CodeHeldBreachOpen, r.Code)
	}
	for _, s := range []trust.Standing{with, without} {
		said := map[rapport.Code]bool{}
		for _, r := range s.Reasons {
			said[r.Code] = true
		}
		assert.True(t, said[trust.CodePartPrivacy] && said[trust.CodePartProfessional] && said[trust.CodePartFeedback], "these three always stand there")
	}
}

func FuzzAssess(f *testing.F) {
	f.Add(uint64(1), uint16(40), int64(0))
	f.Add(uint64(9), uint16(400), int64(1<<40))
	f.Fuzz(func(t *testing.T, seed uint64, n uint16, moment int64) {
		random := rand.New(rand.NewPCG(seed, 0))
		signals := stream(random, int(n%500), 1000)
		at := time.Unix(moment%(1<<37), 0)
		s, err := trust.Assess(signals, rapport.AudienceClient, at)
		if err != nil {
			return
		}
		assert.True(t, s.Value >= 0 && s.Value <= 1 && s.Overall.Uncertainty >= 0 && s.Overall.Uncertainty <= 1)
		again, err := trust.Assess(shuffled(random, signals), rapport.AudienceClient, at)
		require.NoError(t, err)
		assert.Equal(t, s, again)
	})
}

func TestAPastDayIsReadAsItWasThen(t *testing.T) {
	for seed := range 100 {
		random := rand.New(rand.NewPCG(6, uint64(seed)))
		signals := stream(random, 80, 400)
		var known []trust.Signal
		for _, s := range signals {
			if !s.At.After(day(200).Truncate(24 * time.Hour).Add(24*time.Hour - 1)) {
				known = append(known, s)
			}
		}
		now, err := trust.Assess(signals, rapport.AudienceClient, day(200))
		require.NoError(t, err)
		then, err := trust.Assess(known, rapport.AudienceClient, day(200))
		require.NoError(t, err)
		require.Contains(t, bytesOf(t, now.Reasons), string(trust.CodeLaterLeftOut))
		now.Reasons, then.Reasons = nil, nil
		require.Equal(t, then, now, "seed %d", seed)
	}
}

func TestRepeatsCountLessAndLess(t *testing.T) {
	for kind, most := range map[trust.Kind]float64{trust.KindGreetedWarmly: 0.6, trust.KindWellbeingCheckScripted: 0.6, trust.KindOnTimeOnPost: 2, trust.KindPromiseKept: 4} {
		s, before, step := client(), 0.0, 1.0
		for n := range 60 {
			s.add(0, kind, trust.SourceClient)
			now := s.on(t, 0).Evidence * 2
			require.Greater(t, now, before, "%s: every one counts", kind)
			require.True(t, n == 0 || now-before <= step+2*rounding, "%s: and less than the one before", kind)
			require.Less(t, now, most)
			before, step = now, now-before
		}
	}
	bad := client().add(0, trust.KindCallMissed, trust.SourceClient).on(t, 0).Evidence
	twice := client().add(0, trust.KindCallMissed, trust.SourceClient).add(0, trust.KindCallMissed, trust.SourceClient).on(t, 0).Evidence
	assert.InDelta(t, 2*bad, twice, rounding, "what speaks against us does not saturate")
}

func TestDaysAreThoseOfUTCWhateverTheZone(t *testing.T) {
	moment := time.Date(2026, time.March, 1, 23, 30, 0, 0, time.UTC)
	in := func(zone *time.Location) trust.Standing {
		s, err := trust.Assess([]trust.Signal{{ID: "s", Kind: trust.KindPromiseKept, Audience: rapport.AudienceClient, Source: trust.SourceClient, At: moment.In(zone)}}, rapport.AudienceClient, moment.AddDate(0, 0, 9).In(zone))
		require.NoError(t, err)
		return s
	}
	assert.Equal(t, in(time.UTC), in(time.FixedZone("", 5*3600+45*60)))
	assert.Equal(t, in(time.UTC), in(time.FixedZone("", -11*3600)))
}

func TestTheSameBitsOnEveryMachine(t *testing.T) {
	hash := sha256.New()
	for seed := range 50 {
		random := rand.New(rand.NewPCG(9, uint64(seed)))
		signals := stream(random, 120, 700)
		for n := 100; n < 1000; n += 90 {
			s, err := trust.Assess(signals, rapport.AudienceClient, day(n))
			require.NoError(t, err)
			numbers := []float64{s.Value, s.Unheld, s.Evidence, s.Change, s.Overall.Belief, s.Overall.Disbelief, s.Overall.Uncertainty, s.Overall.Base}
			for _, m := range s.Movers {
				numbers = append(numbers, m.Share)
			}
			fused := trust.Fuse(s.Overall, s.Dimensions[0].Opinion, s.Dimensions[6].Opinion)
			require.NoError(t, binary.Write(hash, binary.BigEndian, append(numbers, fused.Belief, fused.Value)))
		}
	}
	assert.Equal(t, "200c791a8b69e72a1efd6c37b8f03490898336f3bc9e3cb06c5dbcd9959c98d4", hex.EncodeToString(hash.Sum(nil)))
}
