package wxr

import (
	"strings"

	"golang.org/x/net/html"
)

// tidier is the last step: it goes through the tags of the converted HTML,
// keeps the attributes that mean something, lists what is referred to and
// replaces what only WordPress or its plugins would understand.
type tidier struct {
	c     *converter
	out   strings.Builder
	media html.Token // video or audio that is open, with the first source found
	skip  string     // element whose text is passed over
}

func (c *converter) tidy(text string) string {
	t := &tidier{c: c}
	z := html.NewTokenizer(strings.NewReader(text))
	for kind := z.Next(); kind != html.ErrorToken; kind = z.Next() {
		switch kind {
		case html.TextToken:
			if t.skip == "" && t.media.Data == "" {
				t.out.Write(z.Raw())
			}
		case html.StartTagToken, html.SelfClosingTagToken:
			tok := z.Token()
			if tok.Data == "iframe" || tok.Data == "noscript" {
				z.NextIsNotRawText() // what is inside is read as HTML, even if it does not end
			}
			t.start(tok)
		case html.EndTagToken:
			t.end(z.Token())
		case html.CommentToken:
			if strings.HasPrefix(string(z.Text()), "more") {
				c.refs.More = true
			}
		}
	}
	if t.skip != "" {
		c.note(NoteConversion, "Everything behind the element "+t.skip+" was left out.", "it does not end")
	}
	if t.media.Data != "" {
		t.end(html.Token{Data: t.media.Data})
	}
	return strings.TrimSpace(t.out.String())
}

func (t *tidier) start(tok html.Token) {
	switch tok.Data {
	case "img":
		t.image(tok)
		return
	case "iframe", "embed", "object":
		t.frame(tok)
		return
	case "video", "audio":
		t.media = tok
		return
	case "source":
		t.source(tok)
		return
	case "script", "style":
		t.c.note(NoteConversion, "The element "+tok.Data+" was left out.", "it is program and no text")
		t.skip = tok.Data
		return
	case "a":
		t.c.link(attrOf(tok, "href"))
	}
	if t.media.Data == "" && isTagName(tok.Data) {
		t.write(tok)
	}
}

func (t *tidier) end(tok html.Token) {
	switch {
	case tok.Data == t.skip:
		t.skip = ""
	case tok.Data == "iframe" || tok.Data == "object" || tok.Data == "embed":
	case t.media.Data != "" && tok.Data == t.media.Data:
		t.finishMedia()
	case t.media.Data == "" && isTagName(tok.Data):
		t.out.WriteString("</" + tok.Data + ">")
	}
}

// image writes an image. WordPress writes emoji as images, with the sign as
// their text.
func (t *tidier) image(tok html.Token) {
	class := " " + attrOf(tok, "class") + " "
	if strings.Contains(class, " emoji ") || strings.Contains(class, " wp-smiley ") {
		t.out.WriteString(html.EscapeString(attrOf(tok, "alt")))
		return
	}
	ref := imageOf(tok)
	if ref.Src == "" && ref.ID == 0 {
		t.c.note(NoteConversion, "An image was left out.", "it has no address")
		return
	}
	if isPixel(tok) {
		t.c.note(NoteConversion, "An image of one pixel was left out.", "it shows nothing and tells its owner who reads")
		return
	}
	t.c.image(ref)
	t.out.WriteString(imgHTML(ref, html.Attribute{Key: "title", Val: attrOf(tok, "title")}))
}

// isPixel reports whether an image is there to count readers.
func isPixel(tok html.Token) bool {
	for _, name := range []string{"width", "height"} {
		if v := attrOf(tok, name); v != "0" && v != "1" {
			return false
		}
	}
	return true
}

// frame turns a page within the page into an embed.
func (t *tidier) frame(tok html.Token) {
	address := firstAttr(tok, "src", "data-src", "data")
	if tok.Data == "object" && address == "" {
		return // an embed element follows
	}
	t.out.WriteString(t.c.embedHTML(address, ""))
}

// source gives an address to the video or audio around it.
func (t *tidier) source(tok html.Token) {
	if t.media.Data != "" && attrOf(t.media, "src") == "" {
		t.media.Attr = append(t.media.Attr, html.Attribute{Key: "src", Val: attrOf(tok, "src")})
	}
}

func (t *tidier) finishMedia() {
	kind, address := t.media.Data, strings.TrimSpace(attrOf(t.media, "src"))
	t.media = html.Token{}
	switch {
	case address == "":
		t.c.note(NoteConversion, "The element "+kind+" was left out.", "it names no file")
	case kind == "audio":
		t.out.WriteString(t.c.fileHTML(address, html.EscapeString(fileName(address))))
	default:
		t.c.file(address)
		t.out.WriteString(`<video src="` + html.EscapeString(address) + `"></video>`)
	}
}

// kept are the attributes that mean something outside of WordPress.
var kept = set("href title lang xml:lang dir colspan rowspan scope start reversed value cite datetime id style src alt width height " +
	"data-embed data-gallery data-block data-fn data-instgrm-permalink data-href data-embed-url open headers summary")

// keptClasses are those of this package's own vocabulary, and those by which
// the reader behind knows wide pictures, pictures with captions and the posts
// of networks.
var keptClasses = set("pull embed footnotes fn alignwide alignfull wp-caption wp-caption-text twitter-tweet twitter-video instagram-media " +
	"tiktok-embed mastodon-embed bluesky-embed fb-post fb-video")

// isTagName tells the names of elements from what only a parser takes for one,
// such as <a<b>.
func isTagName(name string) bool {
	for i := range len(name) {
		if !isNameByte(name[i], i == 0) {
			return false
		}
	}
	return name != ""
}

func (t *tidier) write(tok html.Token) {
	t.out.WriteString("<" + tok.Data)
	for _, a := range tok.Attr {
		value := a.Val
		switch {
		case a.Key == "class":
			if value = classes(value); value == "" {
				continue
			}
		case !kept[a.Key]:
			continue
		}
		t.out.WriteString(" " + a.Key + `="` + html.EscapeString(value) + `"`)
	}
	t.out.WriteString(">")
}

// classes keeps our own classes and those that name a language of code.
func classes(list string) string {
	var out []string
	for name := range strings.FieldsSeq(list) {
		if keptClasses[name] || strings.HasPrefix(name, "language-") {
			out = append(out, name)
		}
	}
	return strings.Join(out, " ")
}
