package plan

import (
	"slices"
	"time"

	"github.com/rapport-go/rapport"
)

// Comparison sets levels of protection side by side, so that whoever decides can choose with open eyes.
type Comparison struct {
	// At is the moment it was made for, in UTC.
	At time.Time `json:"at"`
	// Offers are the levels in the order of [Tier]: what is in force where anything is, a lighter one, the
	// recommended one, a fuller one.
	Offers []Offer `json:"offers"`
	// MadeWith lists the catalogues used, sorted.
	MadeWith []rapport.Edition `json:"made_with"`
}

// Offer is one level of protection.
type Offer struct {
	// Tier says which.
	Tier Tier `json:"tier"`
	// Plan is what it comes to. Its rows are those that the levels that stand ask for, so that what it does
	// not reach can be seen; burden and bound are those of what it was made for. For what is left as it is they
	// are 0, and nothing is said of whether it is proven. Other sets of the same burden are counted for the
	// recommended plan alone.
	Plan Plan `json:"plan"`
	// Below lists the rows that it does not reach, sorted.
	Below []rapport.ID `json:"below"`
	// Decides lists who would have to accept that, sorted; empty where everything is reached or nobody is
	// named.
	Decides []rapport.ID `json:"decides"`
	// Hours are the firm's staff hours a week.
	Hours int `json:"hours"`
	// Text says to the client what it is.
	Text string `json:"text"`
}

// Compare composes levels of protection side by side: what is in force as it is, a plan made for a level one
// step below the one that stands, the recommended plan, and a plan made for one step above. The cost is that
// of three plans.
func (p Planner) Compare(b Brief, at time.Time) (Comparison, error) {
	list := Comparison{At: at.UTC(), Offers: []Offer{}}
	for _, tier := range []Tier{TierAsIs, TierLighter, TierRecommended, TierFuller} {
		if tier == TierAsIs && len(b.InForce) == 0 {
			continue
		}
		c, err := p.tier(b, at, tier)
		if err != nil {
			return Comparison{}, err
		}
		offer := c.offered(tier)
		list.Offers, list.MadeWith = append(list.Offers, offer), slices.Clone(offer.Plan.MadeWith)
	}
	return list, nil
}

// tier composes one level of protection and asks of it what the levels that stand ask for.
func (p Planner) tier(b Brief, at time.Time, tier Tier) (*composition, error) {
	shift := map[Tier]int{TierLighter: -1, TierFuller: 1}[tier]
	count := map[Tier]int{TierRecommended: mostOthers}[tier]
	c, err := p.counting(b, at, shift, count)
	if err != nil {
		return nil, err
	}
	switch tier {
	case TierAsIs:
		c.leave()
	case TierLighter, TierFuller:
		c.shift, c.rows = 0, nil
		c.demand()
	default: // the recommended plan asks for what it was made for
	}
	return c, nil
}

// leave leaves what is in force as it is, a last resort too: nothing is searched for, and nothing of
// visibility is asked of it.
func (c *composition) leave() {
	c.asIs, c.resort, c.columns, c.rows = true, true, nil, nil
	c.offer()
	c.demand()
	c.columns = c.wanted()
	for _, k := range c.columns {
		k.chosen = len(k.inForce) > 0 && !k.lapsed
	}
	for again := true; again; { // what requires something that is not there does not work
		again = false
		for _, k := range c.columns {
			if k.chosen && slices.ContainsFunc(k.needs, func(n *column) bool { return !n.chosen }) {
				k.chosen, again = false, true
			}
		}
	}
	for _, x := range c.cells {
		x.near.step, x.place.step = 0, 0
	}
	c.cost, c.bound, c.nodes = 0, 0, 0
}

func (c *composition) offered(tier Tier) Offer {
	o := Offer{Tier: tier, Plan: c.plan(), Below: []rapport.ID{}}
	o.Hours = o.Plan.Proactive.Hours
	for _, r := range o.Plan.Rows {
		if r.Met == rapport.AnswerYes {
			continue
		}
		o.Below = append(o.Below, r.ID)
		if r.Decides != "" {
			o.Decides = append(o.Decides, r.Decides)
		}
	}
	o.Below, o.Decides = sorted(o.Below), sorted(o.Decides)
	o.Text = sentence("tier-" + tier.String())
	if len(o.Below) > 0 {
		o.Text += " " + sentence("tier-below", itoa(len(o.Below)), itoa(len(o.Plan.Rows)))
	}
	return o
}

// InformedChoice records that somebody chose a level of protection, and what was shown to them.
type InformedChoice struct {
	// Tier is what was chosen.
	Tier Tier `json:"tier"`
	// By lists who chose, sorted.
	By []rapport.ID `json:"by"`
	// At is when, in UTC.
	At time.Time `json:"at"`
	// Shown lists the levels that were laid side by side.
	Shown []Tier `json:"shown"`
	// Left are the sentences on what is left of each threat that came with the chosen one.
	Left []string `json:"left"`
	// Below lists the rows that it does not reach, sorted.
	Below []rapport.ID `json:"below"`
	// Missing lists who would have to accept what is not reached and did not choose, sorted. While there is
	// anybody, the choice does not stand.
	Missing []rapport.ID `json:"missing"`
}

// Choose records a choice. It fails where the tier is not on offer, nobody chose, or the moment cannot be
// stored.
func (c Comparison) Choose(tier Tier, by []rapport.ID, at time.Time) (InformedChoice, error) {
	var f rapport.Faults
	f.At("/at", at)
	if len(by) == 0 {
		f.Required("/by")
	}
	for i, id := range by {
		f.ID(rapport.Pointer("/by").Index(i), id)
	}
	i := slices.IndexFunc(c.Offers, func(o Offer) bool { return o.Tier == tier })
	if i < 0 {
		f.OutOfRange("/tier")
	}
	if err := f.Err(); err != nil {
		return InformedChoice{}, err
	}
	offer := c.Offers[i]
	choice := InformedChoice{Tier: tier, By: sorted(by), At: at.UTC(), Shown: []Tier{}, Left: []string{}, Below: slices.Clone(offer.Below)}
	for _, o := range c.Offers {
		choice.Shown = append(choice.Shown, o.Tier)
	}
	for _, r := range offer.Plan.Residuals {
		choice.Left = append(choice.Left, r.Text)
	}
	choice.Missing = keepEach(offer.Decides, func(id rapport.ID) bool { return !slices.Contains(by, id) })
	return choice, nil
}
