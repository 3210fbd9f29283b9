package prose

// pmRow is a row of the editor's table: its cells, and which are headings.
type pmRow struct {
	row   Row
	heads []bool
}

func (r *pmReader) table(n pmNode) Block {
	t := Table{HeadRows: n.attrs.number("headRows"), HeadCols: n.attrs.number("headCols")}
	n.attrs.list("caption", func(v value, at *path) { t.Caption = append(t.Caption, r.line([]pmNode{r.node(v, at)})...) })
	var heads [][]bool
	for _, child := range n.content {
		if child.typ != "tableRow" {
			r.fail(child.at.member("type"), "A row of a table is expected here.")
		}
		row := r.row(child)
		t.Rows, heads = append(t.Rows, row.row), append(heads, row.heads)
	}
	if len(t.Rows) <= MaxRows && widthOf(t.Rows) <= MaxCols && !agrees(t, heads) {
		t.HeadRows, t.HeadCols = headsOf(t.Rows, heads)
	}
	return t
}

func (r *pmReader) row(n pmNode) (row pmRow) {
	if len(n.content) > MaxCols {
		r.fail(n.at.member("content"), "A table has at most %d columns.", MaxCols)
		return pmRow{}
	}
	for _, c := range n.content {
		if c.typ != "tableCell" && c.typ != "tableHeader" {
			r.fail(c.at.member("type"), "A cell of a table is expected here.")
		}
		cell := Cell{ColSpan: c.attrs.number("colspan"), RowSpan: c.attrs.number("rowspan")}
		if cell.ColSpan > MaxSpan {
			r.fail(c.at.member("attrs"), "A cell covers at most %d columns.", MaxSpan)
			cell.ColSpan = 0
		}
		for _, p := range c.content {
			if p.typ != "paragraph" {
				r.fail(p.at.member("type"), "A cell of a table holds paragraphs only.")
			}
			cell.Text = appendLine(cell.Text, r.line(p.content))
		}
		row.row, row.heads = append(row.row, cell), append(row.heads, c.typ == "tableHeader")
	}
	return row
}

// agrees says whether the table's own counts of heading rows and columns are
// what its cells show. They tell apart what cells alone cannot, but the editor
// changes cells without them.
func agrees(t Table, heads [][]bool) bool {
	if t.HeadRows < 0 || t.HeadCols < 0 || t.HeadRows > len(t.Rows) || t.HeadCols > widthOf(t.Rows) {
		return false
	}
	grid := tableGrid{}
	for i, row := range t.Rows {
		grid.add(row)
		for j := range row {
			if (headOf(t, i, grid.columns[j]) != "") != heads[i][j] {
				return false
			}
		}
	}
	return true
}

// headsOf counts the rows that are all headings, and the columns that are in
// every other row.
func headsOf(rows []Row, heads [][]bool) (headRows, headCols int) {
	for headRows < len(rows) && allTrue(heads[headRows]) {
		headRows++
	}
	grid, cols := tableGrid{}, -1
	for i, row := range rows {
		width := grid.add(row)
		if i < headRows {
			continue
		}
		if at := firstFalse(heads[i]); at < len(row) {
			width = grid.columns[at]
		}
		if cols < 0 || width < cols {
			cols = width
		}
	}
	return headRows, max(cols, 0)
}

func allTrue(is []bool) bool { return len(is) > 0 && firstFalse(is) == len(is) }

func firstFalse(is []bool) int {
	for i, b := range is {
		if !b {
			return i
		}
	}
	return len(is)
}
