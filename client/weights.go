package client

import (
	"cmp"
	"math"
	"slices"

	"github.com/rapport-go/rapport"
)

// MaxCompared is the largest number of things that are compared two by two.
const MaxCompared = 10

// CentroidWeights returns the rank-order centroid weights of n things in order, the first first: the thing
// at place k weighs (1/n) times the sum of 1/i for i from k to n. They add up to 1. It returns an empty list
// for n below 1. Source: Barron and Barrett 1996.
func CentroidWeights(n int) []float64 {
	weights := make([]float64, max(n, 0))
	sum := 0.0
	for k := n; k >= 1; k-- {
		sum += 1 / float64(k)
		weights[k-1] = sum / float64(n)
	}
	return weights
}

// RankSumWeights returns the rank-sum weights of n things in order, the first first: the thing at place k
// weighs 2(n+1-k)/(n(n+1)). They fall more gently than [CentroidWeights] and add up to 1. It returns an empty
// list for n below 1. Source: Stillwell, Seaver and Edwards 1981.
func RankSumWeights(n int) []float64 {
	weights := make([]float64, max(n, 0))
	for k := range weights {
		weights[k] = float64(2*(n-k)) / float64(n*(n+1))
	}
	return weights
}

// randomIndexes holds the tables for 3 to 10 things.
var randomIndexes = [...][]float64{
	RandomIndexUnknown:     {.52, .89, 1.11, 1.25, 1.35, 1.40, 1.45, 1.49},
	RandomIndexSaaty2005:   {.52, .89, 1.11, 1.25, 1.35, 1.40, 1.45, 1.49},
	RandomIndexSaatyOlder:  {.58, .90, 1.12, 1.24, 1.32, 1.41},
	RandomIndexDoneganDodd: {.4914, .8286, 1.0591, 1.1797, 1.2519, 1.3171, 1.3733, 1.4055},
}

// Pairwise is what judgements of two things at a time say about all of them.
type Pairwise struct {
	// Weights are those of the things, in their order; they add up to 1.
	Weights []float64 `json:"weights"`
	// Ranking puts the places of the things in order, the heaviest first; weights less than a hundredth
	// apart are tied. House judgement.
	Ranking [][]int `json:"ranking"`
	// LambdaMax is the principal eigenvalue; it equals the number of things where the judgements agree.
	LambdaMax float64 `json:"lambda_max"`
	// Index is the consistency index, (LambdaMax-n)/(n-1).
	Index float64 `json:"index"`
	// Ratio is the index over that of judgements made by chance; 0 for two things or fewer.
	Ratio float64 `json:"ratio"`
	// Consistent is yes where the ratio is 0.1 or less: a convention, not a test of truth. Judgements that
	// are not consistent are talked about, not averaged away.
	Consistent rapport.Answer `json:"consistent"`
}

const (
	// reciprocal is how far a judgement and its counterpart may miss 1 as a product, for thirds written as
	// decimals.
	reciprocal = .02
	// maxJudgement is the strongest judgement of two things: nine times as much.
	maxJudgement = 9
	// tiedWithin is how near weights are tied.
	tiedWithin = .01
	// consistentUpTo is the usual gate.
	consistentUpTo = .1
	// eigenRounds is enough for any matrix of judgements to settle.
	eigenRounds = 500
)

// WeightsFromPairs turns judgements of two things at a time into weights, by the principal eigenvector
// (Saaty 2008). Row i, column j says how many times as much thing i weighs as thing j, from 1/9 to 9; the
// diagonal is 1 and column by row the reciprocal. An error lists every judgement that is out of range or
// does not fit its counterpart, a matrix that is not square, more things than [MaxCompared] or than the
// table knows; there is no partial result. The numbers are the same on every machine.
func WeightsFromPairs(judgements [][]float64, table RandomIndex) (Pairwise, error) {
	if err := checkPairs(judgements, table); err != nil {
		return Pairwise{}, err
	}
	n := len(judgements)
	p := Pairwise{Consistent: rapport.AnswerYes}
	p.Weights, p.LambdaMax = eigen(judgements)
	p.Ranking = rankingOf(p.Weights)
	if n > 1 {
		p.Index = (p.LambdaMax - float64(n)) / float64(n-1)
	}
	if n > 2 {
		p.Ratio = p.Index / randomIndexes[table][n-3]
		p.Consistent = rapport.AnswerOf(p.Ratio <= consistentUpTo)
	}
	return p, nil
}

func checkPairs(judgements [][]float64, table RandomIndex) error {
	var f rapport.Faults
	n := len(judgements)
	required(&f, "/judgements", n == 0)
	if int(table) >= len(randomIndexes) {
		f.OutOfRange("/table")
	} else {
		inRange(&f, "/judgements", n <= len(randomIndexes[table])+2 && n <= MaxCompared)
	}
	for i, row := range judgements {
		at := rapport.Pointer("/judgements").Index(i)
		if len(row) != n {
			f.Coded(at, codeEntry(CodePairsNotSquare))
			continue
		}
		for j, x := range row {
			switch {
			case !(x >= 1.0/maxJudgement-reciprocal/maxJudgement && x <= maxJudgement+reciprocal):
				f.OutOfRange(at.Index(j))
			case i == j && x != 1:
				f.Coded(at.Index(j), codeEntry(CodePairsNotReciprocal))
			case i > j && len(judgements[j]) == n && math.Abs(float64(x*judgements[j][i])-1) > reciprocal:
				f.Coded(at.Index(j), codeEntry(CodePairsNotReciprocal))
			}
		}
	}
	return f.Err()
}

// eigen returns the principal eigenvector, its parts adding up to 1, and its eigenvalue, by repeated
// multiplication. Products are rounded before they are added, so that no machine fuses the two.
func eigen(m [][]float64) ([]float64, float64) {
	n := len(m)
	vector := make([]float64, n)
	for i := range vector {
		vector[i] = 1 / float64(n)
	}
	value := 0.0
	for range eigenRounds {
		next := make([]float64, n)
		sum := 0.0
		for i, row := range m {
			for j, x := range row {
				next[i] += float64(x * vector[j])
			}
			sum += next[i]
		}
		for i := range next {
			next[i] /= sum
		}
		settled := slices.Equal(next, vector)
		vector, value = next, sum
		if settled {
			break
		}
	}
	return vector, value
}

// rankingOf puts places in order of weight; neighbours that hardly differ are tied.
func rankingOf(weights []float64) [][]int {
	places := make([]int, len(weights))
	for i := range places {
		places[i] = i
	}
	slices.SortFunc(places, func(a, b int) int { return cmp.Or(cmp.Compare(weights[b], weights[a]), cmp.Compare(a, b)) })
	ranking := [][]int{}
	for i, place := range places {
		if i > 0 && weights[places[i-1]]-weights[place] < tiedWithin {
			last := len(ranking) - 1
			ranking[last] = append(ranking[last], place)
			continue
		}
		ranking = append(ranking, []int{place})
	}
	for _, tied := range ranking {
		slices.Sort(tied)
	}
	return ranking
}

// NeedPairs is what comparisons of the four needs, two by two, say about all of them.
type NeedPairs struct {
	// Needs ranks the four needs, the heaviest first; needs in one list are tied.
	Needs [][]Need `json:"needs"`
	// Pairwise has the weights, in the order of the scale, and whether the comparisons agree.
	Pairwise
}

// RankingFromPairs turns comparisons of the four needs into a ranking that a profile can hold. An error lists
// comparisons that are out of shape, stand twice, or are missing: all six are needed.
func RankingFromPairs(pairs []Pair) (NeedPairs, error) {
	var f rapport.Faults
	n := len(needWords) - 1
	judgements := make([][]float64, n)
	for i := range judgements {
		judgements[i] = make([]float64, n)
		judgements[i][i] = 1
	}
	for i, p := range pairs {
		at := rapport.Pointer("/pairs").Index(i)
		err := p.Validate()
		if f.Join(at, err); err != nil {
			continue
		}
		more, less := p.More-NeedProtection, p.Less-NeedProtection
		if judgements[more][less] != 0 {
			f.DuplicateID(at)
		}
		judgements[more][less], judgements[less][more] = float64(p.Times), 1/float64(p.Times)
	}
	for i, row := range judgements {
		if slices.Contains(row[i:], 0) {
			f.Required("/pairs")
		}
	}
	if err := f.Err(); err != nil {
		return NeedPairs{}, err
	}
	p, err := WeightsFromPairs(judgements, RandomIndexSaaty2005)
	result := NeedPairs{Needs: make([][]Need, len(p.Ranking)), Pairwise: p}
	for i, tied := range p.Ranking {
		for _, place := range tied {
			result.Needs[i] = append(result.Needs[i], NeedProtection+Need(place))
		}
	}
	return result, err
}
