package privacy

import "github.com/rapport-go/rapport"

// What results say of the standard catalogue. A test compares the digest with the contents.
const (
	standardName                   = "privacy"
	standardVersion                = "1"
	standardDigest  rapport.Digest = "sha256:783d82ded5f7d894a43f66876daea4877e904b3c32801b679bcdf359f3cdfe36"
)
