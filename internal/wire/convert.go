package wire

import (
	"context"
	"crypto/sha256"
	"encoding/json"
	"slices"
	"strings"

	"dateline/internal/desk"
	"dateline/internal/locale"
	"dateline/internal/news"
	"dateline/internal/prose"
	"dateline/internal/wire/wxr"
)

// batch is what is admitted in one transaction.
type batch struct {
	items   []*arrival
	entries []Entry // of no item
	read    int64   // items of the export that it stands for
	bytes   int
}

// arrival is one item, converted and ready to be admitted.
type arrival struct {
	key       string // in the memory of imports
	story     *desk.Arrival
	digest    [32]byte
	section   string        // slug of the category
	terms     []wxr.TermRef // that become tags
	authors   []author
	sticky    bool
	addresses []string
	leadsTo   string // key of the item that the addresses lead to
	remarks   []remark
	remarked  [32]byte // digest of all remarks
	prints    []print
	entries   []Entry
	sort      string // "stories", "pages"
	id        int64  // on the old site
}

// conversion is the way of one item into an arrival.
type conversion struct {
	ctx  context.Context
	run  *run
	item *wxr.Item
	out  *arrival
	seen []string // keys of the pictures that were found
	err  error    // of a picture; ends the import
}

// tell adds an entry about the item.
func (c *conversion) tell(group Group, what, why string, count int) {
	if len(c.out.entries) < maxEntries {
		c.out.entries = append(c.out.entries, Entry{Group: group, Item: c.item.ID, Title: c.item.Where.Title, Line: c.item.Where.Line, What: what, Why: why, Count: count})
	}
}

// maxEntries is how much is told of one item at most.
const maxEntries = 1000

// convert adds what becomes of a record to a batch.
func (r *run) convert(ctx context.Context, record wxr.Record, b *batch) error {
	switch v := record.(type) {
	case wxr.Note:
		b.entries = append(b.entries, entryOf(v))
	case *wxr.Item:
		b.read++
		b.bytes += len(v.Content)
		c := &conversion{ctx: ctx, run: r, item: v, out: &arrival{key: itemKey(v), id: v.ID}}
		c.convert()
		b.items = append(b.items, c.out)
		return c.err
	}
	return nil
}

// itemKey names an item in the memory of imports: by its id, and where that is
// missing or taken by another item, by its own address and title too.
func itemKey(it *wxr.Item) string {
	if it.ID != 0 && !it.RepeatsID {
		return decimal(it.ID)
	}
	sum := sha256.Sum256([]byte(it.Type + "\x00" + it.GUID + "\x00" + it.Link + "\x00" + it.Title))
	return decimal(it.ID) + "-" + news.ID(int64(sum[0])<<40|int64(sum[1])<<32|int64(sum[2])<<24|int64(sum[3])<<16|int64(sum[4])<<8|int64(sum[5])).String()
}

func (c *conversion) convert() {
	switch {
	case c.run.survey.becomesStory(c.item):
		c.story()
	case c.item.Type == "attachment":
		c.file()
	default:
		c.leave()
	}
}

// leave tells what is not taken over, and why.
func (c *conversion) leave() {
	it := c.item
	switch it.Type {
	case "nav_menu_item":
		m, _ := it.MenuEntry()
		c.tell(LeftOut, "An entry of a menu was left out; set up sections and pages here instead.", strings.TrimSpace(m.Menu+": "+oneLine(wxr.PlainText(m.Title)+" "+m.Object+" "+m.URL)), 1)
	case "wp_block":
		return // its content stands in the texts that use it
	case "post", "page":
		c.tell(LeftOut, "A "+it.Type+" of the state “"+it.Status+"” was left out.", "", 1)
	default:
		c.tell(LeftOut, "An item of the type “"+it.Type+"” was left out; --as-story "+it.Type+" takes such items as stories.", "state "+it.Status, 1)
	}
	if n := len(it.Comments); n > 0 {
		c.tell(LeftOut, "Comments were left out with the item below which they stand.", "", n)
	}
}

// story converts a post or page.
func (c *conversion) story() {
	c.examine()
	it := c.item
	if c.out.sort = "stories"; it.Type == "page" {
		c.out.sort = "pages"
	}
	a := &desk.Arrival{ID: c.run.ids.of(kindItem, c.out.key), Edition: c.run.edition.ID}
	doc, err := c.text()
	if err != nil || c.err != nil {
		c.tell(LeftOut, "An item was left out: its text is too large, or cannot be read.", plainly(err), 1)
		return
	}
	a.Content = c.content(doc)
	c.standing(a)
	c.shelf(&a.Content)
	c.out.sticky = it.Sticky && a.PublishedAt != 0 && !a.Private
	c.where()
	c.remarks()
	c.unknown()
	c.out.story, c.out.digest = a, c.digest()
}

// content makes what is said of a story, all but what is looked up when it is
// admitted: section, tags and people.
func (c *conversion) content(doc prose.Doc) news.Content {
	it, text := c.item, string(prose.Canonical(doc))
	n := news.Content{Kind: news.KindNews, Slug: locale.Slug(it.Slug), Text: text}
	if it.Type == "page" {
		n.Kind = news.KindPage
	}
	var whole bool
	title := oneLine(wxr.PlainText(it.Title))
	if title == "" {
		if title = prose.Excerpt(doc, wordsOfHeadline); title == "" {
			title = "Untitled"
		}
		c.tell(Altered, "An item without a title got its first words for one.", title, 1)
	}
	if n.Headline, whole = clip(title, desk.MaxHeadline); !whole {
		c.tell(Altered, "A headline was longer than fits and was cut.", title, 1)
	}
	standfirst := oneLine(wxr.PlainText(it.Excerpt))
	if n.Standfirst, whole = clip(standfirst, desk.MaxStandfirst); !whole {
		c.tell(Altered, "An excerpt was longer than fits and was cut.", standfirst, 1)
	}
	n.Lead = c.lead()
	return n
}

// wordsOfHeadline is how many words of a text stand for a missing title.
const wordsOfHeadline = 12

// standing says where a story stood. What readers could not see stays a draft.
func (c *conversion) standing(a *desk.Arrival) {
	it, now := c.item, news.InstantOf(c.run.Now())
	a.PublishedAt, a.UpdatedAt = news.InstantOf(it.Published), news.InstantOf(it.Modified)
	if it.Published.Year() < 1 || it.Published.Year() > 9999 {
		a.PublishedAt = 0
	}
	why := ""
	switch {
	case it.Password != "":
		why = "it was protected by a password"
	case it.Status == "future" && a.PublishedAt <= now:
		why = "it was scheduled for a time that has passed"
	case it.Status != "publish" && it.Status != "future":
		why = "its state was “" + it.Status + "”"
	case a.PublishedAt == 0:
		why = "it has no date"
	}
	if why != "" {
		a.Private, a.PublishedAt, a.UpdatedAt = true, 0, 0
		c.tell(Altered, "An item came as a draft that readers do not see.", why, 1)
	}
}

// where lists the addresses at which the item stood.
func (c *conversion) where() {
	c.out.leadsTo = c.out.key
	for _, a := range c.item.Addresses(c.run.survey.site()) {
		owner := c.run.survey.storyAt(a)
		if owner != 0 && (owner != c.item.ID || c.item.RepeatsID) {
			continue // it led to another item: copies keep the guid of what they were made from
		}
		if len(a) <= maxPath {
			c.out.addresses = append(c.out.addresses, a)
		}
	}
}

// known are custom fields that have been read, or that say nothing beyond the
// old system.
var known = []string{"footnotes", "enclosure"}

// unknown names the custom fields that are not taken over.
func (c *conversion) unknown() {
	var told []string
	for _, m := range c.item.Meta {
		if strings.HasPrefix(m.Key, "_") || m.Value == "" || slices.Contains(known, m.Key) || slices.Contains(told, m.Key) {
			continue
		}
		told = append(told, m.Key)
		why, _ := clip(oneLine(m.Value), 80)
		c.tell(LeftOut, "The custom field “"+oneLine(m.Key)+"” was left out.", why, 1)
	}
}

// digestVersion changes when the conversion does in a way that is worth
// revising what was imported before.
const digestVersion = "1"

// digest tells whether an item has changed since an earlier run: it covers what
// is read of it, what was found for it, and how it was repaired.
func (c *conversion) digest() [32]byte {
	it := *c.item
	it.Where, it.Comments, it.Meta = wxr.Where{}, nil, nil
	parts := struct {
		Version, Lead, Footnotes string
		Item                     wxr.Item
		Seen                     []string
		Repair                   []wxr.DamageKind
	}{digestVersion, it.Custom("_thumbnail_id"), c.item.Custom("footnotes"), it, c.seen, c.run.Repair}
	parts.Lead = c.item.Custom("_thumbnail_id")
	b, err := json.Marshal(parts)
	if err != nil { // texts and numbers always encode
		c.err = err
	}
	return sha256.Sum256(b)
}
