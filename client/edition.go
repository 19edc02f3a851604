package client

import "github.com/rapport-go/rapport"

// What results say of the standard catalogue. A test compares the digest with the contents.
const (
	standardName                   = "client"
	standardVersion                = "1"
	standardDigest  rapport.Digest = "sha256:20b77e453af7b2236a3a8d7acc3f57852af4f6fd6bf70fe5119c2d7e2e469fc0"
)
