package press

import "testing"

func TestChoose(t *testing.T) {
	s, err := newSheet("k", 0, Page{Body: long, ContentType: "text/html"})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		accept []string
		want   int
	}{
		{nil, identity},
		{[]string{""}, identity},
		{[]string{"gzip, deflate, br, zstd"}, brotlied},
		{[]string{"gzip, deflate"}, gzipped},
		{[]string{"GZIP"}, gzipped},
		{[]string{"x-gzip"}, gzipped},
		{[]string{"gzip", "br"}, brotlied},
		{[]string{"br;q=0.5, gzip;q=0.8"}, gzipped},
		{[]string{"br;q=1.0, gzip;q=0.8"}, brotlied},
		{[]string{"br ; q=0.001"}, brotlied},
		{[]string{"br;q=0"}, identity},
		{[]string{"br;q=0.000, gzip;Q=0"}, identity},
		{[]string{"*"}, brotlied},
		{[]string{"*;q=0"}, identity},
		{[]string{"br;q=0, *"}, gzipped},
		{[]string{"identity"}, identity},
		{[]string{"deflate, zstd"}, identity},
		{[]string{"identity;q=0"}, identity},
		{[]string{";;,,q=,*;q"}, brotlied},
		{[]string{"brotli, gzipped"}, identity},
	} {
		if got := s.choose(c.accept); got != &s.prints[c.want] {
			t.Errorf("%q: %v, want %s", c.accept, got.encoding, codingNames[c.want])
		}
	}
}

func FuzzWeigh(f *testing.F) {
	f.Add("gzip;q=0.333, br;q=1")
	f.Add("*;q=9.99999")
	f.Fuzz(func(t *testing.T, accept string) {
		for c, w := range weigh([]string{accept}) {
			if w < 0 || w > 1000 {
				t.Errorf("%q: weight %d of %s", accept, w, codingNames[c])
			}
		}
	})
}

func TestEncodeOnlyWhatShrinks(t *testing.T) {
	for _, c := range []struct {
		name, contentType string
		body              []byte
		offered           [codings]bool
	}{
		{"page", "text/html; charset=utf-8", long, [codings]bool{true, true, true}},
		{"feed", "application/atom+xml", long, [codings]bool{true, true, true}},
		{"short", "text/html", long[:minEncoded-1], [codings]bool{true}},
		{"picture", "image/webp", long, [codings]bool{true}},
		{"drawing", "image/svg+xml", long, [codings]bool{true, true, true}},
		{"large", "application/xml", make([]byte, maxBrotlied+1), [codings]bool{true, true, false}},
	} {
		bodies, err := encode(c.body, c.contentType)
		if err != nil {
			t.Fatal(err)
		}
		for i, body := range bodies {
			if (body != nil) != c.offered[i] {
				t.Errorf("%s: %s offered %t", c.name, codingNames[i], body != nil)
			}
		}
	}
}
