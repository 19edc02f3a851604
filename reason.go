package rapport

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// Reason is one ground for a verdict. Every verdict carries its reasons in the order of
// [CompareReasons]. Reasons are for the file: what may be said to the one who asked is a separate text.
type Reason struct {
	// Code is stable and part of the API.
	Code Code `json:"code"`
	// Subject names what caused it, by IDs.
	Subject Path `json:"subject"`
	// Weight runs from -3 (against) to +3 (for); -3 and +3 decided alone.
	Weight int8 `json:"weight"`
	// Args fill the blanks of the text, in order, for an app that words it itself.
	Args []string `json:"args,omitzero"`
	// Text is one plain sentence in English. It may improve; match on Code and Subject.
	Text string `json:"text"`
}

// CompareReasons orders by weight, the heaviest first whatever its sign, then by code, subject and args.
func CompareReasons(a, b Reason) int {
	return cmp.Or(
		cmp.Compare(heaviness(b.Weight), heaviness(a.Weight)),
		cmp.Compare(a.Code, b.Code),
		cmp.Compare(a.Subject, b.Subject),
		slices.Compare(a.Args, b.Args),
		cmp.Compare(b.Weight, a.Weight),
	)
}

func heaviness(w int8) int { return max(int(w), -int(w)) }

// SortReasons puts reasons into their order, in place, drops repeats, and returns the list, which is
// never nil.
func SortReasons(reasons []Reason) []Reason {
	if len(reasons) == 0 {
		return []Reason{}
	}
	slices.SortFunc(reasons, CompareReasons)
	return slices.CompactFunc(reasons, func(a, b Reason) bool { return CompareReasons(a, b) == 0 })
}

// CodeEntry is the catalogue entry of a code: what it means and how it is worded.
type CodeEntry struct {
	// ID is the code itself.
	ID Code `json:"id"`
	// Kind is "reason" or "error".
	Kind string `json:"kind"`
	// Means says in one sentence when the code is used; for developers.
	Means string `json:"means"`
	// EN is the English sentence; {0}, {1} … are blanks for the args of a reason. An error's sentence
	// has no blanks.
	EN string `json:"en"`
}

// FindCode returns the entry of a code in a list sorted by ID, and false where there is none.
func FindCode(entries []CodeEntry, code Code) (CodeEntry, bool) {
	i, found := slices.BinarySearchFunc(entries, code, func(e CodeEntry, c Code) int { return cmp.Compare(e.ID, c) })
	if !found {
		return CodeEntry{}, false
	}
	return entries[i], true
}

// Reason returns a reason with this code, its text filled with the args. The result owns a copy of args.
func (e CodeEntry) Reason(subject Path, weight int8, args ...string) Reason {
	return Reason{Code: e.ID, Subject: subject, Weight: weight, Args: slices.Clone(args), Text: Fill(e.EN, args...)}
}

// Fill puts the args into the blanks {0}, {1} … of a text. A blank without an arg is left out.
func Fill(text string, args ...string) string {
	open := strings.IndexByte(text, '{')
	if open < 0 {
		return text
	}
	length := len(text)
	for _, arg := range args {
		length += len(arg)
	}
	var b strings.Builder
	b.Grow(length)
	for ; open >= 0; open = strings.IndexByte(text, '{') {
		end := strings.IndexByte(text[open:], '}')
		if end < 0 {
			break
		}
		b.WriteString(text[:open])
		if n, err := strconv.Atoi(text[open+1 : open+end]); err == nil && n >= 0 && n < len(args) {
			b.WriteString(args[n])
		}
		text = text[open+end+1:]
	}
	b.WriteString(text)
	return b.String()
}

// Edition names a catalogue that a result was made with, so that a stored result can tell whether the
// catalogue has changed since.
type Edition struct {
	// Name is the catalogue's name: the room, or a vendor's word.
	Name string `json:"name"`
	// Version is the catalogue's version, as its maker counts.
	Version string `json:"version"`
	// Digest is the digest of its contents.
	Digest Digest `json:"digest"`
}

// SortEditions puts editions in order by name, version, digest, in place, drops repeats, and returns
// the list, which is never nil.
func SortEditions(editions []Edition) []Edition {
	if len(editions) == 0 {
		return []Edition{}
	}
	slices.SortFunc(editions, func(a, b Edition) int {
		return cmp.Or(cmp.Compare(a.Name, b.Name), cmp.Compare(a.Version, b.Version), cmp.Compare(a.Digest, b.Digest))
	})
	return slices.Compact(editions)
}
