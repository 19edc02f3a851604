package client

// anywhere is the root of the settings. It lends no reactions: there is no global tolerance.
const anywhere = SettingAnywhere

// SettingPath lists the setting and those it lies in, innermost first, ending with "anywhere"; nil for
// a word that is not known. The list is the caller's own.
func (s Scorer) SettingPath(word Setting) []Setting {
	var path []Setting
	for entry := s.table().settings.at(word); entry.ID != ""; entry = s.table().settings.at(entry.Parent) {
		path = append(path, entry.ID)
	}
	return path
}

// Lies reports whether setting is outer or lies below it. A word that is not known lies nowhere.
func (s Scorer) Lies(setting, outer Setting) bool {
	_, found := s.steps(setting, outer)
	return found
}

// steps counts how far setting lies below outer.
func (s Scorer) steps(setting, outer Setting) (int, bool) {
	steps := 0
	for entry := s.table().settings.at(setting); entry.ID != ""; entry = s.table().settings.at(entry.Parent) {
		if entry.ID == outer {
			return steps, true
		}
		steps++
	}
	return 0, false
}

// ActivityIs reports whether a kind of activity is outer or lies below it. A word that is not known is
// nothing.
func (s Scorer) ActivityIs(kind, outer ActivityKind) bool {
	for entry := s.table().activities.at(kind); entry.ID != ""; entry = s.table().activities.at(entry.Parent) {
		if entry.ID == outer {
			return true
		}
	}
	return false
}

// SettingOf returns where an activity happens: as given, or as usual for its kind. It is empty where
// nothing is given and the kind is not known.
func (s Scorer) SettingOf(a Activity) Setting {
	if a.Setting != "" {
		return a.Setting
	}
	return s.table().activities.at(a.Kind).Setting
}
