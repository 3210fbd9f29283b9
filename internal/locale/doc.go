// Package locale is how a language edition writes: its digits and numbers, its
// dates in its own calendar, its lists and plurals, and the words of the
// interface. It also owns the forms of text that a language compares by: Key
// for matching, Slug for addresses, SortKey for order.
//
// Start reading at locale.go; each language's own table is in lang_xx.go. The
// tables are set down after the Unicode CLDR (version 48) with a newspaper's
// choices where CLDR leaves room: day before month, the 24-hour clock, no comma
// before "and".
//
// It must not know of stories, pages, SQL, HTTP or the clock: the instant to be
// written is handed in.
package locale
