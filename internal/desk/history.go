package desk

import (
	"context"
	"fmt"

	"dateline/internal/news"
	"dateline/internal/store"
)

// Note is a word of the desk to itself about a story.
type Note = store.DeskNote

// Past is what happened to a story, newest first throughout.
type Past struct {
	Story     news.Story
	Revisions []news.Revision // without texts
	Ledger    []news.LedgerRow
	Record    []store.RecordedChange
	Notes     []Note
}

// maxPast bounds the ledger rows and notes that one look shows.
const maxPast = 100

// Past returns what happened to a story that the actor may know of.
func (d *Desk) Past(ctx context.Context, actor news.Actor, id news.ID) (p Past, err error) {
	err = d.store.Read(ctx, func(tx *store.Tx) error {
		if p.Story, err = seen(ctx, tx, actor, id); err != nil {
			return err
		}
		if p.Revisions, err = tx.Revisions().Of(ctx, id, store.MaxRevisions); err != nil {
			return err
		}
		if p.Ledger, err = tx.Ledger().Of(ctx, news.Subject{Noun: news.NounStory, ID: id}, maxPast); err != nil {
			return err
		}
		if p.Record, err = tx.Record().OfStory(ctx, id); err != nil {
			return err
		}
		p.Notes, err = tx.Stories().Notes(ctx, id, maxPast)
		return err
	})
	if err != nil {
		return p, fmt.Errorf("past of story: %w", err)
	}
	return p, nil
}

// Revision returns one revision of a story that the actor may know of, with
// its text.
func (d *Desk) Revision(ctx context.Context, actor news.Actor, story, revision news.ID) (r news.Revision, err error) {
	err = d.store.Read(ctx, func(tx *store.Tx) error {
		if _, err := seen(ctx, tx, actor, story); err != nil {
			return err
		}
		r, err = tx.Revisions().ByID(ctx, revision)
		if err == nil && r.Story != story {
			err = news.Errorf(news.NotFound, "revision", "The story has no such revision.")
		}
		return err
	})
	if err != nil {
		return r, fmt.Errorf("revision: %w", err)
	}
	return r, nil
}

// Notes returns the newest n desk notes of a story that the actor may know of.
func (d *Desk) Notes(ctx context.Context, actor news.Actor, story news.ID, n int) (notes []Note, err error) {
	err = d.store.Read(ctx, func(tx *store.Tx) error {
		if _, err := seen(ctx, tx, actor, story); err != nil {
			return err
		}
		notes, err = tx.Stories().Notes(ctx, story, min(n, maxPast))
		return err
	})
	return notes, err
}

// Remark keeps a desk note about a story that the actor may know of.
func (d *Desk) Remark(ctx context.Context, actor news.Actor, story news.ID, text string) error {
	if err := sentence("note", text); err != nil {
		return err
	}
	err := d.store.Write(ctx, func(tx *store.Tx) error {
		s, err := seen(ctx, tx, actor, story)
		if err != nil {
			return err
		}
		if s.Standing == news.Withdrawn {
			return news.Errorf(news.Conflict, "note", "The story has been withdrawn: nothing more is kept about it.")
		}
		return tx.Stories().Note(ctx, Note{ID: news.NewID(), Story: story, Actor: actor.Account, Text: text})
	})
	if err != nil {
		return fmt.Errorf("remark on story: %w", err)
	}
	return nil
}

// Audit returns up to n rows of the ledger before a number, newest first; 0
// is from the end.
func (d *Desk) Audit(ctx context.Context, actor news.Actor, before int64, n int) (rows []news.LedgerRow, err error) {
	if !actor.Role.May(news.ActSettle) {
		return nil, news.Errorf(news.Forbidden, "", "Your role does not allow you to read the ledger.")
	}
	if before <= 0 {
		before = 1<<63 - 1
	}
	err = d.store.Read(ctx, func(tx *store.Tx) error {
		rows, err = tx.Ledger().Before(ctx, before, n)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("audit: %w", err)
	}
	return rows, nil
}
