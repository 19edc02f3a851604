package privacy

import "github.com/rapport-go/rapport"

// What results say of the standard catalogue. A test compares the digest with the contents.
const (
	standardName                   = "privacy"
	standardVersion                = "1"
	standardDigest  rapport.Digest = "sha256:3217d640b71a7e20607cb75cef48c0df5860182fc41c4a8635f52826685f2d86"
)
