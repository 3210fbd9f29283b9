package store

import (
	"context"
	"database/sql"
	"sync"
)

// maxStatements bounds the prepared statements of one database. The program
// has fewer texts: lists of ids are padded, so that their number stays small.
const maxStatements = 500

// statements keeps a database's statements prepared: SQLite takes as long to
// read one as to run it. The PostgreSQL driver does so by itself; there it is
// nil, and nothing is prepared.
type statements struct {
	db    *sql.DB
	mu    sync.RWMutex
	known map[string]*sql.Stmt
}

func newStatements(db *sql.DB) *statements {
	return &statements{db: db, known: map[string]*sql.Stmt{}}
}

// find returns the statement of a text, nil where it is not prepared yet.
func (k *statements) find(query string) *sql.Stmt {
	k.mu.RLock()
	defer k.mu.RUnlock()
	return k.known[query]
}

// prepare prepares texts that were met in a transaction. It must be called
// after its end: a connection is needed, and the transaction may have held the
// last one. A text that cannot be prepared is run as it is.
func (k *statements) prepare(ctx context.Context, texts []string) {
	for _, query := range texts {
		s, err := k.db.PrepareContext(ctx, query)
		if err != nil {
			return
		}
		if !k.keep(query, s) {
			_ = s.Close() //nolint:sqlclosecheck // another transaction was first, or there are too many
		}
	}
}

func (k *statements) keep(query string, s *sql.Stmt) bool {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.known[query] != nil || len(k.known) >= maxStatements {
		return false
	}
	k.known[query] = s
	return true
}

// statement returns a text's statement within the transaction, nil where it
// must be run as it is; it is prepared then for those that come later.
func (tx *Tx) statement(ctx context.Context, query string) *sql.Stmt {
	if tx.prepared == nil {
		return nil
	}
	own, met := tx.own[query]
	if met {
		return own
	}
	if s := tx.prepared.find(query); s != nil {
		own = tx.tx.StmtContext(ctx, s)
	} else {
		tx.unprepared = append(tx.unprepared, query)
	}
	if tx.own == nil {
		tx.own = map[string]*sql.Stmt{}
	}
	tx.own[query] = own
	return own
}

// query runs a question.
func (tx *Tx) query(ctx context.Context, query string, args []any) (*sql.Rows, error) {
	if s := tx.statement(ctx, query); s != nil { //nolint:sqlclosecheck // kept for the next transaction
		return s.QueryContext(ctx, args...)
	}
	return tx.tx.QueryContext(ctx, query, args...)
}

// run runs a statement that answers nothing.
func (tx *Tx) run(ctx context.Context, query string, args []any) (sql.Result, error) {
	if s := tx.statement(ctx, query); s != nil { //nolint:sqlclosecheck // kept for the next transaction
		return s.ExecContext(ctx, args...)
	}
	return tx.tx.ExecContext(ctx, query, args...)
}
