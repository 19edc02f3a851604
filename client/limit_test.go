package client_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
)

func TestListsBeyondTheirLimitAreRefusedAtTheirPlace(t *testing.T) {
	cases := []struct {
		name  string
		limit int
		at    rapport.Pointer
		check func(n int) error
	}{
		{"evidence", client.MaxEvidence, "/evidence", func(n int) error { return client.Profile{Evidence: make([]client.Evidence, n)}.Validate() }},
		{"concerns", client.MaxConcerns, "/concerns", func(n int) error { return client.Profile{Concerns: make([]client.Concern, n)}.Validate() }},
		{"activities", client.MaxActivities, "/activities", func(n int) error { return client.Profile{Activities: make([]client.Activity, n)}.Validate() }},
		{"reactions", client.MaxReactions, "/reactions", func(n int) error { return client.Profile{Reactions: make([]client.Reaction, n)}.Validate() }},
		{"wishes", client.MaxWishes, "/wishes", func(n int) error { return client.Profile{Wishes: make([]client.Wish, n)}.Validate() }},
		{"posts of a site", client.MaxActivities, "/posts", func(n int) error { return client.Site{Posts: make([]client.Activity, n)}.Validate() }},
		{"contacts of a threat", client.MaxContacts, "/contacts", func(n int) error { return client.Threat{Contacts: make([]client.Contact, n)}.Validate() }},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			assert.False(t, rapport.HasCode(c.check(c.limit), client.CodeTooLarge), "the limit itself is allowed")
			assertProblem(t, c.check(c.limit+1), c.at, client.CodeTooLarge)
		})
	}
}

// crowded is a profile with as much evidence as there may be, each piece in hours of its own that lie
// within those of the piece before, and as many reactions in one setting, which the activities borrow.
func crowded() client.Profile {
	p := client.Profile{ID: "p"}
	for i := range client.MaxEvidence {
		from, _ := rapport.ClockAt(i/60, i%60)
		to, _ := rapport.ClockAt(23-i/60, 59-i%60)
		p.Evidence = append(p.Evidence, client.Evidence{ID: rapport.ID(fmt.Sprintf("e-%d", i)), Dimension: client.DimensionAnxiety,
			Kind: client.EvidenceSaidUnprompted, Level: rapport.LevelHigh, On: on("2027-02-01"), Hours: rapport.Hours{From: from, To: to}})
	}
	for i := range client.MaxReactions {
		p.Reactions = append(p.Reactions, client.Reaction{ID: rapport.ID(fmt.Sprintf("r-%d", i)), Element: client.ElementGuardPostUniform,
			Setting: client.SettingHome, Feeling: rapport.FeelingMinus1, On: on("2027-02-01")})
	}
	for i := range client.MaxActivities {
		settings := client.Standard().Settings
		p.Activities = append(p.Activities, client.Activity{ID: rapport.ID(fmt.Sprintf("a-%d", i)), Kind: client.ActivityHomeDay, Setting: settings[i%len(settings)].ID})
	}
	return p
}

func TestAProfileAtItsLimitsIsScored(t *testing.T) {
	s, err := client.Score(crowded(), now)
	require.NoError(t, err)
	assert.Len(t, s.Dimensions, client.MaxEvidence)
}

func BenchmarkScoreAtTheLimits(b *testing.B) {
	p := crowded()
	for b.Loop() {
		if _, err := client.Score(p, now); err != nil {
			b.Fatal(err)
		}
	}
}
