package client

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"
	"time"

	"github.com/rapport-go/rapport"
)

// Drawn is what an intake says, finished or not.
type Drawn struct {
	// Profile is the profile as the answers give it; what is not answered is missing in it.
	Profile Profile `json:"profile"`
	// Mandate is what was said of who ordered, pays, decides and lives together.
	Mandate Mandate `json:"mandate"`
	// Store says whether notes may be kept; without a yes the profile is not to be stored.
	Store rapport.Answer `json:"store"`
	// Sealed are the references to what is kept sealed, by question.
	Sealed []SealedAnswer `json:"sealed"`
	// Reasons say what was left out and why, in order; subjects are paths below the sheet, by question.
	Reasons []rapport.Reason `json:"reasons"`
	// MadeWith lists the catalogues used.
	MadeWith []rapport.Edition `json:"made_with"`
}

// SealedAnswer refers to an answer that is kept sealed by the app.
type SealedAnswer struct {
	// Question is the question.
	Question Question `json:"question"`
	// Category is the kind of information it is.
	Category Category `json:"category"`
	// References are the app's keys of what is kept; none where the answer was no.
	References []rapport.ID `json:"references"`
}

// Draw turns an intake into a profile and a mandate, as far as it has come. Answers of questions that do
// not apply stay in the sheet and reach neither; so does what nobody's score uses. What somebody else says
// weighs as what it is, and never fills what only the person can say. The same sheet gives the same IDs.
// An error lists all that is wrong with the sheet.
func (s Scorer) Draw(sheet Sheet, at time.Time) (Drawn, error) {
	if err := s.checkAsked(sheet, at); err != nil {
		return Drawn{}, err
	}
	d := intakeDrawing{asking: s.asking(sheet, rapport.DateOf(at)), scales: map[scaleOf]*Evidence{}}
	d.out = Drawn{
		Profile: Profile{ID: sheet.Principal},
		Mandate: Mandate{Kind: sheet.Engagement},
		Sealed:  []SealedAnswer{},
	}
	d.leftOut()
	for _, step := range d.steps() {
		d.answers(step.what, step.do)
	}
	d.finish()
	d.out.Reasons = rapport.SortReasons(d.reasons)
	d.out.MadeWith = s.Editions()
	return d.out, nil
}

// intakeDrawing is a sheet being turned into a profile.
type intakeDrawing struct {
	*asking
	out     Drawn
	reasons []rapport.Reason
	scales  map[scaleOf]*Evidence
	// rightsOn are the days on which the rights of the mandate were said.
	rightsOn []rapport.Date
}

// scaleOf is the answers of one voice to the short statements of one dimension.
type scaleOf struct {
	dimension Dimension
	kind      EvidenceKind
}

// filling is what becomes of the answers that fill something.
type filling struct {
	what Fills
	do   func(*QuestionEntry, Reply)
}

// steps lists what becomes of each kind of answer; worries and activities come before what is said of them.
func (d *intakeDrawing) steps() []filling {
	p, m := &d.out.Profile, &d.out.Mandate
	first := func(r Reply) rapport.ID {
		if len(r.References) == 0 {
			return ""
		}
		return r.References[0]
	}
	return []filling{
		{FillsStore, func(_ *QuestionEntry, r Reply) { d.out.Store = r.Yes }},
		{FillsAge, d.age},
		{FillsGuardians, func(_ *QuestionEntry, r Reply) { p.Guardians = slices.Clone(r.References) }},
		{FillsDependants, func(_ *QuestionEntry, r Reply) { p.Dependants = slices.Clone(r.References) }},
		{FillsHousehold, d.household},
		{FillsOrderedBy, func(_ *QuestionEntry, r Reply) { m.OrderedBy = first(r) }},
		{FillsPaidBy, func(_ *QuestionEntry, r Reply) { m.PaidBy = first(r) }},
		{FillsRight, d.right},
		{FillsPriorities, d.priorities},
		{FillsDimension, d.dimension},
		{FillsReaction, func(q *QuestionEntry, r Reply) {
			p.Reactions = append(p.Reactions, Reaction{ID: idOf(string(q.ID)), Element: q.Element, Setting: q.Setting, Feeling: r.Feeling, On: r.On, Source: d.voice(r.On), Words: r.Words})
		}},
		{FillsConcerns, d.worries},
		{FillsConcernOrder, d.concernOrder},
		{FillsEmotion, d.ofConcern(func(c *Concern, r Reply) { c.Emotion = r.Level })},
		{FillsLikelihood, d.ofConcern(func(c *Concern, r Reply) { c.Likelihood = r.Level })},
		{FillsAvoidance, d.ofConcern(func(c *Concern, r Reply) { c.Avoidance, c.Avoids = r.Level, r.Words })},
		{FillsSince, d.ofConcern(func(c *Concern, r Reply) { c.Since = r.Day })},
		{FillsHardHours, d.hardHours},
		{FillsNeed, d.need},
		{FillsControl, func(_ *QuestionEntry, r Reply) { p.Control = Control{InHand: *r.Tenths, On: r.On} }},
		{FillsWish, d.wish},
		{FillsActivities, d.lives},
		{FillsRoutine, d.ofActivity(routine)},
		{FillsLevers, d.ofActivity(levers)},
		{FillsKept, d.ofListed(kept)},
		{FillsAnnounced, d.ofListed(func(a *Activity, listed rapport.Answer) { a.Announced = listed })},
		{FillsChanges, d.lifeChanges},
		{FillsDossier, d.sealed},
	}
}

// idOf makes an ID of words; a vendor's slash becomes a colon, and what is too long a digest.
func idOf(words ...string) rapport.ID {
	id := rapport.ID(strings.ReplaceAll(strings.Join(words, ":"), "/", ":"))
	if !id.Valid() {
		sum := sha256.Sum256([]byte(id))
		id = rapport.ID(hex.EncodeToString(sum[:16]))
	}
	return id
}

// leftOut says which replies do not count now.
func (d *intakeDrawing) leftOut() {
	if len(d.voices) == 0 {
		d.because(CodeDrawVoice, "/replies", -2)
	}
	said := map[asked]bool{} // false where nobody who may say it has
	for _, r := range d.sheet.Replies {
		key := asked{r.Question, r.About}
		_, said[key] = d.newest[key]
	}
	for key, own := range said {
		r, _ := d.reply(key.question, key.about)
		q := d.table().questions.at(key.question)
		subject := rapport.Path("/replies").Element(string(q.ID))
		if key.about != "" {
			subject = subject.Element(string(key.about))
		}
		switch {
		case !own:
			d.because(CodeDrawOwn, subject, -2)
		case r.Declined == rapport.AnswerYes:
			d.because(CodeDrawDeclined, subject, -1, r.On.String())
		case !d.applies(q), !slices.Contains(d.abouts(q), key.about):
			d.because(CodeDrawClosed, subject, -1)
		}
	}
}

func (d *intakeDrawing) because(code rapport.Code, subject rapport.Path, weight int8, args ...string) {
	d.reasons = append(d.reasons, codeEntry(code).Reason(subject, weight, args...))
}

func (d *intakeDrawing) age(q *QuestionEntry, r Reply) {
	for _, c := range q.Choices {
		if slices.Contains(r.Choices, c.ID) {
			d.out.Profile.Minor, d.out.Profile.Heard = c.Minor, c.Heard
		}
	}
	if d.out.Profile.Minor == rapport.AnswerNo {
		d.out.Profile.Heard = rapport.AnswerUnsaid // a matter of minors
	}
}

func (d *intakeDrawing) household(q *QuestionEntry, r Reply) {
	if len(r.References) == 0 {
		return
	}
	members := append([]rapport.ID{d.out.Profile.ID}, r.References...)
	slices.Sort(members)
	d.out.Mandate.Parties = append(d.out.Mandate.Parties, Party{ID: idOf(string(q.ID), string(d.out.Profile.ID)), Kind: PartyKindHousehold, Members: slices.Compact(members)})
}

// right takes who decides; of two questions about one matter the newer answer counts.
func (d *intakeDrawing) right(q *QuestionEntry, r Reply) {
	if len(r.References) == 0 {
		return
	}
	m := &d.out.Mandate
	i := slices.IndexFunc(m.Rights, func(other Right) bool { return other.Matter == q.Matter })
	if i < 0 {
		i = len(m.Rights)
		m.Rights = append(m.Rights, Right{})
		d.rightsOn = append(d.rightsOn, rapport.Date{})
	}
	if r.On.Compare(d.rightsOn[i]) >= 0 {
		m.Rights[i], d.rightsOn[i] = Right{Matter: q.Matter, By: r.References[0], For: d.out.Profile.ID}, r.On
	}
}

// priorities takes a ranking as it is, and comparisons two by two where all six are there and agree.
func (d *intakeDrawing) priorities(q *QuestionEntry, r Reply) {
	if r.On.Compare(d.out.Profile.PrioritiesOn) < 0 || r.Yes == rapport.AnswerNo {
		return
	}
	var ranking [][]Need
	if q.Type == AnswerTypePairs {
		subject := rapport.Path("/replies").Element(string(q.ID))
		agreed, err := RankingFromPairs(r.Pairs)
		if err != nil || agreed.Consistent != rapport.AnswerYes {
			d.because(CodeDrawPairs, subject, -2)
			return
		}
		ranking = agreed.Needs
	}
	for _, tied := range r.Ranking {
		var needs []Need
		for _, w := range tied {
			needs = append(needs, needOf(w))
		}
		ranking = append(ranking, needs)
	}
	d.out.Profile.Priorities, d.out.Profile.PrioritiesOn = ranking, r.On
}

// dimension gathers the short statements of one dimension into one piece of evidence, and takes a chosen
// answer at its level.
func (d *intakeDrawing) dimension(q *QuestionEntry, r Reply) {
	if q.Type != AnswerTypeAgreement {
		for _, c := range q.Choices {
			if c.Level != rapport.LevelUnknown && slices.Contains(r.Choices, c.ID) {
				d.out.Profile.Evidence = append(d.out.Profile.Evidence, Evidence{ID: idOf(string(q.ID)), Dimension: q.Dimension, Kind: d.voice(r.On), Level: c.Level, On: r.On, Setting: q.Setting})
			}
		}
		return
	}
	kind, id := d.voice(r.On), idOf("scale", string(q.Dimension))
	if kind == EvidenceAnsweredQuestion {
		kind = EvidenceScaleAnswers
	} else {
		id = idOf("scale", string(q.Dimension), string(kind))
	}
	key := scaleOf{q.Dimension, kind}
	scale := d.scales[key]
	if scale == nil {
		scale = &Evidence{ID: id, Dimension: q.Dimension, Kind: kind, On: r.On, Scale: Scale{Open: d.statements(q.Dimension)}}
		d.scales[key] = scale
	}
	scale.Scale.Open--
	if q.Reversed {
		scale.Scale.Against = append(scale.Scale.Against, r.Agreement)
	} else {
		scale.Scale.For = append(scale.Scale.For, r.Agreement)
	}
	if r.On.Compare(scale.On) > 0 {
		scale.On = r.On
	}
}

// statements counts the short statements of a dimension that apply.
func (d *intakeDrawing) statements(dimension Dimension) int {
	count := 0
	questions := d.table().questions
	for i := range questions {
		if q := &questions[i]; q.Type == AnswerTypeAgreement && q.Dimension == dimension && d.applies(q) {
			count++
		}
	}
	return count
}

func (d *intakeDrawing) need(q *QuestionEntry, r Reply) {
	if r.Yes == rapport.AnswerNo {
		return
	}
	record := NeedRecord{Kind: q.Need, On: r.On, Words: r.Words}
	for i, n := range d.out.Profile.Needs {
		if n.Kind == q.Need {
			if r.On.Compare(n.On) > 0 {
				d.out.Profile.Needs[i] = record
			}
			return
		}
	}
	d.out.Profile.Needs = append(d.out.Profile.Needs, record)
}

// wish adds what is wished: of each choice its own kind, where it holds and in its wording; in each setting
// named; or once.
func (d *intakeDrawing) wish(q *QuestionEntry, r Reply) {
	if r.Yes == rapport.AnswerNo {
		return
	}
	add := func(w Wish, word ChoiceWord) {
		if w.Kind == "" {
			return
		}
		w.ID, w.On = idOf(string(q.ID)), r.On
		if word != "" {
			w.ID = idOf(string(q.ID), string(word))
		}
		if w.Strength = q.Strength; w.Strength == StrengthUnknown {
			w.Strength = StrengthWish
		}
		if !q.Sealed { // what is sealed names nobody here
			w.People = slices.Clone(r.References)
		}
		d.out.Profile.Wishes = append(d.out.Profile.Wishes, w)
	}
	if len(r.Choices) == 0 {
		add(Wish{Kind: q.Wish, Setting: q.Setting, Words: r.Words}, "")
	}
	for _, word := range r.Choices {
		w := Wish{Kind: q.Wish, Setting: q.Setting, Words: r.Words}
		if q.Type == AnswerTypeListed {
			w.Setting = Setting(word)
		}
		for i, c := range q.Choices {
			if c.ID == word {
				w.Kind = cmp.Or(c.Wish, q.Wish)
				w.Setting = cmp.Or(c.Setting, q.Setting)
				w.Words = chosenWords(q.EN.Choices[i], r.Words)
			}
		}
		add(w, word)
	}
}

// chosenWords is the wording of a choice, with the person's own words behind it.
func chosenWords(choice, own string) string {
	if own == "" || len(choice)+len(own)+2 > MaxWords {
		return choice
	}
	return choice + ": " + own
}

// sealed keeps the references, and the wish that a sealed answer stands for.
func (d *intakeDrawing) sealed(q *QuestionEntry, r Reply) {
	d.out.Sealed = append(d.out.Sealed, SealedAnswer{Question: q.ID, Category: q.Category, References: append([]rapport.ID{}, r.References...)})
	if q.Wish != "" && len(r.References) > 0 {
		d.wish(q, r)
	}
}

// finish puts what was gathered into the order in which it leaves.
func (d *intakeDrawing) finish() {
	p := &d.out.Profile
	if len(p.Concerns) > 0 {
		p.Worried = rapport.AnswerUnsaid // one question found none, another did
	}
	for _, e := range d.scales {
		slices.Sort(e.Scale.For)
		slices.Sort(e.Scale.Against)
		p.Evidence = append(p.Evidence, *e)
	}
	slices.SortFunc(p.Evidence, func(a, b Evidence) int { return cmp.Compare(a.ID, b.ID) })
	slices.SortFunc(p.Concerns, func(a, b Concern) int { return cmp.Compare(a.ID, b.ID) })
	slices.SortFunc(p.Activities, func(a, b Activity) int { return cmp.Compare(a.ID, b.ID) })
	slices.SortFunc(p.Reactions, func(a, b Reaction) int { return cmp.Compare(a.ID, b.ID) })
	slices.SortFunc(p.Wishes, func(a, b Wish) int { return cmp.Compare(a.ID, b.ID) })
	slices.SortFunc(p.Changes, func(a, b LifeChange) int { return cmp.Compare(a.ID, b.ID) })
	slices.SortFunc(p.Needs, func(a, b NeedRecord) int { return cmp.Compare(a.Kind, b.Kind) })
	slices.SortFunc(d.out.Sealed, func(a, b SealedAnswer) int { return cmp.Compare(a.Question, b.Question) })
}
