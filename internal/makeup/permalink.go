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

// Forward is where a former address leads.
type Forward struct {
	To   string   // a path, "" where nothing stands there for readers now
	Tags []string // page tags of what it leads to: acts on it change To
}

// Former finds where a former address leads. What stood below a former
// address of a section, a tag or an edition is found below its new one. What
// it led to must still be there for readers.
func (m *Makeup) Former(ctx context.Context, path string) (f Forward, err error) {
	err = m.store.Read(ctx, func(tx *store.Tx) error {
		for head, rest, n := path, "", 0; head != "" && n < maxParts; n++ {
			if f, err = formerly(ctx, tx, head); err != nil || f.To != "" || len(f.Tags) > 0 {
				if strings.HasSuffix(f.To, "/") { // a story has nothing below it
					f.To += rest
				}
				return err
			}
			head, rest = parent(head, path)
		}
		return nil
	})
	return f, err
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

// formerly looks one former address up; nothing stands there for readers
// where To is empty.
func formerly(ctx context.Context, tx *store.Tx, path string) (Forward, error) {
	target, err := tx.Redirects().Target(ctx, path)
	if news.KindOf(err) == news.NotFound {
		return Forward{}, nil
	}
	if err != nil {
		return Forward{}, err
	}
	f, err := resolve(ctx, tx, path, target)
	if news.KindOf(err) == news.NotFound {
		err = nil
	}
	return f, err
}

// resolve turns the target of a former address into a path of today.
func resolve(ctx context.Context, tx *store.Tx, former, target string) (Forward, error) {
	if target != "" && target[0] == '/' {
		return Forward{To: target}, nil
	}
	s, ok := news.ParseSubject(target)
	lead, known := leads[s.Noun]
	if s.Noun == news.NounPerson {
		lead, known = toPersonIn(former), true
	}
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

// toPersonIn leads to a person's page in the edition of a former address, as
// long as a story by that person stands there.
func toPersonIn(former string) func(context.Context, *store.Tx, news.ID) (string, error) {
	edition, _, _ := strings.Cut(strings.TrimPrefix(former, "/"), "/")
	return func(ctx context.Context, tx *store.Tx, id news.ID) (string, error) {
		e, err := tx.Editions().ByName(ctx, edition)
		if err != nil {
			return "", err
		}
		newest, err := tx.Public().LastBefore(ctx, store.Scope{Edition: e.ID, Person: id}, tx.Now()+1)
		if err != nil {
			return "", err
		}
		some, err := tx.People().Some(ctx, []news.ID{id})
		if err == nil && (newest == 0 || len(some) == 0) {
			err = news.Errorf(news.NotFound, "person", "Nothing by this person stands in this edition.")
		}
		return e.PersonPath(some[id]), err
	}
}
