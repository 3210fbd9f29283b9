package store

import (
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"dateline/internal/news"
)

// openHere opens an empty SQLite store for tests that reach inside.
func openHere(t *testing.T) *Store {
	t.Helper()
	s, err := Open(t.Context(), Options{Dir: t.TempDir()})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

// TestFullDisk fills the disk (SQLite's own limit of pages stands in for it)
// until an act is refused. What was answered is kept, the refused act leaves
// nothing, and with room again work goes on.
func TestFullDisk(t *testing.T) {
	s := openHere(t)
	limit := func(pages int) {
		if _, err := s.writer.ExecContext(t.Context(), "PRAGMA max_page_count = "+strconv.Itoa(pages)); err != nil {
			t.Fatal(err)
		}
	}
	act := func(name string) error {
		_, err := s.Act(t.Context(), func(tx *Tx) (news.LedgerRow, error) {
			return news.LedgerRow{Act: news.ActFix, Subject: name}, tx.Settings().Keep(t.Context(), name, strings.Repeat("x", 100_000), 0)
		})
		return err
	}
	limit(400)
	var answered []string
	var err error
	for i := 0; err == nil && i < 100; i++ {
		name := strings.Repeat("n", i+1)
		if err = act(name); err == nil {
			answered = append(answered, name)
		}
	}
	e, known := errors.AsType[*news.Error](err)
	if !known || e.Kind != news.Unavailable || !strings.Contains(e.Message, "disk is full") || len(answered) == 0 {
		t.Fatalf("after %d acts the full disk is reported as %v", len(answered), err)
	}
	check := func() {
		t.Helper()
		err := s.Read(t.Context(), func(tx *Tx) error {
			head, rows, last, err := tx.Ledger().Counted(t.Context())
			if n := int64(len(answered)); head != n || rows != n || last != n {
				t.Errorf("%d acts were answered; the ledger has head %d, %d rows, last %d", n, head, rows, last)
			}
			for _, name := range answered {
				if value, _, err := tx.Settings().Value(t.Context(), name); err != nil || len(value) != 100_000 {
					t.Errorf("an answered act left %d bytes, %v", len(value), err)
				}
			}
			return err
		})
		if err != nil {
			t.Error(err)
		}
	}
	check()
	limit(100_000)
	if err := act("room again"); err != nil {
		t.Fatal(err)
	}
	answered = append(answered, "room again")
	check()
}

// TestDestroyedTextLeavesTheFile: a server that is seized does not give back
// what was destroyed.
func TestDestroyedTextLeavesTheFile(t *testing.T) {
	s := openHere(t)
	ctx := t.Context()
	const word = "corncrake"
	err := s.Write(ctx, func(tx *Tx) error {
		if err := tx.Editions().Add(ctx, news.Edition{ID: 1, Name: "en"}); err != nil {
			return err
		}
		if err := tx.Stories().Add(ctx, news.Story{ID: 7, Edition: 1}, word); err != nil {
			return err
		}
		for n := range int64(3) {
			c := news.Content{Headline: word, Text: strings.Repeat(word+" ", 3000)}
			if err := tx.Revisions().Add(ctx, news.Revision{ID: news.ID(n + 1), Story: 7, Number: n + 1, Content: c}); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Forget(ctx); err != nil {
		t.Fatal(err)
	}
	if !s.holds(t, word) {
		t.Fatal("the file does not hold the word to begin with: the test proves nothing")
	}
	err = s.Write(ctx, func(tx *Tx) error {
		return errors.Join(tx.Revisions().Destroy(ctx, 7), tx.Stories().Headline(ctx, 7, ""))
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Forget(ctx); err != nil {
		t.Fatal(err)
	}
	if s.holds(t, word) {
		t.Error("the file still holds the word of a destroyed text")
	}
}

// holds says whether a word stands anywhere in the database's files.
func (s *Store) holds(t *testing.T, word string) bool {
	t.Helper()
	engine, ok := s.engine.(sqliteEngine)
	if !ok {
		t.Fatal("not SQLite")
	}
	files, err := filepath.Glob(filepath.Join(engine.dir, SQLiteFile+"*"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no files of the database: %v", err)
	}
	for _, name := range files {
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(string(b), word) {
			return true
		}
	}
	return false
}

// TestOneSQL: no statement of the store uses what the engines answer each in
// their own way.
func TestOneSQL(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	migrations, err := filepath.Glob("migrations/*.sql")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range append(files, migrations...) {
		if strings.HasSuffix(name, "_test.go") || name == "postgres.go" || name == "sqlite.go" {
			continue
		}
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, word := range []string{" LIKE ", "ILIKE", "lower(", "upper(", "LOWER(", "UPPER(", "COLLATE", "NOCASE", "datetime(", " now()", "NOW()", "CURRENT_TIMESTAMP",
			"AUTOINCREMENT", "SERIAL", "json_", "->>", "GLOB", "REGEXP", "random()", "rowid", "::", "FOR UPDATE", "INSERT OR"} {
			if strings.Contains(string(b), word) && !(word == "::" && strings.HasSuffix(name, ".go")) {
				t.Errorf("%s uses %q", name, word)
			}
		}
	}
}
