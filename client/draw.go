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
	d := intakeDrawing{asking: s.asking(sheet, rapport.DateOf(at)), scales: map[Dimension]*Evidence{}}
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
	scales  map[Dimension]*Evidence
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
		{FillsRight, func(q *QuestionEntry, r Reply) {
			if by := first(r); by != "" {
				m.Rights = append(m.Rights, Right{Matter: q.Matter, By: by, For: p.ID})
			}
		}},
		{FillsPriorities, d.priorities},
		{FillsDimension, d.dimension},
		{FillsReaction, func(q *QuestionEntry, r Reply) {
			p.Reactions = append(p.Reactions, Reaction{ID: idOf(string(q.ID)), Element: q.Element, Setting: q.Setting, Feeling: r.Feeling, On: r.On, Source: d.said(), Words: r.Words})
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
		{FillsRoutine, d.ofActivity(func(a *Activity, r Reply) { a.Weekly = append(a.Weekly, canonical(r.Hours)) })},
		{FillsKept, d.ofListed(func(a *Activity, listed rapport.Answer) { a.Stays = listed })},
		{FillsLevers, d.ofActivity(func(a *Activity, r Reply) {
			if a.Stays != rapport.AnswerYes {
				for _, w := range r.Choices {
					a.Levers = append(a.Levers, leverOf(w))
				}
			}
		})},
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

// said is the evidence that a plain answer is.
func (d *intakeDrawing) said() EvidenceKind {
	if d.voice == "" {
		return EvidenceAnsweredQuestion
	}
	return d.voice
}

// leftOut says which replies do not count now.
func (d *intakeDrawing) leftOut() {
	if d.voice == "" {
		d.because(CodeDrawVoice, "/replies", -2)
	}
	for key := range d.newest {
		r, _ := d.reply(key.question, key.about)
		q := d.table().questions.at(key.question)
		subject := rapport.Path("/replies").Element(string(q.ID))
		if key.about != "" {
			subject = subject.Element(string(key.about))
		}
		switch {
		case r.Declined == rapport.AnswerYes:
			d.because(CodeDrawDeclined, subject, -1, r.On.String())
		case q.Own && d.proxy:
			d.because(CodeDrawOwn, subject, -2)
		case !d.applies(q):
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

// priorities takes a ranking as it is, and comparisons two by two where all six are there and agree.
func (d *intakeDrawing) priorities(q *QuestionEntry, r Reply) {
	if r.On.Compare(d.out.Profile.PrioritiesOn) < 0 {
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
				d.out.Profile.Evidence = append(d.out.Profile.Evidence, Evidence{ID: idOf(string(q.ID)), Dimension: q.Dimension, Kind: d.said(), Level: c.Level, On: r.On, Setting: q.Setting})
			}
		}
		return
	}
	scale := d.scales[q.Dimension]
	if scale == nil {
		kind := d.said()
		if !d.proxy {
			kind = EvidenceScaleAnswers
		}
		scale = &Evidence{ID: idOf("scale", string(q.Dimension)), Dimension: q.Dimension, Kind: kind, On: r.On, Scale: Scale{Open: d.statements(q.Dimension)}}
		d.scales[q.Dimension] = scale
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

func (d *intakeDrawing) worries(_ *QuestionEntry, r Reply) {
	source := d.said()
	if !d.proxy {
		source = ""
	}
	if r.Yes == rapport.AnswerNo {
		d.out.Profile.Worried = rapport.AnswerNo
	}
	for _, w := range r.Choices {
		id := idOf("worry", string(w))
		if slices.ContainsFunc(d.out.Profile.Concerns, func(c Concern) bool { return c.ID == id }) {
			continue
		}
		c := Concern{ID: id, Kind: ConcernKind(w), On: r.On, Source: source}
		if len(r.Choices) == 1 {
			c.Words = r.Words
		}
		d.out.Profile.Concerns = append(d.out.Profile.Concerns, c)
	}
}

// ofConcern changes the worry that a reply is about; the worry is as old as the last thing said of it.
func (d *intakeDrawing) ofConcern(change func(*Concern, Reply)) func(*QuestionEntry, Reply) {
	return func(_ *QuestionEntry, r Reply) {
		for i := range d.out.Profile.Concerns {
			c := &d.out.Profile.Concerns[i]
			if c.Kind != ConcernKind(r.About) {
				continue
			}
			change(c, r)
			if r.On.Compare(c.On) > 0 {
				c.On = r.On
			}
			if c.Words == "" && c.Avoids == "" {
				c.Words = r.Words
			}
		}
	}
}

func (d *intakeDrawing) concernOrder(_ *QuestionEntry, r Reply) {
	rank := 1
	for _, tied := range r.Ranking {
		for i := range d.out.Profile.Concerns {
			if c := &d.out.Profile.Concerns[i]; slices.Contains(tied, ChoiceWord(c.Kind)) {
				c.Rank = rank
			}
		}
		rank += len(tied)
	}
}

// hardHours is evidence of how strongly worry presses at these hours: as strongly as the strongest worry
// does.
func (d *intakeDrawing) hardHours(q *QuestionEntry, r Reply) {
	level := rapport.LevelUnknown
	for _, c := range d.out.Profile.Concerns {
		level = level.Higher(c.Emotion)
	}
	if r.Hours.IsZero() || level == rapport.LevelUnknown {
		return
	}
	settings := r.Choices
	if len(settings) == 0 {
		settings = once()
	}
	for _, setting := range settings {
		id := idOf(string(q.ID))
		if setting != "" {
			id = idOf(string(q.ID), string(setting))
		}
		d.out.Profile.Evidence = append(d.out.Profile.Evidence, Evidence{ID: id, Dimension: DimensionAnxiety, Kind: d.said(), Level: level, On: r.On, Setting: Setting(setting), Hours: canonical(r.Hours)})
	}
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

// wish adds what is wished: of each choice its own kind, in each setting named, or once.
func (d *intakeDrawing) wish(q *QuestionEntry, r Reply) {
	if r.Yes == rapport.AnswerNo {
		return
	}
	strength := q.Strength
	if strength == StrengthUnknown {
		strength = StrengthWish
	}
	add := func(kind WishKind, setting Setting, word ChoiceWord) {
		if kind == "" {
			return
		}
		w := Wish{ID: idOf(string(q.ID)), Kind: kind, Setting: setting, Strength: strength, On: r.On, Words: r.Words, People: slices.Clone(r.References)}
		if word != "" {
			w.ID = idOf(string(q.ID), string(word))
		}
		if q.Sealed {
			w.People = nil // kept sealed
		}
		d.out.Profile.Wishes = append(d.out.Profile.Wishes, w)
	}
	if len(r.Choices) == 0 {
		add(q.Wish, q.Setting, "")
	}
	for _, word := range r.Choices {
		if q.Type == AnswerTypeListed {
			add(q.Wish, Setting(word), word)
			continue
		}
		kind := q.Wish
		for _, c := range q.Choices {
			if c.ID == word && c.Wish != "" {
				kind = c.Wish
			}
		}
		add(kind, q.Setting, word)
	}
}

func (d *intakeDrawing) lives(_ *QuestionEntry, r Reply) {
	for _, a := range r.Activities {
		if !d.out.Profile.does(a.ID) {
			d.out.Profile.Activities = append(d.out.Profile.Activities, cloneActivity(a))
		}
	}
}

// ofActivity changes the activity that a reply is about.
func (d *intakeDrawing) ofActivity(change func(*Activity, Reply)) func(*QuestionEntry, Reply) {
	return func(_ *QuestionEntry, r Reply) {
		for i := range d.out.Profile.Activities {
			if a := &d.out.Profile.Activities[i]; a.ID == rapport.ID(r.About) {
				change(a, r)
			}
		}
	}
}

// ofListed says of every activity whether a reply lists it: the question was asked of all of them.
func (d *intakeDrawing) ofListed(change func(*Activity, rapport.Answer)) func(*QuestionEntry, Reply) {
	return func(_ *QuestionEntry, r Reply) {
		for i := range d.out.Profile.Activities {
			a := &d.out.Profile.Activities[i]
			change(a, rapport.AnswerOf(slices.Contains(r.Choices, ChoiceWord(a.ID))))
		}
	}
}

func (d *intakeDrawing) lifeChanges(_ *QuestionEntry, r Reply) {
	for _, c := range r.Changes {
		if !slices.ContainsFunc(d.out.Profile.Changes, func(other LifeChange) bool { return other.ID == c.ID }) {
			d.out.Profile.Changes = append(d.out.Profile.Changes, c)
		}
	}
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

func cloneActivity(a Activity) Activity {
	a.Weekly, a.Levers = slices.Clone(a.Weekly), slices.Clone(a.Levers)
	for i, h := range a.Weekly {
		a.Weekly[i].Days = slices.Clone(h.Days)
	}
	return a
}
