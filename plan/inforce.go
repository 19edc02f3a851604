package plan

// InForce lists what is in force once the plan is: each entry, since the moment it was chosen, or since
// before where before holds it already under the same ID or kept it under another; moments are in UTC. The
// list is in the order of the entries and the caller's own; hand it to the next brief.
func (p Plan) InForce(before []InForce) []InForce {
	list := make([]InForce, 0, len(p.Entries))
	for _, e := range p.Entries {
		f := InForce{ID: e.ID, Measure: e.Measure, Person: e.Person, Activity: e.Activity, Setting: e.Setting, Since: p.At.UTC()}
		held := false
		for _, c := range p.Changes {
			if c.Kind != ChangeKindKept || c.Entry != e.ID {
				continue
			}
			for _, old := range before {
				if old.ID == c.InForce && (!held || old.Since.After(f.Since)) {
					f.Since, held = old.Since.UTC(), true
				}
			}
		}
		list = append(list, f)
	}
	return list
}
