// Package client answers who the protected person is: what they need and fear, how they live, how
// protection feels to them, and what threatens them.
//
// # The model in five nouns
//
// A [Profile] is what is known of one principal: ranked needs, dated evidence, felt concerns, activities,
// reactions, wishes, changes in life. It comes out of a [Sheet], the intake: questions as data, with the
// answers given so far. A [Threat] is what a professional has assessed, with the log of what its source
// did; the types [ConcernKind] and [ThreatKind] keep it apart from worry. [Scores] are what a profile says
// at a moment. A [Mandate] says who stands where and who decides what. A [Scorer] holds the words (settings,
// activities, elements, questions and the other lists of a [Catalogue], which packs extend) and has the
// verbs:
//
//	[Scorer.Next], [Scorer.Open]        what to ask
//	[Scorer.Draw]                       an intake becomes a profile and a mandate
//	[Scorer.Score]                      what a profile says, and what is missing
//	[Scorer.Picture]                    one threat as it has to be planned for
//	[Scorer.Contrast]                   felt worry beside assessed threat, and what follows
//	[Scorer.Propose], [Scorer.Settle]   something said or seen becomes a change that others agree to
//	[Scorer.Compare]                    what has changed between two versions
//	[Mandate.Decides]                   who decides about a matter
//
// # What the profile says to others
//
// Upper rooms read a score through [Scores.Weight], [Scores.Dimension], [Scores.Tolerance],
// [Scores.Activity] and [Scores.Unserved], feelings through [Scorer.Feeling], and threats through
// [Scorer.Picture] and [Scorer.LevelAt]. A payer or an ordering party is shown [Scores.Coverage] and nothing
// else. Profiles and sheets hold no name, address or health fact: people and places are IDs of the app, a
// question whose answer would identify somebody takes references to what the app keeps sealed, and own words
// with an address, a number or a form of address and a name in them are refused.
//
// # Zero values
//
// Everything that nobody has said is missing, listed in [Scores].Missing with what has to wait for it and
// the question that fills it, and never read as no, as nothing or as the middle. The zero [Scorer] knows the
// standard catalogue. An unknown level of threat is planned as moderate, and the reasons say so.
//
// # Errors
//
// An error lists every problem of an input at its place: IDs and words out of their grammar, words the
// scorer does not know, facts dated after the moment that is asked about, answers that do not fit their
// question, lists beyond their limits. There is no partial result.
//
// # Determinism and concurrency
//
// The same input and moment give the same result, byte for byte, for every order of lists whose order
// says nothing. Days and times of day are read in the location of the moment. Nothing is changed by
// reading, no result shares memory with an input, and all functions are safe for concurrent use.
//
// # Limits
//
// Weights of needs are rank-order centroids, a published method that needs a ranking alone; weights from
// comparisons are principal eigenvectors, whose gate of consistency is a convention. That reactions to
// visible protection depend on the setting is the best supported finding in this field; that fear, judged
// risk and what people avoid are three things is well supported too. All other numbers (shelf lives, weights
// of evidence, shares, bands, steps of a level, what a lever leaves) are house judgement, to be calibrated
// by the firm that uses them. Two short statements are no scale and never decide alone. Nothing here
// diagnoses a person, compares them with others or predicts what somebody will do.
//
// # Where to start
//
// Ask what [Scorer.Next] gives and draw the sheet, or build a [Profile] as a literal; call [Score]; show the
// reasons.
package client
