package wxr

import (
	"encoding/json"
	"strconv"
	"strings"
)

// block is a block of the block editor, which stands in comments around HTML:
// <!-- wp:image {"id":7} --><figure>…</figure><!-- /wp:image -->
type block struct {
	name   string // without the prefix core/
	attrs  map[string]json.RawMessage
	pieces []piece
}

// piece is a stretch of HTML or an inner block.
type piece struct {
	html  string
	inner *block
}

func itoa(n int64) string { return strconv.FormatInt(n, 10) }

// text returns an attribute that is a string.
func (b *block) text(key string) string {
	var s string
	if json.Unmarshal(b.attrs[key], &s) != nil {
		return ""
	}
	return s
}

// number returns an attribute that is a whole number, with or without quotes.
func (b *block) number(key string) int64 {
	return wholeNumber(strings.Trim(string(b.attrs[key]), `"`))
}

// numbers returns an attribute that is a list of ids.
func (b *block) numbers(key string) []int64 {
	return ids(strings.NewReplacer("[", "", "]", "", `"`, "").Replace(string(b.attrs[key])))
}

// own returns the HTML of a block without that of inner blocks.
func (b *block) own() string {
	var out strings.Builder
	for _, p := range b.pieces {
		out.WriteString(p.html)
	}
	return out.String()
}

// flat writes all HTML of a block, inner blocks' too, as it stands.
func (b *block) flat(out *strings.Builder) {
	for _, p := range b.pieces {
		out.WriteString(p.html)
		if p.inner != nil {
			p.inner.flat(out)
		}
	}
}

// maxBlockDepth is how deep blocks may nest; deeper ones count as HTML of the
// block around them.
const maxBlockDepth = 64

// parseBlocks reads blocks into a tree whose root is no block itself.
func (c *converter) parseBlocks(content string) *block {
	p := &blockParser{open: []*block{{}}}
	for content != "" {
		at := strings.Index(content, "<!--")
		if at < 0 {
			break
		}
		size := strings.Index(content[at+len("<!--"):], "-->")
		if size < 0 {
			break
		}
		size += len("<!---->")
		p.html(content[:at])
		if !p.comment(content[at : at+size]) {
			p.html(content[at : at+size])
		}
		content = content[at+size:]
	}
	p.html(content)
	if p.faults > 0 || len(p.open) > 1 {
		c.note(NoteBlock, "The blocks were read as far as they fit together.", "a block does not end or does not begin")
	}
	return p.open[0]
}

type blockParser struct {
	open   []*block // the root and the blocks that have not ended
	over   int      // blocks that began too deep
	faults int
}

func (p *blockParser) top() *block { return p.open[len(p.open)-1] }

func (p *blockParser) html(s string) {
	if s != "" {
		p.top().pieces = append(p.top().pieces, piece{html: s})
	}
}

// comment reads a comment that begins or ends a block. It reports false for
// any other comment.
func (p *blockParser) comment(s string) bool {
	s = strings.TrimSpace(s[len("<!--") : len(s)-len("-->")])
	if name, ok := strings.CutPrefix(s, "/wp:"); ok {
		p.end(blockName(name))
		return true
	}
	s, ok := strings.CutPrefix(s, "wp:")
	if !ok {
		return false
	}
	s, void := strings.CutSuffix(s, "/")
	name, attrs, _ := strings.Cut(strings.TrimSpace(s), " ")
	b := &block{name: blockName(name)}
	if attrs = strings.TrimSpace(attrs); attrs != "" {
		if json.Unmarshal([]byte(attrs), &b.attrs) != nil {
			p.faults++
		}
	}
	p.begin(b, void)
	return true
}

func (p *blockParser) begin(b *block, void bool) {
	if len(p.open) > maxBlockDepth {
		if !void {
			p.over++
		}
		return
	}
	p.top().pieces = append(p.top().pieces, piece{inner: b})
	if !void {
		p.open = append(p.open, b)
	}
}

// end ends the innermost open block of a name, and those inside it.
func (p *blockParser) end(name string) {
	if p.over > 0 {
		p.over--
		return
	}
	for i := len(p.open) - 1; i > 0; i-- {
		if p.open[i].name == name {
			p.faults += len(p.open) - 1 - i
			p.open = p.open[:i]
			return
		}
	}
	p.faults++
}

func blockName(name string) string {
	return strings.TrimPrefix(strings.TrimSpace(strings.ToLower(name)), "core/")
}
