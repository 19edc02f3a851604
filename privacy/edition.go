package privacy

import "github.com/rapport-go/rapport"

// What results say of the standard catalogue. A test compares the digest with the contents.
const (
	standardName                   = "privacy"
	standardVersion                = "1"
	standardDigest  rapport.Digest = "sha256:7827680dd395ed57cab11ffb49cf522446dc905d3bdb035d7d83a45d0da95430"
)
