package theme_test

import (
	"bytes"
	"compress/gzip"
	"io"
	"strings"
	"testing"

	"github.com/andybalholm/brotli"

	"dateline/internal/theme"
)

func TestAssetsAreNamedByTheirBytes(t *testing.T) {
	th := load(t)
	for _, name := range th.AssetNames() {
		a, ok := th.Asset(name)
		if !ok {
			t.Fatalf("%s is listed and not there", name)
		}
		hash := strings.Trim(a.ETag, `"`)
		if want := theme.AssetPrefix + hash + "/" + name; a.URL != want || a.Type == "" {
			t.Errorf("%s stands at %s as %q, want %s", name, a.URL, a.Type, want)
		}
		if strings.Contains(name, "LICENSE") || strings.HasSuffix(name, ".html") || strings.HasSuffix(name, ".json") {
			t.Errorf("%s is served", name)
		}
	}
}

func TestEncodedFormsAreTheSameBytes(t *testing.T) {
	a, _ := load(t).Asset("style.css")
	for name, r := range map[string]func() (io.Reader, error){
		"br":   func() (io.Reader, error) { return brotli.NewReader(bytes.NewReader(a.Brotli)), nil },
		"gzip": func() (io.Reader, error) { return gzip.NewReader(bytes.NewReader(a.Gzip)) },
	} {
		reader, err := r()
		if err != nil {
			t.Fatal(err)
		}
		body, err := io.ReadAll(reader)
		if err != nil || !bytes.Equal(body, a.Body) {
			t.Errorf("%s: %d bytes instead of %d, %v", name, len(body), len(a.Body), err)
		}
	}
}

// TestFirstViewFitsItsBudget holds what a story's first view loads from the
// theme: style, scripts and the two preloaded fonts with the tool face.
func TestFirstViewFitsItsBudget(t *testing.T) {
	const budget = 90 << 10 // of the 120 kB that the page with its HTML may take
	th := load(t)
	for dir, tool := range map[string]string{"ltr": "fonts/publicsans.woff2", "rtl": "fonts/markazi-marks.woff2"} {
		size := 0
		for _, name := range []string{"style.css", "script/appearance.js", "script/reader.js", tool} {
			a, ok := th.Asset(name)
			if !ok {
				t.Fatal(name)
			}
			size += sent(a)
		}
		fonts := th.Preload(dir)
		if len(fonts) != 2 {
			t.Fatalf("%s preloads %d fonts", dir, len(fonts))
		}
		for _, f := range fonts {
			size += sent(f)
		}
		t.Logf("%s: %d bytes", dir, size)
		if size > budget {
			t.Errorf("%s: the first view loads %d bytes, more than %d", dir, size, budget)
		}
	}
}

// sent returns the bytes that go over the wire.
func sent(a *theme.Asset) int {
	if a.Brotli != nil {
		return len(a.Brotli)
	}
	return len(a.Body)
}

func TestPolicyAllowsNothingInline(t *testing.T) {
	policy := load(t).Policy()
	for _, want := range []string{"default-src 'none'", "script-src 'self';", "style-src 'self';", "base-uri 'none'", "frame-ancestors 'none'"} {
		if !strings.Contains(policy, want) {
			t.Errorf("the policy lacks %q: %s", want, policy)
		}
	}
	if strings.Contains(policy, "unsafe") || strings.Contains(policy, "http") {
		t.Error(policy)
	}
	const hash = "sha256-RFWPLDbv2BY+rCkDzsE+0fr8ylGr2R2faWMhq4lfEQc="
	own := load(t, mine(map[string]string{"theme.json": `{"hashes":{"style":["` + hash + `"]}}`}))
	if !strings.Contains(own.Policy(), "style-src 'self' '"+hash+"';") {
		t.Error(own.Policy())
	}
}
