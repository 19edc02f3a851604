package client

import "github.com/rapport-go/rapport"

// What results say of the standard catalogue. A test compares the digest with the contents.
const (
	standardName                   = "client"
	standardVersion                = "1"
	standardDigest  rapport.Digest = "sha256:d4029b8c78d35e4e528abb8d10fd1dda1eb3c8fd695b185f9169bf4aa58d437f"
)
