package press

import (
	"net/http"
	"strings"
	"time"
)

// Serve answers a GET or HEAD request with the page under key, from kept bytes
// or by calling fill. When it returns an error nothing has been written: the
// error of the fill, or one of kind Unavailable when ctx ended while waiting.
// A write that fails because the reader went away is not an error. A page that
// is not there should be a Page with status 404, which is kept, not an error.
func (p *Press) Serve(w http.ResponseWriter, r *http.Request, key string, fill Fill) error {
	now := p.opt.Now()
	s := p.kept(key, now, fill)
	if s == nil {
		var err error
		if s, err = p.made(r.Context(), key, fill); err != nil {
			return err
		}
		now = p.opt.Now()
	}
	p.send(w, r, s, now)
	return nil
}

// kept finds a page that may be served now, nil when there is none. Stale pages
// are made anew behind the answer.
func (p *Press) kept(key string, now time.Time, fill Fill) *sheet {
	p.mu.RLock()
	s := p.sheets[key]
	p.mu.RUnlock()
	if s == nil || s.expired(now) {
		return nil
	}
	if s.stale() {
		if p.idle(s, now) {
			return nil
		}
		p.counts.stale.Add(1)
		p.refresh(s, now, fill)
	}
	p.counts.hits.Add(1)
	s.mark(now)
	return s
}

// idle tells whether nobody asked for a stale page so long that its old boxes
// are no longer good enough: had anybody asked, it would have been refreshed.
func (p *Press) idle(s *sheet, now time.Time) bool {
	return now.Unix()-s.served.Load() > int64(p.opt.StaleFor/time.Second)
}

// send writes the answer. It allocates nothing of its own: the header values
// are shared by all answers, each a slice without spare room, so that whoever
// appends to one copies it.
func (p *Press) send(w http.ResponseWriter, r *http.Request, s *sheet, now time.Time) {
	pr := s.choose(r.Header["Accept-Encoding"])
	h := w.Header()
	for i := range s.header {
		h[s.header[i].name] = s.header[i].values
	}
	if s.varies {
		h["Vary"] = vary(h["Vary"])
	}
	dated := s.modified != 0 && now.Unix() > s.modified
	if dated {
		h["Last-Modified"] = s.lastModified
	}
	h["Etag"] = pr.etag
	if s.status == http.StatusOK && unchanged(r.Header, pr.etag[0], s.lastModified, dated) {
		p.counts.notModified.Add(1)
		w.WriteHeader(http.StatusNotModified)
		return
	}
	h["Content-Type"] = s.contentType
	h["Content-Length"] = pr.length
	if pr.encoding != nil {
		h["Content-Encoding"] = pr.encoding
	}
	p.sendBody(w, r, s.status, pr.body)
}

func (p *Press) sendBody(w http.ResponseWriter, r *http.Request, status int, body []byte) {
	if r.Method == http.MethodHead {
		w.WriteHeader(status)
		return
	}
	if c, ok := r.Context().Value(connKey{}).(*conn); ok {
		c.announce(len(body))
	}
	w.WriteHeader(status)
	n, _ := w.Write(body)
	p.counts.sent.Add(int64(n))
}

var varyEncoding = []string{"Accept-Encoding"}

func vary(set []string) []string {
	if len(set) == 0 {
		return varyEncoding
	}
	return append(set[:len(set):len(set)], varyEncoding[0])
}

// unchanged decides If-None-Match and, only without it, If-Modified-Since (RFC
// 9110 section 13.2.2). A date counts only when it is the very date that was
// sent, and dates are sent only once their second is over (dated): within that
// second another act could still change the page under the same date.
func unchanged(h http.Header, etag string, lastModified []string, dated bool) bool {
	if tags, ok := h["If-None-Match"]; ok {
		for _, line := range tags {
			if listsTag(line, etag) {
				return true
			}
		}
		return false
	}
	since := h["If-Modified-Since"]
	return dated && len(since) == 1 && since[0] == lastModified[0]
}

// listsTag compares weakly, as If-None-Match asks for. Tags of ours hold no comma.
func listsTag(line, etag string) bool {
	for line != "" {
		var item string
		item, line, _ = strings.Cut(line, ",")
		item = strings.TrimPrefix(strings.TrimSpace(item), "W/")
		if item == etag || item == "*" {
			return true
		}
	}
	return false
}
