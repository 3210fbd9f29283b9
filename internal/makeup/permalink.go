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

// Forward is where a former address leads.
type Forward struct {
	To   string   // a path, "" where nothing stands there for readers now
	Tags []string // page tags of what it leads to: acts on it change To
}

// Former finds where a former address leads. What it led to must still be
// there for readers.
func (m *Makeup) Former(ctx context.Context, path string) (f Forward, err error) {
	err = m.store.Read(ctx, func(tx *store.Tx) error {
		target, err := tx.Redirects().Target(ctx, path)
		if err == nil {
			f, err = resolve(ctx, tx, target)
		}
		if news.KindOf(err) == news.NotFound {
			return nil
		}
		return err
	})
	return f, err
}

// resolve turns a redirect's target into a path of today.
func resolve(ctx context.Context, tx *store.Tx, target string) (Forward, error) {
	if target != "" && target[0] == '/' {
		return Forward{To: target}, nil
	}
	s, ok := news.ParseSubject(target)
	lead, known := leads[s.Noun]
	if !ok || !known {
		return Forward{}, nil
	}
	to, err := lead(ctx, tx, s.ID)
	if err != nil {
		to = "" // what it leads to decides all the same when that changes
	}
	return Forward{To: to, Tags: []string{target}}, err
}

// leads find the path of each kind of thing that a former address can lead
// to; NotFound for what readers may not see.
var leads = map[news.Noun]func(context.Context, *store.Tx, news.ID) (string, error){
	news.NounStory: toStory, news.NounSection: toSection, news.NounTag: toTag,
}

func toStory(ctx context.Context, tx *store.Tx, id news.ID) (string, error) {
	p, err := tx.Public().Story(ctx, id)
	if err != nil {
		return "", err
	}
	e, err := tx.Editions().ByID(ctx, p.Edition)
	return e.StoryPath(p.Story, p.Revision.Slug), err
}

func toSection(ctx context.Context, tx *store.Tx, id news.ID) (string, error) {
	sec, err := tx.Sections().ByID(ctx, id)
	if err != nil {
		return "", err
	}
	e, err := tx.Editions().ByID(ctx, sec.Edition)
	return e.SectionPath(sec), err
}

// toTag leads to a tag as long as a story that readers may see has it: until
// then its name is the desk's.
func toTag(ctx context.Context, tx *store.Tx, id news.ID) (string, error) {
	t, err := tx.Tags().ByID(ctx, id)
	if err != nil {
		return "", err
	}
	newest, err := tx.Public().LastBefore(ctx, store.Scope{Edition: t.Edition, Tag: t.ID}, tx.Now()+1)
	if err != nil {
		return "", err
	}
	if newest == 0 {
		return "", news.Errorf(news.NotFound, "tag", "No story has this tag.")
	}
	e, err := tx.Editions().ByID(ctx, t.Edition)
	return e.TagPath(t), err
}
