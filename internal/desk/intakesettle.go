package desk

import (
	"context"

	"dateline/internal/news"
	"dateline/internal/store"
)

// This file admits, as parts of a batch, what stories stand in: the same rules
// as in settle.go. What is there already under the same word in addresses is
// returned as it is, so that an import joins what the newsroom has.

// Edition admits an edition.
func (in *Intake) Edition(ctx context.Context, e news.Edition) (news.Edition, error) {
	if err := checkEdition(&e); err != nil {
		return e, err
	}
	all, err := in.tx.Editions().All(ctx)
	if err != nil {
		return e, err
	}
	if len(all) >= store.MaxEditions {
		return e, news.Errorf(news.TooLarge, "edition", "A publication has at most %d editions.", store.MaxEditions)
	}
	in.named(&e.ID)
	e.Position, e.Version = len(all)+1, 1
	in.Touch(news.TagShell(e.ID))
	for _, other := range all { // every page names every edition
		in.Touch(news.TagShell(other.ID))
	}
	return e, in.tx.Editions().Add(ctx, e)
}

// Section admits a section, behind those that its edition has.
func (in *Intake) Section(ctx context.Context, s news.Section) (news.Section, error) {
	if err := checkSection(&s); err != nil {
		return s, err
	}
	there, err := in.tx.Sections().BySlug(ctx, s.Edition, s.Slug)
	if err == nil || news.KindOf(err) != news.NotFound {
		return there, err
	}
	all, err := in.tx.Sections().Of(ctx, s.Edition)
	if err != nil {
		return s, err
	}
	if len(all) >= store.MaxSections {
		return s, news.Errorf(news.TooLarge, "section", "An edition has at most %d sections.", store.MaxSections)
	}
	in.named(&s.ID, &s.Group)
	s.Position, s.Version = len(all)+1, 1
	in.Touch(news.TagShell(s.Edition), news.TagOf(news.NounSection, s.ID))
	return s, in.tx.Sections().Add(ctx, s)
}

// Tag admits a tag.
func (in *Intake) Tag(ctx context.Context, t news.Tag) (news.Tag, error) {
	if err := checkTag(&t); err != nil {
		return t, err
	}
	there, err := in.tx.Tags().BySlug(ctx, t.Edition, t.Slug)
	if err == nil || news.KindOf(err) != news.NotFound {
		return there, err
	}
	in.named(&t.ID, &t.Group)
	t.Version = 1
	in.Touch(news.TagOf(news.NounTag, t.ID))
	return t, in.tx.Tags().Add(ctx, t)
}

// Person admits somebody whose name stands over stories. Whoever is here under
// the same word in addresses is taken for the same person.
func (in *Intake) Person(ctx context.Context, p news.Person) (news.Person, error) {
	if err := checkPerson(&p); err != nil {
		return p, err
	}
	there, err := in.tx.People().BySlug(ctx, p.Slug)
	if err == nil || news.KindOf(err) != news.NotFound {
		return there, err
	}
	in.named(&p.ID)
	p.Version = 1
	in.Touch(news.TagOf(news.NounPerson, p.ID))
	return p, in.tx.People().Add(ctx, p)
}

// Front puts a story at the end of an edition's list of a key, which is made
// where it is missing. A list that is full stays as it is; placed says which.
func (in *Intake) Front(ctx context.Context, l news.Curated, story news.ID) (placed bool, err error) {
	there, err := in.tx.Lists().ByKey(ctx, l.Edition, l.Key)
	if news.KindOf(err) == news.NotFound {
		in.named(&l.ID)
		there, err = l, in.tx.Lists().Add(ctx, l)
		there.Version = 1
	}
	if err != nil {
		return false, err
	}
	order, err := in.tx.Lists().Placements(ctx, there.ID)
	if err != nil {
		return false, err
	}
	subject := news.Subject{Noun: news.NounStory, ID: story}
	for _, p := range order {
		if p.Subject == subject {
			return true, nil
		}
	}
	if len(order) >= there.Size {
		return false, nil
	}
	in.Touch(news.TagOf(news.NounList, there.ID), news.TagLatest(there.Edition))
	return true, in.tx.Lists().Change(ctx, there, append(order, news.Placement{Subject: subject}))
}

// named gives an id to what has none.
func (in *Intake) named(ids ...*news.ID) {
	for _, id := range ids {
		if *id == 0 {
			*id = in.tx.NewID()
		}
	}
}
