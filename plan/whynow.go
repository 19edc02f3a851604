package plan

import (
	"cmp"
	"slices"
	"strings"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/internal/pack"
)

// The texts that are put together here; their English stands in the catalogue.
const (
	textNowThreat   = "now-threat"
	textNowKnown    = "now-known"
	textNowExpected = "now-expected"
	textNowAnyway   = "now-anyway"
	textNowWorry    = "now-worry"
	textNowAnxious  = "now-anxious"
	textNowWish     = "now-wish"
	textNowRequired = "now-required"
	textNowInForce  = "now-in-force"
	textOptionNow   = "now-option"
	textLoses       = "without-loses"
	textLosesMore   = "without-loses-more"
	textLosesOthers = "without-others"
	textLosesNone   = "without-none"
	textLeftAbsent  = "left-absent"
)

// sentence fills the blanks of a text of the catalogue.
func sentence(id string, args ...string) string {
	entry, _ := pack.Find(standardTexts, id, func(e textEntry) string { return e.ID })
	return rapport.Fill(entry.EN, args...)
}

// sayWhyNow puts into words what asks for an entry now and what falls without it.
func (c *composition) sayWhyNow(e *Entry, k *column) {
	var carried []*row
	for _, r := range c.rows {
		if slices.Contains(e.Loses, r.ID) {
			carried = append(carried, r)
		}
	}
	var users []string
	for _, o := range c.columns {
		if o.chosen && slices.Contains(o.needs, k) {
			users = append(users, o.measure.EN.Name)
		}
	}
	users = sorted(users)
	asking := carried
	if len(asking) == 0 && len(users) == 0 {
		asking = keepEach(c.rows, func(r *row) bool { return slices.Contains(e.Serves, r.ID) })
	}
	switch {
	case len(asking) > 0:
		e.WhyNow = c.asksNow(slices.MinFunc(asking, pressing))
	case len(users) > 0:
		e.WhyNow = sentence(textNowRequired, strings.Join(users, ", "))
	default:
		e.WhyNow = sentence(textNowInForce)
	}
	e.Without = c.falling(carried, users)
}

// pressing puts the row first that asks most: what safety asks before the rest, then what a place asks before
// what happens online, then the highest level, then the smaller ID.
func pressing(a, b *row) int {
	return cmp.Or(cmp.Compare(b.priority, a.priority), cmp.Compare(a.remote, b.remote), b.Level.Compare(a.Level), cmp.Compare(a.ID, b.ID))
}

// asksNow says what asks for a row.
func (c *composition) asksNow(r *row) string {
	m, _ := c.table().measure(r.Measure)
	switch {
	case r.Kind == RowKindWish:
		return sentence(textNowWish)
	case r.Kind == RowKindReassure && r.cell != nil: // of what was observed or scored
		return sentence(textNowAnxious, strings.ToLower(c.placeName(r.Setting)))
	case r.Kind == RowKindReassure:
		return sentence(textNowWorry)
	case r.Kind == RowKindExpected && r.Threat == "":
		return sentence(textNowAnyway, title(m.EN.Name))
	case r.Kind == RowKindExpected:
		return sentence(textNowExpected, title(m.EN.Name), c.threatName(r.Threat))
	}
	id := textNowThreat
	if r.bite.known {
		id = textNowKnown
	}
	return sentence(id, title(r.bite.threat.name()), r.Level.String(), strings.ToLower(c.placeName(r.Setting)))
}

func (c *composition) threatName(id rapport.ID) string {
	i := slices.IndexFunc(c.threats, func(t *threat) bool { return t.ID == id })
	return c.threats[i].name()
}

// falling says what falls with an entry: the rows it carries, the most pressing first, and what requires it.
func (c *composition) falling(carried []*row, users []string) string {
	const shown = 2
	slices.SortFunc(carried, pressing)
	var names []string
	for _, r := range carried {
		if name := c.rowName(r); !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	switch list := strings.Join(names[:min(shown, len(names))], "; "); {
	case len(names) > shown:
		return sentence(textLosesMore, list, itoa(len(names)-shown))
	case len(carried) > 0:
		return sentence(textLoses, list)
	case len(users) > 0:
		return sentence(textLosesOthers, strings.Join(users, ", "))
	default:
		return sentence(textLosesNone)
	}
}
