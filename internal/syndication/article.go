package syndication

import (
	"encoding/json"
	"fmt"

	"dateline/internal/news"
)

// context is the vocabulary of every object (schema.org).
const context = "https://schema.org"

// Article is what machines are told of a story. Addresses are absolute,
// instants RFC 3339 with their zone.
type Article struct {
	Kind        news.StoryKind
	URL         string
	Headline    string
	Description string
	Language    string
	Section     string
	Place       string // where the story happened
	Keywords    []string
	Images      []Image
	Published   string
	Modified    string
	Authors     []Author
	Corrections []Correction
	Publisher   Publisher
	Crumbs      []Crumb
}

// Image is one picture of an article, in pixels.
type Image struct {
	URL    string
	Width  int
	Height int
}

// Author is a person who made a story.
type Author struct {
	Name string
	URL  string
}

// Correction is what readers were told of an error.
type Correction struct {
	Text string
	At   string
}

// Publisher is the newsroom (schema.org NewsMediaOrganization).
type Publisher struct {
	Name        string
	URL         string
	Logo        string
	Corrections string // address of the corrections policy
}

// Crumb is one step of the way from the front page.
type Crumb struct {
	Name string
	URL  string
}

// types are the schema.org types of kinds of stories.
var types = map[news.StoryKind]string{
	news.KindNews: "NewsArticle", news.KindAnalysis: "AnalysisNewsArticle", news.KindReport: "ReportageNewsArticle",
	news.KindInterview: "NewsArticle", news.KindOpinion: "OpinionNewsArticle", news.KindPage: "WebPage",
}

type object map[string]any

// set leaves empty values out.
func (o object) set(name, value string) {
	if value != "" {
		o[name] = value
	}
}

// JSONLD writes an article and its breadcrumbs as JSON-LD objects.
func (a Article) JSONLD() ([]json.RawMessage, error) {
	o := object{"@context": context, "@type": types[a.Kind], "mainEntityOfPage": a.URL, "url": a.URL,
		"headline": a.Headline, "inLanguage": a.Language, "datePublished": a.Published, "dateModified": a.Modified,
		"publisher": a.Publisher.object(), "isAccessibleForFree": true}
	if a.Modified == "" {
		o["dateModified"] = a.Published
	}
	o.set("description", a.Description)
	o.set("articleSection", a.Section)
	if a.Place != "" {
		o["contentLocation"] = object{"@type": "Place", "name": a.Place}
		o["dateline"] = a.Place
	}
	if len(a.Keywords) > 0 {
		o["keywords"] = a.Keywords
	}
	var images, authors, corrections []object
	for _, i := range a.Images {
		images = append(images, object{"@type": "ImageObject", "url": i.URL, "width": i.Width, "height": i.Height})
	}
	for _, w := range a.Authors {
		who := object{"@type": "Person", "name": w.Name}
		who.set("url", w.URL)
		authors = append(authors, who)
	}
	for _, c := range a.Corrections {
		corrections = append(corrections, object{"@type": "CorrectionComment", "text": c.Text, "datePublished": c.At})
	}
	for name, list := range map[string][]object{"image": images, "author": authors, "correction": corrections} {
		if len(list) > 0 {
			o[name] = list
		}
	}
	if len(authors) == 0 {
		o["author"] = a.Publisher.object()
	}
	return encode(o, crumbs(a.Crumbs))
}

func (p Publisher) object() object {
	o := object{"@type": "NewsMediaOrganization", "name": p.Name, "url": p.URL}
	o.set("logo", p.Logo)
	o.set("correctionsPolicy", p.Corrections)
	return o
}

func crumbs(way []Crumb) object {
	var items []object
	for i, c := range way {
		items = append(items, object{"@type": "ListItem", "position": i + 1, "name": c.Name, "item": c.URL})
	}
	return object{"@context": context, "@type": "BreadcrumbList", "itemListElement": items}
}

// Site writes what machines are told of an edition's front page.
func Site(name, url, language string, p Publisher) ([]json.RawMessage, error) {
	who := p.object()
	who["@context"] = context
	return encode(object{"@context": context, "@type": "WebSite", "name": name, "url": url, "inLanguage": language}, who)
}

func encode(objects ...object) ([]json.RawMessage, error) {
	var all []json.RawMessage
	for _, o := range objects {
		b, err := json.Marshal(o)
		if err != nil {
			return nil, fmt.Errorf("encode schema.org object: %w", err)
		}
		all = append(all, b)
	}
	return all, nil
}
