package wire

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"dateline/internal/news"
	"dateline/internal/store"
)

// maxSections is how many categories become sections, those with the most
// posts. The others become tags.
const maxSections = 30

// Kinds of thing in the memory of imports.
const (
	kindItem     = "item"
	kindComment  = "comment"
	kindComments = "comments" // all of an item
	kindSection  = "section"
	kindTag      = "tag"
	kindPerson   = "person"
	kindPicture  = "picture"
)

// chooseSections says which categories are sections: those that an earlier run
// made ones, then those in which the most posts stand, as far as there is room.
func (r *run) chooseSections(ctx context.Context) (map[string]bool, error) {
	all := make([]*category, 0, len(r.survey.categories))
	for _, c := range r.survey.categories {
		if c.posts > 0 && c.slug != "" {
			all = append(all, c)
		}
	}
	slices.SortFunc(all, func(a, b *category) int {
		return cmp.Or(cmp.Compare(b.posts, a.posts), cmp.Compare(a.slug, b.slug))
	})
	chosen := map[string]bool{}
	err := r.Store.Read(ctx, func(tx *store.Tx) error {
		var waiting []string
		for _, c := range all {
			_, err := tx.Imported().Find(ctx, r.source, kindSection, c.slug)
			switch {
			case err == nil:
				chosen[c.slug] = true
			case news.KindOf(err) != news.NotFound:
				return err
			default:
				waiting = append(waiting, c.slug)
			}
		}
		for _, slug := range waiting[:min(len(waiting), max(0, maxSections-len(chosen)))] {
			chosen[slug] = true
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("choose sections: %w", err)
	}
	return chosen, nil
}

// sectionOf is the category whose section a story stands in, given the one
// that it stands in first of all and all others: that one, another one, or the
// nearest above it. "" where none is a section.
func (r *run) sectionOf(primary string, others []string) string {
	for _, slug := range append([]string{primary}, others...) {
		if r.shelves[slug] {
			return slug
		}
	}
	for range maxAncestors {
		c := r.survey.categories[primary]
		if c == nil {
			return ""
		}
		if primary = c.parent; r.shelves[primary] {
			return primary
		}
	}
	return ""
}

// maxAncestors bounds the climb to a category above: exports hold circles.
const maxAncestors = 20
