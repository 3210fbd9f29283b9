package makeup

import (
	"context"

	"dateline/internal/news"
	"dateline/internal/store"
)

// Permalink leads from a story's id to its page.
func (m *Makeup) Permalink(ctx context.Context, id news.ID, path string) (Made, error) {
	edition, err := m.Default(ctx)
	if err != nil {
		return Made{}, err
	}
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
		k.made.Moved = home.StoryPath(p.Story, p.Revision.Slug)
		return err
	})
}

// Former finds where a former address leads: to a path, "" for nowhere. What
// it led to must still be there for readers.
func (m *Makeup) Former(ctx context.Context, path string) (to string, err error) {
	err = m.store.Read(ctx, func(tx *store.Tx) error {
		target, err := tx.Redirects().Target(ctx, path)
		if news.KindOf(err) == news.NotFound {
			return nil
		}
		if err != nil {
			return err
		}
		to, err = resolve(ctx, tx, target)
		if news.KindOf(err) == news.NotFound {
			to, err = "", nil
		}
		return err
	})
	return to, err
}

// resolve turns a redirect's target into a path of today.
func resolve(ctx context.Context, tx *store.Tx, target string) (string, error) {
	if target != "" && target[0] == '/' {
		return target, nil
	}
	s, ok := news.ParseSubject(target)
	if !ok {
		return "", nil
	}
	switch s.Noun {
	case news.NounStory:
		p, err := tx.Public().Story(ctx, s.ID)
		if err != nil {
			return "", err
		}
		e, err := tx.Editions().ByID(ctx, p.Edition)
		return e.StoryPath(p.Story, p.Revision.Slug), err
	case news.NounSection:
		sec, err := tx.Sections().ByID(ctx, s.ID)
		if err != nil {
			return "", err
		}
		e, err := tx.Editions().ByID(ctx, sec.Edition)
		return e.SectionPath(sec), err
	case news.NounTag:
		t, err := tx.Tags().ByID(ctx, s.ID)
		if err != nil {
			return "", err
		}
		e, err := tx.Editions().ByID(ctx, t.Edition)
		return e.TagPath(t), err
	}
	return "", nil
}
