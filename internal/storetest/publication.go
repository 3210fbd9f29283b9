package storetest

import (
	"dateline/internal/news"
	"dateline/internal/store"
)

func editions(b *bench) {
	ctx := b.Context()
	first, second := english(), english()
	second.ID, second.Name, second.Position, second.Direction, second.Logo, second.About = 2, "ar", 0, news.RightToLeft, 8, "عن"
	first, second = b.sowEdition(first), b.sowEdition(second)
	all := ask(b, func(tx *store.Tx) ([]news.Edition, error) { return tx.Editions().All(ctx) })
	equal(b, "in their order", all, []news.Edition{second, first})
	equal(b, "by name", ask(b, func(tx *store.Tx) (news.Edition, error) { return tx.Editions().ByName(ctx, "ar") }), second)

	changed := first
	changed.Title, changed.Tagline, changed.Zone = "Courier", "t", "UTC"
	b.write(func(tx *store.Tx) error { return tx.Editions().Change(ctx, changed) })
	b.stale("second change", func(tx *store.Tx) error { return tx.Editions().Change(ctx, first) })
	changed.Version++
	equal(b, "by id", ask(b, func(tx *store.Tx) (news.Edition, error) { return tx.Editions().ByID(ctx, 1) }), changed)
	second.Name = "en"
	b.refused("a name that is taken", news.Conflict, func(tx *store.Tx) error { return tx.Editions().Change(ctx, second) })
	second.ID = 3
	b.refused("a name that is taken", news.Conflict, func(tx *store.Tx) error { return tx.Editions().Add(ctx, second) })
}

func sections(b *bench) {
	ctx := b.Context()
	b.sowEdition(english())
	later := news.Section{ID: 1, Edition: 1, Group: 5, Slug: "news", Name: "News", Position: 2, Version: 1}
	first := news.Section{ID: 2, Edition: 1, Group: 6, Slug: "تحليل", Name: "تحليل", About: "a", Position: 1, Version: 1}
	b.write(func(tx *store.Tx) error {
		if err := tx.Sections().Add(ctx, later); err != nil {
			return err
		}
		return tx.Sections().Add(ctx, first)
	})
	equal(b, "in their order", ask(b, func(tx *store.Tx) ([]news.Section, error) { return tx.Sections().Of(ctx, 1) }), []news.Section{first, later})
	equal(b, "of no edition", ask(b, func(tx *store.Tx) ([]news.Section, error) { return tx.Sections().Of(ctx, 9) }), nil)
	equal(b, "by slug", ask(b, func(tx *store.Tx) (news.Section, error) { return tx.Sections().BySlug(ctx, 1, "تحليل") }), first)
	equal(b, "group", ask(b, func(tx *store.Tx) ([]news.Section, error) { return tx.Sections().Group(ctx, 5) }), []news.Section{later})
	changed := later
	changed.Name, changed.Slug, changed.Group = "All news", "all", 6
	b.write(func(tx *store.Tx) error { return tx.Sections().Change(ctx, changed) })
	b.stale("second change", func(tx *store.Tx) error { return tx.Sections().Change(ctx, later) })
	changed.Version++
	equal(b, "by id", ask(b, func(tx *store.Tx) (news.Section, error) { return tx.Sections().ByID(ctx, 1) }), changed)
	first.Slug = "all"
	b.refused("a slug that is taken", news.Conflict, func(tx *store.Tx) error { return tx.Sections().Change(ctx, first) })
}

func settings(b *bench) {
	ctx := b.Context()
	type setting struct {
		value   string
		version int64
	}
	look := func() setting {
		return ask(b, func(tx *store.Tx) (s setting, err error) {
			s.value, s.version, err = tx.Settings().Value(ctx, "name")
			return s, err
		})
	}
	keep := func(value string, version int64) func(tx *store.Tx) error {
		return func(tx *store.Tx) error { return tx.Settings().Keep(ctx, "name", value, version) }
	}
	equal(b, "unset", look(), setting{})
	b.stale("a version of what is unset", keep("x", 1))
	b.write(keep(`{"a":1}`, 0))
	equal(b, "set", look(), setting{`{"a":1}`, 1})
	b.stale("set by somebody else first", keep("y", 0))
	b.write(keep("z", 1))
	b.stale("changed by somebody else", keep("y", 1))
	equal(b, "changed", look(), setting{"z", 2})
}

func tags(b *bench) {
	ctx := b.Context()
	b.sowEdition(english())
	names := []string{"Vienna", "aix", "Élysée"}
	var all []news.Tag
	b.write(func(tx *store.Tx) error {
		for i, n := range names {
			t := news.Tag{ID: news.ID(i + 1), Edition: 1, Group: 9, Slug: n, Name: n, Topic: news.ID(i), Version: 1}
			all = append(all, t)
			if err := tx.Tags().Add(ctx, t); err != nil {
				return err
			}
		}
		return nil
	})
	of := func(from string, n int) []news.Tag {
		return ask(b, func(tx *store.Tx) ([]news.Tag, error) { return tx.Tags().Of(ctx, 1, from, n) })
	}
	equal(b, "by folded name", of("", 10), []news.Tag{all[1], all[2], all[0]})
	equal(b, "from a name", of("ELY", 10), []news.Tag{all[2], all[0]})
	equal(b, "bounded", of("", 1), []news.Tag{all[1]})
	equal(b, "by slug", ask(b, func(tx *store.Tx) (news.Tag, error) { return tx.Tags().BySlug(ctx, 1, "aix") }), all[1])
	equal(b, "group", ask(b, func(tx *store.Tx) ([]news.Tag, error) { return tx.Tags().Group(ctx, 9) }), all)
	equal(b, "some, in the order asked", ask(b, func(tx *store.Tx) ([]news.Tag, error) { return tx.Tags().Some(ctx, []news.ID{3, 77, 1}) }), []news.Tag{all[2], all[0]})
	equal(b, "none", ask(b, func(tx *store.Tx) ([]news.Tag, error) { return tx.Tags().Some(ctx, nil) }), nil)

	changed := all[0]
	changed.Name, changed.Slug, changed.Topic = "Wien", "wien", 4
	b.write(func(tx *store.Tx) error { return tx.Tags().Change(ctx, changed) })
	b.stale("second change", func(tx *store.Tx) error { return tx.Tags().Change(ctx, all[0]) })
	changed.Version++
	equal(b, "by id", ask(b, func(tx *store.Tx) (news.Tag, error) { return tx.Tags().ByID(ctx, 1) }), changed)
	equal(b, "by its new name", ask(b, func(tx *store.Tx) (news.Tag, error) { return tx.Tags().ByName(ctx, 1, "WIEN") }), changed)
	lacks(b, "by its old name", func(tx *store.Tx) (news.Tag, error) { return tx.Tags().ByName(ctx, 1, "Vienna") })
	b.refused("a slug that is taken", news.Conflict, func(tx *store.Tx) error {
		return tx.Tags().Add(ctx, news.Tag{ID: 8, Edition: 1, Slug: "aix"})
	})
}

func people(b *bench) {
	ctx := b.Context()
	elise := news.Person{ID: 1, Slug: "elise", Account: 5, Version: 1, Names: map[string]news.PersonName{
		"en": {Name: "Elise Hartmann", Bio: "b"}, "ar": {Name: "إليز هارتمان"}}}
	nameless := news.Person{ID: 2, Slug: "anon", Version: 1, Names: map[string]news.PersonName{}}
	b.write(func(tx *store.Tx) error {
		if err := tx.People().Add(ctx, elise); err != nil {
			return err
		}
		return tx.People().Add(ctx, nameless)
	})
	equal(b, "all", ask(b, func(tx *store.Tx) ([]news.Person, error) { return tx.People().All(ctx) }), []news.Person{nameless, elise})
	equal(b, "by slug", ask(b, func(tx *store.Tx) (news.Person, error) { return tx.People().BySlug(ctx, "elise") }), elise)
	equal(b, "without a name", ask(b, func(tx *store.Tx) (news.Person, error) { return tx.People().BySlug(ctx, "anon") }), nameless)
	some := ask(b, func(tx *store.Tx) (map[news.ID]news.Person, error) { return tx.People().Some(ctx, []news.ID{2, 1, 9}) })
	equal(b, "some", some, map[news.ID]news.Person{1: elise, 2: nameless})

	changed := elise
	changed.Slug, changed.Names = "eh", map[string]news.PersonName{"de": {Name: "E. H."}}
	b.write(func(tx *store.Tx) error { return tx.People().Change(ctx, changed) })
	b.stale("second change", func(tx *store.Tx) error { return tx.People().Change(ctx, elise) })
	changed.Version++
	equal(b, "changed", ask(b, func(tx *store.Tx) (news.Person, error) { return tx.People().BySlug(ctx, "eh") }), changed)
	lacks(b, "by its old slug", func(tx *store.Tx) (news.Person, error) { return tx.People().BySlug(ctx, "elise") })
	b.refused("a slug that is taken", news.Conflict, func(tx *store.Tx) error { return tx.People().Add(ctx, news.Person{ID: 3, Slug: "eh"}) })
}
