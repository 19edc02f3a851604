package plan

import (
	"slices"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
)

// Information is one kind of information that the people of a plan need, and who of them.
type Information struct {
	// Category is the kind.
	Category client.Category `json:"category"`
	// Roles lists who needs it: those who carry out, and those outside on whom that leans, sorted.
	Roles []client.Role `json:"roles"`
	// Entries lists what they need it for, sorted.
	Entries []rapport.ID `json:"entries"`
}

// information gathers what the entries need to know, by category. What is not here, nobody needs for the
// plan.
func information(entries []Entry) []Information {
	list := []Information{}
	var categories []client.Category
	for _, e := range entries {
		categories = append(categories, e.Knows...)
	}
	for _, category := range sorted(categories) {
		i := Information{Category: category}
		for _, e := range entries {
			if slices.Contains(e.Knows, category) {
				i.Entries, i.Roles = append(i.Entries, e.ID), append(i.Roles, slices.Concat(e.Roles, e.LeansOn)...)
			}
		}
		i.Entries, i.Roles = sorted(i.Entries), sorted(i.Roles)
		list = append(list, i)
	}
	return list
}

// Share is how the firm's staff hours a week are spent.
type Share struct {
	// Hours are all of them.
	Hours int `json:"hours"`
	// Beforehand are those of measures that work before something happens, and half of those that do both.
	Beforehand int `json:"beforehand"`
	// Percent is Beforehand in percent of Hours; 0 where there are none.
	Percent int `json:"percent"`
	// Reasons say what to think of that, in order.
	Reasons []rapport.Reason `json:"reasons"`
}

// littleProactive is the share in percent below which a plan is worth a question. House judgement.
const littleProactive = 20

// shareOf counts the hours. A plan with no measure that works beforehand is warned about.
func shareOf(entries []Entry) Share {
	var w Share
	before := false
	for _, e := range entries {
		w.Hours += e.Hours
		switch e.Mode {
		case ModeProactive:
			w.Beforehand += e.Hours
		case ModeBoth:
			w.Beforehand += e.Hours / 2
		default: // reactive
			continue
		}
		before = true
	}
	if w.Hours > 0 {
		w.Percent = 100 * w.Beforehand / w.Hours
	}
	switch {
	case len(entries) == 0:
		w.Reasons = []rapport.Reason{}
	case !before:
		w.Reasons = []rapport.Reason{because(CodeOnlyReactive, "/entries", -3)}
	case w.Percent < littleProactive:
		w.Reasons = []rapport.Reason{because(CodeLittleProactive, "/entries", -1, itoa(w.Percent))}
	default:
		w.Reasons = []rapport.Reason{because(CodeProactive, "/entries", 1, itoa(w.Percent))}
	}
	return w
}
