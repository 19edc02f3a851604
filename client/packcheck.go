package client

import "github.com/rapport-go/rapport"

// checkPack notes what a pack's new entries lack and the words they use that nobody declares. Entries
// that reword a built-in one carry nothing to check.
func (s Scorer) checkPack(f *rapport.Faults, at rapport.Pointer, c Catalogue) {
	s.checkWorld(f, at, c)
	s.checkLife(f, at, c)
	s.checkIntake(f, at, c)
}

// checkWorld checks the lists about places, elements, threats and people.
func (s Scorer) checkWorld(f *rapport.Faults, at rapport.Pointer, c Catalogue) {
	eachNew(at.Child("settings"), c.Settings, func(at rapport.Pointer, e SettingEntry) {
		s.checkParent(f, at, string(e.ID), string(e.Parent), func(word string) (string, bool) {
			parent, found := s.Setting(Setting(word))
			return string(parent.Parent), found
		})
		required(f, at.Child("parent"), e.Parent == "")
	})
	eachNew(at.Child("activities"), c.Activities, func(at rapport.Pointer, e ActivityEntry) {
		s.checkParent(f, at, string(e.ID), string(e.Parent), func(word string) (string, bool) {
			parent, found := s.Activity(ActivityKind(word))
			return string(parent.Parent), found
		})
		required(f, at.Child("setting"), e.Setting == "")
		known(f, at, "setting", s.Setting, e.Setting)
		required(f, at.Child("exposure"), e.Exposure == rapport.LevelUnknown)
		member(f, at.Child("exposure"), e.Exposure)
	})
	eachNew(at.Child("elements"), c.Elements, func(at rapport.Pointer, e ElementEntry) {
		member(f, at.Child("visibility"), e.Visibility)
	})
	eachNew(at.Child("threats"), c.Threats, func(at rapport.Pointer, e ThreatEntry) {
		required(f, at.Child("bites"), len(e.Bites) == 0)
		knownEach(f, at.Child("bites"), s.Setting, e.Bites)
		required(f, at.Child("protects"), e.Protects == ProtectsUnknown)
		member(f, at.Child("protects"), e.Protects)
		required(f, at.Child("deterrence"), e.Deterrence == DeterrenceUnknown)
		member(f, at.Child("deterrence"), e.Deterrence)
	})
	eachNew(at.Child("contacts"), c.Contacts, func(at rapport.Pointer, e ContactEntry) {
		required(f, at.Child("raises"), e.Raises == RaiseUnknown)
		member(f, at.Child("raises"), e.Raises)
		required(f, at.Child("urgency"), e.Urgency == rapport.UrgencyUnknown)
		member(f, at.Child("urgency"), e.Urgency)
	})
	eachNew(at.Child("concerns"), c.Concerns, func(at rapport.Pointer, e ConcernEntry) {
		knownEach(f, at.Child("checks"), s.Threat, e.Checks)
		knownEach(f, at.Child("presses"), s.Need, e.Presses)
	})
	eachNew(at.Child("evidence"), c.Evidence, func(at rapport.Pointer, e EvidenceEntry) {
		inRange(f, at.Child("weight"), e.Weight >= 1 && e.Weight <= 100)
		inRange(f, at.Child("fresh"), e.Fresh >= 0)
		inRange(f, at.Child("stale"), e.Stale > e.Fresh && e.Stale <= maxShelfLife)
	})
	eachNew(at.Child("wishes"), c.Wishes, func(at rapport.Pointer, e WishEntry) {
		knownEach(f, at.Child("against"), s.Element, e.Against)
	})
	eachNew(at.Child("roles"), c.Roles, func(at rapport.Pointer, e RoleEntry) {
		required(f, at.Child("side"), e.Side == SideUnknown)
		member(f, at.Child("side"), e.Side)
	})
}

// maxShelfLife bounds what a pack may declare, in days: a hundred years.
const maxShelfLife = 36_500

func eachNew[T interface{ word() W }, W ~string](at rapport.Pointer, entries []T, check func(rapport.Pointer, T)) {
	for i, entry := range entries {
		if rapport.VendorOf(entry.word()) != "" {
			check(at.Index(i), entry)
		}
	}
}

// checkParent notes a parent that nobody declares, and a line of parents that comes back to its start.
func (s Scorer) checkParent(f *rapport.Faults, at rapport.Pointer, word, parent string, parentOf func(string) (string, bool)) {
	visited := map[string]bool{}
	for next, first := parent, true; next != "" && !visited[next]; first = false {
		if next == word {
			f.Coded(at.Child("parent"), codeEntry(CodeParentLoop))
			return
		}
		visited[next] = true
		above, found := parentOf(next)
		if !found && first {
			f.UnknownWord(at.Child("parent"))
		}
		next = above
	}
}

func required(f *rapport.Faults, at rapport.Pointer, missing bool) {
	if missing {
		f.Required(at)
	}
}

func inRange(f *rapport.Faults, at rapport.Pointer, ok bool) {
	if !ok {
		f.OutOfRange(at)
	}
}
