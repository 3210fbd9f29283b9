package makeup

import (
	"context"
	"embed"
	"fmt"
	"io/fs"
	"strings"
	"time"

	"dateline/internal/locale"
	"dateline/internal/news"
	"dateline/internal/page"
	"dateline/internal/store"
)

//go:embed words/*.json
var wordFiles embed.FS

// Makeup makes up pages from a store.
type Makeup struct {
	store *store.Store
	base  string
	words *locale.Words
}

// New returns a Makeup. base is the site's own address without a slash at its
// end, "https://courier.example", for what must be absolute.
func New(s *store.Store, base string) (*Makeup, error) {
	dir, err := fs.Sub(wordFiles, "words")
	if err != nil {
		return nil, fmt.Errorf("words of makeup: %w", err)
	}
	words, err := locale.LoadWords(dir)
	if err != nil {
		return nil, fmt.Errorf("words of makeup: %w", err)
	}
	return &Makeup{store: s, base: strings.TrimRight(base, "/"), words: words}, nil
}

// Made is a page that is ready to be rendered, with all that decides how long
// it holds.
type Made struct {
	Page     page.Page
	Status   int // 200, 404, 410, 451
	Tags     []news.PageTag
	Until    time.Time // time alone changes the page then; zero for never
	Modified time.Time // when its own content last changed
	// Moved, when set, is the path to which the reader is sent instead.
	Moved string
}

// making is one page in the making.
type making struct {
	m        *Makeup
	tx       *store.Tx
	edition  news.Edition
	editions []news.Edition
	sections []news.Section
	locale   *locale.Locale
	words    *locale.Phrases
	made     Made
	shown    map[news.ID]bool // stories that stand on the page already
}

// make reads a page in one transaction. A page of an edition that does not
// exist is NotFound.
func (m *Makeup) make(ctx context.Context, edition string, fn func(k *making) error) (Made, error) {
	var made Made
	err := m.store.Read(ctx, func(tx *store.Tx) error {
		k, err := m.begin(ctx, tx, edition)
		if err != nil {
			return err
		}
		if err := k.timing(ctx); err != nil {
			return err
		}
		k.soft(news.TagShell(k.edition.ID))
		if err := fn(k); err != nil {
			return err
		}
		made = k.made
		return nil
	})
	if err != nil {
		return Made{}, fmt.Errorf("make up page: %w", err)
	}
	if made.Status == 0 {
		made.Status = 200
	}
	return made, nil
}

func (m *Makeup) begin(ctx context.Context, tx *store.Tx, edition string) (*making, error) {
	k := &making{m: m, tx: tx, shown: map[news.ID]bool{}}
	var err error
	if k.editions, err = tx.Editions().All(ctx); err != nil {
		return nil, err
	}
	for _, e := range k.editions {
		if e.Name == edition {
			k.edition = e
		}
	}
	if k.edition.ID == 0 {
		return nil, news.Errorf(news.NotFound, "edition", "There is no edition of this name.")
	}
	if k.sections, err = tx.Sections().Of(ctx, k.edition.ID); err != nil {
		return nil, err
	}
	if k.locale, err = locale.ForEdition(k.edition); err != nil {
		return nil, err
	}
	k.words = m.words.For(k.locale)
	return k, nil
}

// timing notes when time alone changes what a page shows. Pages name what
// stands in other editions, so their embargoes count as well.
func (k *making) timing(ctx context.Context) error {
	for _, e := range k.editions {
		next, err := k.tx.Public().NextVisible(ctx, e.ID)
		if err != nil {
			return err
		}
		k.until(next)
	}
	next, err := k.tx.Lists().NextEnd(ctx, k.edition.ID)
	k.until(next)
	return err
}

// until shortens the page's life to a moment; no moment does nothing.
func (k *making) until(at news.Instant) {
	if at.IsZero() {
		return
	}
	if t := at.Time(); k.made.Until.IsZero() || t.Before(k.made.Until) {
		k.made.Until = t
	}
}

// hard and soft note what the page shows: see news.PageTag.
func (k *making) hard(tags ...string) {
	for _, t := range tags {
		k.made.Tags = append(k.made.Tags, news.PageTag{Name: t})
	}
}

func (k *making) soft(tags ...string) {
	for _, t := range tags {
		k.made.Tags = append(k.made.Tags, news.PageTag{Name: t, Soft: true})
	}
}

// modified moves the page's own last change forward.
func (k *making) modified(at news.Instant) {
	if t := at.Time(); t.After(k.made.Modified) {
		k.made.Modified = t
	}
}

// section finds a section of the edition.
func (k *making) section(id news.ID) (news.Section, bool) {
	for _, s := range k.sections {
		if s.ID == id {
			return s, true
		}
	}
	return news.Section{}, false
}

// fresh leaves out of pieces what stands on the page already, notes the rest
// as standing there, and keeps at most n.
func (k *making) fresh(pieces []news.Piece, n int) []news.Piece {
	var kept []news.Piece
	for _, p := range pieces {
		if len(kept) < n && !k.shown[p.ID] {
			k.shown[p.ID] = true
			kept = append(kept, p)
		}
	}
	return kept
}
