package newsroom

import (
	"maps"
	"net/http"
	"slices"

	"dateline/internal/news"
)

const peoplePath = settingsPath + "people"

// people lists everybody whose name can stand over a story.
func (n *Newsroom) people(w http.ResponseWriter, r *http.Request) error {
	all, err := n.Desk.People(r.Context())
	if err != nil {
		return err
	}
	p := n.settings(r, peoplePath, "settings.people")
	for _, person := range all {
		p.Items = append(p.Items, settleItem{Path: settingsPath + "person/" + person.ID.String(), Label: orText(person.In(p.Lang).Name, person.Slug), Sub: person.Slug})
	}
	p.New = []navLink{{Path: settingsPath + "person/" + fresh, Label: p.voice.phrases.Text("settings.newperson")}}
	return n.show(w, http.StatusOK, "settle", p)
}

// person shows one person's form.
func (n *Newsroom) person(w http.ResponseWriter, r *http.Request) error {
	person, err := n.personAt(r)
	if err != nil {
		return err
	}
	p, err := n.personPage(r, person, nil)
	if err != nil {
		return err
	}
	return n.show(w, http.StatusOK, "settle", p)
}

func (n *Newsroom) personAt(r *http.Request) (news.Person, error) {
	id, err := idOrFresh(r)
	if err != nil || id == 0 {
		return news.Person{Names: map[string]news.PersonName{}}, err
	}
	return n.Desk.Person(r.Context(), id)
}

// spoken lists the languages of the editions, and those in which a person has
// a name besides.
func (n *Newsroom) spoken(r *http.Request, person news.Person) ([]news.Edition, error) {
	all, err := n.Desk.Editions(r.Context())
	if err != nil {
		return nil, err
	}
	var kept []news.Edition
	has := map[string]bool{}
	for _, e := range all {
		if !has[e.Language] {
			has[e.Language] = true
			kept = append(kept, e)
		}
	}
	for _, language := range slices.Sorted(maps.Keys(person.Names)) {
		if !has[language] {
			kept = append(kept, news.Edition{Language: language, Label: language})
		}
	}
	return kept, nil
}

func (n *Newsroom) personPage(r *http.Request, person news.Person, t *trouble) (*settlePage, error) {
	spoken, err := n.spoken(r, person)
	if err != nil {
		return nil, err
	}
	p := n.settings(r, peoplePath, "settings.people")
	words := p.voice.phrases
	p.Back = navLink{Path: peoplePath, Label: words.Text("settings.people")}
	form := settleForm{
		Heading: orText(person.In(p.Lang).Name, words.Text("settings.newperson")), Action: r.URL.Path, Do: words.Text("save"), Version: person.Version,
	}
	for _, e := range spoken {
		said := person.Names[e.Language]
		form.Fields = append(form.Fields,
			field{Name: "name." + e.Language, Label: words.Text("person.name", "language", e.Label), Value: said.Name, Type: "text", Dir: "auto", Lang: e.Language, Trouble: t},
			field{Name: "bio." + e.Language, Label: words.Text("person.bio", "language", e.Label), Value: said.Bio, Rows: 3, Dir: "auto", Lang: e.Language, Trouble: t})
	}
	form.Fields = append(form.Fields, field{Name: "slug", Label: words.Text("person.slug"), Value: person.Slug, Type: "text", Dir: "auto", Trouble: t})
	p.Forms = []settleForm{form}
	return p, nil
}

// personSettle writes a person.
func (n *Newsroom) personSettle(w http.ResponseWriter, r *http.Request) error {
	person, err := n.personAt(r)
	if err != nil {
		return err
	}
	f, err := formOf(r)
	if err != nil {
		return err
	}
	spoken, err := n.spoken(r, person)
	if err != nil {
		return err
	}
	names := map[string]news.PersonName{}
	for _, e := range spoken {
		said := news.PersonName{Name: f.word("name." + e.Language), Bio: f.text("bio." + e.Language)}
		if said.Name != "" {
			names[e.Language] = said
		}
	}
	person.Names, person.Slug, person.Version = names, f.text("slug"), f.number("version")
	if person.Slug == "" {
		person.Slug = person.In(english).Name
	}
	if _, err := n.Desk.SettlePerson(r.Context(), actorOf(r), person); err != nil {
		return n.settled(w, r, err, func(t *trouble) (*settlePage, error) { return n.personPage(r, person, t) })
	}
	return seeOther(w, r, peoplePath, "settle")
}
