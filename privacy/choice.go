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
	// Around is what is known of the place and the hour beyond the activity.
	Around Around `json:"around,omitzero"`
	// Sensitivity is how much it costs the person here that others see or know, as the scores say of the
	// setting; unknown pushes nowhere. It counts where the person does not rank privacy among the first three.
	Sensitivity rapport.Level `json:"sensitivity,omitzero"`
	// Last is what was chosen before for this activity.
	Last Last `json:"last,omitzero"`
	// CovertAgreed says whether the person has agreed to covert protection and knows the sign that help
	// is there. Without a yes the covert rung is left out.
	CovertAgreed rapport.Answer `json:"covert_agreed,omitzero"`
	// Danger says whether harm is under way or moments off. A yes overrides wishes, custom, distance and
	// the upper bounds of venue, host and insurer for as long as it lasts; the law it does not. Anything else
	// overrides nothing.
	Danger rapport.Answer `json:"danger,omitzero"`
}

// Validate reports problems of shape. Words are checked by the engine that knows them.
func (c Choice) Validate() error {
	var f rapport.Faults
	f.Join("/profile", c.Profile.Validate())
	f.Join("/activity", c.Activity.Validate())
	rapport.JoinEach(&f, "/threats", c.Threats, func(t client.Threat) rapport.ID { return t.ID })
	rapport.JoinEach(&f, "/rules", c.Rules, func(r Rule) rapport.ID { return r.ID })
	f.Join("/around", c.Around.Validate())
	outOfScale(&f, "/sensitivity", c.Sensitivity)
	outOfScale(&f, "/last/near", c.Last.Near)
	outOfScale(&f, "/last/place", c.Last.Place)
	outOfScale(&f, "/covert_agreed", c.CovertAgreed)
	outOfScale(&f, "/danger", c.Danger)
	return f.Err()
}

// Around is what is known of a place and an hour beyond the activity itself. Customs are asked, not
// assumed. The zero value is nothing known, and pushes nowhere.
type Around struct {
	// Dark says whether it is dark or empty there: a street at night, an empty car park.
	Dark rapport.Answer `json:"dark,omitzero"`
	// HostMinds says whether the host asks for little to be seen, short of a rule.
	HostMinds rapport.Answer `json:"host_minds,omitzero"`
	// RankShown says whether an escort is how rank is shown there.
	RankShown rapport.Answer `json:"rank_shown,omitzero"`
	// Alarms says whether security near homes shames or alarms people there.
	Alarms rapport.Answer `json:"alarms,omitzero"`
	// OneSex says whether the room is for women or for men only, as a prayer room or a changing room.
	OneSex rapport.Answer `json:"one_sex,omitzero"`
	// Felt is how the person feels there today, from -3 (unsafe) to +3 (safe), as they said.
	Felt rapport.Feeling `json:"felt,omitzero"`
}

// Validate reports problems of shape.
func (a Around) Validate() error {
	var f rapport.Faults
	outOfScale(&f, "/dark", a.Dark)
	outOfScale(&f, "/host_minds", a.HostMinds)
	outOfScale(&f, "/rank_shown", a.RankShown)
	outOfScale(&f, "/alarms", a.Alarms)
	outOfScale(&f, "/one_sex", a.OneSex)
	outOfScale(&f, "/felt", a.Felt)
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
