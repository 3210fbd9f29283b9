package press

import (
	"bytes"
	"io"
	"strings"
	"sync"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/gzip"
)

// The content codings (RFC 9110 section 8.4.1), the preferred one last.
const (
	identity = iota
	gzipped
	brotlied
	codings
)

var codingNames = [codings]string{"identity", "gzip", "br"}

// minEncoded is the size in bytes below which a body is kept as it is: it would
// fit into one packet anyway.
const minEncoded = 1024

// maxBrotlied is the size in bytes above which a body (a large sitemap or feed)
// is offered with gzip only: brotli would take a processor for 50 ms and more.
const maxBrotlied = 1 << 20

// The levels are measured (BenchmarkEncode) on the front page in English (28 kB)
// and Arabic (25 kB): gzip 6 gives 7.7 and 6.9 kB in 0.09 ms; brotli 4, 5, 6
// give 7.5, 7.1, 7.1 and 6.9, 6.3, 6.3 kB in 0.45, 0.6, 0.6 ms. Level 4 of the
// library's second writer is as small as 5 of the first in a third of the time.
// zstd gives 8.1 and 7.3 kB in 0.07 ms, more bytes than gzip: it is not offered,
// for whatever reads zstd reads brotli too.
const (
	gzipLevel   = 6
	brotliLevel = 4
)

var (
	gzipWriters   = sync.Pool{New: func() any { w, _ := gzip.NewWriterLevel(nil, gzipLevel); return w }}
	brotliWriters = sync.Pool{New: func() any { return brotli.NewWriterV2(nil, brotliLevel) }}
)

// encoder is what the writers of both codings have in common.
type encoder interface {
	Reset(w io.Writer)
	Write([]byte) (int, error)
	Close() error
}

// encode returns a body in every coding that makes it smaller.
func encode(body []byte, contentType string) (bodies [codings][]byte, err error) {
	bodies[identity] = body
	if len(body) < minEncoded || !compressible(contentType) {
		return bodies, nil
	}
	if bodies[gzipped], err = squeeze(body, &gzipWriters); err != nil {
		return bodies, err
	}
	if len(body) <= maxBrotlied {
		bodies[brotlied], err = squeeze(body, &brotliWriters)
	}
	return bodies, err
}

func squeeze(body []byte, pool *sync.Pool) ([]byte, error) {
	var out bytes.Buffer
	out.Grow(len(body) / 3)
	w := pool.Get().(encoder)
	defer pool.Put(w)
	w.Reset(&out)
	if _, err := w.Write(body); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	if out.Len() >= len(body) {
		return nil, nil
	}
	return bytes.Clone(out.Bytes()), nil
}

// compressible tells whether a media type is text: pictures and archives are
// compressed already.
func compressible(contentType string) bool {
	media, _, _ := strings.Cut(contentType, ";")
	media = strings.ToLower(strings.TrimSpace(media))
	return strings.HasPrefix(media, "text/") ||
		strings.HasSuffix(media, "json") || strings.HasSuffix(media, "xml") ||
		media == "application/javascript"
}
