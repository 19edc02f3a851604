package trust

import "github.com/rapport-go/rapport"

// What results say of the standard catalogue. A test compares the digest with the contents.
const (
	standardName                   = "trust"
	standardVersion                = "1"
	standardDigest  rapport.Digest = "sha256:0"
)
