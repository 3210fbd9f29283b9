package apptest

import (
	"fmt"
	"net/http"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"github.com/andybalholm/cascadia"

	"dateline/internal/news"
	"dateline/internal/prose"
)

// hostile is what a filter of words, a careless escape or a database would
// damage: it stands in every field of the story of the thirteen states.
const hostile = `UNION SELECT "x" FROM 'y'; DROP TABLE stories;-- O'Brien's 100% \u0041 $1 ?1 {{.}} <b>&amp;</b> &lt;i&gt; “—” ` +
	"u n i o n prophet\"s لبنان \u200fو\u200e סיני فارسی‌ها 𝔘 é e\u0301 İı ß"

// The page that this one is modelled on: what a large story refers to.
var (
	states        = []string{"Algeria", "Bahrain", "Egypt", "Iraq", "Jordan", "Kuwait", "Lebanon", "Libya", "Morocco", "Oman", "Qatar", "Saudi Arabia", "Yemen"}
	organisations = []string{"League", "Council", "Union", "Conference", "Fund"}
	disputes      = []string{"Border", "River", "Islands"}
	statesTags    = []string{"states", "union", "select", "disputes", "leagues"}
)

// marked is a text of a field: its name and everything hostile.
func marked(field string) string { return field + ": " + hostile }

// TestThirteenStates enters a story of the shape of the page that Dateline
// starts from by acts, and reads it back byte for byte: at the desk, and on
// the page as a browser understands it.
func TestThirteenStates(t *testing.T) {
	OnEach(t, func(t *testing.T, h *House) {
		c := statesStory(h)
		id := h.Draft("en", c)
		story := h.Publish(id)
		back := must[news.Piece](t)(h.Desk.Working(t.Context(), news.System, id))
		for field, texts := range map[string][2]string{
			"headline": {back.Revision.Headline, c.Headline}, "kicker": {back.Revision.Kicker, c.Kicker},
			"standfirst": {back.Revision.Standfirst, c.Standfirst}, "text": {back.Revision.Text, c.Text},
			"place": {back.Revision.Dateline.Place, c.Dateline.Place}, "source": {back.Revision.Dateline.Source, c.Dateline.Source},
			"byline": {back.Revision.Bylines[0].Name, c.Bylines[0].Name}, "caption": {back.Revision.Lead.Caption, c.Lead.Caption},
		} {
			if texts[0] != texts[1] {
				t.Errorf("%s: read %q, entered %q", field, texts[0], texts[1])
			}
		}
		path := h.Editions["en"].StoryPath(story, back.Revision.Slug)
		a := h.Fetch(t, path)
		if a.Status != http.StatusOK {
			t.Fatalf("%s: status %d", path, a.Status)
		}
		onPage(t, must[*html.Node](t)(html.Parse(strings.NewReader(string(a.Body)))))
	})
}

// statesStory is the story, with two others that it is related to.
func statesStory(h *House) news.Content {
	c := h.Story("en", marked("headline"))
	c.Slug, c.Kicker, c.Standfirst = "thirteen-states", "kicker: "+hostile[:80], marked("standfirst")
	c.Dateline = news.Dateline{Source: "Courier-", Place: "place: " + hostile[:90], Date: must[news.CivilDate](h.t)(news.ParseCivil("2026-06-18"))}
	c.Bylines = []news.Byline{{Name: "name: " + hostile[:100], Role: news.RoleBy}}
	c.Lead = news.LeadPicture{
		Picture: h.Picture(news.Picture{Credit: marked("credit")}).ID,
		Caption: marked("caption"), Alt: marked("alt"),
	}
	for _, name := range statesTags {
		c.Tags = append(c.Tags, h.Tag("en", name, name+": "+hostile[:100]).ID)
	}
	for i := range 2 {
		c.Related = append(c.Related, h.Published("en", h.Story("en", marked(fmt.Sprint("related ", i)))).ID)
	}
	c.Text = statesText()
	return c
}

// statesText is a text with every shape in which words can stand.
func statesText() string {
	next := prose.SeededIDs("states")
	base := func() prose.Base { return prose.Base{ID: next()} }
	list := prose.List{Base: base()}
	for _, s := range states {
		list.Items = append(list.Items, prose.Item{Blocks: []prose.Block{prose.Paragraph{Base: base(), Text: prose.Words(marked(s))}}})
	}
	d := prose.Doc{Blocks: []prose.Block{
		prose.Paragraph{Base: base(), Text: prose.Words(marked("paragraph"))},
		prose.Heading{Base: base(), Level: 2, Text: prose.Words(marked("heading"))}, list,
	}}
	for _, o := range organisations {
		d.Blocks = append(d.Blocks, prose.Quote{Base: base(), Blocks: []prose.Block{prose.Paragraph{Base: base(), Text: prose.Words(marked(o))}}})
	}
	for _, o := range disputes {
		d.Blocks = append(d.Blocks, prose.Code{Base: base(), Code: marked(o)})
	}
	return string(prose.Canonical(d))
}

// onPage looks for each text where it belongs, byte for byte once the page's
// entities are read.
func onPage(t *testing.T, tree *html.Node) {
	t.Helper()
	whole := func(selector string) []string {
		var all []string
		for _, n := range cascadia.QueryAll(tree, cascadia.MustCompile(selector)) {
			all = append(all, raw(n))
		}
		return all
	}
	has := func(selector, text string) {
		if texts := whole(selector); !slices.ContainsFunc(texts, func(s string) bool { return strings.Contains(s, text) }) {
			t.Errorf("%s holds %q, want %q", selector, texts, text)
		}
	}
	has("article.story h1", marked("headline"))
	has(".stand", marked("standfirst"))
	has("figcaption", marked("caption"))
	has("figcaption", marked("credit"))
	has(".prose", "Courier-")
	has("article.story", "place: "+hostile[:90])
	has("article.story", "name: "+hostile[:100])
	has(".prose p", marked("paragraph"))
	has(".prose h2", marked("heading"))
	for _, s := range states {
		has(".prose li", marked(s))
	}
	for _, o := range organisations {
		has(".prose blockquote", marked(o))
	}
	for _, o := range disputes {
		has(".prose pre", marked(o))
	}
	for _, name := range statesTags {
		has(".tags a", name+": "+hostile[:100])
	}
	for i := range 2 {
		has(".storyend", marked(fmt.Sprint("related ", i)))
	}
	for _, n := range cascadia.QueryAll(tree, cascadia.MustCompile("article.story figure img")) {
		for _, a := range n.Attr {
			if a.Key == "alt" && a.Val != marked("alt") {
				t.Errorf("alt is %q, want %q", a.Val, marked("alt"))
			}
		}
	}
	if slices.Contains(whole("b"), "&") {
		t.Error("what a writer typed became markup")
	}
}

// raw is all text of a node as it stands.
func raw(n *html.Node) string {
	if n.Type == html.TextNode {
		return n.Data
	}
	var b strings.Builder
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		b.WriteString(raw(c))
	}
	return b.String()
}
