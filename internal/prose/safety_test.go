package prose

import (
	"bufio"
	"bytes"
	"html/template"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"dateline/internal/news"

	"golang.org/x/net/html"
)

// testHouse knows everything, so that every branch of rendering is taken.
type testHouse struct{}

func (testHouse) Picture(p Picture) (Image, bool) {
	return Image{
		Sources: []Source{{Type: "image/avif", SrcSet: "/m/1.avif 640w"}}, Src: "/m/" + p.Picture.String() + ".jpg",
		SrcSet: "/m/1.jpg 640w", Sizes: "100vw", Width: 960, Height: 640, Alt: `library's "alt"`, Caption: "own caption", Credit: "A <b>",
	}, true
}

func (testHouse) Topic(id news.ID, first bool) (TopicLink, bool) {
	return TopicLink{Href: "#n-" + id.String(), Class: "ref"}, first
}

func (testHouse) Figure(b Block) (template.HTML, bool) {
	return template.HTML("<div data-kind=\"" + string(b.Kind()) + "\"></div>"), true
}

// safeTags is everything that rendering may write.
var safeTags = tagSet(`html head body p h2 h3 h4 ul ol li blockquote figure figcaption cite aside table caption thead tbody tr
	th td hr pre code br a span strong em s sub sup b div picture source img`)

func tagSet(names string) map[string]bool {
	set := map[string]bool{}
	for name := range strings.FieldsSeq(names) {
		set[name] = true
	}
	return set
}

var safeAttrs = tagSet(`class id lang dir href rel data-provider data-src data-kind start scope colspan rowspan tabindex
	aria-label role src srcset sizes type width height loading alt`)

// unsafe returns the first thing in rendered HTML that must not be there.
func unsafe(rendered string) string {
	tree, err := html.Parse(strings.NewReader(rendered))
	if err != nil {
		return err.Error()
	}
	for n := range tree.Descendants() {
		if n.Type == html.CommentNode {
			return "a comment"
		}
		if n.Type != html.ElementNode {
			continue
		}
		if !safeTags[n.Data] || n.Namespace != "" {
			return "<" + n.Data + ">"
		}
		for _, a := range n.Attr {
			if !safeAttrs[a.Key] {
				return "attribute " + a.Key
			}
			if (a.Key == "href" || a.Key == "src" || a.Key == "data-src") && !ValidLink(a.Val) {
				return a.Key + "=" + a.Val
			}
		}
	}
	return ""
}

// checkImport imports HTML and demands what holds for every import.
func checkImport(t *testing.T, src string, o FromHTMLOptions) Doc {
	t.Helper()
	d, notes, err := FromHTML(strings.NewReader(src), o)
	if err != nil {
		if news.KindOf(err) != news.TooLarge {
			t.Fatalf("%q: %v", src, err)
		}
		return Doc{}
	}
	if len(notes) > MaxNotes {
		t.Fatalf("%d notes", len(notes))
	}
	b := Canonical(d)
	again, err := Parse(b)
	if err != nil {
		t.Fatalf("%q became a document that is not valid: %v\n%s", src, err, b)
	}
	if !bytes.Equal(Canonical(again), b) {
		t.Fatalf("%q became a document that is not canonical: %s", src, b)
	}
	rendered := string(HTML(d, RenderOptions{House: testHouse{}}))
	if bad := unsafe(rendered); bad != "" {
		t.Fatalf("%q was rendered with %s: %s", src, bad, rendered)
	}
	return d
}

// testdata returns a file of DATELINE_TESTDATA, or skips.
func testdata(t *testing.T, name string) string {
	t.Helper()
	dir := os.Getenv("DATELINE_TESTDATA")
	if dir == "" {
		t.Skip("DATELINE_TESTDATA is not set")
	}
	return filepath.Join(dir, name)
}

func TestPayloads(t *testing.T) {
	file, err := os.Open(testdata(t, "xss/payloadbox.txt"))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = file.Close() }()
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<20)
	count := 0
	for lines.Scan() {
		count++
		payload := strings.ToValidUTF8(lines.Text(), "\uFFFD")
		for _, src := range []string{payload, "<p>" + payload + "</p>", `<a href="` + payload + `">x</a>`, "<img alt='" + payload + "' src='" + payload + "'>"} {
			checkImport(t, src, FromHTMLOptions{})
			checkImport(t, src, FromHTMLOptions{Source: true})
		}
		checkPlain(t, strings.Map(dropControl, payload))
	}
	if lines.Err() != nil || count < 6000 {
		t.Fatalf("%d payloads, %v", count, lines.Err())
	}
}

func dropControl(r rune) rune {
	if isControlRune(r) {
		return -1
	}
	return r
}

// checkPlain demands that a text survives as text, byte for byte, in every
// place of a document.
func checkPlain(t *testing.T, s string) {
	t.Helper()
	if s == "" || len(s) > MaxAlt {
		return
	}
	d := Doc{Version: Version, Blocks: []Block{
		Paragraph{Base: Base{ID: "p"}, Text: []Inline{Run{Text: s, Marks: Marks{Strong: true}}}},
		Picture{Base: Base{ID: "i"}, Picture: 7, Alt: s, Caption: Words(s)},
		Code{Base: Base{ID: "c"}, Code: s},
		FactBox{Base: Base{ID: "f"}, Title: Words(s), Blocks: []Block{Paragraph{Base: Base{ID: "g"}, Text: []Inline{Footnote{ID: "n", Note: Words(s)}}}}},
	}}
	got, err := Parse(Canonical(d))
	if err != nil || lineText(got.Blocks[0].(Paragraph).Text) != s || got.Blocks[1].(Picture).Alt != s || got.Blocks[2].(Code).Code != s {
		t.Fatalf("%q did not survive: %v", s, err)
	}
	rendered := string(HTML(d, RenderOptions{House: testHouse{}}))
	if bad := unsafe(rendered); bad != "" {
		t.Fatalf("%q was rendered with %s", s, bad)
	}
	tree, err := html.Parse(strings.NewReader(rendered))
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]int{"strong": 1, "figcaption": 1, "code": 1}
	for n := range tree.Descendants() {
		if want[n.Data] > 0 && strings.HasPrefix(nodeText(n), s) {
			want[n.Data]--
		}
	}
	for tag, left := range want {
		if left > 0 {
			t.Fatalf("%q does not stand in <%s>: %s", s, tag, rendered)
		}
	}
}

func nodeText(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return b.String()
}

func FuzzFromHTML(f *testing.F) {
	for _, s := range readImportCases(f) {
		f.Add(s.html, false)
		f.Add(s.html, true)
	}
	f.Fuzz(func(t *testing.T, src string, source bool) {
		checkImport(t, src, FromHTMLOptions{
			Source:  source,
			Picture: func(tag ImgTag) (news.ID, bool) { return 7, strings.HasSuffix(tag.Src, "g") },
		})
	})
}

func FuzzParse(f *testing.F) {
	for _, s := range invalidDocs {
		f.Add([]byte(s.json))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		d, err := Parse(b)
		if err != nil {
			if k := news.KindOf(err); k != news.Invalid && k != news.TooLarge {
				t.Fatalf("an error of kind %v: %v", k, err)
			}
			return
		}
		c := Canonical(d)
		again, err := Parse(c)
		if err != nil || !bytes.Equal(Canonical(again), c) {
			t.Fatalf("%s\nis not canonical: %v", c, err)
		}
		if bad := unsafe(string(HTML(d, RenderOptions{House: testHouse{}}))); bad != "" {
			t.Fatalf("%s\nwas rendered with %s", c, bad)
		}
	})
}

func FuzzFromProseMirror(f *testing.F) {
	f.Add([]byte(`{"type":"doc","attrs":[1],"content":[{"type":"paragraph","content":[{"type":"text","text":"x","marks":[{"type":"bold"}]}]}]}`))
	f.Add([]byte(`{"type":"doc","content":[{"type":"table","attrs":{"headRows":-1},"content":[{"type":"tableRow"}]}]}`))
	f.Fuzz(func(t *testing.T, b []byte) {
		d, err := FromProseMirror(b, SeededIDs("fuzz"))
		if err != nil {
			return
		}
		c := Canonical(d)
		again, err := FromProseMirror(ToProseMirror(d), nil)
		if err != nil || !bytes.Equal(Canonical(again), c) {
			t.Fatalf("%s did not survive: %v", c, err)
		}
		if _, err := Parse(c); err != nil {
			t.Fatalf("%s is not valid: %v", c, err)
		}
	})
}

// mostImportTime is far over what any import below takes on a busy machine, and
// far under what it would take if anything were quadratic.
const mostImportTime = 30 * time.Second

// TestImportTime imports the worst that we know of.
func TestImportTime(t *testing.T) {
	const n = 1 << 18
	for name, src := range map[string]string{
		"deep":         strings.Repeat("<div>", n),
		"formatting":   strings.Repeat("<b>", n/8) + strings.Repeat("<p>a", 20_000),
		"links":        strings.Repeat("<a href=x>", n/8),
		"end tags":     strings.Repeat("<i>", 100) + strings.Repeat("</u>", n),
		"attributes":   "<p " + strings.Repeat("a=b ", n) + ">",
		"long value":   "<p class='" + strings.Repeat("a ", n) + "' style='" + strings.Repeat("a:b;", n/4) + "'>x</p>",
		"tables":       strings.Repeat("<table><tr><td>", n/16),
		"cells":        "<table><tr>" + strings.Repeat("<td rowspan=200 colspan=200>", n/32),
		"rows":         "<table>" + strings.Repeat("<tr><td rowspan=9999 colspan=150>x", 20_000),
		"breaks":       strings.Repeat("<br>", n),
		"quotes":       strings.Repeat("<blockquote>", n/16),
		"lists":        strings.Repeat("<ul><li>", n/16),
		"open tags":    strings.Repeat("<", n),
		"entities":     strings.Repeat("&amp", n),
		"one run":      strings.Repeat("a", 3<<20),
		"spaces":       strings.Repeat(" ", 3<<20),
		"many runs":    strings.Repeat("<b>a</b><i>b</i>", n/8),
		"comments":     strings.Repeat("<!-- -->", n/2),
		"note links":   strings.Repeat("<a id=r href=#f>1</a>", n/32) + "<p id=f>" + strings.Repeat("<a href=#r>x</a>", n/32),
		"fragments":    strings.Repeat("<p id=a><a href=#a id=b>", n/32),
		"posts":        strings.Repeat("<blockquote class=twitter-tweet>", 1000) + strings.Repeat("<a href=https://x.com/a/status/1>", 1000),
		"nested spans": strings.Repeat("<span class='wp-caption'><div class='wp-caption'>", n/32),
	} {
		t.Run(name, func(t *testing.T) {
			start := time.Now()
			checkImport(t, src[:min(len(src), MaxImported)], FromHTMLOptions{})
			if took := time.Since(start); took > mostImportTime {
				t.Errorf("it took %v", took)
			}
		})
	}
}
