package prose

import "dateline/internal/news"

// Version is the schema version that this program writes. Parse upgrades
// older documents step by step (upgrade.go) and refuses newer ones.
const Version = 1

// Doc is the text of a story. The zero Doc is an empty text.
//
// Documents are treated as values: no function of this package changes the
// one it was given, and results may share parts with it.
type Doc struct {
	Version int // 0 in a literal means Version
	Blocks  []Block
}

// Kind names a kind of block, as the canonical form spells it.
type Kind string

// The kinds of block.
const (
	KindParagraph Kind = "paragraph"
	KindHeading   Kind = "heading"
	KindList      Kind = "list"
	KindQuote     Kind = "quote"
	KindPullQuote Kind = "pullquote"
	KindPicture   Kind = "picture"
	KindGallery   Kind = "gallery"
	KindVideo     Kind = "video"
	KindEmbed     Kind = "embed"
	KindTable     Kind = "table"
	KindFactBox   Kind = "factbox"
	KindMap       Kind = "map"
	KindTimeline  Kind = "timeline"
	KindRule      Kind = "rule"
	KindCode      Kind = "code"
)

// Block is one block of a document: a Paragraph, Heading, List, Quote,
// PullQuote, Picture, Gallery, Video, Embed, Table, FactBox, Map, Timeline,
// Rule or Code, always as a value, never as a pointer. No other package can
// add a kind.
type Block interface {
	Kind() Kind
	// Common returns what every block has: id, language and direction.
	Common() Base
	// withBase returns the block with another Base.
	withBase(Base) Block
}

// Base is what every block has.
type Base struct {
	ID   string // short, random, unique in the document; see NewBlockID
	Lang string // BCP 47 tag where the block is in another language than the story
	Dir  Dir    // direction where it differs from the story's
}

// Dir is a direction of writing.
type Dir string

// The directions. Inherit, the zero value, is the direction around.
const (
	Inherit Dir = ""
	LTR     Dir = "ltr"
	RTL     Dir = "rtl"
	Auto    Dir = "auto" // by the first strong letter
)

// Layout is the place of a picture in the page.
type Layout string

// The layouts. Measure, the zero value, is the width of the text.
const (
	Measure Layout = ""
	Wide    Layout = "wide" // over the whole grid
	Half    Layout = "half" // from the text to the end edge
)

// Paragraph is a paragraph of text.
type Paragraph struct {
	Base
	Text []Inline
}

// Heading is a heading inside the text. Level is 2, 3 or 4: 1 is the story's
// own headline.
type Heading struct {
	Base
	Level int
	Text  []Inline
}

// List is an ordered or unordered list. Start is the first number of an
// ordered list; 0 and 1 both mean one and are kept as 0.
type List struct {
	Base
	Ordered bool
	Start   int
	Items   []Item
}

// Item is one item of a List. It holds at least one block.
type Item struct {
	Blocks []Block
}

// Quote is a quotation with the source it is taken from.
type Quote struct {
	Base
	Blocks []Block
	Cite   []Inline
}

// PullQuote is a sentence of the story repeated in display type. Search,
// excerpts and word counts leave it out, since its words stand elsewhere.
type PullQuote struct {
	Base
	Text []Inline
	Cite []Inline
}

// Picture shows a picture of the library.
type Picture struct {
	Base
	Picture news.ID
	Alt     string   // instead of the library's alternative text; "" keeps that
	Layout  Layout   //
	Caption []Inline // instead of the library's caption; none keeps that
}

// Gallery shows a gallery of the library.
type Gallery struct {
	Base
	Gallery news.ID
	Caption []Inline
}

// Video shows a video of the library.
type Video struct {
	Base
	Video   news.ID
	Caption []Inline
}

// Embed shows something that stands with one of a closed list of providers.
// Make one with ParseEmbed: Provider, Ref and URL always agree.
type Embed struct {
	Base
	Provider Provider
	Ref      string // the provider's own id
	URL      string // the canonical address of the thing, where a link leads
	Caption  []Inline
}

// Table is a table of text. HeadRows and HeadCols say how many rows at the
// top and columns at the start are headings.
type Table struct {
	Base
	HeadRows int
	HeadCols int
	Caption  []Inline
	Rows     []Row
}

// Row is a row of a Table. A row that is covered by cells from above may be
// empty.
type Row []Cell

// Cell is one cell of a Row. For both spans 0 and 1 mean one, kept as 0.
type Cell struct {
	Text    []Inline
	ColSpan int
	RowSpan int
}

// FactBox is a titled box beside the text.
type FactBox struct {
	Base
	Title  []Inline
	Blocks []Block
}

// Map shows a map or a layer of the map of developments.
type Map struct {
	Base
	Map     news.ID
	View    View // the zero View is the map's own
	Caption []Inline
}

// View is a part of a map at a moment. Coordinates are kept to six decimals,
// the zoom to two.
type View struct {
	Lat  float64 // degrees north, -90 to 90
	Lon  float64 // degrees east, -180 to 180
	Zoom float64 // web map zoom, 0 to 24
	At   string  // date of the time slider as EDTF; "" is the newest
}

// Timeline shows a timeline of events.
type Timeline struct {
	Base
	Timeline news.ID
	Caption  []Inline
}

// Rule is a break between parts of a text.
type Rule struct {
	Base
}

// Code is preformatted text. Its lines end with "\n".
type Code struct {
	Base
	Language string // name of the language, e.g. "go"; "" for plain text
	Code     string
}

// Common returns id, language and direction.
func (b Base) Common() Base { return b }
