package demo

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"slices"
	"time"

	"dateline/internal/desk"
	"dateline/internal/news"
	"dateline/internal/store"
)

// Pictures does the long part of adding a picture to the library, and returns
// what is left to do. It is called for all pictures at once.
type Pictures func(ctx context.Context, name string, r io.Reader, p news.Picture) (Enter, error)

// Enter enters a picture into the library under an id, and returns it as it
// stands there: one act.
type Enter func(ctx context.Context, id news.ID) (news.Picture, error)

// Newsroom is the demo newsroom in the making.
type Newsroom struct {
	store    *store.Store
	desk     *desk.Desk
	clock    *Clock
	start    time.Time
	pictures Pictures
	content  content

	editions map[string]news.Edition            // by name
	sections map[string]map[string]news.Section // by key and edition
	people   map[string]news.Person
	tags     map[string]map[string]news.Tag
	library  map[string]news.Picture
	stories  map[string]map[string]news.Story // by key and edition, as they stand
	curated  map[string]map[string]news.Curated
}

// Options are what a demo newsroom is made with. The store's clock must be
// Clock and its ids SeededIDs.
type Options struct {
	Store    *store.Store
	Clock    *Clock
	Start    time.Time // "now" of the demo: its offsets are taken from here
	Pictures Pictures
}

// Open fills an empty publication with The Vienna Courier, act by act in the
// order of their times.
func Open(ctx context.Context, o Options) error {
	c, err := readContent()
	if err != nil {
		return fmt.Errorf("demo newsroom: %w", err)
	}
	n := &Newsroom{
		store: o.Store, desk: desk.New(o.Store), clock: o.Clock, start: o.Start.Truncate(time.Minute), pictures: o.Pictures, content: c,
		editions: map[string]news.Edition{}, sections: map[string]map[string]news.Section{}, people: map[string]news.Person{},
		tags: map[string]map[string]news.Tag{}, library: map[string]news.Picture{}, stories: map[string]map[string]news.Story{},
		curated: map[string]map[string]news.Curated{},
	}
	n.clock.set(n.start.Add(-founded))
	for _, step := range []func(context.Context) error{n.settle, n.hang, n.draft, n.live, n.place} {
		if err := step(ctx); err != nil {
			return fmt.Errorf("demo newsroom: %w", err)
		}
	}
	return nil
}

// founded is how long before the start the demo's newsroom was set up: before
// its oldest story.
const founded = 40 * 24 * time.Hour

// happening is one act of the demo at its time.
type happening struct {
	at  time.Time
	act func(ctx context.Context) error
}

// live performs all publications and what followed them, in the order of
// time. Translations follow the story that they translate.
func (n *Newsroom) live(ctx context.Context) error {
	var all []happening
	for _, s := range n.content.stories {
		for place, edition := range s.Editions {
			acts, err := n.happenings(s, edition, time.Duration(place)*translating)
			if err != nil {
				return err
			}
			all = append(all, acts...)
		}
	}
	slices.SortStableFunc(all, func(a, b happening) int { return cmp.Compare(a.at.UnixNano(), b.at.UnixNano()) })
	for _, h := range all {
		n.clock.set(h.at)
		if err := h.act(ctx); err != nil {
			return err
		}
	}
	n.clock.set(n.start)
	return nil
}

// translating is how long a translation takes.
const translating = 7 * time.Minute

func (n *Newsroom) happenings(s story, edition string, later time.Duration) ([]happening, error) {
	before, err := age(s.Published)
	if err != nil {
		return nil, err
	}
	all := []happening{{n.start.Add(later - before), func(ctx context.Context) error { return n.publish(ctx, s, edition) }}}
	markup := s.bodies[edition].markup
	for _, a := range s.Acts {
		before, err := age(a.Offset)
		if err != nil {
			return nil, err
		}
		if markup, err = a.applied(markup, s.Key, edition); err != nil {
			return nil, err
		}
		changed := markup
		all = append(all, happening{n.start.Add(later - before), func(ctx context.Context) error { return n.change(ctx, s, edition, a, changed) }})
	}
	return all, nil
}

// place orders the curated lists at the end.
func (n *Newsroom) place(ctx context.Context) error {
	for _, key := range listKeys {
		for _, e := range n.content.publication.Editions {
			edition, l := e.Name, n.curated[key][e.Name]
			var order []news.Placement
			for _, k := range n.content.ranked(key) {
				if s, ok := n.stories[k][edition]; ok {
					order = append(order, news.Placement{Subject: news.Subject{Noun: news.NounStory, ID: s.ID}})
				}
			}
			if _, err := n.desk.Place(ctx, news.System, l.ID, l.Version, order); err != nil {
				return err
			}
		}
	}
	return nil
}
