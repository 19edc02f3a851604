package trust

import "github.com/rapport-go/rapport"

type byteLike uint8

type alias = rapport.Level

func f(a, b rapport.Level, c, d rapport.Count, e, g byteLike, h alias) []bool {
	return []bool{
		a < b,                 // want `closed scale Level is compared with <`
		rapport.LevelHigh > a, // want `closed scale Level is compared with >`
		a <= 1,                // want `closed scale Level is compared with <=`
		1 >= a,                // want `closed scale Level is compared with >=`
		h < a,                 // want `closed scale Level is compared with <`
		a == b,
		a != b,
		c < d,
		e < g,
	}
}
