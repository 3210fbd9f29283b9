// Package crawl walks a site from page to page as a reader with unending
// patience would, keeps every page, and reports every address that does not
// lead anywhere: pages, pictures, styles, scripts and places within a page.
//
// Start reading at Site. It follows what HTML links to and runs no scripts.
package crawl

import (
	"context"
	"fmt"
	"io"
	"mime"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"
)

// The limits of a crawl.
const (
	MaxAddresses = 20_000 // asked for in one crawl
	maxBody      = 16 << 20
	maxRedirects = 5
	perRequest   = 30 * time.Second
)

// Page is an HTML page that was found.
type Page struct {
	Address string // where it was answered, after redirects
	Status  int
	HTML    []byte
}

// Fault is an address that leads nowhere.
type Fault struct {
	Address string
	On      string // the page that names it; empty for where the crawl began
	Why     string
}

func (f Fault) String() string { return fmt.Sprintf("%s (on %s): %s", f.Address, f.On, f.Why) }

// Result is what a crawl found, in the order in which it found it.
type Result struct {
	Pages  []Page
	Faults []Fault
	Asked  int // addresses asked for
}

// Site crawls everything on the host of base that can be reached from the
// paths given.
func Site(ctx context.Context, base string, paths ...string) (*Result, error) {
	root, err := url.Parse(base)
	if err != nil {
		return nil, fmt.Errorf("crawl: %w", err)
	}
	c := &crawl{root: root, client: client(), seen: map[string]bool{}, anchors: map[string]map[string]bool{}, moved: map[string]string{}}
	for _, path := range paths {
		c.enqueue(root.JoinPath(path), "")
	}
	for len(c.queue) > 0 {
		if len(c.seen) > MaxAddresses {
			return nil, fmt.Errorf("crawl: more than %d addresses: the site has no end", MaxAddresses)
		}
		next := c.queue[0]
		c.queue = c.queue[1:]
		if err := c.ask(ctx, next); err != nil {
			return nil, err
		}
	}
	c.checkFragments()
	c.result.Asked = len(c.seen)
	return &c.result, nil
}

// crawl is a walk under way.
type crawl struct {
	root      *url.URL
	client    *http.Client
	queue     []errand
	seen      map[string]bool            // addresses ever queued
	anchors   map[string]map[string]bool // ids on each page
	moved     map[string]string          // where an address was answered
	fragments []fragment                 // places within pages, checked at the end
	result    Result
}

// errand is an address still to be asked for, and the page that named it.
type errand struct{ address, on string }

// fragment is a link to a place within a page.
type fragment struct{ address, id, on string }

// enqueue notes an address of this site, once.
func (c *crawl) enqueue(u *url.URL, on string) {
	if u.Host != c.root.Host || u.Scheme != c.root.Scheme {
		return
	}
	page := *u
	page.Fragment, page.RawFragment = "", ""
	address := page.String()
	if u.Fragment != "" {
		c.fragments = append(c.fragments, fragment{address, u.Fragment, on})
	}
	if !c.seen[address] {
		c.seen[address] = true
		c.queue = append(c.queue, errand{address, on})
	}
}

// ask asks for an address and notes what came. Only the end of the context
// ends the crawl; anything else is a fault of the site.
func (c *crawl) ask(ctx context.Context, e errand) error {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, e.address, nil)
	if err != nil {
		c.fault(e, err.Error())
		return nil
	}
	request.Header.Set("Accept", "text/html,*/*;q=0.8")
	response, err := c.client.Do(request)
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if err != nil {
		c.fault(e, err.Error())
		return nil
	}
	defer response.Body.Close()
	body, err := io.ReadAll(io.LimitReader(response.Body, maxBody+1))
	switch {
	case err != nil:
		c.fault(e, err.Error())
	case len(body) > maxBody:
		c.fault(e, fmt.Sprintf("more than %d bytes", maxBody))
	default:
		c.take(e, response, body)
	}
	return nil
}

// take judges an answer and, when it is a page, reads its links. A page that
// is gone on purpose (410) says so and is no fault.
func (c *crawl) take(e errand, response *http.Response, body []byte) {
	if response.StatusCode != http.StatusOK && response.StatusCode != http.StatusGone {
		c.fault(e, response.Status)
	}
	at := response.Request.URL
	c.moved[e.address] = at.String()
	if at.Host != c.root.Host || !isHTML(response.Header.Get("Content-Type")) {
		return
	}
	if c.anchors[at.String()] != nil {
		return // another address of a page that is here already
	}
	found, err := read(at, body)
	if err != nil {
		c.fault(e, err.Error())
		return
	}
	c.anchors[at.String()] = found.ids
	c.result.Pages = append(c.result.Pages, Page{Address: at.String(), Status: response.StatusCode, HTML: body})
	for _, link := range found.links {
		c.enqueue(link, at.String())
	}
	for _, bad := range found.unreadable {
		c.fault(errand{bad, at.String()}, "not an address")
	}
}

// checkFragments reports links to places that are not on the page they name.
func (c *crawl) checkFragments() {
	var done []fragment
	for _, f := range c.fragments {
		ids := c.anchors[c.moved[f.address]]
		if ids == nil || ids[f.id] || f.id == "top" || strings.HasPrefix(f.id, ":~:") || slices.Contains(done, f) {
			continue
		}
		done = append(done, f)
		c.fault(errand{f.address + "#" + f.id, f.on}, "no such place on the page")
	}
}

func (c *crawl) fault(e errand, why string) {
	c.result.Faults = append(c.result.Faults, Fault{Address: e.address, On: e.on, Why: why})
}

// client follows a few redirects, and keeps no cookies.
func client() *http.Client {
	return &http.Client{
		Timeout: perRequest,
		CheckRedirect: func(_ *http.Request, via []*http.Request) error {
			if len(via) >= maxRedirects {
				return fmt.Errorf("more than %d redirects", maxRedirects)
			}
			return nil
		},
	}
}

func isHTML(contentType string) bool {
	kind, _, err := mime.ParseMediaType(contentType)
	return err == nil && (kind == "text/html" || kind == "application/xhtml+xml")
}
