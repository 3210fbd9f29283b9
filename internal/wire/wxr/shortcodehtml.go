package wxr

import (
	"regexp"
	"strings"

	"golang.org/x/net/html"
)

// shortcodeWriters write the shortcodes of WordPress and those of its hosted
// service that newsrooms use.
var shortcodeWriters map[string]func(c *converter, s *shortcode, depth int) string

func init() {
	embedID := func(prefix string) func(*converter, *shortcode, int) string {
		return func(c *converter, s *shortcode, _ int) string { return c.embedShortcode(s, prefix) }
	}
	code := func(_ *converter, s *shortcode, _ int) string { return codeShortcode(s) }
	shortcodeWriters = map[string]func(*converter, *shortcode, int) string{
		"caption": (*converter).captionShortcode, "wp_caption": (*converter).captionShortcode,
		"gallery":  (*converter).galleryShortcode,
		"playlist": (*converter).playlistShortcode,
		"audio":    (*converter).audioShortcode,
		"video":    (*converter).videoShortcode,
		"code":     code, "sourcecode": code,
		"embed": embedID(""), "facebook": embedID(""), "instagram": embedID(""), "soundcloud": embedID(""), "tiktok": embedID(""),
		"dailymotion": embedID("https://www.dailymotion.com/video/"),
		"tweet":       embedID("https://twitter.com/i/status/"),
		"vimeo":       embedID("https://vimeo.com/"),
		"youtube":     embedID("https://www.youtube.com/watch?v="),
	}
}

// embedShortcode embeds an address, or an id behind the prefix of its provider.
func (c *converter) embedShortcode(s *shortcode, prefix string) string {
	address := strings.TrimSpace(PlainText(s.content))
	for _, candidate := range []string{s.first("src", "url", "id", "tweet"), s.value()} {
		if address == "" {
			address = candidate
		}
	}
	if !strings.Contains(address, "/") && address != "" {
		address = prefix + address
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

func codeShortcode(s *shortcode) string {
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
