package prose

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestCountWords(t *testing.T) {
	for _, c := range []struct {
		text string
		want int
	}{
		{"", 0},
		{" \n\t", 0},
		{"Seven powers have signed.", 4},
		{"The Tsar's well-known army of 150,000 men", 7},
		{"A - B", 2},
		{"e\u0301te\u0301", 1},
		{"می\u200cخواهم بروم", 2},
		{"مُـحَـمَّد", 1},
		{"和平条约", 4},
		{"ナポレオン1815年", 7},
		{"ประเทศไทย", 3},
		{"https://example.org/x", 3},
	} {
		if got := countWords(c.text); got != c.want {
			t.Errorf("%q has %d words, not %d", c.text, got, c.want)
		}
	}
}

func paragraphs(texts ...string) Doc {
	d := Doc{Version: Version}
	ids := SeededIDs("p")
	for _, s := range texts {
		d.Blocks = append(d.Blocks, Paragraph{Base: Base{ID: ids()}, Text: Words(s)})
	}
	return d
}

func TestExcerpt(t *testing.T) {
	for _, c := range []struct {
		name  string
		doc   Doc
		words int
		want  string
	}{
		{"all of it", paragraphs("One two.", "Three."), 9, "One two. Three."},
		{"whole sentences", paragraphs("One two three. Four five six. Seven eight."), 7, "One two three. Four five six."},
		{"a cut sentence", paragraphs("One, two, three, four, five and six."), 3, "One, two, three…"},
		{"a short form", paragraphs("On Sunday Gen. Blücher met Mr. F. Gentz. They spoke for hours about it."), 9, "On Sunday Gen. Blücher met Mr. F. Gentz."},
		{"a quoted end", paragraphs("He said: “It is done.” Nobody in the room answered him at once."), 7, "He said: “It is done.”"},
		{"Persian", paragraphs("او آمد. آیا می\u200cماند؟ کسی نمی\u200cداند که چه خواهد شد."), 5, "او آمد. آیا می\u200cماند؟"},
		{"Chinese", paragraphs("会议结束。各国代表离开了维也纳。"), 7, "会议结束。"},
		{"Chinese without an end", paragraphs("各国代表离开了维也纳并回到首都"), 5, "各国代表离…"},
		{"not from headings and boxes", Doc{Blocks: []Block{
			Heading{Base: Base{ID: "h"}, Level: 2, Text: Words("Head")},
			PullQuote{Base: Base{ID: "q"}, Text: Words("Pull")},
			FactBox{Base: Base{ID: "f"}, Blocks: []Block{Paragraph{Base: Base{ID: "g"}, Text: Words("Box")}}},
			List{Base: Base{ID: "l"}, Items: []Item{{Blocks: []Block{Paragraph{Base: Base{ID: "i"}, Text: Words("Item")}}}}},
		}}, 9, "Item"},
		{"nothing", Doc{}, 9, ""},
	} {
		if got := Excerpt(c.doc, c.words); got != c.want {
			t.Errorf("%s: %q, not %q", c.name, got, c.want)
		}
	}
}

func TestExcerptIsShort(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d, words := anyDoc(t), rapid.IntRange(1, 10).Draw(t, "words")
		got := Excerpt(d, words)
		if n := countWords(got); n > words {
			t.Fatalf("%q has %d words, not %d", got, n, words)
		}
		if strings.ContainsAny(got, "\n\t") {
			t.Fatalf("%q is not one line", got)
		}
	})
}

func TestFirstSentence(t *testing.T) {
	for text, want := range map[string]string{
		"One. Two.": "One.", "No end": "No end", "“Why?” he asked. Nobody knew.": "“Why?” he asked.", "۱۲ تن آمدند. دیگران نه.": "۱۲ تن آمدند.",
	} {
		if got := FirstSentence(paragraphs(text)); got != want {
			t.Errorf("%q, not %q", got, want)
		}
	}
}

func TestText(t *testing.T) {
	d := Doc{Blocks: []Block{
		Heading{Level: 2, Text: Words("Head")},
		Paragraph{Text: []Inline{Run{Text: "A"}, Footnote{Note: Words("Note")}, Break{}, Run{Text: "B"}}},
		List{Items: []Item{{Blocks: []Block{Paragraph{Text: Words("i")}}}, {Blocks: []Block{Paragraph{Text: Words("j")}}}}},
		PullQuote{Text: Words("Pull")},
		Quote{Blocks: []Block{Paragraph{Text: Words("Q")}}, Cite: Words("C")},
		Table{Caption: Words("T"), Rows: []Row{{{Text: Words("1")}, {Text: Words("2")}}, {{Text: Words("3")}}}},
		Code{Code: "x\ny\n"}, Rule{},
		Picture{Caption: Words("Cap")},
		FactBox{Title: Words("Box"), Blocks: []Block{Paragraph{Text: Words("in")}}},
	}}
	want := "Head\n\nA\nB\n\ni\nj\n\nQ\nC\n\nT\n1\t2\n3\n\nx\ny\n\nCap\n\nBox\n\nin\n\nNote"
	if got := Text(d); got != want {
		t.Errorf("got %q\nwant %q", got, want)
	}
	if got := WordCount(d); got != 17 {
		t.Errorf("%d words", got)
	}
}

func TestFromText(t *testing.T) {
	for _, s := range hardTexts {
		d := FromText(s+"x", nil)
		if len(d.Blocks) != 1 || Text(d) != s+"x" || Check(d) != nil {
			t.Errorf("%q became %s, %v", s, Canonical(d), Check(d))
		}
	}
	d := FromText("\r\none <b>\r\ntwo\n \n\nthree\n", SeededIDs("t"))
	if got := Text(d); got != "one <b>\ntwo\n\nthree" || len(d.Blocks) != 2 {
		t.Errorf("got %q", got)
	}
	if Check(FromText("a\x00", nil)) == nil {
		t.Error("a control character was accepted")
	}
}
