package makeup

import (
	"context"
	"slices"

	"dateline/internal/locale"
	"dateline/internal/news"
	"dateline/internal/page"
)

// head is what the document's head needs to know of a page.
type head struct {
	title       string // of the page alone; "" on the front page
	description string
	path        string // canonical
	noIndex     bool
	// same lists the page's counterparts in other editions, by edition.
	same map[news.ID]string
	// here is the section in which the reader is, 0 for none.
	here news.ID
}

// shell fills what stands around a page's own content.
func (k *making) shell(ctx context.Context, h head) (page.Site, error) {
	site := page.Site{
		Edition: page.Edition{
			Name: k.edition.Title, Tagline: k.edition.Tagline, Lang: k.edition.Language,
			Dir: string(k.edition.Direction), Digits: k.edition.Digits, URL: k.edition.FrontPath(),
		},
		Today:  k.day(k.tx.Now(), locale.Full),
		Head:   k.head(h),
		Footer: k.footer(),
	}
	for _, s := range k.sections {
		site.Sections = append(site.Sections, page.Link{Text: s.Name, URL: k.edition.SectionPath(s), Current: s.ID == h.here})
	}
	for _, e := range k.editions {
		path := h.same[e.ID]
		if path == "" {
			path = e.FrontPath()
		}
		site.Editions = append(site.Editions, page.EditionLink{
			Name: e.Label, Lang: e.Language, Dir: string(e.Direction), URL: path, Current: e.ID == k.edition.ID,
		})
	}
	places, err := k.places(ctx)
	site.Places = places
	k.untilMidnight()
	return site, err
}

// untilMidnight ends the page's life with the day that its masthead names.
func (k *making) untilMidnight() {
	t := k.tx.Now().Time().In(k.locale.Zone())
	k.until(news.InstantOf(dayAfter(t)))
}

// maxPlaces is how many places of datelines the masthead names.
const maxPlaces = 5

// places names where the latest stories come from.
func (k *making) places(ctx context.Context) ([]page.Link, error) {
	latest, err := k.tx.Public().Datelines(ctx, k.edition.ID, 3*maxPlaces)
	if err != nil {
		return nil, err
	}
	k.soft(news.TagLatest(k.edition.ID))
	var links []page.Link
	for _, d := range latest {
		link := page.Link{Text: d.Place}
		if link.Text != "" && len(links) < maxPlaces && !slices.Contains(links, link) {
			links = append(links, link)
		}
	}
	slices.SortFunc(links, func(a, b page.Link) int {
		return slices.Compare(k.locale.SortKey(a.Text), k.locale.SortKey(b.Text))
	})
	return links, nil
}

func (k *making) head(h head) page.Head {
	title := k.edition.Title
	if h.title != "" {
		title = k.words.Text("title.page", "page", h.title, "site", k.edition.Title)
	} else if k.edition.Tagline != "" {
		title += " – " + k.edition.Tagline
	}
	out := page.Head{Title: title, Description: h.description, Canonical: k.m.base + h.path, NoIndex: h.noIndex}
	if out.Description == "" {
		out.Description = k.edition.About
	}
	shared := h.title
	if shared == "" {
		shared = k.edition.Title
	}
	out.Graph = page.OpenGraph{Type: "website", Title: shared, Description: out.Description, Locale: ogLocale(k.edition.Language)}
	if !h.noIndex {
		out.Alternates = k.alternates(h)
	}
	return out
}

// alternates are the page's counterparts, this one included, as hreflang
// wants it; a page without counterparts has none.
func (k *making) alternates(h head) []page.Alternate {
	var all []page.Alternate
	for _, e := range k.editions {
		if e.ID == k.edition.ID {
			all = append(all, page.Alternate{Lang: e.Language, URL: k.m.base + h.path})
		} else if path := h.same[e.ID]; path != "" {
			all = append(all, page.Alternate{Lang: e.Language, URL: k.m.base + path})
		}
	}
	if len(all) < 2 {
		return nil
	}
	return all
}

// ogLocale writes a language tag as Open Graph does: "en_GB", "ar".
func ogLocale(tag string) string {
	b := []byte(tag)
	for i := range b {
		if b[i] == '-' {
			b[i] = '_'
		}
	}
	return string(b)
}

func (k *making) footer() page.Footer {
	find := page.LinkList{Title: k.words.Text("footer.find"), Links: []page.Link{
		{Text: k.words.Text("footer.archive"), URL: k.edition.ArchivePath()},
		{Text: k.words.Text("footer.corrections"), URL: k.edition.CorrectionsPath()},
	}}
	sections := page.LinkList{Title: k.words.Text("footer.sections")}
	for _, s := range k.sections[:min(len(k.sections), 6)] {
		sections.Links = append(sections.Links, page.Link{Text: s.Name, URL: k.edition.SectionPath(s)})
	}
	f := page.Footer{Lists: []page.LinkList{sections, find}}
	if f.Promise = []string{k.edition.About}; k.edition.About == "" {
		f.Promise = []string{k.words.Text("footer.promise")}
	}
	return f
}

// boxes fills the boxes that stand beside every list and story.
func (k *making) boxes(ctx context.Context) (page.Boxes, error) {
	choice, err := k.choice(ctx)
	if err != nil {
		return page.Boxes{}, err
	}
	latest, err := k.newsBox(ctx)
	return page.Boxes{Choice: choice, News: latest}, err
}
