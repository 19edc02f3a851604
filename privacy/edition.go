package privacy

import "github.com/rapport-go/rapport"

// What results say of the standard catalogue. A test compares the digest with the contents.
const (
	standardName                   = "privacy"
	standardVersion                = "1"
	standardDigest  rapport.Digest = "sha256:c4aa130995bb0ffdd14eec72ad186870e7273c06af033e4c741603cac4bac7cc"
)
