package wxr

import (
	"net/url"
	"slices"
	"strings"
)

// Markup knows what the conversion of one item's content needs beside it. The
// zero value converts, but takes no link for one of the old site.
type Markup struct {
	Site      string // address of the old site, [Channel.BlogURL]
	Footnotes string // custom field "footnotes" of the item, JSON as the block editor keeps it
	// Reusable returns the content of a reusable block, which is an item of
	// type wp_block, or "" if there is none. Where it is nil, a mark is left.
	Reusable func(id int64) string
}

// HTML converts the content of an item with what [Markup] knows of it.
//
// It reads the block editor's markup, the classic editor's (where lines make
// paragraphs) and shortcodes, and writes plain HTML in the house's own
// vocabulary: elements with meaning, img with data-attachment (WordPress's id)
// and the class wp-image-ID, figure.embed with data-embed (the address),
// figure with data-gallery (an index into Refs.Galleries), div with data-block
// (the id of a reusable block), blockquote.pull for pull quotes and
// ol.footnotes. Styles that carry meaning stay for the reader behind; the
// result is not safe to be shown as it is.
//
// The time it takes grows with the length of the content and nothing else.
func (m Markup) HTML(content string) (string, Refs, []Note) {
	c := &converter{host: siteHost(m.Site), footnotes: m.Footnotes, reusable: m.Reusable}
	out := c.tidy(c.mixed(content))
	if c.overfull {
		c.note(NoteConversion, "The list of what the text refers to was ended.", "it refers to more than ten thousand things")
	}
	return out, c.refs, c.pad.take()
}

// mixed converts content of either editor.
func (c *converter) mixed(content string) string {
	content = strings.ReplaceAll(content, "\r\n", "\n")
	if strings.Contains(content, "<!-- wp:") {
		return c.blocks(content)
	}
	return c.classic(content)
}

// HTML converts content of an item of which nothing else is known.
func HTML(content string) (string, Refs, []Note) { return Markup{}.HTML(content) }

// Refs lists what a text refers to, each thing once, in the order of the text.
type Refs struct {
	Attachments []int64 // WordPress's ids of pictures and files
	Images      []ImageRef
	Galleries   []Gallery
	Links       []Link
	Embeds      []string // addresses of films and posts elsewhere
	Files       []string // addresses of sound, video and other files
	Blocks      []int64  // reusable blocks
	More        bool     // the text has a "read more" mark
}

// ImageRef is a picture in a text. To find it, try ID, then Seen, then Src.
type ImageRef struct {
	ID   int64  // of the attachment, 0 when unknown
	Src  string // address of the original, as far as the name tells
	Seen string // address in the text, if another one
	Alt  string
}

// Gallery is a set of pictures.
type Gallery struct {
	IDs      []int64 // attachments in order, as far as known
	Pictures []GalleryPicture
	Attached bool    // shows all pictures attached to the item
	Exclude  []int64 // but these
	Columns  int     // 0 when not given
	Caption  string  // HTML
}

// GalleryPicture is a picture in a gallery of the block editor.
type GalleryPicture struct {
	ImageRef
	Caption string // HTML
}

// Link is an address that the text leads to.
type Link struct {
	Href    string
	Address string // on the old site: the form of [Address]; empty for links elsewhere
}

// maxRefs is the most things of one kind in Refs.
const maxRefs = 10_000

// converter holds the state of one conversion.
type converter struct {
	host      string
	footnotes string
	reusable  func(id int64) string
	inserted  int // bytes of reusable blocks
	inside    int // reusable blocks around
	refs      Refs
	seen      map[string]bool
	overfull  bool
	pad       pad
}

func (c *converter) note(kind NoteKind, what, why string) {
	c.pad.add(Note{Kind: kind, What: what, Why: why})
}

// once reports whether a thing is new and there is room to list it.
func (c *converter) once(kind, name string, listed int) bool {
	if c.seen == nil {
		c.seen = map[string]bool{}
	}
	key := kind + "\x00" + name
	if c.seen[key] {
		return false
	}
	if listed >= maxRefs {
		c.overfull = true
		return false
	}
	c.seen[key] = true
	return true
}

func (c *converter) attachment(id int64) {
	if id > 0 && c.once("attachment", itoa(id), len(c.refs.Attachments)) {
		c.refs.Attachments = append(c.refs.Attachments, id)
	}
}

func (c *converter) image(ref ImageRef) {
	c.attachment(ref.ID)
	if c.once("image", itoa(ref.ID)+ref.Src+ref.Seen, len(c.refs.Images)) {
		c.refs.Images = append(c.refs.Images, ref)
	}
}

func (c *converter) embed(address string) {
	if c.once("embed", address, len(c.refs.Embeds)) {
		c.refs.Embeds = append(c.refs.Embeds, address)
	}
}

func (c *converter) file(address string) {
	if c.once("file", address, len(c.refs.Files)) {
		c.refs.Files = append(c.refs.Files, address)
	}
}

// link lists where the text leads to; fragments of the same page do not count.
func (c *converter) link(href string) {
	href = strings.TrimSpace(href)
	if href == "" || href[0] == '#' || !c.once("link", href, len(c.refs.Links)) {
		return
	}
	l := Link{Href: href}
	if u, err := url.Parse(href); err == nil && c.isInternal(u) {
		l.Address, _ = Address(href)
	}
	c.refs.Links = append(c.refs.Links, l)
}

// isInternal reports whether an address is one of the old site: its path alone,
// or its host with or without www.
func (c *converter) isInternal(u *url.URL) bool {
	if u.Host == "" {
		return u.Scheme == "" && strings.HasPrefix(u.Path, "/")
	}
	return c.host != "" && bareHost(u.Host) == c.host
}

func siteHost(address string) string {
	u, err := url.Parse(strings.TrimSpace(address))
	if err != nil {
		return ""
	}
	return bareHost(u.Host)
}

func bareHost(host string) string { return strings.TrimPrefix(strings.ToLower(host), "www.") }

// ids reads a list of ids such as "12, 15".
func ids(list string) []int64 {
	var out []int64
	for part := range strings.SplitSeq(list, ",") {
		if id := wholeNumber(part); id > 0 && len(out) < maxRefs {
			out = append(out, id)
		}
	}
	return slices.Clip(out)
}
