package plan

import (
	"time"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
	"github.com/rapport-go/rapport/privacy"
)

// Schema is the schema word of a stored [Plan].
const Schema = "rapport/plan/1"

// Plan is what is to be done, for whom, where, and why. It is readable without the catalogue it was made
// with. The zero value is no plan.
type Plan struct {
	// Schema is the package's [Schema] word.
	Schema string `json:"schema"`
	// At is the moment it was made for, in UTC.
	At time.Time `json:"at"`
	// Entries are the measures, by ID.
	Entries []Entry `json:"entries"`
	// Options are measures that the library never chooses, asked for and lawful where they would work, by
	// ID. They are no part of the plan; their Serves lists the rows in which they would count.
	Options []Entry `json:"options"`
	// Rows are the demands, by person, activity, setting, threat, kind, cause and measure.
	Rows []Row `json:"rows"`
	// Changes say what became of what was in force and what is new: by kind, then by ID.
	Changes []Change `json:"changes"`
	// Looks say how visible protection is at each activity from door to door, by person and activity,
	// everyday life last.
	Looks []Look `json:"looks"`
	// Risks hold each threat against how exposed a person is, by person, activity, setting and threat. They
	// are for talking; nothing was chosen by them.
	Risks []Risk `json:"risks"`
	// Residuals say what is left of each threat, by person and threat.
	Residuals []Residual `json:"residuals"`
	// Concerns say what answers each worry, by person and worry.
	Concerns []ConcernAnswer `json:"concerns"`
	// Wishes say what became of each wish, by person and wish.
	Wishes []WishAnswer `json:"wishes"`
	// Balances say how protection, comfort and privacy stand for each person or site, by person.
	Balances []Balance `json:"balances"`
	// Disruptions are routines and events that a measure bends, by person, activity, setting and entry.
	Disruptions []Disruption `json:"disruptions"`
	// Fits say to each person why the plan fits them, by person.
	Fits []Fit `json:"fits"`
	// Refusals say what became of each refusal, by ID.
	Refusals []RefusalAnswer `json:"refusals"`
	// Information is what the people of the plan need to know, and nothing more, by category.
	Information []Information `json:"information"`
	// Readiness says whom the plan leans on outside the firm and who knows them, by role.
	Readiness []Readiness `json:"readiness"`
	// Proactive says how many of the firm's hours are spent before something happens.
	Proactive Share `json:"proactive"`
	// Burden is what the plan takes from the people and the firm together; the package comment has the
	// scale. It compares plans for one brief and says nothing by itself.
	Burden int `json:"burden"`
	// Bound is a burden that no plan meeting the same rows goes below.
	Bound int `json:"bound"`
	// Proven is yes where Burden equals Bound: nothing lighter meets the same rows. Unsaid where nothing was
	// searched for: in a [Comparison], of what is left as it is.
	Proven rapport.Answer `json:"proven"`
	// Others is how many other sets take the same and reach the same, each with nothing in it that could be
	// left out; of them all, the one with the fewest choices was taken, then the first in the order of choices.
	// At most 20 are counted.
	Others int `json:"others"`
	// OthersCounted is yes where there are exactly so many; no where there are at least so many.
	OthersCounted rapport.Answer `json:"others_counted"`
	// Size says how large the problem was.
	Size Size `json:"size"`
	// Reasons are those for the plan as a whole, in order.
	Reasons []rapport.Reason `json:"reasons"`
	// MadeWith lists the catalogues used, sorted.
	MadeWith []rapport.Edition `json:"made_with"`
	// Extensions carries an app's or a vendor's data on a stored plan; Compose leaves it empty.
	Extensions rapport.Extensions `json:"extensions,omitzero"`
}

// Size is how large the problem was that the plan is the answer to.
type Size struct {
	// Columns counts the choices: a measure in a scope.
	Columns int `json:"columns"`
	// Rows counts the demands.
	Rows int `json:"rows"`
	// Nodes counts the steps of the search.
	Nodes int `json:"nodes"`
}

// Validate reports a schema that this release does not read.
func (p Plan) Validate() error {
	var f rapport.Faults
	f.Schema("/schema", p.Schema, Schema)
	f.Join("/extensions", p.Extensions.Validate())
	return f.Err()
}

// Entry is one measure in one scope, with a frozen copy of its words.
type Entry struct {
	// ID is made of measure and scope; the same measure in the same scope has the same ID in every plan.
	ID rapport.ID `json:"id"`
	// Measure is the word.
	Measure MeasureID `json:"measure"`
	// Scope says what it reaches.
	Scope Scope `json:"scope"`
	// Person is the person or site, for the scopes person and activity, and the site for the others; of several
	// who do an activity together, the first.
	Person rapport.ID `json:"person,omitzero"`
	// Activity is the activity or post, for the scope activity; empty there means everyday life.
	Activity rapport.ID `json:"activity,omitzero"`
	// Setting is the kind of place, for the scopes place and activity.
	Setting client.Setting `json:"setting,omitzero"`
	// People lists the people and sites it works for, sorted.
	People []rapport.ID `json:"people"`
	// From is when it begins, for a dated activity and a last resort.
	From time.Time `json:"from,omitzero"`
	// To is when it ends: with its dated activity, and for a last resort after seven days at the latest.
	To time.Time `json:"to,omitzero"`
	// Name is what a person reads.
	Name string `json:"name"`
	// Done says what is done.
	Done string `json:"done"`
	// Limits says what it does not do.
	Limits string `json:"limits"`
	// Why says to the client what it is good for.
	Why string `json:"why"`
	// Visibility is how visible it is to outsiders.
	Visibility rapport.Visibility `json:"visibility"`
	// WhyNow says in a sentence what asks for it now.
	WhyNow string `json:"why_now"`
	// Without says in a sentence what falls if it goes.
	Without string `json:"without"`
	// Ends names the condition that ends it, for a last resort; empty for every other measure.
	Ends string `json:"ends,omitzero"`
	// Decides lists who has to agree before it starts, sorted: for a last resort and for an option.
	Decides []rapport.ID `json:"decides"`
	// OpenLaw lists questions of law or licence that nobody has answered for the place, sorted. It does not
	// start before.
	OpenLaw []Law `json:"open_law"`
	// Roles lists who carries it out, sorted.
	Roles []client.Role `json:"roles"`
	// Mode says whether it works before something happens, once it does, or both.
	Mode Mode `json:"mode"`
	// Intrusion is what it takes from the person.
	Intrusion Intrusion `json:"intrusion,omitzero"`
	// Shows lists what a person can notice of it, sorted.
	Shows []client.Element `json:"shows"`
	// Functions says what it does.
	Functions []Function `json:"functions"`
	// Layer says whether it works at the place or before.
	Layer Layer `json:"layer"`
	// Hours are the firm's staff hours a week, rounded up.
	Hours int `json:"hours"`
	// LeansOn lists roles outside the firm without whom it does not work, sorted.
	LeansOn []client.Role `json:"leans_on"`
	// Knows lists the kinds of information its people need, sorted.
	Knows []client.Category `json:"knows"`
	// Extensions carries the vendor's data of the measure.
	Extensions rapport.Extensions `json:"extensions,omitzero"`
	// Serves lists the rows it counts in, in the order of the plan's rows.
	Serves []rapport.ID `json:"serves"`
	// Loses lists the rows that fall if it goes, in the order of the plan's rows.
	Loses []rapport.ID `json:"loses"`
	// Reasons say why it is there, in order.
	Reasons []rapport.Reason `json:"reasons"`
}

// Row is one demand: of a threat at an activity, of a worry, of a wish.
type Row struct {
	// ID is made of what the row is about; it is the same in every plan.
	ID rapport.ID `json:"id"`
	// Kind says what is demanded.
	Kind RowKind `json:"kind"`
	// Person is the person or site.
	Person rapport.ID `json:"person"`
	// Activity is the activity or post; empty means everyday life, or no activity in particular.
	Activity rapport.ID `json:"activity,omitzero"`
	// Setting is where; empty means nowhere in particular.
	Setting client.Setting `json:"setting,omitzero"`
	// Threat is the threat; empty where a worry or a wish asks.
	Threat rapport.ID `json:"threat,omitzero"`
	// Cause is the worry or wish that asks; empty where a threat does.
	Cause rapport.ID `json:"cause,omitzero"`
	// Measure is what is expected or wished; empty for the other kinds.
	Measure MeasureID `json:"measure,omitzero"`
	// Level is the level planned for.
	Level rapport.Level `json:"level,omitzero"`
	// Need is how many points are needed; 1 or 2 where things are counted.
	Need int `json:"need"`
	// Got is how many there are.
	Got int `json:"got"`
	// Met says whether that is enough.
	Met rapport.Answer `json:"met"`
	// By lists the entries that count, sorted.
	By []rapport.ID `json:"by"`
	// LeansOn lists roles outside the firm on whom it leans, sorted.
	LeansOn []client.Role `json:"leans_on"`
	// Refused is the refusal that gives it up; empty where nobody does.
	Refused rapport.ID `json:"refused,omitzero"`
	// Missing says what is missing; empty where the row is met.
	Missing string `json:"missing,omitzero"`
	// Decides is who may accept that; empty where the row is met or nobody is named.
	Decides rapport.ID `json:"decides,omitzero"`
	// Reasons say why it is demanded and how it stands, in order.
	Reasons []rapport.Reason `json:"reasons"`
}

// Change says what became of one measure.
type Change struct {
	// Kind says what.
	Kind ChangeKind `json:"kind"`
	// InForce is the measure in force; empty for a new one.
	InForce rapport.ID `json:"in_force,omitzero"`
	// Measure is the word.
	Measure MeasureID `json:"measure"`
	// Entry is the entry; empty where there is none any more.
	Entry rapport.ID `json:"entry,omitzero"`
	// People lists the people and sites it concerns: for whom the measure works or worked, sorted.
	People []rapport.ID `json:"people"`
	// ReplacedBy lists the entries that do its work now, sorted.
	ReplacedBy []rapport.ID `json:"replaced_by"`
	// Reasons say why, in order.
	Reasons []rapport.Reason `json:"reasons"`
}

// Look is how visible protection is at one activity.
type Look struct {
	// Person is the person or site.
	Person rapport.ID `json:"person"`
	// Activity is the activity or post; empty means everyday life.
	Activity rapport.ID `json:"activity,omitzero"`
	// Setting is where.
	Setting client.Setting `json:"setting"`
	// Near is the rung near the person.
	Near rapport.Visibility `json:"near"`
	// Place is the rung at the place.
	Place rapport.Visibility `json:"place"`
	// To is when a dated activity ends, and what is seen of it.
	To time.Time `json:"to,omitzero"`
	// Discretion is the choice that the rungs were taken from.
	Discretion privacy.Discretion `json:"discretion"`
	// Reasons say why these rungs, in order.
	Reasons []rapport.Reason `json:"reasons"`
}

// Residual says in words what is left of one threat for one person, at the place where most is left.
type Residual struct {
	// Person is the person or site.
	Person rapport.ID `json:"person"`
	// Threat is the threat.
	Threat rapport.ID `json:"threat"`
	// Activity is the activity where most is left; empty means everyday life.
	Activity rapport.ID `json:"activity,omitzero"`
	// Setting is where that is.
	Setting client.Setting `json:"setting"`
	// Before is the level without cover.
	Before rapport.Level `json:"before"`
	// Level is what is left: one step less for each full twenty points of cover, never below low. House
	// judgement.
	Level rapport.Level `json:"level"`
	// Gap is the weakest row or the limit of the main measure.
	Gap string `json:"gap"`
	// Text says it to the client.
	Text string `json:"text"`
}

// ConcernAnswer says what answers one worry.
type ConcernAnswer struct {
	// Person is who worries.
	Person rapport.ID `json:"person"`
	// Concern is the worry.
	Concern rapport.ID `json:"concern"`
	// Kind is its kind.
	Kind client.ConcernKind `json:"kind"`
	// Covered says how far the plan answers it: fully where everything that the threats behind it ask for at
	// places is reached and something reassures where that is asked for.
	Covered Extent `json:"covered"`
	// Threats lists the assessed threats to check it against, sorted.
	Threats []rapport.ID `json:"threats"`
	// By lists the entries that answer it, sorted.
	By []rapport.ID `json:"by"`
	// Reasons say how it is answered, in order.
	Reasons []rapport.Reason `json:"reasons"`
}

// WishAnswer says what became of one wish.
type WishAnswer struct {
	// Person is whose wish it is.
	Person rapport.ID `json:"person"`
	// Wish is the wish.
	Wish rapport.ID `json:"wish"`
	// Kind is its kind.
	Kind client.WishKind `json:"kind"`
	// Kept says how far the plan keeps it; unknown where it is kept or broken by conduct, not by measures.
	Kept Extent `json:"kept"`
	// By lists the entries that keep it, or go against it, sorted.
	By []rapport.ID `json:"by"`
	// Reasons say why, in order.
	Reasons []rapport.Reason `json:"reasons"`
}
