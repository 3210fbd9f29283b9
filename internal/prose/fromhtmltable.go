package prose

import (
	"slices"
	"strconv"
	"strings"
)

// tableRow is a row of an HTML table.
type tableRow struct {
	cells []*element
	head  bool // it stands in thead
}

// tableParts are the parts of an HTML table, not of tables in it.
type tableParts struct {
	captions []*element
	rows     []tableRow
	foot     []tableRow
	stray    []*element // what stands outside of cells; browsers show it before the table
}

// table reads a table. One that only arranges the page, or holds what a cell
// of text cannot, is taken apart into what it holds.
func (im *importer) table(e *element, sc scope) []Block {
	sc = im.enter(e, sc)
	var parts tableParts
	parts.gather(e, false)
	rows := append(parts.rows, parts.foot...)
	blocks := im.children(&element{tag: "div", kids: parts.stray, line: e.line}, sc)
	var caption []Inline
	for _, c := range parts.captions {
		caption = appendLine(caption, im.lineOf(c, im.enter(c, sc)))
	}
	switch {
	case len(rows) == 0:
		return append(blocks, im.titleAlone(caption, sc)...)
	case isArrangement(e, rows) || widest(rows) > MaxCols:
		im.note(Changed, e, "A table that is no table of text was taken apart", "")
		blocks = append(blocks, im.titleAlone(caption, sc)...)
		return append(blocks, im.apart(rows, sc)...)
	}
	for part := range slices.Chunk(rows, MaxRows) {
		t := Table{Base: im.base(sc), Caption: caption, HeadRows: headRows(part), HeadCols: headCols(part)}
		t.Rows = im.rows(part, sc)
		t.HeadCols = min(t.HeadCols, widthOf(t.Rows))
		blocks, caption = append(blocks, t), nil
	}
	return blocks
}

// gather sorts the children of a table, or of a group of its rows. Rows of a
// tfoot come last, as browsers show them.
func (p *tableParts) gather(e *element, head bool) {
	var stray []*element
	for _, kid := range e.kids {
		switch kid.tag {
		case "caption":
			p.captions = append(p.captions, kid)
		case "thead", "tbody":
			p.gather(kid, kid.tag == "thead")
		case "tfoot":
			var foot tableParts
			foot.gather(kid, false)
			p.foot = append(p.foot, foot.rows...)
			p.captions, p.stray = append(p.captions, foot.captions...), append(p.stray, foot.stray...)
		case "tr":
			p.row(kid, head)
		case "td", "th":
			p.row(&element{tag: "tr", kids: []*element{kid}, line: kid.line}, head)
		default:
			stray = append(stray, kid)
		}
	}
	p.leave(stray)
}

// leave keeps what stood together outside of cells.
func (p *tableParts) leave(stray []*element) {
	if len(stray) > 0 {
		p.stray = append(p.stray, &element{tag: "div", kids: stray, trait: block, line: stray[0].line})
	}
}

// row takes the cells of a row.
func (p *tableParts) row(e *element, head bool) {
	row := rowOf(e, head)
	if len(row.cells) > 0 {
		p.rows = append(p.rows, row)
	}
	p.leave(slices.DeleteFunc(slices.Clone(e.kids), func(kid *element) bool { return kid.tag == "td" || kid.tag == "th" }))
}

func rowOf(e *element, head bool) tableRow {
	row := tableRow{head: head}
	for _, kid := range e.kids {
		if kid.tag == "td" || kid.tag == "th" {
			row.cells = append(row.cells, kid)
		}
	}
	return row
}

// isArrangement says whether a table was used to arrange a page.
func isArrangement(e *element, rows []tableRow) bool {
	if e.attr("role") == "presentation" || len(rows) == 1 && len(rows[0].cells) == 1 {
		return true
	}
	blocks, heads := false, false
	for _, row := range rows {
		for _, c := range row.cells {
			blocks = blocks || holdsBlocks(c)
			heads = heads || c.tag == "th"
		}
	}
	return blocks && !heads
}

// holdsBlocks says whether a cell holds what a line of text cannot express.
func holdsBlocks(e *element) bool {
	for _, kid := range e.kids {
		switch kid.tag {
		case "table", "img", "figure", "iframe", "video", "audio", "object", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre":
			return true
		}
		if holdsBlocks(kid) {
			return true
		}
	}
	return false
}

// widest returns the most columns that a row can reach, cells from above
// counted at most once for each row.
func widest(rows []tableRow) (most int) {
	grid := tableGrid{}
	for i, row := range rows {
		spans := make(Row, len(row.cells))
		total := 0
		for j, c := range row.cells {
			spans[j] = Cell{ColSpan: spanOf(c, "colspan", MaxSpan), RowSpan: spanOf(c, "rowspan", len(rows)-i)}
			if total += max(spans[j].ColSpan, 1); total > MaxCols {
				return total
			}
		}
		if most = max(most, grid.add(spans)); most > MaxCols {
			return most
		}
	}
	return most
}

// apart returns what the cells hold, in their order.
func (im *importer) apart(rows []tableRow, sc scope) (blocks []Block) {
	for _, row := range rows {
		for _, c := range row.cells {
			blocks = append(blocks, im.children(c, im.enter(c, sc))...)
		}
	}
	return blocks
}

func (im *importer) rows(rows []tableRow, sc scope) []Row {
	out := make([]Row, len(rows))
	for i, row := range rows {
		for _, c := range row.cells {
			out[i] = append(out[i], Cell{
				Text:    im.lineOf(c, im.inCell(c, sc)),
				ColSpan: spanOf(c, "colspan", MaxSpan),
				RowSpan: spanOf(c, "rowspan", min(MaxSpan, len(rows)-i)),
			})
		}
	}
	return out
}

// inCell is the scope of a cell. A cell has no language of its own: that of
// its element goes to its words.
func (im *importer) inCell(c *element, sc scope) scope {
	lang, dir := im.language(c)
	inside := im.enter(c, sc)
	if lang != "" {
		inside.marks.Lang = lang
	}
	if dir != Inherit {
		inside.marks.Dir = dir
	}
	return inside
}

// spanOf reads colspan or rowspan. A rowspan of 0 reaches to the end.
func spanOf(c *element, name string, most int) int {
	value := strings.TrimSpace(c.attr(name))
	n, err := strconv.Atoi(value)
	switch {
	case err != nil || n < 0:
		return 0
	case n == 0 && name == "rowspan":
		n = most
	}
	return normalSpan(min(n, most))
}

// headRows counts the rows at the top that stand in thead or are all headings.
func headRows(rows []tableRow) int {
	for i, row := range rows {
		if !row.head && !allHeads(row) {
			return i
		}
	}
	if len(rows) > 0 && !rows[0].head {
		return 0 // a table of nothing but th has no head
	}
	return len(rows)
}

func allHeads(row tableRow) bool {
	return !slices.ContainsFunc(row.cells, func(c *element) bool { return c.tag != "th" })
}

// headCols counts the columns at the start that are headings in every row of
// the body, if there is anything else in it.
func headCols(rows []tableRow) int {
	body, cols := rows[headRows(rows):], -1
	if !slices.ContainsFunc(body, func(r tableRow) bool { return !allHeads(r) }) {
		return 0
	}
	for _, row := range body {
		n := slices.IndexFunc(row.cells, func(c *element) bool { return c.tag != "th" })
		if n < 0 {
			n = len(row.cells)
		}
		if cols < 0 || n < cols {
			cols = n
		}
	}
	return max(cols, 0)
}

// widthOf returns how many columns rows reach; over MaxCols it stops counting.
func widthOf(rows []Row) (width int) {
	grid := tableGrid{}
	for _, row := range rows {
		if width = max(width, grid.add(row)); width > MaxCols {
			break
		}
	}
	return width
}
