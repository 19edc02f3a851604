package privacy

import (
	"cmp"
	"slices"
	"strconv"
	"time"

	"github.com/rapport-go/rapport"
)

// How long it takes to act, in milliseconds. House judgement, coarse on purpose: walk it.
const (
	noticeWatching  = 1_000
	noticeOccupied  = 3_000
	throughDoor     = 2_000
	throughLocked   = 6_000
	upOneFloor      = 10_000
	outOfParkedCar  = 4_000
	crowdSlows      = 2
	denseCrowdSlows = 3
)

// reached is how long it takes to cover a free path from standing: milliseconds at centimetres. Beyond the
// last, a metre takes as long as in the last stretch. House judgement.
var reached = [...]struct{ cm, ms int }{{0, 500}, {150, 1_000}, {300, 1_500}, {500, 2_000}, {1_000, 3_000}, {2_000, 5_000}}

// NeedID is a word for what somebody has to be in time for.
type NeedID string

// NeedEntry is something that somebody has to be in time for. All are house judgement.
type NeedEntry struct {
	// ID is the word.
	ID NeedID `json:"id"`
	// Least is the least time it leaves, in milliseconds.
	Least int `json:"least"`
	// Most is the most time it leaves, in milliseconds.
	Most int `json:"most"`
	// EN is the English wording.
	EN NeedWords `json:"en"`
}

// NeedWords is the English wording of a need.
type NeedWords struct {
	// Means says what has to be done.
	Means string `json:"means"`
}

// PostID is a word for a usual position that is no distance on a free path.
type PostID string

// PostEntry is a usual position. All are house judgement.
type PostEntry struct {
	// ID is the word.
	ID PostID `json:"id"`
	// Least is how long it takes from there to the person at best, in milliseconds.
	Least int `json:"least"`
	// Most is how long it takes at worst.
	Most int `json:"most"`
	// EN is the English wording.
	EN PostWords `json:"en"`
}

// PostWords is the English wording of a usual position.
type PostWords struct {
	// Means says where it is.
	Means string `json:"means"`
}

// WayOutID is a word for what can be done where no position fits.
type WayOutID string

// WayOutEntry is what can be done where no position fits.
type WayOutEntry struct {
	// ID is the word.
	ID WayOutID `json:"id"`
	// Rank says which comes first, from 1. Those of one rank stand by word.
	Rank int `json:"rank"`
	// EN is the English wording.
	EN WayOutWords `json:"en"`
}

// WayOutWords is the English wording of a way out.
type WayOutWords struct {
	// Do says what to do.
	Do string `json:"do"`
}

// Position is a place where an officer could be.
type Position struct {
	// ID is unique in the positions.
	ID rapport.ID `json:"id"`
	// Post is a usual position; empty where Distance says how far it is.
	Post PostID `json:"post,omitzero"`
	// Distance is the way to the person in centimetres, on foot and round corners; 0 with a post.
	Distance int `json:"distance,omitzero"`
	// Watching says whether the officer does nothing but watch. Unsaid counts both ways.
	Watching rapport.Answer `json:"watching,omitzero"`
	// Doors is how many closed doors are on the way.
	Doors int `json:"doors,omitzero"`
	// Locked is how many locked doors are, to which the officer has the key.
	Locked int `json:"locked,omitzero"`
	// Floors is how many floors of stairs are.
	Floors int `json:"floors,omitzero"`
	// InCar says whether the officer sits in a parked car. Only a yes adds the time to get out.
	InCar rapport.Answer `json:"in_car,omitzero"`
	// Walked is how long it took when it was walked, in milliseconds, from the sign to the person; it comes
	// before every figure. 0 means that nobody walked it.
	Walked int `json:"walked,omitzero"`
}

// Limits of a position: an hour, a kilometre, and no house higher than any that stands.
const (
	longestWalk = 3_600_000
	mostDoors   = 200
)

// Validate reports problems of shape.
func (p Position) Validate() error {
	var f rapport.Faults
	f.ID("/id", p.ID)
	rapport.FaultOptionalWord(&f, "/post", p.Post)
	bounded := func(at rapport.Pointer, n, most int) {
		if n < 0 || n > most {
			f.OutOfRange(at)
		}
	}
	bounded("/distance", p.Distance, longestGap)
	bounded("/doors", p.Doors, mostDoors)
	bounded("/locked", p.Locked, mostDoors)
	bounded("/floors", p.Floors, mostDoors)
	bounded("/walked", p.Walked, longestWalk)
	if p.Post != "" && p.Distance > 0 {
		f.OutOfRange("/distance")
	}
	if p.Post == "" && p.Distance == 0 && p.Walked == 0 {
		f.Required("/distance")
	}
	outOfScale(&f, "/watching", p.Watching)
	outOfScale(&f, "/in_car", p.InCar)
	return f.Err()
}

// Posting asks which positions fit: in time for a need, and at the distance to keep. The zero value lacks
// its distance, need and positions and is not valid.
type Posting struct {
	// Distance asks for the distance to keep.
	Distance Distance `json:"distance"`
	// Need is what somebody has to be in time for.
	Need NeedID `json:"need"`
	// Positions are those to choose from. The order says nothing.
	Positions []Position `json:"positions"`
}

// Validate reports problems of shape.
func (p Posting) Validate() error {
	var f rapport.Faults
	f.Join("/distance", p.Distance.Validate())
	rapport.FaultWord(&f, "/need", p.Need)
	if len(p.Positions) == 0 {
		f.Required("/positions")
	}
	rapport.JoinEach(&f, "/positions", p.Positions, func(p Position) rapport.ID { return p.ID })
	return f.Err()
}

// Postings says which positions fit.
type Postings struct {
	// StandOff is the distance to keep.
	StandOff StandOff `json:"stand_off"`
	// Fits lists each position: those in time first, among them those at the distance to keep, then the
	// farther ones, then by ID.
	Fits []Fit `json:"fits"`
	// Best is the first position that is not too late and no nearer than the distance to keep; empty where
	// none is. Where its InTime is unsaid it is to be walked first.
	Best rapport.ID `json:"best,omitzero"`
	// WaysOut lists what can be done where none is, the better ways first; empty where there is one.
	WaysOut []WayOut `json:"ways_out"`
	// Reasons say why, in order.
	Reasons []rapport.Reason `json:"reasons"`
	// MadeWith lists the catalogues used, sorted.
	MadeWith []rapport.Edition `json:"made_with"`
}

// Fit says how one position fits.
type Fit struct {
	// Position is its ID.
	Position rapport.ID `json:"position"`
	// InTime says whether it is in time: yes where even the slowest figure is within the least time, no where
	// even the fastest is beyond the most; unsaid in between: walk it.
	InTime rapport.Answer `json:"in_time"`
	// Least is how long it takes at best, in milliseconds.
	Least int `json:"least"`
	// Most is how long it takes at worst.
	Most int `json:"most"`
	// Keeps says whether it keeps the distance: no where it is nearer; unsaid where one of them is a place.
	Keeps rapport.Answer `json:"keeps"`
}

// WayOut is what can be done where no position fits.
type WayOut struct {
	// ID is its word.
	ID WayOutID `json:"id"`
	// Do says what to do.
	Do string `json:"do"`
}

// Positions says which positions are in time for a need and keep the distance that suits the person. While
// danger lasts the distance counts for nothing. It fails only on invalid input.
func (s Selector) Positions(p Posting, at time.Time) (Postings, error) {
	w := s.words.orStandard()
	const inDistance = rapport.Pointer("/distance") + inChoice
	sc, err := s.read(p, inDistance, p.Distance.Choice, at, func(f *rapport.Faults) {
		checkWord(f, "/need", p.Need, w.needs.find)
		if p.Distance.Spot != "" {
			checkWord(f, "/distance/spot", p.Distance.Spot, w.spots.find)
		}
		for i, position := range p.Positions {
			if position.Post != "" {
				checkWord(f, rapport.Pointer("/positions").Index(i).Child("post"), position.Post, w.posts.find)
			}
		}
	})
	if err != nil {
		return Postings{}, err
	}
	need, _ := w.needs.find(p.Need)
	off := sc.standOff(p.Distance)
	for i := range off.Reasons {
		off.Reasons[i].Subject = off.Reasons[i].Subject.Under("/distance")
	}
	out := Postings{StandOff: off, Fits: []Fit{}, WaysOut: []WayOut{}, MadeWith: editions(s.words, s.client)}
	var reasons []rapport.Reason
	for _, position := range p.Positions {
		fit := sc.fit(position, need)
		fit.Keeps = keeps(position, out.StandOff, sc.danger())
		out.Fits = append(out.Fits, fit)
		reasons = append(reasons, fit.reason(need))
		if fit.Keeps == rapport.AnswerNo {
			reasons = append(reasons, because(CodeNearerThanWished, rapport.Path("/positions").Element(string(fit.Position)), -2, out.StandOff.Text))
		}
	}
	slices.SortFunc(out.Fits, func(a, b Fit) int {
		return cmp.Or(cmp.Compare(order(a.InTime), order(b.InTime)), cmp.Compare(order(a.Keeps), order(b.Keeps)),
			cmp.Compare(b.Most, a.Most), cmp.Compare(a.Position, b.Position))
	})
	best := slices.IndexFunc(out.Fits, func(f Fit) bool { return f.InTime != rapport.AnswerNo && f.Keeps != rapport.AnswerNo })
	if best >= 0 {
		out.Best = out.Fits[best].Position
	} else {
		out.WaysOut = w.waysOut()
		reasons = append(reasons, because(CodeNoPositionFits, "/positions", -3, need.EN.Means))
	}
	out.Reasons = rapport.SortReasons(reasons)
	return out, nil
}

// order puts a yes before what is open, and that before a no.
func order(a rapport.Answer) int {
	switch a {
	case rapport.AnswerYes:
		return 0
	case rapport.AnswerNo:
		return 2
	case rapport.AnswerUnsaid:
	}
	return 1
}

// fit says how long a position takes and whether that is in time.
func (sc *scene) fit(p Position, need NeedEntry) Fit {
	fit := Fit{Position: p.ID, InTime: rapport.AnswerUnsaid}
	fit.Least, fit.Most = sc.takes(p)
	switch {
	case fit.Most <= need.Least:
		fit.InTime = rapport.AnswerYes
	case fit.Least > need.Most:
		fit.InTime = rapport.AnswerNo
	}
	return fit
}

// takes is how long it takes from a position to the person, between its fastest and its slowest figure.
func (sc *scene) takes(p Position) (least, most int) {
	if p.Walked > 0 {
		return p.Walked, p.Walked
	}
	if post, known := sc.selector.words.orStandard().posts.find(p.Post); known {
		least, most = post.Least, post.Most
	} else {
		way := reach(p.Distance) * sc.slowed()
		least, most = way, way
	}
	fixed := p.Doors*throughDoor + p.Locked*throughLocked + p.Floors*upOneFloor
	least, most = least+fixed, most+fixed
	if p.InCar == rapport.AnswerYes {
		least, most = least+outOfParkedCar, most+outOfParkedCar
	}
	notice := [2]int{noticeWatching, noticeOccupied}
	switch p.Watching {
	case rapport.AnswerYes:
		notice[1] = noticeWatching
	case rapport.AnswerNo:
		notice[0] = noticeOccupied
	case rapport.AnswerUnsaid:
	}
	return least + notice[0], most + notice[1]
}

// slowed is how many times longer a free path takes through the crowd that is there.
func (sc *scene) slowed() int {
	switch crowd := sc.choice.Activity.Crowd; {
	case crowd.AtLeast(rapport.LevelHigh) == rapport.AnswerYes:
		return denseCrowdSlows
	case crowd.AtLeast(rapport.LevelModerate) == rapport.AnswerYes:
		return crowdSlows
	}
	return 1
}

// reach is how long a free path takes from standing.
func reach(cm int) int {
	last := len(reached) - 1
	i := 1
	for i < last && cm > reached[i].cm {
		i++
	}
	a, b := reached[i-1], reached[i]
	return a.ms + (cm-a.cm)*(b.ms-a.ms)/(b.cm-a.cm)
}

// keeps says whether a position is no nearer than the distance to keep. Danger overrides it.
func keeps(p Position, s StandOff, danger bool) rapport.Answer {
	switch {
	case danger:
		return rapport.AnswerYes
	case p.Distance > 0 && (p.Distance < s.Closest || p.Distance < s.Band.From):
		return rapport.AnswerNo
	case p.Distance == 0 || s.Band.IsZero():
		return rapport.AnswerUnsaid
	}
	return rapport.AnswerYes
}

func (f Fit) reason(need NeedEntry) rapport.Reason {
	subject := rapport.Path("/positions").Element(string(f.Position))
	args := []string{inSeconds(f.Least, f.Most, 999), inSeconds(need.Least, need.Most, 0), need.EN.Means}
	switch f.InTime {
	case rapport.AnswerYes:
		return because(CodeInTime, subject, 2, args...)
	case rapport.AnswerNo:
		return because(CodeTooLate, subject, -3, args...)
	case rapport.AnswerUnsaid:
	}
	return because(CodeWalkIt, subject, -1, args...)
}

// inSeconds says a stretch of time in whole seconds, rounded up by 999 and down by 0.
func inSeconds(least, most, rounding int) string {
	from, to := strconv.Itoa((least+rounding)/1000), strconv.Itoa((most+rounding)/1000)
	if from == to {
		return "about " + to
	}
	return from + " to " + to
}

// waysOut lists what can be done where no position fits, the better ways first.
func (w *words) waysOut() []WayOut {
	ranked := slices.SortedStableFunc(slices.Values(w.waysout), func(a, b WayOutEntry) int { return cmp.Compare(a.Rank, b.Rank) })
	list := []WayOut{}
	for _, e := range ranked {
		list = append(list, WayOut{e.ID, e.EN.Do})
	}
	return list
}
