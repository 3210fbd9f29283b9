package page

import "html/template"

// MaxNoteSpan is the most rows of text that one marginal note may stand
// beside. Longer notes would push the text apart.
const MaxNoteSpan = 3

// Text is a story's text, a row for each block.
type Text []Block

// Block is one block of a story's text with the notes that belong to it.
type Block struct {
	HTML  template.HTML // made by prose, which cannot express unsafe markup
	Width Width
	Notes []Note // In Focus names that fall first in this block
}

// Width says how far a block reaches beyond the measure of the text.
type Width string

// The widths of a block.
const (
	Measure Width = ""     // as wide as the text
	Half    Width = "half" // from the text to the end edge, over the margin
	Wide    Width = "wide" // over the whole page
)

// Note is a marginal note: who or what a name in the text is.
type Note struct {
	ID       string // the fragment that the name in the text links to
	Name     string
	Kind     string // "Person · born 1764, Breslau"
	Text     string // two sentences at most
	Original *Foreign
	URL      string // the topic's page
}

// Foreign is a name in its own language and script.
type Foreign struct {
	Text string
	Lang string
	Dir  string
}

// Footnote is a footnote's text, as prose renders it.
type Footnote struct {
	Anchor string        // its id attribute, which the mark in the text links to
	Back   string        // the way back: "#" and the mark's id
	Number string        // as in the text, in the edition's digits
	HTML   template.HTML // inline markup made by prose
}

// Span returns how many rows a note of the block at i may stand beside: up to
// the next block that has notes or reaches into the margin, at least 1 and
// at most MaxNoteSpan. So notes never collide, without a script.
func (t Text) Span(i int) int {
	span := 1
	for next := i + 1; span < MaxNoteSpan && next < len(t); next++ {
		if len(t[next].Notes) > 0 || t[next].Width != Measure {
			break
		}
		span++
	}
	return span
}

// MaxClear is the most rows of text beside which a story's credits may stand.
const MaxClear = 12

// Clear returns how many rows pass before a block is as wide as the page, at
// most MaxClear: so far the credits may stand beside the text.
func (t Text) Clear() int {
	for i, b := range t {
		if i == MaxClear || b.Width == Wide {
			return i
		}
	}
	return min(len(t), MaxClear)
}
