package prose

import "strconv"

// block writes one block for the page.
func (r *renderer) block(b Block) {
	m := &r.out
	switch b := b.(type) {
	case Paragraph:
		r.paragraph(b)
	case Heading:
		tag := "h" + strconv.Itoa(b.Level)
		r.start(tag, b.Base, "")
		r.line(b.Text)
		m.close(tag)
	case List:
		r.list(b)
	case Quote:
		r.quote(b)
	case PullQuote:
		r.start("blockquote", b.Base, "pull")
		r.line(b.Text)
		r.cite(b.Cite)
		m.close("blockquote")
	case FactBox:
		r.factBox(b)
	case Table:
		r.table(b)
	case Rule:
		r.start("hr", b.Base, "")
	case Code:
		r.code(b)
	case Picture:
		r.picture(b)
	case Embed:
		r.embed(b)
	default:
		r.figure(b)
	}
}

func (r *renderer) blocks(blocks []Block) {
	for _, b := range blocks {
		r.block(b)
	}
}

// start opens the outer element of a block.
func (r *renderer) start(tag string, b Base, class string, attrs ...string) {
	id := ""
	if b.ID != "" && !r.o.NoAnchors {
		id = r.o.Prefix + "b-" + b.ID
	}
	r.out.open(tag, append([]string{"class", class, "id", id, "lang", b.Lang, "dir", string(b.Dir)}, attrs...)...)
}

// paragraph writes nothing for an empty one, unless it is to carry the opening.
func (r *renderer) paragraph(p Paragraph) {
	if len(p.Text) == 0 && r.opening == "" {
		return
	}
	r.start("p", p.Base, "")
	if r.opening != "" {
		r.out.raw(string(r.opening))
		r.opening = ""
	}
	r.line(p.Text)
	r.out.close("p")
}

func (r *renderer) list(l List) {
	tag, start := "ul", ""
	if l.Ordered {
		tag = "ol"
		if l.Start != 0 {
			start = strconv.Itoa(l.Start)
		}
	}
	r.start(tag, l.Base, "", "start", start)
	for _, item := range l.Items {
		r.out.open("li")
		r.item(item.Blocks)
		r.out.close("li")
	}
	r.out.close(tag)
}

// item writes the first paragraph of an item without an element of its own,
// as lists are read, where it needs none.
func (r *renderer) item(blocks []Block) {
	p, ok := firstParagraph(blocks)
	if ok && p.Lang == "" && p.Dir == Inherit && r.opening == "" {
		r.line(p.Text)
		blocks = blocks[1:]
	}
	r.blocks(blocks)
}

func (r *renderer) quote(q Quote) {
	if len(q.Cite) == 0 {
		r.start("blockquote", q.Base, "")
		r.blocks(q.Blocks)
		r.out.close("blockquote")
		return
	}
	r.start("figure", q.Base, "quote")
	r.out.open("blockquote")
	r.blocks(q.Blocks)
	r.out.close("blockquote")
	r.caption(q.Cite, "")
	r.out.close("figure")
}

func (r *renderer) cite(cite []Inline) {
	if len(cite) > 0 {
		r.out.raw(" ")
		r.out.open("cite")
		r.line(cite)
		r.out.close("cite")
	}
}

func (r *renderer) factBox(f FactBox) {
	r.start("aside", f.Base, "fact", "aria-label", lineText(f.Title))
	if len(f.Title) > 0 {
		r.out.open("p", "class", "facthead")
		r.line(f.Title)
		r.out.close("p")
	}
	r.blocks(f.Blocks)
	r.out.close("aside")
}

// code writes preformatted text. The code element keeps a first line end, which
// parsers drop right after <pre>.
func (r *renderer) code(c Code) {
	r.start("pre", c.Base, "")
	class := ""
	if c.Language != "" {
		class = "language-" + c.Language
	}
	r.out.open("code", "class", class)
	r.out.text(c.Code)
	r.out.close("code")
	r.out.close("pre")
}

// figure writes a gallery, video, map or timeline, if the house knows it.
func (r *renderer) figure(b Block) {
	inside, ok := r.house.Figure(b)
	if !ok {
		return
	}
	r.start("figure", b.Common(), string(b.Kind()))
	r.out.raw(string(inside))
	r.caption(captionOf(b), "")
	r.out.close("figure")
}

// caption writes a figcaption with a credit, nothing where both are empty.
func (r *renderer) caption(caption []Inline, credit string) {
	if len(caption) == 0 && credit == "" {
		return
	}
	r.out.open("figcaption", "class", "cap")
	r.line(caption)
	if credit != "" {
		if len(caption) > 0 {
			r.out.raw(" ")
		}
		r.out.element("span", credit, "class", "cr")
	}
	r.out.close("figcaption")
}

// embed writes a link that a script may replace by the provider's frame once
// the reader asks for it. Nothing is loaded from the provider before.
func (r *renderer) embed(e Embed) {
	r.start("figure", e.Base, "embed", "data-provider", string(e.Provider), "data-src", e.Frame())
	r.out.element("a", r.words.LoadFrom+" "+e.Provider.Label(), "href", e.URL, "rel", "external noopener noreferrer")
	r.caption(e.Caption, "")
	r.out.close("figure")
}
