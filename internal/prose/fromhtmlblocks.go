package prose

import (
	"slices"
	"strconv"
)

// heading reads h1 to h6. The story's headline is the page's h1, so that an
// h1 in the text becomes level 2. What cannot stand in a heading follows it.
func (im *importer) heading(e *element, sc scope) []Block {
	level := int(e.tag[1] - '0')
	if kept := min(max(level, 2), 4); kept != level {
		im.note(Changed, e, "The heading became one of level "+strconv.Itoa(kept), e.allText())
		level = kept
	}
	sc = im.enter(e, sc)
	blocks := im.children(e, sc)
	var line []Inline
	var rest []Block
	for _, b := range blocks {
		p, ok := b.(Paragraph)
		switch {
		case !ok:
			rest = append(rest, b)
		case len(line) > 0:
			line = append(append(line, Break{}), p.Text...)
		default:
			line = slices.Clone(p.Text)
		}
	}
	if len(line) == 0 {
		return rest
	}
	head := make([]Block, 0, len(rest)+1)
	for _, part := range divide(normalLine(line)) {
		head = append(head, Heading{Base: im.base(sc), Level: level, Text: part})
	}
	return append(head, rest...)
}

// deeper returns the scope inside a block, or false where no more blocks may
// stand inside: then their content stands beside each other.
func (im *importer) deeper(e *element, sc scope) (scope, bool) {
	if sc.depth == MaxDepth {
		im.note(Changed, e, "Blocks that stood too deep inside each other now follow each other", "")
		return sc, false
	}
	sc.depth++
	return sc, true
}

func (im *importer) rule(_ *element, sc scope) []Block {
	return []Block{Rule{Base: im.base(sc)}}
}

// factBox reads details, whose summary is the title, and aside, whose heading
// is if it begins with one.
func (im *importer) factBox(e *element, sc scope) []Block {
	sc = im.enter(e, sc)
	inside, ok := im.deeper(e, sc)
	var title []Inline
	rest := *e
	if i := firstElement(e); i >= 0 && (e.kids[i].tag == "summary" || e.tag == "aside" && isHeading(e.kids[i].tag)) {
		title = im.lineOf(e.kids[i], inside)
		rest.kids = e.kids[i+1:]
	}
	blocks := im.children(&rest, inside)
	if len(blocks) == 0 || !ok {
		return append(im.titleAlone(title, sc), blocks...)
	}
	im.note(Changed, e, "A box of the page became a fact box", lineText(title))
	return []Block{FactBox{Base: im.base(sc), Title: title, Blocks: blocks}}
}

// titleAlone keeps the title of a box that cannot be one.
func (im *importer) titleAlone(title []Inline, sc scope) []Block {
	if len(title) == 0 {
		return nil
	}
	return []Block{Paragraph{Base: im.base(sc), Text: title}}
}

// firstElement returns the index of the first child that is not white space,
// -1 where text comes first.
func firstElement(e *element) int {
	for i, kid := range e.kids {
		switch {
		case kid.tag == tagComment || kid.tag == tagText && isBlank(kid.text):
		case kid.tag == tagText:
			return -1
		default:
			return i
		}
	}
	return -1
}
