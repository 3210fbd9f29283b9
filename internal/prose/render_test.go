package prose

import (
	"html/template"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"dateline/internal/news"

	"golang.org/x/net/html"
	"pgregory.net/rapid"
)

func TestRender(t *testing.T) {
	strong := Marks{Strong: true}
	for _, c := range []struct {
		name  string
		block Block
		want  string
	}{
		{"paragraph", Paragraph{Text: Words("a < b & c")}, `<p>a &lt; b &amp; c</p>`},
		{"empty paragraph", Paragraph{}, ``},
		{"direction", Paragraph{Base: Base{Lang: "ar", Dir: RTL}, Text: Words("س")}, `<p lang="ar" dir="rtl">س</p>`},
		{"marks share elements", Paragraph{Text: []Inline{
			Run{Text: "a", Marks: strong}, Run{Text: "b", Marks: Marks{Strong: true, Emphasis: true}}, Break{}, Run{Text: "c", Marks: strong},
		}}, `<p><strong>a<em>b</em><br>c</strong></p>`},
		{"all marks", Paragraph{Text: []Inline{Run{Text: "a", Marks: Marks{
			Strong: true, Emphasis: true, Strike: true, Code: true, Script: Superscript, Link: "/x", Lang: "fa", Dir: RTL,
		}}}}, `<p><a href="/x"><span lang="fa" dir="rtl"><strong><em><s><sup><code>a</code></sup></s></em></strong></span></a></p>`},
		{"topic in two runs", Paragraph{Text: []Inline{Run{Text: "a", Marks: Marks{Topic: 5}}, Run{Text: "b", Marks: Marks{Topic: 5, Emphasis: true}}}},
			`<p><a class="ref" href="#n-7">a<em>b</em></a></p>`},
		{"heading", Heading{Level: 3, Text: Words("H")}, `<h3>H</h3>`},
		{"list", List{Ordered: true, Start: 4, Items: []Item{{Blocks: []Block{Paragraph{Text: Words("a")}, Paragraph{Text: Words("b")}}}}}, `<ol start="4"><li>a<p>b</p></li></ol>`},
		{"quote", Quote{Blocks: []Block{Paragraph{Text: Words("q")}}}, `<blockquote><p>q</p></blockquote>`},
		{"quote with source", Quote{Blocks: []Block{Paragraph{Text: Words("q")}}, Cite: Words("c")},
			`<figure class="quote"><blockquote><p>q</p></blockquote><figcaption class="cap">c</figcaption></figure>`},
		{"pull quote", PullQuote{Text: Words("q"), Cite: Words("c")}, `<blockquote class="pull">q <cite>c</cite></blockquote>`},
		{"picture", Picture{Picture: 7, Layout: Wide, Alt: `a"b`}, `<figure class="picture wide"><picture><source type="image/avif" srcset="/m/1.avif 640w" sizes="100vw">` +
			`<img src="/m/9.jpg" srcset="/m/1.jpg 640w" sizes="100vw" width="960" height="640" loading="lazy" alt="a&#34;b"></picture>` +
			`<figcaption class="cap">own caption <span class="cr">A &lt;b&gt;</span></figcaption></figure>`},
		{"gallery", Gallery{Gallery: 7, Caption: Words("c")}, `<figure class="gallery"><div data-kind="gallery"></div><figcaption class="cap">c</figcaption></figure>`},
		{"embed", Embed{Provider: YouTube, Ref: "dQw4w9WgXcQ", URL: "https://www.youtube.com/watch?v=dQw4w9WgXcQ"},
			`<figure class="embed" data-provider="youtube" data-src="https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ">` +
				`<a href="https://www.youtube.com/watch?v=dQw4w9WgXcQ" rel="external noopener noreferrer">Open on YouTube</a></figure>`},
		{"table", Table{HeadRows: 1, HeadCols: 1, Caption: Words("c"), Rows: []Row{{{}, {Text: Words("h")}}, {{Text: Words("r")}, {Text: Words("1"), ColSpan: 2}}}},
			`<figure class="table" tabindex="0"><table><caption>c</caption><thead><tr><th scope="col"></th><th scope="col">h</th></tr></thead>` +
				`<tbody><tr><th scope="row">r</th><td colspan="2">1</td></tr></tbody></table></figure>`},
		{"table whose head reaches down", Table{HeadRows: 1, Rows: []Row{{{RowSpan: 2}}, {{}}}},
			`<figure class="table" tabindex="0"><table><tbody><tr><th scope="col" rowspan="2"></th></tr><tr><td></td></tr></tbody></table></figure>`},
		{"fact box", FactBox{Title: Words("T"), Blocks: []Block{Paragraph{Text: Words("b")}}}, `<aside class="fact" aria-label="T"><p class="facthead">T</p><p>b</p></aside>`},
		{"rule", Rule{}, `<hr>`},
		{"code", Code{Language: "go", Code: "\na<b"}, "<pre><code class=\"language-go\">\na&lt;b</code></pre>"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := strings.TrimSpace(string(HTML(Doc{Blocks: []Block{c.block}}, RenderOptions{House: testHouse{}})))
			if got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

func TestRenderWithoutHouse(t *testing.T) {
	d := Doc{Blocks: []Block{
		Picture{Picture: 7}, Gallery{Gallery: 7}, Map{Map: 7},
		Paragraph{Text: []Inline{Run{Text: "a", Marks: Marks{Topic: 7}}}},
	}}
	if got := strings.TrimSpace(string(HTML(d, RenderOptions{}))); got != "<p>a</p>" {
		t.Errorf("got %s", got)
	}
}

func TestRenderBlocks(t *testing.T) {
	topic := func(id news.ID) Inline { return Run{Text: "x", Marks: Marks{Topic: id}} }
	note := func(id string) Inline { return Footnote{ID: id, Note: []Inline{topic(9)}} }
	d := Doc{Blocks: []Block{
		Paragraph{Base: Base{ID: "a"}, Text: []Inline{topic(2), topic(1), topic(2), note("f")}},
		Paragraph{Base: Base{ID: "b"}},
		Quote{Base: Base{ID: "c"}, Blocks: []Block{Paragraph{Base: Base{ID: "d"}, Text: []Inline{topic(1), Run{Text: " "}, topic(3), note("g")}}}},
	}}
	r := Render(d, RenderOptions{
		House: testHouse{}, Opening: `<span class="runin">Vienna —</span> `, Prefix: "s1-",
		Numeral: func(n int) string { return string(rune('٠' + n)) },
		Words:   &Captions{LoadFrom: "", Back: "عودة", Footnote: "حاشية"},
	})
	if len(r.Blocks) != 2 || r.Blocks[0].ID != "a" || r.Blocks[1].Kind != KindQuote {
		t.Fatalf("blocks %+v", r.Blocks)
	}
	if !slices.Equal(r.Blocks[0].Topics, []news.ID{2, 1}) || !slices.Equal(r.Blocks[1].Topics, []news.ID{3}) {
		t.Errorf("topics %v, %v", r.Blocks[0].Topics, r.Blocks[1].Topics)
	}
	first := string(r.Blocks[0].HTML)
	if !strings.HasPrefix(first, `<p id="s1-b-a"><span class="runin">Vienna —</span> <a class="ref"`) || !strings.Contains(first, `href="#s1-fn-f" aria-label="حاشية ١">١</a>`) {
		t.Errorf("first block %s", first)
	}
	if len(r.Footnotes) != 2 || r.Footnotes[1].Number != "٢" || r.Footnotes[1].Anchor != "s1-fn-g" || r.Footnotes[1].Back != "#s1-fnref-g" {
		t.Errorf("notes %+v", r.Footnotes)
	}
	if !strings.Contains(string(r.HTML()), `<li id="s1-fn-f"><b>١</b> <a class="ref" href="#n-b">x</a> <a class="fnback" href="#s1-fnref-f" aria-label="عودة">↩</a></li>`) {
		t.Errorf("page %s", r.HTML())
	}
}

func TestRenderOpeningWithoutParagraph(t *testing.T) {
	got := HTML(Doc{Blocks: []Block{Heading{Base: Base{ID: "h"}, Level: 2, Text: Words("H")}}}, RenderOptions{Opening: "<b>Vienna</b>"})
	if want := template.HTML("<p><b>Vienna</b></p>\n<h2 id=\"b-h\">H</h2>\n"); got != want {
		t.Errorf("got %s", got)
	}
	if got := HTML(Doc{}, RenderOptions{Opening: "<b>Vienna</b>"}); got != "<p><b>Vienna</b></p>\n" {
		t.Errorf("an empty text: %s", got)
	}
}

func TestRenderLinkHook(t *testing.T) {
	d := Doc{Blocks: []Block{Paragraph{Text: []Inline{Run{Text: "a", Marks: Marks{Link: "/x"}}, Run{Text: "b", Marks: Marks{Link: "/bad"}}}}}}
	got := HTML(d, RenderOptions{Link: func(href string) string {
		if href == "/bad" {
			return "javascript:alert(1)"
		}
		return "https://e.org" + href
	}})
	if want := template.HTML("<p><a href=\"https://e.org/x\">a</a>b</p>\n"); got != want {
		t.Errorf("got %s", got)
	}
}

// TestRenderedTreeHoldsTheText parses every rendered document with a parser of
// the HTML standard and demands that it is safe, that ids are unique and that
// every text is there, byte for byte, in its order.
func TestRenderedTreeHoldsTheText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := anyDoc(t)
		rendered := string(HTML(d, RenderOptions{House: testHouse{}}))
		if bad := unsafe(rendered); bad != "" {
			t.Fatalf("%s in %s", bad, rendered)
		}
		tree, err := html.Parse(strings.NewReader("<!DOCTYPE html><body>" + rendered))
		if err != nil {
			t.Fatal(err)
		}
		ids := map[string]bool{}
		for n := range tree.Descendants() {
			for _, a := range n.Attr {
				if a.Key == "id" && ids[a.Val] {
					t.Fatalf("the id %s stands twice", a.Val)
				} else if a.Key == "id" {
					ids[a.Val] = true
				}
			}
		}
		text := nodeText(tree)
		WalkLines(d, func(b Block, line []Inline) {
			for _, in := range line {
				if run, ok := in.(Run); ok && !strings.Contains(text, run.Text) {
					t.Fatalf("%q of a %s is not in %s", run.Text, b.Kind(), rendered)
				}
			}
		})
	})
}

func TestRewrite(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := anyDoc(t)
		if got := Rewrite(d, Rewriter{}); !reflect.DeepEqual(got, d) {
			t.Fatalf("an empty rewriter changed %s to %s", Canonical(d), Canonical(got))
		}
		before := Canonical(d)
		got := Rewrite(d, Rewriter{Plain: func(s string) string { return strings.ToUpper(s) + "x" }})
		if string(Canonical(d)) != string(before) {
			t.Fatal("the document was changed in place")
		}
		WalkLines(got, func(_ Block, line []Inline) {
			for _, in := range line {
				if run, ok := in.(Run); ok && !strings.HasSuffix(run.Text, "x") {
					t.Fatalf("%q was not given to the rewriter", run.Text)
				}
			}
		})
		if len(Links(got)) != len(Links(d)) || !slices.Equal(Topics(got), Topics(d)) {
			t.Fatal("links or topics were lost")
		}
	})
}

func TestMentionsAndShown(t *testing.T) {
	run := func(s string, id news.ID, strong bool) Inline {
		return Run{Text: s, Marks: Marks{Topic: id, Strong: strong}}
	}
	d := Doc{Blocks: []Block{
		Paragraph{Base: Base{ID: "a"}, Text: []Inline{run("Final ", 3, false), run("Act", 3, true), run("x", 4, false), Footnote{ID: "n", Note: []Inline{run("y", 5, false)}}}},
		FactBox{Base: Base{ID: "b"}, Title: []Inline{run("z", 3, false)}, Blocks: []Block{Picture{Base: Base{ID: "p"}, Picture: 8}, Picture{Base: Base{ID: "q"}, Picture: 8}, Map{Base: Base{ID: "m"}, Map: 9}}},
		Paragraph{Base: Base{ID: "c"}, Text: []Inline{Run{Text: "l", Marks: Marks{Link: "/x"}}, Break{}, Run{Text: "l", Marks: Marks{Link: "/x"}}}},
	}}
	want := []Mention{{3, "a", "Final Act"}, {4, "a", "x"}, {5, "a", "y"}, {3, "b", "z"}}
	if got := Mentions(d); !slices.Equal(got, want) {
		t.Errorf("mentions %v", got)
	}
	if got := Topics(d); !slices.Equal(got, []news.ID{3, 4, 5}) {
		t.Errorf("topics %v", got)
	}
	if got := Links(d); !slices.Equal(got, []string{"/x"}) {
		t.Errorf("links %v", got)
	}
	if got := ShownIn(d); !slices.Equal(got.Pictures, []news.ID{8}) || !slices.Equal(got.Maps, []news.ID{9}) || got.Videos != nil {
		t.Errorf("shown %+v", got)
	}
}

func TestFrameOrigins(t *testing.T) {
	var d Doc
	for i, address := range append(embedAddresses, embedAddresses...) {
		e, _ := ParseEmbed(address)
		e.ID = strconv.Itoa(i)
		d.Blocks = append(d.Blocks, e)
	}
	want := []string{
		"https://mastodon.social", "https://platform.twitter.com", "https://player.vimeo.com", "https://t.me", "https://w.soundcloud.com",
		"https://www.facebook.com", "https://www.instagram.com", "https://www.tiktok.com", "https://www.youtube-nocookie.com",
	}
	if got := FrameOrigins(d); !slices.Equal(got, want) {
		t.Errorf("origins %v", got)
	}
}
