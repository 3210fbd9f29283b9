package prose

import (
	"errors"
	"strings"
	"testing"

	"dateline/internal/news"
)

func para(id, text string) Block { return Paragraph{Base: Base{ID: id}, Text: Words(text)} }

func docOf(blocks ...Block) Doc { return Doc{Version: Version, Blocks: blocks} }

// outline writes the blocks of a document as id:text.
func outline(d Doc) string {
	var parts []string
	for _, b := range d.Blocks {
		parts = append(parts, b.Common().ID+":"+blockWords(b))
	}
	return strings.Join(parts, " ")
}

func TestDiff(t *testing.T) {
	before := docOf(para("a", "One"), para("b", "Eight powers have signed it."), para("c", "Three"), para("d", "Four"))
	after := docOf(para("d", "Four"), para("a", "One"), para("b", "Seven powers have signed."), para("x", "New"), para("y", "Three"))
	want := []string{
		`<div class="diff same moved" data-kind="paragraph"><p>Four</p></div>`,
		`<div class="diff same" data-kind="paragraph"><p>One</p></div>`,
		`<div class="diff amended" data-kind="paragraph"><p><del>Eight</del><ins>Seven</ins> powers have signed<del> it</del>.</p></div>`,
		`<div class="diff inserted" data-kind="paragraph"><p><ins>New</ins></p></div>`,
		`<div class="diff same" data-kind="paragraph"><p>Three</p></div>`,
	}
	if got := strings.TrimSpace(string(DiffHTML(Diff(before, after)))); got != strings.Join(want, "\n") {
		t.Errorf("got\n%s", got)
	}
}

func TestDiffOfDeletedBlocks(t *testing.T) {
	changes := Diff(docOf(para("a", "One"), para("b", "<Two>"), para("c", "Three")), docOf(para("c", "Three")))
	if len(changes) != 3 || changes[0].Op != Deleted || changes[1].Op != Deleted || changes[2].Op != Same {
		t.Fatalf("got %+v", changes)
	}
	if got := changes[1].HTML(); got != `<div class="diff deleted" data-kind="paragraph"><p><del>&lt;Two&gt;</del></p></div>` {
		t.Errorf("got %s", got)
	}
}

func TestDiffOfMarks(t *testing.T) {
	before := docOf(para("a", "One"))
	after := docOf(Paragraph{Base: Base{ID: "a"}, Text: []Inline{Run{Text: "One", Marks: Marks{Strong: true}}}})
	changes := Diff(before, after)
	if len(changes) != 1 || changes[0].Op != Amended || !changes[0].WordsSame() {
		t.Errorf("got %+v", changes)
	}
	if changes := Diff(before, docOf(para("a", "Two"))); changes[0].WordsSame() {
		t.Errorf("other words are the same: %+v", changes)
	}
}

func TestDiffOfLongTexts(t *testing.T) {
	long := func(word string) string { return "same " + strings.Repeat(word+" ", 20_000) + "end" }
	changes := Diff(docOf(para("a", long("x"))), docOf(para("a", long("y"))))
	if n := len(changes[0].Words); n != 4 {
		t.Errorf("%d pieces", n)
	}
}

func TestMerge(t *testing.T) {
	base := docOf(para("a", "A"), para("b", "B"), para("c", "C"))
	for _, c := range []struct {
		name         string
		ours, theirs Doc
		want         string
		conflicts    []ConflictKind
	}{
		{"different blocks", docOf(para("a", "A1"), para("b", "B"), para("c", "C")), docOf(para("a", "A"), para("b", "B"), para("c", "C2")), "a:A1 b:B c:C2", nil},
		{"both insert", docOf(para("a", "A"), para("x", "X"), para("b", "B"), para("c", "C")), docOf(para("a", "A"), para("y", "Y"), para("b", "B"), para("c", "C")),
			"a:A x:X y:Y b:B c:C", nil},
		{"both insert at the ends", docOf(para("x", "X"), para("a", "A"), para("b", "B"), para("c", "C")), docOf(para("y", "Y"), para("a", "A"), para("b", "B"), para("c", "C"), para("z", "Z")),
			"x:X y:Y a:A b:B c:C z:Z", nil},
		{"delete and insert", docOf(para("a", "A"), para("c", "C")), docOf(para("a", "A"), para("b", "B"), para("y", "Y"), para("c", "C")), "a:A y:Y c:C", nil},
		{"move and amend", docOf(para("c", "C"), para("a", "A"), para("b", "B")), docOf(para("a", "A2"), para("b", "B"), para("c", "C")), "c:C a:A2 b:B", nil},
		{"they move, we insert", docOf(para("a", "A"), para("x", "X"), para("b", "B"), para("c", "C")), docOf(para("c", "C"), para("a", "A"), para("b", "B")), "c:C a:A x:X b:B", nil},
		{"both amend", docOf(para("a", "A1"), para("b", "B"), para("c", "C")), docOf(para("a", "A2"), para("b", "B"), para("c", "C")), "a:A1 b:B c:C", []ConflictKind{BothAmended}},
		{"we delete, they amend", docOf(para("a", "A"), para("c", "C")), docOf(para("a", "A"), para("b", "B2"), para("c", "C")), "a:A b:B2 c:C", []ConflictKind{AmendedAndDeleted}},
		{"we amend, they delete", docOf(para("a", "A"), para("b", "B1"), para("c", "C")), docOf(para("a", "A"), para("c", "C")), "a:A b:B1 c:C", []ConflictKind{AmendedAndDeleted}},
		{"both delete", docOf(para("a", "A"), para("c", "C")), docOf(para("a", "A"), para("c", "C")), "a:A c:C", nil},
		{"both move", docOf(para("b", "B"), para("a", "A"), para("c", "C")), docOf(para("a", "A"), para("c", "C"), para("b", "B")), "b:B a:A c:C", []ConflictKind{BothMoved}},
		{"both move alike", docOf(para("b", "B"), para("a", "A"), para("c", "C")), docOf(para("b", "B"), para("a", "A"), para("c", "C")), "b:B a:A c:C", nil},
		{"nothing is left", docOf(), docOf(), "", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, conflicts := Merge(base, c.ours, c.theirs)
			if outline(got) != c.want || len(conflicts) != len(c.conflicts) {
				t.Fatalf("got %q, %+v", outline(got), conflicts)
			}
			for i, k := range c.conflicts {
				if conflicts[i].Kind != k {
					t.Errorf("conflict %+v is not %s", conflicts[i], k)
				}
			}
		})
	}
}

func TestMergeRenewsIDsThatStandTwice(t *testing.T) {
	base := docOf(para("a", "A"), para("b", "B"))
	ours := docOf(para("a", "A1"), para("b", "B"))
	theirs := docOf(para("b", "B"), Quote{Base: Base{ID: "q"}, Blocks: []Block{para("a", "A")}})
	got, conflicts := Merge(base, ours, theirs)
	if err := Check(got); err != nil || len(conflicts) != 1 || conflicts[0].Block != "a" {
		t.Fatalf("%v, %+v: %s", err, conflicts, Canonical(got))
	}
	if got.Blocks[0].Common().ID != "a" {
		t.Errorf("the outer block lost its id: %s", Canonical(got))
	}
}

// TestSourceEdited reads a source that a person has changed.
func TestSourceEdited(t *testing.T) {
	src := `<p data-prose="one">Kept  as <a data-topic="7">it</a> is<span data-footnote="n">a note</span></p>
a new paragraph with <b>a mark</b>
<p>another</p>
<p data-prose="one">a copy</p>
<ul data-prose="list"><li>new <i>item</i></li><li><p data-prose="two">old</p></li></ul>
<figure data-prose="pic" data-picture="9" data-layout="huge">cap</figure>
<figure data-prose="bad" data-picture="0">cap 2</figure>
<figure data-prose="emb" data-embed="https://evil.example/">cap 3</figure>
<map data-prose="x y">odd</map>
<p data-prose="three" onclick="alert(1)">last<script>alert(1)</script></p>`
	d, notes, err := FromHTML(strings.NewReader(src), FromHTMLOptions{Source: true, NewID: SeededIDs("edit")})
	if err != nil {
		t.Fatal(err)
	}
	var kinds []string
	for _, b := range d.Blocks {
		kinds = append(kinds, string(b.Kind())+":"+blockWords(b))
	}
	want := "paragraph:Kept  as it is\na note|paragraph:a new paragraph with a mark|paragraph:another|paragraph:a copy|list:new item\nold|picture:\ncap|paragraph:cap 2|paragraph:cap 3|paragraph:odd|paragraph:last"
	if got := strings.Join(kinds, "|"); got != want {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	if d.Blocks[0].Common().ID != "one" || d.Blocks[3].Common().ID == "one" || d.Blocks[9].Common().ID != "three" {
		t.Errorf("ids %s", Canonical(d))
	}
	if topics := Topics(d); len(topics) != 1 {
		t.Errorf("topics %v", topics)
	}
	if len(notes) != 3 {
		t.Errorf("notes %v", notes)
	}
}

// TestSourceIsOffForOthers demands that the HTML of others cannot name ids.
func TestSourceIsOffForOthers(t *testing.T) {
	d, _, err := FromHTML(strings.NewReader(`<p data-prose="one"><a data-topic="7">x</a></p><figure data-prose="p" data-picture="9"></figure>`), FromHTMLOptions{})
	if err != nil || len(d.Blocks) != 1 || d.Blocks[0].Common().ID == "one" || len(Topics(d)) > 0 {
		t.Errorf("%v: %s", err, Canonical(d))
	}
}

func TestFromProseMirror(t *testing.T) {
	src := `{"type":"doc","content":[
		{"type":"paragraph","attrs":{"id":"a","textAlign":null,"class":"x"},"content":[
			{"type":"text","text":"one\ntwo\u000b","marks":[{"type":"link","attrs":{"href":"/x","target":"_blank","rel":null}}]},{"type":"hardBreak"},{"type":"text","text":"b"}]},
		{"type":"paragraph","attrs":{"id":"a"}},
		{"type":"orderedList","attrs":{"id":"l","start":1},"content":[{"type":"listItem","content":[{"type":"paragraph","attrs":{"id":null}}]}]},
		{"type":"table","attrs":{"id":"t","headRows":0},"content":[
			{"type":"tableRow","content":[{"type":"tableHeader","attrs":{"colspan":1,"rowspan":1,"colwidth":null},"content":[{"type":"paragraph","content":[{"type":"text","text":"h"}]},{"type":"paragraph","content":[{"type":"text","text":"i"}]}]}]},
			{"type":"tableRow","content":[{"type":"tableCell","content":[{"type":"paragraph"}]}]}]},
		{"type":"codeBlock","attrs":{"id":"c","language":null},"content":[{"type":"text","text":"x\ny"}]}]}`
	d, err := FromProseMirror([]byte(src), SeededIDs("pm"))
	if err != nil {
		t.Fatal(err)
	}
	next := SeededIDs("pm")
	want := `{"version":1,"blocks":[{"type":"paragraph","id":"a","text":[{"text":"one two` + "\uFFFD" + `","link":"/x"},{"break":true},{"text":"b"}]},` +
		`{"type":"paragraph","id":"` + next() + `"},{"type":"list","id":"l","ordered":true,"items":[{"blocks":[{"type":"paragraph","id":"` + next() + `"}]}]},` +
		`{"type":"table","id":"t","headrows":1,"rows":[[{"text":[{"text":"h"},{"break":true},{"text":"i"}]}],[{}]]},{"type":"code","id":"c","code":"x\ny"}]}`
	if got := string(Canonical(d)); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestFromProseMirrorRefuses(t *testing.T) {
	for _, c := range []struct{ name, content, field string }{
		{"an unknown node", `{"type":"iframe"}`, "body.content[0].type"},
		{"an unknown mark", `{"type":"paragraph","content":[{"type":"text","text":"x","marks":[{"type":"style"}]}]}`, "body.content[0].content[0].marks[0].type"},
		{"a block in a line", `{"type":"paragraph","content":[{"type":"paragraph"}]}`, "body.content[0].content[0].type"},
		{"a script", `{"type":"paragraph","attrs":{"id":"a"},"content":[{"type":"text","text":"x","marks":[{"type":"link","attrs":{"href":"javascript:x"}}]}]}`, "body.blocks[0].text[0].link"},
		{"an embed of anybody", `{"type":"embed","attrs":{"url":"https://evil.example"}}`, "body.content[0].attrs.url"},
		{"an item that is none", `{"type":"bulletList","content":[{"type":"paragraph"}]}`, "body.content[0].content[0].type"},
		{"a row that is none", `{"type":"table","content":[{"type":"paragraph"}]}`, "body.content[0].content[0].type"},
		{"a cell that is none", `{"type":"table","content":[{"type":"tableRow","content":[{"type":"paragraph"}]}]}`, "body.content[0].content[0].content[0].type"},
		{"a list in a cell", `{"type":"table","content":[{"type":"tableRow","content":[{"type":"tableCell","content":[{"type":"bulletList"}]}]}]}`, "body.content[0].content[0].content[0].content[0].type"},
		{"a box without a title", `{"type":"factBox","content":[{"type":"paragraph"}]}`, "body.content[0].content"},
		{"a heading without a level", `{"type":"heading"}`, "body.blocks[0].level"},
		{"an id as a number", `{"type":"picture","attrs":{"picture":7}}`, "body.content[0].attrs.picture"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := FromProseMirror([]byte(`{"type":"doc","content":[`+c.content+`]}`), nil)
			var e *news.Error
			if !errors.As(err, &e) || e.Kind != news.Invalid || e.Field != c.field {
				t.Fatalf("got %v, want a fault at %s", err, c.field)
			}
		})
	}
	cells := strings.Repeat(`,{"type":"tableCell","attrs":{"colspan":200}}`, MaxCols+1)[1:]
	wide := `{"type":"doc","content":[{"type":"table","content":[{"type":"tableRow","content":[` + cells + `]}]}]}`
	if _, err := FromProseMirror([]byte(wide), nil); news.KindOf(err) != news.Invalid {
		t.Errorf("a wide table: %v", err)
	}
	if _, err := FromProseMirror([]byte(`{"type":"paragraph"}`), nil); news.KindOf(err) != news.Invalid {
		t.Errorf("a node that is no document: %v", err)
	}
	if _, err := FromProseMirror([]byte(strings.Repeat(" ", maxEditor+1)), nil); news.KindOf(err) != news.TooLarge {
		t.Errorf("too large: %v", err)
	}
}
