package trust

import "github.com/rapport-go/rapport"

// What results say of the standard catalogue. A test compares the digest with the contents.
const (
	standardName                   = "trust"
	standardVersion                = "1"
	standardDigest  rapport.Digest = "sha256:0b503c9cc67e1353496144bdb88e3404ac475131ca5ea5447b9d2864441a8e1a"
)
