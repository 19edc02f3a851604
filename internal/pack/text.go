package pack

import (
	"reflect"
	"strings"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/internal/wording"
)

// EachText calls do for every text of an entry's English wording with its pointer below the entry
// ("/en/name"). A text may be empty; optional tells whether its field may be left out.
func EachText[T any](entry T, do func(at rapport.Pointer, text string, optional bool)) {
	eachText("/en", reflect.ValueOf(entry).FieldByName("EN"), false, do)
}

func eachText(at rapport.Pointer, v reflect.Value, optional bool, do func(rapport.Pointer, string, bool)) {
	switch v.Kind() {
	case reflect.String:
		do(at, v.String(), optional)
	case reflect.Slice:
		for i := range v.Len() {
			eachText(at.Index(i), v.Index(i), false, do)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			name, options, _ := strings.Cut(v.Type().Field(i).Tag.Get("json"), ",")
			eachText(at.Child(name), v.Field(i), options != "", do)
		}
	}
}

// checkWording notes texts that are missing, and texts that promise, blame or use a word of the trade.
func checkWording[T any](f *rapport.Faults, root rapport.Pointer, entry T) {
	EachText(entry, func(at rapport.Pointer, text string, optional bool) {
		if text == "" && !optional {
			f.Required(at.Under(root))
		}
		if len(wording.Check(text)) > 0 {
			f.Coded(at.Under(root), coded(rapport.CodePackWording))
		}
	})
}
