package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"
	"unicode/utf8"

	"dateline/internal/news"
)

// Tx is one transaction. The nouns' types (Stories, Tags …) are views of it.
type Tx struct {
	tx    *sql.Tx
	store *Store
	now   news.Instant

	prepared   *statements          // of the database; nil where its driver keeps them
	own        map[string]*sql.Stmt // nil for a text that was not prepared when it was met
	unprepared []string
}

// Now is the one reading of the clock that the transaction goes by.
func (tx *Tx) Now() news.Instant { return tx.now }

// NewID makes an id for a new thing.
func (tx *Tx) NewID() news.ID { return tx.store.newID() }

var (
	// errPassed makes first leave out a row.
	errPassed = errors.New("passed over")
	// errNothing makes Act roll back without an error.
	errNothing = errors.New("nothing changed")
	// ErrStale is wrapped by every write that was conditional on a version
	// that is no longer the present one.
	ErrStale = errors.New("stale version")
)

// exec runs a statement and returns how many rows it touched.
func (tx *Tx) exec(ctx context.Context, what, query string, args ...any) (int64, error) {
	if err := storable(args); err != nil {
		return 0, fmt.Errorf("%s: %w", what, err)
	}
	res, err := tx.run(ctx, query, args)
	if err != nil {
		return 0, tx.store.wrap(err, what)
	}
	n, err := res.RowsAffected()
	if err != nil {
		return 0, tx.store.wrap(err, what)
	}
	return n, nil
}

// execOne runs a statement that must touch exactly one row; touching none
// means that the version named is no longer the present one.
func (tx *Tx) execOne(ctx context.Context, what, query string, args ...any) error {
	n, err := tx.exec(ctx, what, query, args...)
	if err != nil {
		return err
	}
	if n != 1 {
		return fmt.Errorf("%s: %w", what, &news.Error{Kind: news.Conflict, Err: ErrStale,
			Message: "Somebody else changed this in the meantime. Open it again, and bring your change into the newer version."})
	}
	return nil
}

// insert runs a statement that only adds.
func (tx *Tx) insert(ctx context.Context, what, query string, args ...any) error {
	_, err := tx.exec(ctx, what, query, args...)
	return err
}

// scanner is a row to read from.
type scanner interface{ Scan(dest ...any) error }

// answer is what a question gives back: its name for errors, and how a row of
// it is read.
type answer[T any] struct {
	what string
	scan func(scanner) (T, error)
}

// expect names an answer before its question is asked:
// expect("story", scanStory).one(ctx, tx, `SELECT …`, id).
func expect[T any](what string, scan func(scanner) (T, error)) answer[T] {
	return answer[T]{what, scan}
}

// one reads a single row; none is a NotFound error.
func (a answer[T]) one(ctx context.Context, tx *Tx, query string, args ...any) (T, error) {
	found, err := a.first(ctx, tx, 1, query, args...)
	if err == nil && len(found) == 0 {
		err = fmt.Errorf("%s: %w", a.what, &news.Error{Kind: news.NotFound, Message: "There is nothing here.", Err: sql.ErrNoRows})
	}
	if err != nil {
		var none T
		return none, err
	}
	return found[0], nil
}

// many reads all rows of a bounded query.
func (a answer[T]) many(ctx context.Context, tx *Tx, query string, args ...any) ([]T, error) {
	return a.first(ctx, tx, math.MaxInt, query, args...)
}

// first reads the first n rows of a query, without those that scan passes
// over.
func (a answer[T]) first(ctx context.Context, tx *Tx, n int, query string, args ...any) ([]T, error) {
	if err := storable(args); err != nil {
		return nil, fmt.Errorf("%s: %w", a.what, err)
	}
	rows, err := tx.query(ctx, query, args)
	if err != nil {
		return nil, tx.store.wrap(err, a.what)
	}
	defer func() { _ = rows.Close() }() // for the errors before the end
	var all []T
	for len(all) < n && rows.Next() {
		v, err := a.scan(rows)
		if errors.Is(err, errPassed) {
			continue
		}
		if err != nil {
			return nil, tx.store.wrap(err, a.what)
		}
		all = append(all, v)
	}
	if err := errors.Join(rows.Err(), rows.Close()); err != nil {
		return nil, tx.store.wrap(err, a.what)
	}
	return all, nil
}

// storable refuses text that only one of the engines would take: PostgreSQL
// holds no zero byte and nothing but valid UTF-8.
func storable(args []any) error {
	for _, a := range args {
		if s, ok := a.(string); ok && (strings.IndexByte(s, 0) >= 0 || !utf8.ValidString(s)) {
			return &news.Error{Kind: news.Invalid, Message: "The text holds a character that cannot be stored. Remove it, or paste the text again as plain text."}
		}
	}
	return nil
}

// Scanners of single columns.

func scanInt(row scanner) (int64, error) {
	var n int64
	err := row.Scan(&n)
	return n, err
}

func scanID(row scanner) (news.ID, error) {
	var id news.ID
	err := row.Scan(&id)
	return id, err
}

func scanText(row scanner) (string, error) {
	var s string
	err := row.Scan(&s)
	return s, err
}

// marks returns "$from,$from+1,…" for n arguments of an IN list.
func marks(from, n int) string {
	var b strings.Builder
	for i := range n {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteByte('$')
		b.WriteString(strconv.Itoa(from + i))
	}
	return b.String()
}

// padded repeats the last id until their number is a power of two: an IN list
// means the same, and there are ten texts of each query instead of hundreds.
func padded(ids []news.ID) []news.ID {
	n := 1
	for n < len(ids) {
		n *= 2
	}
	all := make([]news.ID, n)
	for i := range all {
		all[i] = ids[min(i, len(ids)-1)]
	}
	return all
}

// limit bounds a query by n, at most MaxListed. The number stands in the text:
// SQLite plans by the value of a LIMIT, and prepares a statement whose LIMIT is
// an argument anew each time that it is run.
func limit(n int) string { return " LIMIT " + strconv.Itoa(min(n, MaxListed)) }

// idArgs appends ids to a statement's arguments.
func idArgs(args []any, ids []news.ID) []any {
	for _, id := range ids {
		args = append(args, int64(id))
	}
	return args
}

// encode writes a value as the JSON of a TEXT column.
func encode(v any) (string, error) {
	b, err := json.Marshal(v)
	if err != nil {
		return "", fmt.Errorf("encode column: %w", err)
	}
	return string(b), nil
}

// decode reads the JSON of a TEXT column; "" leaves v as it is.
func decode(s string, v any) error {
	if s == "" {
		return nil
	}
	if err := json.Unmarshal([]byte(s), v); err != nil {
		return fmt.Errorf("decode column: %w", err)
	}
	return nil
}

// wrap gives a driver's error its context and, where the engine knows it, a
// kind and a plain sentence.
func (s *Store) wrap(err error, what string) error {
	if errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return fmt.Errorf("%s: %w", what, err)
	}
	kind, known := s.engine.kind(err)
	if !known {
		return fmt.Errorf("%s: %w", what, err)
	}
	return fmt.Errorf("%s: %w", what, &news.Error{Kind: kind, Message: kindSentences[kind], Err: err})
}

var kindSentences = map[news.Kind]string{
	news.Conflict:    "There is already something of this name or address. Choose another.",
	news.Unavailable: "The database is busy or away, or its disk is full. Nothing was changed; try again in a moment, and tell whoever runs this machine if it goes on.",
	news.Invalid:     "This refers to something that is not there, or is there no longer. Choose another.",
}
