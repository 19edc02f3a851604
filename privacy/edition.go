package privacy

import "github.com/rapport-go/rapport"

// What results say of the standard catalogue. A test compares the digest with the contents.
const (
	standardName                   = "privacy"
	standardVersion                = "1"
	standardDigest  rapport.Digest = "sha256:04588ef29891a9940603aab89e3c2752bd445979d3db47d5a3b3eea52822041d"
)
