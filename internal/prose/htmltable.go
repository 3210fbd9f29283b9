package prose

import "strconv"

// table writes a table in a figure that can be scrolled with the keyboard.
func (r *renderer) table(t Table) {
	r.start("figure", t.Base, "table", "tabindex", "0")
	r.out.open("table")
	if len(t.Caption) > 0 {
		r.out.open("caption")
		r.line(t.Caption)
		r.out.close("caption")
	}
	grid := tableGrid{}
	for i, row := range t.Rows {
		r.section(t, i)
		grid.add(row)
		r.out.open("tr")
		for j, cell := range row {
			r.cell(cell, headOf(t, i, grid.columns[j]))
		}
		r.out.close("tr")
	}
	if headEnd(t) == len(t.Rows) {
		r.out.close("thead")
	} else {
		r.out.close("tbody")
	}
	r.out.close("table")
	r.out.close("figure")
}

// section opens thead and tbody before the row where they begin.
func (r *renderer) section(t Table, row int) {
	head := headEnd(t)
	switch {
	case row == 0 && head > 0:
		r.out.open("thead")
	case row == head:
		if head > 0 {
			r.out.close("thead")
		}
		r.out.open("tbody")
	}
}

// headEnd returns how many rows stand in thead: none where a cell reaches from
// the head into the body, since HTML would cut it there.
func headEnd(t Table) int {
	for i, row := range t.Rows[:t.HeadRows] {
		for _, c := range row {
			if i+c.RowSpan > t.HeadRows {
				return 0
			}
		}
	}
	return t.HeadRows
}

// headOf returns the scope of a heading cell, "" for a cell of data.
func headOf(t Table, row, col int) string {
	switch {
	case row < t.HeadRows:
		return "col"
	case col < t.HeadCols:
		return "row"
	}
	return ""
}

func (r *renderer) cell(c Cell, scope string) {
	tag := "td"
	if scope != "" {
		tag = "th"
	}
	r.out.open(tag, "scope", scope, "colspan", spanAttr(c.ColSpan), "rowspan", spanAttr(c.RowSpan))
	r.line(c.Text)
	r.out.close(tag)
}

func spanAttr(n int) string {
	if n < 2 {
		return ""
	}
	return strconv.Itoa(n)
}
