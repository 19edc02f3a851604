// Package client answers who the protected person is: what they need and fear, how they live, how
// protection feels to them, and what threatens them.
//
// # The model in five nouns
//
// A [Profile] is what is known of one principal: ranked needs, dated evidence, felt concerns, activities,
// reactions, wishes. A [Threat] is what a professional has assessed, with the log of what its source did.
// The two are never mixed: a worry is not evidence of a threat, and a threat is no reason to expect a
// worry; the types [ConcernKind] and [ThreatKind] keep them apart. [Scores] are what a profile says at a
// moment. A [Picture] is one threat as it has to be planned for at a moment. A [Scorer] holds the words:
// settings, activities, elements and the other lists of a [Catalogue], which packs extend.
//
// # Zero values
//
// Everything that nobody has said is missing, listed in [Scores].Missing with what has to wait for it,
// and never read as no, as nothing or as the middle. The zero [Scorer] knows the standard catalogue. An
// unknown level of threat is planned as moderate, and the reasons say so.
//
// # Errors
//
// An error lists every problem of an input at its place: IDs and words out of their grammar, words the
// scorer does not know, facts dated after the moment that is asked about, lists beyond their limits. There
// is no partial result.
//
// # Determinism and concurrency
//
// The same input and moment give the same result, byte for byte, for every order of lists whose order
// says nothing. Days and times of day are read in the location of the moment. Nothing is changed by
// reading, no result shares memory with an input, and all functions are safe for concurrent use.
//
// # Limits
//
// Weights of needs are rank-order centroids, a published method that needs a ranking alone. That reactions
// to visible protection depend on the setting is the best supported finding in this field; that fear,
// judged risk and what people avoid are three things is well supported too. All other numbers (shelf
// lives, weights of evidence, shares, bands, steps of a level) are house judgement, to be calibrated by
// the firm that uses them. Nothing here diagnoses a person or predicts what somebody will do.
//
// # Where to start
//
// Build a [Profile] as a literal and call [Score]; build a [Threat] and call [Scorer.Picture] on the zero
// [Scorer]. Show the reasons.
package client
