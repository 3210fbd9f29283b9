package prose

import (
	"fmt"
	"strings"
	"testing"

	"dateline/internal/news"

	"pgregory.net/rapid"
)

// soupTags are put together in any order and nesting.
var soupTags = []string{
	"p", "div", "b", "i", "a href='/x'", "a href='javascript:x'", "span lang=ar", "ul", "ol", "li", "dl", "dt", "dd", "table", "caption", "thead", "tbody",
	"tr", "td", "td colspan=3 rowspan=9", "th", "blockquote", "cite", "footer", "figure", "figcaption", "div class=wp-caption", "p class=wp-caption-text",
	"pre", "code", "details", "summary", "aside", "h1", "h3", "section", "sup", "q", "ruby", "rt", "noscript", "form", "label", "button", "select", "option",
	"svg", "object", "video src='/v.mp4'", "center", "font", "blockquote class=pull", "li id=f1", "a href='#f1' id=r1", "a href='#r1'", "p id=f2", "a href='#f2' id=r2",
	"a href='#r2'", "blockquote class=twitter-tweet", "a href='https://x.com/a/status/12'", "span hidden", "p dir=rtl", "custom-tag", "address", "u", "article",
}

// TestNothingIsLostSilently makes soup of tags with a numbered word after each
// and demands that every word is in the text or quoted in a note.
func TestNothingIsLostSilently(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var b strings.Builder
		n := rapid.IntRange(1, 25).Draw(t, "parts")
		for i := range n {
			tag := rapid.SampledFrom(soupTags).Draw(t, "tag")
			switch rapid.IntRange(0, 3).Draw(t, "part") {
			case 0, 1:
				b.WriteString("<" + tag + ">")
			case 2:
				name, _, _ := strings.Cut(tag, " ")
				b.WriteString("</" + name + ">")
			case 3:
				b.WriteString("<img src=k.png><br>")
			}
			fmt.Fprintf(&b, "word%dword ", i)
		}
		source := rapid.Bool().Draw(t, "source")
		picture := func(ImgTag) (news.ID, bool) { return 7, true }
		d, notes, err := FromHTML(strings.NewReader(b.String()), FromHTMLOptions{Source: source, Picture: picture})
		if err != nil {
			t.Fatal(err)
		}
		kept := string(Canonical(d)) + fmt.Sprint(notes)
		for i := range n {
			if word := fmt.Sprintf("word%dword", i); !strings.Contains(kept, word) {
				t.Fatalf("%s of\n%s\nis neither in\n%s\nnor in %v", word, b.String(), SourceHTML(d), notes)
			}
		}
		if got, want := strings.Count(kept, `"picture":`), strings.Count(b.String(), "<img"); got != want && !strings.Contains(b.String(), "noscript") && !strings.Contains(fmt.Sprint(notes), "dropped") {
			t.Fatalf("%d pictures of %d in\n%s\nare in\n%s %v", got, want, b.String(), SourceHTML(d), notes)
		}
	})
}
