package press

import "dateline/internal/news"

// ring remembers the rows applied last, oldest first, so that a run can be
// judged when it ends. It is bounded in rows and in tag names.
type ring struct {
	rows  []news.LedgerRow
	names int
}

func (g *ring) add(row news.LedgerRow) {
	g.rows = append(g.rows, row)
	g.names += len(row.Tags)
	for len(g.rows) > maxRingRows || g.names > maxRingNames {
		g.names -= len(g.rows[0].Tags)
		g.rows[0] = news.LedgerRow{}
		g.rows = g.rows[1:]
	}
}

// since returns the rows after a position, up to the applied one. ok is false
// when some of them are forgotten.
func (g *ring) since(born, applied int64) (rows []news.LedgerRow, ok bool) {
	n := applied - born
	if n > int64(len(g.rows)) {
		return nil, false
	}
	return g.rows[int64(len(g.rows))-n:], true
}
