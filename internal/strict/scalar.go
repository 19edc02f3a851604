package strict

import (
	"encoding"
	"encoding/base64"
	"encoding/json"
	"reflect"
	"strconv"
	"strings"
	"time"
)

func (d *decoder) boolean(v reflect.Value) bool {
	value, ok := d.truth()
	v.SetBool(value)
	return ok
}

func (d *decoder) truth() (value, ok bool) {
	value = d.peek() == 't'
	if !d.word(strconv.FormatBool(value)) {
		d.syntax()
		return false, false
	}
	return value, true
}

func (d *decoder) numeral(s *shape, v reflect.Value) bool {
	digits, ok := d.number()
	if !ok {
		d.syntax()
		return false
	}
	if s.form == formNumber {
		v.SetString(digits)
		return true
	}
	if s.form != formFloat && strings.ContainsAny(digits, ".eE") {
		d.fault(CodeNotInteger)
		return false
	}
	if !setNumber(s.form, v, digits) {
		d.fault(CodeOutOfRange)
		return false
	}
	return true
}

// setNumber reports whether the number lies in the range of v's type.
func setNumber(f form, v reflect.Value, digits string) bool {
	bits := v.Type().Bits()
	switch f {
	case formInt:
		n, err := strconv.ParseInt(digits, 10, bits)
		v.SetInt(n)
		return err == nil
	case formUint:
		n, err := strconv.ParseUint(digits, 10, bits)
		v.SetUint(n)
		return err == nil
	}
	n, err := strconv.ParseFloat(digits, bits)
	v.SetFloat(n)
	return err == nil
}

// string reads a text into a value of one of the forms that a text may have.
func (d *decoder) string(s *shape, v reflect.Value) bool {
	start := d.pos
	t, ok := d.soundText()
	if !ok {
		return false
	}
	switch s.form {
	case formTime:
		return d.moment(v, d.data[start:d.pos])
	case formBytes:
		return d.base64(v, t.bytes)
	case formText:
		// The type may keep or change what it is given, which must not be the document.
		return d.accepted(v.Addr().Interface().(encoding.TextUnmarshaler).UnmarshalText([]byte(string(t.bytes))))
	}
	v.SetString(string(t.bytes))
	return true
}

// soundText reads a text; false where it is malformed or unsound.
func (d *decoder) soundText() (text, bool) {
	t, ok := d.text()
	if !ok {
		d.syntax()
		return t, false
	}
	d.unsound(t)
	return t, t.sound()
}

func (d *decoder) unsound(t text) {
	if t.notUTF8 {
		d.fault(CodeInvalidUTF8)
	}
	if t.loneSurrogate {
		d.fault(CodeLoneSurrogate)
	}
}

func (d *decoder) moment(v reflect.Value, quoted []byte) bool {
	var t time.Time
	if t.UnmarshalJSON(quoted) != nil || !isStrictMoment(string(quoted)) {
		d.fault(CodeMalformedTime)
		return false
	}
	if _, offset := t.Zone(); quoted[len(quoted)-2] != 'Z' {
		// The reader of package time takes the machine's zone where the offset happens to match.
		t = t.In(time.FixedZone("", offset))
	}
	v.Set(reflect.ValueOf(t))
	return true
}

// isStrictMoment tells what RFC 3339 demands and package time lets pass: an hour of two digits, a point
// before the fraction, an offset below 24 hours and 60 minutes.
func isStrictMoment(quoted string) bool {
	if quoted[len(`"2027-02-14T06`)] != ':' || strings.Contains(quoted, ",") {
		return false
	}
	offset := quoted[len(quoted)-len(`+01:00"`):]
	return offset[len(offset)-2] == 'Z' || offset[1:3] < "24" && offset[4:6] < "60"
}

func (d *decoder) base64(v reflect.Value, encoded []byte) bool {
	decoded, err := base64.StdEncoding.Strict().DecodeString(string(encoded))
	if err != nil || strings.ContainsAny(string(encoded), "\r\n") {
		d.fault(CodeMalformedBase64)
		return false
	}
	v.SetBytes(decoded)
	return true
}

// skip steps over a value of any type with every check that needs no type.
func (d *decoder) skip() { d.plain() }

// plain reads a value of any type.
func (d *decoder) plain() any {
	switch d.kind() {
	case kindObject:
		object := map[string]any{}
		d.members(func(name string, again bool) {
			if again {
				d.fault(CodeDuplicateKey)
			}
			object[name] = d.plain()
		})
		return object
	case kindArray:
		array := []any{}
		d.elements(func(int) { array = append(array, d.plain()) })
		return array
	case kindString:
		t, _ := d.soundText()
		return string(t.bytes)
	case kindNumber:
		digits, ok := d.number()
		if !ok {
			d.syntax()
		}
		return json.Number(digits)
	case kindBoolean:
		value, _ := d.truth()
		return value
	case kindNull:
		if d.word("null") {
			return nil
		}
	}
	d.syntax()
	return nil
}

// leap steps over an array or object without looking into it.
func (d *decoder) leap() {
	for open := 0; ; {
		switch d.peek() {
		case '{', '[':
			open++
		case '}', ']':
			open--
		case '"':
			if _, ok := d.text(); !ok {
				d.syntax()
				return
			}
			continue
		}
		if d.pos == len(d.data) {
			d.syntax()
			return
		}
		d.pos++
		if open == 0 {
			return
		}
	}
}
