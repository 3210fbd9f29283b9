package apptest

import (
	"context"
	"testing"

	"dateline/internal/app"
	"dateline/internal/desk"
	"dateline/internal/library"
	"dateline/internal/news"
	"dateline/internal/prose"
	"dateline/internal/store"
)

// Newsroom is a publication with an English, an Arabic and a Persian edition,
// each with two sections and a front page by hand, and the short ways in
// which tests perform acts. An act that fails ends the test.
type Newsroom struct {
	t     testing.TB
	store *store.Store
	blobs library.Blobs

	Desk     *desk.Desk
	Clock    *Clock
	Editions map[string]news.Edition            // by name
	Sections map[string]map[string]news.Section // by key and edition
	Lists    map[string]map[string]news.Curated // by key and edition
}

// Names are the editions in their order.
var Names = []string{"en", "ar", "fa"}

// editions differ in all that an edition can: language, direction, calendar,
// digits and zone.
var editions = []news.Edition{
	{Name: "en", Language: "en", Zone: "Europe/Vienna", Label: "English", Title: "The Vienna Courier", Tagline: "News from the Congress"},
	{Name: "ar", Language: "ar", Digits: "arabic-indic", Zone: "Asia/Beirut", Label: "العربية", Title: "بريد فيينا", Tagline: "أخبار المؤتمر"},
	{Name: "fa", Language: "fa", Calendar: "jalali", Digits: "persian", Zone: "Asia/Tehran", Label: "فارسی", Title: "پیک وین", Tagline: "خبرهای کنگره"},
}

// sections are those of each edition, in their order.
var sections = []struct {
	key   string
	slugs map[string]string
	names map[string]string
}{
	{"news", map[string]string{"en": "news", "ar": "أخبار", "fa": "خبر"}, map[string]string{"en": "News", "ar": "أخبار", "fa": "خبرها"}},
	{"analysis", map[string]string{"en": "analysis", "ar": "تحليل", "fa": "تحلیل"}, map[string]string{"en": "Analysis", "ar": "تحليل", "fa": "تحلیل"}},
}

func newNewsroom(t testing.TB, clock *Clock, a *app.App) *Newsroom {
	n := &Newsroom{
		t: t, store: a.Store(), blobs: a.Blobs(), Desk: desk.New(a.Store()), Clock: clock, Editions: map[string]news.Edition{},
		Sections: map[string]map[string]news.Section{}, Lists: map[string]map[string]news.Curated{},
	}
	for i, e := range editions {
		e.Position = i + 1
		n.Editions[e.Name] = must[news.Edition](t)(n.Desk.SettleEdition(n.ctx(), news.System, e))
	}
	for i, s := range sections {
		n.Sections[s.key] = map[string]news.Section{}
		group := news.NewID()
		for _, name := range Names {
			n.Sections[s.key][name] = must[news.Section](t)(n.Desk.SettleSection(n.ctx(), news.System, news.Section{
				Edition: n.Editions[name].ID, Group: group, Slug: s.slugs[name], Name: s.names[name], Position: i + 1,
			}))
		}
	}
	for _, key := range []string{"front", "choice"} {
		n.Lists[key] = map[string]news.Curated{}
		for _, name := range Names {
			n.Lists[key][name] = must[news.Curated](t)(n.Desk.SettleList(n.ctx(), news.System, news.Curated{
				Edition: n.Editions[name].ID, Key: key, Name: key, Size: 5, Tail: news.TailLatest,
			}))
		}
	}
	return n
}

func (n *Newsroom) ctx() context.Context { return n.t.Context() }

// must passes a value on, and ends the test where there is an error instead.
func must[T any](t testing.TB) func(value T, err error) T {
	return func(value T, err error) T {
		t.Helper()
		if err != nil {
			t.Fatalf("%v", err)
		}
		return value
	}
}

// Text is a document of one paragraph for each text.
func Text(paragraphs ...string) string {
	var d prose.Doc
	id := prose.SeededIDs("text")
	for _, p := range paragraphs {
		d.Blocks = append(d.Blocks, prose.Paragraph{Base: prose.Base{ID: id()}, Text: prose.Words(p)})
	}
	return string(prose.Canonical(d))
}

// Story is a plain story of an edition's news, ready to be published.
func (n *Newsroom) Story(edition, headline string, paragraphs ...string) news.Content {
	if len(paragraphs) == 0 {
		paragraphs = []string{headline}
	}
	return news.Content{Kind: news.KindNews, Section: n.Sections["news"][edition].ID, Headline: headline, Text: Text(paragraphs...)}
}
