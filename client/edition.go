package client

import "github.com/rapport-go/rapport"

// What results say of the standard catalogue. A test compares the digest with the contents.
const (
	standardName                   = "client"
	standardVersion                = "1"
	standardDigest  rapport.Digest = "sha256:9e7842de41aaea5a1eaaa684a9aa69fb405a9f80bd37401804f23bcfa949fdb2"
)
