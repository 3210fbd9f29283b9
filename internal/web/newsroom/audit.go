package newsroom

import (
	"net/http"
	"strconv"

	"dateline/internal/news"
)

// auditPage is the ledger, newest first.
type auditPage struct {
	frame
	Rows []ledgerLine
	More string // address of the page before
}

// auditRows is how many rows of the ledger stand on one page.
const auditRows = 100

func (n *Newsroom) audit(w http.ResponseWriter, r *http.Request) error {
	before, _ := strconv.ParseInt(r.URL.Query().Get("before"), 10, 64)
	rows, err := n.Desk.Audit(r.Context(), actorOf(r), before, auditRows+1)
	if err != nil {
		return err
	}
	names, err := n.Accounts.Names(r.Context())
	if err != nil {
		return err
	}
	editions, err := n.Desk.Editions(r.Context())
	if err != nil {
		return err
	}
	var home news.Edition
	if len(editions) > 0 {
		home = editions[0]
	}
	p := &auditPage{frame: n.frame(r, "/newsroom/audit", "nav.audit")}
	if len(rows) > auditRows {
		rows = rows[:auditRows]
		p.More = "/newsroom/audit?before=" + strconv.FormatInt(rows[auditRows-1].Seq, 10)
	}
	for _, row := range rows {
		p.Rows = append(p.Rows, n.ledgerLine(p.voice, row, names, home))
	}
	return n.show(w, http.StatusOK, "audit", p)
}

func (n *Newsroom) ledgerLine(v *voice, row news.LedgerRow, names map[news.ID]string, e news.Edition) ledgerLine {
	line := ledgerLine{
		Seq: v.phrases.Locale().Number(row.Seq), When: n.moment(v, news.InstantOf(row.At), e),
		Who: v.who(names, row.Actor), Act: v.act(row.Act),
	}
	s, ok := news.ParseSubject(row.Subject)
	if !ok || s.ID == 0 {
		return line
	}
	line.Subject = v.noun(s.Noun) + " " + s.ID.String()
	switch s.Noun {
	case news.NounStory:
		line.Path = storyPath(s.ID) + "/history"
	case news.NounAccount:
		line.Subject = v.noun(s.Noun) + " " + names[s.ID]
	}
	return line
}

// noun names a kind of thing in words.
func (v *voice) noun(noun news.Noun) string {
	if key := "noun." + string(noun); v.phrases.Has(key) {
		return v.phrases.Text(key)
	}
	return string(noun)
}
