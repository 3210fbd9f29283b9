package specimen

import (
	"encoding/json"
	"html/template"
	"strconv"
	"strings"

	"dateline/internal/page"
)

const host = "https://courier.example"

func (c *copyText) site(title, path string) page.Site {
	s := page.Site{
		Edition: c.edition(), Today: c.today, Search: "/" + c.lang + "/search",
		Breaking: &page.Breaking{When: c.breaking[0], Headline: c.breaking[1], URL: c.url(1)},
		Footer:   c.foot(),
		Head:     c.head(title, path),
	}
	for _, l := range Langs() {
		s.Editions = append(s.Editions, copyIn(l).link(l == c.lang))
	}
	for i, name := range c.sections {
		s.Sections = append(s.Sections, page.Link{Text: name, URL: "/" + c.lang + "/s" + strconv.Itoa(i), Current: i == 1 && path != ""})
	}
	for i, name := range c.tools {
		s.Tools = append(s.Tools, page.Link{Text: name, URL: "/" + c.lang + "/t" + strconv.Itoa(i)})
	}
	for i, name := range c.places {
		l := page.Link{Text: name}
		if i%2 == 0 {
			l.URL = "/" + c.lang + "/place" + strconv.Itoa(i)
		}
		s.Places = append(s.Places, l)
	}
	return s
}

func (c *copyText) link(current bool) page.EditionLink {
	names := map[string]string{"en": "English", "ar": "العربية", "fa": "فارسی"}
	return page.EditionLink{Name: names[c.lang], Lang: c.lang, Dir: c.dir, URL: "/" + c.lang + "/", Current: current}
}

func (c *copyText) head(title, path string) page.Head {
	if path != "" {
		title += " – " + c.name
	}
	url := host + "/" + c.lang + "/" + path
	data, err := json.Marshal(map[string]any{"@context": "https://schema.org", "@type": "WebPage", "name": title, "url": url})
	if err != nil {
		panic(err) // a map of strings
	}
	return page.Head{
		Title: title, Description: c.lead.brief, Canonical: url, Data: []json.RawMessage{data},
		Alternates: []page.Alternate{{Lang: "en", URL: host + "/en/"}, {Lang: "ar", URL: host + "/ar/"}, {Lang: "fa", URL: host + "/fa/"}},
		Feeds:      []page.Feed{{Type: "application/rss+xml", Title: c.name, URL: host + "/" + c.lang + "/feed.rss"}},
		Graph: page.OpenGraph{
			Type: "article", Title: title, Description: c.lead.brief, Locale: c.lang, Section: c.sections[1], Tags: c.tags,
			Published: "2026-11-20T18:30:00+01:00", Modified: "2026-11-22T09:12:00+01:00",
			Image: &page.ShareImage{URL: host + "/media/vienna-1200.jpg", Width: 1200, Height: 630, Alt: c.alt},
		},
	}
}

func (c *copyText) foot() page.Footer {
	f := page.Footer{Promise: c.promise}
	for i, title := range c.footer {
		list := page.LinkList{Title: title}
		for j, name := range c.links[i*3 : i*3+3] {
			list.Links = append(list.Links, page.Link{Text: name, URL: "/" + c.lang + "/f" + strconv.Itoa(i*3+j)})
		}
		f.Lists = append(f.Lists, list)
	}
	return f
}

func (c *copyText) url(n int) string { return "/" + c.lang + "/1815/06/story-" + strconv.Itoa(n) }

func (c *copyText) front() page.Page {
	lead := c.card(page.SizeLead, c.lead)
	lead.Dateline.When.Text += " 1815"
	if c.digits != "latin" {
		lead.Dateline.When.Text = c.lead.day
	}
	lead.Picture.Caption, lead.Picture.Credit = c.caption, c.credit
	for i, h := range c.also {
		lead.Also = append(lead.Also, page.Link{Text: h, URL: c.url(20 + i)})
	}
	p := &page.Front{Site: c.site(c.name, ""), Lead: &lead, Corrections: []page.Correction{c.note()}, Boxes: c.boxes()}
	first := c.card(page.Size1, c.peace)
	first.Label = c.sections[1]
	second := c.card(page.Size2, c.stories[0])
	second.Label = c.sections[2]
	third := c.card(page.Size3, c.stories[1])
	third.Picture = nil
	p.Reading = []page.Card{first, second, third}
	for i := range 3 {
		box := page.CardBox{Title: c.sections[2+i], URL: "/" + c.lang + "/s" + strconv.Itoa(2+i), Cards: []page.Card{c.card(page.Size1, c.stories[2+i])}}
		if i == 2 {
			box.Cards = append(box.Cards, c.small(5), c.small(6))
		}
		p.BySection = append(p.BySection, box)
	}
	p.Boxes.Map = c.mapBox()
	return p
}

func (c *copyText) section() page.Page {
	lead := c.card(page.SizeLead, c.peace)
	p := &page.Section{Site: c.site(c.sections[1], "s1"), Title: c.sections[1], About: c.promise[1], Lead: &lead, Cards: c.list(), Pager: c.pager(), Boxes: c.boxes()}
	return p
}

func (c *copyText) tag() page.Page {
	return &page.Tag{Site: c.site(c.tags[0], "tag"), Title: c.tags[0], Topic: &c.topics[0], Count: c.count, Cards: c.list(), Pager: c.pager(), Boxes: c.boxes()}
}

func (c *copyText) writer() page.Person {
	return page.Person{Name: c.author, URL: "/" + c.lang + "/by/1"}
}

func (c *copyText) authorPage() page.Page {
	return &page.Author{
		Site: c.site(c.author, "by/1"), Name: c.author, Role: c.role, About: c.about, Picture: c.picture("road"),
		Links: []page.Link{{Text: "Fediverse", URL: "https://social.example/@e"}}, Cards: c.list(), Pager: c.pager(), Boxes: c.boxes(),
	}
}

func (c *copyText) archive() page.Page {
	return &page.Archive{
		Site: c.site(c.month, "1815/06"), Title: c.month, URL: "/" + c.lang + "/archive",
		Days:  []page.Day{{When: moment(c.stories[0]), Cards: c.list()[:2]}, {When: moment(c.stories[2]), Cards: c.list()[2:]}},
		Newer: &page.Link{Text: c.after, URL: "/" + c.lang + "/1815/07"}, Older: &page.Link{Text: c.before, URL: "/" + c.lang + "/1815/05"},
		Boxes: c.boxes(),
	}
}

func (c *copyText) archiveIndex() page.Page {
	months := []page.Month{{Name: c.after, URL: "/" + c.lang + "/1815/07", Count: 2}, {Name: c.month, URL: "/" + c.lang + "/1815/06", Count: 11}, {Name: c.before, URL: "/" + c.lang + "/1815/05", Count: 3}}
	return &page.ArchiveIndex{Site: c.site(c.year, "archive"), Years: []page.Year{{Title: c.year, Months: months}}, Boxes: c.boxes()}
}

func (c *copyText) corrections() page.Page {
	one := c.note()
	one.Story = &page.Link{Text: c.peace.headline, URL: c.url(0)}
	two := one
	two.Type = page.Clarified
	return &page.Corrections{Site: c.site(c.correction, "corrections"), List: []page.Correction{one, two}, Pager: c.pager(), Boxes: c.boxes()}
}

func (c *copyText) record() page.Page {
	digest := strings.Repeat("7f3a02c1", 8)
	change := page.Change{Where: c.where, Runs: []page.Run{{Text: c.before + " "}, {Op: page.Taken, Text: c.also[0]}, {Op: page.Added, Text: c.also[1]}, {Text: " " + c.after}}}
	p := &page.StoryRecord{Site: c.site(c.peace.headline, "record"), Story: page.Link{Text: c.peace.headline, URL: c.url(0)}}
	for i, act := range page.RecordActs() {
		e := page.RecordEntry{ID: "c" + strconv.Itoa(i), Act: act, When: c.updated, Number: c.one, Digest: digest}
		if act == page.ActWithdraw {
			e.Gone = true
		} else if act != page.ActPublish {
			e.Changes = []page.Change{change}
		}
		p.Entries = append(p.Entries, e)
	}
	return p
}

func (c *copyText) failure(status int) page.Page {
	p := &page.Error{
		Site: c.site(strconv.Itoa(status), "404"), Status: status, Code: strconv.Itoa(status), When: c.today, RequestID: "7F3A-02C1",
		Nearest: &page.Link{Text: c.peace.headline, URL: c.url(0)}, Latest: &page.CardBox{Cards: c.list()},
	}
	p.Head.NoIndex = true
	p.Breaking = nil
	return p
}

func (c *copyText) text() page.Text {
	t := make(page.Text, 0, len(c.paragraphs)+3)
	for i, html := range c.paragraphs {
		b := page.Block{HTML: template.HTML(html)}
		if i < len(c.notes) {
			b.Notes = c.notes[i : i+1]
		}
		t = append(t, b)
		if i == 2 {
			t = append(t, page.Block{HTML: template.HTML("<h2>" + template.HTMLEscapeString(c.subhead) + "</h2>")})
		}
	}
	pull := page.Block{HTML: template.HTML(`<blockquote class="pull"><p>` + template.HTMLEscapeString(c.pull) + `</p></blockquote>`)}
	wide := page.Block{Width: page.Wide, HTML: template.HTML(`<table><thead><tr><th scope="col">1</th><th scope="col">2</th></tr></thead><tbody><tr><td>3</td><td>4</td></tr></tbody></table>`)}
	return append(t, pull, wide)
}
