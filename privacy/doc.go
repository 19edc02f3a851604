// Package privacy answers two questions: how visible protection should be, and who may know what.
//
// # The model in five nouns
//
// A [Choice] asks about the visibility of protection at one activity; a [Discretion] answers with two
// ladders, near the person and at the place, each with hard bounds and the rungs inside them in order of
// preference, with what each would cost and what would change it. The caller takes the first rung that
// meets its floor and never leaves the bounds. A
// [Request] is one person asking for one category of information for one purpose; the [Register] is what
// the firm knows about who stands where, and the only source of facts; a [Decision] answers in full, in
// part, or not, with every rule that matched.
//
// Around the choice: [Selector.CarryOut] says what to wear, drive and do at the rungs taken,
// [Selector.KeepDistance] and [Selector.Positions] how near and from where, [Selector.Reach] how the person
// reaches the team with nobody beside them, [Selector.FeelsWatched] whether they feel watched and what to
// change first, [Selector.StepDown] what it takes to show less, and [Selector.HowKept] tells the client how
// privacy is kept.
//
// Around the decision: [Sealed] facts in a [Dossier], which only the [Grant] of a decision opens; a [Desk]
// for many requests; [Policy.Handling] and [Policy.Retention] for how information is kept and ends; a [Log]
// of who learned what, with the client's page of it ([Policy.Summary]) and what parts come to together
// ([Policy.Sums]); [Policy.Minimum] for what is enough, [Policy.Assurance] for what may be promised, and
// [Policy.Boundaries] for whether an action crosses a wish.
//
// # Zero values
//
// The zero [Selector] and the zero [Policy] work with the standard catalogue. An empty register knows
// nobody, and then nobody learns anything. Facts that open something count only when the register
// asserts them; a circumstance, a relation or an age registered as unsaid leaves the decision undecided
// where it matters, which is to be treated as a no. A feeling that nobody has asked for pushes nowhere
// and is reported.
//
// # Errors
//
// An error lists every problem of an input at its place: shapes, unknown words, a missing moment. A
// refusal is never an error, and neither are bounds that contradict each other: then the order is empty
// and the reasons name both.
//
// # Determinism and concurrency
//
// The same input and moment give the same result, byte for byte, for every order of the input's lists.
// Inputs are not changed, results share no memory with them, and all functions are safe for concurrent
// use.
//
// # Limits
//
// That visible protection reassures in one place and disturbs in another is well supported (van de Veer
// et al. 2012; Doyle et al. 2015); how strongly each driver pushes, every bound, window, rule, distance,
// time and tactic is house judgement, to be calibrated by the firm and checked against the law of the
// place, which is input here and never claimed. Bands of distance start from the zones of Hall (1966):
// labels, and no laws. A decision says what may be told; it cannot keep anybody from telling it. A seal
// keeps a fact out of logs and files by accident; it is no protection against whoever can change the
// program or read its memory: encrypt what [Dossier.Export] writes. A log shows that it was changed only to
// whoever kept its head apart. Reasons and denials are for the file; only [Decision.Say] is meant for the
// one who asked.
//
// # Where to start
//
// Keep what is confidential in a [Dossier] from the first day. Call [SelectDiscretion] with a [Choice]
// literal, and [Selector.CarryOut] with the rungs taken. Call [Policy.Decide] on the zero [Policy] with a
// request and the firm's register, open with its grant, and write it into the [Log]. Show the reasons.
package privacy
