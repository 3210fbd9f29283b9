package prose

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"dateline/internal/news"
)

// invalidDocs are documents that Parse must refuse, with the path of the
// fault.
var invalidDocs = []struct{ name, json, field string }{
	{"no JSON", `{`, "body"},
	{"two values", `{"version":1,"blocks":[]} {}`, "body"},
	{"a trailing comma", `{"version":1,"blocks":[],}`, "body"},
	{"a name twice", `{"version":1,"blocks":[],"blocks":[]}`, "body"},
	{"bytes that are no UTF-8", "{\"version\":1,\"blocks\":[],\"x\":\"\xff\"}", "body"},
	{"half a surrogate pair", blocksOf(`{"type":"paragraph","id":"a","text":[{"text":"\ud800"}]}`), "body"},
	{"a leading zero", `{"version":01,"blocks":[]}`, "body"},
	{"no version", `{"blocks":[]}`, "body.version"},
	{"version zero", `{"version":0,"blocks":[]}`, "body.version"},
	{"a newer version", `{"version":99,"blocks":[]}`, "body.version"},
	{"a list", `[]`, "body.version"},
	{"an unknown field", `{"version":1,"blocks":[],"html":"x"}`, "body"},
	{"blocks that are no list", `{"version":1,"blocks":{}}`, "body.blocks"},
	{"an unknown kind", blocksOf(`{"type":"script","id":"a"}`), "body.blocks[0].type"},
	{"no kind", blocksOf(`{"id":"a"}`), "body.blocks[0].type"},
	{"a field of another kind", blocksOf(`{"type":"rule","id":"a","level":2}`), "body.blocks[0]"},
	{"no id", blocksOf(`{"type":"rule"}`), "body.blocks[0].id"},
	{"an id with a space", blocksOf(`{"type":"rule","id":"a b"}`), "body.blocks[0].id"},
	{"an id twice", blocksOf(`{"type":"rule","id":"a"},{"type":"rule","id":"a"}`), "body.blocks[1].id"},
	{"an id twice, once in a note", blocksOf(`{"type":"paragraph","id":"a","text":[{"footnote":"a"}]}`), "body.blocks[0].text[0].footnote"},
	{"a language that is none", blocksOf(`{"type":"rule","id":"a","lang":"<b>"}`), "body.blocks[0].lang"},
	{"a direction that is none", blocksOf(`{"type":"rule","id":"a","dir":"up"}`), "body.blocks[0].dir"},
	{"a headline", blocksOf(`{"type":"heading","id":"a","level":1}`), "body.blocks[0].level"},
	{"a level that is no number", blocksOf(`{"type":"heading","id":"a","level":"2"}`), "body.blocks[0].level"},
	{"a level that is not whole", blocksOf(`{"type":"heading","id":"a","level":2.5}`), "body.blocks[0].level"},
	{"text that is no list", blocksOf(`{"type":"paragraph","id":"a","text":"x"}`), "body.blocks[0].text"},
	{"an inline that is none", blocksOf(`{"type":"paragraph","id":"a","text":[{"html":"x"}]}`), "body.blocks[0].text[0]"},
	{"an unknown mark", blocksOf(`{"type":"paragraph","id":"a","text":[{"text":"x","blink":true}]}`), "body.blocks[0].text[0]"},
	{"a control character", blocksOf(`{"type":"paragraph","id":"a","text":[{"text":"a\u0000b"}]}`), "body.blocks[0].text[0].text"},
	{"a line end in a line", blocksOf(`{"type":"paragraph","id":"a","text":[{"text":"a\nb"}]}`), "body.blocks[0].text[0].text"},
	{"a script as a link", blocksOf(`{"type":"paragraph","id":"a","text":[{"text":"x","link":"javascript:alert(1)"}]}`), "body.blocks[0].text[0].link"},
	{"a link and a topic", blocksOf(`{"type":"paragraph","id":"a","text":[{"text":"x","link":"/a","topic":"4n"}]}`), "body.blocks[0].text[0].topic"},
	{"a topic that is no id", blocksOf(`{"type":"paragraph","id":"a","text":[{"text":"x","topic":"0"}]}`), "body.blocks[0].text[0].topic"},
	{"an id as a number", blocksOf(`{"type":"picture","id":"a","picture":7}`), "body.blocks[0].picture"},
	{"no picture", blocksOf(`{"type":"picture","id":"a"}`), "body.blocks[0].picture"},
	{"an unknown layout", blocksOf(`{"type":"picture","id":"a","picture":"4n","layout":"huge"}`), "body.blocks[0].layout"},
	{"a break that is false", blocksOf(`{"type":"paragraph","id":"a","text":[{"break":false}]}`), "body.blocks[0].text[0].break"},
	{"a note in a note", blocksOf(`{"type":"paragraph","id":"a","text":[{"footnote":"b","note":[{"footnote":"c"}]}]}`), "body.blocks[0].text[0].note"},
	{"a list without items", blocksOf(`{"type":"list","id":"a","items":[]}`), "body.blocks[0].items"},
	{"an item without blocks", blocksOf(`{"type":"list","id":"a","items":[{"blocks":[]}]}`), "body.blocks[0].items[0].blocks"},
	{"a fault in an item", blocksOf(`{"type":"list","id":"a","items":[{"blocks":[{"type":"paragraph","id":"b","text":[{"text":3}]}]}]}`), "body.blocks[0].items[0].blocks[0].text[0].text"},
	{"a quotation of nothing", blocksOf(`{"type":"quote","id":"a"}`), "body.blocks[0].blocks"},
	{"an unknown provider", blocksOf(`{"type":"embed","id":"a","provider":"evil","ref":"1","url":"https://evil.example/1"}`), "body.blocks[0].url"},
	{"an address of another post", blocksOf(`{"type":"embed","id":"a","provider":"vimeo","ref":"1","url":"https://vimeo.com/2"}`), "body.blocks[0].url"},
	{"a table without rows", blocksOf(`{"type":"table","id":"a","rows":[]}`), "body.blocks[0].rows"},
	{"a row that is no list", blocksOf(`{"type":"table","id":"a","rows":[{}]}`), "body.blocks[0].rows[0]"},
	{"a cell over the end", blocksOf(`{"type":"table","id":"a","rows":[[{"rowspan":2}]]}`), "body.blocks[0].rows[0][0]"},
	{"more heads than rows", blocksOf(`{"type":"table","id":"a","headrows":2,"rows":[[{}]]}`), "body.blocks[0].headrows"},
	{"more heads than columns", blocksOf(`{"type":"table","id":"a","headcols":2,"rows":[[{}]]}`), "body.blocks[0].headcols"},
	{"a place off the earth", blocksOf(`{"type":"map","id":"a","map":"4n","view":{"lat":91}}`), "body.blocks[0].view"},
	{"an unknown field of a view", blocksOf(`{"type":"map","id":"a","map":"4n","view":{"tilt":1}}`), "body.blocks[0].view"},
	{"a language of code that is none", blocksOf(`{"type":"code","id":"a","language":"<go>"}`), "body.blocks[0].language"},
}

func blocksOf(json string) string { return `{"version":1,"blocks":[` + json + `]}` }

func TestParseRefuses(t *testing.T) {
	for _, c := range invalidDocs {
		t.Run(c.name, func(t *testing.T) {
			_, err := Parse([]byte(c.json))
			var e *news.Error
			if !errors.As(err, &e) || e.Kind != news.Invalid || e.Field != c.field || e.Message == "" {
				t.Fatalf("got %v (%+v), want a fault at %s", err, e, c.field)
			}
		})
	}
}

// TestParseReadsOtherSpellings reads what other programs write for the same.
func TestParseReadsOtherSpellings(t *testing.T) {
	src := ` { "blocks" : [ {"text":[{"text":"\u0041\ud83d\ude00\/\"\\\b"},{"text":""},{"text":"B"}],"id":"a","type":"paragraph"} ], "version": 1 } `
	if _, err := Parse([]byte(src)); err == nil {
		t.Fatal("a backspace was accepted")
	}
	d, err := Parse([]byte(strings.Replace(src, `\b`, `\t`, 1)))
	want := `{"version":1,"blocks":[{"type":"paragraph","id":"a","text":[{"text":"A😀/\"\\\tB"}]}]}`
	if err != nil || string(Canonical(d)) != want {
		t.Fatalf("%v: %s", err, Canonical(d))
	}
}

func TestParseLimits(t *testing.T) {
	quotes := func(n int) string {
		s := strings.Repeat(`{"type":"quote","id":"%d","blocks":[`, n-1) + `{"type":"rule","id":"%d"}` + strings.Repeat("]}", n-1)
		ids := make([]any, n)
		for i := range ids {
			ids[i] = i
		}
		return blocksOf(fmt.Sprintf(s, ids...))
	}
	run := func(n int) string {
		return blocksOf(`{"type":"paragraph","id":"a","text":[{"text":"` + strings.Repeat("a", n) + `"}]}`)
	}
	row := func(n int) string {
		return blocksOf(`{"type":"table","id":"a","rows":[[{}` + strings.Repeat(",{}", n-1) + `]]}`)
	}
	rows := func(n int) string {
		return blocksOf(`{"type":"table","id":"a","rows":[[]` + strings.Repeat(",[]", n-1) + `]}`)
	}
	parts := func(n int) string {
		return blocksOf(`{"type":"paragraph","id":"a","text":[{"break":true}` + strings.Repeat(`,{"break":true}`, n-1) + `]}`)
	}
	for _, c := range []struct {
		name string
		doc  func(n int) string
		most int
	}{
		{"depth", quotes, MaxDepth}, {"text", run, MaxText}, {"columns", row, MaxCols}, {"rows", rows, MaxRows}, {"inlines", parts, MaxInlines},
		{"blocks", manyBlocks, MaxBlocks}, {"footnotes", manyNotes, MaxFootnotes},
	} {
		t.Run(c.name, func(t *testing.T) {
			if _, err := Parse([]byte(c.doc(c.most))); err != nil {
				t.Errorf("%d are refused: %v", c.most, err)
			}
			if _, err := Parse([]byte(c.doc(c.most + 1))); news.KindOf(err) != news.Invalid {
				t.Errorf("%d are not refused: %v", c.most+1, err)
			}
		})
	}
	if _, err := ParseEdited([]byte(run(MaxText) + strings.Repeat(" ", MaxText))); news.KindOf(err) != news.TooLarge {
		t.Errorf("a text over the editor's limit: %v", err)
	}
	if _, err := Parse([]byte(strings.Repeat(" ", MaxImported+1))); news.KindOf(err) != news.TooLarge {
		t.Errorf("a text over the limit: %v", err)
	}
	if _, err := Parse([]byte(strings.Repeat("[", 1<<20))); news.KindOf(err) != news.Invalid {
		t.Errorf("a million brackets: %v", err)
	}
}

func manyBlocks(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, `,{"type":"rule","id":"%d"}`, i)
	}
	return blocksOf(b.String()[1:])
}

func manyNotes(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, `,{"footnote":"%d"}`, i)
	}
	return blocksOf(`{"type":"paragraph","id":"a","text":[` + b.String()[1:] + `]}`)
}

func TestUpgrade(t *testing.T) {
	rename := func(v value) (value, error) {
		text, _ := v.member("words")
		return v.with("text", text), nil
	}
	count := func(v value) (value, error) { return v.with("steps", value{kind: jsonNumber, text: "2"}), nil }
	v, err := readJSON([]byte(`{"version":1,"words":"x"}`), 100, "body")
	if err != nil {
		t.Fatal(err)
	}
	got, err := upgrade(v, []step{rename, count})
	if err != nil {
		t.Fatal(err)
	}
	version, _ := got.member("version")
	text, _ := got.member("text")
	_, both := got.member("steps")
	if version.text != "3" || text.text != "x" || !both {
		t.Fatalf("got %+v", got)
	}
	if len(upgrades) != Version-1 {
		t.Fatalf("there are %d steps to version %d", len(upgrades), Version)
	}
}
