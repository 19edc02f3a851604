package cover_test

import "github.com/rapport-go/rapport/internal/cover"

// shape is the size of an instance like the real thing.
type shape struct{ activities, threats, standing, own int }

// structured draws activities × threats × 3 rows (cover, place, person). Standing columns serve many rows,
// the others those of their own activity alone; technical means of a kind share a group.
func structured(seed int, s shape) cover.Problem {
	g := generator(seed*104729 + 5)
	g.below(2)
	var p cover.Problem
	rows := make([][]cover.Entry, s.activities*s.threats*3)
	serve := func(row, column int) {
		points := []int64{5, 16, 36, 69, 120}[g.below(5)] // coarse bands on a logarithmic scale
		rows[row] = append(rows[row], cover.Entry{Column: column, Points: points, Group: max(0, g.between(-3, 4))})
	}
	for column := range s.standing {
		served := 0
		kind := g.below(3)
		for row := range rows {
			if (row%3 == kind || row%3 == 0) && g.chance(35) {
				serve(row, column)
				served++
			}
		}
		p.Columns = append(p.Columns, cover.Column{Cost: int64(10 + served*g.between(4, 12))})
		if column > 0 && g.chance(15) {
			p.Columns[column].Requires = []int{g.below(column)}
		}
	}
	for activity := range s.activities {
		base := len(p.Columns)
		for k := range s.own {
			column, served := base+k, 0
			for served == 0 {
				for i := range s.threats * 3 {
					if g.chance(40) {
						serve(activity*s.threats*3+i, column)
						served++
					}
				}
			}
			p.Columns = append(p.Columns, cover.Column{Cost: int64(5 + served*g.between(4, 14))})
			if k > 0 && g.chance(15) {
				p.Columns[column].Requires = []int{base + g.below(k)}
			}
			if k > 0 && g.chance(10) {
				p.Columns[column].Excludes = []int{base + g.below(k)}
			}
		}
	}
	for _, entries := range rows {
		var total int64
		for _, e := range entries {
			total += e.Points
		}
		p.Rows = append(p.Rows, cover.Row{Need: total * int64(g.between(15, 40)) / 100, Entries: entries})
	}
	return p
}

// scattered draws rows over random columns without structure.
func scattered(seed, columns, rows int) cover.Problem {
	g := generator(seed*15485863 + 11)
	g.below(2)
	p := cover.Problem{Columns: make([]cover.Column, columns), Rows: make([]cover.Row, rows)}
	total := make([]int64, rows)
	for j := range p.Columns {
		sum := 0
		for range g.between(1, 4) {
			i, points := g.below(rows), g.between(1000, 12000)
			p.Rows[i].Entries = append(p.Rows[i].Entries, cover.Entry{Column: j, Points: int64(points), Group: max(0, g.between(-3, 2))})
			total[i] += int64(points)
			sum += points
		}
		p.Columns[j].Cost = int64(5 + sum*g.between(50, 150)/25000)
		if j > 0 && g.chance(10) {
			p.Columns[j].Requires = []int{g.below(j)}
		}
		if j > 0 && g.chance(10) {
			p.Columns[j].Excludes = []int{g.below(j)}
		}
	}
	for i := range p.Rows {
		p.Rows[i].Need = min(total[i]*6/10, int64(g.between(12000, 30000)))
	}
	return p
}
