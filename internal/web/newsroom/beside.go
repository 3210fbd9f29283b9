package newsroom

import (
	"fmt"
	"net/http"
	"strings"

	"dateline/internal/desk"
	"dateline/internal/news"
)

// beside is what stands beside a story's form: its state, the acts that are
// open, its translations and the desk's notes.
type beside struct {
	State, Square, Tone string
	Acts                []actForm
	Editions            []deskEdition
	Into                []option // editions that it can be translated into
	Behind              bool     // its source has gone on
	MayTranslate        bool
	Reader              string // address of the page that readers see
	Published, Due      moment
	Embargo             moment
	Reason              string
	Notes               []remark
}

// remark is one note of the desk.
type remark struct {
	Who  string
	When moment
	Text string
}

// remarksBeside is how many notes stand beside a story; its past has all.
const remarksBeside = 5

// besides fills what stands beside a story's form.
func (n *Newsroom) besides(r *http.Request, p *storyPage) error {
	actor := actorOf(r)
	siblings, err := n.Desk.Siblings(r.Context(), actor, p.Story.ID)
	if err != nil {
		return err
	}
	editions, err := n.Desk.Editions(r.Context())
	if err != nil {
		return err
	}
	b := &p.Beside
	b.State, b.Square, b.Tone = p.voice.state(p.Story)
	b.Acts = p.openActs(actor, r)
	b.MayTranslate = actor.Role.May(news.ActTranslate) && p.Story.Standing != news.Withdrawn
	b.Behind = behind(p.Story, siblings)
	b.Published, b.Due = n.moment(p.voice, p.Story.PublishedAt, p.Edition), n.moment(p.voice, p.Story.ScheduledAt, p.Edition)
	b.Embargo, b.Reason = n.moment(p.voice, p.Story.Embargo, p.Edition), p.Story.Reason
	if p.Story.VisibleTo(news.InstantOf(n.Now())) {
		b.Reader = news.Permalink(p.Story)
	}
	list := &board{n: n, r: r, voice: p.voice}
	for _, e := range editions {
		d := list.inEdition(desk.Row{Group: siblings}, e)
		d.Label = e.Label
		if b.Editions = append(b.Editions, d); d.Path == "" {
			b.Into = append(b.Into, option{Value: e.ID.String(), Label: e.Label, Lang: e.Language})
		}
	}
	p.Notes = n.memos.find(r.URL.Query().Get("notes"))
	b.Notes, err = n.remarks(r, p)
	return err
}

func (n *Newsroom) remarks(r *http.Request, p *storyPage) ([]remark, error) {
	notes, err := n.Desk.Notes(r.Context(), actorOf(r), p.Story.ID, remarksBeside)
	if err != nil {
		return nil, err
	}
	names, err := n.Accounts.Names(r.Context())
	if err != nil {
		return nil, err
	}
	return n.remarksOf(p.voice, notes, names, p.Edition), nil
}

func (n *Newsroom) remarksOf(v *voice, notes []desk.Note, names map[news.ID]string, e news.Edition) []remark {
	var all []remark
	for _, note := range notes {
		all = append(all, remark{v.who(names, note.Actor), n.moment(v, note.At, e), note.Text})
	}
	return all
}

// who names an account; the program where nobody acted.
func (v *voice) who(names map[news.ID]string, id news.ID) string {
	if name, ok := names[id]; ok {
		return name
	}
	return v.phrases.Text("who.program")
}

// bylineFault is the message about the i-th line of bylines. The desk counts
// without the empty lines, which it never saw.
func (p *storyPage) bylineFault(i int) string {
	if p.Trouble == nil || i >= len(p.Form.Bylines) {
		return ""
	}
	place := len(storyForm{Bylines: p.Form.Bylines[:i]}.bylines())
	field := fmt.Sprintf("bylines[%d]", place)
	if p.Trouble.Field != field && !strings.HasPrefix(p.Trouble.Field, field+".") {
		return ""
	}
	if len(storyForm{Bylines: p.Form.Bylines[:i+1]}.bylines()) == place {
		return "" // an empty line
	}
	return p.Trouble.Message
}
