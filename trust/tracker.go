package trust

import "github.com/rapport-go/rapport"

// Config says what a [Tracker] is built from. The zero value means the standard catalogue and numbers.
type Config struct {
	// Packs are joined with the standard catalogue; their order means nothing.
	Packs []Catalogue
	// Numbers replace house numbers by those that a firm has calibrated.
	Numbers Numbers
}

// Numbers are the house numbers that a firm may calibrate with its own history. All are in hundredths; 0
// means the standard one. Where one is given, the answers say so. What holds a breach of trust down is
// not among them.
type Numbers struct {
	// NegativeWeight is how much heavier evidence against weighs: 100 to 500, standard 250. That bad news
	// weighs more is supported (Slovic 1993, with the caveat of Poortinga and Pidgeon 2004); how much is
	// house judgement.
	NegativeWeight int `json:"negative_weight,omitzero"`
	// Share is how much of the sum over the dimensions counts overall: 20 to 100, standard 50. At 100 the
	// seven would be seven independent witnesses.
	Share int `json:"share,omitzero"`
	// Working is the value from which trust is working: 30 to 90, standard 55.
	Working int `json:"working,omitzero"`
	// Strong is the value from which it may be strong: above Working and at most 99, standard 80.
	Strong int `json:"strong,omitzero"`
	// Margin is how far the whole may stand above its weakest dimension: 10 to 100, standard 30.
	Margin int `json:"margin,omitzero"`
}

// Validate reports numbers outside their ranges.
func (n Numbers) Validate() error {
	var f rapport.Faults
	used := n.orStandard()
	inRange(&f, "/negative_weight", used.NegativeWeight >= 100 && used.NegativeWeight <= 500)
	inRange(&f, "/share", used.Share >= 20 && used.Share <= 100)
	inRange(&f, "/working", used.Working >= 30 && used.Working <= 90)
	inRange(&f, "/strong", used.Strong > used.Working && used.Strong <= 99)
	inRange(&f, "/margin", used.Margin >= 10 && used.Margin <= 100)
	return f.Err()
}

func (n Numbers) orStandard() Numbers {
	or := func(given, standard int) int {
		if given == 0 {
			return standard
		}
		return given
	}
	return Numbers{or(n.NegativeWeight, 250), or(n.Share, 50), or(n.Working, 55), or(n.Strong, 80), or(n.Margin, 30)}
}

// Tracker follows how relationships stand. The zero value is the standard one. A Tracker is immutable and
// safe for concurrent use.
type Tracker struct {
	words   *words
	numbers Numbers
}

// Editions lists the catalogues the tracker was built from, sorted. The list is the caller's own.
func (t Tracker) Editions() []rapport.Edition {
	return append([]rapport.Edition{}, t.table().editions...)
}

// Kind returns the entry of a kind of signal, and false for a word that is not known. The entry is the
// caller's own.
func (t Tracker) Kind(word Kind) (KindEntry, bool) {
	entry, found := t.table().kinds.find(word)
	return entry.clone(), found
}

// Playbook returns how a kind of failing is mended, and false for a word that is not known. The entry is
// the caller's own.
func (t Tracker) Playbook(word Playbook) (PlaybookEntry, bool) {
	entry, found := t.table().playbooks.find(word)
	return entry.clone(), found
}
