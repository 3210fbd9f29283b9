package wxr

import (
	"regexp"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// classic converts content of the classic editor, in which blank lines make
// paragraphs and single line ends make breaks.
func (c *converter) classic(text string) string {
	if strings.Contains(text, "<!--nextpage-->") {
		c.pageBreak()
	}
	text = c.shortcodes(text)
	w := &lineWriter{c: c}
	z := html.NewTokenizer(strings.NewReader(text))
	for kind := z.Next(); kind != html.ErrorToken; kind = z.Next() {
		raw := string(z.Raw())
		switch kind {
		case html.TextToken:
			w.text(raw)
		case html.StartTagToken, html.SelfClosingTagToken, html.EndTagToken:
			name, _ := z.TagName()
			w.tag(string(name), kind, raw)
		case html.CommentToken:
			w.out.WriteString(raw)
		}
	}
	w.boundary()
	return w.out.String()
}

// lining says what line ends mean inside of an element.
type lining int

const (
	linesBreak      lining = iota // breaks
	linesParagraphs               // paragraphs and breaks
	linesNothing                  // the layout of the source
	linesExact                    // themselves
)

// linings of the elements that are no part of a line of text.
var linings = liningTable(map[lining]string{
	linesParagraphs: "blockquote",
	linesBreak: "div section article aside main header footer nav center details summary address fieldset legend form p h1 h2 h3 h4 h5 h6 " +
		"figcaption caption li dt dd td th",
	linesNothing: "figure ul ol dl menu table thead tbody tfoot tr colgroup select optgroup map object video audio picture hr col iframe noscript",
	linesExact:   "pre script style textarea svg math",
})

func liningTable(words map[lining]string) map[string]lining {
	m := make(map[string]lining)
	for kind, names := range words {
		for name := range strings.FieldsSeq(names) {
			m[name] = kind
		}
	}
	return m
}

// hasBlockTag reports whether HTML says itself where its paragraphs are.
func hasBlockTag(text string) bool { return blockTag.MatchString(text) }

var blockTag = regexp.MustCompile(`(?i)<(p|div|h[1-6]|ul|ol|table|blockquote|figure|pre)[\s>]`)

const maxOpenElements = 256

type openElement struct {
	name   string
	lining lining
}

// lineWriter writes HTML whose line ends count.
type lineWriter struct {
	c         *converter
	out       strings.Builder
	open      []openElement // block elements, without the paragraph below
	paragraph bool          // one that this writer began is open
	line      bool          // words stand on the line since the last boundary
	ends      int           // line ends since the last words
	broken    bool          // the last thing was a <br>
}

func (w *lineWriter) lining() lining {
	if len(w.open) == 0 {
		return linesParagraphs
	}
	return w.open[len(w.open)-1].lining
}

// boundary ends the paragraph before or behind a block element.
func (w *lineWriter) boundary() {
	if w.paragraph {
		w.out.WriteString("</p>\n")
	}
	w.paragraph, w.line, w.ends, w.broken = false, false, 0, false
}

func (w *lineWriter) tag(name string, kind html.TokenType, raw string) {
	lining, isBlock := linings[name]
	switch {
	case w.lining() == linesExact && !(kind == html.EndTagToken && name == w.open[len(w.open)-1].name):
		w.out.WriteString(raw)
	case name == "cite" && w.endsQuote(kind):
		w.boundary()
		if kind == html.EndTagToken {
			w.pop(name)
		} else {
			w.open = append(w.open, openElement{name, linesBreak})
		}
		w.out.WriteString(raw)
	case !isBlock && kind == html.EndTagToken:
		w.out.WriteString(raw)
	case !isBlock:
		w.words(raw)
		w.broken = name == "br"
	case kind == html.EndTagToken:
		w.boundary()
		w.pop(name)
		w.out.WriteString(raw)
	default:
		w.boundary()
		w.push(name, lining, kind)
		w.out.WriteString(raw)
	}
}

// endsQuote reports whether a cite element on a line of its own, in a quotation,
// begins or ends: it names the source and belongs to no paragraph.
func (w *lineWriter) endsQuote(kind html.TokenType) bool {
	if len(w.open) == 0 {
		return false
	}
	top := w.open[len(w.open)-1].name
	if kind == html.EndTagToken {
		return top == "cite"
	}
	return top == "blockquote" && (!w.line || w.ends > 0) && len(w.open) < maxOpenElements
}

func (w *lineWriter) push(name string, l lining, kind html.TokenType) {
	if n := len(w.open); n > 0 && w.open[n-1].name == "p" {
		w.open = w.open[:n-1] // a block ends a paragraph
	}
	if kind == html.StartTagToken && name != "hr" && name != "col" && len(w.open) < maxOpenElements {
		w.open = append(w.open, openElement{name, l})
	}
}

func (w *lineWriter) pop(name string) {
	for i, open := range slices.Backward(w.open) {
		if open.name == name {
			w.open = w.open[:i]
			return
		}
	}
}

// text writes text whose line ends count as the element around says.
func (w *lineWriter) text(s string) {
	switch w.lining() {
	case linesExact:
		w.out.WriteString(s)
		return
	case linesNothing:
		if strings.TrimSpace(s) != "" {
			w.out.WriteString(s)
		}
		return
	}
	for s != "" {
		line, rest, ended := strings.Cut(s, "\n")
		w.segment(line, ended)
		if ended {
			w.ends++
		}
		s = rest
	}
}

var address = regexp.MustCompile(`^https?://[^\s<>"]+$`)

// segment writes a stretch of a line. An address alone on a line stands for
// what it leads to.
func (w *lineWriter) segment(s string, ended bool) {
	bare := strings.TrimSpace(s)
	alone := (!w.line || w.ends > 0) && ended && w.lining() == linesParagraphs
	switch {
	case bare == "" && w.ends == 0 && w.line:
		w.out.WriteString(s)
	case bare == "":
	case alone && address.MatchString(bare):
		w.boundary()
		w.c.embed(html.UnescapeString(bare))
		w.out.WriteString("<p>" + bare + "</p>\n")
	default:
		w.words(s)
		w.broken = false
	}
}

// words writes what belongs to a line, behind the breaks before it.
func (w *lineWriter) words(s string) {
	w.breaks()
	if w.lining() == linesParagraphs && !w.paragraph {
		w.out.WriteString("<p>")
		w.paragraph = true
		s = strings.TrimLeft(s, " \t")
	}
	w.out.WriteString(s)
	w.line = true
}

// breaks turns the line ends since the last words into a break or the end of
// the paragraph.
func (w *lineWriter) breaks() {
	n := w.ends
	w.ends = 0
	switch {
	case !w.line || n == 0 || w.lining() == linesNothing:
	case n > 1 && w.lining() == linesParagraphs:
		w.boundary()
	case n > 1:
		w.out.WriteString("<br><br>\n")
	case !w.broken:
		w.out.WriteString("<br>\n")
	default:
		w.out.WriteString("\n")
	}
}
