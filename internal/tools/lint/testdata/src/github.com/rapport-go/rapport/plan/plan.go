package plan

import "github.com/rapport-go/rapport"

func f(l rapport.Level, c rapport.Count) {
	switch l { // want `switch over Level has no default and leaves out LevelUnknown, LevelHigh`
	case rapport.LevelLow:
	}
	switch l { // want `switch over Level has no default and leaves out LevelHigh`
	case rapport.LevelLow, 0:
	}
	switch k := l; k { // want `leaves out LevelUnknown, LevelLow, LevelHigh`
	}
	switch l {
	case rapport.LevelUnknown:
	case rapport.LevelLow, rapport.LevelHigh:
	}
	switch l {
	case rapport.LevelLow:
	default:
	}
	switch {
	case l == rapport.LevelLow:
	}
	switch c {
	case 1:
	}
}
