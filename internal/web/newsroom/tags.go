package newsroom

import (
	"net/http"
	"net/url"

	"dateline/internal/news"
)

const (
	tagsPath = settingsPath + "tags"
	tagRows  = 100 // tags on one page
)

// tags lists an edition's tags by name, from a name on.
func (n *Newsroom) tags(w http.ResponseWriter, r *http.Request) error {
	e, err := n.editionNamed(r, r.URL.Query().Get("edition"))
	if err != nil {
		return err
	}
	all, err := n.Desk.Tags(r.Context(), e.ID, r.URL.Query().Get("from"), tagRows+1)
	if err != nil {
		return err
	}
	p := n.settings(r, tagsPath, "settings.tags")
	if err := n.byEdition(r, p, e, tagsPath); err != nil {
		return err
	}
	if len(all) > tagRows {
		p.More = tagsPath + "?" + url.Values{"edition": {e.Name}, "from": {all[tagRows].Name}}.Encode()
		all = all[:tagRows]
	}
	for _, t := range all {
		p.Items = append(p.Items, settleItem{Path: settingsPath + "tag/" + t.ID.String(), Label: t.Name, Lang: e.Language, Sub: t.Slug})
	}
	p.New = []navLink{{Path: settingsPath + "tag/" + fresh + "?" + url.Values{"edition": {e.Name}}.Encode(), Label: p.voice.phrases.Text("settings.newtag")}}
	return n.show(w, http.StatusOK, "settle", p)
}

// tag shows one tag's form.
func (n *Newsroom) tag(w http.ResponseWriter, r *http.Request) error {
	t, err := n.tagAt(r)
	if err != nil {
		return err
	}
	p, err := n.tagPage(r, t, nil)
	if err != nil {
		return err
	}
	return n.show(w, http.StatusOK, "settle", p)
}

func (n *Newsroom) tagAt(r *http.Request) (news.Tag, error) {
	id, err := idOrFresh(r)
	if err != nil {
		return news.Tag{}, err
	}
	if id != 0 {
		return n.Desk.Tag(r.Context(), id)
	}
	e, err := n.editionNamed(r, r.URL.Query().Get("edition"))
	return news.Tag{Edition: e.ID}, err
}

func (n *Newsroom) tagPage(r *http.Request, tag news.Tag, t *trouble) (*settlePage, error) {
	all, err := n.Desk.Editions(r.Context())
	if err != nil {
		return nil, err
	}
	p := n.settings(r, tagsPath, "settings.tags")
	words, e := p.voice.phrases, editionOf(all, tag.Edition)
	p.Back = navLink{Path: tagsPath + "?edition=" + e.Name, Label: words.Text("settings.tags")}
	line := func(name, value string) field {
		return field{Name: name, Label: words.Text("tag." + name), Value: value, Type: "text", Dir: "auto", Lang: e.Language, Trouble: t}
	}
	p.Forms = []settleForm{{
		Heading: orText(tag.Name, words.Text("settings.newtag")), Action: r.URL.RequestURI(), Do: words.Text("save"), Version: tag.Version,
		Fields: []field{line("name", tag.Name), line("slug", tag.Slug)},
	}}
	return p, nil
}

// tagSettle writes a tag.
func (n *Newsroom) tagSettle(w http.ResponseWriter, r *http.Request) error {
	tag, err := n.tagAt(r)
	if err != nil {
		return err
	}
	f, err := formOf(r)
	if err != nil {
		return err
	}
	tag.Name, tag.Slug, tag.Version = f.word("name"), f.text("slug"), f.number("version")
	if _, err := n.Desk.SettleTag(r.Context(), actorOf(r), tag); err != nil {
		return n.settled(w, r, err, func(t *trouble) (*settlePage, error) { return n.tagPage(r, tag, t) })
	}
	all, err := n.Desk.Editions(r.Context())
	if err != nil {
		return err
	}
	return seeOther(w, r, tagsPath+"?edition="+editionOf(all, tag.Edition).Name, "settle")
}
