package apptest

import (
	"fmt"
	"html"
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"

	"dateline/internal/news"
	"dateline/internal/web"
)

// crawl asks a house for everything that it answers, and looks for words in
// what comes back.
type crawl struct {
	t         *testing.T
	from      http.Handler
	words     []string
	allowed   func(word, path string) bool
	wildcards map[string][]string
	within    string // only addresses that begin so are followed

	asked map[string]bool
	queue []string
	seen  map[string]string // word to the first path that showed it
	leaks []string
}

// maxCrawl bounds the addresses of one crawl: more of them means that links
// lead to links without end.
const maxCrawl = 20_000

// over walks every route, then every address found in the answers.
func (c *crawl) over(routes []web.Route) {
	c.asked, c.seen = map[string]bool{}, map[string]string{}
	for _, r := range routes {
		paths, err := filled(r.Pattern, c.wildcards)
		if err != nil {
			c.leaks = append(c.leaks, err.Error())
		}
		for _, p := range paths {
			if r.Method == http.MethodGet {
				c.ask(p)
				continue
			}
			c.read(p, Ask(c.t, c.from, r.Method, p, "Sec-Fetch-Site: same-origin"))
		}
	}
	for len(c.queue) > 0 && len(c.asked) < maxCrawl {
		p := c.queue[0]
		c.queue = c.queue[1:]
		c.read(p, Ask(c.t, c.from, http.MethodGet, p))
	}
	c.t.Logf("%d addresses", len(c.asked))
	if len(c.queue) > 0 {
		c.t.Errorf("%d addresses and no end: %s", len(c.asked), c.queue[0])
	}
}

// ask puts an address into the queue, once.
func (c *crawl) ask(path string) {
	if !c.asked[path] && strings.HasPrefix(path, c.within) {
		c.asked[path] = true
		c.queue = append(c.queue, path)
	}
}

// wildcard is a part of a pattern that stands for anything.
var wildcard = regexp.MustCompile(`\{([a-z]+)(\.\.\.)?\}`)

// filled returns a pattern's addresses, with its wildcards filled by every
// combination of their values.
func filled(pattern string, values map[string][]string) ([]string, error) {
	paths := []string{strings.TrimSuffix(pattern, "{$}")}
	for _, m := range wildcard.FindAllStringSubmatch(paths[0], -1) {
		if len(values[m[1]]) == 0 {
			return nil, fmt.Errorf("route %s: the crawl has nothing to put for {%s}; add it to wildcards", pattern, m[1])
		}
		var next []string
		for _, p := range paths {
			for _, v := range values[m[1]] {
				next = append(next, strings.Replace(p, m[0], (&url.URL{Path: v}).EscapedPath(), 1))
			}
		}
		paths = next
	}
	return paths, nil
}

// read looks for words in an answer, and follows what it leads to.
func (c *crawl) read(path string, a Answer) {
	if a.Status == http.StatusInternalServerError {
		c.leaks = append(c.leaks, fmt.Sprintf("%s: status %d", path, a.Status))
	}
	text := headerText(a.Header)
	if kind := a.Header.Get("Content-Type"); !strings.HasPrefix(kind, "image/") && !strings.HasPrefix(kind, "font/") {
		text += "\n" + string(a.Plain(c.t))
	}
	for _, link := range links(text) {
		c.ask(link)
	}
	c.search(path, text)
}

func headerText(h http.Header) string {
	var b strings.Builder
	for name, values := range h {
		fmt.Fprintf(&b, "%s: %s\n", name, strings.Join(values, ", "))
	}
	return b.String()
}

// address finds addresses of this site: in attributes, header fields and
// JSON, absolute or not.
var address = regexp.MustCompile(`(?:` + regexp.QuoteMeta(Site) + `|["'(<=\s,])(/[^\s"'<>(),\\]*)`)

// links lists the addresses in a text.
func links(text string) []string {
	var all []string
	for _, m := range address.FindAllStringSubmatch(html.UnescapeString(text), -1) {
		path, _, _ := strings.Cut(m[1], "#")
		if u, err := url.Parse(path); err == nil && !strings.HasPrefix(path, "//") && !slices.Contains(all, u.EscapedPath()) {
			all = append(all, u.EscapedPath())
		}
	}
	return all
}

// search notes the words in a text. An answer may repeat the address that was
// asked for.
func (c *crawl) search(path, text string) {
	text = strings.ToLower(strings.ReplaceAll(text, path, ""))
	if !strings.Contains(text, "zq") {
		return
	}
	for _, w := range c.words {
		if !strings.Contains(text, w) {
			continue
		}
		if _, known := c.seen[w]; !known {
			c.seen[w] = path
		}
		if !c.allowed(w, path) {
			c.leaks = append(c.leaks, fmt.Sprintf("%s shows %s", path, w))
		}
	}
}

// report fails the test for each leak, in order, a bounded number of them.
func (c *crawl) report() {
	c.t.Helper()
	const most = 30
	slices.Sort(c.leaks)
	for i, l := range slices.Compact(c.leaks) {
		if i == most {
			c.t.Errorf("and %d more", len(c.leaks)-most)
			return
		}
		c.t.Error(l)
	}
}

// containsID says whether an address names a thing by its id.
func containsID(path string, id news.ID) bool { return strings.Contains(path, id.String()) }
