// Package rapport holds the words that all rooms of the library share.
//
// The library models the relationship between a protective-security firm and its client. Each room
// answers one question: package client, who the protected person is and what threatens them; package
// privacy, how visible protection is and who may know what; package plan, which measures are the least
// intrusive that still meet the floor; packages expectation, trust and conflict, what was agreed, how
// the relationship stands, and what to do when somebody is upset. This package is the floor below all
// of them and imports none.
//
// # The model in five nouns
//
// A scale ([Level], [Band], [Feeling], [Visibility], [Urgency], [Audience], [Answer]) is a short, closed
// list of words whose zero value is "unknown". A word is an open vocabulary's entry, an [ID] is the
// app's own key. A [Reason] says why a verdict is what it is; its [Path] names the cause. A [FieldError]
// says what is wrong with an input; its [Pointer] names the place. An [Edition] says which catalogue a
// result was made with.
//
// # Zero values
//
// The zero value of every type means "nothing known" or "nothing said" and is never read as "no" or as
// a number. [Estimate] with confidence 0 is unknown whatever its value.
//
// # Errors
//
// An error means invalid input and nothing else. [Problems] lists every problem of an error, each with
// its place and a stable code. No error contains a value or an unknown key of the input.
//
// # Determinism and concurrency
//
// Nothing here reads a clock, an environment or a random source, and nothing depends on the machine's
// time zone. All functions are safe for concurrent use; values are plain and are not changed by reading.
//
// # Limits
//
// Scales are coarse on purpose: people judge in words, and the library does not add precision that
// nobody has. Numbers that look finer than their evidence carry their confidence beside them.
//
// # Where to start
//
// Read an input with [Decode], call the main verb of the room that answers your question, show the
// reasons of the result. The program in the README does this once from end to end.
package rapport
