package trust

import "math/bits"

// micro is a number in millionths: a share, a value, or an amount of evidence in points. Everything is
// counted and compared in integers, so that machines agree to the last bit and no rounding decides; it
// becomes floating point when it leaves.
type micro int64

const one micro = 1_000_000

func (m micro) float() float64 { return float64(m) / float64(one) }

// times returns the product of two numbers that are not negative, in millionths, rounded down.
func (m micro) times(other micro) micro { return m.by(other, one) }

// by returns m × n / d, rounded down, for numbers that are not negative; 0 for d = 0. The product may be
// larger than 64 bits, the result may not: it is held at the largest number.
func (m micro) by(n, d micro) micro {
	if d == 0 {
		return 0
	}
	high, low := bits.Mul64(uint64(m), uint64(n))
	if high >= uint64(d) {
		return maxMicro
	}
	quotient, _ := bits.Div64(high, low, uint64(d))
	return min(micro(min(quotient, uint64(maxMicro))), maxMicro)
}

// maxMicro holds sums far below overflow: ten thousand million points.
const maxMicro micro = 1e16

// halfLifeSteps is how many steps a half-life has in the tables: all half-lives in days divide it.
const halfLifeSteps = 2160

// unit is 1 in the numbers of the tables.
const unit = 1 << 31

// kept returns the share that is left after a number of steps, in 1/2^31: 2^(-steps/2160), as the product
// of a coarse and a fine entry, the same on every machine.
func kept(steps int) uint64 {
	whole, rest := uint(steps)/halfLifeSteps, uint(steps)%halfLifeSteps
	return (coarse[rest/48] * fine[rest%48] >> 31) >> whole
}

// aged returns what is left of an amount after a number of steps.
func (m micro) aged(steps int) micro {
	high, low := bits.Mul64(uint64(m), kept(steps))
	return micro(high<<33 | low>>31)
}

// coarse holds 2^31 × 2^(-48i/2160).
var coarse = [45]uint64{
	2147483648, 2114658830, 2082335747, 2050506731, 2019164229, 1988300805, 1957909136, 1927982011,
	1898512329, 1869493099, 1840917436, 1812778558, 1785069790, 1757784557, 1730916386, 1704458901,
	1678405826, 1652750978, 1627488271, 1602611710, 1578115395, 1553993511, 1530240336, 1506850234,
	1483817656, 1461137137, 1438803295, 1416810831, 1395154527, 1373829246, 1352829926, 1332151587,
	1311789320, 1291738297, 1271993758, 1252551019, 1233405467, 1214552560, 1195987824, 1177706854,
	1159705314, 1141978932, 1124523502, 1107334882, 1090408995,
}

// fine holds 2^31 × 2^(-i/2160).
var fine = [48]uint64{
	2147483648, 2146794628, 2146105829, 2145417251, 2144728894, 2144040757, 2143352842, 2142665147,
	2141977673, 2141290420, 2140603387, 2139916574, 2139229982, 2138543610, 2137857458, 2137171527,
	2136485815, 2135800324, 2135115052, 2134430001, 2133745169, 2133060557, 2132376164, 2131691991,
	2131008038, 2130324304, 2129640790, 2128957494, 2128274418, 2127591562, 2126908924, 2126226505,
	2125544305, 2124862325, 2124180562, 2123499019, 2122817695, 2122136588, 2121455701, 2120775032,
	2120094581, 2119414349, 2118734335, 2118054539, 2117374961, 2116695602, 2116016460, 2115337536,
}
