package privacy

// Purpose is a word for what information is asked for. It is said before the answer; what was learned
// for one purpose is not available for another.
type Purpose string

// Bound is a word for a hard bound on visibility.
type Bound string

// Driver is a word for something that pushes the choice of visibility.
type Driver string

// RuleID is a word for a rule of need-to-know.
type RuleID string

// Denial is a word for a kind of denial. It is for the file; what the asker may hear is [Decision.Say].
type Denial string
