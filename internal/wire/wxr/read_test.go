package wxr

import (
	"context"
	"html"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
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
// They are a little broken themselves: the notes are what a person finds who
// looks for it.
var publicExports = map[string]map[NoteKind]int{
	"themeunittestdata.wordpress.xml": {NoteDuplicate: 18, NoteStray: 1, NoteAuthor: 1},
	"64-block-test-data.xml":          {NoteDuplicate: 1, NoteLeftOut: 2},
	"theme-preview.xml":               {NoteDate: 7, NoteNumber: 7, NoteAuthor: 1},
}

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
	for name := range publicExports {
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
			found := map[NoteKind]int{}
			for _, n := range x.notes {
				found[n.Kind] += n.Count
			}
			if !maps.Equal(found, publicExports[name]) {
				t.Errorf("notes %v, want %v\n%q", found, publicExports[name], x.notes)
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

// TestNoWordIsLost converts every item of the public exports and looks for each
// of its words, except where a note says that something was left out.
func TestNoWordIsLost(t *testing.T) {
	aside := regexp.MustCompile(`(?s)<!--.*?-->|<script.*?</script>|<a [^>]*wp-block-file__button.*?</a>|\[/?(caption|gallery|audio|video|embed)[^\]]*\]`)
	tags := regexp.MustCompile(`(?s)<[a-zA-Z/][^>]*>`)
	compared := 0
	for name := range publicExports {
		for _, it := range readAll(t, testdata(t, name), Options{}).items {
			out, _, notes := Markup{Footnotes: it.Custom("footnotes")}.HTML(it.Content)
			if slices.ContainsFunc(notes, func(n Note) bool { return n.Kind == NoteBlock }) {
				continue
			}
			got := map[string]int{}
			for word := range strings.FieldsSeq(html.UnescapeString(tags.ReplaceAllString(out, " "))) {
				got[word]++
			}
			in := tags.ReplaceAllString(aside.ReplaceAllString(it.Content, " "), " ")
			for word := range strings.FieldsSeq(html.UnescapeString(in)) {
				if got[word]--; got[word] < 0 {
					t.Errorf("%s, item %d “%s”: %q is lost", name, it.ID, it.Title, word)
				}
				compared++
			}
		}
	}
	if compared < 15_000 {
		t.Errorf("only %d words were compared", compared)
	}
}
