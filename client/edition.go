package client

import "github.com/rapport-go/rapport"

// What results say of the standard catalogue. A test compares the digest with the contents.
const (
	standardName                   = "client"
	standardVersion                = "1"
	standardDigest  rapport.Digest = "sha256:34c252ae5213bd557d76303ae7059d4bc571c3a26d68fd26855c295997bdab7e"
)
