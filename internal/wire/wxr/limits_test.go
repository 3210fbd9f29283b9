package wxr

import (
	"context"
	"errors"
	"io"
	"strings"
	"testing"

	"dateline/internal/news"
)

func TestLimitsOfAnExport(t *testing.T) {
	one := item(1, "<title>A</title>")
	tests := []struct {
		name, text, items, notes string
	}{
		{"a tag as long as it may be", wrap(one + `<x a="` + strings.Repeat("b", maxTag-100) + `"/>`), "A|", "left out  1"},
		{"a tag that is longer", wrap(one + `<x a="` + strings.Repeat("b", maxTag) + `"/>`), "A|", "stray  1; stray  1"},
		{"a comment that is too long", wrap("<!--" + strings.Repeat("b", maxAside) + "-->" + one), "A|", "tag  1; stray  1; stray  15; stray  1"},
		{"text before as long as it may be", strings.Repeat("b", maxPreamble) + wrap(one), "A|", "stray  1"},
		{"too many custom fields", wrap("<wp:tag><wp:tag_slug>a</wp:tag_slug>" + strings.Repeat("<wp:termmeta><wp:meta_key>k</wp:meta_key></wp:termmeta>", maxTermMeta+2) + "</wp:tag>" + one), "A|", "left out  2"},
		{"more custom fields than fit", wrap(item(1, "<title>A</title>"+strings.Repeat("<wp:postmeta><x/></wp:postmeta>", MaxItem/fieldCost)) + item(2, "<title>B</title>")), "B|", "refused  1; left out  786432"},
		{"too many terms", wrap(item(1, "<title>A</title>"+terms(maxTerms+1)) + item(2, "<title>B</title>"+terms(maxTerms))), "B|", "refused  1"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			x := readAll(t, test.text, Options{})
			if x.err != nil {
				t.Fatal(x.err)
			}
			same(t, "items", described(x.items), test.items)
			same(t, "notes", told(x.notes), test.notes)
		})
	}
	if x := readAll(t, strings.Repeat("b", maxPreamble+1)+wrap(one), Options{}); x.err == nil {
		t.Error("too much text before the document: no error")
	}
}

func terms(n int) string {
	var out strings.Builder
	for i := range n {
		out.WriteString(`<category domain="post_tag" nicename="t` + itoa(int64(i)) + `">T` + itoa(int64(i)) + `</category>`)
	}
	return out.String()
}

func TestExportIsCapped(t *testing.T) {
	r, err := open(strings.NewReader(wrap(item(1, "<title>A</title>"))), Options{})
	if err != nil {
		t.Fatal(err)
	}
	r.win.src.(*capped).left = 600
	r.ctx, r.yield = context.Background(), func(Record, error) bool { return true }
	err = r.run()
	var cause *news.Error
	if !errors.As(errors.Unwrap(err), &cause) || cause.Kind != news.TooLarge {
		t.Errorf("error %v", err)
	}
}

func TestDuplicatesAreRememberedUpToALimit(t *testing.T) {
	r, err := open(strings.NewReader(wrap(item(1, "")+item(2, "")+item(1, "")+item(1, ""))), Options{})
	if err != nil {
		t.Fatal(err)
	}
	r.check.room = 2
	var notes []Note
	r.ctx = context.Background()
	r.yield = func(rec Record, _ error) bool {
		if n, ok := rec.(Note); ok {
			notes = append(notes, n)
		}
		return true
	}
	if err := r.run(); err != nil {
		t.Fatal(err)
	}
	same(t, "notes", told(notes), "duplicate  1")
	same(t, "why", notes[0].Why, "the export has more than 2 items")
}

func TestNotesAreCapped(t *testing.T) {
	var p pad
	for i := range maxNames + 3 {
		p.add(Note{Why: itoa(int64(i))})
		p.add(Note{Why: itoa(int64(i))})
	}
	notes := p.take()
	same(t, "notes", len(notes), maxNames+1)
	same(t, "count of the first", notes[0].Count, 2)
	same(t, "not listed", notes[maxNames].Count, 6)
}

func TestTruncatedGzip(t *testing.T) {
	text := wrap(item(1, "<title>A</title>") + item(2, "<title>B</title>"+strings.Repeat("<wp:post_name>x</wp:post_name>", 100)))
	packed := zipped(t, text)
	x := readAll(t, packed[:len(packed)-20], Options{})
	if !errors.Is(x.err, io.ErrUnexpectedEOF) || !strings.Contains(x.err.Error(), "breaks off after item ") {
		t.Errorf("error %v", x.err)
	}
}

func TestLimitsOfMarkup(t *testing.T) {
	deep := strings.Repeat("<!-- wp:group --><div>", 200) + "deep" + strings.Repeat("</div><!-- /wp:group -->", 200)
	out, _, notes := HTML(deep)
	if !strings.Contains(out, "<div>deep</div>") || len(notes) > 0 {
		t.Errorf("%d notes, text lost: %v", len(notes), !strings.Contains(out, "deep"))
	}

	var links strings.Builder
	for i := range maxRefs + 1 {
		links.WriteString(`<a href="/` + itoa(int64(i)) + `">x</a>`)
	}
	_, refs, notes := HTML(links.String())
	same(t, "links", len(refs.Links), maxRefs)
	same(t, "notes", kinds(notes), "conversion: it refers to more than ten thousand things")

	long := `[embed x="` + strings.Repeat("y", maxShortcode) + `"]`
	out, _, _ = HTML(long)
	same(t, "a shortcode that is too long", out, "<p>"+long+"</p>")

	nested := `[caption]<img src="a"> b[/caption]`
	same(t, "shortcodes in shortcodes", (&converter{}).shortcodesAt(nested, maxShortcodeDepth+1), nested)
}
