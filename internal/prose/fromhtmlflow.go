package prose

// flow gathers the blocks of one container while its elements are read: blocks
// that are complete, and the line of text that is being gathered.
type flow struct {
	im     *importer
	sc     scope
	blocks []Block
	line   []Inline
}

// children reads what is inside an element as blocks.
func (im *importer) children(e *element, sc scope) []Block {
	f := &flow{im: im, sc: sc}
	f.kids(e, sc)
	f.put()
	return f.blocks
}

func (f *flow) kids(e *element, sc scope) {
	for _, kid := range e.kids {
		f.node(kid, sc)
	}
}

// node reads one node of the tree.
func (f *flow) node(e *element, sc scope) {
	switch {
	case e.tag == tagText:
		f.text(e, sc)
	case f.im.o.Element != nil && f.replaced(e):
	case e.tag == tagComment || f.im.used[e]:
	case f.im.o.Source && e.has(dataBlock):
		f.put(f.im.sourceBlock(e, sc)...)
	case e.trait.is(dropped):
		f.drop(e)
	case hidden(e) && !f.im.o.Source:
		f.im.note(Dropped, e, "Hidden content was dropped", e.allText())
	default:
		f.element(e, sc)
	}
}

// element reads an element as blocks of its own, as a group of others or as
// part of the line.
func (f *flow) element(e *element, sc scope) {
	switch read := readerOf(e.tag); {
	case read != nil:
		f.put(read(f.im, e, sc)...)
	case e.tag == "img":
		f.img(e, sc)
	case e.trait.is(block):
		f.section(e, sc)
	default:
		f.inline(e, sc)
	}
}

// reader reads one element as blocks.
type reader func(im *importer, e *element, sc scope) []Block

// readerOf returns the reader of the elements that become blocks of their own,
// nil for others.
func readerOf(tag string) reader {
	switch tag {
	case "h1", "h2", "h3", "h4", "h5", "h6":
		return (*importer).heading
	case "ul", "ol", "menu", "dir":
		return (*importer).list
	case "dl":
		return (*importer).definitions
	case "blockquote":
		return (*importer).quote
	case "pre", "xmp", "plaintext", "listing":
		return (*importer).code
	case "hr":
		return (*importer).rule
	case "table":
		return (*importer).table
	case "details", "aside":
		return (*importer).factBox
	default:
		return mediaReaderOf(tag)
	}
}

// mediaReaderOf is readerOf for what shows something.
func mediaReaderOf(tag string) reader {
	switch tag {
	case "figure":
		return (*importer).figure
	case "div":
		return (*importer).division
	case "iframe", "embed", "object", "applet":
		return (*importer).frame
	case "video", "audio":
		return (*importer).film
	}
	return nil
}

// put ends the line and appends blocks, and after them what their lines could
// not hold.
func (f *flow) put(blocks ...Block) {
	f.flush()
	f.blocks = append(f.blocks, blocks...)
	f.blocks = append(f.blocks, f.im.left...)
	f.im.left = nil
}

// section reads an element that only groups: div, section, p and the like.
func (f *flow) section(e *element, sc scope) {
	f.flush()
	outer := f.sc
	sc = f.im.enter(e, sc)
	f.sc = sc
	f.kids(e, sc)
	f.flush()
	f.sc = outer
}

// replaced asks the importer's owner for a block in the place of an element.
func (f *flow) replaced(e *element) bool {
	attr := e.attr
	if e.tag == tagComment {
		attr = func(string) string { return e.text }
	}
	b, ok := f.im.o.Element(e.tag, attr)
	if !ok || b == nil {
		return false
	}
	b = b.withBase(f.im.base(f.sc))
	if err := Check(Doc{Blocks: []Block{b}}); err != nil {
		f.im.note(Dropped, e, "A block that is not valid was dropped", err.Error())
		return true
	}
	f.put(b)
	return true
}

// drop leaves out an element and says so, unless there was nothing to see.
func (f *flow) drop(e *element) {
	switch e.tag {
	case "meta", "link", "base", "col", "colgroup", "source", "track", "param":
		return
	case "script", "style", "template", "noembed", "noframes":
		f.im.note(Dropped, e, "Code of the page was dropped", e.allText())
	case "title":
		f.im.note(Dropped, e, "The title of the page was dropped", e.allText())
	case "svg":
		f.im.note(Dropped, e, "A drawing was dropped", e.allText())
	default:
		f.im.note(Dropped, e, "A part of a form or frame was dropped", e.allText())
	}
}
