package wire

import (
	"errors"
	"net/url"
	"strconv"
	"strings"

	"dateline/internal/news"
	"dateline/internal/prose"
	"dateline/internal/wire/wxr"
)

// text converts the content of the item into a document.
func (c *conversion) text() (prose.Doc, error) {
	r, s := c.run, c.run.survey
	m := wxr.Markup{Site: s.site(), Footnotes: c.item.Custom("footnotes"), Reusable: s.reusable}
	html, refs, notes := m.HTML(c.item.Content)
	for _, n := range notes {
		e := entryOf(n)
		c.tell(e.Group, e.What, e.Why, e.Count)
	}
	html = c.galleries(html, refs)
	seen := map[string]wxr.ImageRef{}
	for _, ref := range refs.Images {
		seen[ref.Src] = ref
	}
	doc, said, err := prose.FromHTML(strings.NewReader(html), prose.FromHTMLOptions{
		NewID: prose.SeededIDs(r.source + "\x00" + c.out.key),
		Lang:  r.edition.Language, Dir: prose.Dir(r.edition.Direction),
		Picture: func(t prose.ImgTag) (news.ID, bool) { return c.img(t, seen) },
		Link:    c.link,
	})
	c.files(refs.Files)
	for _, n := range said {
		c.said(n)
	}
	return doc, err
}

// said tells a note of the document's own import. Pictures that were not found
// have been told already.
func (c *conversion) said(n prose.Note) {
	if n.What == prose.Unresolved {
		return
	}
	group := Altered
	if n.What == prose.Dropped {
		group = LeftOut
	}
	what, why, _ := strings.Cut(n.Text, ": ")
	c.tell(group, strings.TrimRight(what, ".")+".", why, 1)
}

// files names sound, film and papers, to which links lead.
func (c *conversion) files(addresses []string) {
	for _, a := range addresses {
		c.tell(LeftOut, "A file was left out; the text leads to where it was.", a, 1)
	}
}

// link leads links to stories of the old site to where they are now. Those to
// what is not here stay as they are.
func (c *conversion) link(href string) string {
	u, err := url.Parse(strings.TrimSpace(href))
	if err != nil || !c.run.survey.internal(u) {
		return href
	}
	id := c.run.survey.storyAt(href)
	if id == 0 {
		return href
	}
	to := news.Permalink(news.Story{ID: c.run.ids.of(kindItem, decimal(id))})
	if u.Fragment != "" {
		to += "#" + u.EscapedFragment()
	}
	return to
}

// internal says whether an address is one of the old site.
func (s *survey) internal(u *url.URL) bool {
	if u.Host == "" {
		return u.Scheme == "" && strings.HasPrefix(u.Path, "/")
	}
	site, err := url.Parse(s.site())
	return err == nil && bareHost(site.Host) == bareHost(u.Host)
}

// storyAt returns the id of the story at an address, 0 for none.
func (s *survey) storyAt(href string) int64 {
	a, ok := wxr.Address(href)
	if !ok {
		return 0
	}
	if id := s.at(s.addresses, a); id != 0 {
		return id
	}
	_, query, _ := strings.Cut(a, "?")
	values, err := url.ParseQuery(query)
	if err != nil {
		return 0
	}
	for _, key := range []string{"p", "page_id"} {
		if id, err := strconv.ParseInt(values.Get(key), 10, 64); err == nil && s.items[id] {
			return id
		}
	}
	return 0
}

// plainly is what an error says to a person.
func plainly(err error) string {
	var e *news.Error
	if errors.As(err, &e) && e.Message != "" {
		return e.Message
	}
	if err == nil {
		return ""
	}
	return err.Error()
}
