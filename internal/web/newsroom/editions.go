package newsroom

import (
	"net/http"
	"strconv"

	"dateline/internal/locale"
	"dateline/internal/news"
)

const settingsPath = "/newsroom/settings/"

// settingsHome lists the editions.
func (n *Newsroom) settingsHome(w http.ResponseWriter, r *http.Request) error {
	p := n.settings(r, settingsPath, "nav.settings")
	all, err := n.Desk.Editions(r.Context())
	if err != nil {
		return err
	}
	words := p.voice.phrases
	for _, e := range all {
		p.Items = append(p.Items, settleItem{
			Path: settingsPath + "edition/" + e.ID.String(), Label: e.Title, Lang: e.Language, Sub: e.Label + " · /" + e.Name + "/",
			Links: []navLink{
				{Path: settingsPath + "sections?edition=" + e.Name, Label: words.Text("settings.sections")},
				{Path: settingsPath + "tags?edition=" + e.Name, Label: words.Text("settings.tags")},
				{Path: listsPath(e), Label: words.Text("nav.lists")},
			},
		})
	}
	p.New = []navLink{{Path: settingsPath + "edition/" + fresh, Label: words.Text("settings.newedition")}}
	return n.show(w, http.StatusOK, "settle", p)
}

// edition shows one edition's form.
func (n *Newsroom) edition(w http.ResponseWriter, r *http.Request) error {
	e, err := n.editionAt(r)
	if err != nil {
		return err
	}
	p, err := n.editionPage(r, e, nil)
	if err != nil {
		return err
	}
	return n.show(w, http.StatusOK, "settle", p)
}

// editionAt returns the edition of the address, a beginning for a new one.
func (n *Newsroom) editionAt(r *http.Request) (news.Edition, error) {
	id, err := idOrFresh(r)
	if err != nil {
		return news.Edition{}, err
	}
	if id == 0 {
		return news.Edition{Zone: "UTC"}, nil
	}
	all, err := n.Desk.Editions(r.Context())
	if err != nil {
		return news.Edition{}, err
	}
	if e := editionOf(all, id); e.Name != "" {
		return e, nil
	}
	return news.Edition{}, news.Errorf(news.NotFound, "edition", "There is no such edition.")
}

func (n *Newsroom) editionPage(r *http.Request, e news.Edition, t *trouble) (*settlePage, error) {
	p := n.settings(r, settingsPath, "settings.editions")
	words := p.voice.phrases
	p.Back = navLink{Path: settingsPath, Label: words.Text("settings.editions")}
	line := func(name, value string) field {
		return field{Name: name, Label: words.Text("edition." + name), Value: value, Type: "text", Dir: "auto", Trouble: t}
	}
	about := line("about", e.About)
	about.Rows = 3
	p.Forms = []settleForm{{
		Heading: orText(e.Title, words.Text("settings.newedition")), Action: r.URL.Path, Do: words.Text("save"), Version: e.Version,
		Fields: []field{
			line("title", e.Title), line("label", e.Label), line("name", e.Name), line("language", e.Language), line("zone", e.Zone),
			pick(line("calendar", ""), words, "calendar.", e.Calendar, "", string(locale.Gregorian), string(locale.Jalali), string(locale.Islamic), string(locale.IslamicCivil)),
			pick(line("digits", ""), words, "digits.", e.Digits, "", string(locale.LatinDigits), string(locale.ArabicIndicDigits), string(locale.PersianDigits)),
			line("tagline", e.Tagline), about, line("logo", spell(e.Logo)), line("position", strconv.Itoa(e.Position)),
		},
	}}
	return p, nil
}

func orText(s, other string) string {
	if s == "" {
		return other
	}
	return s
}

// pick makes a field a choice between values whose words stand under a prefix.
func pick(f field, words *locale.Phrases, prefix, chosen string, values ...string) field {
	for _, v := range values {
		f.Options = append(f.Options, option{v, words.Text(prefix + orText(v, "usual")), v == chosen, ""})
	}
	return f
}

// editionSettle writes an edition.
func (n *Newsroom) editionSettle(w http.ResponseWriter, r *http.Request) error {
	e, err := n.editionAt(r)
	if err != nil {
		return err
	}
	f, err := formOf(r)
	if err != nil {
		return err
	}
	e.Title, e.Label, e.Name, e.Language, e.Zone = f.text("title"), f.text("label"), f.word("name"), f.word("language"), f.word("zone")
	e.Calendar, e.Digits, e.Tagline, e.About = f.word("calendar"), f.word("digits"), f.text("tagline"), f.text("about")
	e.Position, e.Version = int(f.number("position")), f.number("version")
	logo, err := readID("logo", f.Get("logo"))
	if err == nil {
		e.Logo = logo
		_, err = n.Desk.SettleEdition(r.Context(), actorOf(r), e)
	}
	if err != nil {
		return n.settled(w, r, err, func(t *trouble) (*settlePage, error) { return n.editionPage(r, e, t) })
	}
	return seeOther(w, r, settingsPath, "settle")
}
