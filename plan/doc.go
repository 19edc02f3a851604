// Package plan answers one question: which measures are the least intrusive that still meet the floor,
// for whom, where, and why. It composes a plan for a household or a site from what threatens it
// (package client), how visible protection should be (package privacy), and what is in force.
//
// # The model in five nouns
//
// A measure is something the firm does or installs, with what it does, what it takes and what it does not
// do ([MeasureEntry]). A [Row] is a demand: of a threat at an activity, of a worry, of a wish. An [Entry]
// is a measure chosen in one scope: for a household, a place, a person or an activity. A [Change] says
// what became of what was in force. A [Look] says how visible protection is at an activity.
//
// # How a plan is composed
//
// Every activity of a person that is not over is planned, with the kerb and the door of each outing where a
// threat bites there, and everyday life at home and online where
// nobody listed it; a site has posts instead. A threat bites at an activity whose setting lies in one of
// the threat's or contains one, and where its source has been. Each bite asks for rows:
//
//   - cover: the floor of its level, in points; of measures that fail together only the best counts
//   - place: the part of the floor that works where the harm would happen, for kinds that need somebody there
//   - person, detect, respond: at high and severe, a person of ours at the place who can act, and
//     something that notices and acts; a button is not a person
//   - known-place: where the source has been or a message named, somebody who knows the face, or a changed
//     pattern
//   - pattern: where the source has met a routine more than once and so knows its hour, another time, door
//     or place
//   - announced: at an announced appearance, a visit beforehand and one officer beside the person, until it
//     ends
//
// A level that nobody assessed is planned as moderate. To these come the measures that any professional
// would be faulted for leaving out (expected), something that reassures where a worry or raised anxiety
// asks for it, and structured contact where somebody wishes to meet people. Worry without a threat gets
// reassurance and no guards.
//
// Whoever has the right to it may give up a row, and refuse a measure: the row stays in the plan as given
// up, the measure stays away with all that the person would call the same thing again ([Refusal]). A person
// may also set how much protection may take at most ([Ceiling]).
//
// One exact problem is solved for the whole brief: the smallest burden under which every row is met. A
// measure that puts something at the place is not chosen above the rung of visibility in use: the first of
// privacy's order at which everything that can be reached is reached. Bounds are never left. The lower end
// of an order weighs in the burden of who is near the person, and binds them where law, venue, host or
// insurer set it. What is in force and minded by nobody is paid for: it stays, up to the hard bound,
// unless it carries no row, does not go with something needed, or somebody minds it: a reaction of -2 or
// worse, a strong wish, a line. A plain wish weighs in the burden only.
//
// A measure that restricts the person is a last resort. It may be chosen only in a second search, made where
// the first leaves something about safety unreached, never to spare something, and only where it brings a
// row to its need; it has an end, a condition that ends it, and somebody who decides. What a firm never
// chooses by itself, such as arms, is an option: shown where it was asked for and every question of law is
// answered with yes, and no part of the plan.
//
// A row that cannot be met stays in the plan with what is missing, the bound, line, refusal or ceiling that
// stands in the way, and who may accept it. Every row is counted again from what was chosen, without the solver; what a plan
// says of its rows rests on that count alone.
//
// # What a plan shows
//
// Each [Entry] says why now and what falls without it. For each person a [Balance] holds protection, comfort
// and privacy apart, with what moved each; a [Disruption] names what is bent and the gentler way that was
// considered; a [Fit] says why the plan fits. A [Risk] holds a threat against the exposure of an activity, for
// a conversation and never for choosing. [Information] is what the people of the plan need to know, and no
// more; [Readiness] who knows those outside on whom it leans; [Share] how much of it is done beforehand.
//
// [Planner.Compare] lays levels of protection side by side for an informed choice. [Planner.Sensitivity] finds
// the levels and bands on which the plan hangs. [Plan.Difference] says what came and went between two plans,
// [Planner.Contrast] which input made the difference.
//
// # What is done before something happens
//
// [Planner.Programme] reads a [Watch]: what of the standing works was done and when, what was found, what
// early warnings were observed. It says what is to be done, by whom and how soon. A work of which nobody has
// said that it was done is due. A finding has a day by its severity; past it, it is an early warning itself,
// unless somebody who may decide that leaves it open until a day. A sign is conduct or a state of things,
// never who somebody is; it ends when what it calls for was done, and whoever reported it was told what came
// of it.
//
// # Zero values
//
// The zero [Brief] has nobody to protect and gives an empty plan. The zero [Planner] is the standard one.
// Facts that are not asserted and do not follow from the brief are absent: what depends on them is not
// offered.
//
// # Errors
//
// An error means invalid input: a word or ID that points to nothing, a brief beyond the stated limits
// ([MaxSubjects] and those beside it, or more than 1,024 choices to weigh), a measure in force that is not
// known. A row that is not met is a verdict, not an error.
//
// # Determinism and concurrency
//
// The same brief gives the same plan for every order of its lists, on every machine. Work is bounded by
// the nodes of the brief, not by a clock; a search that ends early says how far from the least plan the
// answer can be. Engines are immutable and safe for concurrent use; inputs are not changed.
//
// # Limits of the science
//
// There are no published effect sizes for this work. Bands, points, floors and burdens are house
// judgement, to be calibrated by the firm; they order alternatives and measure nothing. What is left of a
// risk is said in words.
//
// # Where to start
//
// Fill a [Brief], call [Compose], show entries, unmet rows and changes with their reasons. [Plan.For] is
// the view for one person. For the weeks between plans fill a [Watch] and call [Planner.Programme].
package plan
