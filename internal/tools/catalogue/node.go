package catalogue

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
)

// node is a JSON value with the order of its keys.
type node struct {
	// value is nil, a bool, a json.Number, a string, a []node or an object.
	value any
}

// object keeps its keys in the order of the file.
type object struct {
	keys   []string
	fields map[string]node
}

// parse reads one JSON value. It refuses keys that stand twice and anything after the value.
func parse(data []byte) (node, error) {
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.UseNumber()
	n, err := parseValue(dec)
	if err != nil {
		line := 1 + bytes.Count(data[:dec.InputOffset()], []byte("\n"))
		return node{}, fmt.Errorf("line %d: %w", line, err)
	}
	if _, err := dec.Token(); !errors.Is(err, io.EOF) {
		return node{}, errors.New("something stands after the value")
	}
	return n, nil
}

func parseValue(dec *json.Decoder) (node, error) {
	token, err := dec.Token()
	if err != nil {
		return node{}, err
	}
	switch token {
	case json.Delim('['):
		list := []node{}
		for dec.More() {
			n, err := parseValue(dec)
			if err != nil {
				return node{}, err
			}
			list = append(list, n)
		}
		_, err := dec.Token()
		return node{list}, err
	case json.Delim('{'):
		o := object{fields: map[string]node{}}
		for dec.More() {
			token, err := dec.Token()
			if err != nil {
				return node{}, err
			}
			key := token.(string) // the decoder accepts nothing else as a key
			if _, twice := o.fields[key]; twice {
				return node{}, fmt.Errorf("key %q stands twice", key)
			}
			n, err := parseValue(dec)
			if err != nil {
				return node{}, err
			}
			o.keys = append(o.keys, key)
			o.fields[key] = n
		}
		_, err := dec.Token()
		return node{o}, err
	}
	return node{token}, nil
}

// text returns the string at a dotted path, and "" where there is none.
func (n node) text(path string) string {
	for key := range strings.SplitSeq(path, ".") {
		o, ok := n.value.(object)
		if !ok {
			return ""
		}
		n = o.fields[key]
	}
	s, _ := n.value.(string)
	return s
}

// kind names the JSON type for a message.
func (n node) kind() string {
	switch n.value.(type) {
	case nil:
		return "null"
	case bool:
		return "a boolean"
	case json.Number:
		return "a number"
	case string:
		return "a string"
	case []node:
		return "an array"
	}
	return "an object"
}
