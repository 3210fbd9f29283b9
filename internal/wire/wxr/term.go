package wxr

import (
	"net/url"
	"strings"
	"unicode/utf8"
)

func termText(field func(*Term) *string) setter {
	return func(r *reader, text string, _ *tag) { *field(r.term) = text }
}

func termSlug(field func(*Term) *string) setter {
	return func(r *reader, text string, _ *tag) { *field(r.term) = slug(text) }
}

var (
	setTermID          = toNumber(func(r *reader) *int64 { return &r.term.ID })
	setTermSlug        = termSlug(func(t *Term) *string { return &t.Slug })
	setTermParent      = termSlug(func(t *Term) *string { return &t.Parent })
	setTermName        = termText(func(t *Term) *string { return &t.Name })
	setTermDescription = termText(func(t *Term) *string { return &t.Description })
)

var categoryFields = map[string]setter{
	"wp:term_id":              setTermID,
	"wp:category_nicename":    setTermSlug,
	"wp:category_parent":      setTermParent,
	"wp:cat_name":             setTermName,
	"wp:category_description": setTermDescription,
}

var tagFields = map[string]setter{
	"wp:term_id":         setTermID,
	"wp:tag_slug":        setTermSlug,
	"wp:tag_name":        setTermName,
	"wp:tag_description": setTermDescription,
}

var termFields = map[string]setter{
	"wp:term_id":          setTermID,
	"wp:term_taxonomy":    termText(func(t *Term) *string { return &t.Taxonomy }),
	"wp:term_slug":        setTermSlug,
	"wp:term_parent":      setTermParent,
	"wp:term_name":        setTermName,
	"wp:term_description": setTermDescription,
}

var metaFields = map[string]setter{
	"wp:meta_key":   to(func(r *reader) *string { return &r.meta.Key }),
	"wp:meta_value": to(func(r *reader) *string { return &r.meta.Value }),
}

func beginTerm(taxonomy string) func(*reader) {
	return func(r *reader) {
		r.announce()
		r.term = &Term{Taxonomy: taxonomy, Where: r.place}
	}
}

func endTerm(r *reader) {
	t := r.term
	r.term = nil
	r.flush()
	r.deliver(t)
}

func beginMeta(r *reader) { r.meta = Meta{} }

// maxTermMeta is the most custom fields that are read of one term.
const maxTermMeta = 1000

func endTermMeta(r *reader) {
	if len(r.term.Meta) == maxTermMeta {
		r.note(NoteLeftOut, "A custom field was left out.", "the term has more than a thousand", 1)
		return
	}
	r.term.Meta = append(r.term.Meta, r.meta)
}

func endPostMeta(r *reader) {
	if r.admit(0) && r.refusal == "" {
		r.item.Meta = append(r.item.Meta, r.meta)
	}
}

// endCommentMeta drops what plugins say of a comment: spam filters keep the
// reader's network address and browser there.
func endCommentMeta(r *reader) {
	r.leftOut.add("custom fields of comments, which may hold readers' addresses")
}

// slug decodes a slug as WordPress stores it, %d8%a7 for ا.
func slug(text string) string {
	text = strings.TrimSpace(text)
	if !strings.Contains(text, "%") {
		return text
	}
	if plain, err := url.PathUnescape(text); err == nil && utf8.ValidString(plain) {
		return plain
	}
	return text
}
