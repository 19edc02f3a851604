package trust

import (
	"cmp"
	"slices"
	"time"

	"github.com/rapport-go/rapport"
)

// Tip is something that staff or the public noticed and told. It has no room for a name, a look or a
// text: what is handed on is a sign, a place and a time. The zero value lacks its ID, place and moment.
type Tip struct {
	// ID is the app's key of the tip.
	ID rapport.ID `json:"id"`
	// Sign is what somebody did or what was out of order, as a word of the planner. Without one, as where
	// only a look is told, the tip is not passed on: ask what they did.
	Sign string `json:"sign,omitzero"`
	// Place is the post or the spot.
	Place rapport.ID `json:"place"`
	// At is when it was noticed.
	At time.Time `json:"at"`
	// Firsthand says whether the one who told it noticed it themselves.
	Firsthand rapport.Answer `json:"firsthand,omitzero"`
	// Could is how many people could be the one who told it; 0 means not known, and is read as few.
	Could int `json:"could,omitzero"`
	// Done says whether something was done about it already.
	Done rapport.Answer `json:"done,omitzero"`
}

// Validate reports problems of shape.
func (t Tip) Validate() error {
	var f rapport.Faults
	f.ID("/id", t.ID)
	rapport.FaultOptionalWord(&f, "/sign", t.Sign)
	f.ID("/place", t.Place)
	if t.At.IsZero() {
		f.Required("/at")
	} else {
		f.At("/at", t.At)
	}
	member(&f, "/firsthand", t.Firsthand)
	inRange(&f, "/could", t.Could >= 0)
	member(&f, "/done", t.Done)
	return f.Err()
}

// EarlyWarning is what planning gets of one or more tips: no identity of anybody, neither of who was seen
// nor of who told it.
type EarlyWarning struct {
	// Sign is what was noticed.
	Sign string `json:"sign"`
	// Place is where.
	Place rapport.ID `json:"place"`
	// When is the hour, or the half day where few people could have told it.
	When rapport.Span `json:"when"`
	// Times is how many tips tell it.
	Times int `json:"times"`
	// Firsthand is yes where one of them noticed it themselves.
	Firsthand rapport.Answer `json:"firsthand"`
	// Done is yes where something was done already.
	Done rapport.Answer `json:"done"`
	// Teller says from whom it comes, in words that point to nobody.
	Teller string `json:"teller"`
	// Reasons say what was joined and widened, in order.
	Reasons []rapport.Reason `json:"reasons"`
}

// HandedOn is what becomes of tips. All lists are non-nil.
type HandedOn struct {
	// Warnings are for planning, by time, sign, place.
	Warnings []EarlyWarning `json:"warnings"`
	// Held are the tips that are not passed on, by ID, each with the reason of the same path.
	Held []rapport.ID `json:"held"`
	// Reasons say why, in order.
	Reasons []rapport.Reason `json:"reasons"`
}

// few is below how many possible tellers a time gives one away.
const few = 5

// HandOn turns tips into early warnings for planning and takes out who told them. Tips of one sign at one
// place within one stretch of time are joined. Their order means nothing. That there are no tips is no
// good news.
func (t Tracker) HandOn(tips []Tip, at time.Time) (HandedOn, error) {
	var f rapport.Faults
	f.At("/at", at)
	rapport.JoinEach(&f, "/tips", tips, func(tip Tip) rapport.ID { return tip.ID })
	for i, tip := range tips {
		if tip.At.After(at) {
			f.AfterMoment(rapport.Pointer("/tips").Index(i).Child("at"))
		}
	}
	if err := f.Err(); err != nil {
		return HandedOn{}, err
	}
	h := HandedOn{Warnings: []EarlyWarning{}, Held: []rapport.ID{}}
	sorted := slices.Clone(tips)
	slices.SortFunc(sorted, func(a, b Tip) int { return cmp.Compare(a.ID, b.ID) })
	for _, tip := range sorted {
		if tip.Sign == "" {
			h.Held = append(h.Held, tip.ID)
			h.Reasons = append(h.Reasons, codeEntry(CodeTipNoConduct).Reason(rapport.Path("/tips").Element(string(tip.ID)), -3))
			continue
		}
		h.join(tip)
	}
	for i := range h.Warnings {
		h.Warnings[i].explain()
	}
	slices.SortFunc(h.Warnings, func(a, b EarlyWarning) int {
		return cmp.Or(a.When.From.Compare(b.When.From), a.When.To.Compare(b.When.To), cmp.Compare(a.Sign, b.Sign), cmp.Compare(a.Place, b.Place))
	})
	h.Reasons = rapport.SortReasons(h.Reasons)
	return h, nil
}

// join adds a tip to the warning that tells the same, or begins one.
func (h *HandedOn) join(tip Tip) {
	width := time.Hour
	if tip.Could < few {
		width = 12 * time.Hour
	}
	from := tip.At.UTC().Truncate(width)
	w := EarlyWarning{Sign: tip.Sign, Place: tip.Place, When: rapport.Span{From: from, To: from.Add(width)}, Times: 1,
		Firsthand: rapport.AnswerOf(tip.Firsthand == rapport.AnswerYes), Done: rapport.AnswerOf(tip.Done == rapport.AnswerYes)}
	for i := range h.Warnings {
		own := &h.Warnings[i]
		if own.Sign == w.Sign && own.Place == w.Place && own.When == w.When {
			own.Times++
			own.Firsthand, own.Done = max(own.Firsthand, w.Firsthand), max(own.Done, w.Done)
			return
		}
	}
	h.Warnings = append(h.Warnings, w)
}

func (w *EarlyWarning) explain() {
	at := rapport.Path("/places").Element(string(w.Place)).Element(w.Sign)
	w.Teller, w.Reasons = "people at the place", nil
	if w.When.To.Sub(w.When.From) > time.Hour {
		w.Teller = "somebody at the place"
		w.Reasons = append(w.Reasons, codeEntry(CodeTipWidened).Reason(at, 0))
	}
	if w.Times > 1 {
		w.Reasons = append(w.Reasons, codeEntry(CodeTipsJoined).Reason(at, 1, days(w.Times)))
	}
	w.Reasons = rapport.SortReasons(w.Reasons)
}
