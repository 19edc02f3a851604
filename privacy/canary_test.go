package privacy_test

import (
	"bytes"
	"encoding/base64"
	"encoding/gob"
	"encoding/hex"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	htmltemplate "html/template"
	"log/slog"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"text/template"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rapport-go/rapport/client"
	"github.com/rapport-go/rapport/internal/fill"
	"github.com/rapport-go/rapport/privacy"
)

const canary = "canary7731"

// sings reports whether the canary shows in a text, plain or in one of the forms that verbs give it.
func sings(text string) bool {
	forms := []string{
		canary, hex.EncodeToString([]byte(canary)), strings.ToUpper(hex.EncodeToString([]byte(canary))),
		base64.StdEncoding.EncodeToString([]byte(canary))[:12], strings.Trim(fmt.Sprint([]byte(canary)), "[]"),
	}
	return slices.ContainsFunc(forms, func(form string) bool { return strings.Contains(text, form) })
}

// output is one way in which a value comes out. One that shows prints a constant for a sealed value; one
// that does not may print where things lie; one that encodes has to refuse.
type output struct {
	name    string
	shows   bool
	encodes bool
	of      func(v any) (string, error)
}

func outputs() []output {
	list := []output{
		{"String", true, false, func(v any) (string, error) {
			if s, ok := v.(fmt.Stringer); ok {
				return s.String(), nil
			}
			return "no method", nil
		}},
		{"slog text", false, false, func(v any) (string, error) {
			var b bytes.Buffer
			slog.New(slog.NewTextHandler(&b, nil)).Info("a", "v", v, slog.Group("g", "v", v))
			return b.String(), nil
		}},
		{"slog json", false, false, func(v any) (string, error) {
			var b bytes.Buffer
			slog.New(slog.NewJSONHandler(&b, nil)).Info("a", "v", v, slog.Group("g", "v", v))
			return b.String(), nil
		}},
		{"json", false, true, func(v any) (string, error) { b, err := json.Marshal(v); return string(b), err }},
		{"json key", false, true, func(v any) (string, error) {
			b, err := json.Marshal(map[string]any{"k": []any{v}})
			return string(b), err
		}},
		{"xml", false, true, func(v any) (string, error) { b, err := xml.Marshal(v); return string(b), err }},
		{"gob", false, true, func(v any) (string, error) {
			var b bytes.Buffer
			err := gob.NewEncoder(&b).Encode(v)
			return b.String(), err
		}},
		{"text template", true, false, func(v any) (string, error) {
			var b bytes.Buffer
			err := template.Must(template.New("").Parse("{{.}}")).Execute(&b, v)
			return b.String(), err
		}},
		{"html template", false, false, func(v any) (string, error) {
			var b bytes.Buffer
			_ = htmltemplate.Must(htmltemplate.New("").Parse(`<a title="{{.}}">{{.}}</a><script>x={{.}}</script>`)).Execute(&b, v)
			return b.String(), nil
		}},
		{"error", false, false, func(v any) (string, error) {
			return fmt.Errorf("outer: %w", fmt.Errorf("inner %v %+v %#v", v, v, v)).Error(), nil
		}},
		{"recovered panic", false, false, func(v any) (text string, _ error) {
			defer func() { text = fmt.Sprintf("%v %+v", recover(), errors.New("after")) }()
			panic(v)
		}},
		{"testify", false, false, func(v any) (string, error) {
			var found notes
			assert.Equal(&found, v, struct{ Other int }{1})
			assert.Equal(&found, []any{v}, []any{1})
			assert.Nil(&found, v)
			assert.Empty(&found, v)
			return strings.Join(found, "\n"), nil
		}},
	}
	for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x", "% X", "%d", "%08b", "%t", "%e", "%c", "%U", "%10.3s"} {
		list = append(list, output{verb, true, false, func(v any) (string, error) { return fmt.Sprintf(verb, v), nil }})
	}
	return list
}

// notes collects what a check finds.
type notes []string

func (n *notes) Errorf(format string, args ...any) { *n = append(*n, fmt.Sprintf(format, args...)) }

// faultsOf lists the outputs in which the canary shows. Where the value itself is sealed, also those that
// show anything but the constant, those that encode it, and a reading of what was never written.
func faultsOf(v any, sealed bool) []string {
	var found []string
	for _, out := range outputs() {
		text, err := out.of(v)
		if err != nil {
			text += err.Error()
		}
		switch {
		case sings(text):
			found = append(found, out.name+": the canary shows")
		case sealed && out.shows && text != "sealed":
			found = append(found, out.name+": no constant")
		case sealed && out.encodes && err == nil:
			found = append(found, out.name+": is encoded")
		}
	}
	if sealed {
		back := reflect.New(reflect.TypeOf(v)).Interface()
		if json.Unmarshal([]byte("{}"), back) == nil {
			found = append(found, "json: reads what was never written")
		}
	}
	return found
}

// plant puts the canary into every string of a value.
func plant(v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		v.SetString(canary)
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Field(i).CanSet() {
				plant(v.Field(i))
			}
		}
	case reflect.Slice, reflect.Array:
		if v.Kind() == reflect.Slice && v.Type().Elem().Kind() == reflect.Uint8 && v.Type().Elem().PkgPath() == "" {
			v.SetBytes([]byte(`"` + canary + `"`))
			return
		}
		for i := range v.Len() {
			plant(v.Index(i))
		}
	case reflect.Map:
		for _, key := range v.MapKeys() {
			value := reflect.New(v.Type().Elem()).Elem()
			value.Set(v.MapIndex(key))
			plant(value)
			v.SetMapIndex(key, value)
		}
	}
}

// hiding has its value in a field that printing does not ask for its methods.
type hiding[T any] struct{ kept T }

// holders are the ways in which an app may hold a value.
func holders[T any](v T) []any {
	return []any{
		struct{ Shown T }{v}, &struct{ Shown *T }{&v}, hiding[T]{v}, hiding[*T]{&v}, hiding[[]T]{[]T{v}},
		[]T{v}, map[string]T{"k": v}, [1]any{v}, hiding[any]{v}, hiding[error]{fmt.Errorf("about %v", v)},
	}
}

func label() privacy.Label {
	return privacy.Label{ID: "f-1", Principal: "ms-a", Categories: []client.Category{client.CategoryMedical}}
}

// kept seals a value of a type with the canary everywhere, and lists what shows.
func kept[T any](t *testing.T) []string {
	t.Helper()
	value := fill.Of[T]()
	plant(reflect.ValueOf(&value).Elem())
	sealed, err := privacy.Seal(label(), value)
	require.NoError(t, err)
	found := faultsOf(sealed, true)
	for _, holder := range holders(sealed) {
		found = append(found, faultsOf(holder, false)...)
	}
	return found
}

// types are the exported types of the package; a test compares them with its source.
var types = map[string]func(*testing.T) []string{
	"Assurance": kept[privacy.Assurance], "AssuranceEntry": kept[privacy.AssuranceEntry], "AssuranceID": kept[privacy.AssuranceID], "AssuranceWords": kept[privacy.AssuranceWords], "Boundary": kept[privacy.Boundary], "BoundaryEntry": kept[privacy.BoundaryEntry], "BoundaryWords": kept[privacy.BoundaryWords], "Check": kept[privacy.Check], "Collection": kept[privacy.Collection], "Crossing": kept[privacy.Crossing], "Intention": kept[privacy.Intention], "Minimum": kept[privacy.Minimum], "Sentence": kept[privacy.Sentence], "Wanted": kept[privacy.Wanted],
	"Account": kept[privacy.Account], "Disclosure": kept[privacy.Disclosure], "Entry": kept[privacy.Entry], "Head": kept[privacy.Head], "Line": kept[privacy.Line], "Log": kept[privacy.Log], "Part": kept[privacy.Part], "Sum": kept[privacy.Sum], "SumEntry": kept[privacy.SumEntry], "SumID": kept[privacy.SumID], "Summary": kept[privacy.Summary],
	"Anchor": kept[privacy.Anchor], "Breach": kept[privacy.Breach], "BreachEntry": kept[privacy.BreachEntry], "BreachWords": kept[privacy.BreachWords], "Handling": kept[privacy.Handling], "HandlingEntry": kept[privacy.HandlingEntry], "HandlingWords": kept[privacy.HandlingWords], "Item": kept[privacy.Item], "Keeping": kept[privacy.Keeping], "Light": kept[privacy.Light], "Reach": kept[privacy.Reach], "Record": kept[privacy.Record], "Retention": kept[privacy.Retention], "Term": kept[privacy.Term], "TermEntry": kept[privacy.TermEntry],
	"Assignment": kept[privacy.Assignment], "Atom": kept[privacy.Atom], "Authority": kept[privacy.Authority],
	"Because": kept[privacy.Because], "Bound": kept[privacy.Bound], "BoundEntry": kept[privacy.BoundEntry],
	"Catalogue": kept[privacy.Catalogue], "Choice": kept[privacy.Choice], "Circumstance": kept[privacy.Circumstance],
	"Condition": kept[privacy.Condition], "Config": kept[privacy.Config], "Consent": kept[privacy.Consent],
	"Contact": kept[privacy.Contact], "Decision": kept[privacy.Decision], "Denial": kept[privacy.Denial],
	"DenialEntry": kept[privacy.DenialEntry], "DenialWords": kept[privacy.DenialWords],
	"Desk": kept[privacy.Desk], "Discretion": kept[privacy.Discretion], "Dossier": keptDossier, "Driver": kept[privacy.Driver],
	"DriverEntry": kept[privacy.DriverEntry], "Duty": kept[privacy.Duty], "Fact": kept[privacy.Fact],
	"Grain": kept[privacy.Grain], "Grant": kept[privacy.Grant], "Label": kept[privacy.Label],
	"Ladder": kept[privacy.Ladder], "Last": kept[privacy.Last], "Obligation": kept[privacy.Obligation],
	"OfferEntry": kept[privacy.OfferEntry], "Policy": kept[privacy.Policy], "Purpose": kept[privacy.Purpose],
	"PurposeEntry": kept[privacy.PurposeEntry], "PurposeWords": kept[privacy.PurposeWords],
	"Register": kept[privacy.Register], "Relation": kept[privacy.Relation], "Request": kept[privacy.Request],
	"Rule": kept[privacy.Rule], "Ruling": kept[privacy.Ruling], "RuleEntry": kept[privacy.RuleEntry], "RuleID": kept[privacy.RuleID],
	"Sealed": kept[privacy.Sealed[string]], "Selector": kept[privacy.Selector], "Subject": kept[privacy.Subject],
	"Token": kept[privacy.Token], "Verdict": kept[privacy.Verdict], "Vigilance": kept[privacy.Vigilance],
	"Around": kept[privacy.Around], "Call": kept[privacy.Call], "Change": kept[privacy.Change], "Channel": kept[privacy.Channel], "ChannelEntry": kept[privacy.ChannelEntry], "ChannelOffer": kept[privacy.ChannelOffer], "ChannelWords": kept[privacy.ChannelWords], "Descent": kept[privacy.Descent], "Distance": kept[privacy.Distance], "DistanceEntry": kept[privacy.DistanceEntry], "DistanceID": kept[privacy.DistanceID], "DistanceWords": kept[privacy.DistanceWords], "Effect": kept[privacy.Effect], "EffectEntry": kept[privacy.EffectEntry], "EffectID": kept[privacy.EffectID], "EffectWords": kept[privacy.EffectWords], "FirstStep": kept[privacy.FirstStep], "Fit": kept[privacy.Fit], "Flip": kept[privacy.Flip], "Gap": kept[privacy.Gap], "Impact": kept[privacy.Impact], "Kept": kept[privacy.Kept], "KeptSentence": kept[privacy.KeptSentence], "Link": kept[privacy.Link], "Manner": kept[privacy.Manner], "NeedEntry": kept[privacy.NeedEntry], "NeedID": kept[privacy.NeedID], "NeedWords": kept[privacy.NeedWords], "Position": kept[privacy.Position], "PostEntry": kept[privacy.PostEntry], "PostID": kept[privacy.PostID], "Posting": kept[privacy.Posting], "Postings": kept[privacy.Postings], "Question": kept[privacy.Question], "Reachability": kept[privacy.Reachability], "Reachable": kept[privacy.Reachable], "ReliefEntry": kept[privacy.ReliefEntry], "ReliefID": kept[privacy.ReliefID], "ReliefWords": kept[privacy.ReliefWords], "Replacement": kept[privacy.Replacement], "RungEntry": kept[privacy.RungEntry], "RungID": kept[privacy.RungID], "RungWords": kept[privacy.RungWords], "RunnerUp": kept[privacy.RunnerUp], "Shown": kept[privacy.Shown], "SignEntry": kept[privacy.SignEntry], "SignWords": kept[privacy.SignWords], "Spot": kept[privacy.Spot], "SpotEntry": kept[privacy.SpotEntry], "SpotWords": kept[privacy.SpotWords], "StandOff": kept[privacy.StandOff], "Step": kept[privacy.Step], "StepEntry": kept[privacy.StepEntry], "StepID": kept[privacy.StepID], "StepWords": kept[privacy.StepWords], "Stop": kept[privacy.Stop], "Tactic": kept[privacy.Tactic], "TacticEntry": kept[privacy.TacticEntry], "TacticGroup": kept[privacy.TacticGroup], "TacticID": kept[privacy.TacticID], "TacticKind": kept[privacy.TacticKind], "TacticWords": kept[privacy.TacticWords], "Tactics": kept[privacy.Tactics], "Tag": kept[privacy.Tag], "TagEntry": kept[privacy.TagEntry], "TagWords": kept[privacy.TagWords], "Watch": kept[privacy.Watch], "Watched": kept[privacy.Watched], "WayOut": kept[privacy.WayOut], "WayOutEntry": kept[privacy.WayOutEntry], "WayOutID": kept[privacy.WayOutID], "Yield": kept[privacy.Yield], "YieldEntry": kept[privacy.YieldEntry], "YieldID": kept[privacy.YieldID], "YieldWords": kept[privacy.YieldWords],
	"PostWords": kept[privacy.PostWords], "WayOutWords": kept[privacy.WayOutWords], "Where": kept[privacy.Where], "WindowEntry": kept[privacy.WindowEntry],
}

// keptDossier puts the canary into a dossier and into the errors that reading one gives.
func keptDossier(t *testing.T) []string {
	t.Helper()
	d := dossier(t, canary)
	found := faultsOf(d, true)
	for _, holder := range holders(d) {
		found = append(found, faultsOf(holder, false)...)
	}
	for _, data := range []string{
		`{"schema":"rapport/dossier/1","principal":"` + canary + ` x","` + canary + `":1}`,
		`{"schema":"` + canary + `","principal":"ms-a","facts":[{"label":{"id":"a b ` + canary + `"},"content":["` + canary + `"]}]}`,
	} {
		_, err := privacy.ImportDossier([]byte(data))
		require.Error(t, err)
		found = append(found, faultsOf(err, false)...)
	}
	return found
}

func dossier(t testing.TB, content string) privacy.Dossier {
	t.Helper()
	fact, err := privacy.Seal(label(), content)
	require.NoError(t, err)
	d, err := privacy.NewDossier("ms-a", fact)
	require.NoError(t, err)
	return d
}

func TestNothingSealedShowsInAnyOutputOfAnyType(t *testing.T) {
	names, err := filepath.Glob("*.go")
	require.NoError(t, err)
	declared := 0
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		require.NoError(t, err)
		for _, decl := range file.Decls {
			d, ok := decl.(*ast.GenDecl)
			if !ok || d.Tok != token.TYPE {
				continue
			}
			for _, spec := range d.Specs {
				if name := spec.(*ast.TypeSpec).Name.Name; ast.IsExported(name) {
					declared++
					assert.NotNil(t, types[name], "%s is new and has to be looked at", name)
				}
			}
		}
	}
	assert.Equal(t, declared, len(types))
	for name, look := range types {
		t.Run(name, func(t *testing.T) { assert.Empty(t, look(t)) })
	}
}

// The twins are sealed values with one thing left out each.
type (
	whole struct{ inside func() string }
	// open has its content in a field.
	open struct {
		whole
		content string
	}
	noFormat struct{ inside func() string }
	noString struct{ inside func() string }
	noText   struct{ inside func() string }
	noBinary struct{ Inside int }
	noRead   struct{ inside func() string }
)

func (whole) Format(s fmt.State, _ rune)      { _, _ = s.Write([]byte("sealed")) }
func (whole) String() string                  { return "sealed" }
func (whole) MarshalText() ([]byte, error)    { return nil, errors.New("refused") }
func (whole) MarshalBinary() ([]byte, error)  { return nil, errors.New("refused") }
func (*whole) UnmarshalText([]byte) error     { return errors.New("refused") }
func (noFormat) String() string               { return "sealed" }
func (noFormat) MarshalText() ([]byte, error) { return nil, errors.New("refused") }
func (*noFormat) UnmarshalText([]byte) error  { return errors.New("refused") }
func (noString) Format(s fmt.State, _ rune)   { _, _ = s.Write([]byte("sealed")) }
func (noString) MarshalText() ([]byte, error) { return nil, errors.New("refused") }
func (*noString) UnmarshalText([]byte) error  { return errors.New("refused") }
func (noText) Format(s fmt.State, _ rune)     { _, _ = s.Write([]byte("sealed")) }
func (noText) String() string                 { return "sealed" }
func (noBinary) Format(s fmt.State, _ rune)   { _, _ = s.Write([]byte("sealed")) }
func (noBinary) String() string               { return "sealed" }
func (noBinary) MarshalText() ([]byte, error) { return nil, errors.New("refused") }
func (*noBinary) UnmarshalText([]byte) error  { return errors.New("refused") }
func (noRead) Format(s fmt.State, _ rune)     { _, _ = s.Write([]byte("sealed")) }
func (noRead) String() string                 { return "sealed" }
func (noRead) MarshalText() ([]byte, error)   { return nil, errors.New("refused") }

func TestTheSearchFindsATwinThatLacksOneThing(t *testing.T) {
	inside := func() string { return canary }
	assert.Empty(t, faultsOf(whole{inside}, true))
	var hidden []string
	for _, holder := range holders(open{whole{inside}, canary}) {
		hidden = append(hidden, faultsOf(holder, false)...)
	}
	assert.Contains(t, hidden, "%+v: the canary shows", "in a field that is not exported, content has to stand in a closure")
	assert.Contains(t, faultsOf(open{whole{inside}, canary}, true), "testify: the canary shows")
	assert.Contains(t, faultsOf(noFormat{inside}, true), "%#v: no constant")
	assert.Contains(t, faultsOf(noString{inside}, true), "String: no constant")
	assert.Contains(t, faultsOf(noText{inside}, true), "xml: is encoded")
	assert.Contains(t, faultsOf(noBinary{1}, true), "gob: is encoded")
	assert.Contains(t, faultsOf(noRead{inside}, true), "json: reads what was never written")
}

func TestAPanicThatNobodyCatchesShowsNothing(t *testing.T) {
	if os.Getenv("RAPPORT_PANIC") != "" {
		fact, _ := privacy.Seal(label(), canary)
		panic(fact)
	}
	// Where the tests of another machine are run by an emulator, so is this one.
	command := append(strings.Fields(os.Getenv("RAPPORT_EXEC")), os.Args[0], "-test.run=^TestAPanicThatNobodyCatchesShowsNothing$")
	self := exec.Command(command[0], command[1:]...)
	self.Env = append(os.Environ(), "RAPPORT_PANIC=1")
	out, err := self.CombinedOutput()
	require.Error(t, err)
	require.Contains(t, string(out), "panic: ")
	assert.False(t, sings(string(out)))
}
