package rapport

import (
	"cmp"
	"strconv"
	"strings"
)

// Pointer is an RFC 6901 JSON pointer into the input as it was given: it names the place of a problem
// by field and index ("/threats/0/kind"). The zero value is the whole input.
type Pointer string

// Child returns the pointer to a field of the value at p.
func (p Pointer) Child(field string) Pointer { return p + "/" + Pointer(escape(field)) }

// Index returns the pointer to element i of the list at p.
func (p Pointer) Index(i int) Pointer { return p + "/" + Pointer(strconv.Itoa(i)) }

// Under returns p as seen from a value that stands at root.
func (p Pointer) Under(root Pointer) Pointer { return root + p }

// Compare orders pointers segment by segment, indices before names and as numbers, so that /a/2 stands
// before /a/10. It is a total order.
func (p Pointer) Compare(other Pointer) int {
	a, b := strings.Split(string(p), "/"), strings.Split(string(other), "/")
	for i := 0; i < min(len(a), len(b)); i++ {
		x, isIndexX := index(a[i])
		y, isIndexY := index(b[i])
		switch {
		case isIndexX && isIndexY && x != y:
			return cmp.Compare(x, y)
		case isIndexX != isIndexY:
			if isIndexX {
				return -1
			}
			return 1
		case a[i] != b[i]:
			return strings.Compare(a[i], b[i])
		}
	}
	return cmp.Compare(len(a), len(b))
}

// index reads a segment that is an index: digits without a leading zero.
func index(segment string) (int, bool) {
	n, err := strconv.Atoi(segment)
	return n, err == nil && n >= 0 && strconv.Itoa(n) == segment
}

// Path names the cause of a reason by the IDs of elements, never by an index
// ("/people/ms-a/reactions/r-17"), so that it stays true when a list is ordered anew. The zero value is
// the whole subject.
type Path string

// Child returns the path to a field or list of the value at p.
func (p Path) Child(field string) Path { return p + "/" + Path(escape(field)) }

// Element returns the path to the element with this ID or natural key in the list at p.
func (p Path) Element(id string) Path { return p.Child(id) }

// Under returns p as seen from above, where its value stands at root. A reason quoted from another
// package is re-rooted so.
func (p Path) Under(root Path) Path { return root + p }

// Within reports whether p is root or lies below it.
func (p Path) Within(root Path) bool {
	return p == root || strings.HasPrefix(string(p), string(root)+"/")
}

// Segments returns the unescaped parts of the path, outermost first; nil for the zero path.
func (p Path) Segments() []string {
	if p == "" {
		return nil
	}
	parts := strings.Split(strings.TrimPrefix(string(p), "/"), "/")
	for i, part := range parts {
		parts[i] = strings.ReplaceAll(strings.ReplaceAll(part, "~1", "/"), "~0", "~")
	}
	return parts
}

func escape(segment string) string {
	if !strings.ContainsAny(segment, "~/") {
		return segment
	}
	return strings.ReplaceAll(strings.ReplaceAll(segment, "~", "~0"), "/", "~1")
}
