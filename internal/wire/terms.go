package wire

import (
	"slices"
	"strings"

	"dateline/internal/desk"
	"dateline/internal/news"
	"dateline/internal/wire/wxr"
)

// author is somebody who wrote an item, by the name under which the old system
// knew them.
type author struct{ login, name, about string }

// machinery are taxonomies in which WordPress and its plugins keep no words of
// editors.
var machinery = []string{"post_format", "nav_menu", "link_category", "wp_theme", "wp_template_part_area", "wp_pattern_category", "language", "post_translations", "term_language", "term_translations"}

// bylines is the taxonomy in which the Co-Authors plugin keeps who wrote.
const bylines = "author"

// shelf sorts the terms of an item: one category is its section, all others
// and the tags are tags, guest authors are bylines.
func (c *conversion) shelf(n *news.Content) {
	it, r := c.item, c.run
	var categories []string
	for _, t := range it.Terms {
		if isCategory(t) {
			categories = append(categories, t.Slug)
		}
	}
	if n.Kind != news.KindPage {
		if c.out.section = r.sectionOf(r.survey.primary(it), categories); c.out.section == "" {
			c.tell(Altered, "A story stands in no section, since it had no category that became one.", strings.Join(categories, ", "), 1)
		}
	}
	for _, t := range it.Terms {
		c.term(t)
	}
	if len(c.out.terms) > desk.MaxTags {
		c.tell(LeftOut, "Tags beyond the most that a story can have were left out.", "", len(c.out.terms)-desk.MaxTags)
		c.out.terms = c.out.terms[:desk.MaxTags]
	}
	if len(c.out.authors) == 0 && it.Creator != "" {
		c.out.authors = []author{r.survey.author(it.Creator)}
	}
	c.out.authors = c.out.authors[:min(len(c.out.authors), desk.MaxBylines)]
}

func (c *conversion) term(t wxr.TermRef) {
	switch {
	case isCategory(t) && t.Slug == c.out.section:
		return
	case t.Taxonomy == bylines:
		a := c.run.survey.author(strings.TrimPrefix(t.Slug, "cap-"))
		if name := oneLine(wxr.PlainText(t.Name)); a.name == a.login && name != "" {
			a.name = name
		}
		c.out.authors = append(c.out.authors, a)
		return
	case slices.Contains(machinery, t.Taxonomy):
		c.tell(LeftOut, "A term of the taxonomy “"+t.Taxonomy+"” was left out.", oneLine(t.Name), 1)
		return
	case t.Taxonomy != wxr.TaxonomyCategory && t.Taxonomy != wxr.TaxonomyTag && t.Taxonomy != "":
		c.tell(Altered, "A term of the taxonomy “"+oneLine(t.Taxonomy)+"” became a tag.", oneLine(t.Name), 1)
	}
	c.out.terms = append(c.out.terms, t)
}

// author is who stands behind a login name.
func (s *survey) author(login string) author {
	a := author{login: login, name: oneLine(login)}
	known := s.authors[login]
	if known == nil {
		return a
	}
	for _, name := range []string{known.Name, known.First + " " + known.Last} {
		if name = oneLine(wxr.PlainText(name)); name != "" {
			a.name = name
			break
		}
	}
	a.about = oneLine(wxr.PlainText(known.Description))
	return a
}
