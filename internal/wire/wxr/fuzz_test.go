package wxr

import (
	"context"
	"fmt"
	"io"
	"reflect"
	"strings"
	"testing"
	"testing/iotest"
	"unicode/utf8"
)

// collect reads everything as text, so that two readings can be compared.
func collect(src io.Reader) (records []Record, problem string) {
	for rec, err := range Read(context.Background(), src, Options{}) {
		if err != nil {
			return records, err.Error()
		}
		records = append(records, rec)
	}
	return records, ""
}

// FuzzRead checks that no input makes the reader panic, that texts are clean,
// that the head comes first, and that it does not matter in what pieces the
// bytes arrive.
func FuzzRead(f *testing.F) {
	f.Add(wrap(item(1, "<title>A</title><content:encoded><![CDATA[a]]]]><![CDATA[>b]]></content:encoded>")))
	f.Add(wrap(item(1, "<title><![CDATA[a</title><category domain='x' nicename=\"y\">z</category>") + "<wp:term><wp:term_id>1</wp:term_id>"))
	f.Add(rssStart + "<item><wp:comment><wp:comment_id>1<wp:commentmeta></item>\x00\xff&nbsp;<!-- ")
	for _, piece := range hostile {
		f.Add(rssStart + strings.Repeat(piece, 3) + rssEnd)
		f.Add(wrap(item(1, "<content:encoded>"+strings.Repeat(piece, 3)+"</content:encoded>")))
	}
	f.Fuzz(func(t *testing.T, text string) {
		records, problem := collect(strings.NewReader(text))
		slowly, again := collect(iotest.OneByteReader(strings.NewReader(text)))
		if problem != again || !reflect.DeepEqual(records, slowly) {
			t.Fatalf("in one piece: %d records, %q\nbyte by byte: %d records, %q", len(records), problem, len(slowly), again)
		}
		checkRecords(t, records)
	})
}

func checkRecords(t *testing.T, records []Record) {
	t.Helper()
	announced := false
	for _, rec := range records {
		if _, isChannel := rec.(*Channel); isChannel {
			if announced {
				t.Fatal("two channels")
			}
			announced = true
		}
		if it, ok := rec.(*Item); ok {
			if !announced {
				t.Fatal("an item before the channel")
			}
			it.Addresses("https://old.example")
			it.Media()
			it.MenuEntry()
		}
		if s := fmt.Sprintf("%+v", rec); !utf8.ValidString(s) || strings.ContainsAny(s, "\x00\x07\x1b\x7f") {
			t.Fatalf("not clean: %q", s)
		}
	}
}

// FuzzHTML checks that no content makes the conversion panic, and that no
// program and no reference without a target comes out.
func FuzzHTML(f *testing.F) {
	f.Add("a\n\nb [caption id=\"attachment_1\"]<img src='a-1x1.jpg'> x[/caption] [[gallery]] [gallery ids=1]")
	f.Add(`<!-- wp:gallery {"ids":[1]} --><figure><!-- wp:image --><img src=a><!-- /wp:image --></figure><!-- /wp:gallery --><!-- wp:block {"ref":3} /-->`)
	f.Add("<!-- wp:<!-->")
	f.Add("<a<script>0")
	f.Add("<pre>a\n<code>[x]</pre><iframe src=//x.example><audio><source src=b></audio><script>c")
	for _, piece := range hostile {
		f.Add(strings.Repeat(piece, 3))
	}
	f.Fuzz(func(t *testing.T, content string) {
		if !utf8.ValidString(content) {
			return
		}
		out, refs, _ := Markup{Site: "https://old.example"}.HTML(content)
		if !utf8.ValidString(out) {
			t.Fatalf("%q is not UTF-8", out)
		}
		if strings.Contains(out, "<script") || strings.Contains(out, "<style") || strings.Contains(out, " onclick=") && !strings.Contains(content, "=") {
			t.Fatalf("program in %q", out)
		}
		for i := range refs.Galleries {
			if !strings.Contains(out, fmt.Sprintf(`data-gallery="%d"`, i)) {
				t.Fatalf("gallery %d is not in %q", i, out)
			}
		}
	})
}

// FuzzDamage checks that marks are in order, do not overlap and fit the text.
func FuzzDamage(f *testing.F) {
	f.Add("u n i o n prophet`s prophet\"s &amp;amp; Ã© sc<x>ript \\' \ufffd")
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			return
		}
		end := 0
		marks := Damage(text)
		for _, m := range marks {
			if m.Offset < end || !strings.HasPrefix(text[m.Offset:], m.Found) || m.Found == "" || !utf8.ValidString(m.Suggest) {
				t.Fatalf("%q: %+v", text, m)
			}
			end = m.Offset + len(m.Found)
		}
		if got := Repair(text, nil); got != text {
			t.Fatalf("changed without marks: %q", got)
		}
		Repair(text, marks)
	})
}

// FuzzPHP checks that no custom field makes the parser panic.
func FuzzPHP(f *testing.F) {
	f.Add(`a:2:{s:5:"width";i:12;s:1:"x";a:1:{i:0;b:1;}}`)
	f.Add(`O:8:"stdClass":1:{s:1:"a";N;}`)
	f.Fuzz(func(_ *testing.T, s string) {
		v, _ := parsePHP(s)
		v.number("width")
	})
}
