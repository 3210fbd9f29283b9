package prose

import "strings"

// text appends a piece of text to the line.
func (f *flow) text(e *element, sc scope) {
	if f.im.o.LineEnds && !sc.exact && strings.Contains(e.text, "\n") {
		f.lines(e, sc)
		return
	}
	s := f.im.clean(e)
	if s == "" || sc.exact && len(f.line) == 0 && isBlank(s) && strings.ContainsRune(e.text, '\n') {
		return // the line ends between the blocks of a source are not text
	}
	f.line = append(f.line, Run{Text: s, Marks: sc.marks})
}

// lines appends a piece of text whose line ends count.
func (f *flow) lines(e *element, sc scope) {
	for i, part := range strings.Split(e.text, "\n") {
		if i > 0 {
			f.line = append(f.line, Break{})
		}
		f.text(&element{tag: tagText, text: part, line: e.line + i}, sc)
	}
}

// clean returns the text of a node with control characters made visible.
// Line ends become spaces.
func (im *importer) clean(e *element) string {
	s := e.text
	if !strings.ContainsFunc(s, isControlRune) {
		return s
	}
	bad := false
	s = strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\r' || r == '\f':
			return ' '
		case isControlRune(r):
			bad = true
			return '\uFFFD'
		}
		return r
	}, s)
	if bad {
		im.note(Changed, e, "Control characters were replaced by \uFFFD", s)
	}
	return s
}

func isControlRune(r rune) bool { return r < 0x80 && isControl(byte(r)) }

// inline reads an element that stands in a line.
func (f *flow) inline(e *element, sc scope) {
	if note, ok := f.im.footnoteAt(e); ok {
		f.line = append(f.line, note)
		return
	}
	if f.im.o.Source && e.has(dataFootnote) {
		f.line = append(f.line, f.im.sourceFootnote(e, sc)...)
		return
	}
	sc = f.im.span(e, sc)
	switch e.tag {
	case "br":
		f.line = append(f.line, Break{})
	case "wbr":
	case "q":
		f.say("“", sc)
		f.kids(e, sc)
		f.say("”", sc)
	case "rp":
	case "rt":
		f.say("(", sc)
		f.kids(e, sc)
		f.say(")", sc)
	case "abbr", "acronym":
		f.kids(e, sc)
		if title := e.attr("title"); title != "" {
			f.im.note(Dropped, e, "The long form of an abbreviation was dropped", title)
		}
	case "noscript":
		f.noscript(e, sc)
	default:
		f.kids(e, sc)
	}
}

// noscript reads what readers without scripts are shown, but not the second
// copy of a picture that a script would have loaded.
func (f *flow) noscript(e *element, sc scope) {
	if e.find("img") != nil && strings.TrimSpace(e.allText()) == "" && f.endsWithPicture() {
		return
	}
	f.kids(e, sc)
}

func (f *flow) endsWithPicture() bool {
	if len(f.blocks) == 0 || len(f.line) > 0 {
		return false
	}
	_, ok := f.blocks[len(f.blocks)-1].(Picture)
	return ok
}

func (f *flow) say(s string, sc scope) {
	f.line = append(f.line, Run{Text: s, Marks: sc.marks})
}

// reference returns the marks inside a link, or inside a topic in a source.
func (im *importer) reference(e *element, m Marks) Marks {
	if id, ok := im.sourceID(e, dataTopic); ok {
		m.Topic, m.Link = id, ""
		return m
	}
	if href := e.attr("href"); strings.TrimSpace(href) != "" {
		if link := im.link(e, href); link != "" {
			m.Link, m.Topic = link, 0
		}
	}
	return m
}

// link makes an address safe; it returns "" and reports where that cannot be.
func (im *importer) link(e *element, href string) string {
	address := href
	if im.o.Link != nil {
		address = im.o.Link(href)
	}
	if link, ok := CleanLink(address); ok {
		return link
	}
	scheme, _, hasScheme := strings.Cut(address, ":")
	if relative := strings.TrimSpace(address); relative != "" && (!hasScheme || strings.ContainsAny(scheme, "/?#")) {
		if link, ok := CleanLink("/" + strings.TrimLeft(strings.TrimPrefix(relative, "./"), "/")); ok {
			im.note(Changed, e, "A link without a place to start from now starts at the root of the site", href)
			return link
		}
	}
	im.note(Dropped, e, "The address of a link was dropped; its words were kept", href)
	return ""
}

// lineOf reads what is inside an element as one line. Pictures and the like in
// it are put after the block that the line belongs to.
func (im *importer) lineOf(e *element, sc scope) []Inline {
	line, left := flatten(im.children(e, sc))
	im.left = append(im.left, left...)
	parts := divide(line)
	if len(parts) < 2 {
		return line
	}
	im.note(Changed, e, "A line over the limit goes on in a paragraph of its own", "")
	for _, part := range parts[1:] {
		im.left = append(im.left, Paragraph{Base: Base{ID: im.newID()}, Text: part})
	}
	return parts[0]
}

// flatten makes one line of blocks, and returns those that no line holds.
func flatten(blocks []Block) (line []Inline, left []Block) {
	walk(blocks, func(b Block) bool {
		switch b := b.(type) {
		case Picture, Gallery, Video, Map, Timeline:
			left = append(left, b)
			return false
		case Quote:
			inner, more := flatten(b.Blocks)
			line, left = appendLine(appendLine(line, inner), b.Cite), append(left, more...)
			return false
		case Code:
			for part := range strings.Lines(b.Code) {
				line = appendLine(line, Words(strings.TrimRight(part, "\n")))
			}
		case Embed:
			line = appendLine(line, []Inline{Run{Text: b.URL, Marks: Marks{Link: b.URL}}})
			line = appendLine(line, b.Caption)
		default:
			for _, part := range linesOf(b) {
				line = appendLine(line, part)
			}
		}
		return true
	})
	return normalLine(line), left
}
