package wording

import (
	"encoding/json"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// flagged are sentences with every finding between « and », and the rules in the same order.
var flagged = []struct {
	kind  Kind
	text  string
	rules string
}{
	{KindCertainty, "We «guarantee» your family a quiet week.", "guarantee"},
	{KindCertainty, "A «guaranteed» answer within an hour.", "guaranteed"},
	{KindCertainty, "With this plan the house «is safe».", "is-safe"},
	{KindCertainty, "You «are safe» with the companion officer.", "are-safe"},
	{KindCertainty, "«You’re safe»; the gate is locked.", "youre-safe"},
	{KindCertainty, "You «will be safe» on the way home.", "will-be-safe"},
	{KindCertainty, "When we arrive you «are safe».", "are-safe"},
	{KindCertainty, "The garage «is secured» and the alarm is on.", "is-safe"},
	{KindCertainty, "This door keeps the family «100 %» safe.", "100-percent"},
	{KindCertainty, "The new route is «100%» safe.", "100-percent"},
	{KindCertainty, "The risk goes «to zero» once the film is on the glass.", "to-zero"},
	{KindCertainty, "There is «no risk» left at the gate.", "no-risk"},
	{KindCertainty, "A «risk-free» evening at the opera.", "risk-free"},
	{KindCertainty, "A «RISK\n  FREE» evening at the opera.", "risk-free"},
	{KindCertainty, "Nobody knows the address, so it is «impossible» to find you.", "impossible"},
	{KindCertainty, "With two officers at the door that «cannot happen».", "cannot-happen"},
	{KindCertainty, "With two officers at the door that «can’t happen».", "cant-happen"},
	{KindCertainty, "Such a visit would «never happen again».", "never-happen-again"},
	{KindCertainty, "The camera «always detects» a stranger.", "always-works"},
	{KindCertainty, "Our driver «never fails».", "never-happen-again"},
	{KindCertainty, "We «are certain» that the caller has gone.", "are-certain"},
	{KindCertainty, "He will «certainly» not come back.", "certainly"},
	{KindCertainty, "The reply comes «without fail».", "without-doubt"},
	{KindCertainty, "A «foolproof» way out through the garden.", "foolproof"},
	{KindCertainty, "The car is «bullet-proof».", "bullet-proof"},
	{KindCertainty, "There is «nothing to worry about».", "nothing-to-worry-about"},
	{KindCertainty, "Once the film is on, «nothing will happen».", "nothing-will-happen"},
	{KindCertainty, "I «promise it works».", "promise-no-harm"},
	{KindCertainty, "«Trust me», «he's harmless».", "trust-us hes-safe"},
	{KindCertainty, "«Rest assured», we are near.", "rest-assured"},
	{KindCertainty, "The measures «fully» cover the school run.", "fully"},
	{KindCertainty, "At no cost we «guarantee» a quiet night.", "guarantee"},
	{KindCertainty, "«We are sure» he has left.", "we-are-sure"},
	{KindCertainty, "We «ensure» that only guests come in.", "ensure"},
	{KindCertainty, "The officer «keeps your children safe».", "keeps-you-safe"},
	{KindCertainty, "The fence «stops anyone» who climbs.", "stops-every-attack"},
	{KindCertainty, "After that «nobody can find you».", "nobody-can-get-in"},
	{KindCertainty, "The locks «prevent break-ins».", "prevent-crime"},
	{KindCertainty, "The plan «eliminates» the danger on the drive.", "eliminates"},
	{KindCertainty, "We can «rule out an attack» at home.", "rule-out-any"},
	{KindCertainty, "The «threat is over».", "threat-is-gone"},
	{KindCertainty, "We give you «complete protection» at the event.", "complete-safety"},
	{KindCertainty, "Help is «there immediately».", "there-immediately"},
	{KindCertainty, "«Please trust us» with this.", "please-trust-us"},
	{KindCertainty, "«Do not worry» about the letters.", "do-not-worry"},
	{KindCertainty, "If {threat} comes up, «everything is under control».", "everything-will-be-fine"},
	{KindBlame, "«You should have» told the officer.", "you-should-have"},
	{KindBlame, "«You failed to» lock the side door.", "you-failed"},
	{KindBlame, "The gap is «your fault».", "your-fault"},
	{KindBlame, "«Why did you» leave without the driver?", "why-did-you"},
	{KindBlame, "I am «sorry, but» «you should have» read it.", "sorry-but you-should-have"},
	{KindBlame, "Would you please, «for once», listen?", "for-once"},
	{KindBlame, "«As I already» said three times.", "as-you-were-told"},
	{KindBlame, "«We both know that» ticket isn't yours.", "we-told-you-so"},
	{KindBlame, "The client is «stubborn» about cameras.", "stubborn"},
	{KindBlame, "«Obviously» the gate was left open.", "obviously"},
	{KindBlame, "«You refused» the second officer.", "you-refused"},
	{KindBlame, "We are sorry «if you felt hurt».", "if-you-felt-hurt"},
	{KindBlame, "«Allegedly» the officer was rude.", "allegedly"},
	{KindJargon, "«CCTV» covers the yard.", "cctv"},
	{KindJargon, "The officer follows the «post orders».", "post-orders"},
	{KindJargon, "We hold a short «debrief» after the trip.", "debrief"},
	{KindJargon, "The «principal» leaves by the side door.", "principal"},
	{KindJargon, "«Close protection» is near you all day.", "close-protection"},
	{KindJargon, "There was a «security breach» last night.", "security-breach"},
	{KindJargon, "We «mitigate» the «threat level» at the «perimeter».", "mitigate threat-level perimeter"},
	{KindJargon, "«Pursuant to» clause 4 we stop.", "pursuant-to"},
	{KindJargon, "The «SOP» says: «observe and report».", "sop observe-and-report"},
	{KindJargon, "A team is «deployed» on Friday.", "deployed"},
}

func TestCheckFindsExactlyTheMarkedWords(t *testing.T) {
	for _, c := range flagged {
		text, spans := unmark(c.text)
		rules := strings.Fields(c.rules)
		require.Len(t, spans, len(rules), c.text)
		got := Check(text, c.kind)
		require.Len(t, got, len(spans), "%s: %v", c.text, got)
		for i, f := range got {
			assert.Equal(t, c.kind, f.Kind, c.text)
			assert.Equal(t, spans[i], [2]int{f.Start, f.End}, "%s: %q", c.text, text[f.Start:f.End])
			assert.Equal(t, rules[i], f.Rule, c.text)
		}
	}
}

func unmark(marked string) (text string, spans [][2]int) {
	for {
		before, rest, found := strings.Cut(marked, "«")
		text += before
		if !found {
			return text, spans
		}
		inside, after, _ := strings.Cut(rest, "»")
		spans = append(spans, [2]int{len(text), len(text) + len(inside)})
		text, marked = text+inside, after
	}
}

var clean = []string{
	"Protection lowers risk. No plan takes it away, and nobody can promise that nothing will happen.",
	"It lowers the risk and does not end it.",
	"We cannot guarantee that the call is answered at once.",
	"There is no guarantee that the road is free.",
	"No plan is foolproof, and this one has a gap at night.",
	"No measure is 100 % safe.",
	"It still cannot rule out a determined attacker with time to prepare.",
	"This does not bring the risk to zero.",
	"That does not mean that you are safe at the station.",
	"We cannot say for certain who wrote the letter.",
	"We are not certain who wrote the letter.",
	"It is impossible to say how long the queue will be.",
	"We never follow you in secret.",
	"We never track your phone.",
	"We always ask before we come in.",
	"There is always someone at the desk until midnight.",
	"You always take the same route to school.",
	"At certain times the lobby is crowded.",
	"There are certain days when the gate stays shut.",
	"A safe room wins time until help comes.",
	"The papers lie in the hotel safe, for safe-keeping.",
	"Many people feel safe when the light is on.",
	"You give our people a safe place to work.",
	"We will open the gate once the road is safe.",
	"Wait inside until it is safe.",
	"Tell us that you are safe when you arrive.",
	"Check whether people feel safe to report.",
	"The film is secured with a frame.",
	"Posts and pictures are secured as evidence.",
	"Your safety comes first, and security has limits.",
	"The officers are fully licensed and insured.",
	"It is completely up to you.",
	"Nobody will touch you.",
	"We check every pass so that nobody can walk in using your name.",
	"Nothing you tell me here is announced aloud.",
	"You did nothing wrong, and you may be loud.",
	"It is never too late to report it.",
	"I will call you by five.",
	"I cannot promise that it works, but I will try until six.",
	"Places that worry you come first; places that do not worry you can wait.",
	"People who trust us tell us more.",
	"Photographs in the street cannot be prevented.",
	"Better locks help to prevent break-ins.",
	"The officer never leaves the desk empty.",
	"One name and number, reachable round the clock.",
	"What looks harmless is written down too.",
	"The answer is no. Risk remains at the gate.",
	"{fully} {guarantee} {is safe}",
	"It is not your fault.",
	"Nobody says that it is your fault.",
	"You should have a key by Friday.",
	"If you do not understand a line, ring us.",
	"Why does the rule exist? Because of the fire exit.",
	"I am sorry, that was our mistake.",
	"You never have to explain that to me.",
	"You are right, the sign is too high.",
	"You did not do anything wrong.",
	"One careless message is enough to give a plan away.",
	"We will tell you clearly what is left.",
	"We speak with respect to everybody: guests, staff, children and each other.",
	"The diary says what is planned in detail.",
	"We post nothing about you.",
	"In advance we drive the route.",
	"He walks in front, through the park.",
	"What you keep in the safe is your own affair.",
	"The subject of the letter is the garden party.",
	"The response time may be missed when there is traffic.",
	"Please leave your umbrella in the stand.",
	"We look at the plan with you every {review_interval}, and sooner when something changes.",
	"Their own doctor may come in at any hour.",
}

func TestCheckLetsPlainAndHonestSentencesPass(t *testing.T) {
	for _, text := range clean {
		assert.Empty(t, Check(text), text)
	}
}

func TestTheListsAreLongEnoughToMeanSomething(t *testing.T) {
	assert.GreaterOrEqual(t, len(flagged), 60)
	assert.GreaterOrEqual(t, len(clean), 60)
}

func TestCheckReturnsTheAskedKindsInOrder(t *testing.T) {
	const text = "You failed to ensure compliance."
	all := Check(text)
	var rules []string
	for _, f := range all {
		rules = append(rules, f.Kind.String()+"/"+f.Rule)
	}
	assert.Equal(t, []string{"blame/you-failed", "certainty/ensure", "jargon/compliance"}, rules)
	assert.Equal(t, all[1:2], Check(text, KindCertainty))
	assert.Equal(t, all, Check(text, KindJargon, KindBlame, KindCertainty, KindBlame))
	assert.Empty(t, Check(text, KindUnknown))
}

func TestOneStretchCanBeTwoFindings(t *testing.T) {
	got := Check("He is non-compliant.")
	require.Len(t, got, 2)
	assert.Equal(t, []Kind{KindBlame, KindJargon}, []Kind{got[0].Kind, got[1].Kind})
}

func TestPhrasesStopAtPunctuationAndInsideWords(t *testing.T) {
	for _, text := range []string{
		"no, risk", "no. risk", "no (risk)", "no risky", "unfully", "fullyä", "ensure's", "no {x} risk", "no – risk",
	} {
		assert.Empty(t, Check(text, KindCertainty), text)
	}
	for _, text := range []string{"no risk", "no\u00a0risk", "no\n\trisk", "no-risk", "'no risk'", "“no risk”", "no_fully", "{no risk"} {
		assert.Len(t, Check(text, KindCertainty), 1, text)
	}
}

func TestKindsKeepTheirWords(t *testing.T) {
	for kind, word := range map[Kind]string{
		KindUnknown: "unknown", KindCertainty: "certainty", KindBlame: "blame", KindJargon: "jargon",
	} {
		text, err := kind.MarshalText()
		require.NoError(t, err)
		assert.Equal(t, word, string(text))
		assert.Equal(t, word, kind.String())
		back := KindUnknown
		require.NoError(t, back.UnmarshalText(text))
		assert.Equal(t, kind, back)
	}
	none := Kind(9)
	assert.Equal(t, "Kind(9)", none.String())
	_, err := none.MarshalText()
	require.Error(t, err)
	require.Error(t, none.UnmarshalText([]byte("Blame")))
	assert.Equal(t, Kind(9), none, "a refused word changes nothing")
}

func TestFindingsAreEncodedByName(t *testing.T) {
	got, err := json.Marshal(Check("A foolproof lock.", KindCertainty))
	require.NoError(t, err)
	assert.JSONEq(t, `[{"kind":"certainty","start":2,"end":11,"rule":"foolproof","suggestion":"say what it resists, and up to where"}]`, string(got))
}

func TestCheckOnCleanTextCostsNothing(t *testing.T) {
	text := strings.Join(clean, "\n")
	assert.Zero(t, testing.AllocsPerRun(20, func() { Check(text) }))
	assert.Zero(t, testing.AllocsPerRun(20, func() { Check(text, KindBlame) }))
}

func FuzzCheck(f *testing.F) {
	for _, c := range flagged {
		f.Add(strings.NewReplacer("«", "", "»", "").Replace(c.text))
	}
	for _, text := range append(clean, "{", "no\xffrisk", "is safe {", "’", "100%%", "* * safe", "if if if is safe") {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		before := Check(text)
		for i, x := range before {
			require.True(t, 0 <= x.Start && x.Start < x.End && x.End <= len(text))
			require.True(t, utf8.RuneStart(text[x.Start]))
			require.True(t, x.End == len(text) || utf8.RuneStart(text[x.End]) || !utf8.ValidString(text))
			require.NotEqual(t, KindUnknown, x.Kind)
			require.True(t, i == 0 || before[i-1].Start <= x.Start)
		}
		assert.Equal(t, before, Check(text+". The door is open."), "a clean sentence after it removes nothing")
		r := Measure(text)
		require.True(t, r.Words >= r.Sentences && r.Syllables >= r.Words && (r.Words == 0) == (r.Sentences == 0))
		require.False(t, r.Ease != r.Ease || r.Grade != r.Grade, "no NaN")
	})
}

func BenchmarkCheckClean(b *testing.B) {
	text := strings.Join(clean, " ")
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		Check(text)
	}
}

func BenchmarkCheckDense(b *testing.B) {
	for _, size := range []int{100, 1000, 10000} {
		text := strings.Repeat("once not the is safe ", size)
		b.Run(strconv.Itoa(size), func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				Check(text)
			}
		})
	}
}
