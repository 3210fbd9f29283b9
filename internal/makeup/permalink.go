package makeup

import (
	"context"
	"strings"

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

// maxParts bounds the parts of a path whose beginnings are looked up.
const maxParts = 8

// Former finds where a former address leads: to a path, "" for nowhere. What
// stood below a former address of a section, a tag or an edition is found
// below its new one. What it led to must still be there for readers.
func (m *Makeup) Former(ctx context.Context, path string) (to string, err error) {
	err = m.store.Read(ctx, func(tx *store.Tx) error {
		for head, rest, n := path, "", 0; head != "" && n < maxParts; n++ {
			target, err := tx.Redirects().Target(ctx, head)
			if err == nil {
				if to, err = resolve(ctx, tx, target); err == nil && to != "" {
					if strings.HasSuffix(to, "/") { // a story has nothing below it
						to += rest
					}
					return nil
				}
			}
			if err != nil && news.KindOf(err) != news.NotFound {
				return err
			}
			head, rest = parent(head, path)
		}
		to = ""
		return nil
	})
	return to, err
}

// parent returns the folder above a path, "" above the first, and what of the
// whole path lies below it.
func parent(path, whole string) (head, rest string) {
	i := strings.LastIndexByte(strings.TrimSuffix(path, "/"), '/')
	if i <= 0 {
		return "", ""
	}
	return path[:i+1], whole[i+1:]
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
