package privacy_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
	"github.com/rapport-go/rapport/privacy"
)

// passedOn records what a request gets with these facts, some days after noon.
func passedOn(t testing.TB, l privacy.Log, q privacy.Request, day int, facts ...string) privacy.Log {
	t.Helper()
	d := answer(t, q, registerOf(q, facts...))
	what := privacy.Disclosure{Request: q, Decision: d, By: "lead"}
	if len(d.Grains) > 0 {
		what.Facts = 1
	}
	l, err := l.Record(what, noon.AddDate(0, 0, day))
	require.NoError(t, err)
	return l
}

func asks(who rapport.ID, role client.Role, category client.Category, purpose privacy.Purpose) privacy.Request {
	q := request(role, category, purpose)
	q.Asker = who
	return q
}

// week is the second week of the actor with the letter writer.
func week(t testing.TB) privacy.Log {
	t.Helper()
	var l privacy.Log
	drives := asks("driver-1", client.RoleDriver, client.CategoryMovement, privacy.PurposeMove)
	l = passedOn(t, l, drives, 0, "assigned")
	l = passedOn(t, l, drives, 1, "assigned")
	l = passedOn(t, l, asks("doorman", client.RoleConcierge, client.CategoryThreatFile, privacy.PurposeProtect), 1, "named")
	l = passedOn(t, l, asks("caller", client.RoleJournalist, client.CategoryEngagement, privacy.PurposePublicise), 1)
	l = passedOn(t, l, asks("inspector", client.RolePoliceLiaison, client.CategoryThreatFile, privacy.PurposeLiaise), 2, "named", "verified", "consent")
	l = passedOn(t, l, asks("officer-2", client.RoleResidentialOfficer, client.CategoryLocation, privacy.PurposeRespond), 4, "on-activity", "imminent-danger")
	return l
}

func TestALogSaysWhatTheAnswerRestedOn(t *testing.T) {
	l := week(t)
	require.NoError(t, l.Verify(l.Head()))
	assert.Equal(t, l, reread(t, l))
	first := l.Entries[0]
	assert.Equal(t, []rapport.Path{"/register/assignments/a-1", "/rules/p10"}, first.Grounds)
	assert.Equal(t, []privacy.Grain{privacy.GrainDay}, first.Grains)
	assert.NotEmpty(t, first.Duties)
	assert.NotEmpty(t, first.MadeWith)
	assert.Equal(t, privacy.VerdictForbidden, l.Entries[3].Verdict, "a refusal is an entry too")
	assert.Empty(t, l.Entries[3].Duties)
}

func TestTamperingAndTruncationAreFound(t *testing.T) {
	l := week(t)
	head := l.Head()
	for _, tt := range []struct {
		name   string
		change func(*privacy.Log)
		want   string
	}{
		{"a field changed", func(l *privacy.Log) { l.Entries[2].Facts = 9 }, "/entries/2/digest privacy/entry-changed"},
		{"a moment changed", func(l *privacy.Log) { l.Entries[0].At = noon.Add(time.Second) }, "/entries/0/digest privacy/entry-changed"},
		{"one taken out", func(l *privacy.Log) { l.Entries = slices.Delete(l.Entries, 1, 2) }, "/entries/1/previous privacy/chain-broken"},
		{"two exchanged", func(l *privacy.Log) { l.Entries[1], l.Entries[2] = l.Entries[2], l.Entries[1] }, "/entries/1/previous privacy/chain-broken"},
		{"the beginning cut off", func(l *privacy.Log) { l.Entries = l.Entries[1:] }, "/entries/0/previous privacy/chain-broken"},
		{"the end cut off", func(l *privacy.Log) { l.Entries = l.Entries[:4] }, "/entries privacy/chain-cut"},
		{"everything gone", func(l *privacy.Log) { l.Entries = nil }, "/entries privacy/chain-cut"},
		{"a later schema", func(l *privacy.Log) { l.Schema = "rapport/disclosure-log/2" }, "/schema rapport/schema-newer"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			changed := reread(t, l)
			tt.change(&changed)
			assert.Contains(t, codesOf(changed.Verify(head)), tt.want)
		})
	}
	other := passedOn(t, privacy.Log{Schema: l.Schema, Entries: slices.Clone(l.Entries[:5])}, asks("x", client.RoleDriver, client.CategoryMovement, privacy.PurposeMove), 4)
	require.NoError(t, other.Verify(privacy.Head{}), "a log that was written anew from some point holds together")
	assert.Equal(t, []string{"/entries/5 privacy/chain-broken"}, codesOf(other.Verify(head)), "and not with the head that was kept")
	assert.NoError(t, privacy.Log{}.Verify(privacy.Log{}.Head()))
}

func TestALogGrowsAndNeverChangesWhatItWas(t *testing.T) {
	l := week(t)
	before := text(t, l)
	longer := passedOn(t, l, asks("driver-1", client.RoleDriver, client.CategoryMovement, privacy.PurposeMove), 5, "assigned")
	longer.Entries[0].Grains[0], longer.Entries[0].Grounds[0] = privacy.GrainFull, "changed"
	assert.Equal(t, before, text(t, l))
	assert.Len(t, longer.Entries, len(l.Entries)+1)
}

func TestAnEntryThatIsNotInOrderIsRefusedWithEveryPlace(t *testing.T) {
	l := week(t)
	q := asks("driver-1", client.RoleDriver, client.CategoryMovement, privacy.PurposeMove)
	given := answer(t, q, registerOf(q, "assigned"))
	later := noon.AddDate(0, 0, 9)
	for want, do := range map[string]func() error{
		"/facts rapport/out-of-range": func() error {
			_, err := l.Record(privacy.Disclosure{Request: q, Decision: given, By: "lead"}, later)
			return err
		},
		"/decision/verdict rapport/required": func() error { _, err := l.Record(privacy.Disclosure{Request: q, By: "lead"}, later); return err },
		"/by rapport/required": func() error {
			_, err := l.Record(privacy.Disclosure{Request: q, Decision: given, Facts: 1}, later)
			return err
		},
		"/corrects rapport/out-of-range": func() error {
			_, err := l.Record(privacy.Disclosure{Request: q, Decision: given, Facts: 1, By: "lead", Corrects: 99}, later)
			return err
		},
		"/at rapport/out-of-range": func() error { _, err := l.Settle(1, privacy.ObligationLog, "lead", noon); return err },
		" rapport/no-moment": func() error {
			_, err := privacy.Log{}.Record(privacy.Disclosure{Request: q, Decision: given, Facts: 1, By: "lead"}, time.Time{})
			return err
		},
		"/number rapport/out-of-range": func() error { _, err := l.Settle(99, privacy.ObligationLog, "lead", later); return err },
		"/done rapport/out-of-range":   func() error { _, err := l.Settle(4, privacy.ObligationReviewWithin72h, "lead", later); return err },
	} {
		assert.Equal(t, []string{want}, codesOf(do()))
	}
}

func TestTheClientsPageSaysWhoLearnedWhatAndWhy(t *testing.T) {
	l := week(t)
	account := privacy.Account{Log: l, Principal: "ms-a", Reader: client.RolePrincipal}
	s, err := privacy.Policy{}.Summary(account, noon)
	require.NoError(t, err)
	assert.Equal(t, []int{5, 1, 0}, []int{s.Given, s.Refused, s.LeftOut})
	require.Len(t, s.Lines, 4)
	assert.Equal(t, "Driver: Movement, 2 times (day), in order to take the person from one place to another. Still to be done: delete when window closes.", s.Lines[1].Text)
	assert.Empty(t, s.Lines[0].Recipient, "third persons show by role")
	assert.Equal(t, rapport.ID("driver-1"), s.Lines[1].Recipient)
	assert.Equal(t, 2, s.Lines[1].Times)
	assert.NotContains(t, s.Text, "caller")
	assert.Contains(t, s.Text, "Passed on in this time: 5. Asks that got nothing: 1.")
	assert.Contains(t, s.Lines[3].Pending, privacy.ObligationTellClientAfter)

	for _, done := range []int{1, 2} {
		l, err = l.Settle(done, privacy.ObligationDeleteWhenWindowCloses, "driver-1", noon.AddDate(0, 0, 5))
		require.NoError(t, err)
	}
	account.Log = l
	s, err = privacy.Policy{}.Summary(account, noon)
	require.NoError(t, err)
	assert.Empty(t, s.Lines[1].Pending, "what was done is not asked for again")
	account.Span = rapport.Span{From: noon.AddDate(0, 0, 3)}
	s, err = privacy.Policy{}.Summary(account, noon)
	require.NoError(t, err)
	assert.Equal(t, []int{1, 0}, []int{s.Given, s.Refused})
}

func TestOthersSeeLessOfThePage(t *testing.T) {
	account := privacy.Account{Log: week(t), Principal: "ms-a", Reader: client.RolePayer}
	s, err := privacy.Policy{}.Summary(account, noon)
	require.NoError(t, err)
	assert.Empty(t, s.Lines)
	assert.Equal(t, []int{5, 1, 5}, []int{s.Given, s.Refused, s.LeftOut})

	l := passedOn(t, privacy.Log{}, asks("doctor", client.RoleMedic, client.CategoryMedical, privacy.PurposeCare), 0, "assigned", "minor")
	account = privacy.Account{Log: l, Principal: "ms-a", Reader: client.RoleGuardian, Mature: rapport.AnswerNo}
	s, err = privacy.Policy{}.Summary(account, noon)
	require.NoError(t, err)
	assert.Len(t, s.Lines, 1, "a guardian sees a small child's entries")
	account.Mature = rapport.AnswerUnsaid
	s, err = privacy.Policy{}.Summary(account, noon)
	require.NoError(t, err)
	assert.Empty(t, s.Lines, "and not what a young person may keep")

	broken := reread(t, l)
	broken.Entries[0].Facts = 7
	_, err = privacy.Policy{}.Summary(privacy.Account{Log: broken, Principal: "ms-a", Reader: "captain", Mature: 99}, time.Time{})
	assert.Equal(t, []string{" rapport/no-moment", "/log/entries/0/digest privacy/entry-changed", "/mature rapport/out-of-range", "/reader rapport/unknown-word"}, codesOf(err))
}

func TestPartsThatAddUpToWhatWasWithheldAreFound(t *testing.T) {
	drives := asks("driver-1", client.RoleDriver, client.CategoryMovement, privacy.PurposeMove)
	var l privacy.Log
	for day := range 4 {
		l = passedOn(t, l, drives, day, "assigned")
		l = passedOn(t, l, drives, day, "assigned")
	}
	assert.Empty(t, privacy.Policy{}.Sums(l), "four days are no pattern")
	l = passedOn(t, l, drives, 4, "assigned")
	found := privacy.Policy{}.Sums(l)
	require.Len(t, found, 1)
	assert.Equal(t, privacy.SumID("five-days-of-sheets"), found[0].ID)
	assert.Equal(t, privacy.Part{Category: client.CategoryRoutine, Grain: privacy.GrainSummary}, found[0].Comes)
	assert.Len(t, found[0].Entries, 9)
	assert.Equal(t, privacy.CodeAddsUp, found[0].Reason.Code)

	guards := asks("venue-1", client.RoleVenueSecurity, client.CategoryMovement, privacy.PurposeCoordinate)
	venue := passedOn(t, privacy.Log{}, guards, 0, "named")
	found = privacy.Policy{}.Sums(venue)
	require.Len(t, found, 1)
	assert.Equal(t, privacy.Part{Category: client.CategoryMovement, Grain: privacy.GrainItem}, found[0].Comes)

	corrected, err := venue.Record(privacy.Disclosure{Request: guards, Decision: answer(t, guards, privacy.Register{}), By: "lead", Corrects: 1}, noon.AddDate(0, 0, 1))
	require.NoError(t, err)
	assert.Empty(t, privacy.Policy{}.Sums(corrected), "an entry that was put right does not count")
	assert.Empty(t, privacy.Policy{}.Sums(privacy.Log{}))
}

// The log of an answer, the head that is kept apart, and what shows when the end is cut off.
func ExampleLog_Record() {
	at := time.Date(2027, time.February, 15, 9, 0, 0, 0, time.UTC)
	request := privacy.Request{Asker: "driver-1", Role: client.RoleDriver, Purpose: privacy.PurposeMove, Category: client.CategoryMovement, Principal: "ms-a"}
	decision, err := privacy.Policy{}.Decide(request, privacy.Register{Assignments: []privacy.Assignment{{
		ID: "a-1", Person: "driver-1", Role: client.RoleDriver, Principal: "ms-a", Span: rapport.Span{From: at.Add(-time.Hour), To: at.Add(9 * time.Hour)},
	}}}, at)
	if err != nil {
		fmt.Println(err)
		return
	}
	l, err := privacy.Log{}.Record(privacy.Disclosure{Request: request, Decision: decision, Facts: 3, By: "lead"}, at)
	if err != nil {
		fmt.Println(err)
		return
	}
	head := l.Head()
	fmt.Println(head.Number, l.Verify(head))
	l.Entries = l.Entries[:0]
	fmt.Println(l.Verify(head))
	// Output:
	// 1 <nil>
	// /entries: ends earlier than the head that was kept (privacy/chain-cut)
}

// A driver who was given the sheets of five days knows how the week goes, and nobody gave them that.
func ExamplePolicy_Sums() {
	at := time.Date(2027, time.February, 15, 9, 0, 0, 0, time.UTC)
	request := privacy.Request{Asker: "driver-1", Role: client.RoleDriver, Purpose: privacy.PurposeMove, Category: client.CategoryMovement, Principal: "ms-a"}
	register := privacy.Register{Assignments: []privacy.Assignment{{ID: "a-1", Person: "driver-1", Role: client.RoleDriver, Principal: "ms-a"}}}
	var l privacy.Log
	for day := range 5 {
		decision, err := privacy.Policy{}.Decide(request, register, at.AddDate(0, 0, day))
		if err != nil {
			fmt.Println(err)
			return
		}
		l, err = l.Record(privacy.Disclosure{Request: request, Decision: decision, Facts: 1, By: "lead"}, at.AddDate(0, 0, day))
		if err != nil {
			fmt.Println(err)
			return
		}
	}
	for _, sum := range (privacy.Policy{}).Sums(l) {
		fmt.Println(sum.Recipient, sum.Entries, sum.Reason.Text)
	}
	// Output:
	// driver-1 [1 2 3 4 5] Together these come to routine (summary): sheets of five days show how the week goes.
}

// What was due about an entry is noted by another: nothing that was written changes.
func ExampleLog_Settle() {
	at := time.Date(2027, time.February, 15, 9, 0, 0, 0, time.UTC)
	request := privacy.Request{Asker: "driver-1", Role: client.RoleDriver, Purpose: privacy.PurposeMove, Category: client.CategoryMovement, Principal: "ms-a"}
	decision, err := privacy.Policy{}.Decide(request, privacy.Register{Assignments: []privacy.Assignment{{
		ID: "a-1", Person: "driver-1", Role: client.RoleDriver, Principal: "ms-a",
	}}}, at)
	if err != nil {
		fmt.Println(err)
		return
	}
	l, err := privacy.Log{}.Record(privacy.Disclosure{Request: request, Decision: decision, Facts: 1, By: "lead"}, at)
	if err != nil {
		fmt.Println(err)
		return
	}
	l, err = l.Settle(1, privacy.ObligationDeleteWhenWindowCloses, "driver-1", at.Add(14*time.Hour))
	fmt.Println(len(l.Entries), l.Entries[1].Settles, l.Entries[1].Done, err)
	// Output:
	// 2 1 delete-when-window-closes <nil>
}

// The page that the client reads at the end of the week.
func ExamplePolicy_Summary() {
	at := time.Date(2027, time.February, 15, 9, 0, 0, 0, time.UTC)
	request := privacy.Request{Asker: "doorman", Role: client.RoleConcierge, Purpose: privacy.PurposeProtect, Category: client.CategoryThreatFile, Principal: "ms-a"}
	decision, err := privacy.Policy{}.Decide(request, privacy.Register{Contacts: []privacy.Contact{{
		ID: "c-1", Person: "doorman", Role: client.RoleConcierge, Principal: "ms-a", Span: rapport.Span{From: at.Add(-time.Hour), To: at.Add(240 * time.Hour)},
	}}}, at)
	if err != nil {
		fmt.Println(err)
		return
	}
	l, err := privacy.Log{}.Record(privacy.Disclosure{Request: request, Decision: decision, Facts: 1, By: "lead"}, at)
	if err != nil {
		fmt.Println(err)
		return
	}
	page, err := privacy.Policy{}.Summary(privacy.Account{Log: l, Principal: "ms-a", Reader: client.RolePrincipal}, at)
	fmt.Println(page.Text, err)
	// Output:
	// Concierge: Threat file, once (recognise), in order to carry out the protection of an activity. Still to be done: delete when window closes, verify by call back, caveat travels, approver named, review within 72h.
	// Passed on in this time: 1. Asks that got nothing: 0. <nil>
}
