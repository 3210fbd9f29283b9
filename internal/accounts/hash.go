package accounts

import (
	"context"
	"crypto/rand"
	"crypto/subtle"
	"encoding/base64"
	"fmt"
	"strings"

	"golang.org/x/crypto/argon2"

	"dateline/internal/news"
)

// Passwords are kept as argon2id (RFC 9106) in the PHC string form
// "$argon2id$v=19$m=19456,t=2,p=1$salt$hash", with the cost that OWASP's
// password storage cheat sheet gives as its first choice.

// cost is what a hash takes.
type cost struct {
	memory  uint32 // KiB
	time    uint32
	threads uint8
}

var present = cost{memory: 19 * 1024, time: 2, threads: 1}

// dearest bounds the cost that a stored hash may ask for.
var dearest = cost{memory: 256 * 1024, time: 10, threads: 8}

const (
	saltLen = 16
	hashLen = 32
)

// hash waits for a place in the lane and hashes a password.
func (a *Accounts) hash(ctx context.Context, password string) (string, error) {
	leave, err := a.enter(ctx)
	if err != nil {
		return "", err
	}
	defer leave()
	salt := make([]byte, saltLen)
	_, _ = rand.Read(salt) // never fails; it aborts the program instead
	return phc(present, salt, derive(password, salt, present, hashLen)), nil
}

func derive(password string, salt []byte, c cost, length int) []byte {
	return argon2.IDKey([]byte(normal(password)), salt, c.time, c.memory, c.threads, uint32(length))
}

func phc(c cost, salt, hash []byte) string {
	b64 := base64.RawStdEncoding
	return fmt.Sprintf("$argon2id$v=%d$m=%d,t=%d,p=%d$%s$%s", argon2.Version, c.memory, c.time, c.threads, b64.EncodeToString(salt), b64.EncodeToString(hash))
}

// parsePHC reads what phc writes; ok is false for anything else.
func parsePHC(s string) (c cost, salt, hash []byte, ok bool) {
	parts := strings.Split(s, "$")
	if len(parts) != 6 || parts[0] != "" || parts[1] != "argon2id" || parts[2] != fmt.Sprintf("v=%d", argon2.Version) {
		return c, nil, nil, false
	}
	if _, err := fmt.Sscanf(parts[3], "m=%d,t=%d,p=%d", &c.memory, &c.time, &c.threads); err != nil {
		return c, nil, nil, false
	}
	salt, errSalt := base64.RawStdEncoding.DecodeString(parts[4])
	hash, errHash := base64.RawStdEncoding.DecodeString(parts[5])
	ok = errSalt == nil && errHash == nil && len(salt) >= 8 && len(hash) >= 16 && len(hash) <= 64 &&
		c.time >= 1 && c.threads >= 1 && c.memory >= 8 &&
		c.memory <= dearest.memory && c.time <= dearest.time && c.threads <= dearest.threads
	return c, salt, hash, ok
}

// nobody is compared with where there is no such account, so that the answer
// takes as long.
var nobody = phc(present, make([]byte, saltLen), make([]byte, hashLen))

// matches says whether a password is the one that was hashed, and whether the
// hash should be made anew at the present cost. A stored form that cannot be
// read matches nothing.
func (a *Accounts) matches(ctx context.Context, stored, password string) (same, renew bool, err error) {
	leave, err := a.enter(ctx)
	if err != nil {
		return false, false, err
	}
	defer leave()
	c, salt, hash, ok := parsePHC(stored)
	if !ok {
		c, salt, hash, _ = parsePHC(nobody)
	}
	same = subtle.ConstantTimeCompare(hash, derive(password, salt, c, len(hash))) == 1
	return same && ok, c != present, nil
}

// enter takes a place in the lane of hashing.
func (a *Accounts) enter(ctx context.Context) (leave func(), err error) {
	select {
	case a.hashing <- struct{}{}:
		return func() { <-a.hashing }, nil
	case <-ctx.Done():
		return nil, news.Errorf(news.Unavailable, "", "Too many people are signing in at once. Try again in a moment: %w", ctx.Err())
	}
}
