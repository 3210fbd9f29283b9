package prose

import "dateline/internal/news"

// Parse reads a stored document of at most MaxImported bytes. It is strict:
// a field, kind or mark that it does not know, a repeated name, a missing or
// repeated id and whatever Check refuses is a news.Error of kind Invalid (or
// TooLarge), whose Field is the path of the fault, such as
// body.blocks[2].items[0].blocks[0].text.
//
// For canonical b, Canonical(Parse(b)) is b, byte for byte.
func Parse(b []byte) (Doc, error) { return parse(b, MaxImported) }

// ParseEdited is Parse for a text that comes from an editor, with the lower
// limit of MaxEdited.
func ParseEdited(b []byte) (Doc, error) { return parse(b, MaxEdited) }

// UnmarshalJSON is Parse.
func (d *Doc) UnmarshalJSON(b []byte) error {
	parsed, err := Parse(b)
	if err != nil {
		return err
	}
	*d = parsed
	return nil
}

func parse(b []byte, limit int) (Doc, error) {
	v, err := readJSON(b, limit, root.String())
	if err != nil {
		return Doc{}, err
	}
	if v, err = upgrade(v, upgrades); err != nil {
		return Doc{}, err
	}
	d := &decoder{}
	doc := d.doc(v)
	if d.err != nil {
		return Doc{}, d.err
	}
	if err := Check(doc); err != nil {
		return Doc{}, err
	}
	return Normalise(doc), nil
}

func (d *decoder) doc(v value) Doc {
	o := d.object(v, root)
	doc := Doc{Version: o.number("version"), Blocks: d.blocks(o, 0)}
	o.done()
	return doc
}

func (d *decoder) blocks(o *object, depth int) (blocks []Block) {
	if depth == MaxDepth {
		if o.has("blocks") {
			d.fail(o.at.member("blocks"), "Blocks stand at most %d deep inside each other.", MaxDepth)
		}
		return nil
	}
	o.list("blocks", func(v value, at *path) {
		if b := d.block(v, at, depth+1); b != nil {
			blocks = append(blocks, b)
		}
	})
	return blocks
}

// block reads one block; it returns nil where it failed.
func (d *decoder) block(v value, at *path, depth int) Block {
	o := d.object(v, at)
	kind := Kind(o.str("type"))
	base := Base{ID: o.str("id"), Lang: o.str("lang"), Dir: Dir(o.str("dir"))}
	b := d.content(o, kind, depth)
	if d.err != nil {
		return nil
	}
	if o.done(); d.err != nil {
		return nil
	}
	return b.withBase(base)
}

// content reads the fields of a kind. Fields of no meaning to it are left for
// done to refuse.
func (d *decoder) content(o *object, kind Kind, depth int) Block {
	switch kind {
	case KindParagraph:
		return Paragraph{Text: d.inlines(o, "text")}
	case KindHeading:
		return Heading{Level: o.number("level"), Text: d.inlines(o, "text")}
	case KindList:
		return List{Ordered: o.flag("ordered"), Start: o.number("start"), Items: d.items(o, depth)}
	case KindQuote:
		return Quote{Blocks: d.blocks(o, depth), Cite: d.inlines(o, "cite")}
	case KindPullQuote:
		return PullQuote{Text: d.inlines(o, "text"), Cite: d.inlines(o, "cite")}
	case KindTable:
		return d.table(o)
	case KindFactBox:
		return FactBox{Title: d.inlines(o, "title"), Blocks: d.blocks(o, depth)}
	case KindRule:
		return Rule{}
	case KindCode:
		return Code{Language: o.str("language"), Code: o.str("code")}
	default:
		return d.shown(o, kind)
	}
}

// shown reads the blocks that show a thing that lives elsewhere.
func (d *decoder) shown(o *object, kind Kind) Block {
	caption := d.inlines(o, "caption")
	switch kind {
	case KindPicture:
		return Picture{Picture: o.id("picture"), Alt: o.str("alt"), Layout: Layout(o.str("layout")), Caption: caption}
	case KindGallery:
		return Gallery{Gallery: o.id("gallery"), Caption: caption}
	case KindVideo:
		return Video{Video: o.id("video"), Caption: caption}
	case KindEmbed:
		return Embed{Provider: Provider(o.str("provider")), Ref: o.str("ref"), URL: o.str("url"), Caption: caption}
	case KindMap:
		return Map{Map: o.id("map"), View: d.view(o), Caption: caption}
	case KindTimeline:
		return Timeline{Timeline: o.id("timeline"), Caption: caption}
	}
	d.fail(o.at.member("type"), "There is no block of the kind “%s”.", clip(string(kind)))
	return nil
}

func (d *decoder) items(o *object, depth int) (items []Item) {
	o.list("items", func(v value, at *path) {
		item := d.object(v, at)
		items = append(items, Item{Blocks: d.blocks(item, depth)})
		item.done()
	})
	return items
}

func (d *decoder) view(o *object) View {
	v, ok := o.field("view", jsonObject, "A view")
	if !ok {
		return View{}
	}
	view := d.object(v, o.at.member("view"))
	defer view.done()
	return View{Lat: view.decimal("lat"), Lon: view.decimal("lon"), Zoom: view.decimal("zoom"), At: view.str("at")}
}

func (d *decoder) table(o *object) Table {
	t := Table{HeadRows: o.number("headrows"), HeadCols: o.number("headcols"), Caption: d.inlines(o, "caption")}
	o.list("rows", func(v value, at *path) {
		if v.kind != jsonArray {
			d.fail(at, "A list is expected here.")
		}
		var row Row
		for i, cell := range v.items {
			row = append(row, d.cell(cell, at.at(i)))
		}
		t.Rows = append(t.Rows, row)
	})
	return t
}

func (d *decoder) cell(v value, at *path) Cell {
	o := d.object(v, at)
	defer o.done()
	return Cell{Text: d.inlines(o, "text"), ColSpan: o.number("colspan"), RowSpan: o.number("rowspan")}
}

func (d *decoder) inlines(o *object, name string) (line []Inline) {
	o.list(name, func(v value, at *path) {
		line = append(line, d.inline(v, at))
	})
	return line
}

// inline tells the three inlines apart by the one name that each must have.
func (d *decoder) inline(v value, at *path) Inline {
	o := d.object(v, at)
	defer o.done()
	switch {
	case o.has("break"):
		if !o.flag("break") {
			d.fail(at.member("break"), "A line break is written as true.")
		}
		return Break{}
	case o.has("footnote"):
		return Footnote{ID: o.str("footnote"), Note: d.inlines(o, "note")}
	case o.has("text"):
		return Run{Text: o.str("text"), Marks: o.marks()}
	}
	d.fail(at, "A text, a break or a footnote is expected here.")
	return nil
}

func (o *object) marks() Marks {
	m := Marks{
		Strong: o.flag("strong"), Emphasis: o.flag("emphasis"), Strike: o.flag("strike"), Code: o.flag("code"),
		Script: Script(o.str("script")), Link: o.str("link"), Lang: o.str("lang"), Dir: Dir(o.str("dir")),
	}
	if o.has("topic") {
		m.Topic = o.id("topic")
	}
	return m
}

// clip shortens something that a person wrote for a message.
func clip(s string) string { return clipTo(s, 40) }

// clipTo cuts a text after a number of letters.
func clipTo(s string, most int) string {
	for i := range s {
		if most == 0 {
			return s[:i] + "…"
		}
		most--
	}
	return s
}

// newer refuses a document of a later schema in one plain sentence.
func newer(version int) error {
	return news.Errorf(news.Invalid, root.member("version").String(),
		"This text was written by a newer Dateline (schema %d, this one knows %d). Update Dateline to read it.", version, Version)
}
