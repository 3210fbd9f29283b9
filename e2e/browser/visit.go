package browser

import (
	"context"
	"errors"
	"net/http"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"dateline/internal/needs"
	"dateline/quality/node"
)

// ShotsVariable names the folder that pictures of pages are written to. Unset,
// none are taken.
const ShotsVariable = "DATELINE_SHOTS"

// shared is the one browser of a test process; Main closes it.
var shared struct {
	sync.Mutex
	browser *Browser
	managed bool // Main is there to close it
}

// Main runs the tests of a package and closes the browser that they shared:
//
//	func TestMain(m *testing.M) { os.Exit(browser.Main(m)) }
func Main(m *testing.M) int {
	shared.managed = true
	defer func() {
		if shared.browser != nil {
			shared.browser.Close()
		}
	}()
	return m.Run()
}

// Shared returns the browser that all tests of the process share. Without
// chromium the test skips, or fails where everything is promised to run.
func Shared(t testing.TB) *Browser {
	t.Helper()
	shared.Lock()
	defer shared.Unlock()
	if !shared.managed {
		t.Fatal("browser: the package needs func TestMain(m *testing.M) { os.Exit(browser.Main(m)) }")
	}
	if shared.browser != nil {
		return shared.browser
	}
	// The browser outlives the test that happens to come first.
	b, err := Start(context.WithoutCancel(t.Context()))
	if errors.Is(err, ErrMissing) {
		needs.Missing(t, err)
	}
	if err != nil {
		t.Fatal(err)
	}
	shared.browser = b
	return b
}

// Visit opens a page that must answer 200. When the test ends, anything that
// went wrong on the page fails it.
func Visit(t testing.TB, address string, view View) *Page {
	t.Helper()
	return VisitStatus(t, address, view, http.StatusOK)
}

// VisitStatus is Visit for a page that must answer with another status.
func VisitStatus(t testing.TB, address string, view View, status int64) *Page {
	t.Helper()
	p, err := Shared(t).Open(t.Context(), address, view)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		for _, problem := range p.Problems() {
			t.Errorf("%s: %s", address, problem)
		}
		p.Close()
	})
	if p.Status != status {
		t.Errorf("%s: status %d, want %d", address, p.Status, status)
	}
	return p
}

// Accessible fails the test for every rule of accessibility that the page breaks.
func (p *Page) Accessible(t testing.TB) {
	t.Helper()
	violations, err := p.Axe(t.Context())
	if errors.Is(err, node.ErrMissing) {
		needs.Missing(t, err)
	}
	if err != nil {
		t.Fatal(err)
	}
	for _, v := range violations {
		t.Errorf("%s: %v", p.Address, v)
	}
}

// Still fails the test when the page moved under the reader's eyes, or is
// wider than the screen.
func (p *Page) Still(t testing.TB) {
	t.Helper()
	shift, err := p.LayoutShift()
	if err != nil {
		t.Fatal(err)
	}
	if shift > 0 {
		t.Errorf("%s: layout shift %.4f, want none", p.Address, shift)
	}
	wider, err := p.Overflow()
	if err != nil {
		t.Fatal(err)
	}
	if wider > 0 {
		t.Errorf("%s: %d px wider than the screen", p.Address, wider)
	}
}

// Shot writes a picture of the whole page to $DATELINE_SHOTS/name.png, when
// that is set.
func (p *Page) Shot(t testing.TB, name string) {
	t.Helper()
	dir := os.Getenv(ShotsVariable)
	if dir == "" {
		return
	}
	picture, err := p.Screenshot()
	if err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, name+".png"), picture, 0o644); err != nil {
		t.Fatal(err)
	}
}
