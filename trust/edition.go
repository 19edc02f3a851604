package trust

import "github.com/rapport-go/rapport"

// What results say of the standard catalogue. A test compares the digest with the contents.
const (
	standardName                   = "trust"
	standardVersion                = "1"
	standardDigest  rapport.Digest = "sha256:ee5bcb4e1d55739d0299a07adf384d380c6e95f711736bf8f4cb707e5f2e551c"
)
