package prose

import (
	"math"
	"strconv"
	"strings"

	"dateline/internal/news"
)

// reserve notes the ids that a source gives, so that no new block takes one
// before its owner is read.
func (im *importer) reserve(tree *element) {
	eachElement(tree, nil, func(e, _ *element) bool {
		for _, name := range []string{dataBlock, dataFootnote} {
			if id := e.attr(name); id != "" {
				im.reserved[id] = true
			}
		}
		return true
	})
}

// sourceBlock reads an element that SourceHTML wrote, or that a person wrote
// after its example. An element that is no valid block is read like any other.
func (im *importer) sourceBlock(e *element, sc scope) []Block {
	base, inside := im.sourceBase(e, sc)
	b := im.sourceContent(e, inside)
	if b == nil {
		delete(im.ids, base.ID)
		return im.plainBlock(e, sc)
	}
	return []Block{b.withBase(base)}
}

// plainBlock reads an element as if it had no data of a source.
func (im *importer) plainBlock(e *element, sc scope) []Block {
	sc.exact = false
	f := &flow{im: im, sc: sc}
	f.element(e, sc)
	f.put()
	return f.blocks
}

// sourceBase takes id, language and direction from the element. The scope
// inside has none of them: a source writes what each block has.
func (im *importer) sourceBase(e *element, sc scope) (Base, scope) {
	id := e.attr(dataBlock)
	if !validID(id) || !im.claim(id) {
		if validID(id) {
			im.note(Changed, e, "A block whose id stood twice got a new one", id)
		}
		id = im.newID()
	}
	lang, dir := im.language(e)
	im.noteAttributes(e)
	return Base{ID: id, Lang: lang, Dir: dir}, scope{depth: sc.depth, exact: true}
}

func (im *importer) sourceContent(e *element, sc scope) Block {
	switch e.tag {
	case "p":
		return Paragraph{Text: im.lineOf(e, sc)}
	case "h2", "h3", "h4":
		return Heading{Level: int(e.tag[1] - '0'), Text: im.lineOf(e, sc)}
	case "hr":
		return Rule{}
	case "pre":
		return im.sourceCode(e)
	case "table":
		return im.sourceTable(e, sc)
	case "figure":
		return im.sourceFigure(e, sc)
	}
	if sc.depth == MaxDepth {
		return nil
	}
	sc.depth++
	switch e.tag {
	case "ul", "ol":
		return im.sourceList(e, sc)
	case "blockquote":
		return im.sourceQuote(e, sc)
	case "aside":
		title, rest := im.sourcePart(e, "header", sc)
		if blocks := im.children(rest, looser(sc)); len(blocks) > 0 {
			return FactBox{Title: title, Blocks: blocks}
		}
	}
	return nil
}

// looser is the scope between the blocks of a source, where white space means
// nothing.
func looser(sc scope) scope {
	sc.exact = false
	return sc
}

func (im *importer) sourceList(e *element, sc scope) Block {
	l := List{Ordered: e.tag == "ol", Start: im.startOf(e)}
	for _, blocks := range im.items(e, looser(sc)) {
		l.Items = append(l.Items, Item{Blocks: blocks})
	}
	if len(l.Items) == 0 || len(l.Items) > MaxItems {
		return nil
	}
	return l
}

func (im *importer) sourceQuote(e *element, sc scope) Block {
	cite, rest := im.sourcePart(e, "footer", sc)
	if !e.hasClass("pull") {
		if blocks := im.children(rest, looser(sc)); len(blocks) > 0 {
			return Quote{Blocks: blocks, Cite: cite}
		}
		return nil
	}
	text, rest := im.sourcePart(rest, "p", sc)
	for _, kid := range rest.kids {
		if kid.tag != tagText || !isBlank(kid.text) {
			return nil
		}
	}
	return PullQuote{Text: text, Cite: cite}
}

// sourcePart reads the first child of a tag as a line and returns the element
// without it.
func (im *importer) sourcePart(e *element, tag string, sc scope) ([]Inline, *element) {
	for i, kid := range e.kids {
		if kid.tag == tag && !kid.has(dataBlock) {
			rest := *e
			rest.kids = append(append([]*element(nil), e.kids[:i]...), e.kids[i+1:]...)
			return im.lineOf(kid, sc), &rest
		}
	}
	return nil, e
}

func (im *importer) sourceCode(e *element) Block {
	language, text := e.attr(dataLanguage), im.preformatted(e)
	if !validCodeLanguage(language) || len(text) > MaxText {
		return nil
	}
	return Code{Language: language, Code: text}
}

func (im *importer) sourceTable(e *element, sc scope) Block {
	var t Table
	t.Caption, e = im.sourcePart(e, "caption", sc)
	var rows []tableRow
	eachElement(e, nil, func(kid, _ *element) bool {
		if kid.tag == "tr" {
			rows = append(rows, rowOf(kid, false))
		}
		return kid.tag != "td" && kid.tag != "th"
	})
	if len(rows) == 0 || len(rows) > MaxRows || widest(rows) > MaxCols {
		return nil
	}
	t.Rows = im.rows(rows, sc)
	t.HeadRows = min(number(e.attr(dataHeadRows)), len(rows))
	t.HeadCols = min(number(e.attr(dataHeadCols)), widthOf(t.Rows))
	return t
}

// number reads a whole number, 0 for anything else.
func number(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil || n < 0 {
		return 0
	}
	return n
}

// sourceFigure reads the blocks that show a thing that lives elsewhere.
func (im *importer) sourceFigure(e *element, sc scope) Block {
	if e.has(dataEmbed) {
		embed, ok := ParseEmbed(e.attr(dataEmbed))
		if !ok {
			return nil
		}
		embed.Caption = im.lineOf(e, sc)
		return embed
	}
	if id, ok := im.sourceID(e, "data-picture"); ok {
		p := Picture{Picture: id, Alt: e.attr(dataAlt), Layout: Layout(e.attr(dataLayout))}
		if p.Layout != Wide && p.Layout != Half {
			p.Layout = Measure
		}
		p.Alt = cutAlt(im.clean(&element{tag: "figure", text: p.Alt, line: e.line}))
		p.Caption = im.lineOf(e, sc)
		return p
	}
	if id, ok := im.sourceID(e, "data-gallery"); ok {
		return Gallery{Gallery: id, Caption: im.lineOf(e, sc)}
	}
	if id, ok := im.sourceID(e, "data-video"); ok {
		return Video{Video: id, Caption: im.lineOf(e, sc)}
	}
	if id, ok := im.sourceID(e, "data-timeline"); ok {
		return Timeline{Timeline: id, Caption: im.lineOf(e, sc)}
	}
	if id, ok := im.sourceID(e, "data-map"); ok {
		return Map{Map: id, View: viewOf(e), Caption: im.lineOf(e, sc)}
	}
	return nil
}

// viewOf reads a view, the zero View where it is not one.
func viewOf(e *element) View {
	v := View{At: e.attr(dataDate)}
	if len(v.At) > MaxDate || strings.ContainsFunc(v.At, isControlRune) {
		v.At = ""
	}
	numbers := strings.Fields(e.attr(dataView))
	if len(numbers) != 3 {
		return v
	}
	for i, into := range []*float64{&v.Lat, &v.Lon, &v.Zoom} {
		f, err := strconv.ParseFloat(numbers[i], 64)
		if most := []float64{90, 180, MaxZoom}[i]; err != nil || !(math.Abs(f) <= most) {
			return View{At: v.At}
		}
		*into = f
	}
	v.Zoom = math.Abs(v.Zoom)
	return v
}

// sourceID reads the id of a thing from an attribute of a source.
func (im *importer) sourceID(e *element, name string) (news.ID, bool) {
	if !im.o.Source || !e.has(name) {
		return 0, false
	}
	return news.ParseID(e.attr(name))
}

// sourceFootnote reads a footnote where it stands in the line.
func (im *importer) sourceFootnote(e *element, sc scope) []Inline {
	line := im.lineOf(e, scope{depth: 1, exact: sc.exact})
	if hasNote(line) {
		im.note(Changed, e, "A footnote that held another became a part of the text", lineText(line))
		return line
	}
	id := e.attr(dataFootnote)
	if !validID(id) || !im.claim(id) {
		id = im.newID()
	}
	return []Inline{Footnote{ID: id, Note: line}}
}
