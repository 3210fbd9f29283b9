package newsroom

import (
	"maps"
	"net/http"
	"net/url"
	"strconv"

	"dateline/internal/desk"
	"dateline/internal/locale"
	"dateline/internal/news"
)

// How many stories the desk shows.
const (
	groupRows = 20 // of each stage, where all stages are shown
	pageRows  = 50 // of one stage
)

// deskPage is the desk: stories by stage.
type deskPage struct {
	frame
	Editions []option // filters, as addresses
	Stages   []option
	Owners   []option
	New      []navLink // where a new story can begin
	Groups   []deskGroup
	Count    int
	More     string // address of the next page
}

// deskGroup is the stories of one stage.
type deskGroup struct {
	Label string
	Rows  []deskRow
	More  string // address of the whole stage, where not all stand here
}

// deskRow is one story at the desk.
type deskRow struct {
	Path, Headline string
	Lang           string // of the edition
	Place          string
	Date           string
	Kind           string
	State          string // in words
	Square         string // "", "half" or "full"
	Tone           string // "ok", "warn" or "stop"
	With           string
	Due            moment
	Late           bool
	Touched        moment
	Editions       []deskEdition
}

// deskEdition says how a story stands in one edition.
type deskEdition struct {
	Label, Path string
	State       string // in words
	Mark        string // "on" where published, "chg" where its source went on, "" where begun or not
}

// stages are the desk's groups in their order.
var stages = []news.Stage{news.Drafting, news.Submitted, news.Approved, news.Scheduled, news.Done}

func (n *Newsroom) desk(w http.ResponseWriter, r *http.Request) error {
	here := "/newsroom/"
	if r.URL.Query().Get("mine") != "" {
		here = "/newsroom/?mine=1"
	}
	p := deskPage{frame: n.frame(r, here, "nav.desk")}
	b, err := n.board(r, p.voice)
	if err != nil {
		return err
	}
	p.Editions, p.Stages, p.Owners = b.editionFilter(), b.stageFilter(), b.ownerFilter()
	for _, e := range b.editions {
		p.New = append(p.New, navLink{Path: "/newsroom/story/new?edition=" + e.Name, Label: e.Label})
	}
	if b.filter.Stage != "" {
		err = b.one(&p)
	} else {
		err = b.all(&p)
	}
	if err != nil {
		return err
	}
	return n.show(w, http.StatusOK, "desk", &p)
}

// board makes the desk's list for one request.
type board struct {
	n        *Newsroom
	r        *http.Request
	voice    *voice
	query    url.Values // the filters, and nothing else
	filter   desk.Filter
	editions []news.Edition
	names    map[news.ID]string
}

func (n *Newsroom) board(r *http.Request, v *voice) (*board, error) {
	b := &board{n: n, r: r, voice: v, query: url.Values{}}
	var err error
	if b.editions, err = n.Desk.Editions(r.Context()); err != nil {
		return nil, err
	}
	if b.names, err = n.Accounts.Names(r.Context()); err != nil {
		return nil, err
	}
	q := r.URL.Query()
	for _, e := range b.editions {
		if q.Get("edition") == e.Name {
			b.filter.Edition = e.ID
			b.query.Set("edition", e.Name)
		}
	}
	for _, s := range stages {
		if q.Get("stage") == string(s) {
			b.filter.Stage = s
			b.query.Set("stage", string(s))
		}
	}
	if q.Get("mine") != "" {
		b.filter.Mine = actorOf(r).Account
		b.query.Set("mine", "1")
	}
	return b, nil
}

// with is the desk's address with one filter set otherwise.
func (b *board) with(name, value string) string {
	q := url.Values{}
	maps.Copy(q, b.query)
	if q.Del(name); value != "" {
		q.Set(name, value)
	}
	if len(q) == 0 {
		return "/newsroom/"
	}
	return "/newsroom/?" + q.Encode()
}

func (b *board) editionFilter() []option {
	all := []option{{b.with("edition", ""), b.voice.phrases.Text("desk.all"), b.filter.Edition == 0, ""}}
	for _, e := range b.editions {
		all = append(all, option{b.with("edition", e.Name), e.Label, b.filter.Edition == e.ID, e.Language})
	}
	return all
}

func (b *board) stageFilter() []option {
	all := []option{{b.with("stage", ""), b.voice.phrases.Text("desk.all"), b.filter.Stage == "", ""}}
	for _, s := range stages {
		all = append(all, option{b.with("stage", string(s)), b.voice.phrases.Text("stage." + string(s)), b.filter.Stage == s, ""})
	}
	return all
}

func (b *board) ownerFilter() []option {
	return []option{
		{b.with("mine", ""), b.voice.phrases.Text("desk.anyone"), b.filter.Mine == 0, ""},
		{b.with("mine", "1"), b.voice.phrases.Text("desk.mine"), b.filter.Mine != 0, ""},
	}
}

// all shows the first stories of every stage.
func (b *board) all(p *deskPage) error {
	for _, s := range stages {
		f := b.filter
		f.Stage = s
		rows, err := b.n.Desk.Board(b.r.Context(), actorOf(b.r), f, groupRows+1)
		if err != nil {
			return err
		}
		g := deskGroup{Label: b.voice.phrases.Text("stage." + string(s))}
		if len(rows) > groupRows {
			rows, g.More = rows[:groupRows], b.with("stage", string(s))
		}
		if g.Rows = b.rows(rows); len(rows) > 0 {
			p.Groups = append(p.Groups, g)
		}
		p.Count += len(rows)
	}
	return nil
}

// one shows the stories of one stage, page by page.
func (b *board) one(p *deskPage) error {
	f := b.filter
	at, _ := strconv.ParseInt(b.r.URL.Query().Get("before"), 10, 64)
	id, _ := news.ParseID(b.r.URL.Query().Get("id"))
	f.Before, f.BeforeID = news.Instant(max(0, at)), id
	rows, err := b.n.Desk.Board(b.r.Context(), actorOf(b.r), f, pageRows+1)
	if err != nil {
		return err
	}
	if len(rows) > pageRows {
		rows = rows[:pageRows]
		last := rows[pageRows-1]
		q := url.Values{"before": {strconv.FormatInt(int64(last.Touched), 10)}, "id": {last.ID.String()}}
		p.More = b.with("stage", string(f.Stage)) + "&" + q.Encode()
	}
	p.Count = len(rows)
	p.Groups = []deskGroup{{Label: b.voice.phrases.Text("stage." + string(f.Stage)), Rows: b.rows(rows)}}
	return nil
}

func (b *board) rows(found []desk.Row) []deskRow {
	rows := make([]deskRow, len(found))
	for i, s := range found {
		rows[i] = b.row(s)
	}
	return rows
}

func (b *board) row(s desk.Row) deskRow {
	e := editionOf(b.editions, s.Edition)
	l := b.n.clockOf(b.voice, e.Zone)
	row := deskRow{
		Path: storyPath(s.ID), Headline: s.Headline, Lang: e.Language,
		Place: s.Content.Dateline.Place, Date: l.Civil(s.Content.Dateline.Date, locale.Long),
		Kind: b.voice.phrases.Text("kind." + orKind(s.Content.Kind)), With: b.names[s.CreatedBy],
		Touched: b.n.moment(b.voice, s.Touched, e),
	}
	row.State, row.Square, row.Tone = b.voice.state(s.Story)
	if s.ScheduledAt != 0 {
		row.Due = b.n.moment(b.voice, s.ScheduledAt, e)
		row.Late = s.ScheduledAt.Time().Before(b.n.Now())
	}
	for _, other := range b.editions {
		row.Editions = append(row.Editions, b.inEdition(s, other))
	}
	return row
}

// inEdition says how a story's group stands in an edition.
func (b *board) inEdition(s desk.Row, e news.Edition) deskEdition {
	d := deskEdition{Label: e.Name, State: b.voice.phrases.Text("desk.notbegun")}
	for _, other := range s.Group {
		if other.Edition != e.ID || other.Standing == news.Withdrawn {
			continue
		}
		d.Path = storyPath(other.ID)
		d.State, _, _ = b.voice.state(other)
		if other.Standing == news.Published {
			d.Mark = "on"
		}
		if behind(other, s.Group) {
			d.Mark, d.State = "chg", b.voice.phrases.Text("desk.sourcechanged")
		}
	}
	return d
}

// behind says whether the source of a translation has gone on since.
func behind(s news.Story, group []news.Story) bool {
	for _, source := range group {
		if source.ID == s.Source {
			return source.Public != 0 && source.Public != s.SourceRevision
		}
	}
	return false
}

// state says in words where a story stands, with the square and the tone that
// go with it.
func (v *voice) state(s news.Story) (words, square, tone string) {
	switch {
	case s.Standing == news.Unpublished:
		return v.phrases.Text("state." + string(s.Stage)), squares[s.Stage], tones[s.Stage]
	case s.Stage == news.Done:
		return v.phrases.Text("state." + string(s.Standing)), "full", tones[news.Stage(s.Standing)]
	}
	return v.phrases.Text("state.changed-" + string(s.Stage)), "half", "warn"
}

var (
	squares = map[news.Stage]string{news.Submitted: "half", news.Approved: "half", news.Scheduled: "half"}
	tones   = map[news.Stage]string{
		news.Submitted: "warn", news.Approved: "ok", news.Scheduled: "ok",
		news.Stage(news.Published): "ok", news.Stage(news.Retracted): "stop", news.Stage(news.Withdrawn): "stop",
	}
)

func editionOf(all []news.Edition, id news.ID) news.Edition {
	for _, e := range all {
		if e.ID == id {
			return e
		}
	}
	return news.Edition{ID: id}
}

func orKind(k news.StoryKind) string {
	if k == "" {
		return string(news.KindNews)
	}
	return string(k)
}

func storyPath(id news.ID) string { return "/newsroom/story/" + id.String() }
