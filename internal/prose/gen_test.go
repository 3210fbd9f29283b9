package prose

import (
	"dateline/internal/news"

	"pgregory.net/rapid"
)

// anyDoc draws a valid, normal document in which every kind of block and mark
// may stand.
func anyDoc(t *rapid.T) Doc {
	g := &generator{t: t, ids: SeededIDs("generator")}
	return Normalise(Doc{Blocks: g.blocks(0, 6, 1)})
}

type generator struct {
	t   *rapid.T
	ids func() string
}

func (g *generator) pick(n int, label string) int { return rapid.IntRange(0, n-1).Draw(g.t, label) }
func (g *generator) coin(label string) bool       { return rapid.Bool().Draw(g.t, label) }

func (g *generator) base() Base {
	b := Base{ID: g.ids()}
	if g.pick(4, "own language") == 0 {
		b.Lang = rapid.SampledFrom([]string{"", "ar", "fa-IR", "en", "x-klingon"}).Draw(g.t, "lang")
		b.Dir = rapid.SampledFrom([]Dir{Inherit, LTR, RTL, Auto}).Draw(g.t, "dir")
	}
	return b
}

func (g *generator) blocks(least, most, depth int) (blocks []Block) {
	for range rapid.IntRange(least, most).Draw(g.t, "blocks") {
		blocks = append(blocks, g.block(depth))
	}
	return blocks
}

func (g *generator) block(depth int) Block {
	base, kind := g.base(), g.pick(16, "kind")
	if kind < 3 && depth < 4 {
		return g.nested(base, kind, depth)
	}
	switch kind {
	case 3:
		return Heading{Base: base, Level: 2 + g.pick(3, "level"), Text: g.line(true)}
	case 4:
		return PullQuote{Base: base, Text: g.line(true), Cite: g.line(true)}
	case 5:
		layout := rapid.SampledFrom([]Layout{Measure, Wide, Half}).Draw(g.t, "layout")
		return Picture{Base: base, Picture: g.id(), Alt: g.text(), Layout: layout, Caption: g.line(true)}
	case 6:
		return Gallery{Base: base, Gallery: g.id(), Caption: g.line(true)}
	case 7:
		return Video{Base: base, Video: g.id(), Caption: g.line(true)}
	case 8:
		e, _ := ParseEmbed(rapid.SampledFrom(embedAddresses).Draw(g.t, "embed"))
		e.Base, e.Caption = base, g.line(true)
		return e
	case 9:
		return g.table(base)
	case 10:
		return Map{Base: base, Map: g.id(), View: g.view(), Caption: g.line(true)}
	case 11:
		return Timeline{Base: base, Timeline: g.id(), Caption: g.line(true)}
	case 12:
		return Rule{Base: base}
	case 13:
		return Code{Base: base, Language: rapid.SampledFrom([]string{"", "go", "c++"}).Draw(g.t, "language"), Code: "\n" + g.text() + "\n" + g.text()}
	}
	return Paragraph{Base: base, Text: g.line(true)}
}

func (g *generator) nested(base Base, kind, depth int) Block {
	switch kind {
	case 0:
		l := List{Base: base, Ordered: g.coin("ordered")}
		if l.Ordered {
			l.Start = g.pick(4, "start")
		}
		for range 1 + g.pick(3, "items") {
			l.Items = append(l.Items, Item{Blocks: g.blocks(1, 2, depth+1)})
		}
		return l
	case 1:
		return Quote{Base: base, Blocks: g.blocks(1, 2, depth+1), Cite: g.line(true)}
	}
	return FactBox{Base: base, Title: g.line(true), Blocks: g.blocks(1, 2, depth+1)}
}

func (g *generator) table(base Base) Block {
	t := Table{Base: base, Caption: g.line(true)}
	rows := 1 + g.pick(3, "rows")
	for i := range rows {
		var row Row
		for range 1 + g.pick(3, "cells") {
			row = append(row, Cell{Text: g.line(true), ColSpan: g.pick(4, "colspan"), RowSpan: g.pick(rows-i+1, "rowspan")})
		}
		t.Rows = append(t.Rows, row)
	}
	t.HeadRows = g.pick(rows+1, "head rows")
	t.HeadCols = g.pick(widthOf(t.Rows)+1, "head columns")
	return t
}

func (g *generator) view() View {
	if g.coin("own view") {
		return View{}
	}
	return View{
		Lat:  rapid.Float64Range(-90, 90).Draw(g.t, "lat"),
		Lon:  rapid.Float64Range(-180, 180).Draw(g.t, "lon"),
		Zoom: rapid.Float64Range(0, MaxZoom).Draw(g.t, "zoom"),
		At:   rapid.SampledFrom([]string{"", "1815-06-18", "1815~"}).Draw(g.t, "at"),
	}
}

func (g *generator) id() news.ID {
	return news.ID(rapid.Int64Range(1, 1<<63-1).Draw(g.t, "id"))
}

// hardTexts hold what filters, parsers and templates have broken.
var hardTexts = []string{
	"Vienna", " ", "  two  spaces ", "a\tb", "UNION SELECT * FROM stories; --", `prophet"s 'word'`, "&amp; &lt;b&gt; <b>", "<script>alert(1)</script>",
	"می\u200cخواهم", "\u202eabc\u202c\u2066x\u2069", "\u00a0", "e\u0301", "😀👩‍👩‍👧", "漢字かな", "ประเทศไทย", "]]>", "<!-- -->", "{{.}}", "\\u0041", "\ufeff\ufffd\U0010ffff",
	"https://www.youtube.com/watch?v=abcdefghijk", "javascript:alert(1)", "\u0085\u2028",
}

func (g *generator) text() string {
	if g.coin("hard") {
		return rapid.SampledFrom(hardTexts).Draw(g.t, "hard text")
	}
	return rapid.StringOf(rapid.Rune().Filter(func(r rune) bool { return !isControlRune(r) })).Draw(g.t, "text")
}

func (g *generator) line(notes bool) (line []Inline) {
	for range g.pick(4, "inlines") {
		switch kind := g.pick(8, "inline"); {
		case kind == 0:
			line = append(line, Break{})
		case kind == 1 && notes:
			line = append(line, Footnote{ID: g.ids(), Note: g.line(false)})
		default:
			line = append(line, Run{Text: g.text(), Marks: g.marks()})
		}
	}
	return line
}

func (g *generator) marks() Marks {
	if g.coin("plain") {
		return Marks{}
	}
	m := Marks{Strong: g.coin("strong"), Emphasis: g.coin("emphasis"), Strike: g.coin("strike"), Code: g.coin("code")}
	m.Script = rapid.SampledFrom([]Script{Baseline, Subscript, Superscript}).Draw(g.t, "script")
	m.Lang = rapid.SampledFrom([]string{"", "", "ar", "zh-Hant-TW"}).Draw(g.t, "span")
	m.Dir = rapid.SampledFrom([]Dir{Inherit, Inherit, RTL, Auto}).Draw(g.t, "span dir")
	switch g.pick(3, "reference") {
	case 0:
		m.Link = rapid.SampledFrom([]string{"https://example.org/?q=100%&a='b'", "mailto:a@b.org", "tel:+43123", "/en/x", "#top", "http://xn--mgbh0fb.example/مثال"}).Draw(g.t, "link")
	case 1:
		m.Topic = g.id()
	}
	return m
}

var embedAddresses = []string{
	"https://youtu.be/dQw4w9WgXcQ", "https://vimeo.com/76979871", "https://x.com/unicef/status/1234567890",
	"https://mastodon.social/@Gargron/109252217911223344", "https://bsky.app/profile/bsky.app/post/3k43tv4rft22g",
	"https://www.instagram.com/p/Cabcdefghij/", "https://www.facebook.com/unicef/posts/pfbid0abc", "https://www.tiktok.com/@a.b/video/7123456789012345678",
	"https://soundcloud.com/artist/track-1", "https://t.me/durov/42", "https://commons.wikimedia.org/wiki/File:Congress_of_Vienna.PNG",
}
