package wxr

import (
	"encoding/json"
	"html"
	"regexp"
	"strings"
)

// blocks converts content of the block editor.
func (c *converter) blocks(content string) string {
	var out strings.Builder
	for _, p := range c.parseBlocks(content).pieces {
		switch {
		case p.inner != nil:
			c.block(&out, p.inner)
		case hasBlockTag(p.html):
			out.WriteString(c.shortcodes(p.html))
		default:
			out.WriteString(c.classic(p.html))
		}
	}
	return out.String()
}

// blockWriter writes one kind of block.
type blockWriter func(c *converter, out *strings.Builder, b *block)

// blockWriterOf returns the writer of blocks whose HTML is not what it should
// become. All others are written as they are saved, with the blocks inside.
func blockWriterOf(name string) blockWriter {
	switch name {
	case "gallery":
		return (*converter).galleryBlock
	case "cover":
		return (*converter).coverBlock
	case "embed":
		return (*converter).embedBlock
	case "file":
		return (*converter).fileBlock
	case "pullquote":
		return (*converter).pullQuoteBlock
	case "verse":
		return (*converter).verseBlock
	case "shortcode", "freeform":
		return (*converter).classicBlock
	case "code", "preformatted":
		return (*converter).exactBlock
	case "separator", "spacer", "more", "nextpage":
		return (*converter).markBlock
	case "block":
		return (*converter).reusableBlock
	case "footnotes":
		return (*converter).footnotesBlock
	}
	return nil
}

// dynamicBlocks show something that WordPress put together anew for each
// reader: lists, forms, navigation, parts of the theme. The new site has its
// own.
var dynamicBlocks = set("archives avatar breadcrumbs calendar categories comment-author-name comment-content comment-date comment-edit-link " +
	"comment-reply-link comment-template comments comments-pagination comments-pagination-next comments-pagination-numbers " +
	"comments-pagination-previous comments-title home-link latest-comments latest-posts legacy-widget loginout navigation " +
	"navigation-link navigation-submenu page-list page-list-item pattern post-author post-author-biography post-author-name " +
	"post-comments post-comments-count post-comments-form post-comments-link post-content post-date post-excerpt post-featured-image " +
	"post-navigation-link post-template post-terms post-time-to-read post-title query query-no-results query-pagination " +
	"query-pagination-next query-pagination-numbers query-pagination-previous query-title query-total read-more rss search site-logo " +
	"site-tagline site-title social-link social-links tag-cloud template-part term-description term-template terms-query widget-group")

func (c *converter) block(out *strings.Builder, b *block) {
	name := b.name
	if strings.HasPrefix(name, "core-embed/") {
		name = "embed"
	}
	write := blockWriterOf(name)
	switch {
	case write != nil:
		write(c, out, b)
	case dynamicBlocks[name]:
		c.note(NoteBlock, "The block was left out.", "wp:"+name+" is put together by WordPress for each reader")
	default:
		c.asSaved(out, b)
	}
}

// asSaved writes a block as it is saved. A plugin's block may have nothing
// saved; then there is nothing to take.
func (c *converter) asSaved(out *strings.Builder, b *block) {
	if strings.Contains(b.name, "/") {
		if len(b.pieces) == 0 {
			c.note(NoteBlock, "The block was left out.", "wp:"+excerpt(b.name)+" belongs to a plugin and holds no text")
			return
		}
		c.note(NoteBlock, "The HTML inside the block was kept.", "wp:"+excerpt(b.name)+" belongs to a plugin")
	}
	for _, p := range b.pieces {
		if p.inner != nil {
			c.block(out, p.inner)
			continue
		}
		out.WriteString(c.shortcodes(p.html))
	}
}

func (c *converter) classicBlock(out *strings.Builder, b *block) { out.WriteString(c.classic(b.own())) }

// markBlock writes the blocks that hold no words.
func (c *converter) markBlock(out *strings.Builder, b *block) {
	switch b.name {
	case "separator":
		out.WriteString("<hr>\n")
	case "more":
		c.refs.More = true
	case "nextpage":
		c.pageBreak()
	}
}

// exactBlock writes a block in which brackets are text.
func (c *converter) exactBlock(out *strings.Builder, b *block) { b.flat(out) }

func (c *converter) pageBreak() {
	c.note(NoteConversion, "The pages were joined.", "the text was divided by <!--nextpage-->")
}

// coverBlock writes a picture with text on it as both, one below the other.
// Older versions of the block have the picture in a style only.
func (c *converter) coverBlock(out *strings.Builder, b *block) {
	address := b.text("url")
	if own := b.own(); address != "" && !strings.Contains(own, "<img") && !strings.Contains(own, "<video") {
		out.WriteString(`<figure><img src="` + html.EscapeString(address) + `" alt="" data-attachment="` + itoa(b.number("id")) + `"></figure>`)
	}
	c.asSaved(out, b)
}

var caption = regexp.MustCompile(`(?s)<figcaption[^>]*>(.*?)</figcaption>`)

// captionOf returns the HTML of the caption in a figure.
func captionOf(figure string) string {
	if m := caption.FindStringSubmatch(figure); m != nil {
		return strings.TrimSpace(m[1])
	}
	return ""
}

func (c *converter) embedBlock(out *strings.Builder, b *block) {
	own := b.own()
	address := b.text("url")
	if address == "" {
		address = strings.TrimSpace(PlainText(caption.ReplaceAllString(own, "")))
	}
	out.WriteString(c.embedHTML(address, captionOf(own)))
}

// embedHTML writes what is embedded as a figure with a link, so that it is
// still there for a reader of this HTML that knows nothing of embeds.
func (c *converter) embedHTML(address, caption string) string {
	address = strings.TrimSpace(html.UnescapeString(address))
	if strings.HasPrefix(address, "//") {
		address = "https:" + address
	}
	if !strings.HasPrefix(address, "http://") && !strings.HasPrefix(address, "https://") {
		c.note(NoteBlock, "An embed was left out.", "it has no address: “"+excerpt(address)+"”")
		return caption
	}
	c.embed(address)
	safe := html.EscapeString(address)
	if caption != "" {
		caption = "<figcaption>" + caption + "</figcaption>"
	}
	return `<figure class="embed" data-embed="` + safe + `"><p><a href="` + safe + `">` + safe + `</a></p>` + caption + "</figure>\n"
}

var firstLink = regexp.MustCompile(`(?s)<a\s[^>]*>(.*?)</a>`)

// fileBlock writes a file to download as a link with its name; the button
// beside it says the same again.
func (c *converter) fileBlock(out *strings.Builder, b *block) {
	own := b.own()
	address := b.text("href")
	name := ""
	if m := firstLink.FindStringSubmatch(own); m != nil {
		name = strings.TrimSpace(m[1])
	}
	if address == "" || name == "" {
		c.asSaved(out, b)
		return
	}
	c.attachment(b.number("id"))
	out.WriteString(c.fileHTML(address, name))
}

// fileHTML writes a link to a file.
func (c *converter) fileHTML(address, label string) string {
	c.file(address)
	return `<p><a href="` + html.EscapeString(address) + `">` + label + "</a></p>\n"
}

func (c *converter) pullQuoteBlock(out *strings.Builder, b *block) {
	own := b.own()
	start, end := strings.Index(own, "<blockquote"), strings.LastIndex(own, "</blockquote>")
	if start < 0 || end < start {
		c.asSaved(out, b)
		return
	}
	inner := own[start:end]
	inner = inner[strings.IndexByte(inner, '>')+1:]
	out.WriteString(`<blockquote class="pull">` + c.shortcodes(inner) + "</blockquote>\n")
}

var preTag = regexp.MustCompile(`</?pre[^>]*>`)

// verseBlock keeps the lines of a poem; it is no program.
func (c *converter) verseBlock(out *strings.Builder, b *block) {
	text := strings.TrimSpace(preTag.ReplaceAllString(b.own(), ""))
	out.WriteString("<p>" + strings.ReplaceAll(text, "\n", "<br>\n") + "</p>\n")
}

// Reusable blocks may hold others, or themselves.
const (
	maxReusableDepth = 8
	maxReusableBytes = MaxField // of all blocks inserted into one text
)

// reusableBlock inserts a block that is an item of its own, or marks its place.
func (c *converter) reusableBlock(out *strings.Builder, b *block) {
	id := b.number("ref")
	if id == 0 {
		c.note(NoteBlock, "The block was left out.", "wp:block names no reusable block")
		return
	}
	if c.once("block", itoa(id), len(c.refs.Blocks)) {
		c.refs.Blocks = append(c.refs.Blocks, id)
	}
	if c.reusable != nil && c.inside < maxReusableDepth {
		content := c.reusable(id)
		if c.inserted += len(content); content != "" && c.inserted <= maxReusableBytes {
			c.inside++
			out.WriteString(c.mixed(content))
			c.inside--
			return
		}
		c.note(NoteBlock, "The place of the block was marked.", "the reusable block "+itoa(id)+" is not there or too large")
	}
	out.WriteString(`<div data-block="` + itoa(id) + `"></div>` + "\n")
}

// footnotesBlock writes the notes, whose text stands in a custom field.
func (c *converter) footnotesBlock(out *strings.Builder, _ *block) {
	var notes []struct{ ID, Content string }
	if c.footnotes == "" || json.Unmarshal([]byte(c.footnotes), &notes) != nil || len(notes) == 0 {
		c.note(NoteBlock, "The block was left out.", "wp:footnotes has no notes in the export")
		return
	}
	out.WriteString(`<ol class="footnotes">`)
	for _, n := range notes {
		out.WriteString(`<li id="` + html.EscapeString(n.ID) + `">` + n.Content + ` <a href="#` + html.EscapeString(n.ID) + `-link">↩</a></li>`)
	}
	out.WriteString("</ol>\n")
}
