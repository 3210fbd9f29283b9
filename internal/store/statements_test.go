package store

import (
	"fmt"
	"slices"
	"testing"

	"dateline/internal/news"
)

func TestPadded(t *testing.T) {
	for _, test := range []struct{ ids, want []news.ID }{
		{[]news.ID{7}, []news.ID{7}},
		{[]news.ID{7, 8, 9}, []news.ID{7, 8, 9, 9}},
		{[]news.ID{1, 2, 3, 4, 5}, []news.ID{1, 2, 3, 4, 5, 5, 5, 5}},
	} {
		if got := padded(test.ids); !slices.Equal(got, test.want) {
			t.Errorf("padded(%v) = %v, want %v", test.ids, got, test.want)
		}
	}
}

// TestStatementsArePrepared asks the same question in three transactions: the
// first meets it, the others find it prepared and get the same answer.
func TestStatementsArePrepared(t *testing.T) {
	s, err := Open(t.Context(), Options{Dir: t.TempDir()})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = s.Close() }()
	const query = `SELECT seq + $1 FROM ledger_head`
	for turn := range 3 {
		if prepared := s.reading.find(query) != nil; prepared != (turn > 0) {
			t.Errorf("turn %d: prepared is %v", turn, prepared)
		}
		err := s.Read(t.Context(), func(tx *Tx) error {
			for _, more := range []int64{1, 2} {
				got, err := expect("sum", scanInt).one(t.Context(), tx, query, more)
				if err != nil || got != more {
					return fmt.Errorf("turn %d: %d, want %d: %w", turn, got, more, err)
				}
			}
			return nil
		})
		if err != nil {
			t.Error(err)
		}
	}
}

func TestStatementsAreBounded(t *testing.T) {
	k := newStatements(nil)
	for i := range maxStatements {
		if !k.keep(fmt.Sprint(i), nil) {
			t.Fatalf("statement %d is not kept", i)
		}
	}
	if k.keep("one more", nil) {
		t.Errorf("more than %d statements are kept", maxStatements)
	}
}
