package prose

import "strings"

// quote reads a blockquote: a post of a provider, a pull quote, or a quotation
// with its source.
func (im *importer) quote(e *element, sc scope) []Block {
	if blocks := im.post(e, sc); blocks != nil {
		return blocks
	}
	sc = im.enter(e, sc)
	inside, ok := im.deeper(e, sc)
	content, cite := im.citeOf(e, inside)
	if len(cite) == 0 {
		cite = im.citeAddress(e)
	}
	blocks := im.children(content, inside)
	switch {
	case len(blocks) == 0 || !ok:
		return append(blocks, im.titleAlone(cite, sc)...)
	case e.hasClass("pull") || e.hasClass("pullquote"):
		if line, ok := pullText(blocks); ok {
			return []Block{PullQuote{Base: im.base(sc), Text: line, Cite: cite}}
		}
	}
	return []Block{Quote{Base: im.base(sc), Blocks: blocks, Cite: cite}}
}

// pullText returns the line of a pull quote, if the blocks are nothing but
// paragraphs that fit into one.
func pullText(blocks []Block) (line []Inline, ok bool) {
	for _, b := range blocks {
		p, ok := b.(Paragraph)
		if !ok {
			return nil, false
		}
		line = appendLine(line, p.Text)
	}
	line = normalLine(line)
	return line, len(divide(line)) == 1
}

// citeOf divides a quotation from its source: a footer, or a cite element that
// stands last.
func (im *importer) citeOf(e *element, sc scope) (content *element, cite []Inline) {
	last := len(e.kids) - 1
	for last >= 0 && (e.kids[last].tag == tagComment || e.kids[last].tag == tagText && isBlank(e.kids[last].text)) {
		last--
	}
	if last < 0 || e.kids[last].tag != "footer" && e.kids[last].tag != "cite" && e.kids[last].tag != "figcaption" {
		return e, nil
	}
	rest := *e
	rest.kids = e.kids[:last]
	source := e.kids[last]
	if inner := firstElement(source); source.tag == "footer" && inner == 0 && len(source.kids) == 1 && source.kids[0].tag == "cite" {
		source = source.kids[0]
	}
	return &rest, im.lineOf(source, sc)
}

// citeAddress makes a source of the cite attribute.
func (im *importer) citeAddress(e *element) []Inline {
	if strings.TrimSpace(e.attr("cite")) == "" {
		return nil
	}
	link := im.link(e, e.attr("cite"))
	if link == "" {
		return nil
	}
	return []Inline{Run{Text: link, Marks: Marks{Link: link}}}
}

// postClasses are the classes by which providers mark a quoted post that their
// script replaces.
var postClasses = []string{"twitter-tweet", "twitter-video", "instagram-media", "tiktok-embed", "mastodon-embed", "bluesky-embed", "fb-post", "fb-video"}

// post reads a quoted post of a provider. Its words become the caption, so
// that they are there when the post is not.
func (im *importer) post(e *element, sc scope) []Block {
	marked := false
	for _, class := range postClasses {
		marked = marked || e.hasClass(class)
	}
	if !marked {
		return nil
	}
	embed, ok := postAddress(e)
	if !ok {
		return nil
	}
	embed.Base = im.base(im.enter(e, sc))
	inside := sc
	inside.depth = 1 // its blocks only serve to make the caption
	embed.Caption = im.lineOf(&element{tag: "div", kids: e.kids, line: e.line}, inside)
	return []Block{embed}
}

// postAddress finds the address of a post in the attributes of its quotation
// or in its last link.
func postAddress(e *element) (embed Embed, ok bool) {
	for _, name := range []string{"cite", "data-instgrm-permalink", "data-href", "data-embed-url"} {
		if embed, ok = ParseEmbed(e.attr(name)); ok {
			return embed, true
		}
	}
	var visit func(*element)
	visit = func(n *element) {
		if n.tag == "a" {
			if found, is := ParseEmbed(n.attr("href")); is {
				embed, ok = found, true
			}
		}
		for _, kid := range n.kids {
			visit(kid)
		}
	}
	visit(e)
	return embed, ok
}
