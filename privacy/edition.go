package privacy

import "github.com/rapport-go/rapport"

// What results say of the standard catalogue. A test compares the digest with the contents.
const (
	standardName                   = "privacy"
	standardVersion                = "1"
	standardDigest  rapport.Digest = "sha256:ae3b25d9edef5f5b7c55850c95005f216d25561e99bb6ed2c4c88ddb5b023773"
)
