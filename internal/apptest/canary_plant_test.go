package apptest

import (
	"context"
	"fmt"
	"testing"
	"time"

	"dateline/internal/desk"
	"dateline/internal/news"
	"dateline/internal/prose"
	"dateline/internal/store"
)

// canary is a story that readers may not see, or may see in part only, with a
// word of its own in everything that it says.
type canary struct {
	key     string // "draft": begins each of its words
	edition string
	story   news.ID
	tag     news.Tag
	person  news.Person
	picture news.Picture
}

// Where each canary has its word.
var canaryPlaces = []string{
	"headline", "slug", "kicker", "standfirst", "text", "caption", "alt", "place", "source", "byline", "bylineplace",
	"tagname", "personname", "personbio", "picturecredit", "picturecaption", "picturecreator",
}

// word is the canary's word in a place: letters and digits only, so that it
// looks the same in HTML, JSON, addresses and headers.
func (c canary) word(place string) string { return "zq" + c.key + "zq" + place }

// content is a story with the canary's word everywhere.
func (c canary) content(n *Newsroom) news.Content {
	content := n.Story(c.edition, c.word("headline"))
	content.Slug, content.Kicker, content.Standfirst = c.word("slug"), c.word("kicker"), c.word("standfirst")
	content.Text = string(prose.Canonical(prose.Doc{Blocks: []prose.Block{
		prose.Paragraph{Base: prose.Base{ID: prose.NewBlockID()}, Text: prose.Words(c.word("text"))},
		prose.Picture{Base: prose.Base{ID: prose.NewBlockID()}, Picture: c.picture.ID, Caption: prose.Words(c.word("caption"))},
	}}))
	content.Lead = news.LeadPicture{Picture: c.picture.ID, Caption: c.word("caption"), Alt: c.word("alt")}
	content.Dateline = news.Dateline{Place: c.word("place"), Source: c.word("source")}
	content.Bylines = []news.Byline{
		{Person: c.person.ID, Role: news.RoleBy},
		{Name: c.word("byline"), Role: news.RoleIn, Place: c.word("bylineplace")},
	}
	content.Tags = []news.ID{c.tag.ID}
	return content
}

// aviary is a newsroom full of canaries.
type aviary struct {
	*House
	canaries map[string]*canary
	open     map[string]news.Story // stories that everybody may read, by edition
	hidden   []news.ID             // pictures that nobody may get
}

// newCanary makes what a canary's story refers to. Slugs of tags and people
// are plain, so that their addresses can be guessed.
func (a *aviary) newCanary(key, edition string) *canary {
	c := &canary{key: key, edition: edition}
	c.tag = a.Tag(edition, "tag-"+key, c.word("tagname"))
	c.person = a.Person("person-"+key, c.word("personname"), c.word("personbio"))
	words := map[string]news.PictureWords{}
	for _, e := range Names {
		words[e] = news.PictureWords{Caption: c.word("picturecaption"), Alt: c.word("alt")}
	}
	c.picture = a.Picture(news.Picture{Credit: c.word("picturecredit"), Creator: c.word("picturecreator"), Words: words})
	a.canaries[key] = c
	return c
}

// The times at which embargo and schedule of the canaries end.
const (
	embargoEnds  = time.Hour
	scheduleEnds = 2 * time.Hour
)

// newAviary plants the canaries. Those that were public once, and will be
// hidden by hide, are public still.
func newAviary(t *testing.T, h *House) *aviary {
	a := &aviary{House: h, canaries: map[string]*canary{}, open: map[string]news.Story{}}
	for _, e := range Names {
		c := h.Story(e, "Open to all "+e, "First.", "Second.")
		c.Tags = []news.ID{h.Tag(e, "open", "Open").ID}
		c.Lead = news.LeadPicture{Picture: h.Picture(news.Picture{Credit: "Open"}).ID, Alt: "Open"}
		a.open[e] = h.Published(e, c)
	}
	for i, key := range []string{"draft", "submitted", "confidential", "embargoed", "scheduled", "withdrawn", "retracted", "delisted", "buried"} {
		c := a.newCanary(key, Names[i%len(Names)])
		o := desk.Start{Edition: h.Editions[c.edition].ID, Content: c.content(h.Newsroom), Confidential: key == "confidential"}
		// Each is a translation of an open story where its edition has none of that group.
		if other := Names[(i+1)%len(Names)]; i >= 3 {
			o.Group = a.open[other].Group
		}
		if key == "embargoed" {
			o.Embargo = news.InstantOf(h.Clock.Now().Add(embargoEnds))
		}
		c.story = h.Begin(o)
	}
	for _, key := range []string{"embargoed", "retracted", "withdrawn", "delisted", "buried"} {
		h.Publish(a.canaries[key].story)
	}
	must[news.Story](t)(h.Desk.Submit(t.Context(), news.System, h.target(a.canaries["submitted"].story)))
	h.Schedule(a.canaries["scheduled"].story, scheduleEnds)
	a.rework()
	a.entangle()
	return a
}

// rework leaves changes of an open story at the desk.
func (a *aviary) rework() {
	c := a.newCanary("reworked", "en")
	c.story = a.open["en"].ID
	a.Save(c.story, c.content(a.Newsroom))
}

// entangle names the canaries wherever something can name a story: in lists,
// as related, under an address of old, in the note of a desk.
func (a *aviary) entangle() {
	for _, e := range Names {
		var here []news.ID
		for _, c := range a.canaries {
			if c.edition == e {
				here = append(here, c.story)
			}
		}
		a.Put("front", e, here...)
		a.Put("choice", e, here...)
		related := a.Story(e, "Related to all "+e)
		related.Related = here
		a.Published(e, related)
	}
	for key, c := range a.canaries {
		a.Lead("/old/"+key+"/", news.Subject{Noun: news.NounStory, ID: c.story})
		a.moveTag(c)
	}
}

// moveTag gives a canary's tag an address that has the canary's word, and
// keeps the plain one as its former address.
func (a *aviary) moveTag(c *canary) {
	tag := c.tag
	tag.Slug = c.word("tagname")
	c.tag = must[news.Tag](a.t)(a.Desk.SettleTag(a.ctx(), news.System, tag))
}

// hide takes away what was public: by retraction, withdrawal, delisting, and
// by burying a word under an update that was then retracted.
func (a *aviary) hide() {
	a.Retract(a.canaries["retracted"].story, "It was not so.")
	a.Withdraw(a.canaries["withdrawn"].story)
	a.delist(a.canaries["delisted"].story)
	buried := a.canaries["buried"]
	a.Save(buried.story, a.Story(buried.edition, "What came after"))
	a.Correct(buried.story, news.Correction, buried.word("text")+" was wrong")
	a.Retract(buried.story, "It was not so either.")
	for key, c := range a.canaries {
		if key != "delisted" {
			a.hidden = append(a.hidden, c.picture.ID)
		}
	}
}

// delist takes a story out of every list, at its own address it stays.
func (a *aviary) delist(story news.ID) {
	must[news.LedgerRow](a.t)(a.store.Act(a.ctx(), func(tx *store.Tx) (news.LedgerRow, error) {
		s, err := tx.Stories().ByID(a.ctx(), story)
		if err != nil {
			return news.LedgerRow{}, err
		}
		s.Delisted = true
		tags := []string{news.TagOf(news.NounStory, s.ID), news.TagLatest(s.Edition)}
		for _, c := range a.canaries {
			tags = append(tags, news.TagOf(news.NounTag, c.tag.ID), news.TagOf(news.NounPerson, c.person.ID), news.TagOf(news.NounSection, a.Sections["news"][c.edition].ID))
		}
		for _, open := range a.open {
			tags = append(tags, news.TagOf(news.NounStory, open.ID))
		}
		return news.LedgerRow{Act: news.ActSettle, Subject: news.TagOf(news.NounStory, s.ID), Tags: tags, Urgent: true}, tx.Stories().Change(a.ctx(), s)
	}))
}

// words are all words of all canaries.
func (a *aviary) words() []string {
	var all []string
	for _, c := range a.canaries {
		for _, place := range canaryPlaces {
			all = append(all, c.word(place))
		}
	}
	return all
}

// allowed says whether a canary's word may stand in an answer: a delisted
// story's at its own addresses, a retracted one's headline, place and address.
func (a *aviary) allowed(word, path string) bool {
	d := a.canaries["delisted"]
	for _, place := range canaryPlaces {
		if word == d.word(place) {
			return containsID(path, d.story) || containsID(path, d.picture.ID) || path == "/old/delisted/"
		}
	}
	r := a.canaries["retracted"]
	return word == r.word("headline") || word == r.word("place") || word == r.word("source") || word == r.word("slug")
}

// wildcards are the values with which the crawl fills the wildcards of
// routes, by their names. A name that is not here fails the test.
func (a *aviary) wildcards(ctx context.Context) (map[string][]string, error) {
	v := map[string][]string{
		"edition": append([]string{"xx"}, Names...), "section": {"none"}, "tag": {"open", "none"}, "person": {"none"},
		"year": {"2026"}, "month": {"06", "07"}, "file": {"1920.avif", "x"}, "hash": {"x"}, "name": {"style.css", "none.js"},
		"id": {"new", "none"}, // of the newsroom's screens
	}
	for _, s := range sections {
		for _, slug := range s.slugs {
			v["section"] = append(v["section"], slug)
		}
	}
	for _, w := range pictureWidths {
		v["file"] = append(v["file"], fmt.Sprintf("%d.jpg", w), fmt.Sprintf("%d.webp", w))
	}
	for key, c := range a.canaries {
		v["tag"] = append(v["tag"], "tag-"+key)
		v["person"] = append(v["person"], "person-"+key)
		v["story"] = append(v["story"], c.story.String(), "x-"+c.story.String())
		v["picture"] = append(v["picture"], c.picture.ID.String())
		v["id"] = append(v["id"], c.story.String(), c.picture.ID.String())
	}
	v["id"] = a.ids()
	for _, s := range a.open {
		v["story"] = append(v["story"], s.ID.String(), "x-"+s.ID.String())
	}
	return v, ctx.Err()
}

// ids are those of everything that the newsroom's screens are about.
func (a *aviary) ids() []string {
	all := []string{"new", "none"}
	for _, c := range a.canaries {
		all = append(all, c.story.String(), c.tag.ID.String(), c.person.ID.String(), c.picture.ID.String())
	}
	for _, e := range Names {
		all = append(all, a.Editions[e].ID.String(), a.Sections["news"][e].ID.String())
	}
	return all
}
