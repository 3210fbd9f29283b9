package prose

// Rewriter says how Rewrite changes a document: the hook for translation,
// anonymising and the linker. A nil field leaves its part alone.
type Rewriter struct {
	// Line is given every line of inlines: the text of paragraphs, headings,
	// cells, titles, captions, sources and notes. It must not change its
	// argument, but may return it.
	Line func([]Inline) []Inline
	// Plain is given every plain text that readers meet: the text of runs,
	// alternative texts and code. Runs are given before Line sees them.
	Plain func(string) string
	// Block is given each block after what is inside it has been rewritten,
	// and may return another, with the same id or not.
	Block func(Block) Block
}

// Rewrite returns a copy of the document in which every part has gone through
// the Rewriter, in reading order, inner parts first.
func Rewrite(d Doc, r Rewriter) Doc {
	d.Blocks = r.blocks(d.Blocks)
	return d
}

func (r Rewriter) blocks(blocks []Block) []Block {
	if len(blocks) == 0 {
		return nil
	}
	out := make([]Block, len(blocks))
	for i, b := range blocks {
		b = r.parts(b)
		if r.Block != nil {
			b = r.Block(b)
		}
		out[i] = b
	}
	return out
}

// parts rewrites what is inside a block.
func (r Rewriter) parts(b Block) Block {
	switch b := b.(type) {
	case Paragraph:
		b.Text = r.line(b.Text)
		return b
	case Heading:
		b.Text = r.line(b.Text)
		return b
	case List:
		items := make([]Item, len(b.Items))
		for i, item := range b.Items {
			items[i] = Item{Blocks: r.blocks(item.Blocks)}
		}
		b.Items = items
		return b
	case Quote:
		b.Blocks, b.Cite = r.blocks(b.Blocks), r.line(b.Cite)
		return b
	case PullQuote:
		b.Text, b.Cite = r.line(b.Text), r.line(b.Cite)
		return b
	case Table:
		return r.table(b)
	case FactBox:
		b.Title = r.line(b.Title)
		b.Blocks = r.blocks(b.Blocks)
		return b
	case Code:
		b.Code = r.plain(b.Code)
		return b
	case Rule:
		return b
	}
	return r.shown(b)
}

func (r Rewriter) shown(b Block) Block {
	switch b := b.(type) {
	case Picture:
		b.Alt, b.Caption = r.plain(b.Alt), r.line(b.Caption)
		return b
	case Gallery:
		b.Caption = r.line(b.Caption)
		return b
	case Video:
		b.Caption = r.line(b.Caption)
		return b
	case Embed:
		b.Caption = r.line(b.Caption)
		return b
	case Map:
		b.Caption = r.line(b.Caption)
		return b
	case Timeline:
		b.Caption = r.line(b.Caption)
		return b
	}
	return b
}

func (r Rewriter) table(t Table) Table {
	t.Caption = r.line(t.Caption)
	rows := make([]Row, len(t.Rows))
	for i, row := range t.Rows {
		rows[i] = make(Row, len(row))
		for j, c := range row {
			c.Text = r.line(c.Text)
			rows[i][j] = c
		}
	}
	t.Rows = rows
	return t
}

func (r Rewriter) plain(s string) string {
	if r.Plain == nil || s == "" {
		return s
	}
	return r.Plain(s)
}

func (r Rewriter) line(line []Inline) []Inline {
	if len(line) > 0 && (r.Plain != nil || hasNote(line)) {
		line = r.inside(line)
	}
	if r.Line == nil || line == nil {
		return line
	}
	return r.Line(line)
}

// inside rewrites the runs and notes of a line.
func (r Rewriter) inside(line []Inline) []Inline {
	out := make([]Inline, len(line))
	for i, in := range line {
		switch in := in.(type) {
		case Run:
			in.Text = r.plain(in.Text)
			out[i] = in
		case Footnote:
			in.Note = r.line(in.Note)
			out[i] = in
		default:
			out[i] = in
		}
	}
	return out
}

func hasNote(line []Inline) bool {
	for _, in := range line {
		if _, ok := in.(Footnote); ok {
			return true
		}
	}
	return false
}

// Walk calls visit for every block in reading order, outer blocks first. Where
// visit returns false, what is inside the block is left out.
func Walk(d Doc, visit func(Block) bool) { walk(d.Blocks, visit) }

func walk(blocks []Block, visit func(Block) bool) {
	for _, b := range blocks {
		if !visit(b) {
			continue
		}
		for _, inner := range childrenOf(b) {
			walk(inner, visit)
		}
	}
}

// WalkLines calls visit for every line of inlines with the block that holds
// it, in reading order; notes follow the line that refers to them.
func WalkLines(d Doc, visit func(Block, []Inline)) {
	Walk(d, func(b Block) bool {
		for _, line := range linesOf(b) {
			walkLine(b, line, visit)
		}
		return true
	})
}

func walkLine(b Block, line []Inline, visit func(Block, []Inline)) {
	if len(line) == 0 {
		return
	}
	visit(b, line)
	for _, in := range line {
		if note, ok := in.(Footnote); ok {
			walkLine(b, note.Note, visit)
		}
	}
}

// childrenOf returns the blocks inside a block, by item for a list.
func childrenOf(b Block) [][]Block {
	switch b := b.(type) {
	case List:
		inner := make([][]Block, len(b.Items))
		for i, item := range b.Items {
			inner[i] = item.Blocks
		}
		return inner
	case Quote:
		return [][]Block{b.Blocks}
	case FactBox:
		return [][]Block{b.Blocks}
	}
	return nil
}

// linesOf returns the lines of a block itself, not those of blocks inside.
func linesOf(b Block) [][]Inline {
	switch b := b.(type) {
	case Paragraph:
		return [][]Inline{b.Text}
	case Heading:
		return [][]Inline{b.Text}
	case Quote:
		return [][]Inline{b.Cite}
	case PullQuote:
		return [][]Inline{b.Text, b.Cite}
	case FactBox:
		return [][]Inline{b.Title}
	case Table:
		lines := [][]Inline{b.Caption}
		for _, row := range b.Rows {
			for _, c := range row {
				lines = append(lines, c.Text)
			}
		}
		return lines
	}
	return [][]Inline{captionOf(b)}
}

// captionOf returns the caption of a block that shows something.
func captionOf(b Block) []Inline {
	switch b := b.(type) {
	case Picture:
		return b.Caption
	case Gallery:
		return b.Caption
	case Video:
		return b.Caption
	case Embed:
		return b.Caption
	case Map:
		return b.Caption
	case Timeline:
		return b.Caption
	case Table:
		return b.Caption
	}
	return nil
}
