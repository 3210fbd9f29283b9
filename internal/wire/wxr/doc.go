// Package wxr reads WordPress exports (WXR 1.0 to 1.2) of any size and in any
// state of repair, and turns WordPress's markup into plain, honest HTML.
//
// Start with [Read]: it streams an export as [Record] values, the head of the
// file first, then people, terms and items in the order of the file. Whatever
// it had to mend or to leave out it says in a [Note]; what it cannot read ends
// the stream with an error that names the last item before the damage.
// [Markup.HTML] converts the content of one item, [Damage] finds the marks
// that keyword filters and wrong encodings left in a text, and
// [Item.Addresses] lists the places where an item used to stand.
//
// The package knows WordPress and nothing of Dateline's storage, acts or
// pages: package wire does the writing. It never repairs a text in silence
// and never hands out the network address of a reader.
//
// The way of a byte: open.go (compression, byte order marks, what is not an
// export at all), window.go (a bounded view of the stream), field.go (where a
// field ends, even if its end is damaged), text.go (entities, encodings,
// control characters), reader.go (which field belongs to what), item.go and
// its neighbours (dates, metadata, checks).
package wxr
