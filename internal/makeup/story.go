package makeup

import (
	"context"
	"fmt"
	"math"

	"dateline/internal/locale"
	"dateline/internal/news"
	"dateline/internal/page"
	"dateline/internal/prose"
	"dateline/internal/store"
)

// relatedSize is how many related stories a story names, those chosen by hand
// first.
const relatedSize = 4

// Story makes up a story's page. Asked for under another address than its
// own, the page is Moved there. A withdrawn story is a page of status 451, a
// retracted one of 410 that gives the reason.
func (m *Makeup) Story(ctx context.Context, edition string, id news.ID, path string) (Made, error) {
	return m.make(ctx, edition, func(k *making) error {
		k.hard(news.TagOf(news.NounStory, id))
		p, err := k.tx.Public().Story(ctx, id)
		if err != nil {
			return err
		}
		if p.Standing == news.Withdrawn {
			return k.gone(ctx, 451, path)
		}
		home, err := k.home(p)
		if err != nil {
			return err
		}
		if own := home.StoryPath(p.Story, p.Revision.Slug); own != path {
			k.made.Moved = own
			return nil
		}
		return k.story(ctx, p)
	})
}

// home is the edition of a story, which need not be the one asked for.
func (k *making) home(p news.Piece) (news.Edition, error) {
	for _, e := range k.editions {
		if e.ID == p.Edition {
			return e, nil
		}
	}
	return news.Edition{}, news.Errorf(news.NotFound, "edition", "The story's edition no longer exists.")
}

func (k *making) story(ctx context.Context, p news.Piece) error {
	k.shown[p.ID] = true
	k.modified(max(p.VisibleAt, p.UpdatedAt, p.Revision.At))
	s := &page.Story{
		Dateline: k.storyDateline(p), Headline: p.Revision.Headline, Standfirst: p.Revision.Standfirst,
		Published: k.minute(p.PublishedAt), Updated: k.minute(p.UpdatedAt), RecordURL: k.edition.RecordPath(p.Story),
	}
	if sec, ok := k.section(p.Revision.Section); ok {
		s.Section = page.Link{Text: sec.Name, URL: k.edition.SectionPath(sec)}
	}
	var err error
	same := map[news.ID]string{}
	if s.Languages, err = k.languages(ctx, p, same); err != nil {
		return err
	}
	if p.Standing == news.Retracted {
		k.made.Status = 410
		s.Retracted = &page.Retraction{Reason: p.Reason, When: k.minute(p.UpdatedAt)}
		s.Updated, s.Dateline.Geo = page.Moment{}, nil
	} else if err := k.body(ctx, p, s); err != nil {
		return err
	}
	if s.Boxes, err = k.boxes(ctx); err != nil {
		return err
	}
	h := head{
		title: p.Revision.Headline, description: p.Revision.Standfirst, path: k.edition.StoryPath(p.Story, p.Revision.Slug),
		noIndex: p.Delisted || p.Standing == news.Retracted, same: same, here: p.Revision.Section,
	}
	if s.Site, err = k.shell(ctx, h); err != nil {
		return err
	}
	k.made.Page = s
	return k.storyHead(p, s)
}

// body fills what only a story that stands has: text, pictures, bylines, tags,
// corrections and related stories.
func (k *making) body(ctx context.Context, p news.Piece, s *page.Story) error {
	for _, fill := range []func(context.Context, news.Piece, *page.Story) error{
		k.storyText, k.storyByline, k.storyTags, k.storyNotes, k.storyRelated,
	} {
		if err := fill(ctx, p, s); err != nil {
			return err
		}
	}
	return nil
}

func (k *making) storyText(ctx context.Context, p news.Piece, s *page.Story) error {
	doc, err := prose.Parse([]byte(p.Revision.Text))
	if err != nil {
		return fmt.Errorf("text of story %s: %w", p.ID, err)
	}
	house, err := k.house(ctx, doc, p.Revision.Lead)
	if err != nil {
		return err
	}
	s.Lead = house.album.lead(p.Revision.Lead)
	s.RunIn = k.runIn(p)
	rendered := prose.Render(outlined(doc), prose.RenderOptions{
		House: house, Numeral: func(n int) string { return k.locale.Digits(fmt.Sprint(n)) },
		Words: &prose.Captions{LoadFrom: k.words.Text("prose.load"), Back: k.words.Text("prose.back"), Footnote: k.words.Text("prose.footnote")},
	})
	for _, b := range rendered.Blocks {
		s.Text = append(s.Text, page.Block{HTML: b.HTML, Width: house.width(doc, b.ID)})
	}
	for _, n := range rendered.Footnotes {
		s.Footnotes = append(s.Footnotes, page.Footnote{Anchor: n.Anchor, Back: n.Back, Number: n.Number, HTML: n.HTML})
	}
	return nil
}

// runIn is the dateline at the head of the text: source, place, date, a dash.
func (k *making) runIn(p news.Piece) string {
	d := p.Revision.Dateline
	text := d.Source
	for _, part := range []string{d.Place, k.civil(d.Date, locale.DayMonth).Text} {
		switch {
		case part == "":
		case text == "":
			text = part
		default:
			text += k.comma() + part
		}
	}
	if text == "" {
		return ""
	}
	return text + " —"
}

// comma is the mark that divides the parts of a dateline.
func (k *making) comma() string {
	if k.edition.Direction == news.RightToLeft && k.locale.Digits("0") != "0" {
		return "، "
	}
	return ", "
}

func (k *making) storyDateline(p news.Piece) page.Dateline {
	d := k.dateline(p, locale.Full)
	if at := p.Revision.Dateline.Point; at != nil {
		d.Geo = []string{k.degrees(at.Lat, "geo.north", "geo.south"), k.degrees(at.Lon, "geo.east", "geo.west")}
	}
	return d
}

// degrees writes a coordinate in whole minutes: 48°12′ N. plus and minus are
// the words for its sides.
func (k *making) degrees(v float64, plus, minus string) string {
	side := plus
	if v < 0 {
		side, v = minus, -v
	}
	minutes := int(math.Round(v * 60))
	return k.locale.Digits(fmt.Sprintf("%d°%02d′", minutes/60, minutes%60)) + " " + k.words.Text(side)
}

func (k *making) storyByline(ctx context.Context, p news.Piece, s *page.Story) error {
	names, err := k.people(ctx, personIDs(p.Revision.Bylines), false)
	s.Byline = k.byline(p.Revision.Bylines, names)
	return err
}

func (k *making) storyTags(ctx context.Context, p news.Piece, s *page.Story) error {
	tags, err := k.tx.Tags().Some(ctx, p.Revision.Tags)
	for _, t := range tags {
		k.hard(news.TagOf(news.NounTag, t.ID))
		s.Tags = append(s.Tags, page.Link{Text: t.Name, URL: k.edition.TagPath(t)})
	}
	return err
}

func (k *making) storyNotes(ctx context.Context, p news.Piece, s *page.Story) error {
	notes, err := k.tx.ChangeNotes().Of(ctx, p.ID)
	for _, n := range notes {
		s.Corrections = append(s.Corrections, k.correction(n, p))
	}
	return err
}

// storyRelated names the stories chosen by hand, completed by the latest that
// share a tag, or the section.
func (k *making) storyRelated(ctx context.Context, p news.Piece, s *page.Story) error {
	pieces, err := k.tx.Public().Some(ctx, p.Revision.Related)
	if err != nil {
		return err
	}
	pieces = k.fresh(pieces, relatedSize)
	scopes := []store.Scope{}
	for _, t := range p.Revision.Tags[:min(len(p.Revision.Tags), relatedSize)] {
		scopes = append(scopes, store.Scope{Edition: p.Edition, Tag: t})
	}
	if p.Revision.Section != 0 {
		scopes = append(scopes, store.Scope{Edition: p.Edition, Section: p.Revision.Section})
	}
	for _, scope := range scopes {
		if len(pieces) >= relatedSize {
			break
		}
		more, err := k.tx.Public().Fresh(ctx, scope, relatedSize-len(pieces), k.shown)
		if err != nil {
			return err
		}
		pieces = append(pieces, k.fresh(more, relatedSize-len(pieces))...)
	}
	if len(pieces) == 0 {
		return nil
	}
	cards, err := k.cards(ctx, pieces, cut{size: page.Size3, style: locale.DayMonth, brief: true, away: true})
	s.Related = &page.CardBox{Cards: cards}
	return err
}

// languages names a story's visible translations and notes their addresses.
func (k *making) languages(ctx context.Context, p news.Piece, same map[news.ID]string) ([]page.EditionLink, error) {
	group, err := k.tx.Public().Translations(ctx, p.Group)
	if err != nil {
		return nil, err
	}
	var links []page.EditionLink
	for _, e := range k.editions {
		for _, other := range group {
			if other.Edition != e.ID || other.ID == p.ID {
				continue
			}
			k.hard(news.TagOf(news.NounStory, other.ID))
			same[e.ID] = e.StoryPath(other.Story, other.Revision.Slug)
			links = append(links, page.EditionLink{Name: e.Label, Lang: e.Language, Dir: string(e.Direction), URL: same[e.ID]})
		}
	}
	return links, nil
}
