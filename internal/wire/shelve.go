package wire

import (
	"net/url"
	"slices"
	"strings"

	"dateline/internal/desk"
	"dateline/internal/locale"
	"dateline/internal/news"
	"dateline/internal/wire/wxr"
)

// shelve gives a story its section, tags and people, admitting those that are
// not there yet.
func (a *admission) shelve(it *arrival) error {
	c := &it.story.Content
	var err error
	if it.section != "" {
		if c.Section, err = a.section(it.section); err != nil {
			return err
		}
	}
	for _, t := range it.terms {
		id, err := a.tag(t)
		if err != nil {
			return err
		}
		if id != 0 && !slices.Contains(c.Tags, id) {
			c.Tags = append(c.Tags, id)
		}
	}
	for _, who := range it.authors {
		id, err := a.person(who)
		if err != nil {
			return err
		}
		b := news.Byline{Person: id, Role: news.RoleBy}
		if id == 0 {
			b.Name, _ = clip(who.name, desk.MaxName)
		}
		if b.Person != 0 || strings.TrimSpace(b.Name) != "" {
			c.Bylines = append(c.Bylines, b)
		}
	}
	return nil
}

// maxPlaces is how many sections, tags and people are remembered at a time.
// Beyond it they are looked up again.
const maxPlaces = 50_000

// place finds what a thing of the old site is here, or has it admitted.
func (a *admission) place(kind, key string, admit func() (news.Subject, error)) (news.ID, error) {
	name := kind + ":" + key
	if id, met := a.run.places[name]; met {
		return id, nil
	}
	before, made, err := a.before(kind, key)
	if err != nil {
		return 0, err
	}
	var s news.Subject
	if made {
		s = before.Subject
		a.count(plurals[kind]).Unchanged++
	} else {
		if s, err = admit(); err != nil {
			return 0, err
		}
		a.count(plurals[kind]).New++
		if err := a.keep(kind, key, s, [32]byte{}); err != nil {
			return 0, err
		}
	}
	if len(a.run.places) >= maxPlaces {
		clear(a.run.places)
	}
	a.run.places[name] = s.ID
	return s.ID, nil
}

var plurals = map[string]string{kindSection: "sections", kindTag: "tags", kindPerson: "people"}

func (a *admission) section(slug string) (news.ID, error) {
	return a.place(kindSection, slug, func() (news.Subject, error) {
		c := a.run.survey.categories[slug]
		s := news.Section{ID: a.run.ids.of(kindSection, slug), Edition: a.run.edition.ID, Slug: slug}
		s.Name = a.name(c.name, slug)
		s.About, _ = clip(oneLine(c.about), desk.MaxStandfirst)
		made, err := a.in.Section(a.ctx, s)
		if news.KindOf(err) == news.Invalid && err != nil { // the word is one of Dateline's own
			s.Slug = "section " + decimal(c.id) + " " + slug
			made, err = a.in.Section(a.ctx, s)
		}
		subject := news.Subject{Noun: news.NounSection, ID: made.ID}
		if err != nil {
			return subject, err
		}
		return subject, a.lead(a.run.base()+"/category/"+a.run.path(slug), subject.String())
	})
}

// tag returns the tag of a term, 0 where its name holds no letter.
func (a *admission) tag(t wxr.TermRef) (news.ID, error) {
	slug := t.Slug
	if locale.Slug(slug) == "" {
		slug = locale.Slug(wxr.PlainText(t.Name))
	}
	if slug == "" {
		return 0, nil
	}
	taxonomy := t.Taxonomy
	if taxonomy == "" {
		taxonomy = wxr.TaxonomyTag
	}
	return a.place(kindTag, taxonomy+":"+slug, func() (news.Subject, error) {
		tag := news.Tag{ID: a.run.ids.of(kindTag, taxonomy+":"+slug), Edition: a.run.edition.ID, Slug: slug, Name: a.name(t.Name, slug)}
		made, err := a.in.Tag(a.ctx, tag)
		subject := news.Subject{Noun: news.NounTag, ID: made.ID}
		if err != nil {
			return subject, err
		}
		switch taxonomy {
		case wxr.TaxonomyTag:
			err = a.lead(a.run.base()+"/tag/"+slug, subject.String())
		case wxr.TaxonomyCategory:
			err = a.lead(a.run.base()+"/category/"+a.run.path(slug), subject.String())
		}
		return subject, err
	})
}

// person returns the person behind a login name, 0 where the name holds no
// letter.
func (a *admission) person(who author) (news.ID, error) {
	if locale.Slug(who.name) == "" {
		return 0, nil
	}
	return a.place(kindPerson, who.login, func() (news.Subject, error) {
		n := news.PersonName{}
		n.Name, _ = clip(who.name, desk.MaxName)
		n.Bio, _ = clip(who.about, desk.MaxStandfirst)
		p := news.Person{ID: a.run.ids.of(kindPerson, who.login), Slug: locale.Slug(who.name), Names: map[string]news.PersonName{a.run.edition.Language: n}}
		made, err := a.in.Person(a.ctx, p)
		return news.Subject{Noun: news.NounPerson, ID: made.ID}, err
	})
}

// name is how readers are told a term's name.
func (a *admission) name(name, slug string) string {
	if name = oneLine(wxr.PlainText(name)); name == "" {
		name = slug
	}
	name, _ = clip(name, desk.MaxName)
	return name
}

// base is the path of the old site's root, without a slash at its end.
func (r *run) base() string {
	u, err := url.Parse(r.survey.site())
	if err != nil {
		return ""
	}
	return strings.TrimRight(u.Path, "/")
}

// path is a category's way from the topmost one, as WordPress writes it.
func (r *run) path(slug string) string {
	path := slug
	for range maxAncestors {
		c := r.survey.categories[slug]
		if c == nil || c.parent == "" || c.parent == slug {
			break
		}
		slug = c.parent
		path = slug + "/" + path
	}
	return path
}
