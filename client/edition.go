package client

import "github.com/rapport-go/rapport"

// What results say of the standard catalogue. A test compares the digest with the contents.
const (
	standardName                   = "client"
	standardVersion                = "1"
	standardDigest  rapport.Digest = "sha256:6d05425565d86832b2d4663e133706e23fde72974bf5b3e25225f65bb4a8b122"
)
