package rapport_test

import (
	"fmt"

	"github.com/rapport-go/rapport"
)

// note is what an app might store beside the library's own types.
type note struct {
	ID    rapport.ID    `json:"id"`
	Level rapport.Level `json:"level,omitzero"`
	On    rapport.Date  `json:"on,omitzero"`
}

// Validate reports problems of shape.
func (n note) Validate() error {
	var f rapport.Faults
	f.ID("/id", n.ID)
	return f.Err()
}

// A document gets every problem at once, each with its place and a stable code, and no value of it is
// repeated: it may be a secret.
func ExampleDecode() {
	var n note
	err := rapport.Decode([]byte(`{"id": "Jane Doe", "level": "rather high", "on": "2027-02-30", "diary": 1}`), &n)
	for _, problem := range rapport.Problems(err) {
		fmt.Println(problem)
	}
	// Output:
	// the whole input: has a field that is not known here (rapport/json-unknown-field)
	// /id: is not an ID: up to 64 letters, digits and . _ : - (rapport/malformed-id)
	// /level: is not a word of the scale Level (rapport/not-a-member)
	// /on: is not a day such as 2027-02-14 (rapport/malformed-value)
}

// A field that is added later and left empty changes no old digest.
func ExampleDigestOf() {
	digest, err := rapport.DigestOf("example/note/1", note{ID: "n-1", Level: rapport.LevelHigh})
	fmt.Println(digest[:15], err)
	// Output: sha256:df56cdd1 <nil>
}
