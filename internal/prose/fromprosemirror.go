package prose

import "strings"

// FromProseMirror reads the JSON of the newsroom's editor, for a text of at
// most MaxEdited bytes. newID makes the ids that blocks lack: an editor that divides
// a paragraph gives both halves the same one, and then the second gets a new
// one. nil is NewBlockID.
//
// Nodes and marks that ToProseMirror does not name are an error with their
// path. Attributes that it does not name are passed over, since editors keep
// matters of display there. Line ends in a line become spaces, and other
// control characters, which come with what is pasted, become visible.
func FromProseMirror(b []byte, newID func() string) (Doc, error) {
	v, err := readJSON(b, maxEditor, root.String())
	if err != nil {
		return Doc{}, err
	}
	if newID == nil {
		newID = NewBlockID
	}
	r := &pmReader{newID: newID, ids: map[string]bool{}}
	top := r.node(v, root)
	if top.typ != "doc" {
		r.fail(root.member("type"), "A document of the editor is expected here.")
	}
	doc := Normalise(Doc{Blocks: r.blocks(top.content)})
	if r.err != nil {
		return Doc{}, r.err
	}
	if err := Check(doc); err != nil {
		return Doc{}, err
	}
	if len(Canonical(doc)) > MaxEdited {
		return Doc{}, tooLarge(root.String(), MaxEdited)
	}
	return doc, nil
}

// pmReader reads the editor's JSON.
type pmReader struct {
	decoder
	newID func() string
	ids   map[string]bool
}

// pmNode is a node of the editor's document.
type pmNode struct {
	typ     string
	at      *path
	attrs   *object
	content []pmNode
	marks   []pmNode
	text    string
}

// node reads a node without asking what it means.
func (r *pmReader) node(v value, at *path) pmNode {
	o := r.object(v, at)
	n := pmNode{typ: o.str("type"), at: at, text: o.str("text")}
	attrs, ok := o.v.member("attrs")
	if !ok || attrs.kind == jsonNull {
		attrs = value{kind: jsonObject}
	}
	n.attrs = r.object(withoutNulls(attrs), at.member("attrs"))
	o.list("content", func(v value, at *path) { n.content = append(n.content, r.node(v, at)) })
	o.list("marks", func(v value, at *path) { n.marks = append(n.marks, r.node(v, at)) })
	return n
}

// withoutNulls drops the attributes that have no value.
func withoutNulls(v value) value {
	if v.kind != jsonObject {
		return v
	}
	out := value{kind: v.kind}
	for i, item := range v.items {
		if item.kind != jsonNull {
			out.keys, out.items = append(out.keys, v.keys[i]), append(out.items, item)
		}
	}
	return out
}

// freshID returns the id of a node, or a new one where it is missing or taken.
func (r *pmReader) freshID(n pmNode) string {
	id := n.attrs.str("id")
	for !validID(id) || r.ids[id] {
		id = r.newID()
	}
	r.ids[id] = true
	return id
}

// blocks reads nodes as blocks.
func (r *pmReader) blocks(nodes []pmNode) (blocks []Block) {
	for _, n := range nodes {
		if r.err != nil {
			return nil
		}
		base := Base{ID: r.freshID(n), Lang: n.attrs.str("lang"), Dir: Dir(n.attrs.str("dir"))}
		if b := r.block(n); b != nil {
			blocks = append(blocks, b.withBase(base))
		}
	}
	return blocks
}

func (r *pmReader) block(n pmNode) Block {
	switch n.typ {
	case "paragraph":
		return Paragraph{Text: r.line(n.content)}
	case "heading":
		return Heading{Level: n.attrs.number("level"), Text: r.line(n.content)}
	case "bulletList", "orderedList":
		return r.list(n)
	case "blockquote":
		content, cite := r.citation(n)
		return Quote{Blocks: r.blocks(content), Cite: cite}
	case "pullQuote":
		content, cite := r.citation(n)
		text, _ := r.part(n, content, "pullText")
		return PullQuote{Text: text, Cite: cite}
	case "factBox":
		title, content := r.part(n, n.content, "factTitle")
		return FactBox{Title: title, Blocks: r.blocks(content)}
	case "table":
		return r.table(n)
	case "horizontalRule":
		return Rule{}
	case "codeBlock":
		return Code{Language: n.attrs.str("language"), Code: codeText(n)}
	}
	return r.shown(n)
}

// shown reads the blocks that show a thing that lives elsewhere.
func (r *pmReader) shown(n pmNode) Block {
	caption := r.line(n.content)
	switch Kind(n.typ) {
	case KindPicture:
		return Picture{Picture: n.attrs.id("picture"), Alt: r.visible(n.attrs.str("alt")), Layout: Layout(n.attrs.str("layout")), Caption: caption}
	case KindGallery:
		return Gallery{Gallery: n.attrs.id("gallery"), Caption: caption}
	case KindVideo:
		return Video{Video: n.attrs.id("video"), Caption: caption}
	case KindEmbed:
		e, ok := ParseEmbed(n.attrs.str("url"))
		if !ok {
			r.fail(n.at.member("attrs").member("url"), "Dateline does not embed from this address. Write it as a link.")
		}
		e.Caption = caption
		return e
	case KindMap:
		return Map{Map: n.attrs.id("map"), View: r.view(n.attrs), Caption: caption}
	case KindTimeline:
		return Timeline{Timeline: n.attrs.id("timeline"), Caption: caption}
	}
	r.fail(n.at.member("type"), "The editor has no block of the kind “%s”.", clip(n.typ))
	return nil
}

func (r *pmReader) list(n pmNode) Block {
	l := List{Ordered: n.typ == "orderedList", Start: n.attrs.number("start")}
	for _, item := range n.content {
		if item.typ != "listItem" {
			r.fail(item.at.member("type"), "An item of a list is expected here.")
		}
		l.Items = append(l.Items, Item{Blocks: r.blocks(item.content)})
	}
	return l
}

// citation divides the content of a quotation from its source.
func (r *pmReader) citation(n pmNode) (content []pmNode, cite []Inline) {
	last := len(n.content) - 1
	if last < 0 || n.content[last].typ != "citation" {
		return n.content, nil
	}
	return n.content[:last], r.line(n.content[last].content)
}

// part reads the first node as the line of a part, if it is that part.
func (r *pmReader) part(n pmNode, nodes []pmNode, typ string) (line []Inline, rest []pmNode) {
	if len(nodes) == 0 || nodes[0].typ != typ {
		r.fail(n.at.member("content"), "A %s is expected first here.", typ)
		return nil, nodes
	}
	return r.line(nodes[0].content), nodes[1:]
}

// codeText returns the text of a code block.
func codeText(n pmNode) string {
	var b strings.Builder
	for _, text := range n.content {
		b.WriteString(text.text)
	}
	return strings.Map(func(r rune) rune {
		if r == '\n' || !isControlRune(r) {
			return r
		}
		return '\uFFFD'
	}, strings.ReplaceAll(b.String(), "\r\n", "\n"))
}

// line reads nodes as a line.
func (r *pmReader) line(nodes []pmNode) (line []Inline) {
	for _, n := range nodes {
		switch n.typ {
		case "text":
			line = append(line, Run{Text: r.visible(n.text), Marks: r.runMarks(n)})
		case "hardBreak":
			line = append(line, Break{})
		case "footnote":
			line = append(line, Footnote{ID: r.freshID(n), Note: r.line(n.content)})
		default:
			r.fail(n.at.member("type"), "“%s” does not stand in a line.", clip(n.typ))
		}
	}
	return line
}

// visible replaces what no line may hold.
func (r *pmReader) visible(s string) string {
	if !strings.ContainsFunc(s, isControlRune) {
		return s
	}
	return strings.Map(func(c rune) rune {
		switch {
		case c == '\n' || c == '\r':
			return ' '
		case isControlRune(c):
			return '\uFFFD'
		}
		return c
	}, s)
}

func (r *pmReader) runMarks(n pmNode) (m Marks) {
	for _, mark := range n.marks {
		switch mark.typ {
		case "bold":
			m.Strong = true
		case "italic":
			m.Emphasis = true
		case "strike":
			m.Strike = true
		case "code":
			m.Code = true
		case "subscript":
			m.Script = Subscript
		case "superscript":
			m.Script = Superscript
		case "link":
			m.Link = mark.attrs.str("href")
		case "topic":
			m.Topic = mark.attrs.id("topic")
		case "language":
			m.Lang, m.Dir = mark.attrs.str("lang"), Dir(mark.attrs.str("dir"))
		default:
			r.fail(mark.at.member("type"), "The editor has no mark “%s”.", clip(mark.typ))
		}
	}
	return m
}
