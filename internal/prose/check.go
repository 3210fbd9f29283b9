package prose

import (
	"math"
	"unicode/utf8"

	"dateline/internal/news"
)

// Check says whether a document may be stored: whether Parse would read its
// canonical form. The error's Field is the path of the first fault.
func Check(d Doc) error {
	c := &checker{ids: make(map[string]bool, len(d.Blocks))}
	if d.Version != 0 && d.Version != Version {
		return news.Errorf(news.Invalid, root.member("version").String(), "There is no schema version %d.", d.Version)
	}
	c.blocks(d.Blocks, root.member("blocks"), 1)
	return c.err
}

// checker walks a document and keeps the first fault.
type checker struct {
	ids   map[string]bool // of blocks and notes seen so far
	count int             // blocks seen so far
	notes int             // footnotes seen so far
	err   error
}

func (c *checker) fail(at *path, format string, args ...any) {
	if c.err == nil {
		c.err = news.Errorf(news.Invalid, at.String(), format, args...)
	}
}

// most refuses more than a limit of something.
func (c *checker) most(at *path, n, limit int, what string) {
	if n > limit {
		c.fail(at, "There are %d %s here; at most %d may stand.", n, what, limit)
	}
}

func (c *checker) blocks(blocks []Block, at *path, depth int) {
	if depth > MaxDepth && len(blocks) > 0 {
		c.fail(at, "Blocks stand at most %d deep inside each other.", MaxDepth)
	}
	if c.count += len(blocks); c.count > MaxBlocks {
		c.fail(at, "A text has at most %d blocks.", MaxBlocks)
	}
	for i, b := range blocks {
		if c.err != nil {
			return
		}
		if b == nil {
			c.fail(at.at(i), "There is no block here.")
			return
		}
		c.base(b.Common(), at.at(i))
		c.block(b, at.at(i), depth)
	}
}

// inner checks blocks inside a block, of which there must be one.
func (c *checker) inner(blocks []Block, at *path, depth int) {
	if len(blocks) == 0 {
		c.fail(at, "At least one block must stand here.")
	}
	c.blocks(blocks, at, depth+1)
}

func (c *checker) base(b Base, at *path) {
	c.id(b.ID, at.member("id"))
	c.language(b.Lang, b.Dir, at)
}

func (c *checker) id(id string, at *path) {
	switch {
	case !validID(id):
		c.fail(at, "An id of 1 to %d letters, digits, - and _ is expected here.", MaxID)
	case c.ids[id]:
		c.fail(at, "The id “%s” stands twice in the text.", id)
	}
	c.ids[id] = true
}

func (c *checker) language(lang string, dir Dir, at *path) {
	if lang != "" && !validLang(lang) {
		c.fail(at.member("lang"), "“%s” is not a language tag such as en or fa-IR.", clip(lang))
	}
	switch dir {
	case Inherit, LTR, RTL, Auto:
	default:
		c.fail(at.member("dir"), "The direction is ltr, rtl or auto.")
	}
}

func (c *checker) block(b Block, at *path, depth int) {
	switch b := b.(type) {
	case Paragraph:
		c.line(b.Text, at.member("text"))
	case Heading:
		if b.Level < 2 || b.Level > 4 {
			c.fail(at.member("level"), "A heading is of level 2, 3 or 4.")
		}
		c.line(b.Text, at.member("text"))
	case List:
		c.list(b, at, depth)
	case Quote:
		c.inner(b.Blocks, at.member("blocks"), depth)
		c.line(b.Cite, at.member("cite"))
	case PullQuote:
		c.line(b.Text, at.member("text"))
		c.line(b.Cite, at.member("cite"))
	case FactBox:
		c.line(b.Title, at.member("title"))
		c.inner(b.Blocks, at.member("blocks"), depth)
	case Table:
		c.table(b, at)
	case Code:
		c.code(b, at)
	case Rule:
	default:
		c.shown(b, at)
	}
}

func (c *checker) list(l List, at *path, depth int) {
	items := at.member("items")
	if len(l.Items) == 0 {
		c.fail(items, "A list has at least one item.")
	}
	c.most(items, len(l.Items), MaxItems, "items")
	if l.Start < 0 || l.Start > MaxStart {
		c.fail(at.member("start"), "A list starts with a number from 0 to %d.", MaxStart)
	}
	for i, item := range l.Items {
		c.inner(item.Blocks, items.at(i).member("blocks"), depth)
	}
}

func (c *checker) code(b Code, at *path) {
	if !validCodeLanguage(b.Language) {
		c.fail(at.member("language"), "The language of a piece of code is a short name such as go or c++.")
	}
	c.plain(b.Code, at.member("code"), MaxText, true)
}

// shown checks the blocks that show a thing that lives elsewhere.
func (c *checker) shown(b Block, at *path) {
	switch b := b.(type) {
	case Picture:
		c.thing(b.Picture, at.member("picture"))
		c.plain(b.Alt, at.member("alt"), MaxAlt, false)
		if b.Layout != Measure && b.Layout != Wide && b.Layout != Half {
			c.fail(at.member("layout"), "The layout of a picture is wide, half or none.")
		}
	case Gallery:
		c.thing(b.Gallery, at.member("gallery"))
	case Video:
		c.thing(b.Video, at.member("video"))
	case Embed:
		if e, ok := ParseEmbed(b.URL); !ok || e.Provider != b.Provider || e.Ref != b.Ref || e.URL != b.URL {
			c.fail(at.member("url"), "Only the address of a post or film with a provider that Dateline knows can be embedded.")
		}
	case Map:
		c.thing(b.Map, at.member("map"))
		c.view(b.View, at.member("view"))
	case Timeline:
		c.thing(b.Timeline, at.member("timeline"))
	default:
		c.fail(at, "A block is a value of one of the kinds of this package.")
	}
	c.line(captionOf(b), at.member("caption"))
}

func (c *checker) thing(id news.ID, at *path) {
	if id <= 0 {
		c.fail(at, "The id of something in the library is expected here.")
	}
}

func (c *checker) view(v View, at *path) {
	if !(math.Abs(v.Lat) <= 90 && math.Abs(v.Lon) <= 180 && v.Zoom >= 0 && v.Zoom <= MaxZoom) {
		c.fail(at, "A view lies between 90 degrees south and north, 180 west and east, at a zoom of 0 to %d.", MaxZoom)
	}
	c.plain(v.At, at.member("at"), MaxDate, false)
}

func (c *checker) line(line []Inline, at *path) {
	c.most(at, len(line), MaxInlines, "parts")
	size := 0
	for i, in := range line {
		if c.err != nil {
			return
		}
		switch in := in.(type) {
		case Run:
			size += len(in.Text)
			c.run(in, at.at(i))
		case Break:
		case Footnote:
			c.footnote(in, at.at(i))
		default:
			c.fail(at.at(i), "A text, a break or a footnote is expected here.")
		}
	}
	if size > MaxText {
		c.fail(at, "The text of one block has at most %d kB.", MaxText>>10)
	}
}

func (c *checker) run(r Run, at *path) {
	c.plain(r.Text, at.member("text"), MaxText, false)
	if r.Marks == (Marks{}) {
		return
	}
	c.language(r.Lang, r.Dir, at)
	if r.Script != Baseline && r.Script != Subscript && r.Script != Superscript {
		c.fail(at.member("script"), "The script is sub or sup.")
	}
	if r.Link != "" && !ValidLink(r.Link) {
		c.fail(at.member("link"), "A link leads to http, https, mailto, tel or to a place on this site.")
	}
	if r.Topic < 0 || r.Topic != 0 && r.Link != "" {
		c.fail(at.member("topic"), "A word leads to a topic or to a link, not to both.")
	}
}

func (c *checker) footnote(f Footnote, at *path) {
	c.id(f.ID, at.member("footnote"))
	if c.notes++; c.notes > MaxFootnotes {
		c.fail(at, "A text has at most %d footnotes.", MaxFootnotes)
	}
	if hasNote(f.Note) {
		c.fail(at.member("note"), "A footnote holds no footnotes.")
		return
	}
	c.line(f.Note, at.member("note"))
}

// plain checks a text: UTF-8 without control characters but the tab, and
// line ends where lines are kept.
func (c *checker) plain(s string, at *path, limit int, lines bool) {
	if len(s) > limit {
		c.fail(at, "The text has %d bytes; at most %d may stand here.", len(s), limit)
	}
	if !utf8.ValidString(s) {
		c.fail(at, "The text is not valid UTF-8.")
	}
	for i := range len(s) {
		if isControl(s[i]) && !(lines && s[i] == '\n') {
			c.fail(at, "There is a control character (byte %#02x) in the text.", s[i])
			return
		}
	}
}

// isControl says whether a byte is a control character that no text may hold:
// C0 without the tab, and DEL. They cannot be printed, and XML forbids most.
func isControl(c byte) bool { return c < 0x20 && c != '\t' || c == 0x7f }
