package client

import (
	"fmt"
	"math/rand/v2" // want `library package imports math/rand/v2`
	"os"           // want `library package imports os`
	clock "time"
)

func init() { // want `library package has an init`
}

func f(t clock.Time) {
	go f(t)                   // want `library package starts a goroutine`
	_ = clock.Now()           // want `library package uses time.Now`
	g := clock.Since          // want `library package uses time.Since`
	_ = clock.Local           // want `library package uses time.Local`
	_ = t.Local()             // want `library package uses \(time.Time\).Local`
	h := clock.Time.Local     // want `library package uses \(time.Time\).Local`
	clock.Sleep(clock.Second) // want `library package uses time.Sleep`
	fmt.Println(g, h)         // want `library package uses fmt.Println`
	println(os.Args)          // want `library package calls println`
	panic(rand.Int())         // want `library package calls panic`
}

// MustF may panic.
func MustF() { panic("f") }

// Local is a method of the package's own.
func (s scale) Local() scale { return s }

type scale struct{ Now int }

func pure(t clock.Time, s scale) (clock.Time, int, string) {
	panic := func(string) {}
	panic("not the built-in")
	return t.UTC(), s.Local().Now, fmt.Sprint(clock.UTC)
}
