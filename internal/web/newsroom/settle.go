package newsroom

import (
	"net/http"

	"dateline/internal/news"
)

// settlePage is a screen on which something of the house is settled: what
// there is, and forms that add to it or change it.
type settlePage struct {
	frame
	About string
	Tabs  []navLink // the other things to settle

	Editions []option // the same screen for other editions, as addresses
	Back     navLink
	Items    []settleItem
	New      []navLink
	More     string
	Forms    []settleForm
}

// settleItem is one thing in the list.
type settleItem struct {
	Path, Label, Lang string
	Sub               string
	Links             []navLink
	Off               bool
}

// settleForm is one form.
type settleForm struct {
	Heading, About string
	Action, Do     string
	Version        int64
	Fields         []field
	Stop           bool // what it does is hard to undo
}

// settled shows a form again with what is wrong, or passes on what no form
// can mend.
func (n *Newsroom) settled(w http.ResponseWriter, r *http.Request, cause error, page func(t *trouble) (*settlePage, error)) error {
	switch news.KindOf(cause) {
	case news.Invalid, news.Conflict, news.TooLarge, news.Unavailable:
	default:
		return cause
	}
	t := troubleOf(r, cause)
	p, err := page(t)
	if err != nil {
		return err
	}
	p.Trouble = t
	return n.show(w, t.Status, "settle", p)
}

// settings begins a screen of the settings.
func (n *Newsroom) settings(r *http.Request, here, title string) *settlePage {
	p := &settlePage{frame: n.frame(r, "/newsroom/settings/", title)}
	for _, tab := range []struct{ path, word string }{
		{"/newsroom/settings/", "settings.editions"}, {"/newsroom/settings/sections", "settings.sections"},
		{"/newsroom/settings/people", "settings.people"}, {"/newsroom/settings/tags", "settings.tags"},
	} {
		p.Tabs = append(p.Tabs, navLink{tab.path, p.voice.phrases.Text(tab.word), tab.path == here})
	}
	return p
}

// fresh is how addresses call what is not there yet.
const fresh = "new"

// idOrFresh reads an id from the address; 0 for what is not there yet.
func idOrFresh(r *http.Request) (news.ID, error) {
	if r.PathValue("id") == fresh {
		return 0, nil
	}
	return idOf(r)
}
