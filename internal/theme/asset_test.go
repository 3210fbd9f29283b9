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
		address, found := strings.CutPrefix(a.URL, theme.AssetPrefix)
		if !found || !strings.HasSuffix(a.URL, "/"+name) {
			t.Errorf("%s stands at %s", name, a.URL)
		}
		if got, exact := th.AssetAt(address); got != a || !exact {
			t.Errorf("%s is not found at its own address", name)
		}
		if strings.Contains(name, "LICENSE") || strings.HasSuffix(name, ".html") || strings.HasSuffix(name, ".json") {
			t.Errorf("%s is served", name)
		}
	}
}

func TestAnOldAddressStillWorks(t *testing.T) {
	th := load(t)
	if a, exact := th.AssetAt("00000000000000000000/style.css"); a == nil || exact {
		t.Errorf("a page of yesterday gets %v, exact %v", a, exact)
	}
	for _, address := range []string{"", "style.css", "x/../layout.html", "x/theme.json", "/style.css/"} {
		if a, _ := th.AssetAt(address); a != nil {
			t.Errorf("%q leads to %s", address, a.Name)
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
			size += min(len(a.Body), max(len(a.Brotli), 1<<20*btoi(a.Brotli == nil)))
		}
		fonts := th.Preload(dir)
		if len(fonts) != 2 {
			t.Fatalf("%s preloads %d fonts", dir, len(fonts))
		}
		for _, f := range fonts {
			size += len(f.Body)
		}
		t.Logf("%s: %d bytes", dir, size)
		if size > budget {
			t.Errorf("%s: the first view loads %d bytes, more than %d", dir, size, budget)
		}
	}
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
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
