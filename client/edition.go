package client

import "github.com/rapport-go/rapport"

// What results say of the standard catalogue. A test compares the digest with the contents.
const (
	standardName                   = "client"
	standardVersion                = "1"
	standardDigest  rapport.Digest = "sha256:ab0196645218060edcc1d700644b7573c8191c57c4212d845c4cf39bae16a1f5"
)
