package privacy

import "github.com/rapport-go/rapport"

// What results say of the standard catalogue. A test compares the digest with the contents.
const (
	standardName                   = "privacy"
	standardVersion                = "1"
	standardDigest  rapport.Digest = "sha256:c4e1d1b701c8b8d9be2c0569b3e0b4c6d4756c226d36468094eaf19bcbc410bb"
)
