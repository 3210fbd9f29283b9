package prose

import (
	"slices"
	"strconv"
	"strings"
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

func (im *importer) list(e *element, sc scope) []Block {
	sc = im.enter(e, sc)
	inside, ok := im.deeper(e, sc)
	l := List{Base: im.base(sc), Ordered: e.tag == "ol"}
	l.Start = im.startOf(e)
	for _, blocks := range im.items(e, inside) {
		l.Items = append(l.Items, Item{Blocks: blocks})
	}
	if !ok {
		return itemBlocks(l)
	}
	return splitList(im, l)
}

// splitList makes several lists of one over the limit.
func splitList(im *importer, l List) (blocks []Block) {
	if len(l.Items) == 0 {
		return nil
	}
	for part := range slices.Chunk(l.Items, MaxItems) {
		list := l
		list.Items = part
		if len(blocks) > 0 {
			list.ID = im.newID()
		}
		blocks = append(blocks, list)
	}
	return blocks
}

func itemBlocks(l List) (blocks []Block) {
	for _, item := range l.Items {
		blocks = append(blocks, item.Blocks...)
	}
	return blocks
}

func (im *importer) startOf(e *element) int {
	value := e.attr("start")
	if value == "" || e.tag != "ol" {
		return 0
	}
	n, err := strconv.Atoi(strings.TrimSpace(value))
	if err != nil || n < 0 || n > MaxStart {
		im.note(Changed, e, "A list now starts at 1", value)
		return 0
	}
	return n
}

// items reads the items of a list. A list right inside a list belongs to the
// item before it; anything else there is an item of its own.
func (im *importer) items(e *element, sc scope) (items [][]Block) {
	for _, kid := range itemElements(e) {
		if im.used[kid] {
			continue
		}
		inside := sc
		if kid.tag == "li" {
			inside = im.enter(kid, sc)
		}
		blocks := im.children(kid, inside)
		switch {
		case len(blocks) == 0:
		case kid.tag == tagNested && len(items) > 0:
			items[len(items)-1] = append(items[len(items)-1], blocks...)
		default:
			items = append(items, blocks)
		}
	}
	return items
}

// tagNested stands for what holds a list right inside a list, tagLoose for
// what holds anything else there.
const (
	tagNested = "#nested"
	tagLoose  = "#loose"
)

// itemElements returns the li of a list, and elements around what stands
// between them.
func itemElements(e *element) (items []*element) {
	for _, kid := range e.kids {
		switch last := len(items) - 1; {
		case kid.tag == "li":
			items = append(items, kid)
		case kid.tag == "ul" || kid.tag == "ol":
			items = append(items, &element{tag: tagNested, kids: []*element{kid}, line: kid.line})
		case last >= 0 && items[last].tag == tagLoose:
			items[last].kids = append(items[last].kids, kid)
		default:
			items = append(items, &element{tag: tagLoose, kids: []*element{kid}, line: kid.line})
		}
	}
	return items
}

// definitions reads a dl as a list in which each term is strong.
func (im *importer) definitions(e *element, sc scope) []Block {
	sc = im.enter(e, sc)
	inside, ok := im.deeper(e, sc)
	l := List{Base: im.base(sc)}
	im.note(Changed, e, "A list of definitions became a list with its terms in bold", "")
	term := false // the last item has only terms so far
	im.terms(e, inside, func(kid *element, blocks []Block) {
		if n := len(l.Items); n > 0 && (kid.tag == "dd" || term) {
			l.Items[n-1].Blocks = append(l.Items[n-1].Blocks, blocks...)
		} else {
			l.Items = append(l.Items, Item{Blocks: blocks})
		}
		term = kid.tag == "dt"
	})
	if !ok {
		return itemBlocks(l)
	}
	return splitList(im, l)
}

// terms calls each for the dt and dd of a dl, also where a div groups them.
func (im *importer) terms(e *element, sc scope, each func(kid *element, blocks []Block)) {
	for _, kid := range e.kids {
		if im.used[kid] {
			continue
		}
		if kid.tag == "div" {
			im.terms(kid, sc, each)
			continue
		}
		inside := im.enter(kid, sc)
		inside.marks.Strong = inside.marks.Strong || kid.tag == "dt"
		one := kid
		if kid.tag != "dt" && kid.tag != "dd" {
			one = &element{tag: "dd", kids: []*element{kid}, line: kid.line}
		}
		if blocks := im.children(one, inside); len(blocks) > 0 {
			each(one, blocks)
		}
	}
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

// code reads preformatted text. Poems, which WordPress writes so, are a
// paragraph with its line breaks.
func (im *importer) code(e *element, sc scope) []Block {
	sc = im.enter(e, sc)
	if e.hasClass("wp-block-verse") {
		return im.verse(e, sc)
	}
	if e.find("a") != nil || e.find("img") != nil {
		im.note(Changed, e, "Links and pictures inside preformatted text were dropped; its words were kept", "")
	}
	text := im.preformatted(e)
	if strings.TrimSpace(text) == "" {
		return nil
	}
	var blocks []Block
	for text != "" {
		cut := cutBefore(text, MaxText)
		blocks = append(blocks, Code{Base: im.base(sc), Language: codeLanguage(e), Code: text[:cut]})
		text = text[cut:]
	}
	return blocks
}

// preformatted returns the text below e with its lines. The first line end of
// a pre is not content (HTML standard, "The pre element").
func (im *importer) preformatted(e *element) string {
	var b strings.Builder
	var gather func(*element)
	gather = func(n *element) {
		switch n.tag {
		case tagText:
			b.WriteString(im.cleanLines(n))
		case "br":
			b.WriteByte('\n')
		}
		for _, kid := range n.kids {
			gather(kid)
		}
	}
	gather(e)
	text := b.String()
	if len(e.kids) > 0 && e.kids[0].tag == tagText {
		text = strings.TrimPrefix(text, "\n")
	}
	return text
}

// cleanLines is clean for text that keeps its lines.
func (im *importer) cleanLines(e *element) string {
	text := strings.ReplaceAll(e.text, "\r\n", "\n")
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		lines[i] = im.clean(&element{tag: "pre", text: line, line: e.line}, true)
	}
	return strings.Join(lines, "\n")
}

// verse reads a poem.
func (im *importer) verse(e *element, sc scope) []Block {
	var line []Inline
	for text := range strings.SplitSeq(strings.Trim(im.preformatted(e), "\n"), "\n") {
		if len(line) > 0 {
			line = append(line, Break{})
		}
		line = append(line, Words(text)...)
	}
	if strings.TrimSpace(lineText(line)) == "" {
		return nil
	}
	var blocks []Block
	for _, part := range divide(line) {
		blocks = append(blocks, Paragraph{Base: im.base(sc), Text: part})
	}
	return blocks
}

// codeLanguage reads the name of a language as highlighters write it.
func codeLanguage(e *element) string {
	classes := e.attr("class")
	if code := e.find("code"); code != nil {
		classes += " " + code.attr("class")
	}
	for _, class := range strings.Fields(strings.ReplaceAll(classes, "brush: ", "brush:")) {
		for _, prefix := range []string{"language-", "lang-", "brush:"} {
			if name, ok := strings.CutPrefix(class, prefix); ok {
				if name = strings.TrimSuffix(name, ";"); validCodeLanguage(name) {
					return name
				}
			}
		}
	}
	return ""
}
