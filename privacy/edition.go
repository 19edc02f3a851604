package privacy

import "github.com/rapport-go/rapport"

// What results say of the standard catalogue. A test compares the digest with the contents.
const (
	standardName                   = "privacy"
	standardVersion                = "1"
	standardDigest  rapport.Digest = "sha256:d8c123e7d524d2ad03d18309dad893f286b75ac8171527de0eacdd183c5b10bd"
)
