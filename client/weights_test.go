package client_test

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
)

// assertWeights compares with published weights, to half a unit of their last decimal.
func assertWeights(t *testing.T, want, got []float64, within float64) {
	t.Helper()
	require.Len(t, got, len(want))
	for i := range want {
		assert.InDelta(t, want[i], got[i], within, "place %d", i+1)
	}
}

// The weights of Barron and Barrett 1996.
func TestCentroidWeightsAreThePublishedOnes(t *testing.T) {
	for n, want := range map[int][]float64{
		0: {},
		1: {1},
		2: {.75, .25},
		3: {.6111, .2778, .1111},
		4: {.5208, .2708, .1458, .0625},
		5: {.4567, .2567, .1567, .0900, .0400},
	} {
		assertWeights(t, want, client.CentroidWeights(n), .00005)
	}
	assert.Empty(t, client.CentroidWeights(-1))
}

// The weights of Stillwell, Seaver and Edwards 1981.
func TestRankSumWeightsAreThePublishedOnes(t *testing.T) {
	assertWeights(t, []float64{.4, .3, .2, .1}, client.RankSumWeights(4), 1e-12)
	assert.Empty(t, client.RankSumWeights(0))
	assert.Empty(t, client.RankSumWeights(-1))
}

func TestAScorerMayWeighByRankSum(t *testing.T) {
	s, err := client.NewScorer(client.Config{Weighing: client.WeighingRankSum})
	require.NoError(t, err)
	p := client.Profile{ID: "p", Priorities: [][]client.Need{{client.NeedPrivacy}, {client.NeedComfort}, {client.NeedAutonomy}, {client.NeedProtection}}}
	scores, err := s.Score(p, now)
	require.NoError(t, err)
	assert.InDelta(t, .4, scores.Weight(client.NeedPrivacy), 1e-12)
	assert.InDelta(t, .1, scores.Weight(client.NeedProtection), 1e-12)
	assert.InDelta(t, 25./48, score(t, p).Weight(client.NeedPrivacy), 1e-12, "the standard scorer weighs by centroid")
	_, err = client.NewScorer(client.Config{Weighing: 9})
	assertProblem(t, err, "/weighing", rapport.CodeOutOfRange)
}

// drinks is Saaty's example of how often drinks are drunk: coffee, wine, tea, beer, soda, milk, water.
var drinks = [][]float64{
	{1, 9, 5, 2, 1, 1, 1. / 2},
	{1. / 9, 1, 1. / 3, 1. / 9, 1. / 9, 1. / 9, 1. / 9},
	{1. / 5, 3, 1, 1. / 3, 1. / 4, 1. / 3, 1. / 9},
	{1. / 2, 9, 3, 1, 1. / 2, 1, 1. / 3},
	{1, 9, 4, 2, 1, 2, 1. / 2},
	{1, 9, 3, 1, 1. / 2, 1, 1. / 3},
	{2, 9, 9, 3, 2, 3, 1},
}

// leader is the example of choosing a leader: experience, education, charisma, age.
var leader = [][]float64{
	{1, 4, 3, 7},
	{1. / 4, 1, 1. / 3, 3},
	{1. / 3, 3, 1, 5},
	{1. / 7, 1. / 3, 1. / 5, 1},
}

func TestPairwiseWeightsAreThePublishedOnes(t *testing.T) {
	p, err := client.WeightsFromPairs(drinks, client.RandomIndexSaaty2005)
	require.NoError(t, err)
	assertWeights(t, []float64{.177, .019, .042, .116, .190, .129, .327}, p.Weights, .0005)
	assert.InDelta(t, 7.1766, p.LambdaMax, .00005)
	assert.InDelta(t, .022, p.Ratio, .0005)
	assert.Equal(t, rapport.AnswerYes, p.Consistent)
	assert.Equal(t, [][]int{{6}, {4}, {0}, {5}, {3}, {2}, {1}}, p.Ranking)

	p, err = client.WeightsFromPairs(drinks, client.RandomIndexDoneganDodd)
	require.NoError(t, err)
	assert.InDelta(t, .0235, p.Ratio, .00005, "another table gives another ratio")

	p, err = client.WeightsFromPairs(leader, client.RandomIndexSaaty2005)
	require.NoError(t, err)
	assertWeights(t, []float64{.548, .127, .270, .056}, p.Weights, .0005)
	assert.InDelta(t, .044, p.Ratio, .0005)

	older, err := client.WeightsFromPairs(leader, client.RandomIndexSaatyOlder)
	require.NoError(t, err)
	assert.Less(t, older.Ratio, p.Ratio, "the older table allows more")
}

func TestJudgementsThatContradictOneAnotherAreSaidToBeInconsistent(t *testing.T) {
	p, err := client.WeightsFromPairs([][]float64{{1, 9, 1. / 9}, {1. / 9, 1, 9}, {9, 1. / 9, 1}}, client.RandomIndexUnknown)
	require.NoError(t, err)
	assert.Equal(t, rapport.AnswerNo, p.Consistent)
	assert.Greater(t, p.Ratio, 1.)
	assert.Equal(t, [][]int{{0, 1, 2}}, p.Ranking, "going round in a circle ranks nothing")
}

func TestOneOrTwoThingsAlwaysAgree(t *testing.T) {
	p, err := client.WeightsFromPairs([][]float64{{1}}, client.RandomIndexUnknown)
	require.NoError(t, err)
	assert.Equal(t, []float64{1}, p.Weights)
	p, err = client.WeightsFromPairs([][]float64{{1, 3}, {1. / 3, 1}}, client.RandomIndexUnknown)
	require.NoError(t, err)
	assertWeights(t, []float64{.75, .25}, p.Weights, 1e-9)
	assert.Equal(t, rapport.AnswerYes, p.Consistent)
	assert.Zero(t, p.Ratio)
}

func TestJudgementsThatCannotBeReadAreNamedAtTheirPlace(t *testing.T) {
	big := make([][]float64, 9)
	for i := range big {
		big[i] = []float64{1, 1, 1, 1, 1, 1, 1, 1, 1}
	}
	cases := []struct {
		name   string
		matrix [][]float64
		table  client.RandomIndex
		at     rapport.Pointer
		code   rapport.Code
	}{
		{"nothing", nil, 0, "/judgements", rapport.CodeRequired},
		{"a row too short", [][]float64{{1, 2}, {1}}, 0, "/judgements/1", client.CodePairsNotSquare},
		{"a judgement that misses its counterpart", [][]float64{{1, 2}, {1, 1}}, 0, "/judgements/1/0", client.CodePairsNotReciprocal},
		{"a thing that outweighs itself", [][]float64{{2, 1}, {1, 1}}, 0, "/judgements/0/0", client.CodePairsNotReciprocal},
		{"a judgement beyond nine", [][]float64{{1, 12}, {1. / 12, 1}}, 0, "/judgements/0/1", rapport.CodeOutOfRange},
		{"a negative one", [][]float64{{1, -2}, {-.5, 1}}, 0, "/judgements/0/1", rapport.CodeOutOfRange},
		{"no number", [][]float64{{1, math.NaN()}, {1, 1}}, 0, "/judgements/0/1", rapport.CodeOutOfRange},
		{"no end", [][]float64{{1, math.Inf(1)}, {0, 1}}, 0, "/judgements/0/1", rapport.CodeOutOfRange},
		{"a table that nobody knows", [][]float64{{1}}, 9, "/table", rapport.CodeOutOfRange},
		{"more things than the table has", big, client.RandomIndexSaatyOlder, "/judgements", rapport.CodeOutOfRange},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			p, err := client.WeightsFromPairs(c.matrix, c.table)
			assert.Zero(t, p)
			assertProblem(t, err, c.at, c.code)
		})
	}
	_, err := client.WeightsFromPairs(big, client.RandomIndexSaaty2005)
	assert.NoError(t, err, "nine things are fine for a table that knows them")
}

func comparisons() []client.Pair {
	return []client.Pair{
		{More: client.NeedPrivacy, Less: client.NeedComfort, Times: 5}, {More: client.NeedPrivacy, Less: client.NeedProtection, Times: 3},
		{More: client.NeedAutonomy, Less: client.NeedPrivacy, Times: 1}, {More: client.NeedAutonomy, Less: client.NeedComfort, Times: 5},
		{More: client.NeedAutonomy, Less: client.NeedProtection, Times: 3}, {More: client.NeedProtection, Less: client.NeedComfort, Times: 2},
	}
}

func TestComparedNeedsBecomeARanking(t *testing.T) {
	p, err := client.RankingFromPairs(comparisons())
	require.NoError(t, err)
	assert.Equal(t, [][]client.Need{{client.NeedPrivacy, client.NeedAutonomy}, {client.NeedProtection}, {client.NeedComfort}}, p.Needs)
	assert.Equal(t, rapport.AnswerYes, p.Consistent)

	_, err = client.RankingFromPairs(comparisons()[:5])
	assertProblem(t, err, "/pairs", rapport.CodeRequired)
	_, err = client.RankingFromPairs(append(comparisons(), client.Pair{More: client.NeedComfort, Less: client.NeedPrivacy, Times: 5}))
	assertProblem(t, err, "/pairs/6", rapport.CodeDuplicateID)
	_, err = client.RankingFromPairs([]client.Pair{{More: client.NeedComfort, Less: client.NeedComfort, Times: 10}, {}})
	assertProblem(t, err, "/pairs/0/less", rapport.CodeOutOfRange)
	assertProblem(t, err, "/pairs/0/times", rapport.CodeOutOfRange)
	assertProblem(t, err, "/pairs/1/more", rapport.CodeRequired)
}
