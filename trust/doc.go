// Package trust answers how the relationship stands and where it is going: with whom, how sure that is,
// what moved it, and what to do next.
//
// # The model in five nouns
//
// A [Signal] is one dated observation that bears on trust; its [Kind] says on which of seven sides of the
// service, in which direction and how much, its [Source] how far it counts. A [Ledger] is what was recorded
// about one relationship, counted by UTC day. A [Standing] is what both say of one audience on a day:
// state, value, doubt, trend, movers, warnings. A [Repair] is the way back after a failing. A [Tracker]
// holds the words of a [Catalogue], which packs extend, and reads signals with them.
//
// Two doors lead to a standing. [Assess] takes all signals and answers for any day of the past. A ledger,
// for fleets and devices, is fed one by one ([Tracker.Record]), summed ([Tracker.Merge]) and folded
// ([Tracker.Fold]); its answers are equal to the last bit. Beside it stand matters that were raised
// ([Tracker.Loops]), how we keep in touch ([Tracker.Engage]), what people tell us ([Tracker.HandOn]), how a
// renewal looks ([Tracker.Outlook]), and the chart ([Tracker.Course]).
//
// # Zero values
//
// Where nothing is known the state is unknown and says so; that is never read as low. The zero [Tracker]
// knows the standard catalogue. The zero [Ledger] lacks its ID. A moment stands for its whole UTC day.
//
// # Errors
//
// An error lists every problem of an input at its place: IDs and words out of their grammar, words the
// tracker does not know, kinds that do not bear on the relationship (with the reason), one ID for two
// contents, moments in the folded past, ledgers that overlap or belong together with nothing. There is no
// partial result, and on an error a ledger stays as it is.
//
// # Determinism and concurrency
//
// The same signals and moment give the same result, byte for byte, in every order and on every machine:
// counts and values are integers, and forgetting is read from a table. [Tracker.Record] changes the ledger
// it is handed and is the one verb that changes anything; whoever records from several goroutines guards
// the ledger. All else is safe for concurrent use, and no result shares memory with an input.
//
// # Limits
//
// Counting evidence for and against, with what is not known beside it, is a published method (Jøsang and
// Ismail 2002; Jøsang 2016) and good bookkeeping; no more is claimed for it. That bad news weighs more and
// that an apology mends a failure of skill and not of honesty are supported in direction (Slovic 1993,
// with the caveat of Poortinga and Pidgeon 2004; Kim and others 2004). All sizes (weights, half-lives,
// ceilings, borders, times) are house judgement, tried on invented histories, to be calibrated by the firm
// ([Numbers]). The answers are about a relationship. They grade no officer and predict nobody.
//
// # Where to start
//
// Note signals as they happen, call [Assess], and show State, Trend, the first reasons and
// Guidance.First.
package trust
