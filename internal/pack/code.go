package pack

import "github.com/rapport-go/rapport"

// The codes of errors that joining adds to those of package rapport.
const (
	// CodeBuiltIn means that an entry would change more of a built-in entry than its wording.
	CodeBuiltIn rapport.Code = "rapport/pack-built-in"
	// CodeCollision means that two entries of packs have the same word.
	CodeCollision rapport.Code = "rapport/pack-collision"
	// CodePlainWord means that a new word carries no domain.
	CodePlainWord rapport.Code = "rapport/pack-plain-word"
	// CodeWording means that a text promises, blames or uses a word of the trade.
	CodeWording rapport.Code = "rapport/pack-wording"
)

var codes = []rapport.CodeEntry{
	{ID: CodeBuiltIn, Kind: "error", Means: "An entry would change more of a built-in entry than its wording.", EN: "would change a built-in entry, of which only the wording may be replaced"},
	{ID: CodeCollision, Kind: "error", Means: "Two entries or two packs have the same word.", EN: "stands in another place as well:"},
	{ID: CodePlainWord, Kind: "error", Means: "A pack's new word, or its name, carries no domain.", EN: "needs a domain in front, as every word of a pack does"},
	{ID: CodeWording, Kind: "error", Means: "A text of a pack promises, blames or uses a word of the trade.", EN: "promises, blames or uses a word of the trade; word it otherwise"},
}

// Codes lists the codes, sorted. The list is the caller's own.
func Codes() []rapport.CodeEntry { return append([]rapport.CodeEntry{}, codes...) }

func coded(code rapport.Code) rapport.CodeEntry {
	entry, _ := rapport.FindCode(codes, code)
	return entry
}
