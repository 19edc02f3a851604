package privacy

import "github.com/rapport-go/rapport"

// What results say of the standard catalogue. A test compares the digest with the contents.
const (
	standardName                   = "privacy"
	standardVersion                = "1"
	standardDigest  rapport.Digest = "sha256:ed4c08d54e86f20dfeadfa3bb7c5d5f95f97b5bb3427b9c3de23c7f196732c31"
)
