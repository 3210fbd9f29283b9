package prose

import (
	urlpath "path"
	"strings"
)

// division reads a div, which older WordPress also used for a picture with a
// caption, and providers for their posts.
func (im *importer) division(e *element, sc scope) []Block {
	if e.hasClass("wp-caption") {
		return im.figure(e, sc)
	}
	if blocks := im.post(e, sc); blocks != nil {
		return blocks
	}
	return im.children(e, im.enter(e, sc))
}

// figure reads a figure and gives its caption to the one thing in it. Where
// there are several, the caption follows them as a paragraph.
func (im *importer) figure(e *element, sc scope) []Block {
	sc = im.enter(e, sc)
	content, captions := *e, []*element(nil)
	content.kids = nil
	for _, kid := range e.kids {
		if kid.tag == "figcaption" || kid.hasClass("wp-caption-text") {
			captions = append(captions, kid)
		} else {
			content.kids = append(content.kids, kid)
		}
	}
	blocks := im.children(&content, sc)
	var caption []Inline
	for _, kid := range captions {
		caption = appendLine(caption, im.lineOf(kid, im.enter(kid, sc)))
	}
	if len(blocks) == 1 {
		blocks[0] = withLayout(blocks[0], e)
		if e.hasClass("wp-block-pullquote") {
			blocks[0] = pullQuoteOf(blocks[0])
		}
	}
	if len(caption) == 0 {
		return blocks
	}
	if len(blocks) == 1 {
		if b, ok := withCaption(blocks[0], caption); ok {
			return []Block{b}
		}
	}
	return append(blocks, Paragraph{Base: im.base(sc), Text: caption})
}

// appendLine appends a line after a break.
func appendLine(line, more []Inline) []Inline {
	if len(line) == 0 || len(more) == 0 {
		return append(line, more...)
	}
	return append(append(line, Break{}), more...)
}

// withLayout reads the width that WordPress gives a figure.
func withLayout(b Block, e *element) Block {
	p, ok := b.(Picture)
	if ok && (e.hasClass("alignwide") || e.hasClass("alignfull")) {
		p.Layout = Wide
		return p
	}
	return b
}

func pullQuoteOf(b Block) Block {
	q, ok := b.(Quote)
	if !ok {
		return b
	}
	if line, ok := pullText(q.Blocks); ok {
		return PullQuote{Base: q.Base, Text: line, Cite: q.Cite}
	}
	return b
}

// withCaption gives a block a caption, after one that it has.
func withCaption(b Block, caption []Inline) (Block, bool) {
	line := normalLine(appendLine(captionOf(b), caption))
	if len(divide(line)) > 1 {
		return b, false
	}
	switch b := b.(type) {
	case Picture:
		b.Caption = line
		return b, true
	case Gallery:
		b.Caption = line
		return b, true
	case Video:
		b.Caption = line
		return b, true
	case Embed:
		b.Caption = line
		return b, true
	case Map:
		b.Caption = line
		return b, true
	case Timeline:
		b.Caption = line
		return b, true
	case Table:
		b.Caption = line
		return b, true
	case Quote:
		b.Cite = normalLine(appendLine(b.Cite, caption))
		return b, true
	}
	return b, false
}

// img reads a picture: one of the library as a block, else a link to where it
// was, in the line.
func (f *flow) img(e *element, sc scope) {
	f.im.noteAttributes(e)
	src := imgSource(e)
	alt := f.im.clean(&element{tag: "img", text: e.attr("alt"), line: e.line}, true)
	switch {
	case isEmoji(e, src):
		f.say(alt, sc)
		return
	case isPixel(e):
		f.im.note(Dropped, e, "A picture of one pixel, which counts readers, was dropped", src)
		return
	}
	if f.im.o.Picture != nil {
		tag := ImgTag{Src: src, Alt: alt, Title: e.attr("title"), Class: e.attr("class"), Width: e.attr("width"), Height: e.attr("height")}
		if id, ok := f.im.o.Picture(tag); ok && id > 0 {
			f.im.noteLinkedPicture(e, src, sc)
			f.put(withLayout(Picture{Base: f.im.base(f.sc), Picture: id, Alt: cutAlt(alt)}, e))
			return
		}
	}
	f.line = append(f.line, f.im.lostPicture(e, src, alt, sc))
}

// lostPicture makes a link to a picture that the library does not have.
func (im *importer) lostPicture(e *element, src, alt string, sc scope) Run {
	words := strings.TrimSpace(alt)
	link := ""
	if !strings.HasPrefix(strings.ToLower(src), "data:") && src != "" {
		link = im.link(e, src)
	}
	if link == "" {
		im.note(Dropped, e, "A picture without a usable address was dropped", clip(src))
		return Run{Text: words, Marks: sc.marks}
	}
	im.note(Unresolved, e, "The picture is not in the library; a link to it was kept", link)
	if words == "" {
		words = urlpath.Base(link)
	}
	m := sc.marks
	m.Link, m.Topic = link, 0
	return Run{Text: words, Marks: m}
}

// alone makes a paragraph of one run.
func (im *importer) alone(r Run, sc scope) []Block {
	if isBlank(r.Text) {
		return nil
	}
	return []Block{Paragraph{Base: im.base(sc), Text: []Inline{r}}}
}

// noteLinkedPicture reports a link around a picture, unless it only led to the
// picture itself.
func (im *importer) noteLinkedPicture(e *element, src string, sc scope) {
	if sc.marks.Link != "" && sc.marks.Link != src && !isPictureFile(sc.marks.Link) {
		im.note(Dropped, e, "The link around a picture was dropped", sc.marks.Link)
	}
}

func isPictureFile(link string) bool {
	link, _, _ = strings.Cut(strings.ToLower(link), "?")
	switch urlpath.Ext(link) {
	case ".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif", ".svg":
		return true
	}
	return false
}

// imgSource returns the address of a picture, also where a script was to put
// it in its place.
func imgSource(e *element) string {
	src := strings.TrimSpace(e.attr("src"))
	if src != "" && !strings.HasPrefix(src, "data:") && !e.has("data-src") && !e.has("data-lazy-src") {
		return src
	}
	for _, name := range []string{"data-src", "data-lazy-src", "data-original", "data-orig-file"} {
		if lazy := strings.TrimSpace(e.attr(name)); lazy != "" {
			return lazy
		}
	}
	if src == "" {
		first, _, _ := strings.Cut(strings.TrimSpace(e.attr("srcset")), " ")
		return strings.TrimSuffix(first, ",")
	}
	return src
}

// isEmoji says whether a picture stands for a sign that its alt names.
func isEmoji(e *element, src string) bool {
	return e.hasClass("emoji") || e.hasClass("wp-smiley") || strings.Contains(src, "/images/core/emoji/")
}

func isPixel(e *element) bool {
	w, h := strings.TrimSuffix(e.attr("width"), "px"), strings.TrimSuffix(e.attr("height"), "px")
	return (w == "1" || w == "0") && (h == "1" || h == "0")
}

func cutAlt(alt string) string { return alt[:cutBefore(alt, MaxAlt)] }

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
	if words = im.clean(&element{tag: "iframe", text: words, line: e.line}, true); words == "" {
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
