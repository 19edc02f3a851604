package plan

import (
	"time"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
	"github.com/rapport-go/rapport/privacy"
)

// Config says what a [Planner] is built from. The zero value means the standard catalogues alone.
type Config struct {
	// Packs are joined with the standard catalogue; their order means nothing.
	Packs []Catalogue
	// Client knows settings, activities, threats, elements, worries and wishes.
	Client client.Scorer
	// Privacy chooses how visible protection should be; build it with the same Client.
	Privacy privacy.Selector
}

// Planner composes plans. The zero value is the standard one. A Planner is immutable and safe for
// concurrent use.
type Planner struct {
	words   *words
	client  client.Scorer
	privacy privacy.Selector
}

// NewPlanner joins the packs with the standard catalogue. It reports every problem at once: a measure
// without limits, a floor that would be lowered, a built-in entry that would be changed, a word that is
// not known. The planner shares no memory with the packs.
func NewPlanner(config Config) (Planner, error) {
	w, err := join(config)
	if err != nil {
		return Planner{}, err
	}
	return Planner{words: w, client: config.Client, privacy: config.Privacy}, nil
}

func (p Planner) table() *words {
	if p.words == nil {
		return &standardWords
	}
	return p.words
}

// Measure returns the entry of a measure, and false for a word that is not known. The entry is the
// caller's own.
func (p Planner) Measure(word MeasureID) (MeasureEntry, bool) {
	entry, found := p.table().measure(word)
	return entry.clone(), found
}

// Compose composes a plan with the standard [Planner].
func Compose(b Brief, at time.Time) (Plan, error) { return Planner{}.Compose(b, at) }

// Compose chooses the least intrusive measures that still reach every floor, as judged at a moment, and
// says why each is there and what falls if it goes. What cannot be reached stays in the plan as a row
// that is not met. It fails only on invalid input and reports every problem at once.
func (p Planner) Compose(b Brief, at time.Time) (Plan, error) {
	c, err := p.counting(b, at, 0, mostOthers)
	if err != nil {
		return Plan{}, err
	}
	return c.plan(), nil
}

// composed reads a brief and chooses, with demands made for a level so many steps above the one that stands.
func (p Planner) composed(b Brief, at time.Time, shift int) (*composition, error) {
	return p.counting(b, at, shift, 0)
}

// mostOthers is how many other sets of the same burden are counted.
const mostOthers = 20

// counting does the same and counts other sets of the same burden.
func (p Planner) counting(b Brief, at time.Time, shift, count int) (*composition, error) {
	c, err := p.read(b, at)
	if err != nil {
		return nil, err
	}
	c.shift, c.count = shift, count
	return c, c.choose()
}

// editions lists the catalogues of the engine and of those below it.
func (p Planner) editions(looks []Look) []rapport.Edition {
	list := append(p.client.Editions(), p.table().editions...)
	for _, look := range looks {
		list = append(list, look.Discretion.MadeWith...)
	}
	return rapport.SortEditions(list)
}
