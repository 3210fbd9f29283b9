package desk

import (
	"context"
	"fmt"
	"strings"

	"dateline/internal/news"
	"dateline/internal/prose"
	"dateline/internal/store"
)

// ready says what stands between a story's working revision and readers. Each
// error names the field and the way to mend it.
func ready(ctx context.Context, tx *store.Tx, s news.Story, c news.Content) error {
	if PlaceholderName(c.Headline) {
		return news.Errorf(news.Invalid, "headline", "The story has no headline of its own yet. Write one.")
	}
	doc, err := prose.Parse([]byte(c.Text))
	if err != nil {
		return fmt.Errorf("text of story: %w", err)
	}
	if strings.TrimSpace(prose.Text(doc)) == "" && !shows(doc) {
		return news.Errorf(news.Invalid, "text", "The story has no text yet. Write it, or keep it as a draft.")
	}
	if err := inEdition(ctx, tx, s.Edition, c); err != nil {
		return err
	}
	return describedLead(ctx, tx, s.Edition, c.Lead)
}

// shows says whether a text without words shows something all the same.
func shows(doc prose.Doc) bool {
	found := false
	prose.Walk(doc, func(b prose.Block) bool {
		switch b.Kind() {
		case prose.KindPicture, prose.KindGallery, prose.KindVideo, prose.KindEmbed, prose.KindMap, prose.KindTimeline:
			found = true
		}
		return !found
	})
	return found
}

// inEdition checks that section and tags belong to the story's edition.
func inEdition(ctx context.Context, tx *store.Tx, edition news.ID, c news.Content) error {
	if c.Section == 0 && c.Kind != news.KindPage {
		return news.Errorf(news.Invalid, "section", "Choose the section in which the story stands.")
	}
	if c.Section != 0 {
		sec, err := tx.Sections().ByID(ctx, c.Section)
		if news.KindOf(err) == news.NotFound || (err == nil && sec.Edition != edition) {
			return news.Errorf(news.Invalid, "section", "The section belongs to another edition. Choose one of this edition.")
		}
		if err != nil {
			return err
		}
	}
	tags, err := tx.Tags().Some(ctx, c.Tags)
	if err != nil {
		return err
	}
	if len(tags) != len(c.Tags) {
		return news.Errorf(news.Invalid, "tags", "One of the tags no longer exists. Remove it.")
	}
	for _, t := range tags {
		if t.Edition != edition {
			return news.Errorf(news.Invalid, "tags", "The tag “%s” belongs to another edition. Choose one of this edition.", t.Name)
		}
	}
	return nil
}

// describedLead checks that readers who cannot see the lead picture are told
// what it shows.
func describedLead(ctx context.Context, tx *store.Tx, edition news.ID, l news.LeadPicture) error {
	if l.Picture == 0 {
		return nil
	}
	p, err := tx.Pictures().ByID(ctx, l.Picture)
	if news.KindOf(err) == news.NotFound {
		return news.Errorf(news.Invalid, "lead.picture", "The lead picture is no longer in the library. Choose another.")
	}
	if err != nil {
		return err
	}
	e, err := tx.Editions().ByID(ctx, edition)
	if err != nil {
		return err
	}
	if strings.TrimSpace(l.Alt) == "" && strings.TrimSpace(p.Words[e.Language].Alt) == "" {
		return news.Errorf(news.Invalid, "lead.alt", "The lead picture has no alternative text. Say in a sentence what it shows.")
	}
	return nil
}
