package makeup

import (
	"cmp"
	"context"
	"slices"

	"dateline/internal/desk"
	"dateline/internal/news"
	"dateline/internal/page"
	"dateline/internal/store"
)

// maxCorrections is how many corrections the page lists.
const maxCorrections = 200

// Corrections makes up the list of what an edition corrected and retracted,
// newest first.
func (m *Makeup) Corrections(ctx context.Context, edition string) (Made, error) {
	return m.make(ctx, edition, func(k *making) error {
		k.hard(desk.TagCorrections(k.edition.ID))
		notes, err := k.tx.Public().Corrections(ctx, k.edition.ID, store.Window{}, maxCorrections)
		if err != nil {
			return err
		}
		p := &page.Corrections{}
		if p.List, err = k.corrections(ctx, notes); err != nil {
			return err
		}
		back, err := k.tx.Public().RetractedIn(ctx, k.edition.ID, store.Window{}, maxCorrections)
		if err != nil {
			return err
		}
		for _, r := range back {
			k.hard(news.TagOf(news.NounStory, r.ID))
			p.List = append(p.List, page.Correction{
				Type: page.Retracted, Text: r.Reason, When: k.minute(r.UpdatedAt),
				Story: &page.Link{Text: r.Revision.Headline, URL: k.edition.StoryPath(r.Story, r.Revision.Slug)},
			})
		}
		slices.SortStableFunc(p.List, func(a, b page.Correction) int { return cmp.Compare(b.When.Machine, a.When.Machine) })
		same := map[news.ID]string{}
		for _, e := range k.editions {
			same[e.ID] = e.CorrectionsPath()
		}
		p.Site, err = k.shell(ctx, head{title: k.words.Text("corrections.title"), path: k.edition.CorrectionsPath(), same: same})
		k.made.Page = p
		return err
	})
}

// corrections makes the corrections of several stories, each with the link to
// its story.
func (k *making) corrections(ctx context.Context, notes []news.ChangeNote) ([]page.Correction, error) {
	var ids []news.ID
	for _, n := range notes {
		ids = append(ids, n.Story)
	}
	k.soft(desk.TagCorrections(k.edition.ID))
	pieces, err := k.tx.Public().Some(ctx, ids)
	if err != nil {
		return nil, err
	}
	byID := map[news.ID]news.Piece{}
	for _, p := range pieces {
		byID[p.ID] = p
		k.soft(news.TagOf(news.NounStory, p.ID))
	}
	var all []page.Correction
	for _, n := range notes {
		if p, ok := byID[n.Story]; ok {
			c := k.correction(n, p)
			c.Story = &page.Link{Text: p.Revision.Headline, URL: k.edition.StoryPath(p.Story, p.Revision.Slug)}
			all = append(all, c)
		}
	}
	return all, nil
}

// noteTypes maps the kinds of notes to the theme's.
var noteTypes = map[news.NoteKind]page.CorrectionType{
	news.Correction: page.Corrected, news.Clarification: page.Clarified, news.UpdateNote: page.Updated,
}

func (k *making) correction(n news.ChangeNote, p news.Piece) page.Correction {
	return page.Correction{
		Type: noteTypes[n.Kind], Text: n.Text, When: k.minute(n.At), Above: n.OnTop,
		ChangeURL: k.edition.RecordPath(p.Story) + "#" + changeID(n.Revision),
	}
}

// changeID is the fragment of a record's entry: the revision that it showed.
func changeID(revision news.ID) string { return "c-" + revision.String() }
