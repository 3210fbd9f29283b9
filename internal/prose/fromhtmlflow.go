package prose

import (
	"slices"
	"strings"
)

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

// flush ends the line of text and makes paragraphs of it.
func (f *flow) flush() {
	line := f.line
	f.line = nil
	if len(line) == 0 {
		return
	}
	if f.sc.exact {
		f.paragraph(line)
		return
	}
	for _, part := range splitLine(line) {
		if line := collapse(part); !isEmptyLine(line) {
			f.paragraph(line)
		}
	}
}

// isEmptyLine says whether a line shows nothing: pages put no-break spaces
// into paragraphs to make room.
func isEmptyLine(line []Inline) bool {
	for _, in := range line {
		switch in := in.(type) {
		case Run:
			if strings.TrimSpace(in.Text) != "" {
				return false
			}
		case Footnote:
			return false
		}
	}
	return true
}

// paragraph appends a line as a paragraph, or as an embed if it is nothing but
// the address of one. A line over the limits becomes several paragraphs.
func (f *flow) paragraph(line []Inline) {
	line = normalLine(line)
	if len(line) == 1 && !f.sc.exact {
		if run, ok := line[0].(Run); ok && !strings.ContainsRune(run.Text, ' ') && strings.HasPrefix(run.Text, "http") {
			if e, ok := ParseEmbed(run.Text); ok {
				f.blocks = append(f.blocks, e.withBase(f.im.base(f.sc)))
				return
			}
		}
	}
	for _, part := range divide(line) {
		f.blocks = append(f.blocks, Paragraph{Base: f.im.base(f.sc), Text: part})
	}
}

// splitLine divides a line where two or more breaks follow each other: that is
// how paragraphs are written where nobody knew of them.
func splitLine(line []Inline) (parts [][]Inline) {
	start, breaks := 0, 0
	for i, in := range line {
		switch in := in.(type) {
		case Break:
			breaks++
			continue
		case Run:
			if isBlank(in.Text) {
				continue
			}
		}
		if breaks > 1 {
			parts = append(parts, line[start:i])
			start = i
		}
		breaks = 0
	}
	return append(parts, line[start:])
}

// divide cuts a line into parts within the limits of one block.
func divide(line []Inline) (parts [][]Inline) {
	size, start := 0, 0
	for i := 0; i < len(line); i++ {
		run, _ := line[i].(Run)
		if room := MaxText - size; len(run.Text) > room {
			cut := cutBefore(run.Text, room)
			rest := run
			run.Text, rest.Text = run.Text[:cut], run.Text[cut:]
			line = slices.Insert(slices.Clone(line), i+1, Inline(rest))
			line[i] = run
			parts, start, size = append(parts, line[start:i+1]), i+1, 0
			continue
		}
		if size += len(run.Text); i+1-start == MaxInlines {
			parts, start, size = append(parts, line[start:i+1]), i+1, 0
		}
	}
	if start < len(line) {
		parts = append(parts, line[start:])
	}
	return parts
}

// cutBefore returns the end of the last whole letter within n bytes.
func cutBefore(s string, n int) int {
	if len(s) <= n {
		return len(s)
	}
	for n > 0 && s[n]&0xC0 == 0x80 {
		n--
	}
	return n
}
