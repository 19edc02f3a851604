package plan

import (
	"time"

	"github.com/rapport-go/rapport"
)

// EveryBandFlip does what Sensitivity does for bands the long way: it leaves out no step, and plans the brief
// anew for each.
func EveryBandFlip(p Planner, b Brief, at time.Time) ([]Flip, int, error) {
	c, err := p.composed(b, at, 0)
	if err != nil {
		return nil, 0, err
	}
	list, tried := []Flip{}, 0
	for i, m := range p.table().measures {
		for j, e := range m.Effects {
			for _, to := range []rapport.Band{nextBand(e.Band, -1), nextBand(e.Band, 1)} {
				threatened := false
				for _, t := range c.threats {
					threatened = threatened || t.Kind == e.Threat
				}
				if to == rapport.BandUnknown || !threatened {
					continue
				}
				table := *p.table()
				table.measures = append([]MeasureEntry{}, table.measures...)
				table.measures[i] = m.clone()
				table.measures[i].Effects[j].Band = to
				changed := p
				changed.words = &table
				other, err := changed.composed(b, at, 0)
				if err != nil {
					return nil, 0, err
				}
				tried++
				list = c.flips(list, Flip{Measure: m.ID, Kind: e.Threat, Band: e.Band, ToBand: to}, other)
			}
		}
	}
	return list, tried, nil
}
