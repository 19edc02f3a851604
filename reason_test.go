package rapport_test

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rapport-go/rapport"
)

func TestPath_NamesByIDAndEscapes(t *testing.T) {
	p := rapport.Path("").Child("reactions").Element("r/1~x")
	assert.Equal(t, rapport.Path("/reactions/r~11~0x"), p)
	assert.Equal(t, []string{"reactions", "r/1~x"}, p.Segments())
	root := rapport.Path("").Child("people").Element("ms-a")
	assert.Equal(t, rapport.Path("/people/ms-a/reactions/r~11~0x"), p.Under(root))
	assert.True(t, p.Under(root).Within(root))
	assert.True(t, root.Within(root))
	assert.False(t, rapport.Path("/people/ms-ab").Within(root), "a longer name is another person")
	assert.Nil(t, rapport.Path("").Segments())
}

func TestPointer_IndicesOrderAsNumbers(t *testing.T) {
	list := rapport.Pointer("").Child("a")
	assert.Negative(t, list.Index(2).Compare(list.Index(10)))
	assert.Positive(t, list.Index(2).Child("id").Compare(list.Index(2)))
	assert.Zero(t, list.Compare(list))
	assert.Negative(t, rapport.Pointer("/a/b").Compare("/a/c"))
	assert.Negative(t, list.Index(10).Compare("/a/1a"), "an index stands before a name")
	assert.Positive(t, rapport.Pointer("/a/1a").Compare(list.Index(2)))
	assert.Equal(t, rapport.Pointer("/x/a/2"), list.Index(2).Under("/x"))
	assert.Equal(t, rapport.Pointer("/a~1b"), rapport.Pointer("").Child("a/b"))
}

func TestReasons_HeaviestFirstThenByCodeWhateverTheOrderGiven(t *testing.T) {
	want := []rapport.Reason{
		{Code: "a/b", Subject: "/x", Weight: -3},
		{Code: "b/a", Subject: "/x", Weight: 3},
		{Code: "a/a", Subject: "/x", Weight: 1},
		{Code: "a/a", Subject: "/y", Weight: 1},
		{Code: "a/a", Subject: "/y", Weight: 1, Args: []string{"z"}},
	}
	for seed := range uint64(50) {
		mixed := append([]rapport.Reason{want[2]}, want...)
		rand.New(rand.NewPCG(seed, 1)).Shuffle(len(mixed), func(i, j int) { mixed[i], mixed[j] = mixed[j], mixed[i] })
		assert.Equal(t, want, rapport.SortReasons(mixed), "repeats are dropped")
	}
	assert.NotNil(t, rapport.SortReasons(nil))
}

func TestReason_FillsItsBlanksAndOwnsItsArgs(t *testing.T) {
	entry, ok := rapport.FindCode([]rapport.CodeEntry{{ID: "a/a"}, {ID: "a/b", EN: "{0} was seen at {1}{2}."}}, "a/b")
	require.True(t, ok)
	args := []string{"somebody", "the gym"}
	r := entry.Reason("/threats/t", 2, args...)
	args[0] = "changed"
	assert.Equal(t, rapport.Reason{Code: "a/b", Subject: "/threats/t", Weight: 2, Args: []string{"somebody", "the gym"}, Text: "somebody was seen at the gym."}, r)
	_, ok = rapport.FindCode(nil, "a/b")
	assert.False(t, ok)
	assert.Equal(t, "open { stays", rapport.Fill("open { stays", "x"))
}

func TestWords_GrammarKeepsNamesAndAddressesOut(t *testing.T) {
	for _, good := range []rapport.ID{"ms-a", "t.1:b_c", "X9"} {
		assert.True(t, good.Valid(), good)
	}
	for _, bad := range []rapport.ID{"", "Jane Doe", "12 High St.", "a/b", "ü"} {
		assert.False(t, bad.Valid(), bad)
	}
	for _, good := range []string{"home", "residential-lobby", "vendor.example/night-nurse", "a.b-c.org/x1"} {
		assert.True(t, rapport.IsWord(good), good)
	}
	for _, bad := range []string{"", "Home", "-a", "a-", "a--b", "vendor/x", "vendor.example/", "vendor.example/a/b", "a b"} {
		assert.False(t, rapport.IsWord(bad), bad)
	}
	assert.Equal(t, "vendor.example", rapport.VendorOf("vendor.example/x"))
	assert.Empty(t, rapport.VendorOf("home"))
	assert.True(t, rapport.Code("plan/floor-met").Valid())
	assert.True(t, rapport.Code("vendor.example/floor-met").Valid())
	assert.False(t, rapport.Code("floor-met").Valid())
}

func TestProblems_SurviveWrappingAndJoiningSortedAndOnce(t *testing.T) {
	var inner, outer rapport.Faults
	inner.Required("/b")
	inner.ID("/a", "no id")
	outer.Join("/list/10", inner.Err())
	outer.Join("/list/2", inner.Err())
	outer.Join("/list/2", inner.Err())
	err := fmt.Errorf("while reading: %w", errors.Join(outer.Err(), errors.New("other")))
	var places []string
	for _, p := range rapport.Problems(err) {
		places = append(places, string(p.Pointer)+" "+string(p.Code))
	}
	assert.Equal(t, []string{
		"/list/2/a rapport/malformed-id", "/list/2/b rapport/required",
		"/list/10/a rapport/malformed-id", "/list/10/b rapport/required",
	}, places)
	var one *rapport.FieldError
	require.ErrorAs(t, err, &one)
	assert.True(t, rapport.HasCode(err, rapport.CodeRequired))
	assert.False(t, rapport.HasCode(err, rapport.CodeNoMoment))
	assert.Empty(t, rapport.Problems(errors.New("other")))
	assert.NoError(t, (&rapport.Faults{}).Err())
}

func TestFaults_AJoinedErrorOfAnotherKindKeepsItsTextToItself(t *testing.T) {
	var f rapport.Faults
	f.Join("/x", errors.New("secret-canary"))
	require.Error(t, f.Err())
	assert.NotContains(t, f.Err().Error(), "secret-canary")
	assert.Contains(t, f.Err().Error(), "/x: ")
}

func TestFaults_EveryFloorCodeIsListedAndEmitted(t *testing.T) {
	var f rapport.Faults
	f.AfterMoment("/a")
	f.ID("/b", "")
	f.ID("/c", "no id")
	f.OptionalID("/c", "")
	rapport.FaultWord(&f, "/d", "No Word")
	rapport.FaultOptionalWord(&f, "/d", "")
	f.At("/e", time.Time{})
	f.OutOfRange("/f")
	f.Span("/g", moment("2027-01-02 00:00"), moment("2027-01-01 00:00"))
	f.Schema("/h", "rapport/plan/3", "rapport/plan/2")
	f.Schema("/i", "rapport/profile/1", "rapport/plan/2")
	f.Schema("/i", "rapport/plan/2", "rapport/plan/2")
	f.Schema("/i", "", "rapport/plan/2")
	f.UnknownID("/j")
	f.UnknownWord("/k")
	f.Join("/l", errors.New("other"))
	rapport.JoinEach(&f, "/m", []keyed{{"x"}, {"x"}}, func(k keyed) rapport.ID { return k.id })
	f.Join("/n", rapport.Decode([]byte(`{"level":"high up"}`), &struct {
		Level rapport.Level `json:"level"`
	}{}))
	_, err := rapport.DigestOf("", int64(1)<<60)
	f.Join("/o", err)
	emitted := map[rapport.Code]bool{}
	for _, p := range rapport.Problems(f.Err()) {
		emitted[p.Code] = true
		assert.NotEmpty(t, p.Text)
	}
	for _, entry := range rapport.Codes() {
		assert.True(t, entry.ID.Valid())
		if !readerCode(entry.ID) && !packCode(entry.ID) {
			assert.True(t, emitted[entry.ID], "%s is emitted", entry.ID)
		}
		delete(emitted, entry.ID)
	}
	assert.Empty(t, emitted, "nothing is emitted that is not listed")
}

type keyed struct{ id rapport.ID }

func (k keyed) Validate() error { return nil }

func TestFaults_AMomentNeedsADayInEveryZone(t *testing.T) {
	var f rapport.Faults
	f.At("/zero", time.Time{})
	f.At("/late", time.Date(9999, 12, 31, 23, 0, 0, 0, time.FixedZone("", -2*60*60)))
	f.At("/far", time.Date(20000, 1, 1, 0, 0, 0, 0, time.UTC))
	f.At("/fine", moment("2027-02-14 06:30"))
	var found []string
	for _, p := range rapport.Problems(f.Err()) {
		found = append(found, string(p.Pointer)+" "+string(p.Code))
	}
	assert.Equal(t, []string{"/far rapport/out-of-range", "/late rapport/out-of-range", "/zero rapport/no-moment"}, found)
}

func TestExtensions_KeysNeedADomainAndCopiesAreDeep(t *testing.T) {
	e := rapport.Extensions{"vendor.example/plan": []byte(`{"a":1}`)}
	require.NoError(t, e.Validate())
	c := e.Clone()
	c["vendor.example/plan"][2] = 'b'
	assert.Equal(t, `{"a":1}`, string(e["vendor.example/plan"]))
	assert.Nil(t, rapport.Extensions(nil).Clone())
	err := rapport.Extensions{"secret-canary": []byte("no json")}.Validate()
	assert.True(t, rapport.HasCode(err, rapport.CodeMalformedWord))
	assert.True(t, rapport.HasCode(err, rapport.CodeMalformedValue))
	assert.NotContains(t, err.Error(), "canary")
}

func TestEditions_AreSortedOnce(t *testing.T) {
	a, b := rapport.Edition{Name: "a", Version: "1"}, rapport.Edition{Name: "b", Version: "1"}
	assert.Equal(t, []rapport.Edition{a, b}, rapport.SortEditions([]rapport.Edition{b, a, b}))
	assert.NotNil(t, rapport.SortEditions(nil))
}

func TestCodes_AreSortedAndSayWhatTheyMean(t *testing.T) {
	codes := rapport.Codes()
	for i, c := range codes {
		assert.True(t, c.ID.Valid() && c.Kind == "error" && c.Means != "" && c.EN != "", "%s", c.ID)
		assert.True(t, i == 0 || codes[i-1].ID < c.ID, "%s stands in its order", c.ID)
	}
	codes[0].EN = "changed"
	assert.NotEqual(t, codes, rapport.Codes(), "the list is the caller's own")
}
