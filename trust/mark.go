package trust

import "github.com/rapport-go/rapport/internal/scale"

// Grade says how far the word of each [Source] counts for a kind of signal. The zero value is unknown.
type Grade uint8

// The members of Grade.
const (
	// GradeUnknown means not said; a kind that weighs nothing has no grade.
	GradeUnknown Grade = iota
	// GradeHard can be checked.
	GradeHard
	// GradeSoft is manner and care.
	GradeSoft
	// GradeFault speaks against us; whoever reports an own fault counts whole.
	GradeFault
	// GradeVoice is theirs to give.
	GradeVoice
	// GradeSurvey is a tick in a form.
	GradeSurvey
)

var gradeWords = []string{"unknown", "hard", "soft", "fault", "voice", "survey"}

// String returns the word; for a value that is no member, Grade(n).
func (g Grade) String() string { return scale.String("Grade", gradeWords, uint8(g)) }

// MarshalText returns the word, or an error for a value that is no member.
func (g Grade) MarshalText() ([]byte, error) {
	return scale.Marshal("Grade", gradeWords, uint8(g))
}

// UnmarshalText accepts a word of the scale, letter for letter.
func (g *Grade) UnmarshalText(text []byte) error {
	member, err := scale.Parse("Grade", gradeWords, text)
	if err == nil {
		*g = Grade(member)
	}
	return err
}

// Mark is a property of a kind of signal that a rule of this package reads. The zero value is unknown.
type Mark uint8

// The members of Mark.
const (
	// MarkUnknown means no mark.
	MarkUnknown Mark = iota
	// MarkTask is a duty done; duties alone do not make trust.
	MarkTask
	// MarkContact is a short two-way contact.
	MarkContact
	// MarkMeaningful is a contact in which something was said or heard that mattered.
	MarkMeaningful
	// MarkIncident is about a moment in which something was wrong.
	MarkIncident
	// MarkVoice comes from the other side of its own accord.
	MarkVoice
	// MarkOpenness is something volunteered.
	MarkOpenness
	// MarkPrivateFact is something private volunteered; it counts double for openness.
	MarkPrivateFact
	// MarkClosing is a sign that people tell us less.
	MarkClosing
	// MarkEarlyWarning is something noticed that planning should know.
	MarkEarlyWarning
	// MarkSurvey is an answer in a form.
	MarkSurvey
	// MarkCold is the distant side of the band.
	MarkCold
	// MarkOverFamiliar is the chummy side of the band.
	MarkOverFamiliar
	// MarkFavour is a favour outside the agreement.
	MarkFavour
	// MarkFavourHabit is a favour that has become work.
	MarkFavourHabit
	// MarkUnfair is a rule that was not the same for all.
	MarkUnfair
	// MarkLeaving is a known person who goes.
	MarkLeaving
	// MarkHandedOver is a hand-over that was completed.
	MarkHandedOver
	// MarkTurnover is one change of person too many on a post.
	MarkTurnover
	// MarkVisit is a visit of the responsible manager.
	MarkVisit
	// MarkPolicy is an order to avoid contact; it holds until it is lifted.
	MarkPolicy
	// MarkPolicyLifted is that order taken back.
	MarkPolicyLifted
	// MarkOverPromise is a promise beyond the agreement.
	MarkOverPromise
	// MarkPromiseCorrected is such a promise put right.
	MarkPromiseCorrected
	// MarkWatch may be a breach; a named person decides within a day, until then it counts as one.
	MarkWatch
	// MarkWatchCleared is the decision that it is none.
	MarkWatchCleared
	// MarkWatchConfirmed is the decision that it is one.
	MarkWatchConfirmed
	// MarkNewContact is another person who speaks for the client.
	MarkNewContact
	// MarkSpreads reaches bystanders a little.
	MarkSpreads
)

var markWords = []string{
	"unknown", "task", "contact", "meaningful", "incident", "voice", "openness", "private-fact",
	"closing", "early-warning", "survey", "cold", "over-familiar", "favour", "favour-habit", "unfair",
	"leaving", "handed-over", "turnover", "visit", "policy", "policy-lifted", "over-promise",
	"promise-corrected", "watch", "watch-cleared", "watch-confirmed", "new-contact", "spreads",
}

// String returns the word; for a value that is no member, Mark(n).
func (m Mark) String() string { return scale.String("Mark", markWords, uint8(m)) }

// MarshalText returns the word, or an error for a value that is no member.
func (m Mark) MarshalText() ([]byte, error) {
	return scale.Marshal("Mark", markWords, uint8(m))
}

// UnmarshalText accepts a word of the scale, letter for letter.
func (m *Mark) UnmarshalText(text []byte) error {
	member, err := scale.Parse("Mark", markWords, text)
	if err == nil {
		*m = Mark(member)
	}
	return err
}

// Step is how far a matter raised by the other side has come. The zero value is unknown.
type Step uint8

// The members of Step, in order.
const (
	// StepUnknown means not part of a loop.
	StepUnknown Step = iota
	// StepReceived means that it was said to us.
	StepReceived
	// StepAcknowledged means that we said: we have it, and this is how we understand it.
	StepAcknowledged
	// StepAnswered means that what, who and when was said, or no with the reason.
	StepAnswered
	// StepActed means that what was agreed is done.
	StepActed
	// StepAsked means that we asked whether it is settled.
	StepAsked
	// StepConfirmed means that the one who raised it says so; nobody else can.
	StepConfirmed
	// StepUnanswered means that three asks over two weeks found no answer; it never counts as confirmed.
	StepUnanswered
)

var stepWords = []string{
	"unknown", "received", "acknowledged", "answered", "acted", "asked", "confirmed", "unanswered",
}

// String returns the word; for a value that is no member, Step(n).
func (s Step) String() string { return scale.String("Step", stepWords, uint8(s)) }

// MarshalText returns the word, or an error for a value that is no member.
func (s Step) MarshalText() ([]byte, error) {
	return scale.Marshal("Step", stepWords, uint8(s))
}

// UnmarshalText accepts a word of the scale, letter for letter.
func (s *Step) UnmarshalText(text []byte) error {
	member, err := scale.Parse("Step", stepWords, text)
	if err == nil {
		*s = Step(member)
	}
	return err
}

// RepairStep is one step of the way back after a breach. The zero value is unknown.
type RepairStep uint8

// The members of RepairStep, in order.
const (
	// RepairStepUnknown means no step.
	RepairStepUnknown RepairStep = iota
	// RepairStepTold means that the firm told it, fully, itself.
	RepairStepTold
	// RepairStepOwned means an apology that names the fault, without a but.
	RepairStepOwned
	// RepairStepChecked means that somebody outside the team looked at what happened.
	RepairStepChecked
	// RepairStepChanged means that a lasting change was made and shown.
	RepairStepChanged
	// RepairStepRechecked means that the agreed re-check found that it holds.
	RepairStepRechecked
	// RepairStepFailed means that the re-check found that it does not; change and re-check begin anew.
	RepairStepFailed
)

var repairStepWords = []string{"unknown", "told", "owned", "checked", "changed", "rechecked", "failed"}

// String returns the word; for a value that is no member, RepairStep(n).
func (r RepairStep) String() string { return scale.String("RepairStep", repairStepWords, uint8(r)) }

// MarshalText returns the word, or an error for a value that is no member.
func (r RepairStep) MarshalText() ([]byte, error) {
	return scale.Marshal("RepairStep", repairStepWords, uint8(r))
}

// UnmarshalText accepts a word of the scale, letter for letter.
func (r *RepairStep) UnmarshalText(text []byte) error {
	member, err := scale.Parse("RepairStep", repairStepWords, text)
	if err == nil {
		*r = RepairStep(member)
	}
	return err
}

// after reports whether a step comes after another.
func (s Step) after(other Step) bool { return s > other }

// hundredths returns how far the word of a source counts, in hundredths.
func (g Grade) hundredths(source Source) int {
	for i := range standardGrades {
		if e := &standardGrades[i]; e.ID == g {
			return [...]int{0, e.Client, e.Record, e.Supervisor, e.Third, e.Public, e.Officer, e.Management}[min(int(source), len(sourceWords)-1)]
		}
	}
	return 0
}
