// Package greet stands for the library in the tests of the README's program.
package greet

// Greeting returns one.
func Greeting() string { return "hello, world" }
