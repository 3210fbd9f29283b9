package theme

import (
	"bytes"
	"fmt"
	"path"
	"regexp"
)

// cssURL finds the addresses of a stylesheet: url(fonts/x.woff2), quoted or
// not.
var cssURL = regexp.MustCompile(`url\(\s*["']?([^"')\s]+)["']?\s*\)`)

// joinStyles joins the styles in the manifest's order, writes the addresses
// of assets into them and takes out what only people need.
func joinStyles(l layers, styles []string, assets map[string]*Asset) ([]byte, error) {
	var all bytes.Buffer
	for _, name := range styles {
		body, shown, err := l.read(name)
		if err != nil {
			return nil, fmt.Errorf("theme.json: style %w", err)
		}
		body, err = linkAssets(body, assets)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", shown, err)
		}
		all.Write(body)
		all.WriteByte('\n')
	}
	return minify(all.Bytes()), nil
}

// linkAssets replaces file names in url() by the assets' addresses. A style
// may name its theme's own files only: nothing is loaded from elsewhere.
func linkAssets(css []byte, assets map[string]*Asset) ([]byte, error) {
	var missing error
	out := cssURL.ReplaceAllFunc(css, func(found []byte) []byte {
		name := path.Clean(string(cssURL.FindSubmatch(found)[1]))
		a, ok := assets[name]
		if !ok {
			missing = fmt.Errorf("url(%s) is not a file of the theme's fonts, script or img folder", name)
			return found
		}
		return []byte("url(" + a.URL + ")")
	})
	return out, missing
}

// minify takes comments and needless white space out of a stylesheet. It
// keeps strings, and every space that may mean something.
func minify(css []byte) []byte {
	m := minifier{in: css, out: make([]byte, 0, len(css))}
	for m.pos < len(m.in) {
		m.step()
	}
	return bytes.TrimSpace(m.out)
}

type minifier struct {
	in    []byte
	out   []byte
	pos   int
	space bool // white space was read and not yet written
}

func (m *minifier) step() {
	c := m.in[m.pos]
	switch {
	case bytes.HasPrefix(m.in[m.pos:], []byte("/*")):
		m.skipComment()
	case c == ' ' || c == '\n' || c == '\t' || c == '\r':
		m.space = true
		m.pos++
	case c == '"' || c == '\'':
		m.flush(c)
		m.copyString(c)
	default:
		m.flush(c)
		m.write(c)
		m.pos++
	}
}

func (m *minifier) skipComment() {
	m.space = true
	end := bytes.Index(m.in[m.pos+2:], []byte("*/"))
	if end < 0 {
		m.pos = len(m.in)
		return
	}
	m.pos += 2 + end + 2
}

// flush writes the space that stood before next, unless one of its
// neighbours separates anyway.
func (m *minifier) flush(next byte) {
	if m.space && len(m.out) > 0 && !separates(m.out[len(m.out)-1]) && !separates(next) {
		m.out = append(m.out, ' ')
	}
	m.space = false
}

func separates(c byte) bool { return c == '{' || c == '}' || c == ';' || c == ',' }

// write copies a byte, and drops the semicolon before a closing brace.
func (m *minifier) write(c byte) {
	if last := len(m.out) - 1; c == '}' && last >= 0 && m.out[last] == ';' {
		m.out = m.out[:last]
	}
	m.out = append(m.out, c)
}

func (m *minifier) copyString(quote byte) {
	m.out = append(m.out, quote)
	for m.pos++; m.pos < len(m.in); m.pos++ {
		c := m.in[m.pos]
		m.out = append(m.out, c)
		if c == '\\' && m.pos+1 < len(m.in) {
			m.pos++
			m.out = append(m.out, m.in[m.pos])
			continue
		}
		if c == quote {
			m.pos++
			return
		}
	}
}
