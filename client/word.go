package client

// Setting is a word for where something happens; settings form one tree with the root "anywhere".
type Setting string

// ActivityKind is a word for what is done; activities form a tree.
type ActivityKind string

// Element is a word for what a person can notice of protection: a uniform, a car, a camera. Reactions,
// wishes and measures meet in it.
type Element string

// ThreatKind is a word for what has been assessed.
type ThreatKind string

// ConcernKind is a word for what a person worries about. It is another type than ThreatKind so that
// the compiler keeps the two apart.
type ConcernKind string

// ContactKind is a word for what the source of a threat did.
type ContactKind string

// Dimension is a word for a psychological dimension.
type Dimension string

// EvidenceKind is a word for where a piece of evidence comes from.
type EvidenceKind string

// WishKind is a word for a preference or line.
type WishKind string

// NeedKind is a word for a need that people have of protection beside the four that everybody ranks.
type NeedKind string

// Pattern is a word for how regularly something happens.
type Pattern string

// LifeChangeKind is a word for a change in somebody's life.
type LifeChangeKind string

// EngagementKind is a word for the service a firm gives.
type EngagementKind string

// Section is a word for a part of the intake.
type Section string

// Question is a word for a question of the intake.
type Question string

// InteractionKind is a word for something that was said or seen and bears on a profile.
type InteractionKind string

// Stance is a word for what follows where felt worry and assessed threat are laid side by side.
type Stance string

// Role is a word for why a person is near the work or the information; it is not a rank.
type Role string

// Category is a word for a kind of information.
type Category string
