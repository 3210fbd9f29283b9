package storetest

import (
	"dateline/internal/news"
	"dateline/internal/store"
)

// english is the edition in which most cases play.
func english() news.Edition {
	return news.Edition{ID: 1, Name: "en", Language: "en", Direction: news.LeftToRight, Calendar: "gregorian",
		Digits: "latin", Zone: "Europe/Vienna", Label: "English", Title: "The Vienna Courier", Position: 1}
}

func (b *bench) sowEdition(e news.Edition) news.Edition {
	b.Helper()
	b.write(func(tx *store.Tx) error { return tx.Editions().Add(b.Context(), e) })
	e.Version = 1
	return e
}

// sowDraft enters a draft that says content, in edition 1 unless told.
func (b *bench) sowDraft(s news.Story, c news.Content) news.Story {
	b.Helper()
	if s.Edition == 0 {
		s.Edition = 1
	}
	if s.Group == 0 {
		s.Group = s.ID
	}
	s.Working, s.Standing, s.Stage = s.ID+1000, news.Unpublished, news.Drafting
	b.write(func(tx *store.Tx) error {
		if err := tx.Stories().Add(b.Context(), s, c.Headline); err != nil {
			return err
		}
		return tx.Revisions().Add(b.Context(), news.Revision{ID: s.Working, Story: s.ID, Number: 1, Actor: s.CreatedBy, Content: c})
	})
	s.Version, s.CreatedAt = 1, b.clock.Instant()
	return s
}

// sowPublic enters a story that is visible from an instant on.
func (b *bench) sowPublic(s news.Story, c news.Content, at news.Instant, pictures ...news.ID) news.Story {
	b.Helper()
	delisted := s.Delisted
	s = b.sowDraft(s, c)
	s.Standing, s.Stage, s.Public, s.PublishedAt, s.VisibleAt, s.Delisted = news.Published, news.Done, s.Working, at, at, delisted
	b.write(func(tx *store.Tx) error {
		if err := tx.Stories().Change(b.Context(), s); err != nil {
			return err
		}
		return tx.Stories().Show(b.Context(), s, c, pictures)
	})
	s.Version++
	return s
}

// content is a story's content of a headline.
func content(headline string) news.Content {
	return news.Content{Kind: news.KindNews, Slug: "slug", Headline: headline, Text: `{"v":1}`}
}
