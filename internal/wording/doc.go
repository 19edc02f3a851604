// Package wording checks every text a client may read: for certainty about an outcome, for blame, for
// words of the trade, and for how easy it is to read. It is the one checker of the library; the
// catalogues call it when they are joined, the conformance kits call it over vendors' packs.
//
// What is looked for is data: the files in lexicon/ are edited by people, lexicon_gen.go is made from
// them. The lexicons are house judgement and English only.
//
// What counts as certainty: a verdict or promise about an outcome ("you are safe", "this can never
// happen", "we guarantee it"). What we do or do not do may be said without reserve ("we never follow you
// in secret", "we always ask first"), and so may the denial of certainty ("nobody can guarantee it",
// "this does not remove the risk"), and a condition ("once the road is safe"). A description of a habit
// ("always the same route", "at certain times") is no promise. A denial or condition counts when at
// most three words and no punctuation stand between it and the finding; so a verdict can slip through
// ("if asked you are safe"), and a denial further off is reported.
//
// A blank in braces ("{place}") is one word of unknown content: it is never a finding, and for
// readability it counts as one word of two syllables.
//
// Everything here is a pure function of its arguments, safe for concurrent use, and takes time in
// proportion to the length of the text. The checker compares words; it does not understand sentences. It
// is a help for whoever writes texts, and no filter against somebody who wants to get past it.
package wording
