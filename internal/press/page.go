package press

import (
	"context"
	"net/http"
	"time"

	"dateline/internal/news"
)

// Page is what a fill returns: one rendered page and all that decides how long
// and how it is served.
type Page struct {
	Body        []byte // belongs to the Press once returned
	ContentType string // with its charset
	Status      int    // 0 stands for 200; 500 and above are sent but never kept

	// Tags name what the page shows; see news.PageTag. A page without tags
	// stays until Until or eviction.
	Tags []news.PageTag
	// Until is the next moment at which time alone changes the page; zero when
	// there is none. The page is not served from then on.
	Until time.Time

	// LastModified is when the page's own content last changed; zero sends no
	// such header. Two contents of a page must not share it beyond the second.
	LastModified time.Time
	// CacheControl is for browsers and proxies: "no-cache" when empty. An age
	// given here is not shortened by Until.
	CacheControl string
	// Header holds further headers, such as Location or Link. Set-Cookie is
	// refused: a kept page is everybody's.
	Header http.Header
}

// Fill makes a page for a key. It depends on the key alone: its page is
// sent to everybody who asks for that key, and it may run after the request
// that brought it has been answered. It stops when ctx ends.
type Fill func(ctx context.Context) (Page, error)
