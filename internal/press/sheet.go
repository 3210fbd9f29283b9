package press

import (
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"slices"
	"strconv"
	"sync/atomic"
	"time"

	"dateline/internal/news"
)

// sheet is a page as it is kept: encoded, with the values of its headers made
// beforehand. Only its atomic fields and its place on a shelf ever change.
type sheet struct {
	key      string
	born     int64 // ledger position noted before the page's first read
	spoiled  bool  // a row named a soft tag while the page was made
	until    int64 // Unix nanoseconds; 0: for ever
	modified int64 // Unix seconds; 0: not told
	tags     []news.PageTag
	soft     []*tag
	cost     int64

	status       int
	header       []field  // what every answer carries, 304 included
	contentType  []string // nil keeps net/http from guessing one
	lastModified []string
	prints       [codings]print // by coding; those without a body are not offered
	varies       bool

	served    atomic.Int64 // Unix seconds of the last hit
	refreshAt atomic.Int64 // Unix nanoseconds before which no refresh begins
	marked    atomic.Bool  // asked for since the shelf's hand passed

	shelf        *shelf
	newer, older *sheet
}

type field struct {
	name   string
	values []string
}

// print is a sheet's body in one coding with the headers that depend on it.
type print struct {
	body     []byte
	offered  bool
	encoding []string
	length   []string
	etag     []string
}

const (
	sheetCost = 1024 // memory of a sheet beside its bodies, keys and tags, roughly
	tagCost   = 128  // memory of a tag on a sheet, roughly
)

// newSheet encodes a page and makes its headers.
func newSheet(key string, born int64, page Page) (*sheet, error) {
	s := &sheet{key: key, born: born, status: page.Status, tags: tidy(page.Tags)}
	if s.status == 0 {
		s.status = http.StatusOK
	}
	if !page.Until.IsZero() {
		s.until = page.Until.UnixNano()
	}
	if err := s.setHeader(page); err != nil {
		return nil, err
	}
	if err := s.print(page); err != nil {
		return nil, err
	}
	s.cost = s.weigh()
	return s, nil
}

func (s *sheet) setHeader(page Page) error {
	for name, values := range page.Header {
		name = http.CanonicalHeaderKey(name)
		if name == "Set-Cookie" {
			return news.Errorf(news.Internal, "", "press: a kept page must not set a cookie")
		}
		s.header = append(s.header, field{name, slices.Clip(slices.Clone(values))})
	}
	control := page.CacheControl
	if control == "" {
		control = "no-cache"
	}
	s.header = append(s.header, field{"Cache-Control", []string{control}})
	if page.ContentType != "" {
		s.contentType = []string{page.ContentType}
	}
	if !page.LastModified.IsZero() {
		s.modified = page.LastModified.Unix()
		s.lastModified = []string{page.LastModified.UTC().Format(http.TimeFormat)}
	}
	return nil
}

// print fills prints. The entity tag is the digest of the plain body and the
// coding, so that it is the same in every process.
func (s *sheet) print(page Page) error {
	bodies, err := encode(page.Body, page.ContentType)
	if err != nil {
		return news.Errorf(news.Internal, "", "press: encode %s: %w", page.ContentType, err)
	}
	sum := sha256.Sum256(page.Body)
	digest := hex.EncodeToString(sum[:12])
	for c, body := range bodies {
		if c != identity && body == nil {
			continue
		}
		pr := &s.prints[c]
		pr.body, pr.offered = body, true
		pr.length = []string{strconv.Itoa(len(body))}
		pr.etag = []string{`"` + digest + `"`}
		if c != identity {
			s.varies = true
			pr.encoding = []string{codingNames[c]}
			pr.etag = []string{`"` + digest + "-" + codingNames[c] + `"`}
		}
	}
	return nil
}

func (s *sheet) weigh() int64 {
	n := sheetCost + len(s.key)
	for _, pr := range s.prints {
		n += cap(pr.body)
	}
	for _, t := range s.tags {
		n += tagCost + len(t.Name)
	}
	for _, f := range s.header {
		for _, v := range f.values {
			n += len(f.name) + len(v)
		}
	}
	return int64(n)
}

// expired tells whether time alone has changed the page.
func (s *sheet) expired(now time.Time) bool { return s.until != 0 && now.UnixNano() >= s.until }

// stale tells whether a row named a soft tag of the page since it was begun.
func (s *sheet) stale() bool {
	if s.spoiled {
		return true
	}
	for _, t := range s.soft {
		if s.born < t.touched.Load() {
			return true
		}
	}
	return false
}

// mark notes a hit, writing only what changes: a page that everybody reads
// would otherwise pass between the processors' caches.
func (s *sheet) mark(now time.Time) {
	if !s.marked.Load() {
		s.marked.Store(true)
	}
	if sec := now.Unix(); s.served.Load() != sec {
		s.served.Store(sec)
	}
}
