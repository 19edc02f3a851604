package canonical

import (
	"encoding/json"
	"math"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/rapport-go/rapport/internal/strict"
)

// exact is the highest magnitude up to which a reader that holds numbers as doubles tells all integers
// apart.
const exact = 1 << 53

func (w *writer) integer(n int64) error {
	if n < -exact || n > exact {
		return unsafeInteger()
	}
	w.out = strconv.AppendInt(w.out, n, 10)
	return nil
}

func (w *writer) unsigned(n uint64) error {
	if n > exact {
		return unsafeInteger()
	}
	return w.integer(int64(n))
}

func unsafeInteger() error {
	return fault(strict.CodeOutOfRange, "is an integer beyond 2^53, which other languages would round")
}

// float writes a number of 32 or 64 bits by the shortest digits that give it back at its own width.
func (w *writer) float(f float64, bits int) error {
	if math.IsNaN(f) || math.IsInf(f, 0) {
		return fault(strict.CodeOutOfRange, "is not a finite number")
	}
	if bits == 32 {
		f, _ = strconv.ParseFloat(strconv.FormatFloat(f, 'g', -1, 32), 64)
	}
	w.out = append(w.out, shortest(f)...)
	return nil
}

// shortest writes a number as ECMAScript does.
func shortest(f float64) string {
	if f == 0 {
		return "0" // minus zero too
	}
	if abs := math.Abs(f); 1e-6 <= abs && abs < 1e21 {
		return strconv.FormatFloat(f, 'f', -1, 64)
	}
	return strings.Replace(strconv.FormatFloat(f, 'e', -1, 64), "e-0", "e-", 1)
}

// numeral writes a number that is given as JSON text. An integer beyond 2^53 passes only where it is
// written as its double is, so that no digit is lost unseen.
func (w *writer) numeral(given string) error {
	var checked json.Number
	if faults := strict.Decode([]byte(given), &checked, strict.Limits{Bytes: len(given)}, nil); len(faults) > 0 {
		return refused()
	}
	digits := string(checked)
	f, err := strconv.ParseFloat(digits, 64)
	if err != nil {
		return fault(strict.CodeOutOfRange, "is a number beyond the range of doubles")
	}
	if !strings.ContainsAny(digits, ".eE") && math.Abs(f) > exact-1 && shortest(f) != digits {
		return unsafeInteger()
	}
	return w.float(f, 64)
}

func (w *writer) moment(t time.Time) error {
	t = t.UTC()
	if t.Year() < 0 || t.Year() > 9999 {
		return fault(strict.CodeOutOfRange, "is a moment outside the years 0 to 9999")
	}
	return w.text(t.Format(time.RFC3339Nano))
}

func (w *writer) text(s string) error {
	if !utf8.ValidString(s) {
		return fault(strict.CodeInvalidUTF8, "holds text that is not UTF-8")
	}
	const letters, short = "\"\\\b\f\n\r\t", `"\bfnrt`
	const digits = "0123456789abcdef"
	w.out = append(w.out, '"')
	for i := range len(s) {
		c := s[i]
		if at := strings.IndexByte(letters, c); at >= 0 {
			w.out = append(w.out, '\\', short[at])
		} else if c < ' ' {
			w.out = append(w.out, '\\', 'u', '0', '0', digits[c>>4], digits[c&15])
		} else {
			w.out = append(w.out, c)
		}
	}
	w.out = append(w.out, '"')
	return nil
}
