package prose

import (
	"math"
	"strings"
)

// Normalise returns the document in the one shape that stands for its
// meaning: neighbouring runs with equal marks are one run, empty runs are
// gone, spans and starts of one are written as none, coordinates are rounded.
// It repairs nothing that Check refuses. Normalising twice changes nothing.
func Normalise(d Doc) Doc {
	d = Rewrite(d, Rewriter{Line: normalLine, Block: normalBlock})
	d.Version = Version
	return d
}

// normalLine merges runs. It returns line itself where nothing is to do, since
// nearly every line is normal already.
func normalLine(line []Inline) []Inline {
	if isNormal(line) {
		if len(line) == 0 {
			return nil
		}
		return line
	}
	out := make([]Inline, 0, len(line))
	var same []string // texts of the run that is being gathered
	for _, in := range line {
		run, ok := in.(Run)
		switch {
		case !ok:
			out, same = closeRun(out, same), nil
			out = append(out, in)
		case run.Text == "":
		case len(same) > 0 && out[len(out)-1].(Run).Marks == run.Marks:
			same = append(same, run.Text)
		default:
			out, same = closeRun(out, same), []string{run.Text}
			out = append(out, run)
		}
	}
	if out = closeRun(out, same); len(out) == 0 {
		return nil
	}
	return out
}

// closeRun gives the last run of out the gathered texts, joined once: joining
// them pair by pair would take quadratic time.
func closeRun(out []Inline, texts []string) []Inline {
	if len(texts) > 1 {
		run := out[len(out)-1].(Run)
		run.Text = strings.Join(texts, "")
		out[len(out)-1] = run
	}
	return out
}

func isNormal(line []Inline) bool {
	for i, in := range line {
		run, ok := in.(Run)
		if !ok {
			continue
		}
		if run.Text == "" {
			return false
		}
		if i > 0 {
			if before, ok := line[i-1].(Run); ok && before.Marks == run.Marks {
				return false
			}
		}
	}
	return true
}

func normalBlock(b Block) Block {
	switch b := b.(type) {
	case List:
		if b.Start == 1 || !b.Ordered {
			b.Start = 0
		}
		return b
	case Table:
		return normalTable(b)
	case Map:
		b.View.Lat, b.View.Lon = round(b.View.Lat, 1e6), round(b.View.Lon, 1e6)
		b.View.Zoom = round(b.View.Zoom, 100)
		return b
	}
	return b
}

func normalTable(t Table) Table {
	rows := make([]Row, len(t.Rows))
	for i, row := range t.Rows {
		if len(row) == 0 {
			continue // nil: an empty row has one form
		}
		rows[i] = make(Row, len(row))
		for j, c := range row {
			rows[i][j] = Cell{Text: c.Text, ColSpan: normalSpan(c.ColSpan), RowSpan: normalSpan(c.RowSpan)}
		}
	}
	t.Rows = rows
	return t
}

func normalSpan(n int) int {
	if n == 1 {
		return 0
	}
	return n
}

// round rounds to a fraction and never returns the negative zero, which JSON
// would keep and a reader would not understand.
func round(f, per float64) float64 {
	if r := math.Round(f*per) / per; r != 0 {
		return r
	}
	return 0
}
