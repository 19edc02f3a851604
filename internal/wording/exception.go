package wording

// reach is how many words, the first one of a finding included, an exception can look back.
const reach = 8

// A frame is a phrase that takes the edge off what follows it within the same clause, with at most slack
// words in between.
type frame struct {
	phrase string
	slack  int
}

// denials say that something is not so, that nobody can promise it, or that it is an aim.
var denials = [...]frame{
	{"not", 0}, {"not be", 0}, {"not yet", 0}, {"not always", 0}, {"not even", 0},
	{"never", 0}, {"never be", 0}, {"cannot", 0}, {"cannot be", 0}, {"can't", 0}, {"can't be", 0},
	{"won't", 0}, {"don't", 0}, {"doesn't", 0}, {"isn't", 0}, {"aren't", 0}, {"wasn't", 0},
	{"no", 1}, {"no * is", 0}, {"no * are", 0}, {"no * can", 0}, {"no * can be", 0},
	{"nothing", 0}, {"nothing is", 0}, {"nobody", 0}, {"nobody is", 0}, {"nobody can", 0}, {"nobody can be", 0},
	{"no one is", 0}, {"no one can be", 0}, {"without", 0},
	{"not promise", 3}, {"never promise", 3}, {"cannot promise", 3}, {"can't promise", 3},
	{"nobody can promise", 3}, {"no one can promise", 3}, {"not mean", 3},
	{"not say", 3}, {"cannot say", 3}, {"can't say", 3}, {"nobody says", 3}, {"no one says", 3},
	{"aim to", 0}, {"try to", 0}, {"work to", 0}, {"help", 0}, {"helps", 0}, {"help to", 0},
}

// conditions say that something may yet be so.
var conditions = [...]frame{
	{"if", 2}, {"when", 2}, {"once", 2}, {"until", 2}, {"unless", 2}, {"whether", 2}, {"where", 2},
	{"before", 2}, {"while", 2}, {"as soon as", 2}, {"as long as", 2}, {"check that", 2},
}

// letsPass reports whether the finding from tok to end stands in a place where the row does not mean it.
// recent are the last tokens up to tok, in any order.
func (row *entry) letsPass(text string, tok token, end int, recent []token) bool {
	for _, phrase := range row.Except {
		for _, from := range recent {
			if e, ok := match(text, from, phrase); ok && e >= end {
				return true
			}
		}
	}
	return row.Denied && framed(text, tok, denials[:], recent) ||
		row.Conditional && framed(text, tok, conditions[:], recent)
}

// framed reports whether one of the frames stands before tok.
func framed(text string, tok token, frames []frame, recent []token) bool {
	for _, f := range frames {
		for _, from := range recent {
			if from.start >= tok.start {
				continue
			}
			if end, ok := match(text, from, f.phrase); ok && leadsTo(text, end, tok, f.slack) {
				return true
			}
		}
	}
	return false
}

// leadsTo reports whether at most slack words stand between the offset at and tok, and no punctuation.
func leadsTo(text string, at int, tok token, slack int) bool {
	for range slack + 1 {
		after, ok := next(text, at)
		if !ok || after.kind == mark || !joined(text[at:after.start], " ") {
			return false
		}
		if after.start == tok.start {
			return true
		}
		at = after.end
	}
	return false
}
