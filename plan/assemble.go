package plan

import (
	"cmp"
	"slices"
	"strings"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
)

// plan turns what was chosen into the plan, counting every row anew.
func (c *composition) plan() Plan {
	for _, r := range c.rows {
		c.fill(r)
	}
	looks, entries := c.looks(), c.entries()
	p := Plan{
		Schema: Schema, At: c.at.UTC(), Entries: entries, Options: c.options(), Looks: looks, Changes: c.changes(),
		Risks: c.risks(), Residuals: c.residuals(), Concerns: c.concerns(), Wishes: c.wishes(), Balances: c.balances(),
		Disruptions: c.disruptions(), Refusals: c.refused(), Information: information(entries), Readiness: c.readiness(entries),
		Proactive: shareOf(entries), Rows: []Row{}, Burden: int(c.cost), Bound: int(c.bound), Proven: rapport.AnswerOf(c.proven), Others: c.others, OthersCounted: rapport.AnswerOf(c.counted),
		Size: Size{Columns: len(c.columns), Rows: len(c.rows), Nodes: c.nodes}, MadeWith: c.editions(looks),
	}
	for _, r := range c.rows {
		p.Rows = append(p.Rows, r.Row)
	}
	p.Fits = c.whyItFits(p)
	reasons := []rapport.Reason{}
	switch {
	case c.asIs:
		p.Proven = rapport.AnswerUnsaid
	case c.proven:
		reasons = append(reasons, because(CodeProven, "/entries", 1))
	default:
		reasons = append(reasons, because(CodeUnproven, "/entries", -1, itoa(p.Burden-p.Bound)))
	}
	switch {
	case c.counted && c.others > 0:
		reasons = append(reasons, because(CodeOthersCounted, "/entries", 1, itoa(c.others)))
	case c.counted:
		reasons = append(reasons, because(CodeOthersNone, "/entries", 1))
	case c.others > 0:
		reasons = append(reasons, because(CodeOthersAtLeast, "/entries", 1, itoa(c.others)))
	}
	if len(p.Rows) == 0 {
		reasons = append(reasons, because(CodeNothingToDo, "/threats", 3))
	}
	reasons = append(reasons, c.unlawful()...)
	reasons = append(reasons, c.unassessed()...)
	p.Reasons = compactReasons(rapport.SortReasons(reasons))
	return p
}

// likely are the hazards that hurt more people than attackers do; a plan that says nothing of one should say
// that nobody has assessed it.
var likely = []client.ThreatKind{client.ThreatFireAndHazard, client.ThreatMedical, client.ThreatTraffic}

// unassessed names the likely hazards that stand in no threat of a person.
func (c *composition) unassessed() []rapport.Reason {
	var list []rapport.Reason
	for _, s := range c.subjects {
		if s.site {
			continue
		}
		var names []string
		for _, kind := range likely {
			if !slices.ContainsFunc(c.threats, func(t *threat) bool { return t.Kind == kind && c.aimed(t, s) }) {
				names = append(names, c.kindName(kind))
			}
		}
		if len(names) > 0 {
			list = append(list, because(CodeLikelyUnassessed, s.path(), -1, joinNames(names)))
		}
	}
	return list
}

func isChosen(k *column) bool { return k.chosen }

// fill counts a row and says how it stands.
func (c *composition) fill(r *row) {
	r.Got = r.count(isChosen)
	r.Met = rapport.AnswerOf(r.Got >= r.Need)
	r.By, r.LeansOn = []rapport.ID{}, []client.Role{}
	for _, g := range r.counting() {
		r.By = append(r.By, g.from.entryID())
		r.LeansOn = append(r.LeansOn, g.from.measure.LeansOn...)
	}
	r.By, r.LeansOn = sorted(r.By), sorted(r.LeansOn)
	subject := r.path()
	if len(r.LeansOn) > 0 {
		r.Reasons = append(r.Reasons, because(CodeLeansOn, subject, -1, c.roleNames(r.LeansOn)))
	}
	switch {
	case r.Met == rapport.AnswerYes:
		r.Reasons = append(r.Reasons, because(CodeRowMet, subject, 1))
	case r.refusal != nil:
		r.Missing, r.Refused = c.missing(r), r.refusal.ID
		r.refusal.rows = append(r.refusal.rows, r.ID)
		r.Reasons = append(r.Reasons, because(CodeRowGivenUp, r.refusal.path(), -3, r.Missing))
	default:
		c.fillGap(r, subject)
	}
	r.Reasons = rapport.SortReasons(r.Reasons)
}

// path names what a row is about: the activity, or the person.
func (r *row) path() rapport.Path {
	if r.cell == nil {
		return r.subject.path()
	}
	return r.cell.path()
}

// path names an activity or post; everyday life is the person's own path.
func (x *cell) path() rapport.Path {
	switch {
	case x.implied:
		return x.subject.path()
	case x.subject.site:
		return x.subject.path().Child("posts").Element(string(x.activity.ID))
	}
	return x.subject.path().Child("activities").Element(string(x.activity.ID))
}

// fillGap says what a row lacks, which bound or line stands in the way, and who decides.
func (c *composition) fillGap(r *row, subject rapport.Path) {
	r.Missing = c.missing(r)
	r.Reasons = append(r.Reasons, because(CodeRowUnmet, subject, -3, r.Missing))
	for _, g := range r.gifts {
		r.Reasons = append(r.Reasons, c.standsAgainst(g.from, -2)...)
		for _, x := range g.from.refused {
			x.rows = append(x.rows, r.ID)
		}
	}
	if r.cell != nil && r.cell.activity.Stays == rapport.AnswerYes && (r.Kind == RowKindPattern || r.Kind == RowKindKnownPlace) {
		r.Reasons = append(r.Reasons, because(CodeStaysAsItIs, subject, -2))
	}
	if decider := c.brief.Mandate.Decides(client.MatterBelowFloor, r.subject.profile); len(decider.By) > 0 {
		r.Decides = decider.By[0]
	} else {
		r.Reasons = append(r.Reasons, because(CodeNoDecider, "/mandate/rights", -1))
	}
}

// standsAgainst says what keeps a column from being chosen at all: a line, a bound, a refusal, a ceiling.
func (c *composition) standsAgainst(k *column, weight int8) []rapport.Reason {
	list := k.mindReasons(weight, mind.forbids)
	name := k.measure.EN.Name
	if upper := c.boundOf(k); upper != rapport.VisibilityUnknown {
		list = append(list, because(CodeBoundStands, k.cells[0].path(), weight, name, upper.String()))
	}
	for _, x := range k.refused {
		list = append(list, because(CodeRefusalStands, x.path(), weight, name))
	}
	for _, id := range k.ceilings {
		list = append(list, because(CodeCeilingStands, rapport.Path("/ceilings").Element(string(id)), weight, name))
	}
	return list
}

// missing calls what a row lacks.
func (c *composition) missing(r *row) string {
	if r.Measure == "" {
		return missingWords[r.Kind]
	}
	m, _ := c.table().measure(r.Measure)
	return m.EN.Name
}

// missingWords says what a kind of row lacks where it is not met.
var missingWords = [...]string{
	RowKindCover:      "cover up to the floor",
	RowKindPlace:      "cover that works at the place itself",
	RowKindPerson:     "a person at the place who can act",
	RowKindKnownPlace: "a person there who knows the face, or a changed pattern",
	RowKindPattern:    "another time, door or place for the routine",
	RowKindAnnounced:  "a visit beforehand, or an officer beside the person",
	RowKindDetect:     "somebody or something that notices",
	RowKindRespond:    "somebody or something that acts",
	RowKindReassure:   "something that reassures",
	RowKindWish:       "what was wished",
}

// rowName calls a row by kind, threat and place.
func (c *composition) rowName(r *row) string {
	name := r.Kind.Means()
	if r.Measure != "" {
		m, _ := c.table().measure(r.Measure)
		name += " (" + m.EN.Name + ")"
	}
	for _, t := range c.threats {
		if t.ID == r.Threat {
			name += ", " + t.name()
		}
	}
	if r.cell != nil {
		name += ", " + strings.ToLower(c.placeName(r.Setting))
	}
	return name
}

func (c *composition) roleNames(roles []client.Role) string {
	names := make([]string, len(roles))
	for i, r := range roles {
		entry, _ := c.client.Role(r)
		names[i] = strings.ToLower(entry.EN.Name)
	}
	return strings.Join(names, ", ")
}

// sorted returns a sorted copy without repeats; never nil.
func sorted[T cmp.Ordered](list []T) []T {
	list = append([]T{}, list...)
	slices.Sort(list)
	return slices.Compact(list)
}
