package privacy

import (
	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
)

// Request is one person asking for one category of information about one principal, for one purpose.
// Nothing the asker claims is believed: the role counts only where the register carries it.
type Request struct {
	// Asker is the app's key of the person who asks.
	Asker rapport.ID `json:"asker"`
	// Role is the role in which they ask.
	Role client.Role `json:"role"`
	// Purpose is what they ask for.
	Purpose Purpose `json:"purpose"`
	// Category is the kind of information. A fact of several categories is asked for once for each.
	Category client.Category `json:"category"`
	// Principal is the person the information is about.
	Principal rapport.ID `json:"principal"`
	// Activity is the activity the information is about. Who is rostered to an activity counts as such
	// only where the request names it; empty means none.
	Activity rapport.ID `json:"activity,omitzero"`
}

// Validate reports problems of shape.
func (r Request) Validate() error {
	var f rapport.Faults
	f.ID("/asker", r.Asker)
	rapport.FaultWord(&f, "/role", r.Role)
	rapport.FaultWord(&f, "/purpose", r.Purpose)
	rapport.FaultWord(&f, "/category", r.Category)
	f.ID("/principal", r.Principal)
	f.OptionalID("/activity", r.Activity)
	return f.Err()
}

// Decision is the answer to a request.
type Decision struct {
	// Verdict is the answer in one word.
	Verdict Verdict `json:"verdict"`
	// Grains lists what may be given, in the order of the scale: full alone, or the grains of a partial
	// answer, or nothing.
	Grains []Grain `json:"grains"`
	// Denial says, for the file, why not everything is given; empty where everything is.
	Denial Denial `json:"denial,omitzero"`
	// Say is the only text the asker may hear about what is not given. It is the same for every outsider
	// and every cause. Others are the principal, a guardian, and who holds an entry that counts now, as
	// one of the firm or, for this principal, of the client's side; an entry for this principal counts
	// here for 30 days more. It is empty where everything is given.
	Say string `json:"say,omitzero"`
	// Possible says, for the file and for colleagues, what would make more possible.
	Possible string `json:"possible,omitzero"`
	// Approvers are the roles that can make more possible, sorted.
	Approvers []client.Role `json:"approvers"`
	// Obligations come with what is given, in the order of the scale.
	Obligations []Obligation `json:"obligations"`
	// Reasons name every rule that matched and the facts behind them, in order. Subjects are
	// "/rules/…" for a rule, "/request/…" and "/register/…" for the input.
	Reasons []rapport.Reason `json:"reasons"`
	// MadeWith lists the catalogues used, sorted.
	MadeWith []rapport.Edition `json:"made_with"`

	grant Grant
}
