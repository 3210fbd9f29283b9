package wxr

import (
	"regexp"
	"strings"

	"golang.org/x/net/html"
)

// shortcodeWriter writes one kind of shortcode; depth counts those around it.
type shortcodeWriter func(c *converter, s *shortcode, depth int) string

// shortcodeWriterOf returns the writer of the shortcodes of WordPress and of
// those of its hosted service that newsrooms use, nil for any other.
func shortcodeWriterOf(name string) shortcodeWriter {
	switch name {
	case "caption", "wp_caption":
		return (*converter).captionShortcode
	case "gallery":
		return (*converter).galleryShortcode
	case "playlist":
		return (*converter).playlistShortcode
	case "audio":
		return (*converter).audioShortcode
	case "video":
		return (*converter).videoShortcode
	case "code", "sourcecode":
		return codeShortcode
	}
	if _, ok := embedShortcodes[name]; ok {
		return (*converter).embedShortcode
	}
	return nil
}

// embedShortcodes are the shortcodes that embed something, with what comes
// before an id to make its address.
var embedShortcodes = map[string]string{
	"embed": "", "facebook": "", "instagram": "", "soundcloud": "", "tiktok": "",
	"dailymotion": "https://www.dailymotion.com/video/",
	"tweet":       "https://twitter.com/i/status/",
	"vimeo":       "https://vimeo.com/",
	"youtube":     "https://www.youtube.com/watch?v=",
}

// embedShortcode embeds an address, or an id behind the prefix of its provider.
func (c *converter) embedShortcode(s *shortcode, _ int) string {
	address := strings.TrimSpace(PlainText(s.content))
	for _, candidate := range []string{s.first("src", "url", "id", "tweet"), s.value()} {
		if address == "" {
			address = candidate
		}
	}
	if !strings.Contains(address, "/") && address != "" {
		address = embedShortcodes[s.name] + address
	}
	return c.embedHTML(address, "")
}

// captionedImage is an image with the link around it, and the caption behind.
var captionedImage = regexp.MustCompile(`(?s)^\s*((?:<a\s[^>]*>\s*)?<img\s[^>]*>(?:\s*</a>)?)(.*)$`)

// captionShortcode writes a picture with a caption. Old ones have the caption
// in an attribute.
func (c *converter) captionShortcode(s *shortcode, depth int) string {
	inner, text := s.content, s.attrs["caption"]
	if m := captionedImage.FindStringSubmatch(s.content); m != nil {
		inner = m[1]
		if behind := strings.TrimSpace(m[2]); behind != "" {
			text = behind
		}
	}
	if id := wholeNumber(strings.TrimPrefix(s.attrs["id"], "attachment_")); id > 0 && !imageClass.MatchString(inner) {
		inner = strings.Replace(inner, "<img ", `<img data-attachment="`+itoa(id)+`" `, 1)
	}
	if text != "" {
		text = "<figcaption>" + c.shortcodesAt(text, depth+1) + "</figcaption>"
	}
	if inner == "" && text == "" {
		return ""
	}
	return "<figure>" + c.shortcodesAt(inner, depth+1) + text + "</figure>\n"
}

func (c *converter) galleryShortcode(s *shortcode, _ int) string {
	g := Gallery{
		IDs:     ids(s.first("ids", "include")),
		Exclude: ids(s.attrs["exclude"]),
		Columns: int(wholeNumber(s.attrs["columns"])),
	}
	g.Attached = len(g.IDs) == 0
	var out strings.Builder
	c.gallery(&out, g)
	return out.String()
}

// playlistShortcode names the files of a playlist: their addresses stand with
// the attachments only.
func (c *converter) playlistShortcode(s *shortcode, _ int) string {
	list := s.first("ids", "include")
	for _, id := range ids(list) {
		c.attachment(id)
	}
	c.note(NoteShortcode, "The playlist was left out; its files are among the attachments.", "[playlist] of "+excerpt(list))
	return ""
}

func (c *converter) audioShortcode(s *shortcode, _ int) string {
	address := s.first("src", "mp3", "m4a", "ogg", "wav", "flac")
	if address == "" {
		address, _, _ = strings.Cut(s.value(), "|")
	}
	if address == "" {
		c.note(NoteShortcode, "The shortcode was left out.", "[audio] names no file")
		return s.content
	}
	return c.fileHTML(address, html.EscapeString(fileName(address)))
}

func (c *converter) videoShortcode(s *shortcode, _ int) string {
	address := s.first("src", "mp4", "m4v", "webm", "ogv", "mov", "flv", "wmv")
	if address == "" {
		address = s.value()
	}
	if address == "" {
		c.note(NoteShortcode, "The shortcode was left out.", "[video] names no file")
		return s.content
	}
	return `<figure><video src="` + html.EscapeString(address) + `"></video></figure>` + "\n"
}

func codeShortcode(_ *converter, s *shortcode, _ int) string {
	text := s.content
	if strings.Contains(text, "<") {
		text = html.EscapeString(html.UnescapeString(text))
	}
	class := ""
	if language := s.first("language", "lang"); language != "" {
		class = ` class="language-` + html.EscapeString(language) + `"`
	}
	return "<pre><code" + class + ">" + strings.Trim(text, "\r\n") + "</code></pre>\n"
}

// fileName returns the last part of an address, for a link's words.
func fileName(address string) string {
	address, _, _ = strings.Cut(address, "?")
	return address[strings.LastIndexByte(address, '/')+1:]
}
