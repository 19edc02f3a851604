package main

import "os"

var Args = os.Args

func main() { go println(Args) }
