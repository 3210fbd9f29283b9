package prose

// ToProseMirror writes a document as the JSON of the newsroom's editor (TipTap
// on ProseMirror). Node and mark names are TipTap's own where it has them:
//
//	paragraph heading bulletList orderedList listItem blockquote codeBlock
//	horizontalRule table tableRow tableHeader tableCell hardBreak text
//	bold italic strike code subscript superscript link
//
// and ours elsewhere:
//
//	citation    last in blockquote and pullQuote, holds a line
//	pullQuote   holds a pullText with a line, and a citation
//	factBox     holds a factTitle with a line, then blocks
//	picture gallery video embed map timeline    hold their caption as a line
//	footnote    stands in a line and holds the note as a line
//	topic       mark with attribute topic; language: mark with lang and dir
//
// Every block carries id, lang and dir as attributes. A table's caption is an
// attribute that holds a line, since tables hold rows alone; a cell holds one
// paragraph. In the editor's schema the mark code must exclude nothing.
//
// For every valid document d, FromProseMirror(ToProseMirror(d)) has the
// canonical form of d, byte for byte.
func ToProseMirror(d Doc) []byte {
	w := &pmWriter{}
	w.open('{')
	w.text("type", "doc")
	w.name("content")
	w.open('[')
	for _, b := range Normalise(d).Blocks {
		w.block(b)
	}
	w.close(']')
	w.close('}')
	return w.b
}

// pmWriter writes the editor's JSON.
type pmWriter struct{ writer }

// node writes a node: its type, its attributes, then what content writes.
func (w *pmWriter) node(typ string, attrs, content func()) {
	w.open('{')
	w.text("type", typ)
	if attrs != nil {
		w.name("attrs")
		w.open('{')
		attrs()
		w.close('}')
	}
	if content != nil {
		w.name("content")
		w.open('[')
		content()
		w.close(']')
	}
	w.close('}')
}

// blockNode is node for a block, whose attributes begin with its Base.
func (w *pmWriter) blockNode(typ string, b Base, attrs, content func()) {
	w.node(typ, func() {
		w.text("id", b.ID)
		w.text("lang", b.Lang)
		w.text("dir", string(b.Dir))
		if attrs != nil {
			attrs()
		}
	}, content)
}

// line returns the function that writes a line, nil for an empty one.
func (w *pmWriter) line(line []Inline) func() {
	if len(line) == 0 {
		return nil
	}
	return func() {
		for _, in := range line {
			w.inline(in)
		}
	}
}

func (w *pmWriter) blocks(blocks []Block) {
	for _, b := range blocks {
		w.block(b)
	}
}

// citation writes the source of a quotation.
func (w *pmWriter) citation(cite []Inline) {
	if len(cite) > 0 {
		w.node("citation", nil, w.line(cite))
	}
}

func (w *pmWriter) block(b Block) {
	switch b := b.(type) {
	case Paragraph:
		w.blockNode("paragraph", b.Base, nil, w.line(b.Text))
	case Heading:
		w.blockNode("heading", b.Base, func() { w.number("level", b.Level) }, w.line(b.Text))
	case List:
		w.list(b)
	case Quote:
		w.blockNode("blockquote", b.Base, nil, func() { w.blocks(b.Blocks); w.citation(b.Cite) })
	case PullQuote:
		w.blockNode("pullQuote", b.Base, nil, func() {
			w.node("pullText", nil, w.line(b.Text))
			w.citation(b.Cite)
		})
	case FactBox:
		w.blockNode("factBox", b.Base, nil, func() {
			w.node("factTitle", nil, w.line(b.Title))
			w.blocks(b.Blocks)
		})
	case Table:
		w.table(b)
	case Rule:
		w.blockNode("horizontalRule", b.Base, nil, nil)
	case Code:
		w.blockNode("codeBlock", b.Base, func() { w.text("language", b.Language) }, w.line(Words(b.Code)))
	default:
		attrs := func() { w.shown(b) }
		w.blockNode(string(b.Kind()), b.Common(), attrs, w.line(captionOf(b)))
	}
}

func (w *pmWriter) list(l List) {
	typ := "bulletList"
	if l.Ordered {
		typ = "orderedList"
	}
	w.blockNode(typ, l.Base, func() { w.number("start", l.Start) }, func() {
		for _, item := range l.Items {
			w.node("listItem", nil, func() { w.blocks(item.Blocks) })
		}
	})
}

func (w *pmWriter) table(t Table) {
	attrs := func() {
		w.number("headRows", t.HeadRows)
		w.number("headCols", t.HeadCols)
		if caption := w.line(t.Caption); caption != nil {
			w.name("caption")
			w.open('[')
			caption()
			w.close(']')
		}
	}
	w.blockNode("table", t.Base, attrs, func() {
		grid := tableGrid{}
		for i, row := range t.Rows {
			grid.add(row)
			w.node("tableRow", nil, func() {
				for j, c := range row {
					w.cell(c, headOf(t, i, grid.columns[j]) != "")
				}
			})
		}
	})
}

func (w *pmWriter) cell(c Cell, head bool) {
	typ := "tableCell"
	if head {
		typ = "tableHeader"
	}
	w.node(typ, func() {
		w.number("colspan", max(c.ColSpan, 1))
		w.number("rowspan", max(c.RowSpan, 1))
	}, func() { w.node("paragraph", nil, w.line(c.Text)) })
}

func (w *pmWriter) inline(in Inline) {
	switch in := in.(type) {
	case Run:
		w.open('{')
		w.text("type", "text")
		if in.Marks != (Marks{}) {
			w.name("marks")
			w.open('[')
			w.marks(in.Marks)
			w.close(']')
		}
		w.text("text", in.Text)
		w.close('}')
	case Break:
		w.node("hardBreak", nil, nil)
	case Footnote:
		w.node("footnote", func() { w.text("id", in.ID) }, w.line(in.Note))
	}
}

func (w *pmWriter) marks(m Marks) {
	w.mark("link", m.Link != "", func() { w.text("href", m.Link) })
	w.mark("topic", m.Topic != 0, func() { w.id("topic", m.Topic) })
	w.mark("language", m.Lang != "" || m.Dir != Inherit, func() {
		w.text("lang", m.Lang)
		w.text("dir", string(m.Dir))
	})
	w.mark("bold", m.Strong, nil)
	w.mark("italic", m.Emphasis, nil)
	w.mark("strike", m.Strike, nil)
	w.mark("subscript", m.Script == Subscript, nil)
	w.mark("superscript", m.Script == Superscript, nil)
	w.mark("code", m.Code, nil)
}

func (w *pmWriter) mark(typ string, has bool, attrs func()) {
	if has {
		w.node(typ, attrs, nil)
	}
}
