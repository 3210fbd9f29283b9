package prose

import (
	"reflect"
	"testing"
)

func TestCanonicalRoundTrip(t *testing.T) {
	d := Doc{Version: 1, Blocks: []Block{
		Paragraph{Base: Base{ID: "a"}, Text: []Inline{Run{Text: "x ", Marks: Marks{Strong: true}}, Break{}, Run{Text: "y\"<"}, Footnote{ID: "f", Note: Words("n")}}},
		List{Base: Base{ID: "b"}, Items: []Item{{Blocks: []Block{Paragraph{Base: Base{ID: "c"}, Text: Words("i")}}}}},
		Rule{Base: Base{ID: "r", Lang: "fa"}},
	}}
	b := Canonical(d)
	got, err := Parse(b)
	if err != nil {
		t.Fatal(err, string(b))
	}
	if !reflect.DeepEqual(got, d) {
		t.Fatalf("got %#v\nwant %#v", got, d)
	}
	t.Log(string(b), HTML(d, RenderOptions{}))
}
