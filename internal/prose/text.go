package prose

import "strings"

// Text returns the words of a document for search and for mail: blocks are
// divided by an empty line, rows and items by a line end, cells by a tab.
// Notes follow at the end. Pull quotes are left out, since their words stand
// elsewhere in the text.
func Text(d Doc) string {
	w := &textWriter{}
	w.blocks(d.Blocks, "\n\n")
	for _, note := range w.notes {
		w.part(lineText(note.Note), "\n\n")
	}
	return w.b.String()
}

// textWriter gathers plain text.
type textWriter struct {
	b     strings.Builder
	notes []Footnote
}

// part appends a piece of text after a divider.
func (w *textWriter) part(s, divider string) {
	if s == "" {
		return
	}
	if w.b.Len() > 0 {
		w.b.WriteString(divider)
	}
	w.b.WriteString(s)
}

func (w *textWriter) blocks(blocks []Block, divider string) {
	for _, b := range blocks {
		w.block(b, divider)
		divider = "\n\n"
	}
}

func (w *textWriter) block(b Block, divider string) {
	switch b := b.(type) {
	case List:
		for _, item := range b.Items {
			w.blocks(item.Blocks, divider)
			divider = "\n"
		}
	case Quote:
		w.blocks(b.Blocks, divider)
		w.part(w.lineText(b.Cite), "\n")
	case PullQuote:
	case FactBox:
		w.part(w.lineText(b.Title), divider)
		w.blocks(b.Blocks, "\n\n")
	case Table:
		w.table(b, divider)
	case Code:
		w.part(strings.TrimRight(b.Code, "\n"), divider)
	case Picture:
		w.part(w.lineText(b.Caption), divider)
	default:
		for _, line := range linesOf(b) {
			w.part(w.lineText(line), divider)
		}
	}
}

func (w *textWriter) table(t Table, divider string) {
	if caption := w.lineText(t.Caption); caption != "" {
		w.part(caption, divider)
		divider = "\n"
	}
	for _, row := range t.Rows {
		cells := make([]string, len(row))
		for i, c := range row {
			cells[i] = w.lineText(c.Text)
		}
		w.part(strings.Join(cells, "\t"), divider)
		divider = "\n"
	}
}

// lineText returns the words of a line and keeps its notes for the end.
func (w *textWriter) lineText(line []Inline) string {
	for _, in := range line {
		if note, ok := in.(Footnote); ok {
			w.notes = append(w.notes, note)
		}
	}
	return lineText(line)
}

// lineText returns the words of a line, without its notes.
func lineText(line []Inline) string {
	if len(line) == 1 {
		if run, ok := line[0].(Run); ok {
			return run.Text
		}
	}
	var b strings.Builder
	for _, in := range line {
		switch in := in.(type) {
		case Run:
			b.WriteString(in.Text)
		case Break:
			b.WriteByte('\n')
		}
	}
	return b.String()
}

// FromText makes a document of plain text as people write it: an empty line
// ends a paragraph, a line end breaks the line. Nothing in it is read as
// markup. newID makes the ids of blocks; nil is NewBlockID. Control characters
// are left for Check to refuse.
func FromText(s string, newID func() string) Doc {
	if newID == nil {
		newID = NewBlockID
	}
	doc := Doc{Version: Version}
	s = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(s)
	var line []Inline
	end := func() {
		if len(line) > 0 {
			doc.Blocks = append(doc.Blocks, Paragraph{Base: Base{ID: newID()}, Text: line})
		}
		line = nil
	}
	for part := range strings.SplitSeq(s, "\n") {
		if strings.TrimSpace(part) == "" {
			end()
			continue
		}
		if len(line) > 0 {
			line = append(line, Break{})
		}
		line = append(line, Run{Text: part})
	}
	end()
	return doc
}
