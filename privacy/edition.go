package privacy

import "github.com/rapport-go/rapport"

// What results say of the standard catalogue. A test compares the digest with the contents.
const (
	standardName                   = "privacy"
	standardVersion                = "1"
	standardDigest  rapport.Digest = "sha256:09ed38e487d761d056f363aceb8ebd5f09abb017d20d88e4e1b04478eb36b5f1"
)
