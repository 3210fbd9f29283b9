package apptest

import (
	"strings"

	"dateline/internal/locale"
	"dateline/internal/news"
	"dateline/internal/store"
)

// content reads what a writer gives a story from a file of the scenario:
// lines "name: value", an empty line, and a paragraph a line. Tags and people
// are made when they are first named.
func (s *scenario) content(edition, name string) news.Content {
	file, known := s.files[name]
	if !known {
		s.Fatalf("line %d: there is no file %q", s.line, name)
	}
	head, body, _ := strings.Cut(file, "\n\n")
	c := s.Story(edition, "", strings.Split(strings.TrimSpace(body), "\n")...)
	for line := range strings.Lines(head) {
		field, value, _ := strings.Cut(strings.TrimSuffix(line, "\n"), ": ")
		s.give(&c, edition, field, value)
	}
	return c
}

// give sets one field of a story.
func (s *scenario) give(c *news.Content, edition, field, value string) {
	lines := map[string]*string{
		"headline": &c.Headline, "kicker": &c.Kicker, "standfirst": &c.Standfirst, "slug": &c.Slug,
		"source": &c.Dateline.Source, "place": &c.Dateline.Place,
	}
	if to, ok := lines[field]; ok {
		*to = value
		return
	}
	switch field {
	case "date":
		c.Dateline.Date = must[news.CivilDate](s)(news.ParseCivil(value))
	case "by":
		c.Bylines = append(c.Bylines, news.Byline{Person: s.person(value), Role: news.RoleBy})
	case "tag":
		c.Tags = append(c.Tags, s.tagNamed(edition, value))
	case "section":
		c.Section = s.Sections[value][edition].ID
	case "kind":
		c.Kind = news.StoryKind(value)
	case "picture":
		c.Lead = news.LeadPicture{Picture: s.Picture(news.Picture{Credit: value}).ID, Alt: value, Caption: value}
	case "related":
		c.Related = append(c.Related, s.story(value))
	default:
		s.Fatalf("line %d: a story has no %q", s.line, field)
	}
}

// person finds a person by name, or makes one.
func (s *scenario) person(name string) news.ID {
	slug := locale.Slug(name)
	var id news.ID
	err := s.store.Read(s.ctx(), func(tx *store.Tx) error {
		p, err := tx.People().BySlug(s.ctx(), slug)
		id = p.ID
		return err
	})
	if news.KindOf(err) == news.NotFound {
		return s.Person(slug, name, "").ID
	}
	if err != nil {
		s.Fatalf("%v", err)
	}
	return id
}

// tagNamed finds a tag by name, or makes one.
func (s *scenario) tagNamed(edition, name string) news.ID {
	if t := s.tagOf(edition, locale.Slug(name)); t.ID != 0 {
		return t.ID
	}
	return s.Tag(edition, locale.Slug(name), name).ID
}

// tagOf is an edition's tag of a slug, the zero Tag for none.
func (s *scenario) tagOf(edition, slug string) (t news.Tag) {
	err := s.store.Read(s.ctx(), func(tx *store.Tx) (err error) {
		t, err = tx.Tags().BySlug(s.ctx(), s.Editions[edition].ID, slug)
		return err
	})
	if err != nil && news.KindOf(err) != news.NotFound {
		s.Fatalf("%v", err)
	}
	return t
}

// sectionOf is an edition's section of a slug.
func (s *scenario) sectionOf(edition, slug string) (sec news.Section) {
	err := s.store.Read(s.ctx(), func(tx *store.Tx) (err error) {
		sec, err = tx.Sections().BySlug(s.ctx(), s.Editions[edition].ID, slug)
		return err
	})
	if err != nil {
		s.Fatalf("line %d: %v", s.line, err)
	}
	return sec
}
