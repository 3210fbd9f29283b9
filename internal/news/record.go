package news

import (
	"crypto/sha256"
	"encoding/binary"
	"strings"
)

// RecordEntry is one line of an edition's public record: that readers saw a
// change, when, and the salted digest of what they saw. It names no actor and
// holds no text. Each entry's Hash covers the one before it, so that a silent
// change of the past is found by anybody who kept a later hash.
type RecordEntry struct {
	Edition ID
	Number  int64 // 1, 2, 3 … within the edition
	At      Instant
	Act     Act // one of RecordedActs
	Story   ID
	Digest  [32]byte // Seal of salt and content; what it was stays checkable while the salt is kept
	Hash    [32]byte
}

// Seal digests a revision's canonical content with its salt (SHA-256 over
// salt, then content). Destroying salt and content leaves a digest that tells
// nothing.
func Seal(salt, content []byte) [32]byte {
	h := sha256.New()
	h.Write(salt)
	h.Write(content)
	return [32]byte(h.Sum(nil))
}

// HashAfter returns the entry's hash in a chain: SHA-256 over the previous
// hash, the edition, number and time as big-endian 64-bit numbers, the act and
// a zero byte, the story's id and the digest.
func (e RecordEntry) HashAfter(prev [32]byte) [32]byte {
	h := sha256.New()
	h.Write(prev[:])
	var n [8]byte
	for _, v := range []int64{int64(e.Edition), e.Number, int64(e.At)} {
		binary.BigEndian.PutUint64(n[:], uint64(v))
		h.Write(n[:])
	}
	h.Write([]byte(strings.ReplaceAll(string(e.Act), "\x00", "")))
	h.Write([]byte{0})
	binary.BigEndian.PutUint64(n[:], uint64(e.Story))
	h.Write(n[:])
	h.Write(e.Digest[:])
	return [32]byte(h.Sum(nil))
}
