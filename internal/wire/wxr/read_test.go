package wxr

import (
	"context"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// export is everything that Read delivered.
type export struct {
	channel *Channel
	authors []*Author
	terms   []*Term
	items   []*Item
	notes   []Note
	err     error
}

func readAll(t testing.TB, text string, opt Options) export {
	t.Helper()
	var x export
	for rec, err := range Read(context.Background(), strings.NewReader(text), opt) {
		switch rec := rec.(type) {
		case *Channel:
			x.channel = rec
		case *Author:
			x.authors = append(x.authors, rec)
		case *Term:
			x.terms = append(x.terms, rec)
		case *Item:
			x.items = append(x.items, rec)
		case Note:
			x.notes = append(x.notes, rec)
		}
		if err != nil {
			x.err = err
		}
	}
	return x
}

// publicExports are the exports that come with the project's test data.
var publicExports = []string{"themeunittestdata.wordpress.xml", "64-block-test-data.xml", "theme-preview.xml"}

// testdata reads one of them. Without DATELINE_TESTDATA the test is skipped;
// with it, a missing file is a failure.
func testdata(t testing.TB, name string) string {
	t.Helper()
	dir := os.Getenv("DATELINE_TESTDATA")
	if dir == "" {
		t.Skip("DATELINE_TESTDATA is not set")
	}
	b, err := os.ReadFile(filepath.Join(dir, "wxr", name))
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// TestPublicExports compares what was read with a plain count of the words in
// the file.
func TestPublicExports(t *testing.T) {
	for _, name := range publicExports {
		t.Run(name, func(t *testing.T) {
			text := testdata(t, name)
			x := readAll(t, text, Options{})
			if x.err != nil {
				t.Fatal(x.err)
			}
			comments := 0
			types := map[string]int{}
			for _, it := range x.items {
				comments += len(it.Comments)
				types[it.Type]++
			}
			same(t, "items", len(x.items), strings.Count(text, "<item>"))
			same(t, "comments", comments, strings.Count(text, "<wp:comment>"))
			same(t, "authors", len(x.authors), strings.Count(text, "<wp:author>"))
			terms := strings.Count(text, "<wp:category>") + strings.Count(text, "<wp:tag>") + strings.Count(text, "<wp:term>")
			same(t, "terms", len(x.terms), terms)
			for _, m := range regexp.MustCompile(`<wp:post_type>(?:<!\[CDATA\[)?(\w+)`).FindAllStringSubmatch(text, -1) {
				types[m[1]]--
			}
			for kind, difference := range types {
				same(t, kind, difference, 0)
			}
			for _, n := range x.notes {
				t.Log(n)
			}
		})
	}
}

func same[T comparable](t testing.TB, what string, got, want T) {
	t.Helper()
	if got != want {
		t.Errorf("%s: got %v, want %v", what, got, want)
	}
}
