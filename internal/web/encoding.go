package web

import (
	"bytes"
	"net/http"
	"strconv"
	"strings"
	"time"

	"dateline/internal/theme"
)

// encoded chooses the smallest form of a file that the client takes.
func encoded(a *theme.Asset, accept string) (body []byte, encoding string) {
	switch {
	case a.Brotli != nil && accepts(accept, "br"):
		return a.Brotli, "br"
	case a.Gzip != nil && accepts(accept, "gzip"):
		return a.Gzip, "gzip"
	}
	return a.Body, ""
}

// accepts reads an Accept-Encoding header (RFC 9110, section 12.5.3): the
// coding's own entry decides, then that of "*"; a weight of 0 refuses.
func accepts(header, coding string) bool {
	star := false
	for part := range strings.SplitSeq(header, ",") {
		name, params, _ := strings.Cut(part, ";")
		switch name = strings.TrimSpace(name); {
		case strings.EqualFold(name, coding):
			return weight(params) > 0
		case name == "*":
			star = weight(params) > 0
		}
	}
	return star
}

func weight(params string) float64 {
	_, q, found := strings.Cut(strings.ReplaceAll(params, " ", ""), "q=")
	if !found {
		return 1
	}
	w, err := strconv.ParseFloat(q, 64)
	if err != nil {
		return 0
	}
	return w
}

// serveBytes answers with bytes in memory: HEAD, ranges and conditions by
// net/http.
func serveBytes(w http.ResponseWriter, r *http.Request, body []byte) {
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(body))
}
