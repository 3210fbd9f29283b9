package newsroom

import (
	"net/http"
	"net/url"
	"strconv"

	"dateline/internal/news"
)

const sectionsPath = settingsPath + "sections"

// sections lists an edition's sections.
func (n *Newsroom) sections(w http.ResponseWriter, r *http.Request) error {
	e, err := n.editionNamed(r, r.URL.Query().Get("edition"))
	if err != nil {
		return err
	}
	all, err := n.Desk.Sections(r.Context(), e.ID)
	if err != nil {
		return err
	}
	p := n.settings(r, sectionsPath, "settings.sections")
	if err := n.byEdition(r, p, e, sectionsPath); err != nil {
		return err
	}
	for _, s := range all {
		p.Items = append(p.Items, settleItem{Path: settingsPath + "section/" + s.ID.String(), Label: s.Name, Lang: e.Language, Sub: "/" + e.Name + "/" + s.Slug + "/"})
	}
	p.New = []navLink{{Path: settingsPath + "section/" + fresh + "?" + url.Values{"edition": {e.Name}}.Encode(), Label: p.voice.phrases.Text("settings.newsection")}}
	return n.show(w, http.StatusOK, "settle", p)
}

// byEdition offers the same screen for the other editions.
func (n *Newsroom) byEdition(r *http.Request, p *settlePage, here news.Edition, path string) error {
	all, err := n.Desk.Editions(r.Context())
	if err != nil {
		return err
	}
	for _, e := range all {
		p.Editions = append(p.Editions, option{path + "?edition=" + e.Name, e.Label, e.ID == here.ID, e.Language})
	}
	return nil
}

// section shows one section's form.
func (n *Newsroom) section(w http.ResponseWriter, r *http.Request) error {
	s, err := n.sectionAt(r)
	if err != nil {
		return err
	}
	p, err := n.sectionPage(r, s, nil)
	if err != nil {
		return err
	}
	return n.show(w, http.StatusOK, "settle", p)
}

func (n *Newsroom) sectionAt(r *http.Request) (news.Section, error) {
	id, err := idOrFresh(r)
	if err != nil {
		return news.Section{}, err
	}
	if id != 0 {
		return n.Desk.Section(r.Context(), id)
	}
	e, err := n.editionNamed(r, r.URL.Query().Get("edition"))
	return news.Section{Edition: e.ID}, err
}

func (n *Newsroom) sectionPage(r *http.Request, s news.Section, t *trouble) (*settlePage, error) {
	all, err := n.Desk.Editions(r.Context())
	if err != nil {
		return nil, err
	}
	p := n.settings(r, sectionsPath, "settings.sections")
	words, e := p.voice.phrases, editionOf(all, s.Edition)
	p.Back = navLink{Path: sectionsPath + "?edition=" + e.Name, Label: words.Text("settings.sections")}
	line := func(name, value string) field {
		return field{Name: name, Label: words.Text("section." + name), Value: value, Type: "text", Dir: "auto", Lang: e.Language, Trouble: t}
	}
	about := line("about", s.About)
	about.Rows = 3
	group := line("group", "")
	if group.Options, err = n.sectionGroups(r, p.voice, all, s); err != nil {
		return nil, err
	}
	p.Forms = []settleForm{{
		Heading: orText(s.Name, words.Text("settings.newsection")), Action: r.URL.RequestURI(), Do: words.Text("save"), Version: s.Version,
		Fields: []field{line("name", s.Name), line("slug", s.Slug), about, group, line("position", strconv.Itoa(s.Position))},
	}}
	return p, nil
}

// sectionGroups offers the sections of other editions that this one can be
// the same as: translations find their section by it.
func (n *Newsroom) sectionGroups(r *http.Request, v *voice, editions []news.Edition, s news.Section) ([]option, error) {
	all := []option{{"", v.phrases.Text("section.alone"), false, ""}}
	seen := map[news.ID]bool{}
	for _, e := range editions {
		sections, err := n.Desk.Sections(r.Context(), e.ID)
		if err != nil {
			return nil, err
		}
		for _, other := range sections {
			if other.Edition == s.Edition || seen[other.Group] {
				continue
			}
			seen[other.Group] = true
			all = append(all, option{other.Group.String(), other.Name + " (" + e.Label + ")", other.Group == s.Group, e.Language})
		}
	}
	return all, nil
}

// sectionSettle writes a section.
func (n *Newsroom) sectionSettle(w http.ResponseWriter, r *http.Request) error {
	s, err := n.sectionAt(r)
	if err != nil {
		return err
	}
	f, err := formOf(r)
	if err != nil {
		return err
	}
	s.Name, s.Slug, s.About = f.text("name"), f.text("slug"), f.text("about")
	s.Position, s.Version = int(f.number("position")), f.number("version")
	if group := f.id("group"); group != 0 {
		s.Group = group
	}
	if _, err := n.Desk.SettleSection(r.Context(), actorOf(r), s); err != nil {
		return n.settled(w, r, err, func(t *trouble) (*settlePage, error) { return n.sectionPage(r, s, t) })
	}
	all, err := n.Desk.Editions(r.Context())
	if err != nil {
		return err
	}
	return seeOther(w, r, sectionsPath+"?edition="+editionOf(all, s.Edition).Name, "settle")
}
