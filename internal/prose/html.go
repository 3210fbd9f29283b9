package prose

import (
	"html/template"
	"strconv"

	"dateline/internal/news"
)

// RenderOptions say how a document is put on a page. The zero value renders
// words only.
type RenderOptions struct {
	House House // what stands behind ids; nil is NoHouse
	// Opening stands at the head of the first paragraph: the run-in dateline.
	// Where the text does not begin with a paragraph it makes one.
	Opening template.HTML
	// Numeral writes the number of a footnote; nil writes Latin digits.
	Numeral func(n int) string
	// Link may change where a link leads, e.g. make it absolute for a feed. A
	// result that is not a ValidLink is not linked.
	Link func(href string) string
	// Words names things in the reader's language; nil is English.
	Words *Captions
	// Prefix stands before every id attribute, so that several texts can share
	// a page.
	Prefix string
	// NoAnchors leaves out the id attributes of blocks (not of footnotes).
	NoAnchors bool
}

// Captions are the few words that rendering itself adds, in the language of
// the page.
type Captions struct {
	LoadFrom string // before a provider's name, on an embed: "Open on YouTube"
	Back     string // label of the way from a footnote back to the text
	Footnote string // label of a footnote's mark, before its number
}

// EnglishCaptions are the default words.
var EnglishCaptions = Captions{LoadFrom: "Open on", Back: "Back to the text", Footnote: "Note"}

// RenderedBlock is one block of the page, so that a theme can put notes after
// the paragraph in which a topic is first named.
type RenderedBlock struct {
	ID     string
	Kind   Kind
	HTML   template.HTML
	Topics []news.ID // topics first mentioned in this block, in their order
}

// RenderedNote is one footnote for the foot of the text. In the text its mark
// is <a class="fnref" id="fnref-ID" href="#fn-ID">.
type RenderedNote struct {
	ID     string
	Number string        // as in the text
	Anchor string        // id attribute of the note: "fn-ID" after the prefix
	Back   string        // the way back: "#fnref-ID" with the prefix
	HTML   template.HTML // the note's words
}

// Rendered is a document on its way to a page.
type Rendered struct {
	Blocks    []RenderedBlock
	Footnotes []RenderedNote
	words     Captions
}

// HTML renders a whole document with its footnotes at the end.
func HTML(d Doc, o RenderOptions) template.HTML { return Render(d, o).HTML() }

// Render renders a document block by block. The HTML is semantic, escaped,
// and holds neither script nor style nor a request to a third party.
func Render(d Doc, o RenderOptions) Rendered {
	r := newRenderer(o)
	d = Normalise(d)
	out := Rendered{words: r.words}
	blocks := d.Blocks
	if _, ok := firstParagraph(blocks); o.Opening != "" && !ok {
		blocks = append([]Block{Paragraph{}}, blocks...)
	}
	for _, b := range blocks {
		r.topics = nil
		r.out.Reset()
		if r.block(b); r.out.Len() > 0 {
			html := template.HTML(r.out.String()) //nolint:gosec // every part of it was escaped by tag and text
			out.Blocks = append(out.Blocks, RenderedBlock{ID: b.Common().ID, Kind: b.Kind(), HTML: html, Topics: r.topics})
		}
	}
	out.Footnotes = r.renderNotes()
	return out
}

func firstParagraph(blocks []Block) (Paragraph, bool) {
	if len(blocks) == 0 {
		return Paragraph{}, false
	}
	p, ok := blocks[0].(Paragraph)
	return p, ok
}

// HTML joins blocks and footnotes.
func (r Rendered) HTML() template.HTML {
	var m markup
	for _, b := range r.Blocks {
		m.raw(string(b.HTML))
		m.raw("\n")
	}
	if len(r.Footnotes) > 0 {
		m.raw(string(r.NotesHTML()))
	}
	return template.HTML(m.String()) //nolint:gosec // made of rendered parts
}

// NotesHTML is the list of footnotes, empty where there is none.
func (r Rendered) NotesHTML() template.HTML {
	if len(r.Footnotes) == 0 {
		return ""
	}
	var m markup
	m.open("ol", "class", "footnotes")
	for _, n := range r.Footnotes {
		m.open("li", "id", n.Anchor)
		m.element("b", n.Number)
		m.raw(" " + string(n.HTML) + " ")
		m.open("a", "class", "fnback", "href", n.Back, "aria-label", r.words.Back)
		m.raw("↩")
		m.close("a")
		m.close("li")
	}
	m.close("ol")
	return template.HTML(m.String()) //nolint:gosec // made by markup
}

// renderer holds what the blocks of one document share.
type renderer struct {
	o       RenderOptions
	house   House
	words   Captions
	out     markup
	opening template.HTML    // not yet written
	seen    map[news.ID]bool // topics mentioned so far
	topics  []news.ID        // topics first mentioned in this block
	notes   []Footnote       // in the order of their marks
}

func newRenderer(o RenderOptions) *renderer {
	r := &renderer{o: o, house: o.House, words: EnglishCaptions, opening: o.Opening, seen: map[news.ID]bool{}}
	if r.house == nil {
		r.house = NoHouse{}
	}
	if o.Words != nil {
		r.words = *o.Words
	}
	return r
}

func (r *renderer) numeral(n int) string {
	if r.o.Numeral != nil {
		return r.o.Numeral(n)
	}
	return strconv.Itoa(n)
}

func (r *renderer) renderNotes() (notes []RenderedNote) {
	for i, f := range r.notes {
		r.out.Reset()
		r.line(f.Note)
		notes = append(notes, RenderedNote{
			ID: f.ID, Number: r.numeral(i + 1), Anchor: r.o.Prefix + "fn-" + f.ID, Back: "#" + r.o.Prefix + "fnref-" + f.ID,
			HTML: template.HTML(r.out.String()), //nolint:gosec // made by markup
		})
	}
	return notes
}
