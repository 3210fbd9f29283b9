package wxr

import (
	"regexp"
	"strings"

	"golang.org/x/net/html"
)

// shortcode is a command in square brackets, alone or around content:
// [gallery ids="1,2"], [caption width="300"]…[/caption].
type shortcode struct {
	name    string
	attrs   map[string]string
	plain   []string // values without a name, in order
	content string
	closed  bool // has content and an end
	end     int  // where the text goes on
}

// first returns the first attribute of some that is set.
func (s *shortcode) first(names ...string) string {
	for _, name := range names {
		if v := s.attrs[name]; v != "" {
			return v
		}
	}
	return ""
}

// value returns the first value without a name.
func (s *shortcode) value() string {
	if len(s.plain) == 0 {
		return ""
	}
	return s.plain[0]
}

const (
	maxShortcode      = 16 << 10 // bytes between the brackets
	maxShortcodeDepth = 4        // shortcodes inside the content of shortcodes
	maxShortcodeAttrs = 200
	maxClosers        = 200 // different names whose ends are looked for in one text
)

// shortcodes replaces the shortcodes in a piece of HTML. Those that it does not
// know stay as text and are noted. Brackets in attributes and in code are text.
func (c *converter) shortcodes(text string) string { return c.shortcodesAt(text, 0) }

func (c *converter) shortcodesAt(text string, depth int) string {
	if !strings.Contains(text, "[") || depth > maxShortcodeDepth {
		return text
	}
	s := shortcodeScan{c: c, text: text, depth: depth, closers: map[string]int{}}
	for _, at := range brackets(text) {
		if at >= s.done {
			s.at(at)
		}
	}
	s.out.WriteString(text[s.done:])
	return s.out.String()
}

// brackets returns where [ stands in text that is not code.
func brackets(text string) []int {
	var out []int
	z := html.NewTokenizer(strings.NewReader(text))
	offset, code := 0, 0
	for kind := z.Next(); kind != html.ErrorToken; kind = z.Next() {
		raw := z.Raw()
		switch kind {
		case html.TextToken:
			for i := 0; i < len(raw) && code == 0; i++ {
				if raw[i] == '[' {
					out = append(out, offset+i)
				}
			}
		case html.StartTagToken, html.EndTagToken:
			code = max(0, code+codeStep(raw))
		}
		offset += len(raw)
	}
	return out
}

// codeStep returns 1 for the start of an element whose text is code, -1 for
// its end.
func codeStep(raw []byte) int {
	tag := strings.ToLower(string(raw[:min(len(raw), 12)]))
	step := 1
	if strings.HasPrefix(tag, "</") {
		step, tag = -1, "<"+tag[2:]
	}
	for _, name := range []string{"<pre", "<code", "<script", "<style", "<textarea"} {
		if rest, ok := strings.CutPrefix(tag, name); ok && (rest == "" || !isNameByte(rest[0], false)) {
			return step
		}
	}
	return 0
}

// shortcodeScan walks through the brackets of a text.
type shortcodeScan struct {
	c       *converter
	text    string
	depth   int
	out     strings.Builder
	done    int            // what lies before is written
	closers map[string]int // next end of a name, or len(text)
}

// at handles the bracket at a position.
func (s *shortcodeScan) at(at int) {
	escaped := strings.HasPrefix(s.text[at:], "[[")
	start := at
	if escaped {
		start++
	}
	code, ok := s.parse(start)
	if !ok {
		return
	}
	write := shortcodeWriterOf(code.name)
	switch {
	case escaped && write != nil && strings.HasPrefix(s.text[code.end:], "]"):
		s.replace(at, code.end+1, s.text[start:code.end])
	case write != nil:
		s.replace(start, code.end, write(s.c, code, s.depth))
	case code.looksMeant():
		s.c.note(NoteShortcode, "The shortcode was kept as text.", "nobody knows ["+excerpt(code.name)+"]")
	}
}

func (s *shortcodeScan) replace(from, to int, with string) {
	s.out.WriteString(s.text[s.done:from])
	s.out.WriteString(with)
	s.done = to
}

// looksMeant tells shortcodes from words in brackets, such as [sic].
func (s *shortcode) looksMeant() bool {
	return len(s.attrs) > 0 || s.closed || strings.ContainsAny(s.name, "_-")
}

var shortcodeName = regexp.MustCompile(`^\[([A-Za-z][\w-]{0,60})(?:[\s\]/=]|$)`)

// parse reads the shortcode whose bracket stands at a position.
func (s *shortcodeScan) parse(at int) (*shortcode, bool) {
	head := s.text[at:min(len(s.text), at+maxShortcode)]
	m := shortcodeName.FindStringSubmatch(head)
	if m == nil {
		return nil, false
	}
	end := 1 + strings.IndexAny(head[1:], "[]")
	if end == 0 || head[end] == '[' {
		return nil, false
	}
	code := &shortcode{name: strings.ToLower(m[1]), end: at + end + 1}
	inside := strings.TrimPrefix(head[1+len(m[1]):end], "=")
	inside, void := strings.CutSuffix(strings.TrimSpace(inside), "/")
	code.parseAttrs(inside)
	if !void {
		s.enclose(code, m[1])
	}
	return code, true
}

// enclose finds the content of a shortcode, if its end comes before another
// one of its name begins.
func (s *shortcodeScan) enclose(code *shortcode, name string) {
	closer := s.closer(name, code.end)
	if closer == len(s.text) {
		return
	}
	content := s.text[code.end:closer]
	if i := strings.Index(content, "["+name); i >= 0 && shortcodeName.MatchString(content[i:]) {
		return
	}
	code.content, code.closed = content, true
	code.end = closer + len(name) + len("[/]")
}

// closer returns where the next end of a name stands, len(text) for nowhere.
func (s *shortcodeScan) closer(name string, from int) int {
	at, known := s.closers[name]
	if known && at >= from {
		return at
	}
	at = len(s.text)
	if len(s.closers) >= maxClosers && shortcodeWriterOf(strings.ToLower(name)) == nil {
		return at
	}
	if i := strings.Index(s.text[from:], "[/"+name+"]"); i >= 0 {
		at = from + i
	}
	s.closers[name] = at
	return at
}

// curly maps the quotes that WordPress or a word processor put where straight
// ones were meant.
var curly = strings.NewReplacer("“", `"`, "”", `"`, "″", `"`, "„", `"`, "&#8220;", `"`, "&#8221;", `"`, "&#8243;", `"`, "&quot;", `"`,
	"‘", `'`, "’", `'`, "′", `'`, "&#8216;", `'`, "&#8217;", `'`, "&#8242;", `'`, "&#039;", `'`, "\u00a0", " ", "&nbsp;", " ")

// shortcodeAttr is name="value", name='value', name=value, "value" or value.
var shortcodeAttr = regexp.MustCompile(`([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s'"]+))|"([^"]*)"|(\S+)`)

func (s *shortcode) parseAttrs(text string) {
	s.attrs = map[string]string{}
	for _, m := range shortcodeAttr.FindAllStringSubmatch(curly.Replace(text), maxShortcodeAttrs) {
		if m[1] != "" {
			s.attrs[strings.ToLower(m[1])] = html.UnescapeString(m[2] + m[3] + m[4])
			continue
		}
		s.plain = append(s.plain, html.UnescapeString(strings.Trim(m[5]+m[6], `"'`)))
	}
}
