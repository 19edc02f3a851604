package privacy

import (
	"cmp"
	"slices"
	"strconv"
	"time"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
	"github.com/rapport-go/rapport/internal/scale"
)

// DistanceID is a word for a context in which distance is kept in its own way.
type DistanceID string

// Spot is a word for a spot inside a setting: a lift, a private room.
type Spot string

// SpotEntry is a spot inside a setting.
type SpotEntry struct {
	// ID is the word.
	ID Spot `json:"id"`
	// EN is the English wording.
	EN SpotWords `json:"en"`
}

// SpotWords is the English wording of a spot.
type SpotWords struct {
	// Means says what it is.
	Means string `json:"means"`
}

// Gap is a distance between an officer and the person, in centimetres. The zero value is a place rather
// than a distance, as the next room.
type Gap struct {
	// From is the nearest.
	From int `json:"from,omitzero"`
	// To is the farthest; at least From.
	To int `json:"to,omitzero"`
}

// IsZero reports whether it is no distance.
func (g Gap) IsZero() bool { return g == Gap{} }

// DistanceEntry says how far off an officer keeps, for whoever likes company close, for whoever has not
// said, and for whoever wants room. All are house judgement, around the zones of Hall (1966), which are
// labels and no laws: discomfort rises steeply where somebody comes too near and gently where they are too
// far, so in doubt farther is chosen.
type DistanceEntry struct {
	// ID is the word.
	ID DistanceID `json:"id"`
	// Spot narrows it to a spot; empty means none.
	Spot Spot `json:"spot,omitzero"`
	// When says where it holds. Of several that hold, one for the spot comes first, then the one with more
	// facts, then one for the activity, then the one for the closest setting.
	When Condition `json:"when,omitzero"`
	// Near is for whoever likes company close.
	Near Gap `json:"near,omitzero"`
	// Plain is for whoever has not said.
	Plain Gap `json:"plain,omitzero"`
	// Far is for whoever wants room.
	Far Gap `json:"far,omitzero"`
	// Closest is what is not gone below unless there is danger, in centimetres; 0 means that no figure is
	// given.
	Closest int `json:"closest,omitzero"`
	// EN is the English wording.
	EN DistanceWords `json:"en"`
}

// DistanceWords is the English wording of distances.
type DistanceWords struct {
	// Near says the near distance or place, as half a sentence.
	Near string `json:"near"`
	// Plain says the plain one.
	Plain string `json:"plain"`
	// Far says the far one.
	Far string `json:"far"`
	// Note says what else is looked to.
	Note string `json:"note"`
}

// Stop is one of the three distances of a context. The zero value is unknown.
type Stop uint8

// The members of Stop, in order.
const (
	// StopUnknown means not said.
	StopUnknown Stop = iota
	// StopNear is for whoever likes company close.
	StopNear
	// StopPlain is for whoever has not said.
	StopPlain
	// StopFar is for whoever wants room.
	StopFar
)

var stopWords = []string{"unknown", "near", "plain", "far"}

// String returns the word; for a value that is no member, Stop(n).
func (s Stop) String() string { return scale.String("Stop", stopWords, uint8(s)) }

// MarshalText returns the word, or an error for a value that is no member.
func (s Stop) MarshalText() ([]byte, error) { return scale.Marshal("Stop", stopWords, uint8(s)) }

// UnmarshalText accepts a word of the scale, letter for letter.
func (s *Stop) UnmarshalText(text []byte) error {
	member, err := scale.Parse("Stop", stopWords, text)
	if err == nil {
		*s = Stop(member)
	}
	return err
}

// Distance asks how far off an officer keeps. The zero value lacks its choice and is not valid.
type Distance struct {
	// Choice is the activity.
	Choice Choice `json:"choice"`
	// Spot narrows it to a spot inside the setting; empty means none.
	Spot Spot `json:"spot,omitzero"`
	// Said is the distance that the person named for this, which comes before every table; zero means that
	// they named none.
	Said Gap `json:"said,omitzero"`
}

// Validate reports problems of shape.
func (d Distance) Validate() error {
	var f rapport.Faults
	f.Join("/choice", d.Choice.Validate())
	rapport.FaultOptionalWord(&f, "/spot", d.Spot)
	if d.Said.From < 0 || d.Said.To < d.Said.From || d.Said.To > longestGap {
		f.OutOfRange("/said")
	}
	return f.Err()
}

// longestGap is the longest distance that can be named, in centimetres.
const longestGap = 100_000

// StandOff is how far off an officer keeps.
type StandOff struct {
	// Context is the entry it is read from.
	Context DistanceID `json:"context"`
	// Wish is the distance that suits the person; zero where it is a place.
	Wish Gap `json:"wish,omitzero"`
	// WishText says it.
	WishText string `json:"wish_text"`
	// Band is the distance to keep: the wish, or nearer where a threat needs it; zero where it is a place, or
	// while danger lasts.
	Band Gap `json:"band,omitzero"`
	// Text says it.
	Text string `json:"text"`
	// Stop is where it stands in the table; unknown where the person named the distance, and while danger
	// lasts.
	Stop Stop `json:"stop"`
	// Closest is what is not gone below, in centimetres, or nearer where the person said so; 0 where no figure
	// is given, and while danger lasts.
	Closest int `json:"closest,omitzero"`
	// Until is when the threats that bring the officer nearer have been assessed anew; zero where none does, or
	// no day is known.
	Until rapport.Date `json:"until,omitzero"`
	// Note says what else is looked to.
	Note string `json:"note"`
	// Reasons say why, in order.
	Reasons []rapport.Reason `json:"reasons"`
	// MadeWith lists the catalogues used, sorted.
	MadeWith []rapport.Edition `json:"made_with"`
}

// KeepDistance says how far off an officer keeps from the person at an activity. What the person said comes
// first; a direct threat here brings the officer one stop nearer where it is moderate and two where it is
// high or severe, and the answer shows both. Danger overrides all of it for as long as it lasts, which is
// part of what the person was told. It fails only on invalid input.
func (s Selector) KeepDistance(d Distance, at time.Time) (StandOff, error) {
	sc, err := s.read(d, inChoice, d.Choice, at, func(f *rapport.Faults) {
		if d.Spot != "" {
			checkWord(f, "/spot", d.Spot, s.words.orStandard().spots.find)
		}
	})
	if err != nil {
		return StandOff{}, err
	}
	return sc.standOff(d), nil
}

func (sc *scene) standOff(d Distance) StandOff {
	e := sc.distance(d.Spot)
	stop, reasons := sc.liked()
	out := StandOff{
		Context: e.ID, Closest: e.Closest, Note: e.EN.Note, MadeWith: editions(sc.selector.words, sc.selector.client),
	}
	out.Wish, out.WishText = e.at(stop)
	said := !d.Said.IsZero()
	if said {
		out.Wish, out.WishText, out.Closest = d.Said, inMetres(d.Said), min(e.Closest, d.Said.From)
		reasons = nil
	}
	reasons = rooted(reasons)
	if said {
		reasons = append(reasons, because(CodeDistanceSaid, "/said", 2, out.WishText))
	}
	out.Band, out.Text, out.Stop = out.Wish, out.WishText, stop
	if said {
		out.Stop = StopUnknown
	}
	stops, causes := sc.nearer()
	needed := max(stop-min(stop-StopNear, stops), StopNear)
	band, text := e.at(needed)
	closer := !said && needed < stop || said && !band.IsZero() && band.To < d.Said.From
	switch {
	case sc.danger():
		out.Band, out.Text, out.Stop, out.Closest = Gap{}, "as near as is needed, while the danger lasts", StopUnknown, 0
		reasons = append(reasons, because(CodeDistanceYields, "/choice/danger", 3))
	case stops > 0 && closer:
		out.Band, out.Text, out.Stop = band, text, needed
		for _, t := range causes {
			out.Until = later(out.Until, t.reviewOn)
			reasons = append(reasons, because(CodeThreatNearer, t.subject.Under(rapport.Path(inChoice)), 3, out.WishText, text))
		}
	}
	out.Reasons = rapport.SortReasons(append(reasons, because(CodeDistanceOf, "/choice/activity/setting", 1, string(e.ID))))
	return out
}

func later(a, b rapport.Date) rapport.Date {
	if a.Compare(b) > 0 {
		return a
	}
	return b
}

// at returns the distance at a stop, and its words.
func (e DistanceEntry) at(stop Stop) (Gap, string) {
	switch stop {
	case StopNear:
		return e.Near, e.EN.Near
	case StopFar:
		return e.Far, e.EN.Far
	case StopPlain, StopUnknown:
	}
	return e.Plain, e.EN.Plain
}

// distance finds the entry that fits a spot and the occasion best.
func (sc *scene) distance(spot Spot) *DistanceEntry {
	list := sc.selector.words.orStandard().distances
	var best *DistanceEntry
	var rank [4]int
	for i := range list {
		e := &list[i]
		if e.Spot != "" && e.Spot != spot {
			continue
		}
		if _, holds := sc.first(e.When); !holds {
			continue
		}
		fits := [4]int{0, len(e.When.Facts), min(len(e.When.Activities), 1), -sc.away(e.When.Settings)}
		if e.Spot != "" {
			fits[0] = 1
		}
		if best == nil || slices.Compare(fits[:], rank[:]) > 0 {
			best, rank = e, fits
		}
	}
	return best
}

// away counts the steps from the setting up to the closest of a list; those without a setting are the
// farthest.
func (sc *scene) away(settings []client.Setting) int {
	path := sc.selector.client.SettingPath(sc.setting)
	for i, s := range path {
		if slices.Contains(settings, s) {
			return i
		}
	}
	return len(path)
}

// liked says which stop suits the person, by how they feel about an officer close by and one further off,
// and by their wishes. Whoever minds both wants room. Where nobody asked, it is the plain one.
func (sc *scene) liked() (Stop, []rapport.Reason) {
	near, nearBy, nearAsked := sc.feels(client.ElementCloseOfficerDistanceNear)
	far, farBy, farAsked := sc.feels(client.ElementCloseOfficerDistanceFar)
	want := cmp.Compare(far, near) // nearer below zero, farther above
	if near < 0 && far < 0 {
		want = 1
	}
	var reasons []rapport.Reason
	code := map[int]rapport.Code{-1: CodeWantsCompany, 1: CodeWantsRoom}[want]
	if nearAsked && want != 0 {
		reasons = append(reasons, because(code, nearBy, 2))
	}
	if farAsked && want != 0 {
		reasons = append(reasons, because(code, farBy, 2))
	}
	for _, w := range sc.wishes {
		if known, _ := sc.selector.client.Wish(w.kind); slices.Contains(known.Against, client.ElementCloseOfficerDistanceNear) {
			want++
			reasons = append(reasons, because(CodeWantsRoom, w.subject, 2))
		}
	}
	switch {
	case len(reasons) == 0 && !nearAsked && !farAsked:
		return StopPlain, []rapport.Reason{because(CodeDistanceNotAsked, "/profile/reactions", 0)}
	case want < 0:
		return StopNear, reasons
	case want > 0:
		return StopFar, reasons
	}
	return StopPlain, reasons
}

// nearer says how many stops direct threats here bring the officer nearer, and which ones do. A threat against
// which nobody near can help brings nobody nearer.
func (sc *scene) nearer() (Stop, []localThreat) {
	var stops Stop
	var causes []localThreat
	for _, t := range sc.threats {
		var by Stop
		switch {
		case !t.facts.has(FactDirect) || !t.facts.has(FactNearHelps):
		case t.facts.has(FactAtLeastHigh):
			by = 2
		case t.facts.has(FactAtLeastModerate):
			by = 1
		}
		if by > stops {
			stops, causes = by, nil
		}
		if by > 0 && by == stops {
			causes = append(causes, t)
		}
	}
	return stops, causes
}

// inMetres says a distance in whole and half metres.
func inMetres(g Gap) string {
	from, to := inHalves(g.From), inHalves(g.To)
	if from == to {
		return "about " + to
	}
	return from + " to " + to
}

func inHalves(cm int) string {
	switch n := (cm + 25) / 50; {
	case n == 0:
		return "a hand's breadth"
	case n == 1:
		return "half a metre"
	case n == 2:
		return "1 metre"
	case n%2 == 0:
		return strconv.Itoa(n/2) + " metres"
	default:
		return strconv.Itoa(n/2) + " and a half metres"
	}
}
