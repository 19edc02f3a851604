package plan

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/internal/pack"
)

// residuals says what is left of each threat for each person, at the activity where most is left.
func (c *composition) residuals() []Residual {
	list := []Residual{}
	for _, s := range c.subjects {
		for _, t := range c.threats {
			rows := c.rowsFor(s, func(r *row) bool { return r.Kind == RowKindCover && r.bite.threat == t })
			if len(rows) > 0 {
				worst := slices.MaxFunc(rows, c.moreLeft)
				list = append(list, c.residual(worst))
			}
		}
	}
	return list
}

// left is the level after one step less for each full twenty points, never below low.
func (r *row) left() rapport.Level { return leftOf(r.Level, r.Got) }

// leftOf is what points of cover leave of a level.
func leftOf(level rapport.Level, points int) rapport.Level { return level.Raised(-points / 20) }

// moreLeft puts a place above what happens online, then goes by what is left, then puts a place that the
// source knows first, then goes by how little the cover goes over the floor; of equals the first stays.
func (c *composition) moreLeft(a, b *row) int {
	return cmp.Or(cmp.Compare(b.remote, a.remote), a.left().Compare(b.left()),
		cmp.Compare(one(a.bite.known), one(b.bite.known)), cmp.Compare(b.Got-b.Need, a.Got-a.Need))
}

func (c *composition) residual(r *row) Residual {
	t, level := r.bite.threat, r.left()
	text, _ := pack.Find(standardResiduals, level.String(), func(e textEntry) string { return e.ID })
	if t.Level == rapport.LevelUnknown {
		text, _ = pack.Find(standardResiduals, rapport.LevelUnknown.String(), func(e textEntry) string { return e.ID })
	}
	if slices.ContainsFunc(r.counting(), func(g gift) bool { return g.from.leavesOut(r) }) {
		text, _ = pack.Find(standardTexts, textLeftAbsent, func(e textEntry) string { return e.ID })
	}
	gap := c.gap(r)
	return Residual{
		Person: r.subject.id, Threat: t.ID, Activity: r.Activity, Setting: r.Setting, Before: r.Level, Level: level, Gap: gap,
		Text: rapport.Fill(text.EN, title(t.name()), strings.ToLower(c.placeName(r.Setting)), gap, r.Level.String()),
	}
}

// gap is what an unmet row of the threat at this activity lacks, or else the limit of the measure that
// does most there, with its name.
func (c *composition) gap(r *row) string {
	for _, o := range c.rows {
		if o.cell == r.cell && o.bite != nil && o.bite.threat == r.bite.threat && o.Met == rapport.AnswerNo {
			return title(o.Missing) + " is missing."
		}
	}
	most, gap := 0, "Nothing works there yet."
	for _, g := range r.counting() {
		points := 2 * g.points
		if g.from.measure.Layer == LayerPlace {
			points++ // of equals, what works at the place
		}
		if points > most {
			words := g.from.measure.EN
			most, gap = points, "The limit of "+untitle(words.Name)+": "+untitle(words.Limits)
		}
	}
	return gap
}

// title returns a text with its first letter in upper case, untitle in lower case.
func title(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(first)) + s[size:]
}

func untitle(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToLower(first)) + s[size:]
}
