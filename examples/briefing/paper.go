package main

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// The size of the paper: two printed pages.
const (
	paperColumns = 100
	paperLines   = 90
)

// line is one line of a section. A kept line is never cut.
type line struct {
	text string
	keep bool
}

// section is one part of the sheet. Its lines stand in order of rank: the last are cut first.
type section struct {
	title  string
	budget int // printed lines below the title
	least  int // printed lines below the title that it gives up last of all
	lines  []line
}

func (s *section) add(format string, args ...any) { s.put(false, format, args...) }

func (s *section) keep(format string, args ...any) { s.put(true, format, args...) }

func (s *section) put(keep bool, format string, args ...any) {
	s.lines = append(s.lines, line{text: fmt.Sprintf(format, args...), keep: keep})
}

// page lays sections out: each within its budget, no line over the columns, and all of them within the
// paper as far as lines may be cut. With full, nothing is cut.
func page(sections []section, full bool) string {
	blocks, least := make([][]string, len(sections)), make([]int, len(sections))
	for i, s := range sections {
		least[i] = s.least
		if full {
			s.budget = len(s.printed())
		}
		sections[i], blocks[i] = s, s.block()
	}
	for !full && height(blocks) > paperLines {
		widest, tighter := -1, 0
		for i, s := range sections {
			budget := shortening(s, len(blocks[i]))
			if budget >= least[i] && (widest < 0 || len(blocks[i]) > len(blocks[widest])) {
				widest, tighter = i, budget
			}
		}
		if widest < 0 && slices.Max(least) == 0 {
			break
		}
		if widest < 0 {
			least = make([]int, len(sections))
			continue
		}
		sections[widest].budget = tighter
		blocks[widest] = sections[widest].block()
	}
	var b strings.Builder
	for i, block := range blocks {
		if i > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(strings.Join(block, "\n") + "\n")
	}
	return b.String()
}

// shortening returns the largest budget that makes a section shorter than it is, or -1 where none does.
func shortening(s section, lines int) int {
	for budget := min(s.budget, lines) - 1; budget >= 0; budget-- {
		if len(section{title: s.title, budget: budget, lines: s.lines}.block()) < lines {
			return budget
		}
	}
	return -1
}

// height counts printed lines with the empty ones between.
func height(blocks [][]string) int {
	lines := len(blocks) - 1
	for _, block := range blocks {
		lines += len(block)
	}
	return lines
}

// block returns the section as it is printed: its title, and its lines within the budget.
func (s section) block() []string {
	var block []string
	if s.title != "" {
		block = append(block, s.title)
	}
	rows, more := s.cut(s.budget)
	block = append(block, rows...)
	if more > 0 {
		block = append(block, fmt.Sprintf("… %d more, -full", more))
	}
	return block
}

// printed returns the section as printed lines.
func (s section) printed() []string {
	var rows []string
	for _, l := range s.lines {
		rows = append(rows, wrap(l.text)...)
	}
	return rows
}

// cut drops lines that are not kept, the last first, until the rest fits the budget with one line to say
// how many are missing.
func (s section) cut(budget int) (rows []string, more int) {
	kept := s.lines
	size := func(lines []line) int {
		n := 0
		for _, l := range lines {
			n += len(wrap(l.text))
		}
		return n
	}
	if size(kept) <= budget {
		return s.printed(), 0
	}
	kept = append([]line(nil), kept...)
	for i := len(kept) - 1; i >= 0 && size(kept)+1 > budget; i-- {
		if !kept[i].keep {
			kept = append(kept[:i], kept[i+1:]...)
			more++
		}
	}
	return section{lines: kept}.printed(), more
}

// wrap breaks a text at spaces so that no line is over the columns; what follows is indented as far as
// the text's own second column begins, or by two.
func wrap(text string) []string {
	indent := hanging(text)
	var rows []string
	for utf8.RuneCountInString(text) > paperColumns {
		cut := lastSpace(text)
		rows = append(rows, strings.TrimRight(text[:cut], " "))
		text = indent + strings.TrimLeft(text[cut:], " ")
	}
	return append(rows, text)
}

// lastSpace returns where to break: the last space within the columns that is not part of the indent,
// or, for a single overlong word, the columns themselves.
func lastSpace(text string) int {
	end, columns := 0, 0
	for i := range text {
		if columns == paperColumns {
			end = i
			break
		}
		columns++
	}
	indent := len(text) - len(strings.TrimLeft(text, " "))
	if cut := strings.LastIndexByte(text[:end+1], ' '); cut > indent {
		return cut
	}
	return end
}

// hanging returns the indent of the lines that follow the first: the column after the last run of two
// spaces near the left edge.
func hanging(text string) string {
	at := 2
	if i := strings.LastIndex(text[:min(len(text), 60)], "  "); i > 0 {
		at = utf8.RuneCountInString(text[:i]) + 2
	}
	return strings.Repeat(" ", at)
}

// columns joins cells, each padded to its width, with two spaces between.
func columns(widths []int, cells ...string) string {
	var b strings.Builder
	for i, cell := range cells {
		if i == len(cells)-1 {
			b.WriteString(cell)
			break
		}
		b.WriteString(cell)
		if pad := widths[i] - utf8.RuneCountInString(cell); pad > 0 {
			b.WriteString(strings.Repeat(" ", pad))
		}
		b.WriteString("  ")
	}
	return strings.TrimRight(b.String(), " ")
}

// upper returns the text with its first letter in upper case.
func upper(text string) string {
	if text == "" {
		return text
	}
	r, n := utf8.DecodeRuneInString(text)
	return strings.ToUpper(string(r)) + text[n:]
}
