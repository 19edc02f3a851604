package client

import "github.com/rapport-go/rapport"

// What results say of the standard catalogue. A test compares the digest with the contents.
const (
	standardName                   = "client"
	standardVersion                = "1"
	standardDigest  rapport.Digest = "sha256:eb1e43b201fc55e96857acf3eab67b474c51a6933a099b854a4f9c8d96bc3316"
)
