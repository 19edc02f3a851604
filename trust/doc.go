// Package trust will answer how the relationship stands and where it is going: a standing with level,
// uncertainty and trend, computed for any past moment from dated observations, one track for each
// [github.com/rapport-go/rapport.Audience].
//
// It stands on floor 1 and imports nothing of the library but the words of floor 0. The room holds
// nothing yet.
package trust
