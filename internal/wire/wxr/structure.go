package wxr

import (
	"slices"
	"strings"
)

const (
	channelName = "channel"
	itemName    = "item"
)

// container is an element that holds fields.
type container struct {
	parents []string // where it may stand
	begin   func(*reader)
	end     func(*reader)
	fields  map[string]setter
}

// setter stores the text of a field.
type setter func(r *reader, text string, t *tag)

// termContainers are the elements that describe a term.
var termContainers = []string{"wp:category", "wp:tag", "wp:term"}

// containers is the grammar of an export: what stands in what.
var containers = map[string]*container{
	channelName:      {fields: channelFields},
	"image":          {parents: []string{channelName}, fields: imageFields},
	"wp:author":      {parents: []string{channelName}, begin: beginAuthor, end: endAuthor, fields: authorFields},
	"wp:category":    {parents: []string{channelName}, begin: beginTerm(TaxonomyCategory), end: endTerm, fields: categoryFields},
	"wp:tag":         {parents: []string{channelName}, begin: beginTerm(TaxonomyTag), end: endTerm, fields: tagFields},
	"wp:term":        {parents: []string{channelName}, begin: beginTerm(""), end: endTerm, fields: termFields},
	"wp:termmeta":    {parents: termContainers, begin: beginMeta, end: endTermMeta, fields: metaFields},
	itemName:         {parents: []string{channelName}, begin: beginItem, end: endItem, fields: itemFields},
	"wp:postmeta":    {parents: []string{itemName}, begin: beginMeta, end: endPostMeta, fields: metaFields},
	"wp:comment":     {parents: []string{itemName}, begin: beginComment, end: endComment, fields: commentFields},
	"wp:commentmeta": {parents: []string{"wp:comment"}, begin: beginMeta, end: endCommentMeta, fields: metaFields},
}

func (r *reader) isContainer(name string) bool { return containers[name] != nil }

// top returns the innermost open container.
func (r *reader) top() string { return r.stack[len(r.stack)-1] }

func (r *reader) startTagOf(t tag) {
	switch {
	case t.name == "rss" || t.name == "rdf:rdf":
		r.names.declare(t.attrs)
		r.closed, r.amongItems = false, false
	case t.name == channelName:
		r.names.declare(t.attrs)
		r.closed, r.amongItems = false, false
	case r.isContainer(t.name) && r.holdsFields():
		r.openContainer(t)
	default:
		r.fieldOf(t)
	}
}

// holdsFields reports whether a tag follows, so that the element just opened
// is a container and not a field of RSS with the same name.
func (r *reader) holdsFields() bool {
	at := r.win.space(0, maxTag)
	return r.win.at(at) == '<' && !r.win.has(at, cdataStart)
}

// openContainer opens a container where it belongs, and closes on the way what
// its end tag was missing for.
func (r *reader) openContainer(t tag) {
	c := containers[t.name]
	depth := r.depthOf(func(name string) bool { return slices.Contains(c.parents, name) })
	if depth < 0 && slices.Contains(c.parents, itemName) {
		r.implicitItem(t)
		depth = len(r.stack) - 1
	}
	if depth < 0 {
		r.skipField(t)
		return
	}
	r.closeAbove(depth)
	r.stack = append(r.stack, t.name)
	if c.begin != nil {
		c.begin(r)
	}
	if t.empty {
		r.closeTop()
	}
}

// depthOf returns the innermost open container that fits, -1 if none does.
func (r *reader) depthOf(fits func(string) bool) int {
	for i, name := range slices.Backward(r.stack) {
		if fits(name) {
			return i
		}
	}
	return -1
}

// closeAbove closes all containers inside the one at depth. None of them had
// an end tag.
func (r *reader) closeAbove(depth int) {
	for len(r.stack)-1 > depth {
		r.note(NoteTag, "The element "+r.top()+" was closed where the next one begins.", "its end tag is missing", 1)
		r.closeTop()
	}
}

func (r *reader) closeTop() {
	c := containers[r.top()]
	r.stack = r.stack[:len(r.stack)-1]
	if c.end != nil {
		c.end(r)
	}
}

func (r *reader) endTagOf(t tag) {
	if t.name == "rss" || t.name == channelName || t.name == "rdf:rdf" {
		r.closeAbove(0)
		r.closed = true
		return
	}
	depth := r.depthOf(func(name string) bool { return name == t.name })
	if depth <= 0 {
		r.note(NoteTag, "An end tag of "+excerpt(t.raw)+" was passed over.", "nothing of that name is open", 1)
		return
	}
	r.closeAbove(depth)
	r.closeTop()
}

// fieldOf reads a field and stores it in the innermost container that knows it.
func (r *reader) fieldOf(t tag) {
	depth := r.depthOf(func(name string) bool { return containers[name].fields[t.name] != nil })
	if r.startsItem(t.name, depth) {
		r.implicitItem(t)
		depth = len(r.stack) - 1
	}
	if depth < 0 {
		r.skipField(t)
		return
	}
	r.closeAbove(depth)
	r.place.Field = t.name
	text, ok := "", true
	if !t.empty {
		text, ok = r.field(t)
	}
	if ok && r.admit(len(text)) {
		containers[r.top()].fields[t.name](r, text, &t)
	}
}

// startsItem reports whether a field of an item stands where no item is open:
// one that only items have, or the title of the next item.
func (r *reader) startsItem(name string, depth int) bool {
	if r.item != nil || itemFields[name] == nil {
		return false
	}
	return depth < 0 || depth == 0 && name == "title" && r.amongItems
}

func (r *reader) implicitItem(t tag) {
	r.closeAbove(0)
	r.stack = append(r.stack, itemName)
	beginItem(r)
	r.note(NoteTag, "An item was begun at "+t.raw+".", "its start tag is missing", 1)
}

// skipField gives up an element that the export's format does not know, or
// not in this place. The end of the report counts them.
func (r *reader) skipField(t tag) {
	r.leftOut.add("element " + excerpt(t.raw))
	if t.empty {
		return
	}
	r.quiet = true
	r.field(t)
	r.quiet = false
}

// structural reports whether a tag of the export's own structure stands at a
// position, as seen from inside a field; "" asks from behind a field. Inside,
// names that HTML or plain RSS use as well count less.
func (r *reader) structural(at int, field string) bool {
	raw, end := r.nameAt(at)
	if len(raw) == 0 {
		return false
	}
	name := r.names.of(raw)
	_, isBare := bareFields[name]
	switch {
	case name == itemName || name == channelName || name == "content:encoded" || name == "excerpt:encoded" || name == "dc:creator":
		return true
	case strings.HasPrefix(name, "wp:"):
		return wpNames[name[len("wp:"):]] && (field == "" || !isMarkup(field) || strings.Contains(string(raw), ":"))
	case !isBare:
		return false
	}
	return field == "" || !end && !isMarkup(field) && (at == 0 || isSpace(r.win.at(at-1)))
}

// bareFields are the names of an item's fields that have no prefix.
var bareFields = set("title link pubdate guid description category")

// firstStructural finds the first tag of the export's structure in a stretch.
func (r *reader) firstStructural(from, to int, field string) int {
	for at := from; ; at++ {
		if at = r.win.index([]byte("<"), at, to); at < 0 || r.structural(at, field) {
			return at
		}
	}
}
