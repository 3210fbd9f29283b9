package prose

func (c *checker) table(t Table, at *path) {
	rows := at.member("rows")
	if len(t.Rows) == 0 {
		c.fail(rows, "A table has at least one row.")
	}
	if c.most(rows, len(t.Rows), MaxRows, "rows"); c.err != nil {
		return
	}
	c.line(t.Caption, at.member("caption"))
	width, grid := 0, tableGrid{}
	for i, row := range t.Rows {
		if c.row(row, len(t.Rows)-i, rows.at(i)); c.err != nil {
			return
		}
		if width = max(width, grid.add(row)); width > MaxCols {
			c.fail(rows.at(i), "A table has at most %d columns.", MaxCols)
			return
		}
	}
	if t.HeadRows < 0 || t.HeadRows > len(t.Rows) {
		c.fail(at.member("headrows"), "The table has only %d rows.", len(t.Rows))
	}
	if t.HeadCols < 0 || t.HeadCols > width {
		c.fail(at.member("headcols"), "The table has only %d columns.", width)
	}
}

// row checks the cells of a row from which left rows remain in the table.
func (c *checker) row(row Row, left int, at *path) {
	c.most(at, len(row), MaxCols, "cells")
	for j, cell := range row {
		if cell.ColSpan < 0 || cell.ColSpan > MaxSpan || cell.RowSpan < 0 || cell.RowSpan > min(MaxSpan, left) {
			c.fail(at.at(j), "A cell covers at most %d rows and columns, and no more rows than the table has.", MaxSpan)
		}
		c.line(cell.Text, at.at(j).member("text"))
	}
}

// tableGrid lays cells out in columns as HTML does: a cell stands in the first
// column that no cell from above covers.
type tableGrid struct {
	covered []int // rows for which a cell from above still covers a column
	columns []int // column of each cell of the last row added
}

// add lays out one row and returns the number of columns that it reaches.
func (g *tableGrid) add(row Row) int {
	g.columns = g.columns[:0]
	next := append([]int(nil), g.covered...)
	col := 0
	for _, cell := range row {
		for col < len(g.covered) && g.covered[col] > 0 {
			col++
		}
		g.columns = append(g.columns, col)
		for range max(cell.ColSpan, 1) {
			next = grow(next, col)
			next[col] = max(next[col], max(cell.RowSpan, 1))
			col++
		}
	}
	width := 0
	for i := range next {
		if next[i] > 0 {
			width = i + 1
			next[i]--
		}
	}
	g.covered = next
	return width
}

func grow(columns []int, col int) []int {
	for len(columns) <= col {
		columns = append(columns, 0)
	}
	return columns
}
