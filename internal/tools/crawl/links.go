package crawl

import (
	"bytes"
	"fmt"
	"net/url"
	"strings"

	"golang.org/x/net/html"
)

// links is what a page leads to.
type links struct {
	links      []*url.URL
	unreadable []string        // what stands where an address should
	ids        map[string]bool // places on the page that a link can name
}

// addressAttributes are the attributes that hold an address, by element; "*"
// is any element.
var addressAttributes = map[string][]string{
	"a": {"href"}, "area": {"href"}, "link": {"href"},
	"img": {"src"}, "script": {"src"}, "source": {"src"}, "iframe": {"src"},
	"video": {"src", "poster"}, "audio": {"src"}, "track": {"src"}, "embed": {"src"},
	"object": {"data"}, "use": {"href"}, "image": {"href"},
}

// setAttributes hold several addresses, as srcset does.
var setAttributes = map[string]string{"img": "srcset", "source": "srcset", "link": "imagesrcset"}

// skippedRelations of link elements name no address to fetch: a preconnect is
// a host, and a template is not an address yet.
var skippedRelations = map[string]bool{"preconnect": true, "dns-prefetch": true}

// addressMeta are the properties of meta elements whose content is an address.
var addressMeta = map[string]bool{"og:image": true, "og:url": true, "twitter:image": true, "og:video": true, "og:audio": true}

// read finds the links and the places of a page.
func read(at *url.URL, text []byte) (*links, error) {
	root, err := html.Parse(bytes.NewReader(text))
	if err != nil {
		return nil, fmt.Errorf("parse: %w", err)
	}
	found := &links{ids: map[string]bool{}}
	base := at
	for n := range root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		found.note(n)
		if n.Data == "base" && attribute(n, "href") != "" {
			if u, err := at.Parse(attribute(n, "href")); err == nil {
				base = u
			}
			continue
		}
		for _, address := range addresses(n) {
			found.add(base, address)
		}
	}
	return found, nil
}

// note keeps an element's name as a place.
func (l *links) note(n *html.Node) {
	if id := attribute(n, "id"); id != "" {
		l.ids[id] = true
	}
	if name := attribute(n, "name"); n.Data == "a" && name != "" {
		l.ids[name] = true
	}
}

// add keeps an address that can be asked for.
func (l *links) add(base *url.URL, address string) {
	address = strings.TrimSpace(address)
	u, err := base.Parse(address)
	switch {
	case err != nil:
		l.unreadable = append(l.unreadable, address)
	case u.Scheme == "http" || u.Scheme == "https":
		l.links = append(l.links, u)
	}
}

// addresses returns every address that an element names.
func addresses(n *html.Node) []string {
	if n.Data == "link" && skippedRelations[attribute(n, "rel")] {
		return nil
	}
	if n.Data == "meta" {
		if addressMeta[attribute(n, "property")] || addressMeta[attribute(n, "name")] {
			return []string{attribute(n, "content")}
		}
		return nil
	}
	var found []string
	for _, key := range addressAttributes[n.Data] {
		if value, there := lookup(n, key); there {
			found = append(found, value)
		}
	}
	for candidate := range strings.SplitSeq(attribute(n, setAttributes[n.Data]), ",") {
		if fields := strings.Fields(candidate); len(fields) > 0 {
			found = append(found, fields[0])
		}
	}
	return found
}

func attribute(n *html.Node, key string) string {
	value, _ := lookup(n, key)
	return value
}

func lookup(n *html.Node, key string) (value string, there bool) {
	for _, a := range n.Attr {
		if key != "" && a.Key == key {
			return a.Val, true
		}
	}
	return "", false
}
