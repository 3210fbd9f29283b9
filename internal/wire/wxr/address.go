package wxr

import (
	"net/url"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"dateline/internal/news"
)

// Address brings an address of the old site, absolute or not, into the form in
// which redirects are kept and looked up, [news.FormerAddress]. It reports false when that is no address, or
// the root of the site.
func Address(raw string) (string, bool) {
	raw = strings.TrimSpace(raw)
	u, err := url.Parse(raw)
	if err != nil || u.Opaque != "" || u.Scheme != "" && u.Scheme != "http" && u.Scheme != "https" || len(raw) > maxAddress {
		return "", false
	}
	if !utf8.ValidString(u.Path) || strings.ContainsAny(u.Path, "\x00\r\n") {
		return "", false
	}
	address := news.FormerAddress(u.Path, u.Query())
	return address, address != "/"
}

const maxAddress = 2048 // bytes of an address

// Addresses lists where an item could be found on the old site, in the form of
// [Address]: its link, its guid if that is an address of the item, the
// short addresses that WordPress answers for its id, and the link with each
// slug that the item had before. Base is the old site's address
// ([Channel.BlogURL]), whose path the short addresses begin with.
func (it *Item) Addresses(base string) []string {
	var out []string
	add := func(raw string) {
		if a, ok := Address(raw); ok && !slices.Contains(out, a) {
			out = append(out, a)
		}
	}
	add(it.Link)
	if it.GUIDIsLink || strings.Contains(it.GUID, "?") {
		add(it.GUID)
	}
	root := "/"
	if u, err := url.Parse(base); err == nil {
		root = strings.TrimRight(u.Path, "/") + "/"
	}
	for _, query := range it.shortQueries() {
		add(root + query)
	}
	for _, m := range it.Meta {
		if m.Key == "_wp_old_slug" {
			add(withLastSegment(it.Link, slug(m.Value)))
		}
	}
	return out
}

// shortQueries are the addresses that WordPress answers for the item's id.
func (it *Item) shortQueries() []string {
	if it.ID == 0 {
		return nil
	}
	id := strconv.FormatInt(it.ID, 10)
	switch it.Type {
	case "post":
		return []string{"?p=" + id}
	case "page":
		return []string{"?page_id=" + id, "?p=" + id}
	case "attachment":
		return []string{"?attachment_id=" + id, "?p=" + id}
	case "nav_menu_item", "wp_block":
		return nil
	}
	return []string{"?post_type=" + url.QueryEscape(it.Type) + "&p=" + id, "?p=" + id}
}

// withLastSegment replaces the last part of a link's path.
func withLastSegment(link, slug string) string {
	u, err := url.Parse(strings.TrimSpace(link))
	path := ""
	if err == nil {
		path = strings.TrimRight(u.Path, "/")
	}
	i := strings.LastIndexByte(path, '/')
	if i < 0 || slug == "" {
		return ""
	}
	return (&url.URL{Path: path[:i+1] + slug}).String()
}
