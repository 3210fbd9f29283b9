package prose

import (
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/html"
)

// element is a node of the tree: an element, or a piece of text or a comment
// under the tags below.
type element struct {
	tag   string
	text  string
	attrs []html.Attribute
	kids  []*element
	trait trait
	line  int // of the source, from 1
}

// attr returns the value of an attribute, "" where there is none.
func (e *element) attr(name string) string {
	for _, a := range e.attrs {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func (e *element) has(name string) bool {
	for _, a := range e.attrs {
		if a.Key == name {
			return true
		}
	}
	return false
}

// hasClass says whether one of the classes is the given one.
func (e *element) hasClass(class string) bool {
	value := e.attr("class")
	return strings.Contains(value, class) && slices.Contains(strings.Fields(value), class)
}

// where names the place of an element for a note.
func (e *element) where() string {
	line := "line " + strconv.Itoa(e.line)
	if e.tag == tagText || e.tag == tagComment {
		return line
	}
	return line + ": <" + clip(e.tag) + ">"
}

// find returns the first element of a tag below e, in reading order.
func (e *element) find(tag string) *element {
	for _, kid := range e.kids {
		if kid.tag == tag {
			return kid
		}
		if found := kid.find(tag); found != nil {
			return found
		}
	}
	return nil
}

// allText returns the text below e.
func (e *element) allText() string {
	var b strings.Builder
	e.writeText(&b)
	return b.String()
}

func (e *element) writeText(b *strings.Builder) {
	if e.tag == tagText {
		b.WriteString(e.text)
	}
	for _, kid := range e.kids {
		kid.writeText(b)
	}
}

// The tags of what is no element.
const (
	tagText    = "#text"
	tagComment = "#comment"
)
