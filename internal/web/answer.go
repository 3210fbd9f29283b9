package web

import (
	"io"
	"net/http"
)

// answer is a ResponseWriter that remembers what was answered, for the log
// and for an error that comes after the first byte.
type answer struct {
	http.ResponseWriter
	status int
	bytes  int64
	// astray is true until a route takes the request. What the mux itself
	// says before, that there is none, is remembered and not sent.
	astray bool
}

// WriteHeader notes the status.
func (a *answer) WriteHeader(status int) {
	if a.status == 0 && status >= 200 {
		a.status = status
	}
	if !a.astray {
		a.ResponseWriter.WriteHeader(status)
	}
}

// Write counts the bytes.
func (a *answer) Write(b []byte) (int, error) {
	if a.status == 0 {
		a.status = http.StatusOK
	}
	if a.astray {
		return len(b), nil
	}
	n, err := a.ResponseWriter.Write(b)
	a.bytes += int64(n)
	return n, err
}

// ReadFrom keeps the server's way of sending files.
func (a *answer) ReadFrom(r io.Reader) (int64, error) {
	if a.status == 0 {
		a.status = http.StatusOK
	}
	n, err := io.Copy(a.ResponseWriter, r)
	a.bytes += n
	return n, err
}

// Unwrap lets http.ResponseController reach the connection.
func (a *answer) Unwrap() http.ResponseWriter { return a.ResponseWriter }

// begun says whether anything of the answer is on its way.
func (a *answer) begun() bool { return a.status != 0 }
