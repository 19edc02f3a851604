package trust_test

import (
	"fmt"
	"math/rand/v2"
	"testing"
	"time"
	"unsafe"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/trust"
)

// year returns the first thousand signals of good service, about a year.
func year() []trust.Signal { return client().service(0, 366).signals[:1000] }

func BenchmarkAssess(b *testing.B) {
	signals := year()
	for name, list := range map[string][]trust.Signal{"in-order": signals, "shuffled": shuffled(rand.New(rand.NewPCG(1, 1)), signals)} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := trust.Assess(list, rapport.AudienceClient, day(366)); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkRecord(b *testing.B) {
	var tracker trust.Tracker
	l := trust.Ledger{Schema: trust.LedgerSchema, ID: "tower"}
	ids := make([]rapport.ID, 1<<16)
	for i := range ids {
		ids[i] = rapport.ID(fmt.Sprintf("s-%d", i))
	}
	kinds := []trust.Kind{trust.KindOnTimeOnPost, trust.KindGreetedWarmly, trust.KindTaskCompleted}
	at := start
	n := 0
	b.ReportAllocs()
	for b.Loop() {
		if n%3 == 0 {
			at = at.Add(24 * time.Hour)
		}
		if n == 1200 {
			l.Tallies, l.Seen, n, at = l.Tallies[:0], l.Seen[:0], 0, start
		}
		s := trust.Signal{ID: ids[n], Kind: kinds[n%3], Audience: rapport.AudienceClient, Source: trust.SourceRecord, At: at}
		if err := tracker.Record(&l, s, at); err != nil {
			b.Fatal(err)
		}
		n++
	}
}

func BenchmarkStanding(b *testing.B) {
	var tracker trust.Tracker
	l, err := tracker.Gather("tower", year())
	require.NoError(b, err)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := tracker.Standing(l, rapport.AudienceClient, day(366)); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkMerge(b *testing.B) {
	var tracker trust.Tracker
	signals := year()
	one, err := tracker.Gather("tower", signals[:500])
	require.NoError(b, err)
	two, err := tracker.Gather("tower", signals[500:])
	require.NoError(b, err)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := tracker.Merge(one, two); err != nil {
			b.Fatal(err)
		}
	}
}

// size returns the bytes of a ledger in memory, what is kept singly left out.
func size(l trust.Ledger) int {
	n := len(l.Tallies)*int(unsafe.Sizeof(trust.Tally{})) + len(l.Seen)*int(unsafe.Sizeof(trust.Seen{}))
	for _, o := range l.Opening {
		n += int(unsafe.Sizeof(o)) + len(o.Balances)*int(unsafe.Sizeof(trust.Balance{}))
	}
	return n
}

func TestAYearTakesTheRoomThatIsStated(t *testing.T) {
	var tracker trust.Tracker
	l, err := tracker.Gather("tower", year())
	require.NoError(t, err)
	told := size(l)
	long, err := tracker.Gather("tower", client().service(0, 366+trust.KeepDays+91).signals)
	require.NoError(t, err)
	folded, err := tracker.Fold(long, day(366+trust.KeepDays+91))
	require.NoError(t, err)
	years := float64(rapport.DateOf(start).DaysUntil(folded.Opening[0].Through)) / 365
	opening := trust.Ledger{Opening: folded.Opening}
	perYear := int(float64(size(opening)) / years)
	t.Logf("%d bytes a year told apart, %d folded; %d kept singly, %d bytes each", told, perYear, len(l.Kept), unsafe.Sizeof(trust.Signal{}))
	assert.Less(t, told, 56_000)
	assert.Less(t, perYear, 2_500)
	assert.LessOrEqual(t, unsafe.Sizeof(trust.Signal{}), uintptr(144))
	assert.LessOrEqual(t, len(l.Kept), 40)
}
