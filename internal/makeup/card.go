package makeup

import (
	"context"

	"dateline/internal/locale"
	"dateline/internal/news"
	"dateline/internal/page"
)

// cut says what of a story stands on a card.
type cut struct {
	size    page.Size
	style   locale.Style // of the dateline's date
	brief   bool
	byline  bool
	picture bool
	// away notes the story as a soft part of the page.
	away bool
}

// cards makes cards of stories, with the people and pictures of all of them
// read at once. A card is a hard part of its page unless the cut says away.
func (k *making) cards(ctx context.Context, pieces []news.Piece, c cut) ([]page.Card, error) {
	if len(pieces) == 0 {
		return nil, nil
	}
	var people, pictures []news.ID
	for _, p := range pieces {
		if c.byline {
			people = append(people, personIDs(p.Revision.Bylines)...)
		}
		if c.picture && p.Revision.Lead.Picture != 0 {
			pictures = append(pictures, p.Revision.Lead.Picture)
		}
	}
	names, err := k.people(ctx, people, c.away)
	if err != nil {
		return nil, err
	}
	album, err := k.album(ctx, pictures, c.away)
	if err != nil {
		return nil, err
	}
	cards := make([]page.Card, 0, len(pieces))
	for _, p := range pieces {
		k.noteStory(p, c.away)
		card := k.card(p, c)
		if c.byline {
			card.Byline = k.byline(p.Revision.Bylines, names)
		}
		if c.picture {
			card.Picture = album.lead(p.Revision.Lead)
		}
		cards = append(cards, card)
	}
	return cards, nil
}

func (k *making) noteStory(p news.Piece, away bool) {
	tag := news.TagOf(news.NounStory, p.ID)
	if away {
		k.soft(tag)
		return
	}
	k.hard(tag)
	k.modified(max(p.VisibleAt, p.UpdatedAt))
}

func (k *making) card(p news.Piece, c cut) page.Card {
	card := page.Card{
		Size: c.size, Dateline: k.dateline(p, c.style), Headline: p.Revision.Headline,
		URL: k.edition.StoryPath(p.Story, p.Revision.Slug),
	}
	if c.brief {
		card.Brief = p.Revision.Standfirst
	}
	if p.Revision.Kicker != p.Revision.Dateline.Place {
		card.Label = p.Revision.Kicker // the dateline says the place already
	}
	if s, ok := k.section(p.Revision.Section); ok && card.Label == "" && card.Dateline.Label == "" {
		card.Label = s.Name
	}
	if p.Standing == news.Retracted {
		card.State = k.words.Text("state.retracted")
	}
	return card
}
