package web

import "maps"

import "net/http"

// StrictPolicy is the Content-Security-Policy of a face that loads nothing but
// its own files and runs nothing inline.
const StrictPolicy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; media-src 'self'; font-src 'self'; " +
	"connect-src 'self'; form-action 'self'; manifest-src 'self'; base-uri 'none'; frame-ancestors 'none'; " +
	"require-trusted-types-for 'script'; trusted-types 'none'"

// hsts keeps browsers on https for a year once they came by it.
const hsts = "max-age=31536000"

// fixedHeaders are those of every answer of a face.
func fixedHeaders(policy string) http.Header {
	if policy == "" {
		policy = StrictPolicy
	}
	h := http.Header{}
	for name, value := range map[string]string{
		"Content-Security-Policy":    policy,
		"Cross-Origin-Opener-Policy": "same-origin",
		"Permissions-Policy":         "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()",
		"Referrer-Policy":            "strict-origin-when-cross-origin",
		"X-Content-Type-Options":     "nosniff",
	} {
		h.Set(name, value)
	}
	return h
}

var hstsValue = []string{hsts}

// dress sets the fixed headers. The values are shared by all answers, each a
// slice without spare room, so that whoever appends to one copies it.
func (m *face) dress(h http.Header, r *http.Request) {
	maps.Copy(h, m.headers)
	a := arrivalOf(r.Context())
	if !m.Quiet || !reads(r.Method) {
		h[requestIDHeader] = []string{a.id()} // a page's readers are told with the trouble
	}
	if a.secure {
		h["Strict-Transport-Security"] = hstsValue
	}
}
