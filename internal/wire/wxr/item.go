package wxr

import (
	"fmt"
	"strings"
)

func itemText(field func(*Item) *string) setter {
	return func(r *reader, text string, _ *tag) { *field(r.item) = text }
}

func itemNumber(field func(*Item) *int64) setter {
	return func(r *reader, text string, _ *tag) { *field(r.item) = r.number(text) }
}

var itemFields = map[string]setter{
	"title":                itemText(func(it *Item) *string { return &it.Title }),
	"link":                 itemText(func(it *Item) *string { return &it.Link }),
	"pubdate":              itemText(func(it *Item) *string { return &it.dates.rss }),
	"description":          itemText(func(it *Item) *string { return &it.Description }),
	"guid":                 setGUID,
	"category":             addTermRef,
	"dc:creator":           itemText(func(it *Item) *string { return &it.Creator }),
	"content:encoded":      itemText(func(it *Item) *string { return &it.Content }),
	"excerpt:encoded":      itemText(func(it *Item) *string { return &it.Excerpt }),
	"wp:post_id":           itemNumber(func(it *Item) *int64 { return &it.ID }),
	"wp:post_date":         itemText(func(it *Item) *string { return &it.dates.local }),
	"wp:post_date_gmt":     itemText(func(it *Item) *string { return &it.dates.gmt }),
	"wp:post_modified":     itemText(func(it *Item) *string { return &it.dates.modified }),
	"wp:post_modified_gmt": itemText(func(it *Item) *string { return &it.dates.modifiedGMT }),
	"wp:comment_status":    itemText(func(it *Item) *string { return &it.CommentStatus }),
	"wp:ping_status":       itemText(func(it *Item) *string { return &it.PingStatus }),
	"wp:post_name":         func(r *reader, text string, _ *tag) { r.item.Slug = slug(text) },
	"wp:status":            itemText(func(it *Item) *string { return &it.Status }),
	"wp:post_parent":       itemNumber(func(it *Item) *int64 { return &it.Parent }),
	"wp:menu_order":        setMenuOrder,
	"wp:post_type":         itemText(func(it *Item) *string { return &it.Type }),
	"wp:post_password":     itemText(func(it *Item) *string { return &it.Password }),
	"wp:is_sticky":         func(r *reader, text string, _ *tag) { r.item.Sticky = r.number(text) != 0 },
	"wp:attachment_url":    itemText(func(it *Item) *string { return &it.AttachmentURL }),
	"comments":             ignore, "wfw:commentrss": ignore, "slash:comments": ignore,
}

// setMenuOrder reads a place in an order, which may be negative.
func setMenuOrder(r *reader, text string, _ *tag) {
	text, negative := strings.CutPrefix(strings.TrimSpace(text), "-")
	if r.item.MenuOrder = r.number(text); negative {
		r.item.MenuOrder = -r.item.MenuOrder
	}
}

func setGUID(r *reader, text string, t *tag) {
	r.item.GUID = text
	r.item.GUIDIsLink = t.attr("ispermalink") != "false"
}

// addTermRef takes a category element of an item. WXR 1.0 calls the taxonomy of
// tags "tag", and lists every term twice, first without its taxonomy.
func addTermRef(r *reader, text string, t *tag) {
	ref := TermRef{Taxonomy: t.attr("domain"), Slug: slug(t.attr("nicename")), Name: text}
	if ref.Taxonomy == "tag" {
		ref.Taxonomy = TaxonomyTag
	}
	terms := r.item.Terms
	for i, known := range terms {
		if known.Name != ref.Name {
			continue
		}
		switch {
		case known == ref, ref.Taxonomy == "":
			return
		case known.Taxonomy == "":
			terms[i] = ref
			return
		}
	}
	if len(terms) == maxTerms {
		r.refuse(fmt.Sprintf("it has more than %d terms", maxTerms))
		return
	}
	r.item.Terms = append(terms, ref)
}

// maxTerms is the most terms that one item may have.
const maxTerms = 1000

func beginItem(r *reader) {
	r.announce()
	r.flush()
	r.item = &Item{Where: r.place}
	r.itemSize, r.refusal = 0, ""
}

// endItem checks the item that is now whole, and delivers it behind its notes.
func endItem(r *reader) {
	it := r.item
	r.place = Where{Offset: it.Where.Offset, Line: it.Where.Line}
	if it.Type == "" {
		it.Type = "post"
		r.note(NoteTag, "The item was read as a post.", "it names no type", 1)
	}
	it.Where = it.named()
	r.dateItem(it)
	r.check.item(r, it)
	for _, n := range r.pad.take() {
		n.Where.ID, n.Where.Title = it.Where.ID, it.Where.Title
		r.deliver(n)
	}
	r.item, r.last, r.amongItems = nil, it.Where, true
	if r.refusal != "" {
		r.deliver(Note{Where: it.Where, Kind: NoteRefused, What: "The item was not read.", Why: r.refusal, Count: 1})
		return
	}
	r.deliver(it)
}

// admit counts the text of the item being read and reports whether there is
// still room for it.
func (r *reader) admit(size int) bool {
	if r.item == nil {
		return true
	}
	r.itemSize += size + fieldCost
	if r.itemSize > MaxItem {
		r.refuse("its texts and comments are longer than 48 MB")
	}
	return r.refusal == "" || size < shortField
}

// shortField is the size of fields that are still read in an item that has
// been refused, so that its note can name it.
const shortField = 4 << 10

// fieldCost is what a field takes in memory beside its text, at most.
const fieldCost = 64

// refuse marks the item being read as one that cannot be delivered whole.
func (r *reader) refuse(why string) {
	if r.refusal == "" && !r.quiet && r.item != nil {
		r.refusal = why
	}
}

// named is the place of an item with what it is called by.
func (it *Item) named() Where {
	w := it.Where
	w.ID, w.Title = it.ID, excerpt(PlainText(it.Title))
	return w
}

// name calls an item by its id and title in a sentence.
func (w Where) name() string {
	if w.ID == 0 && w.Title == "" {
		return fmt.Sprintf("the item in line %d", w.Line)
	}
	return fmt.Sprintf("item %d “%s”", w.ID, w.Title)
}
