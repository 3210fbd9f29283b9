package prose

// Every bound of a document, named once. Parse and Check refuse what is over
// them; FromHTML divides or refuses, and says so.
const (
	MaxImported  = 8 << 20 // bytes of a text in canonical form, or of HTML read by FromHTML
	MaxEdited    = 2 << 20 // bytes of a text that comes from an editor
	MaxBlocks    = 100_000 // blocks in a document, at all depths together
	MaxDepth     = 10      // blocks inside blocks
	MaxText      = 1 << 20 // bytes of text in one line of inlines, or in one code block
	MaxInlines   = 50_000  // inlines in one line
	MaxFootnotes = 5_000   // notes in a document
	MaxItems     = 10_000  // items of a list
	MaxStart     = 1 << 30 // first number of an ordered list
	MaxRows      = 5_000   // rows of a table
	MaxCols      = 200     // columns of a table, spans counted
	MaxSpan      = 200     // rows or columns that one cell covers
	MaxURL       = 8 << 10 // bytes of a link
	MaxAlt       = 4 << 10 // bytes of an alternative text
	MaxID        = 32      // bytes of a block's id
	MaxLang      = 35      // bytes of a language tag
	MaxDate      = 40      // bytes of a map's date
	MaxZoom      = 24      // zoom of a map
	MaxNotes     = 1_000   // notes that one import reports
)

// maxEditor bounds the editor's JSON in bytes, which says the same in more.
const maxEditor = 3 * MaxEdited

// Bounds of the JSON reader. A block at MaxDepth stands some fifty brackets
// deep, in the editor's form likewise; no object has twenty members.
const (
	maxJSONDepth = 100
	maxJSONKeys  = 32
)
