package library

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"time"

	"dateline/internal/news"
)

// Blobs keeps bytes under the SHA-256 of them, in 64 lower-case hexadecimal
// digits. What is kept under a key never changes.
type Blobs interface {
	// Put keeps what r holds under key. When it returns nil, the bytes survive
	// a crash of the process and of the machine. Bytes that do not hash to key
	// are refused as Invalid. Keeping a key again makes it young.
	Put(ctx context.Context, key string, r io.Reader) error
	// Open returns the bytes under a key and their number; NotFound for none.
	// The caller closes them.
	Open(ctx context.Context, key string) (io.ReadSeekCloser, int64, error)
	// Remove destroys what is under a key; a key that is not there is no error.
	Remove(ctx context.Context, key string) error
	// RemoveOld destroys what is under a key unless it was put at or after a
	// moment, and says whether it did. A Put that has returned is never undone.
	RemoveOld(ctx context.Context, key string, before time.Time) (bool, error)
	// SweepTemps removes what writers left behind that died before a moment.
	SweepTemps(ctx context.Context, before time.Time) error
	// Walk calls fn with every blob whose key follows after, in order of keys,
	// until fn returns an error, which Walk returns.
	Walk(ctx context.Context, after string, fn func(Blob) error) error
}

// Blob is what a walk tells of a kept key.
type Blob struct {
	Key   string
	Bytes int64
	At    time.Time // when it was last put
}

// keyLen is the length of a key.
const keyLen = 2 * sha256.Size

// KeyOf returns the key of bytes.
func KeyOf(b []byte) string {
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:])
}

// checkKey refuses what is not a key, before it becomes part of a path.
func checkKey(key string) error {
	if len(key) != keyLen {
		return errNoKey(key)
	}
	for _, c := range []byte(key) {
		if (c < '0' || c > '9') && (c < 'a' || c > 'f') {
			return errNoKey(key)
		}
	}
	return nil
}

func errNoKey(key string) error {
	return news.Errorf(news.NotFound, "blob", "%.80q is not the key of a blob: 64 hexadecimal digits.", key)
}
