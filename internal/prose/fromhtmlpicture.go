package prose

import (
	urlpath "path"
	"strings"
)

// img reads a picture: one of the library as a block, else a link to where it
// was, in the line.
func (f *flow) img(e *element, sc scope) {
	f.im.noteAttributes(e)
	src := imgSource(e)
	alt := f.im.clean(&element{tag: "img", text: e.attr("alt"), line: e.line})
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
