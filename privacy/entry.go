package privacy

import (
	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
)

// Because is the English wording of an entry that says why it stands.
type Because struct {
	// Why is half a sentence, without a full stop.
	Why string `json:"why"`
}

// Condition says when a bound or a driver of visibility holds: everything that is given has to hold.
// The zero value always holds.
type Condition struct {
	// Settings holds where the activity's setting is one of these or lies in one.
	Settings []client.Setting `json:"settings,omitzero"`
	// Activities holds where the activity's kind is one of these or lies below one.
	Activities []client.ActivityKind `json:"activities,omitzero"`
	// Threats holds for a threat of one of these kinds.
	Threats []client.ThreatKind `json:"threats,omitzero"`
	// Wishes holds where the person has one of these wishes here. A bound hears wishes of strength
	// strong and line, a driver those of strength wish.
	Wishes []client.WishKind `json:"wishes,omitzero"`
	// Facts have to hold all together; facts about a threat, of one and the same threat.
	Facts []Fact `json:"facts,omitzero"`
}

// BoundEntry is a hard bound on visibility. All bounds are house judgement.
type BoundEntry struct {
	// ID is the word.
	ID Bound `json:"id"`
	// When says when it holds. How a person feels about what can be seen sets no bound.
	When Condition `json:"when"`
	// Where says for which ladder.
	Where Where `json:"where"`
	// Lower is the least visible rung allowed; unknown means no lower bound.
	Lower rapport.Visibility `json:"lower,omitzero"`
	// Upper is the most visible rung allowed; unknown means no upper bound.
	Upper rapport.Visibility `json:"upper,omitzero"`
	// EN is the English wording.
	EN Because `json:"en"`
}

// DriverEntry is something that pushes the choice of visibility inside the bounds. It counts once,
// however many causes it has. All drivers and their strengths are house judgement: 1 slight, 2 clear,
// 3 strong.
type DriverEntry struct {
	// ID is the word.
	ID Driver `json:"id"`
	// When says when it holds.
	When Condition `json:"when"`
	// Near pushes near the person, from -3 (less visible) to +3.
	Near int `json:"near,omitzero"`
	// Place pushes at the place, from -3 (less visible) to +3.
	Place int `json:"place,omitzero"`
	// WantsNear is the rung of deterrence wanted near the person; unknown means none.
	WantsNear rapport.Visibility `json:"wants_near,omitzero"`
	// WantsPlace is the rung of deterrence wanted at the place; unknown means none.
	WantsPlace rapport.Visibility `json:"wants_place,omitzero"`
	// EN is the English wording.
	EN Because `json:"en"`
}

// PurposeEntry is a purpose for which information may be asked.
type PurposeEntry struct {
	// ID is the word.
	ID Purpose `json:"id"`
	// EN is the English wording.
	EN PurposeWords `json:"en"`
}

// PurposeWords is the English wording of a purpose.
type PurposeWords struct {
	// Means completes "in order to".
	Means string `json:"means"`
}

// OfferEntry says which views a category of information can be cut into. A category without an entry is
// given as a whole or not at all.
type OfferEntry struct {
	// ID is the category.
	ID client.Category `json:"id"`
	// Offers lists the grains; the whole is always offered.
	Offers []Grain `json:"offers"`
	// EN is the English wording: the harm if it leaks.
	EN Because `json:"en"`
}

// WindowEntry says how long before and after its span an assignment or contact of a role counts. A role
// without an entry has the span itself. All times are in minutes and house judgement.
type WindowEntry struct {
	// ID is the role.
	ID client.Role `json:"id"`
	// Lead is the time before the span of an entry for one activity.
	Lead int `json:"lead,omitzero"`
	// Tail is the time after it.
	Tail int `json:"tail,omitzero"`
	// StandingLead is the time before the span of an entry without activity.
	StandingLead int `json:"standing_lead,omitzero"`
	// StandingTail is the time after it.
	StandingTail int `json:"standing_tail,omitzero"`
	// Longest ends an entry this long after its beginning, which then has to be given; 0 means no limit.
	Longest int `json:"longest,omitzero"`
	// EN is the English wording.
	EN Because `json:"en"`
}

// RuleEntry is one rule of need-to-know. It matches a request where role, category and purpose are
// among its own, every atom of When holds, none of WhenNot and none of Unless does.
type RuleEntry struct {
	// ID is the word.
	ID RuleID `json:"id"`
	// Forbid is true for a rule that takes away everything but Leaves; a rule says so or it gives.
	Forbid bool `json:"forbid,omitzero"`
	// Roles lists the roles; empty means every role.
	Roles []client.Role `json:"roles,omitzero"`
	// Except takes roles out of an empty Roles.
	Except []client.Role `json:"except,omitzero"`
	// Categories lists the categories; empty means every category.
	Categories []client.Category `json:"categories,omitzero"`
	// Purposes lists the purposes; empty means every purpose.
	Purposes []Purpose `json:"purposes,omitzero"`
	// When lists the atoms that have to hold.
	When []Atom `json:"when,omitzero"`
	// WhenNot lists the atoms that must not hold.
	WhenNot []Atom `json:"when_not,omitzero"`
	// Unless lists the atoms any one of which lifts a rule that forbids.
	Unless []Atom `json:"unless,omitzero"`
	// Gives lists the grains a rule gives; what the category does not offer falls away.
	Gives []Grain `json:"gives,omitzero"`
	// Leaves lists the grains a rule that forbids does not touch.
	Leaves []Grain `json:"leaves,omitzero"`
	// Obligations come with what the rule gives.
	Obligations []Obligation `json:"obligations,omitzero"`
	// EN is the English wording.
	EN Because `json:"en"`
}

// DenialEntry is one kind of denial.
type DenialEntry struct {
	// ID is the word.
	ID Denial `json:"id"`
	// Approvers are the roles that can make it possible, sorted; none means nobody.
	Approvers []client.Role `json:"approvers,omitzero"`
	// EN is the English wording.
	EN DenialWords `json:"en"`
}

// DenialWords is the English wording of a denial.
type DenialWords struct {
	// Means says when it is used.
	Means string `json:"means"`
	// Say is what somebody inside the circle may hear.
	Say string `json:"say"`
	// Possible says what would make it possible; for the file and for colleagues.
	Possible string `json:"possible"`
}
