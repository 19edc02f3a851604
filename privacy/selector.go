package privacy

import (
	"slices"
	"time"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
)

// Selector chooses how visible protection should be. The zero value is the standard one. A Selector is
// immutable and safe for concurrent use.
type Selector struct {
	words  *words
	client client.Scorer
}

// NewSelector joins the packs with the standard catalogue. It reports every problem at once.
func NewSelector(config Config) (Selector, error) {
	w, err := join(config)
	if err != nil {
		return Selector{}, err
	}
	return Selector{words: w, client: config.Client}, nil
}

// SelectDiscretion chooses with the standard [Selector].
func SelectDiscretion(c Choice, at time.Time) (Discretion, error) {
	return Selector{}.SelectDiscretion(c, at)
}

// SelectDiscretion says how visible protection should be at one activity, as judged at a moment. Hard
// bounds come first: threat, law, venue, host, insurer, setting, the person's lines. Inside them, what
// deterrence a threat calls for and everything that pushes decide the preferred rung. All weights are
// house judgement. It fails only on invalid input and reports every problem at once.
func (s Selector) SelectDiscretion(c Choice, at time.Time) (Discretion, error) {
	var f rapport.Faults
	f.At("", at)
	f.Join("", s.check(c))
	if c.Last.Since.After(at) {
		f.AfterMoment("/last/since")
	}
	sc := s.scene(&f, c, at)
	if err := f.Err(); err != nil {
		return Discretion{}, err
	}

	near, nearReasons := sc.ladder(WhereNear)
	place, placeReasons := sc.ladder(WherePlace)
	vigilance := sc.vigilance()
	reasons := slices.Concat(sc.reasons, nearReasons, placeReasons)
	reasons = append(reasons, because(CodeVigilance, "/threats", 0, vigilance.String()))
	return Discretion{
		Activity: c.Activity.ID, Setting: sc.setting, Near: near, Place: place, Vigilance: vigilance,
		Reasons: rapport.SortReasons(reasons), MadeWith: editions(s.words, s.client),
	}, nil
}

// check reports problems of shape and words that the engine does not know.
func (s Selector) check(c Choice) error {
	var f rapport.Faults
	f.Join("", c.Validate())
	f.Join("/profile", s.client.CheckProfile(c.Profile))
	f.Join("/activity", s.client.CheckActivity(c.Activity))
	for i, threat := range c.Threats {
		f.Join(rapport.Pointer("/threats").Index(i), s.client.CheckThreat(threat))
	}
	for i, r := range c.Rules {
		if r.Setting != "" {
			checkWord(&f, rapport.Pointer("/rules").Index(i).Child("setting"), r.Setting, s.client.Setting)
		}
	}
	return f.Err()
}
