package store

import (
	"context"

	"dateline/internal/news"
)

// MaxLedgerPage is how many rows Ledger().After returns at most.
const MaxLedgerPage = 500

// takeHead takes the ledger's next number and with it the lock that puts acts
// in one order: whoever comes next waits here for the commit. Rolled back, the
// number is free again, so that the sequence has no gaps.
func (tx *Tx) takeHead(ctx context.Context) (int64, error) {
	return expect("take ledger head", scanInt).one(ctx, tx, `UPDATE ledger_head SET seq = seq + 1 WHERE one = 1 RETURNING seq`)
}

func (tx *Tx) appendRow(ctx context.Context, r news.LedgerRow) error {
	tags, err := encode(r.Tags)
	if err != nil {
		return err
	}
	return tx.insert(ctx, "append to ledger",
		`INSERT INTO ledger (seq, at, actor, act, subject, tags, urgent) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
		r.Seq, int64(news.InstantOf(r.At)), int64(r.Actor), string(r.Act), r.Subject, tags, r.Urgent)
}

// Ledger asks the ledger.
type Ledger struct{ tx *Tx }

// Ledger returns the ledger's questions.
func (tx *Tx) Ledger() Ledger { return Ledger{tx} }

// Head is the number of the last row, 0 for none.
func (l Ledger) Head(ctx context.Context) (int64, error) {
	return expect("ledger head", scanInt).one(ctx, l.tx, `SELECT seq FROM ledger_head WHERE one = 1`)
}

const ledgerColumns = `seq, at, actor, act, subject, tags, urgent`

// After returns up to MaxLedgerPage rows that follow a number, in order.
func (l Ledger) After(ctx context.Context, seq int64) ([]news.LedgerRow, error) {
	return expect("ledger after", scanLedgerRow).many(ctx, l.tx,
		`SELECT `+ledgerColumns+` FROM ledger WHERE seq > $1 ORDER BY seq`+limit(MaxLedgerPage), seq)
}

// Before returns up to n rows that precede a number, newest first: the audit
// screen's page.
func (l Ledger) Before(ctx context.Context, seq int64, n int) ([]news.LedgerRow, error) {
	return expect("ledger before", scanLedgerRow).many(ctx, l.tx,
		`SELECT `+ledgerColumns+` FROM ledger WHERE seq < $1 ORDER BY seq DESC LIMIT $2`, seq, min(n, MaxLedgerPage))
}

// Of returns the newest n rows of one subject, newest first.
func (l Ledger) Of(ctx context.Context, s news.Subject, n int) ([]news.LedgerRow, error) {
	return expect("ledger of subject", scanLedgerRow).many(ctx, l.tx,
		`SELECT `+ledgerColumns+` FROM ledger WHERE subject = $1 ORDER BY seq DESC LIMIT $2`, s.String(), min(n, MaxLedgerPage))
}

func scanLedgerRow(row scanner) (news.LedgerRow, error) {
	var r news.LedgerRow
	var at news.Instant
	var tags string
	if err := row.Scan(&r.Seq, &at, &r.Actor, &r.Act, &r.Subject, &tags, &r.Urgent); err != nil {
		return r, err
	}
	r.At = at.Time()
	return r, decode(tags, &r.Tags)
}

// Counted compares the ledger's head with its rows: doctor's question. They
// differ only in a damaged database.
func (l Ledger) Counted(ctx context.Context) (head, rows, last int64, err error) {
	if head, err = l.Head(ctx); err != nil {
		return 0, 0, 0, err
	}
	if rows, err = expect("count ledger", scanInt).one(ctx, l.tx, `SELECT COUNT(*) FROM ledger`); err != nil {
		return 0, 0, 0, err
	}
	last, err = expect("last of ledger", scanInt).one(ctx, l.tx, `SELECT COALESCE(MAX(seq), 0) FROM ledger`)
	return head, rows, last, err
}

// Position is how far a follower has come.
func (l Ledger) Position(ctx context.Context, follower string) (int64, error) {
	return expect("follower position", scanInt).one(ctx, l.tx, `SELECT COALESCE(MAX(seq), 0) FROM followers WHERE name = $1`, follower)
}

// Advance moves a follower from one position to a later one; it fails as
// stale when another process has moved it.
func (l Ledger) Advance(ctx context.Context, follower string, from, to int64) error {
	if from == 0 {
		if _, err := l.tx.exec(ctx, "enter follower", `INSERT INTO followers (name, seq) VALUES ($1, 0) ON CONFLICT (name) DO NOTHING`, follower); err != nil {
			return err
		}
	}
	return l.tx.execOne(ctx, "advance follower", `UPDATE followers SET seq = $1 WHERE name = $2 AND seq = $3`, to, follower, from)
}
