package privacy

import (
	"encoding"
	"time"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
)

// Choice asks how visible protection should be at one activity of one person. The zero value lacks
// profile and activity and is not valid.
type Choice struct {
	// Profile is the person.
	Profile client.Profile `json:"profile"`
	// Activity is what the person does; it need not be one of the profile's.
	Activity client.Activity `json:"activity"`
	// Threats are the assessed threats; those aimed at others are left out. The order says nothing.
	Threats []client.Threat `json:"threats,omitzero"`
	// Rules are what law, venue, host and insurer ask for. The order says nothing.
	Rules []Rule `json:"rules,omitzero"`
	// Last is what was chosen before for this activity.
	Last Last `json:"last,omitzero"`
	// CovertAgreed says whether the person has agreed to covert protection and knows the sign that help
	// is there. Without a yes the covert rung is left out.
	CovertAgreed rapport.Answer `json:"covert_agreed,omitzero"`
}

// Validate reports problems of shape. Words are checked by the engine that knows them.
func (c Choice) Validate() error {
	var f rapport.Faults
	f.Join("/profile", c.Profile.Validate())
	f.Join("/activity", c.Activity.Validate())
	rapport.JoinEach(&f, "/threats", c.Threats, func(t client.Threat) rapport.ID { return t.ID })
	rapport.JoinEach(&f, "/rules", c.Rules, func(r Rule) rapport.ID { return r.ID })
	outOfScale(&f, "/last/near", c.Last.Near)
	outOfScale(&f, "/last/place", c.Last.Place)
	outOfScale(&f, "/covert_agreed", c.CovertAgreed)
	return f.Err()
}

// Rule is a rule about visibility that somebody with the right to do so has made.
type Rule struct {
	// ID is unique in the rules of the choice.
	ID rapport.ID `json:"id"`
	// By is who made it.
	By Authority `json:"by"`
	// Setting is where it holds, with what lies below; empty means anywhere.
	Setting client.Setting `json:"setting,omitzero"`
	// Where says for which ladder.
	Where Where `json:"where"`
	// Lower is the least visible rung allowed; unknown means no lower bound.
	Lower rapport.Visibility `json:"lower,omitzero"`
	// Upper is the most visible rung allowed; unknown means no upper bound.
	Upper rapport.Visibility `json:"upper,omitzero"`
}

// Validate reports problems of shape: a rule that bounds nothing or contradicts itself.
func (r Rule) Validate() error {
	var f rapport.Faults
	f.ID("/id", r.ID)
	if r.By == AuthorityUnknown {
		f.Required("/by")
	}
	outOfScale(&f, "/by", r.By)
	rapport.FaultOptionalWord(&f, "/setting", r.Setting)
	faultBounds(&f, r.Where, r.Lower, r.Upper)
	return f.Err()
}

// faultBounds notes a bound without a ladder or a rung, and one above itself.
func faultBounds(f *rapport.Faults, where Where, lower, upper rapport.Visibility) {
	if where == WhereUnknown {
		f.Required("/where")
	}
	if lower == rapport.VisibilityUnknown && upper == rapport.VisibilityUnknown {
		f.Required("/lower")
	}
	outOfScale(f, "/where", where)
	outOfScale(f, "/lower", lower)
	outOfScale(f, "/upper", upper)
	if upper.AtLeast(lower) == rapport.AnswerNo {
		f.Coded("/lower", codeEntry(CodeContradictsItself))
	}
}

// outOfScale notes a value that is no member of its scale.
func outOfScale(f *rapport.Faults, at rapport.Pointer, value encoding.TextMarshaler) {
	if _, err := value.MarshalText(); err != nil {
		f.OutOfRange(at)
	}
}

// Last is an earlier choice. The zero value means none.
type Last struct {
	// Near is the rung near the person; unknown means none.
	Near rapport.Visibility `json:"near,omitzero"`
	// Place is the rung at the place; unknown means none.
	Place rapport.Visibility `json:"place,omitzero"`
	// Since is when it was chosen; a choice without it does not count.
	Since time.Time `json:"since,omitzero"`
}

// Discretion is how visible protection should be at one activity: near the person and at the place, each
// with its bounds and the rungs inside them in order. How alert the team is does not depend on it.
type Discretion struct {
	// Activity is the activity's ID.
	Activity rapport.ID `json:"activity"`
	// Setting is where it happens.
	Setting client.Setting `json:"setting"`
	// Near is near the person.
	Near Ladder `json:"near"`
	// Place is at the place: door, gate, cordon.
	Place Ladder `json:"place"`
	// Vigilance is how alert the team is.
	Vigilance Vigilance `json:"vigilance"`
	// Reasons say why, in order; their subjects are paths in the choice.
	Reasons []rapport.Reason `json:"reasons"`
	// MadeWith lists the catalogues used, sorted.
	MadeWith []rapport.Edition `json:"made_with"`
}

// Ladder holds the hard bounds of a choice of visibility and the rungs inside them.
type Ladder struct {
	// Lower is the least visible rung allowed.
	Lower rapport.Visibility `json:"lower"`
	// Upper is the most visible rung allowed.
	Upper rapport.Visibility `json:"upper"`
	// Order lists the rungs inside the bounds, the preferred one first, then by distance from it, the
	// less visible first among equals. It is empty where the bounds contradict each other: then place,
	// time or host have to change, or the person with the right decides.
	Order []rapport.Visibility `json:"order"`
}
