package trust

import (
	"strconv"
	"strings"
)

// The measures of the drawing, in its own units.
const (
	chartWidth  = 640
	chartHeight = 240
	chartLeft   = 90
	chartRight  = 12
	chartTop    = 12
	chartBottom = 36
)

// SVG returns the course as a drawing: the value as a line with a mark for each week, its deviation as a
// hatched band, the borders of the states as dashed lines with their words. It has a title and a
// description for those who cannot see it, and nothing in it depends on colour. The same course gives the
// same bytes. Its words are English.
func (c Course) SVG() string {
	var b strings.Builder
	write := func(parts ...string) {
		for _, part := range parts {
			b.WriteString(part)
		}
		b.WriteByte('\n')
	}
	write(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 240" role="img" aria-labelledby="t d" font-family="sans-serif" font-size="12">`)
	write(`<title id="t">Trust of the `, c.Audience.String(), `, week by week</title>`)
	write(`<desc id="d">`, c.describe(), `</desc>`)
	write(`<defs><pattern id="h" width="6" height="6" patternUnits="userSpaceOnUse"><path d="M0 6L6 0" stroke="#777" stroke-width="1"/></pattern></defs>`)
	for _, line := range []struct {
		word string
		at   float64
	}{{"strong", 0.80}, {"working", 0.55}} {
		y := height(line.at)
		write(`<path d="M`, strconv.Itoa(chartLeft), ` `, y, `H`, strconv.Itoa(chartWidth-chartRight), `" stroke="#555" stroke-dasharray="4 4"/>`)
		write(`<text x="4" y="`, y, `" dy="-3">`, line.word, ` from here</text>`)
	}
	if len(c.Points) > 0 {
		c.draw(write)
	}
	b.WriteString("</svg>\n")
	return b.String()
}

// draw writes band, line, marks and days.
func (c Course) draw(write func(parts ...string)) {
	var upper, lower, line []string
	for i, p := range c.Points {
		x := c.across(i)
		upper = append(upper, x+","+height(p.High))
		lower = append([]string{x + "," + height(p.Low)}, lower...)
		line = append(line, x+","+height(p.Value))
	}
	write(`<polygon points="`, strings.Join(append(upper, lower...), " "), `" fill="url(#h)" stroke="#777" stroke-width="0.5"/>`)
	write(`<polyline points="`, strings.Join(line, " "), `" fill="none" stroke="#000" stroke-width="2"/>`)
	for i, p := range c.Points {
		write(`<text x="`, c.across(i), `" y="`, height(p.Value), `" dy="-6" text-anchor="middle" font-weight="bold">`, signs[p.State], `</text>`)
	}
	last := len(c.Points) - 1
	write(`<text x="`, strconv.Itoa(chartLeft), `" y="230">`, c.Points[0].On.String(), `</text>`)
	write(`<text x="`, strconv.Itoa(chartWidth-chartRight), `" y="230" text-anchor="end">`, c.Points[last].On.String(), `</text>`)
}

// describe says the course in words.
func (c Course) describe() string {
	if len(c.Points) == 0 {
		return "Nothing is known yet."
	}
	first, last := c.Points[0], c.Points[len(c.Points)-1]
	return "From " + inState(first) + " on " + first.On.String() + " to " + inState(last) + " on " + last.On.String() +
		". The hatched band is how far the value may be off. Signs: ? too early to say, x broken, . guarded, : working, | strong."
}

func inState(p Point) string {
	if p.State == StateUnknown {
		return "too early to say"
	}
	return p.State.String()
}

// across returns where a week stands, in whole units.
func (c Course) across(i int) string {
	width, steps := chartWidth-chartLeft-chartRight, len(c.Points)-1
	if steps == 0 {
		return strconv.Itoa(chartLeft + width)
	}
	return strconv.Itoa(chartLeft + width*i/steps)
}

// height returns where a value stands, in whole units.
func height(value float64) string {
	room := float64(chartHeight - chartTop - chartBottom)
	return strconv.Itoa(chartHeight - chartBottom - int(float64(value*room)+0.5))
}
