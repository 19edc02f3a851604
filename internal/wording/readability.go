package wording

// Readability is how easy an English text is to read. Where Words is 0, nothing was measured, and Ease and
// Grade are 0 without meaning anything; that is also the zero value.
type Readability struct {
	// Words is the number of words; what hyphens join is one word, so is a number, a time of day or a blank.
	Words int `json:"words"`
	// Sentences is the number of sentences, at least 1 where there is a word.
	Sentences int `json:"sentences"`
	// Syllables is the number of syllables as the counter hears them, at least 1 a word.
	Syllables int `json:"syllables"`
	// Ease is the Flesch reading ease: at most 121.22, higher is easier; long words drive it below 0.
	Ease float64 `json:"ease"`
	// Grade is the Flesch-Kincaid grade in school years, at least -3.4.
	Grade float64 `json:"grade"`
}

// Measure counts words, sentences and syllables of an English text and scores it.
//
// A sentence ends at ".", "!", "?" or "…" before white space or the end, at a blank line, and where the
// next line begins a list item; the last one needs no mark. The point of "Mr.", "e.g." or "18.30" ends
// none; after "etc.", "a.m." and the like it ends one before a capital letter. A single letter and a point
// ("Ms A.") end a sentence. The number of a list item is no word.
func Measure(text string) Readability {
	var r Readability
	var last token
	begun := false
	for w, ok := nextWord(text, 0); ok; w, ok = nextWord(text, w.end) {
		numbered := isItemNumber(text, w)
		if begun && (numbered || breaks(text, last, w)) {
			r.Sentences++
			begun = false
		}
		last = w
		if numbered {
			continue
		}
		r.Words++
		r.Syllables += syllables(text[w.start:w.end])
		begun = true
	}
	if begun {
		r.Sentences++
	}
	r.Ease = Ease(r.Words, r.Sentences, r.Syllables)
	r.Grade = Grade(r.Words, r.Sentences, r.Syllables)
	return r
}

// Ease returns the Flesch reading ease from counts: 206.835 - 1.015 words/sentences - 84.6
// syllables/words (Flesch 1948). Where words or sentences are not above 0 it returns 0.
func Ease(words, sentences, syllables int) float64 {
	if words <= 0 || sentences <= 0 {
		return 0
	}
	length, weight := float64(words)/float64(sentences), float64(syllables)/float64(words)
	return 206.835 - float64(1.015*length) - float64(84.6*weight)
}

// Grade returns the Flesch-Kincaid grade from counts: 0.39 words/sentences + 11.8 syllables/words - 15.59
// (Kincaid et al. 1975). Where words or sentences are not above 0 it returns 0.
func Grade(words, sentences, syllables int) float64 {
	if words <= 0 || sentences <= 0 {
		return 0
	}
	length, weight := float64(words)/float64(sentences), float64(syllables)/float64(words)
	return float64(0.39*length) + float64(11.8*weight) - 15.59
}
