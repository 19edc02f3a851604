package plan

import (
	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
)

// Risk holds one threat against how exposed a person is at one activity. A threat is what somebody intends
// and could do, and stands as it was assessed; a risk is how likely it bites here and how bad that would
// be. It is a word for a conversation, and nothing in a plan was chosen by it: a table of likelihood and
// harm puts things into a wrong order too easily.
type Risk struct {
	// Person is the person or site.
	Person rapport.ID `json:"person"`
	// Activity is the activity or post; empty means everyday life.
	Activity rapport.ID `json:"activity,omitzero"`
	// Setting is where.
	Setting client.Setting `json:"setting"`
	// Threat is the threat.
	Threat rapport.ID `json:"threat"`
	// Level is where the threat stands here.
	Level rapport.Level `json:"level"`
	// Exposure is how much the activity leaves open: as usual for its kind, and one step more for each of: it
	// is announced, its hour can be foretold, the source knows the place.
	Exposure rapport.Level `json:"exposure"`
	// Likelihood is the threat's level, one step up where the exposure is high or more, one step down where it
	// is low or less.
	Likelihood rapport.Level `json:"likelihood"`
	// Harm is how bad it usually is; unknown where nobody said so of its kind.
	Harm rapport.Level `json:"harm"`
	// Risk is what likelihood and harm give together; unknown where the harm is.
	Risk rapport.Level `json:"risk"`
	// Reasons say what makes the exposure, in order.
	Reasons []rapport.Reason `json:"reasons"`
}

// riskTable gives likelihood (rows) and harm (columns), both from none to severe, together. Source: NIST
// SP 800-30 revision 1, table I-2, with its five steps from very low to very high.
var riskTable = [5][5]rapport.Level{
	{rapport.LevelNone, rapport.LevelNone, rapport.LevelNone, rapport.LevelLow, rapport.LevelLow},
	{rapport.LevelNone, rapport.LevelLow, rapport.LevelLow, rapport.LevelLow, rapport.LevelModerate},
	{rapport.LevelNone, rapport.LevelLow, rapport.LevelModerate, rapport.LevelModerate, rapport.LevelHigh},
	{rapport.LevelNone, rapport.LevelLow, rapport.LevelModerate, rapport.LevelHigh, rapport.LevelSevere},
	{rapport.LevelNone, rapport.LevelLow, rapport.LevelModerate, rapport.LevelHigh, rapport.LevelSevere},
}

// together looks likelihood and harm up; unknown where one of them is.
func together(likelihood, harm rapport.Level) rapport.Level {
	row, known := likelihood.Steps()
	column, said := harm.Steps()
	if !known || !said {
		return rapport.LevelUnknown
	}
	return riskTable[row][column]
}

// risks holds every bite against the exposure of its activity.
func (c *composition) risks() []Risk {
	list := []Risk{}
	for _, x := range c.cells {
		for _, b := range x.bites {
			list = append(list, c.risk(b))
		}
	}
	return list
}

func (c *composition) risk(b *bite) Risk {
	r := Risk{Person: b.cell.subject.id, Activity: b.cell.id(), Setting: b.cell.setting, Threat: b.threat.ID, Level: b.level, Harm: b.threat.entry.Harm}
	kind, _ := c.client.Activity(b.cell.activity.Kind)
	path := b.cell.path()
	r.Exposure = kind.Exposure
	r.Reasons = []rapport.Reason{because(CodeExposureUsual, path, 1, kind.EN.Name, kind.Exposure.String())}
	for _, more := range []struct {
		code rapport.Code
		is   bool
	}{
		{CodeExposedAnnounced, b.cell.activity.Announced == rapport.AnswerYes},
		{CodeExposedForetold, b.hour || c.foretold(b.cell)},
		{CodeExposedKnown, b.known},
	} {
		if more.is {
			r.Exposure = r.Exposure.Raised(1)
			r.Reasons = append(r.Reasons, because(more.code, path, 2))
		}
	}
	switch {
	case r.Exposure.AtLeast(rapport.LevelHigh) == rapport.AnswerYes:
		r.Likelihood = r.Level.Raised(1)
	case r.Exposure.AtLeast(rapport.LevelModerate) == rapport.AnswerNo && r.Level.AtLeast(rapport.LevelModerate) == rapport.AnswerYes:
		r.Likelihood = r.Level.Raised(-1)
	default:
		r.Likelihood = r.Level
	}
	r.Risk = together(r.Likelihood, r.Harm)
	r.Reasons = rapport.SortReasons(r.Reasons)
	return r
}

// foretold says whether the hour of an activity can be foretold: it is a routine that is kept as it was.
func (c *composition) foretold(x *cell) bool {
	if x.activity.Pattern != "" {
		pattern, _ := c.client.Pattern(x.activity.Pattern)
		return pattern.Predictable.AtLeast(rapport.LevelHigh) == rapport.AnswerYes
	}
	return len(x.activity.Weekly) > 0
}
