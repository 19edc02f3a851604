package wording

import "strings"

// blankSyllables is what a blank counts for: the plain word it will be filled with (house judgement, on the
// careful side: plain English has about three syllables in two words).
const blankSyllables = 2

// longestWord is how many letters of a word are looked at; no English word needs more.
const longestWord = 32

// syllables returns how many syllables a word has when read aloud, at least 1. Parts joined by hyphens are
// added up, a digit is one syllable, and so is each letter of an abbreviation without vowels ("CCTV").
// Spelling only hints at English syllables: this is a heuristic of house rules, right for about nine
// common words in ten.
func syllables(compound string) int {
	n := 0
	for part, ok := next(compound, 0); ok; part, ok = next(compound, part.end) {
		if part.kind == blank {
			n += blankSyllables
			continue
		}
		n += partSyllables(compound[part.start:part.end])
	}
	return max(n, 1)
}

func partSyllables(part string) int {
	var buf [longestWord]byte
	letters, digits, capitals := 0, 0, 0
	for _, r := range part {
		if isDigit(r) {
			digits++
			continue
		}
		c := plainLetter(r)
		if c == 0 || letters == longestWord {
			continue
		}
		if 'A' <= r && r <= 'Z' {
			capitals++
		}
		buf[letters] = c
		letters++
	}
	if letters == 0 {
		return digits
	}
	w := string(buf[:letters])
	if !strings.ContainsAny(w, "aeiouy") && capitals == letters {
		return digits + letters
	}
	return digits + letterSyllables(w)
}

// plainLetter returns the lower-case ASCII letter that sounds closest to r, and 0 where there is none. An e
// with an accent is never silent, so it stands as an i.
func plainLetter(r rune) byte {
	const accented, plain = "àáâäãåæèéêëìíîïòóôöõøùúûüýÿçñ", "aaaaaaaiiiiiiiioooooouuuuyycn"
	if r < 0x80 {
		if c := lower(byte(r)); 'a' <= c && c <= 'z' {
			return c
		}
		return 0
	}
	at := 0
	for _, a := range accented {
		if r == a {
			return plain[at]
		}
		at++
	}
	return 0
}

// letterSyllables counts groups of vowels, then adds for vowels that are spoken apart and takes off what is
// silent.
func letterSyllables(w string) int {
	if n := irregular(w); n > 0 {
		return n
	}
	n := 0
	for i := range len(w) {
		if vowelAt(w, i) && (i == 0 || !vowelAt(w, i-1) || apart(w, i)) {
			n++
		}
	}
	if strings.HasSuffix(w, "ism") || strings.HasSuffix(w, "isms") {
		n++
	}
	n -= silentEnd(w) + silentInside(w)
	return max(n, 1)
}

// vowelAt takes y for a vowel unless it opens a syllable ("yes", "beyond").
func vowelAt(w string, i int) bool {
	switch w[i] {
	case 'a', 'e', 'i', 'o':
		return true
	case 'u':
		return i == 0 || w[i-1] != 'q'
	case 'y':
		return i > 0 && (i+1 == len(w) || !vowelAt(w, i-1) || !strings.ContainsRune("aeiou", rune(w[i+1])))
	}
	return false
}

// apart reports whether the vowel at i begins a syllable of its own although a vowel precedes it.
func apart(w string, i int) bool {
	head, tail := w[:i-1], w[i:]
	soft := head != "" && strings.Contains("cgstx", head[len(head)-1:])
	switch w[i-1 : i+1] {
	case "ia":
		return !soft && !strings.HasPrefix(tail, "age")
	case "io":
		return !soft && !strings.HasSuffix(head, "ll") && !strings.HasSuffix(head, "n")
	case "ie":
		return strings.HasPrefix(tail, "et") || strings.HasPrefix(tail, "en") && !soft && head != "fr" ||
			len(head) > 2 && (tail == "er" || tail == "est")
	case "ea":
		return head == "cr" && strings.HasPrefix(tail, "at") || head == "r" && strings.HasPrefix(tail, "act")
	case "ua":
		return !strings.HasSuffix(head, "g")
	case "ei", "oi":
		return strings.HasPrefix(tail, "ing")
	case "iu", "yi", "eo":
		return true
	}
	return false
}

// silentEnd returns 1 where the last e of the word is not spoken ("time", "times", "timed").
func silentEnd(w string) int {
	stem, plural := strings.CutSuffix(w, "s")
	past := strings.HasSuffix(w, "ed")
	if past {
		stem = w[:len(w)-1]
	}
	if len(stem) < 3 || stem[len(stem)-1] != 'e' || vowelAt(stem, len(stem)-2) {
		return 0
	}
	before := stem[:len(stem)-1]
	last, prior := before[len(before)-1], before[len(before)-2]
	switch {
	case last == 'l' && prior != 'l' && !vowelAt(before, len(before)-2):
		return 0
	case past:
		return silent(last != 't' && last != 'd')
	case plural:
		return silent(!strings.ContainsRune("sxzcg", rune(last)) &&
			!strings.HasSuffix(before, "ch") && !strings.HasSuffix(before, "sh"))
	}
	return 1
}

// silentInside returns 1 where an e before an ending is not spoken ("safety", "statement", "sometimes").
func silentInside(w string) int {
	for _, ending := range [...]string{
		"ly", "ty", "ful", "fully", "less", "ment", "ments", "ness",
		"thing", "time", "times", "what", "how", "where", "body", "guard", "line", "lines",
	} {
		stem, found := strings.CutSuffix(w, ending)
		if found && strings.ContainsAny(strings.TrimSuffix(stem, "e"), "aeiouy") && silentEnd(stem) == 1 {
			return 1
		}
	}
	return 0
}

func silent(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

// irregular returns the syllables of common words that the rules get wrong, and 0 for all others.
func irregular(w string) int {
	switch w {
	case "mr", "mrs", "dr", "id", "ids", "people", "business", "evening", "evenings", "someone", "being", "science",
		"hundred", "hundreds", "naked", "ruin", "fluid", "quiet", "lion", "poem", "cruel", "fuel", "ok", "tv", "vs", "wednesday":
		return 2
	case "area", "areas", "idea", "ideas", "everyone", "businesses", "element", "elements", "recipe", "dialogue", "dialogues":
		return 3
	case "everybody", "reliable", "cooperate":
		return 4
	case "ms", "queue", "queues", "one", "ones", "once", "eye", "eyes", "friend", "friends", "bye":
		return 1
	}
	return 0
}
