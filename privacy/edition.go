package privacy

import "github.com/rapport-go/rapport"

// What results say of the standard catalogue. A test compares the digest with the contents.
const (
	standardName                   = "privacy"
	standardVersion                = "1"
	standardDigest  rapport.Digest = "sha256:be15abc7ffe320f4b9c89e6abd91449f97b8833ea5940743b8aa67b28b174f13"
)
