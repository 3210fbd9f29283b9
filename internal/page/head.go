package page

import "encoding/json"

// Head is the document's head: what browsers, search engines and other sites
// read. Addresses are absolute.
type Head struct {
	Title       string // the whole title, the publication's name included
	Description string
	Canonical   string
	NoIndex     bool // errors, previews, delisted and retracted stories
	Alternates  []Alternate
	Feeds       []Feed
	Graph       OpenGraph
	// Data holds schema.org objects as JSON-LD. Templates write them inside
	// <script type="application/ld+json">, where they are data, not script;
	// html/template refuses what is not JSON and escapes < > & in strings.
	Data []json.RawMessage
}

// Alternate is the same page in another edition (hreflang).
type Alternate struct {
	Lang string // BCP 47 tag, or "x-default"
	URL  string
}

// Feed is a feed that covers the page.
type Feed struct {
	Type  string // "application/rss+xml", "application/atom+xml", "application/feed+json"
	Title string
	URL   string
}

// OpenGraph is what a link to the page looks like elsewhere (ogp.me).
type OpenGraph struct {
	Type        string // "website", "article", "profile"
	Title       string
	Description string
	Locale      string // "en_GB", "ar", "fa_IR"
	Image       *ShareImage
	Published   string // RFC 3339, articles only
	Modified    string // RFC 3339, articles only
	Section     string
	Tags        []string
}

// ShareImage is the picture of an OpenGraph preview. Width and Height are in
// pixels.
type ShareImage struct {
	URL    string
	Width  int
	Height int
	Alt    string
}
