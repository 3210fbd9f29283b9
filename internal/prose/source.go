package prose

import (
	"fmt"
	"strconv"
)

// The data attributes of a source. dataBlock carries the id of a block, so
// that a text edited in a plain text area keeps the identity of its parts.
const (
	dataBlock    = "data-prose"
	dataFootnote = "data-footnote"
	dataTopic    = "data-topic"
	dataAlt      = "data-alt"
	dataLayout   = "data-layout"
	dataView     = "data-view"
	dataDate     = "data-at"
	dataLanguage = "data-language"
	dataEmbed    = "data-embed"
	dataHeadRows = "data-headrows"
	dataHeadCols = "data-headcols"
)

// SourceHTML writes a document as plain HTML that a person can edit in a text
// area. FromHTML with Source set reads it back: for a normal document d,
// FromHTML(SourceHTML(d)) is d, with its ids, topics, pictures and notes. Only
// a text whose source is over MaxImported is too large for this.
func SourceHTML(d Doc) string {
	s := &sourceWriter{}
	s.line = inlineWriter{m: &s.m, reference: sourceReference, footnote: s.footnote}
	s.blocks(Normalise(d).Blocks)
	return s.m.String()
}

type sourceWriter struct {
	m    markup
	line inlineWriter
}

func sourceReference(r Run, _ *Run) (wrap, bool) {
	switch {
	case r.Topic != 0:
		return newWrap("a", dataTopic, r.Topic.String()), true
	case r.Link != "":
		return newWrap("a", "href", r.Link), true
	}
	return wrap{}, false
}

func (s *sourceWriter) footnote(f Footnote) {
	s.m.open("span", dataFootnote, f.ID)
	s.line.line(f.Note)
	s.m.close("span")
}

func (s *sourceWriter) blocks(blocks []Block) {
	for _, b := range blocks {
		s.block(b)
		s.m.raw("\n")
	}
}

// start opens the element of a block with its id, language and direction.
func (s *sourceWriter) start(tag string, b Base, attrs ...string) {
	s.m.open(tag, append([]string{dataBlock, b.ID, "lang", b.Lang, "dir", string(b.Dir)}, attrs...)...)
}

// lined writes an element with a line in it.
func (s *sourceWriter) lined(tag string, b Base, line []Inline, attrs ...string) {
	s.start(tag, b, attrs...)
	s.line.line(line)
	s.m.close(tag)
}

// part writes an element for a line that belongs to a block, nothing where it
// is empty.
func (s *sourceWriter) part(tag string, line []Inline) {
	if len(line) > 0 {
		s.m.open(tag)
		s.line.line(line)
		s.m.close(tag)
	}
}

func (s *sourceWriter) block(b Block) {
	switch b := b.(type) {
	case Paragraph:
		s.lined("p", b.Base, b.Text)
	case Heading:
		s.lined("h"+strconv.Itoa(b.Level), b.Base, b.Text)
	case List:
		s.list(b)
	case Quote:
		s.start("blockquote", b.Base)
		s.m.raw("\n")
		s.blocks(b.Blocks)
		s.part("footer", b.Cite)
		s.m.close("blockquote")
	case PullQuote:
		s.start("blockquote", b.Base, "class", "pull")
		s.part("p", b.Text)
		s.part("footer", b.Cite)
		s.m.close("blockquote")
	case FactBox:
		s.start("aside", b.Base)
		s.part("header", b.Title)
		s.m.raw("\n")
		s.blocks(b.Blocks)
		s.m.close("aside")
	case Table:
		s.table(b)
	case Rule:
		s.start("hr", b.Base)
	case Code:
		s.start("pre", b.Base, dataLanguage, b.Language)
		s.m.element("code", b.Code)
		s.m.close("pre")
	default:
		s.lined("figure", b.Common(), captionOf(b), figureAttrs(b)...)
	}
}

func (s *sourceWriter) list(l List) {
	tag := "ul"
	if l.Ordered {
		tag = "ol"
	}
	s.start(tag, l.Base, "start", zeroless(l.Start))
	for _, item := range l.Items {
		s.m.raw("\n")
		s.m.open("li")
		s.m.raw("\n")
		s.blocks(item.Blocks)
		s.m.close("li")
	}
	s.m.raw("\n")
	s.m.close(tag)
}

func (s *sourceWriter) table(t Table) {
	s.start("table", t.Base, dataHeadRows, zeroless(t.HeadRows), dataHeadCols, zeroless(t.HeadCols))
	s.part("caption", t.Caption)
	for _, row := range t.Rows {
		s.m.raw("\n")
		s.m.open("tr")
		for _, c := range row {
			s.m.open("td", "colspan", spanAttr(c.ColSpan), "rowspan", spanAttr(c.RowSpan))
			s.line.line(c.Text)
			s.m.close("td")
		}
		s.m.close("tr")
	}
	s.m.raw("\n")
	s.m.close("table")
}

// figureAttrs name what a block shows.
func figureAttrs(b Block) []string {
	switch b := b.(type) {
	case Picture:
		return []string{"data-picture", b.Picture.String(), dataAlt, b.Alt, dataLayout, string(b.Layout)}
	case Gallery:
		return []string{"data-gallery", b.Gallery.String()}
	case Video:
		return []string{"data-video", b.Video.String()}
	case Embed:
		return []string{dataEmbed, b.URL}
	case Map:
		return []string{"data-map", b.Map.String(), dataView, viewAttr(b.View), dataDate, b.View.At}
	case Timeline:
		return []string{"data-timeline", b.Timeline.String()}
	}
	return nil
}

// viewAttr writes a view as latitude, longitude and zoom.
func viewAttr(v View) string {
	if v.Lat == 0 && v.Lon == 0 && v.Zoom == 0 {
		return ""
	}
	return fmt.Sprint(decimal(v.Lat), " ", decimal(v.Lon), " ", decimal(v.Zoom))
}

func decimal(f float64) string { return strconv.FormatFloat(f, 'f', -1, 64) }

func zeroless(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}
