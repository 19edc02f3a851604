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
// deterrence a threat calls for and everything that pushes decide the preferred rung. A recent choice
// holds back a small step down, never a step up. All weights are house judgement. It fails only on invalid
// input and reports every problem at once. Its cost grows with the choice's lists times the entries of the
// catalogue that concern the place.
func (s Selector) SelectDiscretion(c Choice, at time.Time) (Discretion, error) {
	sc, err := s.read(c, "", c, at)
	if err != nil {
		return Discretion{}, err
	}
	atNear, atPlace := sc.judge(WhereNear), sc.judge(WherePlace)
	near, nearReasons := sc.ladder(WhereNear, atNear)
	place, placeReasons := sc.ladder(WherePlace, atPlace)
	vigilance, alert := sc.vigilance()
	reasons := slices.Concat(sc.reasons, nearReasons, placeReasons)
	reasons = append(reasons, alert)
	return Discretion{
		Activity: c.Activity.ID, Setting: sc.setting, Near: near, Place: place, Vigilance: vigilance,
		Flips: sc.flips(atNear, atPlace), Yields: sc.yields(),
		Reasons: rapport.SortReasons(reasons), MadeWith: editions(s.words, s.client),
	}, nil
}

// inChoice is where a question about a choice holds it.
const inChoice rapport.Pointer = "/choice"

// read checks a question, with its choice at a place in it, and reads the choice. More names the words of
// the question that only the engine knows.
func (s Selector) read(question interface{ Validate() error }, in rapport.Pointer, c Choice, at time.Time, more ...func(*rapport.Faults)) (*scene, error) {
	var f, inside rapport.Faults
	f.At("", at)
	f.Join("", question.Validate())
	s.check(&inside, c)
	if c.Last.Since.After(at) {
		inside.AfterMoment("/last/since")
	}
	sc := s.scene(&inside, c, at)
	f.Join(in, inside.Err())
	for _, check := range more {
		check(&f)
	}
	return sc, f.Err()
}

// rooted puts the subjects of reasons about a choice where a question holds it.
func rooted(reasons []rapport.Reason) []rapport.Reason {
	for i := range reasons {
		reasons[i].Subject = reasons[i].Subject.Under(rapport.Path(inChoice))
	}
	return reasons
}

// check notes words that the engine does not know.
func (s Selector) check(f *rapport.Faults, c Choice) {
	f.Join("/profile", s.client.CheckProfile(c.Profile))
	f.Join("/activity", s.client.CheckActivity(c.Activity))
	for i, threat := range c.Threats {
		f.Join(rapport.Pointer("/threats").Index(i), s.client.CheckThreat(threat))
	}
	for i, r := range c.Rules {
		if r.Setting != "" {
			checkWord(f, rapport.Pointer("/rules").Index(i).Child("setting"), r.Setting, s.client.Setting)
		}
	}
}
