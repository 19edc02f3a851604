package rapport

// Digest is "sha256:" and 64 hexadecimal digits. The zero value means none.
type Digest string
