package locale

import (
	"fmt"
	"html/template"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"dateline/internal/news"
)

// files makes a folder of words from names and texts by turns.
func files(pairs ...string) fs.FS {
	folder := fstest.MapFS{}
	for i := 0; i+1 < len(pairs); i += 2 {
		folder[pairs[i]] = &fstest.MapFile{Data: []byte(pairs[i+1])}
	}
	return folder
}

const englishWords = `{
	"by": "By {name}",
	"close": "Close {{x}}",
	"more": {"one": "{n} more story in {place}", "other": "{n} more stories in {place}"},
	"only": "Only in English"
}`

const arabicWords = `{
	"by": "بقلم {name}",
	"close": "أغلق",
	"more": {
		"zero": "لا قصص أخرى في {place}", "one": "قصة أخرى في {place}", "two": "قصتان أخريان في {place}",
		"few": "{n} قصص أخرى في {place}", "many": "{n} قصة أخرى في {place}", "other": "{n} قصة أخرى في {place}"
	}
}`

func testWords(t *testing.T) *Words {
	t.Helper()
	w, err := LoadWords(files("en.json", englishWords, "ar.json", arabicWords, "README.md", "not words"))
	if err != nil {
		t.Fatal(err)
	}
	return w
}

func TestText(t *testing.T) {
	w := testWords(t)
	en, ar := w.For(edition(t, "en-GB", Options{})), w.For(edition(t, "ar-EG", Options{}))
	for _, c := range []struct{ got, want string }{
		{en.Text("by", "name", "Ada"), "By Ada"},
		{en.Text("by", "name", "فاطمة"), "By \u2068فاطمة\u2069"},
		{en.Text("by", "name", 1234), "By 1,234"},
		{en.Text("by", "name", int64(1234)), "By 1,234"},
		{en.Text("by", "name", news.NotFound), "By not found"},
		{en.Text("by"), "By {name}"},
		{en.Text("by", "name"), "By {name}"},
		{en.Text("close"), "Close {x}"},
		{en.Text("nothing.here"), "nothing.here"},
		{ar.Text("by", "name", "Ada"), "بقلم \u2068Ada\u2069"},
		{ar.Text("by", "name", "فاطمة"), "بقلم فاطمة"},
		{ar.Text("by", "name", 1234), "بقلم ١٬٢٣٤"},
		{ar.Text("only"), "Only in English"},
	} {
		if c.got != c.want {
			t.Errorf("%q, want %q", c.got, c.want)
		}
	}
	if !ar.Has("only") || ar.Has("nothing.here") || ar.Locale().Tag() != "ar-EG" {
		t.Error("Has or Locale is wrong")
	}
}

func TestCount(t *testing.T) {
	w := testWords(t)
	en, ar := w.For(edition(t, "en", Options{})), w.For(edition(t, "ar", Options{}))
	for _, c := range []struct{ got, want string }{
		{en.Count("more", 1, "place", "Vienna"), "1 more story in Vienna"},
		{en.Count("more", 0, "place", "Vienna"), "0 more stories in Vienna"},
		{en.Count("more", 1200, "place", "Vienna"), "1,200 more stories in Vienna"},
		{en.Count("by", 2, "name", "Ada"), "By Ada"},
		{en.Count("none", 2), "none"},
		{ar.Count("more", 0, "place", "فيينا"), "لا قصص أخرى في فيينا"},
		{ar.Count("more", 2, "place", "فيينا"), "قصتان أخريان في فيينا"},
		{ar.Count("more", 3, "place", "فيينا"), "٣ قصص أخرى في فيينا"},
		{ar.Count("more", 11, "place", "فيينا"), "١١ قصة أخرى في فيينا"},
		{ar.Count("more", 103, "place", "فيينا"), "١٠٣ قصص أخرى في فيينا"},
	} {
		if c.got != c.want {
			t.Errorf("%q, want %q", c.got, c.want)
		}
	}
}

func TestHTML(t *testing.T) {
	w, err := LoadWords(files("en.json", `{"by": "By <b> & {name}", "many": {"other": "{n} by {name}"}}`))
	if err != nil {
		t.Fatal(err)
	}
	p := w.For(edition(t, "en", Options{}))
	for _, c := range []struct{ got, want template.HTML }{
		{p.HTML("by", "name", "<i>Ada"), "By &lt;b&gt; &amp; &lt;i&gt;Ada"},
		{p.HTML("by", "name", "فاطمة<"), "By &lt;b&gt; &amp; <bdi>فاطمة&lt;</bdi>"},
		{p.HTML("by", "name", template.HTML("<i>Ada</i>")), "By &lt;b&gt; &amp; <bdi><i>Ada</i></bdi>"},
		{p.CountHTML("many", 1200, "name", "A&B"), "1,200 by A&amp;B"},
		{p.HTML("<script>"), "&lt;script&gt;"},
		{template.HTML(p.Text("by", "name", template.HTML("<i>"))), "By <b> & <i>"},
	} {
		if c.got != c.want {
			t.Errorf("%q, want %q", c.got, c.want)
		}
	}
}

func TestMissing(t *testing.T) {
	w, err := LoadWords(files("en.json", englishWords, "ar.json", `{"more": {"one": "{n} {place}", "few": "{n}", "other": "{n} {place}"}}`))
	if err != nil {
		t.Fatal(err)
	}
	for tag, want := range map[string][]string{
		"en":    nil,
		"en-GB": nil,
		"ar":    {"by", "close", "more.many", "more.two", "more.zero", "only"},
		"ar-EG": {"by", "close", "more.many", "more.two", "more.zero", "only"},
		"fr":    {"by", "close", "more", "only"},
		"???":   {"by", "close", "more", "only"},
	} {
		if got := w.Missing(tag); !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", tag, got, want)
		}
	}
	if got := w.Languages(); !slices.Equal(got, []string{"ar", "en"}) {
		t.Error(got)
	}
}

func TestLaterFolderReplacesSingleWords(t *testing.T) {
	w, err := LoadWords(files("en.json", `{"a": "one", "b": "two"}`), files("en.json", `{"b": "zwei"}`))
	if err != nil {
		t.Fatal(err)
	}
	p := w.For(edition(t, "en", Options{}))
	if p.Text("a") != "one" || p.Text("b") != "zwei" {
		t.Error(p.Text("a"), p.Text("b"))
	}
}

func TestBrokenWords(t *testing.T) {
	many := make([]string, MaxWords+1)
	for i := range many {
		many[i] = fmt.Sprintf(`"k%d": "x"`, i)
	}
	for name, folder := range map[string]fs.FS{
		"no English":            files("ar.json", `{}`),
		"not an object":         files("en.json", `["a"]`),
		"empty":                 files("en.json", ``),
		"cut off":               files("en.json", `{"a": "b"`),
		"cut off in a value":    files("en.json", `{"a": "b`),
		"text after it":         files("en.json", `{"a": "b"} {}`),
		"a key twice":           files("en.json", `{"a": "b", "a": "c"}`),
		"a form twice":          files("en.json", `{"a": {"other": "b", "other": "c"}}`),
		"a number":              files("en.json", `{"a": 1}`),
		"null":                  files("en.json", `{"a": null}`),
		"empty text":            files("en.json", `{"a": ""}`),
		"unknown form":          files("en.json", `{"a": {"other": "b", "lots": "c"}}`),
		"no other":              files("en.json", `{"a": {"one": "b"}}`),
		"open brace":            files("en.json", `{"a": "b {name"}`),
		"closing brace":         files("en.json", `{"a": "b }"}`),
		"no name":               files("en.json", `{"a": "b {}"}`),
		"a long name":           files("en.json", `{"a": "{`+strings.Repeat("x", MaxPlaceName+1)+`}"}`),
		"a long text":           files("en.json", `{"a": "`+strings.Repeat("x", MaxSentence+1)+`"}`),
		"too many":              files("en.json", "{"+strings.Join(many, ",")+"}"),
		"a name that is no tag": files("en.json", `{}`, "english words.json", `{}`),
		"a key of its own":      files("en.json", `{}`, "ar.json", `{"a": "b"}`),
		"a place of its own":    files("en.json", `{"a": "b"}`, "ar.json", `{"a": "{n}"}`),
		"a place left out":      files("en.json", `{"a": "b {c}"}`, "ar.json", `{"a": "b"}`),
		"a form for a text":     files("en.json", `{"a": "b"}`, "ar.json", `{"a": {"other": "b"}}`),
	} {
		if _, err := LoadWords(folder); news.KindOf(err) != news.Invalid {
			t.Errorf("%s: %v", name, err)
		}
	}
	large := files("en.json", `{"a": "b"}`+strings.Repeat(" ", MaxWordsFile))
	if _, err := LoadWords(large); news.KindOf(err) != news.TooLarge {
		t.Errorf("a large file: %v", err)
	}
}

func TestTooManyLanguages(t *testing.T) {
	folder := fstest.MapFS{}
	for i := range MaxWordsFiles + 1 {
		folder[fmt.Sprintf("en-x-%d.json", i)] = &fstest.MapFile{Data: []byte("{}")}
	}
	if _, err := LoadWords(folder); news.KindOf(err) != news.TooLarge {
		t.Error(err)
	}
}

// FuzzWords: whatever a file of words holds, it is refused or can be spoken.
func FuzzWords(f *testing.F) {
	f.Add(englishWords)
	f.Add(arabicWords)
	f.Add(`{"a": {"other": "{{{n}}}"}}`)
	f.Fuzz(func(t *testing.T, text string) {
		w, err := LoadWords(files("en.json", text))
		if err != nil {
			if news.KindOf(err) == news.Internal {
				t.Fatalf("%q: %v", text, err)
			}
			return
		}
		l, err := New("ar", Options{})
		if err != nil {
			t.Fatal(err)
		}
		p := w.For(l)
		for key := range p.messages {
			if p.Count(key, 3) == "" || p.HTML(key) == "" {
				t.Fatalf("%q says nothing for %q", text, key)
			}
		}
		w.Missing("ar")
	})
}

func BenchmarkText(b *testing.B) {
	w, err := LoadWords(files("en.json", englishWords))
	if err != nil {
		b.Fatal(err)
	}
	l, err := New("en", Options{})
	if err != nil {
		b.Fatal(err)
	}
	p := w.For(l)
	b.ReportAllocs()
	for b.Loop() {
		p.Text("by", "name", "Ada")
	}
}
