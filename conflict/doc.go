// Package conflict will answer what to do and say when somebody is upset: at least two genuine options
// and a fallback, each feasible, lawful and within the officer's authority, with words that do not
// command, threaten or humiliate.
//
// It stands on floor 2, beside package privacy, and imports package client and floor 0. The room holds
// nothing yet.
package conflict
