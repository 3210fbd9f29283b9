package prose

import (
	"fmt"
	"strings"
	"testing"
)

// longStory is a story of some 20 kB with the mix of parts that stories have.
func longStory() Doc {
	ids := SeededIDs("bench")
	var d Doc
	sentence := "It is a strange hour for a settlement, and the man against whom it was begun is in Paris again. "
	for i := range 40 {
		line := []Inline{
			Run{Text: strings.Repeat(sentence, 3)},
			Run{Text: "Final Act", Marks: Marks{Topic: 1815}}, Run{Text: " and "},
			Run{Text: fmt.Sprint("source ", i), Marks: Marks{Link: "https://example.org/source"}}, Run{Text: "."},
		}
		d.Blocks = append(d.Blocks, Paragraph{Base: Base{ID: ids()}, Text: line})
		if i%8 == 0 {
			d.Blocks = append(d.Blocks, Heading{Base: Base{ID: ids()}, Level: 2, Text: Words("It nearly broke")}, Picture{Base: Base{ID: ids()}, Picture: 7})
		}
	}
	return Normalise(d)
}

func BenchmarkParse(b *testing.B) {
	stored := Canonical(longStory())
	b.SetBytes(int64(len(stored)))
	for b.Loop() {
		if _, err := Parse(stored); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkCanonical(b *testing.B) {
	d := longStory()
	for b.Loop() {
		Canonical(d)
	}
}

func BenchmarkRender(b *testing.B) {
	d := longStory()
	for b.Loop() {
		Render(d, RenderOptions{House: testHouse{}})
	}
}

func BenchmarkFromHTML(b *testing.B) {
	src := string(HTML(longStory(), RenderOptions{House: testHouse{}}))
	b.SetBytes(int64(len(src)))
	for b.Loop() {
		if _, _, err := FromHTML(strings.NewReader(src), FromHTMLOptions{}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkDiff(b *testing.B) {
	before := longStory()
	after := Rewrite(before, Rewriter{Plain: func(s string) string { return strings.Replace(s, "strange", "curious", 1) }})
	for b.Loop() {
		Diff(before, after)
	}
}
