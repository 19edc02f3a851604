package client_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
)

// full is a profile with 12 activities, 10 concerns, 20 reactions and 18 pieces of evidence.
func full() client.Profile {
	c := client.Standard()
	p := msA()
	p.Evidence, p.Concerns, p.Activities, p.Reactions = nil, nil, nil, nil
	id := func(prefix string, i int) rapport.ID { return rapport.ID(fmt.Sprintf("%s-%d", prefix, i)) }
	for i := range 18 {
		p.Evidence = append(p.Evidence, client.Evidence{ID: id("e", i), Dimension: c.Dimensions[i%9].ID, Kind: c.Evidence[i%11].ID,
			Level: rapport.Level(i%5 + 1), On: on("2027-02-01"), Setting: c.Settings[i].ID})
	}
	for i := range 10 {
		p.Concerns = append(p.Concerns, client.Concern{ID: id("k", i), Kind: c.Concerns[i].ID, Emotion: rapport.Level(i%5 + 1), Avoidance: rapport.LevelLow})
	}
	for i := range 12 {
		p.Activities = append(p.Activities, client.Activity{ID: id("a", i), Kind: c.Activities[i*4].ID, Weekly: []rapport.Hours{window("08:00", "09:00", rapport.DayMon, rapport.DayTue)}})
	}
	for i := range 20 {
		p.Reactions = append(p.Reactions, client.Reaction{ID: id("r", i), Element: c.Elements[i*2].ID, Setting: c.Settings[i*2].ID, Feeling: rapport.Feeling(i%7 + 1), On: on("2027-02-01")})
	}
	return p
}

func BenchmarkScore(b *testing.B) {
	p := full()
	_, err := client.Score(p, now)
	require.NoError(b, err)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := client.Score(p, now); err != nil {
			b.Fatal(err)
		}
	}
}
