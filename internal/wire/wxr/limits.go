package wxr

// The limits of one export. An item beyond them is refused and named in a
// note; nothing is cut short.
const (
	// MaxField is the most bytes that one field, such as the content of a
	// post, may take in the file.
	MaxField = 8 << 20
	// MaxItem is the most bytes that all fields of one item, with its
	// comments, may take together.
	MaxItem = 48 << 20
	// MaxExport is the most bytes of an export after decompression.
	MaxExport = 64 << 30

	maxTag      = 64 << 10 // bytes of one tag with its attributes
	maxAside    = 1 << 20  // bytes of one comment or processing instruction outside of fields
	maxPreamble = 64 << 10 // bytes of foreign text before the document begins
	maxNames    = 10_000   // different names remembered: elements, authors
	maxTracked  = 2 << 20  // item ids and slugs remembered to find duplicates
	maxExcerpt  = 60       // bytes of foreign text quoted in a note
)
