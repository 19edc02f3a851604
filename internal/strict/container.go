package strict

import (
	"encoding"
	"reflect"
	"strings"
)

// members steps through the object that is next. For each key it calls each, which must step over the
// value; again tells that the key has stood there before. False means that the object lies too deep.
func (d *decoder) members(each func(name string, again bool)) bool {
	if !d.enter() {
		return false
	}
	seen := map[string]bool{}
	d.sequence('}', func(int) {
		name, ok := d.key()
		if !ok {
			return
		}
		if name.sound() {
			key := string(name.bytes)
			again := seen[key]
			seen[key] = true
			each(key, again)
			return
		}
		d.unsound(name)
		d.skip()
	})
	d.levels++
	return true
}

// elements steps through the array that is next, as members does through an object.
func (d *decoder) elements(each func(i int)) bool {
	if !d.enter() {
		return false
	}
	d.sequence(']', each)
	d.levels++
	return true
}

// enter steps into an array or object, or over it where it lies too deep.
func (d *decoder) enter() bool {
	if d.levels == 0 {
		d.fault(CodeTooDeep)
		d.leap()
		return false
	}
	d.levels--
	d.pos++
	return true
}

func (d *decoder) sequence(closing byte, each func(i int)) {
	if d.take(closing) {
		return
	}
	for i := 0; !d.broken; i++ {
		each(i)
		if d.broken || d.take(closing) {
			return
		}
		if !d.take(',') {
			d.syntax()
		}
	}
}

// key steps over a key and its colon.
func (d *decoder) key() (text, bool) {
	var name text
	ok := d.peek() == '"'
	if ok {
		name, ok = d.text()
	}
	if !ok || !d.take(':') {
		d.syntax()
		return text{}, false
	}
	return name, true
}

func (d *decoder) object(s *shape, v reflect.Value) bool {
	entered := d.members(func(name string, again bool) {
		i, known := s.byName[name]
		switch {
		case known && again:
			d.within(segment{name: name}, func() {
				d.faultSaying(CodeDuplicateKey, "stands twice in one object")
				d.skip()
			})
		case known:
			d.within(segment{name: name}, func() { d.value(v.FieldByIndex(s.fields[i].Index)) })
		default:
			d.stranger(s, name, again)
		}
	})
	for i := len(s.embedded) - 1; i >= 0 && entered && !d.broken; i-- {
		d.judge(v.FieldByIndex(s.embedded[i]))
	}
	return entered
}

// stranger notes a key that is no field. Where it is one in other capitals, the place is that field.
func (d *decoder) stranger(s *shape, name string, again bool) {
	if again {
		d.fault(CodeDuplicateKey)
	}
	for _, f := range s.fields {
		if strings.EqualFold(f.Name, name) {
			d.within(segment{name: f.Name}, func() {
				d.fault(CodeKeyCase)
				d.skip()
			})
			return
		}
	}
	d.fault(CodeUnknownField)
	d.skip()
}

func (d *decoder) mapping(v reflect.Value) bool {
	v.Set(reflect.MakeMap(v.Type()))
	return d.members(func(name string, again bool) {
		d.sealed++
		d.entry(v, name, again)
		d.sealed--
	})
}

func (d *decoder) entry(m reflect.Value, name string, again bool) {
	key := reflect.New(m.Type().Key()).Elem()
	if again {
		d.fault(CodeDuplicateKey)
		d.skip()
		return
	}
	if reader, ok := key.Addr().Interface().(encoding.TextUnmarshaler); !ok {
		key.SetString(name)
	} else if !d.accepted(reader.UnmarshalText([]byte(name))) {
		d.skip()
		return
	}
	if m.MapIndex(key).IsValid() { // two spellings that the type reads alike
		d.fault(CodeDuplicateKey)
	}
	d.judge(key)
	element := reflect.New(m.Type().Elem()).Elem()
	d.value(element)
	m.SetMapIndex(key, element)
}

func (d *decoder) list(v reflect.Value) bool {
	v.Set(reflect.MakeSlice(v.Type(), 0, 0))
	return d.elements(func(i int) {
		v.Set(reflect.Append(v, reflect.Zero(v.Type().Elem())))
		d.within(segment{index: i}, func() { d.value(v.Index(i)) })
	})
}

func (d *decoder) array(v reflect.Value) bool {
	n := 0
	entered := d.elements(func(i int) {
		n++
		d.within(segment{index: i}, func() {
			if i < v.Len() {
				d.value(v.Index(i))
			} else {
				d.skip()
			}
		})
	})
	if entered && n != v.Len() && !d.broken {
		d.fault(CodeWrongLength)
		return false
	}
	return entered
}
