package wxr

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"strings"
	"testing"

	"golang.org/x/text/encoding/unicode"

	"dateline/internal/news"
)

const rssStart = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>Old paper</title><wp:wxr_version>1.2</wp:wxr_version>
<wp:author><wp:author_login>anna</wp:author_login></wp:author>
`

const rssEnd = "</channel></rss>\n"

// item writes a sound item around the fields given, which come first.
func item(id int, fields string) string {
	return fmt.Sprintf(`<item>%s<dc:creator>anna</dc:creator><wp:post_id>%d</wp:post_id>
<wp:post_date_gmt>2011-02-03 04:05:06</wp:post_date_gmt><wp:post_type>post</wp:post_type><wp:status>publish</wp:status></item>
`, fields, id)
}

func wrap(items string) string { return rssStart + items + rssEnd }

// told lists notes as "kind field count", for comparison.
func told(notes []Note) string {
	var out []string
	for _, n := range notes {
		out = append(out, fmt.Sprintf("%s %s %d", n.Kind, n.Where.Field, n.Count))
	}
	return strings.Join(out, "; ")
}

// described lists title and content of items.
func described(items []*Item) string {
	var out []string
	for _, it := range items {
		out = append(out, it.Title+"|"+it.Content)
	}
	return strings.Join(out, "\n")
}

func TestBrokenExports(t *testing.T) {
	content := func(s string) string { return "<content:encoded>" + s + "</content:encoded>" }
	tests := []struct {
		name, text, want, notes string
	}{
		{"sound", wrap(item(1, "<title>A</title>"+content("<![CDATA[<p>b</p>]]>"))), "A|<p>b</p>", ""},
		{"latin-1 bytes", wrap(item(1, "<title>Caf\xe9 na\xefve</title>")), "Café naïve|", "encoding title 2"},
		{"both encodings in one field", wrap(item(1, "<title>é \x93\xe9\x94 د</title>")), "é “é” د|", "encoding title 3"},
		{"a byte that means nothing", wrap(item(1, "<title>a\x81</title>")), "a\ufffd|", "encoding title 1; encoding title 1"},
		{"C1 controls", wrap(item(1, "<title>it\u0092s</title>")), "it’s|", "encoding title 1"},
		{"controls and NUL", wrap(item(1, "<title>a\x00b\x0b\x1fc</title>")), "abc|", "control title 3"},
		{"Windows line ends", wrap(item(1, content("<![CDATA[a\r\nb\rc]]>"))), "|a\nb\nc", ""},
		{"byte order mark", "\xef\xbb\xbf" + wrap(item(1, "<title>A</title>")), "A|", "encoding  1"},
		{"blank lines before", "\n\n  " + wrap(item(1, "<title>A</title>")), "A|", "stray  1"},
		{"PHP warning before", "<br />\n<b>Warning</b>: Cannot modify header\n" + wrap(item(1, "<title>A</title>")), "A|", "stray  1"},
		{"ampersands and brackets", wrap(item(1, "<title>Q&A: 1 < 2 & 3</title>")), "Q&A: 1 < 2 & 3|", "entity title 2; tag title 1"},
		{"HTML entities", wrap(item(1, "<title>a&nbsp;b&hellip; &amp;c; &unknown;</title>")), "a\u00a0b… &c; &unknown;|", "entity title 2; entity title 1"},
		{"split CDATA", wrap(item(1, content("<![CDATA[a]]]]><![CDATA[>b]]>"))), "|a]]>b", ""},
		{"CDATA inside CDATA", wrap(item(1, content("<![CDATA[a<script>//<![CDATA[\nx()//]]></script>b]]>"))), "|a<script>//<![CDATA[\nx()//]]></script>b", "cdata content:encoded 1"},
		{"several inside", wrap(item(1, content("<![CDATA[a]]>b]]>c]]>"))), "|a]]>b]]>c", "cdata content:encoded 1"},
		{"CDATA and text", wrap(item(1, "<title><![CDATA[a&b]]> &amp; c</title>")), "a&b & c|", ""},
		{"CDATA never closed", wrap(item(1, "<title><![CDATA[a</title>"+content("<![CDATA[b]]>"))), "a|b", "cdata title 1"},
		{"last CDATA never closed", wrap(item(1, content("<![CDATA[b"))), "|b", "cdata content:encoded 1"},
		{"end tag inside CDATA", wrap(item(1, content("<![CDATA[a </content:encoded> b]]>"))), "|a </content:encoded> b", ""},
		{"end tag missing", wrap(item(1, "<title>a\n<link>http://x.example/</link>"+content("<![CDATA[b]]>"))), "a|b", "tag title 1"},
		{"end tag missing after CDATA", wrap(item(1, content("<![CDATA[b]]>")+"<excerpt:encoded><![CDATA[c]]>")), "|b", "tag excerpt:encoded 1"},
		{"both ends missing", wrap(item(1, "<title><![CDATA[a\n<link>http://x.example/</link>"+content("<![CDATA[b]]>"))), "a|b", "tag title 1"},
		{"markup not escaped", wrap(item(1, content("<p>a &amp; <b>b</b></p>"))), "|<p>a &amp; <b>b</b></p>", "tag content:encoded 1"},
		{"item not closed", wrap(strings.Replace(item(1, "<title>A</title>"), "</item>", "", 1) + item(2, "<title>B</title>")), "A|\nB|", "tag  1"},
		{"item not opened", wrap(item(1, "<title>A</title>") + strings.Replace(item(2, "<title>B</title>"), "<item>", "", 1)), "A|\nB|", "tag  1"},
		{"comment not closed", wrap(item(1, "<title>A</title><wp:comment><wp:comment_id>4</wp:comment_id><wp:comment_date_gmt>2011-02-03 04:05:06</wp:comment_date_gmt>")), "A|", "tag  1"},
		{"stray end tag", wrap("</wp:comment>" + item(1, "<title>A</title>")), "A|", "tag  1"},
		{"stray text", wrap(item(1, "<title>A</title> oops ")), "A|", "stray  1"},
		{"unclosed comment", wrap("<!-- x " + item(1, "<title>A</title>")), "A|", "tag  1; stray  1"},
		{"prefix not declared", strings.Replace(wrap(item(1, "<title>A</title>")), ` xmlns:dc="http://purl.org/dc/elements/1.1/"`, "", 1), "A|", "namespace  1"},
		{"no prefix", wrap(strings.NewReplacer("wp:post_id", "post_id").Replace(item(1, "<title>A</title>"))), "A|", "namespace  1"},
		{"another prefix", strings.NewReplacer("xmlns:wp", "xmlns:w", "<wp:", "<w:", "</wp:", "</w:").Replace(wrap(item(1, "<title>A</title>"))), "A|", ""},
		{"unknown version", strings.Replace(wrap(item(1, "<title>A</title>")), ">1.2<", ">2.7<", 1), "A|", "version  1"},
		{"unknown element", wrap(item(1, "<title>A</title><yoast:score><b>9</b></yoast:score>")), "A|", "left out  1"},
		{"unlisted author", wrap(item(1, "<title>A</title>") + strings.Replace(item(2, "<title>B</title>"), ">anna<", ">ben<", 1)), "A|\nB|", "author  1"},
		{"no author", wrap(strings.Replace(item(1, "<title>A</title>"), ">anna<", "><", 1)), "A|", "author  1"},
		{"same id", wrap(item(1, "<title>A</title>") + item(1, "<title>B</title>")), "A|\nB|", "duplicate  1"},
		{"same slug", wrap(item(1, "<title>A</title><wp:post_name>a</wp:post_name>") + item(2, "<title>B</title><wp:post_name>a</wp:post_name>")), "A|\nB|", "duplicate  1"},
		{"id that is no number", wrap(strings.Replace(item(1, "<title>A</title>"), "<wp:post_id>1", "<wp:post_id>x1", 1)), "A|", "number wp:post_id 1; number  1"},
		{"date of zeros", wrap(strings.Replace(item(1, "<title>A</title>"), "2011-02-03", "0000-00-00", 1)), "A|", "date wp:post_date_gmt 1"},
		{"impossible date", wrap(strings.Replace(item(1, "<title>A</title>"), "2011-02-03", "2011-02-31", 1)), "A|", "date wp:post_date_gmt 1; date wp:post_date_gmt 1"},
		{"two exports in one file", wrap(item(1, "<title>A</title>")) + wrap(item(2, "<title>B</title>")), "A|\nB|", ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			x := readAll(t, test.text, Options{})
			if x.err != nil {
				t.Fatal(x.err)
			}
			same(t, "items", described(x.items), test.want)
			same(t, "notes", told(x.notes), test.notes)
			if t.Failed() {
				t.Logf("%q", x.notes)
			}
		})
	}
}

func TestTruncatedExport(t *testing.T) {
	text := wrap(item(7, "<title>First</title>") + item(8, "<title>Second</title><content:encoded><![CDATA[long]]></content:encoded>"))
	for cut := len(rssStart) + 1; cut < len(text)-len(rssEnd); cut++ {
		x := readAll(t, text[:cut], Options{})
		if news.KindOf(x.err) != news.Invalid {
			t.Fatalf("cut at %d: error %v", cut, x.err)
		}
		want := strings.Count(text[:cut], "</item>")
		if len(x.items) != want {
			t.Fatalf("cut at %d: %d items, want %d", cut, len(x.items), want)
		}
		if cut == len(text)-len(rssEnd)-20 && !strings.Contains(x.err.Error(), "inside item 8 “Second”") {
			t.Fatalf("cut at %d: %v", cut, x.err)
		}
		if want == 1 && !strings.Contains(x.err.Error(), "after item 7 “First”") {
			t.Fatalf("cut at %d: %v", cut, x.err)
		}
	}
}

func TestOtherEncodings(t *testing.T) {
	text := wrap(item(1, "<title>Wörld — د</title>"))
	utf16, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	bare, err := unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM).NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		name, text, want string
		opt              Options
	}{
		{"UTF-16 with mark", utf16, "Wörld — د", Options{}},
		{"UTF-16 without mark", bare, "Wörld — د", Options{}},
		{"declared latin-1 but UTF-8", strings.Replace(text, "UTF-8", "ISO-8859-1", 1), "Wörld — د", Options{}},
		{"declared latin-1", strings.Replace(wrap(item(1, "<title>W\xf6rld</title>")), "UTF-8", "ISO-8859-1", 1), "Wörld", Options{}},
		{"declared windows-1251", strings.Replace(wrap(item(1, "<title>\xcc\xe8\xf0</title>")), "UTF-8", "windows-1251", 1), "Мир", Options{}},
		{"named windows-1256", wrap(item(1, "<title>\xd3\xe1\xc7\xe3</title>")), "سلام", Options{Legacy: "windows-1256"}},
		{"declared Shift_JIS", strings.Replace(wrap(item(1, "<title>\x93\xfa\x96{</title>")), "UTF-8", "Shift_JIS", 1), "日本", Options{}},
		{"declared Shift_JIS but UTF-8", strings.Replace(text, "UTF-8", "Shift_JIS", 1), "Wörld — د", Options{}},
		{"gzip", zipped(t, text), "Wörld — د", Options{}},
		{"gzip of UTF-16", zipped(t, utf16), "Wörld — د", Options{}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			x := readAll(t, test.text, test.opt)
			if x.err != nil || len(x.items) != 1 {
				t.Fatal(x.err, len(x.items))
			}
			same(t, "title", x.items[0].Title, test.want)
		})
	}
}

func zipped(t testing.TB, text string) string {
	t.Helper()
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	if _, err := z.Write([]byte(text)); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestNoExport(t *testing.T) {
	tests := []struct{ text, want string }{
		{"", "the file is empty."},
		{" \n", "the file is empty."},
		{"PK\x03\x04rest", "a zip archive"},
		{"\x89PNG\r\n", "a picture"},
		{`{"posts": []}`, "JSON"},
		{"<!DOCTYPE html><html><body>hello", "a web page."},
		{`<html><form action="/wp-login.php"><input type="password">`, "asks to sign in"},
		{`<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom">`, "an Atom feed"},
		{`<?xml version="1.0"?><urlset>`, "a sitemap"},
		{`<?xml version="1.0"?><rss><channel><item><title>x</title></item></channel></rss>`, "an RSS feed without"},
		{`<?xml version="1.0"?><opml>`, "root element opml"},
		{"-- MySQL dump 10.13", "a dump of a database"},
		{"hello", "something unknown"},
		{zipped(t, "PK\x03\x04rest"), "a zip archive"},
		{zipped(t, zipped(t, wrap(""))), "compressed twice"},
		{"\x1f\x8bbroken", "damaged"},
	}
	for _, test := range tests {
		x := readAll(t, test.text, Options{})
		if x.err == nil || !strings.Contains(x.err.Error(), test.want) || news.KindOf(x.err) != news.Invalid {
			t.Errorf("%.20q: error %v, want one about %q", test.text, x.err, test.want)
		}
		if x.channel != nil || len(x.notes) > 0 {
			t.Errorf("%.20q: delivered something", test.text)
		}
	}
}

func TestTooLargeIsRefused(t *testing.T) {
	huge := strings.Repeat("x", MaxField+1)
	fits := strings.Repeat("y", 5<<20)
	field := func(s string) string { return "<content:encoded><![CDATA[" + s + "]]></content:encoded>" }
	text := wrap(item(1, "<title>Huge</title>"+field(huge)) + item(2, "<title>Fits</title>"+field(fits)))
	x := readAll(t, text, Options{})
	if x.err != nil || len(x.items) != 1 || x.items[0].Content != fits {
		t.Fatal(x.err, len(x.items))
	}
	want := `line 5: item 1 “Huge”: The item was not read. (the field content:encoded is longer than 8 MB)`
	if len(x.notes) != 1 || x.notes[0].String() != want {
		t.Errorf("notes %q", x.notes)
	}
}

func TestItemTooLargeIsRefused(t *testing.T) {
	comment := "<wp:comment><wp:comment_content>" + strings.Repeat("z", 1<<20) + "</wp:comment_content><wp:comment_date_gmt>2011-02-03 04:05:06</wp:comment_date_gmt></wp:comment>"
	x := readAll(t, wrap(item(1, "<title>Loud</title>"+strings.Repeat(comment, 49))+item(2, "<title>B</title>"+comment)), Options{})
	if x.err != nil || len(x.items) != 1 || len(x.items[0].Comments) != 1 {
		t.Fatal(x.err, len(x.items))
	}
	same(t, "notes", told(x.notes), "refused  1")
	same(t, "title", x.notes[0].Where.Title, "Loud")
}
