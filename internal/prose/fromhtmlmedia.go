package prose

// division reads a div, which older WordPress also used for a picture with a
// caption, and providers for their posts.
func (im *importer) division(e *element, sc scope) []Block {
	if e.hasClass("wp-caption") {
		return im.figure(e, sc)
	}
	if blocks := im.post(e, sc); blocks != nil {
		return blocks
	}
	return im.children(e, im.enter(e, sc))
}

// figure reads a figure and gives its caption to the one thing in it. Where
// there are several, the caption follows them as a paragraph.
func (im *importer) figure(e *element, sc scope) []Block {
	sc = im.enter(e, sc)
	content, captions := *e, []*element(nil)
	content.kids = nil
	for _, kid := range e.kids {
		if kid.tag == "figcaption" || kid.hasClass("wp-caption-text") {
			captions = append(captions, kid)
		} else {
			content.kids = append(content.kids, kid)
		}
	}
	blocks := im.children(&content, sc)
	var caption []Inline
	for _, kid := range captions {
		caption = appendLine(caption, im.lineOf(kid, im.enter(kid, sc)))
	}
	if len(blocks) == 1 {
		blocks[0] = withLayout(blocks[0], e)
		if e.hasClass("wp-block-pullquote") {
			blocks[0] = pullQuoteOf(blocks[0])
		}
	}
	if len(caption) == 0 {
		return blocks
	}
	if len(blocks) == 1 {
		if b, ok := withCaption(blocks[0], caption); ok {
			return []Block{b}
		}
	}
	return append(blocks, Paragraph{Base: im.base(sc), Text: caption})
}

// appendLine appends a line after a break.
func appendLine(line, more []Inline) []Inline {
	if len(line) == 0 || len(more) == 0 {
		return append(line, more...)
	}
	return append(append(line, Break{}), more...)
}

// withLayout reads the width that WordPress gives a figure.
func withLayout(b Block, e *element) Block {
	p, ok := b.(Picture)
	if ok && (e.hasClass("alignwide") || e.hasClass("alignfull")) {
		p.Layout = Wide
		return p
	}
	return b
}

func pullQuoteOf(b Block) Block {
	q, ok := b.(Quote)
	if !ok {
		return b
	}
	if line, ok := pullText(q.Blocks); ok {
		return PullQuote{Base: q.Base, Text: line, Cite: q.Cite}
	}
	return b
}

// withCaption gives a block a caption, after one that it has.
func withCaption(b Block, caption []Inline) (Block, bool) {
	line := normalLine(appendLine(captionOf(b), caption))
	if len(divide(line)) > 1 {
		return b, false
	}
	switch b := b.(type) {
	case Picture:
		b.Caption = line
		return b, true
	case Gallery:
		b.Caption = line
		return b, true
	case Video:
		b.Caption = line
		return b, true
	case Embed:
		b.Caption = line
		return b, true
	case Map:
		b.Caption = line
		return b, true
	case Timeline:
		b.Caption = line
		return b, true
	case Table:
		b.Caption = line
		return b, true
	case Quote:
		b.Cite = normalLine(appendLine(b.Cite, caption))
		return b, true
	}
	return b, false
}

// alone makes a paragraph of one run.
func (im *importer) alone(r Run, sc scope) []Block {
	if isBlank(r.Text) {
		return nil
	}
	return []Block{Paragraph{Base: im.base(sc), Text: []Inline{r}}}
}
