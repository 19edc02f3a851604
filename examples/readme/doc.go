// Command readme is the one-screen program of the README, kept true by a test.
package main
