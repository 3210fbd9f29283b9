package specimen

import (
	"html/template"
	"strconv"

	"dateline/internal/page"
)

func moment(s story) page.Moment { return page.Moment{Machine: s.date, Text: s.day} }

func (c *copyText) picture(name string) *page.Picture {
	sizes := func(ext string) string {
		return "/media/" + name + "-480." + ext + " 480w, /media/" + name + "-960." + ext + " 960w"
	}
	return &page.Picture{
		Sources: []page.Source{{Type: "image/webp", Srcset: sizes("webp")}},
		Src:     "/media/" + name + "-960.jpg", Srcset: sizes("jpg"), Width: 960, Height: 640,
		Alt: c.alt, FocusX: 10, FocusY: 12,
	}
}

func (c *copyText) card(size page.Size, s story) page.Card {
	card := page.Card{Size: size, Headline: s.headline, Brief: s.brief, URL: c.url(len(s.headline))}
	card.Dateline = page.Dateline{Place: s.place, When: moment(s)}
	if s.by != "" {
		card.Byline = page.Byline{{Role: page.RoleBy, People: []page.Person{{Name: s.by, URL: "/" + c.lang + "/by/2"}}}}
	}
	if s.picture != "" {
		card.Picture = c.picture(s.picture)
	}
	return card
}

// small returns a story as a headline under its dateline.
func (c *copyText) small(i int) page.Card {
	s := c.stories[i%len(c.stories)]
	s.picture, s.brief, s.by = "", "", ""
	return c.card(page.Size4, s)
}

func (c *copyText) smalls(n int) []page.Card {
	var cards []page.Card
	for i := range n {
		cards = append(cards, c.small(i))
	}
	return cards
}

func (c *copyText) list() []page.Card {
	var cards []page.Card
	for _, s := range c.stories[:4] {
		cards = append(cards, c.card(page.Size2, s))
	}
	cards[1].Picture = nil
	cards[2].State = c.label
	return cards
}

func (c *copyText) pager() page.Pager {
	return page.Pager{Newer: &page.Link{URL: "/" + c.lang + "/s1/p3"}, Older: &page.Link{URL: "/" + c.lang + "/s1/p1"}, Here: c.here}
}

func (c *copyText) boxes() page.Boxes {
	return page.Boxes{
		Choice:     &page.CardBox{Cards: c.smalls(4)},
		News:       &page.CardBox{URL: "/" + c.lang + "/s0", Cards: c.smalls(6)},
		MostViewed: &page.MostViewed{Day: c.smalls(5), Week: c.smalls(3)},
		Focus:      &page.FocusBox{URL: "/" + c.lang + "/focus", Topics: c.topics},
		Gallery:    c.gallery(),
	}
}

func (c *copyText) gallery() *page.GalleryBox {
	g := &page.GalleryBox{URL: "/" + c.lang + "/gallery", Mark: "COURIER 1815", Kinds: []page.Link{{Text: c.kinds[0], URL: "?", Current: true}, {Text: c.kinds[1], URL: "?film"}}}
	for i, s := range c.frames {
		p := c.picture(s.picture)
		p.Alt = ""
		g.Frames = append(g.Frames, page.Frame{Number: strconv.Itoa(12 + i), Picture: p, Dateline: page.Dateline{Place: s.place, When: moment(s)}, Text: s.headline, URL: c.url(30 + i), Film: i == 4})
	}
	return g
}

func (c *copyText) eventList() []page.Event {
	list := make([]page.Event, len(c.events))
	for i, e := range c.events {
		list[i] = page.Event{Dateline: page.Dateline{Place: e.place, When: page.Moment{Machine: e.date, Text: e.day}}, Text: e.text, Latest: i == len(c.events)-1}
	}
	return list
}

// mapSVG is the smallest map that uses every sign of the stylesheet.
const mapSVG = `<svg viewBox="0 0 680 590" aria-hidden="true"><rect class="map-land" x="60" y="40" width="560" height="500"/><path class="map-river" d="M60 300C200 260 400 380 620 330"/><circle class="pin-o" cx="332" cy="190" r="13"/><circle class="pin" cx="332" cy="190" r="6.5"/></svg>`

func (c *copyText) mapBox() *page.MapBox {
	return &page.MapBox{URL: "/" + c.lang + "/map", SVG: template.HTML(mapSVG), Label: c.mapLabel, Events: c.eventList(), Note: c.mapNote}
}

func (c *copyText) note() page.Correction {
	return page.Correction{Type: page.Corrected, Text: c.correction, When: c.updated, ChangeURL: c.url(0) + "/record#c2"}
}

func (c *copyText) discussion() *page.Comments {
	reply := page.Comment{ID: "k2", Name: c.comments[1].name, Staff: c.with, When: c.published, HTML: template.HTML("<p>" + c.comments[1].text + "</p>"), Waiting: true}
	first := page.Comment{ID: "k1", Name: c.comments[0].name, When: c.published, HTML: template.HTML("<p>" + c.comments[0].text + "</p>"), ReplyURL: "?to=k1#write", Replies: []page.Comment{reply}}
	return &page.Comments{Count: 2, Threads: []page.Comment{first}, Form: &page.CommentForm{Action: "/-/comment", Max: 5000}}
}

func (c *copyText) story() *page.Story {
	s := &page.Story{
		Site: c.site(c.peace.headline, "1815/06/story"), Section: page.Link{Text: c.sections[1], URL: "/" + c.lang + "/s1"},
		Dateline: page.Dateline{Place: c.peace.place, URL: "/" + c.lang + "/place", Geo: c.geo, When: moment(c.peace)},
		Headline: c.peace.headline, Standfirst: c.peace.brief, Published: c.published, Updated: c.updated,
		Byline: page.Byline{
			{Role: page.RoleBy, People: []page.Person{c.writer()}},
			{Role: page.RoleWith, Place: c.place, People: []page.Person{{Name: "Pál Szabó", Lang: "hu", URL: "/" + c.lang + "/by/3"}, {Name: c.lead.by}}},
		},
		RecordURL: c.url(0) + "/record", Lead: c.picture("vienna"), RunIn: c.runIn, Text: c.text(),
		Footnotes:   []page.Footnote{{Anchor: "fn-a", Back: "#fnref-a", Number: c.one, HTML: template.HTML(c.footnote)}},
		Corrections: []page.Correction{c.note()}, Strand: &page.Strand{URL: "/" + c.lang + "/map", Events: c.eventList()[:4]},
		Related:  &page.CardBox{Cards: []page.Card{c.card(page.Size2, c.stories[3]), c.small(4)}},
		Comments: c.discussion(), Boxes: c.boxes(), ViewURL: "/-/view/k7",
	}
	s.Lead.Caption, s.Lead.Credit = c.caption, c.credit
	s.Boxes.Focus.Title = c.tools[2]
	for _, l := range Langs() {
		if l != c.lang {
			s.Languages = append(s.Languages, copyIn(l).link(false))
		}
	}
	for i, name := range c.tags {
		s.Tags = append(s.Tags, page.Link{Text: name, URL: "/" + c.lang + "/tag/" + strconv.Itoa(i)})
	}
	return s
}
