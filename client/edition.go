package client

import "github.com/rapport-go/rapport"

// What results say of the standard catalogue. A test compares the digest with the contents.
const (
	standardName                   = "client"
	standardVersion                = "1"
	standardDigest  rapport.Digest = "sha256:31fc95b6937b1377919629c51740bdd640d2b6832a57ef58dd455ba67ef01b5b"
)
