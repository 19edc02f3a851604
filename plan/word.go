package plan

// MeasureID is a word for something the firm does or installs.
type MeasureID string

// Group is a word for measures that fail together or repeat each other: of one group only the best
// counts, per threat and activity.
type Group string

// Condition is a word for a fact without which a measure is not offered.
type Condition string

// Effort is a word for how many staff hours a measure takes.
type Effort string

// Law is a word for a question of law or licence.
type Law string

// Variant is a word for measures that a person would call the same thing again.
type Variant string
