package newsroom

import (
	"html/template"
	"net/http"
	"strconv"

	"dateline/internal/desk"
	"dateline/internal/news"
	"dateline/internal/prose"
)

// historyPage is what happened to a story: its revisions, and two of them
// compared; the ledger, the public record and the desk's notes.
type historyPage struct {
	frame
	Story     news.Story
	Edition   news.Edition
	Headline  string
	Path      string
	Revisions []revisionLine
	From, To  int64 // numbers of the revisions compared, 0 for none
	Lines     []changedLine
	Text      template.HTML // the texts compared
	SameText  bool
	Ledger    []ledgerLine
	Record    []recordLine
	Notes     []remark
}

// revisionLine is one revision in the list.
type revisionLine struct {
	Number   int64
	When     moment
	Who      string
	Headline string
	Public   bool
	From, To bool // chosen for comparing
}

// changedLine is a field that differs between two revisions.
type changedLine struct{ Label, Before, After string }

// ledgerLine is one row of the ledger.
type ledgerLine struct {
	Seq     string
	When    moment
	Who     string
	Act     string
	Subject string
	Path    string // of the subject's screen, "" for none
}

// recordLine is one entry of the public record.
type recordLine struct {
	Number string
	When   moment
	Act    string
	Hash   string
}

func (n *Newsroom) history(w http.ResponseWriter, r *http.Request) error {
	id, err := idOf(r)
	if err != nil {
		return err
	}
	past, err := n.Desk.Past(r.Context(), actorOf(r), id)
	if err != nil {
		return err
	}
	editions, err := n.Desk.Editions(r.Context())
	if err != nil {
		return err
	}
	names, err := n.Accounts.Names(r.Context())
	if err != nil {
		return err
	}
	p := &historyPage{Story: past.Story, Edition: editionOf(editions, past.Story.Edition), Path: storyPath(id)}
	if len(past.Revisions) > 0 {
		p.Headline = past.Revisions[0].Headline
	}
	p.frame = n.frame(r, "", "history.of", "headline", p.Headline)
	p.Notes = n.remarksOf(p.voice, past.Notes, names, p.Edition)
	n.fillPast(p, past, names)
	if err := n.compare(r, p, past.Revisions); err != nil {
		return err
	}
	return n.show(w, http.StatusOK, "history", p)
}

func (n *Newsroom) fillPast(p *historyPage, past desk.Past, names map[news.ID]string) {
	for _, row := range past.Ledger {
		p.Ledger = append(p.Ledger, n.ledgerLine(p.voice, row, names, p.Edition))
	}
	for _, c := range past.Record {
		p.Record = append(p.Record, recordLine{
			Number: p.voice.phrases.Locale().Number(c.Number), When: n.moment(p.voice, c.At, p.Edition),
			Act: p.voice.act(c.Act), Hash: hexHead(c.Hash),
		})
	}
	for _, rev := range past.Revisions {
		p.Revisions = append(p.Revisions, revisionLine{
			Number: rev.Number, When: n.moment(p.voice, rev.At, p.Edition), Who: p.voice.who(names, rev.Actor),
			Headline: rev.Headline, Public: rev.ID == past.Story.Public,
		})
	}
}

// hexHead writes the first bytes of a hash: enough to compare by eye.
func hexHead(hash [32]byte) string {
	const digits = "0123456789abcdef"
	const shown = 8
	b := make([]byte, 0, 2*shown)
	for _, c := range hash[:shown] {
		b = append(b, digits[c>>4], digits[c&15])
	}
	return string(b)
}

// act names an act in words; one without words by its own name.
func (v *voice) act(a news.Act) string {
	if key := "did." + string(a); v.phrases.Has(key) {
		return v.phrases.Text(key)
	}
	return string(a)
}

// compare shows what changed between the two revisions that the address
// names, or between the last two.
func (n *Newsroom) compare(r *http.Request, p *historyPage, all []news.Revision) error {
	if len(all) < 2 || p.Story.Standing == news.Withdrawn {
		return nil
	}
	before, after := numbered(all, r.URL.Query().Get("from"), all[1]), numbered(all, r.URL.Query().Get("to"), all[0])
	if before.Number > after.Number {
		before, after = after, before
	}
	p.From, p.To = before.Number, after.Number
	for i, line := range p.Revisions {
		p.Revisions[i].From, p.Revisions[i].To = line.Number == p.From, line.Number == p.To
	}
	var docs [2]prose.Doc
	var forms [2]storyForm
	for i, rev := range []news.Revision{before, after} {
		full, err := n.Desk.Revision(r.Context(), actorOf(r), p.Story.ID, rev.ID)
		if err != nil {
			return err
		}
		if docs[i], err = prose.Parse([]byte(full.Text)); err != nil {
			return err
		}
		full.Text = ""
		if forms[i], err = n.formOfStory(r, news.Piece{Story: p.Story, Revision: full}); err != nil {
			return err
		}
	}
	page := storyPage{frame: p.frame, Form: forms[0]}
	for _, line := range page.differing(forms[1]) {
		p.Lines = append(p.Lines, changedLine{line.Label, line.Mine, line.Text})
	}
	changes := prose.Diff(docs[0], docs[1])
	p.Text, p.SameText = prose.DiffHTML(changes), unchanged(changes)
	return nil
}

func unchanged(changes []prose.Change) bool {
	for _, c := range changes {
		if c.Op != prose.Same || c.Moved {
			return false
		}
	}
	return true
}

// numbered finds the revision of a number, other where there is none.
func numbered(all []news.Revision, number string, other news.Revision) news.Revision {
	wanted, err := strconv.ParseInt(number, 10, 64)
	if err != nil {
		return other
	}
	for _, rev := range all {
		if rev.Number == wanted {
			return rev
		}
	}
	return other
}
