package news

import "time"

// Act names an editorial act in the ledger: a journalist's verb.
type Act string

// LedgerRow is what one act leaves behind: who did what to which thing, and
// which pages show it. Seq is gapless and starts at 1; followers read rows in
// its order and remember how far they came.
type LedgerRow struct {
	Seq     int64
	At      time.Time // microseconds, UTC
	Actor   ID        // the account that acted; 0 for the program itself (schedules, imports)
	Act     Act
	Subject string // "story:7", "list:3": noun and id
	Tags    []string
	// Urgent rows (retract, withdraw, rights expiry) drop every page that
	// carries one of Tags at once, even where the page holds it softly.
	Urgent bool
}

// PageTag is a name of something that a reader page shows, as the page holds
// it. A hard tag is the page's own content: the page is dropped before the act
// that touches it is answered. A soft tag is a box that stands on many pages:
// old bytes are served while the page is made anew behind them.
type PageTag struct {
	Name string
	Soft bool
}
