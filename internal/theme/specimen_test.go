package theme_test

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"dateline/internal/page"
	"dateline/internal/page/specimen"
	"dateline/internal/theme"
)

// TestWriteSpecimens writes every specimen and the theme's assets to the
// folder in DATELINE_SPECIMENS, to be served and looked at: in a browser, by
// the Nu checker, by axe.
func TestWriteSpecimens(t *testing.T) {
	dir := os.Getenv("DATELINE_SPECIMENS")
	if dir == "" {
		dir = t.TempDir()
	}
	th := load(t)
	for _, lang := range specimen.Langs() {
		for kind, pages := range map[string][]page.Page{"full": specimen.Full(lang), "variant": specimen.Variants(lang), "empty": specimen.Empty(lang), "hostile": specimen.Hostile(lang)} {
			for i, p := range pages {
				write(t, filepath.Join(dir, lang, fmt.Sprintf("%s-%s-%d.html", kind, p.Kind(), i)), render(t, th, p))
			}
		}
	}
	for _, name := range th.AssetNames() {
		a, _ := th.Asset(name)
		write(t, filepath.Join(dir, filepath.FromSlash(a.URL)), a.Body)
	}
}

// courierTheme is the default theme, loaded once for all tests.
var courierTheme = sync.OnceValues(func() (*theme.Theme, error) { return theme.Load(base) })

func load(t testing.TB, upper ...theme.Layer) *theme.Theme {
	t.Helper()
	if len(upper) == 0 {
		th, err := courierTheme()
		if err != nil {
			t.Fatal(err)
		}
		return th
	}
	th, err := theme.Load(append(upper, base)...)
	if err != nil {
		t.Fatal(err)
	}
	return th
}

func render(t testing.TB, th *theme.Theme, p page.Page) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := th.Render(context.Background(), &b, p); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func write(t *testing.T, name string, body []byte) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, body, 0o644); err != nil {
		t.Fatal(err)
	}
}
