package news

import (
	"crypto/rand"
	"encoding/binary"
	"strings"
)

// ID names a thing for ever: a random 63-bit number with no time inside, so
// that an address tells nobody when a draft was begun. 0 is no thing.
type ID int64

// idAlphabet spells ids in addresses: digits and lower-case letters without
// those that are read as another (0 o, 1 i l, u v).
const idAlphabet = "23456789abcdefghjkmnpqrstwxyz"

// MaxIDLen is the length of the longest spelling of an ID.
const MaxIDLen = 13

// NewID returns a fresh random ID.
func NewID() ID {
	var b [8]byte
	for {
		_, _ = rand.Read(b[:]) // never fails; it aborts the program instead
		if id := ID(binary.BigEndian.Uint64(b[:]) >> 1); id != 0 {
			return id
		}
	}
}

// String spells the id in the alphabet of addresses.
func (id ID) String() string {
	if id <= 0 {
		return "2"
	}
	var b [MaxIDLen]byte
	i := len(b)
	for n := id; n > 0; n /= ID(len(idAlphabet)) {
		i--
		b[i] = idAlphabet[n%ID(len(idAlphabet))]
	}
	return string(b[i:])
}

// ParseID reads the spelling that String makes. ok is false for anything
// else, other spellings of the same number included.
func ParseID(s string) (id ID, ok bool) {
	if s == "" || len(s) > MaxIDLen {
		return 0, false
	}
	for _, r := range []byte(s) {
		d := strings.IndexByte(idAlphabet, r)
		if d < 0 || id > (1<<63-1-ID(d))/ID(len(idAlphabet)) {
			return 0, false
		}
		id = id*ID(len(idAlphabet)) + ID(d)
	}
	return id, id > 0 && id.String() == s
}
