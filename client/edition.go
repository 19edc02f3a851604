package client

import "github.com/rapport-go/rapport"

// What results say of the standard catalogue. A test compares the digest with the contents.
const (
	standardName                   = "client"
	standardVersion                = "1"
	standardDigest  rapport.Digest = "sha256:2aa72cc4a323d71b90c062f1ccd1379dce773dc61d495e6eb0e9f2416ae01717"
)
