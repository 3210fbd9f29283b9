package prose

import "dateline/internal/news"

// Inline is a part of a line: a Run of text, a Break or a Footnote, always as
// a value.
type Inline interface{ inline() }

// Run is text in which every letter carries the same marks. Text may hold any
// Unicode but line ends and control characters; a tab may stand.
type Run struct {
	Text string
	Marks
}

// Break is a line break inside a block.
type Break struct{}

// Footnote is a reference with the note that it leads to. The note lives where
// it is referred to, so that neither can be lost without the other. A note
// holds no notes. It is empty while an editor has not written it yet.
type Footnote struct {
	ID   string // unique among the ids of the document
	Note []Inline
}

func (Run) inline()      {}
func (Break) inline()    {}
func (Footnote) inline() {}

// Marks say how a run of text is meant. Since they are fields and not a list,
// they have one order, and a mark cannot stand twice. Link and Topic exclude
// each other: both become one reference on the page.
type Marks struct {
	Strong   bool
	Emphasis bool
	Strike   bool
	Code     bool
	Script   Script
	Link     string  // see CleanURL for what may stand here
	Topic    news.ID // the In Focus topic that the words name
	Lang     string  // BCP 47 tag of a span in another language
	Dir      Dir     // direction of the span
}

// Script lowers or raises a run.
type Script string

// The scripts. Baseline is the zero value.
const (
	Baseline    Script = ""
	Subscript   Script = "sub"
	Superscript Script = "sup"
)

// Words returns unmarked text as the content of a block.
func Words(s string) []Inline {
	if s == "" {
		return nil
	}
	return []Inline{Run{Text: s}}
}
