package makeup

import (
	"context"
	"encoding/hex"
	"fmt"
	"slices"

	"dateline/internal/locale"
	"dateline/internal/news"
	"dateline/internal/page"
	"dateline/internal/prose"
)

// Record makes up what changed in a story since readers first saw it. Of a
// story that was withdrawn the entries remain, without a word of its text.
func (m *Makeup) Record(ctx context.Context, edition string, id news.ID) (Made, error) {
	return m.make(ctx, edition, func(k *making) error {
		k.hard(news.TagOf(news.NounStory, id))
		p, err := k.tx.Public().Story(ctx, id)
		if err != nil {
			return err
		}
		if p.Edition != k.edition.ID {
			home, err := k.home(p)
			k.made.Moved = home.RecordPath(p.Story)
			return err
		}
		r := &page.StoryRecord{Story: page.Link{Text: p.Revision.Headline, URL: k.edition.StoryPath(p.Story, p.Revision.Slug)}}
		title := k.words.Text("record.title", "headline", p.Revision.Headline)
		if p.Standing == news.Withdrawn {
			r.Story, title = page.Link{}, k.words.Text("record.untitled")
		}
		if r.Entries, err = k.entries(ctx, p); err != nil {
			return err
		}
		r.Site, err = k.shell(ctx, head{title: title, path: k.edition.RecordPath(p.Story), noIndex: p.Standing != news.Published || p.Delisted})
		k.made.Page = r
		return err
	})
}

// entries fills the record's entries, newest first, each with its difference
// to the one before.
func (k *making) entries(ctx context.Context, p news.Piece) ([]page.RecordEntry, error) {
	log, err := k.tx.Record().OfStory(ctx, p.ID)
	if err != nil {
		return nil, err
	}
	var all []page.RecordEntry
	var before news.Revision
	for i, c := range log {
		e := page.RecordEntry{
			ID: changeID(c.Revision), Act: page.RecordAct(c.Act), When: k.minute(c.At), Number: k.locale.Number(c.Number),
			Digest: hex.EncodeToString(c.Digest[:]), Gone: p.Standing == news.Withdrawn,
		}
		if p.Standing == news.Published {
			after, err := k.tx.Revisions().ByID(ctx, c.Revision)
			if err != nil {
				return nil, err
			}
			if i > 0 && c.At > p.VisibleAt { // what was changed under embargo nobody had seen
				if e.Changes, err = k.changes(before, after); err != nil {
					return nil, err
				}
			}
			before = after
		}
		if i > 0 && e.ID == all[len(all)-1].ID {
			e.ID = "" // retracting shows no new revision
		}
		all = append(all, e)
	}
	slices.Reverse(all)
	return all, nil
}

// changes tells what differs between two revisions that readers saw.
func (k *making) changes(before, after news.Revision) ([]page.Change, error) {
	var all []page.Change
	for _, f := range []struct{ key, old, now string }{
		{"where.kicker", before.Kicker, after.Kicker},
		{"where.headline", before.Headline, after.Headline},
		{"where.standfirst", before.Standfirst, after.Standfirst},
		{"where.dateline", k.datelineText(before.Dateline), k.datelineText(after.Dateline)},
		{"where.caption", before.Lead.Caption, after.Lead.Caption},
	} {
		if f.old != f.now {
			all = append(all, page.Change{Where: k.words.Text(f.key), Runs: differ(f.old, f.now)})
		}
	}
	old, err := prose.Parse([]byte(before.Text))
	if err != nil {
		return nil, fmt.Errorf("text of revision %s: %w", before.ID, err)
	}
	now, err := prose.Parse([]byte(after.Text))
	if err != nil {
		return nil, fmt.Errorf("text of revision %s: %w", after.ID, err)
	}
	number := int64(0)
	for _, c := range prose.Diff(old, now) {
		if c.Op != prose.Deleted {
			number++
		}
		if c.Op != prose.Same {
			where := k.words.Text("where.block", "number", k.locale.Number(max(number, 1)))
			all = append(all, page.Change{Where: where, Runs: runs(c.Words)})
		}
	}
	return all, nil
}

func (k *making) datelineText(d news.Dateline) string {
	text := d.Place
	if d.Source != "" {
		text = d.Source + k.comma() + text
	}
	if !d.Date.IsZero() {
		text += k.comma() + k.civil(d.Date, locale.Long).Text
	}
	return text
}

// differ compares two lines word by word.
func differ(old, now string) []page.Run {
	line := func(s string) prose.Doc {
		return prose.Doc{Blocks: []prose.Block{prose.Paragraph{Base: prose.Base{ID: "line"}, Text: prose.Words(s)}}}
	}
	for _, c := range prose.Diff(line(old), line(now)) {
		return runs(c.Words)
	}
	return nil
}

var ops = map[prose.Op]page.Op{prose.Same: page.Same, prose.Inserted: page.Added, prose.Deleted: page.Taken}

func runs(words []prose.WordChange) []page.Run {
	var all []page.Run
	for _, w := range words {
		all = append(all, page.Run{Op: ops[w.Op], Text: w.Text})
	}
	return all
}
