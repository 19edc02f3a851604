package privacy

import (
	"slices"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
)

// mostRanks is the highest rank an entry may have.
const mostRanks = 1000

// sight checks what a pack adds about being seen, beyond bounds and drivers.
func (c checker) sight(root rapport.Pointer, pack Catalogue) {
	each(root.Child("rungs"), pack.Rungs, func(at rapport.Pointer, _ RungEntry) {
		c.faults.UnknownWord(at.Child("id")) // the rungs are a closed scale
	})
	each(root.Child("effects"), pack.Effects, func(at rapport.Pointer, e EffectEntry) {
		c.condition(at.Child("when"), e.When)
		checkMember(c.faults, at.Child("rung"), e.Rung)
		checkMember(c.faults, at.Child("where"), e.Where)
		checkMember(c.faults, at.Child("impact"), e.Impact)
	})
	each(root.Child("steps"), pack.Steps, func(at rapport.Pointer, e StepEntry) {
		c.condition(at.Child("when"), e.When)
		checkMember(c.faults, at.Child("where"), e.Where)
		checkMember(c.faults, at.Child("from"), e.From)
		if e.From == rapport.VisibilityCovert {
			c.faults.OutOfRange(at.Child("from")) // nothing lies below
		}
	})
	each(root.Child("yields"), pack.Yields, func(at rapport.Pointer, e YieldEntry) {
		c.within(at.Child("rank"), e.Rank, 1, mostRanks)
		c.condition(at.Child("when"), e.When)
	})
	each(root.Child("tactics"), pack.Tactics, c.tactic)
	each(root.Child("distances"), pack.Distances, c.distance)
	each(root.Child("needs"), pack.Needs, func(at rapport.Pointer, e NeedEntry) { c.times(at, e.Least, e.Most) })
	each(root.Child("posts"), pack.Posts, func(at rapport.Pointer, e PostEntry) { c.times(at, e.Least, e.Most) })
	each(root.Child("ways_out"), pack.WaysOut, func(at rapport.Pointer, e WayOutEntry) {
		c.within(at.Child("rank"), e.Rank, 1, mostRanks)
	})
	each(root.Child("channels"), pack.Channels, func(at rapport.Pointer, e ChannelEntry) {
		checkMembers(c.faults, at.Child("rungs"), e.Rungs)
		outOfScale(c.faults, at.Child("remote"), e.Remote)
		c.within(at.Child("test_days"), e.TestDays, 0, 366)
		if len(e.Rungs) == 0 && e.Remote != rapport.AnswerYes {
			c.faults.Required(at.Child("rungs"))
		}
	})
	each(root.Child("signs"), pack.Signs, func(at rapport.Pointer, e SignEntry) {
		checkWord(c.faults, at.Child("id"), e.ID, c.client.Interaction)
		checkWord(c.faults, at.Child("relief"), e.Relief, c.words.reliefs.find)
		checkWords(c.faults, at.Child("elements"), e.Elements, c.client.Element)
		if !slices.Contains([]rapport.Band{rapport.BandSlight, rapport.BandFair, rapport.BandStrong}, e.Strength) {
			c.faults.OutOfRange(at.Child("strength"))
		}
	})
	each(root.Child("reliefs"), pack.Reliefs, func(at rapport.Pointer, e ReliefEntry) {
		c.within(at.Child("rank"), e.Rank, 1, mostRanks)
		checkWords(c.faults, at.Child("elements"), e.Elements, c.client.Element)
	})
}

// tactic checks that a tactic says where it belongs, and that a covert or low-profile one carries what its
// kind is tested by there.
func (c checker) tactic(at rapport.Pointer, e TacticEntry) {
	checkWords(c.faults, at.Child("settings"), e.Settings, c.client.Setting)
	checkMembers(c.faults, at.Child("rungs"), e.Rungs)
	checkMember(c.faults, at.Child("where"), e.Where)
	checkMember(c.faults, at.Child("kind"), e.Kind)
	checkMembers(c.faults, at.Child("when"), e.When)
	checkMembers(c.faults, at.Child("unless"), e.Unless)
	checkWords(c.faults, at.Child("shows"), e.Shows, c.client.Element)
	checkWords(c.faults, at.Child("tags"), e.Tags, c.words.tags.find)
	if len(e.Settings) == 0 {
		c.faults.Required(at.Child("settings"))
	}
	if len(e.Rungs) == 0 {
		c.faults.Required(at.Child("rungs"))
	}
	if tag := e.familyTag(); tag != "" && !slices.Contains(e.Tags, tag) {
		c.faults.Coded(at.Child("tags"), codeEntry(CodeLacksTag))
	}
}

// familyTag is the tag that a tactic has to carry: that of its kind, where it is covert or low-profile.
func (e TacticEntry) familyTag() Tag {
	if !slices.Contains(e.Rungs, rapport.VisibilityCovert) && !slices.Contains(e.Rungs, rapport.VisibilityLowProfile) {
		return ""
	}
	return map[TacticKind]Tag{
		TacticKindAttire: TagPlainClothes, TacticKindVehicle: TagUnmarkedVehicle, TacticKindPositioning: TagUnobtrusive,
		TacticKindCommunication: TagDiscreetComms, TacticKindEquipment: TagInconspicuous, TacticKindBehaviour: TagLowKey,
	}[e.Kind]
}

// distance checks that the stops of a context follow each other, that none is nearer than the closest, and
// that the closest is no nearer than what is built in for the same spot and place.
func (c checker) distance(at rapport.Pointer, e DistanceEntry) {
	c.condition(at.Child("when"), e.When)
	if e.Spot != "" {
		checkWord(c.faults, at.Child("spot"), e.Spot, c.words.spots.find)
	}
	c.within(at.Child("closest"), e.Closest, 0, longestGap)
	for _, builtIn := range standardDistances {
		same := builtIn.Spot == e.Spot && c.meet(builtIn.When.Settings, e.When.Settings) &&
			(len(builtIn.When.Activities) == 0 || c.does(builtIn.When.Activities, e.When.Activities)) &&
			(len(builtIn.When.Facts) == 0 || len(e.When.Facts) > 0)
		if same && builtIn.Closest > e.Closest {
			c.faults.Coded(at.Child("closest"), codeEntry(CodeNearerThanBuiltIn))
			break
		}
	}
	last := Gap{}
	for _, stop := range []Stop{StopNear, StopPlain, StopFar} {
		gap, _ := e.at(stop)
		place := at.Child(stop.String())
		c.within(place.Child("from"), gap.From, 0, longestGap)
		c.within(place.Child("to"), gap.To, gap.From, longestGap)
		if gap.IsZero() {
			continue
		}
		if gap.From < e.Closest || gap.From < last.From || gap.To < last.To {
			c.faults.Coded(place, codeEntry(CodeContradictsItself))
		}
		last = gap
	}
}

// meet reports whether two lists of settings have a place in common; an empty one is everywhere.
func (c checker) meet(a, b []client.Setting) bool {
	return len(a) == 0 || len(b) == 0 || slices.ContainsFunc(a, func(x client.Setting) bool {
		return slices.ContainsFunc(b, func(y client.Setting) bool { return c.client.Lies(x, y) || c.client.Lies(y, x) })
	})
}

// does reports whether some activity of the second list is one of the first or lies below it.
func (c checker) does(outer, inner []client.ActivityKind) bool {
	return slices.ContainsFunc(inner, func(kind client.ActivityKind) bool {
		return slices.ContainsFunc(outer, func(o client.ActivityKind) bool { return c.client.ActivityIs(kind, o) })
	})
}

func (c checker) times(at rapport.Pointer, least, most int) {
	c.within(at.Child("least"), least, 1, longestWalk)
	c.within(at.Child("most"), most, max(least, 1), longestWalk)
}
