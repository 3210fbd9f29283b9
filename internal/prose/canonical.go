package prose

// Canonical returns the one stored form of a document: JSON with the fields in
// a fixed order, without white space, defaults left out, after Normalise. Two
// documents are the same text exactly if their canonical forms are equal.
//
// Canonical does not check: a document that was built by hand goes through
// Check first.
func Canonical(d Doc) []byte {
	w := &writer{}
	d = Normalise(d)
	w.open('{')
	w.number("version", d.Version)
	w.name("blocks")
	w.blocks(d.Blocks)
	w.close('}')
	return w.b
}

// MarshalJSON is Canonical. Mind that json.Marshal escapes <, > and & in what
// it is given: the same document, but not its canonical bytes.
func (d Doc) MarshalJSON() ([]byte, error) { return Canonical(d), nil }

func (w *writer) blocks(blocks []Block) {
	w.open('[')
	for _, b := range blocks {
		w.block(b)
	}
	w.close(']')
}

func (w *writer) block(b Block) {
	w.open('{')
	base := b.Common()
	w.text("type", string(b.Kind()))
	w.text("id", base.ID)
	w.text("lang", base.Lang)
	w.text("dir", string(base.Dir))
	w.content(b)
	w.close('}')
}

func (w *writer) content(b Block) {
	switch b := b.(type) {
	case Paragraph:
		w.inlines("text", b.Text)
	case Heading:
		w.number("level", b.Level)
		w.inlines("text", b.Text)
	case List:
		w.list(b)
	case Quote:
		w.name("blocks")
		w.blocks(b.Blocks)
		w.inlines("cite", b.Cite)
	case PullQuote:
		w.inlines("text", b.Text)
		w.inlines("cite", b.Cite)
	case Table:
		w.table(b)
	case FactBox:
		w.inlines("title", b.Title)
		w.name("blocks")
		w.blocks(b.Blocks)
	case Code:
		w.text("language", b.Language)
		w.text("code", b.Code)
	default:
		w.shown(b)
		w.inlines("caption", captionOf(b))
	}
}

// shown writes what a block shows that lives elsewhere; its caption follows
// where each form has it.
func (w *writer) shown(b Block) {
	switch b := b.(type) {
	case Picture:
		w.id("picture", b.Picture)
		w.text("alt", b.Alt)
		w.text("layout", string(b.Layout))
	case Gallery:
		w.id("gallery", b.Gallery)
	case Video:
		w.id("video", b.Video)
	case Embed:
		w.text("provider", string(b.Provider))
		w.text("ref", b.Ref)
		w.text("url", b.URL)
	case Map:
		w.id("map", b.Map)
		w.view(b.View)
	case Timeline:
		w.id("timeline", b.Timeline)
	}
}

func (w *writer) list(l List) {
	w.flag("ordered", l.Ordered)
	w.number("start", l.Start)
	w.name("items")
	w.open('[')
	for _, item := range l.Items {
		w.open('{')
		w.name("blocks")
		w.blocks(item.Blocks)
		w.close('}')
	}
	w.close(']')
}

func (w *writer) view(v View) {
	if v == (View{}) {
		return
	}
	w.name("view")
	w.open('{')
	w.decimal("lat", v.Lat)
	w.decimal("lon", v.Lon)
	w.decimal("zoom", v.Zoom)
	w.text("at", v.At)
	w.close('}')
}

func (w *writer) table(t Table) {
	w.number("headrows", t.HeadRows)
	w.number("headcols", t.HeadCols)
	w.inlines("caption", t.Caption)
	w.name("rows")
	w.open('[')
	for _, row := range t.Rows {
		w.open('[')
		for _, c := range row {
			w.open('{')
			w.inlines("text", c.Text)
			w.number("colspan", c.ColSpan)
			w.number("rowspan", c.RowSpan)
			w.close('}')
		}
		w.close(']')
	}
	w.close(']')
}

// inlines writes a line, nothing where it is empty.
func (w *writer) inlines(name string, line []Inline) {
	if len(line) == 0 {
		return
	}
	w.name(name)
	w.open('[')
	for _, in := range line {
		w.inline(in)
	}
	w.close(']')
}

func (w *writer) inline(in Inline) {
	w.open('{')
	switch in := in.(type) {
	case Run:
		w.text("text", in.Text)
		w.marks(in.Marks)
	case Break:
		w.flag("break", true)
	case Footnote:
		w.text("footnote", in.ID)
		w.inlines("note", in.Note)
	}
	w.close('}')
}

func (w *writer) marks(m Marks) {
	w.flag("strong", m.Strong)
	w.flag("emphasis", m.Emphasis)
	w.flag("strike", m.Strike)
	w.flag("code", m.Code)
	w.text("script", string(m.Script))
	w.text("link", m.Link)
	w.id("topic", m.Topic)
	w.text("lang", m.Lang)
	w.text("dir", string(m.Dir))
}
