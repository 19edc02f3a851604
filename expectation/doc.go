// Package expectation will answer what was agreed, what cannot be promised, and what is asked on top: a
// document of clauses with stable identities, drawn from a plan, its limits and the terms of the
// engagement.
//
// It stands on floor 4 and may import packages plan, privacy, client and trust. The room holds nothing
// yet.
package expectation
