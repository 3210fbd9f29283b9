package prose

import (
	"errors"
	"io"
	"os"
	"regexp"
	"strings"
	"testing"

	"dateline/internal/news"
)

// importCase is HTML as it is met, the source of what becomes of it (without
// ids), and the notes. The cases stand in testdata/import.txt: a line === with
// the name, the HTML, a line ---, the source, a line ---, the notes.
type importCase struct{ name, html, want, notes string }

func readImportCases(t testing.TB) (cases []importCase) {
	t.Helper()
	file, err := os.ReadFile("testdata/import.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range strings.Split("\n"+string(file), "\n=== ")[1:] {
		name, rest, _ := strings.Cut(part, "\n")
		parts := strings.Split(rest, "\n---")
		if len(parts) != 3 {
			t.Fatalf("%s: %d parts", name, len(parts))
		}
		c := importCase{name: name, html: parts[0], want: strings.TrimSpace(parts[1]), notes: strings.TrimSpace(parts[2])}
		cases = append(cases, c)
	}
	return cases
}

var sourceIDs = regexp.MustCompile(` data-(prose|footnote)="[^"]*"`)

// importedAs imports HTML; pictures of the library end in k.png.
func importedAs(t *testing.T, src string) (source, notes string) {
	t.Helper()
	d, found, err := FromHTML(strings.NewReader(src), FromHTMLOptions{
		Picture: func(tag ImgTag) (news.ID, bool) { return 77, strings.HasSuffix(tag.Src, "k.png") },
	})
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, n := range found {
		b.WriteString(string(n.What) + ": " + n.Where + ": " + n.Text + "\n")
	}
	return sourceIDs.ReplaceAllString(SourceHTML(d), ""), b.String()
}

func TestFromHTML(t *testing.T) {
	cases := readImportCases(t)
	if len(cases) < 61 {
		t.Fatalf("only %d cases were found", len(cases))
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			source, notes := importedAs(t, c.html)
			if got := strings.TrimSpace(source); got != c.want {
				t.Errorf("%s\nbecame\n%s\nnot\n%s", c.html, got, c.want)
			}
			if got := strings.TrimSpace(notes); got != c.notes {
				t.Errorf("%s\ngave the notes\n%s\nnot\n%s", c.html, got, c.notes)
			}
			checkImport(t, c.html, FromHTMLOptions{Source: true})
		})
	}
}

func TestFromHTMLIsRepeatable(t *testing.T) {
	for _, c := range readImportCases(t) {
		var texts [2]string
		for i := range texts {
			texts[i] = string(Canonical(checkImport(t, c.html, FromHTMLOptions{NewID: SeededIDs("post 7")})))
		}
		if texts[0] != texts[1] {
			t.Errorf("%s: two imports differ", c.name)
		}
	}
}

func TestFromHTMLHooks(t *testing.T) {
	src := "<!-- gallery 5 --><p>a <x-video ref=9>lost</x-video> b</p><x-bad></x-bad><video src=/v.mp4></video><a href='p.html'>l</a><p lang=ar dir=rtl>x</p>"
	d, notes, err := FromHTML(strings.NewReader(src), FromHTMLOptions{
		NewID: SeededIDs("x"), Lang: "AR", Dir: RTL,
		Video: func(src string) (news.ID, bool) { return 4, src == "/v.mp4" },
		Link:  func(href string) string { return "https://old.example/" + href },
		Element: func(tag string, attr func(string) string) (Block, bool) {
			switch tag {
			case "#comment":
				return Gallery{Gallery: 5}, strings.Contains(attr("text"), "gallery 5")
			case "x-video":
				return Video{Video: 9}, attr("ref") == "9"
			case "x-bad":
				return Picture{}, true
			}
			return nil, false
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	want := "<figure data-gallery=\"7\"></figure>\n<p>a</p>\n<figure data-video=\"b\"></figure>\n<p>b</p>\n<figure data-video=\"6\"></figure>\n" +
		"<p><a href=\"https://old.example/p.html\">l</a></p>\n<p>x</p>\n"
	if got := sourceIDs.ReplaceAllString(SourceHTML(d), ""); got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
	if len(notes) != 1 || notes[0].What != Dropped || !strings.Contains(notes[0].Where, "x-bad") {
		t.Errorf("notes %v", notes)
	}
}

func TestFromHTMLLimits(t *testing.T) {
	for _, c := range []struct {
		name, html string
		blocks     int // 0 for TooLarge
		note       string
	}{
		{"too long", strings.Repeat("a", MaxImported+1), 0, ""},
		{"too many blocks", strings.Repeat("<p>a", MaxBlocks+1), 0, ""},
		{"a long line", strings.Repeat("ä", MaxText/2+10), 2, ""},
		{"a line of many parts", strings.Repeat("<b>a</b>b", MaxInlines/2+5), 2, ""},
		{"a long piece of code", "<pre>" + strings.Repeat("a", MaxText+1), 2, ""},
		{"a long list", "<ul>" + strings.Repeat("<li>a", MaxItems+1), 2, ""},
		{"a long table", "<table>" + strings.Repeat("<tr><td>a<td>b", MaxRows+1), 2, ""},
		{"a wide table", "<table><tr>" + strings.Repeat("<td>a", MaxCols+1), MaxCols + 1, "taken apart"},
		{"deep quotes", strings.Repeat("<blockquote>", 40) + "deep", 1, "too deep"},
		{"many notes", strings.Repeat("<script>a</script>", MaxNotes+10) + "<p>x", 1, "more notes"},
		{"a long caption", "<figure><img src=k.png><figcaption>" + strings.Repeat("a", MaxText+1), 2, "over the limit"},
		{"a long link", "<a href='https://e.org/" + strings.Repeat("a", MaxURL) + "'>x</a>", 1, "address of a link was dropped"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, notes, err := FromHTML(strings.NewReader(c.html), FromHTMLOptions{Picture: func(ImgTag) (news.ID, bool) { return 7, true }})
			if c.blocks == 0 {
				if news.KindOf(err) != news.TooLarge {
					t.Fatalf("%d blocks, error %v", len(d.Blocks), err)
				}
				return
			}
			if err != nil || len(d.Blocks) != c.blocks {
				t.Fatalf("%d blocks, error %v", len(d.Blocks), err)
			}
			if len(notes) > MaxNotes || c.note != "" && (len(notes) == 0 || !strings.Contains(notes[len(notes)-1].Text+notes[0].Text, c.note)) {
				t.Fatalf("%d notes, the last %v", len(notes), notes[max(len(notes)-1, 0):])
			}
		})
	}
}

// brokenReader fails in the middle.
type brokenReader struct{}

func (brokenReader) Read([]byte) (int, error) { return 0, errBroken }

var errBroken = errors.New("the disk is gone")

func TestFromHTMLReportsItsReader(t *testing.T) {
	_, _, err := FromHTML(io.MultiReader(strings.NewReader("<p>a"), brokenReader{}), FromHTMLOptions{})
	if !errors.Is(err, errBroken) {
		t.Fatalf("got %v", err)
	}
}

func TestFromHTMLLineEnds(t *testing.T) {
	src := "First <b>line</b>\r\nsecond line\n\n<h2>Head</h2>\nThird <em>x\n\ny</em>\n<ul>\n<li>a</li>\n</ul>\n\n<pre>one\n\ntwo</pre>"
	d, notes, err := FromHTML(strings.NewReader(src), FromHTMLOptions{LineEnds: true})
	want := "<p>First <strong>line</strong><br>second line</p>\n<h2>Head</h2>\n<p>Third <em>x</em></p>\n<p><em>y</em></p>\n" +
		"<ul>\n<li>\n<p>a</p>\n</li>\n</ul>\n<pre><code>one\n\ntwo</code></pre>\n"
	if got := sourceIDs.ReplaceAllString(SourceHTML(d), ""); got != want || err != nil || len(notes) > 0 {
		t.Errorf("%v %v\n got %s\nwant %s", err, notes, got, want)
	}
}

// TestFromHTMLBrokenBytes reads bytes that are not UTF-8, and a source of ids
// that gives bad and repeated ones.
func TestFromHTMLBrokenBytes(t *testing.T) {
	d, notes, err := FromHTML(strings.NewReader("<p>a\xff\xfeb</p><p>c"), FromHTMLOptions{NewID: func() string { return "same id" }})
	if err != nil || Text(d) != "a\uFFFDb\n\nc" || len(notes) != 1 || notes[0].What != Changed {
		t.Errorf("%v %v %q", err, notes, Text(d))
	}
	if d = checkImport(t, "<p>a<p>b", FromHTMLOptions{NewID: func() string { return "same" }}); len(d.Blocks) != 2 {
		t.Errorf("got %s", Canonical(d))
	}
}
