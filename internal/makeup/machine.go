package makeup

import (
	"encoding/json"

	"dateline/internal/news"
	"dateline/internal/page"
	"dateline/internal/syndication"
)

func (k *making) publisher() syndication.Publisher {
	return syndication.Publisher{
		Name: k.edition.Title, URL: k.m.base + k.edition.FrontPath(), Corrections: k.m.base + k.edition.CorrectionsPath(),
	}
}

// siteData is what machines are told of a front page.
func (k *making) siteData() ([]json.RawMessage, error) {
	return syndication.Site(k.edition.Title, k.m.base+k.edition.FrontPath(), k.edition.Language, k.publisher())
}

// share is the picture that stands beside a link to the page elsewhere.
func (k *making) share(p *page.Picture) *page.ShareImage {
	return &page.ShareImage{URL: k.m.base + p.Src, Width: p.Width, Height: p.Height, Alt: p.Alt}
}

// storyHead tells machines and other sites what the story page is.
func (k *making) storyHead(p news.Piece, s *page.Story) error {
	g := &s.Head.Graph
	g.Type, g.Published, g.Modified = "article", s.Published.Machine, s.Updated.Machine
	if g.Modified == "" {
		g.Modified = g.Published
	}
	g.Section = s.Section.Text
	for _, t := range s.Tags {
		g.Tags = append(g.Tags, t.Text)
	}
	if s.Lead != nil {
		g.Image = k.share(s.Lead)
	}
	if p.Standing == news.Retracted {
		return nil
	}
	data, err := k.article(p, s).JSONLD()
	s.Head.Data = data
	return err
}

func (k *making) article(p news.Piece, s *page.Story) syndication.Article {
	a := syndication.Article{
		Kind: p.Revision.Kind, URL: s.Head.Canonical, Headline: s.Headline, Description: s.Standfirst,
		Language: k.edition.Language, Section: s.Section.Text, Place: p.Revision.Dateline.Place, Keywords: s.Head.Graph.Tags,
		Published: s.Published.Machine, Modified: s.Updated.Machine, Publisher: k.publisher(),
		Crumbs: []syndication.Crumb{{Name: k.edition.Title, URL: k.m.base + k.edition.FrontPath()}},
	}
	if s.Section.URL != "" {
		a.Crumbs = append(a.Crumbs, syndication.Crumb{Name: s.Section.Text, URL: k.m.base + s.Section.URL})
	}
	a.Crumbs = append(a.Crumbs, syndication.Crumb{Name: s.Headline, URL: s.Head.Canonical})
	if s.Lead != nil {
		a.Images = []syndication.Image{{URL: k.m.base + s.Lead.Src, Width: s.Lead.Width, Height: s.Lead.Height}}
	}
	for _, c := range s.Byline {
		for _, who := range c.People {
			author := syndication.Author{Name: who.Name}
			if who.URL != "" {
				author.URL = k.m.base + who.URL
			}
			a.Authors = append(a.Authors, author)
		}
	}
	for _, c := range s.Corrections {
		if c.Type != page.Updated {
			a.Corrections = append(a.Corrections, syndication.Correction{Text: c.Text, At: c.When.Machine})
		}
	}
	return a
}
