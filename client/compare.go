package client

import (
	"cmp"
	"maps"
	"slices"
	"time"

	"github.com/rapport-go/rapport"
)

// Comparison is what differs between two versions of one profile, read at the same moment so that age
// alone makes no difference.
type Comparison struct {
	// Profile is the profile's ID.
	Profile rapport.ID `json:"profile"`
	// Differences are listed by day, the latest first, then by subject and turn; those without a day come
	// last.
	Differences []Difference `json:"differences"`
	// MadeWith lists the catalogues used.
	MadeWith []rapport.Edition `json:"made_with"`
}

// Difference is one thing that has changed.
type Difference struct {
	// Turn says how.
	Turn Turn `json:"turn"`
	// On is the day of what brought it; zero where nobody has said.
	On rapport.Date `json:"on,omitzero"`
	// Reason says it in a sentence that a review can quote; its subject is a path below the profile.
	Reason rapport.Reason `json:"reason"`
}

// noticeable is the least change of a weight or a score that is listed. House judgement.
const noticeable = one / 20

// Compare lists what has changed from one version of a profile to a later one: the weight of the four
// needs, dimensions that read otherwise, worries, needs met and not met, feelings, wishes, activities,
// changes in life, who decides. An error lists what is wrong with either profile (below "/before" and
// "/after"), two different people, and versions in the wrong order.
func (s Scorer) Compare(before, after Profile, at time.Time) (Comparison, error) {
	var f rapport.Faults
	old, err := s.Score(before, at)
	f.Join("/before", err)
	now, err := s.Score(after, at)
	f.Join("/after", err)
	if before.ID != after.ID {
		f.UnknownID("/after/id")
	}
	inRange(&f, "/after/version", after.Version >= before.Version)
	if err := f.Err(); err != nil {
		return Comparison{}, err
	}
	c := comparing{Scorer: s, before: before, after: after}
	c.needs(old, now)
	c.dimensions(old, now)
	c.concerns(old, now)
	c.wants(old, now)
	c.reactions(at)
	c.wishes()
	c.activities(old, now)
	c.life()
	c.people()
	slices.SortFunc(c.list, func(a, b Difference) int {
		return cmp.Or(b.On.Compare(a.On), cmp.Compare(a.Reason.Subject, b.Reason.Subject), cmp.Compare(a.Turn, b.Turn), rapport.CompareReasons(a.Reason, b.Reason))
	})
	if c.list == nil {
		c.list = []Difference{}
	}
	return Comparison{Profile: after.ID, Differences: c.list, MadeWith: s.Editions()}, nil
}

// comparing is two versions being compared.
type comparing struct {
	Scorer
	before, after Profile
	list          []Difference
}

func (c *comparing) note(turn Turn, on rapport.Date, code rapport.Code, subject rapport.Path, args ...string) {
	weight := int8(2)
	if turn == TurnLess || turn == TurnGone {
		weight = -2
	}
	c.list = append(c.list, Difference{turn, on, codeEntry(code).Reason(subject, weight, args...)})
}

// pairs calls do for each key of either list, with both sides where there are both.
func pairs[T any, K cmp.Ordered](before, after []T, key func(T) K, do func(old, now *T)) {
	olds, nows := map[K]*T{}, map[K]*T{}
	keys := map[K]bool{}
	for i := range before {
		olds[key(before[i])], keys[key(before[i])] = &before[i], true
	}
	for i := range after {
		nows[key(after[i])], keys[key(after[i])] = &after[i], true
	}
	for _, k := range slices.Sorted(maps.Keys(keys)) {
		do(olds[k], nows[k])
	}
}

// turnOf says which way a value went; false where it hardly moved.
func turnOf(old, now micro) (Turn, bool) {
	switch {
	case now-old >= noticeable:
		return TurnMore, true
	case old-now >= noticeable:
		return TurnLess, true
	}
	return TurnUnknown, false
}

func (c *comparing) needs(old, now Scores) {
	pairs(old.Needs, now.Needs, func(n NeedWeight) Need { return n.Need }, func(a, b *NeedWeight) {
		if turn, moved := turnOf(microOf(a.Weight), microOf(b.Weight)); moved {
			c.note(turn, c.after.PrioritiesOn, CodeDiffersNeed, rapport.Path("/priorities").Element(b.Need.String()), b.Need.phrase(), turn.phrase())
		}
	})
}

// phrase names the need within a sentence.
func (n Need) phrase() string {
	if n == NeedAutonomy {
		return "deciding oneself"
	}
	return n.String()
}

// phrase says the turn within a sentence.
func (t Turn) phrase() string {
	if t == TurnLess {
		return "less"
	}
	return "more"
}

func (c *comparing) dimensions(old, now Scores) {
	key := func(d DimensionScore) string {
		return string(d.Dimension) + " " + string(d.Setting) + " " + d.Hours.From.String() + " " + d.Hours.To.String()
	}
	own := func(list []DimensionScore) []DimensionScore {
		return slices.DeleteFunc(slices.Clone(list), func(d DimensionScore) bool { return d.BorrowedFrom != "" })
	}
	pairs(own(old.Dimensions), own(now.Dimensions), key, func(a, b *DimensionScore) {
		was, is := rapport.LevelUnknown, rapport.LevelUnknown
		var row DimensionScore
		if a != nil {
			row, was = *a, a.Band
		}
		if b != nil {
			row, is = *b, b.Band
		}
		if was == is {
			return
		}
		turn := TurnChanged
		switch was.AtLeast(is) {
		case rapport.AnswerYes:
			turn = TurnLess
		case rapport.AnswerNo:
			turn = TurnMore
		default: // known before or now only
		}
		c.note(turn, c.lastSaid(row.Dimension), CodeDiffersDimension, dimensionPath(row.Dimension), c.table().dimensions.at(row.Dimension).EN.Name,
			c.table().settings.at(row.Setting).EN.Name, was.String(), is.String())
	})
}

// lastSaid is the day of the newest evidence of a dimension.
func (c *comparing) lastSaid(d Dimension) rapport.Date {
	var last rapport.Date
	for _, e := range c.after.Evidence {
		if e.Dimension == d && e.On.Compare(last) > 0 {
			last = e.On
		}
	}
	for _, o := range c.after.Overrides {
		if o.Of == dimensionPath(d) && o.On.Compare(last) > 0 {
			last = o.On
		}
	}
	return last
}

func (c *comparing) concerns(old, now Scores) {
	said := map[rapport.ID]rapport.Date{}
	for _, k := range slices.Concat(c.before.Concerns, c.after.Concerns) {
		said[k.ID] = k.On
	}
	pairs(old.Concerns, now.Concerns, func(k ConcernScore) rapport.ID { return k.Concern }, func(a, b *ConcernScore) {
		switch {
		case a == nil:
			c.note(TurnNew, said[b.Concern], CodeDiffersConcernNew, concernPath(b.Concern), c.table().concerns.at(b.Kind).EN.Name)
		case b == nil:
			c.note(TurnGone, rapport.Date{}, CodeDiffersConcernGone, concernPath(a.Concern), c.table().concerns.at(a.Kind).EN.Name)
		default:
			if turn, moved := turnOf(microOf(a.Estimate.Value), microOf(b.Estimate.Value)); moved {
				c.note(turn, said[b.Concern], CodeDiffersConcern, concernPath(b.Concern), c.table().concerns.at(b.Kind).EN.Name, turn.phrase())
			}
		}
	})
	if len(old.Concerns) > 0 && len(now.Concerns) > 0 && old.Concerns[0].Kind != now.Concerns[0].Kind {
		first := now.Concerns[0]
		c.note(TurnChanged, said[first.Concern], CodeDiffersConcernFirst, concernPath(first.Concern), c.table().concerns.at(first.Kind).EN.Name)
	}
}

func concernPath(id rapport.ID) rapport.Path { return rapport.Path("/concerns").Element(string(id)) }

func (c *comparing) wants(old, now Scores) {
	on := map[NeedKind]rapport.Date{}
	for _, n := range c.after.Needs {
		on[n.Kind] = n.On
	}
	pairs(old.Wants, now.Wants, func(n NeedScore) NeedKind { return n.Kind }, func(a, b *NeedScore) {
		if b == nil || a != nil && a.Met == b.Met || b.Met == rapport.AnswerUnsaid {
			return
		}
		code, turn := CodeDiffersNeedMet, TurnMore
		if b.Met == rapport.AnswerNo {
			code, turn = CodeDiffersNeedUnmet, TurnLess
		}
		c.note(turn, on[b.Kind], code, needPath(b.Kind), c.table().needs.at(b.Kind).EN.Name)
	})
}

// reactions compares how each element feels in each setting it was noticed in.
func (c *comparing) reactions(at time.Time) {
	seen := map[sight]bool{}
	for _, r := range c.after.Reactions {
		s := sight{r.Setting, r.Element}
		if seen[s] {
			continue
		}
		seen[s] = true
		now, newest, known := c.Feeling(c.after, r.Element, r.Setting, at)
		if !known || newest.Setting != r.Setting {
			continue
		}
		was, _, felt := c.Feeling(c.before, r.Element, r.Setting, at)
		before, _ := was.Value()
		after, _ := now.Value()
		args := []string{c.table().elements.at(r.Element).EN.Name, c.table().settings.at(r.Setting).EN.Name, now.String()}
		switch {
		case !felt:
			c.note(TurnNew, newest.On, CodeDiffersFeelingNew, reactionPath(newest), args...)
		case after > before:
			c.note(TurnMore, newest.On, CodeDiffersFeeling, reactionPath(newest), append(args, was.String())...)
		case after < before:
			c.note(TurnLess, newest.On, CodeDiffersFeeling, reactionPath(newest), append(args, was.String())...)
		}
	}
}

func (c *comparing) wishes() {
	pairs(c.before.Wishes, c.after.Wishes, func(w Wish) rapport.ID { return w.ID }, func(a, b *Wish) {
		of := a
		if b != nil {
			of = b
		}
		subject := rapport.Path("/wishes").Element(string(of.ID))
		name := c.table().wishes.at(of.Kind).EN.Name
		switch {
		case a == nil:
			c.note(TurnNew, b.On, CodeDiffersWishNew, subject, name, b.Strength.String())
		case b == nil:
			c.note(TurnGone, rapport.Date{}, CodeDiffersWishGone, subject, name)
		case a.Strength != b.Strength:
			turn := TurnMore
			if cmp.Compare(b.Strength, a.Strength) < 0 {
				turn = TurnLess
			}
			c.note(turn, b.On, CodeDiffersWish, subject, name, a.Strength.String(), b.Strength.String())
		}
	})
}

func (c *comparing) activities(old, now Scores) {
	pairs(c.before.Activities, c.after.Activities, func(a Activity) rapport.ID { return a.ID }, func(a, b *Activity) {
		of := a
		if b != nil {
			of = b
		}
		subject, name := activityPath(*of), c.table().activities.at(of.Kind).EN.Name
		switch {
		case a == nil:
			c.note(TurnNew, rapport.Date{}, CodeDiffersActivityNew, subject, name)
		case b == nil:
			c.note(TurnGone, rapport.Date{}, CodeDiffersActivityGone, subject, name)
		case c.SettingOf(*a) != c.SettingOf(*b) || a.On != b.On || !slices.EqualFunc(a.Weekly, b.Weekly, sameHours):
			c.note(TurnChanged, rapport.Date{}, CodeDiffersActivity, subject, name)
		}
		was, _ := old.Activity(of.ID)
		is, found := now.Activity(of.ID)
		if a != nil && found && was.Predictable != is.Predictable {
			turn := TurnMore
			if was.Predictable.AtLeast(is.Predictable) == rapport.AnswerYes {
				turn = TurnLess
			}
			c.note(turn, b.Routine.Until, CodeDiffersRoutine, subject, name, was.Predictable.String(), is.Predictable.String())
		}
	})
}

func sameHours(a, b rapport.Hours) bool { return compareHours(canonical(a), canonical(b)) == 0 }

func (c *comparing) life() {
	pairs(c.before.Changes, c.after.Changes, func(x LifeChange) rapport.ID { return x.ID }, func(a, b *LifeChange) {
		if a == nil {
			c.note(TurnNew, b.On, CodeDiffersLife, rapport.Path("/changes").Element(string(b.ID)), c.table().changes.at(b.Kind).EN.Name, b.On.String())
		}
	})
}

// people compares who the person answers for and who decides for them.
func (c *comparing) people() {
	same := func(a, b []rapport.ID) bool {
		return slices.Equal(slices.Sorted(slices.Values(a)), slices.Sorted(slices.Values(b)))
	}
	if c.before.Minor != c.after.Minor || c.before.Heard != c.after.Heard {
		c.note(TurnChanged, rapport.Date{}, CodeDiffersVoice, "/heard")
	}
	if !same(c.before.Guardians, c.after.Guardians) {
		c.note(TurnChanged, rapport.Date{}, CodeDiffersGuardians, "/guardians")
	}
	if !same(c.before.Dependants, c.after.Dependants) {
		c.note(TurnChanged, rapport.Date{}, CodeDiffersDependants, "/dependants")
	}
}
