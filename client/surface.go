package client

import (
	"cmp"
	"slices"
	"time"

	"github.com/rapport-go/rapport"
)

// Weight returns how much a need weighs among the four; 0 for what is none of them.
func (s Scores) Weight(need Need) float64 {
	for _, n := range s.Needs {
		if n.Need == need {
			return n.Weight
		}
	}
	return 0
}

// Dimension returns the score of a dimension that speaks most closely of a setting at a moment: of the
// setting at these hours, of the setting, of these hours anywhere, in general. It is false where nothing is
// known. Of several windows the narrowest in the order of the scores counts.
func (s Scores) Dimension(d Dimension, setting Setting, at time.Time) (DimensionScore, bool) {
	best, found, closest := DimensionScore{}, false, 0
	for _, row := range s.Dimensions {
		if row.Dimension != d || row.Setting != setting && row.Setting != anywhere || !row.Hours.IsZero() && !row.Hours.Contains(at) {
			continue
		}
		near := 1
		if row.Setting == setting && setting != anywhere {
			near += 2
		}
		if !row.Hours.IsZero() {
			near++
		}
		if near > closest {
			best, found, closest = row, true, near
		}
	}
	best.Hours = canonical(best.Hours)
	return best, found
}

// Tolerance returns how a rung of visibility feels in a setting, and false where nothing is known.
func (s Scores) Tolerance(setting Setting, rung rapport.Visibility) (Tolerance, bool) {
	for _, t := range s.Tolerances {
		if t.Setting == setting && t.Visibility == rung {
			return t, true
		}
	}
	return Tolerance{}, false
}

// Activity returns the score of an activity, and false where there is none that is not over.
func (s Scores) Activity(id rapport.ID) (ActivityScore, bool) {
	i, found := slices.BinarySearchFunc(s.Activities, id, func(a ActivityScore, id rapport.ID) int { return cmp.Compare(a.Activity, id) })
	if !found {
		return ActivityScore{}, false
	}
	return s.Activities[i], true
}

// Unserved lists the needs of a type that the person says are not met, in the order of the scores. The list
// is the caller's own.
func (s Scores) Unserved(t NeedType) []NeedScore {
	list := []NeedScore{}
	for _, n := range s.Wants {
		if n.Type == t && n.Met == rapport.AnswerNo {
			n.Concerns = slices.Clone(n.Concerns)
			list = append(list, n)
		}
	}
	return list
}

// Coverage is what a payer or an ordering party may see of a profile: how far the talks have come. It holds
// no dimension, no worry, no feeling, no wish, no change in life, and no reason.
type Coverage struct {
	// Profile is the profile's ID.
	Profile rapport.ID `json:"profile"`
	// Activities is how many activities are covered by the talks.
	Activities int `json:"activities"`
	// Waiting counts what is missing, the gravest first; grades with nothing missing are left out.
	Waiting []Waiting `json:"waiting"`
}

// Waiting is how many answers are missing of one grade.
type Waiting struct {
	// Blocks says what has to wait.
	Blocks Blocks `json:"blocks"`
	// Count is how many.
	Count int `json:"count"`
}

// Coverage returns what a payer or an ordering party may see of the scores.
func (s Scores) Coverage() Coverage {
	c := Coverage{Profile: s.Profile, Activities: len(s.Activities), Waiting: []Waiting{}}
	for _, m := range s.Missing {
		if last := len(c.Waiting) - 1; last >= 0 && c.Waiting[last].Blocks == m.Blocks {
			c.Waiting[last].Count++
			continue
		}
		c.Waiting = append(c.Waiting, Waiting{m.Blocks, 1})
	}
	return c
}

// SettingScore is what is known of a person in a setting.
type SettingScore struct {
	// Setting is where.
	Setting Setting `json:"setting"`
	// Sensitivity is how much it costs the person here that others see or know; unknown where too little is
	// known.
	Sensitivity rapport.Level `json:"sensitivity"`
	// Worry is how strongly thoughts of safety press here, at the hardest hour; unknown where too little is
	// known.
	Worry rapport.Level `json:"worry"`
	// Rules are the wishes that hold here, the most binding first, then by ID.
	Rules []rapport.ID `json:"rules"`
	// Activities are what the person does here, sorted.
	Activities []rapport.ID `json:"activities"`
}

// settings gathers what is known of each setting that an activity, a reaction, a wish or evidence names.
func (r *reading) settings(scores Scores) []SettingScore {
	var named []Setting
	for _, t := range scores.Tolerances {
		named = append(named, t.Setting)
	}
	for _, d := range scores.Dimensions {
		named = append(named, d.Setting)
	}
	for _, w := range r.profile.Wishes {
		if w.Setting != "" {
			named = append(named, w.Setting)
		}
	}
	list := []SettingScore{}
	for _, setting := range r.places(named) {
		score := SettingScore{Setting: setting, Rules: r.rulesAt(setting), Activities: []rapport.ID{}}
		for _, d := range scores.Dimensions {
			if d.Setting != setting && d.Setting != anywhere {
				continue
			}
			switch d.Dimension {
			case DimensionAnxiety:
				score.Worry = score.Worry.Higher(d.Band)
			case DimensionPrivacySensitivity:
				if d.Setting == setting || score.Sensitivity == rapport.LevelUnknown {
					score.Sensitivity = d.Band
				}
			}
		}
		for _, a := range scores.Activities {
			if a.Setting == setting {
				score.Activities = append(score.Activities, a.Activity)
			}
		}
		list = append(list, score)
	}
	return list
}

// rulesAt lists the wishes that hold in a setting.
func (r *reading) rulesAt(setting Setting) []rapport.ID {
	var holding []Wish
	for _, w := range r.profile.Wishes {
		if w.Setting == "" || slices.Contains(r.path(setting), w.Setting) {
			holding = append(holding, w)
		}
	}
	slices.SortFunc(holding, func(a, b Wish) int { return cmp.Or(cmp.Compare(b.Strength, a.Strength), cmp.Compare(a.ID, b.ID)) })
	rules := make([]rapport.ID, len(holding))
	for i, w := range holding {
		rules[i] = w.ID
	}
	return rules
}
