package apptest

import (
	"bytes"
	"compress/gzip"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/andybalholm/brotli"
)

// Answer is what a reader gets.
type Answer struct {
	Path   string
	Status int
	Header http.Header
	Body   []byte // as it came; see Plain
}

// Fetch asks the house's first door for an address. Header lines are "Name:
// value".
func (h *House) Fetch(t testing.TB, path string, header ...string) Answer {
	t.Helper()
	return Ask(t, h.Doors[0], http.MethodGet, path, header...)
}

// Ask asks a handler as a reader does who is not signed in.
func Ask(t testing.TB, from http.Handler, method, path string, header ...string) Answer {
	t.Helper()
	r := httptest.NewRequestWithContext(t.Context(), method, Site+path, nil)
	for _, line := range header {
		name, value, _ := strings.Cut(line, ":")
		r.Header.Add(strings.TrimSpace(name), strings.TrimSpace(value))
	}
	w := httptest.NewRecorder()
	from.ServeHTTP(w, r)
	return Answer{Path: path, Status: w.Code, Header: w.Header(), Body: w.Body.Bytes()}
}

// Plain is the body as it was before it was compressed.
func (a Answer) Plain(t testing.TB) []byte {
	t.Helper()
	var from io.Reader
	switch a.Header.Get("Content-Encoding") {
	case "":
		return a.Body
	case "br":
		from = brotli.NewReader(bytes.NewReader(a.Body))
	case "gzip":
		from = must[*gzip.Reader](t)(gzip.NewReader(bytes.NewReader(a.Body)))
	default:
		t.Fatalf("%s: encoding %q", a.Path, a.Header.Get("Content-Encoding"))
	}
	return must[[]byte](t)(io.ReadAll(from))
}
