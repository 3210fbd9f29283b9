package desk

import (
	"context"
	"slices"

	"dateline/internal/news"
	"dateline/internal/store"
)

// touched collects the tags of the pages that an act touches.
type touched struct {
	tags   []string
	urgent bool
}

func (t *touched) add(tags ...string) {
	for _, tag := range tags {
		if !slices.Contains(t.tags, tag) {
			t.tags = append(t.tags, tag)
		}
	}
}

// shown adds every page on which a revision of a story stands: its own, the
// lists of its edition, section, tags, topics and people.
func (t *touched) shown(s news.Story, c news.Content) {
	t.add(news.TagOf(news.NounStory, s.ID), news.TagLatest(s.Edition))
	if c.Section != 0 {
		t.add(news.TagOf(news.NounSection, c.Section))
	}
	for _, id := range c.Tags {
		t.add(news.TagOf(news.NounTag, id))
	}
	for _, id := range c.Topics {
		t.add(news.TagOf(news.NounTopic, id))
	}
	for _, b := range c.Bylines {
		if b.Person != 0 {
			t.add(news.TagOf(news.NounPerson, b.Person))
		}
	}
}

// translations adds the pages of a story's translations, which name it.
func (t *touched) translations(ctx context.Context, tx *store.Tx, s news.Story) error {
	group, err := tx.Stories().Group(ctx, s.Group)
	if err != nil {
		return err
	}
	for _, other := range group {
		if other.ID != s.ID && other.Public != 0 {
			t.add(news.TagOf(news.NounStory, other.ID))
		}
	}
	return nil
}

// row makes the ledger row of an act.
func (t touched) row(actor news.Actor, act news.Act, subject news.Subject) news.LedgerRow {
	return news.LedgerRow{Actor: actor.Account, Act: act, Subject: subject.String(), Tags: t.tags, Urgent: t.urgent}
}

// TagCorrections is the page tag of an edition's list of corrections.
func TagCorrections(edition news.ID) string {
	return "corrections:" + news.TagOf(news.NounEdition, edition)
}
