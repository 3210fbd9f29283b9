package prose

import (
	"bytes"
	"strings"

	"dateline/internal/news"

	"golang.org/x/net/html"
)

// The HTML standard's tree construction takes quadratic time on hostile input,
// and its whole tree is needed by nobody here: what is not understood never
// reaches a page. So the tokens of golang.org/x/net/html become a small tree
// under simple rules: a bounded depth, end tags that are implied, formatting
// that goes on across a paragraph left open.

// Bounds of the tree.
const (
	maxOpen     = 128       // elements inside elements; deeper ones are siblings
	maxElements = 2_000_000 // elements and pieces of text
	maxReopened = 6         // formatting elements that go on after an implied end
)

// treeBuilder makes a tree of tokens.
type treeBuilder struct {
	stack  []*element // open elements, the root first
	reopen []*element // formatting that goes on before the next text
	over   int        // start tags that were too deep to open
	count  int
	line   int
}

// parseTree reads HTML in time linear to its length.
func parseTree(src []byte) (*element, error) {
	top := &element{tag: "body", line: 1}
	t := &treeBuilder{stack: []*element{top}, line: 1}
	z := html.NewTokenizer(bytes.NewReader(src))
	z.AllowCDATA(true)
	for z.Next() != html.ErrorToken {
		lines := bytes.Count(z.Raw(), []byte{'\n'})
		token := z.Token()
		if token.Type == html.StartTagToken && token.Data == "noscript" {
			z.NextIsNotRawText()
		}
		t.token(token)
		t.line += lines
		if t.count > maxElements {
			return nil, news.Errorf(news.TooLarge, "", "The HTML has more than %d elements.", maxElements)
		}
	}
	return top, nil
}

func (t *treeBuilder) token(token html.Token) {
	switch token.Type {
	case html.TextToken:
		t.add(&element{tag: tagText, text: token.Data, line: t.line})
	case html.CommentToken:
		t.append(&element{tag: tagComment, text: token.Data, line: t.line})
	case html.StartTagToken, html.SelfClosingTagToken:
		t.start(&element{tag: token.Data, attrs: token.Attr, line: t.line})
	case html.EndTagToken:
		t.end(token.Data)
	}
}

// top is the innermost open element.
func (t *treeBuilder) top() *element { return t.stack[len(t.stack)-1] }

// append puts an element into the innermost open one.
func (t *treeBuilder) append(e *element) {
	t.count++
	parent := t.top()
	parent.kids = append(parent.kids, e)
}

// add is append for what formatting applies to.
func (t *treeBuilder) add(e *element) {
	if len(t.reopen) > 0 && strings.TrimSpace(e.text) == "" && e.tag == tagText {
		t.append(e)
		return
	}
	for _, f := range t.reopen {
		if len(t.stack) < maxOpen {
			again := &element{tag: f.tag, attrs: f.attrs, trait: f.trait, line: f.line}
			t.append(again)
			t.stack = append(t.stack, again)
		}
	}
	t.reopen = nil
	t.append(e)
}

// start opens an element after closing those whose end it implies.
func (t *treeBuilder) start(e *element) {
	e.trait = traits[e.tag]
	t.implyEnds(e)
	if e.trait.is(block) {
		t.append(e)
	} else {
		t.add(e)
	}
	switch {
	case e.trait.is(void):
	case len(t.stack) >= maxOpen:
		t.over++
	default:
		t.stack = append(t.stack, e)
	}
}

// implyEnds closes what cannot go on beside a new element: the item or cell
// before it, an open paragraph or heading, an open link.
func (t *treeBuilder) implyEnds(e *element) {
	if ended := impliedBy[e.tag]; ended != "" {
		t.endOutermost(ended, e.trait)
	}
	switch {
	case e.trait.is(block):
		t.endParagraph(e.tag)
	case e.tag == "a":
		t.endLink()
	}
}

// endOutermost closes the outermost open element of some tags that stands
// within the innermost list or table.
func (t *treeBuilder) endOutermost(tags string, of trait) {
	found := 0
	for i := len(t.stack) - 1; i > 0; i-- {
		open := t.stack[i]
		if strings.Contains(tags, " "+open.tag+" ") {
			found = i
		}
		if open.tag == "table" || open.trait.is(barrier) && !of.is(cell|group) {
			break
		}
	}
	if found > 0 {
		t.closeFrom(found)
	}
}

// endParagraph closes an open paragraph, a heading before a heading, and what
// cannot hold a block and is dropped, if it is the innermost open block.
func (t *treeBuilder) endParagraph(tag string) {
	for i := len(t.stack) - 1; i > 0; i-- {
		open := t.stack[i]
		if open.tag == "p" || isHeading(open.tag) && isHeading(tag) || open.trait.is(dropped) {
			t.closeFrom(i)
			return
		}
		if open.trait.is(block) {
			return
		}
	}
}

// endLink closes an open link before another one.
func (t *treeBuilder) endLink() {
	for i := len(t.stack) - 1; i > 0 && !t.stack[i].trait.is(barrier); i-- {
		if t.stack[i].tag == "a" {
			t.closeFrom(i)
			break
		}
	}
	t.forget("a")
}

// forget takes a tag from the formatting that goes on.
func (t *treeBuilder) forget(tag string) bool {
	for i, f := range t.reopen {
		if f.tag == tag {
			t.reopen = append(t.reopen[:i:i], t.reopen[i+1:]...)
			return true
		}
	}
	return false
}

// end closes the innermost element of a tag, unless a table's cell or the like
// stands between: an end tag without a beginning is ignored.
func (t *treeBuilder) end(tag string) {
	ends := traits[tag]
	switch {
	case tag == "br":
		t.add(&element{tag: "br", line: t.line})
		return
	case ends.is(void):
		return
	case t.over > 0:
		t.over--
		return
	case t.forget(tag):
		return
	}
	for i := len(t.stack) - 1; i > 0; i-- {
		if t.stack[i].tag == tag {
			t.closeFrom(i)
			return
		}
		if t.stack[i].trait.is(cell) && !ends.is(group) {
			return
		}
	}
}

// closeFrom closes the elements from i on. Formatting that was still open
// inside goes on after it, but not out of a cell.
func (t *treeBuilder) closeFrom(i int) {
	ends, inside := t.stack[i].trait, t.stack[i+1:]
	t.stack = t.stack[:i]
	if ends.is(cell | group) {
		t.reopen = nil
		return
	}
	for _, e := range inside {
		if e.trait.is(formatting) && len(t.reopen) < maxReopened {
			t.reopen = append(t.reopen, e)
		}
	}
}

func isHeading(tag string) bool {
	return len(tag) == 2 && tag[0] == 'h' && '1' <= tag[1] && tag[1] <= '6'
}
