package wording

import (
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestScoresFromCountsAreThePublishedOnes(t *testing.T) {
	for _, c := range []struct {
		words, sentences, syllables int
		ease, grade                 float64
	}{
		{5, 1, 7, 83.320, 2.880},
		{99, 11, 139, 78.918, 4.488},
		{1, 1, 1, 121.220, -3.400},
	} {
		assert.InDelta(t, c.ease, Ease(c.words, c.sentences, c.syllables), 0.0005)
		assert.InDelta(t, c.grade, Grade(c.words, c.sentences, c.syllables), 0.0005)
	}
}

func TestNothingToReadScoresNothing(t *testing.T) {
	for _, text := range []string{"", "   \n", "... !? – %", "1. \n2. "} {
		assert.Equal(t, Readability{}, Measure(text), "%q", text)
	}
	for _, counts := range [][3]int{{0, 0, 0}, {5, 0, 7}, {0, 1, 0}, {-1, 1, 1}, {1, -1, 1}} {
		assert.Zero(t, Ease(counts[0], counts[1], counts[2]))
		assert.Zero(t, Grade(counts[0], counts[1], counts[2]))
	}
}

func TestMeasureScoresItsOwnCounts(t *testing.T) {
	got := Measure("The officer waits. You decide.")
	assert.Equal(t, Readability{
		Words: 5, Sentences: 2, Syllables: 8, Ease: Ease(5, 2, 8), Grade: Grade(5, 2, 8),
	}, got)
}

func TestMeasureCountsWordsAndSentences(t *testing.T) {
	for _, c := range []struct {
		name, text       string
		words, sentences int
	}{
		{"one word without a mark", "Yes", 1, 1},
		{"two sentences", "We wait. You decide.", 4, 2},
		{"a run of marks ends one sentence", "Really?! Yes…", 2, 2},
		{"marks inside quotation marks", "He said “Stop.” She stopped.", 5, 2},
		{"a bracket closes after the point", "We wait (at the gate.) Then we go.", 8, 2},
		{"hyphens join words", "A well-known, two-way door.", 4, 1},
		{"a dash parts words", "We wait – you decide.", 4, 1},
		{"apostrophes stay inside words", "It’s the officers' don't.", 4, 1},
		{"titles end no sentence", "Mr. Lee met Dr. Ray. They spoke.", 7, 2},
		{"a single letter ends one", "We meet Ms A. She waits.", 6, 2},
		{"e.g. ends no sentence", "Bring a card, e.g. a pass. Thanks.", 7, 2},
		{"p.m. before a small letter", "At 6 p.m. we leave.", 5, 1},
		{"p.m. before a capital", "We leave at 6 p.m. You stay.", 7, 2},
		{"times of day and numbers", "From 18:30 to 19.15, about 1,000 guests.", 7, 1},
		{"per cent signs are no words", "It is 5 % more.", 4, 1},
		{"a blank is a word", "We meet at {meeting_place}. Then we go.", 7, 2},
		{"a lone brace is none", "We meet { here.", 3, 1},
		{"list items without points", "We bring:\n- a car\n- two radios", 6, 3},
		{"bullets", "• one\n• two", 2, 2},
		{"numbered items", "1. Call us.\n2) Wait inside\n10. Open up", 6, 3},
		{"a number at the end of a line wrapped", "We were\n12. Now we are ten.", 6, 2},
		{"a wrapped line", "We wait\nat the gate.", 5, 1},
		{"a blank line", "At the gate\n\nWe wait.", 5, 2},
		{"a blank line of Windows", "At the gate\r\n \r\nWe wait.", 5, 2},
		{"an address on the web", "See example.org today.", 4, 1},
	} {
		got := Measure(c.text)
		assert.Equal(t, []int{c.words, c.sentences}, []int{got.Words, got.Sentences}, c.name)
	}
}

func TestSyllablesOfThePublishedWords(t *testing.T) {
	for word, want := range map[string]int{
		"couple": 2, "us": 1, "too": 1, "monopoly": 4, "creative": 3, "every": 3, "life": 1, "through": 1,
		"hello": 2, "sentences": 3,
	} {
		assert.Equal(t, want, syllables(word), word)
		assert.Equal(t, want, syllables(strings.ToUpper(word)), word)
	}
}

func TestSyllablesOfNumbersBlanksAndAbbreviations(t *testing.T) {
	for text, want := range map[string]int{
		"18:30": 4, "1,000": 4, "7": 1, "CCTV": 4, "GPS": 3, "K9": 2, "{place}": blankSyllables, "well-known": 2,
		"café": 2, "hmm": 1, "e.g": 2, "Mr": 2, "Δ": 1,
	} {
		assert.Equal(t, want, syllables(text), text)
	}
}

func TestSyllablesAreRightForMostCommonWords(t *testing.T) {
	const words = `safety:2 safely:2 something:2 sometimes:2 statement:2 officer:3 security:4 protection:3
		information:4 document:3 usually:4 really:2 serious:3 previous:3 question:2 doing:2 police:2 camera:3
		vehicle:3 family:3 children:2 house:1 houses:2 times:1 places:2 changes:2 watches:2 called:1 wanted:2
		agreement:3 settled:2 noticed:2 asked:1 client:2 audience:3 society:4 anxiety:4 earlier:3 easiest:3
		created:3 reaction:3 reached:1 radio:3 violent:3 million:2 video:3 individual:5 guards:1 language:2
		value:2 lawyer:2 flying:2 marriage:2 special:2 experience:4 patient:2 completely:3 table:2 whole:1
		reasonable:4 measures:2 nobody:3 anything:3 immediately:5 emergency:4 neighbour:2 hours:1 because:2
		decided:3 choices:2 quietly:3 privacy:3 schedule:2 journey:2 homeless:2 review:2 played:1 carries:2
		response:2 relationship:4 opinion:3 decision:3 evaluate:4 continue:3 argue:2 league:1 vague:1
		boundary:3 cashier:2 soldier:2 walked:1 household:2 forehead:2 somehow:2 warehouse:2 Wednesday:2 friend:1 area:3 everybody:4`
	fields := strings.Fields(words)
	var wrong []string
	for _, field := range fields {
		word, count, _ := strings.Cut(field, ":")
		want, err := strconv.Atoi(count)
		assert.NoError(t, err)
		if got := syllables(word); got != want {
			wrong = append(wrong, word+" "+strconv.Itoa(got))
		}
	}
	assert.GreaterOrEqual(t, len(fields), 60)
	assert.LessOrEqual(t, 10*len(wrong), len(fields), "wrong: %v", wrong)
}

func TestLongWordsAreCountedWithoutEnd(t *testing.T) {
	assert.Equal(t, longestWord/2, syllables(strings.Repeat("ba", 1000)))
}
