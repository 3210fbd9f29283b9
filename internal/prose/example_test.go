package prose_test

import (
	"fmt"
	"html/template"
	"strings"

	"dateline/internal/news"
	"dateline/internal/prose"
)

// act is the In Focus topic of the examples.
const act news.ID = 1815

func example() prose.Doc {
	return prose.Doc{Blocks: []prose.Block{
		prose.Paragraph{Base: prose.Base{ID: "p1"}, Text: []prose.Inline{
			prose.Run{Text: "Seven powers have signed the "},
			prose.Run{Text: "Final Act", Marks: prose.Marks{Topic: act}},
			prose.Run{Text: "."},
			prose.Footnote{ID: "n1", Note: prose.Words("Spain declined.")},
		}},
	}}
}

func ExampleCanonical() {
	fmt.Printf("%s\n", prose.Canonical(example()))
	// Output:
	// {"version":1,"blocks":[{"type":"paragraph","id":"p1","text":[{"text":"Seven powers have signed the "},{"text":"Final Act","topic":"46k"},{"text":"."},{"footnote":"n1","note":[{"text":"Spain declined."}]}]}]}
}

func ExampleParse() {
	_, err := prose.Parse([]byte(`{"version":1,"blocks":[{"type":"paragraph","id":"p1","text":[{"text":"x","link":"javascript:alert(1)"}]}]}`))
	fmt.Println(err)
	// Output: body.blocks[0].text[0].link: A link leads to http, https, mailto, tel or to a place on this site.
}

// courier knows the address of every topic.
type courier struct{ prose.NoHouse }

func (courier) Topic(id news.ID, first bool) (prose.TopicLink, bool) {
	return prose.TopicLink{Href: "#n-" + id.String(), Class: "ref"}, first
}

func ExampleRender() {
	page := prose.Render(example(), prose.RenderOptions{
		House:   courier{},
		Opening: template.HTML(`<span class="runin">Vienna, 9 June —</span> `),
	})
	for _, b := range page.Blocks {
		fmt.Println(b.HTML)
		fmt.Println("notes beside it:", b.Topics)
	}
	for _, n := range page.Footnotes {
		fmt.Println(n.Number, n.HTML)
	}
	// Output:
	// <p id="b-p1"><span class="runin">Vienna, 9 June —</span> Seven powers have signed the <a class="ref" href="#n-46k">Final Act</a>.<sup><a class="fnref" id="fnref-n1" href="#fn-n1" aria-label="Note 1">1</a></sup></p>
	// notes beside it: [46k]
	// 1 Spain declined.
}

func ExampleFromHTML() {
	src := `<div onclick="spy()"><b>Vienna.</b> Signed<br><br>Sealed <a href="javascript:x">here</a></div>`
	doc, notes, err := prose.FromHTML(strings.NewReader(src), prose.FromHTMLOptions{})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Print(prose.HTML(doc, prose.RenderOptions{NoAnchors: true}))
	for _, n := range notes {
		fmt.Println(n.What, n.Where, n.Text)
	}
	// Output:
	// <p><strong>Vienna.</strong> Signed</p>
	// <p>Sealed here</p>
	// dropped line 1: <div> A script in an attribute was dropped
	// dropped line 1: <a> The address of a link was dropped; its words were kept: javascript:x
}

func ExampleSourceHTML() {
	source := prose.SourceHTML(example())
	fmt.Print(source)
	edited := strings.Replace(source, "Seven", "Eight", 1)
	doc, _, err := prose.FromHTML(strings.NewReader(edited), prose.FromHTMLOptions{Source: true})
	fmt.Println(prose.Text(doc), err)
	// Output:
	// <p data-prose="p1">Seven powers have signed the <a data-topic="46k">Final Act</a>.<span data-footnote="n1">Spain declined.</span></p>
	// Eight powers have signed the Final Act.
	//
	// Spain declined. <nil>
}

func ExampleDiff() {
	before := prose.Doc{Blocks: []prose.Block{prose.Paragraph{Base: prose.Base{ID: "p1"}, Text: prose.Words("Eight powers have signed.")}}}
	after := prose.Doc{Blocks: []prose.Block{prose.Paragraph{Base: prose.Base{ID: "p1"}, Text: prose.Words("Seven powers have signed.")}}}
	for _, c := range prose.Diff(before, after) {
		fmt.Println(c.Op, c.HTML())
	}
	// Output: amended <div class="diff amended" data-kind="paragraph"><p><del>Eight</del><ins>Seven</ins> powers have signed.</p></div>
}

func ExampleMerge() {
	line := func(id, s string) prose.Block { return prose.Paragraph{Base: prose.Base{ID: id}, Text: prose.Words(s)} }
	base := prose.Doc{Blocks: []prose.Block{line("a", "Signed."), line("b", "Sealed.")}}
	ours := prose.Doc{Blocks: []prose.Block{line("a", "Signed on 9 June."), line("b", "Sealed.")}}
	theirs := prose.Doc{Blocks: []prose.Block{line("a", "Signed."), line("b", "Sealed."), line("c", "Delivered.")}}
	merged, conflicts := prose.Merge(base, ours, theirs)
	fmt.Println(strings.ReplaceAll(prose.Text(merged), "\n\n", " "), len(conflicts))
	// Output: Signed on 9 June. Sealed. Delivered. 0
}

func ExampleRewrite() {
	anonymous := prose.Rewrite(example(), prose.Rewriter{Plain: func(s string) string {
		return strings.ReplaceAll(s, "Spain", "One court")
	}})
	fmt.Println(prose.Excerpt(anonymous, 50))
	fmt.Println(prose.Mentions(anonymous))
	// Output:
	// Seven powers have signed the Final Act.
	// [{46k p1 Final Act}]
}
