package desk

import (
	"context"
	"fmt"
	"strings"

	"dateline/internal/locale"
	"dateline/internal/news"
	"dateline/internal/store"
)

// Filter narrows the board; zero fields do not.
type Filter = store.DeskFilter

// Row is one story on the board: what a working list shows of it.
type Row struct {
	store.DeskRow
	Content news.Content // of the working revision, without its text
	Group   []news.Story // the story in all editions, itself included
}

// MaxBoard is how many rows one look at the board returns at most.
const MaxBoard = 100

// Board lists stories that the actor may know of, last touched first.
func (d *Desk) Board(ctx context.Context, actor news.Actor, f Filter, n int) ([]Row, error) {
	f.Viewer = actor.Account
	var rows []Row
	err := d.store.Read(ctx, func(tx *store.Tx) error {
		found, err := tx.Stories().AtDesk(ctx, f, min(n, MaxBoard))
		if err != nil {
			return err
		}
		rows, err = fillRows(ctx, tx, found)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("board: %w", err)
	}
	return rows, nil
}

// fillRows adds what stands in other tables, for all rows at once.
func fillRows(ctx context.Context, tx *store.Tx, found []store.DeskRow) ([]Row, error) {
	var working, groups []news.ID
	for _, s := range found {
		working, groups = append(working, s.Working), append(groups, s.Group)
	}
	said, err := tx.Revisions().Some(ctx, working)
	if err != nil {
		return nil, err
	}
	siblings, err := tx.Stories().Groups(ctx, distinct(groups))
	if err != nil {
		return nil, err
	}
	rows := make([]Row, len(found))
	for i, s := range found {
		rows[i] = Row{DeskRow: s, Content: said[s.Working].Content, Group: siblings[s.Story.Group]}
	}
	return rows, nil
}

// maxSearched bounds how far back Titled looks, in stories.
const maxSearched = 2000

// Titled finds up to n published stories of an edition whose headlines hold
// all of the given words, however their letters are written. It looks at the
// stories touched last.
func (d *Desk) Titled(ctx context.Context, actor news.Actor, edition news.ID, words string, n int) ([]store.DeskRow, error) {
	keys := strings.Fields(locale.Key(words))
	if len(keys) == 0 {
		return nil, nil
	}
	var hits []store.DeskRow
	err := d.store.Read(ctx, func(tx *store.Tx) error {
		f := Filter{Edition: edition, Standing: news.Published, Viewer: actor.Account}
		for seen := 0; seen < maxSearched; {
			page, err := tx.Stories().AtDesk(ctx, f, store.MaxListed)
			if err != nil {
				return err
			}
			for _, row := range page {
				if len(hits) < n && holdsAll(locale.Key(row.Headline), keys) {
					hits = append(hits, row)
				}
			}
			if len(hits) >= n || len(page) < store.MaxListed {
				return nil
			}
			seen += len(page)
			last := page[len(page)-1]
			f.Before, f.BeforeID = last.Touched, last.ID
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("search headlines: %w", err)
	}
	return hits, nil
}

func holdsAll(key string, words []string) bool {
	for _, w := range words {
		if !strings.Contains(key, w) {
			return false
		}
	}
	return true
}

// Headlines returns the working headlines of those of the given stories that
// the actor may know of.
func (d *Desk) Headlines(ctx context.Context, actor news.Actor, ids []news.ID) (map[news.ID]string, error) {
	all := map[news.ID]string{}
	err := d.store.Read(ctx, func(tx *store.Tx) error {
		for _, id := range ids[:min(len(ids), store.MaxListed)] {
			s, err := seen(ctx, tx, actor, id)
			if news.KindOf(err) == news.NotFound {
				continue
			}
			if err != nil {
				return err
			}
			r, err := tx.Revisions().Some(ctx, []news.ID{s.Working})
			if err != nil {
				return err
			}
			all[id] = r[s.Working].Headline
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("headlines: %w", err)
	}
	return all, nil
}
