package strict

import (
	"bytes"
	"encoding/json"
	"errors"
	"reflect"
	"strconv"
	"strings"
)

// segment is one step of the way to a value: a field, or an element where the name is empty.
type segment struct {
	name  string
	index int
}

// decoder walks a document and a Go value together.
type decoder struct {
	lexer
	shapes   shapes
	way      []segment
	sealed   int // how many maps stand around: inside them the way grows no longer
	levels   int // how many arrays and objects may still be entered
	noted    int // how many faults of form were met, listed or not
	broken   bool
	form     list
	judged   list
	validate func(any) []Fault
}

// within does something one step further on the way.
func (d *decoder) within(s segment, do func()) {
	if d.sealed > 0 {
		do()
		return
	}
	d.way = append(d.way, s)
	do()
	d.way = d.way[:len(d.way)-1]
}

func (d *decoder) pointer() string {
	var b strings.Builder
	for _, s := range d.way {
		b.WriteByte('/')
		if s.name == "" {
			b.WriteString(strconv.Itoa(s.index))
		} else {
			b.WriteString(strings.ReplaceAll(strings.ReplaceAll(s.name, "~", "~0"), "/", "~1"))
		}
	}
	return b.String()
}

func (d *decoder) fault(code string) { d.faultSaying(code, textOf(code)) }

func (d *decoder) faultSaying(code, text string) {
	d.noted++
	d.form.add(Fault{Pointer: d.pointer(), Code: code, Text: text})
}

// syntax notes where the document stops being JSON and ends the walk.
func (d *decoder) syntax() {
	d.broken = true
	before := d.data[:d.pos]
	line := bytes.Count(before, []byte("\n")) + 1
	column := len(before) - bytes.LastIndexByte(before, '\n')
	d.faultSaying(CodeSyntax, "is not JSON from line "+strconv.Itoa(line)+", byte "+strconv.Itoa(column)+" on")
}

// end notes what follows the document.
func (d *decoder) end() {
	if !d.broken && (d.peek() != 0 || d.pos < len(d.data)) {
		d.fault(CodeTrailingData)
	}
}

// value reads the next JSON value into v, and has v judged where it is there to be judged.
func (d *decoder) value(v reflect.Value) {
	got := d.kind()
	if got == kindNone {
		d.syntax()
		return
	}
	s := d.shapes.of(v.Type())
	switch {
	case s.form == formNone:
		d.fault(CodeUnsupportedType)
		d.skip()
	case got == kindNull && (s.wants != kindNone || s.form == formCustom):
		d.fault(CodeNull)
		d.skip()
	case s.wants != kindNone && got != s.wants:
		d.faultSaying(CodeWrongType, "wants "+s.wants.String()+", got "+got.String())
		d.skip()
	case d.read(s, v) && !d.broken:
		d.judge(v)
	}
}

// read reads a value of a kind that fits; false where there is nothing to judge.
func (d *decoder) read(s *shape, v reflect.Value) bool {
	switch s.form {
	case formPointer:
		return d.pointee(v)
	case formStruct:
		return d.object(s, v)
	case formMap:
		return d.mapping(v)
	case formList:
		return d.list(v)
	case formArray:
		return d.array(v)
	case formRaw, formCustom:
		return d.raw(s, v)
	case formAny:
		if got := d.plain(); got != nil {
			v.Set(reflect.ValueOf(got))
		}
		return true
	case formBool:
		return d.boolean(v)
	case formNumber, formInt, formUint, formFloat:
		return d.numeral(s, v)
	}
	return d.string(s, v)
}

func (d *decoder) pointee(v reflect.Value) bool {
	if d.kind() == kindNull {
		d.skip()
		return false
	}
	v.Set(reflect.New(v.Type().Elem()))
	d.value(v.Elem())
	return false // the value behind it has been judged
}

// judge asks the validator about a struct or a value of a named type.
func (d *decoder) judge(v reflect.Value) {
	if d.validate == nil || v.Kind() != reflect.Struct && v.Type().PkgPath() == "" {
		return
	}
	for _, f := range d.validate(v.Addr().Interface()) {
		if d.sealed > 0 {
			f.Pointer = ""
		}
		f.Pointer = d.pointer() + f.Pointer
		d.judged.add(f)
	}
}

// raw reads any JSON and hands its bytes on.
func (d *decoder) raw(s *shape, v reflect.Value) bool {
	before, start := d.noted, d.pos
	d.skip()
	if d.noted > before {
		return false
	}
	given := bytes.Clone(d.data[start:d.pos])
	if s.form == formRaw {
		v.SetBytes(given)
		return true
	}
	return d.accepted(v.Addr().Interface().(json.Unmarshaler).UnmarshalJSON(given))
}

// accepted notes the refusal of a value by its own type.
func (d *decoder) accepted(err error) bool {
	if err == nil {
		return true
	}
	var safe interface {
		Code() string
		SafeText() string
	}
	if errors.As(err, &safe) && safe.Code() != "" {
		d.faultSaying(safe.Code(), safe.SafeText())
	} else {
		d.fault(CodeRefused)
	}
	return false
}
