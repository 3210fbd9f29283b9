package demo

import (
	"fmt"
	"regexp"
	"strings"

	"dateline/internal/news"
	"dateline/internal/prose"
)

// compose makes what a story says in an edition, with the body given.
func (n *Newsroom) compose(s story, edition, markup string) (news.Content, error) {
	b := s.bodies[edition]
	text, err := n.text(s.Key, edition, markup)
	if err != nil {
		return news.Content{}, err
	}
	c := news.Content{
		Kind: news.StoryKind(s.Kind), Section: n.sections[s.Section][edition].ID, Slug: b.slug,
		Kicker: b.kicker, Headline: b.headline, Standfirst: b.standfirst, Text: text,
	}
	if c.Dateline, err = n.dateline(s, edition); err != nil {
		return c, err
	}
	for _, w := range s.Bylines {
		c.Bylines = append(c.Bylines, news.Byline{
			Person: n.people[w.Person].ID, Role: news.BylineRole(w.Role), Place: n.content.places[w.Place].Names[edition],
		})
	}
	if p, ok := n.library[s.Picture.Key]; ok {
		c.Lead = news.LeadPicture{Picture: p.ID, Caption: s.Picture.Caption[edition], Alt: s.Picture.Alt[edition]}
	}
	for _, key := range s.Tags {
		c.Tags = append(c.Tags, n.tags[key][edition].ID)
	}
	for _, key := range s.Related {
		if other, ok := n.stories[key][edition]; ok {
			c.Related = append(c.Related, other.ID)
		}
	}
	return c, nil
}

func (n *Newsroom) dateline(s story, edition string) (news.Dateline, error) {
	at, known := n.content.places[s.Dateline.Place]
	if s.Dateline.Place != "" && !known {
		return news.Dateline{}, fmt.Errorf("story %s: there is no place %q", s.Key, s.Dateline.Place)
	}
	d := news.Dateline{Source: s.Dateline.Source[edition], Place: at.Names[edition]}
	if known {
		d.Point = &news.Point{Lat: at.Lat, Lon: at.Lon}
	}
	var err error
	d.Date, err = news.ParseCivil(s.Dateline.Date)
	return d, err
}

// The short marks of the content's bodies, and what they stand for in HTML
// that prose reads.
var (
	pullMark    = regexp.MustCompile(`(?s)<aside class="pull">(.*?)</aside>`)
	noteMark    = regexp.MustCompile(`(?s)<sup class="fn">(.*?)</sup>`)
	pictureMark = regexp.MustCompile(`<figure data-picture="([a-z-]+)">`)
	topicMark   = regexp.MustCompile(`(?s)<a data-topic="[a-z0-9-]+">(.*?)</a>`)
)

// text reads a body. Names of topics stay words.
func (n *Newsroom) text(key, edition, markup string) (string, error) {
	markup = pullMark.ReplaceAllString(markup, `<blockquote class="pull">$1</blockquote>`)
	markup = topicMark.ReplaceAllString(markup, `$1`)
	markup = pictureMark.ReplaceAllString(markup, `<figure><img src="picture:$1">`)
	count := 0
	markup = noteMark.ReplaceAllStringFunc(markup, func(m string) string {
		count++
		return fmt.Sprintf(`<span data-footnote="note%d">%s</span>`, count, noteMark.FindStringSubmatch(m)[1])
	})
	doc, notes, err := prose.FromHTML(strings.NewReader(markup), prose.FromHTMLOptions{
		NewID: prose.SeededIDs(key + "/" + edition), Lang: edition, Source: true,
		Picture: func(img prose.ImgTag) (news.ID, bool) {
			p, ok := n.library[strings.TrimPrefix(img.Src, "picture:")]
			return p.ID, ok
		},
	})
	if err != nil {
		return "", fmt.Errorf("body of %s (%s): %w", key, edition, err)
	}
	for _, note := range notes {
		if note.What != prose.Changed {
			return "", fmt.Errorf("body of %s (%s): %s at %s: %s", key, edition, note.What, note.Where, note.Text)
		}
	}
	return string(prose.Canonical(doc)), nil
}
