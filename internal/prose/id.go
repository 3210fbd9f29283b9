package prose

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/binary"
)

// blockAlphabet spells block ids: 32 signs, so that five bits make one.
const blockAlphabet = "abcdefghijkmnpqrstuvwxyz23456789"

// blockIDLen gives 50 random bits: in a document of ten thousand blocks two
// collide once in twenty million documents, and then the second is renewed.
const blockIDLen = 10

// NewBlockID returns a fresh random id for a block or a footnote.
func NewBlockID() string {
	var b [8]byte
	_, _ = rand.Read(b[:]) // never fails; it aborts the program instead
	return spellID(binary.BigEndian.Uint64(b[:]))
}

// SeededIDs returns a source of ids that is the same for the same seed, so
// that an import that runs again makes the same document. It is not safe for
// use by two goroutines.
func SeededIDs(seed string) func() string {
	key := sha256.Sum256([]byte(seed))
	n := uint64(0)
	return func() string {
		n++
		sum := sha256.Sum256(binary.BigEndian.AppendUint64(key[:], n))
		return spellID(binary.BigEndian.Uint64(sum[:8]))
	}
}

// validID says whether s may stand as the id of a block.
func validID(s string) bool {
	if s == "" || len(s) > MaxID {
		return false
	}
	for _, c := range []byte(s) {
		if !isAlphanumeric(c) && c != '-' && c != '_' {
			return false
		}
	}
	return true
}

func isAlphanumeric(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9'
}

func spellID(n uint64) string {
	var b [blockIDLen]byte
	for i := range b {
		b[i] = blockAlphabet[n&31]
		n >>= 5
	}
	return string(b[:])
}
