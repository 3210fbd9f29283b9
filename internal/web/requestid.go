package web

import (
	"context"
	"crypto/rand"
	"encoding/base32"
)

// requestIDHeader carries the id of a request to whoever made it, so that a
// person can name it and the log can be searched for it.
const requestIDHeader = "X-Request-Id"

var requestIDText = base32.NewEncoding("23456789abcdefghjkmnpqrstuvwxyz_").WithPadding(base32.NoPadding)

// newRequestID returns 80 random bits as 16 characters. It is never taken from
// outside: a forged id would mislead whoever reads the log.
func newRequestID() string {
	var b [10]byte
	_, _ = rand.Read(b[:]) // never fails; it aborts the program instead
	return requestIDText.EncodeToString(b[:])
}

// RequestID returns the id of the request that a context belongs to, "" for
// none.
func RequestID(ctx context.Context) string {
	if a := arrivalOf(ctx); a != nowhere {
		return a.id()
	}
	return ""
}
