package storetest

import (
	"errors"
	"reflect"
	"testing"

	"dateline/internal/news"
	"dateline/internal/store"
)

// bench is what each case works on: a fresh database and a clock of its own.
type bench struct {
	*testing.T
	store   *store.Store
	options store.Options
	clock   *Clock
}

func newBench(t *testing.T, fresh Fresh) *bench {
	t.Helper()
	b := &bench{T: t, clock: NewClock(), options: fresh(t)}
	b.options.Now = b.clock.Now
	b.store = Open(t, b.options)
	return b
}

// write runs fn in a transaction, which must succeed.
func (b *bench) write(fn func(tx *store.Tx) error) {
	b.Helper()
	if err := b.store.Write(b.Context(), fn); err != nil {
		b.Fatalf("write: %v", err)
	}
}

// refused runs fn in a transaction, which must fail with a kind of error.
func (b *bench) refused(what string, want news.Kind, fn func(tx *store.Tx) error) {
	b.Helper()
	b.isKind(what, b.store.Write(b.Context(), fn), want)
}

// stale runs fn in a transaction, which must fail since a version has passed.
func (b *bench) stale(what string, fn func(tx *store.Tx) error) {
	b.Helper()
	err := b.store.Write(b.Context(), fn)
	b.isKind(what, err, news.Conflict)
	if !errors.Is(err, store.ErrStale) {
		b.Errorf("%s: %v is not ErrStale", what, err)
	}
}

func (b *bench) isKind(what string, err error, want news.Kind) {
	b.Helper()
	if err == nil {
		b.Errorf("%s: no error, want one of kind %q", what, want)
	} else if got := news.KindOf(err); got != want {
		b.Errorf("%s: error of kind %q, want %q: %v", what, got, want, err)
	}
}

// act performs an act of one row, which must succeed.
func (b *bench) act(row news.LedgerRow) news.LedgerRow {
	b.Helper()
	row, err := b.store.Act(b.Context(), func(*store.Tx) (news.LedgerRow, error) { return row, nil })
	if err != nil {
		b.Fatalf("act: %v", err)
	}
	return row
}

// ask returns fn's answer, which must come.
func ask[T any](b *bench, fn func(tx *store.Tx) (T, error)) T {
	b.Helper()
	var v T
	if err := b.store.Read(b.Context(), func(tx *store.Tx) (err error) {
		v, err = fn(tx)
		return err
	}); err != nil {
		b.Fatalf("read: %v", err)
	}
	return v
}

// lacks asks a question that has no answer: NotFound.
func lacks[T any](b *bench, what string, fn func(tx *store.Tx) (T, error)) {
	b.Helper()
	b.isKind(what, b.store.Read(b.Context(), func(tx *store.Tx) error {
		_, err := fn(tx)
		return err
	}), news.NotFound)
}

// equal compares deeply; nil and empty slices are the same.
func equal[T any](b *bench, what string, got, want T) {
	b.Helper()
	g, w := reflect.ValueOf(got), reflect.ValueOf(want)
	if g.Kind() == reflect.Slice && g.Len() == 0 && w.Len() == 0 {
		return
	}
	if !reflect.DeepEqual(got, want) {
		b.Errorf("%s:\n got %+v\nwant %+v", what, got, want)
	}
}

// ids lists the ids of things.
func ids[T any](things []T, id func(T) news.ID) []news.ID {
	all := make([]news.ID, 0, len(things))
	for _, t := range things {
		all = append(all, id(t))
	}
	return all
}

func pieceID(p news.Piece) news.ID { return p.ID }
