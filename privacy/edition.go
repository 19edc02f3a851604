package privacy

import "github.com/rapport-go/rapport"

// What results say of the standard catalogue. A test compares the digest with the contents.
const (
	standardName                   = "privacy"
	standardVersion                = "1"
	standardDigest  rapport.Digest = "sha256:18a2e6259b29cba028d1c577398c29126a05ba43a75e5e62ce3d845951dcd329"
)
