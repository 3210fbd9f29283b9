package prose

import (
	urlpath "path"
	"strings"
)

// frame reads iframe, embed and object: an embed of a known provider, else a
// link to what it showed.
func (im *importer) frame(e *element, sc scope) []Block {
	sc = im.enter(e, sc)
	src := strings.TrimSpace(e.attr("src") + e.attr("data"))
	if lazy := e.attr("data-src"); src == "" || src == "about:blank" {
		src = strings.TrimSpace(lazy)
	}
	if embed, ok := ParseEmbed(src); ok {
		return append([]Block{embed.withBase(im.base(sc))}, im.besideFrame(e, sc)...)
	}
	link := ""
	if src != "" {
		link = im.link(e, src)
	}
	if link == "" {
		im.note(Dropped, e, "A frame without a usable address was dropped", "")
		if isRaw(e) {
			return nil
		}
		return im.children(e, sc)
	}
	im.note(Changed, e, "A frame of a provider that Dateline does not know became a link", link)
	words := strings.TrimSpace(e.attr("title"))
	if words = im.clean(&element{tag: "iframe", text: words, line: e.line}); words == "" {
		words = link
	}
	return append(im.alone(Run{Text: words, Marks: Marks{Link: link}}, sc), im.besideFrame(e, sc)...)
}

// isRaw says whether what stands in a frame is text of the page's code.
func isRaw(e *element) bool { return e.tag == "iframe" || e.tag == "embed" }

// besideFrame is beside for objects and applets.
func (im *importer) besideFrame(e *element, sc scope) []Block {
	if isRaw(e) {
		return nil
	}
	return im.beside(e, sc)
}

// film reads video and audio: a video of the library, or a link to the file.
func (im *importer) film(e *element, sc scope) []Block {
	sc = im.enter(e, sc)
	src := strings.TrimSpace(e.attr("src"))
	if source := e.find("source"); src == "" && source != nil {
		src = strings.TrimSpace(source.attr("src"))
	}
	shown := im.filmBlock(e, src, sc)
	if shown == nil {
		return im.children(e, sc)
	}
	return append(shown, im.beside(e, sc)...)
}

// filmBlock returns what shows a film or sound, nil where it has no usable
// address.
func (im *importer) filmBlock(e *element, src string, sc scope) []Block {
	if src == "" {
		return nil
	}
	if im.o.Video != nil && e.tag == "video" {
		if id, ok := im.o.Video(src); ok && id > 0 {
			return []Block{Video{Base: im.base(sc), Video: id}}
		}
	}
	if embed, ok := ParseEmbed(src); ok {
		return []Block{embed.withBase(im.base(sc))}
	}
	link := im.link(e, src)
	if link == "" {
		return nil
	}
	im.note(Unresolved, e, "The film or sound is not in the library; a link to it was kept", link)
	return im.alone(Run{Text: urlpath.Base(link), Marks: Marks{Link: link}}, sc)
}

// beside reads what stands in an element for browsers that cannot show it. A
// few words to say so are dropped; anything more is text.
func (im *importer) beside(e *element, sc scope) []Block {
	words := strings.TrimSpace(e.allText())
	if len(words) > maxQuoted || e.find("img") != nil {
		return im.children(e, sc)
	}
	if words != "" {
		im.note(Dropped, e, "Words for browsers that cannot show this were dropped", words)
	}
	return nil
}
