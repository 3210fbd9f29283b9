package locale

import (
	"sync"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
)

// MaxSortText bounds the bytes of a text that SortKey looks at: names and
// headlines differ long before.
const MaxSortText = 512

// collators hands out collators: one must not be used by two goroutines at
// once, and making one is dear.
type collators struct{ pool sync.Pool }

// collating is a collator with the buffer for its keys.
type collating struct {
	c   *collate.Collator
	buf collate.Buffer
}

func newCollators(t language.Tag) *collators {
	return &collators{pool: sync.Pool{New: func() any { return &collating{c: collate.New(t)} }}}
}

// SortKey returns bytes whose order is the order of texts in this language
// (Unicode Collation Algorithm with the language's CLDR tailoring). Compare
// only keys made by the same language; they may change with a new version of
// the tables and are not for storage.
func (l *Locale) SortKey(s string) []byte {
	c := l.collators.pool.Get().(*collating)
	defer l.collators.pool.Put(c)
	c.buf.Reset()
	key := c.c.KeyFromString(&c.buf, cut(s, MaxSortText))
	return append([]byte(nil), key...)
}
